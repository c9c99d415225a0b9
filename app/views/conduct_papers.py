"""Sheets of violations, evidence, incidents and scratch paper: which there are, what they say, and which are due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from app.core.room_state import RoomSession
from app.core.sheet_open import not_yet
from app.core.site import Site
from app.core.site_form import SiteForm
from app.core.terms import SessionId, ViolationNo
from app.views.evidence_sheet import evidence_sheet
from app.views.incident_sheet import incident_sheet
from app.views.prepared_forms import Ways
from app.views.scratch_sheet import scratch_sheet
from app.views.violation_blanks import violation_blanks
from app.views.violation_sheet import violation_sheet


def _given_blanks(site: Site) -> Iterator[RoomSession]:
    for state in site.sessions.values():
        yield from (room for _, room in sorted(state.rooms.items()) if room.violation_sheets)


def _subject(room: RoomSession) -> str:
    return f"{room.session}-{room.room}"


def _with_evidence(site: Site, *_: object) -> Iterable[str]:
    held = {one.session for one in site.violations.values() if one.evidence}
    return (session for session in site.sessions if session in held)


def _reports(site: Site, *_: object) -> Iterable[str]:
    return (f"{one.number}-{report.number}" for one in site.incidents.values() for report in one.reports)


def _scratch(site: Site, *_: object) -> Iterable[str]:
    return (session for session in site.sessions if scratch_sheet(site, session))


CONDUCT: Mapping[SiteForm, Ways] = {
    SiteForm.VIOLATION: (
        lambda site, *_: site.violations,
        lambda site, people, subject, _: violation_sheet(site, people, ViolationNo(subject)),
    ),
    SiteForm.VIOLATION_BLANKS: (
        lambda site, *_: map(_subject, _given_blanks(site)),
        lambda site, _people, subject, _: violation_blanks(site, subject),
    ),
    SiteForm.EVIDENCE: (
        _with_evidence,
        lambda site, people, subject, _: evidence_sheet(site, people, SessionId(subject)),
    ),
    SiteForm.INCIDENT_REPORT: (_reports, lambda site, people, subject, _: incident_sheet(site, people, subject)),
    SiteForm.SCRATCH_PAPER: (_scratch, lambda site, _people, subject, _: scratch_sheet(site, SessionId(subject))),
}


def blanks_due(site: Site, session: SessionId) -> Iterator[tuple[SiteForm, str]]:
    """Blanks that no room that is still to start was brought yet."""
    for room in _given_blanks(site):
        if room.session == session and not room.started_at and not room.ended_at:
            yield SiteForm.VIOLATION_BLANKS, _subject(room)


def conduct_due(site: Site, session: SessionId) -> Iterator[tuple[SiteForm, str]]:
    """Complete violations, every report of an incident of the session or of the whole site, and once the session is
    over its evidence and, when every room was counted, its scratch paper; printed or not."""
    for violation in site.violations.values():
        if violation.session == session and violation.complete and not violation.withdrawn:
            yield SiteForm.VIOLATION, violation.number
    for incident in site.incidents.values():
        if incident.session in (session, None):
            yield from ((SiteForm.INCIDENT_REPORT, f"{incident.number}-{one.number}") for one in incident.reports)
    if not_yet(site, SiteForm.SCRATCH_PAPER, session) is not None:
        return
    if session in _with_evidence(site):
        yield SiteForm.EVIDENCE, session
    counted = scratch_sheet(site, session)
    if counted and all(one.at for one in counted.rooms):
        yield SiteForm.SCRATCH_PAPER, session
