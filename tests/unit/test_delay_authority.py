"""Late starts: each authority holds to its last second, for its rooms, from the moment at which it was given."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.delay_authority import Allowed, allowed
from app.core.incident import IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.operation import Fact, Refused
from app.core.rulebook import Rulebook, Tier
from app.core.start import (
    DelayNotAllowed,
    RecordStarts,
    RoomStart,
    RoomStarted,
    StartBeforeTime,
    StartWasLate,
)
from app.core.terms import ApplicationNo, IncidentNo
from app.core.time_state import LateStart, Outcome
from app.crypto.codes import Purpose
from tests.builders import GUIDE, LAW, LIAONING, MONGOLIA, NATIONAL, R1, R2, ZHEJIANG, Story, at
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


# Section L, "Delay tier": nobody has agreed to anything (TIM-01..04, TIM-09, TIM-17)


@pytest.mark.parametrize(
    ("rules", "clock", "tier", "clause"),
    [
        (LIAONING, "8:31", CITY, "TIM-02"),
        (LIAONING, "9:00", CITY, "TIM-02"),
        (LIAONING, "9:00:01", PROVINCE, "TIM-03"),
        (LIAONING, "9:30", PROVINCE, "TIM-03"),
        (LIAONING, "9:30:01", MINISTRY, "TIM-04"),
        (NATIONAL, "8:31", MINISTRY, "TIM-09"),
        (NATIONAL, "9:30:01", MINISTRY, "TIM-09"),
        (MONGOLIA, "8:31", MINISTRY, "TIM-09"),
        (ZHEJIANG, "8:31", RESPONSIBLE, "TIM-17"),
        (ZHEJIANG, "9:00", RESPONSIBLE, "TIM-17"),
        (ZHEJIANG, "9:00:01", HEAD, "TIM-17"),
        (ZHEJIANG, "9:30:01", HEAD, "TIM-17"),
    ],
)
def test_section_l_a_late_start_nobody_allowed(rules: Rulebook, clock: str, tier: Tier, clause: str) -> None:
    refusal, trace = not_covered(clock, tier, clause)
    started(clock, late(applied(90)), rules).refused(refusal, trace)
    assert refusal.basis == clause


@pytest.mark.parametrize("rules", [LIAONING, NATIONAL, MONGOLIA, ZHEJIANG], ids=lambda rules: rules.id)
def test_section_l_within_the_tolerance_a_start_needs_nobody(rules: Rulebook) -> None:
    for clock in ("8:30", "8:30:01", "8:30:59"):
        started(clock, late(), rules).then(RoomStarted(LAW, R1, at(clock), GUIDE))


def test_section_l_before_the_time_no_authority_helps() -> None:
    clock = "8:29:59"
    fact = IncidentOpened(IncidentNo("A-001"), IncidentKind.EARLY_START, LAW, R1, at(clock), GUIDE)
    story = late(applied(), agreed("8:25"))
    started(clock, story).refused(StartBeforeTime(LAW, R1, at(clock), at("8:30")), fact)


# Section L, "Delay tier": who allows it, to the last second


@pytest.mark.parametrize(
    ("rules", "given", "last", "tier", "by", "beyond", "clause"),
    [
        (LIAONING, agreed("8:31"), "9:00", CITY, CITY, PROVINCE, "TIM-03"),
        (LIAONING, code_in(Purpose.DELAY, R1, 45), "9:15", PROVINCE, PROVINCE, PROVINCE, "TIM-03"),
        (LIAONING, code_in(SITE_WIDE, "*", 45), "9:15", PROVINCE, PROVINCE, PROVINCE, "TIM-03"),
        (LIAONING, code_in(Purpose.DELAY, R1, 60), "9:30", PROVINCE, PROVINCE, MINISTRY, "TIM-04"),
        (ZHEJIANG, agreed("8:31", RESPONSIBLE), "9:00", RESPONSIBLE, RESPONSIBLE, HEAD, "TIM-17"),
    ],
)
def test_section_l_to_the_last_second_and_not_one_more(
    rules: Rulebook, given: Fact, last: str, tier: Tier, by: Tier, beyond: Tier, clause: str
) -> None:
    story = late(applied(60), given)
    started(last, story, rules).then(*lateness(last, tier, by))
    started(f"{last}:01", story, rules).refused(*not_covered(f"{last}:01", beyond, clause))


def test_tim_03_city_consent_alone_is_not_enough_beyond_thirty_minutes() -> None:
    """Given at 25 minutes, and the start at 31."""
    story = late(applied(30), agreed("8:55"))
    for clock in ("9:00:01", "9:01"):
        started(clock, story).refused(*not_covered(clock, PROVINCE, "TIM-03"))
    story.given(code_in(Purpose.DELAY, R1, 31, "9:00:30"))
    started("9:01", story).then(*lateness("9:01", PROVINCE, PROVINCE))


@pytest.mark.parametrize("minutes", [1, 20, 30])
def test_tim_03_the_provinces_code_allows_within_thirty_minutes_too(minutes: int) -> None:
    clock = f"8:{30 + minutes}" if minutes < 30 else "9:00"
    story = late(applied(30), code_in(Purpose.DELAY, R1, minutes, "8:31"))
    started(clock, story).then(*lateness(clock, CITY, PROVINCE))


def test_tim_02_the_lowest_authority_that_is_enough_is_named() -> None:
    story = late(applied(60), directive(clock="8:40"), code_in(Purpose.DELAY, R1, 60, "8:40"), agreed("8:40"))
    for clock, tier, by in (
        ("9:00", CITY, CITY),
        ("9:00:01", PROVINCE, PROVINCE),
        ("9:30:01", MINISTRY, MINISTRY),
    ):
        started(clock, story).then(*lateness(clock, tier, by))


def test_tim_17_the_heads_decision_has_no_end_but_that_of_the_question_and_means_nothing_elsewhere() -> None:
    story = late(applied(90), agreed("8:31", HEAD))
    for clock, tier in (("8:31", RESPONSIBLE), ("9:00:01", HEAD), ("10:00", HEAD)):
        started(clock, story, ZHEJIANG).then(*lateness(clock, tier, HEAD))
    started("10:00:01", story, ZHEJIANG).refused(*not_covered("10:00:01", HEAD, "TIM-17"))
    started("8:31", story).refused(*not_covered("8:31", CITY, "TIM-02"))


@pytest.mark.parametrize("rules", [NATIONAL, MONGOLIA], ids=lambda rules: rules.id)
def test_tim_09_without_tiers_only_a_directive_allows_a_late_start(rules: Rulebook) -> None:
    story = late(applied(20), agreed("8:31"), code_in(Purpose.DELAY, R1, 60), agreed("8:31", RESPONSIBLE))
    started("8:56", story, rules).refused(*not_covered("8:56", MINISTRY, "TIM-09"))
    story.given(directive(clock="8:50"))
    started("8:56", story, rules).then(*lateness("8:56", MINISTRY, MINISTRY))


# Given when (TIM-02: the tier is decided by when the command is given)


@pytest.mark.parametrize(
    ("given", "clock"),
    [
        (agreed("8:55"), "8:55"),
        (code_in(Purpose.DELAY, R1, 60, "9:10"), "9:10"),
        (code_in(SITE_WIDE, "*", 60, "9:10"), "9:10"),
        (directive(clock="9:40"), "9:40"),
    ],
)
def test_tim_02_what_was_given_after_the_command_allows_nothing(given: Fact, clock: str) -> None:
    story = late(applied(60), given)
    second_before = (at(clock) - at("0:00:01") + at("0:00")).strftime("%H:%M:%S")
    no = started(second_before, story).answer
    assert isinstance(no, Refused)
    assert isinstance(no.refusal, DelayNotAllowed)
    assert isinstance(started(clock, story).answer, tuple)


def test_tim_04_a_directive_says_until_when() -> None:
    story = late(applied(90), directive(until="9:45"))
    started("9:45", story).then(*lateness("9:45", MINISTRY, MINISTRY))
    started("9:45:01", story).refused(*not_covered("9:45:01", MINISTRY, "TIM-04"))
    started("9:58", late(applied(90), directive())).then(*lateness("9:58", MINISTRY, MINISTRY))


@pytest.mark.parametrize("outcome", [Outcome.POSTPONE, Outcome.CANCEL])
def test_tim_04_only_one_of_three_outcomes_allows_a_start(outcome: Outcome) -> None:
    site = late(applied(90), directive(outcome)).site
    assert allowed(site, LAW, R1, at("9:40"), LIAONING) is None


# For which rooms (TIM-05, TIM-06)


@pytest.mark.parametrize(
    "given",
    [agreed("8:31"), code_in(SITE_WIDE, "*", 60, "8:31"), directive(clock="8:31")],
    ids=["consent", "site code", "directive"],
)
def test_tim_05_a_room_that_is_not_in_the_list_is_not_covered(given: Fact) -> None:
    story = late(applied(30), given)
    started("8:50", story, room=R2).refused(*not_covered("8:50", CITY, "TIM-02", R2))
    assert isinstance(started("8:50", story).answer, tuple)


def test_tim_05_one_consent_and_one_site_code_cover_every_room_of_their_application() -> None:
    for given, clock, by in ((agreed("8:31"), "8:50", CITY), (code_in(SITE_WIDE, "*", 60), "9:20", PROVINCE)):
        story = late(applied(60, R1, R2), given)
        tier = CITY if by is CITY else PROVINCE
        for room in (R1, R2):
            started(clock, story, room=room).then(*lateness(clock, tier, by, room))


def test_tim_06_a_rooms_code_is_not_another_rooms_although_both_were_applied_for() -> None:
    story = late(applied(60, R1, R2), code_in(Purpose.DELAY, R1, 60))
    started("9:20", story, room=R2).refused(*not_covered("9:20", PROVINCE, "TIM-03", R2))


def test_tim_04_a_directive_covers_the_rooms_it_names_and_not_all_that_were_applied_for() -> None:
    story = late(applied(90, R1, R2), directive(Outcome.START, R2))
    started("9:40", story, room=R1).refused(*not_covered("9:40", MINISTRY, "TIM-04"))
    started("9:40", story, room=R2).then(*lateness("9:40", MINISTRY, MINISTRY, R2))


def test_tim_13_a_code_for_extra_time_delays_nothing() -> None:
    story = late(applied(60), code_in(Purpose.EXTRA_TIME_ROOM, R1, 60))
    started("9:20", story).refused(*not_covered("9:20", PROVINCE, "TIM-03"))


def test_tim_05_what_was_allowed_on_another_session_or_application_is_told_apart() -> None:
    other: list[Fact] = [
        replace(applied(60), number=SECOND_ASKED),
        replace(agreed("8:31"), application=SECOND_ASKED),
    ]
    site = late(applied(60), *other).site
    assert allowed(site, LAW, R1, at("8:50"), LIAONING) == Allowed(SECOND_ASKED, CITY, at("9:00"), at("8:31"))
    site.applications[SECOND_ASKED].session = next(one for one in site.sessions if one != LAW)
    assert allowed(site, LAW, R1, at("8:50"), LIAONING) is None


# All of a report or nothing


def test_tim_02_rooms_of_one_report_are_judged_one_by_one() -> None:
    both = RecordStarts(LAW, (RoomStart(R1, at("8:59")), RoomStart(R2, at("9:01"))), GUIDE)
    story = late(applied(30, R1, R2), agreed("8:55"))
    story.when(both, here("9:02")).refused(*not_covered("9:01", PROVINCE, "TIM-03", R2))
    soon = replace(both, starts=(RoomStart(R1, at("8:59")), RoomStart(R2, at("8:30:59"))))
    late(applied(30), agreed("8:55")).when(soon, here("9:02")).then(
        *lateness("8:59", CITY, CITY), RoomStarted(LAW, R2, at("8:30:59"), GUIDE)
    )


def test_tim_05_the_record_says_how_late_on_what_and_by_whom() -> None:
    story = late(applied(30), agreed("8:55")).done(start("8:58:20"), here("9:00"))
    state = story.site.sessions[LAW]
    assert state.late_starts == {R1: LateStart(R1, 28 * 60 + 20, CITY, CITY, ASKED, entered_late=False)}
    assert state.rooms[R1].started_at == at("8:58:20")


def facts_of(story: Story) -> tuple[type[Fact], ...]:
    assert isinstance(story.answer, tuple)
    return tuple(map(type, story.answer))


def test_h7_a_consent_once_granted_expires_when_the_tier_moves_on() -> None:
    story = late(applied(30)).given(agreed("8:45"))
    assert facts_of(started("9:00", story)) == (RoomStarted, StartWasLate)
    started("9:00:01", story).refused(*not_covered("9:00:01", PROVINCE, "TIM-03"))
