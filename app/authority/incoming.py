"""A folder of backups of many sites: each is proved by itself, and one site's fault stops no other."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import msgspec

from app.authority import arrivals, receive
from app.authority.keys import Agency
from app.authority.receive import Opened
from app.authority.site_lock import in_force
from app.core.safe_state import Resumed
from app.core.terms import SiteCode
from app.exchange import backup, outbox, receipt
from app.exchange.backup import BackupManifest
from app.exchange.enrolment import SiteRequest
from app.exchange.signed import LONGEST, Kind, claimed
from app.trouble import Code, Trouble


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
    `unnamed`: backups that came before, and of which this longer journal does not speak.
    """

    path: Path
    state: Arrived
    manifest: BackupManifest | None
    fault: Trouble | None = None
    received_at: datetime | None = None
    resumed: tuple[Resumed, ...] = ()
    unproved: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()

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

    def request(self, manifest: BackupManifest) -> SiteRequest:
        """Of the site that a sidecar names; of several, the one whose lock signed. Raises SITE_UNKNOWN."""
        own = [one for one in self.requests if one.site == manifest.site]
        if not own:
            raise Trouble(Code.SITE_UNKNOWN, site=manifest.site[:60])
        signed = (one for one in own if in_force(self.agency, one).serial == manifest.lock_serial)
        return next(signed, own[0])

    def open(self, path: Path) -> Opened:
        """Raises whatever does not fit."""
        said = claims(path)
        # Asked before the signature: which key it is checked with hangs on the site, and a practice file is named so.
        if said.mode is not self.agency.mode:
            raise Trouble(Code.MODE_WRONG, expected=self.agency.mode, found=said.mode)
        return receive.open_backup(self.agency, self.request(said), path)

    def take(self, path: Path) -> Line:
        """Prove and receipt one file; whatever does not fit is said in its line."""
        said: BackupManifest | None = None
        try:
            with in_our_words(path):
                said = claims(path)
                return self._received(path, self.open(path))
        except Trouble as trouble:
            forked = trouble.code in (Code.REWRITTEN, Code.JOURNAL_SHORTER)
            return Line(path, Arrived.FORKED if forked else Arrived.NOT_RECEIVED, said, trouble)

    def _received(self, path: Path, opened: Opened) -> Line:
        manifest = opened.manifest
        known = arrivals.read(self.agency, manifest.site, manifest.exam)
        before = known.of(manifest.name)
        token = receive.acknowledge(self.agency, opened, self.at)
        outbox.write_bytes(self.receipts / f"{manifest.name}{receipt.SUFFIX}", token)
        return Line(
            path,
            Arrived.RECEIVED_BEFORE if before else Arrived.RECEIVED,
            manifest,
            received_at=before.received_at if before else self.at,
            resumed=tuple(opened.site.safe.resumed),
            unproved=opened.unproved,
            unnamed=tuple(
                one.name
                for one in known.arrivals
                if 0 < one.entries < manifest.entries and one.name not in opened.named
            ),
        )


@contextmanager
def in_our_words(path: Path) -> Iterator[None]:
    """Whatever a hostile file may raise on the way, as Trouble of this file."""
    try:
        yield
    except OSError as cause:
        raise Trouble(Code.FILE_MISSING, file=path.name) from cause
    except (msgspec.MsgspecError, UnicodeError, RecursionError, ValueError, ArithmeticError) as cause:
        raise Trouble(Code.CONTENT_UNFIT, file=path.name, line=0, problem=type(cause).__name__) from cause


def claims(path: Path) -> BackupManifest:
    """What the sidecar of a backup says, unproved; raises SIDECAR_MISSING, BACKUP_MISSING, and what files can say."""
    sidecar = path.with_name(path.name + backup.SIDECAR)
    if not _plain(path):
        raise Trouble(Code.BACKUP_MISSING, file=path.name)
    if not _plain(sidecar):
        raise Trouble(Code.SIDECAR_MISSING, file=path.name)
    return claimed(outbox.read_bytes(sidecar, LONGEST), Kind.BACKUP, BackupManifest)


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
    """Short journals before long ones, so that each is held against those that it must go on from."""

    def order(path: Path) -> tuple[str, int, str]:
        with suppress(Trouble), in_our_words(path):
            said = claims(path)
            return said.site, said.entries, path.name
        return "", 0, path.name

    for path in sorted(paths, key=order):
        yield desk.take(path)


def sites(lines: Sequence[Line]) -> dict[SiteCode, list[Line]]:
    """What was received, by site."""
    by_site: dict[SiteCode, list[Line]] = {}
    for line in lines:
        if line.manifest and not line.bad:
            by_site.setdefault(line.manifest.site, []).append(line)
    return by_site
