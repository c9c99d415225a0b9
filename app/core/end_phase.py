"""At the end of a room (考场收尾): violations confirmed, scratch paper counted, an end without the gate (DAT-01)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from app.core.attendance import RoomHasEnded, RoomNotStarted
from app.core.closing import last_told
from app.core.end_state import ScratchNote, ScratchPaper
from app.core.incident import IncidentOpened, next_incident
from app.core.incident_kinds import IncidentKind
from app.core.leaving import ClosureNotOver
from app.core.operation import OFFICE, ROOM, Decision, Demand, Desk, Fact, Operation, Refusal, untold
from app.core.room_gate import blockers
from app.core.room_open import not_here
from app.core.room_state import RoomSession
from app.core.site import Site
from app.core.terms import ClauseId, PersonId, RoomId, SessionId
from app.core.timekeeping import closure_ends


def _going_on(site: Site, session: SessionId, number: RoomId) -> RoomSession | Refusal:
    """The room, where it started and goes on."""
    room = site.room(session, number)
    if room is None or room.started_at is None:
        return RoomNotStarted(session, number)
    if no := not_here(room):
        return no
    return RoomHasEnded(session, number, room.ended_at) if room.ended_at else room


class ConfirmViolations(Operation, frozen=True):
    """These rooms have no violation but those recorded; all of them or none (DAT-01)."""

    session: SessionId
    rooms: tuple[RoomId, ...]
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM if len(self.rooms) == 1 else OFFICE)

    def of_room(self, site: Site) -> RoomId | None:
        return self.rooms[0] if len(self.rooms) == 1 else None

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        facts = []
        for number in dict.fromkeys(self.rooms):
            room = _going_on(site, self.session, number)
            if isinstance(room, Refusal):
                return room
            if room.runs_from and self.happened_at < (
                opens := closure_ends(room.runs_from, site.sessions[self.session].plan, desk.rulebook)
            ):
                return ClosureNotOver(self.session, number, opens)
            if room.violations_confirmed_at is None:
                facts.append(ViolationsConfirmed(self.session, number, self.happened_at, self.reported_by))
        return tuple(facts)


class ViolationsConfirmed(Fact, frozen=True):
    """A room's record of violations is complete."""

    session: SessionId
    room: RoomId
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        site.sessions[self.session].rooms[self.room].violations_confirmed_at = self.at


class CountScratchPaper(Operation, frozen=True):
    """Enter how many sheets were handed out and came back; fewer back needs its note (CLK-16). Also after the end."""

    session: SessionId
    room: RoomId
    handed_out: int
    returned: int
    note: ScratchNote | None
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM)

    def decide(self, site: Site, desk: Desk) -> Decision:
        room = site.room(self.session, self.room)
        if room is None or room.started_at is None:
            return RoomNotStarted(self.session, self.room)
        if no := not_here(room) or untold(self.happened_at, self.reported_by, desk):
            return no
        if not 0 <= self.returned <= self.handed_out:
            return SheetsDoNotFit(self.session, self.room, self.handed_out, self.returned)
        if self.returned < self.handed_out and self.note is None:
            return SheetsMissing(self.session, self.room, self.handed_out - self.returned)
        note = self.note if self.returned < self.handed_out else None
        told = ScratchPaper(self.handed_out, self.returned, note, self.happened_at)
        if room.scratch == told:
            return ()
        at, by = self.happened_at, self.reported_by
        return (ScratchPaperCounted(self.session, self.room, self.handed_out, self.returned, note, at, by),)


class ScratchPaperCounted(Fact, frozen=True):
    """Scratch paper of a room was counted; a later count replaces it."""

    session: SessionId
    room: RoomId
    handed_out: int
    returned: int
    note: ScratchNote | None
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        counted = ScratchPaper(self.handed_out, self.returned, self.note, self.at)
        room = site.sessions[self.session].rooms[self.room]
        before, room.scratch = room.scratch, counted
        if before is None or replace(before, at=self.at) != counted:
            site.outdate(self.session, self.room)


class ReportUngatedEnd(Operation, frozen=True):
    """A room gave its end command before everything was checked, as is told now: an incident (DAT-01).

    The next session may start there; what is open in this one stays open until it is settled.
    """

    session: SessionId
    room: RoomId
    ended_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := untold(self.ended_at, self.reported_by, desk):
            return no
        room = _going_on(site, self.session, self.room)
        if isinstance(room, Refusal):
            return room
        if room.started_at and self.ended_at < room.started_at:
            return RoomNotStarted(self.session, self.room)
        if room.end_reported_at:
            return EndReportedAlready(self.session, self.room, room.end_reported_at)
        if not blockers(site, room) and self.ended_at >= last_told(site, room):
            return NothingHoldsUp(self.session, self.room)
        number = next_incident(site, desk)
        at, by = self.ended_at, self.reported_by
        return (
            UngatedEndReported(self.session, self.room, number, at, by),
            IncidentOpened(number, IncidentKind.ENDED_UNCHECKED, self.session, self.room, at, by),
        )


class UngatedEndReported(Fact, frozen=True):
    """A room ended without the gate."""

    session: SessionId
    room: RoomId
    incident: str
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        site.sessions[self.session].rooms[self.room].end_reported_at = self.at


class SheetsDoNotFit(Refusal, frozen=True):
    """No fewer than none, and no more back than were handed out."""

    clause: ClassVar[ClauseId] = ClauseId("CLK-16")
    session: SessionId
    room: RoomId
    handed_out: int
    returned: int


class SheetsMissing(Refusal, frozen=True):
    """Fewer came back: a note says why."""

    clause: ClassVar[ClauseId] = ClauseId("CLK-16")
    session: SessionId
    room: RoomId
    missing: int


class EndReportedAlready(Refusal, frozen=True):
    """That it ended so is entered."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-01")
    session: SessionId
    room: RoomId
    at: datetime


class NothingHoldsUp(Refusal, frozen=True):
    """Everything had been checked in this room by then: its end command is entered as such."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-01")
    session: SessionId
    room: RoomId
