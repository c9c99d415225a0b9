"""From when on a sheet of the site is more than a draft, and what there is to tell (REC-01, REC-15)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import ClassVar

from app.core.cleaning import Lack, lacks
from app.core.closing import RoomsStillOpen
from app.core.incident_state import Incident, IncidentReport
from app.core.operation import Refusal
from app.core.records import DraftOnly
from app.core.room_state import RoomSession, Sitting
from app.core.site import Site
from app.core.site_form import APPLICATION_FORMS, OF_DAY, OF_EXAM, OF_SESSION, NothingToPrint, SiteForm, day_of
from app.core.standalone_state import Standalone
from app.core.terms import (
    ApplicationNo,
    ClauseId,
    HandoverNo,
    IncidentNo,
    SessionId,
    SupervisionNo,
    Ticket,
    ViolationNo,
)
from app.core.time_state import Application, Measure

_MEASURES = {SiteForm.DELAY_APPLICATION: Measure.DELAY, SiteForm.EXTRA_TIME_APPLICATION: Measure.EXTRA_TIME}
_SEALING = re.compile(r"[1-9][0-9]{0,2}")


def application_of(site: Site, form: SiteForm, subject: str) -> Application | None:
    """What this form tells of; None where there is no such application, or nothing came on it yet."""
    asked = site.applications.get(ApplicationNo(subject))
    if asked is None or form is SiteForm.AUTHORITIES:
        return asked if asked and (asked.consents or asked.codes or asked.directives) else None
    return asked if asked.measure is _MEASURES[form] else None


def delay_sheet_due(site: Site, session: SessionId) -> bool:
    """Where a room started late or was called off; a session without any has no such sheet (TIM-05)."""
    state = site.sessions.get(session)
    return state is not None and bool(state.late_starts or any(room.called_off for room in state.rooms.values()))


def delays_open(site: Site, session: SessionId) -> Refusal | None:
    """Why the delay record of a session is not made yet."""
    if not delay_sheet_due(site, session):
        return NothingToPrint(SiteForm.DELAYS)
    return _going_on(site, session)


def _going_on(site: Site, session: SessionId) -> Refusal | None:
    rooms = site.sessions[session].rooms.items()
    going_on = tuple(sorted(number for number, room in rooms if room.in_use and not room.ended_at))
    return RoomsStillOpen(session, going_on) if going_on else None


def transfer_sheet_due(site: Site, session: SessionId) -> bool:
    """In an overbooked site always, with nobody on it too; elsewhere where somebody changed rooms (OVB-11)."""
    state = site.sessions.get(session)
    overbooked = site.package is not None and site.package.plan.overbooked
    return state is not None and (overbooked or bool(state.transfers))


def transfers_open(site: Site, session: SessionId) -> Refusal | None:
    """Why the transfer sheet of a session is not made yet."""
    if not transfer_sheet_due(site, session):
        return NothingToPrint(SiteForm.TRANSFERS)
    state = site.sessions[session]
    pending = sum(one.settled is None for one in state.transfers)
    disputed = sum(one.claimed_by is not None for room in state.rooms.values() for one in room.sittings.values())
    if pending or disputed:
        return TransfersUnsettled(session, pending, disputed)
    return _going_on(site, session)


def standalone_subject(session: SessionId, ticket: Ticket) -> str:
    """What a standalone sheet is called by."""
    return f"{session}-{ticket}"


def standalone_of(site: Site, subject: str) -> tuple[RoomSession, Sitting, Standalone] | None:
    """Whose sheet it is: None where no consent was given to such a candidate."""
    session, _, ticket = subject.rpartition("-")
    state = site.sessions.get(SessionId(session))
    alone = state.standalone.get(Ticket(ticket)) if state else None
    sitting = site.sitting(SessionId(session), Ticket(ticket))
    if state is None or alone is None or sitting is None:
        return None
    return state.rooms[sitting.room], sitting, alone


def standalone_open(site: Site, subject: str) -> Refusal | None:
    """Why the sheet is not made yet: it is as soon as the answers are back, while the candidate is there to sign."""
    found = standalone_of(site, subject)
    if found is None:
        return NothingToPrint(SiteForm.STANDALONE)
    room, sitting, alone = found
    waits = alone.live or alone.undecided or not alone.packages or alone.waiting
    return DraftOnly(sitting.session, sitting.room) if waits and not room.ended_at else None


def _of_supervision(site: Site, subject: str) -> Refusal | None:
    step = site.supervisions.get(SupervisionNo(subject))
    if step is None:
        return NothingToPrint(SiteForm.SUPERVISION)
    return None if step.closed_at else StepNotEnded(step.number)


def _of_seal(site: Site, subject: str) -> Refusal | None:
    return None if site.seal and _SEALING.fullmatch(subject) else NothingToPrint(SiteForm.SEAL)


def _of_custody(_: Site, subject: str) -> Refusal | None:
    return None if day_of(subject) else NothingToPrint(SiteForm.CUSTODY)


def _of_exam(site: Site, form: SiteForm, subject: str) -> Refusal | None:
    if site.package is None or site.package.exam.id != subject:
        return NothingToPrint(form)
    if form is SiteForm.AWAITING:
        return None if site.safe.awaiting else NothingToPrint(form)
    return NotCleanedYet(lacks(site)) if form is SiteForm.CLEANUP and not site.safe.cleaned else None


def _of_session(site: Site, form: SiteForm, subject: str) -> Refusal | None:
    session = SessionId(subject)
    if session not in site.sessions:
        return NothingToPrint(form)
    if form is SiteForm.SCRATCH_PAPER:
        return _going_on(site, session)
    there = {
        SiteForm.BACKUPS: any(one.session == session for one in site.safe.backups.values()),
        SiteForm.EVIDENCE: any(one.session == session and one.evidence for one in site.violations.values()),
    }
    return None if there.get(form, True) else NothingToPrint(form)


def _of_day(site: Site, form: SiteForm, subject: str) -> Refusal | None:
    day = day_of(subject)
    held = [session for session, state in site.sessions.items() if state.plan.starts_at.date() == day]
    if not held:
        return NothingToPrint(form)
    if form in (SiteForm.NOTICES, SiteForm.DRAW):
        return None
    if form is SiteForm.READINESS_REPORT:
        return _board_open(site, subject)
    return next((no for session in held if (no := _going_on(site, session))), None)


def _board_open(site: Site, day: str) -> Refusal | None:
    """The state holds the last signature alone; of the days before it, the journal tells."""
    return None if site.board and site.board.day.isoformat() >= day else BoardUnsigned()


def report_of(site: Site, subject: str) -> tuple[Incident, IncidentReport] | None:
    """Which report of which incident a subject names, as "A-001-2"."""
    number, _, count = subject.rpartition("-")
    incident = site.incidents.get(IncidentNo(number))
    reports = incident.reports if incident else ()
    found = next((one for one in reports if str(one.number) == count), None)
    return (incident, found) if incident and found else None


def blanks_of(site: Site, subject: str) -> RoomSession | None:
    """The room whose numbered blanks a subject names, as "1-1-001"; None where it was given none."""
    rooms = (room for state in site.sessions.values() for room in state.rooms.values())
    return next((one for one in rooms if one.violation_sheets and f"{one.session}-{one.room}" == subject), None)


def _there(form: SiteForm, find: Callable[[Site, str], object]) -> Callable[[Site, str], Refusal | None]:
    return lambda site, subject: None if find(site, subject) else NothingToPrint(form)


_OPEN: Mapping[SiteForm, Callable[[Site, str], Refusal | None]] = {
    SiteForm.TRANSFERS: lambda site, subject: transfers_open(site, SessionId(subject)),
    SiteForm.DELAYS: lambda site, subject: delays_open(site, SessionId(subject)),
    SiteForm.STANDALONE: standalone_open,
    SiteForm.SUPERVISION: _of_supervision,
    SiteForm.SEAL: _of_seal,
    SiteForm.CUSTODY: _of_custody,
    SiteForm.VIOLATION: _there(SiteForm.VIOLATION, lambda site, subject: site.violations.get(ViolationNo(subject))),
    SiteForm.VIOLATION_BLANKS: _there(SiteForm.VIOLATION_BLANKS, blanks_of),
    SiteForm.INCIDENT_REPORT: _there(SiteForm.INCIDENT_REPORT, report_of),
    SiteForm.HANDOVER: _there(SiteForm.HANDOVER, lambda site, subject: site.handovers.get(HandoverNo(subject))),
    SiteForm.VERIFICATION: _there(
        SiteForm.VERIFICATION,
        lambda site, subject: site.package and site.timestamps and str(site.package.edition) == subject,
    ),
}
"""Why a sheet on this subject is not made yet; applications have their own."""


def not_yet(site: Site, form: SiteForm, subject: str) -> Refusal | None:
    """Why this sheet is not made yet."""
    if form in APPLICATION_FORMS:
        return None if application_of(site, form, subject) else NothingToPrint(form)
    for forms, asked in ((OF_EXAM, _of_exam), (OF_SESSION, _of_session), (OF_DAY, _of_day)):
        if form in forms:
            return asked(site, form, subject)
    return _OPEN[form](site, subject)


class StepNotEnded(Refusal, frozen=True):
    """Before its end the sheet of a supervision is a draft and is not kept."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-03")
    number: SupervisionNo


class TransfersUnsettled(Refusal, frozen=True):
    """Somebody is still between two rooms, or claimed by two: the sheet tells of settled transfers alone."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-11")
    session: SessionId
    pending: int
    disputed: int


class NotCleanedYet(Refusal, frozen=True):
    """The data were not cleaned: the certificate is a draft; this is missing before they may be."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-10")
    lacks: tuple[Lack, ...]


class BoardUnsigned(Refusal, frozen=True):
    """The chief has not decided over this day yet."""

    clause: ClassVar[ClauseId] = ClauseId("RDY-10")


GOING_ON = (StepNotEnded, RoomsStillOpen, DraftOnly, NotCleanedYet, BoardUnsigned)
"""With one of these there is a draft to look at."""
