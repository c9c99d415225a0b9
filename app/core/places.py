"""Seats of a room (机位): which are usable, which are taken, and whether one more fits in (OVB-05, OVB-07, H5)."""

from __future__ import annotations

import re

from app.core.plan import Room
from app.core.room_state import Presence, RoomSession, Sitting
from app.core.site import Site
from app.core.terms import RoomId

_HERE = frozenset({Presence.AWAITED, Presence.PRESENT})
_SPAN = re.compile(r"([0-9]{1,4})(?:-([0-9]{1,4}))?")
_LONGEST = 400
"""Characters of a typed list of seats; no room needs more."""


def label(number: int) -> str:
    """As on lists and screens: three digits, more where there are a thousand."""
    return f"{number:03}"


def listed(plan: Room) -> tuple[str, ...]:
    """Every seat of the room, the spare ones last."""
    return tuple(label(number) for number in range(1, plan.seats + plan.spare_seats + 1))


def spare_seats(plan: Room) -> tuple[str, ...]:
    """They are numbered on from the others and count only once in service."""
    return listed(plan)[plan.seats :]


def faulty(site: Site, room: RoomId) -> frozenset[str]:
    """Seats whose machine is out of order, by the faults still open."""
    faults = (one for one in site.faults.values() if one.room == room and one.machine_down and not one.closed_at)
    return frozenset(seat for one in faults for seat in one.seats)


def usable(site: Site, room: RoomId) -> tuple[str, ...]:
    """Planned seats and spare ones in service, less those out of order."""
    plan, broken, spares = site.plans[room], faulty(site, room), site.spares.get(room, frozenset())
    return tuple(
        seat for n, seat in enumerate(listed(plan)) if seat not in broken and (n < plan.seats or seat in spares)
    )


def taken(room: RoomSession) -> frozenset[str]:
    """Seats of those who sit here or are to: arranged, drawn, kept for a reset, logged in at, or lent to a station."""
    here = [one for one in room.sittings.values() if one.presence in _HERE]
    waits = [one.reset.seat_to for one in here if one.reset and one.reset_waits]
    return frozenset(
        (*waits, *room.stations.values(), *(seat for one in here for seat in (one.seat, one.sits_at) if seat))
    )


def free(site: Site, room: RoomSession) -> tuple[str, ...]:
    """Usable seats that are nobody's."""
    occupied = taken(room)
    return tuple(seat for seat in usable(site, room.room) if seat not in occupied)


def give_back(site: Site, sitting: Sitting) -> None:
    """In a site with fixed seats who comes back into the arranged room has the arranged seat again, if it is free."""
    fixed = site.package is not None and not site.package.plan.overbooked
    own = sitting.ticket[-3:]
    room = site.sessions[sitting.session].rooms[sitting.room]
    others = (one for ticket, one in room.sittings.items() if ticket != sitting.ticket and one.presence in _HERE)
    if fixed and sitting.room == sitting.origin and all(own not in (one.seat, one.sits_at) for one in others):
        sitting.seat = own


def places_left(site: Site, room: RoomSession) -> int:
    """How many more fit in; 0 is full, below 0 so many must be transferred out (OVB-07).

    In a site with fixed seats those still awaited have theirs. What the room itself said of its free seats holds
    where it is less than what this desk knows.
    """
    fixed = site.package is not None and not site.package.plan.overbooked
    sittings = room.sittings.values()
    here = sum(
        one.presence is Presence.PRESENT or (one.presence is Presence.AWAITED and (fixed or one.seat is not None))
        for one in sittings
    )
    left = len(usable(site, room.room)) - here
    report = room.report
    if report is None or report.free_seats is None:
        return left
    later = sum(
        one.presence is Presence.PRESENT and one.in_room_since is not None and one.in_room_since > report.at
        for one in sittings
    )
    return min(left, report.free_seats - later)


def seats_of(text: str, plan: Room) -> tuple[str, ...] | None:
    """Seats as people write them, "25-48, 50"; None where the room has no such seat."""
    if len(text) > _LONGEST:
        return None
    known, found = set(listed(plan)), dict[str, None]()
    for part in re.split(r"[,\uff0c\u3001;\uff1b\s]+", text.strip()):
        match = _SPAN.fullmatch(part)
        if match is None:
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        seats = [label(number) for number in range(first, last + 1)]
        if not seats or not known.issuperset(seats):
            return None
        found.update(dict.fromkeys(seats))
    return tuple(found)


def spans(seats: tuple[str, ...]) -> str:
    """Seats as people write them, in order: "001, 025-048"."""
    parts: list[list[int]] = []
    for number in sorted(int(seat) for seat in seats):
        if parts and number == parts[-1][-1] + 1:
            parts[-1][1:] = [number]
        else:
            parts.append([number])
    return ", ".join("-".join(label(number) for number in part) for part in parts)
