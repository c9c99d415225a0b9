"""Paper sheets of violations (考场违纪情况记录单): numbered blanks, and those that were spoiled (VIO-03)."""

from __future__ import annotations

from typing import ClassVar

from app.core.operation import OFFICE, ROOM, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.paper_state import SheetVoidReason
from app.core.site import Site
from app.core.start import NobodyArranged
from app.core.terms import ClauseId, RoomId, SessionId, ViolationNo
from app.core.violation_blank import blank_of

MOST = 20
"""Blanks of one room in one session."""


class IssueViolationSheets(Operation, frozen=True):
    """Number so many more blanks for each of these rooms; all of them or none."""

    session: SessionId
    rooms: tuple[RoomId, ...]
    count: int

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        facts = []
        for number in dict.fromkeys(self.rooms):
            room = site.room(self.session, number)
            if room is None:
                return NobodyArranged(self.session, (number,))
            if not 1 <= self.count <= MOST - room.violation_sheets:
                return TooManySheets(number, room.violation_sheets, MOST)
            facts.append(ViolationSheetsIssued(self.session, number, room.violation_sheets + self.count))
        return tuple(facts)


class ViolationSheetsIssued(Fact, frozen=True):
    """A room has so many numbered blanks in all."""

    session: SessionId
    room: RoomId
    count: int

    def apply(self, site: Site) -> None:
        site.sessions[self.session].rooms[self.room].violation_sheets = self.count


class VoidViolationSheet(Operation, frozen=True):
    """A sheet was spoiled or lost; its number is never used again."""

    sheet: str
    reason: SheetVoidReason

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM)

    def of_room(self, site: Site) -> RoomId | None:
        room = blank_of(site, self.sheet)
        return room.room if room else None

    def decide(self, site: Site, desk: Desk) -> Decision:
        if self.of_room(site) is None:
            return NoSuchBlank(self.sheet)
        used = next((one.number for one in site.violations.values() if one.on_sheet(self.sheet)), None)
        if used:
            return SheetInUse(self.sheet, used)
        if self.sheet in site.voided_sheets:
            return ()
        return (ViolationSheetVoided(self.sheet, self.reason),)


class ViolationSheetVoided(Fact, frozen=True):
    """A sheet counts no more."""

    sheet: str
    reason: SheetVoidReason

    def apply(self, site: Site) -> None:
        site.voided_sheets[self.sheet] = self.reason


class TooManySheets(Refusal, frozen=True):
    """At least one, and not more than a room can need."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-03")
    room: RoomId
    issued: int
    most: int


class NoSuchBlank(Refusal, frozen=True):
    """No blank of this number was given out."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-03")
    sheet: str


class SheetInUse(Refusal, frozen=True):
    """A violation stands on it; correct that first."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-03")
    sheet: str
    by: ViolationNo
