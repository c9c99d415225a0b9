"""Custody of locks and VPN keys (领用、移交、归还、遗失): one custodian at a time (LCK-02, LCK-12)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from app.core.incident import IncidentOpened, next_incident
from app.core.incident_kinds import IncidentKind
from app.core.lock_state import SupervisedKind
from app.core.locks import LockLost, LockRefusal, LockUnregistered
from app.core.operation import (
    OFFICE,
    SUPERVISORS,
    Decision,
    Demand,
    Desk,
    Fact,
    Operation,
    PersonUnknown,
    Refusal,
    office,
    untold,
)
from app.core.site import Site
from app.core.supervision import SupervisorKeepsNoLock
from app.core.terms import ClauseId, LockSerial, PersonId, Role, RoomId


def room_of(site: Site, serial: LockSerial) -> RoomId | None:
    """The room that a lock serves, otherwise the one that it is registered for."""
    state = site.locks.get(serial)
    return (state.in_use or state.registered.room) if state else None


def still_running(site: Site, serial: LockSerial, room: RoomId) -> Refusal | None:
    """Why a lock stays in its room: a session there has started and not ended."""
    running = (session.rooms.get(room) for session in site.sessions.values())
    started = any(one and one.started_at and not one.ended_at for one in running)
    return RoomStillRuns(serial, room) if started else None


class IssueLock(Operation, frozen=True):
    """Hand a registered lock to someone, who signs for it."""

    serial: LockSerial
    to: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE | {Role.EXAM_OFFICE}, persons=(self.to,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        state = site.locks.get(self.serial)
        if state is None:
            return LockUnregistered(self.serial)
        if state.lost_at:
            return LockLost(self.serial, state.lost_at)
        if self.to not in desk.directory.staff:
            return PersonUnknown(self.to)
        if state.holder:
            return () if state.holder == self.to else LockIssuedAlready(self.serial, state.holder)
        return (LockIssued(self.serial, self.to),)


class LockIssued(Fact, frozen=True):
    """A lock is in someone's custody."""

    serial: LockSerial
    to: PersonId

    def apply(self, site: Site) -> None:
        state = site.locks[self.serial]
        state.holder = self.to


class HandOverLock(Operation, frozen=True):
    """One custodian hands a lock to the next; both sign."""

    serial: LockSerial
    to: PersonId

    def of_room(self, site: Site) -> RoomId | None:
        return room_of(site, self.serial)

    def demand(self, site: Site, desk: Desk) -> Demand:
        state = site.locks.get(self.serial)
        giver = (state.holder,) if state and state.holder else ()
        return Demand(OFFICE | SUPERVISORS | {Role.ROOM_ADMIN}, persons=(*giver, self.to))

    def decide(self, site: Site, desk: Desk) -> Decision:
        state = site.locks.get(self.serial)
        if state is None:
            return LockUnregistered(self.serial)
        if state.lost_at:
            return LockLost(self.serial, state.lost_at)
        if state.holder is None:
            return NotIssued(self.serial)
        if self.to not in desk.directory.staff:
            return PersonUnknown(self.to)
        step = site.supervision(SupervisedKind.LOCKS)
        if step and step.supervisor == self.to:
            return SupervisorKeepsNoLock(self.serial, self.to)
        return () if state.holder == self.to else (LockHandedOver(self.serial, state.holder, self.to),)


class LockHandedOver(Fact, frozen=True):
    """A lock went from one custodian to the next."""

    serial: LockSerial
    before: PersonId
    to: PersonId

    def apply(self, site: Site) -> None:
        site.locks[self.serial].holder = self.to


class ReturnLocks(Operation, frozen=True):
    """Take locks back, all of them or none; a room whose lock is back is not ready any more."""

    serials: tuple[LockSerial, ...]

    def demand(self, site: Site, desk: Desk) -> Demand:
        return office(self, desk)

    def decide(self, site: Site, desk: Desk) -> Decision:
        serials = tuple(dict.fromkeys(self.serials))
        for serial in serials:
            state = site.locks.get(serial)
            if state is None:
                return LockUnregistered(serial)
            if state.holder is None:
                return NotIssued(serial)
            if state.in_use and (no := still_running(site, serial, state.in_use)):
                return no
        return tuple(LockReturned(serial) for serial in serials)


class LockReturned(Fact, frozen=True):
    """A lock is back."""

    serial: LockSerial

    def apply(self, site: Site) -> None:
        site.locks[self.serial].holder = None


class ReportLockLost(Operation, frozen=True):
    """A lock or VPN key is lost or in wrong hands: it counts no more from this moment, and the report clock runs."""

    while_sealed: ClassVar[bool] = True
    serial: LockSerial
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        everyone = OFFICE | SUPERVISORS | {Role.ROOM_ADMIN, Role.ROVING}
        # Without the site lock no authorization comes in any more: nobody takes that from the site alone.
        return Demand(everyone, (SUPERVISORS,) if self.serial == site.lock.serial else ())

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        state = site.locks.get(self.serial)
        if state is None:
            return LockUnregistered(self.serial)
        if state.lost_at:
            return LockLost(self.serial, state.lost_at)
        number = next_incident(site, desk)
        opened = IncidentOpened(number, IncidentKind.AUTHORITY, None, state.in_use, self.happened_at, self.reported_by)
        return (LockReportedLost(self.serial, self.happened_at, self.reported_by), opened)


class LockReportedLost(Fact, frozen=True):
    """A lock counts no more; the room that has started with it goes on."""

    serial: LockSerial
    happened_at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        site.locks[self.serial].lost_at = self.happened_at


class LockIssuedAlready(LockRefusal, frozen=True):
    """Somebody has it; it is handed over, not issued twice."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-02")
    holder: PersonId


class NotIssued(LockRefusal, frozen=True):
    """Nobody has it: there is nothing to hand over or to return."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-02")


class RoomStillRuns(Refusal, frozen=True):
    """The lock stays in its room until the room has ended."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-02")
    serial: LockSerial
    room: RoomId
