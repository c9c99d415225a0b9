"""The sheet of a day's exceptions that the chief signs (R12)."""

from __future__ import annotations

import hashlib
from datetime import date, datetime, timedelta

import pytest
from msgspec.structs import replace

from app.core.attendance import AttendanceConfirmed
from app.core.locks import SiteLockOut
from app.core.operation import Fact
from app.core.records import ReprintReason
from app.core.room_report import RoomReported
from app.core.site_form import FROM_JOURNAL, SiteForm
from app.core.site_sheet import SiteSheetKept
from app.service.records import digest_of
from app.text import text
from app.views.entry_group import EntryGroup
from app.views.exception_kinds import ExceptionKind
from app.views.exceptions_sheet import ExceptionLine, ExceptionsSheet, exceptions_sheet
from app.views.site_papers import sheet_content, subjects
from app.word_ids import word_id
from reports import site_sheet
from reports.edition import labels
from tests.builders import A2, PEOPLE, R2, Story, at
from tests.unit.exception_story import EXCEPTIONAL, line, made
from tests.unit.paper import STAMP, START, pages
from tests.unit.site_paper import HEAD
from tests.unit.time_paper import in_order

DAY = date(2021, 10, 30)
MINUTE = timedelta(minutes=1)
Timed = tuple[datetime, Fact]


def sheet(*entries: Timed, story: Story | None = None) -> ExceptionsSheet:
    history = [line(n, fact, when) for n, (when, fact) in enumerate(entries, 1)]
    found = sheet_content((story or Story("ended")).site, PEOPLE, SiteForm.EXCEPTIONS, str(DAY), history)
    assert isinstance(found, ExceptionsSheet)
    return found


def test_there_is_one_an_exam_day_whether_anything_happened_or_not() -> None:
    story = Story("ended")
    assert subjects(story.site, PEOPLE, [SiteForm.EXCEPTIONS]) == ((SiteForm.EXCEPTIONS, str(DAY)),)
    assert sheet().lines == ()
    assert sheet().last_at is None
    assert SiteForm.EXCEPTIONS in FROM_JOURNAL


@pytest.mark.parametrize("subject", ["2021-10-31", "yesterday"])
def test_no_sheet_of_a_day_without_a_session(subject: str) -> None:
    assert exceptions_sheet(Story("ended").site, PEOPLE, subject, ()) is None


def test_a_line_counts_all_and_names_the_first_entries() -> None:
    entries = [(at("9:00") + n * MINUTE, made(SiteLockOut)) for n in range(15)]
    (only,) = sheet(*entries).lines
    assert only == ExceptionLine("locks", "", 15, at("9:00"), at("9:14"), (), tuple(range(1, 13)))
    assert sheet(*entries).last_at == at("9:14")


def test_its_own_reprint_does_not_supersede_it_and_that_of_another_sheet_does() -> None:
    before = digest_of(sheet((at("9:00"), made(SiteLockOut))))
    for form, same in ((SiteForm.EXCEPTIONS, True), (SiteForm.DAY_SUMMARY, False)):
        again = made(SiteSheetKept, form=form, subject=str(DAY), copy=2, reason=ReprintReason.LOST)
        after = digest_of(sheet((at("9:00"), made(SiteLockOut)), (at("10:00"), again)))
        assert (after == before) is same


def test_plain_entries_do_not_supersede_it() -> None:
    plain = [(at("9:10"), made(RoomReported, at=at("9:09"))), (at("9:11"), made(AttendanceConfirmed, at=at("9:10")))]
    assert digest_of(sheet(*plain)) == digest_of(sheet())


@pytest.mark.parametrize("kind", ExceptionKind)
def test_paper_and_screen_use_the_same_words(kind: ExceptionKind) -> None:
    words = labels(STAMP.edition, "exceptions")
    assert words(f"kinds.{kind}") == text().say(word_id(kind))
    assert words(f"groups.{EntryGroup.START}") == text().say(word_id(EntryGroup.START))


def test_every_group_is_worded_on_paper() -> None:
    words = labels(STAMP.edition, "exceptions")
    assert [words(f"groups.{one}") for one in EntryGroup] == [text().say(word_id(one)) for one in EntryGroup]


BUSY = ExceptionsSheet(
    head=HEAD,
    day=START.date(),
    lines=(
        ExceptionLine(ExceptionKind.LET_IN_AFTERWARDS, "", 1, START + 8 * MINUTE, START + 8 * MINUTE, ("001",), (412,)),
        ExceptionLine(ExceptionKind.WRONG_PROOF, "", 2, START - 1080 * MINUTE, START + 9 * MINUTE, (), (96, 415)),
        ExceptionLine(
            ExceptionKind.ENTERED_LATE,
            EntryGroup.ATTENDANCE,
            60,
            START + 15 * MINUTE,
            START + 240 * MINUTE,
            tuple(f"{n:03}" for n in range(1, 31)),
            tuple(range(1001, 1013)),
        ),
    ),
)
GOLDEN = "961869fdad47ad117953aa3258d49780aff0ed55058e34c8329905b5133caa3e"
"""As it is printed in the edition 2026-11: only a new edition may say it otherwise."""


def drawn(what: ExceptionsSheet) -> bytes:
    return site_sheet.draw(what, replace(STAMP, form=SiteForm.EXCEPTIONS))


def test_the_same_sheet_has_the_same_bytes() -> None:
    assert hashlib.sha256(drawn(BUSY)).hexdigest() == GOLDEN


def test_what_the_chief_signs() -> None:
    (page,) = pages(drawn(BUSY))
    assert in_order(
        page,
        "一、例外情况（3类）",
        "停止入场后补录的入场",
        "发生10分钟后才登记：入场",
        "二、合计",
        "三、签字",
    )
    for said in ("整个考点", "等，另有48条", "009等30", "06-1815:00:00", "63", "主考"):
        assert said in page
    assert "考点系统管理员" not in page.partition("三、签字")[2]


def test_a_day_without_exceptions_is_signed_too() -> None:
    (page,) = pages(drawn(replace(BUSY, lines=())))
    assert in_order(page, "一、例外情况（0类）", "三、签字", "主考")


def test_all_kinds_on_one_sheet_come_back_from_paper() -> None:
    entries = [(at("12:00"), fact) for _, fact in EXCEPTIONAL]
    everything = "".join(pages(drawn(sheet(*entries))))
    for kind in {kind for kind, _ in EXCEPTIONAL}:
        assert "".join(text().say(word_id(kind)).split())[:8] in everything
    assert A2 not in everything
    assert R2 not in sheet(*entries).lines[0].rooms
