"""What the room record says of violations (违纪): one line each, the sheet of each has the rest."""

from __future__ import annotations

from app.core.directory import Directory
from app.core.free_text import TextPart
from app.core.on_record import stands_on
from app.core.site import Site
from app.core.terms import RoomId, SessionId
from app.core.violation_state import Found, Violation
from app.views.room_record import ViolationLine


def violation_lines(site: Site, people: Directory, session: SessionId, room: RoomId) -> tuple[ViolationLine, ...]:
    """By the time of the act; with those of the room that it moved from."""
    record = site.sessions[session].rooms[room]
    here = [one for one in site.violations.values() if stands_on(one, record)]
    return tuple(_line(people, one) for one in sorted(here, key=lambda one: (one.now.happened_at, one.number)))


def _line(people: Directory, one: Violation) -> ViolationLine:
    now = one.now
    return ViolationLine(
        number=one.number,
        sheet=now.sheet,
        ticket=one.ticket or "",
        name=people.name(one.ticket) if one.ticket else "",
        kind=now.kind,
        level=one.category.level,
        happened_at=now.happened_at,
        act=people.said(now.text, TextPart.ACT),
        handling=people.said(now.text, TextPart.HANDLING),
        told_at=one.told_at,
        signed_at=one.signed_at,
        refused_at=one.refused.at if one.refused else None,
        removed_at=one.removed.at if one.removed else None,
        later=now.found is not Found.IN_EXAM,
        corrections=len(one.corrections),
        withdrawn_at=one.withdrawn.at if one.withdrawn else None,
        withdrawn_for=people.said(one.withdrawn.text, TextPart.REASON) if one.withdrawn else "",
    )
