"""Seats at random: drawn at the desk or told by the room, a second time only for a reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.core.about_candidate import NotInThisSession
from app.core.attendance import RoomHasEnded
from app.core.closing import RoomEnded
from app.core.fault import FaultRestored
from app.core.leaving import CandidateLeft, LeaveCause
from app.core.machines import SpareServed
from app.core.operation import NotYetHappened, Operation, PersonUnknown
from app.core.permission import AnotherPersonNeeded
from app.core.room_open import RoomNotReleased
from app.core.room_state import Presence
from app.core.seating import (
    DrawSeat,
    LeftAlready,
    LoggedInAlready,
    NamedTwice,
    NoFreeSeat,
    NoSuchSeat,
    NotEverySeat,
    NotInTheRoom,
    RecordSeats,
    RedrawReason,
    SeatGiven,
    SeatGivenAlready,
    SeatIsFixed,
    SeatMeans,
    SeatNotFaulty,
    SeatOutOfOrder,
    SeatTaken,
    SlipsGivenOut,
    TicketSeat,
)
from app.core.slips import SlipsPrepared
from app.core.start import NobodyArranged
from app.core.terms import Role, Ticket
from tests.builders import A1, A2, A3, B1, GUIDE, LAW, NOBODY, R1, R2, R9, SECOND, STRANGER, TAX, at, desk
from tests.unit.crowded import (
    FAULT,
    broken,
    came,
    fixed,
    full,
    logged_in,
    morning,
    of,
    room,
    seated,
    sent,
    sits,
    taken,
)

WHEN = at("8:12")
ORDER = ("003", "002", "001")
DRAW = DrawSeat(LAW, A1, ORDER, None, WHEN, GUIDE)
SEATS = RecordSeats(LAW, R1, sits((A1, "002"), (A2, "001")), None, WHEN, GUIDE)
AGAIN = replace(DRAW, redraw=RedrawReason.NEIGHBOURS)
BOTH = [DRAW, replace(SEATS, seats=sits((A1, "002")))]


def drawn(ticket: Ticket, seat: str, redraw: RedrawReason | None = None) -> SeatGiven:
    return SeatGiven(LAW, R1, ticket, seat, SeatMeans.DRAWN, redraw, WHEN, GUIDE)


def told(ticket: Ticket, seat: str, means: SeatMeans = SeatMeans.IN_ROOM) -> SeatGiven:
    return SeatGiven(LAW, R1, ticket, seat, means, None, WHEN, GUIDE)


# Drawn at the desk (OVB-05)


def test_ovb_05_the_first_free_healthy_seat_of_the_shuffle_is_theirs() -> None:
    story = morning(*came(A1, A2)).when(DRAW).then(drawn(A1, "002")).done(DRAW)
    assert (of(story, A1).seat, of(story, A1).sits_at) == ("002", "")
    story.when(replace(DRAW, ticket=A2)).then(drawn(A2, "001"))


def test_ovb_05_a_faulty_seat_is_never_drawn() -> None:
    morning(*came(A1), broken("002")).when(DRAW).then(drawn(A1, "001"))


def test_ovb_03_a_spare_seat_is_drawn_once_it_serves() -> None:
    story = morning(*came(A1), SpareServed(R1, ("003",), in_service=True, at=WHEN, reported_by=GUIDE))
    story.when(DRAW).then(drawn(A1, "003"))


def test_ovb_07_in_a_full_room_nothing_is_drawn() -> None:
    full().when(replace(DRAW, ticket=A3, happened_at=at("8:16"))).then(NoFreeSeat(LAW, R1))
    morning(*came(A1), broken("001", "002")).when(DRAW).then(NoFreeSeat(LAW, R1))


@pytest.mark.parametrize("order", [(), ("001",), ("001", "002"), ("001", "001", "002"), ("001", "002", "004")])
def test_ovb_05_nobody_chooses_by_leaving_seats_out(order: tuple[str, ...]) -> None:
    """A site that draws until it pleases would leave out the seats that it does not want."""
    morning(*came(A1)).when(replace(DRAW, order=order)).then(NotEverySeat(R1))


def test_ovb_05_who_has_a_seat_is_not_drawn_again_without_a_reason() -> None:
    story = morning(*came(A1)).done(DRAW)
    story.when(DRAW).then(SeatGivenAlready(A1, "002"))
    story.when(AGAIN).then(drawn(A1, "001", RedrawReason.NEIGHBOURS)).done(AGAIN)
    assert of(story, A1).seat == "001"
    assert story.when(replace(DRAW, ticket=A1)).answer == SeatGivenAlready(A1, "001")


def test_ovb_05_a_healthy_seat_is_not_drawn_again_as_faulty() -> None:
    faulty = replace(DRAW, redraw=RedrawReason.SEAT_FAULTY)
    story = morning(*came(A1), seated(A1, "002")).when(faulty).then(SeatNotFaulty("002"))
    story.given(broken("001")).when(faulty).then(SeatNotFaulty("002"))
    story = morning(*came(A1), seated(A1, "002"), broken("002"))
    story.when(faulty).then(drawn(A1, "001", RedrawReason.SEAT_FAULTY))
    story.given(FaultRestored(FAULT, WHEN)).when(faulty).then(SeatNotFaulty("002"))


def test_ovb_05_a_reason_for_a_first_seat_says_nothing() -> None:
    morning(*came(A1)).when(AGAIN).then(drawn(A1, "002"))


def test_rst_02_who_has_logged_in_is_not_drawn_again() -> None:
    story = morning(*came(A1), seated(A1, "002"), logged_in(A1, "002"))
    story.when(replace(AGAIN, happened_at=at("8:30"))).then(LoggedInAlready(A1, "002"))


def test_arr_10_in_a_site_with_fixed_seats_nothing_is_drawn() -> None:
    order = ("001", "002", "003", "004")
    for ask in (replace(DRAW, order=order), replace(AGAIN, order=order)):
        fixed(*came(A1)).when(ask).then(SeatIsFixed(A1, "001"))
    fixed(*came(A1)).when(replace(BOTH[1], seats=sits((A1, "004")))).then(SeatIsFixed(A1, "001"))


def test_j_19_whose_own_seat_fails_before_login_gets_a_spare_one() -> None:
    serving = SpareServed(R1, ("004",), in_service=True, at=WHEN, reported_by=GUIDE)
    ask = replace(SEATS, seats=sits((A1, "004")), redraw=RedrawReason.SEAT_FAULTY)
    fixed(*came(A1), serving).when(ask).then(SeatNotFaulty("001"))
    story = fixed(*came(A1), serving, broken("001")).done(ask)
    story.given(logged_in(A1, "004"))
    assert (of(story, A1).seat, of(story, A1).elsewhere) == ("004", False)


def test_j_19_who_was_sent_there_from_another_room_has_no_fixed_seat() -> None:
    story = fixed(*came(A3), sent(), taken())
    order = ("005", "004", "003", "002", "001")
    draw = replace(DRAW, ticket=A3, order=order, happened_at=at("8:30"))
    story.when(draw).then(SeatGiven(LAW, R2, A3, "004", SeatMeans.DRAWN, None, at("8:30"), GUIDE)).done(draw)
    assert isinstance(story.when(draw).answer, SeatGivenAlready)


def test_ovb_05_a_room_that_hands_out_slips_draws_nothing_at_the_desk() -> None:
    story = morning(SlipsPrepared(LAW, R1, ("002", "001")), *came(A1))
    story.when(DRAW).then(SlipsGivenOut(LAW, R1))


@given(st.permutations(("001", "002", "003")))
def test_ovb_05_every_seat_may_come_up(order: list[str]) -> None:
    story = morning(*came(A1)).done(replace(DRAW, order=tuple(order)))
    assert of(story, A1).seat == next(seat for seat in order if seat != "003")


# Told by the room


def test_ovb_05_a_draw_on_paper_is_entered_as_the_room_tells_it() -> None:
    story = morning(*came(A1, A2)).when(SEATS).then(told(A1, "002"), told(A2, "001")).done(SEATS)
    assert [of(story, ticket).seat for ticket in (A1, A2)] == ["002", "001"]


def test_ovb_05_a_seat_by_slip_is_marked_as_such() -> None:
    story = morning(SlipsPrepared(LAW, R1, ("002",)), *came(A1, A2))
    story.when(SEATS).then(told(A1, "002", SeatMeans.SLIP), told(A2, "001"))


def test_ovb_05_all_of_them_or_none() -> None:
    story = morning(*came(A1, A2))
    story.when(replace(SEATS, seats=sits((A1, "001"), (A1, "002")))).then(NamedTwice(R1))
    story.when(replace(SEATS, seats=sits((A1, "001"), (A2, "001")))).then(NamedTwice(R1))
    story.when(replace(SEATS, seats=sits((A1, "001"), (B1, "002")))).then(NotInThisSession(LAW, B1))
    story.when(replace(SEATS, seats=sits((A1, "001"), (A3, "002")))).then(NotInTheRoom(A3, Presence.AWAITED))
    story.when(replace(SEATS, seats=())).then()


@pytest.mark.parametrize("seat", ["004", "1", "", "000"])
def test_ovb_05_a_seat_that_the_room_has_not_is_no_seat(seat: str) -> None:
    morning(*came(A1)).when(replace(SEATS, seats=sits((A1, seat)))).then(NoSuchSeat(R1, seat))


def test_ovb_05_nobody_is_placed_where_it_does_not_work_or_somebody_sits() -> None:
    one = replace(SEATS, seats=sits((A1, "001")))
    morning(*came(A1), broken("001")).when(one).then(SeatOutOfOrder(R1, "001"))
    morning(*came(A1)).when(replace(one, seats=sits((A1, "003")))).then(SeatOutOfOrder(R1, "003"))
    morning(*came(A1, A2), seated(A2, "001")).when(one).then(SeatTaken(R1, "001"))


def test_ovb_05_what_is_told_again_needs_its_reason_too() -> None:
    story = morning(*came(A1), seated(A1, "001"))
    one = replace(SEATS, seats=sits((A1, "002")))
    story.when(one).then(SeatGivenAlready(A1, "001"))
    story.when(replace(one, redraw=RedrawReason.SEAT_FAULTY)).then(SeatNotFaulty("001"))
    again = replace(told(A1, "002"), redraw=RedrawReason.NEIGHBOURS)
    story.when(replace(one, redraw=RedrawReason.NEIGHBOURS)).then(again)


# Who is given a seat at all


@pytest.mark.parametrize("ask", BOTH)
def test_h4_only_who_came_in_gets_a_seat(ask: Operation) -> None:
    morning().when(ask).then(NotInTheRoom(A1, Presence.AWAITED))
    story = morning(*came(A1, clock="8:11"))
    story.given(sent(A1, "8:11")).when(ask).then(NotInTheRoom(A1, Presence.PENDING))


@pytest.mark.parametrize("ask", BOTH)
def test_a_seat_is_given_in_a_room_that_was_released_and_has_not_ended(ask: DrawSeat | RecordSeats) -> None:
    story = morning(*came(A1))
    room(story).release = ""
    story.when(ask).then(RoomNotReleased(LAW, R1))
    story = morning(*came(A1), RoomEnded(LAW, R1, at("10:00"), GUIDE))
    story.when(ask).then(RoomHasEnded(LAW, R1, at("10:00")))


@pytest.mark.parametrize("ask", BOTH)
def test_clk_10_who_has_left_gets_no_seat(ask: Operation) -> None:
    left = CandidateLeft(LAW, R1, A1, LeaveCause.ILLNESS, at("8:11"), GUIDE)
    morning(*came(A1), left).when(ask).then(LeftAlready(A1, at("8:11")))


@pytest.mark.parametrize("ask", BOTH)
def test_a_seat_is_told_after_it_was_given_by_someone_known(ask: DrawSeat | RecordSeats) -> None:
    story = morning(*came(A1))
    story.when(ask, desk(now=WHEN - SECOND)).then(NotYetHappened(WHEN, WHEN - SECOND))
    story.when(replace(ask, reported_by=STRANGER)).then(PersonUnknown(STRANGER))


def test_nobody_is_seated_who_is_not_of_this_session_or_where_nobody_sits() -> None:
    morning().when(replace(DRAW, ticket=NOBODY)).then(NotInThisSession(LAW, NOBODY))
    morning().when(replace(DRAW, ticket=A3, session=TAX)).then(NotInThisSession(TAX, A3))
    morning().when(replace(SEATS, room=R9)).then(NobodyArranged(LAW, (R9,)))


def test_ovb_05_nobody_draws_until_it_pleases() -> None:
    """A second redraw, or another seat than the drawn one named by the room itself, wants a supervisor."""
    alone_here = desk(Role.SITE_ADMIN)
    draw = DrawSeat(LAW, A1, ("003", "002", "001"), RedrawReason.NEIGHBOURS, at("8:12"), GUIDE)
    story = morning(*came(A1), seated(A1, "001")).done(draw, alone_here)
    assert of(story, A1).redrawn == 1
    assert isinstance(story.when(draw, alone_here).answer, AnotherPersonNeeded)
    story.done(draw)
    other = "001" if of(story, A1).seat != "001" else "002"
    told = RecordSeats(LAW, R1, (TicketSeat(A1, other),), RedrawReason.NEIGHBOURS, at("8:13"), GUIDE)
    assert isinstance(story.when(told, alone_here).answer, AnotherPersonNeeded)
    story.done(told)
    assert (of(story, A1).seat, of(story, A1).redrawn) == (other, 3)
