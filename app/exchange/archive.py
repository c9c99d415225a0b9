"""tar inside zstd, written and read with a fixed idea of what may be inside: plain members, known names, bounded."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

import zstandard

from app.trouble import Code, Trouble

Allowed = Callable[[str], int]
"""The largest size in bytes that a member of this name may have; 0 for a name that may not occur."""
LARGEST = (8 << 30) - 1
"""Bytes; more than a plain header of tar can say."""

_BLOCK = tarfile.BLOCKSIZE
_PIECE = 1 << 20


class _Source(Protocol):
    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Streamed:
    """The content of a member that is read piece by piece while it is written; it must give `size` bytes."""

    size: int
    source: _Source


Members = Iterable[tuple[str, bytes | Streamed]]


def write(target: BinaryIO, members: Members) -> None:
    """The same members give the same bytes: no owner, no time. Raises FILE_DAMAGED for a source that ends early."""
    target.writelines(_packed(members))


class Packed:
    """The same, made as it is read: what encrypts it asks for it in its own thread, and waits for no other."""

    def __init__(self, members: Members) -> None:
        self._pieces = _packed(members)
        self._rest = memoryview(b"")

    def read(self, size: int = -1) -> bytes:
        """At most so many bytes, b"" at the end; all of it without a size."""
        if size < 0:
            rest, self._rest = bytes(self._rest), memoryview(b"")
            return rest + b"".join(self._pieces)
        if not self._rest:
            self._rest = memoryview(next(self._pieces, b""))
        given, self._rest = self._rest[:size], self._rest[size:]
        return bytes(given)


def _packed(members: Members) -> Iterator[bytes]:
    packer = zstandard.ZstdCompressor(level=3).compressobj()
    for piece in _plain(members):
        if packed := packer.compress(piece):
            yield packed
    yield packer.flush()


def _plain(members: Members) -> Iterator[bytes]:
    """The tar itself."""
    length = 0
    for name, content in members:
        streamed = Streamed(len(content), io.BytesIO(content)) if isinstance(content, bytes) else content
        info = tarfile.TarInfo(name)
        info.size = streamed.size
        yield info.tobuf(tarfile.USTAR_FORMAT)
        yield from Member(streamed.source, streamed.size, name).pieces()
        yield bytes(-streamed.size % _BLOCK)
        length += _BLOCK + streamed.size + -streamed.size % _BLOCK
    length += 2 * _BLOCK
    yield bytes(2 * _BLOCK + -length % tarfile.RECORDSIZE)


class Member:
    """The content of a member while it is read; the next one comes only after it."""

    def __init__(self, plain: _Source, size: int, file: str) -> None:
        self._plain, self._left, self._file = plain, size, file

    def pieces(self) -> Iterator[bytes]:
        """What is left of it, never much at a time: what a header promises is no reason to set memory aside.

        Raises FILE_DAMAGED where the archive ends before it.
        """
        while self._left:
            piece = self._plain.read(min(self._left, _PIECE))
            if not piece:
                raise Trouble(Code.FILE_DAMAGED, file=self._file)
            self._left -= len(piece)
            yield piece

    def whole(self) -> bytes:
        return b"".join(self.pieces())


def read(source: BinaryIO, allowed: Allowed, file: str) -> Iterator[tuple[str, bytes]]:
    """Members in their order. Raises FILE_DAMAGED, MEMBER_STRANGE, MEMBER_DOUBLED or FILE_TOO_LARGE, naming them."""
    for name, member in stream(source, allowed, file):
        yield name, member.whole()


def stream(source: BinaryIO, allowed: Allowed, file: str) -> Iterator[tuple[str, Member]]:
    """The same, for members larger than memory; what is not read of one is passed over."""
    seen: set[str] = set()
    try:
        with zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(
            source, closefd=False, read_across_frames=True
        ) as plain:
            # tarfile would read on past a broken header, take in the extensions of pax and GNU at any size, and not
            # look at what follows the end: so it parses single headers here, and walks nothing.
            while (header := Member(plain, _BLOCK, file).whole()) != bytes(_BLOCK):
                info = tarfile.TarInfo.frombuf(header, "ascii", "replace")
                limit = allowed(info.name)
                if info.type != tarfile.REGTYPE or not limit:
                    raise Trouble(Code.MEMBER_STRANGE, file=file, member=info.name[:80])
                if info.name in seen:
                    raise Trouble(Code.MEMBER_DOUBLED, file=file, member=info.name)
                if not 0 <= info.size <= limit:
                    raise Trouble(Code.FILE_TOO_LARGE, file=info.name, limit=limit)
                seen.add(info.name)
                member = Member(plain, info.size, file)
                yield info.name, member
                for _ in member.pieces():
                    pass
                _zeros(Member(plain, -info.size % _BLOCK, file).whole(), file)
            _zeros(Member(plain, _BLOCK, file).whole(), file)
            while padding := plain.read(_PIECE):
                _zeros(padding, file)
    except (tarfile.TarError, zstandard.ZstdError) as cause:
        raise Trouble(Code.FILE_DAMAGED, file=file) from cause


def _zeros(padding: bytes, file: str) -> None:
    if padding.strip(b"\0"):
        raise Trouble(Code.FILE_DAMAGED, file=file)
