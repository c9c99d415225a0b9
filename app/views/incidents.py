"""Incidents as the desk sees them: the clock of the reports, whom to tell now, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.core.incident_kinds import Hop, IncidentKind, Severity, first_report_minutes, route
from app.core.incident_report import final_owed, late_from, owed
from app.core.incident_state import Evacuated, Incident
from app.core.plan import Session
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.terms import IncidentNo, RoomId, SessionId
from app.views.step import Measure, StepKind

_SECOND = timedelta(seconds=1)


class ReportClock(StrEnum):
    """How the reports of an incident stand (INC-02)."""

    NOT_REQUIRED = "not_required"
    """This rulebook asks for a record only."""
    DUE = "due"
    LATE = "late"
    """Somebody on the way has not heard of it in time."""
    TOLD = "told"
    TOLD_LATE = "told_late"
    """Everybody heard of it, at least one too late."""


class IncidentStep(StrEnum):
    """What an incident asks for next."""

    REPORT = "report"
    SETTLE = "settle"
    """Everybody knows: it is dealt with until it is over."""
    FINAL_REPORT = "final_report"
    FILE = "file"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Clock:
    """`seconds` since it was found, or found to be graver; once everybody heard of it, until the last of them did."""

    state: ReportClock
    seconds: int
    until: datetime
    """The last moment that is in time."""


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """`next_hop` is whom to tell now, None where nobody waits for it."""

    number: IncidentNo
    kind: IncidentKind
    severity: Severity
    session: SessionId | None
    room: RoomId | None
    found_at: datetime
    clock: Clock
    step: IncidentStep
    next_hop: Hop | None
    closed_at: datetime | None
    filed_at: datetime | None


def clock(incident: Incident, rulebook: Rulebook, now: datetime) -> Clock:
    """Amber from the first second on, red once somebody on the way should have heard of it (J-16)."""
    until, way = late_from(incident, rulebook), route(incident.severity, rulebook)
    since, last = until - timedelta(minutes=first_report_minutes(rulebook)), now
    heard = [one for one in incident.reports if one.hop in way and one.at >= incident.since]
    if owed(incident, rulebook):
        state = ReportClock.LATE if now > until else ReportClock.DUE
    elif not heard:
        state = ReportClock.NOT_REQUIRED
    else:
        since, last = incident.since, max(at for hop in way if (at := incident.told(hop)))
        state = ReportClock.TOLD_LATE if any(one.late for one in heard) else ReportClock.TOLD
    return Clock(state, max((last - since) // _SECOND, 0), until)


def row(incident: Incident, rulebook: Rulebook, now: datetime) -> IncidentRow:
    """One incident as it is now."""
    return IncidentRow(
        incident.number,
        IncidentKind(incident.kind),
        incident.severity,
        incident.session,
        incident.room,
        incident.found,
        clock(incident, rulebook, now),
        next_step(incident, rulebook),
        next(iter(owed(incident, rulebook)), None),
        incident.closed_at,
        incident.filed_at,
    )


_ORDER = tuple(IncidentStep)


def rows(site: Site, rulebook: Rulebook, now: datetime) -> tuple[IncidentRow, ...]:
    """What waits for a report first, the longest at the top; what rests comes last, the newest of it first."""
    every = [row(one, rulebook, now) for _, one in sorted(site.incidents.items())]
    open_ones = [one for one in every if one.step is not IncidentStep.NOTHING]
    resting = [one for one in every if one.step is IncidentStep.NOTHING]
    open_ones.sort(key=lambda one: (_ORDER.index(one.step), one.clock.until))
    resting.sort(key=lambda one: one.found_at, reverse=True)
    return (*open_ones, *resting)


def next_step(incident: Incident, rulebook: Rulebook) -> IncidentStep:
    """Reports go before everything else, also where it is long over."""
    if incident.filed_at:
        return IncidentStep.NOTHING
    if owed(incident, rulebook):
        return IncidentStep.REPORT
    if incident.closed_at is None:
        return IncidentStep.SETTLE
    return IncidentStep.FINAL_REPORT if final_owed(incident, rulebook) else IncidentStep.FILE


def unreported(site: Site, rulebook: Rulebook, session: SessionId) -> tuple[IncidentNo, ...]:
    """Those of this session, and of none, of which somebody on the way has not heard."""
    every = (one for _, one in sorted(site.incidents.items()) if one.session in (session, None))
    return tuple(one.number for one in every if owed(one, rulebook))


def reports_due(site: Site, rulebook: Rulebook, plan: Session) -> Iterator[Measure]:
    """A step only while somebody on the way has not heard of an incident of this session."""
    here = [one for one in site.incidents.values() if _asked_in(site, one) == plan.id and route(one.severity, rulebook)]
    waiting = [one for one in here if owed(one, rulebook)]
    if waiting:
        by = min(late_from(one, rulebook) for one in waiting)
        yield Measure(StepKind.REPORT_INCIDENT, len(here) - len(waiting), len(here), by=by)


def _asked_in(site: Site, incident: Incident) -> SessionId | None:
    """Its own session; what belongs to none is asked for in the first one held from its day on."""
    if incident.session is not None:
        return incident.session
    held = (state.plan for state in site.sessions.values() if state.rooms)
    later = [plan for plan in held if plan.starts_at.date() >= incident.happened_at.date()]
    first = min(later, key=lambda plan: plan.starts_at, default=None)
    return first.id if first else None


def outside(incident: Incident) -> tuple[Evacuated, ...]:
    """Rooms that were left and that nobody is back in."""
    return tuple(one for one in incident.evacuated if one.back_at is None)


def may_leave(site: Site, incident: Incident) -> tuple[tuple[SessionId, RoomId], ...]:
    """Rooms that can be left on it: under way, and not left already."""
    left = {one.room for one in outside(incident)}
    return tuple(
        (session, number)
        for session, state in sorted(site.sessions.items())
        for number, room in sorted(state.rooms.items())
        if room.release and not room.ended_at and not room.called_off and room.in_use and number not in left
    )
