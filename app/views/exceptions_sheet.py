"""What stands on the sheet of a day's exceptions (例外情况汇总), for the chief's one signature."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

import msgspec

from app.core.directory import Directory
from app.core.site import Site
from app.core.site_form import day_of
from app.views.exceptions import Exceptions, exam_days, exceptions
from app.views.site_sheet import History, SheetHead, SiteSheet, sheet_head

_NAMED = 12
"""Entries whose numbers are printed; the rest are counted."""


class ExceptionLine(msgspec.Struct, frozen=True):
    """All of one kind; `of` is "" but for late steps. `entries` are the first ones by number."""

    kind: str
    of: str
    count: int
    first_at: datetime
    last_at: datetime
    rooms: tuple[str, ...]
    entries: tuple[int, ...]


class ExceptionsSheet(SiteSheet, frozen=True):
    """One exam day; nothing is left out, only counted together."""

    head: SheetHead
    day: date
    lines: tuple[ExceptionLine, ...]

    @property
    def last_at(self) -> datetime | None:
        return max((line.last_at for line in self.lines), default=None)


def exceptions_sheet(site: Site, _: Directory, subject: str, history: History) -> ExceptionsSheet | None:
    """None where no session is held that day."""
    day = day_of(subject)
    if day is None or day not in exam_days(site):
        return None
    return sheet_of(site, day, exceptions(site, history, day))


def sheet_of(site: Site, day: date, found: Iterable[Exceptions]) -> ExceptionsSheet:
    """Of what was gathered for this exam day."""
    return ExceptionsSheet(sheet_head(site), day, tuple(map(_line, found)))


def _line(one: Exceptions) -> ExceptionLine:
    entries = tuple(line.n for line in one.lines[:_NAMED])
    return ExceptionLine(one.kind, one.of or "", len(one.lines), one.lines[0].at, one.lines[-1].at, one.rooms, entries)
