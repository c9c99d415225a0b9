"""Extra time of a whole room: it moves the end of the room, and who crosses a limit before the others is named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.extra_time import (
    AuthorityMissing,
    ExtraTimeGiven,
    RoomAuthorityMissing,
    Short,
    ToolNeeded,
)
from app.core.extra_time_people import SatElsewhere
from app.core.operation import SUPERVISORS
from app.core.permission import AnotherPersonNeeded, NotYourRole
from app.core.room_move import RoomMoved
from app.core.rulebook import Tier
from app.core.terms import ApplicationNo, CauseNo, ClauseId, GrantNo, Role, Ticket, TransferNo
from tests.builders import (
    A1,
    A2,
    A3,
    B1,
    B2,
    B3,
    GUIDE,
    LAW,
    NOBODY,
    R1,
    R2,
    ZHEJIANG,
    at,
    by,
)
from tests.unit.crowded import INCIDENT, R3, STARTED, came, fixed, of, opened
from tests.unit.time_facts import (
    HEAD,
    PROVINCE,
    RESPONSIBLE,
    agreed,
    asked_for,
    cut,
    give,
    here,
    lost,
    own_code,
    room_code,
    running,
    short,
    used,
    was_given,
)

NOW = here("9:32")


# The whole room (TIM-07, TIM-15, J-11)


def test_tim_07_the_minutes_of_a_whole_room_move_its_end_and_never_its_start() -> None:
    story = running(asked_for(31), room_code(31))
    story.when(give(31), NOW).then(was_given(31, moved=R1, tier=PROVINCE)).done(give(31), NOW)
    room = story.site.sessions[LAW].rooms[R1]
    assert (room.extra_minutes, room.door_minutes) == (31, 0)
    assert (room.started_at, room.runs_from, room.door_from) == (at("8:30"), at("9:01"), at("8:30"))
    assert (used(story, A1), used(story, A2), used(story, A3)) == (31, 31, 0)
    assert story.site.sessions[LAW].rooms[R2].extra_minutes == 0


def test_tim_15_minutes_of_some_move_nothing_although_they_are_all_who_are_there() -> None:
    story = running().when(give(10, A1, A2), NOW).then(was_given(10)).done(give(10, A1, A2), NOW)
    assert story.site.sessions[LAW].rooms[R1].runs_from == at("8:30")


def test_tim_15_exceptions_are_left_out_and_the_end_moves_all_the_same() -> None:
    story = running().when(give(10, without=(A2, A3)), NOW).then(was_given(10, A1, moved=R1))
    story.done(give(10, without=(A2, A3)), NOW)
    assert (used(story, A1), used(story, A2)) == (10, 0)
    assert story.site.sessions[LAW].rooms[R1].extra_minutes == 10


@pytest.mark.parametrize("stray", [B1, NOBODY])
def test_tim_15_nobody_is_left_out_who_is_not_there(stray: Ticket) -> None:
    """A mistyped exception would give the minutes to the one who was meant."""
    running().when(give(10, without=(A2, stray)), NOW).then(SatElsewhere(LAW, stray, R1))


def test_tim_15_who_sat_there_or_sits_there_now_may_be_left_out() -> None:
    """The page names everybody whom it shows in the room."""
    story = running()
    of(story, A2).entered_at = at("9:31")
    story.done(give(5, without=(A2,)), NOW)
    story = running()
    story.site.sessions[LAW].take_over(B1, R2, R1)
    story.when(give(5, without=(B1,)), NOW).then(was_given(5, moved=R1))


# The sum of the room itself (TIM-13, TIM-15: its end moves no further than somebody may allow for the whole of it)


def test_tim_15_leaving_out_one_after_the_other_does_not_move_the_room_for_each_of_them() -> None:
    """Hostile: the whole room but one, and then but the other, ten minutes each."""
    story = running().done(give(10, without=(A2,)), NOW)
    again = give(10, without=(A1,))
    story.when(again, NOW).then(RoomAuthorityMissing(LAW, R1, 10, 20, 0))
    story.given(asked_for(20), room_code(19)).when(again, NOW).then(RoomAuthorityMissing(LAW, R1, 10, 20, 19))
    story.given(room_code(20)).when(again, NOW)
    story.then(was_given(10, A2, moved=R1, number=GrantNo("AB-002"), tier=PROVINCE)).done(again, NOW)
    assert (used(story, A1), used(story, A2)) == (10, 10)
    assert story.site.sessions[LAW].rooms[R1].extra_minutes == 20


@pytest.mark.parametrize(("minutes", "moves"), [(4, True), (5, False)])
def test_tim_12_up_to_ten_in_all_the_room_moves_on_the_spot(minutes: int, moves: bool) -> None:
    story = running().done(give(6, without=(A2,)), NOW)
    ask = give(minutes, without=(A1,))
    if moves:
        story.when(ask, NOW).then(was_given(minutes, A2, moved=R1, number=GrantNo("AB-002")))
    else:
        story.when(ask, NOW).then(RoomAuthorityMissing(LAW, R1, 6, 6 + minutes, 0))


def test_tim_15_what_one_candidate_is_allowed_does_not_move_the_end_of_the_room() -> None:
    """Hostile: a code for one, the others left out, and the room stays open for all of them."""
    ask = give(31, without=(A2,))
    story = running(asked_for(31, A1), own_code(31, A1))
    story.when(ask, NOW).then(RoomAuthorityMissing(LAW, R1, 0, 31, 0)).done(give(31, A1), NOW)
    assert story.site.sessions[LAW].rooms[R1].extra_minutes == 0
    whole = running(asked_for(31), room_code(31))
    whole.when(ask, NOW).then(was_given(31, A1, moved=R1, tier=PROVINCE))


def test_tim_06_a_code_for_another_room_does_not_move_this_one() -> None:
    other = ApplicationNo("AS-002")
    story = running(*cut("AF-002", R2), asked_for(20, room=R2, number=other), room_code(20, R2, other))
    story.done(give(10, without=(A2,)), NOW)
    story.when(give(10, without=(A1,)), NOW).then(RoomAuthorityMissing(LAW, R1, 10, 20, 0))


def test_tim_14_beyond_sixty_no_room_is_moved() -> None:
    facts = (was_given(55, A1, moved=R1, tier=PROVINCE), asked_for(60), room_code(60))
    six, five = (give(minutes, without=(A1,)) for minutes in (6, 5))
    story = running(*facts).when(six, NOW).then(RoomAuthorityMissing(LAW, R1, 55, 61, 0, ClauseId("TIM-14")))
    story.when(five, NOW).then(was_given(5, A2, moved=R1, number=GrantNo("AB-002"), tier=PROVINCE))
    decided = (asked_for(61, number=ApplicationNo("AS-002")), agreed("9:31", HEAD, ApplicationNo("AS-002")))
    story.given(*decided).when(six, NOW).then(RoomAuthorityMissing(LAW, R1, 55, 61, 0, ClauseId("TIM-14")))


@pytest.mark.parametrize(
    ("asked", "consent", "minutes", "tier", "most"),
    [
        (30, RESPONSIBLE, 10, RESPONSIBLE, 30),
        (30, HEAD, 10, RESPONSIBLE, 30),
        (29, RESPONSIBLE, 10, None, 29),
        (31, RESPONSIBLE, 11, None, 0),
        (31, HEAD, 11, HEAD, 31),
    ],
)
def test_tim_17_in_004_somebody_decides_on_the_sum_of_the_room(
    asked: int, consent: Tier, minutes: int, tier: Tier | None, most: int
) -> None:
    before = was_given(20, A1, moved=R1, tier=RESPONSIBLE)
    story = running(before, asked_for(asked), agreed("9:31", consent))
    story.when(give(minutes, without=(A1,)), here("9:32", rules=ZHEJIANG))
    if tier:
        # Entry goes on for half an hour there: it was still open at nine.
        story.then(was_given(minutes, A2, moved=R1, number=GrantNo("AB-002"), tier=tier, door=True))
    else:
        story.then(RoomAuthorityMissing(LAW, R1, 20, 20 + minutes, most, ClauseId("TIM-17")))


def test_tim_17_a_decision_for_one_candidate_does_not_move_the_room() -> None:
    story = running(asked_for(20, A1, A2), agreed("9:31", HEAD))
    story.when(give(20), here("9:32", rules=ZHEJIANG)).then(RoomAuthorityMissing(LAW, R1, 0, 20, 0, ClauseId("TIM-17")))
    story.done(give(20, A1, A2), here("9:32", rules=ZHEJIANG))


def test_tim_17_nor_does_one_for_another_room() -> None:
    other = ApplicationNo("AS-002")
    elsewhere = (asked_for(20, room=R2, number=other), agreed("9:31", HEAD, other))
    story = running(asked_for(20, A1, A2), agreed("9:31", HEAD), *elsewhere)
    story.when(give(20), here("9:32", rules=ZHEJIANG)).then(RoomAuthorityMissing(LAW, R1, 0, 20, 0, ClauseId("TIM-17")))


def test_tim_15_lines_that_moved_nothing_are_not_the_rooms() -> None:
    story = running(was_given(9, A1)).when(give(10, without=(A1,)), NOW)
    story.then(was_given(10, A2, moved=R1, number=GrantNo("AB-002")))


def test_j_50_where_the_room_went_on_its_minutes_are_counted_on() -> None:
    numbers = tuple(TransferNo(f"A-{n:03}") for n in (1, 2, 3))
    went = RoomMoved(LAW, R1, R3, INCIDENT, numbers, at("9:10"), GUIDE)
    story = fixed(*came(A1, A2), *STARTED, opened(room=R1), *cut(room=R1, since="9:00"), went)
    loss = lost("9:00", "9:10")
    story.done(give(6, without=(A2,), loss=loss), NOW)
    story.when(give(5, without=(A1,), loss=loss), NOW).then(RoomAuthorityMissing(LAW, R1, 6, 11, 0))
    story.done(give(4, without=(A1,), loss=loss), NOW)
    assert story.site.sessions[LAW].rooms[R3].extra_minutes == 10


def test_g16_a_room_that_moves_further_is_out_of_the_invigilators_hands() -> None:
    own = replace(here("9:32"), signers=(by(GUIDE, Role.INVIGILATOR),))
    story = running(asked_for(20), room_code(20)).done(give(10, without=(A2,)), own)
    story.when(give(10, without=(A1,)), own).then(NotYourRole(Role.INVIGILATOR, (Role.SITE_ADMIN,)))
    story.when(give(10, without=(A1,)), here("9:32", Role.SITE_ADMIN))
    story.then(AnotherPersonNeeded(tuple(sorted(SUPERVISORS)))).done(give(10, without=(A1,)), NOW)


def test_tim_15_who_crosses_the_limit_before_the_others_is_named() -> None:
    story = running(was_given(8, A1))
    story.when(give(5), NOW).then(short(A1, 8, 13))
    story.when(give(2), NOW).then(was_given(2, moved=R1, number=GrantNo("AB-002")))
    story.given(asked_for(13, A2), own_code(13, A2)).when(give(5), NOW).then(short(A1, 8, 13))
    story.given(asked_for(13), room_code(13)).when(give(5), NOW)
    story.then(was_given(5, moved=R1, number=GrantNo("AB-002"), tier=PROVINCE))


def test_g16_one_who_crosses_it_takes_the_whole_room_out_of_the_invigilators_hands() -> None:
    own = replace(here("9:32"), signers=(by(GUIDE, Role.INVIGILATOR),))
    story = running(was_given(8, A2), asked_for(13), room_code(13))
    story.when(give(5), own).then(NotYourRole(Role.INVIGILATOR, (Role.SITE_ADMIN,)))
    story.when(give(2), own).then(was_given(2, moved=R1, number=GrantNo("AB-002")))


def test_tim_14_who_crosses_the_last_limit_is_named_too() -> None:
    story = running(was_given(58, A2, tier=PROVINCE), asked_for(60), room_code(60))
    story.when(give(3), NOW).then(ToolNeeded(LAW, (A2,)))
    story.when(give(2, knowingly=True), NOW)
    story.then(was_given(2, moved=R1, number=GrantNo("AB-002"), tier=PROVINCE))


def test_tim_15_all_of_a_room_or_none() -> None:
    story = running(*cut("AF-002", None, "9:00", "9:31"))
    several = was_given(10, B1, B2, room=R2)
    story.given(several).when(give(1, B3, B1, B2, room=R2, loss=lost("9:00", "9:31", CauseNo("AF-002"))), NOW)
    story.then(AuthorityMissing(LAW, (Short(B1, 10, 11, 0), Short(B2, 10, 11, 0))))
    assert (used(story, B1), used(story, B3)) == (10, 0)


def test_formats_numbers_of_lines_carry_the_machines_name() -> None:
    story = running(was_given(1, A1), was_given(1, A2, number=GrantNo("BB-001")))
    answer = story.when(give(1, A1), NOW).answer
    assert isinstance(answer, tuple)
    assert [one.number for one in answer if isinstance(one, ExtraTimeGiven)] == [GrantNo("AB-002")]


def test_a_missing_authority_stands_on_the_clause_of_its_rulebook() -> None:
    room = running().when(give(31), here("9:40", rules=ZHEJIANG)).answer
    assert isinstance(room, AuthorityMissing)
    assert room.basis == "TIM-17"
    assert RoomAuthorityMissing(LAW, R1, 0, 31, 0, ClauseId("TIM-17")).basis == "TIM-17"
