"""Where somebody goes on alone, and with how much time (SAL-04, SAL-07, H5)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.fault import FaultRestored
from app.core.login import LoggedIn
from app.core.operation import Fact, PersonUnknown
from app.core.places import free, taken
from app.core.plan import Room
from app.core.seating import NoSuchSeat, SeatOutOfOrder, SeatTaken
from app.core.standalone import IssuedLongAgo, NoTimeLeft, remaining_seconds
from app.core.standalone_course import StandaloneWithdrawn
from app.core.standalone_place import MachineInUse, StationNameUnfit
from app.core.standalone_state import VoidReason
from app.core.start import RoomStarted
from app.core.terms import RoomId
from tests.builders import (
    A1,
    A2,
    B1,
    GUIDE,
    LAW,
    R1,
    R2,
    R9,
    SECOND,
    STRANGER,
    TAX,
    Story,
    at,
)
from tests.unit.alone_story import (
    BROKEN,
    FAILED_2,
    after_reset,
    came_back,
    consented,
    goes_out,
    now,
    of,
    out,
    room,
    went_out,
)
from tests.unit.lost_time import given_minutes

NINE = now("9:00")


def ready(*facts: Fact) -> Story:
    return after_reset(consented(), *facts)


# Where they go on (SAL-04)


def test_sal_04_any_machine_of_the_site_will_do() -> None:
    for place in ("020", "001", "040", ""):
        clear = FaultRestored(BROKEN.number, at("8:59"))
        ready(clear).done(goes_out(place=place), NINE)
    story = ready().done(goes_out(host=R2, place="010"), NINE)
    assert (room(story).stations, room(story, R2).stations) == ({}, {A1: "010"})
    assert "010" in taken(room(story, R2))
    assert "010" not in free(story.site, room(story, R2))
    story = ready().done(goes_out(host=R2, place=""), NINE)
    assert room(story, R2).stations == {}


def test_sal_04_no_seat_that_is_somebodys_out_of_order_or_not_there() -> None:
    at_002 = LoggedIn(LAW, R1, A2, "002", at("8:35"), GUIDE)
    ready(at_002).when(goes_out(place="002"), NINE).then(SeatTaken(R1, "002"))
    ready().when(goes_out(host=R2, place="001"), NINE).then(SeatTaken(R2, "001"))
    ready().when(goes_out(place="001"), NINE).then(SeatOutOfOrder(R1, "001"))
    ready().when(goes_out(place="041"), NINE).then(NoSuchSeat(R1, "041"))
    ready().when(goes_out(host=RoomId("077"), place=""), NINE).then(NoSuchSeat(RoomId("077"), ""))


def test_sal_04_the_own_seat_is_free_for_oneself_and_only_in_the_own_room() -> None:
    """The reset meant seat 010; a seat of that number in another room is somebody else's."""
    assert of(ready()).seat == "010"
    ready().done(goes_out(place="010"), NINE)
    ready(LoggedIn(LAW, R2, B1, "010", at("8:35"), GUIDE)).when(goes_out(host=R2, place="010"), NINE).then(
        SeatTaken(R2, "010")
    )


def test_sal_04_a_new_package_may_go_to_the_machine_of_the_one_before() -> None:
    """The medium was bad, not the machine."""
    again = goes_out(2, issued_at=at("9:20"), voids=VoidReason.MEDIUM_FAILED)
    story = out().done(again, now("9:20"))
    assert room(story).stations == {A1: "020"}


def test_sal_04_one_machine_is_one_candidates() -> None:
    other = replace(goes_out(place=""), ticket=A2)
    story = out(*FAILED_2, consented(A2)).when(other, NINE).then(MachineInUse("J-20", A1))
    story.when(replace(other, machine="J-21"), NINE).then(MachineInUse("J-21", A1))
    story.when(replace(other, machine="J-21", key="key of J-21"), NINE)
    assert isinstance(story.answer, tuple)
    done = out(*FAILED_2, consented(A2), came_back())
    done.done(replace(other, issued_at=at("9:59:30")), now("9:59:30"))


def test_sal_04_a_seat_is_lent_once_also_in_a_room_that_is_not_in_use() -> None:
    story = ready(*FAILED_2, consented(A2))
    story.site.plans[R9] = Room(R9, "Spare", "North", 3, 10, standby=True)
    story.done(goes_out(host=R9, place="001"), NINE)
    other = replace(goes_out(host=R9, place="001", machine="J-21"), ticket=A2)
    story.when(other, NINE).then(SeatTaken(R9, "001"))
    story.done(replace(other, place="002"), NINE)
    assert R9 not in story.site.sessions[LAW].rooms


@pytest.mark.parametrize("name", ["", "J 1", "J-1\n", "J_1", "J" * 33, "21010119900101123x"])
def test_sal_04_a_machine_has_a_plain_name_and_no_persons_number(name: str) -> None:
    ready().when(goes_out(machine=name), NINE).then(StationNameUnfit(A1))
    ready().done(goes_out(machine="J" * 32), NINE)


def test_sal_04_somebody_of_the_staff_watches() -> None:
    ready().when(replace(goes_out(), watched_by=STRANGER), NINE).then(PersonUnknown(STRANGER))


def test_h5_a_seat_where_somebody_goes_on_alone_is_nobody_elses() -> None:
    story = out()
    assert "020" in taken(room(story))
    for fact in (came_back(), StandaloneWithdrawn(LAW, R1, A1, at("9:05"), GUIDE)):
        assert "020" not in taken(room(out(fact)))


# Time (SAL-07)


def test_sal_07_what_is_left_is_counted_and_never_typed() -> None:
    assert ready().when(goes_out(issued_at=at("9:00:30")), now("9:01")).answer == (
        went_out(issued_at=at("9:00:30"), seconds=3570),
    )
    story = ready(given_minutes(7, A1))
    story.when(goes_out(), NINE).then(went_out(seconds=3600 + 420, minutes=7))


def test_sal_07_the_minutes_count_from_a_moment_that_is_hardly_past() -> None:
    ask = goes_out()
    for clock in ("9:00", "9:05"):
        ready().done(ask, now(clock))
    for clock in ("8:59:59", "9:05:01"):
        ready().when(ask, now(clock)).then(IssuedLongAgo(A1, at("9:00"), at(clock)))


@pytest.mark.parametrize(("clock", "left"), [("9:59:59", 1), ("10:00", 0), ("10:00:01", 0)])
def test_sal_07_when_the_own_time_is_over_nothing_goes_out(clock: str, left: int) -> None:
    story = ready().when(goes_out(issued_at=at(clock)), now(clock))
    story.then(went_out(issued_at=at(clock), seconds=left) if left else NoTimeLeft(A1))
    more = ready(given_minutes(5, A1)).when(goes_out(issued_at=at(clock)), now(clock))
    more.then(went_out(issued_at=at(clock), seconds=left + 300 - (clock == "10:00:01"), minutes=5))


def test_sal_07_before_the_start_nothing_is_left_because_nothing_has_begun() -> None:
    story = Story("released").given(RoomStarted(TAX, R1, at("10:40"), GUIDE))
    state = story.site.sessions[LAW]
    assert remaining_seconds(state, state.rooms[R1].sittings[A1], at("8:31")) == 0
    started = after_reset().site.sessions[LAW]
    assert remaining_seconds(started, started.rooms[R1].sittings[A1], at("10:00") - SECOND) == 1
