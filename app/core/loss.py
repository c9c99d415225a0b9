"""Lost time (耽误的作答时间): from when it happened to working again; what overlaps counts once (TIM-16)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.incident_state import Fault
from app.core.room_state import Presence, Reset, SettledAs, Sitting
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import CauseNo, RoomId

_MINUTE = timedelta(minutes=1)
_MOVED = frozenset({SettledAs.TAKEN_IN, SettledAs.SAT_ELSEWHERE, SettledAs.MOVED_ROOM})

_HERE = frozenset({Presence.PRESENT, Presence.PENDING})


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
    for one in state.transfers_of(sitting.ticket):
        if one.into and one.settled_at and one.settled_at <= at:
            room = one.into
    return room


def losses(site: Site, state: SessionState, sitting: Sitting, now: datetime) -> tuple[Lost, ...]:
    """Every stretch that somebody lost since the start, and since they came, oldest first; by faults, resets, moves."""
    room = state.rooms[sitting.room]
    started, ended = room.started_at, sitting.left_at or sitting.gave_up_at or room.ended_at or now
    if started is None or sitting.presence not in _HERE:
        return ()
    came = max(started, sitting.entered_at or started)
    found = (*_by_faults(site, state, sitting, ended), *_by_moves(state, sitting, ended))
    clipped = (Lost(max(one.since, came), min(one.until, ended), one.cause, one.goes_on) for one in found)
    return tuple(sorted((one for one in clipped if one.since < one.until), key=lambda one: (one.since, one.until)))


def _working_again(sitting: Sitting, after: datetime) -> datetime | None:
    """The first login after a loss began, as far as it was entered."""
    logins = (*((sitting.logged_in_at,) if sitting.logged_in_at else ()), *sitting.logins_after)
    return min((at for at in logins if at >= after), default=None)


def _resets(sitting: Sitting) -> tuple[Reset, ...]:
    return (*sitting.past_resets, sitting.reset) if sitting.reset else sitting.past_resets


def _by_faults(site: Site, state: SessionState, sitting: Sitting, now: datetime) -> Iterator[Lost]:
    for fault in site.faults.values():
        if fault.room in (None, room_at(state, sitting, fault.happened_at)) and _stopped_here(fault, sitting):
            until = fault.closed_at or now
            went_on_elsewhere = fault.seats or fault.room not in (None, sitting.room)
            if went_on_elsewhere and (again := _working_again(sitting, fault.happened_at)):
                until = min(until, again)
            yield Lost(fault.happened_at, until, CauseNo(fault.number), until == now and not fault.closed_at)


def _stopped_here(fault: Fault, sitting: Sitting) -> bool:
    """A fault of some seats stops who sat there when it happened; one of the room stops everyone."""
    if not fault.seats:
        return fault.machine_down
    left = next((one.seat_from for one in _resets(sitting) if one.at >= fault.happened_at), "")
    return (left or sitting.sits_at or sitting.seat) in fault.seats


def _by_moves(state: SessionState, sitting: Sitting, now: datetime) -> Iterator[Lost]:
    """Resets, and ways from one room to another."""
    for reset in _resets(sitting):
        again = _working_again(sitting, reset.at)
        yield Lost(reset.at, again or now, None, again is None)
    for one in state.transfers_of(sitting.ticket):
        if one.settled in _MOVED or one.settled is None:
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
