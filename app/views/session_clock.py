"""The session clock (CLK): each room's own moments, who is held back, which reminders are due, and whose bell rings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.core.leaving import suspended
from app.core.plan import Session
from app.core.room_state import RoomSession
from app.core.rulebook import Rulebook
from app.core.session_state import Bell, SessionState
from app.core.site import Site
from app.core.terms import FaultNo, RoomId, SessionId, Ticket
from app.core.timekeeping import closure_ends, ends, entry_closes, reminder, room_ready
from app.views.moments import Deadline, DeadlineKind, of_room

_SECOND = timedelta(seconds=1)
_BEFORE = frozenset({DeadlineKind.ROOMS_READY, DeadlineKind.START})


class BellState(StrEnum):
    """Where a signal of the exam office is in its day."""

    RUNG = "rung"
    DUE = "due"
    MISSED = "missed"
    """Its time is over and nobody entered it; that can still be done."""
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class BellLine:
    """One signal at its unified time; rooms of `not_theirs` go by their own time instead (CLK-19)."""

    bell: Bell
    at: datetime
    state: BellState
    rung_at: datetime | None
    not_theirs: tuple[RoomId, ...]


@dataclass(frozen=True, slots=True)
class HeldBack:
    """Gave up and is kept until the closure ends (CLK-11). `until` is None while the room has not started."""

    ticket: Ticket
    gave_up_at: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class RoomClock:
    """One room in one session. `moments` in order of time; `following` is the next one, None after the last
    and while a start is overdue.

    `late`: by how much it is behind the unified start, None within the tolerance. `fault` stops it: nobody leaves.
    """

    room: RoomId
    started_at: datetime | None
    ended_at: datetime | None
    moments: tuple[Deadline, ...]
    following: Deadline | None
    late: timedelta | None
    held: tuple[HeldBack, ...]
    fault: FaultNo | None
    reminded_at: datetime | None
    reminder_due: bool


@dataclass(frozen=True, slots=True)
class SessionClock:
    """`media`: no entry after the start, closure to the end."""

    session: SessionId
    media: bool
    rooms: tuple[RoomClock, ...]
    bells: tuple[BellLine, ...]

    @property
    def late(self) -> tuple[RoomId, ...]:
        return tuple(room.room for room in self.rooms if room.late is not None)

    @property
    def to_remind(self) -> tuple[RoomId, ...]:
        """Rooms that have reached their reminder and were not reminded yet."""
        return tuple(room.room for room in self.rooms if room.reminder_due)

    @property
    def bell_due(self) -> BellLine | None:
        return next((line for line in self.bells if line.state is BellState.DUE), None)


def session_clock(site: Site, rulebook: Rulebook, session: SessionId, now: datetime) -> SessionClock:
    """Every room that is in use, by number."""
    state = site.sessions[session]
    rooms = tuple(room_clock(site, rulebook, room, now) for _, room in sorted(state.rooms.items()) if room.in_use)
    return SessionClock(session, state.plan.media, rooms, _bells(state, rulebook, rooms, now))


def room_clock(site: Site, rulebook: Rulebook, room: RoomSession, now: datetime) -> RoomClock:
    plan, started = site.sessions[room.session].plan, room.started_at
    late = None if room.ended_at else _late(room, plan, rulebook, now)
    moments = () if room.ended_at else of_room(room, plan, rulebook)
    if started is None and late is not None:
        # What counts from its start is not known before it.
        moments = tuple(moment for moment in moments if moment.kind in _BEFORE)
    runs_from = room.runs_from
    until = closure_ends(runs_from, plan, rulebook) if runs_from else None
    gave_up = [(one.ticket, one.gave_up_at) for one in room.sittings.values() if one.gave_up_at and not one.left_at]
    held = () if room.ended_at else tuple(HeldBack(ticket, at, until) for ticket, at in sorted(gave_up))
    due = (
        runs_from is not None
        and not room.ended_at
        and reminder(runs_from, plan, rulebook) <= now < ends(runs_from, plan)
    )
    return RoomClock(
        room.room,
        started,
        room.ended_at,
        moments,
        next((moment for moment in moments if moment.at > now), None),
        late,
        held,
        None if room.ended_at else suspended(site, room.room),
        room.reminded_at,
        due and room.reminded_at is None,
    )


def _late(room: RoomSession, plan: Session, rulebook: Rulebook, now: datetime) -> timedelta | None:
    behind = (room.started_at or now) - plan.starts_at
    least = max(timedelta(seconds=rulebook.on_time_tolerance_seconds.value), _SECOND)
    return behind if behind >= least else None


def _bells(
    state: SessionState, rulebook: Rulebook, rooms: tuple[RoomClock, ...], now: datetime
) -> tuple[BellLine, ...]:
    """By the plan alone: the exam office rings for the unified times, whichever rooms are late."""
    plan = state.plan
    tolerance = timedelta(seconds=rulebook.on_time_tolerance_seconds.value)
    begun = max(entry_closes(plan.starts_at, plan, rulebook), plan.starts_at + tolerance)
    late = tuple(room.room for room in rooms if room.late is not None)
    moved = tuple(
        room.room
        for room in rooms
        if room.late is not None or (state.rooms[room.room].extra_minutes and not room.ended_at)
    )
    not_theirs = {Bell.START: late, Bell.REMINDER: moved, Bell.END: moved}
    over = bool(rooms) and all(room.ended_at for room in rooms)
    times = (
        (Bell.ENTRY, room_ready(plan, rulebook), now >= plan.starts_at),
        (Bell.START, plan.starts_at, now >= begun),
        (Bell.REMINDER, reminder(plan.starts_at, plan, rulebook), now >= plan.ends_at),
        (Bell.END, plan.ends_at, over),
    )
    return tuple(
        BellLine(
            bell,
            at,
            _state(state.bells.get(bell), at, now, gone=gone or over),
            state.bells.get(bell),
            not_theirs.get(bell, ()),
        )
        for bell, at, gone in times
    )


def _state(rung: datetime | None, at: datetime, now: datetime, *, gone: bool) -> BellState:
    """`gone`: what the bell announces is over."""
    if rung:
        return BellState.RUNG
    if now < at:
        return BellState.AHEAD
    return BellState.MISSED if gone else BellState.DUE
