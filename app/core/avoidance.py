"""Avoidance (回避): what each person declared about relatives among the candidates (STF-12)."""

from __future__ import annotations

from typing import ClassVar

from app.core.operation import OFFICE, SUPERVISORS, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.person_state import PersonState
from app.core.site import Site
from app.core.terms import ClauseId, PersonId, Role, Ticket


class DeclareAvoidance(Operation, frozen=True):
    """Enter a declaration: the tickets of relatives who sit this exam, or none; a later one replaces it."""

    person: PersonId
    relations: tuple[Ticket, ...]

    def demand(self, site: Site, desk: Desk) -> Demand:
        # Naming a relative may bar somebody from working, and taking one back lets them: never one person's word.
        weighs = bool(self.relations or site.person(self.person).relations)
        return Demand(OFFICE | {Role.CHIEF, Role.EXAM_OFFICE}, (SUPERVISORS,) if weighs else ())

    def decide(self, site: Site, desk: Desk) -> Decision:
        if self.person not in desk.directory.staff:
            return NotOnTheList(self.person)
        if strange := tuple(ticket for ticket in self.relations if ticket not in desk.directory.candidates):
            return TicketsUnknown(strange)
        relations = tuple(sorted(set(self.relations)))
        entered = site.person(self.person)
        if entered.declared and entered.relations == relations:
            return ()
        return (AvoidanceDeclared(self.person, relations),)


class AvoidanceDeclared(Fact, frozen=True):
    """Someone declared which candidates are relatives."""

    person: PersonId
    relations: tuple[Ticket, ...]

    def apply(self, site: Site) -> None:
        state = site.people.setdefault(self.person, PersonState())
        state.declared, state.relations = True, self.relations


class NotOnTheList(Refusal, frozen=True):
    """The staff list does not name this person."""

    clause: ClassVar[ClauseId] = ClauseId("STF-17")
    person: PersonId


class TicketsUnknown(Refusal, frozen=True):
    """Nobody sits this exam here under these tickets."""

    clause: ClassVar[ClauseId] = ClauseId("STF-12")
    tickets: tuple[Ticket, ...]
