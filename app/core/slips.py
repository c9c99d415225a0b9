"""Slips (机位签): the seats of a room in random order, printed before anyone comes (OVB-05)."""

from __future__ import annotations

from typing import ClassVar

from app.core.attendance import RoomHasEnded
from app.core.operation import OFFICE, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.places import free, listed
from app.core.seating import NotEverySeat, SeatsAreFixed, SlipsGivenOut
from app.core.site import Site
from app.core.start import NobodyArranged
from app.core.terms import ClauseId, RoomId, SessionId


class PrepareSlips(Operation, frozen=True):
    """Draw the order in which a room hands out its seats, before anyone comes; `order` as for a draw."""

    session: SessionId
    room: RoomId
    order: tuple[str, ...]

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        room = site.room(self.session, self.room)
        if room is None:
            return NobodyArranged(self.session, (self.room,))
        if site.package is None or not site.package.plan.overbooked:
            return SeatsAreFixed(self.session)
        if sorted(self.order) != sorted(listed(site.plans[self.room])):
            return NotEverySeat(self.room)
        if room.ended_at:
            return RoomHasEnded(self.session, self.room, room.ended_at)
        if room.slips:
            return SlipsGivenOut(self.session, self.room)
        if any(one.seat for one in room.sittings.values()):
            return SeatsGivenAlready(self.session, self.room)
        open_seats = frozenset(free(site, room))
        return (SlipsPrepared(self.session, self.room, tuple(seat for seat in self.order if seat in open_seats)),)


class SlipsPrepared(Fact, frozen=True):
    """The slips of a room, in the order in which they go to those who come in."""

    session: SessionId
    room: RoomId
    seats: tuple[str, ...]

    def apply(self, site: Site) -> None:
        site.sessions[self.session].rooms[self.room].slips = self.seats


class SeatsGivenAlready(Refusal, frozen=True):
    """Some have a seat already, so no slips are prepared."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-05")
    session: SessionId
    room: RoomId
