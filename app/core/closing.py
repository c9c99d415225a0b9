"""Closing a session (结束考试): results kept, both sums balanced, rooms ended, answers checked."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

import msgspec

from app.core.attendance import NotInThisSession, RoomHasEnded, RoomNotStarted
from app.core.authorization import UnknownSession
from app.core.incident import NoOpenIncident
from app.core.ledger import count
from app.core.operation import (
    OFFICE,
    SUPERVISORS,
    Decision,
    Demand,
    Desk,
    Fact,
    NotYetHappened,
    Operation,
    Refusal,
    office,
)
from app.core.site import Answers, Presence, RoomResult, RoomSession, Site, Sitting
from app.core.terms import ClauseId, Digest, IncidentNo, LockSerial, PersonId, Role, RoomId, SessionId, Ticket
from app.core.timekeeping import closure_ends


class Outcome(StrEnum):
    """What a room says of one candidate at the end."""

    SUBMITTED = "submitted"
    NEVER_LOGGED_IN = "never_logged_in"
    ABSENT = "absent"


class ResultLine(msgspec.Struct, frozen=True):
    """One candidate in a room result."""

    ticket: Ticket
    outcome: Outcome


class TakeRoomResult(Operation, frozen=True):
    """Keep a room's signed result and hold it against the desk; what differs is named, nothing is turned away."""

    session: SessionId
    room: RoomId
    digest: Digest
    lock: LockSerial
    lines: tuple[ResultLine, ...]

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        room = site.room(self.session, self.room)
        if room is None or room.started_at is None:
            return RoomNotStarted(self.session, self.room)
        differences = _differences(room, self.lines)
        odd = {difference.ticket for difference in differences}
        agreed = [line for line in self.lines if line.ticket not in odd]
        before = room.result
        if before and (before.digest, before.differences) == (self.digest, tuple(d.ticket for d in differences)):
            return ()
        version = before.version + (before.digest != self.digest) if before else 1
        kept = RoomResultKept(
            self.session,
            self.room,
            self.digest,
            version,
            self.lock,
            tuple(line.ticket for line in agreed if line.outcome is Outcome.SUBMITTED),
            tuple(line.ticket for line in agreed if line.outcome is Outcome.NEVER_LOGGED_IN),
            differences,
        )
        return (kept,)


class ResultDifference(msgspec.Struct, frozen=True):
    """Where desk and room disagree; "" stands for "does not know this candidate"."""

    ticket: Ticket
    desk: str
    room: str


def _differences(room: RoomSession, lines: tuple[ResultLine, ...]) -> tuple[ResultDifference, ...]:
    said = {line.ticket: line.outcome for line in lines}
    found = []
    for ticket in sorted(said.keys() | room.sittings.keys()):
        sitting, outcome = room.sittings.get(ticket), said.get(ticket)
        here = sitting.presence if sitting else ""
        if sitting and outcome is None and _lost(sitting):
            continue
        if outcome is None or here != (Presence.ABSENT if outcome is Outcome.ABSENT else Presence.PRESENT):
            found.append(ResultDifference(ticket, here, outcome or ""))
    return tuple(found)


def _lost(sitting: Sitting) -> bool:
    """Written off: the room need not speak of this candidate (SAL-05)."""
    return sitting.presence is Presence.PRESENT and sitting.answers is Answers.WRITTEN_OFF


class RoomResultKept(Fact, frozen=True):
    """A room result is in the store; a later one replaces it and voids the check of the answers (DAT-04)."""

    session: SessionId
    room: RoomId
    digest: Digest
    version: int
    lock: LockSerial
    collected: tuple[Ticket, ...]
    never_logged_in: tuple[Ticket, ...]
    differences: tuple[ResultDifference, ...]

    def apply(self, site: Site) -> None:
        state = site.sessions[self.session]
        room = state.rooms[self.room]
        room.result = RoomResult(self.digest, self.version, tuple(d.ticket for d in self.differences))
        state.checked_at = None
        site.blobs.add(self.digest)
        for sitting in room.sittings.values():
            if sitting.answers is not Answers.WRITTEN_OFF:
                sitting.answers = Answers.OPEN
        for ticket in self.collected:
            room.sittings[ticket].answers = Answers.COLLECTED
        for ticket in self.never_logged_in:
            room.sittings[ticket].answers = Answers.NEVER_LOGGED_IN


class WriteOff(Operation, frozen=True):
    """The chief records that one candidate's answers are lost, on an open incident (SAL-05)."""

    session: SessionId
    ticket: Ticket
    incident: IncidentNo

    def demand(self, site: Site, desk: Desk) -> Demand:
        listed = type(self).__name__ in desk.rulebook.two_persons.value
        return Demand(frozenset({Role.CHIEF}), (OFFICE | SUPERVISORS,) if listed else ())

    def decide(self, site: Site, desk: Desk) -> Decision:
        sitting = site.sitting(self.session, self.ticket)
        if sitting is None:
            return NotInThisSession(self.session, self.ticket)
        if sitting.presence is not Presence.PRESENT or sitting.answers is not Answers.OPEN:
            return NothingToWriteOff(self.ticket, sitting.presence, sitting.answers)
        incident = site.incidents.get(self.incident)
        if incident is None or incident.closed_at:
            return NoOpenIncident(self.incident)
        return (AnswersWrittenOff(self.session, sitting.room, self.ticket, self.incident),)


class AnswersWrittenOff(Fact, frozen=True):
    """Present, but the answers are lost."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    incident: IncidentNo

    def apply(self, site: Site) -> None:
        site.sessions[self.session].rooms[self.room].sittings[self.ticket].answers = Answers.WRITTEN_OFF


class Blocker(StrEnum):
    """What keeps a room from ending (DAT-01, DAT-02)."""

    ATTENDANCE = "attendance"
    PENDING_TRANSFER = "pending_transfer"
    RESULT_MISSING = "result_missing"
    RESULT_DIFFERS = "result_differs"
    ANSWERS = "answers"
    LEDGER = "ledger"


class RoomBlockers(msgspec.Struct, frozen=True):
    """One room and all that is open there."""

    room: RoomId
    blockers: tuple[Blocker, ...]


def blockers(room: RoomSession) -> tuple[Blocker, ...]:
    """All of them, in the order in which they are settled."""
    here = count(room)
    found = {
        Blocker.PENDING_TRANSFER: bool(here.pending),
        Blocker.ATTENDANCE: bool(here.awaited) or not room.attendance_confirmed_at,
        Blocker.RESULT_MISSING: room.result is None,
        Blocker.RESULT_DIFFERS: bool(room.result and room.result.differences),
        Blocker.ANSWERS: not here.answers_balance,
        Blocker.LEDGER: not here.attendance_balances,
    }
    return tuple(blocker for blocker, stands in found.items() if stands)


class EndRooms(Operation, frozen=True):
    """Record the end command of rooms that have nothing open, all of them or none; other rooms never matter."""

    session: SessionId
    rooms: tuple[RoomId, ...]
    ended_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        state = site.sessions.get(self.session)
        if state is None:
            return UnknownSession(self.session)
        if self.ended_at > desk.now:
            return NotYetHappened(self.ended_at, desk.now)
        rooms = tuple(dict.fromkeys(self.rooms))
        for number in rooms:
            room = state.rooms.get(number)
            if room is None or room.started_at is None:
                return RoomNotStarted(self.session, number)
            if room.ended_at:
                return RoomHasEnded(self.session, number, room.ended_at)
            opens = closure_ends(room.started_at, state.plan, desk.rulebook)
            if self.ended_at < opens:
                return ClosureNotOver(self.session, number, opens)
        open_items = ((number, blockers(state.rooms[number])) for number in rooms)
        if waiting := tuple(RoomBlockers(number, found) for number, found in open_items if found):
            return RoomsNotReady(self.session, waiting)
        return tuple(RoomEnded(self.session, number, self.ended_at, self.reported_by) for number in rooms)


class RoomEnded(Fact, frozen=True):
    """The end command was given in a room."""

    session: SessionId
    room: RoomId
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        site.sessions[self.session].rooms[self.room].ended_at = self.at


class CheckAnswers(Operation, frozen=True):
    """Two persons confirm that the session's answers are all there, before anything leaves the site (DAT-04)."""

    session: SessionId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return office(self, desk)

    def decide(self, site: Site, desk: Desk) -> Decision:
        state = site.sessions.get(self.session)
        if state is None:
            return UnknownSession(self.session)
        if going_on := tuple(sorted(number for number, room in state.rooms.items() if not room.ended_at)):
            return RoomsStillOpen(self.session, going_on)
        waiting = ((number, blockers(room)) for number, room in sorted(state.rooms.items()))
        if found := tuple(RoomBlockers(number, open_items) for number, open_items in waiting if open_items):
            return RoomsNotReady(self.session, found)
        return () if state.checked_at else (AnswersChecked(self.session, desk.now),)


class AnswersChecked(Fact, frozen=True):
    """The session's answers were checked by two persons."""

    session: SessionId
    at: datetime

    def apply(self, site: Site) -> None:
        site.sessions[self.session].checked_at = self.at


class NothingToWriteOff(Refusal, frozen=True):
    """Only the missing answers of someone who was present are written off."""

    clause: ClassVar[ClauseId] = ClauseId("SAL-05")
    ticket: Ticket
    presence: Presence
    answers: Answers


class ClosureNotOver(Refusal, frozen=True):
    """Nobody leaves, so no room ends, before its closure does."""

    clause: ClassVar[ClauseId] = ClauseId("CLK-10")
    session: SessionId
    room: RoomId
    opens_at: datetime


class RoomsNotReady(Refusal, frozen=True):
    """These rooms still have something open."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-01")
    session: SessionId
    rooms: tuple[RoomBlockers, ...]


class RoomsStillOpen(Refusal, frozen=True):
    """The session is checked when its last room has ended."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-04")
    session: SessionId
    rooms: tuple[RoomId, ...]
