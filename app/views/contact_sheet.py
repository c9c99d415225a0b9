"""联系方式: whom to call, on one page for the exam office (INC-12), before anyone draws it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from app.core.directory import Directory
from app.core.free_text import TextPart
from app.core.incident_kinds import Hop, Severity, route
from app.core.paper_state import Contact
from app.core.site import Site
from app.core.terms import Role
from app.views.session_times import package_of
from app.views.site_sheet import SiteSheet, sheet_head

_LISTED = (
    Role.CHIEF,
    Role.DEPUTY,
    Role.SITE_ADMIN,
    Role.EXAM_OFFICE,
    Role.RESIDENT,
    Role.ROVING,
    Role.TECHNICIAN,
    Role.ROOM_ADMIN,
)
"""Who is called on the day, the chief first; invigilators are reached through the administrator of their room."""


class StaffPhone(msgspec.Struct, frozen=True):
    """`role` is a role's code, or that of a contact. `name` and `phone` are "" where a line is left to write in,
    None once the personal data were erased; `room` is "" for those who serve the whole site."""

    role: str
    name: str | None
    phone: str | None
    room: str = ""


class ContactSheet(SiteSheet, frozen=True):
    """The site's own telephones, those outside, and those of its staff."""

    address: str
    phones: tuple[str, ...]
    outside: tuple[StaffPhone, ...]
    staff: tuple[StaffPhone, ...]


def contact_sheet(site: Site, people: Directory) -> ContactSheet:
    """Once a package is in force."""
    package = package_of(site)
    plan, grave = package.plan, route(Severity.MAJOR, package.rulebook)
    asked = [one for one in Contact if one is not Contact.LEADING_GROUP or Hop.LEADING_GROUP in grave]
    outside = tuple(StaffPhone(contact, *said_of(site, people, contact)) for contact in asked)
    return ContactSheet(sheet_head(site), plan.address, plan.phones, outside, staff_phones(people, _LISTED))


def said_of(site: Site, people: Directory, contact: Contact) -> tuple[str | None, str | None]:
    """Name and telephone of whom to call; empty where nobody was entered."""
    text = site.contacts.get(contact)
    return (people.said(text, TextPart.NAME), people.said(text, TextPart.PHONE)) if text else ("", "")


def staff_phones(people: Directory, roles: Sequence[Role]) -> tuple[StaffPhone, ...]:
    """Everybody in these roles, role by role; a role that nobody has gets a line of its own."""
    found = []
    for role in roles:
        members = sorted((one.room or "", one.code, one) for one in people.staff.values() if one.role is role)
        found += [StaffPhone(role, one.name, one.phone, room) for room, _, one in members]
        if not members:
            found.append(StaffPhone(role, "", ""))
    return tuple(found)
