"""The session clock (CLK-01..12, CLK-19): each room's own moments, who is held back, whose bell rings."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.core.closing import RoomEnded
from app.core.fault import FaultKind, FaultReported
from app.core.leaving import CandidateLeft, GaveUp
from app.core.room_move import StandbyRoomOpened
from app.core.rulebook import Rulebook
from app.core.session_state import Bell
from app.core.signals import BellRung, RoomReminded
from app.core.start import RoomsReleased, RoomStarted
from app.core.terms import FaultNo, IncidentNo, RoomId
from app.views.moments import DeadlineKind
from app.views.session_clock import BellState, HeldBack, RoomClock, SessionClock, session_clock
from tests.builders import (
    A1,
    A2,
    ADMIN,
    GUIDE,
    LAW,
    LIAONING,
    R1,
    R2,
    SENIOR,
    TAX,
    Story,
    at,
    session,
    taken_in,
)

KIND = DeadlineKind


def seen(story: Story, now: str, rules: Rulebook = LIAONING) -> SessionClock:
    return session_clock(story.site, rules, LAW, at(now))


def room(story: Story, now: str, number: RoomId = R1) -> RoomClock:
    return next(one for one in seen(story, now).rooms if one.room == number)


def times(clock: RoomClock) -> dict[DeadlineKind, str]:
    return {moment.kind: f"{moment.at:%H:%M:%S}" for moment in clock.moments}


def held_up() -> Story:
    """The second room started three minutes late."""
    return Story("released").given(RoomStarted(LAW, R1, at("8:30"), GUIDE), RoomStarted(LAW, R2, at("8:33"), GUIDE))


def test_a_room_counts_from_its_own_start() -> None:
    story = held_up()
    assert times(room(story, "8:40")) == {
        KIND.ROOMS_READY: "08:00:00",
        KIND.START: "08:30:00",
        KIND.ENTRY_CLOSES: "08:35:00",
        KIND.CLOSURE_ENDS: "09:45:00",
        KIND.REMINDER: "09:45:00",
        KIND.END: "10:00:00",
    }
    assert times(room(story, "8:40", R2))[KIND.END] == "10:03:00"
    assert times(room(Story("released"), "8:10"))[KIND.END] == "10:00:00", "before the start, by the plan"


@pytest.mark.parametrize(
    ("now", "kind"),
    [
        ("7:00", KIND.ROOMS_READY),
        ("8:00", KIND.START),
        ("8:30", KIND.ENTRY_CLOSES),
        ("8:35", KIND.CLOSURE_ENDS),
        ("9:45", KIND.END),
        ("10:00", None),
    ],
)
def test_what_comes_next(now: str, kind: DeadlineKind | None) -> None:
    following = room(Story("started"), now).following
    assert (following and following.kind) == kind


def test_media_exams_close_the_door_at_the_start_and_stay_closed_to_the_end() -> None:
    story = Story("enrolled").given(*taken_in(1, SENIOR, session(180, media=True)))
    story.given(RoomsReleased(LAW, (R1,), "x"), RoomStarted(LAW, R1, at("8:30"), GUIDE))
    clock = seen(story, "8:40", SENIOR)
    assert clock.media
    found = times(clock.rooms[0])
    assert (found[KIND.ENTRY_CLOSES], found[KIND.CLOSURE_ENDS]) == ("08:30:00", "11:30:00")


def test_late_is_later_than_the_tolerance() -> None:
    story = Story("released").given(RoomStarted(LAW, R1, at("8:30:59"), GUIDE), RoomStarted(LAW, R2, at("8:31"), GUIDE))
    assert (room(story, "9:00").late, room(story, "9:00", R2).late) == (None, timedelta(minutes=1))
    waiting = Story("released")
    assert room(waiting, "8:30:59").late is None
    assert room(waiting, "8:40").late == timedelta(minutes=10)
    assert seen(waiting, "8:40").late == (R1, R2)
    assert times(room(waiting, "8:40")) == {KIND.ROOMS_READY: "08:00:00", KIND.START: "08:30:00"}
    assert room(waiting, "8:40").following is None, "what counts from its start is not known before it"


def test_whoever_gave_up_is_held_until_the_closure_of_the_own_room_ends() -> None:
    story = held_up().given(GaveUp(LAW, R1, A1, at("9:00"), GUIDE), GaveUp(LAW, R1, A2, at("9:10"), GUIDE))
    assert room(story, "9:20").held == (
        HeldBack(A1, at("9:00"), at("9:45")),
        HeldBack(A2, at("9:10"), at("9:45")),
    )
    story.given(CandidateLeft(LAW, R1, A1, None, at("9:46"), GUIDE))
    assert [one.ticket for one in room(story, "9:47").held] == [A2]
    story.given(RoomEnded(LAW, R1, at("10:01"), ADMIN))
    assert room(story, "10:02").held == ()


def test_before_the_start_nobody_knows_until_when() -> None:
    story = Story("released").given(GaveUp(LAW, R1, A1, at("8:25"), GUIDE))
    assert room(story, "8:26").held == (HeldBack(A1, at("8:25"), None),)


def test_a_fault_of_the_whole_room_holds_everyone() -> None:
    story = Story("started").given(FaultReported(FaultNo("AF-001"), FaultKind.POWER, LAW, R1, (), at("9:00"), GUIDE))
    assert (room(story, "9:01").fault, room(story, "9:01", R2).fault) == ("AF-001", None)
    assert room(story.given(RoomEnded(LAW, R1, at("9:05"), ADMIN)), "9:06").fault is None


def test_each_room_is_reminded_by_its_own_end() -> None:
    story = held_up()
    assert seen(story, "9:44:59").to_remind == ()
    assert seen(story, "9:45").to_remind == (R1,)
    assert seen(story, "9:48").to_remind == (R1, R2)
    story.given(RoomReminded(LAW, R1, at("9:48"), GUIDE))
    assert seen(story, "9:49").to_remind == (R2,)
    assert room(story, "9:49").reminded_at == at("9:48")
    assert seen(story, "10:02:59").to_remind == (R2,)
    assert seen(story, "10:03").to_remind == (), "the time is over: nothing is left to remind of"


def test_rooms_that_ended_or_serve_nobody_count_no_more() -> None:
    story = Story("started").given(StandbyRoomOpened(LAW, RoomId("003"), IncidentNo("A-001"), at("9:00")))
    story.given(RoomEnded(LAW, R1, at("9:30"), ADMIN))
    clock = seen(story, "9:46")
    assert [one.room for one in clock.rooms] == [R1, R2]
    assert (clock.rooms[0].moments, clock.rooms[0].following) == ((), None)
    assert clock.to_remind == (R2,)


def bells(story: Story, now: str) -> dict[Bell, BellState]:
    return {line.bell: line.state for line in seen(story, now).bells}


def test_bells_ring_for_the_unified_times_whoever_is_late() -> None:
    story = held_up()
    lines = {line.bell: line for line in seen(story, "8:40").bells}
    assert {bell: f"{line.at:%H:%M}" for bell, line in lines.items()} == {
        Bell.ENTRY: "08:00",
        Bell.START: "08:30",
        Bell.REMINDER: "09:45",
        Bell.END: "10:00",
    }
    assert {bell: line.not_theirs for bell, line in lines.items()} == {
        Bell.ENTRY: (),
        Bell.START: (R2,),
        Bell.REMINDER: (R2,),
        Bell.END: (R2,),
    }


@pytest.mark.parametrize(
    ("now", "states"),
    [
        ("7:59", "ahead ahead ahead ahead"),
        ("8:00", "due ahead ahead ahead"),
        ("8:30", "missed due ahead ahead"),
        ("8:35", "missed missed ahead ahead"),
        ("9:45", "missed missed due ahead"),
        ("10:00", "missed missed missed due"),
    ],
)
def test_a_bell_is_due_as_long_as_what_it_announces_lasts(now: str, states: str) -> None:
    assert " ".join(bells(Story("started"), now).values()) == states


def test_a_bell_that_rang_is_due_no_more() -> None:
    story = Story("started").given(BellRung(LAW, Bell.START, at("8:30:02"), ADMIN))
    line = seen(story, "8:31").bells[1]
    assert (line.state, line.rung_at) == (BellState.RUNG, at("8:30:02"))
    assert seen(story, "8:31").bell_due is None
    assert seen(Story("started"), "8:31").bell_due == seen(Story("started"), "8:32").bells[1]


def test_once_every_room_has_ended_no_bell_is_due() -> None:
    assert set(bells(Story("ended"), "10:02").values()) == {BellState.MISSED}


def test_a_media_exam_leaves_time_to_enter_the_bell_of_its_start() -> None:
    story = Story("enrolled").given(*taken_in(1, SENIOR, session(180, media=True)))
    assert session_clock(story.site, SENIOR, LAW, at("8:30:30")).bells[1].state is BellState.DUE
    assert session_clock(story.site, SENIOR, LAW, at("8:31")).bells[1].state is BellState.MISSED


def test_another_session_has_a_clock_of_its_own() -> None:
    clock = session_clock(Story("started").site, LIAONING, TAX, at("9:00"))
    assert (clock.session, clock.to_remind, clock.late) == (TAX, (), ())
