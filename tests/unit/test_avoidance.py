"""What people declare of relatives among the candidates (STF-12)."""

from __future__ import annotations

import pytest

from app.core.avoidance import AvoidanceDeclared, DeclareAvoidance, NotOnTheList, TicketsUnknown
from app.core.entry import CheckIn
from app.core.operation import SUPERVISORS
from app.core.permission import AnotherPersonNeeded, NotYourRole
from app.core.staffing import MustAvoid
from app.core.terms import Role
from tests.builders import (
    A1,
    A2,
    ADMIN,
    B1,
    GUIDE,
    ID_CARD,
    LAW,
    NOBODY,
    OFFICER,
    STRANGER,
    Story,
    alone,
    at,
    by,
    present,
)

NOW = at("12:00", 29)
BOTH = present(NOW, by(ADMIN, Role.SITE_ADMIN), by(OFFICER, Role.EXAM_OFFICE))


def test_stf_12_a_declaration_names_relatives_or_none_and_a_later_one_replaces_it() -> None:
    ask = DeclareAvoidance(GUIDE, (B1, A1, B1))
    story = Story("packaged").when(ask, BOTH).then(AvoidanceDeclared(GUIDE, (A1, B1))).done(ask, BOTH)
    assert (story.site.person(GUIDE).declared, story.site.person(GUIDE).relations) == (True, (A1, B1))
    story.when(DeclareAvoidance(GUIDE, (A1, B1)), BOTH).then()
    story.done(DeclareAvoidance(GUIDE, ()), BOTH)
    assert (story.site.person(GUIDE).declared, story.site.person(GUIDE).relations) == (True, ())
    story.when(DeclareAvoidance(GUIDE, ()), alone(NOW)).then()


def test_stf_12_that_there_are_none_is_declared_too() -> None:
    Story("packaged").when(DeclareAvoidance(GUIDE, ()), alone(NOW)).then(AvoidanceDeclared(GUIDE, ()))
    assert not Story("packaged").site.person(GUIDE).declared


def test_stf_12_only_of_people_and_candidates_that_are_known() -> None:
    Story("packaged").when(DeclareAvoidance(STRANGER, ()), alone(NOW)).then(NotOnTheList(STRANGER))
    Story("packaged").when(DeclareAvoidance(GUIDE, (A1, NOBODY)), BOTH).then(TicketsUnknown((NOBODY,)))


def test_stf_12_nobody_alone_names_a_relative_of_somebody_or_takes_one_back() -> None:
    """Naming one may keep somebody from working, and taking one back lets them."""
    no = AnotherPersonNeeded(tuple(sorted(SUPERVISORS)))
    story = Story("packaged").when(DeclareAvoidance(GUIDE, (A1,)), alone(NOW)).then(no)
    story.done(DeclareAvoidance(GUIDE, (A1,)), BOTH).when(DeclareAvoidance(GUIDE, ()), alone(NOW)).then(no)


@pytest.mark.parametrize("role", [Role.ROOM_ADMIN, Role.INVIGILATOR, Role.DEPUTY, Role.PATROL])
def test_who_enters_declarations(role: Role) -> None:
    no = NotYourRole(role, (Role.CHIEF, Role.EXAM_OFFICE, Role.SITE_ADMIN))
    Story("packaged").when(DeclareAvoidance(GUIDE, ()), present(NOW, by(OFFICER, role))).then(no)
    Story("packaged").done(DeclareAvoidance(GUIDE, ()), present(NOW, by(OFFICER, Role.EXAM_OFFICE)))


def test_stf_12_a_relation_found_on_the_day_stops_the_person_at_once() -> None:
    ask, here = CheckIn(LAW, A1, ID_CARD, at("8:20"), GUIDE), present(at("8:25"), by(GUIDE, Role.ROOM_ADMIN))
    both = present(at("8:26"), by(ADMIN, Role.SITE_ADMIN), by(OFFICER, Role.EXAM_OFFICE))
    story = Story("released").done(ask, here).done(DeclareAvoidance(GUIDE, (A2,)), both)
    story.when(ask, here).then(MustAvoid(GUIDE, A2))
