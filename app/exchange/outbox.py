"""Writing a file that leaves the machine: temporary name, sync, read back, compare, rename."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from app.core.terms import Digest
from app.trouble import Code, Trouble

_PIECE = 1 << 20


class _Hashing:
    """Passes bytes on and keeps their digest: the internal copy that the medium is compared with."""

    def __init__(self, target: BinaryIO) -> None:
        self._target = target
        self.digest = hashlib.sha256()
        self.size = 0

    def write(self, content: bytes) -> int:
        self.digest.update(content)
        self.size += len(content)
        return self._target.write(content)

    def flush(self) -> None:
        self._target.flush()


def write(path: Path, produce: Callable[[BinaryIO], None]) -> tuple[Digest, int]:
    """Let `produce` write the content; afterwards `path` holds all of it or does not exist.

    Returns digest and size. Raises MEDIUM_FULL, FILE_MISSING, or COPY_DIFFERS where it reads back otherwise.
    """
    part = path.with_name(path.name + ".part")
    try:
        part.unlink(missing_ok=True)
        with part.open("xb") as file:  # never through a link that somebody laid
            hashing = _Hashing(file)
            produce(hashing)  # type: ignore[arg-type]  # only write and flush are used
            file.flush()
            os.fsync(file.fileno())
        digest = Digest(hashing.digest.hexdigest())
        if digest_of(part) != digest:
            raise Trouble(Code.COPY_DIFFERS, file=path.name)
        part.replace(path)
        _sync_folder(path.parent)
    except OSError as cause:
        full = cause.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        raise Trouble(Code.MEDIUM_FULL if full else Code.FILE_MISSING, file=path.name) from cause
    finally:
        with suppress(OSError):  # a medium that is gone keeps what it has; why it failed is said already
            part.unlink()
    return digest, hashing.size


def write_bytes(path: Path, content: bytes) -> tuple[Digest, int]:
    """The same for a content that is already there."""
    return write(path, lambda file: _whole(file, content))


def copy(source: Path, target: Path, say: Callable[[int, int], None]) -> tuple[Digest, int]:
    """The same bytes at `target`, read back; `say` is told how many of how many were taken.

    Raises as `write`.
    """

    def produce(file: BinaryIO) -> None:
        with source.open("rb") as opened:
            total = os.fstat(opened.fileno()).st_size
            done = 0
            while piece := opened.read(_PIECE):
                say(done, total)
                file.write(piece)
                done += len(piece)

    return write(target, produce)


def _whole(file: BinaryIO, content: bytes) -> None:
    file.write(content)


def digest_of(path: Path) -> Digest:
    """SHA-256 of the file as it now stands on the medium; raises FILE_MISSING."""
    try:
        with path.open("rb") as file:
            return Digest(hashlib.file_digest(file, "sha256").hexdigest())
    except OSError as cause:
        raise Trouble(Code.FILE_MISSING, file=path.name) from cause


def read_bytes(path: Path, limit: int) -> bytes:
    """A small file, whole; raises FILE_MISSING or FILE_TOO_LARGE. Pipes and devices, which may never end, are none."""
    try:
        # Asked before it is opened: opening a pipe waits for whoever writes into it.
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise Trouble(Code.FILE_MISSING, file=path.name)
        if found.st_size > limit:
            raise Trouble(Code.FILE_TOO_LARGE, file=path.name, limit=limit)
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except (OSError, ValueError) as cause:  # ValueError: a name with a zero in it
        raise Trouble(Code.FILE_MISSING, file=path.name) from cause
    if len(content) > limit:
        raise Trouble(Code.FILE_TOO_LARGE, file=path.name, limit=limit)
    return content


def _sync_folder(folder: Path) -> None:
    """Windows keeps no handle on folders; there the rename is journaled by NTFS."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
