"""测试与封闭考场: what every room was tested for, how often, and whether it is closed (RDY-10, RDY-11, FLT-04)."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.core.operation import Fact
from app.core.places import usable
from app.core.readiness_state import ClosedRoom, RoomTest, TestKind
from app.core.room_closing import RoomSeal
from app.core.room_test import RoomsTested, full_load
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.terms import RoomId

_BETWEEN = re.compile(r"[\s,;\u3001]+")
_SPAN = re.compile(r"([0-9]{1,9})[-~]([0-9]{1,9})")
TestCounts = Counter[tuple[TestKind, RoomId]]


class DoorStand(StrEnum):
    """Whether a room is closed."""

    NEVER = "never"
    CLOSED = "closed"
    DISTURBED = "disturbed"
    """Somebody was at its machines since."""
    OPENED = "opened"


@dataclass(frozen=True, slots=True)
class RoomReady:
    """`seats`: how many are tested where all are; `wanted`: a simulated test is asked for.

    `full` is None where no full-load test was held, and for rooms that are in no cloud, which need none.
    """

    room: RoomId
    seats: int
    in_use: bool
    cloud: bool
    wanted: bool
    simulated: RoomTest | None
    full: RoomTest | None
    full_enough: bool
    closed: ClosedRoom | None

    @property
    def door(self) -> DoorStand:
        if self.closed is None:
            return DoorStand.NEVER
        if not self.closed.shut:
            return DoorStand.OPENED
        return DoorStand.DISTURBED if self.closed.disturbed else DoorStand.CLOSED

    @property
    def untested(self) -> bool:
        return self.wanted and (self.simulated is None or not self.simulated.passed)


def room_rows(site: Site, rulebook: Rulebook) -> tuple[RoomReady, ...]:
    """Every room of the site, the standby ones too."""
    used = {room for state in site.sessions.values() for room in state.rooms}
    return tuple(
        RoomReady(
            room,
            len(usable(site, room)),
            room in used,
            plan.cloud,
            rulebook.simulated_test.value and room in used,
            site.room_tests.get((TestKind.SIMULATED, room)),
            site.room_tests.get((TestKind.FULL_LOAD, room)),
            full_load(site, room),
            site.closed_rooms.get(room),
        )
        for room, plan in sorted(site.plans.items())
    )


def count_tests(counts: TestCounts, facts: Iterable[Fact]) -> None:
    """Add the tests that were held; the state knows only the last of each room."""
    for fact in facts:
        if isinstance(fact, RoomsTested):
            counts.update((fact.kind, one.room) for one in fact.rooms)


def rooms_in(text: str, known: Sequence[RoomId]) -> tuple[tuple[RoomId, ...], str]:
    """Rooms as people write them, "003, 005-007", and the first word that is none; () for nothing."""
    found = dict[RoomId, None]()
    for word in _words(text):
        meant = _meant(word, known)
        if not meant:
            return (), word
        found.update(dict.fromkeys(meant))
    return tuple(found), ""


def _meant(word: str, known: Sequence[RoomId]) -> list[RoomId]:
    span = _SPAN.fullmatch(word)
    if word in known or span is None:
        return [RoomId(word)] if word in known else [one for one in known if _same_number(one, word)]
    first, last = int(span[1]), int(span[2])
    return [one for one in known if one.isdecimal() and first <= int(one) <= last]


def _same_number(room: RoomId, word: str) -> bool:
    """ "3" means 003."""
    return room.isdecimal() and word.isdecimal() and int(room) == int(word)


def numbers_in(text: str, known: Sequence[RoomId]) -> tuple[dict[RoomId, int], str]:
    """Rooms with a number each, "003=28 005=30", and the first word that is no such thing."""
    found = dict[RoomId, int]()
    for word in _words(text):
        room, _, number = word.partition("=")
        meant = _meant(room, known) if room else []
        if len(meant) != 1 or not re.fullmatch(r"[0-9]{1,4}", number):
            return {}, word
        found[meant[0]] = int(number)
    return found, ""


def seals_by_prefix(prefix: str, rooms: Sequence[RoomId]) -> tuple[RoomSeal, ...]:
    """Each seal bears the prefix and the number of its room."""
    return tuple(RoomSeal(room, f"{_plain(prefix).upper()}{room}") for room in rooms)


def seals_in_row(text: str, rooms: Sequence[RoomId]) -> tuple[RoomSeal, ...] | None:
    """One seal a room, in the order of the rooms; None where they are not as many."""
    seals = [word.upper() for word in _words(text)]
    if len(seals) != len(rooms):
        return None
    return tuple(RoomSeal(room, seal) for room, seal in zip(rooms, seals, strict=True))


def _words(text: str) -> list[str]:
    return [word for word in _BETWEEN.split(_plain(text)) if word]


def _plain(text: str) -> str:
    """Whatever the width of what was typed."""
    return unicodedata.normalize("NFKC", text).strip()
