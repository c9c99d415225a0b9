"""The draw of duty (随机确定监考考场): rooms for people from a seed, or the rule that makes it impossible (STF-06).

Nothing but the seed decides. People and places stand in the order of SHA-256(seed | code); everyone takes the first
place free, and where none is free for the rest, others move on until there is (augmenting paths). So a draw is found
whenever there is one, and anybody can draw it again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TypeVar

from app.core.duty_state import Post, Round
from app.core.plan import Room
from app.core.terms import PersonId, RoomId

Name = TypeVar("Name", bound=str)
Barred = frozenset[tuple[PersonId, RoomId]]
"""Who must not serve in which room."""


class DrawRule(StrEnum):
    """What a draw obeys."""

    PEOPLE = "people"
    """So many invigilators for each room (STF-03)."""
    SKILL = "skill"
    """So many of them who know computers."""
    AVOIDANCE = "avoidance"
    """Nobody serves in a room with a relative (STF-12)."""
    SKILL_AND_AVOIDANCE = "skill_and_avoidance"
    """Each could be obeyed alone, and not both together."""
    ROVING = "roving"
    """At most so many rooms of one floor for each who roves (STF-05)."""
    ROVING_AVOIDANCE = "roving_avoidance"
    """Of those who rove, relatives sit where they would go; found only as far as floors are cut in order of rooms."""


@dataclass(frozen=True, slots=True)
class Impossible:
    """`rooms` need `needed` people or places among them, and `found` there are who may serve there."""

    rule: DrawRule
    needed: int
    found: int
    rooms: tuple[RoomId, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """One place to fill; a round has several rooms."""

    rooms: tuple[RoomId, ...]
    number: int
    skilled: bool = False


def seed_of(signature: str, people: Iterable[PersonId], number: int) -> str:
    """SHA-256 of the exam authorization's signature, the duty list and the draw's number, one a line; 64 hex digits."""
    return hashlib.sha256("\n".join((signature, *people, str(number))).encode()).hexdigest()


def shuffled(seed: str, names: Iterable[Name]) -> tuple[Name, ...]:
    """In the order of SHA-256(seed | name), each once."""
    return tuple(sorted(set(names), key=lambda name: hashlib.sha256(f"{seed}|{name}".encode()).digest()))


def draw_rooms(
    seed: str,
    people: Iterable[PersonId],
    rooms: Iterable[RoomId],
    skilled: frozenset[PersonId],
    barred: Barred,
    each: int,
    skill: int,
) -> tuple[Post, ...] | Impossible:
    """`each` people for every room, `skill` of them skilled, by room; whoever is left over stays in reserve."""
    order, places = shuffled(seed, people), shuffled(seed, rooms)
    if len(order) < each * len(places):
        return Impossible(DrawRule.PEOPLE, each * len(places), len(order), ())
    known = sum(person in skilled for person in order)
    if known < min(skill, each) * len(places):
        return Impossible(DrawRule.SKILL, min(skill, each) * len(places), known, ())
    wanted = [_Place((room,), number, number < skill) for number in range(each) for room in places]
    found = _fill(order, wanted, lambda one, place: _may(one, place, skilled, barred))
    if isinstance(found, Impossible):
        plain = [_Place(place.rooms, place.number) for place in wanted]
        alone = _fill(order, plain, lambda one, place: _may(one, place, skilled, barred))
        rule = DrawRule.AVOIDANCE if isinstance(alone, Impossible) else DrawRule.SKILL_AND_AVOIDANCE
        worst = alone if isinstance(alone, Impossible) else found
        return Impossible(rule, worst.needed, worst.found, worst.rooms)
    posts = (Post(person, place.rooms[0]) for place, person in found.items())
    return tuple(sorted(posts, key=lambda post: (post.room, post.person)))


def draw_rounds(
    seed: str, people: Iterable[PersonId], rooms: Iterable[Room], barred: Barred, most: int, *, beyond: bool = False
) -> tuple[Round, ...] | Impossible:
    """Rooms for those who rove, at most `most` on one floor each; 0 is no limit. () where the list has nobody for it.

    Floors are cut in the order of their rooms, and finer while relatives stand against it and people are left.
    `beyond`: where there is no such way they share all the rooms, floor after floor, as evenly as relatives allow.
    """
    order = shuffled(seed, people)
    in_place = sorted(rooms, key=lambda room: (room.building, room.floor, room.id))
    if not order or not in_place:
        return ()
    even = -(-len(in_place) // len(order))
    floors = [list(floor) for _, floor in groupby(in_place, key=lambda room: (room.building, room.floor))]
    if not most:
        parts = _chunks(in_place, even)
    else:
        parts = [part for floor in floors for part in _chunks(floor, most)]
        if len(parts) > len(order) and beyond:
            parts = _chunks(in_place, even)
    if len(parts) > len(order):
        return Impossible(DrawRule.ROVING, len(parts), len(order), ())
    found = _rounds(order, parts, barred)
    if isinstance(found, Impossible) and (beyond or not most):
        return _shared(order, in_place, barred)
    return found


def _rounds(
    order: Sequence[PersonId], parts: Sequence[Sequence[Room]], barred: Barred
) -> tuple[Round, ...] | Impossible:
    while True:
        wanted = [_Place(tuple(room.id for room in part), number) for number, part in enumerate(parts)]
        found = _fill(order, wanted, lambda one, place: _may(one, place, frozenset(), barred))
        if not isinstance(found, Impossible):
            rounds = (Round(person, place.rooms) for place, person in found.items())
            return tuple(sorted(rounds, key=lambda one: one.rooms))
        short = set(found.rooms)
        longest = max((part for part in parts if part[0].id in short), key=len)
        if len(parts) == len(order) or len(longest) == 1:
            return Impossible(DrawRule.ROVING_AVOIDANCE, found.needed, found.found, found.rooms)
        half = -(-len(longest) // 2)
        parts = [cut for part in parts for cut in ((part[:half], part[half:]) if part is longest else (part,))]


def _shared(order: Sequence[PersonId], rooms: Sequence[Room], barred: Barred) -> tuple[Round, ...] | Impossible:
    held: dict[PersonId, list[RoomId]] = {person: [] for person in order}
    even = -(-len(rooms) // len(order))
    last = order[0]
    for room in rooms:
        able = [person for person in order if (person, room.id) not in barred]
        if not able:
            return Impossible(DrawRule.ROVING_AVOIDANCE, 1, 0, (room.id,))
        if last not in able or len(held[last]) >= even:
            last = min(able, key=lambda person: len(held[person]))
        held[last].append(room.id)
    return tuple(sorted((Round(one, tuple(got)) for one, got in held.items() if got), key=lambda one: one.rooms))


def _chunks(rooms: Sequence[Room], size: int) -> list[Sequence[Room]]:
    return [rooms[at : at + size] for at in range(0, len(rooms), size)]


def _may(person: PersonId, place: _Place, skilled: frozenset[PersonId], barred: Barred) -> bool:
    return (not place.skilled or person in skilled) and not any((person, room) in barred for room in place.rooms)


def _fill(
    people: Sequence[PersonId], places: Sequence[_Place], may: Callable[[PersonId, _Place], bool]
) -> dict[_Place, PersonId] | Impossible:
    """A person for every place, or all the places that the same few may fill (Hall's condition fails there)."""
    at: dict[_Place, PersonId] = {}
    placed: dict[PersonId, _Place] = {}
    for start in places:
        asked, came = [start], dict[PersonId, _Place]()
        free = None
        for place in asked:
            for person in people:
                if person in came or not may(person, place):
                    continue
                came[person] = place
                if person not in placed:
                    free = person
                    break
                asked.append(placed[person])
            if free is not None:
                break
        if free is None:
            short = [place for place in places if all(one in came for one in people if may(one, place))]
            rooms = {room for place in short for room in place.rooms}
            return Impossible(DrawRule.AVOIDANCE, len(short), len(came), tuple(sorted(rooms)))
        moving: PersonId | None = free
        while moving is not None:
            place = came[moving]
            at[place], placed[moving], moving = moving, place, at.get(place)
    return at
