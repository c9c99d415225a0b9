"""Simulated test (模拟测试) and full-load test (满负荷联调), room by room: the last result decides (FLT-03, FLT-04)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

import msgspec

from app.core.arrangement import PackageMissing
from app.core.incident import nowhere
from app.core.operation import OFFICE, Decision, Demand, Desk, Fact, Operation, Refusal, untold
from app.core.places import usable
from app.core.readiness_state import RoomTest, TestKind
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.terms import ClauseId, PersonId, Role, RoomId

TESTERS = OFFICE | {Role.ROOM_ADMIN, Role.TECHNICIAN}


class TestedRoom(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One room's result; `seats` were tested at once."""

    __test__: ClassVar[bool] = False

    room: RoomId
    passed: bool
    seats: int


def full_load(site: Site, room: RoomId) -> bool:
    """Whether the last full-load test of this room passed with every seat that it has (FLT-04)."""
    test = site.room_tests.get((TestKind.FULL_LOAD, room))
    return test is not None and test.passed and test.seats >= len(usable(site, room))


def without_test(site: Site, rulebook: Rulebook) -> tuple[RoomId, ...]:
    """Rooms in use that have not passed a simulated test, where the rulebook asks for one."""
    if not rulebook.simulated_test.value:
        return ()
    rooms = {room for state in site.sessions.values() for room in state.rooms}
    tests = {room: site.room_tests.get((TestKind.SIMULATED, room)) for room in rooms}
    return tuple(sorted(room for room, test in tests.items() if test is None or not test.passed))


class RecordRoomTest(Operation, frozen=True):
    """Enter a test of these rooms, all at one time; an earlier one stays in the journal."""

    kind: TestKind
    rooms: tuple[TestedRoom, ...]
    happened_at: datetime
    reported_by: PersonId

    def of_room(self, site: Site) -> RoomId | None:
        return self.rooms[0].room if len(self.rooms) == 1 else None

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(TESTERS if self.of_room(site) else TESTERS - {Role.ROOM_ADMIN})

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        if not site.plans:
            return PackageMissing()
        seen = set[RoomId]()
        for one in self.rooms:
            if no := nowhere(site, None, one.room):
                return no
            plan = site.plans[one.room]
            most = max(plan.machines, plan.seats + plan.spare_seats)
            if one.room in seen or not 0 <= one.seats <= most or (one.passed and not one.seats):
                return RoomTestUnfit(one.room, most)
            if self.kind is TestKind.FULL_LOAD and not plan.cloud:
                return NoCloudRoom(one.room)
            before = site.room_tests.get((self.kind, one.room))
            if before and before.at > self.happened_at:
                return LaterTestKnown(one.room, before.at)
            seen.add(one.room)
        known = {one.room: site.room_tests.get((self.kind, one.room)) for one in self.rooms}
        same = (
            RoomTest(one.passed, one.seats, self.happened_at, self.reported_by) == known[one.room] for one in self.rooms
        )
        return () if all(same) else (RoomsTested(self.kind, self.rooms, self.happened_at, self.reported_by),)


class RoomsTested(Fact, frozen=True):
    """A test was held; where a room failed after the site was accepted, it is no longer."""

    kind: TestKind
    rooms: tuple[TestedRoom, ...]
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        for one in self.rooms:
            site.room_tests[self.kind, one.room] = RoomTest(one.passed, one.seats, self.at, self.reported_by)
            site.disturb(one.room, self.at)
            left_out = one.room in site.accepted_without
            if self.kind is TestKind.SIMULATED and not one.passed and not left_out:
                site.accepted_at = None


class RoomTestUnfit(Refusal, frozen=True):
    """A room twice, more seats than it has, or passed with none; `most` is what it has."""

    clause: ClassVar[ClauseId] = ClauseId("RDY-10")
    room: RoomId
    most: int


class NoCloudRoom(Refusal, frozen=True):
    """The full-load test is one of rooms of a cloud."""

    clause: ClassVar[ClauseId] = ClauseId("FLT-04")
    room: RoomId


class LaterTestKnown(Refusal, frozen=True):
    """A later result of this room is known: the last one decides."""

    clause: ClassVar[ClauseId] = ClauseId("FLT-03")
    room: RoomId
    at: datetime


class SimulatedTestMissing(Refusal, frozen=True):
    """These rooms have not passed a simulated test, or failed the last one."""

    clause: ClassVar[ClauseId] = ClauseId("RDY-10")
    rooms: tuple[RoomId, ...]
