"""What stands on the readiness report (考前准备情况报告): the board as the chief signed it, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

import msgspec

from app.core.board_signing import BoardWasSigned
from app.core.calibration import LockCalibrated, LockTakenIntoUse
from app.core.directory import Directory
from app.core.free_text import TextPart
from app.core.gate_looks import LOOKS
from app.core.go_no_go import Answer, Cause, Cell, board, ground
from app.core.hardware import MachineChecked, MachinesRemoved
from app.core.hardware_items import MachineKind
from app.core.hardware_verdict import JudgedMachine, judge_all
from app.core.readiness import ItemSeenTo
from app.core.readiness_items import ReadinessItem
from app.core.site import Site
from app.core.terms import LockSerial, RoomId
from app.views.machine_lines import MachineSums, RoomMachines, by_room, sums
from app.views.readiness_sheet import Found, found_at
from app.views.session_times import arranged_rooms, package_of, sessions_on
from app.views.site_sheet import History, SiteSheet, sheet_head

NOBODY_LOOKED = frozenset(
    {
        Cause.CLOCK_NOT_LOOKED_AT,
        Cause.INVIGILATION_MACHINE_UNCHECKED,
        Cause.ITEMS_OPEN,
        Cause.MACHINES_UNCHECKED,
        Cause.NOT_CALIBRATED,
        Cause.NOT_COMPARED,
        Cause.NOT_DECLARED,
        Cause.NOT_DRAWN,
        Cause.NOT_TRAINED,
        Cause.PRINTER_NOT_TRIED,
        Cause.SEALED_ROOM_TEST_MISSING,
        Cause.SITE_MACHINE_UNCHECKED,
        Cause.SPARE_UNCHECKED,
        Cause.TEST_MISSING,
        Cause.TIME_NOT_CONFIRMED,
    }
)
"""A signed board keeps the cause alone; these are those of an unknown."""
WAS_SO_ONCE = frozenset(
    {
        Cause.CALIBRATED_EARLIER,
        Cause.DISTURBED,
        Cause.ITEMS_OLD,
        Cause.MIRROR_OUT,
        Cause.PRINTER_TRIED_EARLIER,
        Cause.TIME_CONFIRMED_EARLIER,
    }
)
"""And these of a stale one."""


class CellLine(msgspec.Struct, frozen=True):
    """One gate of a room, or of the site where `room` is ""; `cause` is "" where it says yes or is not asked."""

    gate: str
    room: str
    answer: str
    cause: str
    count: int


class BoardDecision(msgspec.Struct, frozen=True):
    """What the chief or the deputy decided; `reason` is "" where nothing stood open, None once erased."""

    decision: str
    at: datetime
    by: str
    reason: str | None


class SpareLine(msgspec.Struct, frozen=True):
    """An invigilation machine that stands in no room."""

    machine: str
    verdict: str


class LockLine(msgspec.Struct, frozen=True):
    """A room's lock: by how many seconds the site machine was ahead of it when it was calibrated."""

    room: str
    serial: str
    calibrated_at: datetime | None
    offset_seconds: int
    in_use: bool


class ClockLine(msgspec.Struct, frozen=True):
    """A room's clock."""

    room: str
    found: Found


class NameLine(msgspec.Struct, frozen=True):
    """A candidate whose name has a sign beyond the everyday ones; drawing says whether it can be printed."""

    ticket: str
    name: str


class ReadinessReport(SiteSheet, frozen=True):
    """One exam day. `decision` is None in a draft; `version` of the exam system is "" where none is prescribed."""

    day: date
    decision: BoardDecision | None
    cells: tuple[CellLine, ...]
    sums: tuple[MachineSums, ...]
    rooms: tuple[RoomMachines, ...]
    spare: tuple[SpareLine, ...]
    version: str
    locks: tuple[LockLine, ...]
    clocks: tuple[ClockLine, ...]
    printer: Found | None
    names: tuple[NameLine, ...]

    @property
    def last_at(self) -> datetime | None:
        """When it was signed."""
        return self.decision.at if self.decision else None


def readiness_report(site: Site, people: Directory, day: date, history: History) -> ReadinessReport:
    """Of a day on which a session is arranged; a board that was signed is shown as it was then.

    A draft shows what would be open at the first start of the day.
    """
    facts = [(n, line.fact) for n, line in enumerate(history, 1) if isinstance(line.fact, BoardWasSigned)]
    signed = [(n, fact) for n, fact in facts if fact.day == day]
    last, fact = signed[-1] if signed else (len(history), None)
    looked = _looked(site, history[:last])
    rulebook = package_of(site).rulebook
    judged = judge_all(looked, rulebook)
    sessions = sessions_on(site, day)
    rooms = tuple(RoomId(one.room) for one in arranged_rooms(site, *sessions))
    start = min(site.sessions[session].plan.starts_at for session in sessions)
    cells = tuple(map(_cell, board(LOOKS, replace(ground(site, rulebook, people, start), rooms=rooms))))
    return ReadinessReport(
        head=sheet_head(site),
        day=day,
        decision=_decision(people, fact) if fact else None,
        cells=_as_signed(cells, fact) if fact else cells,
        sums=tuple(sums(kind, judged.values()) for kind in MachineKind),
        rooms=by_room(looked, people, rooms, judged, rulebook.recommended_above.value),
        spare=_spare(judged.values()),
        version=rulebook.exam_system.value if rulebook.exam_system else "",
        locks=_locks(site, rooms, history[:last]) if rulebook.room_locks.value else (),
        clocks=_clocks(looked, people, rooms),
        printer=found_at(looked, people, ReadinessItem.PRINTER, None),
        names=_names(people),
    )


def _looked(site: Site, before: History) -> Site:
    """The site with what was looked at until then, and no later."""
    looked = replace(site, hardware={}, readiness={}, closed_rooms={}, invigilation={}, blobs=set(), texts=set())
    for line in before:
        if isinstance(line.fact, MachineChecked | MachinesRemoved | ItemSeenTo):
            line.fact.apply(looked)
    return looked


def _cell(cell: Cell) -> CellLine:
    return CellLine(cell.gate, cell.room or "", cell.answer, cell.cause or "", cell.count)


def _as_signed(cells: Iterable[CellLine], fact: BoardWasSigned) -> tuple[CellLine, ...]:
    """What did not say yes then, as the chief saw it; what is never asked for stays so."""
    signed = dict[tuple[str, str], CellLine]()
    for one in fact.open:
        gate, room, cause = one.key.split("/")
        signed[gate, room] = CellLine(gate, room, _answer(Cause(cause)), cause, one.count)
    return tuple(signed.get((one.gate, one.room), _yes(one)) for one in cells)


def _yes(one: CellLine) -> CellLine:
    return one if one.answer == Answer.NOT_ASKED else CellLine(one.gate, one.room, Answer.YES, "", 0)


def _answer(cause: Cause) -> Answer:
    return Answer.UNKNOWN if cause in NOBODY_LOOKED else Answer.STALE if cause in WAS_SO_ONCE else Answer.NO


def _decision(people: Directory, fact: BoardWasSigned) -> BoardDecision:
    reason = people.said(fact.reason, TextPart.REASON) if fact.reason else ""
    return BoardDecision(fact.decision, fact.at, people.staff_name(fact.by), reason)


def _spare(judged: Iterable[JudgedMachine]) -> tuple[SpareLine, ...]:
    kind = MachineKind.INVIGILATION
    spare = (one for one in judged if one.machine.kind is kind and one.machine.room is None)
    return tuple(SpareLine(one.machine.name, one.verdict) for one in spare)


def _locks(site: Site, rooms: Iterable[RoomId], before: History) -> tuple[LockLine, ...]:
    """The lock in use for a room then, or those registered for it; a room without has a line that says so."""
    made, used = dict[LockSerial, LockCalibrated](), dict[RoomId, LockSerial]()
    for fact in (line.fact for line in before):
        if isinstance(fact, LockCalibrated):
            made[fact.serial] = fact
            used = {room: serial for room, serial in used.items() if serial != fact.serial}
        elif isinstance(fact, LockTakenIntoUse):
            used[fact.room] = fact.serial
    lines = []
    for room in rooms:
        own = [serial for serial, one in sorted(site.locks.items()) if one.registered.room == room]
        for serial in [used[room]] if room in used else own:
            calibrated = made.get(serial)
            at, offset = (calibrated.at, calibrated.offset_seconds) if calibrated else (None, 0)
            lines.append(LockLine(room, serial, at, offset, room in used))
        if room not in used and not own:
            lines.append(LockLine(room, "", None, 0, in_use=False))
    return tuple(lines)


def _clocks(site: Site, people: Directory, rooms: Iterable[RoomId]) -> tuple[ClockLine, ...]:
    found = ((room, found_at(site, people, ReadinessItem.ROOM_CLOCK, room)) for room in rooms)
    return tuple(ClockLine(room, one) for room, one in found if one)


def _names(people: Directory) -> tuple[NameLine, ...]:
    """Those with a sign that is not in GBK, which every font has."""
    lines = (NameLine(one.ticket, one.name) for one in people.candidates.values() if not _everyday(one.name))
    return tuple(sorted(lines, key=lambda one: one.ticket))


def _everyday(name: str) -> bool:
    try:
        name.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True
