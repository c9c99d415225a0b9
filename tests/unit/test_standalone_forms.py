"""The record of a standalone exam and the slip of its package: what stands on them, and when they are made."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.closing import AnswersWrittenOff, RoomEnded
from app.core.directory import Directory
from app.core.fault import FaultRestored
from app.core.records import DraftOnly
from app.core.room_state import Answers
from app.core.site_form import NothingToPrint, SiteForm
from app.core.site_sheet import KeepSiteSheet, SiteSheetKept
from app.core.standalone_consent import ConsentRatified
from app.core.standalone_course import StandaloneWithdrawn
from app.core.standalone_return import ReturnDecided
from app.core.standalone_state import Ground, PackageEnd, ReturnFlaw, VoidReason
from app.core.terms import IncidentNo, MediumSerial, Mode
from app.crypto.fingerprint import thumbprint
from app.views.due_papers import of_session
from app.views.papers import PaperState
from app.views.site_papers import sheet_content, sheet_paper, subjects
from app.views.stamp import CURRENT_EDITION
from app.views.standalone_sheet import StandaloneSheet, StandaloneSlip, standalone_sheet, standalone_slip
from reports import fonts, site_sheet
from reports.edition import labels
from reports.standalone import grouped
from tests.builders import A1, CHIEF, D1, D2, DEPUTY, GUIDE, LAW, LOCK_KEY, PEOPLE, R1, TAX, Story, at
from tests.unit.paper import STAMP, pages
from tests.unit.standalone_story import (
    BACK,
    BACK_AGAIN,
    BY_PHONE,
    COPY,
    FAULT,
    FIRST,
    INTERIM,
    LOGIN,
    OLDER,
    OTHER_SYSTEM,
    RETURNED,
    SECOND_FILE,
    STATION,
    SUBJECT,
    alone,
    twice,
)
from tests.unit.time_paper import in_order

KEEP = KeepSiteSheet(SiteForm.STANDALONE, SUBJECT, 1, D1, D2)
KEPT = SiteSheetKept(SiteForm.STANDALONE, SUBJECT, 1, D1, D2, None)
DRAFT, OVER = DraftOnly(LAW, R1), RoomEnded(LAW, R1, at("10:15"), GUIDE)
INCIDENT = IncidentNo("A-001")
ONE_LOGIN, ONE_BACK = replace(LOGIN, number=1), replace(RETURNED, number=1)


def sheet(story: Story, people: Directory = PEOPLE) -> StandaloneSheet:
    found = standalone_sheet(story.site, people, SUBJECT)
    assert found
    return found


def slip(story: Story) -> StandaloneSlip:
    found = standalone_slip(story.site, PEOPLE, SUBJECT)
    assert found
    return found


def printed(content: StandaloneSheet | StandaloneSlip) -> list[str]:
    form, copy = ("E11", 1) if isinstance(content, StandaloneSheet) else ("R07", 0)
    return pages(site_sheet.draw(content, replace(STAMP, form=form, copy=copy)))


# When the record is made


@pytest.mark.parametrize(
    "story",
    [
        alone(),
        alone(FIRST),
        twice(),
        twice(RETURNED, OLDER),
        alone(FIRST, ONE_BACK, consent=BY_PHONE),
    ],
)
def test_what_still_goes_on_is_a_draft_until_the_room_ended(story: Story) -> None:
    story.when(KEEP).then(DRAFT)
    assert "E11" not in [one.form for one in of_session(story.site, LAW)]
    story.given(OVER).when(KEEP).then(KEPT)


@pytest.mark.parametrize(
    "story",
    [
        twice(RETURNED),
        twice(RETURNED, OLDER, ReturnDecided(LAW, R1, A1, BACK, None, at("10:08"))),
        alone(FIRST, ONE_BACK, ConsentRatified(LAW, A1, CHIEF, at("9:30")), consent=BY_PHONE),
        alone(FIRST, AnswersWrittenOff(LAW, R1, A1, INCIDENT)),
        alone(FIRST, StandaloneWithdrawn(LAW, R1, A1, at("9:06"), GUIDE)),
    ],
)
def test_once_it_is_settled_the_sheet_is_due_while_the_candidate_is_there(story: Story) -> None:
    due = [one for one in of_session(story.site, LAW) if one.form is SiteForm.STANDALONE]
    assert [(one.session, one.room, one.subject) for one in due] == [(LAW, None, SUBJECT)]
    story.done(KEEP)
    assert SiteForm.STANDALONE not in [one.form for one in of_session(story.site, LAW)]
    assert SiteForm.STANDALONE not in [one.form for one in of_session(story.site, TAX)]


@pytest.mark.parametrize("subject", ["", LAW, f"{TAX}-{A1}", f"{LAW}-210100009999", "9-9-1"])
def test_no_sheet_of_nobody(subject: str) -> None:
    story = twice(RETURNED).when(replace(KEEP, subject=subject)).then(NothingToPrint(SiteForm.STANDALONE))
    assert sheet_content(story.site, PEOPLE, SiteForm.STANDALONE, subject, ()) is None
    assert standalone_slip(story.site, PEOPLE, subject) is None


def test_how_far_a_sheet_is() -> None:
    story = twice()
    (wanted,) = subjects(story.site, PEOPLE, (SiteForm.STANDALONE,))
    content = sheet_content(story.site, PEOPLE, *wanted, ())
    assert content
    assert sheet_paper(story.site, *wanted, content, D1).state is PaperState.DRAFT
    story.given(RETURNED)
    assert sheet_paper(story.site, *wanted, content, D1).state is PaperState.TO_PRINT
    story.done(KEEP)
    assert sheet_paper(story.site, *wanted, content, D1).state is PaperState.SENT
    assert sheet_paper(story.site, *wanted, content, D2).state is PaperState.SUPERSEDED


# What the record holds


def test_a_package_is_void_for_a_reason_and_the_other_counts() -> None:
    found = sheet(twice(INTERIM, RETURNED))
    first, second = found.packages
    assert (first.ended, first.void_for, second.ended) == (PackageEnd.VOID, VoidReason.STATION_FAILED, "counted")
    assert (first.host, first.place, second.place, second.medium) == ("002", "031", "", "U-07")
    assert (second.file, second.station, second.extra_minutes) == (SECOND_FILE, thumbprint(STATION), 10)
    assert [(one.final, one.counts) for one in found.returns] == [(False, False), (True, True)]
    assert (found.answers, found.last_at) == (Answers.COLLECTED, at("10:02"))


def test_who_goes_back_to_the_room_leaves_a_void_package() -> None:
    story = alone(FIRST, StandaloneWithdrawn(LAW, R1, A1, at("9:06"), GUIDE))
    assert sheet(story).packages[0].void_for == VoidReason.BACK_TO_ROOM


def test_an_interim_copy_counts_on_an_incident() -> None:
    copy = replace(INTERIM, file=COPY)
    lost = AnswersWrittenOff(LAW, R1, A1, INCIDENT)
    found = sheet(twice(copy, lost, ReturnDecided(LAW, R1, A1, COPY, INCIDENT, at("10:30"))))
    assert [(one.counts, one.incident) for one in found.returns] == [(True, INCIDENT)]
    (page,) = [page for page in printed(found) if "五、结果" in page]
    assert "以第2个作答包的中间副本为准" in page
    assert "与交卷凭条一致" not in page


def test_what_is_mended_later_changes_no_sheet() -> None:
    story = twice(RETURNED)
    before = sheet(story)
    assert sheet(story.given(FaultRestored(FAULT, at("11:00")))) == before


# On paper


@pytest.mark.parametrize("form", ["standalone", "standalone_slip", "sheet"])
def test_every_word_can_be_printed(form: str) -> None:
    assert fonts.missing("".join(labels(CURRENT_EDITION, form)._words.values())) == ()


def test_the_usual_case_is_one_page() -> None:
    (page,) = printed(sheet(alone(FIRST, ONE_LOGIN, ONE_BACK)))
    assert in_order(page, "一、主考同意（1次）", "二、事由", "三、作答包（1个）", "四、回收", "五、结果", "六、签字")
    for said in (
        "单机考试同意与作答包记录",
        "DJ-2101-1-1-210100001001",
        "重置后仍不能登录AF-001Qian（主考）当面08:58:00—Zhou",
        "单机考试不进行同步备份，须谨慎使用",
        "第001考场机位001",
        "第1个作答包：已回收，计入",
        "考试机PC-31地点第002考场机位031",
        "看管人Zhou存储介质U-07",
        "导出时间09:03:00导出时剩余0:57:00",
        "登录时间09:18:00中间副本—",
        "第1个作答包的交卷文件：计入",
        "解锁作答09:17:30交卷09:59:10",
        "作答用时0:41:40题数40题，已答38题",
        "作答数据已回收，以第1个作答包的交卷文件为准。",
        "与交卷凭条一致",
        "主考Qian",
    ):
        assert said in page
    assert page.count(BACK) == 2
    assert page.index("主考Qian") < page.index("考场系统管理员") < page.index("应试人员")


def test_two_packages_a_voucher_and_a_doubtful_return() -> None:
    everything = "".join(found := printed(sheet(twice(INTERIM, RETURNED, OLDER))))
    for said in (
        "第1个作答包：作废（考试机故障）",
        "地点第001考场（不是编排的机位）",
        "导出时剩余0:55:00（含补时10分）",
        "登录时间09:18:00中间副本09:33:00、09:48:00",
        "补时凭证合计5分（09:20:00）",
        "第2个作答包的中间副本：留存备用",
        "制作副本09:33:00",
        "第1个作答包的交卷文件：待主考决定",
        "存疑已有另一份回收文件；作答包已作废",
    ):
        assert said in everything
    # What is signed stands with its result, whole digest and all
    for said in ("五、结果", "以第2个作答包的交卷文件为准", "待主考决定。", "应试人员", BACK):
        assert said in found[-1]
    assert len(found) == 2


def test_the_chief_decided_for_the_other_one() -> None:
    chosen = ReturnDecided(LAW, R1, A1, BACK_AGAIN, None, at("10:08"))
    everything = "".join(printed(sheet(twice(RETURNED, OLDER, chosen))))
    assert "第2个作答包：作废（另一份回收文件计入）" in everything
    assert "第2个作答包的交卷文件：不计入" in everything
    assert "第1个作答包的交卷文件：计入" in everything
    assert "待主考决定" not in everything


def test_by_telephone_and_not_signed_for() -> None:
    story = alone(FIRST, consent=replace(BY_PHONE, by=DEPUTY, ground=Ground.ROOM_DOWN))
    (page,) = printed(sheet(story))
    for said in ("Wu（副主考", "电话08:58:00未补签", "副主考（受委托）Wu", "：在用", "作答数据尚未回收"):
        assert said in page
    story.given(ConsentRatified(LAW, A1, DEPUTY, at("9:30")))
    assert "电话08:58:0009:30:00" in printed(sheet(story))[0]


def test_a_consent_that_nobody_used() -> None:
    (page,) = printed(sheet(alone()))
    assert "三、作答包（0个）未导出作答包。四、回收的文件（0份）没有回收的文件。" in page


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (Answers.COLLECTED, "作答数据由考场回收"),
        (Answers.NEVER_LOGGED_IN, "未登录，没有作答数据"),
        (Answers.OPEN, "尚未回收"),
    ],
)
def test_who_went_back_to_the_room_has_answers_there(answers: Answers, said: str) -> None:
    story = alone(FIRST, StandaloneWithdrawn(LAW, R1, A1, at("9:06"), GUIDE))
    (page,) = printed(replace(sheet(story), answers=answers))
    assert said in page
    assert "作废（回考场考试机继续作答）" in page


def test_answers_of_a_dead_machine_are_written_off() -> None:
    (page,) = printed(sheet(alone(FIRST, ONE_LOGIN, AnswersWrittenOff(LAW, R1, A1, INCIDENT))))
    assert "第1个作答包：作答数据无法恢复，已核销" in page
    assert "由主考核销（异常A-001）" in page
    assert "与交卷凭条一致" not in page


def test_another_systems_package_is_only_kept() -> None:
    back = replace(ONE_BACK, used_seconds=0, questions=0, answered=0)
    (page,) = printed(sheet(alone(OTHER_SYSTEM, back)))
    assert "PC-31（其他系统，仅登记保管）" in page
    assert "作答用时—题数其他系统的文件，不读取" in page
    assert "本机密钥指纹" not in page


def test_every_reason_and_flaw_has_a_name_on_paper() -> None:
    words = labels(CURRENT_EDITION, "standalone")
    named = {"grounds": Ground, "void_for": VoidReason, "flaws": ReturnFlaw}
    assert all(words(f"{group}.{one}") for group, kinds in named.items() for one in kinds)


def test_erased_names_and_unknown_media() -> None:
    story = alone(replace(FIRST, medium=MediumSerial("unknown")), ONE_BACK)
    (page,) = printed(sheet(story, Directory()))
    assert "姓名已清除" in page
    assert "存储介质unknown" in page
    assert f"主考{CHIEF}" in page


# The slip that goes with a package


def test_a_slip_says_who_where_and_what_to_compare_and_never_the_code() -> None:
    found = slip(twice())
    (page,) = printed(found)
    for said in (
        "单机考试同意单（随作答包）",
        "不留存，不计份数",
        "210100001001-1-1-2.examsite-alone",
        "考试机BY-2",
        "作答截止10:10:00（不含此后的补时）",
        "Qian（主考），当面，08:58:00",
        thumbprint(STATION),
        thumbprint(LOCK_KEY),
        "解锁码不在纸面上",
        "中间副本＿＿时",
        SECOND_FILE,
    ):
        assert said in page
    assert (found.last_at, found.until) == (at("9:15"), at("10:10"))


def test_a_slip_of_another_systems_package_has_nothing_to_unlock() -> None:
    (page,) = printed(slip(alone(OTHER_SYSTEM, consent=BY_PHONE)))
    assert "电话" in page
    assert "按该系统的规定导入和授权" in page
    for said in ("解锁码", "考务锁公钥指纹", "examsite-alone"):
        assert said not in page


@pytest.mark.parametrize("story", [alone(), twice(RETURNED)])
def test_no_slip_without_a_package_that_is_out(story: Story) -> None:
    assert standalone_slip(story.site, PEOPLE, SUBJECT) is None


def test_in_groups_as_on_the_screen() -> None:
    assert grouped("abcdefghij") == "abcd efgh ij"


@pytest.mark.parametrize("content", [sheet(twice(RETURNED)), slip(twice())])
def test_same_sheet_same_bytes_and_the_mode_shows(content: StandaloneSheet | StandaloneSlip) -> None:
    pdf = site_sheet.draw(content, STAMP)
    assert pdf == site_sheet.draw(content, STAMP)
    head = replace(content.head, mode=Mode.PRACTICE)
    assert all("练习" in page for page in pages(site_sheet.draw(replace(content, head=head), STAMP)))
