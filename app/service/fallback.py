"""The emergency paper copy (应急纸质备份) on disk: anew at most once a minute after changes, and never in the way."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from app.core.site import NOBODY
from app.core.terms import MediumSerial
from app.exchange import outbox
from app.service.console import Console
from app.service.mirror import place
from app.service.records import stamp
from app.trouble import Code, Trouble
from app.views.fallback import Fallback, fallback
from app.views.stamp import Stamp
from devices.media import MediaReader

FOLDER, NAME = "paper", "fallback.pdf"
FORM = "fallback"
SECONDS = 60.0
DrawFallback = Callable[[Fallback, Stamp], bytes]


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy to be drawn and written; `content` is None once there is nothing to keep, and what lies there goes.

    `mirror`: the medium of the mirror, beside which it lies too.
    """

    content: tuple[Fallback, Stamp] | None
    folder: Path
    name: str
    mirror: MediumSerial | None
    media: MediaReader

    def write(self, draw: DrawFallback) -> None:
        """Slow: for a lane. Raises MEDIUM_FULL or FILE_MISSING of this machine's own copy alone."""
        pdf = draw(*self.content) if self.content else None
        try:
            _put(self.folder / NAME, pdf)
        finally:
            # Of a medium that fails the mirror itself tells.
            with suppress(Trouble, OSError):
                for folder in self._beside_mirror():
                    _put(folder / NAME, pdf)

    def _beside_mirror(self) -> Iterator[Path]:
        for one in self.media.seen():
            folder = one.folder / self.name
            if one.serial == self.mirror and folder.is_dir():
                yield folder


def _put(path: Path, pdf: bytes | None) -> None:
    try:
        if pdf is None:
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(exist_ok=True)
    except OSError as cause:
        raise Trouble(Code.FILE_MISSING, file=path.name) from cause
    outbox.write_bytes(path, pdf)


@dataclass(slots=True)
class PaperFallback:
    """Says at the desk when a copy is due; `Copy.write` belongs to a lane, and how it ended comes back here."""

    console: Console
    data: Path
    """The folder that the store lies in."""
    _clock: Callable[[], float] = field(default=time.monotonic)
    _rest_until: float = 0.0
    _entry: int = 0
    """The last entry that was written down, or is being."""
    _told: bool = False

    def __post_init__(self) -> None:
        # Whoever opens the store does not wait for a sheet.
        self._rest_until = self._clock() + SECONDS / 4

    def due(self) -> Copy | None:
        """What is to be written now; None where nothing changed, a minute has not passed, or the desk stands still."""
        console = self.console
        entry = console.store.journal.n
        if console.stopped or console.site.package is None or entry == self._entry or self._clock() < self._rest_until:
            return None
        self._rest_until, self._entry = self._clock() + SECONDS, entry
        mirror = console.site.safe.mirror
        name = place(Path(), console.site.code).name
        serial = mirror.medium if mirror else None
        return Copy(self._content(), self.data / FOLDER, name, serial, console.media)

    def _content(self) -> tuple[Fallback, Stamp] | None:
        console, site, now = self.console, self.console.site, self.console.clock.moment().at
        journal = console.store.journal
        if site.safe.cleaned:
            return None
        content = fallback(site, console.rulebook, now, journal.n, journal.head, console.last_entry or now)
        return content, stamp(console, FORM, content, NOBODY, event_time=content.entered_at, copy=0)

    def done(self) -> None:
        self._told = False

    def failed(self, trouble: Trouble) -> Trouble | None:
        """It is tried again in a minute, changed or not; told once, until a copy was written again."""
        self._entry, told, self._told = 0, self._told, True
        return None if told else trouble
