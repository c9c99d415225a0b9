"""Rooms that start late (延时开考): how late, who may allow it, for how long yet, and what has been given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.core.cause import concerns
from app.core.consent import consenting
from app.core.delay_authority import Allowed, allowed
from app.core.incident_state import Fault, Incident
from app.core.plan import Session
from app.core.room_state import CalledOff, RoomSession
from app.core.rulebook import Rulebook, Tier
from app.core.site import Site
from app.core.terms import ApplicationNo, CauseNo, ClauseId, RoomId, SessionId
from app.core.time_state import Application, LateStart, Measure
from app.core.timekeeping import closure_ends, delay_clause, delay_limit, delay_tier, ends, entry_closes, reminder

_SECOND = timedelta(seconds=1)
_RANK = {tier: rank for rank, tier in enumerate(Tier)}


class DelayStep(StrEnum):
    """What comes next for a room that has not started."""

    CAUSE = "cause"
    """No fault or incident concerns it yet."""
    APPLY = "apply"
    CONSENT = "consent"
    CODE = "code"
    DIRECTIVE = "directive"
    START = "start"
    """Allowed now: the command may be given."""
    WAIT = "wait"
    """Before the unified start, or within the tolerance."""


@dataclass(frozen=True, slots=True)
class LateRoom:
    """One room that has not started. `delay` is what a start now would have, None before the unified start.

    `left`: how long a start still belongs to `tier`; None where the tier has no limit. `allowed` covers a start now.
    `applications` name the room, the newest last.
    """

    room: RoomId
    released: bool
    delay: timedelta | None
    tier: Tier
    clause: ClauseId
    left: timedelta | None
    then: Tier | None
    causes: tuple[CauseNo, ...]
    applications: tuple[ApplicationNo, ...]
    allowed: Allowed | None
    step: DelayStep


@dataclass(frozen=True, slots=True)
class Moments:
    """A room's own times."""

    start: datetime
    entry: datetime
    closure: datetime
    reminder: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Delays:
    """One session: rooms not started, rooms that started late, rooms called off, and what was applied for."""

    session: SessionId
    starts_at: datetime
    waiting: tuple[LateRoom, ...]
    started: tuple[LateStart, ...]
    called_off: tuple[tuple[RoomId, CalledOff], ...]
    applications: tuple[Application, ...]

    @property
    def late(self) -> tuple[LateRoom, ...]:
        """Rooms whose start is beyond the tolerance now."""
        return tuple(room for room in self.waiting if room.delay is not None and room.tier is not Tier.ON_TIME)


def delays(site: Site, rulebook: Rulebook, session: SessionId, now: datetime) -> Delays:
    """Of a session that is arranged; rooms by number."""
    state = site.sessions[session]
    rooms = [room for _, room in sorted(state.rooms.items()) if room.in_use and not room.moved_to]
    waiting = tuple(_late(site, rulebook, room, state.plan, now) for room in rooms if room.started_at is None)
    applied = tuple(
        one for one in site.applications.values() if one.measure is Measure.DELAY and one.session == session
    )
    off = tuple((number, room.called_off) for number, room in sorted(state.rooms.items()) if room.called_off)
    return Delays(session, state.plan.starts_at, waiting, tuple(state.late_starts.values()), off, applied)


def _late(site: Site, rulebook: Rulebook, room: RoomSession, plan: Session, now: datetime) -> LateRoom:
    behind = now - plan.starts_at if now >= plan.starts_at else None
    tier = delay_tier(behind or timedelta(0), rulebook)
    limit = delay_limit(behind or timedelta(0), rulebook)
    causes = causes_of(site, room.session, room.room)
    applied = tuple(
        one
        for one in site.applications.values()
        if one.measure is Measure.DELAY and one.session == room.session and room.room in one.rooms
    )
    found = allowed(site, room.session, room.room, now, rulebook) if behind else None
    step = _step(rulebook, tier, causes, applied, found, behind)
    return LateRoom(
        room.room,
        bool(room.release),
        behind,
        tier,
        delay_clause(tier, rulebook),
        None if limit is None or behind is None else limit - behind,
        None if limit is None else delay_tier(limit + _SECOND, rulebook),
        causes,
        tuple(one.number for one in applied),
        found,
        step,
    )


def _step(
    rulebook: Rulebook,
    tier: Tier,
    causes: tuple[CauseNo, ...],
    applied: tuple[Application, ...],
    found: Allowed | None,
    behind: timedelta | None,
) -> DelayStep:
    if found:
        return DelayStep.START
    if behind is None or tier is Tier.ON_TIME:
        # Before the unified start one may already ask for what is sure to come.
        return DelayStep.APPLY if causes and not applied and behind is None else DelayStep.WAIT
    if not applied:
        return DelayStep.APPLY if causes else DelayStep.CAUSE
    asked = [one for one in applied if _RANK[one.tier] >= _RANK[tier]]
    if not asked:
        # Only somebody lower was asked.
        return DelayStep.APPLY
    if tier in consenting(Measure.DELAY, rulebook):
        # A consent is to the minutes asked for: to those that are gone nobody can agree any more.
        enough = any(behind <= timedelta(minutes=one.minutes) for one in asked)
        return DelayStep.CONSENT if enough else DelayStep.APPLY
    return DelayStep.CODE if tier is Tier.PROVINCE else DelayStep.DIRECTIVE


def causes_of(site: Site, session: SessionId, room: RoomId) -> tuple[CauseNo, ...]:
    """Every fault and incident of this half day that concerns the room, the newest first."""
    events: tuple[Fault | Incident, ...] = (*site.faults.values(), *site.incidents.values())
    found = [(one.happened_at, CauseNo(one.number)) for one in events if concerns(site, session, room, one)]
    return tuple(number for _, number in sorted(found, reverse=True))


def moments_from(start: datetime, plan: Session, rulebook: Rulebook) -> Moments:
    """What a room would count from a start at this time: shown before anyone decides."""
    return Moments(
        start,
        entry_closes(start, plan, rulebook),
        closure_ends(start, plan, rulebook),
        reminder(start, plan, rulebook),
        ends(start, plan),
    )
