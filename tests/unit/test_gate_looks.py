"""The gates one by one: unknown is not no, stale is not yes, and every cause has its story (issue 9, RDY-10)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.calibration import LockTakenIntoUse, rooms_without_lock
from app.core.go_no_go import Answer, Cause, Gate
from app.core.locks import LockRegisterTaken
from app.core.plan import RegisteredAs, RegisteredLock
from app.core.readiness_items import ReadinessItem
from app.core.readiness_state import TestKind
from app.core.room_test import RoomsTested, TestedRoom
from app.core.rulebook import Rulebook
from app.core.site_form import SiteForm
from app.core.site_sheet import SiteSheetCameOut
from app.core.terms import LockSerial, SupervisionNo
from tests.builders import D1, GUIDE, LIAONING, LOCKS, MONGOLIA, NATIONAL, R1, R2, ROOM_LOCK, Story, at
from tests.unit.board_story import PLANS, board, board_story, packaged, said, seen, sheet, without_person
from tests.unit.duty_story import NOW, PEOPLE, listing
from tests.unit.gate_case import Case
from tests.unit.gate_cases import CASES

NO, STALE, YES, NOT_ASKED = Answer.NO, Answer.STALE, Answer.YES, Answer.NOT_ASKED
GOOD = (YES, None, 0)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.gate}-{case.room}-{case.cause or case.answer}")
def test_a_gate_says_what_is_the_matter(case: Case) -> None:
    story = board_story(*case.facts, without=case.without, until=case.until)
    people = without_person(listing(*case.people), *case.gone)
    assert said(story, case.gate, case.room, case.rules, people) == (case.answer, case.cause, case.count)


def test_where_everything_is_ready_every_gate_says_yes_or_is_not_asked() -> None:
    found = board(board_story())
    assert {one.answer for one in found.values()} == {YES, NOT_ASKED}
    assert not any(one.open for one in found.values())
    asked = {one.gate for one in found.values() if one.answer is YES}
    assert asked == set(Gate)
    # What only some rulebook asks of a room.
    clock = board_story(seen(ReadinessItem.ROOM_CLOCK, R1))
    assert said(clock, Gate.CLOCK, R1, MONGOLIA) == GOOD


def test_every_cause_is_reached() -> None:
    elsewhere = {
        Cause.PACKAGE_MISSING,
        Cause.NOT_ARRANGED,
        Cause.NO_SPARE_SEAT,
        Cause.FULL_LOAD_MISSING,
        Cause.ITEMS_OLD,
        Cause.PRINTER_TRIED_EARLIER,
    }
    assert {case.cause for case in CASES if case.cause} | elsewhere == set(Cause)


def test_before_a_package_there_is_the_site_alone() -> None:
    found = board(Story("enrolled"))
    assert {room for _, room in found} == {None}
    assert said(Story("enrolled"), Gate.DATA, None) == (NO, Cause.PACKAGE_MISSING, 0)
    assert said(Story("enrolled"), Gate.LOCK, None) == GOOD


def test_a_package_without_rooms_is_not_arranged() -> None:
    story = Story("enrolled").given(*packaged(arranged=False))
    assert {room for _, room in board(story)} == {None}
    assert said(story, Gate.DATA, None) == (NO, Cause.NOT_ARRANGED, 0)
    assert said(story, Gate.PRINTER, None) == (Answer.UNKNOWN, Cause.PRINTER_NOT_TRIED, 0)


def test_a_room_without_a_spare_seat_says_so() -> None:
    bare = (replace(PLANS[0], spare_seats=0), PLANS[1])
    story = board_story(plans=bare)
    assert said(story, Gate.SPARE, R1) == (NO, Cause.NO_SPARE_SEAT, 0)
    assert said(story, Gate.SPARE, R2) == GOOD


@pytest.mark.parametrize(("machines", "missing"), [(0, 0), (2, 0), (3, 1)])
def test_rdy_02_as_many_machines_are_looked_at_as_the_arrangement_says(machines: int, missing: int) -> None:
    story = board_story(plans=(replace(PLANS[0], machines=machines), PLANS[1]))
    expected = (Answer.UNKNOWN, Cause.MACHINES_UNCHECKED, missing) if missing else GOOD
    assert said(story, Gate.MACHINES, R1) == expected


def test_flt_04_a_room_of_a_cloud_is_tested_under_full_load() -> None:
    cloud = (replace(PLANS[0], cloud=True), PLANS[1])

    def full(seats: int, passed: bool = True) -> RoomsTested:
        return RoomsTested(TestKind.FULL_LOAD, (TestedRoom(R1, passed, seats),), NOW, GUIDE)

    def gate(*facts: RoomsTested, rules: Rulebook = LIAONING) -> tuple[Answer, Cause | None, int]:
        return said(board_story(*facts, plans=cloud), Gate.TESTS, R1, rules)

    missing = (NO, Cause.FULL_LOAD_MISSING, 0)
    assert (gate(), gate(full(1)), gate(full(2, passed=False))) == (missing, missing, missing)
    assert (gate(full(2)), gate(full(2), rules=NATIONAL)) == (GOOD, (NOT_ASKED, None, 0))
    open_items = board_story(full(2), plans=cloud)
    assert said(open_items, Gate.ITEMS, R1) == (Answer.UNKNOWN, Cause.ITEMS_OPEN, 2)
    assert said(open_items, Gate.ITEMS, R2) == GOOD


def held(item: ReadinessItem, hours: int) -> Rulebook:
    rules = (replace(one, holds_hours=hours) if one.item is item else one for one in LIAONING.readiness)
    return replace(LIAONING, readiness=tuple(rules))


@pytest.mark.parametrize(("hours", "good"), [(0, True), (24, True), (17, True), (16, False)])
def test_what_has_to_be_looked_at_again_is_stale_and_not_yes(hours: int, good: bool) -> None:
    """Looked at the day before at 16:00; the first session starts at 8:30."""
    items, printer = held(ReadinessItem.SHIELDING, hours), held(ReadinessItem.PRINTER, hours)
    story = board_story()
    assert said(story, Gate.ITEMS, None, items) == (GOOD if good else (STALE, Cause.ITEMS_OLD, 1))
    assert said(story, Gate.PRINTER, None, printer) == (GOOD if good else (STALE, Cause.PRINTER_TRIED_EARLIER, 0))


def test_what_is_only_advised_says_nothing() -> None:
    advised = tuple(replace(one, advice=True) for one in LIAONING.readiness)
    story, rules = board_story(without=("items", "printer")), replace(LIAONING, readiness=advised)
    for gate, room in ((Gate.ITEMS, None), (Gate.ITEMS, R1), (Gate.PRINTER, None), (Gate.CLOCK, R1)):
        assert said(story, gate, room, rules) == (NOT_ASKED, None, 0)
    nothing = replace(LIAONING, readiness=())
    for gate, room in ((Gate.ITEMS, R1), (Gate.PRINTER, None), (Gate.CLOCK, R1)):
        assert said(story, gate, room, nothing) == (NOT_ASKED, None, 0)


# Locks


SPARE_LOCK = RegisteredLock(LockSerial("JK-3"), RegisteredAs.INVIGILATION, '{"x":"3"}', software=False)


def test_lck_09_a_spare_lock_serves_the_room_that_it_was_taken_into_use_for() -> None:
    register = LockRegisterTaken(1, (*LOCKS[1:], SPARE_LOCK), D1)
    story = board_story(register)
    assert said(story, Gate.LOCK, R1) == (NO, Cause.NO_ROOM_LOCK, 0)
    story.given(LockTakenIntoUse(SPARE_LOCK.serial, R1, GUIDE, SupervisionNo("A-002"), NOW))
    assert said(story, Gate.LOCK, R1) == GOOD
    assert said(story, Gate.CALIBRATION, R1) == (Answer.UNKNOWN, Cause.NOT_CALIBRATED, 0)


def test_lck_08_a_lock_that_is_registered_for_another_room_meanwhile_serves_neither() -> None:
    moved = (replace(LOCKS[0], room=R2), *LOCKS[1:])
    story = board_story(LockRegisterTaken(1, moved, D1))
    assert said(story, Gate.LOCK, R1) == (NO, Cause.NO_ROOM_LOCK, 0)
    assert said(story, Gate.CALIBRATION, R1) == (NO, Cause.NOT_IN_USE, 0)
    assert ROOM_LOCK in story.site.locks


@pytest.mark.parametrize("case", [one for one in CASES if one.gate in (Gate.LOCK, Gate.CALIBRATION) and one.room])
def test_lck_08_yes_of_both_is_what_a_release_asks_for(case: Case) -> None:
    story = board_story(*case.facts, without=case.without, until=case.until)
    both = {said(story, gate, R1)[0] for gate in (Gate.LOCK, Gate.CALIBRATION)}
    assert (both == {YES}) is (rooms_without_lock(story.site, (R1,), NOW, LIAONING) == ())


# Forms


def test_notices_of_another_day_or_that_did_not_come_out_are_none() -> None:
    story = board_story(
        *sheet(SiteForm.CONTACTS, "jj2021"), *sheet(SiteForm.NOTICES, "2021-10-31"), without=("sheets",)
    )
    assert said(story, Gate.FORMS, None) == (NO, Cause.FORMS_NOT_PRINTED, 1)
    story.given(*sheet(SiteForm.NOTICES, "2021-10-30"))
    assert said(story, Gate.FORMS, None) == GOOD
    story.given(SiteSheetCameOut(SiteForm.CONTACTS, "jj2021", 1, came_out=False))
    assert said(story, Gate.FORMS, None) == (NO, Cause.FORMS_NOT_PRINTED, 1)


def test_vio_03_blanks_printed_for_the_room_will_do() -> None:
    story = board_story(*sheet(SiteForm.VIOLATION_BLANKS, "1-1-001"), without=("items",))
    assert said(story, Gate.FORMS, R1) == GOOD
    assert said(story, Gate.FORMS, R2) == (NO, Cause.FORMS_NOT_PRINTED, 1)


def test_a_newer_package_takes_the_gates_back_that_hang_on_it() -> None:
    story = board_story()
    story.given(*packaged())
    for gate in (Gate.DATA, Gate.TIMESTAMP, Gate.TESTS, Gate.STAFF):
        assert said(story, gate, None, people=PEOPLE)[0] is not YES
    assert said(story, Gate.CLOSED, R1) == GOOD
    assert at("8:30").date() not in story.site.duty
