"""Folders of plain open files: nobody else on the machine reads them, and each is there whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def private(folder: Path) -> Path:
    """Made here, it is its owner's alone; one that was there keeps the rights that somebody gave it."""
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700)
    return folder


@contextmanager
def whole(place: Path) -> Iterator[Path]:
    """A folder to fill, which then stands at `place`; what stood there goes once the new one is complete."""
    part, old = place.with_name(f".{place.name}.part"), place.with_name(f".{place.name}.old")
    if old.exists() and not place.exists():
        old.rename(place)  # ended between the two renames below
    for left in (part, old):
        if left.exists():
            shutil.rmtree(left)
    private(part)
    try:
        yield part
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    if os.name == "posix":
        os.sync()  # one for thousands of files, before the name says that they are there
    if place.exists():
        place.rename(old)
    part.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def put(path: Path, content: bytes) -> None:
    """A new file; raises where one is there."""
    with path.open("xb") as file:
        file.write(content)
