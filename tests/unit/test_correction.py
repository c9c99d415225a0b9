"""A confirmed entry put right, with its reason, never behind the room's back."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.about_candidate import NotInThisSession
from app.core.attendance import AttendanceConfirmed, ConfirmAttendance, RoomHasEnded
from app.core.closing import EndRooms, RoomsNotReady
from app.core.correction import AttendanceCorrected, CorrectAttendance, CorrectionReason, NothingToCorrect
from app.core.end_phase import ViolationsConfirmed
from app.core.entry import CheckedIn
from app.core.gate import CheckName
from app.core.ledger import count
from app.core.operation import SECOND_PERSON, NotYetHappened
from app.core.permission import AnotherPersonNeeded
from app.core.room_gate import blockers
from app.core.room_result import Outcome, ResultLine, TakeRoomResult
from app.core.room_state import Presence, SettledAs
from app.core.seating import SeatGiven, SeatMeans
from app.core.settlement import Found, TransferSettled
from app.core.terms import Role, SessionId, Ticket
from tests.builders import A1, A2, A3, ADMIN, D1, GUIDE, LAW, NOBODY, R1, ROOM_LOCK, SECOND, TAX, Story, at, desk, twice
from tests.unit.crowded import FIRST, STARTED, full, morning, of, sent, transfer
from tests.unit.crowded import came as came_in

WHEN = at("9:00")


def came(ticket: Ticket, session: SessionId = LAW) -> CorrectAttendance:
    return CorrectAttendance(session, ticket, True, CorrectionReason.FOUND_IN_ROOM, WHEN, GUIDE)


def never_came(ticket: Ticket) -> CorrectAttendance:
    return CorrectAttendance(LAW, ticket, False, CorrectionReason.NEVER_CAME, WHEN, GUIDE)


def result(third: Outcome) -> TakeRoomResult:
    said = (A1, Outcome.SUBMITTED), (A2, Outcome.NEVER_LOGGED_IN), (A3, third)
    return TakeRoomResult(LAW, R1, D1, ROOM_LOCK, tuple(ResultLine(*one) for one in said))


END = EndRooms(LAW, (R1,), at("10:00"), ADMIN)


def test_absent_becomes_present_and_back() -> None:
    reason = CorrectionReason.FOUND_IN_ROOM
    story = Story("confirmed").when(came(A3))
    story.then(AttendanceCorrected(LAW, R1, A3, present=True, reason=reason, at=WHEN, reported_by=GUIDE))
    sitting = story.done(came(A3)).site.sitting(LAW, A3)
    assert sitting
    assert (sitting.presence, sitting.marked_absent_at) == (Presence.PRESENT, None)
    story.when(never_came(A3))
    reason = CorrectionReason.NEVER_CAME
    story.then(AttendanceCorrected(LAW, R1, A3, present=False, reason=reason, at=WHEN, reported_by=GUIDE))
    story.done(never_came(A3))
    assert (sitting.presence, sitting.marked_absent_at) == (Presence.ABSENT, WHEN)
    assert count(story.site.sessions[LAW].rooms[R1]).attendance_balances


def test_refused_corrections() -> None:
    story = Story("confirmed")
    story.when(came(NOBODY)).then(NotInThisSession(LAW, NOBODY))
    story.when(came(A3, session=TAX)).then(NotInThisSession(TAX, A3))
    now = WHEN - SECOND
    story.when(came(A3), desk(now=now)).then(NotYetHappened(WHEN, now))


def test_another_site_administrator_may_stand_by() -> None:
    Story("confirmed").done(came(A3), desk(Role.SITE_ADMIN, Role.SITE_ADMIN))
    alone = AnotherPersonNeeded(tuple(sorted(SECOND_PERSON)))
    Story("confirmed").when(came(A3), desk(Role.SITE_ADMIN)).then(alone)
    Story("confirmed").when(came(A3), twice(desk(), Role.SITE_ADMIN)).then(alone)


@pytest.mark.parametrize(
    ("ask", "presence"), [(came(A1), Presence.PRESENT), (never_came(A3), Presence.ABSENT)], ids=["present", "absent"]
)
def test_what_is_already_so_is_not_turned_round(ask: CorrectAttendance, presence: Presence) -> None:
    """A correction given twice says the same both times."""
    Story("confirmed").when(ask).then(NothingToCorrect(ask.ticket, presence))
    wrong = never_came(A1) if ask.present else came(A3)
    Story("confirmed").done(wrong).done(ask).when(ask).then(NothingToCorrect(ask.ticket, presence))


def test_before_the_roll_there_is_nothing_to_correct() -> None:
    entered = Story("started").given(CheckedIn(LAW, R1, A1, at("8:10"), GUIDE))
    entered.when(never_came(A1)).then(NothingToCorrect(A1, Presence.PRESENT))
    entered.when(came(A2)).then(NothingToCorrect(A2, Presence.AWAITED))


def test_someone_between_two_rooms_is_not_corrected() -> None:
    story = Story("confirmed")
    story.site.sessions[LAW].rooms[R1].sittings[A1].presence = Presence.PENDING
    for ask in (came(A1), never_came(A1)):
        story.when(ask).then(NothingToCorrect(A1, Presence.PENDING))


@pytest.mark.parametrize("ask", [never_came(A1), came(A3)])
def test_after_the_end_command_the_figures_stand(ask: CorrectAttendance) -> None:
    Story("ended").when(ask).then(RoomHasEnded(LAW, R1, at("10:01")))


def test_someone_who_handed_in_is_not_made_absent_behind_the_result() -> None:
    """The room says submitted, the desk absent: that keeps the room from ending (CAN-06)."""
    story = Story("reported").done(never_came(A1))
    room = story.site.sessions[LAW].rooms[R1]
    assert blockers(story.site, room) == (CheckName.RESULT_DIFFERS,)
    assert isinstance(story.when(END).answer, RoomsNotReady)
    story.done(result(Outcome.ABSENT))
    assert blockers(story.site, room) == (CheckName.RESULT_DIFFERS,)


def test_a_correction_there_and_back_waits_for_the_result_too() -> None:
    story = Story("reported").done(never_came(A1)).done(came(A1))
    assert isinstance(story.when(END).answer, RoomsNotReady)
    room = story.done(result(Outcome.ABSENT)).site.sessions[LAW].rooms[R1]
    assert blockers(story.site, room) == ()
    assert room.result
    assert room.result.version == 1
    story.done(END)


def test_the_entry_is_put_right_as_the_room_says_and_the_same_result_then_agrees() -> None:
    story = Story("confirmed").given(ViolationsConfirmed(LAW, R1, at("9:58"), GUIDE)).done(result(Outcome.SUBMITTED))
    room = story.site.sessions[LAW].rooms[R1]
    assert blockers(story.site, room) == (CheckName.RESULT_DIFFERS,)
    story.done(came(A3))
    assert blockers(story.site, room) == (CheckName.ANSWERS, CheckName.RESULT_DIFFERS)
    story.done(result(Outcome.SUBMITTED))
    assert blockers(story.site, room) == ()
    assert count(room).collected == 2


def test_ovb_05_a_seat_that_another_got_meanwhile_does_not_come_back() -> None:
    """While absent the seat was nobody's."""
    seats = SeatGiven(LAW, R1, A3, "001", SeatMeans.DRAWN, None, at("8:11"), GUIDE)
    for given, seat in (((seats,), "001"), ((seats, replace(seats, ticket=A1)), None)):
        story = morning(*came_in(A1, A2), *STARTED).done(ConfirmAttendance(LAW, R1, (A3,), at("8:40"), GUIDE))
        story.given(*given).done(came(A3))
        sitting = story.site.sitting(LAW, A3)
        assert sitting
        assert (sitting.presence, sitting.seat, sitting.in_room_since) == (Presence.PRESENT, seat, None)


def test_ovb_10_who_was_settled_as_gone_and_is_found_in_the_room_has_stayed() -> None:
    gone = TransferSettled(FIRST, LAW, R1, A3, SettledAs.LEFT, None, Found.INVIGILATORS, at("8:40"), GUIDE, late=False)
    story = full(sent(), *STARTED, gone, AttendanceConfirmed(LAW, R1, (), (), at("8:41"), GUIDE))
    story.done(CorrectAttendance(LAW, A3, True, CorrectionReason.FOUND_IN_ROOM, at("8:50"), GUIDE))
    assert (of(story, A3).presence, transfer(story).settled) == (Presence.PRESENT, SettledAs.STAYED)
