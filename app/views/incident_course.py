"""The course of an incident from its discovery to its filing, and who was reset meanwhile (INC-03)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.core.incident_state import Evacuated, Graded, Incident, IncidentNote, IncidentReport
from app.core.room_state import Sitting
from app.core.site import Site
from app.core.terms import Ticket


def resets(site: Site, incident: Incident) -> tuple[Ticket, ...]:
    """Who was reset in its room while it lasted: a reset cites no cause of its own (RST-01)."""
    state = site.sessions.get(incident.session) if incident.session else None
    if state is None or incident.room is None:
        return ()
    rooms = (one for one in state.rooms.values() if incident.room in (one.room, one.moved_from))
    here = (one for room in rooms for one in room.sittings.values())
    return tuple(sorted(one.ticket for one in here if _reset_in(one, incident)))


def _reset_in(one: Sitting, incident: Incident) -> bool:
    every = (*one.past_resets, one.reset) if one.reset else one.past_resets
    until = incident.closed_at
    return any(incident.happened_at <= reset.at and (until is None or reset.at <= until) for reset in every)


class CourseKind(StrEnum):
    """What a line of the course of an incident tells."""

    HAPPENED = "happened"
    FOUND = "found"
    REPORT = "report"
    NOTE = "note"
    GRADE = "grade"
    LEFT = "left"
    BACK = "back"
    OVER = "over"
    FILED = "filed"


@dataclass(frozen=True, slots=True)
class CourseLine:
    """`about` is what was entered, None where the time says it all."""

    at: datetime
    kind: CourseKind
    about: IncidentReport | IncidentNote | Graded | Evacuated | None = None


def course(incident: Incident) -> tuple[CourseLine, ...]:
    """Everything that was entered of it, in order of time."""
    kind = CourseKind
    told = [
        CourseLine(incident.happened_at, kind.HAPPENED),
        *(CourseLine(one.at, kind.REPORT, one) for one in incident.reports),
        *(CourseLine(one.at, kind.NOTE, one) for one in incident.notes),
        *(CourseLine(one.at, kind.GRADE, one) for one in incident.grades),
        *(CourseLine(one.left_at, kind.LEFT, one) for one in incident.evacuated),
        *(CourseLine(one.back_at, kind.BACK, one) for one in incident.evacuated if one.back_at),
    ]
    moments = ((incident.found_at, kind.FOUND), (incident.closed_at, kind.OVER), (incident.filed_at, kind.FILED))
    told += [CourseLine(at, what) for at, what in moments if at is not None]
    order = tuple(CourseKind)
    return tuple(sorted(told, key=lambda one: (one.at, order.index(one.kind))))
