"""What hangs on an incident: delays, extra time, standalone, transfers, violations, answers written off (INC-13)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum

import msgspec

from app.core.incident_state import Incident
from app.core.room_state import SettledAs
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import CauseNo, SessionId
from app.core.time_state import Measure
from app.views.transfer_sheet import whole_rooms


class LinkKind(StrEnum):
    """What was done because of it."""

    DELAY_ASKED = "delay_asked"
    EXTRA_ASKED = "extra_asked"
    STARTED_LATE = "started_late"
    EXTRA_TIME = "extra_time"
    STANDALONE = "standalone"
    TRANSFER = "transfer"
    ROOM_MOVED = "room_moved"
    VIOLATION = "violation"
    SUSPECTED = "suspected"
    WRITTEN_OFF = "written_off"


class LinkLine(msgspec.Struct, frozen=True):
    """One record. `number` is its own, "" where it has none; `rooms` in order; `ticket` is "" for more than one person.

    `people` of a whole room, `minutes` of a delay or of extra time, `seconds` that a room started late; 0 where that
    says nothing. `at` is None for answers written off.
    """

    kind: str
    session: str
    number: str
    rooms: tuple[str, ...]
    ticket: str
    people: int
    minutes: int
    seconds: int
    at: datetime | None


def links(site: Site, incident: Incident, until: datetime, *, over: bool) -> tuple[LinkLine, ...]:
    """What was entered up to that moment, in order of time; `over`: with answers written off, which have no time."""
    lines = [*_asked(site, incident)]
    for session, state in site.sessions.items():
        lines += _measures(site, session, state, incident)
        lines += _people(session, state, incident)
        lines += _suspected(session, state, incident)
        if over:
            lines += _written_off(session, state, incident)
    lines += [
        LinkLine(LinkKind.VIOLATION, one.session, one.number, (one.room,), one.ticket or "", 0, 0, 0, one.now.found_at)
        for one in site.violations.values()
        if one.incident == incident.number
    ]
    told = [one for one in lines if one.at is None or one.at <= until]
    return tuple(sorted(told, key=lambda one: (one.at is None, one.at or until, one.kind, one.number, one.ticket)))


def _asked(site: Site, incident: Incident) -> Iterator[LinkLine]:
    cause = CauseNo(incident.number)
    for one in site.applications.values():
        if cause in one.causes:
            kind = LinkKind.DELAY_ASKED if one.measure is Measure.DELAY else LinkKind.EXTRA_ASKED
            yield LinkLine(kind, one.session, one.number, one.rooms, "", len(one.tickets), one.minutes, 0, one.asked_at)


def _measures(site: Site, session: SessionId, state: SessionState, incident: Incident) -> Iterator[LinkLine]:
    cause = CauseNo(incident.number)
    for room, late in state.late_starts.items():
        if cause in site.applications[late.application].causes:
            started = state.rooms[room].started_at
            yield LinkLine(LinkKind.STARTED_LATE, session, late.application, (room,), "", 0, 0, late.seconds, started)
    for one in state.extra_time:
        if cause in one.causes and not one.taken_back_at:
            alone = one.tickets[0] if len(one.tickets) == 1 else ""
            yield LinkLine(
                LinkKind.EXTRA_TIME, session, one.number, (one.room,), alone, len(one.tickets), one.minutes, 0, one.at
            )


def _people(session: SessionId, state: SessionState, incident: Incident) -> Iterator[LinkLine]:
    cause = CauseNo(incident.number)
    for ticket, alone in state.standalone.items():
        for consent in alone.consents:
            if cause in consent.causes:
                yield LinkLine(LinkKind.STANDALONE, session, "", (), ticket, 0, 0, 0, consent.at)
    for one in state.transfers:
        if one.incident == incident.number and one.settled is not SettledAs.MOVED_ROOM:
            yield LinkLine(LinkKind.TRANSFER, session, one.number, (one.out_of,), one.ticket, 0, 0, 0, one.out_at)
    for way in whole_rooms(state):
        if way.incident == incident.number:
            rooms = (way.room_out, way.room_in)
            yield LinkLine(LinkKind.ROOM_MOVED, session, "", rooms, "", way.people, 0, 0, way.at)


def _suspected(session: SessionId, state: SessionState, incident: Incident) -> Iterator[LinkLine]:
    for room in state.rooms.values():
        for ticket, sitting in room.sittings.items():
            if sitting.suspicion and sitting.suspicion.incident == incident.number:
                at = incident.happened_at
                yield LinkLine(LinkKind.SUSPECTED, session, "", (room.room,), ticket, 0, 0, 0, at)


def _written_off(session: SessionId, state: SessionState, incident: Incident) -> Iterator[LinkLine]:
    for room in state.rooms.values():
        for ticket, sitting in room.sittings.items():
            if sitting.written_off_on == incident.number:
                yield LinkLine(LinkKind.WRITTEN_OFF, session, "", (room.room,), ticket, 0, 0, 0, None)
