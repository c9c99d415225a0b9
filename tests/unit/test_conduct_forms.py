"""Sheets of violations, their blanks and their evidence: what stands on them, who signs, and when they are due."""

from __future__ import annotations

import dataclasses
import hashlib

import pytest
from msgspec.structs import replace

from app.core.directory import Directory
from app.core.operation import Fact
from app.core.paper_state import SheetVoidReason
from app.core.site_form import NothingToPrint, SiteForm
from app.core.site_sheet import KeepSiteSheet, SiteSheetKept
from app.core.terms import Mode
from app.core.violation_kinds import CATEGORIES, ViolationKind, ViolationLevel
from app.core.violation_sheets import ViolationSheetVoided
from app.core.violation_state import EvidenceKind, Found, KeptAt, WaitingPlace
from app.views.due_papers import Due, before_the_day, of_session
from app.views.site_papers import sheet_content, subjects
from app.views.site_sheet import SiteSheet
from app.views.stamp import CURRENT_EDITION
from app.views.violation_sheet import Missing, ViolationSheet, violation_sheet
from reports import fonts, site_sheet
from reports.edition import labels
from tests.builders import D1, D2, LAW, R1, STAGES, TAX, Story, at
from tests.unit.conduct_paper import (
    BLANKS,
    CALLED,
    CORRECTED,
    FILE,
    FILMED,
    GIVEN_BACK,
    KNOWN,
    LED_OUT,
    MOVED,
    OPENED,
    REFUSED,
    SHOUTED,
    SIGNED,
    TAKEN,
    TO_AGENCY,
    TOLD,
    WITHDRAWN,
    caught,
    said,
)
from tests.unit.conduct_story import FIRST, SECOND_ONE, SHEET
from tests.unit.paper import STAMP, pages
from tests.unit.time_paper import in_order

GOLDEN = {
    SiteForm.VIOLATION: "3a0ea658d2cc6a34",
    SiteForm.VIOLATION_BLANKS: "2dfdd806c39525a7",
    SiteForm.EVIDENCE: "04a4756ddc58f858",
}
"""Each as it is printed in the edition 2026-11: only a new edition may say it otherwise."""
ROOM = f"{LAW}-{R1}"


def content(story: Story, form: SiteForm, subject: str, people: Directory = KNOWN) -> SiteSheet:
    found = sheet_content(story.site, people, form, subject, ())
    assert found
    return found


def sheet(story: Story, people: Directory = KNOWN) -> ViolationSheet:
    found = violation_sheet(story.site, people, FIRST)
    assert found
    return found


def printed(sheet: SiteSheet, form: SiteForm = SiteForm.VIOLATION) -> list[str]:
    return pages(site_sheet.draw(sheet, replace(STAMP, form=form)))


# What is recorded


def test_who_what_where_and_when() -> None:
    (page,) = printed(sheet(caught(TOLD, SIGNED)))
    assert in_order(page, "一、人员", "二、违纪事实和现场处理", "三、告知和签字", "四、签字")
    for said_there in (
        "WJ-2101-AV-001",
        "第001考场（Lab1）",
        "违纪编号AV-001纸质单编号1-1-001-01",
        "准考证号210100001001",
        "证件号码21010119900101123x",
        "违纪种类V-201使用自带外接设备建议类别严重违纪违规行为",
        "行为时间2021-10-3008:50:00提醒时间08:48:00",
        "发现途径考试中发现发现时间08:51:00",
        "行为地点机位001",
        "经提醒仍未拔出。监考人员到场时指示灯闪烁。",
        "现场处理情况当场制止，拔出设备并暂存；继续考试至结束。",
        "供考试机构认定参考；是否违纪及如何处理，由考试机构认定。",
        "告知时间08:55:00本人签字08:57:00在纸质记录单上签字",
        "并已当场告知本人",
    ):
        assert said_there in page
    assert page.index("应试人员王") < page.rindex("主考")
    assert "未完成" not in page


@pytest.mark.parametrize(
    ("facts", "named", "missing", "words"),
    [
        ((), SHEET, (Missing.TOLD, Missing.SIGNATURE), "没有告知本人、没有本人签字，也没有两名监考人员的拒签记录"),
        ((TOLD,), SHEET, (Missing.SIGNATURE,), "没有本人签字，也没有两名监考人员的拒签记录"),
        ((TOLD, SIGNED), "", (Missing.SHEET,), "没有纸质记录单编号"),
    ],
)
def test_what_a_record_lacks_stands_on_its_head(
    facts: tuple[Fact, ...], named: str, missing: tuple[Missing, ...], words: str
) -> None:
    story = caught(*facts)
    account = replace(story.site.violations[FIRST].now, sheet=named)
    story.site.violations[FIRST].versions[0] = account
    found = sheet(story)
    assert found.missing == missing
    (page,) = printed(found)
    assert f"本单未完成：{words}。" in page
    assert ("告知本人后，请用" in page) is (TOLD not in facts)
    assert SiteForm.VIOLATION not in [one.form for one in of_session(story.site, LAW)]


def test_who_will_not_sign_has_two_witnesses_who_do() -> None:
    (page,) = printed(sheet(caught(TOLD, REFUSED, TAKEN, FILMED, *LED_OUT, CALLED)))
    for said_there in (
        "三、终止考试，带离考场",
        "带离时间09:10:00等候地点考务办公室",
        "监考人员Ma、He流动监考Ren",
        "四、移交公安机关",
        "移交公安时间09:20:00公安机关中山路派出所",
        "民警周建民回执编号ZSL-2021-1030-7",
        "移交物品存储设备一个，封装",
        "五、证据（2件）",
        "AV-001-2录像考场录像，08:45至08:551a2b3c4d5e6f708108:58:00",
        "本人签字08:57:00拒绝签字",
        "拒签情况本人看过记录后说不认可",
        "损坏证据情况撕毁了记录单的第二联",
        "由以下两名监考人员如实记录并签字",
        "监考人员Ma监考人员He",
        "流动监考Ren主考",
    ):
        assert said_there in page
    assert "实物，没有摘要" in page
    # No box for who refused, and each witness signs once.
    assert "应试人员王" not in page.partition("七、签字")[2]


def test_somebody_from_outside_is_described() -> None:
    story = caught(OPENED, SHOUTED)
    found = violation_sheet(story.site, KNOWN, SECOND_ONE)
    assert found
    assert (found.ticket, found.id_number, found.incident) == ("", "", "A-001")
    (page,) = printed(found)
    for said_there in ("姓名不是本考场的应试人员异常编号A-001", "人员特征男，约四十岁", "纸质单编号未填写", "当事人"):
        assert said_there in page
    assert "准考证号" not in page


def test_what_was_found_later_is_told_by_the_agency() -> None:
    story = caught()
    versions = story.site.violations[FIRST].versions
    versions[0] = replace(versions[0], found=Found.INVESTIGATION, found_at=at("14:00"))
    (page,) = printed(sheet(story))
    for said_there in ("发现途径考后调查发现", "本人签字考后发现，不在考场签字", "由考试机构按规定告知本人"):
        assert said_there in page
    assert "应试人员王" not in page
    assert sheet(story).last_at == at("14:00")


def test_a_correction_keeps_what_was_said_before() -> None:
    story = caught(TOLD, SIGNED, CORRECTED)
    found = sheet(story)
    assert (found.told_at, found.signed_at, found.last_at) == (None, None, at("10:30"))
    everything = "".join(printed(found))
    assert in_order(
        everything,
        "经提醒后拔出。",
        "更正情况（1次）",
        "更正第1次",
        "更正原因现场录像显示经提醒后已拔出。",
        "更正依据考场录像08:48至08:53",
        "第1版（10:30:00更正前）",
        "经提醒仍未拔出。",
        "告知时间未告知",
    )


def test_a_withdrawn_record_says_so_first_and_is_signed_by_the_chief_alone() -> None:
    story = caught(OPENED, SHOUTED, WITHDRAWN)
    found = violation_sheet(story.site, KNOWN, SECOND_ONE)
    assert found
    assert found.missing == ()
    (page,) = printed(found)
    said_there = "本记录为误记，2021-10-3010:40:00由主考撤销，不再作为违纪记录。撤销原因现场录像显示经提醒后已拔出。"
    assert in_order(page, said_there, "撤销依据考场录像", "一、人员", "在考场门外高声喧哗")
    assert "当事人" not in page
    assert SiteForm.VIOLATION not in [one.form for one in of_session(story.site, LAW)]


def test_evidence_that_moves_changes_no_signed_sheet() -> None:
    story = caught(TOLD, SIGNED, TAKEN, FILMED)
    before = sheet(story)
    assert sheet(story.given(MOVED, GIVEN_BACK, TO_AGENCY)) == before


def test_long_words_go_on_over_the_pages() -> None:
    story = caught(TOLD, REFUSED)
    lines = [str(n) for n in range(100, 250)]
    wordy = said("wordy", act="\n".join(lines), handling="制" * 600, place="机位\U00030000")
    violation = story.site.violations[FIRST]
    violation.versions[0] = replace(violation.now, text=wordy.kept)
    found = printed(sheet(story, dataclasses.replace(KNOWN, texts={**KNOWN.texts, wordy.kept: wordy})))
    everything = "".join(found)
    assert len(found) > 2
    assert "违纪行为（续）" in everything
    assert everything.count("制") >= 600
    assert all(line in everything for line in lines)
    assert "机位[U+30000]" in everything
    assert "主考" in found[-1]


def test_after_erasure_the_sheet_keeps_its_facts() -> None:
    everything = "".join(printed(sheet(caught(TOLD, REFUSED, TAKEN, CALLED, CORRECTED), Directory())))
    for said_there in (
        "姓名已清除准考证号210100001001证件号码已清除",
        "违纪行为已清除",
        "公安机关已清除",
        "更正依据已清除",
    ):
        assert said_there in everything


# Blanks


def blank_story(*facts: Fact) -> Story:
    return Story("packaged").given(BLANKS, *facts)


def test_each_number_has_a_page_of_its_own() -> None:
    found = printed(content(blank_story(), SiteForm.VIOLATION_BLANKS, ROOM), SiteForm.VIOLATION_BLANKS)
    assert len(found) == 3
    for number, page in enumerate(found, 1):
        assert f"单号1-1-001-0{number}" in page
        assert in_order(page, "考场违纪情况记录单", "姓名", "□V-101", "违纪行为：", "现场处理情况：", "拒签、损坏证据")
        assert in_order(page, "应试人员（当事人）", "监考人员（一）", "监考人员（二）", "流动监考", "主考")
        assert "作废（" not in page
        assert "V-505" not in page


def test_a_voided_number_is_marked_on_a_reprint() -> None:
    story = blank_story().done(KeepSiteSheet(SiteForm.VIOLATION_BLANKS, ROOM, 1, D1, D2))
    story.given(ViolationSheetVoided("1-1-001-02", SheetVoidReason.LOST))
    found = content(story, SiteForm.VIOLATION_BLANKS, ROOM)
    head = replace(found.head, mode=Mode.PRACTICE, software_lock=True)
    marked = site_sheet.draw(replace(found, head=head), replace(STAMP, copy=2, reason="changed"))
    assert ["本单作废（遗失）" in page for page in pages(marked)] == [False, True, False]


def test_skill_levels_have_a_kind_of_their_own() -> None:
    story = blank_story()
    package = story.site.package
    assert package
    story.site.package = replace(package, exam=replace(package.exam, level="skill"))
    found = printed(content(story, SiteForm.VIOLATION_BLANKS, ROOM), SiteForm.VIOLATION_BLANKS)
    assert len(found) == 3
    assert "V-505将试卷、答题卡带出考场" in found[0]


def test_blanks_are_due_until_they_are_printed_or_the_room_begins() -> None:
    story = blank_story()
    due = Due(SiteForm.VIOLATION_BLANKS, LAW, None, ROOM)
    assert [one for one in before_the_day(story.site) if one.form is SiteForm.VIOLATION_BLANKS] == [due]
    assert due in of_session(story.site, LAW)
    assert due not in of_session(story.site, TAX)
    assert due not in of_session(Story("started").given(BLANKS).site, LAW)
    story.done(KeepSiteSheet(SiteForm.VIOLATION_BLANKS, ROOM, 1, D1, D2))
    assert due not in before_the_day(story.site)


# Evidence


def test_every_piece_says_where_it_lay_when() -> None:
    story = caught(TAKEN, FILMED, MOVED, GIVEN_BACK)
    (page,) = printed(content(story, SiteForm.EVIDENCE, LAW), SiteForm.EVIDENCE)
    for said_there in (
        "ZJ-2101-1-1",
        "一、证据和暂存物品（2件）",
        "AV-001-1",
        "共2件：在考场1、在考务办公室0、已交公安机关0、已退还本人1。",
        "移交人（一）移交人（二）考务办公室",
    ):
        assert said_there in page
    assert in_order(page, "08:52:00考场", "09:40:00考务办公室", "09:50:00退还本人")
    assert "摘要1a2b3c4d" in page
    assert FILE not in page


def test_what_goes_to_the_agency_changes_no_signed_list() -> None:
    story = caught(TAKEN, FILMED, MOVED)
    before = content(story, SiteForm.EVIDENCE, LAW)
    assert content(story.given(TO_AGENCY), SiteForm.EVIDENCE, LAW) == before
    assert before.last_at == at("9:40")


def test_evidence_against_an_outsider_and_after_erasure() -> None:
    story = caught(OPENED, SHOUTED, replace(FILMED, number=SECOND_ONE, tag="AV-002-1"))
    (page,) = printed(content(story, SiteForm.EVIDENCE, LAW, Directory()), SiteForm.EVIDENCE)
    assert all(said_there in page for said_there in ("的应试人员", "已清除"))


@pytest.mark.parametrize("form", [SiteForm.VIOLATION, SiteForm.VIOLATION_BLANKS, SiteForm.EVIDENCE])
@pytest.mark.parametrize("subject", ["", LAW, ROOM, "AV-009", f"{TAX}-{R1}"])
def test_no_sheet_of_nothing(form: SiteForm, subject: str) -> None:
    story = Story("confirmed").when(KeepSiteSheet(form, subject, 1, D1, D2)).then(NothingToPrint(form))
    assert sheet_content(story.site, KNOWN, form, subject, ()) is None
    assert subjects(story.site, KNOWN, (form,)) == ()


def test_once_it_is_complete_a_violation_is_due_and_evidence_when_the_rooms_are_over() -> None:
    story = caught(TOLD, SIGNED, TAKEN)
    violation, evidence = Due(SiteForm.VIOLATION, LAW, None, FIRST), Due(SiteForm.EVIDENCE, LAW, None)
    assert violation in of_session(story.site, LAW)
    assert evidence not in of_session(story.site, LAW)
    story.given(*STAGES["reported"], *STAGES["ended"])
    assert evidence in of_session(story.site, LAW)
    assert not {violation, evidence} & set(of_session(story.site, TAX))
    for due in (violation, evidence):
        story.given(SiteSheetKept(SiteForm(due.form), due.subject or LAW, 1, D1, D2, None))
    assert not {violation, evidence} & set(of_session(story.site, LAW))


# Words


def test_every_code_has_a_word() -> None:
    words = labels(CURRENT_EDITION, "violation")
    named = {
        "kinds": ViolationKind,
        "levels": ViolationLevel,
        "founds": Found,
        "evidence": EvidenceKind,
        "places": (*KeptAt, *WaitingPlace),
        "missing_parts": Missing,
    }
    assert all(words(f"{group}.{one}") for group, codes in named.items() for one in codes)
    blanks = labels(CURRENT_EDITION, "violation_blanks")
    assert all(blanks(f"voids.{one}") for one in SheetVoidReason)


@pytest.mark.parametrize("form", ["violation", "violation_blanks", "evidence"])
def test_every_word_can_be_printed_and_none_is_a_penalty(form: str) -> None:
    words = "".join(labels(CURRENT_EDITION, form)._words.values())
    assert fonts.missing(words) == ()
    assert not [word for word in ("处罚", "处分", "取消资格", "禁考") if word in words]


def test_each_kind_is_printed_with_its_level() -> None:
    found, words = sheet(caught()), labels(CURRENT_EDITION, "violation")
    for kind in (ViolationKind.MARKS, ViolationKind.DATA_TAMPERED, ViolationKind.CRIME, ViolationKind.DISORDER):
        level = CATEGORIES[kind].level
        (page,) = printed(replace(found, now=replace(found.now, kind=kind, level=level)))
        assert f"建议类别{words(f'levels.{level}')}" in page


SAMPLES = {
    SiteForm.VIOLATION: content(caught(TOLD, REFUSED, TAKEN, FILMED, *LED_OUT, CALLED), SiteForm.VIOLATION, FIRST),
    SiteForm.VIOLATION_BLANKS: content(blank_story(), SiteForm.VIOLATION_BLANKS, ROOM),
    SiteForm.EVIDENCE: content(caught(TAKEN, FILMED, MOVED), SiteForm.EVIDENCE, LAW),
}


@pytest.mark.parametrize("form", list(SAMPLES))
def test_an_edition_prints_the_same_for_ever(form: SiteForm) -> None:
    pdf = site_sheet.draw(SAMPLES[form], replace(STAMP, form=form))
    assert hashlib.sha256(pdf).hexdigest()[:16] == GOLDEN[form]
