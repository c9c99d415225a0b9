"""Leading somebody out: a violation, two invigilators, a roving one, a place to wait; the answers count (VIO-09)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.attendance import RoomHasEnded
from app.core.closing import RoomEnded
from app.core.collection import AnswersConfirmed, to_collect
from app.core.correction import CorrectAttendance, CorrectionReason
from app.core.gate import CheckName, CheckState
from app.core.leaving import CandidateLeft, LeaveCause, RecordLeaving, RemovalIsRecorded
from app.core.ledger import count
from app.core.login import LoggedIn
from app.core.operation import NotYetHappened
from app.core.removal import CandidateRemoved, NobodyToRemove, NotRoving, RemoveCandidate
from app.core.room_move import RoomMoved
from app.core.room_state import Answers, Presence
from app.core.seating import LeftAlready, NotInTheRoom
from app.core.terms import IncidentNo, PersonId, TransferNo
from app.core.violation_kinds import ViolationKind
from app.core.violation_signing import BeforeTheAct, NotInvigilatorThere, TwoInvigilators
from app.core.violation_state import Removed, WaitingPlace
from tests.builders import A1, A2, A3, GUIDE, LAW, R1, R2, R9, SECOND, STRANGER, Story, at
from tests.unit.conduct_story import (
    ACCOUNT,
    FIRST,
    J1,
    J2,
    J3,
    LOOSE,
    PEOPLE,
    RECORDED,
    ROVING,
    ROVING_TWIN,
    TWIN,
    WHEN,
    WITNESSES,
    caught,
    gate,
    here,
    of,
    outdates,
    room,
)
from tests.unit.crowded import full, sent, taken

WHERE = WaitingPlace.EXAM_OFFICE
REMOVE = RemoveCandidate(FIRST, at("9:10"), GUIDE, WITNESSES, ROVING, WHERE)
LEFT = CandidateLeft(LAW, R1, A1, LeaveCause.REMOVED, at("9:10"), GUIDE)
REMOVED = CandidateRemoved(FIRST, A1, WITNESSES, ROVING, WHERE, at("9:10"), GUIDE)


@pytest.mark.parametrize("place", WaitingPlace)
def test_vio_09_inside_the_closure_with_two_invigilators_and_a_roving_one(place: WaitingPlace) -> None:
    ask = replace(REMOVE, place=place)
    story = caught().when(ask, here()).then(LEFT, replace(REMOVED, place=place)).done(ask, here())
    assert of(story).removed == Removed(at("9:10"), WITNESSES, ROVING, place)
    assert of(story).complete
    sitting = story.site.sitting(LAW, A1)
    assert sitting
    assert (sitting.left_at, sitting.left_for, sitting.presence) == (at("9:10"), LeaveCause.REMOVED, Presence.PRESENT)


def test_vio_09_what_was_answered_so_far_is_kept_and_counted() -> None:
    story = caught(LoggedIn(LAW, R1, A1, "001", at("8:31"), GUIDE)).done(REMOVE, here())
    assert A1 in {one.ticket for one in to_collect(room(story))}
    assert (count(room(story)).present, count(room(story)).absent) == (2, 1)
    story.given(AnswersConfirmed(LAW, R1, (A2,), (), (), at("10:00"), GUIDE))
    assert gate(story)[CheckName.ANSWERS].tickets == (A1,)
    story.given(AnswersConfirmed(LAW, R1, (A1, A2), (), (), at("10:00"), GUIDE))
    assert gate(story)[CheckName.ANSWERS].state is CheckState.OK
    sitting = story.site.sitting(LAW, A1)
    assert sitting
    assert sitting.answers is Answers.COLLECTED


def test_vio_09_who_was_led_out_is_not_made_an_absentee() -> None:
    """Nobody would ask for their answers any more."""
    never = CorrectAttendance(LAW, A1, False, CorrectionReason.NEVER_CAME, at("9:30"), GUIDE)
    caught(LEFT, REMOVED).when(never).then(LeftAlready(A1, at("9:10")))
    caught(replace(LEFT, cause=LeaveCause.ILLNESS)).done(never)
    caught().done(never)


def test_vio_09_the_only_way_of_being_led_out() -> None:
    story = caught().when(RecordLeaving(LAW, A1, LeaveCause.REMOVED, at("9:10"), GUIDE), here())
    story.then(RemovalIsRecorded(A1))


def test_vio_09_at_the_moment_of_the_act_and_not_before_nor_ahead() -> None:
    caught().done(replace(REMOVE, happened_at=WHEN), here())
    caught().when(replace(REMOVE, happened_at=WHEN - SECOND), here()).then(BeforeTheAct(FIRST, WHEN))
    early = here(now=at("9:10") - SECOND)
    caught().when(REMOVE, early).then(NotYetHappened(at("9:10"), early.now))


def test_vio_09_only_who_is_in_a_room_that_goes_on() -> None:
    caught(CandidateLeft(LAW, R1, A1, None, at("9:46"), GUIDE)).when(REMOVE, here()).then(LeftAlready(A1, at("9:46")))
    caught(LEFT, REMOVED).when(REMOVE, here()).then(LeftAlready(A1, at("9:10")))
    caught(RoomEnded(LAW, R1, at("10:01"), GUIDE)).when(REMOVE, here()).then(RoomHasEnded(LAW, R1, at("10:01")))
    absent = Story("confirmed").given(replace(RECORDED, ticket=A3)).when(REMOVE, here())
    absent.then(NotInTheRoom(A3, Presence.ABSENT))
    story = caught()
    story.site.sessions[LAW].rooms[R1].sittings.pop(A1)
    story.when(REMOVE, here()).then(NotInTheRoom(A1, Presence.ABSENT))


def test_vio_09_who_is_no_candidate_has_no_exam_to_end() -> None:
    Story("confirmed").given(replace(RECORDED, ticket=None)).when(REMOVE, here()).then(NobodyToRemove(FIRST))


@pytest.mark.parametrize("pair", [(J1, J1), (TWIN, J1)])
def test_vio_09_one_invigilator_is_not_two(pair: tuple[PersonId, PersonId]) -> None:
    caught().when(replace(REMOVE, witnesses=pair), here()).then(TwoInvigilators(FIRST, R1))


@pytest.mark.parametrize("other", [J3, LOOSE, GUIDE, ROVING], ids=str)
def test_vio_09_both_are_invigilators_of_that_room(other: PersonId) -> None:
    caught().when(replace(REMOVE, witnesses=(J1, other)), here()).then(NotInvigilatorThere(other, R1))


@pytest.mark.parametrize("roving", [J1, J3, GUIDE, STRANGER], ids=str)
def test_vio_09_a_roving_invigilator_leads_out(roving: PersonId) -> None:
    caught().when(replace(REMOVE, roving=roving), here()).then(NotRoving(roving))


def test_vio_09_who_leads_out_is_none_of_the_two() -> None:
    """Not under another code either."""
    assert PEOPLE.same(ROVING_TWIN, J2)
    caught().when(replace(REMOVE, roving=ROVING_TWIN), here()).then(TwoInvigilators(FIRST, R1))


def test_vio_09_after_a_transfer_before_the_invigilators_of_the_new_room() -> None:
    """The act was in the first room; its record is out of date, also where that room has ended by then."""
    act = replace(ACCOUNT, kind=ViolationKind.DISORDER, happened_at=at("8:20"), found_at=at("8:20"))
    story = full(replace(RECORDED, ticket=A3, account=act), sent(), taken())
    story.when(REMOVE, here()).then(NotInvigilatorThere(J1, R2))
    ask = replace(REMOVE, witnesses=(J3, J3))
    story.when(ask, here()).then(TwoInvigilators(FIRST, R2))
    story.given(RoomEnded(LAW, R1, at("9:00"), GUIDE))
    assert outdates(story, replace(LEFT, room=R2, ticket=A3), replace(REMOVED, ticket=A3))


def test_vio_09_after_a_move_before_the_invigilators_who_came_along() -> None:
    numbers = tuple(TransferNo(f"A-00{n}") for n in (1, 2, 3))
    moved = RoomMoved(LAW, R1, R9, IncidentNo("A-001"), numbers, at("9:05"), GUIDE)
    caught(moved).when(REMOVE, here()).then(replace(LEFT, room=R9), REMOVED)
