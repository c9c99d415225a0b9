"""tar inside zstd, written and read with a fixed idea of what may be inside: plain members, known names, bounded."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

import zstandard

from app.trouble import Code, Trouble

Allowed = Callable[[str], int]
"""The largest size in bytes that a member of this name may have; 0 for a name that may not occur."""


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
        with (
            zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(
                source, closefd=False, read_across_frames=True
            ) as plain,
            tarfile.open(fileobj=plain, mode="r|") as tar,
        ):
            for info in tar:
                limit = allowed(info.name)
                if not info.isreg() or not limit:
                    raise Trouble(Code.MEMBER_STRANGE, file=file, member=info.name[:80])
                if info.name in seen:
                    raise Trouble(Code.MEMBER_DOUBLED, file=file, member=info.name)
                if info.size > limit:
                    raise Trouble(Code.FILE_TOO_LARGE, file=info.name, limit=limit)
                seen.add(info.name)
                stream = tar.extractfile(info)
                content = stream.read() if stream else b""
                if len(content) != info.size:
                    raise Trouble(Code.FILE_DAMAGED, file=file)
                yield info.name, content
                tar.members = []  # type: ignore[attr-defined]  # tarfile remembers every member; before 3.13 only so
            while padding := plain.read(1 << 16):
                if padding.strip(b"\0"):
                    raise Trouble(Code.FILE_DAMAGED, file=file)
    except (tarfile.TarError, zstandard.ZstdError, EOFError) as cause:
        raise Trouble(Code.FILE_DAMAGED, file=file) from cause
