"""Causes (事由): a delay or a minute of extra time hangs on a fault or an incident, never on nothing (INC-13)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from app.core.incident_state import Fault, Incident
from app.core.operation import Refusal
from app.core.site import Site
from app.core.terms import CauseNo, ClauseId, FaultNo, IncidentNo, RoomId, SessionId


def cause_of(site: Site, number: CauseNo) -> Fault | Incident | None:
    """What this number names; numbers of faults and of incidents never meet."""
    return site.faults.get(FaultNo(number)) or site.incidents.get(IncidentNo(number))


def concerns(site: Site, session: SessionId, room: RoomId, cause: Fault | Incident) -> bool:
    """Whether it happened to this room in this half day; what is mended may still hold a later session up (TIM-08)."""
    plan = site.sessions[session].plan
    if cause.room not in (room, None):
        return False
    if cause.session is not None:
        return site.sessions[cause.session].plan.batch == plan.batch
    return cause.closed_at is None or cause.closed_at.date() >= plan.starts_at.date()


def unfounded(site: Site, session: SessionId, rooms: tuple[RoomId, ...], causes: tuple[CauseNo, ...]) -> Refusal | None:
    """Why a measure for these rooms cannot stand on these causes: each concerns a room, and each room has one."""
    if not causes:
        return NoCause(session)
    found = []
    for number in causes:
        cause = cause_of(site, number)
        if cause is None:
            return NoSuchCause(number)
        found.append(cause)
    for number, cause in zip(causes, found, strict=True):
        if not any(concerns(site, session, room, cause) for room in rooms):
            return CauseNotHere(session, number)
    for room in rooms:
        if not any(concerns(site, session, room, cause) for cause in found):
            return CauseElsewhere(session, room)
    return None


def began(site: Site, causes: tuple[CauseNo, ...]) -> datetime:
    """When the first of them happened; of causes that `unfounded` has nothing against."""
    return min(cause.happened_at for number in causes if (cause := cause_of(site, number)))


class NoCause(Refusal, frozen=True):
    """First the fault or the incident, then what is done about it."""

    clause: ClassVar[ClauseId] = ClauseId("INC-13")
    session: SessionId


class NoSuchCause(Refusal, frozen=True):
    """Nothing of this number was reported."""

    clause: ClassVar[ClauseId] = ClauseId("INC-13")
    number: CauseNo


class CauseNotHere(Refusal, frozen=True):
    """This did not happen to any of these rooms in this half day."""

    clause: ClassVar[ClauseId] = ClauseId("INC-13")
    session: SessionId
    number: CauseNo


class CauseElsewhere(Refusal, frozen=True):
    """None of these happened to this room in this half day."""

    clause: ClassVar[ClauseId] = ClauseId("INC-13")
    session: SessionId
    room: RoomId
