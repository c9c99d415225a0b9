"""Seats at the desk: let in and drawn at once, prepared as slips, kept; and what a step would say beforehand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.entry import CheckIn, NotAwaited
from app.core.fault import FaultKind, ReportFault
from app.core.identity import AdmitHeld, AdmittedOn, HoldAtDoor
from app.core.operation import Refusal
from app.core.places import listed, usable
from app.core.reset import NothingToReset
from app.core.room_state import HoldCause, Presence
from app.core.seating import NoFreeSeat, RedrawReason, SeatGivenAlready, SeatOutOfOrder, SlipsGivenOut
from app.core.start import ReleaseRooms
from app.core.terms import RoomId, SessionId, Ticket
from app.core.timekeeping import authorization_opens
from app.core.transfer import RoomNotFull
from app.service import seating
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.outlook import NOBODY_YET, blocked, probes
from app.service.seating import Arrival
from app.views.room_needs import Act
from tests.crowd import A01, FIRST, ONE, THREE, TWO, crowd, tickets
from tests.stores import (
    ADMIN,
    OFFICER,
    Place,
    arrange,
    compare,
    receive_exam_authorization,
    receive_start_authorization,
)

SECOND = SessionId("1-2")


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Console]:
    console = Place(tmp_path).enrol().console
    yield console
    console.store.abandon()


@pytest.fixture
def console(bare: Console) -> Console:
    """Overbooked: four seats for six in the first room, all released."""
    crowd(bare)
    return opened(bare)


def opened(console: Console) -> Console:
    compare(console)
    receive_exam_authorization(console)
    assert isinstance(console.clock, DrivenClock)
    console.clock.advance(authorization_opens(console.site.sessions[FIRST].plan, console.rulebook))
    receive_start_authorization(console, FIRST)
    rooms = tuple(sorted(console.site.sessions[FIRST].rooms))
    assert console.submit(ReleaseRooms(FIRST, rooms, "release"), ADMIN, OFFICER) is None
    return console


def came(console: Console, ticket: Ticket) -> CheckIn:
    return CheckIn(FIRST, ticket, console.rulebook.id_types.value[0], console.clock.moment().at, A01)


def arrive(console: Console, ticket: Ticket) -> Arrival:
    arrival = seating.arrive(console, came(console, ticket), ADMIN)
    assert isinstance(arrival, Arrival), arrival
    return arrival


def test_whoever_comes_in_draws_a_seat_until_the_room_is_full(console: Console) -> None:
    """OVB-05, OVB-07: the entry stands although there is no seat."""
    everyone = tickets(console)
    seats = [arrive(console, ticket).seat for ticket in everyone[:4]]
    assert sorted(seat or "" for seat in seats) == list(usable(console.site, ONE))
    last = arrive(console, everyone[4])
    assert (last.seat, last.full, last.slips) == (None, True, False)
    assert isinstance(last.no, NoFreeSeat)
    sitting = console.site.sitting(FIRST, everyone[4])
    assert sitting
    assert sitting.presence is Presence.PRESENT
    assert isinstance(seating.arrive(console, came(console, everyone[4]), ADMIN), NotAwaited)


def test_a_room_with_slips_hands_out_its_own_and_is_full_all_the_same(console: Console) -> None:
    assert seating.prepare_slips(console, FIRST, (ONE, TWO), ADMIN) is None
    room = console.site.sessions[FIRST].rooms[ONE]
    assert sorted(room.slips) == list(usable(console.site, ONE))
    everyone = tickets(console)
    first = arrive(console, everyone[0])
    assert (first.seat, first.slips, first.no) == (None, True, None)
    for ticket in everyone[1:4]:
        assert not arrive(console, ticket).full
    assert arrive(console, everyone[4]).full


def test_slips_are_prepared_as_far_as_they_can_be(console: Console) -> None:
    arrive(console, tickets(console, TWO)[0])
    assert isinstance(seating.prepare_slips(console, FIRST, (ONE, TWO, THREE), ADMIN), Refusal)
    rooms = console.site.sessions[FIRST].rooms
    assert [bool(rooms[room].slips) for room in (ONE, TWO, THREE)] == [True, False, False]
    assert isinstance(seating.prepare_slips(console, FIRST, (RoomId("999"),), ADMIN), Refusal)


def test_who_waited_and_is_let_in_draws_as_well(console: Console) -> None:
    ticket = tickets(console)[0]
    now = console.clock.moment().at
    assert console.submit(HoldAtDoor(FIRST, ticket, HoldCause.NO_TICKET, now, A01), ADMIN) is None
    admitted = AdmitHeld(FIRST, ticket, console.rulebook.id_types.value[0], AdmittedOn.PROVED, now, A01)
    arrival = seating.arrive(console, admitted, ADMIN)
    assert isinstance(arrival, Arrival)
    assert arrival.seat in listed(console.site.plans[ONE])


def test_another_seat_is_drawn_only_for_a_reason(console: Console) -> None:
    ticket, now = tickets(console)[0], console.clock.moment().at
    before = arrive(console, ticket).seat
    assert isinstance(seating.draw(console, FIRST, ticket, None, now, A01, ADMIN), SeatGivenAlready)
    assert seating.draw(console, FIRST, ticket, RedrawReason.NEIGHBOURS, now, A01, ADMIN) is None
    sitting = console.site.sitting(FIRST, ticket)
    assert sitting
    assert sitting.seat not in (None, before)
    assert isinstance(seating.draw(console, FIRST, Ticket("9"), None, now, A01, ADMIN), Refusal)


def test_every_order_names_every_seat_once(console: Console) -> None:
    every = list(listed(console.site.plans[ONE]))
    orders = {seating.shuffled(console, ONE) for _ in range(40)}
    assert all(sorted(order) == every for order in orders)
    assert len(orders) > 1
    assert seating.shuffled(console, RoomId("999")) == ()


def test_seats_of_the_session_before_are_kept_room_by_room(console: Console) -> None:
    """J-48."""
    ticket = tickets(console)[0]
    seat = arrive(console, ticket).seat
    assert seating.keep_seats(console, SECOND, (ONE, TWO), FIRST, ADMIN) is None
    kept = console.site.sitting(SECOND, ticket)
    assert kept
    assert kept.seat == seat
    assert isinstance(seating.keep_seats(console, FIRST, (ONE,), SECOND, ADMIN), Refusal)


def test_in_a_site_with_fixed_seats_the_own_one_is_shown_and_a_broken_one_told(bare: Console) -> None:
    arrange(bare, rooms=2, seats=4, sessions=1)
    console = opened(bare)
    now = console.clock.moment().at
    report = ReportFault(FaultKind.MACHINE, FIRST, ONE, ("002",), now, A01)
    assert console.submit(report, ADMIN) is None
    first, second = (arrive(console, ticket) for ticket in tickets(console)[:2])
    assert (first.seat, first.no) == ("001", None)
    assert second.seat == "002"
    assert second.no == SeatOutOfOrder(ONE, "002")
    assert not second.full


def foreseen(console: Console, ticket: Ticket, act: Act) -> Refusal | None:
    sitting = console.site.sitting(FIRST, ticket)
    assert sitting
    room = console.site.sessions[FIRST].rooms[sitting.room]
    tried = probes(console.site, room, sitting, console.clock.moment().at, NOBODY_YET.id)
    return blocked(console, tried[act], NOBODY_YET)


def test_what_leads_nowhere_says_so_beforehand(console: Console) -> None:
    """As the step itself would; who may sign is not asked yet."""
    ticket = tickets(console)[0]
    arrive(console, ticket)
    assert isinstance(foreseen(console, ticket, Act.RESET), NothingToReset)
    assert isinstance(foreseen(console, ticket, Act.DRAW), SeatGivenAlready)
    assert isinstance(foreseen(console, ticket, Act.TRANSFER_OUT), RoomNotFull)
    assert foreseen(console, ticket, Act.LOGIN) is None
    assert foreseen(console, ticket, Act.REDRAW) is None
    assert foreseen(console, ticket, Act.LEAVE) is None
    for other in tickets(console)[1:5]:
        arrive(console, other)
    assert isinstance(foreseen(console, tickets(console)[4], Act.TELL_SEAT), NoFreeSeat)
    assert foreseen(console, tickets(console)[4], Act.TRANSFER_OUT) is None


def test_where_slips_are_handed_out_another_seat_comes_from_the_room(console: Console) -> None:
    assert seating.prepare_slips(console, FIRST, (ONE,), ADMIN) is None
    ticket = tickets(console)[0]
    arrive(console, ticket)
    assert isinstance(foreseen(console, ticket, Act.DRAW), SlipsGivenOut)
    assert foreseen(console, ticket, Act.TELL_SEAT) is None
    assert foreseen(console, ticket, Act.REDRAW) is None
