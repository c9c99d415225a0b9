"""Rooms by their seats: free, full, overflowing; who has no seat there, and when a room will be full (OVB-07)."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from app.core.places import faulty, places_left, usable
from app.core.plan import Room
from app.core.room_state import Presence, RoomSession, Sitting
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.terms import RoomId, SessionId, Ticket
from app.core.timekeeping import entry_closes
from app.views.transfers import Places, is_open, places

LOOK_BACK, AT_LEAST = timedelta(minutes=10), timedelta(minutes=1)
"""Arrivals of this long make the forecast; of a door that opened just now, of so long at least."""


class Forecast(msgspec.Struct, frozen=True):
    """When a room will be full as people come now, None where nobody came lately; and by how many it overflows."""

    full_at: datetime | None
    overflow: int


class Fill(StrEnum):
    """Whether one more fits in."""

    CLOSED = "closed"
    """Not released yet, or ended."""
    FREE = "free"
    FULL = "full"
    OVERFLOWING = "overflowing"


class RoomPlaces(msgspec.Struct, frozen=True):
    """One room by its seats. `out` were taken in elsewhere, `pending` are on the way; `places` may be negative."""

    plan: Room
    usable: int
    present: int
    awaited: int
    out: int
    pending: int
    incoming: int
    places: int
    fill: Fill
    forecast: Forecast | None


class Overflowing(msgspec.Struct, frozen=True):
    """Somebody who came to a full room and has no seat there."""

    ticket: Ticket
    room: RoomId
    since: datetime | None


def forecast(
    site: Site, rulebook: Rulebook, room: RoomSession, now: datetime, left: int | None = None
) -> Forecast | None:
    """By how many the room will overflow if all arranged come; None when everybody fits in.

    The pace is that of the arrivals of the last ten minutes. `left` are its places where they were counted already.
    """
    plan = site.sessions[room.session].plan
    left = places_left(site, room) if left is None else left
    if left >= 0 and room.door_from and now > entry_closes(room.door_from, plan, rulebook):
        return None
    # Where seats are fixed, and where one is kept, the seats of those who are still to come count as taken.
    awaited = (one for one in room.sittings.values() if one.presence is Presence.AWAITED)
    coming = 0 if _fixed(site) else sum(one.seat is None for one in awaited)
    if coming <= left:
        return None
    return Forecast(_full_at(room, max(left, 0), now), coming - left)


def _full_at(room: RoomSession, left: int, now: datetime) -> datetime | None:
    if not left:
        return now
    came = [one.in_room_since for one in room.sittings.values() if one.in_room_since and one.in_room_since <= now]
    lately = sum(at > now - LOOK_BACK for at in came)
    if not lately:
        return None
    span = min(max(now - min(came), AT_LEAST), LOOK_BACK)
    return now + timedelta(seconds=int(left * span.total_seconds() / lately))


def room_places(
    site: Site, rulebook: Rulebook, session: SessionId, now: datetime, known: Places | None = None
) -> tuple[RoomPlaces, ...]:
    """Every room of the session by its seats."""
    left = known or places(site, session)
    rooms = sorted(site.sessions[session].rooms.items())
    return tuple(_places(site, rulebook, room, now, left.get(number)) for number, room in rooms)


def _places(site: Site, rulebook: Rulebook, room: RoomSession, now: datetime, known: int | None) -> RoomPlaces:
    here = [one.presence for one in room.sittings.values()]
    left = places_left(site, room) if known is None else known
    return RoomPlaces(
        plan=site.plans[room.room],
        usable=len(usable(site, room.room)),
        present=here.count(Presence.PRESENT),
        awaited=here.count(Presence.AWAITED),
        out=room.transferred_out,
        pending=here.count(Presence.PENDING),
        incoming=room.transferred_in,
        places=left,
        fill=fill(room, left),
        forecast=forecast(site, rulebook, room, now, left) if is_open(room) else None,
    )


def fill(room: RoomSession, left: int) -> Fill:
    """`left` as `places_left` says."""
    if not is_open(room):
        return Fill.CLOSED
    return Fill.FREE if left > 0 else Fill.OVERFLOWING if left < 0 else Fill.FULL


def overflowing(site: Site, session: SessionId, known: Places | None = None) -> tuple[Overflowing, ...]:
    """Who is to be sent on: of each overflowing room as many as have no seat there, the last to come first."""
    found = []
    for number, left in sorted((known or places(site, session)).items()):
        if left >= 0:
            continue
        room, broken = site.sessions[session].rooms[number], faulty(site, number)
        seatless = [
            one
            for one in room.sittings.values()
            if one.presence is Presence.PRESENT
            and one.logged_in_at is None
            and (one.seat is None or one.seat in broken or _fixed(site))
        ]
        last = sorted(seatless, key=_came, reverse=True)
        found += [Overflowing(one.ticket, number, one.in_room_since) for one in last[:-left]]
    return tuple(found)


def _came(sitting: Sitting) -> tuple[float, Ticket]:
    """Of somebody entered with the roll no time is known: they were there before those who were seen to come."""
    return sitting.in_room_since.timestamp() if sitting.in_room_since else 0.0, sitting.ticket


def _fixed(site: Site) -> bool:
    return site.package is not None and not site.package.plan.overbooked
