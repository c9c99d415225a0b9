"""Invigilation locks calibrated and taken into use in one supervised sitting (LCK-03, LCK-08)."""

from __future__ import annotations

from datetime import datetime

import pytest
from msgspec.structs import replace

from app.core.calibration import (
    CalibratedEarlier,
    CalibratedLater,
    CalibrationStale,
    ClockTooFarOff,
    LockCalibrated,
    LockInUse,
    LockOfOtherRoom,
    LockTakenIntoUse,
    NotCalibrated,
    RecordCalibration,
    TakeIntoUse,
    lock_in_use,
    rooms_without_lock,
    stale,
)
from app.core.closing import RoomEnded
from app.core.custody import LockIssued, LockIssuedAlready, RoomStillRuns
from app.core.lock_state import Calibration, SupervisedKind
from app.core.locks import LockExpired, LockOfWrongKind, LockRegisterTaken, LockRevoked, LockUnregistered
from app.core.operation import Desk, PersonUnknown, Refusal
from app.core.permission import LockNotProved, NotYourRole, NotYourRoom
from app.core.plan import RegisteredAs, RegisteredLock
from app.core.rulebook import Rule, Rulebook
from app.core.supervision import SupervisionNeeded, SupervisionOpened, SupervisorKeepsNoLock, window
from app.core.terms import ClauseId, LockSerial, PersonId, Role, RoomId, SupervisionNo
from tests.builders import (
    ADMIN,
    CHIEF,
    D1,
    GUIDE,
    GUIDE_2,
    LAW,
    LIAONING,
    LOCK,
    LOCKS,
    R1,
    R2,
    R9,
    ROOM_LOCK,
    ROOM_LOCK_2,
    SECOND,
    STRANGER,
    Story,
    alone,
    at,
    by,
    present,
)

SITTING, NOW = SupervisionNo("A-003"), at("7:30")
MADE = at("7:20")
SPARE = LockSerial("JK-3")
SPARE_LOCK = RegisteredLock(SPARE, RegisteredAs.INVIGILATION, '{"x":"3"}', software=False)
HOLDS_A_DAY: Rulebook = replace(LIAONING, calibration_days=Rule(1, ClauseId("LCK-08")))


def opened(since: datetime, number: SupervisionNo = SITTING) -> SupervisionOpened:
    kind = SupervisedKind.LOCKS
    return SupervisionOpened(number, kind, ADMIN, CHIEF, since, since + window(kind, LIAONING), LockSerial(""))


def sitting(stage: str = "packaged") -> Story:
    """The chief has signed; a spare lock is registered too."""
    return Story(stage).given(LockRegisterTaken(1, (*LOCKS, SPARE_LOCK), D1), opened(NOW))


def calibrate(at: datetime = MADE, offset: int = 1, lock: LockSerial = ROOM_LOCK) -> RecordCalibration:
    return RecordCalibration(lock, at, offset)


def use(room: RoomId = R1, lock: LockSerial = ROOM_LOCK, holder: PersonId = GUIDE) -> TakeIntoUse:
    return TakeIntoUse(lock, room, holder)


def plugged(lock: LockSerial = ROOM_LOCK, now: datetime = NOW) -> Desk:
    """The site administrator alone, with this lock in and proved."""
    return alone(now, lock)


# Calibration


def test_lck_08_a_lock_is_calibrated_under_supervision_by_either_administrator() -> None:
    fact = LockCalibrated(ROOM_LOCK, MADE, 1, SITTING)
    for here in (alone(NOW), present(NOW, by(GUIDE, Role.ROOM_ADMIN))):
        story = sitting().when(calibrate(), here).then(fact).done(calibrate(), here)
    assert story.site.locks[ROOM_LOCK].calibration == Calibration(MADE, 1, SITTING)
    story.when(calibrate(), alone(NOW)).then()
    Story("packaged").when(calibrate(), alone(NOW)).then(SupervisionNeeded(SupervisedKind.LOCKS))


def test_g04_who_serves_one_room_calibrates_the_lock_of_that_room() -> None:
    here = present(NOW, by(GUIDE, Role.ROOM_ADMIN))
    sitting().when(calibrate(lock=ROOM_LOCK_2), here).then(NotYourRoom(R2, R1))
    sitting().done(calibrate(lock=SPARE), here)
    sitting().when(calibrate(), present(NOW, by(GUIDE, Role.INVIGILATOR))).then(
        NotYourRole(Role.INVIGILATOR, (Role.ROOM_ADMIN, Role.SITE_ADMIN))
    )


def test_lck_08_a_calibration_lies_behind_us() -> None:
    sitting().done(calibrate(NOW), alone(NOW))
    story = sitting().when(calibrate(NOW + SECOND), alone(NOW))
    story.then(CalibratedLater(ROOM_LOCK, NOW + SECOND, NOW))


def test_lck_08_none_is_older_than_the_one_before() -> None:
    story = sitting().done(calibrate(), alone(NOW)).when(calibrate(MADE - SECOND), alone(NOW))
    story.then(CalibratedEarlier(ROOM_LOCK, MADE - SECOND, MADE))
    story.done(calibrate(MADE, 5), alone(NOW)).done(calibrate(MADE + SECOND), alone(NOW))


@pytest.mark.parametrize(
    ("made", "rules", "no"),
    [
        (at("0:00"), LIAONING, None),
        (at("23:59:59", 29), LIAONING, CalibrationStale(ROOM_LOCK, at("23:59:59", 29))),
        (at("0:00", 29), HOLDS_A_DAY, None),
        (at("23:59:59", 28), HOLDS_A_DAY, CalibrationStale(ROOM_LOCK, at("23:59:59", 28))),
    ],
)
def test_lck_08_it_holds_for_its_own_day_and_as_many_more_as_the_rulebook_says(
    made: datetime, rules: Rulebook, no: Refusal | None
) -> None:
    here = present(NOW, by(ADMIN, Role.SITE_ADMIN), rules=rules)
    story = sitting().when(calibrate(made), here)
    story.then(no or LockCalibrated(ROOM_LOCK, made, 1, SITTING))


def test_a_calibration_of_tomorrow_is_none_of_today() -> None:
    assert stale(Calibration(at("0:00", 31), 0, SITTING), at("7:00").date(), HOLDS_A_DAY)


@pytest.mark.parametrize("ask", [calibrate(), use()], ids=["calibrate", "use"])
def test_lck_01_only_a_fit_invigilation_lock(ask: RecordCalibration | TakeIntoUse) -> None:
    def of(lock: LockSerial, *locks: RegisteredLock) -> Story:
        story = Story("packaged").given(opened(NOW), LockRegisterTaken(1, locks, D1))
        return story.when(replace(ask, serial=lock), plugged(lock))

    wrong = LockOfWrongKind(LOCK, RegisteredAs.SITE, RegisteredAs.INVIGILATION)
    of(LOCK, *LOCKS).then(wrong)
    of(SPARE, *LOCKS).then(LockUnregistered(SPARE))
    of(ROOM_LOCK, replace(LOCKS[0], revoked=True)).then(LockRevoked(ROOM_LOCK))
    of(ROOM_LOCK, replace(LOCKS[0], until=at("7:00"))).then(LockExpired(ROOM_LOCK, at("7:00")))
    Story("enrolled").given(opened(NOW)).when(ask, plugged()).then(LockUnregistered(ROOM_LOCK))


def test_lck_08_a_lock_calibrated_anew_is_taken_into_use_anew() -> None:
    story = sitting("opened").done(calibrate(), alone(NOW))
    assert lock_in_use(story.site, R1) is None
    assert rooms_without_lock(story.site, (R1, R2), NOW, LIAONING) == (R1,)
    story.done(use(), plugged())
    assert rooms_without_lock(story.site, (R1, R2), NOW, LIAONING) == ()


def test_lck_02_the_lock_of_a_running_room_is_not_fetched_for_calibration() -> None:
    """A way round the rule that it stays there: calibrated anew, it would serve no room and could be returned."""
    now = at("8:50")
    story = sitting("started").when(calibrate(at("8:45")), alone(now)).then(RoomStillRuns(ROOM_LOCK, R1))
    story.done(calibrate(at("8:45"), lock=SPARE), alone(now))
    story.given(RoomEnded(LAW, R1, at("8:48"), GUIDE)).done(calibrate(at("8:45")), alone(now))


# Taking into use


def calibrated(offset: int = 1, lock: LockSerial = ROOM_LOCK) -> Story:
    return sitting().done(calibrate(offset=offset, lock=lock), alone(NOW))


def test_lck_03_a_calibrated_lock_is_proved_here_bound_to_its_room_and_leaves_with_a_person() -> None:
    story = calibrated().when(use(), plugged()).then(LockTakenIntoUse(ROOM_LOCK, R1, GUIDE, SITTING, NOW))
    state = story.done(use(), plugged()).site.locks[ROOM_LOCK]
    assert (state.in_use, state.used_since, state.holder) == (R1, NOW, GUIDE)
    assert lock_in_use(story.site, R1) == ROOM_LOCK
    story.when(use(), plugged()).then()
    Story("packaged").when(use(), plugged()).then(SupervisionNeeded(SupervisedKind.LOCKS))


def test_lck_03_the_lock_itself_must_be_in() -> None:
    calibrated().when(use(), alone(NOW)).then(LockNotProved(ROOM_LOCK))
    calibrated().when(use(), plugged(ROOM_LOCK_2)).then(LockNotProved(ROOM_LOCK))


def test_lck_08_first_it_is_calibrated() -> None:
    sitting().when(use(), plugged()).then(NotCalibrated(ROOM_LOCK))


@pytest.mark.parametrize(
    ("offset", "no"),
    [
        (60, None),
        (-60, None),
        (61, ClockTooFarOff(ROOM_LOCK, 61, 60)),
        (-61, ClockTooFarOff(ROOM_LOCK, -61, 60)),
    ],
)
def test_lck_08_site_time_and_lock_differ_by_no_more_than_the_tolerance(offset: int, no: Refusal | None) -> None:
    story = calibrated(offset).when(use(), plugged())
    story.then(no or LockTakenIntoUse(ROOM_LOCK, R1, GUIDE, SITTING, NOW))


def test_lck_08_yesterdays_calibration_does_not_serve_today() -> None:
    """Calibrated in the last second of a day; the sitting goes on past midnight."""
    night = at("23:59:59", 29)
    story = Story("packaged").given(opened(night)).done(calibrate(night), alone(night))
    story.when(use(), plugged(now=night)).then(LockTakenIntoUse(ROOM_LOCK, R1, GUIDE, SITTING, night))
    story.when(use(), plugged(now=night + SECOND)).then(CalibrationStale(ROOM_LOCK, night))


@pytest.mark.parametrize("room", [R2, R9, RoomId("")])
def test_lck_08_a_lock_serves_the_room_it_is_registered_for(room: RoomId) -> None:
    calibrated().when(use(room), plugged()).then(LockOfOtherRoom(ROOM_LOCK, room, R1))


def test_lck_08_a_spare_lock_serves_any_room_of_the_site_but_one_at_a_time() -> None:
    story = calibrated(lock=SPARE).when(use(R9, SPARE), plugged(SPARE))
    story.then(LockOfOtherRoom(SPARE, R9, RoomId("")))
    story.done(use(R1, SPARE), plugged(SPARE)).when(use(R2, SPARE, GUIDE), plugged(SPARE)).then(LockInUse(SPARE, R1))
    story.done(calibrate(NOW, lock=SPARE), alone(NOW)).done(use(R2, SPARE), plugged(SPARE))
    assert (lock_in_use(story.site, R1), lock_in_use(story.site, R2)) == (None, SPARE)


def test_lck_09_a_spare_lock_takes_the_place_of_the_one_before() -> None:
    story = sitting("opened").done(calibrate(lock=SPARE), alone(NOW)).done(use(R1, SPARE), plugged(SPARE))
    assert lock_in_use(story.site, R1) == SPARE
    old = story.site.locks[ROOM_LOCK]
    assert (old.in_use, old.used_since, old.holder) == (None, None, GUIDE)
    assert story.site.locks[ROOM_LOCK_2].in_use == R2


def test_lck_02_nobody_holds_a_lock_and_supervises_its_use() -> None:
    calibrated().when(use(holder=CHIEF), plugged()).then(SupervisorKeepsNoLock(ROOM_LOCK, CHIEF))
    calibrated().when(use(holder=STRANGER), plugged()).then(PersonUnknown(STRANGER))


def test_lck_02_it_does_not_leave_with_another_than_its_custodian() -> None:
    story = calibrated().given(LockIssued(ROOM_LOCK, GUIDE))
    story.when(use(holder=GUIDE_2), plugged()).then(LockIssuedAlready(ROOM_LOCK, GUIDE))
    story.done(use(), plugged())
    given = calibrated().given(LockIssued(ROOM_LOCK, ADMIN)).done(use(holder=GUIDE_2), plugged())
    assert given.site.locks[ROOM_LOCK].holder == GUIDE_2
