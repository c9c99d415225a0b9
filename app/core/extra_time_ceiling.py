"""How many minutes in all a candidate may have: what codes and decisions allow (TIM-13..15)."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.cause import cause_of
from app.core.incident_state import Fault
from app.core.loss import room_at
from app.core.room_state import Sitting
from app.core.rulebook import Tier
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import CauseNo, RoomId
from app.core.time_state import Application, Measure
from app.crypto.codes import Purpose


def ceiling(site: Site, state: SessionState, sitting: Sitting, tier: Tier) -> int:
    """The highest sum allowed to this candidate by authorities that may allow `tier`; 0 where there are none."""
    found = [0]
    for asked in _applications(site, state):
        if covered(site, state, sitting, asked):
            own = {(Purpose.EXTRA_TIME, str(sitting.ticket)), *_of_rooms(asked.rooms)}
            found += _codes(asked, own) if tier is Tier.PROVINCE else _decisions(asked, tier)
    return max(found)


def room_ceiling(site: Site, state: SessionState, room: RoomId, tier: Tier) -> int:
    """By how much the end of a whole room may be moved: what single candidates were allowed does not count."""
    found = [0]
    for asked in _applications(site, state):
        if room in asked.rooms and not asked.tickets:
            found += _codes(asked, _of_rooms((room,))) if tier is Tier.PROVINCE else _decisions(asked, tier)
    return max(found)


def _applications(site: Site, state: SessionState) -> Iterator[Application]:
    every = site.applications.values()
    return (one for one in every if one.measure is Measure.EXTRA_TIME and one.session == state.plan.id)


def _of_rooms(rooms: tuple[RoomId, ...]) -> set[tuple[Purpose, str]]:
    return {(Purpose.EXTRA_TIME_ROOM, str(room)) for room in rooms}


def covered(site: Site, state: SessionState, sitting: Sitting, asked: Application) -> bool:
    """Whether an application for extra time is for this candidate: by name, or as one who sat there when it happened.

    Who goes to another room later keeps what the room was allowed; who comes later has no part in it.
    """
    if asked.tickets:
        return sitting.ticket in asked.tickets
    return sat_there(site, state, sitting, asked.rooms, asked.causes)


def sat_there(
    site: Site, state: SessionState, sitting: Sitting, rooms: tuple[RoomId, ...], causes: tuple[CauseNo, ...]
) -> bool:
    """Whether somebody belonged in one of these rooms when one of these causes began, or was mended."""
    for number in causes:
        cause = cause_of(site, number)
        if cause is None or (sitting.entered_at and cause.closed_at and sitting.entered_at > cause.closed_at):
            continue
        mended = cause.closed_at if isinstance(cause, Fault) else None
        times = (cause.happened_at, mended or cause.happened_at)
        if any(room_at(state, sitting, at) in rooms for at in times):
            return True
    return False


def _codes(asked: Application, own: set[tuple[Purpose, str]]) -> list[int]:
    return [code.minutes for code in asked.codes if (code.purpose, code.subject) in own]


def _decisions(asked: Application, tier: Tier) -> list[int]:
    """Who decides under the rulebook decides on the sum that was asked for (TIM-17)."""
    enough = {tier, Tier.HEAD}
    return [asked.minutes] if any(one.authority in enough for one in asked.consents) else []
