"""Attendance (缺考): the roll of a room, after entry has closed (CAN-06)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from app.core.entry import door_closes, turned_away
from app.core.operation import (
    ROOM,
    Decision,
    Demand,
    Desk,
    Fact,
    Operation,
    Refusal,
    untold,
)
from app.core.room_open import RoomMovedAway
from app.core.room_state import Presence, RoomSession
from app.core.site import Site
from app.core.terms import ClauseId, PersonId, RoomId, SessionId, Ticket


class ConfirmAttendance(Operation, frozen=True):
    """All of this room but these are present (CAN-06): the room's own count, after entry has closed."""

    session: SessionId
    room: RoomId
    absent: tuple[Ticket, ...]
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM)

    def decide(self, site: Site, desk: Desk) -> Decision:
        room = site.room(self.session, self.room)
        if room is None or room.started_at is None:
            return RoomNotStarted(self.session, self.room)
        if room.moved_to:
            return RoomMovedAway(self.session, self.room, room.moved_to)
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        closes = door_closes(room, site, desk)
        if closes and self.happened_at <= closes:
            return EntryStillOpen(self.session, self.room, closes)
        if room.attendance_confirmed_at:
            return AlreadyConfirmed(self.session, self.room, room.attendance_confirmed_at)
        if no := self._misnamed(room):
            return no
        here = room.sittings
        present = tuple(t for t, s in here.items() if s.presence is Presence.AWAITED and t not in self.absent)
        if late := tuple(ticket for ticket in present if turned_away(site, self.session, ticket)):
            return LateYetPresent(self.room, late)
        if sent := tuple(ticket for ticket in present if here[ticket].turned_back_at or here[ticket].suspicion):
            return TurnedBackYetPresent(self.room, sent)
        absent = tuple(sorted(set(self.absent)))
        return (AttendanceConfirmed(self.session, self.room, present, absent, self.happened_at, self.reported_by),)

    def _misnamed(self, room: RoomSession) -> Refusal | None:
        """Why these cannot be the absent ones."""
        if strange := tuple(ticket for ticket in self.absent if ticket not in room.sittings):
            return NotOfThisRoom(self.room, strange)
        here = room.sittings
        if held := tuple(ticket for ticket, sitting in here.items() if sitting.held):
            return HeldUndecided(self.room, held)
        if seen := tuple(t for t in self.absent if here[t].presence not in (Presence.AWAITED, Presence.ABSENT)):
            return SeenYetAbsent(self.room, seen)
        return None


class AttendanceConfirmed(Fact, frozen=True):
    """A room's roll: `absent` did not come, `present` were there without a check-in of their own at the desk."""

    session: SessionId
    room: RoomId
    present: tuple[Ticket, ...]
    absent: tuple[Ticket, ...]
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        room = site.sessions[self.session].rooms[self.room]
        room.attendance_confirmed_at = self.at
        for ticket in self.present:
            room.sittings[ticket].presence = Presence.PRESENT
        for ticket in self.absent:
            sitting = room.sittings[ticket]
            sitting.presence, sitting.marked_absent_at = Presence.ABSENT, self.at


class RoomNotStarted(Refusal, frozen=True):
    """The room has not started this session."""

    clause: ClassVar[ClauseId] = ClauseId("CAN-06")
    session: SessionId
    room: RoomId


class EntryStillOpen(Refusal, frozen=True):
    """Someone may still come."""

    clause: ClassVar[ClauseId] = ClauseId("CAN-06")
    session: SessionId
    room: RoomId
    closes_at: datetime


class AlreadyConfirmed(Refusal, frozen=True):
    """The roll is confirmed once; afterwards single entries are corrected."""

    clause: ClassVar[ClauseId] = ClauseId("CAN-06")
    session: SessionId
    room: RoomId
    confirmed_at: datetime


class NotOfThisRoom(Refusal, frozen=True):
    """These tickets do not sit in this room."""

    clause: ClassVar[ClauseId] = ClauseId("CAN-06")
    room: RoomId
    tickets: tuple[Ticket, ...]


class SeenYetAbsent(Refusal, frozen=True):
    """These entered or were transferred out; they cannot be absent."""

    clause: ClassVar[ClauseId] = ClauseId("CAN-06")
    room: RoomId
    tickets: tuple[Ticket, ...]


class LateYetPresent(Refusal, frozen=True):
    """These came too late and were turned away; the roll must name them as absent."""

    clause: ClassVar[ClauseId] = ClauseId("CAN-06")
    room: RoomId
    tickets: tuple[Ticket, ...]


class HeldUndecided(Refusal, frozen=True):
    """These still wait at the door."""

    clause: ClassVar[ClauseId] = ClauseId("CAN-01")
    room: RoomId
    tickets: tuple[Ticket, ...]


class TurnedBackYetPresent(Refusal, frozen=True):
    """These were not let in, their identity not being proved; the roll must name them as absent."""

    clause: ClassVar[ClauseId] = ClauseId("CAN-01")
    room: RoomId
    tickets: tuple[Ticket, ...]


class RoomHasEnded(Refusal, frozen=True):
    """After the end command the room's figures stand."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-01")
    session: SessionId
    room: RoomId
    ended_at: datetime
