"""Which seats there are, which are free, and when a room is full."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.attendance import AttendanceConfirmed
from app.core.fault import FaultKind, FaultRestored
from app.core.machines import SpareServed
from app.core.places import faulty, free, listed, places_left, seats_of, spans, spare_seats, taken, usable
from app.core.plan import Room
from app.core.room_report import RoomReported
from app.core.room_state import Presence
from app.core.terms import RoomId
from tests.builders import A1, A2, A3, D1, GUIDE, LAW, R1, R2, Story, at
from tests.unit.crowded import FAULT, broken, came, fixed, full, logged_in, morning, of, room, seated, sent

BIG = Room(RoomId("009"), "Lab 9", "North", 1, 1000, 2)


def left(story: Story) -> int:
    return places_left(story.site, room(story))


def reported(free_seats: int | None, clock: str = "8:14") -> RoomReported:
    return RoomReported(LAW, R1, 1, 2, 0, 0, 0, at(clock), GUIDE, D1, free_seats)


def test_seats_have_three_digits_and_spare_ones_are_numbered_on() -> None:
    plan = morning().site.plans[R1]
    assert listed(plan) == ("001", "002", "003")
    assert spare_seats(plan) == ("003",)
    assert listed(BIG)[-3:] == ("1000", "1001", "1002")
    assert listed(BIG)[0] == "001"


def test_ovb_03_a_spare_seat_counts_once_it_is_in_service() -> None:
    story = morning()
    assert usable(story.site, R1) == ("001", "002")
    story.given(SpareServed(R1, ("003",), in_service=True, at=at("8:12"), reported_by=GUIDE))
    assert usable(story.site, R1) == ("001", "002", "003")
    story.given(broken("003"))
    assert usable(story.site, R1) == ("001", "002")


def test_ovb_05_a_seat_is_faulty_while_a_fault_of_its_machine_is_open() -> None:
    story = morning(broken("001", "002"))
    assert faulty(story.site, R1) == {"001", "002"}
    assert faulty(story.site, R2) == frozenset()
    assert usable(story.site, R1) == ()
    story.given(FaultRestored(FAULT, at("8:20")))
    assert usable(story.site, R1) == ("001", "002")
    assert faulty(morning(broken("001", kind=FaultKind.PERIPHERAL)).site, R1) == frozenset()


def test_h5_a_seat_is_taken_that_is_given_or_logged_in_at() -> None:
    story = morning(*came(A1), seated(A1, "001"))
    assert free(story.site, room(story)) == ("002",)
    story.given(logged_in(A1, "002"))
    assert taken(room(story)) == {"001", "002"}
    assert free(story.site, room(story)) == ()


def test_a_seat_of_someone_on_the_way_or_absent_is_nobodys() -> None:
    story = full(seated(A3, "003"), sent())
    assert taken(room(story)) == {"001", "002"}


# Section L, row "Overflow": present = seats: full, not overflow; one more: transfer only


@pytest.mark.parametrize(("here", "expected"), [((), 2), ((A1,), 1), ((A1, A2), 0), ((A1, A2, A3), -1)])
def test_ovb_07_present_equal_to_seats_is_full_and_one_more_is_overflow(here: Any, expected: int) -> None:
    assert left(morning(*came(*here))) == expected


def test_ovb_07_seats_lost_to_faults_count_on_the_day() -> None:
    """OVB-03: the ratio of the arrangement is not asked again; the room is simply full sooner."""
    assert left(morning(*came(A1, A2), broken("001"))) == -1


def test_in_a_site_with_fixed_seats_those_awaited_have_theirs() -> None:
    assert left(fixed()) == 0
    assert left(fixed(*came(A1, A2, A3))) == 0
    assert left(fixed(broken("002"))) == -1


def test_ovb_07_a_seat_kept_for_someone_awaited_is_no_place() -> None:
    assert left(morning(seated(A3, "001"))) == 1


def test_ovb_15_what_the_room_said_of_its_free_seats_holds_where_it_is_less() -> None:
    assert left(morning(*came(A1), reported(0))) == 0
    assert left(morning(*came(A1), reported(None))) == 1
    assert left(morning(*came(A1), reported(2))) == 1
    assert left(morning(*came(A1), reported(1), *came(A2, clock="8:15"))) == 0
    assert left(morning(reported(1), *came(A1, clock="8:14"))) == 1
    assert left(morning(reported(0), *came(A1, clock="8:15"))) == -1


def test_who_was_there_by_the_roll_was_counted_by_the_report() -> None:
    """The roll comes after the report; the people were there before it."""
    roll = AttendanceConfirmed(LAW, R1, (A2,), (A3,), at("8:40"), GUIDE)
    assert left(morning(*came(A1), reported(0), roll)) == 0


def test_an_absentee_takes_no_place_whatever_seat_was_theirs() -> None:
    for story, expected in ((fixed(), 1), (morning(seated(A1, "001")), 2), (morning(reported(1)), 1)):
        story.given(*came(A1, clock="8:15"))
        of(story, A1).presence = Presence.ABSENT
        assert left(story) == expected


# Seats as people write them


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("1", ("001",)),
        ("1-3", ("001", "002", "003")),
        (" 2, 1 ", ("002", "001")),
        ("1\uff0c2\u30013\uff1b1;2", ("001", "002", "003")),
        ("001 002", ("001", "002")),
        ("4", None),
        ("0", None),
        ("3-1", None),
        ("1-9999", None),
        ("", None),
        ("1,", None),
        ("a", None),
        ("1--2", None),
        ("\uff11", None),
        ("12345", None),
        ("1," * 200 + "1", None),
    ],
)
def test_flt_01_seats_are_written_as_numbers_and_spans(text: str, seats: tuple[str, ...] | None) -> None:
    assert seats_of(text, morning().site.plans[R1]) == seats


def test_flt_01_four_hundred_signs_are_read_and_no_more() -> None:
    plan = morning().site.plans[R1]
    assert seats_of("1," * 199 + "01", plan) == ("001",)
    assert seats_of("1," * 199 + "001", plan) is None


def test_spans_are_what_was_written() -> None:
    assert spans(("048", "001", "025", "026")) == "001, 025-026, 048"
    assert spans(("999", "1000")) == "999-1000"
    assert spans(()) == ""


@given(st.sets(st.integers(1, 1002)))
def test_spans_read_back(numbers: set[int]) -> None:
    seats = tuple(f"{number:03}" for number in sorted(numbers))
    text = spans(seats)
    if seats and len(text) <= 400:
        assert seats_of(text, BIG) == seats
