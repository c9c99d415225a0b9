"""A lost site lock replaced (补发考务锁): another lock stands for this store, with the province's grant (LCK-12)."""

from __future__ import annotations

from typing import ClassVar

from app.core.locks import LockRefusal, RegisterNotNewer, SiteLockNotRegistered, enter
from app.core.operation import OFFICE, SUPERVISORS, Decision, Demand, Desk, Fact, Operation
from app.core.plan import RegisteredAs, RegisteredLock
from app.core.site import Site, SiteLock
from app.core.terms import ClauseId, Digest, LockSerial


class ReplaceSiteLock(Operation, frozen=True):
    """Put another site lock in the old one's place; the grant was verified, and its share has opened this store.

    `epoch` counts the site locks of this store; `number` and `locks` are the register that comes with the grant.
    """

    after_cleaning: ClassVar[bool] = True
    # Own PINs are chosen in the store, which does not open before its lock is replaced.
    first_pin: ClassVar[bool] = True
    while_sealed: ClassVar[bool] = True
    any_time: ClassVar[bool] = True
    serial: LockSerial
    key: str
    """JWK text."""
    software: bool
    epoch: int
    number: int
    locks: tuple[RegisteredLock, ...]
    document: Digest

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (SUPERVISORS,) if site.package else ())

    def decide(self, site: Site, desk: Desk) -> Decision:
        before, registered = site.lock.serial, {lock.serial: lock for lock in self.locks}
        if (before, site.lock.key) == (self.serial, self.key):
            return ()
        own = registered.get(self.serial)
        if own is None or own.revoked or (own.kind, own.jwk) != (RegisteredAs.SITE, self.key):
            return SiteLockNotRegistered(self.serial)
        if before == self.serial or (before in registered and not registered[before].revoked):
            return OldLockNotRevoked(before)
        if site.package and self.number <= site.register:
            return RegisterNotNewer(self.number, site.register)
        new = (self.serial, self.key, self.software, self.epoch)
        return (SiteLockReplaced(before, *new, self.number, self.locks, self.document),)


class SiteLockReplaced(Fact, frozen=True):
    """From the next entry on another site lock stands for this store; with no package there is no register yet."""

    old: LockSerial
    serial: LockSerial
    key: str
    software: bool
    epoch: int
    number: int
    locks: tuple[RegisteredLock, ...]
    document: Digest

    def apply(self, site: Site) -> None:
        site.lock = SiteLock(self.serial, self.key, self.software)
        site.lock_out = False
        site.blobs.add(self.document)
        if site.package:
            site.register = self.number
            enter(site, self.locks)


class OldLockNotRevoked(LockRefusal, frozen=True):
    """The lock that is replaced must no longer serve by the register that comes with the new one."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-12")
