"""No room is released or started without its lock of today (LCK-08)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.calibration import (
    LockCalibrated,
    RoomsWithoutLock,
    rooms_without_lock,
)
from app.core.custody import LockReturned
from app.core.locks import LockRegisterTaken, LockRevoked
from app.core.plan import RegisteredLock
from app.core.start import RecordStarts, ReleaseRooms, RoomStart, RoomStarted
from app.core.terms import SupervisionNo
from tests.builders import (
    D1,
    GUIDE,
    LAW,
    LIAONING,
    LOCKS,
    NATIONAL,
    R1,
    R2,
    ROOM_LOCK,
    SECOND,
    Story,
    alone,
    at,
    desk,
    ready,
)

SITTING, NOW, MADE = SupervisionNo("A-003"), at("7:30"), at("7:20")
RELEASE = ReleaseRooms(LAW, (R1, R2), "X")


def test_lck_08_no_room_is_released_without_its_lock_of_today() -> None:
    story = Story("authorized").done(RELEASE, alone(NOW))
    assert story.site.sessions[LAW].rooms[R1].release
    Story("authorized").when(RELEASE, alone(at("7:30", 31))).then(RoomsWithoutLock(LAW, (R1, R2)))
    none = Story("authorized").given(LockRegisterTaken(1, LOCKS[2:], D1))
    none.when(RELEASE, alone(NOW)).then(RoomsWithoutLock(LAW, (R1, R2)))
    none.done(RELEASE, desk(now=NOW, rules=NATIONAL))


@pytest.mark.parametrize(
    "locks",
    [
        (replace(LOCKS[0], revoked=True), *LOCKS[1:]),
        (replace(LOCKS[0], room=R2), *LOCKS[1:]),
        (replace(LOCKS[0], until=NOW - SECOND), *LOCKS[1:]),
        (replace(LOCKS[0], jwk="{}{}"), *LOCKS[1:]),
        LOCKS[1:],
    ],
    ids=["revoked", "registered for another room", "expired", "another key", "left out"],
)
def test_lck_08_a_newer_register_takes_the_readiness_of_a_room_with_it(locks: tuple[RegisteredLock, ...]) -> None:
    story = Story("authorized").given(LockRegisterTaken(1, locks, D1))
    story.when(RELEASE, alone(NOW)).then(RoomsWithoutLock(LAW, (R1,)))


def test_lck_08_a_lock_in_use_that_nobody_holds_makes_no_room_ready() -> None:
    site = Story("opened").given(LockReturned(ROOM_LOCK)).site
    assert rooms_without_lock(site, (R2, R1), NOW, LIAONING) == (R1,)
    assert rooms_without_lock(site, (R2, R1), NOW, NATIONAL) == ()


def test_lck_08_what_was_released_does_not_start_with_a_lock_that_serves_it_no_more() -> None:
    start = RecordStarts(LAW, (RoomStart(R1, at("8:30")),), GUIDE)
    left_out = Story("released").given(LockRegisterTaken(1, LOCKS[1:], D1))
    left_out.when(start).then(RoomsWithoutLock(LAW, (R1,)))
    left_out.done(start, desk(rules=NATIONAL))
    revoked = Story("released").given(LockRegisterTaken(1, (replace(LOCKS[0], revoked=True), *LOCKS[1:]), D1))
    revoked.when(start).then(LockRevoked(ROOM_LOCK))
    again = Story("released").given(LockCalibrated(ROOM_LOCK, MADE, 1, SITTING))
    again.when(start).then(RoomsWithoutLock(LAW, (R1,)))
    again.given(*ready(ROOM_LOCK, R1, GUIDE)).when(start).then(RoomStarted(LAW, R1, at("8:30"), GUIDE))
