"""Entry (入场): who came to the door, by when, and with what document (CAN-01, CLK-01)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from app.core.about_candidate import AboutCandidate
from app.core.operation import (
    ROOM,
    Decision,
    Demand,
    Desk,
    Fact,
    Refusal,
    Refused,
    untold,
)
from app.core.room_open import unreleased
from app.core.room_state import LateArrival, Presence, RoomSession, Sitting
from app.core.site import Site
from app.core.start import EarlierSessionOpen, unfinished
from app.core.terms import ClauseId, IncidentNo, PersonId, RoomId, SessionId, Ticket
from app.core.timekeeping import entry_closes, entry_rule


class NumberCheck(StrEnum):
    """How the number on the document was held against the roster (CAN-01)."""

    NOT_READ = "not_read"
    """By eye alone, with ticket and person."""
    SAME = "same"
    BY_PERSON = "by_person"
    """What was read differed, or was misread, and a person compared it."""


class CheckIn(AboutCandidate, frozen=True):
    """Admit one candidate by the time they came to the door; `document` is the kind of ID shown."""

    document: str
    happened_at: datetime
    reported_by: PersonId
    number: NumberCheck = NumberCheck.NOT_READ

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM)

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        if no := door_shut(site, room, sitting, self.happened_at):
            return no
        if self.document not in desk.rulebook.id_types.value:
            return DocumentNotAccepted(self.document, desk.rulebook.id_types.value)
        if late := too_late(site, sitting, self.happened_at, self.reported_by, desk):
            return late
        return (
            CheckedIn(
                self.session, room.room, self.ticket, self.happened_at, self.reported_by, self.document, self.number
            ),
        )


def turned_away(site: Site, session: SessionId, ticket: Ticket) -> bool:
    """Whether this candidate came too late and was not let in."""
    return any((late.session, late.ticket) == (session, ticket) for late in site.late)


def door_shut(site: Site, room: RoomSession, sitting: Sitting, at: datetime) -> Refusal | None:
    """Why nobody comes in there, or not this candidate, whatever the time: not released, still busy, decided before."""
    if no := unreleased(room):
        return no
    if sitting.presence is not Presence.AWAITED:
        return NotAwaited(sitting.ticket, sitting.presence)
    if earlier := unfinished(room, at, site.sessions[room.session], site):
        return EarlierSessionOpen(room.room, earlier)
    if turned_away(site, room.session, sitting.ticket):
        return TurnedAway(sitting.ticket)
    return stopped(sitting)


def stopped(sitting: Sitting) -> Refusal | None:
    """Why somebody at the door has to wait for a decision before anything else."""
    if sitting.held:
        return StillHeld(sitting.ticket, sitting.held.at)
    if sitting.suspicion and sitting.suspicion.at_door:
        return StoppedAsImpostor(sitting.ticket, sitting.suspicion.incident)
    return None


def too_late(site: Site, sitting: Sitting, came_at: datetime, reported_by: PersonId, desk: Desk) -> Refused | None:
    """The no to somebody who came to the door at `came_at`, after the last second of entry; it is remembered."""
    room, plan = site.sessions[sitting.session].rooms[sitting.room], site.sessions[sitting.session].plan
    closes = door_closes(room, site, desk)
    if closes is None or came_at <= closes:
        return None
    fact = LateRefused(sitting.session, room.room, sitting.ticket, came_at, reported_by)
    return Refused(EntryClosed(sitting.ticket, came_at, closes, entry_rule(plan, desk.rulebook).clause), (fact,))


def door_closes(room: RoomSession, site: Site, desk: Desk) -> datetime | None:
    """None while the room has not started: until then the door is open."""
    if room.door_from is None:
        return None
    return entry_closes(room.door_from, site.sessions[room.session].plan, desk.rulebook)


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
        sitting.presence, sitting.entered_at, sitting.in_room_since = Presence.PRESENT, self.at, self.at
        sitting.turned_back_at = None


class LateRefused(Fact, frozen=True):
    """Someone came after entry had closed and was not let in."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    came_at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        site.late.append(LateArrival(self.session, self.room, self.ticket, self.came_at))


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


class TurnedAway(Refusal, frozen=True):
    """Was refused as too late; a mistake in that is put right after the roll, before a supervisor."""

    clause: ClassVar[ClauseId] = ClauseId("CLK-01")
    ticket: Ticket


class StillHeld(Refusal, frozen=True):
    """Waits at the door; whoever let them wait decides first."""

    clause: ClassVar[ClauseId] = ClauseId("CAN-01")
    ticket: Ticket
    held_at: datetime


class StoppedAsImpostor(Refusal, frozen=True):
    """Somebody came in this candidate's name; until that is cleared nobody enters in it."""

    clause: ClassVar[ClauseId] = ClauseId("CAN-02")
    ticket: Ticket
    incident: IncidentNo
