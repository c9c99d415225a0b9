"""Who goes on alone: no machine of the room has to do with them, and the room stays answerable (SAL-03, H4)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.attendance import AttendanceConfirmed
from app.core.correction import CorrectAttendance, CorrectionReason
from app.core.extra_time_people import answering
from app.core.incident import IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.ledger import count
from app.core.login import RecordLogins
from app.core.on_standalone import OnStandalone
from app.core.operation import Fact, Operation
from app.core.plan import Room
from app.core.reset import CandidateReset, NoteResetFailed, ResetCandidates
from app.core.room_move import MoveRoom
from app.core.room_state import Answers, Presence, ResetCause
from app.core.seating import SeatTaken, TicketSeat
from app.core.settlement import DecideDispute
from app.core.standalone_course import StandaloneWithdrawn
from app.core.standalone_state import VoidReason
from app.core.terms import IncidentNo
from app.core.transfer import TransferOut
from tests.builders import A1, A2, A3, B1, GUIDE, LAW, R1, R2, R9, Story, at
from tests.unit.alone_story import came_back, comes_back, consented, goes_out, now, of, out, package_of, room, went_out
from tests.unit.lost_time import given_minutes

WHEN = at("9:10")
BACK_TO_ROOM = StandaloneWithdrawn(LAW, R1, A1, at("9:05"), GUIDE)
UNUSABLE = IncidentOpened(IncidentNo("A-009"), IncidentKind.ROOM_UNUSABLE, LAW, R1, at("9:05"), GUIDE)
RESET = ResetCandidates(LAW, R1, (TicketSeat(A1, "011"),), ResetCause.NETWORK, WHEN, GUIDE)
LOGIN = RecordLogins(LAW, R1, (TicketSeat(A1, "011"),), WHEN, GUIDE)
NEVER_CAME = CorrectAttendance(LAW, A1, False, CorrectionReason.NEVER_CAME, WHEN, GUIDE)


@pytest.mark.parametrize(
    "ask",
    [RESET, LOGIN, NEVER_CAME, TransferOut(LAW, A1, WHEN, GUIDE, UNUSABLE.number)],
    ids=["reset", "login", "correction", "transfer"],
)
@pytest.mark.parametrize("fact", [(), (came_back(),)], ids=["out", "back"])
def test_sal_03_neither_reset_nor_login_nor_move_nor_correction(ask: Operation, fact: tuple[Fact, ...]) -> None:
    out(UNUSABLE, *fact).when(ask).then(OnStandalone(A1))


def test_sal_03_nor_does_a_dispute_give_them_to_another_room() -> None:
    story = out()
    of(story).claimed_by = R2
    story.when(DecideDispute(LAW, A1, R2)).then(OnStandalone(A1))
    story.done(DecideDispute(LAW, A1, R1))
    assert of(story).claimed_by is None


def test_sal_03_withdrawn_they_are_reset_and_log_in_like_others() -> None:
    story = out(BACK_TO_ROOM).done(RESET).done(replace(LOGIN, happened_at=at("9:12")))
    assert (of(story).sits_at, of(story).standalone) == ("011", False)
    out(BACK_TO_ROOM).done(NEVER_CAME)


def test_sal_03_in_a_mass_reset_they_are_named() -> None:
    """All of them or none: the room takes them out of the list."""
    both = replace(RESET, seats=(TicketSeat(A2, "012"), TicketSeat(A1, "011")))
    story = out(CandidateReset(LAW, R1, A2, ResetCause.NETWORK, "002", "002", at("9:01"), GUIDE))
    of(story, A2).logged_in_at, of(story, A2).reset = at("8:31"), None
    story.when(both).then(OnStandalone(A1))
    story.done(replace(both, seats=both.seats[:1]))


def test_sal_03_a_reset_that_still_waits_fails_no_more_and_the_package_stays_out() -> None:
    waiting = CandidateReset(LAW, R1, A1, ResetCause.NETWORK, "010", "011", at("8:56"), GUIDE)
    story = out()
    story.given(waiting).done(NoteResetFailed(LAW, A1, WHEN, GUIDE))
    assert package_of(story).live


def test_h4_they_are_present_and_answering_until_their_answers_are_back() -> None:
    story = out()
    assert answering(of(story))
    assert (count(room(story)).present, count(room(story)).collected) == (3, 0)
    story.done(comes_back(), now("10:01"))
    assert not answering(of(story))
    assert (count(room(story)).present, count(room(story)).collected) == (3, 1)
    assert of(story).answers is Answers.COLLECTED


def test_sal_07_minutes_given_to_the_room_are_theirs_too() -> None:
    story = out(given_minutes(5, A1, A2, A3))
    assert of(story).extra_minutes == 5


def test_j_50_a_room_is_left_with_a_package_out() -> None:
    """The candidate belongs to the new room from then on; the lent seat stays where it is."""
    story = out(UNUSABLE)
    story.site.plans[R9] = Room(R9, "Standby", "North", 3, 10, standby=True)
    story.done(MoveRoom(LAW, R1, R9, UNUSABLE.number, WHEN, GUIDE))
    assert (of(story).room, of(story).standalone, of(story).presence) == (R9, True, Presence.PRESENT)
    assert room(story).stations == {A1: "020"}
    room(story, R9).release = "1-1-S-009"
    story.when(replace(LOGIN, room=R9, logins=(TicketSeat(A1, "003"),))).then(OnStandalone(A1))
    why = VoidReason.STATION_FAILED
    story.done(goes_out(2, host=R9, place="004", machine="J-4", issued_at=WHEN, voids=why), now("9:10"))
    assert (room(story).stations, room(story, R9).stations) == ({}, {A1: "004"})


def test_sal_04_a_seat_in_another_room_is_lent_and_given_back() -> None:
    lent = replace(went_out(), host=R2, place="010")
    story = Story("started").given(AttendanceConfirmed(LAW, R1, (A1, A2, A3), (), at("8:40"), GUIDE), consented(), lent)
    assert room(story, R2).stations == {A1: "010"}
    seat = RecordLogins(LAW, R2, (TicketSeat(B1, "010"),), WHEN, GUIDE)
    of(story, B1).presence = Presence.PRESENT
    story.when(seat).then(SeatTaken(R2, "010"))
    story.given(came_back()).done(seat)
    assert room(story, R2).stations == {}
