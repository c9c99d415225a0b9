"""How far each lock is (锁具): fit or not, in whose hands, calibrated, in use; and the rooms that still want one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.core.calibration import lock_in_use, stale
from app.core.lock_state import LockState
from app.core.locks import (
    LockExpired,
    LockLost,
    LockNotYetValid,
    LockOfOtherExam,
    LockRevoked,
    lock_of_room,
    unfit,
)
from app.core.operation import Refusal
from app.core.plan import RegisteredAs
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.terms import LockSerial, PersonId, RoomId


class LockStage(StrEnum):
    """The flaws first, then the way of a lock through the day."""

    OTHER_EXAM = "other_exam"
    REVOKED = "revoked"
    LOST = "lost"
    NOT_YET_VALID = "not_yet_valid"
    EXPIRED = "expired"
    IN_STORE = "in_store"
    ISSUED = "issued"
    UNCALIBRATED = "uncalibrated"
    STALE = "stale"
    TOO_FAR_OFF = "too_far_off"
    CALIBRATED = "calibrated"
    IN_USE = "in_use"
    RETURNED = "returned"
    """It was taken into use, and is back: its room has none until it is taken into use again."""


_FLAWS: dict[type[Refusal], LockStage] = {
    LockOfOtherExam: LockStage.OTHER_EXAM,
    LockRevoked: LockStage.REVOKED,
    LockLost: LockStage.LOST,
    LockNotYetValid: LockStage.NOT_YET_VALID,
    LockExpired: LockStage.EXPIRED,
}
WANTS_CALIBRATION = frozenset({LockStage.UNCALIBRATED, LockStage.STALE, LockStage.TOO_FAR_OFF})
WANTS_USE = frozenset({LockStage.CALIBRATED, LockStage.RETURNED})


@dataclass(frozen=True, slots=True)
class RoomLock:
    """One line of the sitting: a room with its lock, a room without any, or a spare lock."""

    room: RoomId | None
    serial: LockSerial | None
    stage: LockStage | None


@dataclass(frozen=True, slots=True)
class Registered:
    """One line of the register; `room` is where the lock is in use, otherwise the room it is registered for."""

    serial: LockSerial
    kind: RegisteredAs
    room: RoomId | None
    holder: PersonId | None
    stage: LockStage


def refusal(site: Site, state: LockState, now: datetime) -> Refusal | None:
    """Why this lock may not serve now as what it is registered for."""
    return unfit(site, state.registered.serial, state.registered.kind, now)


def flaw(site: Site, state: LockState, now: datetime) -> LockStage | None:
    """The same in one word."""
    no = refusal(site, state, now)
    return _FLAWS[type(no)] if no else None


def stage(site: Site, state: LockState, now: datetime, rulebook: Rulebook) -> LockStage:
    """How far an invigilation lock is on its way into use."""
    if found := flaw(site, state, now):
        return found
    calibration = state.calibration
    if calibration is None:
        return LockStage.UNCALIBRATED
    if stale(calibration, now.date(), rulebook):
        return LockStage.STALE
    if state.in_use:
        return LockStage.IN_USE if state.holder else LockStage.RETURNED
    if abs(calibration.offset_seconds) > rulebook.clock_tolerance_seconds.value:
        return LockStage.TOO_FAR_OFF
    return LockStage.CALIBRATED


def used_rooms(site: Site) -> tuple[RoomId, ...]:
    """Rooms in which somebody is arranged in any session."""
    return tuple(sorted({room for state in site.sessions.values() for room in state.rooms}))


def sitting_lines(site: Site, now: datetime, rulebook: Rulebook) -> tuple[RoomLock, ...]:
    """Every room in use with the lock that serves it, then the invigilation locks that serve no such room."""
    return tuple(_sitting_lines(site, now, rulebook))


def _sitting_lines(site: Site, now: datetime, rulebook: Rulebook) -> Iterator[RoomLock]:
    shown: set[LockSerial] = set()
    for room in used_rooms(site):
        registered = lock_of_room(site, room)
        serial = lock_in_use(site, room) or (registered.serial if registered else None)
        if serial is None:
            yield RoomLock(room, None, None)
        else:
            shown.add(serial)
            yield RoomLock(room, serial, stage(site, site.locks[serial], now, rulebook))
    for serial, state in sorted(site.locks.items()):
        if state.registered.kind is RegisteredAs.INVIGILATION and serial not in shown:
            yield RoomLock(state.in_use or state.registered.room, serial, stage(site, state, now, rulebook))


def register_lines(site: Site, now: datetime) -> tuple[Registered, ...]:
    """The whole register: site lock, VPN keys, then invigilation locks by room."""
    lines = (
        Registered(
            serial, state.registered.kind, state.in_use or state.registered.room, state.holder, _held(site, state, now)
        )
        for serial, state in site.locks.items()
    )
    order = (RegisteredAs.SITE, RegisteredAs.VPN_KEY, RegisteredAs.INVIGILATION)
    return tuple(sorted(lines, key=lambda line: (order.index(line.kind), line.room or "~", line.serial)))


def _held(site: Site, state: LockState, now: datetime) -> LockStage:
    found = flaw(site, state, now)
    if found:
        return found
    if state.holder is None:
        return LockStage.IN_STORE
    return LockStage.IN_USE if state.in_use else LockStage.ISSUED


def not_back(site: Site) -> tuple[LockSerial, ...]:
    """Locks and keys that somebody still has and nobody reported lost."""
    return tuple(sorted(serial for serial, state in site.locks.items() if state.holder and not state.lost_at))
