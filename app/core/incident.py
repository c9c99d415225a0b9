"""Incidents (异常情况): a number to hang records on, opened and closed with their times."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from app.core.operation import ROOM, Decision, Demand, Desk, Fact, NotYetHappened, Operation, Refusal, untold
from app.core.site import Incident, Site
from app.core.terms import ClauseId, IncidentNo, PersonId, Role, RoomId, SessionId


class IncidentKind(StrEnum):
    """Codes of the catalogue of incidents (section I2)."""

    EXAM_ORDER = "I-07"
    AUTHORITY = "I-41"
    """A lock or VPN key lost, an authorization misused, a seal broken."""
    ANSWERS_LOST = "I-42"
    POWER = "I-23"
    NETWORK = "I-24"
    OTHER = "I-26"
    EARLY_START = "R-01"
    """Ours: a room reported a start before the scheduled time (LCK-14)."""
    IMPOSTOR = "R-02"
    """Ours: somebody seems to sit for another; the violation itself is recorded apart (CAN-02)."""
    TRANSFER_LATE = "R-03"
    """Ours: a transfer was settled only after its room's time was over (OVB-10)."""
    ROOM_UNUSABLE = "R-04"
    """Ours: a room is lost, or none has a free seat left (J-50, OVB-09)."""
    DELAY_TO_MINISTRY = "R-06"
    """Ours: a start so late that only the ministry decides (TIM-04)."""
    ANSWERS_DAMAGED = "R-07"
    """Ours: a file of answers could not be verified (DAT-02)."""
    ENDED_UNCHECKED = "R-08"
    """Ours: a room gave its end command before everything was checked (DAT-01)."""
    SEATS_SHORT = "R-05"
    """Ours: in a site with fixed seats there are not enough left (J-19)."""


ANSWERS_GONE = frozenset({IncidentKind.ANSWERS_LOST, IncidentKind.ANSWERS_DAMAGED})


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
    """Say what happened where and when; anyone at work in the site may."""

    kind: IncidentKind
    session: SessionId | None
    room: RoomId | None
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM | {Role.CHIEF, Role.DEPUTY, Role.EXAM_OFFICE, Role.RESIDENT, Role.ROVING})

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk) or nowhere(site, self.session, self.room):
            return no
        number = next_incident(site, desk)
        return (IncidentOpened(number, self.kind, self.session, self.room, self.happened_at, self.reported_by),)


class IncidentOpened(Fact, frozen=True):
    """An incident has a number."""

    number: IncidentNo
    kind: IncidentKind
    session: SessionId | None
    room: RoomId | None
    happened_at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        site.incidents[self.number] = Incident(self.number, self.kind, self.session, self.room, self.happened_at)
        site.outdate(self.session, self.room, self.happened_at)


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
        incident.closed_at = self.closed_at
        site.outdate(incident.session, incident.room, incident.happened_at)


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
