"""Test and drill entered where the staff list lacks them: before two others, every topic ticked (STF-09)."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from app.core.operation import SUPERVISORS
from app.core.permission import AnotherPersonNeeded, NotYourRole
from app.core.person_state import DrillTopic
from app.core.qualification import (
    DayTooLate,
    NoAdministrator,
    NotForOneself,
    Qualified,
    RecordQualification,
    TopicsMissing,
)
from app.core.terms import PersonId, Role
from tests.builders import ADMIN, CHIEF, GUIDE, OFFICER, PASSED, STRANGER, Story, alone, at, by, present

TOPICS = tuple(DrillTopic)
ASK = RecordQualification(GUIDE, PASSED, date(2021, 10, 21), TOPICS)
NOW, EXAM_DAY = at("12:00", 29), date(2021, 10, 30)
ME, BOSS = by(ADMIN, Role.SITE_ADMIN), by(CHIEF, Role.CHIEF)
TWO = present(NOW, ME, BOSS)


def test_stf_09_two_others_enter_both_days_and_all_eight_topics() -> None:
    fact = Qualified(GUIDE, PASSED, date(2021, 10, 21))
    story = Story("packaged").when(ASK, TWO).then(fact).done(ASK, TWO)
    state = story.site.person(GUIDE)
    assert (state.test_on, state.drill_on) == (PASSED, date(2021, 10, 21))
    story.when(ASK, TWO).then()
    story.when(replace(ASK, test_on=date(2021, 10, 19)), TWO).then(replace(fact, test_on=date(2021, 10, 19)))
    assert len(TOPICS) == 8


@pytest.mark.parametrize("left_out", TOPICS)
def test_stf_09_one_topic_left_out_is_one_too_many(left_out: DrillTopic) -> None:
    topics = tuple(topic for topic in TOPICS if topic is not left_out)
    Story("packaged").when(replace(ASK, topics=topics), TWO).then(TopicsMissing((left_out,)))
    Story("packaged").when(replace(ASK, topics=()), TWO).then(TopicsMissing(TOPICS))


def test_stf_09_nothing_is_passed_tomorrow_nor_after_the_exam() -> None:
    today, tomorrow = NOW.date(), EXAM_DAY
    for field in ("test_on", "drill_on"):
        Story("packaged").when(replace(ASK, **{field: tomorrow}), TWO).then(DayTooLate(tomorrow))
        Story("packaged").done(replace(ASK, **{field: today}), TWO)
    later, after = present(at("12:00", 31), ME, BOSS), date(2021, 10, 31)
    Story("packaged").when(replace(ASK, drill_on=after), later).then(DayTooLate(after))
    Story("packaged").done(replace(ASK, drill_on=EXAM_DAY), later)
    Story("enrolled").done(replace(ASK, drill_on=after), later)


def test_lck_15_nobody_vouches_for_himself() -> None:
    """Neither as operator nor as the one beside."""
    boss_first = present(NOW, by(OFFICER, Role.EXAM_OFFICE), BOSS)
    Story("packaged").done(replace(ASK, person=ADMIN), boss_first)
    Story("packaged").when(replace(ASK, person=ADMIN), TWO).then(NotForOneself(ADMIN))
    beside = present(NOW, by(OFFICER, Role.EXAM_OFFICE), BOSS, by(GUIDE, Role.ROOM_ADMIN))
    Story("packaged").when(ASK, beside).then(NotForOneself(GUIDE))


def test_lck_15_one_alone_does_not_vouch() -> None:
    needed = AnotherPersonNeeded(tuple(sorted(SUPERVISORS)))
    Story("packaged").when(ASK, alone(NOW)).then(needed)
    Story("packaged").when(ASK, present(NOW, ME, by(OFFICER, Role.SITE_ADMIN))).then(needed)
    allowed = tuple(sorted(SUPERVISORS | {Role.SITE_ADMIN}))
    guide = present(NOW, by(GUIDE, Role.ROOM_ADMIN), BOSS)
    Story("packaged").when(ASK, guide).then(NotYourRole(Role.ROOM_ADMIN, allowed))


@pytest.mark.parametrize("person", [STRANGER, CHIEF, PersonId("")])
def test_stf_09_only_administrators_on_the_staff_list_are_asked(person: PersonId) -> None:
    Story("packaged").when(replace(ASK, person=person), TWO).then(NoAdministrator(person))
