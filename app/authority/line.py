"""One row of a table, read cell by cell into values."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from app.authority.faults import Fault, FaultKind
from app.authority.tables import Row

_FLAGS = {"1": True, "yes": True, "true": True, "0": False, "no": False, "false": False}
NUMBER = re.compile(r"[0-9]{1,6}")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
FLOOR = re.compile(r"-?[0-9]{1,3}")


class Line:
    """One row while it is read; a cell that is wrong reads as nothing and is named once."""

    def __init__(self, source: str, row: Row, found: list[Fault]) -> None:
        self._source = source
        self._row = row
        self._found = found
        self.number_of_row = row.number
        self.bad = None in row.cells.values()

    def fault(self, column: str, kind: FaultKind, value: str = "") -> None:
        self._found.append(Fault(self._source, self._row.number, column, kind, value))
        self.bad = True

    def read(self, column: str) -> bool:
        """False where the cell stands among the table's faults already."""
        return self._row.cells[column] is not None

    def optional(self, column: str) -> str:
        return self._row.cells[column] or ""

    def text(self, column: str) -> str:
        text = self._row.cells[column]
        if text == "":
            self.fault(column, FaultKind.BLANK)
        return text or ""

    def number(self, column: str, shape: re.Pattern[str] = NUMBER) -> int:
        text = self.text(column)
        if text and not shape.fullmatch(text):
            self.fault(column, FaultKind.NOT_A_NUMBER, text)
            return 0
        return int(text or 0)

    def day(self, column: str) -> date | None:
        """Year, month and day as in 2026-06-19, or nothing."""
        text = self.optional(column)
        if not text:
            return None
        with suppress(ValueError):
            if DAY.fullmatch(text):
                return date.fromisoformat(text)
        self.fault(column, FaultKind.NOT_A_DATE, text)
        return None

    def flag(self, column: str) -> bool:
        text = self.text(column)
        flag = _FLAGS.get(text.lower())
        if text and flag is None:
            self.fault(column, FaultKind.NOT_A_FLAG, text)
        return bool(flag)
