"""The closing page's figures: how near each room is to its end, what is done for many, and what is owed."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.core.closing import RoomEnded
from app.core.collection import AnswersConfirmed, ConfirmCollected, EnterRoomResult
from app.core.end_phase import ScratchPaperCounted, ViolationsConfirmed
from app.core.end_state import OverrideReason
from app.core.gate import Check, CheckName, CheckState
from app.core.login import LoggedIn
from app.core.override import OverrideCheck
from app.core.paper_state import Signature
from app.core.records import ROOM_RECORD, RecordCameOut, RecordKept
from app.core.room_report import RoomReported
from app.core.room_state import Answers, CalledOff, RoomSession
from app.core.signing import PaperSigned
from app.core.terms import ClauseId, Digest, Role, RoomId
from app.views.board import board
from app.views.closing import (
    ClosingRoom,
    ClosingStep,
    EndState,
    Named,
    RoomOrder,
    all_over,
    as_counted,
    closing_rooms,
    excepted,
    expected_count,
    in_order,
    may_end,
    named,
    steps_for,
    without_violations,
)
from app.views.closing_owed import next_owing, owed
from tests.builders import A1, A2, B1, B2, B3, D1, D2, GUIDE, GUIDE_2, LAW, LIAONING, R1, R2, TAX, Story, at

OVER = at("10:05")
NO_VIOLATIONS = (ViolationsConfirmed(LAW, R1, OVER, GUIDE), ViolationsConfirmed(LAW, R2, OVER, GUIDE_2))


def rooms(story: Story, now: datetime = OVER) -> tuple[ClosingRoom, ...]:
    cards = board(story.site, LIAONING, LAW, {LAW, TAX}, now, {}, 60).cards
    return closing_rooms(story.site, LIAONING, LAW, cards, now)


def states(story: Story, now: datetime = OVER) -> list[EndState]:
    return [one.end for one in rooms(story, now)]


def here(story: Story, room: RoomId = R1) -> RoomSession:
    return story.site.sessions[LAW].rooms[room]


def counted(room: RoomId, logged_in: int, submitted: int, when: datetime = OVER) -> RoomReported:
    people = 2 if room == R1 else 3
    return RoomReported(LAW, room, 0, people, 3 - people, logged_in, submitted, when, GUIDE, Digest(""))


def test_a_room_is_ready_when_nothing_is_open_and_closure_is_over() -> None:
    assert states(Story("released"), at("8:10")) == [EndState.UNSTARTED] * 2
    assert states(Story("confirmed")) == [EndState.OPEN] * 2
    assert states(Story("reported")) == [EndState.READY] * 2
    assert states(Story("reported"), at("9:44")) == [EndState.CLOSURE] * 2
    ended = Story("ended")
    assert states(ended) == [EndState.ENDED] * 2
    assert all_over(rooms(ended))
    assert not all_over(())


def test_what_is_open_is_the_gate_before_the_end_and_the_debts_after_it() -> None:
    before, _ = rooms(Story("confirmed"))
    assert [one.name for one in before.open] == [CheckName.VIOLATIONS, CheckName.SUBMITTED, CheckName.ANSWERS]
    after, _ = rooms(Story("ended"))
    debts = [CheckName.SCRATCH_PAPER, CheckName.RECORD_PRINTED, CheckName.RECORD_SIGNED]
    assert [one.name for one in after.open] == debts


def test_rooms_stand_by_number_or_by_what_is_next() -> None:
    story = Story("confirmed").given(NO_VIOLATIONS[1])
    found = rooms(story)
    assert [one.room for one in in_order(reversed(found), RoomOrder.ROOM)] == [R1, R2]
    assert [one.room for one in in_order(found, RoomOrder.DUE)] == [R2, R1]
    story.given(*NO_VIOLATIONS, AnswersConfirmed(LAW, R1, (A1, A2), (), (), OVER, GUIDE))
    assert [one.room for one in in_order(rooms(story), RoomOrder.DUE)] == [R1, R2]


def test_only_rooms_with_nothing_open_may_end_and_only_after_their_closure() -> None:
    assert may_end(rooms(Story("confirmed")), OVER) == ()
    ready = rooms(Story("reported"))
    assert may_end(ready, OVER) == may_end(ready, None) == (R1, R2)
    # The second room started 20 seconds later.
    assert may_end(ready, at("9:45:10")) == (R1,)
    assert may_end(rooms(Story("ended")), OVER) == ()


def test_violations_are_confirmed_for_all_once_it_is_time() -> None:
    assert without_violations(rooms(Story("confirmed"), at("9:30"))) == ()
    assert without_violations(rooms(Story("confirmed"))) == (R1, R2)
    assert without_violations(rooms(Story("confirmed").given(NO_VIOLATIONS[0]))) == (R2,)


@pytest.mark.parametrize(
    ("report", "fits"),
    [
        (counted(R1, 2, 2), True),
        (counted(R1, 2, 1), False),
        (counted(R1, 1, 1), False),
        (counted(R1, 2, 2, at("9:40")), False),
    ],
)
def test_answers_are_as_counted_where_the_count_after_closure_fits(report: RoomReported, fits: bool) -> None:
    story = Story("confirmed").given(report)
    assert as_counted(story.site, LAW, rooms(story)) == (((R1, 2),) if fits else ())


def test_answers_told_already_or_to_come_by_hand_are_not_as_counted() -> None:
    story = Story("confirmed").given(counted(R1, 2, 2), counted(R2, 3, 3))
    story.given(AnswersConfirmed(LAW, R1, (A1,), (), (A2,), OVER, GUIDE))
    assert as_counted(story.site, LAW, rooms(story)) == ((R2, 3),)
    here(story).answers_confirmed_at = None
    assert as_counted(story.site, LAW, rooms(story)) == ((R2, 3),)
    assert as_counted(story.site, LAW, rooms(Story("reported").given(counted(R1, 2, 2)))) == ()


def test_people_are_named_by_ticket_last_digits_or_seat() -> None:
    story = Story("confirmed").given(LoggedIn(LAW, R2, B1, "017", at("8:35"), GUIDE))
    room = here(story, R2)
    assert named(room, "") == Named()
    assert named(room, f"{B2}\u3001 3；017") == Named((B2, B3, B1))
    found = named(room, "999 abc")
    assert (found.tickets, found.unknown, found.wrong) == ((), ("999", "ABC"), True)
    # The seat of one is the number of another.
    room.sittings[B1].sits_at = "002"
    assert named(room, "2") == Named((), (), ("2",))
    assert named(room, B2).tickets == (B2,)


def test_whoever_is_absent_has_no_answers_to_except() -> None:
    room = here(Story("confirmed"))
    assert named(room, "003").unknown == ("003",)
    assert expected_count(room, Named(), Named()) == 2
    assert expected_count(room, Named((A1,)), Named((A1, A2))) == 0


def test_a_room_that_is_asked_again_keeps_its_exceptions() -> None:
    story = Story("confirmed").done(ConfirmCollected(LAW, R2, 1, (B1,), (B2,), at("10:00"), GUIDE))
    assert excepted(here(story, R2)) == ((B1,), (B2,))


def check_of(story: Story, name: CheckName) -> Check:
    return next(one for one in (*rooms(story)[0].gate, *rooms(story)[0].debts) if one.name is name)


def steps(story: Story, name: CheckName) -> tuple[ClosingStep, ...]:
    return steps_for(here(story), check_of(story, name))


def test_what_can_be_done_about_a_check_before_the_end() -> None:
    story, step = Story("confirmed"), ClosingStep
    assert steps(story, CheckName.VIOLATIONS) == (step.VIOLATIONS, step.GO)
    assert steps(story, CheckName.SUBMITTED) == (step.COLLECT, step.GO, step.OVERRIDE)
    assert steps(story, CheckName.ANSWERS) == (step.COLLECT, step.ENTER_RESULT)
    assert steps(story, CheckName.ATTENDANCE) == ()
    assert steps(Story("started"), CheckName.ATTENDANCE) == (step.GO,)
    story.given(AnswersConfirmed(LAW, R1, (A1,), (), (A2,), OVER, GUIDE))
    assert steps(story, CheckName.BY_HAND) == (step.BY_HAND,)
    warned = Check(CheckName.ENDED_EARLY, CheckState.WARNING, ClauseId("DAT-01"), hard=False)
    assert steps_for(here(story), warned) == ()


def test_what_the_chief_let_stand_can_still_be_settled() -> None:
    story = Story("confirmed").done(OverrideCheck(LAW, R1, CheckName.SUBMITTED, OverrideReason.SEEN_IN_ROOM))
    assert steps(story, CheckName.SUBMITTED) == (ClosingStep.COLLECT, ClosingStep.GO)


def test_answers_of_a_result_file_are_settled_by_another_file() -> None:
    story = Story("reported")
    here(story).doubt(A2)
    here(story).sittings[A2].answers = Answers.OPEN
    assert steps(story, CheckName.ANSWERS) == (ClosingStep.GO,)
    assert steps(story, CheckName.RESULT_DIFFERS) == (ClosingStep.GO, ClosingStep.OVERRIDE)


def test_what_can_be_done_about_a_debt() -> None:
    confirmed = (*NO_VIOLATIONS, AnswersConfirmed(LAW, R1, (A1, A2), (), (), OVER, GUIDE))
    story = Story("confirmed").given(*confirmed, RoomEnded(LAW, R1, OVER, GUIDE))
    assert steps(story, CheckName.RESULT) == (ClosingStep.GO, ClosingStep.ENTER_RESULT)
    assert steps(story, CheckName.RECORD_SIGNED) == (ClosingStep.GO,)
    assert steps(story, CheckName.SCRATCH_PAPER) == (ClosingStep.SCRATCH_PAPER,)
    story.given(RecordKept(ROOM_RECORD, LAW, R1, 1, D1, D2, None))
    story.given(RecordCameOut(ROOM_RECORD, LAW, R1, 1, came_out=True))
    assert steps(story, CheckName.RECORD_SIGNED) == (ClosingStep.GO,)
    story.given(PaperSigned(ROOM_RECORD, f"{LAW}-{R1}", 1, (Signature(Role.CHIEF, GUIDE, OVER),)))
    assert steps(story, CheckName.RECORD_SIGNED) == ()
    story.given(ScratchPaperCounted(LAW, R1, 10, 10, None, OVER, GUIDE))
    assert steps(story, CheckName.SCRATCH_PAPER) == (ClosingStep.SCRATCH_PAPER,)
    story.done(EnterRoomResult(LAW, R1, 2, (), OVER, GUIDE))
    assert steps(story, CheckName.RESULT) == ()


def test_what_concerns_a_whole_session_is_gone_to_or_checked() -> None:
    for name, step in ((CheckName.CHECKED, ClosingStep.CHECK), (CheckName.BACKUP, ClosingStep.GO)):
        found = Check(name, CheckState.OPEN, ClauseId("DAT-04"))
        assert steps_for(None, found) == (step,)


def test_debts_of_the_day_stand_by_session_and_room_and_turn_late() -> None:
    story = Story("ended")
    rows = owed(story.site, LIAONING, LAW, OVER)
    assert [(row.session, row.room) for row in rows] == [(LAW, ""), (LAW, R1), (LAW, R2), (TAX, "")]
    session, first, _, later = rows
    assert [one.name for one in session.open] == [CheckName.CHECKED, CheckName.BACKUP]
    assert CheckName.RECORD_SIGNED in [one.name for one in first.open]
    assert (session.going_on, later.going_on) == (False, True)
    assert (first.due, first.late) == (at("13:10"), False)
    assert all(row.late for row in owed(story.site, LIAONING, LAW, at("13:10:01")))


def test_the_next_room_that_owes_the_same_comes_and_from_the_top_again() -> None:
    story = Story("ended")
    rows, done = owed(story.site, LIAONING, LAW, OVER), CheckName.SCRATCH_PAPER

    def following(room: RoomId, name: CheckName, step: ClosingStep) -> RoomId | None:
        row = next_owing(story.site, rows, (LAW, room), name, step)
        return row.room if row else None

    assert following(R1, done, ClosingStep.SCRATCH_PAPER) == R2
    assert following(R2, done, ClosingStep.SCRATCH_PAPER) == R1
    assert following(RoomId(""), CheckName.CHECKED, ClosingStep.CHECK) is None


def test_a_session_without_rooms_owes_nothing() -> None:
    story = Story("packaged")
    story.site.sessions[LAW].rooms.clear()
    assert [row.session for row in owed(story.site, LIAONING, TAX, OVER)] == [TAX]


def test_rooms_that_are_called_off_or_hold_nobody_are_never_ended() -> None:
    story = Story("released")
    here(story).called_off = CalledOff.POSTPONED
    assert states(story, at("8:10")) == [EndState.CALLED_OFF, EndState.UNSTARTED]
    story.site.sessions[LAW].rooms.pop(R2)
    assert all_over(rooms(story, at("8:10")))
