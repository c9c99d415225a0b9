"""Training of the staff: by the last day for it, or with the chief beside (STF-08)."""

from __future__ import annotations

from datetime import date

import pytest

from app.core.avoidance import NotOnTheList
from app.core.permission import AnotherPersonNeeded, NotYourRole
from app.core.qualification import DayTooLate
from app.core.rulebook import Rulebook
from app.core.terms import PersonId, Role
from app.core.training import NoTopic, RecordTraining, StaffTrained, TrainingTopic, last_day, untrained
from tests.builders import (
    ADMIN,
    CHIEF,
    GUIDE,
    LIAONING,
    MONGOLIA,
    OFFICER,
    STRANGER,
    Story,
    alone,
    at,
    by,
    present,
)

EXAM_DAY, EVE, BEFORE = date(2021, 10, 30), date(2021, 10, 29), date(2021, 10, 27)
NOW = at("12:00")
ONE = alone(NOW)
TWO = present(NOW, by(ADMIN, Role.SITE_ADMIN), by(CHIEF, Role.CHIEF))
TOPICS = (TrainingTopic.DUTIES, TrainingTopic.RECORDS)


def trained(*people: PersonId, on: date = BEFORE, topics: tuple[TrainingTopic, ...] = TOPICS) -> RecordTraining:
    return RecordTraining(people, on, topics)


def test_stf_08_people_are_trained_on_a_day_in_some_topics() -> None:
    story = Story("packaged").when(trained(GUIDE, CHIEF, GUIDE, topics=(*TOPICS[::-1], TOPICS[0])), ONE)
    story.then(StaffTrained((GUIDE, CHIEF), BEFORE, TOPICS, late=False)).done(trained(GUIDE, CHIEF), ONE)
    assert (untrained(story.site, GUIDE), untrained(story.site, OFFICER)) == (False, True)
    assert story.site.person(GUIDE).trained_on == BEFORE
    story.when(trained(GUIDE, OFFICER), ONE).then(StaffTrained((OFFICER,), BEFORE, TOPICS, late=False))
    story.when(trained(GUIDE), ONE).then()
    story.when(trained(), ONE).then()


def test_stf_08_what_is_no_training_is_not_taken() -> None:
    tomorrow = date(2021, 10, 31)
    story = Story("packaged").when(trained(GUIDE, on=tomorrow), TWO).then(DayTooLate(tomorrow))
    story.when(trained(GUIDE, topics=()), ONE).then(NoTopic())
    story.when(trained(GUIDE, STRANGER), ONE).then(NotOnTheList(STRANGER))


@pytest.mark.parametrize(
    ("rules", "last", "on", "late"),
    [
        (LIAONING, EXAM_DAY, EXAM_DAY, False),
        (MONGOLIA, EVE, EVE, False),
        (MONGOLIA, EVE, EXAM_DAY, True),
    ],
)
def test_stf_08_after_the_last_day_it_takes_the_chief(rules: Rulebook, last: date, on: date, late: bool) -> None:
    story, fact = Story("packaged"), StaffTrained((GUIDE,), on, TOPICS, late)
    assert last_day(story.site, rules) == last
    single, pair = (present(NOW, *desk.signers, rules=rules) for desk in (ONE, TWO))
    story.when(trained(GUIDE, on=on), single).then(AnotherPersonNeeded((Role.CHIEF,)) if late else fact)
    story.when(trained(GUIDE, on=on), pair).then(fact)


def test_stf_08_before_an_arrangement_is_in_there_is_no_last_day() -> None:
    story = Story("enrolled")
    assert last_day(story.site, MONGOLIA) is None
    story.when(trained(GUIDE, on=EXAM_DAY), present(NOW, *ONE.signers, rules=MONGOLIA))
    story.then(StaffTrained((GUIDE,), EXAM_DAY, TOPICS, late=False))


def test_stf_08_office_and_supervisors_enter_it() -> None:
    for person, role in ((CHIEF, Role.CHIEF), (OFFICER, Role.EXAM_OFFICE)):
        Story("packaged").done(trained(GUIDE), present(NOW, by(person, role)))
    allowed = (Role.CHIEF, Role.DEPUTY, Role.EXAM_OFFICE, Role.RESIDENT, Role.SITE_ADMIN)
    no = NotYourRole(Role.ROOM_ADMIN, tuple(sorted(allowed)))
    Story("packaged").when(trained(GUIDE), present(NOW, by(GUIDE, Role.ROOM_ADMIN))).then(no)
