"""tar inside zstd, written and read with a fixed idea of what may be inside: plain members, known names, bounded."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, Protocol

import zstandard

from app.trouble import Code, Trouble

Allowed = Callable[[str], int]
"""The largest size in bytes that a member of this name may have; 0 for a name that may not occur."""

_BLOCK = tarfile.BLOCKSIZE
_PIECE = 1 << 20


class _Source(Protocol):
    def read(self, size: int, /) -> bytes: ...


def write(target: BinaryIO, members: Iterable[tuple[str, bytes]]) -> None:
    """The same members give the same bytes: no owner, no time."""
    with (
        zstandard.ZstdCompressor(level=3).stream_writer(target, closefd=False) as packed,
        tarfile.open(fileobj=packed, mode="w|", format=tarfile.USTAR_FORMAT) as tar,
    ):
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))


def read(source: BinaryIO, allowed: Allowed, file: str) -> Iterator[tuple[str, bytes]]:
    """Members in their order. Raises FILE_DAMAGED, MEMBER_STRANGE, MEMBER_DOUBLED or FILE_TOO_LARGE, naming them."""
    seen: set[str] = set()
    try:
        with zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(
            source, closefd=False, read_across_frames=True
        ) as plain:
            # tarfile would read on past a broken header, take in the extensions of pax and GNU at any size, and not
            # look at what follows the end: so it parses single headers here, and walks nothing.
            while (header := _exactly(plain, _BLOCK, file)) != bytes(_BLOCK):
                info = tarfile.TarInfo.frombuf(header, "ascii", "replace")
                limit = allowed(info.name)
                if info.type != tarfile.REGTYPE or not limit:
                    raise Trouble(Code.MEMBER_STRANGE, file=file, member=info.name[:80])
                if info.name in seen:
                    raise Trouble(Code.MEMBER_DOUBLED, file=file, member=info.name)
                if not 0 <= info.size <= limit:
                    raise Trouble(Code.FILE_TOO_LARGE, file=info.name, limit=limit)
                seen.add(info.name)
                content = _exactly(plain, info.size, file)
                _zeros(_exactly(plain, -info.size % _BLOCK, file), file)
                yield info.name, content
            _zeros(_exactly(plain, _BLOCK, file), file)
            while padding := plain.read(_PIECE):
                _zeros(padding, file)
    except (tarfile.TarError, zstandard.ZstdError) as cause:
        raise Trouble(Code.FILE_DAMAGED, file=file) from cause


def _exactly(plain: _Source, size: int, file: str) -> bytes:
    """In pieces: what a header promises is no reason to set so much memory aside."""
    pieces: list[bytes] = []
    while size and (piece := plain.read(min(size, _PIECE))):
        pieces.append(piece)
        size -= len(piece)
    if size:
        raise Trouble(Code.FILE_DAMAGED, file=file)
    return b"".join(pieces)


def _zeros(padding: bytes, file: str) -> None:
    if padding.strip(b"\0"):
        raise Trouble(Code.FILE_DAMAGED, file=file)
