"""The runbook: section D as data, planned and actual times of the site and room by room; late gates are exceptions."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.core.authorization import StartAuthorized
from app.core.cleaning import DataCleaned
from app.core.closing import AnswersChecked
from app.core.duty import DrawNumbered, DutyDrawn
from app.core.duty_state import Numbered
from app.core.handover import HandedOver
from app.core.hardware import MachineChecked
from app.core.hardware_items import HardwareItem, MachineKind, Reading, ReadingSource
from app.core.operation import Fact
from app.core.readiness_state import TestKind
from app.core.room_test import RoomsTested, TestedRoom
from app.core.safekeeping import BackupVerified
from app.core.signals import RoomReminded
from app.core.start import RoomsReleased
from app.core.terms import HandoverNo
from app.rulebooks import clauses
from app.views.actual import SessionTimes
from app.views.agenda import StepState
from app.views.late_gates import late_gate
from app.views.runbook import RunbookRow, before_rows, session_rows
from app.views.runbook_lines import LINES, RUNBOOK, ByHand, Planned
from app.views.step import StepKind
from tests.builders import D1, GUIDE, LAW, LIAONING, NATIONAL, R1, R2, TAX, Story, at
from tests.unit.safe_story import OF_ROOMS, evening

EVE = at("14:00", day=29)


def before(story: Story) -> dict[StepKind | ByHand, RunbookRow]:
    return {row.line.what: row for row in before_rows(story.site, LIAONING, EVE)}


def of_day(story: Story, now: str, times: SessionTimes | None = None) -> dict[StepKind | ByHand, RunbookRow]:
    rows = session_rows(story.site, LIAONING, LAW, at(now), times or SessionTimes())
    return {row.line.what: row for row in rows}


def test_every_step_of_the_rail_and_everything_by_hand_has_its_line() -> None:
    assert set(LINES) == set(StepKind)
    assert {line.what for line in RUNBOOK if isinstance(line.what, ByHand)} == set(ByHand)
    assert len({line.what for line in RUNBOOK}) == len(RUNBOOK)
    assert {line.clause for line in RUNBOOK} <= set(clauses().rows)
    assert all(line.number[0] == "D" and 1 <= int(line.number[1:]) <= 50 for line in RUNBOOK)


def test_the_days_before_are_planned_by_the_first_exam_day() -> None:
    story = Story("packaged")
    rows = before(story)
    week, eve = at("0:00") - timedelta(days=7), at("0:00") - timedelta(days=1)
    assert (rows[StepKind.WEEK_ITEMS].planned, rows[StepKind.SEAL].planned) == (week, eve)
    assert all(row.by_day for row in rows.values())
    assert [room.room for room in rows[StepKind.HARDWARE].rooms] == [R1, R2]
    reading = (Reading(HardwareItem.KEYBOARD, "yes", ReadingSource.BY_HAND),)
    tested = tuple(TestedRoom(room, True, 1) for room in (R1, R2))
    story.given(
        MachineChecked(MachineKind.EXAM, R1, "K-1", reading, at("9:00", 28), GUIDE),
        MachineChecked(MachineKind.SITE, None, "KD-1", reading, at("9:30", 28), GUIDE),
        RoomsTested(TestKind.SIMULATED, tested, at("10:00", 28), GUIDE),
    )
    rows = before(story)
    assert [room.actual for room in rows[StepKind.HARDWARE].rooms] == [at("9:00", 28), None]
    test = rows[StepKind.SIMULATED_TEST]
    assert (test.actual, test.state, test.done) == (at("10:00", 28), StepState.DONE, 2)
    # A line that is not done has no actual time, whatever part of it is.
    assert (rows[StepKind.HARDWARE].actual, rows[ByHand.PAPERS_STORED].state) == (None, None)
    ready = before(Story("prepared"))
    assert (ready[StepKind.ACCEPT].actual, ready[StepKind.SEAL].actual) == (at("17:00", 29), at("18:00", 29))
    nothing = before_rows(Story("enrolled").site, LIAONING, EVE)
    assert {row.planned for row in nothing} == {None}


def test_a_session_has_planned_and_actual_times_room_by_room() -> None:
    story = Story("started").given(RoomReminded(LAW, R1, at("9:44"), GUIDE))
    rows = of_day(story, "9:45", SessionTimes(start_authorized=at("7:31")))
    start = rows[StepKind.START]
    assert (start.planned, start.actual, start.done, start.total) == (at("8:30"), at("8:30:20"), 2, 2)
    assert [(room.room, room.actual) for room in start.rooms] == [(R1, at("8:30")), (R2, at("8:30:20"))]
    assert rows[StepKind.AUTHORIZE].actual == at("7:31")
    assert rows[StepKind.UNSEAL].actual == at("7:00")
    reminded = rows[ByHand.REMINDED]
    assert (reminded.done, reminded.total, reminded.state, reminded.actual) == (1, 2, None, at("9:44"))
    # Each room counts from its own start.
    assert [room.planned for room in reminded.rooms] == [at("9:45"), at("9:45:20")]
    ends = [room.planned for room in rows[StepKind.END].rooms]
    assert ends == [at("10:00"), at("10:00:20")]
    # What is needed only now and then is named, and was not needed.
    assert (rows[StepKind.DELAYS].state, rows[StepKind.DELAYS].planned) == (None, None)
    both = Story("started").given(*(RoomReminded(LAW, room, at("9:44"), GUIDE) for room in (R1, R2)))
    assert of_day(both, "9:45")[ByHand.REMINDED].state is StepState.DONE
    assert of_day(Story("opened"), "7:30")[ByHand.ENTRY_CLOSED].planned == at("8:35")


def test_what_is_done_once_a_day_stands_with_its_first_session() -> None:
    first = of_day(Story("opened"), "7:00")
    second = {row.line.what for row in session_rows(Story("opened").site, LIAONING, TAX, at("7:00"))}
    assert {StepKind.DUTY, StepKind.BOARD} <= set(first)
    assert not {StepKind.DUTY, StepKind.BOARD} & second
    plain = {row.line.what for row in session_rows(Story("opened").site, NATIONAL, LAW, at("7:00"))}
    assert not {StepKind.UNSEAL, StepKind.LOCKS} & plain
    assert {line.planned for line in RUNBOOK if line.what in plain} & {Planned.WEEK, Planned.EVE} == set()


def test_the_evening_tells_rooms_backed_up_what_was_handed_over_and_the_cleaning() -> None:
    story = evening(but=OF_ROOMS[1:])
    rows = {row.line.what: row for row in session_rows(story.site, LIAONING, TAX, at("12:30"))}
    backups = rows[StepKind.ROOM_BACKUP]
    assert (backups.state, backups.done, backups.total, backups.actual) == (StepState.NOW, 1, 2, None)
    assert StepKind.ROOM_BACKUP not in of_day(story, "12:30")
    assert (rows[ByHand.HANDED_OVER].actual, rows[ByHand.CLEANED].actual) == (None, None)
    story.given(OF_ROOMS[1], DataCleaned(D1, at("13:00")))
    story.given(HandedOver(HandoverNo("M-1"), (GUIDE, GUIDE), D1, (), (), (), True, at("12:45")))
    rows = {row.line.what: row for row in session_rows(story.site, LIAONING, TAX, at("13:01"))}
    assert rows[StepKind.ROOM_BACKUP].state is StepState.DONE
    handed, cleaned = rows[ByHand.HANDED_OVER], rows[ByHand.CLEANED]
    # There may be another one.
    assert (handed.actual, handed.state) == (at("12:45"), None)
    assert (cleaned.actual, cleaned.state) == (at("13:00"), StepState.DONE)


DAY = at("0:00").date()
NUMBERED = Numbered(1, "0" * 64, (), (), (), (), (), None, False, at("6:00"))
DRAWN = DutyDrawn(DAY, 1, (), (), at("7:00"))


@pytest.mark.parametrize(
    ("fact", "on_time", "late"),
    [
        (StartAuthorized(LAW, "S-1", D1, 0), "8:00:59", "8:01"),
        (RoomsReleased(LAW, (R1, R2), "S"), "8:00:59", "8:01"),
        (DRAWN, "7:30:59", "7:31"),
    ],
)
def test_a_gate_is_late_from_the_minute_after_its_time(fact: Fact, on_time: str, late: str) -> None:
    site = Story("opened").given(DrawNumbered(DAY, NUMBERED)).site
    assert not late_gate(site, LIAONING, fact, at(on_time))
    assert late_gate(site, LIAONING, fact, at(late))


def test_check_and_backup_are_due_by_the_half_day_and_what_holds_up_nothing_is_never_late() -> None:
    site = Story("opened").site
    checked = AnswersChecked(LAW, at("23:00"))
    backed_up = BackupVerified("S", LAW, D1, 1, 1, "", supervised=True)
    for fact in (checked, backed_up):
        assert not late_gate(site, LIAONING, fact, at("11:00"))
        assert late_gate(site, LIAONING, fact, at("23:59"))
    assert not late_gate(site, LIAONING, RoomReminded(LAW, R1, at("23:00"), GUIDE), at("23:59"))
    again = DutyDrawn(DAY, 2, (), (), at("23:00"))
    assert not late_gate(site, LIAONING, again, at("23:00"))
