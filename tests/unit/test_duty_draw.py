"""The draw of duty: it obeys every rule, or names the one that no draw can obey (STF-03, STF-05, STF-06, STF-12)."""

from __future__ import annotations

import hashlib
import inspect
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from random import Random

import pytest
from msgspec.structs import replace

from app.core.duty import result_of
from app.core.duty_draw import DrawRule, Impossible, draw_rooms, draw_rounds, seed_of, shuffled
from app.core.duty_state import Numbered, Post, Round
from app.core.plan import Room
from app.core.site import Site
from app.core.terms import PersonId, RoomId
from tests.builders import MONGOLIA, at
from tests.proofs import DRAWS, LONG

Bars = frozenset[tuple[PersonId, RoomId]]
NONE: Bars = frozenset()
EACH, SKILL, MOST = 2, 1, 5


def people(count: int, letter: str = "J") -> tuple[PersonId, ...]:
    return tuple(PersonId(f"{letter}{n:02}") for n in range(1, count + 1))


def numbers(count: int) -> tuple[RoomId, ...]:
    return tuple(RoomId(f"{n:03}") for n in range(1, count + 1))


def bars(*pairs: tuple[PersonId, RoomId]) -> Bars:
    return frozenset(pairs)


def plans(*floors: int) -> tuple[Room, ...]:
    """So many rooms on each floor."""
    level = [floor for floor, count in enumerate(floors, 1) for _ in range(count)]
    return tuple(Room(number, "", "N", floor, 40) for number, floor in zip(numbers(sum(floors)), level, strict=True))


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


# Small cases, each rule by itself

J1, J2, J3, J4 = people(4)
X1, X2, X3 = people(3, "X")
R1, R2, R3, R4 = numbers(4)
FOUR = frozenset({J1, J2, J3, J4})


def drawn(who: tuple[PersonId, ...], skilled: Iterable[PersonId], barred: Bars) -> tuple[Post, ...] | Impossible:
    return draw_rooms("seed", who, (R1, R2), frozenset(skilled), barred, EACH, SKILL)


@pytest.mark.parametrize(
    ("who", "skilled", "barred", "no"),
    [
        ((J1, J2, J3), FOUR, NONE, Impossible(DrawRule.PEOPLE, 4, 3, ())),
        ((J1, J2, J3, J3), FOUR, NONE, Impossible(DrawRule.PEOPLE, 4, 3, ())),
        ((), (), NONE, Impossible(DrawRule.PEOPLE, 4, 0, ())),
        ((J1, J2, J3, J4), (J1,), NONE, Impossible(DrawRule.SKILL, 2, 1, ())),
        ((J1, J2, J3, J4), (J1, people(9)[8]), NONE, Impossible(DrawRule.SKILL, 2, 1, ())),
        (
            (J1, J2, J3, J4),
            FOUR,
            bars((J1, R1), (J2, R1), (J3, R1)),
            Impossible(DrawRule.AVOIDANCE, 2, 1, (R1,)),
        ),
        (
            (J1, J2, J3, J4),
            FOUR,
            bars((J1, R1), (J2, R1), (J3, R1), (J4, R1)),
            Impossible(DrawRule.AVOIDANCE, 2, 0, (R1,)),
        ),
        (
            (J1, J2, J3, J4),
            FOUR,
            bars((J1, R1), (J1, R2)),
            Impossible(DrawRule.AVOIDANCE, 4, 3, (R1, R2)),
        ),
        (
            (J1, J2, J3, J4),
            (J1, J2),
            bars((J1, R1), (J2, R1)),
            Impossible(DrawRule.SKILL_AND_AVOIDANCE, 1, 0, (R1,)),
        ),
    ],
    ids=["too few", "listed twice", "nobody", "skill", "skilled is not there", "relatives", "all", "both", "skilled"],
)
def test_stf_06_no_draw_is_named_with_its_rule_and_its_rooms(
    who: tuple[PersonId, ...], skilled: Iterable[PersonId], barred: Bars, no: Impossible
) -> None:
    assert drawn(who, skilled, barred) == no


def test_stf_06_a_draw_is_found_where_only_one_is_left() -> None:
    """Who may serve in one room alone moves the others out of it."""
    only = bars((J1, R2), (J2, R2), (J3, R1), (J4, R1))
    assert drawn((J1, J2, J3, J4), (J1, J3), only) == (Post(J1, R1), Post(J2, R1), Post(J3, R2), Post(J4, R2))


def test_stf_06_who_is_left_over_stays_in_reserve_and_no_room_needs_nobody() -> None:
    posts = drawn(people(9), people(9), NONE)
    assert isinstance(posts, tuple)
    assert len(posts) == 4
    assert draw_rooms("seed", (), (), frozenset(), NONE, EACH, SKILL) == ()


def test_more_skill_than_people_of_a_room_asks_for_all_of_them() -> None:
    assert draw_rooms("seed", (J1, J2), (R1,), frozenset({J1}), NONE, 2, 3) == Impossible(DrawRule.SKILL, 2, 1, ())
    assert draw_rooms("seed", (J1, J2), (R1,), FOUR, NONE, 2, 3) == (Post(J1, R1), Post(J2, R1))


# Who roves


@pytest.mark.parametrize(
    ("floors", "who", "most", "sizes"),
    [
        ((5,), (X1,), 5, [5]),
        ((6,), (X1, X2), 5, [5, 1]),
        ((2, 3), (X1, X2, X3), 5, [2, 3]),
        ((4, 3), (X1,), 0, [7]),
        ((4, 3), (X1, X2), 0, [4, 3]),
        ((5,), (), 5, []),
        ((), (X1,), 5, []),
    ],
)
def test_stf_05_who_roves_has_at_most_five_rooms_of_one_floor(
    floors: tuple[int, ...], who: tuple[PersonId, ...], most: int, sizes: list[int]
) -> None:
    rounds = draw_rounds("seed", who, plans(*floors), NONE, most)
    assert isinstance(rounds, tuple)
    assert [len(one.rooms) for one in rounds] == sizes


def test_stf_05_one_floor_number_in_two_buildings_is_two_floors() -> None:
    there = (*plans(1), replace(plans(2)[1], building="S", floor=1))
    assert draw_rounds("seed", (X1,), there, NONE, MOST) == Impossible(DrawRule.ROVING, 2, 1, ())


def test_stf_05_six_rooms_for_one_only_where_more_is_allowed() -> None:
    assert draw_rounds("seed", (X1,), plans(6), NONE, MOST) == Impossible(DrawRule.ROVING, 2, 1, ())
    assert draw_rounds("seed", (X1,), plans(6), NONE, MOST, beyond=True) == (Round(X1, numbers(6)),)
    enough = draw_rounds("seed", (X1, X2), plans(6), NONE, MOST, beyond=True)
    assert isinstance(enough, tuple)
    assert [len(one.rooms) for one in enough] == [5, 1]


def test_stf_12_who_roves_does_not_rove_past_a_relative() -> None:
    barred = bars((X1, R1))
    assert draw_rounds("seed", (X1,), plans(2), barred, MOST) == Impossible(DrawRule.ROVING_AVOIDANCE, 1, 0, (R1, R2))
    assert draw_rounds("seed", (X1, X2), plans(2), barred, MOST) == (Round(X2, (R1, R2)),)


def test_stf_12_floors_are_cut_finer_while_relatives_stand_against_it() -> None:
    crossed = bars((X1, R1), (X2, R2))
    assert draw_rounds("seed", (X1, X2), plans(2), crossed, MOST) == (Round(X2, (R1,)), Round(X1, (R2,)))
    nobody = bars((X1, R1), (X2, R1), (X3, R1))
    assert draw_rounds("seed", (X1, X2, X3), plans(3), nobody, MOST) == Impossible(
        DrawRule.ROVING_AVOIDANCE, 1, 0, (R1,)
    )


@pytest.mark.parametrize(("most", "beyond"), [(MOST, True), (0, False)])
def test_stf_12_without_a_limit_only_a_room_that_is_nobodys_is_impossible(most: int, beyond: bool) -> None:
    crossed = bars((X1, R1), (X1, R3), (X2, R2), (X2, R4))
    rounds = draw_rounds("seed", (X1, X2), plans(4), crossed, most, beyond=beyond)
    assert rounds == (Round(X2, (R1, R3)), Round(X1, (R2, R4)))
    nobody = crossed | bars((X2, R1))
    assert draw_rounds("seed", (X1, X2), plans(4), nobody, most, beyond=beyond) == Impossible(
        DrawRule.ROVING_AVOIDANCE, 1, 0, (R1,)
    )


def test_shared_rooms_are_shared_evenly_as_far_as_relatives_allow() -> None:
    crossed = bars((X1, R1), (X1, numbers(6)[5]), (X2, R3))
    rounds = draw_rounds("seed", (X1, X2), plans(6), crossed, 0)
    assert isinstance(rounds, tuple)
    assert sorted(len(one.rooms) for one in rounds) == [3, 3]
    assert not crossed & {(one.person, room) for one in rounds for room in one.rooms}


# The seed


def test_stf_06_the_same_seed_draws_the_same_whatever_the_order_asked_in() -> None:
    who, rooms = people(30), numbers(15)
    first = draw_rooms("1", who, rooms, frozenset(who), NONE, EACH, SKILL)
    assert draw_rooms("1", who[::-1], rooms[::-1], frozenset(who), NONE, EACH, SKILL) == first
    assert draw_rooms("2", who, rooms, frozenset(who), NONE, EACH, SKILL) != first


def test_stf_06_the_seed_is_of_signature_list_and_number() -> None:
    """As anybody can make it again with `sha256sum`."""
    seed = seed_of("c2ln", (J1, J2), 1)
    assert seed == hashlib.sha256(b"c2ln\nJ01\nJ02\n1").hexdigest()
    others = {seed_of("c2lo", (J1, J2), 1), seed_of("c2ln", (J2, J1), 1), seed_of("c2ln", (J1, J2), 2)}
    assert len(others | {seed}) == 4


def test_names_stand_in_the_order_of_their_digests_each_once() -> None:
    order = shuffled("s", (J1, J2, J3, J2))
    assert sorted(order) == [J1, J2, J3]
    assert list(order) == sorted(order, key=lambda one: hashlib.sha256(f"s|{one}".encode()).digest())


def test_stf_06_everybody_comes_into_every_room_about_equally_often() -> None:
    """Chi-square of person by place over a thousand numbers, the reserve being a place; 1 in 1000 lies above."""
    who, rooms, times = people(10), numbers(4), 1000
    skilled = frozenset(who[:7])
    found = Counter[tuple[PersonId, RoomId]]()
    for number in range(times):
        posts = draw_rooms(seed_of("c2ln", who, number), who, rooms, skilled, NONE, EACH, SKILL)
        assert isinstance(posts, tuple)
        found.update((post.person, post.room) for post in posts)
    served = {one: sum(found[one, room] for room in rooms) for one in who}
    chi = sum((found[one, room] - served[one] / 4) ** 2 / (served[one] / 4) for one in who for room in rooms)
    assert chi < 59.7  # 30 degrees of freedom
    # Of those alike in skill everybody serves as often.
    for group in (who[:7], who[7:]):
        mean = sum(served[one] for one in group) / len(group)
        assert all(abs(served[one] - mean) < 60 for one in group)


def test_a_site_of_999_rooms_is_drawn() -> None:
    posts = draw_rooms("seed", people(999), numbers(999), frozenset(), NONE, 1, 0)
    assert isinstance(posts, tuple)
    assert len({post.person for post in posts}) == len({post.room for post in posts}) == 999


def test_however_many_move_on_for_one_another_nothing_calls_itself() -> None:
    """The n-th room takes the n-th person or the next, the last room the first alone: everybody moves."""
    count = 150
    who, rooms = people(count), numbers(count)
    line, doors = shuffled("seed", who), shuffled("seed", rooms)
    allowed = {(line[n + more], doors[n]) for n in range(count - 1) for more in (0, 1)} | {(line[0], doors[-1])}
    barred = frozenset((one, room) for one in who for room in rooms) - allowed
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 60)
    try:
        posts = draw_rooms("seed", who, rooms, frozenset(), barred, 1, 0)
    finally:
        sys.setrecursionlimit(limit)
    assert isinstance(posts, tuple)
    assert {(post.person, post.room) for post in posts} <= allowed
    assert Post(line[0], doors[-1]) in posts
