"""Delayed starts: asked for with a cause, for rooms that have not started, of whom the rulebook names."""

from __future__ import annotations

from dataclasses import replace as with_change

import pytest
from msgspec.structs import replace

from app.core.authorization import UnknownSession
from app.core.cause import NoCause
from app.core.delay import (
    LONGEST,
    ApplyForDelay,
    DelayAppliedFor,
    MinutesUnfit,
    NoAuthorityNeeded,
    StartedSoExtraTime,
)
from app.core.incident import IncidentClosed, IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.permission import NotYourRole
from app.core.room_move import MoveRoom
from app.core.room_open import RoomCalledOff, RoomMovedAway
from app.core.room_state import CalledOff
from app.core.rulebook import Rule, Rulebook, Tier
from app.core.start import NobodyArranged
from app.core.terms import ApplicationNo, CauseNo, ClauseId, IncidentNo, Role, RoomId, SessionId
from app.core.time_state import Measure, Outcome
from tests.builders import (
    A1,
    ADMIN,
    GUIDE,
    LAW,
    LIAONING,
    MONGOLIA,
    NATIONAL,
    R1,
    R2,
    R9,
    TAX,
    ZHEJIANG,
    Story,
    at,
    by,
    present,
)
from tests.unit.crowded import INCIDENT, R3, STARTED, came, fixed, opened
from tests.unit.time_facts import (
    ASKED,
    CITY,
    CUT,
    HEAD,
    MINISTRY,
    PROVINCE,
    RESPONSIBLE,
    applied,
    apply_for,
    cut,
    directive,
    here,
    late,
)

NOW = here("8:31")


def asked(minutes: int, tier: Tier, *more: CauseNo) -> DelayAppliedFor:
    return DelayAppliedFor(ASKED, LAW, (R1,), minutes, tier, (CUT, *more), at("8:31"))


def test_tim_01_a_room_that_has_not_started_is_delayed_on_its_fault() -> None:
    story = late().when(apply_for(20), NOW).then(asked(20, CITY)).done(apply_for(20), NOW)
    made = story.site.applications[ASKED]
    assert (made.measure, made.session, made.rooms, made.tickets) == (Measure.DELAY, LAW, (R1,), ())
    assert (made.minutes, made.tier, made.causes, made.asked_at) == (20, CITY, (CUT,), at("8:31"))
    assert (made.consents, made.codes, made.directives) == ([], [], [])


def test_tim_01_a_room_that_has_started_is_given_extra_time_instead() -> None:
    story = Story("started").given(*cut())
    story.when(apply_for(20), NOW).then(StartedSoExtraTime(LAW, R1, at("8:30")))
    story.when(apply_for(20, R2, R1), NOW).then(StartedSoExtraTime(LAW, R1, at("8:30")))


# Whom it is asked of (section L; TIM-02..04, 09, 17)


@pytest.mark.parametrize(
    ("rules", "minutes", "tier"),
    [
        (LIAONING, 1, CITY),
        (LIAONING, 30, CITY),
        (LIAONING, 31, PROVINCE),
        (LIAONING, 60, PROVINCE),
        (LIAONING, 61, MINISTRY),
        (NATIONAL, 1, MINISTRY),
        (NATIONAL, 61, MINISTRY),
        (MONGOLIA, 1, MINISTRY),
        (ZHEJIANG, 1, RESPONSIBLE),
        (ZHEJIANG, 30, RESPONSIBLE),
        (ZHEJIANG, 31, HEAD),
        (ZHEJIANG, LONGEST, HEAD),
    ],
)
def test_who_is_asked(rules: Rulebook, minutes: int, tier: Tier) -> None:
    story = late().done(apply_for(minutes), here("8:31", rules=rules))
    assert story.site.applications[ASKED].tier is tier


@pytest.mark.parametrize("minutes", [-1, 0, LONGEST + 1])
def test_tim_11_minutes_are_whole_and_within_a_day(minutes: int) -> None:
    late().when(apply_for(minutes), NOW).then(MinutesUnfit(minutes, LONGEST))


def test_j_03_what_is_within_the_tolerance_needs_nobody() -> None:
    slow = replace(LIAONING, on_time_tolerance_seconds=Rule(121, ClauseId("TIM-01")))
    desk = with_change(NOW, rulebook=slow)
    late().when(apply_for(2), desk).then(NoAuthorityNeeded(2, Measure.DELAY))
    late().done(apply_for(3), desk)


def test_tim_04_what_goes_to_the_ministry_is_an_incident() -> None:
    number = IncidentNo("A-001")
    opened_here = IncidentOpened(number, IncidentKind.DELAY_TO_MINISTRY, LAW, None, at("8:31"), ADMIN)
    late().when(apply_for(61), NOW).then(opened_here, asked(61, MINISTRY, CauseNo(number)))


def test_tim_04_an_incident_among_the_causes_is_not_opened_twice() -> None:
    number = IncidentNo("A-001")
    known = IncidentOpened(number, IncidentKind.POWER, LAW, R1, at("8:25"), GUIDE)
    ask = replace(apply_for(61), causes=(CUT, CauseNo(number)))
    late(known).when(ask, NOW).then(asked(61, MINISTRY, CauseNo(number)))
    late(known, IncidentClosed(number, at("8:26"))).when(ask, NOW).then(asked(61, MINISTRY, CauseNo(number)))


# Which rooms


def test_tim_05_one_application_names_its_rooms_once_and_in_order() -> None:
    ask = replace(apply_for(20, R2, R1, R2), causes=(CUT, CUT))
    late().when(ask, NOW).then(replace(asked(20, CITY), rooms=(R1, R2)))


def test_tim_05_only_rooms_of_this_session() -> None:
    late().when(ApplyForDelay(LAW, (), 20, (CUT,)), NOW).then(NobodyArranged(LAW, ()))
    late().when(apply_for(20, R1, R9), NOW).then(NobodyArranged(LAW, (R9,)))
    strange = SessionId("9-9")
    late().when(apply_for(20, session=strange), NOW).then(UnknownSession(strange))


def test_tim_08_the_second_session_is_applied_for_apart() -> None:
    story = late(applied()).done(apply_for(20, session=TAX), NOW)
    assert [(one.number, one.session) for one in story.site.applications.values()] == [
        (ASKED, LAW),
        (ApplicationNo("AS-002"), TAX),
    ]


def test_tim_05_a_second_application_for_the_same_room_is_a_new_record() -> None:
    story = late(applied(20)).done(apply_for(40), NOW)
    assert [(one.minutes, one.tier) for one in story.site.applications.values()] == [(20, CITY), (40, PROVINCE)]


def test_inc_13_no_delay_without_a_cause() -> None:
    """Slowness is none (TIM-01)."""
    late().when(replace(apply_for(20), causes=()), NOW).then(NoCause(LAW))


def test_tim_04_a_room_that_was_called_off_is_not_delayed_any_more() -> None:
    for outcome, off in ((Outcome.POSTPONE, CalledOff.POSTPONED), (Outcome.CANCEL, CalledOff.CANCELLED)):
        story = late(applied(61), directive(outcome))
        story.when(apply_for(20), here("9:40")).then(RoomCalledOff(LAW, R1, off))
        story.done(apply_for(20, R2), here("9:40"))


def test_flt_04_who_moved_before_the_start_is_delayed_in_the_new_room() -> None:
    story = fixed(*cut(), opened(room=R1))
    story.done(MoveRoom(LAW, R1, R3, INCIDENT, at("8:28"), GUIDE), here("8:30"))
    story.when(apply_for(20), NOW).then(RoomMovedAway(LAW, R1, R3))
    story.done(apply_for(20, RoomId(R3)), NOW)


def test_flt_04_who_moved_after_the_start_has_started() -> None:
    story = fixed(*came(A1), *STARTED, *cut(), opened(room=R1))
    story.done(MoveRoom(LAW, R1, R3, INCIDENT, at("8:40"), GUIDE), here("8:45"))
    story.when(apply_for(20), here("8:46")).then(RoomMovedAway(LAW, R1, R3))
    story.when(apply_for(20, R3), here("8:46")).then(StartedSoExtraTime(LAW, R3, at("8:30")))


# Who asks (G12-G14)


def test_g12_a_room_asks_for_no_delay_the_site_does() -> None:
    room_staff = present(at("8:31"), by(GUIDE, Role.ROOM_ADMIN))
    late().when(apply_for(20), room_staff).then(NotYourRole(Role.ROOM_ADMIN, (Role.SITE_ADMIN,)))
