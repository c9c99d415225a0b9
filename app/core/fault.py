"""Faults (故障) of machines, network, power: a number, a place, and the time until it worked again."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from app.core.incident import ClosedBeforeOpened, nowhere
from app.core.operation import ROOM, Decision, Demand, Desk, Fact, NotYetHappened, Operation, Refusal, untold
from app.core.site import Fault, Site
from app.core.terms import ClauseId, FaultNo, PersonId, Role, RoomId, SessionId


class FaultKind(StrEnum):
    """What failed (FLT-01, RST-01)."""

    MACHINE = "machine"
    PERIPHERAL = "peripheral"
    NETWORK = "network"
    POWER = "power"
    SOFTWARE = "software"
    CLOUD = "cloud"


class ReportFault(Operation, frozen=True):
    """Say what failed: a seat (`seat` set), a room, or the site (`room` None)."""

    kind: FaultKind
    session: SessionId | None
    room: RoomId | None
    seat: str
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM | {Role.TECHNICIAN})

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk) or nowhere(site, self.session, self.room):
            return no
        if self.seat and not (self.seat.isascii() and self.seat.isdigit() and len(self.seat) <= 6):
            return NotASeat(self.seat)
        own = sum(number.startswith(f"{desk.machine}F-") for number in site.faults)
        number = FaultNo(f"{desk.machine}F-{own + 1:03d}")
        return (
            FaultReported(number, self.kind, self.session, self.room, self.seat, self.happened_at, self.reported_by),
        )


class FaultReported(Fact, frozen=True):
    """A fault has a number."""

    number: FaultNo
    kind: FaultKind
    session: SessionId | None
    room: RoomId | None
    seat: str
    happened_at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        site.faults[self.number] = Fault(self.number, self.kind, self.session, self.room, self.seat, self.happened_at)


class CloseFault(Operation, frozen=True):
    """Say since when it works again."""

    number: FaultNo
    restored_at: datetime

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM | {Role.TECHNICIAN})

    def decide(self, site: Site, desk: Desk) -> Decision:
        fault = site.faults.get(self.number)
        if fault is None or fault.closed_at:
            return NoOpenFault(self.number)
        if self.restored_at > desk.now:
            return NotYetHappened(self.restored_at, desk.now)
        if self.restored_at < fault.happened_at:
            return ClosedBeforeOpened(self.restored_at, fault.happened_at)
        return (FaultRestored(self.number, self.restored_at),)


class FaultRestored(Fact, frozen=True):
    """It works again."""

    number: FaultNo
    restored_at: datetime

    def apply(self, site: Site) -> None:
        site.faults[self.number].closed_at = self.restored_at


class NotASeat(Refusal, frozen=True):
    """Seats are numbers."""

    clause: ClassVar[ClauseId] = ClauseId("FLT-01")
    seat: str


class NoOpenFault(Refusal, frozen=True):
    """No fault of this number is open."""

    clause: ClassVar[ClauseId] = ClauseId("FLT-01")
    number: FaultNo
