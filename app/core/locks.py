"""The lock register (考务锁、监考锁登记): which locks serve this exam, as the province signed it (LCK-01)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from msgspec.structs import replace

from app.core.lock_state import LockState
from app.core.operation import OFFICE, SECOND_PERSON, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.plan import RegisteredAs, RegisteredLock
from app.core.site import Site
from app.core.terms import ClauseId, Digest, ExamId, LockSerial, RoomId


def lock_of_room(site: Site, room: RoomId) -> RegisteredLock | None:
    """The invigilation lock in use in a room, otherwise the one registered for it."""
    used = next((state.registered for state in site.locks.values() if state.in_use == room), None)
    return used or next(
        (state.registered for state in site.locks.values() if _serves(state.registered, room)),
        None,
    )


def _serves(lock: RegisteredLock, room: RoomId) -> bool:
    return lock.kind is RegisteredAs.INVIGILATION and lock.room == room


def unfit(site: Site, serial: LockSerial, kind: RegisteredAs, now: datetime, key: str | None = None) -> Refusal | None:
    """Why this lock may not be used as `kind` in this exam; asked before any PIN. `key`: what it shows, as JWK text.

    None for the site lock while no register is in: nobody has said yet which locks serve.
    """
    if site.package is None:
        return None
    state = site.locks.get(serial)
    if state is None:
        return LockUnregistered(serial)
    lock = state.registered
    if lock.exam and lock.exam != site.package.exam.id:
        return LockOfOtherExam(serial, lock.exam)
    if lock.kind is not kind:
        return LockOfWrongKind(serial, lock.kind, kind)
    if lock.revoked:
        return LockRevoked(serial)
    if state.lost_at and state.lost_at <= now:
        return LockLost(serial, state.lost_at)
    if lock.since and now < lock.since:
        return LockNotYetValid(serial, lock.since)
    if lock.until and now > lock.until:
        return LockExpired(serial, lock.until)
    if key is not None and key != lock.jwk:
        return LockOfOtherKey(serial)
    return None


class TakeLockRegister(Operation, frozen=True):
    """Put a newer register in force, already verified: locks added, revoked, or registered anew after a loss."""

    number: int
    locks: tuple[RegisteredLock, ...]
    document: Digest

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (SECOND_PERSON,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        if site.package is None:
            return RegisterBeforePackage()
        if self.number == site.register and self.document in site.blobs:
            return ()
        if self.number <= site.register:
            return RegisterNotNewer(self.number, site.register)
        own = next((lock for lock in self.locks if lock.serial == site.lock.serial), None)
        if own is None or (own.kind, own.jwk) != (RegisteredAs.SITE, site.lock.key):
            return SiteLockNotRegistered(site.lock.serial)
        return (LockRegisterTaken(self.number, self.locks, self.document),)


class LockRegisterTaken(Fact, frozen=True):
    """A register of locks came into force; custody, calibration and use of the locks that stay are kept."""

    number: int
    locks: tuple[RegisteredLock, ...]
    document: Digest

    def apply(self, site: Site) -> None:
        site.register = self.number
        site.blobs.add(self.document)
        enter(site, self.locks)


def enter(site: Site, locks: tuple[RegisteredLock, ...]) -> None:
    """The register of `site` is this one from now on.

    A lost or revoked lock counts again only under a registration reference that it never had, also when a register left
    it out meanwhile; a lock with another key is another lock.
    """
    before, named = site.locks, {lock.serial for lock in locks}
    site.locks = {serial: state for serial, state in before.items() if _withdrawn(state) and serial not in named}
    for lock in locks:
        state = before.get(lock.serial)
        if state is None or state.registered.jwk != lock.jwk:
            state = LockState(lock)
        anew = lock.reference not in state.references
        if anew:
            state.lost_at = None
        still_revoked = state.registered.revoked and not anew
        state.registered = replace(lock, revoked=lock.revoked or still_revoked)
        state.references |= {lock.reference}
        site.locks[lock.serial] = state


def _withdrawn(state: LockState) -> bool:
    return state.lost_at is not None or state.registered.revoked


class LockReason(StrEnum):
    """Why a lock stopped answering; every word of devices.protocols.LockFault that means it is gone."""

    REMOVED = "removed"
    EXCHANGED = "exchanged"
    LOGGED_OUT = "logged_out"
    DEVICE_ERROR = "device_error"
    DRIVER_GONE = "driver_gone"
    NO_ANSWER = "no_answer"
    DRIVER_MISSING = "driver_missing"


class NoteLockOut(Operation, frozen=True):
    """The console noticed that the site lock no longer answers; sessions go on meanwhile (J-43)."""

    after_cleaning: ClassVar[bool] = True
    while_sealed: ClassVar[bool] = True
    any_time: ClassVar[bool] = True
    serial: LockSerial
    reason: LockReason

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(frozenset(), unsigned=True)

    def decide(self, site: Site, desk: Desk) -> Decision:
        return () if site.lock_out else (SiteLockOut(self.serial, self.reason),)


class SiteLockOut(Fact, frozen=True):
    """The site lock does not answer; starts, ends, extra time and resets go on."""

    serial: LockSerial
    reason: LockReason

    def apply(self, site: Site) -> None:
        site.lock_out = True


class NoteLockBack(Operation, frozen=True):
    """The console found the site lock in again, opened with its PIN."""

    after_cleaning: ClassVar[bool] = True
    while_sealed: ClassVar[bool] = True
    any_time: ClassVar[bool] = True
    serial: LockSerial

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(frozenset(), unsigned=True)

    def decide(self, site: Site, desk: Desk) -> Decision:
        return (SiteLockBack(self.serial),) if site.lock_out else ()


class SiteLockBack(Fact, frozen=True):
    """The site lock answers again."""

    serial: LockSerial

    def apply(self, site: Site) -> None:
        site.lock_out = False


class LockRefusal(Refusal, frozen=True):
    """What is the matter with one lock."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-01")
    serial: LockSerial


class LockUnregistered(LockRefusal, frozen=True):
    """The register in force does not name it."""


class LockOfOtherExam(LockRefusal, frozen=True):
    """It is registered for another exam."""

    exam: ExamId


class LockOfWrongKind(LockRefusal, frozen=True):
    """Site lock, invigilation lock and VPN key stand for nothing but themselves."""

    kind: RegisteredAs
    needed: RegisteredAs


class LockOfOtherKey(LockRefusal, frozen=True):
    """It bears a registered number, but not the key that was registered under it."""


class LockRevoked(LockRefusal, frozen=True):
    """The province withdrew it."""


class LockNotYetValid(LockRefusal, frozen=True):
    """Its registration begins later."""

    since: datetime


class LockExpired(LockRefusal, frozen=True):
    """Its registration is over."""

    until: datetime


class LockLost(LockRefusal, frozen=True):
    """Reported lost or misused; only a new registration brings it back."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-12")
    lost_at: datetime


class SiteLockNotRegistered(LockRefusal, frozen=True):
    """The site lock of this store is not in the register offered, or stands there with another key."""


class RegisterBeforePackage(Refusal, frozen=True):
    """The package brings the first register."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-01")


class RegisterNotNewer(Refusal, frozen=True):
    """Only a newer register replaces the one in force."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-01")
    offered: int
    current: int
