"""Corrections (更正): a confirmed attendance entry put right, with its reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from app.core.attendance import NotInThisSession, RoomHasEnded, turned_away
from app.core.operation import (
    OFFICE,
    SECOND_PERSON,
    SUPERVISORS,
    Decision,
    Demand,
    Desk,
    Fact,
    Operation,
    Refusal,
    office,
    untold,
)
from app.core.room_state import Presence
from app.core.site import Site
from app.core.terms import ClauseId, PersonId, RoomId, SessionId, Ticket


class CorrectionReason(StrEnum):
    """Why an attendance entry was wrong; a closed list, because facts hold no free text."""

    MISHEARD = "misheard"
    WRONG_TICKET = "wrong_ticket"
    FOUND_IN_ROOM = "found_in_room"
    NEVER_CAME = "never_came"


class CorrectAttendance(Operation, frozen=True):
    """Put a confirmed entry right: absent to present or back, with its reason (H4, REC-04)."""

    session: SessionId
    ticket: Ticket
    present: bool
    reason: CorrectionReason
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        if self.present and turned_away(site, self.session, self.ticket):
            return Demand(OFFICE, (SUPERVISORS,))
        return office(self, desk, SECOND_PERSON)

    def decide(self, site: Site, desk: Desk) -> Decision:
        sitting = site.sitting(self.session, self.ticket)
        if sitting is None:
            return NotInThisSession(self.session, self.ticket)
        room = site.sessions[self.session].rooms[sitting.room]
        if room.ended_at:
            return RoomHasEnded(self.session, room.room, room.ended_at)
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        wrong = Presence.ABSENT if self.present else Presence.PRESENT
        if not room.attendance_confirmed_at or sitting.presence is not wrong:
            return NothingToCorrect(self.ticket, sitting.presence)
        return (
            AttendanceCorrected(
                self.session, room.room, self.ticket, self.present, self.reason, self.happened_at, self.reported_by
            ),
        )


class AttendanceCorrected(Fact, frozen=True):
    """An entry was put right; the room result differs there until it is held against the desk again."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    present: bool
    reason: CorrectionReason
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        room = site.sessions[self.session].rooms[self.room]
        sitting = room.sittings[self.ticket]
        sitting.presence = Presence.PRESENT if self.present else Presence.ABSENT
        sitting.marked_absent_at = None if self.present else self.at
        if room.result:
            differences = tuple(sorted({*room.result.differences, self.ticket}))
            room.result = replace(room.result, differences=differences)


class NothingToCorrect(Refusal, frozen=True):
    """Only a confirmed entry is corrected."""

    clause: ClassVar[ClauseId] = ClauseId("REC-04")
    ticket: Ticket
    presence: Presence
