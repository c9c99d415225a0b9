"""Forms filled in by hand: whole tables, what the machine could print beforehand, and room to write and sign."""

from __future__ import annotations

import hashlib
from functools import cache

import msgspec
import pytest

from app.core.site_form import SiteForm
from app.views.hand_sheet import HAND_FORMS, HandSheet
from app.views.site_papers import sheet_content
from app.views.stamp import CURRENT_EDITION
from reports import fonts, site_sheet
from reports.hand_form import hand_form
from tests.builders import LAW, PEOPLE, Story
from tests.unit.paper import STAMP, pages
from tests.unit.prepared_site import by_hand

FORMS = sorted(HAND_FORMS)
GOLDEN = {
    "E24": "1a095d96d0598807",
    "E25": "d16c63d7b9e44e91",
    "E26": "5600c6d4728d03fe",
}


@cache
def drawn(form: str, count: int) -> tuple[str, ...]:
    return tuple(pages(site_sheet.draw(by_hand(form, count), STAMP)))


def of(form: SiteForm, subject: str) -> HandSheet:
    found = sheet_content(Story("packaged").site, PEOPLE, form, subject, ())
    assert isinstance(found, HandSheet)
    return found


def test_a_form_of_the_session_tells_its_times_and_its_rooms() -> None:
    sheet = of(SiteForm.PAPER_LEDGER, LAW)
    assert sheet.times.session == LAW
    assert [(one.room, one.candidates, one.seats) for one in sheet.rooms] == [("001", 3, 40), ("002", 3, 40)]


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
    assert all(f"{n:03}" in text for n in range(1, count + 1))


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
