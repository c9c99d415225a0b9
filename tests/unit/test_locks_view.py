"""What the page of locks shows of each: how far it is, in whose hands, and which rooms are still without."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from app import rulebooks
from app.core.lock_state import Calibration, LockState
from app.core.plan import RegisteredAs, RegisteredLock
from app.core.room_state import RoomSession
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import ExamId, LockSerial, PersonId, RoomId, SessionId, SupervisionNo
from app.views import locks
from app.views.locks import LockStage, RoomLock
from tests.builders import taken_in

RULES = rulebooks.load("machine-generic")
HOLDER = PersonId("R001")


@pytest.fixture
def site() -> Site:
    """A package in force; the locks of each test are put beside it."""
    made = Site()
    for fact in taken_in():
        fact.apply(made)
    made.locks.clear()
    return made


def now(site: Site) -> datetime:
    return next(iter(site.sessions.values())).plan.starts_at - timedelta(hours=1)


def lock(
    site: Site, serial: str, room: str | None = None, kind: RegisteredAs = RegisteredAs.INVIGILATION, **said: object
) -> LockState:
    plain = RegisteredLock(LockSerial(serial), kind, "{}", software=True, room=RoomId(room) if room else None)
    site.locks[LockSerial(serial)] = made = LockState(replace(plain, **said))
    return made


def calibrated(site: Site, state: LockState, offset: int = 0, days: int = 0) -> LockState:
    state.calibration = Calibration(now(site) - timedelta(days=days), offset, SupervisionNo("A-001"))
    return state


def test_a_flaw_comes_before_everything(site: Site) -> None:
    at = now(site)
    for expected, state in (
        (LockStage.OTHER_EXAM, lock(site, "1", exam=ExamId("other"))),
        (LockStage.REVOKED, lock(site, "2", revoked=True)),
        (LockStage.NOT_YET_VALID, lock(site, "3", since=at + timedelta(seconds=1))),
        (LockStage.EXPIRED, lock(site, "4", until=at - timedelta(seconds=1))),
    ):
        state.in_use, state.holder = RoomId("001"), HOLDER
        assert locks.stage(site, calibrated(site, state), at, RULES) is expected
    lost = lock(site, "5")
    lost.lost_at = at
    assert locks.stage(site, lost, at, RULES) is LockStage.LOST
    assert locks.refusal(site, lost, at) is not None


def test_the_way_of_a_lock_through_the_morning(site: Site) -> None:
    at, state = now(site), lock(site, "1", "001")
    assert locks.stage(site, state, at, RULES) is LockStage.UNCALIBRATED
    assert locks.stage(site, calibrated(site, state, days=1), at, RULES) is LockStage.STALE
    allowed = RULES.clock_tolerance_seconds.value
    assert locks.stage(site, calibrated(site, state, -allowed - 1), at, RULES) is LockStage.TOO_FAR_OFF
    assert locks.stage(site, calibrated(site, state, allowed), at, RULES) is LockStage.CALIBRATED
    state.in_use, state.holder = RoomId("001"), HOLDER
    assert locks.stage(site, state, at, RULES) is LockStage.IN_USE
    state.holder = None
    assert locks.stage(site, state, at, RULES) is LockStage.RETURNED


def test_every_room_in_use_has_its_line_and_spare_locks_follow(site: Site) -> None:
    rooms = locks.used_rooms(site)
    own, spare = lock(site, "JK-1", rooms[0]), lock(site, "JK-2")
    lock(site, "KW-1", kind=RegisteredAs.SITE)
    lines = locks.sitting_lines(site, now(site), RULES)
    assert lines[0] == RoomLock(rooms[0], own.registered.serial, LockStage.UNCALIBRATED)
    assert lines[1:-1] == tuple(RoomLock(room, None, None) for room in rooms[1:])
    assert lines[-1] == RoomLock(None, spare.registered.serial, LockStage.UNCALIBRATED)


def test_a_spare_lock_in_use_stands_in_the_line_of_its_room(site: Site) -> None:
    room = locks.used_rooms(site)[0]
    lock(site, "JK-1", room)
    spare = calibrated(site, lock(site, "JK-2"))
    spare.in_use, spare.holder = room, HOLDER
    lines = locks.sitting_lines(site, now(site), RULES)
    assert lines[0] == RoomLock(room, spare.registered.serial, LockStage.IN_USE)
    assert lines[-1] == RoomLock(room, LockSerial("JK-1"), LockStage.UNCALIBRATED)


def test_rooms_without_anybody_have_no_line(site: Site) -> None:
    site.sessions = {
        SessionId("1-1"): SessionState(
            next(iter(site.sessions.values())).plan,
            rooms={RoomId("009"): RoomSession(SessionId("1-1"), RoomId("009"))},
        )
    }
    assert [line.room for line in locks.sitting_lines(site, now(site), RULES)] == ["009"]


def test_the_register_says_in_whose_hands_each_lock_is(site: Site) -> None:
    lock(site, "JK-2", "002").holder = HOLDER
    used = lock(site, "JK-1", "001")
    used.in_use, used.holder = RoomId("001"), HOLDER
    lock(site, "JK-3").lost_at = now(site)
    lock(site, "VPN-1", kind=RegisteredAs.VPN_KEY)
    lock(site, "KW-1", kind=RegisteredAs.SITE)
    shown = [(line.serial, line.stage) for line in locks.register_lines(site, now(site))]
    assert shown == [
        ("KW-1", LockStage.IN_STORE),
        ("VPN-1", LockStage.IN_STORE),
        ("JK-1", LockStage.IN_USE),
        ("JK-2", LockStage.ISSUED),
        ("JK-3", LockStage.LOST),
    ]


def test_what_is_lost_does_not_come_back(site: Site) -> None:
    for serial in ("JK-1", "JK-2"):
        lock(site, serial).holder = HOLDER
    site.locks[LockSerial("JK-2")].lost_at = now(site)
    assert locks.not_back(site) == ("JK-1",)
