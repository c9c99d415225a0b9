"""Draws of duty at random: every rule is obeyed, or the one is named that no draw can obey (STF-06)."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from random import Random

import pytest

from app.core.duty import result_of
from app.core.duty_draw import DrawRule, Impossible
from app.core.duty_state import Numbered, Post, Round
from app.core.site import Site
from app.core.terms import PersonId, RoomId
from tests.builders import MONGOLIA, at
from tests.proofs import DRAWS, LONG
from tests.unit.test_duty_draw import EACH, MOST, NONE, SKILL, Bars, numbers, people, plans

# The oracle: people look for places one after the other, which has nothing in common with how it is drawn


def fits(who: Iterable[PersonId], rooms: Sequence[RoomId], skilled: frozenset[PersonId], barred: Bars) -> bool:
    """Whether there is any way to fill all rooms; with everybody skilled only avoidance counts, and so on."""
    places = [(room, number < SKILL) for room in rooms for number in range(EACH)]
    open_to = {
        one: [
            n for n, (room, knows) in enumerate(places) if (one, room) not in barred and (not knows or one in skilled)
        ]
        for one in who
    }
    taken: dict[int, PersonId] = {}

    def sits(one: PersonId, tried: set[int]) -> bool:
        for place in open_to[one]:
            if place in tried:
                continue
            tried.add(place)
            if place not in taken or sits(taken[place], tried):
                taken[place] = one
                return True
        return False

    return sum(sits(one, set()) for one in open_to) == len(places)


def check_posts(posts: tuple[Post, ...], drawn: Numbered) -> None:
    assert Counter(post.room for post in posts) == dict.fromkeys(drawn.rooms, EACH)
    assert len({post.person for post in posts}) == len(posts)
    assert {post.person for post in posts} <= set(drawn.invigilators)
    for room in drawn.rooms:
        assert sum(post.person in drawn.skilled for post in posts if post.room == room) >= SKILL
    assert not set(posts) & set(drawn.barred)


def check_rounds(rounds: tuple[Round, ...], drawn: Numbered, site: Site) -> None:
    if not drawn.roving:
        assert rounds == ()
        return
    assert sorted(room for one in rounds for room in one.rooms) == sorted(drawn.rooms)
    assert len({one.person for one in rounds}) == len(rounds)
    assert {one.person for one in rounds} <= set(drawn.roving)
    assert not {Post(one.person, room) for one in rounds for room in one.rooms} & set(drawn.barred)
    if not drawn.beyond:
        assert all(len(one.rooms) <= MOST for one in rounds)
        assert all(len({site.plans[room].floor for room in one.rooms}) == 1 for one in rounds)


def check_impossible(said: Impossible, drawn: Numbered, site: Site) -> None:
    """The rule that is named is the true one, and what it says of numbers is so."""
    who, rooms, skilled = drawn.invigilators, drawn.rooms, frozenset(drawn.skilled)
    barred = frozenset((one.person, one.room) for one in drawn.barred)
    everyone = frozenset(who)
    assert said.found < said.needed
    able = {one for one in who if any((one, room) not in barred for room in said.rooms)}
    match said.rule:
        case DrawRule.PEOPLE:
            assert (said.found, said.needed) == (len(who), EACH * len(rooms))
        case DrawRule.SKILL:
            assert (said.found, said.needed) == (len(skilled), SKILL * len(rooms))
            assert fits(who, rooms, everyone, NONE)
        case DrawRule.AVOIDANCE:
            assert (said.found, said.needed) == (len(able), EACH * len(said.rooms))
            assert fits(who, rooms, skilled, NONE)
            assert not fits(who, rooms, everyone, barred)
        case DrawRule.SKILL_AND_AVOIDANCE:
            assert fits(who, rooms, skilled, NONE)
            assert fits(who, rooms, everyone, barred)
            assert not fits(who, rooms, skilled, barred)
        case DrawRule.ROVING:
            floors = Counter(site.plans[room].floor for room in rooms)
            assert said.needed == sum((count + MOST - 1) // MOST for count in floors.values())
            assert (said.found, drawn.beyond) == (len(drawn.roving), False)
        case DrawRule.ROVING_AVOIDANCE:
            allowed = [one for one in drawn.roving if any((one, room) not in barred for room in said.rooms)]
            assert len(allowed) < len(drawn.roving) or any(one.person in drawn.roving for one in drawn.barred)
            nobody = all((one, room) in barred for one in drawn.roving for room in said.rooms)
            assert nobody or not drawn.beyond


def a_case(dice: Random) -> tuple[Site, Numbered]:
    """Sixty people for fifteen rooms, less those who are not there; in some rooms everybody has relatives."""
    pick, rooms = dice.choice, numbers(15)
    floors = pick(((5, 5, 5), (15,), (4, 6, 5), (3,) * 5, (7, 8)))
    roving = pick((2, 3, 4, 6, 8))
    known = people(60 - roving)
    share = pick((0.55, 0.62, 0.7, 0.9, 1))
    there = tuple(one for one in known if dice.random() < share)
    skill = pick((0.25, 0.4, 0.6, 0.9))
    skilled = tuple(one for one in there if dice.random() < skill)
    rovers = people(roving, "X")
    everyone, hot = (*there, *rovers), dice.sample(rooms, pick((1, 2, 3)))
    barred = {Post(pick(everyone), pick(rooms)) for _ in range(pick((0, 20, 60, 200)))}
    chance = pick((0, 0.5, 0.85, 0.97))
    barred |= {Post(one, room) for room in hot for one in everyone if dice.random() < chance}
    # Who knows computers and who has relatives are often the same people.
    if pick((True, False, False)):
        barred |= {Post(one, room) for room in hot for one in skilled}
    seed = hashlib.sha256(str(dice.random()).encode()).hexdigest()
    site = Site()
    site.plans = {room.id: room for room in plans(*floors)}
    beyond = pick((True, False))
    order = tuple(sorted(barred, key=lambda one: (one.person, one.room)))
    return site, Numbered(1, seed, there, rovers, rooms, skilled, order, None, beyond, at("7:00"))


@pytest.mark.proof
@pytest.mark.no_cover
def test_stf_06_a_draw_obeys_every_rule_or_names_the_one_that_makes_it_impossible() -> None:
    dice, said = Random(20211030), Counter[str]()
    for _ in range(DRAWS):
        site, drawn = a_case(dice)
        found = result_of(site, MONGOLIA, drawn)
        assert result_of(site, MONGOLIA, drawn) == found or LONG
        if isinstance(found, Impossible):
            said[found.rule] += 1
            check_impossible(found, drawn, site)
        else:
            said["drawn"] += 1
            check_posts(found[0], drawn)
            check_rounds(found[1], drawn, site)
    assert set(said) == {*DrawRule, "drawn"}
