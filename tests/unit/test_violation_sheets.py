"""Paper sheets of violations: numbered blanks for each room, and those that were spoiled or lost (VIO-03)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.paper_state import SheetVoidReason
from app.core.permission import NotYourRole, NotYourRoom
from app.core.start import NobodyArranged
from app.core.terms import Role
from app.core.violation_account import SheetNumberUnfit, SheetUsed, SheetVoid
from app.core.violation_blank import sheet_number
from app.core.violation_sheets import (
    IssueViolationSheets,
    NoSuchBlank,
    SheetInUse,
    TooManySheets,
    ViolationSheetsIssued,
    ViolationSheetVoided,
    VoidViolationSheet,
)
from tests.builders import GUIDE, GUIDE_2, LAW, R1, R2, R9, TAX, Story, at, by, desk, present
from tests.unit.conduct_story import ACT, CORRECT, FIRST, NOW, RECORD, RECORDED, SECOND_ONE, SHEET, caught, room

ISSUE = IssueViolationSheets(LAW, (R1, R2, R1), 3)
UNNUMBERED = replace(ACT, sheet="")
ISSUED = ViolationSheetsIssued(LAW, R1, 3)
VOID = VoidViolationSheet("1-1-001-03", SheetVoidReason.SPOILED)


def test_vio_03_every_room_has_numbered_blanks() -> None:
    story = Story("packaged").when(ISSUE).then(ISSUED, replace(ISSUED, room=R2)).done(ISSUE)
    assert (room(story).violation_sheets, room(story, R2).violation_sheets) == (3, 3)
    story.when(replace(ISSUE, rooms=(R1,), count=2)).then(replace(ISSUED, count=5))
    assert (sheet_number(LAW, R1, 3), SHEET) == ("1-1-001-03", sheet_number(LAW, R1, 1))
    assert room(story, session=TAX).violation_sheets == 0


def test_vio_03_twenty_of_a_room_at_most_and_all_rooms_or_none() -> None:
    every = replace(ISSUE, count=20)
    story = Story("packaged").done(replace(ISSUE, rooms=(R2,), count=1))
    story.when(every).then(TooManySheets(R2, 1, 20))
    story.when(replace(every, count=19)).done(replace(every, count=19))
    assert room(story, R2).violation_sheets == 20
    story.when(replace(every, rooms=(R2,), count=1)).then(TooManySheets(R2, 20, 20))
    for count in (0, -1, 21):
        Story("packaged").when(replace(ISSUE, count=count)).then(TooManySheets(R1, 0, 20))
    Story("packaged").when(replace(ISSUE, rooms=(R1, R9))).then(NobodyArranged(LAW, (R9,)))


def test_vio_03_the_site_administrator_gives_them_out() -> None:
    own = present(NOW, by(GUIDE, Role.ROOM_ADMIN))
    Story("packaged").when(ISSUE, own).then(NotYourRole(Role.ROOM_ADMIN, (Role.SITE_ADMIN,)))


# Spoiled or lost


@pytest.mark.parametrize("reason", SheetVoidReason)
def test_vio_03_a_spoiled_sheet_is_void_and_not_lost(reason: SheetVoidReason) -> None:
    ask = replace(VOID, reason=reason)
    story = Story("packaged").given(ISSUED).when(ask).then(ViolationSheetVoided(VOID.sheet, reason)).done(ask)
    assert story.site.voided_sheets == {VOID.sheet: reason}
    story.when(ask).then()


@pytest.mark.parametrize("sheet", ["1-1-001-04", "1-1-001-00", "1-1-001-3", "1-1-002-01", "1-2-001-01", "", "S-1"])
def test_vio_03_only_a_blank_that_was_given_out(sheet: str) -> None:
    Story("packaged").given(ISSUED).when(replace(VOID, sheet=sheet)).then(NoSuchBlank(sheet))


def test_vio_03_the_sheet_of_a_record_is_not_spoiled_away() -> None:
    ask = replace(VOID, sheet=SHEET)
    story = caught(ISSUED).when(ask).then(SheetInUse(SHEET, FIRST))
    # Written anew on another one, with the chief: then the first is void.
    story.done(replace(CORRECT, account=replace(ACT, sheet="1-1-001-02"))).done(ask)
    assert RECORDED.account.sheet in story.site.voided_sheets


def test_vio_03_of_the_own_room_only() -> None:
    story, now = Story("packaged").given(ISSUED, replace(ISSUED, room=R2)), at("12:00")
    assert (VOID.of_room(story.site), replace(VOID, sheet="1-1-002-01").of_room(story.site)) == (R1, R2)
    story.when(VOID, present(now, by(GUIDE_2, Role.ROOM_ADMIN))).then(NotYourRoom(R1, R2))
    story.done(VOID, present(now, by(GUIDE, Role.ROOM_ADMIN)))
    assert desk().now == now


# On which one a record stands


@pytest.mark.parametrize("sheet", ["1-1-001-01", "A", "Z" * 24])
def test_vio_03_a_sheet_of_any_number(sheet: str) -> None:
    """Blanks must work without the console, so it may be one that was not given out here."""
    Story("confirmed").done(replace(RECORD, account=replace(ACT, sheet=sheet)))


@pytest.mark.parametrize("sheet", ["Z" * 25, "1 2", "\u4e00", "1/2", "13912345678", "21010119900101123x", " "])
def test_vio_03_no_sheet_bears_a_number_of_a_person(sheet: str) -> None:
    Story("confirmed").when(replace(RECORD, account=replace(ACT, sheet=sheet))).then(SheetNumberUnfit(sheet))


def test_vio_03_no_sheet_twice_and_none_that_is_void() -> None:
    story = caught().when(RECORD).then(SheetUsed(SHEET, FIRST))
    story.done(replace(RECORD, account=UNNUMBERED))
    story.when(replace(CORRECT, number=SECOND_ONE)).then(SheetUsed(SHEET, FIRST))
    story.done(CORRECT).done(replace(CORRECT, number=SECOND_ONE, account=replace(ACT, sheet="S-2")))
    story.given(ViolationSheetVoided("S-3", SheetVoidReason.LOST))
    story.when(replace(CORRECT, account=replace(ACT, sheet="S-3"))).then(SheetVoid("S-3"))
    story.when(replace(RECORD, account=replace(ACT, sheet="S-3"))).then(SheetVoid("S-3"))
