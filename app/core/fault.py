"""Faults (故障) of machines, network, power: a number, a place, and the time until it worked again."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from app.core.incident import ClosedBeforeOpened, nowhere
from app.core.incident_state import Fault
from app.core.operation import (
    OFFICE,
    ROOM,
    Decision,
    Demand,
    Desk,
    Fact,
    NotYetHappened,
    Operation,
    PersonUnknown,
    Refusal,
    untold,
)
from app.core.places import listed
from app.core.site import Site
from app.core.terms import ClauseId, FaultNo, PersonId, Role, RoomId, SessionId


class FaultKind(StrEnum):
    """What failed (FLT-01, RST-01)."""

    MACHINE = "machine"
    PERIPHERAL = "peripheral"
    NETWORK = "network"
    POWER = "power"
    SOFTWARE = "software"
    CLOUD = "cloud"


PARTS = frozenset({FaultKind.PERIPHERAL})
"""Kinds that leave the seat itself in use: the part is changed, the candidate stays (RST-01)."""


def next_fault(site: Site, desk: Desk) -> FaultNo:
    """Numbers carry the machine's name, so two machines never give the same one."""
    own = sum(number.startswith(f"{desk.machine}F-") for number in site.faults)
    return FaultNo(f"{desk.machine}F-{own + 1:03d}")


def _who_says(*, site_wide: bool) -> Demand:
    return Demand((OFFICE if site_wide else ROOM) | {Role.TECHNICIAN})


class ReportFault(Operation, frozen=True):
    """Say what failed: some seats, a whole room (`seats` empty), or the site (`room` None).

    A fault of the site stops every room, so no room says it of the others.
    """

    kind: FaultKind
    session: SessionId | None
    room: RoomId | None
    seats: tuple[str, ...]
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return _who_says(site_wide=self.room is None)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk) or nowhere(site, self.session, self.room):
            return no
        known = listed(site.plans[self.room]) if self.room else ()
        if strange := tuple(seat for seat in self.seats if seat not in known):
            return NotASeat(self.room or RoomId(""), strange)
        number, seats = next_fault(site, desk), tuple(dict.fromkeys(self.seats))
        return (FaultReported(number, self.kind, self.session, self.room, seats, self.happened_at, self.reported_by),)


class FaultReported(Fact, frozen=True, tag="fault_reported/2"):
    """A fault has a number. `seats` is empty where the whole room or site is concerned."""

    number: FaultNo
    kind: FaultKind
    session: SessionId | None
    room: RoomId | None
    seats: tuple[str, ...]
    happened_at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        fault = Fault(self.number, self.kind, self.session, self.room, self.seats, self.happened_at)
        fault.machine_down = self.kind not in PARTS
        site.faults[self.number] = fault
        site.outdate_by(fault)


class SendHelp(Operation, frozen=True):
    """Say who is on the way to a fault, or who follows (RST-04)."""

    number: FaultNo
    helper: PersonId

    def of_room(self, site: Site) -> RoomId | None:
        fault = site.faults.get(self.number)
        return fault.room if fault else None

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM | {Role.TECHNICIAN})

    def decide(self, site: Site, desk: Desk) -> Decision:
        fault = site.faults.get(self.number)
        if fault is None or fault.closed_at:
            return NoOpenFault(self.number)
        if self.helper not in desk.directory.staff:
            return PersonUnknown(self.helper)
        return () if fault.helper == self.helper else (HelpSent(self.number, self.helper, desk.now),)


class HelpSent(Fact, frozen=True):
    """Somebody is on the way to a fault."""

    number: FaultNo
    helper: PersonId
    at: datetime

    def apply(self, site: Site) -> None:
        fault = site.faults[self.number]
        fault.helper, fault.sent_at = self.helper, self.at


class CloseFault(Operation, frozen=True):
    """Say since when it works again; of the whole site as it is said of one."""

    number: FaultNo
    restored_at: datetime

    def of_room(self, site: Site) -> RoomId | None:
        fault = site.faults.get(self.number)
        return fault.room if fault else None

    def demand(self, site: Site, desk: Desk) -> Demand:
        fault = site.faults.get(self.number)
        return _who_says(site_wide=fault is not None and fault.room is None)

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
        fault = site.faults[self.number]
        # While it still stands where it stood: over before a room began, it is no longer told of there.
        site.outdate_by(fault)
        fault.closed_at = self.restored_at


class NotASeat(Refusal, frozen=True):
    """The room has no such seats."""

    clause: ClassVar[ClauseId] = ClauseId("FLT-01")
    room: RoomId
    seats: tuple[str, ...]


class NoOpenFault(Refusal, frozen=True):
    """No fault of this number is open."""

    clause: ClassVar[ClauseId] = ClauseId("FLT-01")
    number: FaultNo
