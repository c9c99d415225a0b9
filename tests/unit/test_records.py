"""Every copy is numbered, and a reprint has its reason."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from app.core.attendance import RoomNotStarted
from app.core.paper_state import RecordCopy
from app.core.records import (
    ROOM_RECORD,
    WORKING_PAPERS,
    ConfirmPrinted,
    CopyNumberTaken,
    DraftOnly,
    KeepRecord,
    NoSuchCopy,
    RecordCameOut,
    RecordKept,
    ReprintReason,
    ReprintReasonNeeded,
    ReprintReasonWrong,
    RoomForm,
)
from app.core.start import NobodyArranged
from tests.builders import D1, D2, LAW, R1, R2, R9, TAX, Story

ASK = KeepRecord(ROOM_RECORD, LAW, R1, 1, D1, D2)
AGAIN = replace(ASK, copy=2, reason=ReprintReason.LOST)


def test_the_first_copy_needs_no_reason() -> None:
    story = Story("ended").when(ASK).then(RecordKept(ROOM_RECORD, LAW, R1, 1, D1, D2, None)).done(ASK)
    assert story.site.copies(ROOM_RECORD, LAW, R1) == (RecordCopy(ROOM_RECORD, LAW, R1, 1, D1, D2),)
    assert D2 in story.site.blobs


@pytest.mark.parametrize("reason", ReprintReason)
def test_from_the_second_copy_on_why(reason: ReprintReason) -> None:
    story = Story("ended").done(ASK)
    story.when(replace(AGAIN, reason=None)).then(ReprintReasonNeeded(2))
    content = D2 if reason is ReprintReason.CHANGED else D1
    again = replace(AGAIN, reason=reason, content=content)
    story.done(again).when(replace(again, copy=3, reason=None)).then(ReprintReasonNeeded(3))


@pytest.mark.parametrize("reason", ReprintReason)
def test_the_console_knows_whether_the_content_changed(reason: ReprintReason) -> None:
    changed = reason is ReprintReason.CHANGED
    wrong = replace(AGAIN, reason=reason, content=D1 if changed else D2)
    Story("ended").done(ASK).when(wrong).then(ReprintReasonWrong(2, "no" if changed else "yes"))


@pytest.mark.parametrize("copy", [0, 1, 3])
def test_copies_are_numbered_one_by_one(copy: int) -> None:
    Story("ended").done(ASK).when(replace(AGAIN, copy=copy)).then(CopyNumberTaken(copy, 2))
    Story("ended").when(replace(ASK, copy=2)).then(CopyNumberTaken(2, 1))


def test_each_form_room_and_session_counts_its_own() -> None:
    story = Story("ended").done(ASK)
    story.done(replace(ASK, room=R2)).done(replace(ASK, form="E03")).done(AGAIN)
    assert [copy.copy for copy in story.site.copies(ROOM_RECORD, LAW, R1)] == [1, 2]
    assert story.site.copies(ROOM_RECORD, TAX, R1) == ()


def test_before_the_end_command_it_is_a_draft() -> None:
    Story("reported").when(ASK).then(DraftOnly(LAW, R1))


def test_no_record_of_a_room_that_did_not_start() -> None:
    Story("released").when(ASK).then(RoomNotStarted(LAW, R1))
    Story("ended").when(replace(ASK, room=R9)).then(RoomNotStarted(LAW, R9))


@pytest.mark.parametrize("form", WORKING_PAPERS)
def test_no_working_papers_of_a_room_where_nobody_sits(form: RoomForm) -> None:
    Story("packaged").when(replace(ASK, form=form, room=R9)).then(NobodyArranged(LAW, (R9,)))


JAMMED = ConfirmPrinted(ROOM_RECORD, LAW, R1, 1, came_out=False)
WHOLE = ConfirmPrinted(ROOM_RECORD, LAW, R1, 1, came_out=True)


def test_whether_the_paper_came_out_is_said_of_one_copy() -> None:
    story = Story("ended").done(ASK).done(AGAIN).done(replace(ASK, room=R2))
    assert [copy.came_out for copy in story.site.records] == [None, None, None]
    story.when(replace(WHOLE, copy=2)).then(RecordCameOut(ROOM_RECORD, LAW, R1, 2, came_out=True))
    story.done(replace(WHOLE, copy=2))
    assert [copy.came_out for copy in story.site.records] == [None, True, None]


def test_a_jam_may_be_found_later() -> None:
    story = Story("ended").done(ASK).done(WHOLE).when(WHOLE).then()
    story.done(JAMMED).when(JAMMED).then().when(WHOLE).then(RecordCameOut(ROOM_RECORD, LAW, R1, 1, came_out=True))
    assert [copy.came_out for copy in story.site.copies(ROOM_RECORD, LAW, R1)] == [False]


@pytest.mark.parametrize("field", [{"copy": 2}, {"copy": 0}, {"room": R2}, {"session": TAX}, {"form": "E03"}])
def test_only_a_kept_copy_comes_out(field: dict[str, Any]) -> None:
    asked = replace(WHOLE, **field)
    story = Story("ended").done(ASK).when(asked)
    story.then(NoSuchCopy(asked.form, asked.session, asked.room, asked.copy))
