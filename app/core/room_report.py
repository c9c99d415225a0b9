"""Room reports (考场报告): what a room counted while the session runs, from its signed document or typed in."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from app.core.attendance import RoomHasEnded
from app.core.end_state import RoomReport
from app.core.operation import ROOM, Decision, Demand, Desk, Fact, Operation, Refusal, untold
from app.core.places import listed, usable
from app.core.room_open import RoomNotReleased
from app.core.room_state import RoomSession
from app.core.site import Site
from app.core.start import NobodyArranged
from app.core.terms import ClauseId, Digest, PersonId, RoomId, SessionId


class TakeRoomReport(Operation, frozen=True):
    """Note a room's counts (CLK-21). `number` is that of the `document`; typed in, it is 0 and the document is "".

    `present` counts who arrived and was not sent on; `free_seats` is None where the room did not say.
    """

    session: SessionId
    room: RoomId
    number: int
    present: int
    absent: int
    logged_in: int
    submitted: int
    happened_at: datetime
    reported_by: PersonId
    document: Digest
    free_seats: int | None = None

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM)

    def decide(self, site: Site, desk: Desk) -> Decision:
        room = site.room(self.session, self.room)
        if room is None:
            return NobodyArranged(self.session, (self.room,))
        if not room.release:
            return RoomNotReleased(self.session, self.room)
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        fact = self._fact()
        # A signature can be turned into a second valid one, so the same report may come in other bytes.
        if room.report and replace(room.report, document=self.document) == fact.report:
            return ()
        if room.ended_at:
            return RoomHasEnded(self.session, self.room, room.ended_at)
        least = max(len(usable(site, self.room)) - self.present, 0)
        if self.free_seats is not None and not least <= self.free_seats <= len(listed(site.plans[self.room])):
            return FreeSeatsDoNotFit(self.session, self.room, self.free_seats, least)
        return self._unfit(room) or self._outdated(room) or (fact,)

    def _unfit(self, room: RoomSession) -> Refusal | None:
        here, counts = len(room.sittings), (self.present, self.absent, self.logged_in, self.submitted)
        if min(counts) >= 0 and self.present + self.absent <= here and self.submitted <= self.logged_in <= self.present:
            return None
        return CountsDoNotFit(self.session, self.room, here, *counts)

    def _outdated(self, room: RoomSession) -> Refusal | None:
        if room.report is None:
            return None
        repeated = 0 < self.number <= room.last_report_number
        if not repeated and self.happened_at >= room.report.at:
            return None
        return ReportOutdated(
            self.session, self.room, self.number, room.last_report_number, self.happened_at, room.report.at
        )

    def _fact(self) -> RoomReported:
        return RoomReported(
            self.session,
            self.room,
            self.number,
            self.present,
            self.absent,
            self.logged_in,
            self.submitted,
            self.happened_at,
            self.reported_by,
            self.document,
            self.free_seats,
        )


class RoomReported(Fact, frozen=True, tag="room_reported/2"):
    """A room counted; the newest counts stand. Free seats bound who is taken in there, nothing else hangs on them."""

    session: SessionId
    room: RoomId
    number: int
    present: int
    absent: int
    logged_in: int
    submitted: int
    at: datetime
    reported_by: PersonId
    document: Digest
    free_seats: int | None = None

    @property
    def report(self) -> RoomReport:
        return RoomReport(
            self.number,
            self.present,
            self.absent,
            self.logged_in,
            self.submitted,
            self.at,
            self.reported_by,
            self.document,
            self.free_seats,
        )

    def apply(self, site: Site) -> None:
        room = site.sessions[self.session].rooms[self.room]
        room.report = self.report
        if self.number:
            room.last_report_number = self.number
        if self.document:
            site.blobs.add(self.document)


class CountsDoNotFit(Refusal, frozen=True):
    """More people than belong here, more logged in than present, or more submitted than logged in."""

    clause: ClassVar[ClauseId] = ClauseId("CLK-21")
    session: SessionId
    room: RoomId
    here: int
    present: int
    absent: int
    logged_in: int
    submitted: int


class FreeSeatsDoNotFit(Refusal, frozen=True):
    """No more free seats than seats, and no fewer than its usable seats less those present: a fault is told first."""

    clause: ClassVar[ClauseId] = ClauseId("CLK-21")
    session: SessionId
    room: RoomId
    free_seats: int
    least: int


class ReportOutdated(Refusal, frozen=True):
    """A newer report of this room is in: counted later, or numbered as high."""

    clause: ClassVar[ClauseId] = ClauseId("CLK-21")
    session: SessionId
    room: RoomId
    number: int
    last_number: int
    happened_at: datetime
    last_at: datetime
