"""Standby rooms (备用考场): opened for an overflow, or a whole room goes on there (J-50, OVB-09, FLT-04)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from app.core.attendance import RoomHasEnded, RoomNotStarted
from app.core.authorization import UnknownSession
from app.core.incident import open_incident
from app.core.operation import CHIEF, OFFICE, Decision, Demand, Desk, Fact, Operation, Refusal, untold
from app.core.places import usable
from app.core.room_open import called_off
from app.core.room_state import Presence, RoomSession, SettledAs, Transfer
from app.core.site import Site
from app.core.start import NobodyArranged
from app.core.terms import ClauseId, IncidentNo, PersonId, RoomId, SessionId, TransferNo


class OpenStandbyRoom(Operation, frozen=True):
    """Open a standby room for a session in which the others are full: it can then be released and take people in."""

    session: SessionId
    room: RoomId
    incident: IncidentNo

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (CHIEF,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := _not_standby(site, self.session, self.room) or open_incident(site, self.incident, self.session):
            return no
        return (StandbyRoomOpened(self.session, self.room, self.incident, desk.now),)


class StandbyRoomOpened(Fact, frozen=True):
    """A standby room takes part in a session; nobody was arranged there."""

    session: SessionId
    room: RoomId
    incident: IncidentNo
    at: datetime

    def apply(self, site: Site) -> None:
        state = site.sessions[self.session]
        state.rooms[self.room] = RoomSession(self.session, self.room, stations=state.lent(self.room))


def _not_standby(site: Site, session: SessionId, room: RoomId) -> Refusal | None:
    """Why this room cannot be used for this session: no standby room, in use, or busy with another session."""
    state, plan = site.sessions.get(session), site.plans.get(room)
    if state is None:
        return UnknownSession(session)
    if plan is None or not plan.standby:
        return NotAStandbyRoom(room)
    if all(one.ended_at for one in state.rooms.values() if one.in_use):
        return SessionOver(session)
    for other in site.sessions.values():
        here = other.rooms.get(room)
        busy = here is not None and here.started_at is not None and here.ended_at is None
        if here is not None and (other is state or busy):
            return StandbyRoomInUse(room, other.plan.id)
    return None


class MoveRoom(Operation, frozen=True):
    """Everyone of an unusable room goes on in a standby room: seats are drawn anew, lost time is made good apart."""

    session: SessionId
    room: RoomId
    to: RoomId
    incident: IncidentNo
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (CHIEF,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        room = site.room(self.session, self.room)
        if room is None:
            return NobodyArranged(self.session, (self.room,))
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        if no := called_off(room):
            return no
        if room.ended_at:
            return RoomHasEnded(self.session, self.room, room.ended_at)
        if room.started_at and self.happened_at < room.started_at:
            return RoomNotStarted(self.session, self.room)
        if room.result or room.answers_confirmed_at:
            return ResultIsIn(self.session, self.room)
        if no := open_incident(site, self.incident, self.session, self.room):
            return no
        if no := _not_standby(site, self.session, self.to):
            return no
        coming = sum(one.presence is not Presence.ABSENT for one in room.sittings.values())
        seats = len(usable(site, self.to))
        if coming > seats and not (site.package and site.package.plan.overbooked):
            return StandbyRoomTooSmall(self.to, coming, seats)
        first = len(site.sessions[self.session].transfers)
        numbers = tuple(TransferNo(f"{desk.machine}-{first + n:03d}") for n in range(1, len(room.sittings) + 1))
        at, by = self.happened_at, self.reported_by
        return (RoomMoved(self.session, self.room, self.to, self.incident, numbers, at, by),)


class RoomMoved(Fact, frozen=True):
    """Everyone of `room` goes on in `to`, which takes over its start and its roll; `numbers` are one a person."""

    session: SessionId
    room: RoomId
    to: RoomId
    incident: IncidentNo
    numbers: tuple[TransferNo, ...]
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        state = site.sessions[self.session]
        old = state.rooms[self.room]
        new = state.rooms[self.to] = RoomSession(self.session, self.to, stations=state.lent(self.to))
        for number, ticket in zip(self.numbers, sorted(old.sittings), strict=True):
            sitting = state.take_over(ticket, self.room, self.to)
            sitting.past_resets += (sitting.reset,) if sitting.reset else ()
            sitting.seat, sitting.sits_at, sitting.reset = None, "", None
            if sitting.presence is Presence.PRESENT:
                sitting.in_room_since = self.at
            moved = Transfer(number, ticket, self.room, self.at, self.incident)
            moved.close(SettledAs.MOVED_ROOM, self.at, self.to)
            state.transfers.append(moved)
        new.started_at, new.attendance_confirmed_at = old.started_at, old.attendance_confirmed_at
        new.extra_minutes, new.door_minutes = old.extra_minutes, old.door_minutes
        new.second_check_at, new.reminded_at = old.second_check_at, old.reminded_at
        new.moved_from, old.moved_to, old.ended_at = self.room, self.to, self.at
        old.spares = site.spares.get(self.room, frozenset())


class NotAStandbyRoom(Refusal, frozen=True):
    """The arrangement names no such standby room."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-09")
    room: RoomId


class SessionOver(Refusal, frozen=True):
    """Every room has ended this session; nobody is left to go on anywhere."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-09")
    session: SessionId


class StandbyRoomInUse(Refusal, frozen=True):
    """It serves this session already, or another one that has not ended there."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-09")
    room: RoomId
    session: SessionId


class StandbyRoomTooSmall(Refusal, frozen=True):
    """It has fewer usable seats than people who come."""

    clause: ClassVar[ClauseId] = ClauseId("FLT-04")
    room: RoomId
    people: int
    seats: int


class ResultIsIn(Refusal, frozen=True):
    """The room's result is kept; nobody goes on elsewhere any more."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-03")
    session: SessionId
    room: RoomId
