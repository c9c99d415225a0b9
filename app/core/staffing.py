"""Who works at the site: the people the agency sent, what each may do, and who may serve at all (STF-01..13)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, ClassVar

import msgspec

from app.core.operation import Desk, Refusal
from app.core.terms import ClauseId, PersonId, Role, RoomId, Ticket

if TYPE_CHECKING:
    from app.core.directory import Directory
    from app.core.site import Site

ADMINS = frozenset({Role.SITE_ADMIN, Role.ROOM_ADMIN})
"""Who serves only after the online test and the hands-on drill (STF-09)."""
EXTERNAL = frozenset({Role.TECHNICIAN})
"""Who works here only with a signed confidentiality document (STF-13)."""


class StaffMember(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One person of the staff list; `room` is None for those who serve the whole site, `skill` is computer skill.

    `id_number` is compared with the candidates' (STF-12); `test_on` and `drill_on` are days on which they were passed.
    """

    code: PersonId
    name: str
    role: Role
    room: RoomId | None = None
    phone: str = ""
    skill: bool = False
    id_number: str = ""
    test_on: date | None = None
    drill_on: date | None = None


def room_of_person(site: Site, member: StaffMember, day: date) -> RoomId | None:
    """Where an invigilator was drawn for that day; before a draw, and for others, what the staff list says.

    "" is nobody's room: who stayed in reserve serves in none.
    """
    duty = site.duty.get(day)
    if member.role is Role.INVIGILATOR and duty and duty.holds:
        return duty.room(member.code) or RoomId("")
    return member.room


def served_in(site: Site, member: StaffMember, day: date, rooms: Collection[RoomId | None]) -> bool:
    """Whether this person serves that day in one of these rooms, or did until put out; or has no room at all."""
    own, duty = room_of_person(site, member, day), site.duty.get(day)
    left = {one.room for one in duty.former if one.person == member.code} if duty else set()
    return own is None or own in rooms or not left.isdisjoint(rooms)


def qualified(site: Site, people: Directory, person: PersonId) -> tuple[date | None, date | None]:
    """When the test and when the drill was passed, by the staff list or as entered here; None for not yet."""
    member, entered = people.staff.get(person), site.person(person)
    test = entered.test_on or (member.test_on if member else None)
    drill = entered.drill_on or (member.drill_on if member else None)
    return test, drill


def avoids(site: Site, desk: Desk, person: PersonId) -> Ticket | None:
    """The candidate because of whom this person must not take part; None where nothing stands against it (STF-12).

    A candidate in the exam never works in it. Of relatives the rulebook says whether they bar the exam or their rooms.
    """
    if (ticket := desk.directory.sits.get(person)) is not None:
        return ticket
    member, relations = desk.directory.staff.get(person), site.person(person).relations
    if desk.rulebook.avoidance_whole_exam.value:
        return min(relations, default=None)
    room = room_of_person(site, member, desk.now.date()) if member else None
    return related_in(site, desk, person, room) if room else None


def related_in(site: Site, desk: Desk, person: PersonId, room: RoomId) -> Ticket | None:
    """A declared relative of this person who is arranged into this room."""
    candidates = (desk.directory.candidates.get(ticket) for ticket in site.person(person).relations)
    return next((c.ticket for c in candidates if c and room in {place.room for place in c.allotments}), None)


def may_serve(site: Site, desk: Desk, person: PersonId, role: Role) -> Refusal | None:
    """Why this person may not sign here in this role; None before the staff list is in."""
    if site.package is None:
        return None
    if role in ADMINS and desk.rulebook.admins_qualified.value:
        test, drill = qualified(site, desk.directory, person)
        if not test or not drill:
            return NotQualified(person, bool(test), bool(drill))
    if role in EXTERNAL and not site.person(person).agreement_on:
        return AgreementMissing(person)
    if ticket := avoids(site, desk, person):
        return MustAvoid(person, ticket)
    return None


class NotQualified(Refusal, frozen=True):
    """Test and drill, both of them, before an administrator serves."""

    clause: ClassVar[ClauseId] = ClauseId("STF-09")
    person: PersonId
    test: bool
    drill: bool


class AgreementMissing(Refusal, frozen=True):
    """People from outside work here only with a signed confidentiality document."""

    clause: ClassVar[ClauseId] = ClauseId("STF-13")
    person: PersonId


class MustAvoid(Refusal, frozen=True):
    """This person, or a relative, sits this exam as `ticket`."""

    clause: ClassVar[ClauseId] = ClauseId("STF-12")
    person: PersonId
    ticket: Ticket
