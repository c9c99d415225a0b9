"""考前准备: the go or no-go as a board of rooms and gates, with the clause of every cause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.core.board_signing import BoardState, worth
from app.core.directory import Directory
from app.core.gate_looks import LOOKS
from app.core.go_no_go import Answer, Cause, Cell, Gate, board, exam_day, ground
from app.core.hardware_verdict import JudgedMachine
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.terms import ClauseId, RoomId


@dataclass(frozen=True, slots=True)
class BoardRow:
    """The site where `room` is None; the cells stand in the order of the board's gates."""

    room: RoomId | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class GoBoard:
    """`day` is None before an arrangement. `state`: what the chief's signature is worth under these cells."""

    day: date | None
    gates: tuple[Gate, ...]
    rows: tuple[BoardRow, ...]
    state: BoardState

    @property
    def counts(self) -> Mapping[Answer, int]:
        found = Counter(cell.answer for row in self.rows for cell in row.cells)
        return {answer: found[answer] for answer in Answer}

    @property
    def open(self) -> int:
        return sum(cell.open for row in self.rows for cell in row.cells)

    def find(self, gate: Gate, room: RoomId | None) -> Cell | None:
        cells = (cell for row in self.rows if row.room == room for cell in row.cells)
        return next((cell for cell in cells if cell.gate is gate), None)

    def only_open(self) -> GoBoard:
        """Without rooms and gates at which nothing is open."""
        wanted = {cell.gate for row in self.rows for cell in row.cells if cell.open}
        rows = tuple(
            BoardRow(row.room, tuple(cell for cell in row.cells if cell.gate in wanted))
            for row in self.rows
            if any(cell.open for cell in row.cells)
        )
        return GoBoard(self.day, tuple(gate for gate in self.gates if gate in wanted), rows, self.state)


def go_board(
    site: Site,
    rulebook: Rulebook,
    people: Directory,
    now: datetime,
    judged: dict[str, JudgedMachine] | None = None,
) -> GoBoard:
    """`judged`: the verdicts on the machines, where none of them changed since."""
    gates = tuple(LOOKS)
    cells = tuple(board(LOOKS, ground(site, rulebook, people, now, judged)))
    rows = (cells[n : n + len(gates)] for n in range(0, len(cells), len(gates)))
    shown = tuple(BoardRow(row[0].room, row) for row in rows)
    return GoBoard(exam_day(site, now), gates, shown, worth(site, cells, now))


def worst(cells: Sequence[Cell]) -> Cell | None:
    """What to look at first: a no before what is stale, that before what nobody looked at."""
    order = list(Answer)
    return min((cell for cell in cells if cell.open), key=lambda cell: order.index(cell.answer), default=None)


CLAUSES: Mapping[Cause, ClauseId] = {
    cause: ClauseId(clause)
    for clause, causes in {
        "ARR-09": (Cause.PACKAGE_MISSING,),
        "ARR-12": (Cause.NOT_ARRANGED,),
        "LCK-05": (Cause.AUTHORIZATION_MISSING,),
        "ARR-01": (Cause.NOT_COMPARED, Cause.TIMESTAMPS_DIFFER),
        "ARR-02": (Cause.SCAN_FAILED,),
        "LCK-02": (Cause.LOCK_OUT,),
        "LCK-01": (Cause.LOCK_UNFIT, Cause.NO_ROOM_LOCK),
        "LCK-08": (Cause.NOT_CALIBRATED, Cause.CALIBRATED_EARLIER),
        "LCK-03": (Cause.NOT_IN_USE,),
        "SEC-03": (Cause.TIME_NOT_CONFIRMED, Cause.TIME_CONFIRMED_EARLIER),
        "CLK-18": (Cause.CLOCK_NOT_LOOKED_AT, Cause.CLOCK_WRONG),
        "RDY-01": (Cause.SITE_MACHINE_UNCHECKED, Cause.INVIGILATION_MACHINE_UNCHECKED, Cause.MACHINES_FAIL),
        "RDY-03": (Cause.MACHINES_UNCHECKED,),
        "FLT-01": (Cause.MACHINES_DOWN,),
        "STF-09": (Cause.NO_SPARE_MACHINE, Cause.SPARE_UNCHECKED, Cause.NOT_QUALIFIED),
        "OVB-05": (Cause.NO_SPARE_SEAT,),
        "RDY-10": (
            Cause.SEALED_ROOM_TEST_MISSING,
            Cause.SEALED_ROOM_TEST_FAILED,
            Cause.NOT_ACCEPTED,
            Cause.LEFT_OUT,
            Cause.TEST_MISSING,
            Cause.TEST_FAILED,
        ),
        "FLT-04": (Cause.FULL_LOAD_MISSING,),
        "STF-01": (Cause.CHIEFS,),
        "STF-02": (Cause.SITE_ADMINS, Cause.ROOM_ADMINS),
        "STF-08": (Cause.NOT_TRAINED,),
        "STF-12": (Cause.NOT_DECLARED,),
        "STF-06": (Cause.NOT_DRAWN,),
        "STF-03": (Cause.TOO_FEW_INVIGILATORS, Cause.SOMEBODY_MISSING),
        "RDY-14": (
            Cause.ITEMS_OPEN,
            Cause.ITEMS_FAULTY,
            Cause.ITEMS_OLD,
            Cause.PRINTER_NOT_TRIED,
            Cause.PRINTER_FAULTY,
            Cause.PRINTER_TRIED_EARLIER,
        ),
        "INC-12": (Cause.DUTY_PHONE_MISSING,),
        "VIO-03": (Cause.FORMS_NOT_PRINTED,),
        "DAT-11": (Cause.NO_MEDIUM,),
        "DAT-16": (Cause.MIRROR_NOT_BEGUN, Cause.MIRROR_OUT),
        "RDY-11": (Cause.NOT_CLOSED, Cause.DISTURBED),
    }.items()
    for cause in causes
}
"""What asks for it."""


def clause_of(cell: Cell) -> ClauseId | None:
    """None where nothing is open. The forms of the whole site are notices, those of a room blanks."""
    if cell.cause is Cause.FORMS_NOT_PRINTED and cell.room is None:
        return ClauseId("RDY-12")
    return CLAUSES[cell.cause] if cell.cause else None
