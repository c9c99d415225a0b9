"""Tables that people open in a spreadsheet program, which is kept from making anything else of a text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

Row = Sequence[str | int]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"0[0-9]+|[0-9]{12,}|[0-9]{1,4}[-/][0-9]{1,2}|[0-9]+[eE][0-9]+")
"""Loses zeros, or digits after the fifteenth, or is taken for a date, as "1-2" is."""


def content(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """UTF-8 with its mark. A text that would become a formula, a date or another number has an apostrophe before it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _plain(cell: str | int) -> str | int:
    if not isinstance(cell, str) or cell == "-":
        return cell
    return f"'{cell}" if cell.startswith(_FORMULA) or _NUMBER.fullmatch(cell) else cell
