"""What stands on the readiness report (考前准备情况报告): the board as the chief signed it, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

import msgspec

from app.core.board_signing import BoardWasSigned
from app.core.directory import Directory
from app.core.free_text import TextPart
from app.core.gate_looks import LOOKS
from app.core.go_no_go import Cell, board, ground
from app.core.hardware_items import MachineKind
from app.core.hardware_verdict import JudgedMachine, judge_all
from app.core.readiness_items import ReadinessItem
from app.core.site import Site
from app.core.terms import RoomId
from app.views.machine_lines import MachineSums, RoomMachines, by_room, sums
from app.views.readiness_sheet import Found, found_at
from app.views.session_times import package_of, sessions_on
from app.views.site_sheet import History, SiteSheet, sheet_head


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
    time_confirmed: datetime | None
    printer: Found | None
    names: tuple[NameLine, ...]

    @property
    def last_at(self) -> datetime | None:
        """When it was signed."""
        return self.decision.at if self.decision else None


def readiness_report(site: Site, people: Directory, day: date, history: History) -> ReadinessReport:
    """Of a day on which a session is arranged; a board that was signed is shown as it was then."""
    facts = [(n, line.fact) for n, line in enumerate(history) if isinstance(line.fact, BoardWasSigned)]
    signed = [(n, fact) for n, fact in facts if fact.day == day]
    if not signed:
        # A draft shows the board as it stood when something was last entered.
        return _report(site, people, day, history[-1].at if history else _first_start(site, day), None)
    last, fact = signed[-1]
    then = Site()
    for line in history[: last + 1]:
        line.fact.apply(then)
    reason = people.said(fact.reason, TextPart.REASON) if fact.reason else ""
    decision = BoardDecision(fact.decision, fact.at, people.staff_name(fact.by), reason)
    return _report(then, people, day, fact.at, decision)


def _first_start(site: Site, day: date) -> datetime:
    return min(site.sessions[session].plan.starts_at for session in sessions_on(site, day))


def _report(site: Site, people: Directory, day: date, at: datetime, decision: BoardDecision | None) -> ReadinessReport:
    rulebook = package_of(site).rulebook
    judged = judge_all(site, rulebook)
    # Of the rooms of this day, whatever day `at` is on.
    here = replace(ground(site, rulebook, people, _first_start(site, day), judged), now=at)
    rooms = tuple(room for room in here.rooms if room in site.plans)
    return ReadinessReport(
        head=sheet_head(site),
        day=day,
        decision=decision,
        cells=tuple(map(_cell, board(LOOKS, here))),
        sums=tuple(sums(kind, judged.values()) for kind in MachineKind),
        rooms=by_room(site, people, rooms, judged, rulebook.recommended_above.value),
        spare=_spare(judged.values()),
        version=rulebook.exam_system.value if rulebook.exam_system else "",
        locks=_locks(site, rooms) if rulebook.room_locks.value else (),
        clocks=_clocks(site, people, rooms),
        time_confirmed=site.time.at if site.time else None,
        printer=found_at(site, people, ReadinessItem.PRINTER, None),
        names=_names(people),
    )


def _cell(cell: Cell) -> CellLine:
    return CellLine(cell.gate, cell.room or "", cell.answer, cell.cause or "", cell.count)


def _spare(judged: Iterable[JudgedMachine]) -> tuple[SpareLine, ...]:
    kind = MachineKind.INVIGILATION
    spare = (one for one in judged if one.machine.kind is kind and one.machine.room is None)
    return tuple(SpareLine(one.machine.name, one.verdict) for one in spare)


def _locks(site: Site, rooms: Iterable[RoomId]) -> tuple[LockLine, ...]:
    """The lock in use for a room, or those registered for it; a room without has a line that says so."""
    lines = []
    for room in rooms:
        locks = [
            (serial, one) for serial, one in sorted(site.locks.items()) if room in (one.in_use, one.registered.room)
        ]
        used = [(serial, one) for serial, one in locks if one.in_use == room]
        for serial, one in used or locks:
            made = one.calibration
            at, offset = (made.at, made.offset_seconds) if made else (None, 0)
            lines.append(LockLine(room, serial, at, offset, one.in_use == room))
        if not locks:
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
