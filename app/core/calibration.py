"""Calibration (校时) and taking into use (启用) of invigilation locks, in one supervised sitting (LCK-03, LCK-08)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import ClassVar

from app.core.custody import LockIssuedAlready, room_of, still_running
from app.core.lock_state import Calibration, LockState, SupervisedKind
from app.core.locks import LockUnregistered, unfit
from app.core.operation import OFFICE, Decision, Demand, Desk, Fact, Operation, PersonUnknown, Refusal
from app.core.plan import RegisteredAs
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.supervision import SupervisorKeepsNoLock, unsupervised
from app.core.terms import ClauseId, LockSerial, PersonId, Role, RoomId, SessionId, SupervisionNo


def stale(calibration: Calibration, day: date, rulebook: Rulebook) -> bool:
    """Whether a calibration no longer serves on this day: it holds for so many days after its own (J: the same day)."""
    return not 0 <= (day - calibration.at.date()).days <= rulebook.calibration_days.value


def lock_in_use(site: Site, room: RoomId) -> LockSerial | None:
    """The lock that was last taken into use for a room, whatever became of it since."""
    return next((serial for serial, state in site.locks.items() if state.in_use == room), None)


def rooms_without_lock(site: Site, rooms: Iterable[RoomId], now: datetime, rulebook: Rulebook) -> tuple[RoomId, ...]:
    """Rooms whose lock was not calibrated and taken into use for this day, or is unfit since (LCK-08, LCK-12)."""
    if not rulebook.room_locks.value:
        return ()
    used = {state.in_use: serial for serial, state in site.locks.items() if state.in_use}
    return tuple(room for room in rooms if not _ready(site, used.get(room), now, rulebook))


def _ready(site: Site, serial: LockSerial | None, now: datetime, rulebook: Rulebook) -> bool:
    if serial is None or unfit(site, serial, RegisteredAs.INVIGILATION, now):
        return False
    state = site.locks[serial]
    if state.holder is None or state.registered.room not in (None, state.in_use):
        return False
    calibration = state.calibration
    return calibration is not None and not stale(calibration, now.date(), rulebook)


class RecordCalibration(Operation, frozen=True):
    """Enter the calibration of one lock: when, and by how many seconds this machine's time is ahead of it."""

    serial: LockSerial
    at: datetime
    offset_seconds: int

    def of_room(self, site: Site) -> RoomId | None:
        return room_of(site, self.serial)

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE | {Role.ROOM_ADMIN})

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := unsupervised(site, SupervisedKind.LOCKS, desk):
            return no
        if no := unfit(site, self.serial, RegisteredAs.INVIGILATION, desk.now):
            return no
        step, state = site.supervision(SupervisedKind.LOCKS), site.locks.get(self.serial)
        if state is None or step is None:
            return LockUnregistered(self.serial)
        if state.in_use and (no := still_running(site, self.serial, state.in_use)):
            return no
        made = Calibration(self.at, self.offset_seconds, step.number)
        if self.at > desk.now:
            return CalibratedLater(self.serial, self.at, desk.now)
        if state.calibration and self.at < state.calibration.at:
            return CalibratedEarlier(self.serial, self.at, state.calibration.at)
        if stale(made, desk.now.date(), desk.rulebook):
            return CalibrationStale(self.serial, self.at)
        if state.calibration == made:
            return ()
        return (LockCalibrated(self.serial, self.at, self.offset_seconds, step.number),)


class LockCalibrated(Fact, frozen=True):
    """A lock was calibrated under supervision; what it was in use for, it has to be taken into use for again."""

    serial: LockSerial
    at: datetime
    offset_seconds: int
    supervision: SupervisionNo

    def apply(self, site: Site) -> None:
        state = site.locks[self.serial]
        state.calibration = Calibration(self.at, self.offset_seconds, self.supervision)
        state.in_use, state.used_since = None, None


class TakeIntoUse(Operation, frozen=True):
    """A calibrated lock, plugged in and proved here, is bound to its room and leaves with `holder`."""

    serial: LockSerial
    room: RoomId
    holder: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, locks=frozenset({self.serial}))

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := unsupervised(site, SupervisedKind.LOCKS, desk):
            return no
        if no := unfit(site, self.serial, RegisteredAs.INVIGILATION, desk.now):
            return no
        step, state = site.supervision(SupervisedKind.LOCKS), site.locks.get(self.serial)
        if state is None or step is None:
            return LockUnregistered(self.serial)
        no = self._uncalibrated(state.calibration, desk) or self._elsewhere(state, site)
        if no := no or self._wrong_holder(state, step.supervisor, desk):
            return no
        if (state.in_use, state.holder) == (self.room, self.holder):
            return ()
        return (LockTakenIntoUse(self.serial, self.room, self.holder, step.number, desk.now),)

    def _elsewhere(self, state: LockState, site: Site) -> Refusal | None:
        if self.room not in site.plans or state.registered.room not in (None, self.room):
            return LockOfOtherRoom(self.serial, self.room, state.registered.room or RoomId(""))
        return LockInUse(self.serial, state.in_use) if state.in_use not in (None, self.room) else None

    def _wrong_holder(self, state: LockState, supervisor: PersonId, desk: Desk) -> Refusal | None:
        """It leaves with whoever had it, with whom the operator gives it to, and never with the supervisor."""
        if self.holder not in desk.directory.staff:
            return PersonUnknown(self.holder)
        if state.holder and state.holder not in (self.holder, desk.operator.id):
            return LockIssuedAlready(self.serial, state.holder)
        return SupervisorKeepsNoLock(self.serial, self.holder) if self.holder == supervisor else None

    def _uncalibrated(self, calibration: Calibration | None, desk: Desk) -> Refusal | None:
        if calibration is None:
            return NotCalibrated(self.serial)
        if stale(calibration, desk.now.date(), desk.rulebook):
            return CalibrationStale(self.serial, calibration.at)
        allowed = desk.rulebook.clock_tolerance_seconds.value
        if abs(calibration.offset_seconds) > allowed:
            return ClockTooFarOff(self.serial, calibration.offset_seconds, allowed)
        return None


class LockTakenIntoUse(Fact, frozen=True):
    """A lock serves its room from now on; the one that served it before no longer does."""

    serial: LockSerial
    room: RoomId
    holder: PersonId
    supervision: SupervisionNo
    at: datetime

    def apply(self, site: Site) -> None:
        for state in site.locks.values():
            if state.in_use == self.room:
                state.in_use, state.used_since = None, None
        state = site.locks[self.serial]
        state.in_use, state.used_since = self.room, self.at
        state.holder = self.holder


class CalibratedLater(Refusal, frozen=True):
    """A calibration lies behind us, never ahead."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-08")
    serial: LockSerial
    at: datetime
    now: datetime


class CalibratedEarlier(Refusal, frozen=True):
    """A newer calibration of this lock is in."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-08")
    serial: LockSerial
    at: datetime
    last: datetime


class CalibrationStale(Refusal, frozen=True):
    """The calibration does not hold for today."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-08")
    serial: LockSerial
    at: datetime


class NotCalibrated(Refusal, frozen=True):
    """First the lock is calibrated."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-08")
    serial: LockSerial


class ClockTooFarOff(Refusal, frozen=True):
    """Site time and the lock differ by more than the rulebook allows."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-08")
    serial: LockSerial
    offset_seconds: int
    allowed: int


class LockOfOtherRoom(Refusal, frozen=True):
    """The lock is registered for another room; `registered` is "" where the site has no such room."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-08")
    serial: LockSerial
    room: RoomId
    registered: RoomId


class LockInUse(Refusal, frozen=True):
    """The lock serves another room today."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-08")
    serial: LockSerial
    room: RoomId


class RoomsWithoutLock(Refusal, frozen=True):
    """These rooms have no lock that was calibrated and taken into use today."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-08")
    session: SessionId
    rooms: tuple[RoomId, ...]
