"""Files that are evidence (VIO-10): their digest is recorded, the file itself stays where it is."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable
from pathlib import Path

from app.core.terms import Digest
from app.trouble import Code, Trouble

_PIECE = 1 << 20
"""Bytes between two words about how far it is: recordings may be of many gigabytes."""


def digest(path: Path, progress: Callable[[int, int], object]) -> Digest:
    """On any thread; raises FILE_MISSING, also for what is no plain file, and whatever `progress` raises."""
    hashing, done = hashlib.sha256(), 0
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise Trouble(Code.FILE_MISSING, file=path.name)
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                hashing.update(piece)
                done += len(piece)
                progress(done, max(done, found.st_size))
    except OSError as cause:
        raise Trouble(Code.FILE_MISSING, file=path.name) from cause
    return Digest(hashing.hexdigest())
