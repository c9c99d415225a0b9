"""A table on a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence


def lines(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """In columns; a Chinese character takes the place of two letters, and nothing from a journal moves the cursor."""
    rows = [tuple("".join(sign if sign.isprintable() else "\ufffd" for sign in cell) for cell in row) for row in rows]
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
