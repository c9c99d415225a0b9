"""One custodian a lock: issued, handed over, returned, lost (LCK-02, LCK-12)."""

from __future__ import annotations

import pytest

from app.core.authorization import StartAuthorized
from app.core.calibration import RoomsWithoutLock, lock_in_use
from app.core.closing import RoomEnded
from app.core.custody import (
    HandOverLock,
    IssueLock,
    LockHandedOver,
    LockIssued,
    LockIssuedAlready,
    LockReportedLost,
    LockReturned,
    NotIssued,
    ReportLockLost,
    ReturnLocks,
    RoomStillRuns,
)
from app.core.incident import IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.locks import LockLost, LockRegisterTaken, LockUnregistered
from app.core.operation import SUPERVISORS, NotYetHappened, PersonUnknown
from app.core.permission import (
    AnotherPersonNeeded,
    EquipmentSealed,
    NotTheCustodian,
    NotYourRole,
    NotYourRoom,
    SiteLockNeeded,
    ThisPersonNeeded,
)
from app.core.pin import PinChanged
from app.core.plan import RegisteredAs, RegisteredLock
from app.core.start import RecordStarts, ReleaseRooms, RoomStart, RoomStarted
from app.core.terms import IncidentNo, LockSerial, Role
from app.core.upload import TakeReceipt
from tests.builders import (
    ADMIN,
    CHIEF,
    D1,
    GUIDE,
    GUIDE_2,
    LAW,
    LOCK,
    LOCKS,
    OFFICER,
    R1,
    R2,
    ROOM_LOCK,
    ROOM_LOCK_2,
    SECOND,
    STRANGER,
    TAX,
    Story,
    alone,
    at,
    by,
    desk,
    present,
)

NOW = at("7:25")
ME, HIM, HER = by(ADMIN, Role.SITE_ADMIN), by(GUIDE, Role.ROOM_ADMIN), by(GUIDE_2, Role.ROOM_ADMIN)
BOSS = by(CHIEF, Role.CHIEF)
STRANGE = LockSerial("JK-9")


# Issue


def test_lck_02_who_gets_a_lock_signs_for_it() -> None:
    ask = IssueLock(ROOM_LOCK, GUIDE)
    story = Story("packaged").when(ask, present(NOW, ME)).then(ThisPersonNeeded(GUIDE))
    story.when(ask, present(NOW, ME, HER)).then(ThisPersonNeeded(GUIDE))
    story.when(ask, present(NOW, ME, HIM)).then(LockIssued(ROOM_LOCK, GUIDE)).done(ask, present(NOW, ME, HIM))
    assert story.site.locks[ROOM_LOCK].holder == GUIDE
    story.when(ask, present(NOW, ME, HIM)).then()


def test_lck_02_the_exam_office_issues_too_and_one_may_take_a_lock_oneself() -> None:
    Story("packaged").done(IssueLock(ROOM_LOCK, GUIDE), present(NOW, by(OFFICER, Role.EXAM_OFFICE), HIM))
    Story("packaged").done(IssueLock(LOCK, ADMIN), present(NOW, ME))


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.SITE_ADMIN, Role.EXAM_OFFICE, Role.TECHNICIAN}))
def test_lck_02_nobody_else_issues(role: Role) -> None:
    no = NotYourRole(role, (Role.EXAM_OFFICE, Role.SITE_ADMIN))
    Story("packaged").when(IssueLock(ROOM_LOCK, GUIDE), present(NOW, by(OFFICER, role), HIM)).then(no)


def test_lck_02_one_custodian_at_a_time() -> None:
    story = Story("packaged").done(IssueLock(ROOM_LOCK, GUIDE), present(NOW, ME, HIM))
    story.when(IssueLock(ROOM_LOCK, GUIDE_2), present(NOW, ME, HER)).then(LockIssuedAlready(ROOM_LOCK, GUIDE))


def test_what_is_not_issued() -> None:
    someone = by(STRANGER, Role.INVIGILATOR)
    story = Story("packaged").when(IssueLock(STRANGE, GUIDE), present(NOW, ME, HIM)).then(LockUnregistered(STRANGE))
    story.given(PinChanged(STRANGER, D1)).when(IssueLock(ROOM_LOCK, STRANGER), present(NOW, ME, someone))
    story.then(PersonUnknown(STRANGER))
    story.given(LockReportedLost(ROOM_LOCK, NOW, GUIDE)).when(IssueLock(ROOM_LOCK, GUIDE), present(NOW, ME, HIM))
    story.then(LockLost(ROOM_LOCK, NOW))


# Handing over


def test_lck_02_both_sign_when_a_lock_is_handed_over() -> None:
    ask = HandOverLock(ROOM_LOCK, GUIDE_2)
    story = Story("opened").when(ask, present(NOW, ME, HER)).then(ThisPersonNeeded(GUIDE))
    story.when(ask, present(NOW, ME, HIM)).then(ThisPersonNeeded(GUIDE_2))
    for three in (present(NOW, ME, HIM, HER), present(NOW, HIM, HER)):
        story.when(ask, three).then(LockHandedOver(ROOM_LOCK, GUIDE, GUIDE_2))
    story.done(ask, present(NOW, HIM, HER))
    assert story.site.locks[ROOM_LOCK].holder == GUIDE_2
    assert lock_in_use(story.site, R1) == ROOM_LOCK


def test_g02_who_serves_one_room_hands_over_the_lock_of_that_room_only() -> None:
    Story("opened").when(HandOverLock(ROOM_LOCK, GUIDE_2), present(NOW, HER, HIM)).then(NotYourRoom(R1, R2))
    key = RegisteredLock(STRANGE, RegisteredAs.VPN_KEY, "", software=False)
    story = Story("opened").given(LockRegisterTaken(1, (*LOCKS, key), D1), LockIssued(STRANGE, GUIDE))
    story.done(HandOverLock(STRANGE, GUIDE_2), present(NOW, HER, HIM))


def test_what_is_not_handed_over() -> None:
    Story("opened").when(HandOverLock(ROOM_LOCK, GUIDE), present(NOW, HIM)).then()
    Story("opened").when(HandOverLock(STRANGE, GUIDE), present(NOW, ME, HIM)).then(LockUnregistered(STRANGE))
    Story("packaged").when(HandOverLock(ROOM_LOCK, GUIDE), present(NOW, ME, HIM)).then(NotIssued(ROOM_LOCK))
    someone = by(STRANGER, Role.INVIGILATOR)
    story = Story("opened").given(PinChanged(STRANGER, D1))
    story.when(HandOverLock(ROOM_LOCK, STRANGER), present(NOW, HIM, someone)).then(PersonUnknown(STRANGER))
    story.given(LockReportedLost(ROOM_LOCK, NOW, GUIDE)).when(HandOverLock(ROOM_LOCK, GUIDE_2), present(NOW, HIM, HER))
    story.then(LockLost(ROOM_LOCK, NOW))


# Return


def test_lck_02_locks_come_back_all_or_none_before_two() -> None:
    ask = ReturnLocks((ROOM_LOCK_2, ROOM_LOCK, ROOM_LOCK_2))
    story = Story("ended").when(ask, alone(NOW)).then(AnotherPersonNeeded(tuple(sorted(SUPERVISORS))))
    story.when(ask).then(LockReturned(ROOM_LOCK_2), LockReturned(ROOM_LOCK)).done(ask)
    assert [story.site.locks[one].holder for one in (ROOM_LOCK, ROOM_LOCK_2)] == [None, None]
    story.when(ReturnLocks(())).then()


def test_lck_02_a_device_is_not_returned_twice() -> None:
    story = Story("ended").done(ReturnLocks((ROOM_LOCK,)))
    story.when(ReturnLocks((ROOM_LOCK_2, ROOM_LOCK))).then(NotIssued(ROOM_LOCK))
    story.when(ReturnLocks((ROOM_LOCK_2, STRANGE))).then(LockUnregistered(STRANGE))


def test_lck_02_the_lock_of_a_running_room_stays_there() -> None:
    for stage in ("started", "confirmed", "reported"):
        Story(stage).when(ReturnLocks((ROOM_LOCK_2, ROOM_LOCK))).then(RoomStillRuns(ROOM_LOCK_2, R2))
    one_ended = Story("reported").given(RoomEnded(LAW, R2, at("10:01"), GUIDE))
    one_ended.done(ReturnLocks((ROOM_LOCK_2,))).when(ReturnLocks((ROOM_LOCK,))).then(RoomStillRuns(ROOM_LOCK, R1))
    one_ended.given(RoomEnded(LAW, R1, at("10:01"), GUIDE), RoomStarted(TAX, R1, at("10:40"), GUIDE))
    one_ended.when(ReturnLocks((ROOM_LOCK,))).then(RoomStillRuns(ROOM_LOCK, R1))


def test_lck_08_a_room_whose_lock_is_back_is_not_released() -> None:
    story = Story("authorized").done(ReturnLocks((ROOM_LOCK,)))
    ask = ReleaseRooms(LAW, (R1, R2), "X")
    story.when(ask).then(RoomsWithoutLock(LAW, (R1,)))
    story.done(IssueLock(ROOM_LOCK, GUIDE), present(NOW, ME, HIM)).done(ask)


# Only the custodian uses it


def test_lck_02_the_site_lock_is_used_only_with_its_custodian_at_the_desk() -> None:
    ask, no = TakeReceipt("Q", "b", D1, D1), NotTheCustodian(LOCK, OFFICER)
    held = Story("opened").done(IssueLock(LOCK, OFFICER), present(NOW, ME, by(OFFICER, Role.EXAM_OFFICE)))
    assert held.when(ask, present(NOW, ME)).answer == no
    assert held.when(ask, present(NOW, ME, BOSS)).answer == no
    assert held.when(ask, present(NOW, ME, BOSS, by(OFFICER, Role.EXAM_OFFICE))).answer != no
    assert held.done(ReturnLocks((LOCK,))).when(ask, present(NOW, ME)).answer != no
    assert held.when(ask, present(NOW, ME, locks=())).answer == SiteLockNeeded(LOCK)


# Lost


def lost(story: Story, when: str = "7:20", lock: LockSerial = ROOM_LOCK) -> Story:
    supervisor = (by(OFFICER, Role.EXAM_OFFICE),) if lock == LOCK else ()
    return story.done(ReportLockLost(lock, at(when), GUIDE), present(at("9:05"), HIM, *supervisor))


def test_lck_12_a_lost_lock_is_reported_at_once_and_the_report_clock_runs() -> None:
    number, when = IncidentNo("A-001"), at("7:20")
    opened = IncidentOpened(number, IncidentKind.AUTHORITY, None, R1, when, GUIDE)
    story = Story("opened").when(ReportLockLost(ROOM_LOCK, when, GUIDE), present(NOW, HIM))
    story.then(LockReportedLost(ROOM_LOCK, when, GUIDE), opened)
    site = lost(story).site
    assert (site.locks[ROOM_LOCK].lost_at, site.incidents[number].happened_at) == (when, when)
    assert site.incidents[number].closed_at is None
    story.when(ReportLockLost(ROOM_LOCK, NOW, GUIDE)).then(LockLost(ROOM_LOCK, when))


def test_lck_12_also_at_night_when_everything_is_under_seal() -> None:
    night = at("20:00", 29)
    story = Story("prepared").when(IssueLock(ROOM_LOCK, GUIDE), present(night, ME, HIM)).then(EquipmentSealed())
    story.done(ReportLockLost(ROOM_LOCK, night, GUIDE), present(night, HIM))


def test_lck_12_a_loss_is_reported_by_someone_known_and_after_it_happened() -> None:
    story = Story("opened")
    story.when(ReportLockLost(STRANGE, NOW, GUIDE)).then(LockUnregistered(STRANGE))
    story.when(ReportLockLost(ROOM_LOCK, NOW, STRANGER)).then(PersonUnknown(STRANGER))
    early = present(NOW - SECOND, HIM)
    story.when(ReportLockLost(ROOM_LOCK, NOW, GUIDE), early).then(NotYetHappened(NOW, NOW - SECOND))
    visitor = by(OFFICER, Role.PATROL)
    no = NotYourRole(Role.PATROL, tuple(sorted(SUPERVISORS | {Role.SITE_ADMIN, Role.ROOM_ADMIN, Role.ROVING})))
    story.when(ReportLockLost(ROOM_LOCK, NOW, GUIDE), present(NOW, visitor)).then(no)


def test_lck_12_a_lost_lock_releases_no_room_and_starts_none() -> None:
    story = lost(Story("authorized")).when(ReleaseRooms(LAW, (R1, R2), "X")).then(RoomsWithoutLock(LAW, (R1,)))
    start = RecordStarts(LAW, (RoomStart(R1, at("8:30")),), GUIDE)
    lost(Story("released")).when(start).then(LockLost(ROOM_LOCK, at("7:20")))
    lost(Story("released"), "8:30").when(start).then(LockLost(ROOM_LOCK, at("8:30")))
    story.done(ReleaseRooms(LAW, (R2,), "X"))


def test_lck_12_a_room_that_has_started_goes_on_and_its_next_start_waits() -> None:
    story = lost(Story("started"), "9:00")
    story.given(RoomEnded(LAW, R1, at("10:01"), GUIDE), RoomEnded(LAW, R2, at("10:01"), GUIDE))
    story.given(StartAuthorized(TAX, "S-2", D1, 0))
    story.when(ReleaseRooms(TAX, (R1, R2), "X")).then(RoomsWithoutLock(TAX, (R1,)))


def test_lck_12_a_start_before_the_loss_counts_though_the_desk_hears_of_it_later() -> None:
    """Rules judge when it happened in the room (section 0.4)."""
    start = RecordStarts(LAW, (RoomStart(R1, at("8:30")),), GUIDE)
    lost(Story("released"), "8:30:01").when(start).then(RoomStarted(LAW, R1, at("8:30"), GUIDE))


def test_lck_12_the_lost_site_lock_opens_nothing() -> None:
    story = lost(Story("opened"), lock=LOCK)
    story.when(TakeReceipt("Q", "b", D1, D1), desk()).then(LockLost(LOCK, at("7:20")))
