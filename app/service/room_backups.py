"""Backups of kind R: what a room brings after its last session of the day, copied unread and entered (DAT-08)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO, cast

from app.core.locks import lock_of_room
from app.core.operation import Operation, Refusal, Signer
from app.core.room_backup import RecordRoomBackup, used_that_day
from app.core.safe_state import RoomSource
from app.core.terms import Digest, LockSerial, RoomId
from app.exchange import outbox, room_backup, room_day
from app.exchange.room_backup import ListedFile, RoomBackupManifest
from app.exchange.signed import LONGEST, Kind, PublicKey, claimed
from app.service import room_folder, verify
from app.service.authorization import package_in_force, province
from app.service.console import Console
from app.service.keeping import Say, Target, Work, Written, ready, space_for
from app.service.room_folder import Found
from app.service.rooms import distrusted
from app.service.sitelock import LockKey
from app.trouble import Code, Trouble

_SPARE = 2 << 10
"""What tar and the list lay around a file, and more."""
_NO_LOCK = LockSerial("")
ROOM_FILES = room_day.SUFFIX
"""How the name of a room's own signed file ends."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What a room brings; `taken_at`: when its lock signed it, or when the copying of a folder began here.

    A clock of the room side is believed only where its lock signs for it: times of files are anybody's to set.
    """

    source: RoomSource
    lock: LockSerial
    taken_at: datetime
    files: tuple[Found, ...]
    stated: dict[str, Digest]
    """By name of file: the digest that the room's lock signed."""

    @property
    def size(self) -> int:
        return sum(one.size for one in self.files)


@dataclass(slots=True)
class _Far:
    """How far the work is."""

    say: Say
    total: int
    done: int = 0

    def on(self, size: int) -> None:
        self.say(self.done, self.total)
        self.done += size


@dataclass(frozen=True, slots=True)
class _Told:
    """A file that tells what was read of it."""

    file: BinaryIO
    far: _Far

    def read(self, size: int) -> bytes:
        piece = self.file.read(size)
        self.far.on(len(piece))
        return piece


@dataclass(frozen=True, slots=True)
class RoomBackingUp(Work):
    """One backup of a room's day under way."""

    room: RoomId
    day: date
    number: int
    brought: Brought

    def write(self, say: Say) -> Written:
        """Twice through every file: for the list, and into the backup.

        Raises also FOLDER_UNFIT, and COPY_DIFFERS for a file that changed on the way or is not what was signed.
        """
        store = self.console.store
        to = [province(self.console).recipient, store.keys.identity.to_public()]
        far = _Far(say, 2 * self.brought.size)
        by_name = {one.name: one for one in self.brought.files}
        files = [self._listed(one, far) for one in self.brought.files]

        @contextmanager
        def opened(one: ListedFile) -> Iterator[BinaryIO]:
            with room_folder.opened(by_name[one.name]) as file:
                yield cast(BinaryIO, _Told(file, far))

        return outbox.write(self.path, lambda file: room_backup.write(file, files, opened, to))

    def _listed(self, one: Found, far: _Far) -> ListedFile:
        listed = room_folder.listed(one, far.on)
        if self.brought.stated.get(one.name, listed.digest) != listed.digest:
            raise Trouble(Code.COPY_DIFFERS, file=one.name)
        return listed

    def seal(self, written: Written) -> bytes:
        site, package, key = self.console.site, package_in_force(self.console), LockKey(self.console.store.lock)
        digest, size = written
        manifest = RoomBackupManifest(
            mode=site.mode,
            exam=package.exam.id,
            site=site.code,
            issued_at=self.console.clock.moment().at,
            serial=f"{self.room}-{self.day}-{self.number}",
            name=self.path.name,
            kind="R",
            room=self.room,
            day=self.day,
            source=self.brought.source,
            room_lock=self.brought.lock,
            digest=digest,
            size=size,
            files=len(self.brought.files),
            taken_at=self.brought.taken_at,
            lock_serial=key.serial,
            lock=key.public.jwk,
        )
        with self._or_nothing():
            return room_backup.write_sidecar(manifest, key)

    def _proved(self) -> None:
        """Opened again with our own identity, every file held against the list."""
        store = self.console.store
        verify.backup_file(self.path, [store.keys.identity], LockKey(store.lock).public)

    def _asked(self, written: Written) -> Operation:
        digest, size = written
        one = self.brought
        told = (one.source, one.lock, digest, size, len(one.files), one.taken_at)
        return RecordRoomBackup(self.path.name, self.room, self.day, *told, self.where.medium)


def brought_by(console: Console, sources: Iterable[Path]) -> tuple[tuple[RoomId, Path], ...]:
    """Whose each of these is: a signed file by what it claims, a folder by its name where that is a room's number.

    Of others nothing is said; what a file claims is proved when its backup begins. A folder of such is looked into.
    """
    found: dict[RoomId, Path] = {}
    for source in sources:
        inside = sorted(source.iterdir()) if source.is_dir() and source.name not in console.site.plans else [source]
        for one in inside:
            if room := _claimed_by(console, one):
                found[room] = one
    return tuple(sorted(found.items()))


def _claimed_by(console: Console, source: Path) -> RoomId | None:
    if source.is_dir():
        return RoomId(source.name) if source.name in console.site.plans else None
    if not source.name.endswith(room_day.SUFFIX):
        return None
    try:
        room = claimed(outbox.read_bytes(_sidecar(source), LONGEST), Kind.ROOM_DAY, room_day.RoomDayDocument).room
    except Trouble:
        return None
    return room if room in console.site.plans else None


def begin_room_backup(
    console: Console, room: RoomId, day: date, source: Path, where: Target, *signers: Signer
) -> Refusal | RoomBackingUp:
    """What this room brings: `source` is its own signed file, or a folder of another system. Nothing is written yet.

    Raises MEDIUM_UNREGISTERED, MEDIUM_SMALL, FILE_MISSING, FOLDER_UNFIT, and every fault of signed documents.
    """
    now = console.clock.moment().at

    def asked(source: RoomSource, lock: LockSerial, taken_at: datetime) -> Operation:
        return RecordRoomBackup("", room, day, source, lock, Digest(""), 0, 0, taken_at, where.medium)

    if no := console.foresee(asked(RoomSource.FOLDER, _NO_LOCK, now), *signers) or ready(console, where):
        return no
    brought = _folder(source, now) if source.is_dir() else _signed(console, room, day, source)
    if isinstance(brought, Refusal):
        return brought
    if no := console.foresee(asked(brought.source, brought.lock, brought.taken_at), *signers):
        return no
    number, path = _free_name(console, room, day, where.folder)
    space_for(where.folder, brought.size + _SPARE * len(brought.files), path.name)
    return RoomBackingUp(console, signers, where, path, room, day, number, brought)


def _folder(source: Path, now: datetime) -> Brought:
    return Brought(RoomSource.FOLDER, _NO_LOCK, now, room_folder.files(source), {})


def _signed(console: Console, room: RoomId, day: date, source: Path) -> Refusal | Brought:
    """By the lock bound to this room, about this file and all sessions of its day; it goes with what was signed."""
    site, lock = console.site, lock_of_room(console.site, room)
    token = outbox.read_bytes(_sidecar(source), LONGEST)
    if lock is None:
        raise Trouble(Code.SIGNER_UNKNOWN, document=Kind.ROOM_DAY, signer=room)
    if no := distrusted(console, room):
        return no
    sessions = frozenset(one.session for one in used_that_day(site, room, day))
    package = package_in_force(console)
    expected = room_day.Expected(site.mode, package.exam.id, site.code, room, day, sessions, lock.serial)
    document = room_day.read(token, expected, PublicKey.read(lock.jwk))
    files = room_folder.these(source, _sidecar(source))
    if (document.name, document.size) != (source.name, files[0].size):
        raise Trouble(Code.COPY_DIFFERS, file=source.name)
    return Brought(RoomSource.SIGNED, lock.serial, document.made_at, files, {source.name: document.digest})


def _sidecar(source: Path) -> Path:
    return source.with_name(source.name + room_day.SIDECAR)


def _free_name(console: Console, room: RoomId, day: date, folder: Path) -> tuple[int, Path]:
    """The next number that neither the register nor the folder knows; versions are kept."""
    site, exam, known = console.site, package_in_force(console).exam.id, console.site.safe.room_backups
    number = 1 + sum((one.room, one.day) == (room, day) for one in known.values())
    while (name := room_backup.name(exam, site.code, room, day, number)) in known or (folder / name).exists():
        number += 1
    return number, folder / name
