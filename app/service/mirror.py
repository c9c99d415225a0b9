"""The mirror at work: every entry and every blob also on a registered medium, in a lane, sealed under its own key."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from app.core.media import gone_or_unregistered
from app.core.mirror import NoteMirrorBack, NoteMirrorOut
from app.core.safe_state import MirrorReason
from app.core.site import Site
from app.core.terms import MediumSerial, SiteCode
from app.exchange import keyfile, outbox, strict
from app.journal import codec
from app.journal.blobs import Blobs
from app.journal.store import Journal
from app.service.console import Console
from app.service.store import Store
from app.service.verify import cited_blobs
from app.trouble import Code, Trouble
from devices.media import MediaReader

ENTRIES, BLOBS = 500, 32
"""So many at a time."""
PAUSE = 5.0
"""Seconds until a medium that failed is looked at again."""
Say = Callable[[int, int], None]


def place(medium: Path, site: SiteCode) -> Path:
    """Where a site's mirror lies on a medium."""
    return medium / f"examsite-mirror-{site}"


@dataclass(slots=True)
class _Copy:
    journal: Journal
    blobs: Blobs

    def abandon(self) -> None:
        self.journal.abandon()
        self.blobs.abandon()


class Follower:
    """Takes over what the store has beyond the mirror. Made at the desk; `round` belongs to a lane.

    It reads with connections of its own, which are opened here: a database's first words take its lock, and the desk
    must not meet it.
    """

    def __init__(self, store: Store, medium: MediumSerial, media: MediaReader) -> None:
        self.medium, self._media = medium, media
        self._keys, self._file = store.keys, store.key_file
        self._journal = Journal(store.journal.path, store.keys.store)
        self._blobs = Blobs(store.blobs.path, store.keys.store)
        self._copy: _Copy | None = None
        self._held = self._blob = 0

    def round(self, say: Say = lambda _done, _total: None) -> int:
        """The last entry that the mirror holds, synced, with every blob that was there before it.

        Raises MIRROR_FAILED with its reason, CUT_SHORT where the mirror has more than the store, and what a damaged
        store says; after any of them this follower is closed.
        """
        try:
            copy = self._copy = self._copy or self._open()
            while entries := self._journal.part(self._held + 1, self._held + ENTRIES):
                # Every blob was durable before the fact that cites it: those there by now are all that these need.
                self._take_blobs(copy, say)
                with self._on_medium():
                    copy.journal.follow(entries)
                self._held = entries[-1].n
        except BaseException:
            self.close()
            raise
        return self._held

    def drill(self, say: Say = lambda _done, _total: None) -> tuple[int, int]:
        """Read the mirror as the spare machine would: every entry proved and replayed, every cited blob compared.

        Returns the last entry and how many blobs there were; raises what `round` raises.
        """
        held = self.round()
        copy, site = self._copy, Site()
        if copy is None:
            raise _failed(MirrorReason.MEDIUM_GONE)
        try:
            with self._on_medium():
                for entry in copy.journal.read():
                    codec.decode(entry.body, entry.n).apply(site)
                cited = sorted(cited_blobs(site, copy.blobs))
                for done, digest in enumerate(cited, 1):
                    copy.blobs.get(digest)
                    say(done, len(cited))
        except BaseException:
            self.close()
            raise
        return held, len(cited)

    def _take_blobs(self, copy: _Copy, say: Say) -> None:
        while found := self._blobs.newer(self._blob, BLOBS):
            contents = [self._blobs.get(digest) for _, digest in found]
            with self._on_medium(), copy.blobs.batch() as put:
                for content in contents:
                    put(content)
            self._blob = found[-1][0]
            say(self._blob, 0)

    def _open(self) -> _Copy:
        """The mirror as it lies there, proved to be a beginning of our journal; an empty one where none is."""
        found = next((one.folder for one in self._media.seen() if one.serial == self.medium), None)
        if found is None:
            raise _failed(MirrorReason.MEDIUM_GONE)
        folder = place(found, self._file.site)
        with self._on_medium():
            folder.mkdir(exist_ok=True)
            self._keep_keys(folder / keyfile.NAME)
            journal = Journal(folder / "site.db", self._keys.mirror, alone=True)
            try:
                blobs = Blobs(folder / "blobs.db", self._keys.mirror, alone=True)
            except Trouble:
                journal.abandon()
                raise
        copy = _Copy(journal, blobs)
        try:
            self._continue(copy)
        except BaseException:
            copy.abandon()
            raise
        return copy

    def _keep_keys(self, path: Path) -> None:
        """keys.json as it is now; one of another store, or of a later machine, is left as it is."""
        if path.exists():
            there = keyfile.read(outbox.read_bytes(path, 1 << 16))
            if there == self._file:
                return
            if (there.mode, there.store_key) != (self._file.mode, self._file.store_key):
                raise _failed(MirrorReason.OTHER_MEDIUM)
            if there.epoch > self._file.epoch:
                raise _failed(MirrorReason.NOT_FOLLOWED)
        outbox.write_bytes(path, strict.encode(self._file))

    def _continue(self, copy: _Copy) -> None:
        with self._on_medium():
            for _ in copy.journal.read():
                pass
            known = {digest for digest, _ in copy.blobs.digests()}
        n = copy.journal.n
        if n:
            ours = self._journal.part(n, n)
            if not ours:
                raise Trouble(Code.CUT_SHORT, entry=n - 1, marked=n)
            if ours[0].head != copy.journal.head:
                raise _failed(MirrorReason.NOT_FOLLOWED)
        self._held, self._blob = n, 0
        while (found := self._blobs.newer(self._blob, ENTRIES)) and all(digest in known for _, digest in found):
            self._blob = found[-1][0]

    @contextmanager
    def _on_medium(self) -> Iterator[None]:
        """What goes wrong over there stops the mirror, never the desk."""
        try:
            yield
        except Trouble as trouble:
            if trouble.code is Code.MIRROR_FAILED:
                raise
            there = any(one.serial == self.medium for one in self._media.seen())
            full = trouble.code in (Code.DISK_FULL, Code.MEDIUM_FULL)
            reason = MirrorReason.MEDIUM_FULL if full else MirrorReason.WRITE_FAILED
            raise _failed(reason if there else MirrorReason.MEDIUM_GONE) from trouble
        except OSError as cause:
            raise _failed(MirrorReason.WRITE_FAILED) from cause

    @property
    def going(self) -> bool:
        """Whether a first round found the mirror and proved it, and none failed since."""
        return self._copy is not None

    def close(self) -> None:
        """Let go of everything, without a further word to the medium."""
        if self._copy:
            self._copy.abandon()
        self._copy = None
        self._journal.abandon()
        self._blobs.abandon()


def _failed(reason: MirrorReason) -> Trouble:
    return Trouble(Code.MIRROR_FAILED, reason=reason.value)


@dataclass(slots=True)
class Mirroring:
    """Keeps a console's mirror going: `due` and `done` or `failed` at the desk, the follower's `round` in a lane."""

    console: Console
    held: int = 0
    """The last entry known to be on the mirror, also while it is out."""
    _medium: MediumSerial | None = None
    _follower: Follower | None = None
    _rest_until: float = 0.0
    _clock: Callable[[], float] = field(default=time.monotonic)

    def __post_init__(self) -> None:
        self.console.behind = lambda: self.behind

    @property
    def behind(self) -> int:
        """How many entries are on this machine alone; 0 where there is no mirror."""
        return self.console.store.journal.n - self.held if self.console.site.safe.mirror else 0

    @property
    def follower(self) -> Follower | None:
        """The one that follows now."""
        return self._follower

    def due(self) -> Follower | None:
        """The follower that has something to do now; None where there is nothing, or it rests after a failure."""
        site = self.console.site
        mirror = site.safe.mirror
        if mirror and gone_or_unregistered(site, mirror.medium):
            # Lost or given away it may still be in: what is told of it counts, until it is registered anew.
            mirror = None
        if self._follower and (mirror is None or self._follower.medium != mirror.medium):
            self.close()
        if mirror is None or self.console.stopped or self._clock() < self._rest_until:
            return None
        if self._follower is None:
            if mirror.medium != self._medium:
                self.held, self._medium = 0, mirror.medium
            self._follower = Follower(self.console.store, mirror.medium, self.console.media)
            return self._follower
        return self._follower if self.behind or mirror.out else None

    def done(self, follower: Follower, held: int) -> None:
        """A round came to its end."""
        if follower is not self._follower:
            return
        self.held = held
        if (mirror := self.console.site.safe.mirror) and (mirror.out or (mirror.waived and not self.behind)):
            self.console.submit(NoteMirrorBack(mirror.medium))

    def failed(self, follower: Follower, trouble: Trouble) -> None:
        """A round failed: noted once. Raises what is no fault of the medium."""
        if follower is not self._follower:
            return
        self._follower, self._rest_until = None, self._clock() + PAUSE
        if trouble.code is not Code.MIRROR_FAILED:
            raise trouble
        if not self.console.stopped:
            self.console.submit(NoteMirrorOut(MirrorReason(str(trouble.facts["reason"]))))

    def run(self) -> None:
        """A round at the desk itself, where no lane is at hand, until nothing is left to do."""
        while follower := self.due():
            try:
                self.done(follower, follower.round())
            except Trouble as trouble:
                self.failed(follower, trouble)

    def finish(self) -> None:
        """As `close`, after a last round where the mirror follows; a first copy goes on at the next opening."""
        try:
            if self._follower and self._follower.going:
                self.run()
        finally:
            self.close()

    def close(self) -> None:
        """Before the store is closed, and once no round is under way."""
        if self._follower:
            self._follower.close()
        self._follower, self._rest_until = None, 0.0
