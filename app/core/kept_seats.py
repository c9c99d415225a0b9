"""Two sessions of a half day (连考): who sits both keeps room and seat (J-48)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from app.core.attendance import RoomHasEnded
from app.core.authorization import UnknownSession
from app.core.operation import OFFICE, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.places import free
from app.core.room_state import Presence, RoomSession, SettledAs, Transfer
from app.core.seating import SeatGiven, SeatMeans, SeatsAreFixed, SlipsGivenOut
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.start import NobodyArranged
from app.core.terms import ClauseId, RoomId, SessionId, Ticket, TransferNo


class KeepSeats(Operation, frozen=True):
    """Who sat here in the session before keeps room and seat in this one, as far as it is free (J-48).

    Only in an overbooked site: elsewhere the seat is bound to the ticket anyway. One operation a room.
    """

    session: SessionId
    room: RoomId
    before: SessionId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        state, earlier = site.sessions.get(self.session), site.sessions.get(self.before)
        if state is None or earlier is None or earlier.plan.batch != state.plan.batch:
            return UnknownSession(self.session if state is None else self.before)
        room, sat = state.rooms.get(self.room), earlier.rooms.get(self.room)
        if room is None or sat is None or earlier.plan.starts_at >= state.plan.starts_at:
            return NobodyArranged(self.session, (self.room,))
        if site.package is None or not site.package.plan.overbooked:
            return SeatsAreFixed(self.session)
        if room.ended_at:
            return RoomHasEnded(self.session, self.room, room.ended_at)
        if room.started_at:
            return TooLateToKeep(self.session, self.room)
        if room.slips:
            return SlipsGivenOut(self.session, self.room)
        return self._kept(site, state, room, sat, desk)

    def _kept(self, site: Site, state: SessionState, room: RoomSession, sat: RoomSession, desk: Desk) -> Decision:
        open_seats, facts = set(free(site, room)), list[Fact]()
        elsewhere = len(state.transfers)
        for ticket, before in sorted(sat.sittings.items()):
            sitting = site.sitting(self.session, ticket)
            seat = before.sits_at or before.seat
            if sitting is None or before.presence is not Presence.PRESENT or sitting.seat or seat not in open_seats:
                continue
            if sitting.room != self.room:
                if sitting.presence is not Presence.AWAITED or sitting.held or sitting.suspicion:
                    continue
                elsewhere += 1
                number = TransferNo(f"{desk.machine}-{elsewhere:03d}")
                facts.append(RoomKept(number, self.session, sitting.room, self.room, ticket, desk.now))
            elif sitting.presence not in (Presence.AWAITED, Presence.PRESENT):
                continue
            open_seats.discard(seat)
            by = desk.operator.id
            facts.append(SeatGiven(self.session, self.room, ticket, seat, SeatMeans.KEPT, None, desk.now, by))
        return tuple(facts)


class RoomKept(Fact, frozen=True):
    """Arranged in `origin`, sat in `room` in the session before, and stays there; the transfer sheet names it."""

    number: TransferNo
    session: SessionId
    origin: RoomId
    room: RoomId
    ticket: Ticket
    at: datetime

    def apply(self, site: Site) -> None:
        state = site.sessions[self.session]
        state.take_over(self.ticket, self.origin, self.room)
        kept = Transfer(self.number, self.ticket, self.origin, self.at)
        kept.close(SettledAs.KEPT, self.at, self.room)
        state.transfers.append(kept)


class TooLateToKeep(Refusal, frozen=True):
    """The room has started; who sits where is entered one by one from now on."""

    clause: ClassVar[ClauseId] = ClauseId("ARR-07")
    session: SessionId
    room: RoomId
