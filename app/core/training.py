"""Training (考务培训): who was trained in what, and the chief's exception on the exam day itself (STF-08)."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

from app.core.avoidance import NotOnTheList
from app.core.operation import CHIEF, OFFICE, SUPERVISORS, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.person_state import PersonState
from app.core.qualification import DayTooLate
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.terms import ClauseId, PersonId, Role

TRAINED_HERE = frozenset(Role) - {Role.RESIDENT, Role.PATROL}
"""Who comes from outside to look on is trained elsewhere."""


class TrainingTopic(StrEnum):
    """What staff are trained in (002 7.1.2)."""

    DUTIES = "duties"
    SPARE_MACHINE = "spare_machine"
    ANTI_CHEATING = "anti_cheating"
    EMERGENCY_PLAN = "emergency_plan"
    WARNING_CASES = "warning_cases"
    RECORDS = "records"


def last_day(site: Site, rulebook: Rulebook) -> date | None:
    """By when everybody is trained; None before an arrangement is in."""
    first = min((state.plan.starts_at.date() for state in site.sessions.values()), default=None)
    return first - timedelta(days=rulebook.trained_days_before.value) if first else None


def untrained(site: Site, person: PersonId) -> bool:
    """Nobody entered that this person was trained."""
    return site.person(person).trained_on is None


class RecordTraining(Operation, frozen=True):
    """Enter that people were trained on a day; after the last day for it only with the chief beside."""

    people: tuple[PersonId, ...]
    on: date
    topics: tuple[TrainingTopic, ...]

    def demand(self, site: Site, desk: Desk) -> Demand:
        limit = last_day(site, desk.rulebook)
        if limit and self.on > limit:
            return Demand(OFFICE | SUPERVISORS, (CHIEF,))
        # From the authorization on it can be worked out what a draw would give: who comes onto its list is never one
        # person's word.
        return Demand(OFFICE | SUPERVISORS, (SUPERVISORS,) if site.exam_document else ())

    def decide(self, site: Site, desk: Desk) -> Decision:
        if self.on > desk.now.date():
            return DayTooLate(self.on)
        if not self.topics:
            return NoTopic()
        people = tuple(dict.fromkeys(self.people))
        if strange := next((one for one in people if one not in desk.directory.staff), None):
            return NotOnTheList(strange)
        limit = last_day(site, desk.rulebook)
        new = tuple(one for one in people if site.person(one).trained_on != self.on)
        late = limit is not None and self.on > limit
        return (StaffTrained(new, self.on, tuple(sorted(set(self.topics))), late),) if new else ()


class StaffTrained(Fact, frozen=True):
    """These people were trained; `late`: after the last day for it, by the chief's exception."""

    people: tuple[PersonId, ...]
    on: date
    topics: tuple[TrainingTopic, ...]
    late: bool

    def apply(self, site: Site) -> None:
        for person in self.people:
            site.people.setdefault(person, PersonState()).trained_on = self.on


class NoTopic(Refusal, frozen=True):
    """At least one topic of the training is named."""

    clause: ClassVar[ClauseId] = ClauseId("STF-08")
