"""编排核对单: whether what was taken in is what the agency arranged (ARR-01, ARR-02), before anyone draws it."""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.core.site import Site, Source
from app.core.terms import SessionId
from app.core.timestamp import TimestampsDiffer, TimestampsIncomplete, odd_timestamp
from app.views.session_times import arranged_rooms, package_of
from app.views.site_sheet import SiteSheet, sheet_head


class Reading(msgspec.Struct, frozen=True):
    """What one place showed, "" where nobody entered it; `odd`: it stands alone against the others."""

    source: str
    text: str
    normalised: bool
    odd: bool


class ArrangedSession(msgspec.Struct, frozen=True):
    """How many are arranged into one session."""

    session: str
    subject: str
    starts_at: datetime
    rooms: int
    candidates: int


class VerificationSheet(SiteSheet, frozen=True):
    """One edition of the arrangement. `complete`: all three places were entered; `scanned` is None before a scan."""

    edition: int
    package: str
    exam_id: str
    readings: tuple[Reading, ...]
    complete: bool
    scanned: bool | None
    sessions: tuple[ArrangedSession, ...]
    rooms: int
    seats: int
    candidates: int
    overbooked: bool

    @property
    def equal(self) -> bool:
        """All three places show the same."""
        return self.complete and not any(one.odd for one in self.readings)


def verification_sheet(site: Site) -> VerificationSheet:
    """Of the edition that is in force."""
    package = package_of(site)
    found = odd_timestamp(site)
    odd = found.odd if isinstance(found, TimestampsDiffer) else ()
    sessions = tuple(_session(site, session) for session in site.sessions)
    rooms = arranged_rooms(site, *site.sessions)
    tickets = {ticket for state in site.sessions.values() for room in state.rooms.values() for ticket in room.sittings}
    return VerificationSheet(
        head=sheet_head(site),
        edition=package.edition,
        package=package.digest,
        exam_id=package.exam.id,
        readings=tuple(_reading(site, source, odd=source in odd) for source in Source),
        complete=not isinstance(found, TimestampsIncomplete),
        scanned=site.scan_passed,
        sessions=sessions,
        rooms=len(rooms),
        seats=sum(one.seats for one in rooms),
        candidates=len(tickets),
        overbooked=package.plan.overbooked,
    )


def _reading(site: Site, source: Source, *, odd: bool) -> Reading:
    shown = site.timestamps.get(source)
    return Reading(source, shown.text, shown.normalised, odd) if shown else Reading(source, "", False, odd)


def _session(site: Site, session: SessionId) -> ArrangedSession:
    plan, rooms = site.sessions[session].plan, arranged_rooms(site, session)
    return ArrangedSession(session, plan.subject, plan.starts_at, len(rooms), sum(one.candidates for one in rooms))
