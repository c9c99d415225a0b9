"""What the machine before entered after the day was taken up elsewhere, ready to be worded (备用机接续)."""

from __future__ import annotations

from pathlib import Path

from app.journal import codec
from app.service import resume
from app.service.chronicle import line_of
from app.views.journal import Line
from devices.protocols import Lock

STORE = "store"


def later_lines(folder: Path, lock: Lock) -> tuple[Line, ...]:
    """Oldest first; `folder` is the other machine's data folder, or the store in it. Slow: for a lane.

    Raises everything that its store and the lock can say: none of it speaks of this machine's own record.
    """
    inside = folder / STORE
    found = resume.later(inside if inside.is_dir() else folder, lock)
    return tuple(line_of(one, codec.decode(one.body, one.n)) for one in found)
