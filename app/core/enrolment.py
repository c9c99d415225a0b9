"""Enrolment (考点登记): the first entry of every journal says whose store this is and whom it trusts."""

from __future__ import annotations

from typing import ClassVar

from app.core.operation import OFFICE, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.site import Site, SiteLock
from app.core.terms import ClauseId, LockSerial, Mode, SiteCode


class EnrolSite(Operation, frozen=True):
    """Bind this store to a site, its lock and the ministry's key, whose fingerprint is confirmed aloud."""

    mode: Mode
    site: SiteCode
    ministry: str
    """The ministry's key, JWK text."""
    appointment: str
    """The province's appointment, JWS text, already verified with that key."""
    lock: LockSerial
    lock_key: str
    software_lock: bool

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if site.code:
            return AlreadyEnrolled(site.code)
        enrolled = SiteEnrolled(
            self.mode,
            self.site,
            self.ministry,
            self.appointment,
            self.lock,
            self.lock_key,
            self.software_lock,
            desk.machine,
        )
        return (enrolled,)


class SiteEnrolled(Fact, frozen=True):
    """A store began."""

    mode: Mode
    site: SiteCode
    ministry: str
    appointment: str
    lock: LockSerial
    lock_key: str
    software_lock: bool
    machine: str

    def apply(self, site: Site) -> None:
        site.mode, site.code = self.mode, self.site
        site.ministry, site.appointment = self.ministry, self.appointment
        site.lock = SiteLock(self.lock, self.lock_key, self.software_lock)


class AlreadyEnrolled(Refusal, frozen=True):
    """One store serves one site."""

    clause: ClassVar[ClauseId] = ClauseId("ENR-01")
    site: SiteCode
