"""The moments of the day in order of time, and which is next."""

from __future__ import annotations

from app.core.start import RoomStarted
from app.views.agenda import DeadlineKind
from app.views.moments import DayMoment, MomentState, moments
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
