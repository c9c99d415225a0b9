"""Two sessions of a half day: who sits both keeps room and seat (J-48)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.attendance import AttendanceConfirmed, RoomHasEnded
from app.core.authorization import UnknownSession
from app.core.closing import RoomEnded
from app.core.identity import HeldAtDoor
from app.core.impersonation import ImpostorSuspected
from app.core.kept_seats import KeepSeats, RoomKept, TooLateToKeep
from app.core.ledger import count
from app.core.plan import Session
from app.core.room_state import HoldCause, SettledAs
from app.core.seating import SeatGiven, SeatMeans, SeatsAreFixed, SlipsGivenOut
from app.core.slips import SlipsPrepared
from app.core.start import NobodyArranged, RoomStarted
from app.core.terms import SessionId, Ticket, TransferNo
from tests.builders import A1, A2, A3, ADMIN, B1, B3, GUIDE, LAW, R1, R2, R9, TAX, Story, at, desk
from tests.unit.crowded import (
    INCIDENT,
    R3,
    broken,
    came,
    fixed,
    logged_in,
    morning,
    of,
    room,
    seated,
    sent,
    taken,
)

NOW = desk().now
KEEP = KeepSeats(TAX, R1, LAW)
KEEP_2 = replace(KEEP, room=R2)


def kept(ticket: Ticket, seat: str, room: str = "001") -> SeatGiven:
    where = R1 if room == "001" else R2
    return SeatGiven(TAX, where, ticket, seat, SeatMeans.KEPT, None, NOW, ADMIN)


def sat() -> Story:
    """Two sat the first session in the first room, one of them at another seat than the one drawn."""
    return morning(*came(A1, A2), seated(A1, "001"), seated(A2, "002"), logged_in(A1, "001"))


def overflowed() -> Story:
    """B3 arranged in the second room for both sessions sat the first one in the first room."""
    story = morning(*came(A1), seated(A1, "001"), *came(B3, room=R2), sent(B3, room=R2))
    return story.given(taken(B3, R1, R2), seated(B3, "002"), logged_in(B3, "002"))


def test_j_48_who_sat_here_keeps_the_seat() -> None:
    story = sat().when(KEEP).then(kept(A1, "001"), kept(A2, "002")).done(KEEP)
    assert [of(story, ticket, TAX).seat for ticket in (A1, A2)] == ["001", "002"]
    assert of(story, A1, TAX).sits_at == ""
    story.when(KEEP).then()


def test_j_48_the_seat_of_the_last_login_is_the_one_that_is_kept() -> None:
    story = morning(*came(A1), seated(A1, "001"), logged_in(A1, "002")).when(KEEP).then(kept(A1, "002"))
    assert of(story, A1).elsewhere


def test_j_48_who_sits_only_the_first_one_keeps_nothing() -> None:
    """The third one is arranged in the first session alone."""
    morning(*came(A3), seated(A3, "001")).when(KEEP).then()


def test_j_48_who_did_not_come_or_had_no_seat_keeps_nothing() -> None:
    story = morning(*came(A2), seated(A1, "001"))
    story.given(AttendanceConfirmed(LAW, R1, (), (A1, A3), at("8:40"), GUIDE)).when(KEEP).then()


def test_j_48_a_seat_that_failed_since_is_not_kept() -> None:
    sat().given(broken("001")).when(KEEP).then(kept(A2, "002"))


def test_j_48_a_seat_that_somebody_has_already_is_not_kept() -> None:
    sat().given(seated(A2, "001", session=TAX)).when(KEEP).then()


def test_j_48_who_was_transferred_in_stays_there_for_the_second_session() -> None:
    number = TransferNo("A-001")
    story = overflowed().when(KEEP)
    story.then(kept(A1, "001"), RoomKept(number, TAX, R2, R1, B3, NOW), kept(B3, "002")).done(KEEP)
    sitting = of(story, B3, TAX)
    assert (sitting.origin, sitting.room, sitting.seat) == (R2, R1, "002")
    (way,) = story.site.sessions[TAX].transfers
    assert (way.settled, way.settled_at, way.into, way.out_of) == (SettledAs.KEPT, NOW, R1, R2)
    for where, figures in ((R1, (2, 1, 0)), (R2, (2, 0, 1))):
        here = count(room(story, where, TAX))
        assert (here.arranged, here.transferred_in, here.transferred_out) == figures
        assert here.attendance_balances


def test_j_48_who_has_entered_elsewhere_already_stays_there() -> None:
    came_in = replace(came(B3, room=R2)[0], session=TAX)
    overflowed().given(came_in).when(KEEP).then(kept(A1, "001"))


def test_j_48_who_waits_at_another_door_or_is_suspected_there_stays_there() -> None:
    held = HeldAtDoor(TAX, R2, B3, HoldCause.NO_DOCUMENT, at("10:20"), GUIDE)
    suspected = ImpostorSuspected(TAX, R2, B3, INCIDENT, at_door=True, at=at("10:20"), reported_by=GUIDE)
    for fact in (held, suspected):
        overflowed().given(fact).when(KEEP).then(kept(A1, "001"))


def test_j_48_in_the_own_room_also_who_has_come_already_keeps_the_seat() -> None:
    came_in, way = replace(came(A1)[0], session=TAX), replace(sent(A2), session=TAX)
    sat().given(came_in).when(KEEP).then(kept(A1, "001"), kept(A2, "002"))
    sat().given(replace(came(A2)[0], session=TAX), way).when(KEEP).then(kept(A1, "001"))


# Refusals


@pytest.mark.parametrize(("session", "before"), [("9-9", "1-1"), ("1-2", "9-9")])
def test_j_48_both_sessions_are_of_this_exam(session: str, before: str) -> None:
    ask = KeepSeats(SessionId(session), R1, SessionId(before))
    sat().when(ask).then(UnknownSession(SessionId("9-9")))


def test_j_48_both_sessions_are_of_one_half_day() -> None:
    story = sat()
    state = story.site.sessions[TAX]
    state.plan = Session(TAX, 2, "tax", at("14:00"), 90)
    story.when(KEEP).then(UnknownSession(LAW))


def test_j_48_the_one_before_came_before() -> None:
    sat().when(KeepSeats(LAW, R1, TAX)).then(NobodyArranged(LAW, (R1,)))
    sat().when(KeepSeats(LAW, R1, LAW)).then(NobodyArranged(LAW, (R1,)))


def test_j_48_it_is_a_room_of_both() -> None:
    for where in (R9, R3):
        sat().when(replace(KEEP, room=where)).then(NobodyArranged(TAX, (where,)))
    story = sat()
    del story.site.sessions[LAW].rooms[R2]
    story.when(KEEP_2).then(NobodyArranged(TAX, (R2,)))


def test_arr_10_where_seats_are_fixed_they_are_kept_anyway() -> None:
    fixed(*came(A1)).when(KEEP).then(SeatsAreFixed(TAX))


def test_j_48_before_the_second_session_has_begun_in_the_room() -> None:
    started = RoomStarted(TAX, R1, at("10:40"), GUIDE)
    sat().given(started).when(KEEP).then(TooLateToKeep(TAX, R1))
    sat().given(RoomEnded(TAX, R1, at("10:20"), GUIDE)).when(KEEP).then(RoomHasEnded(TAX, R1, at("10:20")))


def test_j_48_a_room_that_hands_out_slips_keeps_no_seats() -> None:
    sat().given(SlipsPrepared(TAX, R1, ("001", "002"))).when(KEEP).then(SlipsGivenOut(TAX, R1))


def test_j_48_one_operation_a_room() -> None:
    story = sat().given(*came(B1, room=R2), seated(B1, "004", R2)).done(KEEP)
    assert of(story, B1, TAX).seat is None
    story.when(KEEP_2).then(kept(B1, "004", "002"))
