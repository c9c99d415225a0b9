"""Forms filled in by hand: whole tables, what the machine could print beforehand, and room to write and sign."""

from __future__ import annotations

import hashlib
import re
from functools import cache

import msgspec
import pytest
from msgspec.structs import replace

from app.core.site_form import SiteForm
from app.core.terms import RoomId
from app.views.hand_sheet import HAND_FORMS, HandSheet
from app.views.site_papers import sheet_content
from app.views.stamp import CURRENT_EDITION
from reports import fonts, site_sheet
from reports.hand_form import hand_form
from tests.builders import LAW, PEOPLE, R1, Story
from tests.unit.paper import STAMP, pages
from tests.unit.prepared_site import by_hand

FORMS = sorted(HAND_FORMS)
GOLDEN = {
    "E16": "31863397cf0cb6db",
    "E17": "d1409a7989303846",
    "E18": "1acde9b10e66fe5d",
    "E24": "1a095d96d0598807",
    "E25": "d16c63d7b9e44e91",
    "E26": "5600c6d4728d03fe",
}
OF_ROOMS = ("E16", "E18", "E24", "E25", "E26")


@cache
def drawn(form: str, count: int) -> tuple[str, ...]:
    return tuple(pages(site_sheet.draw(by_hand(form, count), STAMP)))


def of(form: SiteForm, subject: str) -> HandSheet:
    found = sheet_content(Story("packaged").site, PEOPLE, form, subject, ())
    assert isinstance(found, HandSheet)
    return found


def test_a_form_of_the_session_tells_its_times_and_its_rooms() -> None:
    sheet = of(SiteForm.PAPER_LEDGER, LAW)
    assert sheet.times
    assert sheet.times.session == LAW
    assert [(one.room, one.candidates, one.seats) for one in sheet.rooms] == [("001", 3, 40), ("002", 3, 40)]


def test_a_form_of_the_day_and_one_of_the_exam_have_no_times() -> None:
    story = Story("packaged")
    story.site.plans[RoomId("009")] = replace(story.site.plans[R1], id=RoomId("009"), standby=True)
    day = sheet_content(story.site, PEOPLE, SiteForm.DRAW, "2021-10-30", ())
    whole = sheet_content(story.site, PEOPLE, SiteForm.HARDWARE, "jj2021", ())
    assert isinstance(day, HandSheet)
    assert isinstance(whole, HandSheet)
    assert day.times is whole.times is None
    assert [one.room for one in day.rooms] == ["001", "002"]
    assert [one.room for one in whole.rooms] == ["001", "002", "009"]


@pytest.mark.parametrize("form", FORMS)
def test_every_word_can_be_printed(form: str) -> None:
    shape = hand_form(CURRENT_EDITION, form)
    assert fonts.missing(msgspec.json.encode(shape).decode()) == ()


@pytest.mark.parametrize("form", FORMS)
def test_rows_are_no_longer_than_their_table_and_one_column_takes_the_rest(form: str) -> None:
    for page in hand_form(CURRENT_EDITION, form).pages:
        assert page.signers
        for part in page.parts:
            assert part.columns or part.fields
            wide = [len(row) for row in (*part.rows, part.each_room)]
            assert max(wide) <= len(part.columns)
            assert [column.width for column in part.columns].count(0) == bool(part.columns)
            assert sum(column.width for column in part.columns) < 165


@pytest.mark.parametrize("form", FORMS)
def test_the_bytes_of_this_edition_hold(form: str) -> None:
    assert hashlib.sha256(site_sheet.draw(by_hand(form, 12), STAMP)).hexdigest()[:16] == GOLDEN[form]


@pytest.mark.parametrize("form", FORMS)
def test_each_says_that_it_is_filled_in_by_hand(form: str) -> None:
    first, *later = drawn(form, 12)
    shape = hand_form(CURRENT_EDITION, form)
    assert f"{shape.title}（手工填写）" in first
    assert "1101市第三中学" in first
    assert all(f"{shape.title}（手工填写，续）" in page for page in later)
    text = "".join(drawn(form, 12))
    for page in shape.pages:
        assert "".join(page.title.split()) in text
        for part in page.parts:
            assert "".join(part.title.split()) in text
    assert "{" not in text


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("count", [1, 50])
def test_signatures_follow_the_last_table_of_each_page(form: str, count: int) -> None:
    text = "".join(drawn(form, count))
    for page in hand_form(CURRENT_EDITION, form).pages:
        assert "".join(page.signers).replace(" ", "") in text
    if form in OF_ROOMS:
        assert all(f"{n:03}" in text for n in range(1, count + 1))


def test_the_hardware_table_is_whole() -> None:
    """Annex 5: ten lines for the site machine, eleven for the invigilation machine, twelve for an exam machine."""
    parts = [part for page in hand_form(CURRENT_EDITION, "E16").pages for part in page.parts]
    lines = {part.title: len(part.rows) for part in parts}
    assert lines == {"一、考点机": 10, "二、网络交换机": 2, "三、各考场考试机检查汇总": 0, "监考机": 11, "考试机": 12}
    text = "".join(drawn("E16", 12))
    for value in ("2.4GHz或以上2.0GHz", "8GB及以上4GB", "20G空闲10G空闲", "空闲1G以上空闲512M以上", "1024*768及以上"):
        assert value in text
    assert "环境检测；键盘、鼠标、显示器工作正常" in text


def test_every_item_of_readiness_names_its_document() -> None:
    (page,) = hand_form(CURRENT_EDITION, "E17").pages
    rows = page.parts[0].rows
    assert [row[0] for row in rows] == [str(n) for n in range(1, 28)]
    assert all(re.fullmatch("((规程|规范|通知|制度)、?)+", row[3]) for row in rows)


def test_papers_have_three_forms_and_skill_exams_three() -> None:
    for form, titles in (
        ("E24", ("备用试卷启用记录", "试卷袋封面")),
        ("E25", ("考评工作记录", "督导报告")),
    ):
        found = drawn(form, 12)
        assert len(found) == 3
        for page, title in zip(found[1:], titles, strict=True):
            assert title in page
    assert "00139" in drawn("E24", 12)[0]
