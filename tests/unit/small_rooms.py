"""Rooms that are too small: the plans of random days, with and without overbooking."""

from __future__ import annotations

import msgspec

from app.core.arrangement import PackageTakenIn, Place, RoomArranged, RoomPlaces, room_places
from app.core.operation import Fact
from app.core.plan import RegisteredAs, RegisteredLock, Room
from app.core.terms import LockSerial, RoomId
from tests.builders import CANDIDATES, R1, R2, taken_in

STANDBY = RoomId("003")
STANDBY_LOCK = RegisteredLock(LockSerial("JK-4"), RegisteredAs.INVIGILATION, '{"x":"4"}', software=False, room=STANDBY)
TIGHT = (
    Room(R1, "Lab 1", "North", 3, 2, 1, overbook_percent=30),
    Room(R2, "Lab 2", "North", 4, 4, 1),
    Room(STANDBY, "Lab 3", "North", 4, 3, standby=True),
)
"""Three are arranged in each of the first two: one too many for the first."""
WIDE = (*(msgspec.structs.replace(room, seats=40, overbook_percent=0) for room in TIGHT[:2]), TIGHT[2])


def cramped(edition: int, rooms: tuple[Room, ...]) -> tuple[PackageTakenIn, tuple[RoomPlaces, ...]]:
    """The package of the builders with these rooms; without seats where the site is overbooked."""
    taken = taken_in(edition)[0]
    assert isinstance(taken, PackageTakenIn)
    site = msgspec.structs.replace(taken.package.plan, rooms=rooms)
    package = msgspec.structs.replace(taken.package, plan=site, locks=(*taken.package.locks, STANDBY_LOCK))
    places = room_places(CANDIDATES)
    if site.overbooked:
        places = tuple(
            msgspec.structs.replace(one, places=tuple(Place(place.ticket, None) for place in one.places))
            for one in places
        )
    return PackageTakenIn(package), places


def arranged(edition: int, rooms: tuple[Room, ...]) -> tuple[Fact, ...]:
    taken, places = cramped(edition, rooms)
    return (taken, *(RoomArranged(one.session, one.room, one.places) for one in places))
