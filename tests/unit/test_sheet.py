"""Fonts, the words of an edition, and the frame that every form has."""

from __future__ import annotations

import subprocess
import sys

import pytest
from msgspec.structs import replace
from reportlab.pdfbase import ttfonts

from app.core.terms import Mode
from app.views.stamp import CURRENT_EDITION
from reports import fonts, room_record, room_release
from reports.blocks import Strip, Whole
from reports.edition import labels
from reports.fonts import REGULAR, Face
from reports.sheet import Frame, build, payload, session_name
from tests.unit.paper import RECORD, RELEASE, STAMP, START, absent, pages

FACE = Face(REGULAR, 10)
FRAME = Frame("T", "S", "R", "N", "CODE", Mode.REAL, "KEY", software_lock=False)
REPRINT = replace(STAMP, copy=2, reason="打印机卡纸")


def test_a_character_no_font_has_is_named() -> None:
    assert fonts.missing("王\U00030000建\ue000\U00030000") == ("\U00030000", "\ue000")
    assert fonts.missing("𠮷䶮𬭚·A 1\n") == ()
    assert fonts.spelled("赵\U00030000\n宇") == "赵[U+30000] 宇"


def test_a_run_changes_font_only_for_a_rare_character() -> None:
    assert list(fonts.runs("𠮷田")) == [(fonts.RARE, "𠮷"), (REGULAR, "田")]
    assert list(fonts.runs("王建", fonts.BOLD)) == [(fonts.BOLD, "王建")]
    assert list(fonts.runs("")) == []
    assert fonts.width("𠮷田", FACE) == pytest.approx(20)


def test_both_weights_have_the_same_characters() -> None:
    regular, bold = (fonts._font(name).face.charToGlyph for name in (REGULAR, fonts.BOLD))
    assert set(regular) == set(bold)


def test_the_big_font_stays_on_disk_until_it_is_needed() -> None:
    code = (
        "from reports import fonts, room_release; from tests.unit.paper import RELEASE, STAMP\n"
        "from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames as names\n"
        "room_release.draw(RELEASE, STAMP); assert fonts.RARE not in names(), names()\n"
        "fonts.missing(chr(0x20BB7)); assert fonts.RARE in names()"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_mend_is_still_needed() -> None:
    """When this fails, reportlab writes UTF-16BE itself: remove fonts._Font."""
    assert "<20BB7>" in ttfonts.makeToUnicodeCMap("any", [0x20BB7])


@pytest.mark.parametrize("text", ["考场，机位；考点。" * 9, "A" * 90, "编号 K1-0001 and more words " * 4])
def test_lines_stay_within_the_room_and_lose_nothing(text: str) -> None:
    lines = fonts.wrapped(text, FACE, 80)
    assert all(fonts.width(line, FACE) <= 80 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert not any(line[0] in "，；。" for line in lines)


def test_text_is_made_smaller_rather_than_cut() -> None:
    assert fonts.fitted("王建", FACE, 20) == FACE
    assert fonts.width("王建" * 9, fonts.fitted("王建" * 9, FACE, 60)) == pytest.approx(60)


def test_words_belong_to_an_edition() -> None:
    words = labels(CURRENT_EDITION, "room_record")
    assert words("title") == "考场情况记录单"
    assert words.named("roles", "chief") == "主考"
    assert words.named("kinds", "unheard-of") == "unheard-of"
    with pytest.raises(KeyError):
        words("unheard-of")
    with pytest.raises(FileNotFoundError):
        labels("1999-01", "room_record")


@pytest.mark.parametrize("form", ["sheet", "room_record", "room_release"])
def test_every_word_can_be_printed(form: str) -> None:
    words = labels(CURRENT_EDITION, form)
    assert fonts.missing("".join(words._words.values())) == ()


def test_a_session_id_is_put_into_words() -> None:
    words = labels(CURRENT_EDITION, "sheet")
    assert session_name(words, "1-2") == "第 1 批次第 2 场"
    assert session_name(words, "午前") == "午前"


def test_the_code_says_where_a_sheet_comes_from() -> None:
    expected = "EXAMSITE1:ROOM-RECORD:1101:1-2:05:1:1234:1A2B3C4D5E6F7081:9F8E7D6C5B4A3921"
    assert payload(STAMP, "1101", "1-2", "05") == expected
    assert ":05:0:" in payload(replace(STAMP, draft=True), "1101", "1-2", "05")


def test_the_frame_says_what_the_sheet_is() -> None:
    (page,) = pages(room_record.draw(RECORD, STAMP))
    digest = STAMP.record
    for text in ("考场情况记录单", "编号JL-1101-1-2-05", "格式版本2026-11", "第1份", "第1页/共1页", "打印人李建国"):
        assert text in page
    for text in ("打印时间2026-06-1912:10:00", "记录时间2026-06-1912:04:00", "日志第1234条", "日志摘要1a2b3c4d记"):
        assert text in page
    assert f"记录内容摘要{digest}" in page
    assert "部考试中心公钥指纹3F2A91C077DE4B10" in page
    assert not any(mark in page for mark in ("练习", "草稿，", "补印", "软件锁"))


def test_same_input_same_bytes() -> None:
    assert room_record.draw(RECORD, STAMP) == room_record.draw(RECORD, STAMP)
    assert room_release.draw(RELEASE, STAMP) == room_release.draw(RELEASE, STAMP)
    assert room_record.draw(RECORD, STAMP) != room_record.draw(RECORD, replace(STAMP, entry=1235))


def test_a_reprint_says_so_with_its_reason_and_on_every_page() -> None:
    found = pages(room_record.draw(absent(60), REPRINT))
    assert len(found) > 1
    assert all("补印" in page for page in found)
    assert "第2份" in found[0]
    assert "原因：打印机卡纸" in found[0]


def test_a_long_reason_is_printed_whole() -> None:
    reason = "第一份在打印中卡纸并且残缺，已当场作废留存；" * 6
    assert reason in pages(room_record.draw(RECORD, replace(REPRINT, reason=reason)))[0].replace("补印", "", 1)


def test_a_reprint_without_reason_is_refused() -> None:
    with pytest.raises(ValueError, match="reason"):
        room_record.draw(RECORD, replace(STAMP, copy=2))


def test_a_draft_counts_as_no_copy() -> None:
    (page,) = pages(room_record.draw(replace(RECORD, lost=()), replace(REPRINT, draft=True)))
    assert "草稿，不计份数" in page
    assert page.count("稿") == 4
    assert "第2份" not in page
    assert "补印" not in page


def test_practice_is_marked_on_every_page() -> None:
    found = pages(room_record.draw(replace(absent(120), mode=Mode.PRACTICE), STAMP))
    assert len(found) > 2
    assert all("练习" in page and page.count("练") == 2 for page in found)


def test_a_software_lock_is_marked_on_every_page() -> None:
    assert all("软件锁" in page for page in pages(room_record.draw(replace(absent(60), software_lock=True), STAMP)))


def test_a_block_higher_than_a_page_is_a_fault() -> None:
    with pytest.raises(ValueError, match="higher"):
        build(FRAME, STAMP, [Whole([Strip(2000, lambda *_: None)])])


def test_a_release_shows_seats_and_what_to_do() -> None:
    found = pages(room_release.draw(RELEASE, STAMP))
    text = "".join(found)
    assert "机位" in text
    assert "本考场开考5分钟后，一律禁止应试人员进入考场" in text
    assert "开考指令只能由考场系统管理员" in text
    for value in ("编号FX-1101-1-2-05", "JK-4711", "20260601153012", "180分钟", "2026-06-1909:00:00"):
        assert value in text
    assert all(line.ticket in text for line in RELEASE.candidates)
    assert all(f"第{n}页/共{len(found)}页" in page for n, page in enumerate(found, 1))


def test_a_release_of_an_overbooked_site_knows_no_seat() -> None:
    text = "".join(pages(room_release.draw(replace(RELEASE, overbooked=True), STAMP)))
    assert "机位" not in text
    assert "座" not in text
    assert "考场超排" in text


def test_entry_that_closes_with_the_start() -> None:
    nobody = replace(RELEASE, late_entry_minutes=0, candidates=(), planned_start=START.replace(tzinfo=None))
    text = "".join(pages(room_release.draw(nobody, STAMP)))
    assert "本考场开考后，一律禁止应试人员进入考场" in text
    assert "应试人员（0人）无" in text
