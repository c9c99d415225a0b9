"""Duty at the console (值守、交接班): who sits here, and who handed over to whom."""

from __future__ import annotations

from typing import ClassVar

from app.core.operation import Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.site import NOBODY, Site
from app.core.terms import ClauseId, PersonId, Role

ANYONE = frozenset(Role)


class TakeDesk(Operation, frozen=True):
    """The operator is on duty from now on; a holder who signs beside hands over."""

    after_cleaning: ClassVar[bool] = True
    while_sealed: ClassVar[bool] = True
    any_time: ClassVar[bool] = True

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ANYONE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        taker = desk.operator
        if site.desk == taker.id:
            return ()
        handed_over = any(signer.id == site.desk for signer in desk.signers[1:])
        return (DeskTaken(taker.id, taker.role, site.desk, handed_over),)


class DeskTaken(Fact, frozen=True):
    """Someone is on duty here; `before` was, "" where nobody. Without `handed_over` the other did not sign it off."""

    person: PersonId
    role: Role
    before: PersonId
    handed_over: bool

    def apply(self, site: Site) -> None:
        site.desk = self.person


class LeaveDesk(Operation, frozen=True):
    """Whoever is on duty goes, and nobody follows yet."""

    after_cleaning: ClassVar[bool] = True
    while_sealed: ClassVar[bool] = True
    any_time: ClassVar[bool] = True

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ANYONE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if site.desk != desk.operator.id:
            return NotAtTheDesk(site.desk)
        return (DeskLeft(site.desk),)


class DeskLeft(Fact, frozen=True):
    """Nobody is on duty here."""

    person: PersonId

    def apply(self, site: Site) -> None:
        site.desk = NOBODY


class NotAtTheDesk(Refusal, frozen=True):
    """Only who is on duty here leaves; `holder` is that person, "" where nobody is."""

    clause: ClassVar[ClauseId] = ClauseId("SEC-08")
    holder: PersonId
