"""Who works at the site: the people the agency sent and what each may do (STF-01..05)."""

from __future__ import annotations

import msgspec

from app.core.terms import PersonId, Role, RoomId


class StaffMember(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One person of the staff list; `room` is None for those who serve the whole site, `skill` is computer skill."""

    code: PersonId
    name: str
    role: Role
    room: RoomId | None = None
    phone: str = ""
    skill: bool = False
