"""Closing of rooms (封闭考场) the day before, when all is ready: sealed by two persons, opened on the day (RDY-11)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

import msgspec

from app.core.arrangement import PackageMissing
from app.core.incident import nowhere
from app.core.operation import OFFICE, SECOND_PERSON, Decision, Demand, Desk, Fact, Operation, Refusal, untold
from app.core.readiness_state import ClosedRoom
from app.core.site import Site
from app.core.terms import ClauseId, PersonId, Role, RoomId

_SEAL = re.compile(r"[0-9A-Z][0-9A-Z-]{0,19}")
HANDS = OFFICE | {Role.ROOM_ADMIN, Role.TECHNICIAN}


class OpeningReason(StrEnum):
    """Why a closed room is opened before its exam day."""

    REPAIR = "repair"
    TEST = "test"
    EMERGENCY = "emergency"


class RoomSeal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One room and the number of the seal on its door."""

    room: RoomId
    seal: str


class CloseRooms(Operation, frozen=True):
    """Close rooms that are ready, each under its own seal, or anew after somebody was at its machines."""

    rooms: tuple[RoomSeal, ...]
    happened_at: datetime
    reported_by: PersonId

    def of_room(self, site: Site) -> RoomId | None:
        return self.rooms[0].room if len(self.rooms) == 1 else None

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(HANDS if self.of_room(site) else HANDS - {Role.ROOM_ADMIN}, (SECOND_PERSON,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        if not site.plans:
            return PackageMissing()
        used = {seal for closed in site.closed_rooms.values() for seal in (closed.seal, *closed.former)}
        for one in self.rooms:
            if no := nowhere(site, None, one.room):
                return no
            if not _SEAL.fullmatch(one.seal):
                return DoorSealUnfit(one.room)
            if one.seal in used:
                return DoorSealUsed(one.seal)
            used.add(one.seal)
            closed = site.closed_rooms.get(one.room)
            if closed and closed.shut and not closed.disturbed:
                return RoomClosedAlready(one.room, closed.seal)
            if closed and closed.last_at > self.happened_at:
                return LaterClosingKnown(one.room, closed.last_at)
        if len({one.room for one in self.rooms}) < len(self.rooms):
            return DoorSealUnfit(self.rooms[-1].room)
        return (RoomsClosed(self.rooms, self.happened_at, self.reported_by),) if self.rooms else ()


class RoomsClosed(Fact, frozen=True):
    """Rooms are closed and sealed."""

    rooms: tuple[RoomSeal, ...]
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        for one in self.rooms:
            before = site.closed_rooms.get(one.room)
            former = before.former | {before.seal} if before else frozenset[str]()
            site.closed_rooms[one.room] = ClosedRoom(one.seal, self.at, former=former)


class OpenRooms(Operation, frozen=True):
    """Open closed rooms: on an exam day as it comes, before it only for a reason and by two persons.

    `intact`: the seals were whole and bore their numbers.
    """

    rooms: tuple[RoomId, ...]
    intact: bool
    reason: OpeningReason | None
    happened_at: datetime
    reported_by: PersonId

    def of_room(self, site: Site) -> RoomId | None:
        return self.rooms[0] if len(self.rooms) == 1 else None

    def demand(self, site: Site, desk: Desk) -> Demand:
        roles = HANDS if self.of_room(site) else HANDS - {Role.ROOM_ADMIN}
        return Demand(roles, () if self.intact and self._exam_day(site) else (SECOND_PERSON,))

    def _exam_day(self, site: Site) -> bool:
        days = {state.plan.starts_at.date() for state in site.sessions.values() if state.rooms}
        return self.happened_at.date() in days

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        rooms = tuple(dict.fromkeys(self.rooms))
        for room in rooms:
            closed = site.closed_rooms.get(room)
            if closed is None or not closed.shut or closed.at > self.happened_at:
                return RoomNotClosed(room)
        if self.reason is None and not self._exam_day(site):
            return OpeningNeedsReason()
        fact = RoomsOpened(rooms, self.intact, self.reason, self.happened_at, self.reported_by)
        return (fact,) if rooms else ()


class RoomsOpened(Fact, frozen=True):
    """Closed rooms were opened."""

    rooms: tuple[RoomId, ...]
    intact: bool
    reason: OpeningReason | None
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        for room in self.rooms:
            closed = site.closed_rooms[room]
            # Behind a seal that was broken somebody may have been at the machines.
            disturbed = closed.disturbed_at if self.intact else self.at
            site.closed_rooms[room] = replace(closed, opened_at=self.at, disturbed_at=disturbed)


class DoorSealUnfit(Refusal, frozen=True):
    """Seals are numbered with capital letters, digits and hyphens, one for each room."""

    clause: ClassVar[ClauseId] = ClauseId("RDY-11")
    room: RoomId


class DoorSealUsed(Refusal, frozen=True):
    """A seal serves once."""

    clause: ClassVar[ClauseId] = ClauseId("RDY-11")
    seal: str


class RoomClosedAlready(Refusal, frozen=True):
    """It is closed under this seal, and nobody was in since."""

    clause: ClassVar[ClauseId] = ClauseId("RDY-11")
    room: RoomId
    seal: str


class LaterClosingKnown(Refusal, frozen=True):
    """Somebody was at its door or its machines after that: it is closed anew, and not in hindsight."""

    clause: ClassVar[ClauseId] = ClauseId("RDY-11")
    room: RoomId
    at: datetime


class RoomNotClosed(Refusal, frozen=True):
    """It was not closed at that time."""

    clause: ClassVar[ClauseId] = ClauseId("RDY-11")
    room: RoomId


class OpeningNeedsReason(Refusal, frozen=True):
    """Before its exam day a closed room is opened only for a reason."""

    clause: ClassVar[ClauseId] = ClauseId("RDY-11")
