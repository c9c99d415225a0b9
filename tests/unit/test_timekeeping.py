"""Every limit on its second, one before and one after, in every rulebook where it differs."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.core.plan import Session
from app.core.rulebook import Rule, Rulebook, Tier
from app.core.terms import ClauseId
from app.core.timekeeping import (
    authorization_opens,
    closure_ends,
    delay_tier,
    ends,
    entry_closes,
    entry_rule,
    extra_time_tier,
    reminder,
    room_ready,
)
from app.rulebooks import all_ids, load
from tests.builders import (
    LIAONING,
    MINUTE,
    MONGOLIA,
    NATIONAL,
    SECOND,
    SENIOR,
    TAX,
    ZHEJIANG,
    at,
    exam,
    session,
)

START = at("8:30:40")
BOOKS = [load(name) for name in all_ids()]
SETTLED = [LIAONING, SENIOR, load("machine-generic")]
WITHOUT_TIERS = [NATIONAL, MONGOLIA]


def rule(value: int) -> Rule[int]:
    return Rule(value, ClauseId("CON-01"))


def seconds(minutes: int, odd: int = 0) -> timedelta:
    return timedelta(minutes=minutes, seconds=odd)


# Late entry (CLK-01..03)


@pytest.mark.parametrize(
    ("rules", "media", "last"),
    [
        (NATIONAL, False, "5:00"),
        (LIAONING, False, "5:00"),
        (SENIOR, False, "5:00"),
        (load("machine-generic"), False, "5:00"),
        (MONGOLIA, False, "4:59"),
        (ZHEJIANG, False, "30:00"),
        (NATIONAL, True, "0:00"),
        (LIAONING, True, "0:00"),
        (MONGOLIA, True, "0:00"),
        (ZHEJIANG, True, "30:00"),
    ],
)
def test_the_last_second_of_entry_counts_from_the_rooms_own_start(rules: Rulebook, media: bool, last: str) -> None:
    minutes, odd = map(int, last.split(":"))
    assert entry_closes(START, session(media=media), rules) == START + seconds(minutes, odd)


def test_the_number_read_out_is_the_rules_own() -> None:
    assert [entry_rule(session(), rules).value for rules in (NATIONAL, MONGOLIA, ZHEJIANG)] == [5, 5, 30]
    assert [entry_rule(session(media=True), rules).value for rules in (NATIONAL, MONGOLIA, ZHEJIANG)] == [0, 0, 30]


# Closure (CLK-04..08)


@pytest.mark.parametrize(
    ("rules", "minutes", "closed"),
    [
        (NATIONAL, 120, 120),
        (NATIONAL, 121, 120),
        (NATIONAL, 180, 120),
        (NATIONAL, 90, 90),
        (SENIOR, 180, 120),
        (LIAONING, 90, 75),
        (LIAONING, 120, 105),
        (LIAONING, 121, 120),
        (LIAONING, 15, 0),
        (LIAONING, 14, 0),
        (MONGOLIA, 135, 120),
        (ZHEJIANG, 90, 30),
        (ZHEJIANG, 30, 30),
        (ZHEJIANG, 20, 20),
    ],
)
def test_closure(rules: Rulebook, minutes: int, closed: int) -> None:
    assert closure_ends(START, session(minutes), rules) == START + closed * MINUTE


def test_the_draft_of_001_differs_between_121_and_135_minutes() -> None:
    draft = replace(LIAONING, closure_threshold=rule(135))
    assert closure_ends(START, session(135), draft) == START + 120 * MINUTE
    assert closure_ends(START, session(136), draft) == START + 120 * MINUTE
    assert closure_ends(START, session(130), draft) == START + 115 * MINUTE
    assert closure_ends(START, session(130), LIAONING) == START + 120 * MINUTE


@pytest.mark.parametrize("rules", BOOKS, ids=lambda rules: rules.id)
@pytest.mark.parametrize("minutes", [90, 120, 121, 180])
def test_a_media_exam_is_closed_to_its_end(rules: Rulebook, minutes: int) -> None:
    assert closure_ends(START, session(minutes, media=True), rules) == ends(START, session(minutes))


def test_paper_never_gets_the_fifteen_minutes() -> None:
    assert closure_ends(START, session(90, paper=True), LIAONING) == START + 90 * MINUTE
    assert closure_ends(START, session(180, paper=True), LIAONING) == START + 120 * MINUTE


# The day's clock


def test_a_late_start_moves_the_end_and_cuts_nothing() -> None:
    assert ends(START, session(90)) == START + 90 * MINUTE
    assert ends(START + 40 * MINUTE, session(90)) == START + 130 * MINUTE


def test_the_second_session_of_a_half_day() -> None:
    """Section L, row "Second session": a delay of 40 minutes leaves no gap."""
    law, tax = exam().sessions
    assert tax.id == TAX
    assert ends(law.starts_at, law) == at("10:00") == law.ends_at
    assert authorization_opens(tax, LIAONING) == at("9:40") < law.ends_at
    assert room_ready(tax, LIAONING) == at("10:10")
    assert ends(law.starts_at + 40 * MINUTE, law) == tax.starts_at


def test_the_reminder_comes_fifteen_minutes_before_the_rooms_own_end() -> None:
    assert reminder(START, session(90), LIAONING) == START + 75 * MINUTE


# Delay (TIM-01..04, J-03)


@pytest.mark.parametrize("rules", SETTLED, ids=lambda rules: rules.id)
@pytest.mark.parametrize(
    ("minutes", "odd", "tier"),
    [
        (0, 0, Tier.ON_TIME),
        (0, 59, Tier.ON_TIME),
        (1, 0, Tier.CITY),
        (1, 1, Tier.CITY),
        (29, 59, Tier.CITY),
        (30, 0, Tier.CITY),
        (30, 1, Tier.PROVINCE),
        (59, 59, Tier.PROVINCE),
        (60, 0, Tier.PROVINCE),
        (60, 1, Tier.MINISTRY),
        (600, 0, Tier.MINISTRY),
    ],
)
def test_tiers_of_delay(rules: Rulebook, minutes: int, odd: int, tier: Tier) -> None:
    assert delay_tier(seconds(minutes, odd), rules) is tier


@pytest.mark.parametrize("rules", WITHOUT_TIERS, ids=lambda rules: rules.id)
def test_without_tiers_of_its_own_every_delay_is_the_ministrys(rules: Rulebook) -> None:
    assert delay_tier(seconds(0, 59), rules) is Tier.ON_TIME
    assert delay_tier(seconds(1), rules) is Tier.MINISTRY
    assert delay_tier(seconds(30), rules) is Tier.MINISTRY


def test_the_strict_reading_knows_no_tolerance() -> None:
    strict = replace(LIAONING, on_time_tolerance_seconds=rule(0))
    assert delay_tier(seconds(0), strict) is Tier.ON_TIME
    assert delay_tier(SECOND, strict) is Tier.CITY


def test_an_early_start_has_no_tier() -> None:
    with pytest.raises(ValueError, match="-1 day"):
        delay_tier(-SECOND, LIAONING)


# Extra time (TIM-11..15)


@pytest.mark.parametrize("rules", SETTLED, ids=lambda rules: rules.id)
@pytest.mark.parametrize(
    ("total", "tier"),
    [
        (1, Tier.ON_THE_SPOT),
        (10, Tier.ON_THE_SPOT),
        (6 + 4, Tier.ON_THE_SPOT),
        (6 + 5, Tier.PROVINCE),
        (11, Tier.PROVINCE),
        (8 + 5, Tier.PROVINCE),
        (60, Tier.PROVINCE),
        (61, Tier.MINISTRY),
    ],
)
def test_tiers_of_extra_time_go_by_the_sum(rules: Rulebook, total: int, tier: Tier) -> None:
    assert extra_time_tier(total, rules) is tier


@pytest.mark.parametrize("rules", WITHOUT_TIERS, ids=lambda rules: rules.id)
def test_without_tiers_of_its_own_all_extra_time_is_the_ministrys(rules: Rulebook) -> None:
    assert extra_time_tier(1, rules) is Tier.MINISTRY


@pytest.mark.parametrize("total", [0, -1])
def test_no_minutes_are_no_extra_time(total: int) -> None:
    with pytest.raises(ValueError, match=str(total)):
        extra_time_tier(total, LIAONING)


# For every rulebook and every session


@given(
    st.sampled_from(BOOKS),
    st.builds(session, st.integers(1, 300), media=st.booleans(), paper=st.booleans()),
    st.datetimes(datetime(2021, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001
)
def test_whoever_may_leave_came_before_and_leaves_by_the_end(
    rules: Rulebook, sitting: Session, start: datetime
) -> None:
    assert start <= closure_ends(start, sitting, rules) <= ends(start, sitting)
    assert start <= entry_closes(start, sitting, rules)


@given(st.sampled_from(BOOKS), st.integers(0, 2**20), st.integers(0, 2**20))
def test_a_longer_delay_never_needs_less(rules: Rulebook, one: int, two: int) -> None:
    order = list(Tier)
    less, more = (order.index(delay_tier(timedelta(seconds=n), rules)) for n in sorted((one, two)))
    assert less <= more
