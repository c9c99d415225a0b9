"""Slips: the seats of a room in random order, drawn once and before anyone has one."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.attendance import RoomHasEnded
from app.core.closing import RoomEnded
from app.core.machines import SpareServed
from app.core.seating import NotEverySeat, SeatsAreFixed, SlipsGivenOut
from app.core.slips import PrepareSlips, SeatsGivenAlready, SlipsPrepared
from app.core.start import NobodyArranged
from tests.builders import A1, GUIDE, LAW, R1, R2, R9, TAX, Story, at
from tests.unit.crowded import broken, came, fixed, morning, room, seated
from tests.unit.small_rooms import TIGHT, arranged

SLIPS = PrepareSlips(LAW, R1, ("003", "002", "001"))


def test_ovb_05_the_slips_are_the_usable_seats_in_the_order_drawn() -> None:
    story = morning().when(SLIPS).then(SlipsPrepared(LAW, R1, ("002", "001"))).done(SLIPS)
    assert room(story).slips == ("002", "001")
    assert room(story, R2).slips == ()
    assert room(story, session=TAX).slips == ()


def test_ovb_05_they_are_prepared_before_the_day_too() -> None:
    Story("enrolled").given(*arranged(1, TIGHT)).done(SLIPS)


def test_ovb_05_a_faulty_seat_has_no_slip_and_a_spare_one_in_service_has() -> None:
    morning(broken("002")).when(SLIPS).then(SlipsPrepared(LAW, R1, ("001",)))
    serving = SpareServed(R1, ("003",), in_service=True, at=at("8:00"), reported_by=GUIDE)
    morning(serving).when(SLIPS).then(SlipsPrepared(LAW, R1, ("003", "002", "001")))


@pytest.mark.parametrize("order", [(), ("001", "002"), ("001", "002", "002"), ("001", "002", "003", "004")])
def test_ovb_05_all_seats_of_the_room_are_drawn_or_none(order: tuple[str, ...]) -> None:
    morning().when(replace(SLIPS, order=order)).then(NotEverySeat(R1))


def test_ovb_05_the_order_is_drawn_once() -> None:
    morning().done(SLIPS).when(replace(SLIPS, order=("001", "002", "003"))).then(SlipsGivenOut(LAW, R1))


def test_ovb_05_where_some_have_a_seat_no_slips_are_prepared() -> None:
    morning(*came(A1), seated(A1, "001")).when(SLIPS).then(SeatsGivenAlready(LAW, R1))


def test_arr_10_with_fixed_seats_there_are_no_slips() -> None:
    fixed().when(replace(SLIPS, order=("001", "002", "003", "004"))).then(SeatsAreFixed(LAW))


def test_slips_are_of_a_room_of_the_session() -> None:
    morning().when(replace(SLIPS, room=R9)).then(NobodyArranged(LAW, (R9,)))


def test_dat_01_a_room_that_has_ended_hands_out_no_slips() -> None:
    morning(RoomEnded(LAW, R1, at("8:05"), GUIDE)).when(SLIPS).then(RoomHasEnded(LAW, R1, at("8:05")))
