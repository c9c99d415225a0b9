"""The log and the crash files: where in the program, and never about whom.

The message of an exception may quote a name or an ID number, so neither file takes one: its type, the code of a Trouble
and the places it came through are enough to find a bug by.
"""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from logging.handlers import RotatingFileHandler
from pathlib import Path

from app.trouble import Trouble
from app.version import version

NAME = "examsite.log"
FILES, FILE_BYTES = 5, 1 << 20


class _Impersonal(logging.Formatter):
    """One line a record; exceptions stand by type and place, also where they are an argument or the message itself."""

    def format(self, record: logging.LogRecord) -> str:
        lines = [f"{self.formatTime(record)} {record.levelname} {record.name}: {_message(record)}"]
        if record.exc_info and record.exc_info[1]:
            lines += _told(record.exc_info[1])
        return "\n".join(lines)


def _message(record: logging.LogRecord) -> str:
    message = str(_plain(record.msg))
    if isinstance(record.args, tuple) and record.args:
        return message % tuple(map(_plain, record.args))
    if isinstance(record.args, dict) and record.args:
        return message % {name: _plain(value) for name, value in record.args.items()}
    return message


def _plain(value: object) -> object:
    return _type(value) if isinstance(value, BaseException) else value


def _type(error: BaseException) -> str:
    kind = type(error)
    name = f"{kind.__module__}.{kind.__qualname__}"
    return f"{name} {error.code.value}" if isinstance(error, Trouble) else name


def start(folder: Path) -> logging.Handler:
    """Log into `folder` from now on, five files of 1 MB at most; the handler, for whoever wants to stop it."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(folder / NAME, maxBytes=FILE_BYTES, backupCount=FILES - 1, encoding="utf-8")
    handler.setFormatter(_Impersonal())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return handler


def crash_file(folder: Path, error: BaseException, entry: int) -> Path:
    """What a bug leaves for whoever mends it; `entry` is the last entry of the journal that stands."""
    folder.mkdir(parents=True, exist_ok=True)
    at = datetime.now(UTC).astimezone()
    lines = [
        f"examsite {version()}",
        f"Python {platform.python_version()}",
        platform.platform(),
        at.isoformat(timespec="seconds"),
        f"entry {entry}",
        *_told(error),
    ]
    names = (folder / f"crash-{at:%Y%m%d-%H%M%S}-{number}.txt" for number in count(1))
    path = next(name for name in names if not name.exists())
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _told(error: BaseException) -> Iterator[str]:
    """The exception, then what it came from."""
    seen: set[int] = set()
    told: BaseException | None = error
    while told and id(told) not in seen:
        seen.add(id(told))
        yield _type(told)
        for frame, line in traceback.walk_tb(told.__traceback__):
            yield f"  {_place(frame.f_code.co_filename)}:{line}:{frame.f_code.co_name}"
        told = told.__cause__ or (None if told.__suppress_context__ else told.__context__)


def _place(file: str) -> str:
    """Without the folder that the program lies in: that may be named after a person."""
    path = Path(file)
    for root in sorted(sys.path, key=len, reverse=True):
        if root and path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    return path.name
