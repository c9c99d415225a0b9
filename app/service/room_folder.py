"""A folder that a room of another system brings: its plain files by name, unread; no link is ever followed (DAT-08)."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from app.core.terms import Digest
from app.exchange import archive
from app.exchange.room_backup import DEEPEST, MOST_FILES, ListedFile, lawful
from app.trouble import Code, Trouble

_PIECE = 1 << 20
_LEADS_ELSEWHERE = getattr(stat, "FILE_ATTRIBUTE_REPARSE_POINT", 0x400)
"""Junctions of Windows, which are no symbolic links."""


@dataclass(frozen=True, slots=True)
class Found:
    """One file: its name in the folder, where it lies, and its size in bytes."""

    name: str
    path: Path
    size: int


def files(folder: Path) -> tuple[Found, ...]:
    """Everything in it, in order of names. Raises FILE_MISSING, and FOLDER_UNFIT for what cannot come along whole."""
    found: list[Found] = []
    try:
        for one in _walk(folder, "", 1):
            found.append(one)
            if len(found) > MOST_FILES:
                raise _unfit(folder.name, "many")
    except OSError as cause:
        raise Trouble(Code.FILE_MISSING, file=folder.name) from cause
    if not found:
        raise _unfit(folder.name, "empty")
    return tuple(found)


def these(*paths: Path) -> tuple[Found, ...]:
    """Single files under their own names; raises FILE_MISSING."""
    try:
        return tuple(Found(path.name, path, path.stat().st_size) for path in paths)
    except OSError as cause:
        raise Trouble(Code.FILE_MISSING, file=paths[0].name) from cause


def _walk(folder: Path, within: str, depth: int) -> Iterator[Found]:
    for entry in sorted(os.scandir(folder), key=lambda one: one.name):
        name = f"{within}{entry.name}"
        if not _writable(name):
            raise _unfit(folder.name, "name")
        known = entry.stat(follow_symlinks=False)
        if stat.S_ISLNK(known.st_mode) or getattr(known, "st_file_attributes", 0) & _LEADS_ELSEWHERE:
            raise _unfit(name, "link")
        if stat.S_ISDIR(known.st_mode):
            if depth == DEEPEST:
                raise _unfit(name, "deep")
            yield from _walk(Path(entry.path), f"{name}/", depth + 1)
            continue
        if not stat.S_ISREG(known.st_mode):
            raise _unfit(name, "special")
        if not lawful(name):
            raise _unfit(name[:80], "deep")
        if known.st_size > archive.LARGEST:
            raise _unfit(name, "large")
        yield Found(name, Path(entry.path), known.st_size)


def _writable(name: str) -> bool:
    """Linux takes any bytes for a name; a list in UTF-8 does not."""
    try:
        return bool(name.encode())
    except UnicodeEncodeError:
        return False


def _unfit(file: str, reason: str) -> Trouble:
    return Trouble(Code.FOLDER_UNFIT, file=file, reason=reason)


def opened(found: Found) -> BinaryIO:
    """To read it; raises FOLDER_UNFIT where a link or something else lies there by now, FILE_MISSING for nothing."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(found.path, flags)
    except OSError as cause:
        if found.path.is_symlink():
            raise _unfit(found.name, "link") from cause
        raise Trouble(Code.FILE_MISSING, file=found.name) from cause
    file = cast(BinaryIO, os.fdopen(handle, "rb"))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        file.close()
        raise _unfit(found.name, "special")
    return file


def listed(found: Found, told: Callable[[int], None]) -> ListedFile:
    """With its digest; `told` of every piece's size. Raises COPY_DIFFERS where it grew or shrank meanwhile."""
    digest, size = hashlib.sha256(), 0
    try:
        with opened(found) as file:
            while piece := file.read(_PIECE):
                told(len(piece))
                digest.update(piece)
                size += len(piece)
    except OSError as cause:
        raise Trouble(Code.FILE_MISSING, file=found.name) from cause
    if size != found.size:
        raise Trouble(Code.COPY_DIFFERS, file=found.name)
    return ListedFile(found.name, size, Digest(digest.hexdigest()))
