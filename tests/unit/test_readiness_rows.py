"""What the readiness page shows: clauses of causes, items and how they stand, rooms and seals as people type them."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from app import rulebooks
from app.core.board_signing import BoardState
from app.core.go_no_go import Answer, Cause, Cell, Gate
from app.core.readiness_items import ReadinessItem
from app.core.readiness_state import ClosedRoom, Looked, LookState, RoomTest, TestKind
from app.core.room_closing import RoomSeal
from app.core.room_test import RoomsTested, TestedRoom
from app.core.site import Site
from app.core.terms import Digest, PersonId, RoomId
from app.views.readiness import CLAUSES, BoardRow, GoBoard, clause_of, worst
from app.views.readiness_list import ItemFilter, ItemRow, ItemStand, item_rows, shown
from app.views.room_tests import (
    DoorStand,
    TestCounts,
    count_tests,
    numbers_in,
    room_rows,
    rooms_in,
    seals_by_prefix,
    seals_in_row,
)
from tests.builders import LIAONING, Story, at

R1, R2, R10 = RoomId("001"), RoomId("002"), RoomId("010")
ROOMS = (R1, R2, R10)


def test_every_cause_stands_on_a_clause() -> None:
    assert CLAUSES.keys() == set(Cause)
    assert set(CLAUSES.values()) <= rulebooks.clauses().rows.keys()
    site_forms = Cell(Gate.FORMS, None, Answer.NO, Cause.FORMS_NOT_PRINTED, 1)
    assert clause_of(site_forms) == "RDY-12"
    assert clause_of(Cell(Gate.FORMS, R1, Answer.NO, Cause.FORMS_NOT_PRINTED, 1)) == "VIO-03"
    assert clause_of(Cell(Gate.FORMS, R1, Answer.YES)) is None


def test_only_what_is_open_is_left_of_a_board() -> None:
    # given a room of which one gate is open, and one that is ready
    gates = (Gate.LOCK, Gate.CLOCK)
    open_one = BoardRow(R1, (Cell(Gate.LOCK, R1, Answer.YES), Cell(Gate.CLOCK, R1, Answer.STALE)))
    ready = BoardRow(R2, (Cell(Gate.LOCK, R2, Answer.YES), Cell(Gate.CLOCK, R2, Answer.NOT_ASKED)))
    board = GoBoard(None, gates, (open_one, ready), BoardState.UNSIGNED)
    # then they are counted by answer, and the others are left out
    assert (board.open, board.counts[Answer.YES], board.counts[Answer.NO]) == (1, 2, 0)
    left = board.only_open()
    assert (left.gates, left.rows) == ((Gate.CLOCK,), (BoardRow(R1, open_one.cells[1:]),))
    assert board.find(Gate.CLOCK, R1) == open_one.cells[1]
    assert left.find(Gate.LOCK, R1) is None


def test_a_no_is_looked_at_before_what_is_stale_or_unknown() -> None:
    cells = [Cell(Gate.LOCK, R1, answer) for answer in (Answer.UNKNOWN, Answer.YES, Answer.NO, Answer.STALE)]
    assert worst(cells) == cells[2]
    assert worst(cells[1:2]) is None


def row_of(rows: tuple[ItemRow, ...], item: ReadinessItem) -> ItemRow:
    return next(row for row in rows if row.rule.item is item)


def looked(when: datetime, state: LookState = LookState.DONE) -> Looked:
    return Looked(state, when, PersonId("A01"), Digest(""))


def test_items_stand_by_all_their_rooms_and_by_their_day() -> None:
    # given a week before, with two rooms
    story = Story("packaged")
    site = story.site
    start = min(state.plan.starts_at for state in site.sessions.values())
    rooms = sorted(site.plans)
    now = start - timedelta(days=6)
    # when nobody looked at anything
    rows = item_rows(site, LIAONING, now)
    # then what was due a week before is late, what is due the day before is not, and what is advised never is
    plan, video = row_of(rows, ReadinessItem.PLAN), row_of(rows, ReadinessItem.VIDEO)
    assert (plan.stand, plan.late, plan.due) == (ItemStand.OPEN, True, start.date() - timedelta(days=7))
    assert (video.late, video.of, video.left) == (False, len(rooms), tuple(rooms))
    assert not any(row.late for row in item_rows(site, LIAONING, start) if row.rule.advice)
    # when one room was looked at, then all, then one was found faulty
    site.readiness[ReadinessItem.VIDEO, rooms[0]] = looked(now)
    partly = row_of(item_rows(site, LIAONING, now), ReadinessItem.VIDEO)
    assert (partly.stand, partly.seen) == ((ItemStand.PARTLY, 1) if len(rooms) > 1 else (ItemStand.DONE, 1))
    for room in rooms:
        site.readiness[ReadinessItem.VIDEO, room] = looked(now)
    assert row_of(item_rows(site, LIAONING, now), ReadinessItem.VIDEO).stand is ItemStand.DONE
    site.readiness[ReadinessItem.VIDEO, rooms[-1]] = looked(now, LookState.FAULTY)
    faulty = row_of(item_rows(site, LIAONING, now), ReadinessItem.VIDEO)
    assert (faulty.stand, faulty.again) == (ItemStand.FAULTY, (rooms[-1],))
    # and a printer that was tried days ago has to be tried again
    site.readiness[ReadinessItem.PRINTER, None] = looked(now)
    assert row_of(item_rows(site, LIAONING, now), ReadinessItem.PRINTER).stand is ItemStand.OLD
    site.readiness[ReadinessItem.UPS_TESTED, None] = looked(now, LookState.NONE_HERE)
    assert row_of(item_rows(site, LIAONING, now), ReadinessItem.UPS_TESTED).stand is ItemStand.NONE_HERE
    # and each filter shows its own
    rows = item_rows(site, LIAONING, now)
    assert shown(rows, ItemFilter.ALL) == rows
    assert all(row.rule.advice for row in shown(rows, ItemFilter.ADVICE))
    assert video.rule.item in [row.rule.item for row in shown(rows, ItemFilter.EVE)]
    assert plan.rule.item in [row.rule.item for row in shown(rows, ItemFilter.WEEK)]
    assert ReadinessItem.VIDEO in [row.rule.item for row in shown(rows, ItemFilter.OPEN)]


def test_rooms_show_their_last_tests_and_their_doors() -> None:
    site = Story("packaged").site
    room, when = min(site.plans), at("08:00")
    (row,) = (one for one in room_rows(site, LIAONING) if one.room == room)
    assert (row.untested, row.door, row.full_enough) == (True, DoorStand.NEVER, False)
    site.room_tests[TestKind.SIMULATED, room] = RoomTest(True, row.seats, when, PersonId("A01"))
    doors = {
        ClosedRoom("S1", when): DoorStand.CLOSED,
        ClosedRoom("S1", when, disturbed_at=when): DoorStand.DISTURBED,
        ClosedRoom("S1", when, opened_at=when): DoorStand.OPENED,
    }
    for closed, stand in doors.items():
        site.closed_rooms[room] = closed
        (row,) = (one for one in room_rows(site, LIAONING) if one.room == room)
        assert (row.untested, row.door) == (False, stand)
    assert room_rows(Site(), LIAONING) == ()


def test_every_test_that_was_held_is_counted() -> None:
    counts = TestCounts()
    rooms = (TestedRoom(R1, True, 5), TestedRoom(R2, False, 5))
    tested = RoomsTested(TestKind.SIMULATED, rooms, at("08:00"), PersonId("A01"))
    count_tests(counts, [tested, tested])
    count_tests(counts, [RoomsTested(TestKind.FULL_LOAD, rooms[:1], at("09:00"), PersonId("A01"))])
    assert counts[TestKind.SIMULATED, R2] == 2
    assert counts[TestKind.FULL_LOAD, R1] == 1


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", ((), "")),
        ("001", ((R1,), "")),
        ("1, 10", ((R1, R10), "")),
        ("1-10", (ROOMS, "")),
        ("002 002", ((R2,), "")),
        ("003", ((), "003")),
        ("1 x", ((), "x")),
        ("3-9", ((), "3-9")),
    ],
)
def test_rooms_are_read_as_people_write_them(text: str, meant: tuple[tuple[RoomId, ...], str]) -> None:
    assert rooms_in(text, ROOMS) == meant


def test_rooms_with_letters_are_named_whole() -> None:
    known = (RoomId("A1"), RoomId("A2"))
    assert rooms_in("A2", known) == ((known[1],), "")
    assert rooms_in("1-2", known) == ((), "1-2")


def test_numbers_of_rooms_are_read() -> None:
    assert numbers_in("1=28, 010=5", ROOMS) == ({R1: 28, R10: 5}, "")
    assert [numbers_in(text, ROOMS)[1] for text in ("1", "1=x", "=3", "1-10=3", "7=3")] == [
        "1",
        "1=x",
        "=3",
        "1-10=3",
        "7=3",
    ]


def test_seals_are_told_by_prefix_or_in_a_row() -> None:
    assert seals_by_prefix(" a-", (R1, R2)) == (RoomSeal(R1, "A-001"), RoomSeal(R2, "A-002"))
    assert seals_in_row("77 ab-1", (R1, R2)) == (RoomSeal(R1, "77"), RoomSeal(R2, "AB-1"))
    assert seals_in_row("77", (R1, R2)) is None
