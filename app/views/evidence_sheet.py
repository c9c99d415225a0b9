"""What stands on the list of evidence and things in custody (证据清单和暂存登记) of one session (VIO-10)."""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.core.directory import Directory
from app.core.free_text import TextPart
from app.core.site import Site
from app.core.terms import SessionId
from app.core.violation_state import Evidence, KeptAt, Violation
from app.views.session_head import SessionHead, session_head
from app.views.site_sheet import SiteSheet


class MoveLine(msgspec.Struct, frozen=True):
    """Where a piece lay from then on."""

    place: str
    at: datetime


class EvidenceLine(msgspec.Struct, frozen=True):
    """One piece. `ticket` is "" for who is no candidate; `name` and `item` are None after erasure."""

    tag: str
    room: str
    ticket: str
    name: str | None
    kind: str
    item: str | None
    digest: str
    moves: tuple[MoveLine, ...]


class EvidenceSheet(SiteSheet, frozen=True):
    """Every piece of a session. What goes to the agency afterwards stands on the sheet of that hand-over."""

    head: SessionHead
    pieces: tuple[EvidenceLine, ...]

    @property
    def last_at(self) -> datetime:
        return max(move.at for one in self.pieces for move in one.moves)


def evidence_sheet(site: Site, people: Directory, session: SessionId) -> EvidenceSheet | None:
    """None where nothing was taken."""
    pieces = tuple(
        _line(people, violation, one)
        for violation in site.violations.values()
        if violation.session == session
        for one in violation.evidence
    )
    return EvidenceSheet(session_head(site, session), pieces) if pieces else None


def _line(people: Directory, violation: Violation, one: Evidence) -> EvidenceLine:
    return EvidenceLine(
        tag=one.tag,
        room=violation.room,
        ticket=violation.ticket or "",
        name=people.name(violation.ticket) if violation.ticket else "",
        kind=one.kind,
        item=people.said(one.text, TextPart.ITEM),
        digest=one.digest,
        moves=tuple(MoveLine(place, at) for place, at in one.moves if place is not KeptAt.AGENCY),
    )
