"""The people behind the numbers: names, ID numbers, staff. Loaded from personal blobs, allowed to be gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import msgspec

from app.core.free_text import FreeText, TextPart
from app.core.plan import Candidate
from app.core.staffing import StaffMember
from app.core.terms import Digest, PersonId, Ticket


class Speaker(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody outside the site, as typed in at the desk; never part of a fact."""

    name: str
    office: str
    phone: str


Roots = Callable[[str, str, str], bytes | None]
"""The ten bytes of a root by purpose, session and subject; None where the package holds none."""


def no_roots(purpose: str, session: str, subject: str) -> bytes | None:
    """Before a package is in."""


@dataclass(frozen=True, slots=True)
class Directory:
    """Candidates by ticket and staff by code; both empty after erasure."""

    candidates: dict[Ticket, Candidate] = field(default_factory=dict)
    staff: dict[PersonId, StaffMember] = field(default_factory=dict)
    sits: dict[PersonId, Ticket] = field(default_factory=dict)
    """Who of the staff sits this exam as a candidate, by ID number (STF-12)."""
    root: Roots = field(default=no_roots, compare=False)
    said_by: dict[Digest, Speaker] = field(default_factory=dict)
    """Who consented, by the blob that holds it."""
    texts: dict[Digest, FreeText] = field(default_factory=dict)
    """What was typed in free words, by the blob that holds it."""

    def said(self, text: Digest, part: TextPart) -> str | None:
        """What was typed there, "" for nothing; None once the personal data were erased."""
        found = self.texts.get(text)
        return found[part] if found else None

    def name(self, ticket: Ticket) -> str | None:
        """None once the personal data were erased."""
        candidate = self.candidates.get(ticket)
        return candidate.name if candidate else None

    def staff_name(self, person: PersonId) -> str:
        """The code stands for the name of someone who is not, or no longer, in the staff list."""
        member = self.staff.get(person)
        return member.name if member else person

    def same(self, one: PersonId, other: PersonId) -> bool:
        """Whether both codes stand for one person: listed twice under one ID number counts once (LCK-04)."""
        first, second = self.staff.get(one), self.staff.get(other)
        if one == other or not first or not second or not first.id_number:
            return one == other
        return first.id_number.upper() == second.id_number.upper()

    def id_tail(self, ticket: Ticket) -> str:
        """The last four of the ID number, "" once erased."""
        candidate = self.candidates.get(ticket)
        return candidate.id_number[-4:] if candidate else ""


def directory(
    candidates: Iterable[Candidate],
    staff: Iterable[StaffMember],
    root: Roots = no_roots,
    said_by: dict[Digest, Speaker] | None = None,
    texts: dict[Digest, FreeText] | None = None,
) -> Directory:
    everyone = {one.ticket: one for one in candidates}
    members = {PersonId(one.code): one for one in staff}
    tickets = {one.id_number.upper(): one.ticket for one in everyone.values()}
    numbers = {code: one.id_number.upper() for code, one in members.items() if one.id_number}
    sits = {code: tickets[number] for code, number in numbers.items() if number in tickets}
    return Directory(everyone, members, sits, root, said_by or {}, texts or {})
