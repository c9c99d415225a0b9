"""Backup of kind S: journal, cited blobs and finished records as tar.zst in age, with a signed sidecar beside it."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, BinaryIO, Literal, Protocol

import msgspec

from app.core.terms import Digest, ExamId, LockSerial, SessionId, SiteCode
from app.exchange import archive, keyfile, strict
from app.exchange.agefile import Identity, Recipient, decrypting, encrypt
from app.exchange.signed import Document, Kind, PublicKey, SigningKey, claimed, sign, verify
from app.trouble import Code, Trouble

SUFFIX = ".examsite-backup"
SIDECAR = ".jws"
LONGEST_SIDECAR = 1 << 20
_BLOB = re.compile(r"blobs/([0-9a-f]{64})")
_RECORD = re.compile(r"records/([A-Za-z0-9._-]{1,80})\.pdf")
_Head = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
_Number = Annotated[int, msgspec.Meta(ge=1, le=(1 << 63) - 1)]


class JournalLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry as stored: stamp and body are the exact UTF-8 text that the head was made from."""

    n: _Number
    head: _Head
    stamp: str
    body: str


class BackupManifest(Document, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The sidecar: enough to check and receipt the backup unopened. `lock` is the JWK text of the signing lock."""

    name: str
    kind: Literal["S"]
    session: SessionId
    digest: Digest
    size: int
    entries: int
    head: _Head
    blobs: int
    records: int
    lock_serial: LockSerial
    lock: str


@dataclass(frozen=True, slots=True)
class Inside:
    """What an opened backup holds; blobs and records were checked against their names on the way."""

    lines: tuple[JournalLine, ...]
    blobs: frozenset[Digest]
    records: dict[str, Digest]
    keys: keyfile.KeyFile


def name(exam: ExamId, site: SiteCode, session: SessionId, number: int) -> str:
    return f"{exam}-{site}-S-{session}-{number}{SUFFIX}"


def sidecar_of(path: Path) -> Path:
    """Where the sidecar of a backup lies."""
    return path.with_name(path.name + SIDECAR)


def write(
    target: BinaryIO,
    lines: Iterable[JournalLine],
    blobs: Iterable[tuple[Digest, bytes]],
    records: Iterable[tuple[str, bytes]],
    keys: keyfile.KeyFile,
    to: Sequence[Recipient],
) -> None:
    """Stream everything; the journal first, so that a reader can prove it before the rest."""

    def members() -> Iterator[tuple[str, bytes]]:
        yield "journal.ndjson", b"".join(strict.encode(line) + b"\n" for line in lines)
        yield keyfile.NAME, strict.encode(keys)
        for digest, content in blobs:
            yield f"blobs/{digest}", content
        for record, content in records:
            yield f"records/{record}.pdf", content

    encrypt(archive.Packed(members()), target, to)


def _allowed(member: str) -> int:
    if member == "journal.ndjson":
        return 256 << 20
    if member == keyfile.NAME:
        return 1 << 16
    return 256 << 20 if _BLOB.fullmatch(member) or _RECORD.fullmatch(member) else 0


def read(source: BinaryIO, identities: Sequence[Identity], file: str) -> Inside:
    """Open a backup. Raises every fault of files; the chain itself is the journal's to prove."""
    journal: bytes | None = None
    keys: keyfile.KeyFile | None = None
    blobs: set[Digest] = set()
    records: dict[str, Digest] = {}
    with decrypting(source, identities, file) as plain:
        for member, content in archive.read(plain, _allowed, file):
            digest = Digest(hashlib.sha256(content).hexdigest())
            if member == "journal.ndjson":
                journal = content
            elif member == keyfile.NAME:
                keys = keyfile.read(content)
            elif found := _BLOB.fullmatch(member):
                if found[1] != digest:
                    raise Trouble(Code.MEMBER_DIFFERS, file=file, member=member)
                blobs.add(digest)
            else:
                records[member] = digest
    if journal is None or keys is None:
        raise Trouble(Code.MEMBER_MISSING, file=file, member="journal.ndjson" if journal is None else keyfile.NAME)
    if not journal.endswith(b"\n"):
        raise Trouble(Code.FILE_DAMAGED, file="journal.ndjson")
    reader = strict.Reader(JournalLine, "journal.ndjson")
    lines = tuple(reader.read(line.removesuffix(b"\n"), n) for n, line in enumerate(io.BytesIO(journal), 1))
    return Inside(lines, frozenset(blobs), records, keys)


def write_sidecar(manifest: BackupManifest, lock: SigningKey) -> bytes:
    return sign(Kind.BACKUP, manifest, lock)


def read_sidecar(token: bytes, lock: PublicKey) -> BackupManifest:
    """Checked with a key that is already known; raises every fault of signed documents."""
    return verify(token, Kind.BACKUP, BackupManifest, lock)


def read_unknown_sidecar(token: bytes) -> BackupManifest:
    """Checked with the key it carries: proves that nothing changed since, not who made it. Compare fingerprints."""
    return read_sidecar(token, PublicKey.read(claimed(token, Kind.BACKUP, BackupManifest).lock))


class Stated(Protocol):
    """What a sidecar of either kind says of its file."""

    @property
    def name(self) -> str: ...
    @property
    def digest(self) -> Digest: ...
    @property
    def size(self) -> int: ...


def compare(manifest: Stated, *, file: str, digest: Digest, size: int) -> None:
    """The file on the medium against its sidecar; raises COPY_DIFFERS."""
    if manifest.name != file or manifest.digest != digest or manifest.size != size:
        raise Trouble(Code.COPY_DIFFERS, file=file)


def compare_counts(manifest: BackupManifest, inside: Inside, entries: int) -> None:
    """What is inside against what the sidecar says; raises COPY_DIFFERS."""
    if (entries, len(inside.blobs), len(inside.records)) != (manifest.entries, manifest.blobs, manifest.records):
        raise Trouble(Code.COPY_DIFFERS, file=manifest.name)
