"""Room results (考场结果): kept as they came, and held against what the desk knows."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

import msgspec

from app.core.attendance import RoomNotStarted
from app.core.end_state import ResultReason, RoomResult
from app.core.operation import (
    OFFICE,
    Decision,
    Demand,
    Desk,
    Fact,
    Operation,
    Refusal,
)
from app.core.room_state import Answers, Presence, RoomSession, Sitting
from app.core.site import Site
from app.core.terms import ClauseId, Digest, LockSerial, RoomId, SessionId, Ticket


class Outcome(StrEnum):
    """What a room says of one candidate at the end."""

    SUBMITTED = "submitted"
    NEVER_LOGGED_IN = "never_logged_in"
    ABSENT = "absent"
    STANDALONE = "standalone"
    """Went on with a standalone package; the room holds no last word of theirs."""


class ResultLine(msgspec.Struct, frozen=True):
    """One candidate in a room result."""

    ticket: Ticket
    outcome: Outcome


class TakeRoomResult(Operation, frozen=True):
    """Keep a room's signed result and hold it against the desk; what differs is named, nothing is turned away.

    `reason`: why it comes once more, in other bytes.
    """

    session: SessionId
    room: RoomId
    digest: Digest
    lock: LockSerial
    lines: tuple[ResultLine, ...]
    reason: ResultReason | None = None

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        room = site.room(self.session, self.room)
        if room is None or room.started_at is None:
            return RoomNotStarted(self.session, self.room)
        transfers = site.sessions[self.session].transfers
        sent_on = frozenset(one.ticket for one in transfers if one.out_of == self.room)
        differences = _differences(room, self.lines, sent_on)
        odd = {difference.ticket for difference in differences}
        agreed = [line for line in self.lines if line.ticket not in odd]
        before = room.result
        if before and (before.digest, before.differences) == (self.digest, tuple(d.ticket for d in differences)):
            return ()
        another = before is not None and before.digest != self.digest
        if before and another and self.reason is None:
            return ResultReasonNeeded(self.session, self.room, before.version + 1)
        version = before.version + another if before else 1
        kept = RoomResultKept(
            self.session,
            self.room,
            self.digest,
            version,
            self.lock,
            tuple(line.ticket for line in agreed if line.outcome is Outcome.SUBMITTED),
            tuple(one.ticket for one in agreed if one.outcome is Outcome.NEVER_LOGGED_IN and not _gone(room, one)),
            differences,
            self.reason if another else (before.reason if before else None),
        )
        return (kept,)


class ResultReasonNeeded(Refusal, frozen=True):
    """A second result of a room says why it comes; nothing of the first is lost."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-03")
    session: SessionId
    room: RoomId
    version: int


class ResultDifference(msgspec.Struct, frozen=True):
    """Where desk and room disagree; "" stands for "does not know this candidate"."""

    ticket: Ticket
    desk: str
    room: str


def _differences(
    room: RoomSession, lines: tuple[ResultLine, ...], sent_on: frozenset[Ticket]
) -> tuple[ResultDifference, ...]:
    """Who was sent on may still stand in the list of the room that sent them, where it has no answers of theirs."""
    said = {line.ticket: line.outcome for line in lines}
    found = []
    for ticket in sorted(said.keys() | room.sittings.keys()):
        sitting, outcome = room.sittings.get(ticket), said.get(ticket)
        here = sitting.presence if sitting else ""
        if sitting is None and outcome is not Outcome.SUBMITTED and ticket in sent_on:
            continue
        if sitting and outcome not in (Outcome.SUBMITTED, Outcome.ABSENT) and (_lost(sitting) or sitting.standalone):
            continue
        forgotten = sitting is not None and sitting.logged_in_at and outcome is Outcome.NEVER_LOGGED_IN
        elsewhere = outcome is Outcome.STANDALONE or (sitting is not None and sitting.standalone)
        agrees = here == (Presence.ABSENT if outcome is Outcome.ABSENT else Presence.PRESENT) and not elsewhere
        if outcome is None or forgotten or not agrees:
            found.append(ResultDifference(ticket, here, outcome or ""))
    return tuple(found)


def _gone(room: RoomSession, line: ResultLine) -> bool:
    """Sent on, on a standalone package, or written off: what this room says changes nothing for them."""
    sitting = room.sittings.get(line.ticket)
    return sitting is None or sitting.standalone or _lost(sitting)


def _lost(sitting: Sitting) -> bool:
    """Written off: the room need not speak of this candidate, or has nothing of them (SAL-05)."""
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
    reason: ResultReason | None = None

    def apply(self, site: Site) -> None:
        room = site.sessions[self.session].rooms[self.room]
        before = room.told
        differences = tuple(d.ticket for d in self.differences)
        room.answer_for(RoomResult(self.digest, self.version, differences, reason=self.reason))
        site.blobs.add(self.digest)
        for sitting in room.sittings.values():
            if sitting.answers is not Answers.WRITTEN_OFF and not sitting.standalone:
                sitting.answers, sitting.by_hand = Answers.OPEN, False
        for ticket in self.collected:
            room.sittings[ticket].answers = Answers.COLLECTED
        for ticket in self.never_logged_in:
            room.sittings[ticket].answers = Answers.NEVER_LOGGED_IN
        site.unsettle(self.session, *((self.room,) if room.told != before else ()))
