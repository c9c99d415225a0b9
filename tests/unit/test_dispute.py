"""Two rooms that claim one candidate: the chief decides."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.about_candidate import NotInThisSession
from app.core.attendance import AttendanceConfirmed, RoomHasEnded
from app.core.closing import RoomEnded
from app.core.end_phase import ViolationsConfirmed
from app.core.end_state import ResultReason
from app.core.gate import CheckName
from app.core.ledger import count
from app.core.operation import Fact, Refused
from app.core.room_gate import blockers
from app.core.room_move import MoveRoom
from app.core.room_open import RoomNotReleased
from app.core.room_result import Outcome, ResultLine, RoomResultKept, TakeRoomResult
from app.core.room_state import Answers, Presence, RoomSession, SettledAs
from app.core.seating import LoggedInAlready
from app.core.settlement import (
    DecideDispute,
    DisputeDecided,
    Found,
    NothingDisputed,
    TransferSettled,
)
from app.core.terms import Ticket
from app.core.transfer import NeverTransferredOut, TakenInElsewhere, TransferDisputed, TransferIn
from tests.builders import (
    A1,
    A2,
    A3,
    B1,
    B2,
    B3,
    D1,
    D2,
    GUIDE,
    GUIDE_2,
    LAW,
    R1,
    R2,
    ROOM_LOCK,
    TAX,
    Story,
    at,
    desk,
)
from tests.unit.crowded import (
    FIRST,
    INCIDENT,
    NO_TOKEN,
    R3,
    STARTED,
    full,
    logged_in,
    of,
    opened,
    room,
    sent,
    taken,
    transfer,
)


def disputed(*facts: Fact, ticket: Ticket = A3) -> Story:
    """Taken in by the second room; the standby room, open for this session, says so too."""
    story = full(sent(), taken())
    story.site.sessions[LAW].rooms[R3] = RoomSession(LAW, R3, release="1-1-S-003")
    claim = TransferDisputed(LAW, ticket, R2, R3, at("8:26"), GUIDE_2, NO_TOKEN)
    return story.given(*facts, claim)


def test_ovb_15_the_chief_leaves_them_where_they_are() -> None:
    decide = DecideDispute(LAW, A3, R2)
    story = disputed().when(decide).then(DisputeDecided(LAW, A3, R2, R2, desk().now)).done(decide)
    sitting = of(story, A3)
    assert (sitting.room, sitting.claimed_by, transfer(story).into) == (R2, None, R2)
    assert sitting.in_room_since == at("8:24")
    assert (room(story, R2).transferred_in, room(story, R2).transferred_out) == (1, 0)


def test_ovb_15_or_says_that_the_other_room_has_them() -> None:
    decide = DecideDispute(LAW, A3, R3)
    story = disputed().when(decide).then(DisputeDecided(LAW, A3, R2, R3, desk().now)).done(decide)
    sitting = of(story, A3)
    assert (sitting.room, sitting.seat, sitting.in_room_since) == (R3, None, desk().now)
    assert (sitting.claimed_by, transfer(story).into) == (None, R3)
    assert len(story.site.sessions[LAW].transfers) == 1
    for where in (R1, R2, R3):
        assert count(room(story, where)).attendance_balances


def test_ovb_15_while_it_is_open_the_room_does_not_end() -> None:
    story = disputed(AttendanceConfirmed(LAW, R2, (B1, B2, B3), (), at("8:40"), GUIDE_2))
    assert CheckName.DISPUTED in blockers(story.site, room(story, R2))
    story.done(DecideDispute(LAW, A3, R2))
    assert CheckName.DISPUTED not in blockers(story.site, room(story, R2))


def test_ovb_15_who_logged_in_is_not_moved_by_a_decision() -> None:
    story = disputed(logged_in(A3, "004", R2))
    story.when(DecideDispute(LAW, A3, R3)).then(LoggedInAlready(A3, "004"))
    story.done(DecideDispute(LAW, A3, R2))


def test_ovb_15_who_is_on_the_way_is_not_moved_either() -> None:
    story = disputed()
    of(story, A3).presence = Presence.PENDING
    story.when(DecideDispute(LAW, A3, R3)).then(NothingDisputed(A3, R3))


@pytest.mark.parametrize("outcome", [SettledAs.LEFT, SettledAs.STAYED])
def test_ovb_15_who_was_settled_as_gone_or_stayed_is_found_in_another_room(outcome: SettledAs) -> None:
    """Otherwise that room's result would differ for ever, and it could not end."""
    settled = TransferSettled(FIRST, LAW, R1, A3, outcome, None, Found.INVIGILATORS, at("8:50"), GUIDE, late=False)
    story = full(sent(), settled).when(TransferIn(LAW, A3, R2, at("8:24"), GUIDE_2))
    assert isinstance(story.answer, Refused)
    story.given(*story.answer.facts).done(DecideDispute(LAW, A3, R2))
    sitting, way = of(story, A3), transfer(story)
    assert (sitting.room, sitting.presence, sitting.marked_absent_at) == (R2, Presence.PRESENT, None)
    assert (way.settled, way.into, way.settled_at) == (SettledAs.SAT_ELSEWHERE, R2, at("12:00"))
    assert all(count(one).attendance_balances for one in story.site.sessions[LAW].rooms.values())


def test_ovb_15_who_only_went_with_a_whole_room_is_claimed_by_nobody() -> None:
    story = full(*STARTED, opened()).done(MoveRoom(LAW, R1, R3, INCIDENT, at("8:45"), GUIDE))
    story.when(TransferIn(LAW, A1, R2, at("8:50"), GUIDE_2)).then(NeverTransferredOut(A1, R3))


@pytest.mark.parametrize("ended", [R2, R3])
def test_ovb_15_nobody_is_moved_out_of_or_into_a_room_that_ended(ended: str) -> None:
    where = R2 if ended == R2 else R3
    story = disputed(RoomEnded(LAW, where, at("10:00"), GUIDE))
    story.when(DecideDispute(LAW, A3, R3)).then(RoomHasEnded(LAW, where, at("10:00")))


def test_ovb_15_nobody_is_moved_into_a_room_that_was_not_released() -> None:
    story = disputed()
    room(story, R3).release = ""
    story.when(DecideDispute(LAW, A3, R3)).then(RoomNotReleased(LAW, R3))


def test_ovb_15_only_the_two_rooms_are_chosen_from() -> None:
    disputed().when(DecideDispute(LAW, A3, R1)).then(NothingDisputed(A3, R1))
    full(sent(), taken()).when(DecideDispute(LAW, A3, R2)).then(NothingDisputed(A3, R2))
    full().when(DecideDispute(LAW, A1, R1)).then(NothingDisputed(A1, R1))
    disputed().when(DecideDispute(TAX, A3, R2)).then(NotInThisSession(TAX, A3))


def test_ovb_15_who_is_claimed_and_sent_on_is_taken_in_by_the_other_room() -> None:
    """The open claim stays until the chief has spoken, wherever they are by then."""
    story = disputed(replace(sent(clock="8:30", room=R2), number=FIRST))
    story.done(TransferIn(LAW, A3, R3, at("8:34"), GUIDE_2))
    assert (of(story, A3).room, of(story, A3).claimed_by) == (R3, R3)
    story.done(DecideDispute(LAW, A3, R3))
    assert of(story, A3).claimed_by is None


def test_ovb_15_a_claim_that_was_decided_is_not_heard_twice() -> None:
    story = disputed().done(DecideDispute(LAW, A3, R2))
    again = TransferIn(LAW, A3, R3, at("8:30"), GUIDE_2)
    story.when(again).then(TakenInElsewhere(A3, R2))
    assert of(story, A3).claimed_by is None


def test_ovb_15_a_room_that_has_ended_gives_up_whom_it_counts_as_absent() -> None:
    """Settled as gone, the first room ended; the second has the candidate and the answers after all."""
    gone = TransferSettled(FIRST, LAW, R1, A3, SettledAs.LEFT, None, Found.INVIGILATORS, at("8:40"), GUIDE, late=False)
    roll = AttendanceConfirmed(LAW, R1, (), (), at("8:41"), GUIDE)
    lines = (ResultLine(A1, Outcome.SUBMITTED), ResultLine(A2, Outcome.SUBMITTED), ResultLine(A3, Outcome.ABSENT))
    kept = RoomResultKept(LAW, R1, D1, 1, ROOM_LOCK, (A1, A2), (), ())
    looked = ViolationsConfirmed(LAW, R1, at("9:58"), GUIDE)
    story = full(sent(), *STARTED, gone, roll, kept, looked, RoomEnded(LAW, R1, at("10:01"), GUIDE))
    story.given(TransferDisputed(LAW, A3, R1, R2, at("10:02"), GUIDE_2, NO_TOKEN))
    story.done(DecideDispute(LAW, A3, R2))
    sitting = of(story, A3)
    assert (sitting.room, sitting.presence, sitting.answers) == (R2, Presence.PRESENT, Answers.OPEN)
    assert (transfer(story).settled, transfer(story).into) == (SettledAs.SAT_ELSEWHERE, R2)
    assert CheckName.RESULT_DIFFERS in blockers(story.site, room(story, R1))
    story.done(TakeRoomResult(LAW, R1, D1, ROOM_LOCK, lines))
    assert blockers(story.site, room(story, R1)) == ()
    assert count(room(story, R1)).attendance_balances
    handed_in = (*lines[:2], ResultLine(A3, Outcome.SUBMITTED))
    story.done(TakeRoomResult(LAW, R1, D2, ROOM_LOCK, handed_in, ResultReason.COLLECTED_AGAIN))
    assert CheckName.RESULT_DIFFERS in blockers(story.site, room(story, R1))


def test_ovb_15_a_room_that_has_ended_keeps_whom_it_counts_as_present() -> None:
    roll = AttendanceConfirmed(LAW, R2, (B1, B2, B3), (), at("8:41"), GUIDE)
    story = disputed(*STARTED, roll, RoomEnded(LAW, R2, at("10:01"), GUIDE))
    story.when(DecideDispute(LAW, A3, R3)).then(RoomHasEnded(LAW, R2, at("10:01")))
    of(story, A3).answers = Answers.NEVER_LOGGED_IN
    assert isinstance(story.when(DecideDispute(LAW, A3, R3)).answer, tuple)
