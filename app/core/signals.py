"""Signals of the day (考试信号、时间提醒): bells of the exam office, and the reminder in each room (CLK-12, CLK-19)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from app.core.attendance import RoomHasEnded, RoomNotStarted
from app.core.authorization import UnknownSession
from app.core.operation import OFFICE, ROOM, Decision, Demand, Desk, Fact, Operation, Refusal, untold
from app.core.session_state import Bell
from app.core.site import Site
from app.core.terms import ClauseId, PersonId, Role, RoomId, SessionId
from app.core.timekeeping import reminder


class RecordBell(Operation, frozen=True):
    """The exam office rang; the console only notes when."""

    session: SessionId
    bell: Bell
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(frozenset({Role.SITE_ADMIN, Role.EXAM_OFFICE}))

    def decide(self, site: Site, desk: Desk) -> Decision:
        state = site.sessions.get(self.session)
        if state is None:
            return UnknownSession(self.session)
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        if rung := state.bells.get(self.bell):
            return RungAlready(self.session, self.bell, rung)
        return (BellRung(self.session, self.bell, self.happened_at, self.reported_by),)


class BellRung(Fact, frozen=True):
    """A signal was given to the whole site."""

    session: SessionId
    bell: Bell
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        site.sessions[self.session].bells[self.bell] = self.at


class RecordReminder(Operation, frozen=True):
    """These rooms were reminded of the time left, all of them or none; each by its own end (CLK-12)."""

    session: SessionId
    rooms: tuple[RoomId, ...]
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM if len(set(self.rooms)) == 1 else OFFICE)

    def of_room(self, site: Site) -> RoomId | None:
        rooms = set(self.rooms)
        return self.rooms[0] if len(rooms) == 1 else None

    def decide(self, site: Site, desk: Desk) -> Decision:
        state = site.sessions.get(self.session)
        if state is None:
            return UnknownSession(self.session)
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        facts = []
        for number in dict.fromkeys(self.rooms):
            room = state.rooms.get(number)
            if room is None or room.runs_from is None:
                return RoomNotStarted(self.session, number)
            if room.ended_at:
                return RoomHasEnded(self.session, number, room.ended_at)
            due = reminder(room.runs_from, state.plan, desk.rulebook)
            if self.happened_at < due:
                return RemindedTooEarly(self.session, number, due)
            if not room.reminded_at:
                facts.append(RoomReminded(self.session, number, self.happened_at, self.reported_by))
        return tuple(facts)


class RoomReminded(Fact, frozen=True):
    """A room was reminded of the time left."""

    session: SessionId
    room: RoomId
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        site.sessions[self.session].rooms[self.room].reminded_at = self.at


class RungAlready(Refusal, frozen=True):
    """The first time stands."""

    clause: ClassVar[ClauseId] = ClauseId("CLK-19")
    session: SessionId
    bell: Bell
    rung_at: datetime


class RemindedTooEarly(Refusal, frozen=True):
    """The reminder has its minute, counted from the room's own end."""

    clause: ClassVar[ClauseId] = ClauseId("CLK-12")
    session: SessionId
    room: RoomId
    due_at: datetime
