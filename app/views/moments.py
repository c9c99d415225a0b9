"""The day by the clock: every moment of its sessions that someone must not miss, and the next one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.core.plan import Session
from app.core.room_state import RoomSession
from app.core.rulebook import Rulebook
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import SessionId
from app.core.timekeeping import authorization_opens, closure_ends, ends, entry_closes, reminder, room_ready


class DeadlineKind(StrEnum):
    """A moment of a session that someone must not miss."""

    AUTHORIZATION_OPENS = "authorization_opens"
    ROOMS_READY = "rooms_ready"
    START = "start"
    ENTRY_CLOSES = "entry_closes"
    CLOSURE_ENDS = "closure_ends"
    REMINDER = "reminder"
    END = "end"


@dataclass(frozen=True, slots=True)
class Deadline:
    kind: DeadlineKind
    session: SessionId
    at: datetime


class MomentState(StrEnum):
    """NEXT is the first that lies ahead, whatever its session."""

    PAST = "past"
    NEXT = "next"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class DayMoment:
    """`first` and `last` differ where rooms started at different times: each counts from its own start."""

    kind: DeadlineKind
    session: SessionId
    first: datetime
    last: datetime
    state: MomentState


_IN_ROOM = frozenset({DeadlineKind.ROOMS_READY})
"""Of the planned moments those that a room itself keeps."""
_Moment = tuple[DeadlineKind, SessionId, datetime, datetime]
_Clock = tuple[datetime, datetime]
"""From when a room counts its end, and from when its entry."""


def moments(site: Site, rulebook: Rulebook, plans: Iterable[Session], now: datetime) -> tuple[DayMoment, ...]:
    """Of the sessions of these plans, in order of time; a moment is past once it is past for every room."""
    every = sorted(
        (moment for plan in plans for moment in _of(site.sessions[plan.id], rulebook)),
        key=lambda moment: (moment[2], moment[3]),
    )
    following = next((moment for moment in every if moment[3] > now), None)
    return tuple(DayMoment(*moment, _state(moment, following, now)) for moment in every)


def _state(moment: _Moment, following: _Moment | None, now: datetime) -> MomentState:
    if moment is following:
        return MomentState.NEXT
    return MomentState.AHEAD if moment[3] > now else MomentState.PAST


def next_deadline(site: Site, rulebook: Rulebook, session: SessionId, now: datetime) -> Deadline | None:
    """The nearest moment ahead in this session; rooms that started count from their own start, ended ones no more."""
    state = site.sessions[session]
    ahead = [deadline for deadline in _deadlines(state, rulebook) if deadline.at > now]
    return min(ahead, key=lambda deadline: deadline.at, default=None)


def of_room(room: RoomSession, plan: Session, rulebook: Rulebook) -> tuple[Deadline, ...]:
    """What one room counts, in order of time: by the plan before its start, then from its own start."""
    started, clock = room.started_at or plan.starts_at, _clock(room, plan)
    planned = (Deadline(kind, plan.id, at) for kind, at in _planned(plan, rulebook) if kind in _IN_ROOM)
    counted = (Deadline(kind, plan.id, at) for kind, at in _counted(clock, plan, rulebook))
    start = Deadline(DeadlineKind.START, plan.id, started)
    return tuple(sorted((*planned, start, *counted), key=lambda deadline: deadline.at))


def _deadlines(state: SessionState, rulebook: Rulebook) -> Iterator[Deadline]:
    plan = state.plan
    for kind, at in _planned(plan, rulebook):
        if kind is not DeadlineKind.AUTHORIZATION_OPENS or not state.start_authorization:
            yield Deadline(kind, plan.id, at)
    rooms = state.rooms.values()
    running = [_clock(room, plan) for room in rooms if room.started_at and not room.ended_at]
    for clock in running or ([] if any(room.started_at for room in rooms) else [(plan.starts_at, plan.starts_at)]):
        for kind, at in _counted(clock, plan, rulebook):
            yield Deadline(kind, plan.id, at)


def _of(state: SessionState, rulebook: Rulebook) -> Iterator[_Moment]:
    plan = state.plan
    clocks = [_clock(room, plan) for room in state.rooms.values()] or [(plan.starts_at, plan.starts_at)]
    runs, doors = zip(*clocks, strict=True)
    for kind, at in _planned(plan, rulebook):
        yield kind, plan.id, at, at
    first, last = (_counted(clock, plan, rulebook) for clock in ((min(runs), min(doors)), (max(runs), max(doors))))
    for (kind, at), (_, until) in zip(first, last, strict=True):
        yield kind, plan.id, at, until


def _planned(plan: Session, rulebook: Rulebook) -> Iterator[tuple[DeadlineKind, datetime]]:
    yield DeadlineKind.AUTHORIZATION_OPENS, authorization_opens(plan, rulebook)
    yield DeadlineKind.ROOMS_READY, room_ready(plan, rulebook)
    yield DeadlineKind.START, plan.starts_at


def _clock(room: RoomSession, plan: Session) -> _Clock:
    """By the plan before the start."""
    return room.runs_from or plan.starts_at, room.door_from or plan.starts_at


def _counted(clock: _Clock, plan: Session, rulebook: Rulebook) -> Iterator[tuple[DeadlineKind, datetime]]:
    """What a room counts from its own start, moved by what the whole room was given."""
    runs_from, door_from = clock
    yield DeadlineKind.ENTRY_CLOSES, entry_closes(door_from, plan, rulebook)
    yield DeadlineKind.CLOSURE_ENDS, closure_ends(runs_from, plan, rulebook)
    yield DeadlineKind.REMINDER, reminder(runs_from, plan, rulebook)
    yield DeadlineKind.END, ends(runs_from, plan)
