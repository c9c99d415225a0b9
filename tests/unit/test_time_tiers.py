"""Who may allow how much: every rulebook's tiers, and what is left of each, on both sides of every boundary."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.core.rulebook import Rule, Rulebook, Tier
from app.core.terms import ClauseId
from app.core.timekeeping import (
    delay_clause,
    delay_limit,
    delay_tier,
    extra_time_clause,
    extra_time_limit,
    extra_time_tier,
)
from app.rulebooks import all_ids, load
from tests.builders import LIAONING, MINUTE, NATIONAL, SECOND, ZHEJIANG

Step = tuple[timedelta | None, Tier, str]
Sum = tuple[int | None, Tier, str]
TOLERANCE: Step = (59 * SECOND, Tier.ON_TIME, "TIM-01")
"""J-03: 0:59 is on time, 1:00 is a delay."""

# Rows C11 and C13 of clauses.md, section C. What each tier reaches to (None: without an end), and its clause.
# C11, 000 L93: any postponement is the ministry centre's. 002 says nothing of its own (L131), so 000 counts.
# C13, 000 and 002 know no extra time; what nobody else may give is the ministry's.
DELAY_000: tuple[Step, ...] = (TOLERANCE, (None, Tier.MINISTRY, "TIM-09"))
EXTRA_000: tuple[Sum, ...] = ((None, Tier.MINISTRY, "TIM-14"),)
# C11, 003 L564: up to 30 the city's consent, 30 to 60 the province's code, beyond the ministry centre.
DELAY_003: tuple[Step, ...] = (
    TOLERANCE,
    (30 * MINUTE, Tier.CITY, "TIM-02"),
    (60 * MINUTE, Tier.PROVINCE, "TIM-03"),
    (None, Tier.MINISTRY, "TIM-04"),
)
# C13, 003 L576: up to 10 the invigilators, 10 to 60 the province's code, beyond the special tool.
EXTRA_003: tuple[Sum, ...] = (
    (10, Tier.ON_THE_SPOT, "TIM-12"),
    (60, Tier.PROVINCE, "TIM-13"),
    (None, Tier.MINISTRY, "TIM-14"),
)
# C11, 004 L494: within 30 the person responsible, beyond the head; C13, 004 L496: as the case requires.
DELAY_004: tuple[Step, ...] = (
    TOLERANCE,
    (30 * MINUTE, Tier.RESPONSIBLE, "TIM-17"),
    (None, Tier.HEAD, "TIM-17"),
)
EXTRA_004: tuple[Sum, ...] = ((30, Tier.RESPONSIBLE, "TIM-17"), (None, Tier.HEAD, "TIM-17"))

SECTION_C: dict[str, tuple[tuple[Step, ...], tuple[Sum, ...]]] = {
    "national-2021": (DELAY_000, EXTRA_000),
    "inner-mongolia-2023": (DELAY_000, EXTRA_000),
    "machine-generic": (DELAY_003, EXTRA_003),
    "liaoning-2021-senior": (DELAY_003, EXTRA_003),
    "liaoning-2021-intermediate": (DELAY_003, EXTRA_003),
    "zhejiang-skill": (DELAY_004, EXTRA_004),
}
BOOKS = {name: load(name) for name in all_ids()}
ORDER = list(Tier)
FOREVER = timedelta(days=400)


def rule(value: int) -> Rule[int]:
    return Rule(value, ClauseId("CON-01"))


def test_every_rulebook_stands_in_the_table() -> None:
    assert set(SECTION_C) == set(BOOKS)


@pytest.mark.parametrize("name", SECTION_C)
def test_tiers_of_delay_against_section_c(name: str) -> None:
    first, rules = timedelta(0), BOOKS[name]
    for last, tier, clause in SECTION_C[name][0]:
        for moment in (first, last or FOREVER):
            assert delay_tier(moment, rules) is tier, moment
            assert delay_limit(moment, rules) == last, moment
        assert delay_clause(tier, rules) == clause
        first = last + SECOND if last is not None else FOREVER


@pytest.mark.parametrize("name", SECTION_C)
def test_tiers_of_extra_time_against_section_c(name: str) -> None:
    first, rules = 1, BOOKS[name]
    for last, tier, clause in SECTION_C[name][1]:
        for total in (first, last or 10_000):
            assert extra_time_tier(total, rules) is tier, total
            assert extra_time_limit(total, rules) == last, total
        assert extra_time_clause(tier, rules) == clause
        first = last + 1 if last else 10_000


@pytest.mark.parametrize(
    ("late", "left"),
    [
        ("0:00", "0:59"),
        ("0:59", "0:00"),
        ("1:00", "29:00"),
        ("28:10", "1:50"),
        ("30:00", "0:00"),
        ("30:01", "29:59"),
        ("60:00", "0:00"),
    ],
)
def test_what_is_left_before_somebody_else_is_asked(late: str, left: str) -> None:
    def spoken(words: str) -> timedelta:
        minutes, seconds = map(int, words.split(":"))
        return timedelta(minutes=minutes, seconds=seconds)

    limit = delay_limit(spoken(late), LIAONING)
    assert limit is not None
    assert limit - spoken(late) == spoken(left)


def test_the_strict_reading_leaves_no_second() -> None:
    strict = replace(LIAONING, on_time_tolerance_seconds=rule(0))
    assert delay_limit(timedelta(0), strict) == timedelta(0)
    assert delay_limit(SECOND, strict) == 30 * MINUTE
    alone = replace(NATIONAL, on_time_tolerance_seconds=rule(0))
    assert delay_limit(SECOND, alone) is None


def test_a_tolerance_longer_than_a_tier_leaves_that_tier_out() -> None:
    patient = replace(LIAONING, on_time_tolerance_seconds=rule(31 * 60))
    assert delay_limit(timedelta(0), patient) == 31 * MINUTE - SECOND
    assert (delay_tier(31 * MINUTE, patient), delay_limit(31 * MINUTE, patient)) == (Tier.PROVINCE, 60 * MINUTE)


def test_a_tier_of_no_minutes_is_none() -> None:
    head = replace(ZHEJIANG, responsible=rule(0))
    assert (delay_tier(MINUTE, head), delay_limit(MINUTE, head)) == (Tier.HEAD, None)
    assert (extra_time_tier(1, head), extra_time_limit(1, head)) == (Tier.HEAD, None)
    nobody = replace(LIAONING, delay_city=rule(0), extra_time_on_the_spot=rule(0))
    assert (delay_tier(MINUTE, nobody), delay_limit(MINUTE, nobody)) == (Tier.PROVINCE, 60 * MINUTE)
    assert (extra_time_tier(1, nobody), extra_time_limit(1, nobody)) == (Tier.PROVINCE, 60)


def test_what_no_rulebook_of_ours_decides_still_stands_on_a_clause() -> None:
    """Somebody may be asked whom the rulebook does not know; then the ministry's clause is named."""
    assert delay_clause(Tier.CITY, NATIONAL) == "TIM-09"
    assert delay_clause(Tier.MINISTRY, ZHEJIANG) == "TIM-09"
    assert extra_time_clause(Tier.ON_THE_SPOT, NATIONAL) == "TIM-14"
    assert extra_time_clause(Tier.MINISTRY, ZHEJIANG) == "TIM-14"
    assert delay_clause(Tier.CITY, replace(LIAONING, delay_city=rule(20))) == "CON-01", "the rule's own clause"
    assert extra_time_clause(Tier.PROVINCE, replace(LIAONING, extra_time_province=rule(20))) == "CON-01"


@pytest.mark.parametrize("total", [0, -1])
def test_no_minutes_have_no_limit(total: int) -> None:
    with pytest.raises(ValueError, match=str(total)):
        extra_time_limit(total, LIAONING)


def test_before_the_unified_start_there_is_no_limit() -> None:
    with pytest.raises(ValueError, match="-1 day"):
        delay_limit(-SECOND, LIAONING)


tiers = st.none() | st.integers(0, 90).map(rule)
rulebooks = st.sampled_from(list(BOOKS.values())) | st.builds(
    replace,
    st.just(LIAONING),
    on_time_tolerance_seconds=st.integers(0, 7200).map(rule),
    delay_city=tiers,
    delay_province=tiers,
    extra_time_on_the_spot=tiers,
    extra_time_province=tiers,
    responsible=tiers,
)


@given(rulebooks, st.integers(0, 3 * 3600))
def test_the_limit_of_a_delay_is_the_last_second_of_its_tier(rules: Rulebook, seconds: int) -> None:
    delay = timedelta(seconds=seconds)
    limit, tier = delay_limit(delay, rules), delay_tier(delay, rules)
    if limit is None:
        assert delay_tier(FOREVER, rules) is tier
        return
    assert limit >= delay
    assert delay_tier(limit, rules) is tier
    assert ORDER.index(delay_tier(limit + SECOND, rules)) > ORDER.index(tier)


@given(rulebooks, st.integers(1, 200))
def test_the_limit_of_extra_time_is_the_last_minute_of_its_tier(rules: Rulebook, total: int) -> None:
    limit, tier = extra_time_limit(total, rules), extra_time_tier(total, rules)
    if limit is None:
        assert extra_time_tier(10_000, rules) is tier
        return
    assert limit >= total
    assert extra_time_tier(limit, rules) is tier
    assert ORDER.index(extra_time_tier(limit + 1, rules)) > ORDER.index(tier)
