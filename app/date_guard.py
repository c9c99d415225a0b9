"""Days of real exams that this machine knows of: practice keeps away from them."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

from app.exchange import outbox, strict
from app.trouble import Trouble

NAME = "exam-days.json"
UNREADABLE = ".unreadable"
_LONGEST = 1 << 20
_log = logging.getLogger(__name__)


def note(home: Path, dates: Iterable[date]) -> None:
    """Remember these days too. A list that cannot be read is set aside: a guard against practice stops no exam."""
    try:
        known = _known(home)
    except Trouble:
        _log.warning("%s cannot be read and is set aside", NAME)
        with suppress(OSError):
            (home / NAME).replace(home / (NAME + UNREADABLE))
        known = frozenset()
    home.mkdir(parents=True, exist_ok=True)
    outbox.write_bytes(home / NAME, strict.encode(sorted(known | set(dates))) + b"\n")


def is_exam_day(home: Path, today: date) -> bool:
    """Raises CONTENT_UNFIT or FILE_MISSING for a list that cannot be read: then nobody knows that it is none."""
    return today in _known(home)


def _known(home: Path) -> frozenset[date]:
    if not (home / NAME).exists():
        return frozenset()
    return frozenset(strict.decode(outbox.read_bytes(home / NAME, _LONGEST), tuple[date, ...], NAME))
