"""The agency's tables: encodings told apart, headers exact, and every cell that is not what it should be named."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.authority.faults import Fault, FaultKind
from app.authority.tables import Column, Holds, Table, parse, read

COLUMNS = (Column("ticket"), Column("name", Holds.TEXT), Column("seats", Holds.NUMBER), Column("cloud", Holds.FLAG))
HEADER = "ticket,name,seats,cloud"


def table(text: str, encoding: str = "utf-8") -> Table:
    return parse(text.encode(encoding), "t.csv", COLUMNS)


def workbook(*lines: list[Any], more: list[Any] | None = None) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for line in lines:
        sheet.append(line)
    other = book.create_sheet()
    if more:
        other.append(more)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cells(read: Table) -> list[list[str | None]]:
    return [list(row.cells.values()) for row in read.rows]


def kinds(read: Table) -> list[tuple[int, str, FaultKind]]:
    return [(fault.row, fault.column, fault.kind) for fault in read.faults]


@pytest.mark.parametrize(
    ("encoding", "name", "told"),
    [
        ("utf-8", "王小明", "utf-8"),
        ("utf-8-sig", "王小明", "utf-8-sig"),
        ("gbk", "王小明", "gbk"),
        ("gb18030", "𠮷小明", "gb18030"),
        ("gb18030", "李䶮", "gb18030"),
        ("utf-8", "𠮷小明", "utf-8"),
        ("ascii", "Smith", "utf-8"),
    ],
)
def test_encodings_are_told_apart_and_reported(tmp_path: Path, encoding: str, name: str, told: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(f"{HEADER}\r\n007,{name},30,1\r\n".encode(encoding))
    got = read(path, COLUMNS)
    assert (got.encoding, got.source, got.faults, got.notes) == (told, "t.csv", (), ())
    assert cells(got) == [["007", name, "30", "1"]]


def test_bytes_that_fit_both_encodings_are_not_guessed_at() -> None:
    both = f"{HEADER}\n007,José,30,1\n".encode()  # the two bytes of é are a GBK character as well
    got = parse(both, "t.csv", COLUMNS)
    assert (got.rows, got.encoding) == ((), "")
    assert got.faults == (Fault("t.csv", 0, "", FaultKind.ENCODING_UNCLEAR),)
    told = parse(both, "t.csv", COLUMNS, "utf-8")
    assert (told.encoding, cells(told)) == ("utf-8", [["007", "José", "30", "1"]])


@pytest.mark.parametrize(
    "content",
    [f"{HEADER}\n007,王,30,1".encode("utf-16"), b"\xff\xff", b"PK\x03\x04broken", f'{HEADER}\n"007,a,30,1'.encode()],
)
def test_what_cannot_be_read_is_said_to_be(content: bytes) -> None:
    got = parse(content, "t.csv", COLUMNS)
    assert [fault.kind for fault in got.faults] == [FaultKind.UNREADABLE]
    assert got.rows == ()


def test_a_forced_encoding_that_does_not_fit() -> None:
    assert kinds(parse("王".encode("gbk"), "t.csv", COLUMNS, "utf-8")) == [(0, "", FaultKind.UNREADABLE)]


def test_columns_may_stand_in_any_order_and_cells_are_trimmed() -> None:
    got = table("cloud, name ,ticket,seats\n\n 1 ,\u3000王 ,007 ,30\n,,,\n0,李,008,40")
    assert [(row.number, row.cells["ticket"], row.cells["name"]) for row in got.rows] == [
        (3, "007", "王"),
        (5, "008", "李"),
    ]
    assert got.faults == ()


def test_unknown_missing_and_doubled_columns_are_all_named_and_no_row_is_read() -> None:
    got = table("ticket,name,name,Seats\n007,王,王,30")
    assert kinds(got) == [
        (1, "name", FaultKind.DOUBLED_COLUMN),
        (1, "Seats", FaultKind.UNKNOWN_COLUMN),
        (1, "seats", FaultKind.MISSING_COLUMN),
        (1, "cloud", FaultKind.MISSING_COLUMN),
    ]
    assert got.rows == ()


def test_an_empty_file_lacks_every_column() -> None:
    assert [fault.kind for fault in table("").faults] == [FaultKind.MISSING_COLUMN] * 4
    assert [fault.kind for fault in parse(workbook(), "t.xlsx", COLUMNS).faults] == [FaultKind.MISSING_COLUMN] * 4


def test_rows_with_more_or_fewer_cells_are_named_and_left_out() -> None:
    got = table(f"{HEADER}\n007,王,30\n008,李,30,1\n009,张,30,1,x")
    assert kinds(got) == [(2, "", FaultKind.RAGGED_ROW), (4, "", FaultKind.RAGGED_ROW)]
    assert cells(got) == [["008", "李", "30", "1"]]


def test_empty_columns_after_the_last_are_nothing_but_a_cell_there_is_something() -> None:
    got = table(f"{HEADER},\n007,王,30,1,\n008,李,30,1,x")
    assert kinds(got) == [(3, "", FaultKind.RAGGED_ROW)]
    assert cells(got) == [["007", "王", "30", "1"]]


def test_full_width_signs_are_normalised_with_a_note_except_in_names() -> None:
    got = table(f"{HEADER}\n００７,第１考场,３０,1")
    assert cells(got) == [["007", "第１考场", "30", "1"]]
    assert got.notes == (
        Fault("t.csv", 2, "ticket", FaultKind.FULL_WIDTH, "００７"),
        Fault("t.csv", 2, "seats", FaultKind.FULL_WIDTH, "３０"),
    )


@pytest.mark.parametrize("name", ["王\u200b明", "王\n明", "王\ufffd", "\ufeff王"])
def test_unseen_and_lost_characters_are_named(name: str) -> None:
    got = table(f'{HEADER}\n007,"{name}",30,1')
    assert kinds(got) == [(2, "name", FaultKind.UNPRINTABLE)]
    assert got.rows[0].cells["name"] is None


def test_a_spreadsheet_is_read_as_its_text_and_zeros_are_kept() -> None:
    got = parse(workbook(HEADER.split(","), ["007", "王", 30, 1], [], ["008", "𠮷", 40.0, False]), "t.xlsx", COLUMNS)
    assert (got.encoding, got.faults) == ("xlsx", ())
    assert [row.number for row in got.rows] == [2, 4]
    assert cells(got) == [["007", "王", "30", "1"], ["008", "𠮷", "40", "False"]]


def test_spreadsheet_numbers_dates_and_errors_are_no_text() -> None:
    lines = [
        [7, "王", 30, 1],
        [210000000000000000, "李", 30.5, 1],
        ["009", date(2021, 1, 1), 30, 1],
        ["010", "#N/A", 1, 1],
    ]
    got = parse(workbook(HEADER.split(","), *lines), "t.xlsx", COLUMNS)
    assert [(fault.row, fault.column, fault.kind, fault.value) for fault in got.faults] == [
        (2, "ticket", FaultKind.NOT_TEXT, "7"),
        (3, "ticket", FaultKind.NOT_TEXT, "210000000000000000"),
        (4, "name", FaultKind.NOT_TEXT, "2021-01-01 00:00:00"),
        (5, "name", FaultKind.NOT_TEXT, "#N/A"),
    ]
    assert got.rows[0].cells == {"ticket": None, "name": "王", "seats": "30", "cloud": "1"}
    assert got.rows[1].cells["seats"] == "30.5"


def test_a_date_is_no_number_either() -> None:
    got = parse(workbook(HEADER.split(","), ["007", "王", date(2021, 1, 1), True]), "t.xlsx", COLUMNS)
    assert kinds(got) == [(2, "seats", FaultKind.NOT_TEXT)]


def test_short_spreadsheet_rows_end_in_blanks_and_long_ones_are_named() -> None:
    lines: list[list[Any]] = [["007", "王"], ["008", "李", 1, 1, "x"], ["009", None, 1, 1], ["", " "], [""]]
    got = parse(workbook(HEADER.split(","), *lines), "t.xlsx", COLUMNS)
    assert cells(got) == [["007", "王", "", ""], ["009", "", "1", "1"]]
    assert kinds(got) == [(3, "", FaultKind.RAGGED_ROW)]


def test_which_of_two_filled_sheets_is_meant_is_not_guessed() -> None:
    got = parse(workbook(HEADER.split(","), more=["x"]), "t.xlsx", COLUMNS)
    assert kinds(got) == [(0, "", FaultKind.SEVERAL_SHEETS)]


DAYS = (Column("code"), Column("on", Holds.DAY, optional=True), Column("note", Holds.TEXT, optional=True))


def test_an_optional_column_may_be_left_out() -> None:
    assert cells(parse(b"code\nA\n", "t.csv", DAYS)) == [["", "", "A"]]
    assert [row.cells for row in parse(b"note,code\nx,A\n", "t.csv", DAYS).rows] == [
        {"code": "A", "on": "", "note": "x"}
    ]
    assert kinds(parse(b"on\nA\n", "t.csv", DAYS)) == [(1, "code", FaultKind.MISSING_COLUMN)]


def test_a_day_of_a_spreadsheet_reads_as_one_and_a_time_does_not() -> None:
    lines: list[list[Any]] = [
        ["code", "on"],
        ["A", date(2021, 9, 30)],
        ["B", "2021-09-30"],
        ["C", datetime(2021, 9, 30, 8)],  # noqa: DTZ001 - spreadsheets know no zones
        ["D", 44469],
    ]
    got = parse(workbook(*lines), "t.xlsx", DAYS)
    assert [row.cells["on"] for row in got.rows] == ["2021-09-30", "2021-09-30", None, None]
    assert kinds(got) == [(row, "on", FaultKind.NOT_TEXT) for row in (4, 5)]
