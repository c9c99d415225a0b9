"""Attendance (入场、缺考): who came, by when, and who did not."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from app.core.operation import (
    ROOM,
    Decision,
    Demand,
    Desk,
    Fact,
    Operation,
    Refusal,
    Refused,
    untold,
)
from app.core.room_state import LateArrival, Presence, RoomSession
from app.core.site import Site
from app.core.start import RoomNotReleased
from app.core.terms import ClauseId, PersonId, RoomId, SessionId, Ticket
from app.core.timekeeping import entry_closes, entry_rule


class NumberCheck(StrEnum):
    """How the number on the document was held against the roster (CAN-01)."""

    NOT_READ = "not_read"
    """By eye alone, with ticket and person."""
    SAME = "same"
    BY_PERSON = "by_person"
    """What was read differed, or was misread, and a person compared it."""


class CheckIn(Operation, frozen=True):
    """Admit one candidate by the time they came to the door; `document` is the kind of ID shown."""

    session: SessionId
    ticket: Ticket
    document: str
    happened_at: datetime
    reported_by: PersonId
    number: NumberCheck = NumberCheck.NOT_READ

    def of_room(self, site: Site) -> RoomId | None:
        sitting = site.sitting(self.session, self.ticket)
        return sitting.room if sitting else None

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM)

    def decide(self, site: Site, desk: Desk) -> Decision:
        sitting = site.sitting(self.session, self.ticket)
        if sitting is None:
            return NotInThisSession(self.session, self.ticket)
        room = site.sessions[self.session].rooms[sitting.room]
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        if not room.release:
            return RoomNotReleased(self.session, room.room)
        if sitting.presence is not Presence.AWAITED:
            return NotAwaited(self.ticket, sitting.presence)
        if turned_away(site, self.session, self.ticket):
            return TurnedAway(self.ticket)
        if self.document not in desk.rulebook.id_types.value:
            return DocumentNotAccepted(self.document, desk.rulebook.id_types.value)
        closes = _closes(room, site, desk)
        if closes and self.happened_at > closes:
            late = LateRefused(self.session, room.room, self.ticket, self.happened_at, self.reported_by)
            rule = entry_rule(site.sessions[self.session].plan, desk.rulebook).clause
            return Refused(EntryClosed(self.ticket, self.happened_at, closes, rule), (late,))
        return (
            CheckedIn(
                self.session, room.room, self.ticket, self.happened_at, self.reported_by, self.document, self.number
            ),
        )


def turned_away(site: Site, session: SessionId, ticket: Ticket) -> bool:
    """Whether this candidate came too late and was not let in."""
    return any((late.session, late.ticket) == (session, ticket) for late in site.late)


def _closes(room: RoomSession, site: Site, desk: Desk) -> datetime | None:
    """None while the room has not started: until then the door is open."""
    if room.started_at is None:
        return None
    return entry_closes(room.started_at, site.sessions[room.session].plan, desk.rulebook)


class CheckedIn(Fact, frozen=True, tag="checked_in/2"):
    """A candidate entered the room; `document` is "" where it was not kept, as in the first edition of this kind."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    at: datetime
    reported_by: PersonId
    document: str = ""
    number: NumberCheck = NumberCheck.NOT_READ

    def apply(self, site: Site) -> None:
        sitting = site.sessions[self.session].rooms[self.room].sittings[self.ticket]
        sitting.presence, sitting.entered_at = Presence.PRESENT, self.at


class LateRefused(Fact, frozen=True):
    """Someone came after entry had closed and was not let in."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    came_at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        site.late.append(LateArrival(self.session, self.room, self.ticket, self.came_at))


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
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        closes = _closes(room, site, desk)
        if closes and self.happened_at <= closes:
            return EntryStillOpen(self.session, self.room, closes)
        if room.attendance_confirmed_at:
            return AlreadyConfirmed(self.session, self.room, room.attendance_confirmed_at)
        if strange := tuple(ticket for ticket in self.absent if ticket not in room.sittings):
            return NotOfThisRoom(self.room, strange)
        here = room.sittings
        if seen := tuple(t for t in self.absent if here[t].presence not in (Presence.AWAITED, Presence.ABSENT)):
            return SeenYetAbsent(self.room, seen)
        present = tuple(t for t, s in here.items() if s.presence is Presence.AWAITED and t not in self.absent)
        if late := tuple(ticket for ticket in present if turned_away(site, self.session, ticket)):
            return LateYetPresent(self.room, late)
        absent = tuple(sorted(set(self.absent)))
        return (AttendanceConfirmed(self.session, self.room, present, absent, self.happened_at, self.reported_by),)


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


class NotInThisSession(Refusal, frozen=True):
    """No such ticket is arranged in this session."""

    clause: ClassVar[ClauseId] = ClauseId("ARR-07")
    session: SessionId
    ticket: Ticket


class NotAwaited(Refusal, frozen=True):
    """The candidate is already entered, marked absent, or on the way to another room."""

    clause: ClassVar[ClauseId] = ClauseId("CAN-01")
    ticket: Ticket
    presence: Presence


class DocumentNotAccepted(Refusal, frozen=True):
    """Not one of the documents of this rulebook."""

    clause: ClassVar[ClauseId] = ClauseId("CAN-01")
    document: str
    accepted: tuple[str, ...]


class EntryClosed(Refusal, frozen=True):
    """Came after the last second of entry; the attempt is recorded."""

    clause: ClassVar[ClauseId] = ClauseId("CLK-01")
    ticket: Ticket
    came_at: datetime
    closed_at: datetime
    rule: ClauseId

    @property
    def basis(self) -> ClauseId:
        return self.rule


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


class TurnedAway(Refusal, frozen=True):
    """Was refused as too late; a mistake in that is put right after the roll, before a supervisor."""

    clause: ClassVar[ClauseId] = ClauseId("CLK-01")
    ticket: Ticket


class LateYetPresent(Refusal, frozen=True):
    """These came too late and were turned away; the roll must name them as absent."""

    clause: ClassVar[ClauseId] = ClauseId("CAN-06")
    room: RoomId
    tickets: tuple[Ticket, ...]


class RoomHasEnded(Refusal, frozen=True):
    """After the end command the room's figures stand."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-01")
    session: SessionId
    room: RoomId
    ended_at: datetime
