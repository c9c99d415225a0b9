"""Swapping an invigilation machine (更换备用监考机): the lock goes with the room, not with the machine (LCK-09)."""

from __future__ import annotations

import re
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from app.core.calibration import lock_in_use
from app.core.incident import nowhere
from app.core.operation import OFFICE, SUPERVISORS, Decision, Demand, Desk, Fact, Operation, Refusal, untold
from app.core.site import Site
from app.core.terms import ClauseId, LockSerial, PersonId, Role, RoomId

_NAME = re.compile(r"[A-Z0-9][A-Z0-9-]{0,15}")


class SwapReason(StrEnum):
    """Why the machine is swapped."""

    DEFECT = "defect"
    SLOW = "slow"
    SOFTWARE = "software"


class SwapMachine(Operation, frozen=True):
    """Put a spare invigilation machine in. `checked`: it passed its hardware check; `restored`: it has the room's data.

    A machine that was not checked wants a supervisor's signature.
    """

    room: RoomId
    old: str
    new: str
    reason: SwapReason
    checked: bool
    restored: bool
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE | {Role.ROOM_ADMIN}, () if self.checked else (SUPERVISORS,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := nowhere(site, None, self.room) or untold(self.happened_at, self.reported_by, desk):
            return no
        if not _NAME.fullmatch(self.old) or not _NAME.fullmatch(self.new) or self.old == self.new:
            return MachineNameUnfit(self.room)
        known = site.invigilation.get(self.room)
        if known and known != self.old:
            return AnotherMachineServes(self.room, known)
        for room, machine in site.invigilation.items():
            if machine == self.new or (machine == self.old and room != self.room):
                return SpareInUse(machine, room)
        running = any(
            here.started_at and not here.ended_at
            for state in site.sessions.values()
            if (here := state.rooms.get(self.room))
        )
        if running and not self.restored:
            return DataNotRestored(self.room)
        lock = lock_in_use(site, self.room) or LockSerial("")
        return (
            MachineSwapped(
                self.room,
                self.old,
                self.new,
                self.reason,
                lock,
                self.checked,
                self.restored,
                self.happened_at,
                self.reported_by,
            ),
        )


class MachineSwapped(Fact, frozen=True):
    """Another invigilation machine serves the room, with the same lock; `lock` is "" where none was in use."""

    room: RoomId
    old: str
    new: str
    reason: SwapReason
    lock: LockSerial
    checked: bool
    restored: bool
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        site.invigilation[self.room] = self.new
        site.disturb(self.room, self.at)


class MachineNameUnfit(Refusal, frozen=True):
    """Machines are named by capital letters, digits and hyphens, and the two are not the same."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-09")
    room: RoomId


class AnotherMachineServes(Refusal, frozen=True):
    """The machine in this room is another one."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-09")
    room: RoomId
    machine: str


class SpareInUse(Refusal, frozen=True):
    """Another room has this machine."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-09")
    machine: str
    room: RoomId


class DataNotRestored(Refusal, frozen=True):
    """In a running session the room's data go onto the new machine first."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-09")
    room: RoomId
