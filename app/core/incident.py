"""Incidents (异常情况): a number to hang records on, opened and closed with their times."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from app.core.incident_kinds import IncidentKind
from app.core.incident_state import Incident
from app.core.operation import ROOM, Decision, Demand, Desk, Fact, NotYetHappened, Operation, Refusal, untold
from app.core.site import Site
from app.core.terms import ClauseId, IncidentNo, PersonId, Role, RoomId, SessionId


def next_incident(site: Site, desk: Desk) -> IncidentNo:
    """Numbers carry the machine's name, so two machines never give the same one."""
    own = sum(number.startswith(f"{desk.machine}-") for number in site.incidents)
    return IncidentNo(f"{desk.machine}-{own + 1:03d}")


def open_incident(site: Site, number: IncidentNo, session: SessionId, *rooms: RoomId) -> Refusal | None:
    """Why a step cannot hang on this incident: it is not open, or speaks of another session or of other rooms."""
    incident = site.incidents.get(number)
    if incident is None or incident.closed_at:
        return NoOpenIncident(number)
    here = incident.session in (session, None) and (not rooms or incident.room in (*rooms, None))
    return None if here else IncidentElsewhere(number)


def nowhere(site: Site, session: SessionId | None, room: RoomId | None) -> Refusal | None:
    """Why nothing can have happened there: the plan knows no such session or room."""
    if (session is None or session in site.sessions) and (room is None or room in site.plans):
        return None
    return NoSuchPlace(session or SessionId(""), room or RoomId(""))


class OpenIncident(Operation, frozen=True):
    """Say what happened where and when; anyone at work may. `found_at`: None where it was seen happening."""

    kind: IncidentKind
    session: SessionId | None
    room: RoomId | None
    happened_at: datetime
    reported_by: PersonId
    found_at: datetime | None = None

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM | {Role.CHIEF, Role.DEPUTY, Role.EXAM_OFFICE, Role.RESIDENT, Role.ROVING})

    def decide(self, site: Site, desk: Desk) -> Decision:
        found = self.found_at or self.happened_at
        if no := untold(found, self.reported_by, desk) or nowhere(site, self.session, self.room):
            return no
        if found < self.happened_at:
            return FoundBeforeItHappened(found, self.happened_at)
        number, at, by = next_incident(site, desk), self.happened_at, self.reported_by
        return (IncidentOpened(number, self.kind, self.session, self.room, at, by, self.found_at),)


class IncidentOpened(Fact, frozen=True):
    """An incident has a number."""

    number: IncidentNo
    kind: IncidentKind
    session: SessionId | None
    room: RoomId | None
    happened_at: datetime
    reported_by: PersonId
    found_at: datetime | None = None

    def apply(self, site: Site) -> None:
        incident = Incident(self.number, self.kind, self.session, self.room, self.happened_at, found_at=self.found_at)
        site.incidents[self.number] = incident
        site.outdate_by(incident)


class CloseIncident(Operation, frozen=True):
    """Say since when it is over."""

    number: IncidentNo
    closed_at: datetime

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(frozenset({Role.SITE_ADMIN, Role.CHIEF}))

    def decide(self, site: Site, desk: Desk) -> Decision:
        incident = site.incidents.get(self.number)
        if incident is None or incident.closed_at:
            return NoOpenIncident(self.number)
        if self.closed_at > desk.now:
            return NotYetHappened(self.closed_at, desk.now)
        if self.closed_at < incident.happened_at:
            return ClosedBeforeOpened(self.closed_at, incident.happened_at)
        return (IncidentClosed(self.number, self.closed_at),)


class IncidentClosed(Fact, frozen=True):
    """An incident is over."""

    number: IncidentNo
    closed_at: datetime

    def apply(self, site: Site) -> None:
        incident = site.incidents[self.number]
        # While it still stands where it stood: over before a room began, it is no longer told of there.
        site.outdate_by(incident)
        incident.closed_at = self.closed_at


class FoundBeforeItHappened(Refusal, frozen=True):
    """Nothing is found before it happens."""

    clause: ClassVar[ClauseId] = ClauseId("INC-02")
    found_at: datetime
    happened_at: datetime


class NoSuchPlace(Refusal, frozen=True):
    """The package in force has no such session or room."""

    clause: ClassVar[ClauseId] = ClauseId("ARR-09")
    session: SessionId
    room: RoomId


class NoOpenIncident(Refusal, frozen=True):
    """No incident of this number is open."""

    clause: ClassVar[ClauseId] = ClauseId("INC-01")
    number: IncidentNo


class IncidentElsewhere(Refusal, frozen=True):
    """The incident speaks of another session or room."""

    clause: ClassVar[ClauseId] = ClauseId("INC-01")
    number: IncidentNo


class ClosedBeforeOpened(Refusal, frozen=True):
    """Nothing ends before it began."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-05")
    closed_at: datetime
    happened_at: datetime
