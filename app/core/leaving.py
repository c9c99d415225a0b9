"""Giving up and leaving (放弃考试、离开考场): kept in until the closure of the room ends (CLK-10, CLK-11)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from app.core.about_candidate import AboutCandidate
from app.core.attendance import RoomHasEnded
from app.core.operation import CHIEF, ROOM, Decision, Demand, Desk, Fact, Refusal, untold
from app.core.room_open import RoomNotReleased
from app.core.room_state import Presence, RoomSession, Sitting
from app.core.seating import LeftAlready, NotInTheRoom
from app.core.site import Site
from app.core.terms import ClauseId, FaultNo, PersonId, RoomId, SessionId, Ticket
from app.core.timekeeping import closure_ends


class GiveUp(AboutCandidate, frozen=True):
    """A candidate will not go on; they stay until the closure ends."""

    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM)

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        if not room.release:
            return RoomNotReleased(self.session, room.room)
        if room.ended_at:
            return RoomHasEnded(self.session, room.room, room.ended_at)
        if sitting.presence is not Presence.PRESENT:
            return NotInTheRoom(self.ticket, sitting.presence)
        if sitting.left_at:
            return LeftAlready(self.ticket, sitting.left_at)
        if sitting.gave_up_at:
            return ()
        return (GaveUp(self.session, room.room, self.ticket, self.happened_at, self.reported_by),)


class GaveUp(Fact, frozen=True):
    """A candidate will not go on."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        site.sessions[self.session].rooms[self.room].sittings[self.ticket].gave_up_at = self.at


class LeaveCause(StrEnum):
    """Why somebody leaves before the closure ends, with the chief's consent (CLK-10)."""

    ILLNESS = "illness"
    REMOVED = "removed"
    """Led out for a violation: entered with that (VIO-09), not by itself."""
    CANCELLED = "cancelled"
    """The session does not take place."""


class RecordLeaving(AboutCandidate, frozen=True):
    """A candidate left the room; before the end of the closure only for a cause that the chief consents to."""

    cause: LeaveCause | None
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM, (CHIEF,)) if self.cause else Demand(ROOM)

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        if room.ended_at:
            return RoomHasEnded(self.session, room.room, room.ended_at)
        if sitting.presence is not Presence.PRESENT:
            return NotInTheRoom(self.ticket, sitting.presence)
        if sitting.left_at:
            return LeftAlready(self.ticket, sitting.left_at)
        if self.cause is LeaveCause.REMOVED:
            return RemovalIsRecorded(self.ticket)
        if self.cause is None:
            if room.runs_from is None:
                return NotStartedYet(self.session, room.room)
            opens = closure_ends(room.runs_from, site.sessions[self.session].plan, desk.rulebook)
            if self.happened_at < opens:
                return ClosureNotOver(self.session, room.room, opens)
            # Who gave up is let go as soon as the closure is over, whatever the others wait for.
            if not sitting.gave_up_at and (fault := suspended(site, room.room, self.session)):
                return RoomSuspended(room.room, fault)
        return (CandidateLeft(self.session, room.room, self.ticket, self.cause, self.happened_at, self.reported_by),)


def suspended(site: Site, room: RoomId, session: SessionId | None = None) -> FaultNo | None:
    """The open fault of the whole room or site that stops this room, in this session or in any (CLK-11)."""
    return next(
        (
            number
            for number, fault in sorted(site.faults.items())
            if not fault.closed_at
            and fault.machine_down
            and not fault.seats
            and fault.room in (room, None)
            and (session is None or fault.session in (session, None))
        ),
        None,
    )


class CandidateLeft(Fact, frozen=True):
    """A candidate left the room; `cause` is None after the closure."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    cause: LeaveCause | None
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        sitting = site.sessions[self.session].rooms[self.room].sittings[self.ticket]
        sitting.left_at, sitting.left_for = self.at, self.cause or ""


class RemovalIsRecorded(Refusal, frozen=True):
    """Led out is somebody with the record of a violation, before two invigilators."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-09")
    ticket: Ticket


class ClosureNotOver(Refusal, frozen=True):
    """Nobody leaves, so no room ends, before its closure does."""

    clause: ClassVar[ClauseId] = ClauseId("CLK-10")
    session: SessionId
    room: RoomId
    opens_at: datetime


class NotStartedYet(Refusal, frozen=True):
    """Before the start the closure has no end that could be over."""

    clause: ClassVar[ClauseId] = ClauseId("CLK-11")
    session: SessionId
    room: RoomId


class RoomSuspended(Refusal, frozen=True):
    """While the room stands still everyone stays."""

    clause: ClassVar[ClauseId] = ClauseId("CLK-11")
    room: RoomId
    fault: FaultNo
