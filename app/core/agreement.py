"""Confidentiality documents (安全保密责任书) of people from outside, such as engineers (STF-13)."""

from __future__ import annotations

from datetime import date

from app.core.avoidance import NotOnTheList
from app.core.operation import OFFICE, Decision, Demand, Desk, Fact, Operation
from app.core.person_state import PersonState
from app.core.qualification import DayTooLate
from app.core.site import Site
from app.core.terms import PersonId, Role


class RecordAgreement(Operation, frozen=True):
    """Enter when someone signed the confidentiality document that lies here on paper."""

    person: PersonId
    signed_on: date

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE | {Role.CHIEF, Role.EXAM_OFFICE})

    def decide(self, site: Site, desk: Desk) -> Decision:
        if self.person not in desk.directory.staff:
            return NotOnTheList(self.person)
        if self.signed_on > desk.now.date():
            return DayTooLate(self.signed_on)
        if site.person(self.person).agreement_on == self.signed_on:
            return ()
        return (AgreementSigned(self.person, self.signed_on),)


class AgreementSigned(Fact, frozen=True):
    """Someone signed the confidentiality document."""

    person: PersonId
    signed_on: date

    def apply(self, site: Site) -> None:
        site.people.setdefault(self.person, PersonState()).agreement_on = self.signed_on
