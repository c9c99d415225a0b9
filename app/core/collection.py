"""Collecting answers (作答数据回收): what a room tells of them before its end command (CLK-13, DAT-02)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from app.core.about_candidate import AboutCandidate
from app.core.attendance import RoomHasEnded, RoomNotStarted
from app.core.end_state import ResultReason, RoomResult
from app.core.leaving import ClosureNotOver
from app.core.operation import OFFICE, ROOM, SECOND_PERSON, Decision, Demand, Desk, Fact, Operation, Refusal, untold
from app.core.room_open import not_here
from app.core.room_result import ResultReasonNeeded
from app.core.room_state import Answers, Presence, RoomSession, Sitting
from app.core.site import Site
from app.core.terms import ClauseId, Digest, PersonId, RoomId, SessionId, Ticket
from app.core.timekeeping import closure_ends


def to_collect(room: RoomSession) -> tuple[Sitting, ...]:
    """Whose answers the room's own machine should hold: present, not on a standalone package, not written off."""
    return tuple(
        one
        for one in room.sittings.values()
        if one.presence is Presence.PRESENT and not one.standalone and one.answers is not Answers.WRITTEN_OFF
    )


class ConfirmCollected(Operation, frozen=True):
    """All of this room but these handed in, and their answers are collected and verified; `collected` is its count.

    `never` never logged in. The answers of those `by_hand` did not reach the room's machine and are still to come.
    """

    session: SessionId
    room: RoomId
    collected: int
    never: tuple[Ticket, ...]
    by_hand: tuple[Ticket, ...]
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM)

    def decide(self, site: Site, desk: Desk) -> Decision:
        room = site.room(self.session, self.room)
        if room is None or room.runs_from is None:
            return RoomNotStarted(self.session, self.room)
        if no := not_here(room) or untold(self.happened_at, self.reported_by, desk):
            return no
        if room.ended_at:
            return RoomHasEnded(self.session, self.room, room.ended_at)
        if room.result:
            return ResultTellsIt(self.session, self.room)
        opens = closure_ends(room.runs_from, site.sessions[self.session].plan, desk.rulebook)
        if self.happened_at < opens:
            return ClosureNotOver(self.session, self.room, opens)
        found = _told(room, self.collected, self.never, self.by_hand)
        if isinstance(found, Refusal):
            return found
        at, by = self.happened_at, self.reported_by
        return (AnswersConfirmed(self.session, self.room, found, self.never, self.by_hand, at, by),)


def _told(
    room: RoomSession, count: int, never: tuple[Ticket, ...], by_hand: tuple[Ticket, ...]
) -> tuple[Ticket, ...] | Refusal:
    """Whose answers are collected by these words, or why they cannot be right."""
    if not room.attendance_confirmed_at:
        return RollFirst(room.session, room.room)
    here = {one.ticket: one for one in to_collect(room)}
    if odd := tuple(one for one in (*never, *by_hand) if one not in here or here[one].answers is Answers.COLLECTED):
        return NotToCollect(room.session, room.room, odd)
    if seen := tuple(one for one in never if here[one].logged_in_at):
        return LoggedInAfterAll(room.session, room.room, seen)
    if both := tuple(one for one in never if one in by_hand):
        return NotToCollect(room.session, room.room, both)
    collected = tuple(ticket for ticket in here if ticket not in never and ticket not in by_hand)
    if len(collected) != count:
        return CountDiffers(room.session, room.room, count, len(collected))
    return collected


class AnswersConfirmed(Fact, frozen=True):
    """A room collected and verified these answers."""

    session: SessionId
    room: RoomId
    collected: tuple[Ticket, ...]
    never: tuple[Ticket, ...]
    by_hand: tuple[Ticket, ...]
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        room = site.sessions[self.session].rooms[self.room]
        room.answers_confirmed_at = self.at
        _set(room, self.collected, self.never)
        for ticket in self.by_hand:
            room.sittings[ticket].answers, room.sittings[ticket].by_hand = Answers.OPEN, True


def _set(room: RoomSession, collected: tuple[Ticket, ...], never: tuple[Ticket, ...]) -> None:
    """Whom the room does not name has no answers there, whatever was told before."""
    for one in room.sittings.values():
        if one.answers is not Answers.WRITTEN_OFF and not one.standalone:
            one.answers, one.by_hand = Answers.OPEN, False
    for ticket in (*collected, *never):
        answers = Answers.COLLECTED if ticket in collected else Answers.NEVER_LOGGED_IN
        room.sittings[ticket].answers, room.sittings[ticket].by_hand = answers, False


class CollectByHand(AboutCandidate, frozen=True):
    """The answers of one that were to be collected by hand are at the room's machine now, and verified (DAT-01)."""

    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM)

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        if not sitting.by_hand:
            return NothingByHand(self.ticket)
        return (CollectedByHand(self.session, room.room, self.ticket, self.happened_at, self.reported_by),)


class CollectedByHand(Fact, frozen=True):
    """Answers were collected by hand."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        sitting = site.sessions[self.session].rooms[self.room].sittings[self.ticket]
        sitting.answers, sitting.by_hand, sitting.by_hand_at = Answers.COLLECTED, False, self.at
        site.unsettle(self.session, self.room)


class EnterRoomResult(Operation, frozen=True):
    """Enter a result by hand, counts and exceptions, before two persons: for rooms that run another system.

    `reason`: why it is entered once more (DAT-03).
    """

    session: SessionId
    room: RoomId
    collected: int
    never: tuple[Ticket, ...]
    happened_at: datetime
    reported_by: PersonId
    reason: ResultReason | None = None

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (SECOND_PERSON,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        room = site.room(self.session, self.room)
        if room is None or room.runs_from is None:
            return RoomNotStarted(self.session, self.room)
        if no := not_here(room) or untold(self.happened_at, self.reported_by, desk):
            return no
        if room.result and not room.result.by_hand:
            return ResultTellsIt(self.session, self.room)
        opens = closure_ends(room.runs_from, site.sessions[self.session].plan, desk.rulebook)
        if self.happened_at < opens:
            return ClosureNotOver(self.session, self.room, opens)
        found = _told(room, self.collected, self.never, ())
        if isinstance(found, Refusal):
            return found
        version = room.result.version + 1 if room.result else 1
        if room.result and _stands(room, room.result, found, self.never):
            return ()
        if room.result and self.reason is None:
            return ResultReasonNeeded(self.session, self.room, version)
        at, by, why = self.happened_at, self.reported_by, self.reason if room.result else None
        return (RoomResultEntered(self.session, self.room, version, found, self.never, at, by, why),)


def _stands(room: RoomSession, result: RoomResult, collected: tuple[Ticket, ...], never: tuple[Ticket, ...]) -> bool:
    """Whether the room has said just this before, and nothing has changed since."""
    here = room.sittings
    agrees = all(here[one].answers is Answers.COLLECTED for one in collected)
    return not result.differences and agrees and all(here[one].answers is Answers.NEVER_LOGGED_IN for one in never)


class RoomResultEntered(Fact, frozen=True):
    """A result was typed in; it has no file."""

    session: SessionId
    room: RoomId
    version: int
    collected: tuple[Ticket, ...]
    never: tuple[Ticket, ...]
    at: datetime
    reported_by: PersonId
    reason: ResultReason | None = None

    def apply(self, site: Site) -> None:
        room = site.sessions[self.session].rooms[self.room]
        before = room.told
        room.answer_for(RoomResult(Digest(""), self.version, (), by_hand=True, reason=self.reason))
        _set(room, self.collected, self.never)
        site.unsettle(self.session, *((self.room,) if room.told != before else ()))


class RollFirst(Refusal, frozen=True):
    """Who was absent is confirmed before answers are counted."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-01")
    session: SessionId
    room: RoomId


class NotToCollect(Refusal, frozen=True):
    """These have no answers at the room's machine, are collected already, or are named twice."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-01")
    session: SessionId
    room: RoomId
    tickets: tuple[Ticket, ...]


class LoggedInAfterAll(Refusal, frozen=True):
    """These logged in; what became of their answers has to be said."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-01")
    session: SessionId
    room: RoomId
    tickets: tuple[Ticket, ...]


class CountDiffers(Refusal, frozen=True):
    """The room counted `told`; by who is present and not excepted it must be `expected`."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-01")
    session: SessionId
    room: RoomId
    told: int
    expected: int


class ResultTellsIt(Refusal, frozen=True):
    """The room's signed result is here; it is not told by voice."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-03")
    session: SessionId
    room: RoomId


class NothingByHand(Refusal, frozen=True):
    """Nothing of this candidate was to be collected by hand."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-01")
    ticket: Ticket
