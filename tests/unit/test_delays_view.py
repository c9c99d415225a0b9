"""Rooms that start late, as the desk sees them: how late, whose word is asked for, how long yet, what comes next."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from app.core.code_entry import CodeEntered
from app.core.consent import ConsentGiven
from app.core.delay import DelayAppliedFor
from app.core.delay_authority import Allowed
from app.core.directive import DirectiveTaken
from app.core.fault import FaultKind, FaultReported, FaultRestored
from app.core.incident import IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.operation import Fact
from app.core.room_state import CalledOff
from app.core.rulebook import Rule, Rulebook, Tier
from app.core.start import RecordStarts, RoomsReleased, RoomStart, RoomStarted, StartWasLate
from app.core.terms import ApplicationNo, CauseNo, ClauseId, FaultNo, IncidentNo, RoomId, SessionId
from app.core.time_state import LateStart, Means, Outcome
from app.crypto.codes import Purpose
from app.views.delays import Delays, DelayStep, LateRoom, Moments, causes_of, delays, moments_from
from tests.builders import (
    D1,
    D2,
    GUIDE,
    LAW,
    LIAONING,
    MINUTE,
    NATIONAL,
    R1,
    R2,
    SECOND,
    SENIOR,
    TAX,
    ZHEJIANG,
    Story,
    at,
    desk,
    session,
)

CUT, CAUSE, FIRST = FaultNo("AF-001"), CauseNo("AF-001"), ApplicationNo("AS-001")
STEP = DelayStep


def cut(room: RoomId | None = None, when: str = "8:10", session: SessionId | None = LAW) -> FaultReported:
    return FaultReported(CUT, FaultKind.POWER, session, room, (), at(when), GUIDE)


def asked(minutes: int, tier: Tier, *rooms: RoomId, number: ApplicationNo = FIRST) -> DelayAppliedFor:
    return DelayAppliedFor(number, LAW, rooms or (R1, R2), minutes, tier, (CAUSE,), at("8:35"))


def consent(given: str = "8:40", authority: Tier = Tier.CITY) -> ConsentGiven:
    return ConsentGiven(FIRST, authority, Means.PHONE, D1, at(given), at(given), GUIDE)


def code(minutes: int, subject: str, purpose: Purpose = Purpose.DELAY, given: str = "8:55") -> CodeEntered:
    return CodeEntered(FIRST, purpose, subject, minutes, at(given), at(given), GUIDE, verified=True)


def directive(outcome: Outcome, *rooms: RoomId, until: str = "", issued: str = "9:20") -> DirectiveTaken:
    last = at(until) if until else None
    return DirectiveTaken(FIRST, outcome, f"M-{issued}", D2, rooms or (R1, R2), at(issued), last, at("9:40"))


def waiting(*facts: Fact) -> Story:
    """Both rooms are released and have not started."""
    return Story("released").given(*facts)


def seen(story: Story, now: str, rules: Rulebook = LIAONING) -> Delays:
    return delays(story.site, rules, LAW, at(now))


def room(story: Story, now: str, number: RoomId = R1, rules: Rulebook = LIAONING) -> LateRoom:
    return next(one for one in seen(story, now, rules).waiting if one.room == number)


# How late, and how long yet


@pytest.mark.parametrize(
    ("now", "delay", "tier", "left", "then"),
    [
        ("8:30", timedelta(0), Tier.ON_TIME, 59 * SECOND, Tier.CITY),
        ("8:30:59", 59 * SECOND, Tier.ON_TIME, timedelta(0), Tier.CITY),
        ("8:31", MINUTE, Tier.CITY, 29 * MINUTE, Tier.PROVINCE),
        ("8:58:10", 28 * MINUTE + 10 * SECOND, Tier.CITY, MINUTE + 50 * SECOND, Tier.PROVINCE),
        ("9:00", 30 * MINUTE, Tier.CITY, timedelta(0), Tier.PROVINCE),
        ("9:00:01", 30 * MINUTE + SECOND, Tier.PROVINCE, 30 * MINUTE - SECOND, Tier.MINISTRY),
        ("9:30", 60 * MINUTE, Tier.PROVINCE, timedelta(0), Tier.MINISTRY),
        ("9:30:01", 60 * MINUTE + SECOND, Tier.MINISTRY, None, None),
    ],
)
def test_one_fifty_left_before_a_code_is_needed(
    now: str, delay: timedelta, tier: Tier, left: timedelta | None, then: Tier | None
) -> None:
    found = room(waiting(), now)
    assert (found.delay, found.tier, found.left, found.then) == (delay, tier, left, then)


@pytest.mark.parametrize(
    ("rules", "now", "tier", "clause", "left"),
    [
        (LIAONING, "8:45", Tier.CITY, "TIM-02", 15 * MINUTE),
        (LIAONING, "9:15", Tier.PROVINCE, "TIM-03", 15 * MINUTE),
        (LIAONING, "9:45", Tier.MINISTRY, "TIM-04", None),
        (NATIONAL, "8:45", Tier.MINISTRY, "TIM-09", None),
        (ZHEJIANG, "8:45", Tier.RESPONSIBLE, "TIM-17", 15 * MINUTE),
        (ZHEJIANG, "9:15", Tier.HEAD, "TIM-17", None),
    ],
)
def test_each_rulebook_asks_its_own_authority(
    rules: Rulebook, now: str, tier: Tier, clause: str, left: timedelta | None
) -> None:
    found = room(waiting(), now, rules=rules)
    assert (found.tier, found.clause, found.left) == (tier, clause, left)


def test_before_the_unified_start_nothing_is_late_yet() -> None:
    found = room(waiting(), "8:29:59")
    assert (found.delay, found.tier, found.left, found.then) == (None, Tier.ON_TIME, None, Tier.CITY)
    assert (found.step, found.allowed, found.released) == (STEP.WAIT, None, True)
    assert seen(waiting(), "8:29:59").late == ()


def test_late_rooms_are_those_beyond_the_tolerance() -> None:
    story = waiting()
    assert seen(story, "8:30:59").late == ()
    assert [one.room for one in seen(story, "8:31").late] == [R1, R2]
    strict = replace(LIAONING, on_time_tolerance_seconds=Rule(0, ClauseId("TIM-01")))
    assert seen(story, "8:30", strict).late == ()
    assert [one.room for one in seen(story, "8:30:01", strict).late] == [R1, R2]


def test_a_room_without_its_release_is_late_all_the_same() -> None:
    story = Story("authorized").given(RoomsReleased(LAW, (R2,), "1-1-S"))
    assert [(one.room, one.released) for one in seen(story, "8:40").late] == [(R1, False), (R2, True)]


# What comes next


def test_from_the_cause_to_the_start_with_the_citys_consent() -> None:
    story = waiting()
    assert room(story, "8:40").step is STEP.CAUSE
    assert room(story.given(cut()), "8:40").step is STEP.APPLY
    found = room(story.given(asked(25, Tier.CITY)), "8:40")
    assert (found.step, found.causes, found.applications, found.allowed) == (STEP.CONSENT, (CAUSE,), (FIRST,), None)
    found = room(story.given(consent()), "8:40")
    assert (found.step, found.allowed) == (STEP.START, Allowed(FIRST, Tier.CITY, at("8:55"), at("8:40")))
    assert room(story, "8:55").step is STEP.START
    found = room(story, "8:55:01")
    assert (found.step, found.allowed) == (STEP.APPLY, None), "it is to the minutes that were asked for"
    found = room(story, "9:00:01")
    assert (found.step, found.allowed) == (STEP.APPLY, None), "nobody was asked who may allow that much"


def test_a_consent_covers_nothing_before_it_was_given() -> None:
    story = waiting(cut(), asked(25, Tier.CITY), consent("8:45"))
    assert room(story, "8:44:59").step is STEP.CONSENT
    assert room(story, "8:45").step is STEP.START


def test_the_provinces_code_covers_its_minutes_and_its_room() -> None:
    story = waiting(cut(), asked(45, Tier.PROVINCE))
    assert room(story, "9:05").step is STEP.CODE
    story.given(code(45, R1))
    found = room(story, "9:15")
    assert (found.step, found.allowed) == (STEP.START, Allowed(FIRST, Tier.PROVINCE, at("9:15"), at("8:55")))
    assert room(story, "9:15:01").step is STEP.CODE
    assert room(story, "9:15", R2).step is STEP.CODE
    story.given(code(60, "*", Purpose.DELAY_SITE))
    assert [one.step for one in seen(story, "9:30").waiting] == [STEP.START, STEP.START]


def test_beyond_an_hour_only_the_ministry_decides() -> None:
    story = waiting(cut(), asked(90, Tier.MINISTRY), code(60, R1))
    assert room(story, "9:30").step is STEP.START
    assert room(story, "9:30:01").step is STEP.DIRECTIVE
    story.given(directive(Outcome.START, until="10:30"))
    found = room(story, "10:30")
    assert (found.step, found.allowed) == (STEP.START, Allowed(FIRST, Tier.MINISTRY, at("10:30"), at("9:40")))
    assert room(story, "10:30:01").step is STEP.DIRECTIVE
    assert seen(story, "10:30").applications[0].directives[-1].outcome is Outcome.START


@pytest.mark.parametrize(
    ("outcome", "called_off"), [(Outcome.POSTPONE, CalledOff.POSTPONED), (Outcome.CANCEL, CalledOff.CANCELLED)]
)
def test_a_room_that_was_called_off_waits_for_nothing(outcome: Outcome, called_off: CalledOff) -> None:
    story = waiting(cut(), asked(90, Tier.MINISTRY), directive(outcome, R1))
    found = seen(story, "9:45")
    assert [one.room for one in found.waiting] == [R2]
    assert found.called_off == ((R1, called_off),)


def test_without_tiers_every_delay_waits_for_the_ministry() -> None:
    story = waiting(cut(), asked(20, Tier.MINISTRY))
    assert room(story, "8:40", rules=NATIONAL).step is STEP.DIRECTIVE
    story.given(consent())
    assert room(story, "8:41", rules=NATIONAL).step is STEP.DIRECTIVE, "nobody's consent is known there"


def test_the_rulebook_with_a_person_responsible_asks_for_consent_all_along() -> None:
    story = waiting(cut(), asked(30, Tier.RESPONSIBLE))
    assert room(story, "8:40", rules=ZHEJIANG).step is STEP.CONSENT
    assert room(story, "9:10", rules=ZHEJIANG).step is STEP.APPLY, "only somebody lower was asked"
    story.given(consent("8:40", Tier.RESPONSIBLE))
    assert room(story, "9:00", rules=ZHEJIANG).step is STEP.START
    assert room(story, "9:00:01", rules=ZHEJIANG).step is STEP.APPLY
    second = ApplicationNo("AS-002")
    story.given(asked(150, Tier.HEAD, R1, number=second))
    assert room(story, "9:10", rules=ZHEJIANG).step is STEP.CONSENT
    story.given(replace(consent("9:10", Tier.HEAD), application=second))
    found = room(story, "11:00", rules=ZHEJIANG)
    assert (found.step, found.allowed) == (STEP.START, Allowed(second, Tier.HEAD, at("11:00"), at("9:10")))


def test_who_may_allow_more_may_be_asked_for_less() -> None:
    story = waiting(cut(), asked(25, Tier.PROVINCE))
    assert room(story, "8:55").step is STEP.CONSENT
    assert room(story, "8:55:01").step is STEP.APPLY
    assert room(story, "9:15").step is STEP.CODE, "a code says itself for how many minutes"


def test_what_is_sure_to_come_may_be_asked_for_beforehand() -> None:
    story = waiting(cut())
    assert room(story, "8:20").step is STEP.APPLY
    story.given(asked(25, Tier.CITY))
    assert room(story, "8:20").step is STEP.WAIT
    assert room(story, "8:30:30").step is STEP.WAIT, "within the tolerance nobody is asked"
    story.given(consent("8:25"))
    assert room(story, "8:29").step is STEP.WAIT, "no start before the unified one"
    assert room(story, "8:31").step is STEP.START


def test_within_the_tolerance_a_room_just_starts() -> None:
    assert room(waiting(cut()), "8:30:59").step is STEP.WAIT


def test_an_application_is_only_that_of_its_rooms_and_session() -> None:
    story = waiting(cut(), asked(25, Tier.CITY, R2), consent())
    assert (room(story, "8:45").step, room(story, "8:45").applications) == (STEP.APPLY, ())
    assert room(story, "8:45", R2).step is STEP.START
    other = DelayAppliedFor(ApplicationNo("AS-002"), TAX, (R1,), 20, Tier.CITY, (CAUSE,), at("8:40"))
    found = seen(story.given(other), "8:45")
    assert [one.number for one in found.applications] == [FIRST]
    assert found.waiting[0].applications == ()


def test_the_newest_application_stands_last() -> None:
    second = ApplicationNo("AS-002")
    story = waiting(cut(), asked(25, Tier.CITY), asked(45, Tier.PROVINCE, R1, number=second))
    assert room(story, "8:45").applications == (FIRST, second)
    assert room(story, "8:45", R2).applications == (FIRST,)


# What has been


def test_late_starts_are_kept_with_their_authority() -> None:
    story = waiting(cut(), asked(25, Tier.CITY), consent())
    story.done(RecordStarts(LAW, (RoomStart(R1, at("8:50")),), GUIDE), desk(now=at("8:51")))
    found = seen(story, "8:55")
    assert found.started == (LateStart(R1, 20 * 60, Tier.CITY, Tier.CITY, FIRST, entered_late=False),)
    assert [one.room for one in found.waiting] == [R2]
    late = StartWasLate(LAW, R2, 1320, Tier.CITY, Tier.PROVINCE, FIRST, entered_late=True)
    story.given(RoomStarted(LAW, R2, at("8:52"), GUIDE), late)
    assert [one.by for one in seen(story, "8:55").started] == [Tier.CITY, Tier.PROVINCE]
    assert seen(story, "8:55").waiting == ()
    assert (found.session, found.starts_at) == (LAW, at("8:30"))


# Causes


def test_causes_of_a_room_are_those_of_its_half_day_the_newest_first() -> None:
    story = waiting(cut(R1, "8:10"))
    other = FaultReported(FaultNo("AF-002"), FaultKind.NETWORK, LAW, R2, (), at("8:20"), GUIDE)
    whole = IncidentOpened(IncidentNo("A-001"), IncidentKind.OTHER, None, None, at("8:15"), GUIDE)
    mended = FaultReported(FaultNo("AF-003"), FaultKind.POWER, None, R1, (), at("6:00", 29), GUIDE)
    story.given(other, whole, mended, FaultRestored(FaultNo("AF-003"), at("7:00", 29)))
    assert causes_of(story.site, LAW, R1) == ("A-001", CAUSE)
    assert causes_of(story.site, LAW, R2) == ("AF-002", "A-001")
    assert room(story, "8:40").causes == ("A-001", CAUSE)


# A start that nobody has given yet


def test_what_a_room_would_count_from_a_start_now() -> None:
    plan = waiting().site.sessions[LAW].plan
    assert moments_from(at("9:00"), plan, LIAONING) == Moments(
        at("9:00"), at("9:05"), at("10:15"), at("10:15"), at("10:30")
    )
    assert moments_from(at("9:00"), session(180), SENIOR) == Moments(
        at("9:00"), at("9:05"), at("11:00"), at("11:45"), at("12:00")
    )
