"""Logging in (登录): at which seat a candidate sits, as the room tells it (OVB-06, ARR-10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.core.on_standalone import on_standalone
from app.core.operation import ROOM, Decision, Demand, Desk, Fact, Operation, Refusal, untold
from app.core.places import listed, taken
from app.core.room_state import RoomSession, Sitting
from app.core.seating import (
    LoggedInAlready,
    NoSuchSeat,
    SeatTaken,
    TicketSeat,
    named,
)
from app.core.site import Site
from app.core.terms import PersonId, RoomId, SessionId, Ticket


class RecordLogins(Operation, frozen=True):
    """Note who logged in at which seat, all of them or none. Another seat than the own one is noted too, and flagged.

    It is also the second step of a reset: until it is entered the reset waits (RST-02).
    """

    session: SessionId
    room: RoomId
    logins: tuple[TicketSeat, ...]
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        found = named(site, self.session, self.room, self.logins)
        if isinstance(found, Refusal):
            return found
        room, pairs = found
        facts = []
        for sitting, seat in pairs:
            if no := self._no_login(site, room, sitting, seat):
                return no
            if sitting.sits_at != seat:
                by = self.reported_by
                facts.append(LoggedIn(self.session, self.room, sitting.ticket, seat, self.happened_at, by))
        return tuple(facts)

    def _no_login(self, site: Site, room: RoomSession, sitting: Sitting, seat: str) -> Refusal | None:
        """A seat with an open fault is no hindrance: somebody sits there and works."""
        if no := on_standalone(sitting):
            return no
        if seat not in listed(site.plans[room.room]):
            return NoSuchSeat(room.room, seat)
        if sitting.sits_at and sitting.sits_at != seat:
            return LoggedInAlready(sitting.ticket, sitting.sits_at)
        others = {other.sits_at for other in room.sittings.values() if other is not sitting}
        if seat in others or seat in room.stations.values():
            return SeatTaken(room.room, seat)
        return None


class LoggedIn(Fact, frozen=True):
    """A candidate logged in at a seat."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    seat: str
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        room = site.sessions[self.session].rooms[self.room]
        sitting = room.sittings[self.ticket]
        if sitting.seat is None and self.seat not in taken(room):
            sitting.seat = self.seat
        sitting.sits_at = self.seat
        if sitting.logged_in_at:
            sitting.logins_after += (self.at,)
        sitting.logged_in_at = sitting.logged_in_at or self.at
        if sitting.reset_waits and sitting.reset:
            sitting.reset = replace(sitting.reset, login=True)
