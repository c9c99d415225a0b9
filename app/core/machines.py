"""Exam machines and spare seats (考试机、备用机位): which machine stands where, and which spare one serves (H5)."""

from __future__ import annotations

import re
from datetime import datetime
from typing import ClassVar

from app.core.incident import nowhere
from app.core.operation import ROOM, Decision, Demand, Desk, Fact, Operation, Refusal, untold
from app.core.places import listed, spare_seats, taken
from app.core.site import SeatMachine, Site
from app.core.terms import ClauseId, PersonId, Role, RoomId

HANDS = ROOM | {Role.TECHNICIAN}
TEXT = re.compile(r"[0-9A-Za-z][0-9A-Za-z .:/_-]{0,39}")
"""What names a machine, an address or a port."""


class ListMachines(Operation, frozen=True):
    """Enter which machine stands at which seat of a room, instead of the list before: machine, address, switch port."""

    room: RoomId
    machines: tuple[SeatMachine, ...]

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(HANDS)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := nowhere(site, None, self.room):
            return no
        known, seen = set(listed(site.plans[self.room])), set[tuple[str, str]]()
        for line, one in enumerate(self.machines, 1):
            texts = (one.machine, *(text for text in (one.address, one.port) if text))
            own = {("seat", one.seat), ("machine", one.machine), ("address", one.address)} - {("address", "")}
            if one.seat not in known or own & seen or not all(TEXT.fullmatch(text) for text in texts):
                return MachineLineUnfit(self.room, line)
            seen |= own
        machines = tuple(sorted(self.machines, key=lambda one: one.seat))
        if {one.seat: one for one in machines} == site.machines.get(self.room, {}):
            return ()
        return (MachinesListed(self.room, machines),)


class MachinesListed(Fact, frozen=True):
    """Which machine stands where in a room; it replaces the list before."""

    room: RoomId
    machines: tuple[SeatMachine, ...]

    def apply(self, site: Site) -> None:
        site.machines[self.room] = {one.seat: one for one in self.machines}


class ServeSpare(Operation, frozen=True):
    """Put spare seats of a room into service, so that they count as seats, or take them out again."""

    room: RoomId
    seats: tuple[str, ...]
    in_service: bool
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := nowhere(site, None, self.room) or untold(self.happened_at, self.reported_by, desk):
            return no
        spares = spare_seats(site.plans[self.room])
        if strange := tuple(seat for seat in self.seats if seat not in spares):
            return NotSpare(self.room, strange)
        serving = site.spares.get(self.room, frozenset())
        new = tuple(seat for seat in dict.fromkeys(self.seats) if (seat in serving) is not self.in_service)
        if not self.in_service:
            used = {
                seat
                for state in site.sessions.values()
                if (room := state.rooms.get(self.room)) and not room.ended_at
                for seat in taken(room)
            }
            if sat_at := tuple(seat for seat in new if seat in used):
                return SpareTaken(self.room, sat_at)
        if not new:
            return ()
        return (SpareServed(self.room, new, self.in_service, self.happened_at, self.reported_by),)


class SpareServed(Fact, frozen=True):
    """Spare seats count as seats from now on, or no longer."""

    room: RoomId
    seats: tuple[str, ...]
    in_service: bool
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        serving = site.spares.get(self.room, frozenset())
        site.spares[self.room] = serving | set(self.seats) if self.in_service else serving - set(self.seats)


class MachineLineUnfit(Refusal, frozen=True):
    """One line names no seat of this room, one of its names stands twice, or is no machine, address or port."""

    clause: ClassVar[ClauseId] = ClauseId("FLT-01")
    room: RoomId
    line: int


class NotSpare(Refusal, frozen=True):
    """These are no spare seats of the room."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-03")
    room: RoomId
    seats: tuple[str, ...]


class SpareTaken(Refusal, frozen=True):
    """Somebody sits there or is to."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-03")
    room: RoomId
    seats: tuple[str, ...]
