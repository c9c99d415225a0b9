"""Extra time of a whole room: it moves the end of the room, and who crosses a limit before the others is named."""

from __future__ import annotations

from dataclasses import replace

from app.core.extra_time import (
    AuthorityMissing,
    ExtraTimeGiven,
    Short,
    ToolNeeded,
)
from app.core.permission import NotYourRole
from app.core.terms import CauseNo, GrantNo, Role
from tests.builders import (
    A1,
    A2,
    A3,
    B1,
    B2,
    B3,
    GUIDE,
    LAW,
    R1,
    R2,
    at,
    by,
)
from tests.unit.time_facts import (
    PROVINCE,
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
    story = running().when(give(10, without=(A2, B1)), NOW).then(was_given(10, A1, moved=R1))
    story.done(give(10, without=(A2, B1)), NOW)
    assert (used(story, A1), used(story, A2)) == (10, 0)
    assert story.site.sessions[LAW].rooms[R1].extra_minutes == 10


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
