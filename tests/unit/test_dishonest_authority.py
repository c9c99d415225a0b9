"""Ways round locks, seals, clocks and signatures that somebody tried, and the no that each of them meets now."""

from __future__ import annotations

from dataclasses import replace as changed
from datetime import timedelta

import pytest
from msgspec.structs import replace

from app.core.authorization import CheckStartAuthorization, SealNotOpened, StartAuthorizationReceived, StartAuthorized
from app.core.avoidance import AvoidanceDeclared
from app.core.clock import FAR, ConfirmSiteTime, SiteTimeConfirmed, TimeFarOff
from app.core.custody import HandOverLock, LockIssued, LockReportedLost, ReportLockLost
from app.core.directory import directory
from app.core.entry import CheckIn
from app.core.incident import IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.lock_state import SealPlace, SupervisedKind
from app.core.locks import LockLost, LockRegisterTaken, LockRevoked, unfit
from app.core.operation import SUPERVISORS
from app.core.permission import AnotherPersonNeeded, FirstPinStill, SignAnew, gone
from app.core.pin import PinChanged
from app.core.plan import RegisteredAs
from app.core.replacement import ReplaceSiteLock
from app.core.sealed_room_test import RecordSealedRoomTest, TestOfAnotherDay
from app.core.sealing import (
    DecideOnSeal,
    EquipmentUnsealed,
    EquipmentWasSealed,
    NotSealed,
    SealDecided,
    SealDecision,
)
from app.core.staffing import MustAvoid
from app.core.supervision import OpenSupervision, SupervisorKeepsNoLock
from app.core.terms import IncidentNo, LockSerial, Role
from tests.builders import (
    A1,
    ADMIN,
    B1,
    CANDIDATES,
    CHIEF,
    D1,
    D2,
    GUIDE,
    GUIDE_2,
    ID_CARD,
    LAW,
    LOCK,
    LOCKS,
    OFFICER,
    ROOM_LOCK,
    STAFF,
    Story,
    alone,
    at,
    by,
    present,
    taken_in,
    watched,
)

ME, BOSS, OFFICE = by(ADMIN, Role.SITE_ADMIN), by(CHIEF, Role.CHIEF), by(OFFICER, Role.EXAM_OFFICE)
ROOM_1, ROOM_2, OWN = LOCKS
NOW = at("7:35")


def fitness(*facts: LockRegisterTaken | LockReportedLost) -> object:
    site = Story("opened").given(*facts).site
    return unfit(site, ROOM_LOCK, RegisteredAs.INVIGILATION, at("8:00"))


def register(number: int, **about: object) -> LockRegisterTaken:
    return LockRegisterTaken(number, (replace(ROOM_1, **about), ROOM_2, OWN), D2)


LOST = LockReportedLost(ROOM_LOCK, at("7:20"), GUIDE)


def test_a_lost_lock_does_not_come_back_under_a_reference_of_before() -> None:
    first, second, third = (register(n, reference=f"r{n}") for n in (1, 2, 3))
    old = register(3, reference="r1")
    assert fitness(first, second, LOST) == LockLost(ROOM_LOCK, at("7:20"))
    assert fitness(first, second, LOST, old) == LockLost(ROOM_LOCK, at("7:20"))
    assert fitness(first, second, LOST, third) is None


def test_a_revoked_lock_does_not_come_back_by_a_paper_that_knows_nothing_of_it() -> None:
    revoked, silent = register(1, revoked=True), register(2)
    assert fitness(revoked, silent) == LockRevoked(ROOM_LOCK)
    assert fitness(revoked, LockRegisterTaken(2, (ROOM_2, OWN), D2), register(3)) == LockRevoked(ROOM_LOCK)
    assert fitness(revoked, register(2, reference="anew")) is None


def test_a_newer_package_does_not_make_an_old_register_new() -> None:
    story = Story("packaged").given(register(2, revoked=True), taken_in(2)[0])
    assert story.site.register == 2
    assert unfit(story.site, ROOM_LOCK, RegisteredAs.INVIGILATION, NOW) == LockRevoked(ROOM_LOCK)


def test_nobody_alone_takes_the_site_lock_out_of_the_exam() -> None:
    """Without it no authorization comes in any more."""
    ask = ReportLockLost(LOCK, at("7:20"), GUIDE)
    no = AnotherPersonNeeded(tuple(sorted(SUPERVISORS)))
    Story("opened").when(ask, present(NOW, by(GUIDE, Role.ROOM_ADMIN))).then(no)
    Story("opened").done(ask, present(NOW, by(GUIDE, Role.ROOM_ADMIN), OFFICE))
    Story("opened").done(ReportLockLost(ROOM_LOCK, at("7:20"), GUIDE), present(NOW, by(GUIDE, Role.ROOM_ADMIN)))


def test_who_supervises_the_sitting_over_the_locks_is_handed_none() -> None:
    open_sitting = watched(3, SupervisedKind.LOCKS, at("7:40"))[:1]
    ask = HandOverLock(ROOM_LOCK, CHIEF)
    here = present(NOW, by(GUIDE, Role.ROOM_ADMIN), by(CHIEF, Role.CHIEF))
    Story("opened").given(*open_sitting).when(ask, here).then(SupervisorKeepsNoLock(ROOM_LOCK, CHIEF))
    Story("opened").done(ask, here)


def test_who_holds_the_site_lock_does_not_supervise_what_is_done_with_it() -> None:
    ask = OpenSupervision(SupervisedKind.RECEIPT)
    held = Story("opened").given(LockIssued(LOCK, OFFICER))
    held.when(ask, present(NOW, ME, OFFICE)).then(SupervisorKeepsNoLock(LOCK, OFFICER))
    Story("opened").given(LockIssued(LOCK, ADMIN)).done(ask, present(NOW, ME, OFFICE))


def test_a_seal_put_on_and_opened_on_the_morning_itself_was_no_night_under_seal() -> None:
    ask = CheckStartAuthorization(LAW)
    received = StartAuthorizationReceived(LAW, "S-1", D1)
    quick = (EquipmentWasSealed("F-9", SealPlace.SECURE_ROOM, at("6:59")), EquipmentUnsealed(at("7:00"), None))
    story = Story("opened").given(received, *quick).when(ask, alone(NOW)).then(SealNotOpened(at("7:00").date()))
    decide = DecideOnSeal(SealDecision.EXAMINED_AND_USED)
    story.done(decide, present(NOW, BOSS, ME)).when(ask, alone(NOW)).then(StartAuthorized(LAW, "S-1", D1, 5))
    story.when(decide, present(NOW, BOSS, ME)).then(NotSealed())


def test_a_test_of_weeks_ago_says_nothing_of_the_data_in_force() -> None:
    ask = RecordSealedRoomTest(True, at("16:00", 2), GUIDE)
    Story("opened").when(ask, alone(NOW)).then(TestOfAnotherDay(at("16:00", 2)))
    Story("opened").done(RecordSealedRoomTest(True, at("7:00"), GUIDE), alone(NOW))


def test_a_slip_of_the_hand_does_not_become_the_site_time() -> None:
    here = present(NOW, ME, OFFICE)
    for outside in (NOW + FAR + timedelta(seconds=1), NOW.replace(year=2022), NOW - FAR - timedelta(seconds=1)):
        ask = ConfirmSiteTime(outside, "boot", 0, at("7:00"), NOW)
        Story("opened").when(ask, here).then(TimeFarOff(outside, NOW))
        Story("opened").done(replace(ask, far=True), here)
    Story("opened").done(ConfirmSiteTime(NOW + FAR, "boot", 0, at("7:00"), NOW), here)


@pytest.mark.parametrize(("boot", "asked"), [("boot", True), ("another", False)])
def test_a_time_that_was_false_without_a_restart_is_an_incident(boot: str, asked: bool) -> None:
    """What was calibrated against it is in question."""
    story = Story("opened").given(SiteTimeConfirmed(at("7:00"), boot, 0, 0))
    outside = NOW + timedelta(seconds=61)
    story.done(ConfirmSiteTime(outside, "boot", 9, at("7:00"), NOW), present(NOW, ME, OFFICE))
    facts = [fact for fact in story.answer if isinstance(fact, IncidentOpened)]  # type: ignore[union-attr]
    expected = [IncidentOpened(IncidentNo("A-001"), IncidentKind.AUTHORITY, None, None, outside, ADMIN)]
    assert facts == (expected if asked else [])


def test_whoever_left_the_staff_list_signs_no_more() -> None:
    here = present(NOW, ME, OFFICE)
    assert gone(here) is None
    without = changed(here, directory=directory(CANDIDATES, [one for one in STAFF if one.code != OFFICER]))
    assert gone(without) == SignAnew(OFFICER)
    other = [replace(one, role=Role.PATROL) if one.code == ADMIN else one for one in STAFF]
    assert gone(changed(here, directory=directory(CANDIDATES, other))) == SignAnew(ADMIN)
    assert gone(changed(here, directory=directory((), ()))) is None


def test_nobody_acts_for_a_room_where_a_relative_sits() -> None:
    """Whoever serves the whole site is in every room."""
    story = Story("released").given(AvoidanceDeclared(ADMIN, (B1,)))
    here = present(at("8:10"), ME)
    story.when(CheckIn(LAW, B1, ID_CARD, at("8:10"), GUIDE_2), here).then(MustAvoid(ADMIN, B1))
    story.done(CheckIn(LAW, A1, ID_CARD, at("8:10"), GUIDE), here)
    lost = ReportLockLost(ROOM_LOCK, at("7:20"), GUIDE)
    related = Story("released").given(AvoidanceDeclared(GUIDE, (A1,)))
    related.when(lost, present(at("8:10"), by(GUIDE, Role.ROOM_ADMIN))).then(MustAvoid(GUIDE, A1))


def test_a_lost_site_lock_is_replaced_by_people_who_have_no_own_pin_yet() -> None:
    """They choose one in the store, which does not open before its lock is replaced."""
    assert ReplaceSiteLock.first_pin
    story = Story("packaged").given(PinChanged(ADMIN, D1))
    story.site.people[OFFICER].verifier = None
    opening = OpenSupervision(SupervisedKind.LOCKS)
    story.when(opening, present(NOW, ME, OFFICE)).then(FirstPinStill(OFFICER))
    new = LockSerial("KW-2")
    locks = (replace(OWN, revoked=True), replace(OWN, serial=new, jwk="{}"))
    ask = ReplaceSiteLock(new, "{}", False, 2, 1, locks, D1)
    assert isinstance(story.when(ask, present(NOW, ME, OFFICE)).answer, tuple)


def test_the_chiefs_decision_stands_for_the_night_only_on_its_day() -> None:
    story = Story("opened").given(SealDecided(IncidentNo("A-001"), SealDecision.EXAMINED_AND_USED, at("7:00")))
    assert story.site.seal is not None
    assert story.site.seal.opened_on(at("7:00").date())
    assert not story.site.seal.opened_on(at("7:00", 31).date())
