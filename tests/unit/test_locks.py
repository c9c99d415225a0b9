"""The register of locks: which serve this exam, and what is the matter with one that does not (LCK-01, LCK-12)."""

from __future__ import annotations

from datetime import datetime

import pytest
from msgspec.structs import replace

from app.core.custody import IssueLock, LockReportedLost
from app.core.locks import (
    LockExpired,
    LockLost,
    LockNotYetValid,
    LockOfOtherExam,
    LockOfOtherKey,
    LockOfWrongKind,
    LockReason,
    LockRegisterTaken,
    LockRevoked,
    LockUnregistered,
    NoteLockBack,
    NoteLockOut,
    RegisterBeforePackage,
    RegisterNotNewer,
    SiteLockBack,
    SiteLockNotRegistered,
    SiteLockOut,
    TakeLockRegister,
    unfit,
)
from app.core.operation import SECOND_PERSON, Refusal
from app.core.permission import AnotherPersonNeeded, SiteLockNeeded
from app.core.plan import RegisteredAs, RegisteredLock
from app.core.site import Site
from app.core.start import RecordStarts, RoomStart
from app.core.terms import ExamId, LockSerial, Role
from app.core.upload import TakeReceipt
from devices.protocols import LockFault
from tests.builders import (
    ADMIN,
    CHIEF,
    D1,
    D2,
    GUIDE,
    LAW,
    LOCK,
    LOCK_KEY,
    LOCKS,
    R1,
    R2,
    ROOM_LOCK,
    ROOM_LOCK_2,
    SECOND,
    SENIOR,
    Story,
    alone,
    at,
    by,
    present,
    taken_in,
)

ROOM_1, ROOM_2, OWN = LOCKS
NOW = at("7:10")
INVIGILATION, SITE_KIND, VPN = RegisteredAs.INVIGILATION, RegisteredAs.SITE, RegisteredAs.VPN_KEY
STRANGE = LockSerial("JK-9")


def registered(*locks: RegisteredLock, number: int = 1) -> Story:
    return Story("packaged").given(LockRegisterTaken(number, locks, D1))


def why_not(lock: RegisteredLock, now: datetime = NOW, kind: RegisteredAs = INVIGILATION) -> Refusal | None:
    return unfit(registered(lock).site, lock.serial, kind, now)


# What is the matter with it


def test_lck_01_a_registered_lock_serves_and_an_unknown_one_does_not() -> None:
    site = Story("packaged").site
    assert unfit(site, ROOM_LOCK, INVIGILATION, NOW) is None
    assert unfit(site, ROOM_LOCK, INVIGILATION, NOW, ROOM_1.jwk) is None
    assert unfit(site, STRANGE, INVIGILATION, NOW) == LockUnregistered(STRANGE)
    assert unfit(site, LockSerial(""), INVIGILATION, NOW) == LockUnregistered(LockSerial(""))


def test_lck_01_the_register_is_of_this_exam() -> None:
    """Registered for the senior exam and shown at this one; named so before anything else."""
    other = ExamId("jj2021-senior")
    assert why_not(replace(ROOM_1, exam=other, revoked=True)) == LockOfOtherExam(ROOM_LOCK, other)
    assert why_not(replace(ROOM_1, exam=ExamId("jj2021"))) is None


@pytest.mark.parametrize(
    ("lock", "needed"),
    [(ROOM_1, SITE_KIND), (OWN, INVIGILATION), (ROOM_1, VPN), (replace(ROOM_1, kind=VPN), SITE_KIND)],
)
def test_lck_01_each_kind_stands_for_nothing_but_itself(lock: RegisteredLock, needed: RegisteredAs) -> None:
    """LCK-02: one purpose a device."""
    assert why_not(lock, kind=lock.kind) is None
    assert why_not(lock, kind=needed) == LockOfWrongKind(lock.serial, lock.kind, needed)


def test_lck_01_a_revoked_lock_serves_no_more() -> None:
    assert why_not(replace(ROOM_1, revoked=True)) == LockRevoked(ROOM_LOCK)


@pytest.mark.parametrize(
    ("now", "no"),
    [
        (at("6:59:59"), LockNotYetValid(ROOM_LOCK, at("7:00"))),
        (at("7:00"), None),
        (at("12:00"), None),
        (at("12:00:01"), LockExpired(ROOM_LOCK, at("12:00"))),
    ],
)
def test_lck_01_a_registration_holds_from_its_first_to_its_last_second(now: datetime, no: Refusal | None) -> None:
    assert why_not(replace(ROOM_1, since=at("7:00"), until=at("12:00")), now) == no


def test_lck_01_the_registered_number_with_another_key_is_another_lock() -> None:
    assert unfit(Story("packaged").site, ROOM_LOCK, INVIGILATION, NOW, ROOM_2.jwk) == LockOfOtherKey(ROOM_LOCK)


def test_lck_12_a_lost_lock_counts_no_more_from_that_moment() -> None:
    story = Story("packaged").given(LockReportedLost(ROOM_LOCK, NOW, GUIDE))
    assert unfit(story.site, ROOM_LOCK, INVIGILATION, NOW - SECOND) is None
    assert unfit(story.site, ROOM_LOCK, INVIGILATION, NOW) == LockLost(ROOM_LOCK, NOW)


def test_before_the_first_register_nobody_has_said_which_locks_serve() -> None:
    assert unfit(Story("enrolled").site, LOCK, SITE_KIND, NOW) is None
    assert unfit(Site(), STRANGE, INVIGILATION, NOW) is None


@pytest.mark.parametrize(
    ("own", "no"),
    [
        (replace(OWN, revoked=True), LockRevoked(LOCK)),
        (replace(OWN, until=NOW - SECOND), LockExpired(LOCK, NOW - SECOND)),
        (replace(OWN, kind=INVIGILATION), LockOfWrongKind(LOCK, INVIGILATION, SITE_KIND)),
    ],
)
def test_lck_01_a_step_with_the_site_lock_says_what_is_the_matter_before_it_asks_for_it(
    own: RegisteredLock, no: Refusal
) -> None:
    ask = TakeReceipt("Q", "b", D1, D1)
    out = present(NOW, by(ADMIN, Role.SITE_ADMIN), locks=())
    registered(own).when(ask, out).then(no)
    registered(OWN).when(ask, out).then(SiteLockNeeded(LOCK))


# A newer register


def test_lck_01_a_newer_register_adds_withdraws_and_keeps_what_was_done_with_the_others() -> None:
    spare = RegisteredLock(STRANGE, INVIGILATION, '{"x":"9"}', software=False)
    ask = TakeLockRegister(1, (ROOM_1, replace(ROOM_2, revoked=True), OWN, spare), D2)
    story = Story("opened").when(ask).then(LockRegisterTaken(1, ask.locks, D2)).done(ask)
    site = story.site
    assert site.register == 1
    assert D2 in site.blobs
    assert set(site.locks) == {ROOM_LOCK, ROOM_LOCK_2, LOCK, STRANGE}
    kept = site.locks[ROOM_LOCK]
    assert (kept.holder, kept.in_use, kept.used_since) == (GUIDE, R1, at("7:15"))
    assert kept.calibration is not None
    assert unfit(site, ROOM_LOCK_2, INVIGILATION, NOW) == LockRevoked(ROOM_LOCK_2)
    story.when(ask).then()


def test_lck_01_what_a_register_leaves_out_serves_no_more() -> None:
    site = Story("opened").done(TakeLockRegister(1, (ROOM_1, OWN), D2)).site
    assert unfit(site, ROOM_LOCK_2, INVIGILATION, NOW) == LockUnregistered(ROOM_LOCK_2)


def test_lck_15_a_register_wants_a_second_person_and_the_second_is_another_one() -> None:
    ask, needed = TakeLockRegister(1, LOCKS, D2), AnotherPersonNeeded(tuple(sorted(SECOND_PERSON)))
    story = Story("opened").when(ask, alone(NOW)).then(needed)
    story.when(ask, present(NOW, by(ADMIN, Role.SITE_ADMIN), by(ADMIN, Role.CHIEF))).then(needed)
    story.done(ask, present(NOW, by(ADMIN, Role.SITE_ADMIN), by(CHIEF, Role.SITE_ADMIN)))


@pytest.mark.parametrize("number", [0, 2, 3])
def test_lck_01_only_a_newer_register_replaces(number: int) -> None:
    story = registered(*LOCKS, number=3).when(TakeLockRegister(number, LOCKS, D2))
    story.then(RegisterNotNewer(number, 3))


def test_lck_01_no_register_before_the_package_and_none_without_the_sites_own_lock() -> None:
    Story("enrolled").when(TakeLockRegister(1, LOCKS, D2)).then(RegisterBeforePackage())
    other_key, as_a_rooms = replace(OWN, jwk="{}"), replace(OWN, kind=INVIGILATION)
    for locks in ((), LOCKS[:2], (other_key,), (as_a_rooms,)):
        Story("packaged").when(TakeLockRegister(1, locks, D2)).then(SiteLockNotRegistered(LOCK))


LOST = LockReportedLost(ROOM_LOCK, at("7:20"), GUIDE)


def lost_then(*registers: tuple[RegisteredLock, ...]) -> Refusal | None:
    """What a lost lock is after these registers."""
    story = Story("opened").given(LOST)
    for number, locks in enumerate(registers, 1):
        story.given(LockRegisterTaken(number, locks, D2))
    return unfit(story.site, ROOM_LOCK, INVIGILATION, at("7:30"))


def test_lck_12_only_a_new_registration_reference_brings_a_lost_lock_back() -> None:
    still = LockLost(ROOM_LOCK, at("7:20"))
    anew = replace(ROOM_1, reference="2021-77")
    assert lost_then() == still
    assert lost_then((ROOM_1, OWN)) == still
    assert lost_then((replace(ROOM_1, revoked=False, room=None), OWN)) == still
    assert lost_then((anew, OWN)) is None
    assert lost_then((anew, OWN), (anew, OWN)) is None


def test_lck_12_a_lost_lock_is_not_forgotten_by_a_register_that_leaves_it_out() -> None:
    """A hostile insider's way round: out of one register, back in the next under the old reference."""
    still = LockLost(ROOM_LOCK, at("7:20"))
    assert lost_then((OWN,)) == still
    assert lost_then((OWN,), (ROOM_1, OWN)) == still
    assert lost_then((OWN,), (replace(ROOM_1, reference="2021-77"), OWN)) is None


def test_lck_12_nor_by_a_newer_edition_of_the_package() -> None:
    story = Story("opened").given(LOST, taken_in(2)[0])
    assert unfit(story.site, ROOM_LOCK, INVIGILATION, at("7:30")) == LockLost(ROOM_LOCK, at("7:20"))
    assert story.site.register == 0


def test_lck_12_a_lock_lost_again_after_its_new_registration_is_lost() -> None:
    anew = replace(ROOM_1, reference="2021-77")
    story = Story("opened").given(LOST, LockRegisterTaken(1, (anew, OWN), D2), LOST)
    assert unfit(story.site, ROOM_LOCK, INVIGILATION, at("7:30")) == LockLost(ROOM_LOCK, at("7:20"))
    story.given(LockRegisterTaken(2, (anew, OWN), D2))
    assert unfit(story.site, ROOM_LOCK, INVIGILATION, at("7:30")) == LockLost(ROOM_LOCK, at("7:20"))


def test_a_lock_with_another_key_begins_anew() -> None:
    site = Story("opened").given(LockRegisterTaken(1, (replace(ROOM_1, jwk='{"x":"7"}'), OWN), D2)).site
    state = site.locks[ROOM_LOCK]
    assert (state.holder, state.in_use, state.calibration) == (None, None, None)


def test_two_exams_do_not_share_a_register() -> None:
    """The same locks, registered for the senior exam only: not one serves here."""
    senior = tuple(replace(lock, exam=ExamId(SENIOR.id)) for lock in LOCKS)
    site = registered(*senior).site
    assert all(unfit(site, lock.serial, lock.kind, NOW) == LockOfOtherExam(lock.serial, lock.exam) for lock in senior)


# The site lock goes out and comes back (J-43)


def test_j_43_the_console_notes_once_that_the_lock_is_out_and_once_that_it_is_back() -> None:
    nobody = present(NOW)
    out, back = NoteLockOut(LOCK, LockReason.REMOVED), NoteLockBack(LOCK)
    story = Story("started").when(back, nobody).then()
    story.when(out, nobody).then(SiteLockOut(LOCK, LockReason.REMOVED)).done(out, nobody)
    assert story.site.lock_out
    story.when(out, nobody).then().when(back, nobody).then(SiteLockBack(LOCK)).done(back, nobody)
    assert not story.site.lock_out


def test_j_43_with_the_lock_out_rooms_start_and_authorizations_wait() -> None:
    gone = present(at("8:31"), by(ADMIN, Role.SITE_ADMIN), locks=())
    story = Story("released").done(NoteLockOut(LOCK, LockReason.EXCHANGED), gone)
    story.done(RecordStarts(LAW, (RoomStart(R1, at("8:30")), RoomStart(R2, at("8:30"))), GUIDE), gone)
    story.when(TakeReceipt("Q", "b", D1, D1), gone).then(SiteLockNeeded(LOCK))


def test_every_way_in_which_a_lock_can_be_gone_has_its_reason() -> None:
    assert {reason.value for reason in LockReason} <= {fault.value for fault in LockFault}


def test_the_key_of_the_sites_lock_in_the_register_is_the_one_of_the_store() -> None:
    assert unfit(Story("packaged").site, LOCK, SITE_KIND, NOW, LOCK_KEY) is None
    Story("packaged").done(IssueLock(LOCK, ADMIN), alone(NOW))
