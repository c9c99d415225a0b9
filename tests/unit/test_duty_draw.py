"""The draw of duty, rule by rule, and its seed (STF-03, STF-05, STF-06, STF-12)."""

from __future__ import annotations

import hashlib
import inspect
import sys
from collections import Counter
from collections.abc import Iterable

import pytest
from msgspec.structs import replace

from app.core.duty_draw import DrawRule, Impossible, draw_rooms, draw_rounds, seed_of, shuffled
from app.core.duty_state import Post, Round
from app.core.plan import Room
from app.core.terms import PersonId, RoomId

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
