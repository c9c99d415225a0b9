"""Settling transfers (核实处理): before its session ends the sending room says what became of somebody (OVB-10)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from app.core.about_candidate import AboutCandidate
from app.core.attendance import RoomHasEnded
from app.core.incident import IncidentOpened, next_incident
from app.core.incident_kinds import IncidentKind
from app.core.on_standalone import on_standalone
from app.core.operation import CHIEF, OFFICE, ROOM, Decision, Demand, Desk, Fact, Refusal, untold
from app.core.places import give_back, places_left
from app.core.room_open import unreleased
from app.core.room_state import Answers, Presence, RoomSession, SettledAs, Sitting
from app.core.seating import LoggedInAlready, NoFreeSeat
from app.core.site import Site
from app.core.start import NobodyArranged
from app.core.terms import ClauseId, PersonId, RoomId, SessionId, Ticket, TransferNo
from app.core.timekeeping import ends
from app.core.transfer import InBeforeOut, NeverTransferredOut


class Found(StrEnum):
    """By what the room knows it; a closed list, because facts hold no free text."""

    INVIGILATORS = "invigilators"
    """The invigilators of both rooms say so."""
    SEATING_CHART = "seating_chart"
    """Signed on the seating chart, or not signed on any."""
    ROOM_SYSTEM = "room_system"
    """The invigilation machine shows it."""


BY_ROOM = frozenset({SettledAs.STAYED, SettledAs.SAT_ELSEWHERE, SettledAs.LEFT, SettledAs.ABSENT})
"""What the room that sent somebody may find."""


class SettleTransfer(AboutCandidate, frozen=True):
    """Say what became of somebody whom no room took in; `into` is the room for "sat elsewhere", else None."""

    outcome: SettledAs
    into: RoomId | None
    found: Found
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        state = site.sessions[self.session]
        transfer = state.open_transfer(self.ticket)
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        if transfer is None:
            return NeverTransferredOut(self.ticket, sitting.room)
        if self.happened_at < transfer.out_at:
            return InBeforeOut(self.ticket, self.happened_at, transfer.out_at)
        if self.outcome not in BY_ROOM or (self.into is not None) != (self.outcome is SettledAs.SAT_ELSEWHERE):
            return OutcomeUnfit(self.outcome)
        if self.into is not None:
            other = state.rooms.get(self.into)
            if other is None or other is room:
                return NobodyArranged(self.session, (self.into,))
            if no := unreleased(other):
                return no
            if other.ended_at:
                return RoomHasEnded(self.session, self.into, other.ended_at)
        late = bool(room.runs_from and desk.now > ends(room.runs_from, state.plan))
        fact = TransferSettled(
            transfer.number,
            self.session,
            room.room,
            self.ticket,
            self.outcome,
            self.into,
            self.found,
            self.happened_at,
            self.reported_by,
            late,
        )
        if not late:
            return (fact,)
        number = next_incident(site, desk)
        noted = IncidentOpened(
            number, IncidentKind.TRANSFER_LATE, self.session, room.room, self.happened_at, self.reported_by
        )
        return (fact, noted)


class TransferSettled(Fact, frozen=True):
    """The room that sent somebody knows what became of them; `late` after the time of the room was over."""

    number: TransferNo
    session: SessionId
    room: RoomId
    ticket: Ticket
    outcome: SettledAs
    into: RoomId | None
    found: Found
    at: datetime
    reported_by: PersonId
    late: bool

    def apply(self, site: Site) -> None:
        state = site.sessions[self.session]
        sitting = state.rooms[self.room].sittings[self.ticket]
        if self.outcome in (SettledAs.LEFT, SettledAs.ABSENT):
            sitting.presence, sitting.marked_absent_at = Presence.ABSENT, self.at
        else:
            sitting.presence = Presence.PRESENT
            give_back(site, sitting)
        if self.into is not None:
            moved = state.take_over(self.ticket, self.room, self.into)
            moved.in_room_since, moved.seat = self.at, None
        state.rooms[self.room].doubt(self.ticket)
        transfer = state.transfer(self.number)
        transfer.close(self.outcome, self.at, self.into, self.reported_by, self.found)
        transfer.late = self.late


class CancelReason(StrEnum):
    """Why somebody on the way comes back into the own room."""

    SEAT_CAME_FREE = "seat_came_free"
    WRONG_CANDIDATE = "wrong_candidate"


class CancelTransfer(AboutCandidate, frozen=True):
    """Call somebody on the way back into the own room, where a seat is free after all (H6)."""

    reason: CancelReason
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM)

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        transfer = site.sessions[self.session].open_transfer(self.ticket)
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        if transfer is None:
            return NeverTransferredOut(self.ticket, sitting.room)
        if self.happened_at < transfer.out_at:
            return InBeforeOut(self.ticket, self.happened_at, transfer.out_at)
        # Where the wrong one was sent the room is full again, and the right one can go.
        if self.reason is CancelReason.SEAT_CAME_FREE and places_left(site, room) <= 0:
            return NoFreeSeat(self.session, room.room)
        at, by = self.happened_at, self.reported_by
        return (TransferCancelled(transfer.number, self.session, room.room, self.ticket, self.reason, at, by),)


class TransferCancelled(Fact, frozen=True):
    """Back in the own room."""

    number: TransferNo
    session: SessionId
    room: RoomId
    ticket: Ticket
    reason: CancelReason
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        state = site.sessions[self.session]
        sitting = state.rooms[self.room].sittings[self.ticket]
        sitting.presence, sitting.in_room_since = Presence.PRESENT, self.at
        give_back(site, sitting)
        state.transfer(self.number).close(SettledAs.CANCELLED, self.at, None, self.reported_by, self.reason)


class DecideDispute(AboutCandidate, frozen=True):
    """The chief says in which of the two rooms somebody really sits; who logged in is not moved (OVB-15)."""

    room: RoomId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (CHIEF,))

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        state = site.sessions[self.session]
        if sitting.claimed_by is None or self.room not in {room.room, sitting.claimed_by}:
            return NothingDisputed(self.ticket, self.room)
        if self.room != room.room:
            if no := on_standalone(sitting):
                return no
            if sitting.logged_in_at:
                return LoggedInAlready(self.ticket, sitting.sits_at or sitting.seat or "")
            if sitting.presence not in (Presence.PRESENT, Presence.ABSENT):
                return NothingDisputed(self.ticket, self.room)
            if no := unreleased(state.rooms[self.room]):
                return no
            # A room that has ended gives up whom it does not count as having answered: its record is printed anew.
            answered = room.ended_at and sitting.answers is not Answers.NEVER_LOGGED_IN
            for one in (room if answered and sitting.presence is Presence.PRESENT else None, state.rooms[self.room]):
                if one and one.ended_at:
                    return RoomHasEnded(self.session, one.room, one.ended_at)
        return (DisputeDecided(self.session, self.ticket, room.room, self.room, desk.now),)


class DisputeDecided(Fact, frozen=True):
    """The chief decided in which room somebody sits; `origin` is where this desk had them, or missed them."""

    session: SessionId
    ticket: Ticket
    origin: RoomId
    room: RoomId
    at: datetime

    def apply(self, site: Site) -> None:
        state = site.sessions[self.session]
        sitting = state.rooms[self.origin].sittings[self.ticket]
        sitting.disclaimed += (sitting.claimed_by,) if sitting.claimed_by else ()
        sitting.claimed_by = None
        if self.room == self.origin:
            # Counted where they were counted: no record says anything else.
            site.unsettle(self.session)
            return
        site.unsettle(self.session, self.origin, self.room)
        state.take_over(self.ticket, self.origin, self.room)
        sitting.presence, sitting.marked_absent_at, sitting.answers = Presence.PRESENT, None, Answers.OPEN
        sitting.in_room_since, sitting.seat = self.at, None
        state.ways_alone(self.ticket)[-1].close(SettledAs.SAT_ELSEWHERE, self.at, self.room)


class OutcomeUnfit(Refusal, frozen=True):
    """The room says: stayed, sat in that room, left, or never came; a room is named for the second only."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-10")
    outcome: SettledAs


class NothingDisputed(Refusal, frozen=True):
    """No two rooms claim this candidate, or not this room."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-15")
    ticket: Ticket
    room: RoomId
