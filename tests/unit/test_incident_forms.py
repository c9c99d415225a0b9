"""Reports of incidents as they were when they were made, what hangs on them, and the count of scratch paper."""

from __future__ import annotations

import dataclasses
import hashlib

import pytest
from msgspec.structs import replace

from app.core.closing import AnswersWrittenOff
from app.core.directory import Directory
from app.core.end_phase import ScratchPaperCounted
from app.core.end_state import ScratchNote
from app.core.free_text import NO_TEXT, FreeText
from app.core.impersonation import ImpostorSuspected
from app.core.incident_course import IncidentFollowed, IncidentGraded
from app.core.incident_kinds import Hop, IncidentGroup, Severity
from app.core.incident_state import NoteKind, ReportKind, ReportMeans
from app.core.operation import Fact
from app.core.room_move import RoomMoved
from app.core.site_form import NothingToPrint, SiteForm
from app.core.site_sheet import KeepSiteSheet, SiteSheetKept
from app.core.terms import CauseNo, TransferNo
from app.core.transfer import NO_TOKEN, TransferredOut
from app.views.due_papers import Due, of_session
from app.views.incident_links import LinkKind, LinkLine
from app.views.incident_sheet import IncidentReportSheet, incident_sheet
from app.views.scratch_sheet import ScratchSheet, scratch_sheet
from app.views.site_papers import sheet_content, subjects
from app.views.stamp import CURRENT_EDITION
from reports import fonts, site_sheet
from reports.edition import labels
from tests.builders import A1, A2, ADMIN, CHIEF, D1, D2, GUIDE, LAW, R1, R2, R9, TAX, Story, at
from tests.unit.conduct_paper import (
    BACK,
    BEFORE_FIRST,
    FINAL,
    FIRST_REPORT,
    KNOWN,
    OPENED,
    OVER,
    REPORTED,
    SHOUTED,
    STAGE_REPORT,
    TOLD_1,
    TRIED,
    reported,
)
from tests.unit.conduct_story import NUMBER
from tests.unit.paper import STAMP, pages
from tests.unit.standalone_story import CONSENT
from tests.unit.time_paper import in_order
from tests.unit.time_story import ASKED, EXTRA_ASKED, given, late

GOLDEN = {SiteForm.INCIDENT_REPORT: "7c585c43b9c377bc", SiteForm.SCRATCH_PAPER: "a2b2269cae1b99f4"}
"""Each as it is printed in the edition 2026-11: only a new edition may say it otherwise."""


def sheet(story: Story, count: int = 1, people: Directory = KNOWN) -> IncidentReportSheet:
    found = incident_sheet(story.site, people, f"{NUMBER}-{count}")
    assert found
    return found


def happened(*facts: Fact) -> Story:
    return Story("confirmed").given(*facts)


def printed(sheet: IncidentReportSheet | ScratchSheet, form: SiteForm = SiteForm.INCIDENT_REPORT) -> list[str]:
    return pages(site_sheet.draw(sheet, replace(STAMP, form=form)))


# One report after the other


def test_a_first_report_tells_what_was_known_then() -> None:
    story = happened(*REPORTED)
    (page,) = printed(sheet(story))
    assert in_order(page, "一、突发事件", "二、本次报告", "三、报告内容", "四、处置记录", "五、人员疏散", "六、签字")
    for said_there in (
        "突发事件初次报告",
        "TF-2101-A-001-1",
        "内部资料，不得公开",
        "异常编号A-001类别停电或设备故障分类一般突发事件",
        "级别一般场次第1批次第1场law",
        "位置第001考场跟踪处置人Qian（主考）",
        "发生时间2021-10-3009:00:00发现时间2021-10-3009:01:00处理完毕时间未处理完毕",
        "报告对象考区考试机构接报人欧阳志远考区主任",
        "报告方式电话报告时间2021-10-3009:03:00",
        "按时；自09:01:00起2分00秒；规定立即报告",
        "报告内容北楼3层停电，第001考场中断，正在抢修。没有人员受伤。",
        "09:02:00情况北楼3层停电",
        "第1批次第1场00138人09:02:00—",
        "报告人Zhou主考",
    ):
        assert said_there in page
    for later in ("09:07:00", "09:21:00", "此前的报告", "关联的记录"):
        assert later not in page


def test_a_stage_report_follows_the_first() -> None:
    (page,) = printed(sheet(happened(*REPORTED), 2))
    for said_there in (
        "突发事件阶段性报告",
        "处理完毕时间09:21:00",
        "报告时限不计时限",
        "09:07:00措施考场系统管理员",
        "此前的报告（1次）",
        "1初次考区考试机构电话欧阳志远考区主任09:03:00Zhou",
        "09:02:0009:19:00",
    ):
        assert said_there in page


def test_a_final_report_has_its_four_parts_and_the_lessons() -> None:
    found = sheet(happened(*REPORTED, AnswersWrittenOff(LAW, R1, A2, NUMBER)), 3)
    everything = "".join(printed(found))
    assert in_order(
        everything,
        "突发事件最终报告",
        "原因楼层配电箱跳闸。",
        "经过09:00停电",
        "结果应试人员继续考试",
        "社会影响没有负面影响。",
        "教训和改进考前检查",
        "此前的报告（2次）",
        "作答数据核销",
        "第001考场210100001002",
    )
    assert found.last_at == at("10:30")
    assert [one.part for one in found.said] == ["cause", "course", "result", "effect", "lessons"]
    plain = replace(FINAL, parts=FINAL.parts[:-1])
    assert [one.part for one in sheet(happened(*REPORTED), 3, replaced(plain)).said][-1] == "effect"


def replaced(text: FreeText) -> Directory:
    return dataclasses.replace(KNOWN, texts={**KNOWN.texts, text.kept: text})


@pytest.mark.parametrize(
    "later",
    [
        (TRIED,),
        (BACK, OVER),
        (STAGE_REPORT,),
        (IncidentGraded(NUMBER, Severity.MAJOR, NO_TEXT.kept, at("9:10"), CHIEF),),
        (IncidentFollowed(NUMBER, ADMIN, at("9:30")),),
        (replace(SHOUTED, account=replace(SHOUTED.account, found_at=at("9:12"))),),
        (AnswersWrittenOff(LAW, R1, A2, NUMBER),),
    ],
)
def test_what_comes_later_changes_no_report_that_was_made(later: tuple[Fact, ...]) -> None:
    story = happened(*BEFORE_FIRST, FIRST_REPORT)
    before = sheet(story)
    assert sheet(story.given(*later)) == before


def test_a_late_report_says_by_how_much_and_since_when() -> None:
    graver = IncidentGraded(NUMBER, Severity.MAJOR, NO_TEXT.kept, at("9:10"), CHIEF)
    again = reported(2, ReportKind.FIRST, TOLD_1, at("9:21:05"), late=True)
    story = happened(*BEFORE_FIRST, FIRST_REPORT, graver, again)
    found = sheet(story, 2)
    assert (found.severity, found.since, found.late_after) == (Severity.MAJOR, at("9:10"), 10)
    (page,) = printed(found)
    assert "迟报；自09:10:00起11分05秒；规定立即报告，超过10分钟记为迟报" in page
    assert "规定10分钟内报告" in "".join(printed(replace(found, due=10)))
    # Entered before it was graded, and dated after: no minutes below nought.
    assert "自09:21:06起0分00秒" in printed(replace(found, since=at("9:21:06")))[0]


def test_nobody_heard_a_written_report_and_nobody_follows_it() -> None:
    written = replace(FIRST_REPORT, text=TRIED.text, means=ReportMeans.WRITTEN)
    story = happened(replace(OPENED, session=None, room=None, found_at=None), written)
    found = sheet(story)
    assert (found.follower, found.session, found.said) == (None, "", ())
    (page,) = printed(found)
    for said_there in ("场次—位置整个考点", "跟踪处置人未指定", "接报人—", "处置记录（0条）无"):
        assert said_there in page


def test_after_erasure_a_report_keeps_its_times() -> None:
    everything = "".join(printed(sheet(happened(*REPORTED), 3, Directory())))
    for said_there in ("接报人已清除", "原因已清除", "09:02:00情况已清除", "报告人R001"):
        assert said_there in everything


@pytest.mark.parametrize("subject", ["", LAW, NUMBER, "A-001-4", "A-009-1"])
def test_no_report_of_nothing(subject: str) -> None:
    form = SiteForm.INCIDENT_REPORT
    story = happened(*REPORTED).when(KeepSiteSheet(form, subject, 1, D1, D2)).then(NothingToPrint(form))
    assert sheet_content(story.site, KNOWN, form, subject, ()) is None


def test_every_report_is_due_until_it_is_printed() -> None:
    story = happened(*REPORTED)
    numbers = [f"A-001-{n}" for n in (1, 2, 3)]
    assert [one[1] for one in subjects(story.site, KNOWN, (SiteForm.INCIDENT_REPORT,))] == numbers
    due = [Due(SiteForm.INCIDENT_REPORT, LAW, None, one) for one in numbers]
    assert [one for one in of_session(story.site, LAW) if one in due] == due
    story.done(KeepSiteSheet(SiteForm.INCIDENT_REPORT, numbers[0], 1, D1, D2))
    assert [one for one in of_session(story.site, LAW) if one in due] == due[1:]
    assert not set(due) & set(of_session(story.site, TAX))


# What hangs on it


def test_what_hangs_on_an_incident_is_found() -> None:
    cause = (CauseNo(NUMBER),)
    story = Story("released").given(replace(OPENED, happened_at=at("8:20"), found_at=None))
    story.given(replace(ASKED, causes=cause), *late(R2, "8:50:05", ASKED.tier))
    story.given(*late(R1, "8:41", ASKED.tier), replace(EXTRA_ASKED, causes=cause))
    story.given(replace(given(31), loss=replace(given(31).loss, causes=cause)))
    story.given(replace(given(5, A1), loss=replace(given(5).loss, causes=cause)))
    story.given(
        replace(CONSENT, causes=cause), SHOUTED, ImpostorSuspected(LAW, R1, A1, NUMBER, False, at("8:40"), GUIDE)
    )
    story.given(TransferredOut(TransferNo("A-001"), LAW, R1, A2, at("9:20"), GUIDE, NUMBER, NO_TOKEN))
    story.site.plans[R9] = replace(story.site.plans[R2], id=R9, standby=True)
    numbers = tuple(TransferNo(f"A-00{n}") for n in (2, 3, 4))
    story.given(RoomMoved(LAW, R2, R9, NUMBER, numbers, at("9:25"), GUIDE), replace(FIRST_REPORT, at=at("9:40")))
    found = {one.kind: one for one in sheet(story).links}
    assert set(found) == set(LinkKind) - {LinkKind.WRITTEN_OFF}
    assert found[LinkKind.STARTED_LATE].seconds
    assert found[LinkKind.ROOM_MOVED] == LinkLine("room_moved", LAW, "", (R2, R9), "", 3, 0, 0, at("9:25"))
    everything = "".join(printed(sheet(story)))
    for said_there in ("延时开考", "晚20分05秒", "31分钟", "单机考试", "第002考场至第009考场", "疑似替考", "AV-002"):
        assert said_there in everything


# Scratch paper


def counted(*facts: Fact) -> Story:
    return Story("ended").given(*facts)


ALL_BACK = ScratchPaperCounted(LAW, R1, 80, 80, None, at("10:05"), GUIDE)
ONE_TORN = ScratchPaperCounted(LAW, R2, 60, 59, ScratchNote.TORN, at("10:08"), GUIDE)


def count(story: Story) -> ScratchSheet:
    found = scratch_sheet(story.site, LAW)
    assert found
    return found


def test_every_room_counts_its_scratch_paper() -> None:
    found = count(counted(ALL_BACK, ONE_TORN))
    (page,) = printed(found, SiteForm.SCRATCH_PAPER)
    for said_there in (
        "CG-2101-1-1",
        "一、各考场清点情况（2个考场）",
        "001Lab180800—10:05:00",
        "002Lab260591撕毁10:08:00",
        "发放收回少收回1401391",
        "发放140张，收回139张，少收回1张，原因见上表。",
        "考务办公室",
    ):
        assert said_there in page
    assert found.last_at == at("10:08")


def test_a_room_that_was_not_counted_is_told_apart() -> None:
    (page,) = printed(count(counted(ALL_BACK)), SiteForm.SCRATCH_PAPER)
    assert "002Lab2———未清点—" in page
    assert "还有1个考场未清点" in page
    assert "收回80张，全部收回。" in page
    assert count(counted()).last_at is None


def test_who_moved_took_the_paper_along() -> None:
    story = Story("started")
    story.site.plans[R9] = replace(story.site.plans[R2], id=R9, standby=True)
    moved = RoomMoved(LAW, R1, R9, NUMBER, tuple(TransferNo(f"A-00{n}") for n in (1, 2, 3)), at("8:50"), GUIDE)
    assert [one.room for one in count(story.given(moved)).rooms] == [R2, R9]
    assert [one.room for one in count(story.given(ALL_BACK)).rooms] == [R1, R2, R9]


def test_scratch_paper_is_due_when_all_of_it_was_counted() -> None:
    due = Due(SiteForm.SCRATCH_PAPER, LAW, None)
    assert due not in of_session(counted(ALL_BACK).site, LAW)
    story = counted(ALL_BACK, ONE_TORN)
    assert due in of_session(story.site, LAW)
    assert due not in of_session(Story("confirmed").given(ALL_BACK, ONE_TORN).site, LAW)
    story.given(SiteSheetKept(SiteForm.SCRATCH_PAPER, LAW, 1, D1, D2, None))
    assert due not in of_session(story.site, LAW)


@pytest.mark.parametrize("story", [Story("released"), Story("ended")])
def test_no_count_where_none_is_asked_for(story: Story) -> None:
    package = story.site.package
    assert package
    rules = package.rulebook
    story.site.package = replace(
        package, rulebook=replace(rules, scratch_paper=replace(rules.scratch_paper, value=False))
    )
    assert scratch_sheet(story.site, LAW) is None
    assert subjects(story.site, KNOWN, (SiteForm.SCRATCH_PAPER,)) == ()
    assert scratch_sheet(Story("released").site, LAW) is None
    assert scratch_sheet(Story("ended").site, R9) is None  # type: ignore[arg-type]


# Words


def test_every_code_has_a_word() -> None:
    words = labels(CURRENT_EDITION, "incident_report")
    named = {
        "titles": ReportKind,
        "kinds": ReportKind,
        "hops": Hop,
        "means": ReportMeans,
        "notes": NoteKind,
        "links": LinkKind,
        "groups": IncidentGroup,
        "severities": Severity,
    }
    assert all(words(f"{group}.{one}") for group, codes in named.items() for one in codes)
    notes = labels(CURRENT_EDITION, "scratch_paper")
    assert all(notes(f"notes.{one}") for one in ScratchNote)


@pytest.mark.parametrize("form", ["incident_report", "scratch_paper"])
def test_every_word_can_be_printed(form: str) -> None:
    assert fonts.missing("".join(labels(CURRENT_EDITION, form)._words.values())) == ()


SAMPLES = {
    SiteForm.INCIDENT_REPORT: sheet(happened(*REPORTED), 3),
    SiteForm.SCRATCH_PAPER: count(counted(ALL_BACK, ONE_TORN)),
}


@pytest.mark.parametrize("form", list(SAMPLES))
def test_an_edition_prints_the_same_for_ever(form: SiteForm) -> None:
    pdf = site_sheet.draw(SAMPLES[form], replace(STAMP, form=form))
    assert hashlib.sha256(pdf).hexdigest()[:16] == GOLDEN[form]
