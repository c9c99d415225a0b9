"""Simulated and full-load tests, room by room: the last result decides (FLT-03, FLT-04, RDY-10)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.arrangement import PackageMissing
from app.core.authorization import ExamAuthorized
from app.core.fault import FaultKind, FaultReported
from app.core.incident import NoSuchPlace
from app.core.operation import NotYetHappened, PersonUnknown
from app.core.permission import NotYourRole, NotYourRoom
from app.core.readiness_state import RoomTest, TestKind
from app.core.room_test import (
    LaterTestKnown,
    NoCloudRoom,
    RecordRoomTest,
    RoomsTested,
    RoomTestUnfit,
    SimulatedTestMissing,
    TestedRoom,
    full_load,
    without_test,
)
from app.core.sealed_room_test import AcceptSite, SealedRoomTested, SiteAccepted
from app.core.terms import FaultNo, Role, RoomId, SessionId
from tests.builders import (
    ADMIN,
    CHIEF,
    D1,
    GUIDE,
    LIAONING,
    MINUTE,
    MONGOLIA,
    R1,
    R2,
    R9,
    SECOND,
    STRANGER,
    Story,
    alone,
    at,
    by,
    present,
)

SIMULATED, FULL_LOAD = TestKind
EVE, NOW = at("14:00", 29), at("17:00", 29)
DESK = alone(NOW)
ROOM_ADMIN = present(NOW, by(GUIDE, Role.ROOM_ADMIN))
TWO = present(NOW, by(ADMIN, Role.SITE_ADMIN), by(CHIEF, Role.CHIEF))
BOTH = (TestedRoom(R1, True, 40), TestedRoom(R2, True, 40))


def held(*rooms: TestedRoom, kind: TestKind = SIMULATED, minutes: int = 0) -> RecordRoomTest:
    return RecordRoomTest(kind, rooms, EVE + minutes * MINUTE, GUIDE)


def failed(room: RoomId = R2) -> TestedRoom:
    return TestedRoom(room, False, 40)


def cloudy(machines: int = 0) -> Story:
    story = Story("packaged")
    story.site.plans[R1] = replace(story.site.plans[R1], cloud=True, spare_seats=2, machines=machines)
    return story


def test_flt_03_a_test_of_many_rooms_is_entered_with_its_results() -> None:
    rooms = (TestedRoom(R1, True, 40), TestedRoom(R2, False, 0))
    story = Story("packaged").when(held(*rooms), DESK).then(RoomsTested(SIMULATED, rooms, EVE, GUIDE))
    story.done(held(*rooms), DESK)
    assert story.site.room_tests == {
        (SIMULATED, R1): RoomTest(True, 40, EVE, GUIDE),
        (SIMULATED, R2): RoomTest(False, 0, EVE, GUIDE),
    }
    story.when(held(*rooms), DESK).then()
    story.when(held(rooms[0]), DESK).then()
    story.when(held(), DESK).then()


def test_flt_03_the_last_result_of_a_room_decides() -> None:
    story = Story("packaged").done(held(failed(), TestedRoom(R1, True, 40)), DESK)
    assert without_test(story.site, LIAONING) == (R2,)
    story.done(held(BOTH[1], minutes=1), DESK)
    assert without_test(story.site, LIAONING) == ()
    story.when(held(failed()), DESK).then(LaterTestKnown(R2, EVE + MINUTE))
    # What was entered wrong is entered anew for the same time.
    story.done(held(failed(), minutes=1), DESK)
    assert without_test(story.site, LIAONING) == (R2,)


def test_rdy_10_every_room_in_use_is_tested_where_the_rulebook_asks_for_it() -> None:
    assert without_test(Story("packaged").site, LIAONING) == (R1, R2)
    assert without_test(Story("packaged").site, MONGOLIA) == ()
    story = Story("packaged")
    story.site.plans[R9] = replace(story.site.plans[R1], id=R9)
    assert without_test(story.site, LIAONING) == (R1, R2)


@pytest.mark.parametrize(
    ("seats", "passed", "fit"),
    [(40, True, True), (42, True, True), (43, True, False), (0, True, False), (0, False, True), (-1, False, False)],
)
def test_rdy_10_a_room_is_tested_with_the_seats_that_it_has(seats: int, passed: bool, fit: bool) -> None:
    one = TestedRoom(R1, passed, seats)
    expected = RoomsTested(SIMULATED, (one,), EVE, GUIDE) if fit else RoomTestUnfit(R1, 42)
    cloudy().when(held(one), DESK).then(expected)


def test_rdy_10_where_more_machines_stand_than_seats_they_may_all_be_tested() -> None:
    cloudy(44).done(held(TestedRoom(R1, True, 44)), DESK).when(held(TestedRoom(R1, True, 45)), DESK).then(
        RoomTestUnfit(R1, 44)
    )


def test_a_room_is_named_once_and_is_one_of_the_site() -> None:
    story = Story("packaged")
    story.when(held(BOTH[0], BOTH[0]), DESK).then(RoomTestUnfit(R1, 40))
    story.when(held(TestedRoom(R9, True, 1)), DESK).then(NoSuchPlace(SessionId(""), R9))
    Story("enrolled").when(held(*BOTH), DESK).then(PackageMissing())
    early = alone(EVE - SECOND)
    story.when(held(*BOTH), early).then(NotYetHappened(EVE, early.now))
    story.when(RecordRoomTest(SIMULATED, BOTH, EVE, STRANGER), DESK).then(PersonUnknown(STRANGER))


def test_g_10_who_serves_one_room_enters_its_test_and_no_other() -> None:
    story = Story("packaged").done(held(BOTH[0]), ROOM_ADMIN)
    story.when(held(BOTH[1]), ROOM_ADMIN).then(NotYourRoom(R2, R1))
    roles = (Role.SITE_ADMIN, Role.TECHNICIAN)
    story.when(held(*BOTH), ROOM_ADMIN).then(NotYourRole(Role.ROOM_ADMIN, roles))


def test_flt_04_the_full_load_test_is_one_of_a_room_of_a_cloud_with_every_seat() -> None:
    story = cloudy().when(held(BOTH[1], kind=FULL_LOAD), DESK).then(NoCloudRoom(R2))
    assert not full_load(story.site, R1)
    for minutes, one, enough in (
        (0, TestedRoom(R1, True, 39), False),
        (1, TestedRoom(R1, False, 40), False),
        (2, TestedRoom(R1, True, 40), True),
    ):
        story.done(held(one, kind=FULL_LOAD, minutes=minutes), DESK)
        assert full_load(story.site, R1) is enough
    # The one test says nothing of the other.
    assert without_test(story.site, LIAONING) == (R1, R2)
    story.done(held(failed(R1), minutes=3), DESK)
    assert full_load(story.site, R1)


def test_flt_04_seats_out_of_order_are_not_asked_for() -> None:
    broken = FaultReported(FaultNo("AF-001"), FaultKind.POWER, None, R1, ("001",), EVE, GUIDE)
    story = cloudy().given(broken).done(held(TestedRoom(R1, True, 39), kind=FULL_LOAD), DESK)
    assert full_load(story.site, R1)


def ready() -> Story:
    """With the sealed-room test passed, and no simulated one yet."""
    return Story("packaged").given(ExamAuthorized("E-1", D1), SealedRoomTested(True, EVE, GUIDE))


def test_rdy_10_no_acceptance_before_every_room_passed_or_is_left_out() -> None:
    story = ready().when(AcceptSite(), TWO).then(SimulatedTestMissing((R1, R2)))
    story.done(held(BOTH[0], failed()), DESK).when(AcceptSite(), TWO).then(SimulatedTestMissing((R2,)))
    story.when(AcceptSite((R1,)), TWO).then(SimulatedTestMissing((R2,)))
    story.when(AcceptSite((R2, R9)), TWO).then(NoSuchPlace(SessionId(""), R9))
    story.when(AcceptSite((R2, R2)), TWO).then(SiteAccepted(NOW, (R2,))).done(AcceptSite((R2,)), TWO)
    assert (story.site.accepted_at, story.site.accepted_without) == (NOW, (R2,))
    story.when(AcceptSite((R2,)), TWO).then()
    elsewhere = present(NOW, *TWO.signers, rules=MONGOLIA)
    ready().when(AcceptSite(), elsewhere).then(SiteAccepted(NOW))


def test_rdy_10_a_room_that_fails_after_the_acceptance_takes_it_back() -> None:
    story = ready().done(held(*BOTH), DESK).done(AcceptSite(), TWO).done(held(*BOTH, minutes=1), DESK)
    story.when(AcceptSite(), TWO).then()
    story.done(held(failed(), minutes=2), DESK)
    story.when(AcceptSite(), TWO).then(SimulatedTestMissing((R2,)))
    story.when(AcceptSite((R2,)), TWO).then(SiteAccepted(NOW, (R2,))).done(AcceptSite((R2,)), TWO)
    # It is left out already: the others are accepted as before.
    story.done(held(failed(), minutes=3), DESK)
    assert story.site.accepted_at == NOW


def test_flt_04_a_full_load_test_that_failed_leaves_the_acceptance() -> None:
    story = cloudy().given(SiteAccepted(EVE)).done(held(failed(R1), kind=FULL_LOAD), DESK)
    assert story.site.accepted_at == EVE
