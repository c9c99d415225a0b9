"""Transfers of a session: who is on the way and how long, and who can take them in (OVB-08 to OVB-10)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from enum import StrEnum

import msgspec

from app.core.incident_kinds import IncidentKind
from app.core.places import faulty, places_left, spare_seats
from app.core.plan import Room
from app.core.room_state import RoomSession, Transfer
from app.core.rulebook import Rulebook
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import IncidentNo, RoomId, SessionId, Ticket, TransferNo
from app.core.timekeeping import ends, reminder

Places = Mapping[RoomId, int]
"""Places left in each open room; below 0 so many overflow."""


class Press(StrEnum):
    """How near the end of the room is that sent somebody on (OVB-10)."""

    UNDER_WAY = "under_way"
    NEAR_END = "near_end"
    OVERDUE = "overdue"


class Pending(msgspec.Struct, frozen=True):
    """One candidate between two rooms; `minutes` since out, begun ones not counted."""

    number: TransferNo
    session: SessionId
    ticket: Ticket
    out_of: RoomId
    out_at: datetime
    minutes: int
    press: Press
    pressed_from: datetime
    """The reminder before the end of the room that sent."""
    ends_at: datetime
    """The end of the room that sent; the planned one before its start."""


class Waiting(msgspec.Struct, frozen=True):
    """All who are on the way in some sessions: how many, the longest, the most urgent."""

    session: SessionId
    count: int
    minutes: int
    press: Press


class Receiver(msgspec.Struct, frozen=True):
    """A room that can take somebody in. `floors` from the room that sent; None in another building."""

    plan: Room
    places: int
    floors: int | None

    @property
    def room(self) -> RoomId:
        return self.plan.id


class Dispute(msgspec.Struct, frozen=True):
    """Two rooms claim one candidate; `room` is where this desk has them."""

    ticket: Ticket
    room: RoomId
    claimed_by: RoomId


def pending(site: Site, rulebook: Rulebook, session: SessionId, now: datetime) -> tuple[Pending, ...]:
    """The most urgent first, then who waits longest."""
    state = site.sessions[session]
    found = [_pending(state, one, rulebook, now) for one in state.transfers if one.settled is None]
    return tuple(sorted(found, key=lambda one: (-list(Press).index(one.press), one.out_at, one.number)))


def _pending(state: SessionState, one: Transfer, rulebook: Rulebook, now: datetime) -> Pending:
    runs_from = state.rooms[one.out_of].runs_from or state.plan.starts_at
    pressed_from, over = reminder(runs_from, state.plan, rulebook), ends(runs_from, state.plan)
    press = Press.OVERDUE if now >= over else Press.NEAR_END if now >= pressed_from else Press.UNDER_WAY
    minutes = max(int((now - one.out_at).total_seconds() // 60), 0)
    session = state.plan.id
    return Pending(one.number, session, one.ticket, one.out_of, one.out_at, minutes, press, pressed_from, over)


def waiting(site: Site, rulebook: Rulebook, sessions: Iterable[SessionId], now: datetime) -> Waiting | None:
    """None while nobody is on the way; `session` is that of the most urgent."""
    found = [one for session in sessions for one in pending(site, rulebook, session, now)]
    if not found:
        return None
    first = max(found, key=lambda one: (list(Press).index(one.press), one.minutes))
    return Waiting(first.session, len(found), max(one.minutes for one in found), first.press)


def places(site: Site, session: SessionId) -> Places:
    """The places left in each open room, counted once for all that is asked of them."""
    rooms = site.sessions[session].rooms.items()
    return {number: places_left(site, room) for number, room in rooms if is_open(room)}


def receivers(site: Site, session: SessionId, out_of: RoomId, known: Places | None = None) -> tuple[Receiver, ...]:
    """Rooms with a free seat: same building and nearest floor first, then most free seats (OVB-09).

    All rooms of one session sit the same subject.
    """
    origin = site.plans[out_of]
    found = []
    for number, left in (known or places(site, session)).items():
        if number != out_of and left > 0:
            plan = site.plans[number]
            floors = abs(plan.floor - origin.floor) if plan.building == origin.building else None
            found.append(Receiver(plan, left, floors))
    return tuple(sorted(found, key=lambda one: (one.floors is None, one.floors or 0, -one.places, one.plan.id)))


def is_open(room: RoomSession) -> bool:
    """Released, not called off, and not ended."""
    return bool(room.release) and room.ended_at is None and not room.called_off


def standby(site: Site, session: SessionId) -> tuple[RoomId, ...]:
    """Standby rooms that could be opened for this session: not in use for it, nor busy with another."""
    held = site.sessions[session].rooms
    busy = {
        number
        for state in site.sessions.values()
        for number, room in state.rooms.items()
        if room.started_at and room.ended_at is None
    }
    return tuple(sorted(number for number, plan in site.plans.items() if plan.standby and number not in {*held, *busy}))


def opened_standby(site: Site, session: SessionId) -> tuple[RoomId, ...]:
    """Standby rooms that were opened for this session and wait for their release."""
    rooms = site.sessions[session].rooms.items()
    return tuple(sorted(number for number, room in rooms if site.plans[number].standby and not room.release))


def spares(site: Site, session: SessionId) -> tuple[tuple[RoomId, tuple[str, ...]], ...]:
    """Spare seats of open rooms that are in order and not in service yet."""
    found = []
    for number, room in sorted(site.sessions[session].rooms.items()):
        out = faulty(site, number) | site.spares.get(number, frozenset())
        seats = tuple(seat for seat in spare_seats(site.plans[number]) if seat not in out)
        if seats and is_open(room):
            found.append((number, seats))
    return tuple(found)


def full_everywhere(site: Site, session: SessionId, known: Places | None = None) -> bool:
    """Somebody is without a seat, and no open room has one left (OVB-09)."""
    left = (known or places(site, session)).values()
    homeless = any(one.settled is None for one in site.sessions[session].transfers)
    return (homeless or any(one < 0 for one in left)) and not any(one > 0 for one in left)


def shortage(site: Site, session: SessionId) -> IncidentNo | None:
    """The open incident on which a standby room is opened: no room has a free seat left."""
    kinds: Collection[str] = (IncidentKind.ROOM_UNUSABLE, IncidentKind.SEATS_SHORT)
    found = (one for one in site.incidents.values() if one.kind in kinds and one.session == session)
    return next((one.number for one in found if one.closed_at is None), None)


def settled(state: SessionState) -> tuple[Transfer, ...]:
    """The newest first."""
    return tuple(one for one in reversed(state.transfers) if one.settled is not None)


def disputes(site: Site, session: SessionId) -> tuple[Dispute, ...]:
    """Candidates whom two rooms claim, in order of tickets."""
    found = [
        Dispute(one.ticket, one.room, one.claimed_by)
        for room in site.sessions[session].rooms.values()
        for one in room.sittings.values()
        if one.claimed_by is not None
    ]
    return tuple(sorted(found, key=lambda one: one.ticket))
