"""A folder of backups of many sites: each is proved by itself, and one site's fault stops no other."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import msgspec

from app.authority import arrivals, receive, room_signed
from app.authority.arrivals import Arrival
from app.authority.keys import Agency
from app.authority.receive import Opened
from app.authority.site_lock import in_force
from app.core.safe_state import Resumed, RoomSource
from app.core.terms import Digest
from app.exchange import backup, outbox, receipt
from app.exchange.backup import BackupManifest
from app.exchange.enrolment import SiteRequest
from app.exchange.room_backup import RoomBackupManifest
from app.exchange.signed import Kind, claimed, peek
from app.trouble import Code, Trouble

Stated = BackupManifest | RoomBackupManifest
_STRANGE = (LookupError, AttributeError, StopIteration, TypeError, ValueError, ArithmeticError)
"""What a state raises that no console can have made: a site's own lock may sign any journal."""


class Arrived(StrEnum):
    """What became of one file."""

    RECEIVED = "received"
    RECEIVED_BEFORE = "received_before"
    """In the same bytes; the receipt is the same."""
    NOT_RECEIVED = "not_received"
    FORKED = "forked"
    """Its journal says something else than one that was receipted before."""


@dataclass(frozen=True, slots=True)
class Line:
    """One file that came. `manifest` is what its sidecar says of it, unproved where it was not received.

    `resumed`: each time the day was taken up on a spare machine. `unproved`: packages of which nothing was kept.
    `unnamed`: backups that came before, and of which this longer journal does not speak. `in_journal`: of a room's
    backup, whether a journal that came speaks of it; `room_lock`: the lock that is said to have signed it, unproved;
    `unsigned`: a folder, though a lock was issued for the room that could have signed.
    """

    path: Path
    state: Arrived
    manifest: Stated | None
    fault: Trouble | None = None
    received_at: datetime | None = None
    resumed: tuple[Resumed, ...] = ()
    unproved: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    in_journal: bool = True
    room_lock: str = ""
    unsigned: bool = False

    @property
    def bad(self) -> bool:
        return self.fault is not None


@dataclass(frozen=True, slots=True)
class Desk:
    """Who receives, whose requests are known here, where receipts go, and the time."""

    agency: Agency
    requests: Sequence[SiteRequest]
    receipts: Path
    at: datetime

    def request(self, manifest: Stated) -> SiteRequest:
        """Of the site that a sidecar names; of several, the one whose lock signed. Raises SITE_UNKNOWN."""
        own = [one for one in self.requests if one.site == manifest.site]
        if not own:
            raise Trouble(Code.SITE_UNKNOWN, site=manifest.site[:60])
        signed = (one for one in own if in_force(self.agency, one).serial == manifest.lock_serial)
        return next(signed, own[0])

    def asked(self, path: Path) -> tuple[Stated, SiteRequest]:
        """What a file says it is, unproved, and the request of its site."""
        said = claims(path)
        # Asked before the signature: which key it is checked with hangs on the site, and a practice file is named so.
        if said.mode is not self.agency.mode:
            raise Trouble(Code.MODE_WRONG, expected=self.agency.mode, found=said.mode)
        return said, self.request(said)

    def take(self, path: Path) -> Line:
        """Prove and receipt one file; whatever does not fit is said in its line."""
        said: Stated | None = None
        try:
            with in_our_words(path):
                said = claims(path)
                _, request = self.asked(path)
                if isinstance(said, RoomBackupManifest):
                    return self._room(path, request)
                return self._session(path, receive.open_backup(self.agency, request, path))
        except Trouble as trouble:
            forked = said is not None and self._forked(said, trouble)
            return Line(path, Arrived.FORKED if forked else Arrived.NOT_RECEIVED, said, trouble)

    def _forked(self, said: Stated, trouble: Trouble) -> bool:
        """Whether it goes against what came before, and not only against itself."""
        if trouble.code is not Code.REWRITTEN:
            return trouble.code is Code.JOURNAL_SHORTER
        return int(trouble.facts["entry"]) <= len(receive.heads(self.agency, said.site, said.exam))

    def _session(self, path: Path, opened: Opened) -> Line:
        manifest = opened.manifest
        known = arrivals.read(self.agency, manifest.site, manifest.exam)
        token = receive.acknowledge(self.agency, opened, self.at)
        outbox.write_bytes(self.receipts / f"{manifest.name}{receipt.SUFFIX}", token)
        line = self._line(path, manifest, known.of(manifest.name))
        return replace(
            line,
            resumed=tuple(opened.site.safe.resumed),
            unproved=opened.unproved,
            unnamed=tuple(one.name for one in known.arrivals if _strange(one, manifest, opened.named)),
        )

    def _room(self, path: Path, request: SiteRequest) -> Line:
        manifest, proved = receive.open_room_backup(self.agency, request, path)
        known = arrivals.read(self.agency, manifest.site, manifest.exam)
        receive.note_room(self.agency, manifest, self.at)
        line = self._line(path, manifest, known.of(manifest.name))
        signed = proved or manifest.source is RoomSource.FOLDER
        return replace(
            line,
            in_journal=manifest.name in known.named,
            room_lock="" if signed else manifest.room_lock,
            unsigned=manifest.source is RoomSource.FOLDER and room_signed.could_be(self.agency, manifest),
        )

    def _line(self, path: Path, manifest: Stated, before: Arrival | None) -> Line:
        state = Arrived.RECEIVED_BEFORE if before else Arrived.RECEIVED
        return Line(path, state, manifest, received_at=before.received_at if before else self.at)


def _strange(one: Arrival, manifest: BackupManifest, named: dict[str, Digest]) -> bool:
    """Came before, and this journal, which should know it, does not, or knows other bytes of that name."""
    should = 0 < one.entries < manifest.entries
    return named[one.name] != one.digest if one.name in named else should


@contextmanager
def in_our_words(path: Path) -> Iterator[None]:
    """Whatever a hostile file may raise on the way, as Trouble of this file."""
    try:
        yield
    except OSError as cause:
        full = cause.errno in (errno.ENOSPC, errno.EDQUOT)
        raise Trouble(Code.MEDIUM_FULL if full else Code.FILE_MISSING, file=path.name) from cause
    except (*_STRANGE, msgspec.MsgspecError, RecursionError) as cause:
        raise Trouble(Code.CONTENT_UNFIT, file=path.name, line=0, problem=type(cause).__name__) from cause


def claims(path: Path) -> Stated:
    """What the sidecar of a backup says, unproved; raises SIDECAR_MISSING, BACKUP_MISSING, and what files can say."""
    sidecar = backup.sidecar_of(path)
    if not _plain(path):
        raise Trouble(Code.BACKUP_MISSING, file=path.name)
    if not _plain(sidecar):
        raise Trouble(Code.SIDECAR_MISSING, file=path.name)
    token = outbox.read_bytes(sidecar, backup.LONGEST_SIDECAR)
    if peek(token).typ == Kind.ROOM_BACKUP:
        return claimed(token, Kind.ROOM_BACKUP, RoomBackupManifest)
    return claimed(token, Kind.BACKUP, BackupManifest)


def _plain(path: Path) -> bool:
    """Links, pipes and devices are nobody's backup."""
    with suppress(OSError):
        return stat.S_ISREG(path.lstat().st_mode)
    return False


def found(where: Path) -> tuple[Path, ...]:
    """One backup, or every backup in a folder and those below it, in order; sidecars that lie alone count too."""
    if not where.is_dir():
        return (where,)
    paths = set()
    for folder, _, names in os.walk(where, followlinks=False):
        for name in names:
            plain = name.removesuffix(backup.SIDECAR)
            if plain.endswith(backup.SUFFIX):
                paths.add(Path(folder) / plain)
    return tuple(sorted(paths))


def take_all(desk: Desk, paths: Sequence[Path]) -> Iterator[Line]:
    """Short journals before long ones, so that each is held against those that it must go on from; then the rooms."""

    def order(path: Path) -> tuple[str, bool, int, str]:
        with suppress(Trouble), in_our_words(path):
            said = claims(path)
            if isinstance(said, BackupManifest):
                return said.site, False, said.entries, path.name
            return said.site, True, 0, path.name
        return "", False, 0, path.name

    for path in sorted(paths, key=order):
        yield desk.take(path)
