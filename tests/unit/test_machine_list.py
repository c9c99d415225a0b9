"""Lists of machines from a file: every bad line is named, and nothing is taken until there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.machines import ListMachines, MachineLineUnfit
from app.core.plan import Room
from app.core.site import SeatMachine
from app.core.terms import RoomId
from app.service import machine_list
from app.service.console import Console
from app.service.machine_list import LARGEST, Encoding, MachineFile, RowFault, RowFlaw
from app.trouble import Code, Trouble
from tests.stores import ADMIN, Place, arrange

ROOM = RoomId("001")
PLAN = Room(ROOM, "Lab", "North", 3, 4, 1)
HEADING = "机位,考试机,地址,端口\n"
TWO = (SeatMachine("001", "PC-1", "10.0.0.1", "SW1/1"), SeatMachine("005", "PC-5", "", ""))
LINES = "1,PC-1,10.0.0.1,SW1/1\n005,PC-5\n"


def read(tmp_path: Path, content: bytes) -> MachineFile:
    path = tmp_path / "machines.csv"
    path.write_bytes(content)
    return machine_list.read(path, PLAN)


@pytest.mark.parametrize(
    ("encoded", "encoding"),
    [("utf-8", Encoding.UTF8), ("utf-8-sig", Encoding.UTF8_MARKED), ("gbk", Encoding.GBK)],
)
def test_text_is_read_in_the_ways_spreadsheets_write_it(tmp_path: Path, encoded: str, encoding: Encoding) -> None:
    found = read(tmp_path, (HEADING + LINES).encode(encoded))
    assert found == MachineFile("machines.csv", encoding, TWO, ())


def test_without_a_heading_and_with_full_width_signs(tmp_path: Path) -> None:
    assert read(tmp_path, "１,ＰＣ-1 ,10.0.0.1,SW1/1\r\n\r\n,,,\r\n5,PC-5,,,\r\n".encode()).machines == TWO


@pytest.mark.parametrize(
    ("line", "flaw"),
    [
        ("6,PC-6", RowFlaw.NO_SUCH_SEAT),
        ("0,PC-6", RowFlaw.NO_SUCH_SEAT),
        ("x,PC-6", RowFlaw.NO_SUCH_SEAT),
        (",PC-6", RowFlaw.NO_SUCH_SEAT),
        ("001,PC-9", RowFlaw.SEAT_TWICE),
        ("2", RowFlaw.NO_MACHINE),
        ("2,,10.0.0.2", RowFlaw.NO_MACHINE),
        ("2,机器", RowFlaw.SIGNS),
        (f"2,{'P' * 41}", RowFlaw.SIGNS),
        ("2,PC-2,=A1", RowFlaw.SIGNS),
        ("2,PC-2,10.0.0.2,(1)", RowFlaw.SIGNS),
        ("2,PC-2,10.0.0.2,SW,more", RowFlaw.COLUMNS),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_taken(tmp_path: Path, line: str, flaw: RowFlaw) -> None:
    found = read(tmp_path, (LINES + line + "\n").encode())
    assert found.machines == ()
    assert found.faults == (RowFault(3, flaw, line.replace(",", ", ")),)


def test_every_bad_line_is_named(tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEADING}9,PC\n1,PC-1\n1,PC-2\n".encode())
    assert [(fault.line, fault.flaw) for fault in found.faults] == [
        (2, RowFlaw.NO_SUCH_SEAT),
        (4, RowFlaw.SEAT_TWICE),
    ]


@pytest.mark.parametrize(
    ("content", "flaw"),
    [
        (b"PK\x03\x04\0\0", RowFlaw.NOT_TEXT),
        (b"\xff\xff\xff", RowFlaw.NOT_TEXT),
        (b"\xef\xbb\xbf\xff", RowFlaw.NOT_TEXT),
        (b'1,"PC', RowFlaw.NOT_TEXT),
        (b"", RowFlaw.EMPTY),
        (b"seat,machine,address,port\n", RowFlaw.EMPTY),
    ],
)
def test_what_is_no_list_is_said_to_be_none(tmp_path: Path, content: bytes, flaw: RowFlaw) -> None:
    found = read(tmp_path, content)
    assert (found.machines, found.faults) == ((), (RowFault(0, flaw, "machines.csv"),))


def test_what_cannot_be_read_is_trouble(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as missing:
        machine_list.read(tmp_path / "none.csv", PLAN)
    assert missing.value.code is Code.FILE_MISSING
    with pytest.raises(Trouble) as large:
        read(tmp_path, b"1" * (LARGEST + 1))
    assert large.value.code is Code.FILE_TOO_LARGE


@pytest.fixture
def console(tmp_path: Path) -> Console:
    made = Place(tmp_path).enrol().console
    arrange(made, rooms=1, seats=4)
    return made


def test_a_list_replaces_the_one_before(tmp_path: Path, console: Console) -> None:
    plan = console.site.plans[ROOM]
    for text in ("1,PC-1\n2,PC-2\n", "2,PC-9,10.0.0.9\n"):
        (tmp_path / "list.csv").write_text(text, "utf-8")
        found = machine_list.read(tmp_path / "list.csv", plan)
        assert machine_list.take(console, ROOM, found, ADMIN) is None
    assert console.site.machines[ROOM] == {"002": SeatMachine("002", "PC-9", "10.0.0.9", "")}
    console.store.abandon()


def test_a_file_with_faults_is_never_taken(tmp_path: Path, console: Console) -> None:
    found = read(tmp_path, b"9,PC-9\n")
    with pytest.raises(ValueError, match="no_such_seat"):
        machine_list.take(console, ROOM, found, ADMIN)
    assert console.site.machines == {}
    console.store.abandon()


@pytest.mark.parametrize("text", ["PC 1", "a/b:c_d.e-f", "P" * 40, "-PC", "PC;1", "", "P" * 41])
def test_the_file_is_as_strict_as_the_console(tmp_path: Path, console: Console, text: str) -> None:
    machine = SeatMachine("001", text, "", "")
    alone = console.submit(ListMachines(ROOM, (machine,)), ADMIN)
    found = read(tmp_path, f"1,{text}\n".encode())
    assert isinstance(alone, MachineLineUnfit) is bool(found.faults)
    console.store.abandon()
