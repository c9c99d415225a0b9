"""The people behind the numbers: names, ID numbers, staff. Loaded from personal blobs, allowed to be gone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.core.plan import Candidate
from app.core.staffing import StaffMember
from app.core.terms import PersonId, Ticket


@dataclass(frozen=True, slots=True)
class Directory:
    """Candidates by ticket and staff by code; both empty after erasure."""

    candidates: dict[Ticket, Candidate] = field(default_factory=dict)
    staff: dict[PersonId, StaffMember] = field(default_factory=dict)

    def name(self, ticket: Ticket) -> str | None:
        """None once the personal data were erased."""
        candidate = self.candidates.get(ticket)
        return candidate.name if candidate else None

    def staff_name(self, person: PersonId) -> str:
        """The code stands for the name of someone who is not, or no longer, in the staff list."""
        member = self.staff.get(person)
        return member.name if member else person

    def id_tail(self, ticket: Ticket) -> str:
        """The last four of the ID number, "" once erased."""
        candidate = self.candidates.get(ticket)
        return candidate.id_number[-4:] if candidate else ""


def directory(candidates: Iterable[Candidate], staff: Iterable[StaffMember]) -> Directory:
    return Directory({one.ticket: one for one in candidates}, {PersonId(one.code): one for one in staff})
