"""The moments of the day in order of time, and which is next."""

from __future__ import annotations

import pytest

from app.core.start import RoomStarted
from app.views.moments import DayMoment, Deadline, DeadlineKind, MomentState, moments, next_deadline
from tests.builders import GUIDE, LAW, LIAONING, R1, R2, Story, at


def law(story: Story, clock: str) -> dict[DeadlineKind, DayMoment]:
    plan = story.site.sessions[LAW].plan
    return {moment.kind: moment for moment in moments(story.site, LIAONING, (plan,), at(clock))}


def test_the_first_that_lies_ahead_is_next() -> None:
    held = law(Story("packaged"), "8:10")
    assert [moment.first for moment in held.values()] == sorted(moment.first for moment in held.values())
    assert held[DeadlineKind.ROOMS_READY].state is MomentState.PAST
    assert held[DeadlineKind.START].state is MomentState.NEXT
    assert held[DeadlineKind.END].state is MomentState.AHEAD
    assert len(held) == len(DeadlineKind)


def test_a_moment_that_is_now_is_past() -> None:
    assert law(Story("packaged"), "8:30")[DeadlineKind.START].state is MomentState.PAST


def test_rooms_that_started_apart_count_each_from_its_own_start() -> None:
    story = Story("packaged").given(RoomStarted(LAW, R1, at("8:30"), GUIDE), RoomStarted(LAW, R2, at("8:32"), GUIDE))
    closes = law(story, "8:36")[DeadlineKind.ENTRY_CLOSES]
    assert (closes.first, closes.last) == (at("8:35"), at("8:37"))
    assert closes.state is MomentState.NEXT, "it is past only once it is past for every room"


def test_two_sessions_share_one_next() -> None:
    story = Story("packaged")
    plans = [state.plan for state in story.site.sessions.values()]
    held = moments(story.site, LIAONING, plans, at("9:00"))
    assert {moment.session for moment in held} == {plan.id for plan in plans}
    assert [moment.state for moment in held].count(MomentState.NEXT) == 1


def test_after_the_last_moment_nothing_is_next() -> None:
    assert {moment.state for moment in law(Story("packaged"), "20:00").values()} == {MomentState.PAST}


@pytest.mark.parametrize(
    ("stage", "now", "kind", "when"),
    [
        ("prepared", "7:00", DeadlineKind.AUTHORIZATION_OPENS, "7:30"),
        ("prepared", "7:30", DeadlineKind.ROOMS_READY, "8:00"),
        ("authorized", "7:10", DeadlineKind.ROOMS_READY, "8:00"),
        ("released", "8:00", DeadlineKind.START, "8:30"),
        ("released", "8:30", DeadlineKind.ENTRY_CLOSES, "8:35"),
        ("started", "8:34", DeadlineKind.ENTRY_CLOSES, "8:35"),
        ("started", "8:35", DeadlineKind.ENTRY_CLOSES, "8:35:20"),
        ("started", "9:44", DeadlineKind.CLOSURE_ENDS, "9:45"),
        ("started", "9:59", DeadlineKind.END, "10:00"),
        ("started", "10:00", DeadlineKind.END, "10:00:20"),
    ],
)
def test_the_next_deadline(stage: str, now: str, kind: DeadlineKind, when: str) -> None:
    assert next_deadline(Story(stage).site, LIAONING, LAW, at(now)) == Deadline(kind, LAW, at(when))


def test_after_the_end_nothing_is_left_to_count_down() -> None:
    assert next_deadline(Story("ended").site, LIAONING, LAW, at("10:05")) is None
