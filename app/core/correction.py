"""Corrections (更正): a confirmed attendance entry put right, with its reason."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from app.core.about_candidate import AboutCandidate
from app.core.attendance import RoomHasEnded
from app.core.entry import stopped, turned_away
from app.core.leaving import LeaveCause
from app.core.on_standalone import on_standalone
from app.core.operation import (
    OFFICE,
    SECOND_PERSON,
    SUPERVISORS,
    Decision,
    Demand,
    Desk,
    Fact,
    Refusal,
    office,
    untold,
)
from app.core.places import taken
from app.core.room_state import Presence, RoomSession, SettledAs, Sitting
from app.core.seating import LeftAlready
from app.core.site import Site
from app.core.terms import ClauseId, PersonId, RoomId, SessionId, Ticket


class CorrectionReason(StrEnum):
    """Why an attendance entry was wrong; a closed list, because facts hold no free text."""

    MISHEARD = "misheard"
    WRONG_TICKET = "wrong_ticket"
    FOUND_IN_ROOM = "found_in_room"
    NEVER_CAME = "never_came"


class CorrectAttendance(AboutCandidate, frozen=True):
    """Put a confirmed entry right: absent to present or back, with its reason (H4, REC-04).

    Who was not let in, too late or not proved to be who they said, comes in before a supervisor only.
    """

    present: bool
    reason: CorrectionReason
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        sitting = site.sitting(self.session, self.ticket)
        sent_back = sitting is not None and sitting.turned_back_at is not None
        if self.present and (sent_back or turned_away(site, self.session, self.ticket)):
            return Demand(OFFICE, (SUPERVISORS,))
        return office(self, desk, SECOND_PERSON)

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        if room.ended_at:
            return RoomHasEnded(self.session, room.room, room.ended_at)
        if no := on_standalone(sitting):
            return no
        if self.present and (no := stopped(sitting)):
            return no
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        if not self.present and sitting.left_for == LeaveCause.REMOVED and sitting.left_at:
            return LeftAlready(self.ticket, sitting.left_at)
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
        if self.present and sitting.seat in taken(room):
            # While absent the seat was nobody's, and another candidate has it now.
            sitting.seat = None
        sitting.presence = Presence.PRESENT if self.present else Presence.ABSENT
        sitting.marked_absent_at = None if self.present else self.at
        room.doubt(self.ticket)
        last = next((one for one in reversed(site.sessions[self.session].transfers) if one.ticket == self.ticket), None)
        if self.present and last and last.settled in (SettledAs.LEFT, SettledAs.ABSENT):
            last.settled = SettledAs.STAYED


class NothingToCorrect(Refusal, frozen=True):
    """Only a confirmed entry is corrected."""

    clause: ClassVar[ClauseId] = ClauseId("REC-04")
    ticket: Ticket
    presence: Presence
