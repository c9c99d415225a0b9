"""The board as a whole: for which day, of which rooms, in which order; and what a cell says of itself."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from app.core.go_no_go import Answer, Cause, Cell, Gate, board, exam_day, ground
from app.core.hardware_verdict import judge_all
from app.core.plan import Session
from app.core.site import Site
from app.core.terms import RoomId, SessionId
from tests.builders import LAW, LIAONING, R1, R2, R9, Story, at, session, taken_in
from tests.unit.board_story import board_story
from tests.unit.duty_story import DAY, NOW, PEOPLE

NEXT = Session(SessionId("2-1"), 2, "finance", at("8:30") + timedelta(days=1), 90)


def two_days() -> Story:
    story = Story("enrolled").given(*taken_in(1, LIAONING, session(), NEXT))
    law = story.site.sessions[LAW]
    story.site.sessions[NEXT.id].rooms = {R2: law.rooms[R2]}
    return story


@pytest.mark.parametrize(
    ("now", "days", "rooms"),
    [
        (at("9:00", 22), 0, (R1, R2)),
        (at("23:59:59"), 0, (R1, R2)),
        (at("0:00", 31), 1, (R2,)),
        (at("0:00", 31) + timedelta(days=9), 1, (R2,)),
    ],
    ids=["before", "on the day", "the next day", "afterwards"],
)
def test_the_board_is_about_todays_exam_the_next_or_the_last(
    now: datetime, days: int, rooms: tuple[RoomId, ...]
) -> None:
    site = two_days().site
    assert exam_day(site, now) == DAY + timedelta(days=days)
    here = ground(site, LIAONING, PEOPLE, now)
    assert (here.day, here.rooms, here.now) == (DAY + timedelta(days=days), rooms, now)


def test_before_an_arrangement_there_is_no_day() -> None:
    assert exam_day(Site(), NOW) is None
    here = ground(Site(), LIAONING, PEOPLE, NOW)
    assert (here.day, here.rooms, here.machines) == (DAY, (), {})


def test_a_room_that_was_moved_away_is_asked_for_nothing() -> None:
    story = Story("authorized")
    for state in story.site.sessions.values():
        state.rooms[R1].moved_to = R9
    assert ground(story.site, LIAONING, PEOPLE, NOW).rooms == (R2,)


def test_the_site_comes_first_then_room_by_room_gate_by_gate() -> None:
    story = board_story()
    here = ground(story.site, LIAONING, PEOPLE, NOW)
    assert here.machines == judge_all(story.site, LIAONING)
    assert ground(story.site, LIAONING, PEOPLE, NOW, {}).machines == {}
    looks = {
        gate: (lambda _, room: (Answer.YES, None, room is None), lambda _, room: (Answer.NO, Cause.CHIEFS, int(room)))
        for gate in (Gate.DATA, Gate.STAFF)
    }
    found = [(cell.room, cell.gate, cell.answer, cell.count) for cell in board(looks, here)]
    assert found == [
        (None, Gate.DATA, Answer.YES, 1),
        (None, Gate.STAFF, Answer.YES, 1),
        (R1, Gate.DATA, Answer.NO, 1),
        (R1, Gate.STAFF, Answer.NO, 1),
        (R2, Gate.DATA, Answer.NO, 2),
        (R2, Gate.STAFF, Answer.NO, 2),
    ]


@pytest.mark.parametrize("answer", Answer)
def test_unknown_is_open_and_stale_is_no_yes(answer: Answer) -> None:
    cell = Cell(Gate.STAFF, R1, answer, Cause.CHIEFS, 2)
    assert cell.open is (answer in (Answer.NO, Answer.STALE, Answer.UNKNOWN))


def test_a_key_names_gate_room_and_cause_and_not_how_many() -> None:
    cell = Cell(Gate.STAFF, R1, Answer.NO, Cause.ROOM_ADMINS, 2)
    assert cell.key == "staff/001/room_admins"
    assert Cell(Gate.DATA, None, Answer.YES).key == "data//"
    assert cell.key == Cell(Gate.STAFF, R1, Answer.NO, Cause.ROOM_ADMINS).key
