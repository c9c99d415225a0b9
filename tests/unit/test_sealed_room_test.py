"""Sealed-room test and acceptance the day before: the last result counts (LCK-05, J-41)."""

from __future__ import annotations

import pytest

from app.core.authorization import ExamAuthorizationMissing, ExamAuthorized
from app.core.operation import SUPERVISORS, NotYetHappened, PersonUnknown
from app.core.permission import AnotherPersonNeeded, NotYourRole
from app.core.readiness_state import TestKind
from app.core.room_test import RoomsTested, TestedRoom
from app.core.sealed_room_test import (
    AcceptSite,
    RecordSealedRoomTest,
    SealedRoomTested,
    SiteAccepted,
    TestMissing,
    TestOfAnotherDay,
)
from app.core.terms import Role
from tests.builders import ADMIN, CHIEF, D1, GUIDE, R1, R2, SECOND, STRANGER, Story, alone, at, by, desk, present

WHEN, NOW = at("16:00", 29), at("17:00", 29)
PASSED, FAILED = (RecordSealedRoomTest(result, WHEN, GUIDE) for result in (True, False))
ACCEPT = AcceptSite()
TWO = present(NOW, by(ADMIN, Role.SITE_ADMIN), by(CHIEF, Role.CHIEF))


def authorized() -> Story:
    """With the simulated tests passed, which have tests of their own."""
    rooms = (TestedRoom(R1, True, 40), TestedRoom(R2, True, 40))
    return Story("packaged").given(ExamAuthorized("E-1", D1), RoomsTested(TestKind.SIMULATED, rooms, WHEN, GUIDE))


def test_lck_05_the_closed_rooms_are_tested_with_the_real_data() -> None:
    Story("packaged").when(PASSED, alone(NOW)).then(ExamAuthorizationMissing())
    story = authorized().when(PASSED, alone(NOW)).then(SealedRoomTested(True, WHEN, GUIDE))
    assert story.done(PASSED, alone(NOW)).site.sealed_room_test is True


def test_lck_05_the_site_is_accepted_by_whoever_supervises_after_a_test_that_passed() -> None:
    story = authorized().when(ACCEPT, TWO).then(TestMissing("no"))
    story.done(FAILED, alone(NOW)).when(ACCEPT, TWO).then(TestMissing("failed"))
    story.done(PASSED, alone(NOW)).when(ACCEPT, alone(NOW)).then(AnotherPersonNeeded(tuple(sorted(SUPERVISORS))))
    story.when(ACCEPT, TWO).then(SiteAccepted(NOW)).done(ACCEPT, TWO)
    assert story.site.accepted_at == NOW
    story.when(ACCEPT, TWO).then()


def test_lck_05_the_last_result_counts() -> None:
    story = authorized().done(PASSED, alone(NOW)).done(ACCEPT, TWO).done(PASSED, alone(NOW))
    assert (story.site.sealed_room_test, story.site.accepted_at) == (True, NOW)
    story.done(FAILED, alone(NOW))
    assert (story.site.sealed_room_test, story.site.accepted_at) == (False, None)
    story.when(ACCEPT, TWO).then(TestMissing("failed")).done(PASSED, alone(NOW)).done(ACCEPT, TWO)


def test_a_test_is_told_by_someone_known_and_after_it_was_held() -> None:
    early = alone(WHEN - SECOND)
    authorized().when(PASSED, early).then(NotYetHappened(WHEN, early.now))
    authorized().when(RecordSealedRoomTest(True, WHEN, STRANGER), alone(NOW)).then(PersonUnknown(STRANGER))


def test_lck_05_a_test_is_entered_on_its_day() -> None:
    authorized().when(PASSED, alone(at("0:00"))).then(TestOfAnotherDay(WHEN))


@pytest.mark.parametrize("role", [Role.CHIEF, Role.ROOM_ADMIN, Role.EXAM_OFFICE])
def test_only_administrator_and_technician_enter_a_test(role: Role) -> None:
    no = NotYourRole(role, (Role.SITE_ADMIN, Role.TECHNICIAN))
    authorized().when(PASSED, desk(role, now=NOW)).then(no)
