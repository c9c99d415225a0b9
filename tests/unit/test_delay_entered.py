"""Late starts: what was entered after the command is marked, and a consent is to the minutes asked for."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.delay_authority import Allowed, allowed
from app.core.operation import Fact
from app.core.rulebook import Rulebook, Tier
from app.core.terms import ApplicationNo
from app.crypto.codes import Purpose
from tests.builders import LAW, LIAONING, R1, SECOND, ZHEJIANG, at
from tests.unit.time_facts import (
    ASKED,
    CITY,
    HEAD,
    MINISTRY,
    PROVINCE,
    RESPONSIBLE,
    agreed,
    applied,
    code_in,
    directive,
    here,
    late,
    lateness,
    not_covered,
    start,
    started,
)

SITE_WIDE = Purpose.DELAY_SITE
SECOND_ASKED = ApplicationNo("AS-002")


# Entered when (TIM-02: recorded before the command)


def test_tim_05_the_consent_must_lie_at_the_desk_before_the_start_is_entered() -> None:
    """Backdated: the start is refused and noted; with a consent entered afterwards it stands, and says so."""
    story = late(applied(30))
    refusal, trace = not_covered("8:50", CITY, "TIM-02")
    started("8:50", story).refused(refusal, trace).given(trace)
    assert story.site.sessions[LAW].rooms[R1].started_at is None
    fact = replace(agreed("8:45"), at=at("9:10"))
    started("8:50", story.given(fact)).then(*lateness("8:50", CITY, CITY, entered_late=True))
    kept = story.site.applications[ASKED].consents[0]
    assert (kept.given_at, kept.entered_at) == (at("8:45"), at("9:10"))
    story.done(start("8:50"), here("9:10"))
    assert story.site.sessions[LAW].late_starts[R1].entered_late


@pytest.mark.parametrize(
    ("given", "clock", "tier", "by"),
    [
        (agreed("8:40"), "8:50", CITY, CITY),
        (code_in(Purpose.DELAY, R1, 60, "8:40"), "9:10", PROVINCE, PROVINCE),
        (code_in(SITE_WIDE, "*", 60, "8:40"), "9:10", PROVINCE, PROVINCE),
        (directive(clock="8:40"), "9:40", MINISTRY, MINISTRY),
    ],
    ids=["consent", "code", "site code", "directive"],
)
def test_tim_02_what_was_entered_after_the_command_is_marked(given: Fact, clock: str, tier: Tier, by: Tier) -> None:
    for entered, late_entry in ((at(clock), False), (at(clock) + SECOND, True)):
        story = late(applied(90), replace(given, at=entered))
        started(clock, story).then(*lateness(clock, tier, by, entered_late=late_entry))


def test_tim_02_what_was_entered_in_time_counts_before_a_lower_word_that_was_not() -> None:
    code = code_in(Purpose.DELAY, R1, 60, "8:40")
    story = late(applied(60), replace(agreed("8:40"), at=at("9:10")), code)
    started("8:50", story).then(*lateness("8:50", CITY, PROVINCE))
    at_that_moment = late(applied(60), replace(agreed("8:40"), at=at("8:50")), code)
    started("8:50", at_that_moment).then(*lateness("8:50", CITY, CITY))
    story = late(applied(60), replace(agreed("8:40"), at=at("9:10")), replace(code, at=at("9:05")))
    started("8:50", story).then(*lateness("8:50", CITY, CITY, entered_late=True))


def test_tim_02_of_two_words_alike_the_one_entered_first_is_meant() -> None:
    second: list[Fact] = [replace(applied(30), number=SECOND_ASKED), agreed("8:44", number=SECOND_ASKED)]
    story = late(applied(30), *second, replace(agreed("8:40"), at=at("8:45")))
    found = allowed(story.site, LAW, R1, at("8:50"), LIAONING)
    assert found == Allowed(SECOND_ASKED, CITY, at("9:00"), at("8:44"))


# For how long (TIM-02: to what was asked for)


@pytest.mark.parametrize(
    ("rules", "consent", "beyond", "clause"),
    [
        (LIAONING, CITY, CITY, "TIM-02"),
        (ZHEJIANG, RESPONSIBLE, RESPONSIBLE, "TIM-17"),
        (ZHEJIANG, HEAD, RESPONSIBLE, "TIM-17"),
    ],
)
def test_tim_02_a_consent_covers_no_more_than_was_asked_for(
    rules: Rulebook, consent: Tier, beyond: Tier, clause: str
) -> None:
    """Hostile: ten minutes are asked for, and the room starts after twenty-five."""
    story = late(applied(10), agreed("8:31", consent))
    started("8:40", story, rules).then(*lateness("8:40", beyond, consent))
    for clock in ("8:40:01", "8:55"):
        started(clock, story, rules).refused(*not_covered(clock, beyond, clause))


def test_tim_03_a_code_says_itself_for_how_many_minutes() -> None:
    story = late(applied(10), code_in(Purpose.DELAY, R1, 45, "8:35"))
    started("9:15", story).then(*lateness("9:15", PROVINCE, PROVINCE))
