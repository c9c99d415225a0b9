"""What a late first session does to the second one of its half day (TIM-08, ARR-07, J-15)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.extra_time_people import answering
from app.core.plan import Session
from app.core.room_state import RoomSession
from app.core.rulebook import Rulebook, Tier
from app.core.session_state import Bell, SessionState
from app.core.site import Site
from app.core.terms import RoomId, SessionId, Ticket
from app.core.timekeeping import delay_tier, ends, reminder, room_ready

_NONE = timedelta(0)


@dataclass(frozen=True, slots=True)
class StillAnswering:
    """Somebody whose minutes run into the next session; not late there, never having left closed rooms (J-15)."""

    ticket: Ticket
    until: datetime
    sits_next: bool


@dataclass(frozen=True, slots=True)
class RoomKnockOn:
    """One room before its next session. `gap`: what is left between the two, below zero so much it overlaps.

    `forced`: by how much the next session cannot but start late here, and `tier` who must allow that; `short` by how
    much the time for getting ready is cut. `still` answer on when the next session is to start.
    """

    room: RoomId
    ends_at: datetime
    gap: timedelta
    forced: timedelta
    tier: Tier
    short: timedelta
    still: tuple[StillAnswering, ...]


@dataclass(frozen=True, slots=True)
class KnockOn:
    """`rooms` of this session that end later than planned, beyond the tolerance; `planned` is the gap by plan.

    A room that does not serve the next session forces nothing, but people of it may.

    `bells` that ring for the unified times and are not for these rooms.
    """

    session: SessionId
    following: SessionId
    starts_at: datetime
    planned: timedelta
    rooms: tuple[RoomKnockOn, ...]
    bells: tuple[tuple[Bell, datetime], ...]

    @property
    def forced(self) -> tuple[RoomKnockOn, ...]:
        """Rooms in which the next session cannot start on time."""
        return tuple(room for room in self.rooms if room.forced)


def following(site: Site, session: SessionId) -> SessionState | None:
    """The next session of the same batch; None after the last."""
    plan = site.sessions[session].plan
    later = [
        one for one in site.sessions.values() if one.plan.batch == plan.batch and one.plan.starts_at > plan.starts_at
    ]
    return min(later, key=lambda one: one.plan.starts_at, default=None)


def knock_on(
    site: Site, rulebook: Rulebook, session: SessionId, now: datetime, more: dict[RoomId, timedelta] | None = None
) -> KnockOn | None:
    """None where no second session follows. A room that has not started counts as started now.

    `more`: what each room would get besides, asked before somebody decides.
    """
    state, second = site.sessions[session], following(site, session)
    if second is None:
        return None
    besides = more or {}
    found = tuple(
        one
        for number, room in sorted(state.rooms.items())
        if room.in_use and not room.ended_at
        for one in (_room(state, second, room, rulebook, now, besides.get(number, _NONE)),)
        if delay_tier(one.ends_at - state.plan.ends_at, rulebook) is not Tier.ON_TIME or one.still
    )
    plan = state.plan
    reminded = reminder(plan.starts_at, plan, rulebook)
    return KnockOn(
        session,
        second.plan.id,
        second.plan.starts_at,
        second.plan.starts_at - plan.ends_at,
        found,
        ((Bell.REMINDER, reminded), (Bell.END, plan.ends_at)) if found else (),
    )


def _room(
    state: SessionState, second: SessionState, room: RoomSession, rulebook: Rulebook, now: datetime, more: timedelta
) -> RoomKnockOn:
    runs_from = room.runs_from or max(now, state.plan.starts_at)
    over, starts = ends(runs_from, state.plan) + more, second.plan.starts_at
    serves = room.room in second.rooms
    forced = max(over - starts, _NONE) if serves else _NONE
    return RoomKnockOn(
        room.room,
        over,
        starts - over,
        forced,
        delay_tier(forced, rulebook),
        max(over - room_ready(second.plan, rulebook), _NONE) if serves else _NONE,
        _still(room, state.plan, second, more) if room.started_at else (),
    )


def _still(room: RoomSession, plan: Session, second: SessionState, more: timedelta) -> tuple[StillAnswering, ...]:
    """By their own minutes, which a room's end does not show."""
    started = room.started_at or plan.starts_at
    found = []
    for ticket, sitting in sorted(room.sittings.items()):
        until = ends(started, plan) + timedelta(minutes=sitting.extra_minutes) + more
        if answering(sitting) and until > second.plan.starts_at:
            next_too = any(ticket in other.sittings for other in second.rooms.values())
            found.append(StillAnswering(ticket, until, next_too))
    return tuple(found)
