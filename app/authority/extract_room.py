"""A room's backup as the files that the room brought, under names fit for any system; a list tells what they were.

`<out>/<exam>-<site>/rooms/<room>-<day>-<number>`: versions lie side by side.
"""

from __future__ import annotations

import io
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

import msgspec

from app.authority import receive
from app.authority.incoming import Desk
from app.authority.open_folder import private, put, whole
from app.authority.safe_names import Names, safe
from app.core.terms import Digest, RoomId
from app.exchange import backup, outbox, strict
from app.exchange.room_backup import ListedFile, RoomBackupManifest
from app.trouble import Code, Trouble

ROOMS, ABOUT, FILES, LIST = "rooms", "backup.json", "files", "list.json"


class About(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which backup was laid out here."""

    name: str
    digest: Digest
    room: RoomId
    day: str
    files: int


class LaidOut(msgspec.Struct, frozen=True):
    """One file: the name that the room gave it, and where it lies here."""

    name: str
    path: str
    size: int
    digest: Digest


class _Files:
    """Writes each file as its pieces come."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder, self._stack = folder, stack
        self._names = Names()
        self._open: BinaryIO = io.BytesIO()
        self.laid_out: list[LaidOut] = []

    def take(self, listed: ListedFile, piece: bytes) -> None:
        if not piece:
            self._stack.close()
            path = self._names.path(listed.name)
            self.laid_out.append(LaidOut(listed.name, f"{FILES}/{path}", listed.size, listed.digest))
            place = self._folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            self._open = self._stack.enter_context(place.open("xb"))
        self._open.write(piece)


def extract(desk: Desk, path: Path, said: RoomBackupManifest, home: Path) -> None:
    """Of the backup that was received as `said`. Nothing is done where it is laid out already.

    Raises whatever does not fit.
    """
    number = said.name.removesuffix(backup.SUFFIX).rpartition("-")[2]
    place = private(home / ROOMS) / safe(f"{said.room}-{said.day}-{number}")
    about = place / ABOUT
    if about.exists() and strict.decode(outbox.read_bytes(about, 1 << 16), About, ABOUT).digest == said.digest:
        return
    with whole(place) as part, ExitStack() as stack:
        files = _Files(private(part / FILES), stack)
        found, _ = receive.open_room_backup(desk.agency, desk.request(said), path, files.take)
        if found != said:
            raise Trouble(Code.COPY_DIFFERS, file=path.name)
        put(part / LIST, strict.encode(files.laid_out))
        put(part / ABOUT, strict.encode(About(said.name, said.digest, said.room, str(said.day), said.files)))
