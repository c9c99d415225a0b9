"""Backup of kind R: what a room brought, unread, as tar.zst in age: a list with digests, then each file by number."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Annotated, BinaryIO, Literal

import msgspec

from app.core.safe_state import RoomSource
from app.core.terms import Digest, ExamId, LockSerial, RoomId, SiteCode
from app.exchange import archive, strict
from app.exchange.agefile import Identity, Recipient, decrypting, encrypt
from app.exchange.backup import SUFFIX
from app.exchange.signed import Document, Kind, PublicKey, SigningKey, claimed, sign, verify
from app.trouble import Code, Trouble

LIST = "list.json"
MOST_FILES, DEEPEST, LONGEST_NAME = 100_000, 32, 1000
"""Of one backup; of one name, in folders and in characters."""
LONGEST_LIST = 128 << 20
_FILE = re.compile(r"files/([0-9]{6})")
_Digest = Annotated[Digest, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
_Size = Annotated[int, msgspec.Meta(ge=0, le=archive.LARGEST)]
Take = Callable[["ListedFile", bytes], None]
"""Given each file in its order, piece by piece; the first piece of every file is empty."""


class ListedFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file as it lay in the room's folder: its name from there, with `/` between folders."""

    name: str
    size: _Size
    digest: _Digest


class RoomBackupManifest(Document, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The sidecar. `room_lock`: which lock signed what the room brought, "" for a folder; `lock` signed this, as JWK.

    `taken_at`: when the room side made it, or when the copying of a folder began here.
    """

    name: str
    kind: Literal["R"]
    room: RoomId
    day: date
    source: RoomSource
    room_lock: LockSerial
    digest: Digest
    size: int
    files: Annotated[int, msgspec.Meta(ge=1, le=MOST_FILES)]
    taken_at: Annotated[datetime, msgspec.Meta(tz=True)]
    lock_serial: LockSerial
    lock: str


def name(exam: ExamId, site: SiteCode, room: RoomId, day: date, number: int) -> str:
    return f"{exam}-{site}-R-{room}-{day}-{number}{SUFFIX}"


def lawful(file: str) -> bool:
    """A relative name that leads nowhere else. What else a system may not like in it is for whoever unpacks."""
    parts = file.split("/")
    return 0 < len(file) <= LONGEST_NAME and len(parts) <= DEEPEST and not {"", ".", ".."} & set(parts)


def write(
    target: BinaryIO,
    files: Sequence[ListedFile],
    opened: Callable[[ListedFile], AbstractContextManager[BinaryIO]],
    to: Sequence[Recipient],
) -> None:
    """Stream everything, the list first. Raises COPY_DIFFERS for a file that is no longer what the list says."""

    def members() -> Iterator[tuple[str, bytes | archive.Streamed]]:
        yield LIST, strict.encode(tuple(files))
        for number, one in enumerate(files, 1):
            with opened(one) as source:
                reading = _Reading(source, one)
                yield f"files/{number:06d}", archive.Streamed(one.size, reading)
                reading.finish()

    encrypt(archive.Packed(members()), target, to)


class _Reading:
    """A file on its way into the archive, held against what the list says of it."""

    def __init__(self, source: BinaryIO, listed: ListedFile) -> None:
        self._source, self._listed = source, listed
        self._digest = hashlib.sha256()

    def read(self, size: int) -> bytes:
        piece = self._source.read(size)
        if not piece:
            raise self._differs
        self._digest.update(piece)
        return piece

    def finish(self) -> None:
        if self._source.read(1) or self._digest.hexdigest() != self._listed.digest:
            raise self._differs

    @property
    def _differs(self) -> Trouble:
        return Trouble(Code.COPY_DIFFERS, file=self._listed.name)


def _allowed(member: str) -> int:
    if member == LIST:
        return LONGEST_LIST
    return archive.LARGEST if _FILE.fullmatch(member) else 0


def _unread(_file: ListedFile, _piece: bytes) -> None:
    """Who only proves a backup keeps nothing of it."""


def read(source: BinaryIO, identities: Sequence[Identity], file: str, take: Take = _unread) -> tuple[ListedFile, ...]:
    """Open a backup: every file has come in its order and is what the list says. Raises every fault of files.

    Whatever `take` was given counts only once this has come to its end.
    """
    files: tuple[ListedFile, ...] | None = None
    count = 0
    with decrypting(source, identities, file) as plain:
        for member, content in archive.stream(plain, _allowed, file):
            if files is None:
                if member != LIST:
                    raise Trouble(Code.MEMBER_STRANGE, file=file, member=member)
                files = _listed(content.whole())
                continue
            if count == len(files) or member != f"files/{count + 1:06d}":
                raise Trouble(Code.MEMBER_STRANGE, file=file, member=member)
            _compare(files[count], content, file, member, take)
            count += 1
    if files is None or count < len(files):
        gone = LIST if files is None else f"files/{count + 1:06d}"
        raise Trouble(Code.MEMBER_MISSING, file=file, member=gone)
    return files


def _listed(content: bytes) -> tuple[ListedFile, ...]:
    files = strict.decode(content, tuple[ListedFile, ...], LIST)
    if not 1 <= len(files) <= MOST_FILES:
        raise Trouble(Code.CONTENT_UNFIT, file=LIST, line=0, problem="files")
    seen: set[str] = set()
    for line, one in enumerate(files, 1):
        if not lawful(one.name):
            raise Trouble(Code.CONTENT_UNFIT, file=LIST, line=line, problem="name")
        if one.name in seen:
            raise Trouble(Code.MEMBER_DOUBLED, file=LIST, member=one.name)
        seen.add(one.name)
    return files


def _compare(listed: ListedFile, content: archive.Member, file: str, member: str, take: Take) -> None:
    digest, size = hashlib.sha256(), 0
    take(listed, b"")
    for piece in content.pieces():
        digest.update(piece)
        size += len(piece)
        take(listed, piece)
    if (size, digest.hexdigest()) != (listed.size, listed.digest):
        raise Trouble(Code.MEMBER_DIFFERS, file=file, member=member)


def write_sidecar(manifest: RoomBackupManifest, lock: SigningKey) -> bytes:
    return sign(Kind.ROOM_BACKUP, manifest, lock)


def read_sidecar(token: bytes, lock: PublicKey) -> RoomBackupManifest:
    """Checked with a key that is already known; raises every fault of signed documents."""
    return verify(token, Kind.ROOM_BACKUP, RoomBackupManifest, lock)


def read_unknown_sidecar(token: bytes) -> RoomBackupManifest:
    """Checked with the key it carries: proves that nothing changed since, not who made it. Compare fingerprints."""
    return read_sidecar(token, PublicKey.read(claimed(token, Kind.ROOM_BACKUP, RoomBackupManifest).lock))


def compare_files(manifest: RoomBackupManifest, files: Sequence[ListedFile]) -> None:
    """What is inside against what the sidecar says; raises COPY_DIFFERS."""
    if len(files) != manifest.files:
        raise Trouble(Code.COPY_DIFFERS, file=manifest.name)
