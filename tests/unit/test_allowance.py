"""What a sum of minutes needs: how much of it now, and for how much somebody else is asked (TIM-12..15)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.rulebook import Rulebook, Tier
from app.crypto.codes import Purpose
from app.views.extra_time import Allowance, allowance
from tests.builders import A1, LAW, LIAONING, MONGOLIA, NATIONAL, NOBODY, R1, ZHEJIANG, Story
from tests.unit.lost_time import POWER, asks, code, decided, everybody, fault, given_minutes


def needs(story: Story, minutes: int, rules: Rulebook = LIAONING) -> Allowance:
    found = allowance(story.site, rules, LAW, A1, minutes)
    assert found is not None
    return found


def test_used_seven_of_ten_three_now_and_a_code_for_fifteen_in_all() -> None:
    story = everybody().given(*fault(POWER, "8:32", "8:47"), given_minutes(7, A1))
    found = needs(story, 8)
    assert found == Allowance(used=7, asked=8, now=3, tier=Tier.PROVINCE, limit=10, allowed=10, ask_for=15)
    assert found.total == 15
    story.given(asks(15, A1))
    assert needs(story, 8) == found, "asking alone allows nothing"
    story.given(code(15))
    assert needs(story, 8) == Allowance(7, 8, now=8, tier=Tier.PROVINCE, limit=10, allowed=15, ask_for=0)
    assert needs(story, 9) == Allowance(7, 9, now=8, tier=Tier.PROVINCE, limit=10, allowed=15, ask_for=16)


@pytest.mark.parametrize(
    ("used", "minutes", "now", "tier", "ask_for"),
    [
        (0, 1, 1, Tier.ON_THE_SPOT, 0),
        (0, 10, 10, Tier.ON_THE_SPOT, 0),
        (0, 11, 10, Tier.PROVINCE, 11),
        (6, 4, 4, Tier.ON_THE_SPOT, 0),
        (6, 5, 4, Tier.PROVINCE, 11),
        (8, 5, 2, Tier.PROVINCE, 13),
        (10, 1, 0, Tier.PROVINCE, 11),
        (10, 50, 0, Tier.PROVINCE, 60),
        (10, 51, 0, Tier.MINISTRY, 61),
        (30, 5, 0, Tier.PROVINCE, 35),
    ],
)
def test_the_sum_decides_on_both_sides_of_each_limit(
    used: int, minutes: int, now: int, tier: Tier, ask_for: int
) -> None:
    story = everybody().given(*fault(POWER, "8:32", "9:40"))
    if used:
        story.given(given_minutes(used, A1))
    found = needs(story, minutes)
    assert (found.used, found.now, found.tier, found.ask_for) == (used, now, tier, ask_for)


def test_a_code_never_gives_more_than_the_province_may() -> None:
    story = everybody().given(*fault(POWER, "8:32", "9:59"), asks(60), code(60, R1, Purpose.EXTRA_TIME_ROOM))
    assert needs(story, 60) == Allowance(0, 60, now=60, tier=Tier.PROVINCE, limit=10, allowed=60, ask_for=0)
    found = needs(story, 61)
    assert (found.now, found.tier, found.allowed, found.ask_for) == (60, Tier.MINISTRY, 60, 61)


@pytest.mark.parametrize("rules", [NATIONAL, MONGOLIA], ids=lambda rules: rules.id)
def test_without_tiers_nobody_here_gives_a_minute(rules: Rulebook) -> None:
    assert needs(everybody(), 1, rules) == Allowance(0, 1, now=0, tier=Tier.MINISTRY, limit=0, allowed=0, ask_for=1)


def test_the_person_responsible_decides_up_to_thirty_and_the_head_beyond() -> None:
    story = everybody().given(*fault(POWER, "8:32", "9:20"), asks(40, tier=Tier.HEAD))
    assert needs(story, 20, ZHEJIANG) == Allowance(0, 20, 0, Tier.RESPONSIBLE, limit=0, allowed=0, ask_for=20)
    story.given(decided(Tier.RESPONSIBLE))
    assert needs(story, 30, ZHEJIANG) == Allowance(0, 30, 30, Tier.RESPONSIBLE, limit=0, allowed=30, ask_for=0)
    assert needs(story, 31, ZHEJIANG) == Allowance(0, 31, 30, Tier.HEAD, limit=0, allowed=30, ask_for=31)
    story.given(decided(Tier.HEAD))
    assert needs(story, 40, ZHEJIANG) == Allowance(0, 40, 40, Tier.HEAD, limit=0, allowed=40, ask_for=0)
    assert needs(story, 41, ZHEJIANG).ask_for == 41


def test_there_is_nothing_to_say_of_strangers_and_of_no_minutes() -> None:
    story = everybody()
    assert allowance(story.site, LIAONING, LAW, NOBODY, 5) is None
    assert [allowance(story.site, LIAONING, LAW, A1, minutes) for minutes in (0, -1)] == [None, None]


@given(st.integers(0, 70), st.integers(1, 70), st.sampled_from([LIAONING, NATIONAL, ZHEJIANG]), st.integers(1, 60))
def test_what_can_be_given_now_is_never_more_than_asked_nor_than_allowed(
    used: int, minutes: int, rules: Rulebook, ceiling: int
) -> None:
    story = everybody().given(*fault(POWER, "8:32", "9:20"), asks(ceiling, A1), code(ceiling))
    if used:
        story.given(given_minutes(used, A1))
    found = needs(story, minutes, rules)
    assert 0 <= found.now <= minutes
    assert found.now == 0 or used + found.now <= found.allowed
    assert (found.ask_for == 0) == (found.now == minutes)
    assert found.ask_for in (0, used + minutes)
