"""What a late first session does to the second one: the gap, the forced delay, who still answers (TIM-08, J-15)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.core.attendance import AttendanceConfirmed
from app.core.closing import RoomEnded
from app.core.extra_time import ExtraTimeGiven
from app.core.extra_time_loss import Loss
from app.core.fault import FaultKind, FaultReported
from app.core.leaving import CandidateLeft
from app.core.plan import Session
from app.core.room_state import CalledOff
from app.core.rulebook import Rulebook, Tier
from app.core.session_state import Bell
from app.core.start import RoomStarted
from app.core.terms import CauseNo, FaultNo, GrantNo, RoomId, SessionId, Ticket
from app.core.time_state import LossCause
from app.views.knock_on import KnockOn, RoomKnockOn, StillAnswering, following, knock_on
from tests.builders import (
    A1,
    A2,
    A3,
    ADMIN,
    B1,
    GUIDE,
    LAW,
    LIAONING,
    MINUTE,
    R1,
    R2,
    SECOND,
    TAX,
    ZHEJIANG,
    Story,
    at,
    session,
    taken_in,
)

ZERO = timedelta(0)
CUT = FaultNo("AF-001")
LOSS = Loss(LossCause.FAULT, (CauseNo(CUT),), at("8:40"), at("8:50"), GUIDE)


def started(first: str, second: str = "8:30") -> Story:
    """Both rooms, each with its roll."""
    story = Story("released").given(RoomStarted(LAW, R1, at(first), GUIDE), RoomStarted(LAW, R2, at(second), GUIDE))
    story.given(AttendanceConfirmed(LAW, R1, (A1, A2), (A3,), at("9:30"), GUIDE))
    return story.given(AttendanceConfirmed(LAW, R2, (B1,), (), at("9:30"), GUIDE))


def given(minutes: int, *tickets: Ticket, moved: RoomId | None = None) -> ExtraTimeGiven:
    return ExtraTimeGiven(
        GrantNo("AB-001"), LAW, R1, moved, tickets, minutes, Tier.PROVINCE, LOSS, at("9:40"), door=False
    )


def seen(story: Story, now: str = "9:40", rules: Rulebook = LIAONING, **more: timedelta) -> KnockOn:
    found = knock_on(story.site, rules, LAW, at(now), {R1: more["more"]} if more else None)
    assert found is not None
    return found


def first(story: Story, now: str = "9:40", rules: Rulebook = LIAONING) -> RoomKnockOn:
    (found,) = seen(story, now, rules).rooms
    assert found.room == R1
    return found


@pytest.mark.parametrize(
    ("start", "end", "gap", "forced", "tier"),
    [
        ("8:31", "10:01", 39 * MINUTE, ZERO, Tier.ON_TIME),
        ("9:09:59", "10:39:59", SECOND, ZERO, Tier.ON_TIME),
        ("9:10", "10:40", ZERO, ZERO, Tier.ON_TIME),
        ("9:10:01", "10:40:01", -SECOND, SECOND, Tier.ON_TIME),
        ("9:10:59", "10:40:59", -59 * SECOND, 59 * SECOND, Tier.ON_TIME),
        ("9:11", "10:41", -MINUTE, MINUTE, Tier.CITY),
        ("9:40", "11:10", -30 * MINUTE, 30 * MINUTE, Tier.CITY),
        ("9:40:01", "11:10:01", -30 * MINUTE - SECOND, 30 * MINUTE + SECOND, Tier.PROVINCE),
    ],
)
def test_forty_minutes_swallow_forty_minutes_of_delay(
    start: str, end: str, gap: timedelta, forced: timedelta, tier: Tier
) -> None:
    """Section L: d = 40:00 leaves no gap; what is beyond is the second session's own delay, with its own authority."""
    found = first(started(start), "9:45")
    assert (found.ends_at, found.gap, found.forced, found.tier) == (at(end), gap, forced, tier)


@pytest.mark.parametrize(
    ("start", "minutes", "gap", "forced"),
    [
        ("8:55", 15, ZERO, ZERO),
        ("8:55:01", 15, -SECOND, SECOND),
        ("8:55", 16, -MINUTE, MINUTE),
        ("8:30", 40, ZERO, ZERO),
        ("8:30", 41, -MINUTE, MINUTE),
    ],
)
def test_the_delay_and_the_minutes_of_the_room_add_up(
    start: str, minutes: int, gap: timedelta, forced: timedelta
) -> None:
    found = first(started(start).given(given(minutes, A1, A2, moved=R1)))
    assert (found.gap, found.forced) == (gap, forced)


def test_the_time_for_getting_ready_is_cut_before_the_gap_is_gone() -> None:
    """T-30 of the second session is at 10:10."""
    assert first(started("8:40")).short == ZERO
    assert first(started("8:40:01")).short == SECOND
    assert first(started("9:10")).short == 30 * MINUTE


def test_the_planned_gap_and_the_bells_that_are_not_theirs() -> None:
    found = seen(started("9:00"))
    assert (found.session, found.following, found.starts_at, found.planned) == (LAW, TAX, at("10:40"), 40 * MINUTE)
    assert found.bells == ((Bell.REMINDER, at("9:45")), (Bell.END, at("10:00")))
    assert found.forced == ()
    assert [room.room for room in seen(started("9:11")).forced] == [R1]


def test_where_all_rooms_are_on_time_every_bell_is_theirs() -> None:
    found = seen(started("8:30:59", "8:30:20"))
    assert (found.rooms, found.bells, found.forced) == ((), (), ())
    assert [one.room for one in seen(started("8:31")).rooms] == [R1]


def test_a_room_that_has_not_started_counts_as_started_now() -> None:
    story = Story("released").given(RoomStarted(LAW, R2, at("8:30"), GUIDE))
    assert seen(story, "8:00").rooms == ()
    assert seen(story, "8:30:59").rooms == ()
    found = first(story, "9:10:01")
    assert (found.ends_at, found.forced, found.still) == (at("10:40") + SECOND, SECOND, ())


def test_minutes_are_shown_before_anybody_gives_them() -> None:
    story = started("8:30")
    assert seen(story).rooms == ()
    (found,) = seen(story, more=41 * MINUTE).rooms
    assert (found.room, found.ends_at, found.forced) == (R1, at("10:41"), MINUTE)
    assert [one.ticket for one in found.still] == [A1, A2]


# Who still answers (J-15)


def test_single_minutes_beyond_the_gap_name_the_candidate_and_force_nothing() -> None:
    found = first(started("8:30").given(given(41, A1)))
    assert found.still == (StillAnswering(A1, at("10:41"), sits_next=True),)
    assert (found.ends_at, found.gap, found.forced) == (at("10:00"), 40 * MINUTE, ZERO), "the room itself is on time"


def test_whose_minutes_end_with_the_next_start_is_out_in_time() -> None:
    assert seen(started("8:30").given(given(40, A1))).rooms == ()


def test_who_still_answers_is_not_late_in_the_next_session() -> None:
    story = started("8:30").given(given(41, A1))
    assert first(story).still
    next_door = story.site.sessions[TAX].rooms[R1].sittings[A1]
    assert story.site.late == []
    assert (next_door.presence, next_door.marked_absent_at) == ("awaited", None)


def test_who_does_not_sit_next_is_told_apart() -> None:
    """A3 sits the first session only."""
    story = started("9:11").given(AttendanceConfirmed(LAW, R1, (A1, A3), (A2,), at("9:30"), GUIDE))
    assert first(story).still == (
        StillAnswering(A1, at("10:41"), sits_next=True),
        StillAnswering(A3, at("10:41"), sits_next=False),
    )


def test_who_left_or_never_came_answers_no_more() -> None:
    story = started("9:11").given(CandidateLeft(LAW, R1, A1, None, at("9:30"), GUIDE))
    assert [one.ticket for one in first(story).still] == [A2]


def test_a_room_that_does_not_serve_the_next_session_forces_nothing_but_its_people_are_named() -> None:
    story = started("9:11")
    del story.site.sessions[TAX].rooms[R1]
    found = first(story)
    assert (found.forced, found.tier, found.short) == (ZERO, Tier.ON_TIME, ZERO)
    assert [one.ticket for one in found.still] == [A1, A2]


# Which rooms, which sessions


def test_rooms_that_ended_or_are_called_off_do_nothing_to_the_next_session() -> None:
    story = started("9:11").given(RoomEnded(LAW, R1, at("10:41"), ADMIN))
    assert seen(story, "10:41").rooms == ()
    story = started("8:30")
    story.site.sessions[LAW].rooms[R1].called_off = CalledOff.POSTPONED
    assert seen(story).rooms == ()


def test_nothing_follows_the_last_session() -> None:
    story = started("9:11")
    assert following(story.site, TAX) is None
    assert knock_on(story.site, LIAONING, TAX, at("12:00")) is None


def test_another_batch_does_not_follow() -> None:
    other, later = Session(TAX, 2, "tax", at("10:40"), 90), Session(SessionId("1-3"), 1, "tax", at("14:00"), 90)
    alone = Story("enrolled").given(*taken_in(1, LIAONING, session(), other))
    assert following(alone.site, LAW) is None
    both = Story("enrolled").given(*taken_in(1, LIAONING, session(), other, later))
    found = following(both.site, LAW)
    assert found is not None
    assert found.plan is later
    near = Session(TAX, 1, "tax", at("10:40"), 90)
    three = Story("enrolled").given(*taken_in(1, LIAONING, session(), later, near))
    nearest = following(three.site, LAW)
    assert nearest is not None
    assert nearest.plan is near


def test_another_rulebook_names_another_authority() -> None:
    assert first(started("9:11"), rules=ZHEJIANG).tier is Tier.RESPONSIBLE
    assert first(started("9:40:01"), "9:45", ZHEJIANG).tier is Tier.HEAD


def test_a_fault_alone_moves_nothing() -> None:
    story = started("8:30").given(FaultReported(CUT, FaultKind.POWER, LAW, R1, (), at("8:40"), GUIDE))
    assert seen(story, "9:30").rooms == ()
