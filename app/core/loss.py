"""Lost time (耽误的作答时间): from when it happened to working again; what overlaps counts once (TIM-16)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.room_state import SettledAs, Sitting
from app.core.session_state import SessionState
from app.core.site import Fault, Site
from app.core.terms import CauseNo, RoomId

_MINUTE = timedelta(minutes=1)
_MOVED = frozenset({SettledAs.TAKEN_IN, SettledAs.SAT_ELSEWHERE, SettledAs.MOVED_ROOM})


@dataclass(frozen=True, slots=True, order=True)
class Lost:
    """One stretch of lost time. `cause` is None for a way to another room that hangs on no incident.

    `goes_on`: not working again yet, and `until` is now.
    """

    since: datetime
    until: datetime
    cause: CauseNo | None = None
    goes_on: bool = False


def room_at(state: SessionState, sitting: Sitting, at: datetime) -> RoomId:
    """In which room somebody belonged at that time."""
    room = sitting.origin
    for one in state.transfers:
        if one.ticket == sitting.ticket and one.into and one.settled_at and one.settled_at <= at:
            room = one.into
    return room


def losses(site: Site, state: SessionState, sitting: Sitting, now: datetime) -> tuple[Lost, ...]:
    """Every stretch that this candidate lost since the room's start, oldest first; of faults, resets and moves."""
    started, ended = state.rooms[sitting.room].started_at, sitting.left_at or sitting.gave_up_at or now
    if started is None:
        return ()
    found = (*_by_faults(site, state, sitting, ended), *_by_moves(state, sitting, ended))
    clipped = (Lost(max(one.since, started), min(one.until, ended), one.cause, one.goes_on) for one in found)
    return tuple(sorted((one for one in clipped if one.since < one.until), key=lambda one: (one.since, one.until)))


def _working_again(sitting: Sitting, after: datetime) -> datetime | None:
    """The first time after a loss at which they sat at a machine again, as far as it was entered."""
    return sitting.sits_since if sitting.sits_at and sitting.sits_since and sitting.sits_since >= after else None


def _by_faults(site: Site, state: SessionState, sitting: Sitting, now: datetime) -> Iterator[Lost]:
    for fault in site.faults.values():
        if fault.room in (None, room_at(state, sitting, fault.happened_at)) and _stopped_here(fault, sitting):
            until = fault.closed_at or now
            moved = fault.seats or sitting.room not in (fault.room, None)
            if moved and (again := _working_again(sitting, fault.happened_at)):
                until = min(until, again)
            yield Lost(fault.happened_at, until, CauseNo(fault.number), until == now and not fault.closed_at)


def _stopped_here(fault: Fault, sitting: Sitting) -> bool:
    """A fault of some seats stops who sat there, also after a reset from there; one of the room stops everyone."""
    if not fault.seats:
        return fault.machine_down
    reset = sitting.reset
    left = reset.seat_from if reset and reset.at >= fault.happened_at else ""
    logged_in_later = sitting.sits_since is not None and sitting.sits_since > fault.happened_at
    return left in fault.seats if left or logged_in_later else (sitting.sits_at or sitting.seat) in fault.seats


def _by_moves(state: SessionState, sitting: Sitting, now: datetime) -> Iterator[Lost]:
    """Resets, and ways from one room to another."""
    if sitting.reset:
        again = _working_again(sitting, sitting.reset.at)
        yield Lost(sitting.reset.at, again or now, None, again is None)
    for one in state.transfers:
        if one.ticket == sitting.ticket and (one.settled in _MOVED or one.settled is None):
            # Where no login was entered, sitting down counts.
            again = _working_again(sitting, one.settled_at) if one.settled_at else None
            cause = CauseNo(one.incident) if one.incident else None
            yield Lost(one.out_at, again or one.settled_at or now, cause, one.settled_at is None)


def union(found: Iterable[tuple[datetime, datetime]]) -> timedelta:
    """How long all stretches together are."""
    merged: list[tuple[datetime, datetime]] = []
    for since, until in sorted(found):
        if merged and since <= merged[-1][1]:
            first, last = merged.pop()
            merged.append((first, max(last, until)))
        else:
            merged.append((since, until))
    return sum((until - since for since, until in merged), timedelta(0))


def whole_minutes(lost: timedelta) -> int:
    """Begun minutes count whole: what was lost is made good in full (TIM-11)."""
    return -(-lost // _MINUTE)
