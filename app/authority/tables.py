"""The agency's tables, CSV or XLSX, read into rows of text (ARR-12). Nothing is guessed; what does not fit is named.

Rows are numbered as a spreadsheet shows them: the header is row 1. Row 0 stands for the whole file.
"""

from __future__ import annotations

import csv
import io
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from enum import Enum
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl

from app.authority.faults import Fault, FaultKind

XLSX = "xlsx"
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What openpyxl and zipfile raise over what is no workbook; a packing that they do not know is a RuntimeError."""
_ZIP = b"PK\x03\x04"
_TEXT_ENCODINGS = ("utf-8", "gb18030")
_SHORT_UTF8 = "\u0800"  # below it a UTF-8 character takes two bytes, as a GBK character does
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_LOST = "\ufffd"  # what a wrong conversion leaves in place of a character


class Holds(Enum):
    """What a column holds: decides which spreadsheet cells it takes and what is normalised."""

    TEXT = "text"
    CODE = "code"
    """Text in plain signs: a full-width sign becomes its plain one, with a note."""
    NUMBER = "number"
    FLAG = "flag"
    DAY = "day"
    """A date; a spreadsheet's own date reads as year-month-day."""


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    holds: Holds = Holds.CODE
    optional: bool = False
    """A table without this column reads as if all its cells were empty."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line; a cell is None where it could not be read and stands among the table's faults."""

    number: int
    cells: dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Table:
    """`encoding` is utf-8, utf-8-sig, gbk, gb18030 or xlsx, "" if unreadable. A bad header leaves no rows."""

    rows: tuple[Row, ...]
    encoding: str
    source: str
    faults: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()


def read(path: Path, columns: Sequence[Column], encoding: str | None = None) -> Table:
    """Read one file; `encoding` is only for one that could not be told apart."""
    return parse(path.read_bytes(), path.name, columns, encoding)


def parse(content: bytes, source: str, columns: Sequence[Column], encoding: str | None = None) -> Table:
    reading = _Reading(source)
    if content.startswith(_ZIP):
        encoding, lines = XLSX, reading.spreadsheet(content)
    else:
        encoding, lines = reading.text(content, encoding)
    rows = tuple(reading.rows(lines, columns))
    return Table(rows, encoding, source, tuple(reading.faults), tuple(reading.notes))


@dataclass(frozen=True, slots=True)
class _Unfit:
    """A spreadsheet cell that is no text."""

    shown: str
    number: str | None
    """What a number or flag column reads in it, None for a date or an error."""
    day: str | None = None
    """What a column of dates reads in it."""


_Cell = str | _Unfit
_Line = list[_Cell]


class _Reading:
    def __init__(self, source: str) -> None:
        self._source = source
        self.faults: list[Fault] = []
        self.notes: list[Fault] = []

    def text(self, content: bytes, encoding: str | None) -> tuple[str, Iterator[_Line]]:
        told = encoding or self._told_apart(content)
        if not told:
            return "", iter(())
        try:
            decoded = content.decode(told)
        except UnicodeDecodeError as error:
            self._fault(0, "", FaultKind.UNREADABLE, str(error))
            return "", iter(())
        return told, self._csv(decoded)

    def _told_apart(self, content: bytes) -> str:
        """Chinese text that is valid UTF-8 is UTF-8; only where every sign takes two bytes could it be GBK as well."""
        if content.startswith(b"\xef\xbb\xbf"):
            return "utf-8-sig"
        utf8, gbk = (_decoded(content, name) for name in _TEXT_ENCODINGS)
        if utf8 is not None:
            if gbk is not None and not utf8.isascii() and max(utf8) < _SHORT_UTF8:
                self._fault(0, "", FaultKind.ENCODING_UNCLEAR)
                return ""
            return "utf-8"
        if gbk is None:
            self._fault(0, "", FaultKind.UNREADABLE)
            return ""
        return "gb18030" if _decoded(content, "gbk") is None else "gbk"

    def _csv(self, decoded: str) -> Iterator[_Line]:
        lines = csv.reader(io.StringIO(decoded, newline=""), strict=True)
        width = 0
        number = 0
        try:
            for number, line in enumerate(lines, 1):
                width = width or len(line)
                if line and len(line) != width:
                    self._fault(number, "", FaultKind.RAGGED_ROW, str(len(line)))
                    yield []
                else:
                    yield list(line)
        except csv.Error as error:
            self._fault(number + 1, "", FaultKind.UNREADABLE, str(error))

    def spreadsheet(self, content: bytes) -> Iterator[_Line]:
        """The one sheet with anything on it."""
        try:
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            sheets = [lines for lines in map(_lines, book.worksheets) if lines]
            book.close()
        except _BROKEN as error:
            self._fault(0, "", FaultKind.UNREADABLE, str(error))
            return iter(())
        if len(sheets) > 1:
            self._fault(0, "", FaultKind.SEVERAL_SHEETS, str(len(sheets)))
            return iter(())
        return iter(sheets[0] if sheets else ())

    def rows(self, lines: Iterable[_Line], columns: Sequence[Column]) -> Iterator[Row]:
        lines = iter(lines)
        header = [_shown(cell).strip() for cell in next(lines, [])]
        if not self._header_fits(header, columns):
            return
        known = {column.name: column for column in columns}
        order = [known[name] for name in header]
        left_out: dict[str, str | None] = {column.name: "" for column in columns if column.name not in header}
        for number, line in enumerate(lines, 2):
            if not any(_shown(cell).strip() for cell in line):
                continue
            if any(_shown(cell).strip() for cell in line[len(order) :]):
                self._fault(number, "", FaultKind.RAGGED_ROW, str(len(line)))
                continue
            padded = line + [""] * (len(order) - len(line))
            cells = zip(order, padded, strict=False)
            yield Row(number, left_out | {column.name: self._cell(number, column, cell) for column, cell in cells})

    def _header_fits(self, header: list[str], columns: Sequence[Column]) -> bool:
        if self.faults:
            return False
        while header and not header[-1]:
            header.pop()
        names = {column.name: column.optional for column in columns}
        for name in dict.fromkeys(header):
            if name not in names:
                self._fault(1, name, FaultKind.UNKNOWN_COLUMN, name)
            elif header.count(name) > 1:
                self._fault(1, name, FaultKind.DOUBLED_COLUMN, name)
        for name, optional in names.items():
            if name not in header and not optional:
                self._fault(1, name, FaultKind.MISSING_COLUMN, name)
        return not self.faults

    def _cell(self, number: int, column: Column, cell: _Cell) -> str | None:
        if isinstance(cell, _Unfit):
            if column.holds in (Holds.NUMBER, Holds.FLAG) and cell.number is not None:
                return cell.number
            if column.holds is Holds.DAY and cell.day is not None:
                return cell.day
            self._fault(number, column.name, FaultKind.NOT_TEXT, cell.shown)
            return None
        text = cell.strip()
        if text.isascii() and text.isprintable():
            return text
        if any(unicodedata.category(sign) in _UNSEEN or sign == _LOST for sign in text):
            self._fault(number, column.name, FaultKind.UNPRINTABLE, ascii(text))
            return None
        if column.holds is Holds.TEXT:
            return text
        plain = text.translate(_FULL_WIDTH)
        if plain != text:
            self.notes.append(Fault(self._source, number, column.name, FaultKind.FULL_WIDTH, text))
        return plain

    def _fault(self, row: int, column: str, kind: FaultKind, value: str = "") -> None:
        self.faults.append(Fault(self._source, row, column, kind, value))


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _shown(cell: _Cell) -> str:
    return cell.shown if isinstance(cell, _Unfit) else cell


def _lines(sheet: Any) -> list[_Line]:
    """Every line of a sheet, without the empty ones after the last."""
    sheet.reset_dimensions()
    lines = [[_from_cell(cell) for cell in line] for line in sheet.iter_rows()]
    while lines and not any(lines[-1]):
        lines.pop()
    return lines


def _from_cell(cell: Any) -> _Cell:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return _Unfit(value, None) if cell.data_type == "e" else value
    if isinstance(value, bool):
        return _Unfit(str(value), str(value))
    if isinstance(value, int | float):
        plain = str(int(value)) if value == int(value) else str(value)
        return _Unfit(plain, plain)
    if isinstance(value, datetime) and value.time() == time():
        return _Unfit(str(value), None, value.date().isoformat())
    return _Unfit(str(value), None)
