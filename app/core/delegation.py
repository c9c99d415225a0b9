"""Delegation (委托): a deputy acts for the chief only by a written paper, and only for a time (STF-01)."""

from __future__ import annotations

import re
from datetime import datetime
from typing import ClassVar

from app.core.operation import Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.person_state import Delegation
from app.core.site import Site
from app.core.terms import ClauseId, PersonId, Role

CHIEF = frozenset({Role.CHIEF})
_PAPER = re.compile(r"[0-9A-Za-z-]{1,20}")


class DelegateChief(Operation, frozen=True):
    """The chief hands the powers to one deputy until a time today; both sign, and the paper has a number."""

    while_sealed: ClassVar[bool] = True
    deputy: PersonId
    paper: str
    until: datetime

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(CHIEF, persons=(self.deputy,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        if desk.operator.role is not Role.CHIEF:
            return ChiefHimself()
        member = desk.directory.staff.get(self.deputy)
        if member is None or member.role is not Role.DEPUTY:
            return NoDeputy(self.deputy)
        if not _PAPER.fullmatch(self.paper):
            return PaperNumberWrong()
        if not desk.now < self.until or self.until.astimezone(desk.now.tzinfo).date() != desk.now.date():
            return NotWithinToday(self.until)
        return (ChiefDelegated(desk.operator.id, self.deputy, self.paper, desk.now, self.until),)


class ChiefDelegated(Fact, frozen=True):
    """A deputy acts for the chief until then."""

    chief: PersonId
    deputy: PersonId
    paper: str
    since: datetime
    until: datetime

    def apply(self, site: Site) -> None:
        site.delegation = Delegation(self.chief, self.deputy, self.paper, self.since, self.until)


class EndDelegation(Operation, frozen=True):
    """The chief takes the powers back."""

    while_sealed: ClassVar[bool] = True

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(CHIEF)

    def decide(self, site: Site, desk: Desk) -> Decision:
        return (DelegationEnded(site.delegation.deputy),) if site.delegation else ()


class DelegationEnded(Fact, frozen=True):
    """The deputy no longer acts for the chief."""

    deputy: PersonId

    def apply(self, site: Site) -> None:
        site.delegation = None


class ChiefHimself(Refusal, frozen=True):
    """What was delegated is not delegated further."""

    clause: ClassVar[ClauseId] = ClauseId("STF-01")


class NoDeputy(Refusal, frozen=True):
    """Only a deputy chief on the staff list stands in for the chief."""

    clause: ClassVar[ClauseId] = ClauseId("STF-01")
    person: PersonId


class PaperNumberWrong(Refusal, frozen=True):
    """The number of the written delegation: letters, digits and hyphens, up to twenty."""

    clause: ClassVar[ClauseId] = ClauseId("STF-01")


class NotWithinToday(Refusal, frozen=True):
    """A delegation ends later than now, and today."""

    clause: ClassVar[ClauseId] = ClauseId("STF-01")
    until: datetime
