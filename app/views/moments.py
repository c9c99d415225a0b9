"""The day by the clock: every moment of its sessions that someone must not miss, past ones too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.core.plan import Session
from app.core.rulebook import Rulebook
from app.core.site import SessionState, Site
from app.core.terms import SessionId
from app.core.timekeeping import authorization_opens, closure_ends, ends, entry_closes, reminder, room_ready
from app.views.agenda import DeadlineKind


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


_Moment = tuple[DeadlineKind, SessionId, datetime, datetime]


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


def _of(state: SessionState, rulebook: Rulebook) -> Iterator[_Moment]:
    plan, kind = state.plan, DeadlineKind
    starts = [room.started_at or plan.starts_at for room in state.rooms.values()] or [plan.starts_at]
    first, last = min(starts), max(starts)
    counted: tuple[tuple[DeadlineKind, Callable[[datetime], datetime]], ...] = (
        (kind.ENTRY_CLOSES, lambda at: entry_closes(at, plan, rulebook)),
        (kind.CLOSURE_ENDS, lambda at: closure_ends(at, plan, rulebook)),
        (kind.REMINDER, lambda at: reminder(at, plan, rulebook)),
        (kind.END, lambda at: ends(at, plan)),
    )
    for which, at in (
        (kind.AUTHORIZATION_OPENS, authorization_opens(plan, rulebook)),
        (kind.ROOMS_READY, room_ready(plan, rulebook)),
        (kind.START, plan.starts_at),
    ):
        yield which, plan.id, at, at
    for which, when in counted:
        yield which, plan.id, when(first), when(last)
