"""Room results (考场结果): kept as they came, and held against what the desk knows."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from app.core.attendance import RoomNotStarted
from app.core.operation import (
    OFFICE,
    Decision,
    Demand,
    Desk,
    Fact,
    Operation,
)
from app.core.room_state import Answers, Presence, RoomResult, RoomSession, Sitting
from app.core.site import Site
from app.core.terms import Digest, LockSerial, RoomId, SessionId, Ticket


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
