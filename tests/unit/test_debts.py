"""What follows the end of a room: due at the half day's end, hard for closing the day (DAT-01, CLK-16, REC-01)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from app.core.attendance import AttendanceConfirmed
from app.core.closing import AnswersChecked, AnswersWrittenOff, EndRooms, RoomEnded
from app.core.collection import AnswersConfirmed, RoomResultEntered
from app.core.damaged_result import DamagedResultCame
from app.core.debts import due_at, room_debts, session_debts
from app.core.end_phase import ScratchPaperCounted, ViolationsConfirmed
from app.core.end_state import OverrideReason, ResultReason
from app.core.fault import FaultKind, FaultReported, FaultRestored
from app.core.gate import Check, CheckName, CheckState, blocking
from app.core.incident import IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.machines import SpareServed
from app.core.operation import Fact
from app.core.override import CheckOverridden
from app.core.records import ROOM_RECORD, RecordCameOut, RecordKept, RecordSigned, ReprintReason
from app.core.room_gate import blockers
from app.core.room_move import RoomMoved
from app.core.room_result import ResultDifference, RoomResultKept
from app.core.room_state import CalledOff, RoomSession
from app.core.rulebook import Rulebook
from app.core.safekeeping import since_check
from app.core.terms import ClauseId, FaultNo, RoomId, SessionId, TransferNo
from app.core.violation_state import Found
from app.views.sheets import room_record
from tests.builders import (
    A1,
    A2,
    A3,
    ADMIN,
    D1,
    D2,
    GUIDE,
    LAW,
    LIAONING,
    PEOPLE,
    R1,
    R2,
    R9,
    ROOM_LOCK,
    TAX,
    Story,
    at,
)
from tests.unit.alone_story import LOST, room
from tests.unit.conduct_story import RECORDED, corrected
from tests.unit.safe_story import BACKED_UP, REGISTERED

RESULT = RoomResultKept(LAW, R1, D1, 1, ROOM_LOCK, (A1,), (A2,), ())
KEPT = RecordKept(ROOM_RECORD, LAW, R1, 1, D1, D2, None)
WHOLE = RecordCameOut(ROOM_RECORD, LAW, R1, 1, came_out=True)
SIGNED = RecordSigned(ROOM_RECORD, LAW, R1, 1, at("10:20"))
COUNTED = ScratchPaperCounted(LAW, R1, 6, 6, None, at("10:05"), GUIDE)
ENDED = (
    AnswersConfirmed(LAW, R1, (A1,), (A2,), (), at("9:59"), GUIDE),
    ViolationsConfirmed(LAW, R1, at("9:59"), GUIDE),
    RoomEnded(LAW, R1, at("10:01"), ADMIN),
)
NO_SCRATCH = replace(LIAONING, scratch_paper=replace(LIAONING.scratch_paper, value=False))
ALL = (CheckName.RESULT, CheckName.SCRATCH_PAPER, CheckName.RECORD_PRINTED, CheckName.RECORD_SIGNED)


def ended(*facts: Fact) -> Story:
    """The first room gave its end command before its result file came."""
    return Story("confirmed").given(REGISTERED, *ENDED, *facts)


def of_room(story: Story, rules: Rulebook = LIAONING, number: RoomId = R1) -> tuple[CheckName, ...]:
    return blocking(room_debts(story.site, room(story, number), rules))


def of_session(story: Story, session: SessionId = LAW) -> tuple[CheckName, ...]:
    return blocking(session_debts(story.site, session, LIAONING))


# Of a room


def test_dat_01_what_follows_the_end_is_a_debt_and_no_block() -> None:
    """The room ends, and what it owes becomes due only then."""
    story = Story("confirmed").given(*ENDED[:2])
    assert of_room(story) == ()
    assert room_debts(story.site, room(story), LIAONING) == ()
    story.done(EndRooms(LAW, (R1,), at("10:01"), ADMIN))
    assert of_room(story) == ALL
    assert blockers(story.site, room(story)) == ()


@pytest.mark.parametrize(
    ("facts", "left"),
    [
        ((RESULT,), ALL[1:]),
        ((KEPT,), ALL),
        ((KEPT, replace(WHOLE, came_out=False)), ALL),
        ((KEPT, WHOLE), (*ALL[:2], ALL[3])),
        ((KEPT, WHOLE, SIGNED), ALL[:2]),
        ((COUNTED,), (ALL[0], *ALL[2:])),
        ((COUNTED, RESULT, KEPT, WHOLE, SIGNED), ()),
    ],
    ids=["result", "sent to the printer", "jammed", "printed", "signed", "scratch paper", "all"],
)
def test_dat_01_each_debt_is_paid_by_itself(facts: tuple[Fact, ...], left: tuple[CheckName, ...]) -> None:
    assert of_room(ended(*facts)) == left


def test_dat_03_a_result_that_differs_is_still_owed_unless_the_chief_let_it_stand() -> None:
    differs = replace(RESULT, differences=(ResultDifference(A3, "absent", "submitted"),))
    assert CheckName.RESULT in of_room(ended(differs))
    let = CheckOverridden(LAW, R1, CheckName.RESULT_DIFFERS, OverrideReason.REPORTED_ABOVE, at("10:30"))
    assert CheckName.RESULT not in of_room(ended(differs, let))
    typed = RoomResultEntered(LAW, R1, 1, (A1,), (A2,), at("10:10"), GUIDE)
    assert CheckName.RESULT not in of_room(ended(typed))


def test_rec_01_a_reprint_is_signed_anew() -> None:
    again = replace(KEPT, copy=2, reason=ReprintReason.CHANGED)
    story = ended(KEPT, WHOLE, SIGNED, again)
    assert of_room(story) == (*ALL[:2], ALL[3])
    story.given(replace(WHOLE, copy=2), replace(SIGNED, copy=2))
    assert of_room(story) == ALL[:2]


PAID = (RESULT, KEPT, WHOLE, SIGNED)


@pytest.mark.parametrize(
    "change",
    [
        COUNTED,
        replace(RESULT, digest=D2, collected=(), never_logged_in=(A1, A2)),
        CheckOverridden(LAW, R1, CheckName.RESULT_DIFFERS, OverrideReason.SEEN_IN_ROOM, at("10:30")),
        DamagedResultCame(LAW, R1, D2, A1, at("10:30")),
        AnswersWrittenOff(LAW, R1, A1, LOST),
        IncidentOpened(LOST, IncidentKind.ANSWERS_LOST, LAW, R1, at("10:01"), GUIDE),
    ],
    ids=lambda fact: type(fact).__name__,
)
def test_rec_01_what_the_record_says_has_changed_and_the_signed_one_pays_no_more(change: Fact) -> None:
    assert not {CheckName.RECORD_PRINTED, CheckName.RECORD_SIGNED} & set(of_room(ended(*PAID)))
    assert {CheckName.RECORD_PRINTED, CheckName.RECORD_SIGNED} <= set(of_room(ended(*PAID, change)))
    again = replace(KEPT, copy=2, reason=ReprintReason.CHANGED)
    story = ended(*PAID, change, again, replace(WHOLE, copy=2), replace(SIGNED, copy=2))
    assert not {CheckName.RECORD_PRINTED, CheckName.RECORD_SIGNED} & set(of_room(story))


def test_rec_01_what_happened_after_the_end_says_nothing_of_the_room() -> None:
    """A cut of the whole site in the afternoon, a fault in the next session."""
    later = FaultReported(FaultNo("AF-001"), FaultKind.POWER, None, None, (), at("15:00"), GUIDE)
    story = ended(*PAID, later, replace(later, number=FaultNo("AF-002"), session=TAX, room=R1))
    story.given(FaultRestored(later.number, at("15:10")))
    assert not {CheckName.RECORD_PRINTED, CheckName.RECORD_SIGNED} & set(of_room(story))
    during = replace(later, happened_at=at("9:30"))
    assert CheckName.RECORD_SIGNED in of_room(ended(*PAID, during))


def test_vio_03_what_was_found_later_is_owed_until_it_has_its_sheet() -> None:
    """After the end, and after the answers were checked, nothing else asks for it."""
    later = replace(RECORDED.account, found=Found.EXPERTS, found_at=at("11:00"), sheet="")
    story = ended(replace(RECORDED, account=later))
    assert of_room(story) == (*ALL[:2], CheckName.VIOLATIONS_SIGNED, *ALL[2:])
    assert CheckName.VIOLATIONS_SIGNED not in of_room(story, number=R2)
    story.given(corrected(replace(later, sheet="1-1-001-01")))
    assert of_room(story) == ALL


def test_dat_03_a_typed_result_that_a_file_replaces_changes_the_record() -> None:
    """The record says that two persons typed it in."""
    typed = RoomResultEntered(LAW, R1, 1, (A1,), (A2,), at("10:10"), GUIDE)
    story = ended(typed, KEPT, WHOLE, SIGNED)
    story.given(replace(RESULT, version=2))
    assert CheckName.RECORD_SIGNED in of_room(story)


def test_dat_03_a_new_result_leaves_alone_what_the_chief_let_stand_of_other_things() -> None:
    let = CheckOverridden(LAW, R1, CheckName.VIOLATIONS_SIGNED, OverrideReason.SEEN_IN_ROOM, at("10:00"))
    of_answers = replace(let, check=CheckName.SUBMITTED)
    story = ended(let, of_answers, KEPT, WHOLE, SIGNED, replace(RESULT, digest=D2))
    assert set(room(story).overridden) == {CheckName.VIOLATIONS_SIGNED}


def test_rec_01_the_same_count_of_scratch_paper_at_another_time_changes_no_record() -> None:
    story = ended(COUNTED, *PAID, replace(COUNTED, at=at("10:30")))
    assert of_room(story) == ()
    story.given(replace(COUNTED, handed_out=7, returned=7, at=at("10:40")))
    assert CheckName.RECORD_SIGNED in of_room(story)


def test_rec_01_spare_seats_served_after_the_end_change_no_record() -> None:
    served = SpareServed(R1, ("041",), in_service=True, at=at("9:00"), reported_by=GUIDE)
    story = Story("confirmed").given(served, *ENDED, *PAID, replace(served, in_service=False, at=at("14:00")))
    assert room(story).spares == {"041"}
    assert room_record(story.site, PEOPLE, LAW, R1).spares == "041"


def test_rec_01_the_same_answers_in_another_file_change_no_record() -> None:
    again = replace(RESULT, digest=D2, version=2)
    assert not {CheckName.RECORD_PRINTED, CheckName.RECORD_SIGNED} & set(of_room(ended(*PAID, again)))


def test_clk_16_where_the_rulebook_asks_for_no_scratch_paper_it_is_off() -> None:
    story = ended()
    found = {one.name: one for one in room_debts(story.site, room(story), NO_SCRATCH)}
    assert found[CheckName.SCRATCH_PAPER] == Check(CheckName.SCRATCH_PAPER, CheckState.OFF, ClauseId("CLK-16"))
    assert of_room(story, NO_SCRATCH) == (ALL[0], *ALL[2:])


def test_dat_01_a_room_that_was_left_called_off_or_never_needed_owes_nothing() -> None:
    numbers = tuple(TransferNo(f"A-00{n}") for n in (1, 2, 3))
    moved = Story("confirmed").given(RoomMoved(LAW, R1, R9, LOST, numbers, at("9:10"), GUIDE))
    assert of_room(moved) == ()
    off = ended()
    room(off).called_off = CalledOff.CANCELLED
    assert of_room(off) == ()
    spare = ended()
    spare.site.sessions[LAW].rooms[R9] = RoomSession(LAW, R9, ended_at=at("10:00"))
    assert of_room(spare, number=R9) == ()


# Of a session

AFTER = (CheckName.ENDED, CheckName.CHECKED, CheckName.BACKUP)


def test_dat_01_a_session_owes_its_end_the_check_and_a_backup() -> None:
    story = ended()
    assert of_session(story) == AFTER
    story.given(RoomEnded(LAW, R2, at("10:01"), ADMIN))
    assert of_session(story) == AFTER[1:]
    story.given(AnswersChecked(LAW, at("10:10")))
    assert of_session(story) == AFTER[2:]
    story.given(BACKED_UP)
    assert of_session(story) == ()


def test_dat_07_a_backup_of_before_the_last_check_pays_nothing() -> None:
    """What counts changed after it: it lacks the answers that the province is owed."""
    story = ended(RESULT, RoomEnded(LAW, R2, at("10:01"), ADMIN), AnswersChecked(LAW, at("10:10")), BACKED_UP)
    again = replace(RESULT, digest=D2, version=2, reason=ResultReason.COLLECTED_AGAIN)
    story.given(again)
    assert of_session(story) == AFTER[1:]
    story.given(AnswersChecked(LAW, at("10:30")))
    assert of_session(story) == AFTER[2:]
    assert since_check(story.site, LAW) == ()
    story.given(replace(BACKED_UP, name="c"))
    assert of_session(story) == ()
    assert [one.name for one in since_check(story.site, LAW)] == ["c"]


def test_dat_07_the_backup_of_another_session_is_none_of_this_one() -> None:
    assert CheckName.BACKUP in of_session(Story("checked").given(replace(BACKED_UP, session=TAX)))


def test_dat_01_where_nobody_sat_a_session_owes_nothing() -> None:
    story = Story("confirmed")
    for one in story.site.sessions[LAW].rooms.values():
        one.called_off = CalledOff.POSTPONED
    assert session_debts(story.site, LAW, LIAONING) == ()
    story.site.sessions[LAW].rooms.clear()
    assert session_debts(story.site, LAW, LIAONING) == ()


def test_dat_01_a_room_that_was_left_keeps_no_session_open() -> None:
    numbers = tuple(TransferNo(f"A-00{n}") for n in (1, 2, 3))
    story = Story("confirmed").given(RoomMoved(LAW, R1, R9, LOST, numbers, at("9:10"), GUIDE))
    story.given(RoomEnded(LAW, R9, at("10:05"), ADMIN), RoomEnded(LAW, R2, at("10:01"), ADMIN))
    assert of_session(story) == (CheckName.TRANSFER_SHEET, *AFTER[1:])


# When they are due


def due(story: Story, session: SessionId = LAW, rules: Rulebook = LIAONING) -> datetime:
    return due_at(story.site, session, rules)


def test_dat_01_due_some_time_after_the_last_planned_end_of_the_half_day() -> None:
    """Law ends at 10:00, tax at 12:10; both are one half day."""
    story = Story("confirmed")
    assert {due(story), due(story, TAX)} == {at("13:10")}
    longer = replace(LIAONING, debt_minutes=replace(LIAONING.debt_minutes, value=90))
    assert due(story, rules=longer) == at("13:40")


def test_dat_01_a_session_that_is_not_held_here_and_one_of_another_half_day_do_not_count() -> None:
    story = Story("confirmed")
    plan = story.site.sessions[TAX].plan
    story.site.sessions[TAX].plan = replace(plan, batch=plan.batch + 1)
    assert due(story) == at("11:00")
    assert due(story, TAX) == at("13:10")
    bare = Story("confirmed")
    bare.site.sessions[TAX].rooms.clear()
    assert due(bare) == at("10:00") + timedelta(hours=1)


def test_dat_01_nobody_present_is_a_room_like_another() -> None:
    nobody = AttendanceConfirmed(LAW, R1, (), (A1, A2, A3), at("8:40"), GUIDE)
    assert of_room(Story("started").given(nobody, RoomEnded(LAW, R1, at("10:01"), ADMIN))) == ALL
