"""Closing a session (结束考试): each room's gate, what may be done about a check, and what is owed afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

import msgspec

from app.core.collection import to_collect
from app.core.debts import room_debts
from app.core.gate import Check, CheckName, CheckState
from app.core.room_gate import room_gate
from app.core.room_state import Answers, RoomSession, Sitting
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.terms import RoomId, SessionId, Ticket
from app.core.timekeeping import closure_ends
from app.views.board import OVER, RoomCard, RoomState
from app.views.find import plain

_BETWEEN = re.compile(r"[\s,;\u3001]+")
_LAST = 3
"""So many digits at the end of a ticket tell people of one room apart."""


class EndState(StrEnum):
    """How near a room is to its end command."""

    UNSTARTED = "unstarted"
    OPEN = "open"
    CLOSURE = "closure"
    """Nothing is open, and its closure is not over."""
    READY = "ready"
    ENDED = "ended"
    CALLED_OFF = "called_off"


class RoomOrder(StrEnum):
    """How the rooms are listed."""

    ROOM = "room"
    DUE = "due"
    """What can be ended, then where something can be settled by now, the least first."""


class ClosingStep(StrEnum):
    """What can be done about a check."""

    GO = "go"
    """Settled on another page."""
    COLLECT = "collect"
    BY_HAND = "by_hand"
    VIOLATIONS = "violations"
    ENTER_RESULT = "enter_result"
    SCRATCH_PAPER = "scratch_paper"
    CHECK = "check"
    OVERRIDE = "override"


class ClosingRoom(msgspec.Struct, frozen=True):
    """A room on its way to the end. `closes` is None before the start; `due` could be settled by now.

    `gate` is what is looked at before its end command, and `debts` what follows it.
    """

    room: RoomId
    state: RoomState
    end: EndState
    closes: datetime | None
    gate: tuple[Check, ...]
    due: tuple[CheckName, ...]
    debts: tuple[Check, ...]
    end_reported_at: datetime | None

    @property
    def open(self) -> tuple[Check, ...]:
        """What holds its end up; of a room that has ended, what is owed."""
        return tuple(one for one in self.checks if one.blocks)

    @property
    def checks(self) -> tuple[Check, ...]:
        return self.debts if self.end is EndState.ENDED else self.gate

    @property
    def going_on(self) -> bool:
        return self.end in (EndState.OPEN, EndState.CLOSURE, EndState.READY)


def closing_rooms(
    site: Site, rulebook: Rulebook, session: SessionId, cards: Iterable[RoomCard], now: datetime
) -> tuple[ClosingRoom, ...]:
    """Every room that holds somebody in this session, in the order of the cards."""
    state, found = site.sessions[session], []
    for card in cards:
        room = state.rooms.get(card.plan.id)
        if room is None:
            continue
        closes = closure_ends(room.runs_from, state.plan, rulebook) if room.runs_from else None
        found.append(
            ClosingRoom(
                card.plan.id,
                card.state,
                _end_state(card, closes, now),
                closes,
                room_gate(site, room) if room.started_at else (),
                card.due,
                room_debts(site, room, rulebook),
                room.end_reported_at,
            )
        )
    return tuple(found)


def _end_state(card: RoomCard, closes: datetime | None, now: datetime) -> EndState:
    if card.state is RoomState.ENDED:
        return EndState.ENDED
    if card.state is RoomState.CALLED_OFF:
        return EndState.CALLED_OFF
    if closes is None:
        return EndState.UNSTARTED
    if card.blockers:
        return EndState.OPEN
    return EndState.READY if closes <= now else EndState.CLOSURE


_NEAREST = (
    EndState.READY,
    EndState.OPEN,
    EndState.CLOSURE,
    EndState.UNSTARTED,
    EndState.ENDED,
    EndState.CALLED_OFF,
)


def in_order(rooms: Iterable[ClosingRoom], order: RoomOrder) -> tuple[ClosingRoom, ...]:
    if order is RoomOrder.ROOM:
        return tuple(sorted(rooms, key=lambda one: one.room))
    return tuple(sorted(rooms, key=lambda one: (_NEAREST.index(one.end), not one.due, len(one.open), one.room)))


def may_end(rooms: Iterable[ClosingRoom], at: datetime | None) -> tuple[RoomId, ...]:
    """Nothing is open there, and closure is over at that time; None where the time cannot be read."""
    ready = (one for one in rooms if one.going_on and not one.open and one.closes)
    return tuple(one.room for one in ready if at is None or (one.closes and one.closes <= at))


def without_violations(rooms: Iterable[ClosingRoom]) -> tuple[RoomId, ...]:
    """Where it is time to confirm that nothing but what is recorded happened."""
    return tuple(one.room for one in rooms if one.going_on and CheckName.VIOLATIONS in one.due)


def as_counted(site: Site, session: SessionId, rooms: Iterable[ClosingRoom]) -> tuple[tuple[RoomId, int], ...]:
    """Rooms whose last count says that exactly those whose answers they should hold have submitted, with that number.

    The count was made after closure, nobody there is to be collected by hand, and the roll is confirmed.
    """
    found = []
    for one in rooms:
        here = site.sessions[session].rooms[one.room]
        report, wanted = here.report, to_collect(here)
        unsaid = CheckName.ANSWERS in one.due and here.result is None and here.attendance_confirmed_at
        if not unsaid or report is None or one.closes is None or report.at < one.closes:
            continue
        if len(wanted) == report.submitted == report.logged_in and not any(sitting.by_hand for sitting in wanted):
            found.append((one.room, len(wanted)))
    return tuple(found)


class Named(msgspec.Struct, frozen=True):
    """Whom a typed list names: by ticket, its last three digits, or the seat.

    `unknown` fits nobody whose answers the room should hold, `doubtful` more than one.
    """

    tickets: tuple[Ticket, ...] = ()
    unknown: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()

    @property
    def wrong(self) -> bool:
        return bool(self.unknown or self.doubtful)


def named(room: RoomSession, text: str) -> Named:
    here = to_collect(room)
    found: dict[Ticket, None] = {}
    unknown: list[str] = []
    doubtful: list[str] = []
    for word in filter(None, _BETWEEN.split(plain(text))):
        meant = [one.ticket for one in here if _is_meant(one, word)]
        if len(meant) == 1:
            found[meant[0]] = None
        else:
            (doubtful if meant else unknown).append(word)
    return Named(tuple(found), tuple(unknown), tuple(doubtful))


def _is_meant(one: Sitting, word: str) -> bool:
    if word == one.ticket:
        return True
    if not word.isdecimal() or len(word) > _LAST:
        return word in (one.sits_at, one.seat)
    number = word.zfill(_LAST)
    return number == one.ticket[-_LAST:] or number in (one.sits_at.zfill(_LAST), (one.seat or "").zfill(_LAST))


def excepted(room: RoomSession) -> tuple[tuple[Ticket, ...], tuple[Ticket, ...]]:
    """Who is known to have never logged in, and whose answers are still to be collected by hand."""
    here = to_collect(room)
    never = tuple(one.ticket for one in here if one.answers is Answers.NEVER_LOGGED_IN)
    return never, tuple(one.ticket for one in here if one.by_hand)


def expected_count(room: RoomSession, never: Named, by_hand: Named) -> int:
    """How many answers the room must have collected, by who is present and not excepted."""
    return len(to_collect(room)) - len({*never.tickets, *by_hand.tickets})


_HERE: dict[CheckName, tuple[ClosingStep, ...]] = {
    CheckName.BY_HAND: (ClosingStep.BY_HAND,),
    CheckName.VIOLATIONS: (ClosingStep.VIOLATIONS, ClosingStep.GO),
    CheckName.SUBMITTED: (ClosingStep.COLLECT, ClosingStep.GO),
    CheckName.SCRATCH_PAPER: (ClosingStep.SCRATCH_PAPER,),
    CheckName.CHECKED: (ClosingStep.CHECK,),
}
"""What is settled on the page itself; everything else is gone to."""


def steps_for(room: RoomSession | None, check: Check) -> tuple[ClosingStep, ...]:
    """What can be done about a check, the next step first; `room` is None for what concerns the whole session."""
    name = check.name
    if check.state in (CheckState.OK, CheckState.OFF):
        # A new count of scratch paper replaces the one before.
        return (ClosingStep.SCRATCH_PAPER,) if name is CheckName.SCRATCH_PAPER and check.state is CheckState.OK else ()
    if name is CheckName.ENDED_EARLY:
        return ()
    steps = _HERE.get(name, (ClosingStep.GO,))
    from_file = room is not None and room.result is not None and not room.result.by_hand
    if name is CheckName.ANSWERS and not from_file:
        steps = (ClosingStep.COLLECT, ClosingStep.ENTER_RESULT)
    elif name is CheckName.RESULT and not from_file:
        steps = (ClosingStep.GO, ClosingStep.ENTER_RESULT)
    return (*steps, ClosingStep.OVERRIDE) if check.blocks and not check.hard else steps


def all_over(rooms: Iterable[ClosingRoom]) -> bool:
    """Every room of the session has ended, or is not held."""
    here = tuple(rooms)
    return bool(here) and all(one.state in OVER for one in here)
