"""From a week before to the first start: lists, machines, tests, closed rooms, the draw, the signed board."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.core.board_signing import BoardState, GatesOpen, SignBoard, board_state
from app.core.duty import RedrawNeedsReason
from app.core.duty_change import NotFree, ReplaceOnDuty
from app.core.duty_state import AbsenceReason, RedrawReason
from app.core.fault import FaultKind, ReportFault
from app.core.free_text import NO_TEXT, FreeText, TextPart
from app.core.gate_looks import cells
from app.core.go_no_go import Answer, Cause, Cell, Gate
from app.core.hardware import CheckMachines, MachineCheck, round_in_force
from app.core.hardware_items import HardwareItem, MachineKind, Reading, ReadingSource
from app.core.lock_state import SealPlace
from app.core.operation import Operation, Refusal
from app.core.permission import NoRoomDrawn
from app.core.plan import Room
from app.core.readiness_state import Go, TestKind
from app.core.room_closing import CloseRooms, OpenRooms, RoomSeal
from app.core.room_test import RecordRoomTest, SimulatedTestMissing, TestedRoom
from app.core.sealed_room_test import AcceptSite, RecordSealedRoomTest
from app.core.sealing import SealEquipment
from app.core.site import Site, Source
from app.core.start import RecordStarts, RoomStart
from app.core.terms import PersonId, RoomId, SessionId
from app.core.timekeeping import authorization_opens, room_ready
from app.core.timestamp import CheckScan, RecordTimestamp
from app.rehearsal.ground import FOUNDED, Ground, expected
from app.rehearsal.preparation import Preparation
from app.rehearsal.province import Size
from app.service import arrangement, authorization, duty, free_text, hardware, logbook, people, probe_kit, rooms
from app.service.clock import DrivenClock
from app.views import agenda
from app.views.exception_kinds import ExceptionKind
from app.views.exceptions import exceptions
from app.views.runbook import before_rows, session_rows
from app.views.runbook_lines import ByHand
from app.views.step import StepKind
from tests.journeys.day import means

DESK, ONE, TWO, FIRST = PersonId("A01"), RoomId("001"), RoomId("002"), SessionId("1-1")
MACHINE = "K001-001"


class Days:
    """One site, a week before its exam."""

    def __init__(self, folder: Path) -> None:
        size = Size("liaoning-2021-senior", 2, 20, 1, overbook=30, preparation=True)
        self.ground = Ground.lay(folder / "site", size, means(), DrivenClock(FOUNDED))
        self.prepared, self.stick = Preparation(self.ground), folder / "stick"
        self.stick.mkdir()
        self.console = self.ground.console
        self.plan = min(self.ground.province.exam.sessions, key=lambda one: one.starts_at)

    @property
    def site(self) -> Site:
        return self.console.site

    @property
    def now(self) -> datetime:
        return self.ground.clock.moment().at

    def asks(self, operation: Operation, *codes: str) -> Refusal | None:
        return free_text.submit(self.console, operation, *map(self.ground.signer, codes or ("A01", "O01")))

    def cell(self, gate: Gate, room: RoomId | None = None) -> Cell:
        board = cells(self.site, self.console.rulebook, self.console.directory, self.now)
        return next(one for one in board if (one.gate, one.room) == (gate, room))

    def says(self, gate: Gate, room: RoomId | None = None) -> tuple[Answer, Cause | None]:
        found = self.cell(gate, room)
        return found.answer, found.cause

    def step(self) -> StepKind | None:
        """What is to be done now, by the rail."""
        current = agenda.preparation(self.site, self.console.rulebook, self.now).current
        return current.kind if current else None

    def detection(self, passed: str) -> None:
        reading = Reading(HardwareItem.DETECTION, passed, ReadingSource.BY_HAND)
        check = MachineCheck(MachineKind.EXAM, ONE, MACHINE, (reading,))
        expected(self.asks(CheckMachines((check,), "", self.now, DESK)))


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Days]:
    made = Days(tmp_path_factory.mktemp("before"))
    yield made
    made.console.store.abandon()


def test_from_a_week_before_to_the_start(days: Days) -> None:
    console, prepared = days.console, days.prepared
    # A week before, nothing is here yet: the board says so, and does not guess.
    assert days.says(Gate.DATA) == (Answer.NO, Cause.PACKAGE_MISSING)
    assert days.step() is StepKind.IMPORT
    package = days.ground.province.package(days.ground.out / "agency")
    imported = arrangement.import_package(console, package, days.ground.means.missing, people.holder_of_lock(console))
    expected(imported.refusal)
    # What is done on the eve waits for it; what is seen to before presses nobody and is named.
    assert days.step() is StepKind.WEEK_ITEMS
    assert days.says(Gate.STAFF)[0] is Answer.UNKNOWN
    prepared.week()
    assert days.step() is StepKind.HARDWARE
    assert days.says(Gate.MACHINES, ONE) == (Answer.UNKNOWN, Cause.INVIGILATION_MACHINE_UNCHECKED)
    _machines(days)

    days.ground.clock.advance(days.plan.starts_at.replace(hour=14, minute=0) - timedelta(days=1))
    assert days.step() is StepKind.SIMULATED_TEST
    _eve(days, imported.contents.plan.rooms)
    assert agenda.preparation(days.site, console.rulebook, days.now).complete

    days.ground.clock.advance(authorization_opens(days.plan, console.rulebook) - timedelta(minutes=40))
    days.ground.morning()
    _duty(days)
    _board(days)
    _start(days)
    done = {row.line.what: row.actual for row in before_rows(days.site, console.rulebook, days.now)}
    assert None not in (done[StepKind.HARDWARE], done[StepKind.SIMULATED_TEST], done[StepKind.CLOSE_ROOMS])
    today = session_rows(days.site, console.rulebook, FIRST, days.now)
    start = next(row for row in today if row.line.what is StepKind.START)
    assert (start.planned, start.done, start.total) == (days.plan.starts_at, 2, 2)
    assert [room.actual for room in start.rooms] == [days.plan.starts_at + timedelta(seconds=9)] * 2
    assert any(row.line.what is ByHand.REMINDED and row.planned for row in today)
    told = {found.kind for found in exceptions(days.site, logbook.told(console), days.plan.starts_at.date())}
    assert {ExceptionKind.LATE_GATE, ExceptionKind.DUTY_CHANGED} <= told


def _machines(days: Days) -> None:
    """600 files come as easily as these; of an earlier round, damaged or of a copied machine, none is taken in."""
    days.prepared.machines(days.stick)
    assert days.says(Gate.MACHINES) == (Answer.YES, None)
    assert days.says(Gate.MACHINES, ONE) == (Answer.YES, None)
    assert days.says(Gate.SPARE) == (Answer.YES, None)
    old = round_in_force(days.site)
    expected(hardware.begin_round(days.console, days.ground.signer("A01")))
    stale = hardware.look(days.site, probe_kit.find(days.stick))
    assert old != stale.nonce
    assert not stale.checks
    assert {fault.flaw for fault in stale.faults} == {hardware.ProbeFlaw.OTHER_ROUND}
    # What is not good is not good, whatever the figures say; mended, it is looked at again.
    days.detection("no")
    assert days.says(Gate.MACHINES, ONE) == (Answer.NO, Cause.MACHINES_FAIL)
    days.detection("yes")
    assert days.says(Gate.MACHINES, ONE) == (Answer.YES, None)


def _eve(days: Days, plan: tuple[Room, ...]) -> None:
    ground, now = days.ground, days.now
    for source in (Source.PLATFORM, Source.CALIBRATION):
        ground.do(RecordTimestamp(source, ground.province.header.timestamp))
    ground.do(CheckScan(ground.province.confirmation_sheet(plan)))
    ground.receive(ground.province.exam_authorization())
    ground.do(RecordSealedRoomTest(True, now, DESK))
    # The last result decides: a room that failed keeps the site from being accepted, or is left out by name.
    tested = [TestedRoom(room, room != TWO, days.site.plans[room].seats) for room in days.site.plans]
    ground.do(RecordRoomTest(TestKind.SIMULATED, tuple(tested), now, DESK))
    assert days.asks(AcceptSite()) == SimulatedTestMissing((TWO,))
    ground.do(RecordRoomTest(TestKind.SIMULATED, (TestedRoom(TWO, True, 5),), now, DESK))
    ground.do(AcceptSite())
    days.prepared.eve()
    assert days.says(Gate.CLOSED, ONE) == (Answer.YES, None)
    # Somebody at the machines of a closed room: it is closed anew, under another seal.
    ground.clock.advance(days.now + timedelta(minutes=5))
    days.detection("yes")
    assert days.says(Gate.CLOSED, ONE) == (Answer.STALE, Cause.DISTURBED)
    expected(days.asks(CloseRooms((RoomSeal(ONE, "M2-001"),), days.now, DESK)))
    assert days.says(Gate.CLOSED, ONE) == (Answer.YES, None)
    ground.do(SealEquipment("F20210618", SealPlace.EXAM_OFFICE))


def _duty(days: Days) -> None:
    """Drawn once; anew only for a reason and beside the chief; who is absent is replaced, and acts no more."""
    shut = tuple(sorted(room for room, one in days.site.closed_rooms.items() if one.shut))
    expected(days.asks(OpenRooms(shut, True, None, days.now, DESK)))
    day = days.plan.starts_at.date()
    assert days.says(Gate.STAFF, ONE) == (Answer.UNKNOWN, Cause.NOT_DRAWN)
    days.prepared.draw(day)
    held = days.site.duty[day]
    assert {room: len(held.in_room(room)) for room in (ONE, TWO)} == {ONE: 2, TWO: 2}
    again = duty.draw(days.console, day, None, False, *days.ground.beside)
    assert again == RedrawNeedsReason(day)
    expected(duty.draw(days.console, day, RedrawReason.STAFF_CHANGED, False, *days.ground.beside))
    assert [one.number for one in held.numbered] == [1, 2]
    assert held.numbered[0].seed != held.numbered[1].seed
    gone, posted = held.in_room(ONE)
    everyone = {code for code in days.console.directory.staff if code.startswith("I")}
    reserve = sorted(everyone - {post.person for post in held.posts})

    def replaced(put_in: PersonId) -> Refusal | None:
        asked = ReplaceOnDuty(day, gone, put_in, AbsenceReason.ABSENT, days.now, DESK)
        return days.asks(asked, "A01", "C01")

    assert replaced(posted) == NotFree(posted)
    skilled = next(code for code in reserve if days.console.directory.staff[code].skill)
    expected(replaced(skilled))
    assert set(held.in_room(ONE)) == {skilled, posted}
    assert days.says(Gate.STAFF, ONE) == (Answer.YES, None)
    late = ReportFault(FaultKind.PERIPHERAL, None, ONE, ("001",), days.now, gone)
    assert days.asks(late, gone) == NoRoomDrawn(ONE)
    assert not isinstance(days.asks(late, skilled), NoRoomDrawn)


def _board(days: Days) -> None:
    """The chief signs what is there; a go over open gates wants a reason, and a gate that opens later undoes it."""
    assert days.asks(SignBoard(Go.GO, NO_TEXT), "C01") == GatesOpen(
        sum(one.open for one in cells(days.site, days.console.rulebook, days.console.directory, days.now))
    )
    why = FreeText(((TextPart.REASON, "somebody follows up what is open"),))
    expected(days.asks(SignBoard(Go.GO, why), "C01"))

    def state() -> BoardState:
        return board_state(days.site, days.console.rulebook, days.console.directory, days.now)

    assert state() is BoardState.SIGNED
    days.detection("no")
    assert state() is BoardState.CHANGED
    days.detection("yes")
    assert state() is BoardState.SIGNED


def _start(days: Days) -> None:
    """The release comes after its time, which is an exception; the start in time is none."""
    console, ground = days.console, days.ground
    ground.clock.advance(authorization_opens(days.plan, console.rulebook))
    batch = [one.plan.id for one in days.site.sessions.values() if one.plan.batch == days.plan.batch and one.rooms]
    ground.receive(*(ground.province.start_authorization(one) for one in batch))
    expected(authorization.check(console, FIRST, ground.signer("A01")))
    ground.clock.advance(room_ready(days.plan, console.rulebook) + timedelta(minutes=3))
    draw, used = ground.means.draw_release, (ONE, TWO)
    expected(rooms.release(console, FIRST, used, ground.out / "releases", draw, *ground.office))
    ground.clock.advance(days.plan.starts_at + timedelta(seconds=20))
    starts = tuple(RoomStart(room, days.plan.starts_at + timedelta(seconds=9)) for room in used)
    ground.do(RecordStarts(FIRST, starts, DESK))
