"""Fitness to serve (上岗资格): the online test and the hands-on drill, entered where the staff list lacks them."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from app.core.operation import SUPERVISORS, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.person_state import DrillTopic, PersonState
from app.core.site import Site
from app.core.staffing import ADMINS
from app.core.terms import ClauseId, PersonId, Role


class RecordQualification(Operation, frozen=True):
    """Enter when someone passed test and drill, with every topic of the drill ticked (STF-09).

    Without a qualified administrator nobody confirms the time or unseals, so it waits for neither.
    """

    while_sealed: ClassVar[bool] = True
    any_time: ClassVar[bool] = True
    person: PersonId
    test_on: date
    drill_on: date
    topics: tuple[DrillTopic, ...]

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(SUPERVISORS | {Role.SITE_ADMIN}, (SUPERVISORS,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        member = desk.directory.staff.get(self.person)
        if member is None or member.role not in ADMINS:
            return NoAdministrator(self.person)
        if any(desk.directory.same(signer.id, self.person) for signer in desk.signers):
            return NotForOneself(self.person)
        last = max(state.plan.starts_at for state in site.sessions.values()).date() if site.sessions else None
        for day in (self.test_on, self.drill_on):
            if day > desk.now.date() or (last and day > last):
                return DayTooLate(day)
        if missing := tuple(topic for topic in DrillTopic if topic not in self.topics):
            return TopicsMissing(missing)
        entered = site.person(self.person)
        if (entered.test_on, entered.drill_on) == (self.test_on, self.drill_on):
            return ()
        return (Qualified(self.person, self.test_on, self.drill_on),)


class Qualified(Fact, frozen=True):
    """Someone passed test and drill, every topic of it."""

    person: PersonId
    test_on: date
    drill_on: date

    def apply(self, site: Site) -> None:
        state = site.people.setdefault(self.person, PersonState())
        state.test_on, state.drill_on = self.test_on, self.drill_on


class NoAdministrator(Refusal, frozen=True):
    """Test and drill are asked of system administrators on the staff list."""

    clause: ClassVar[ClauseId] = ClauseId("STF-09")
    person: PersonId


class NotForOneself(Refusal, frozen=True):
    """Nobody vouches for himself."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-15")
    person: PersonId


class DayTooLate(Refusal, frozen=True):
    """What was passed was passed by today, and before the exam is over."""

    clause: ClassVar[ClauseId] = ClauseId("STF-09")
    day: date


class TopicsMissing(Refusal, frozen=True):
    """The drill has eight topics, and all of them count."""

    clause: ClassVar[ClauseId] = ClauseId("STF-09")
    missing: tuple[DrillTopic, ...]
