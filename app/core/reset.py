"""Reset (重置考试): another machine, or the same one mended; the candidate logs in again (RST-01, RST-02)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from app.core.about_candidate import AboutCandidate
from app.core.fault import FaultKind, FaultReported, next_fault
from app.core.on_standalone import on_standalone
from app.core.operation import ROOM, Decision, Demand, Desk, Fact, Operation, Refusal, untold
from app.core.places import faulty
from app.core.room_state import Answers, Reset, ResetCause, RoomSession, Sitting
from app.core.seating import TicketSeat, named, unfit_seat, unseatable
from app.core.site import Site
from app.core.terms import ClauseId, PersonId, RoomId, SessionId, Ticket

_SAME_SEAT = frozenset({ResetCause.PERIPHERAL, ResetCause.CLOUD})
"""Causes after which one goes on at the same seat (RST-01)."""


class ResetCandidates(Operation, frozen=True):
    """First step: reset these, each with the seat to go on at; many at once when a cloud room fails (FLT-04).

    With cause machine the old seats are out of order from now on.
    """

    session: SessionId
    room: RoomId
    seats: tuple[TicketSeat, ...]
    cause: ResetCause
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        found = named(site, self.session, self.room, self.seats)
        if isinstance(found, Refusal):
            return found
        room, pairs = found
        facts = list[Fact]()
        for sitting, seat in pairs:
            if no := self._no_reset(site, room, sitting, seat):
                return no
            old = sitting.sits_at or (sitting.seat or "")
            facts.append(
                CandidateReset(
                    self.session,
                    self.room,
                    sitting.ticket,
                    self.cause,
                    old,
                    seat,
                    self.happened_at,
                    self.reported_by,
                )
            )
        return (*facts, *self._broken(site, facts, desk))

    def _no_reset(self, site: Site, room: RoomSession, sitting: Sitting, seat: str) -> Refusal | None:
        if no := on_standalone(sitting):
            return no
        if sitting.logged_in_at is None:
            return NothingToReset(sitting.ticket)
        if sitting.answers is not Answers.OPEN:
            return HandedIn(sitting.ticket)
        if sitting.reset_waits and sitting.reset:
            return ResetInFlight(sitting.ticket, sitting.reset.seat_to)
        if seat == (sitting.sits_at or sitting.seat):
            return None if self.cause in _SAME_SEAT else AnotherSeatNeeded(sitting.ticket, seat, self.cause)
        return unfit_seat(site, room, seat)

    def _broken(self, site: Site, facts: list[Fact], desk: Desk) -> tuple[Fact, ...]:
        """One fault for all seats that this reset leaves behind as broken, unless one is open for them already."""
        if self.cause is not ResetCause.MACHINE:
            return ()
        old = [one.seat_from for one in facts if isinstance(one, CandidateReset)]
        seats = tuple(seat for seat in old if seat and seat not in faulty(site, self.room))
        if not seats:
            return ()
        number = next_fault(site, desk)
        at, by = self.happened_at, self.reported_by
        return (FaultReported(number, FaultKind.MACHINE, self.session, self.room, seats, at, by),)


class CandidateReset(Fact, frozen=True):
    """A candidate was reset and is to log in again at `seat_to`."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    cause: ResetCause
    seat_from: str
    seat_to: str
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        sitting = site.sessions[self.session].rooms[self.room].sittings[self.ticket]
        sitting.past_resets += (sitting.reset,) if sitting.reset else ()
        sitting.reset = Reset(self.cause, self.seat_from, self.seat_to, self.at)
        sitting.resets += 1
        if self.seat_to != self.seat_from:
            # At the same seat it explains nothing: who logged in at another than the own one still did (RST-03).
            sitting.seat = self.seat_to
        sitting.sits_at = ""


class NoteResetFailed(AboutCandidate, frozen=True):
    """The candidate could not log in again: the way to another reset, or to a standalone exam (SAL-01)."""

    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM)

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk) or unseatable(room, sitting):
            return no
        if not sitting.reset_waits:
            return NoResetWaits(self.ticket)
        return (ResetFailed(self.session, room.room, self.ticket, self.happened_at, self.reported_by),)


class ResetFailed(Fact, frozen=True):
    """Logging in again failed at the seat of the last reset."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        sitting = site.sessions[self.session].rooms[self.room].sittings[self.ticket]
        if sitting.reset:
            sitting.reset = replace(sitting.reset, login=False, failed_at=self.at)


class NothingToReset(Refusal, frozen=True):
    """Who never logged in needs no reset."""

    clause: ClassVar[ClauseId] = ClauseId("RST-01")
    ticket: Ticket


class HandedIn(Refusal, frozen=True):
    """Who has handed in is not reset."""

    clause: ClassVar[ClauseId] = ClauseId("RST-01")
    ticket: Ticket


class ResetInFlight(Refusal, frozen=True):
    """One reset at a time: this candidate is still to log in again."""

    clause: ClassVar[ClauseId] = ClauseId("RST-02")
    ticket: Ticket
    seat: str


class AnotherSeatNeeded(Refusal, frozen=True):
    """With this cause one does not go on at the same seat."""

    clause: ClassVar[ClauseId] = ClauseId("RST-01")
    ticket: Ticket
    seat: str
    cause: ResetCause


class NoResetWaits(Refusal, frozen=True):
    """No reset of this candidate waits for a login."""

    clause: ClassVar[ClauseId] = ClauseId("RST-02")
    ticket: Ticket
