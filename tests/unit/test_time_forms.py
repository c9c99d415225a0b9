"""What a reader finds on applications, on what was allowed on them, and on delay records."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.rulebook import Tier
from app.core.time_state import Outcome
from app.crypto.codes import Purpose
from app.views.application_sheet import Answers
from app.views.site_sheet import SiteSheet
from app.views.stamp import CURRENT_EDITION
from reports import fonts, site_sheet
from reports.edition import labels
from tests.unit.paper import STAMP, pages
from tests.unit.time_paper import (
    CODE,
    CONSENT,
    DELAY,
    DELAYS,
    DIRECTIVE,
    EXTRA,
    LATE,
    NETWORK,
    OPAQUE,
    POWER,
    allowed,
    application,
    in_order,
    late_line,
    rooms,
)

FORMS = ("application", "authorities", "delay_record", "extra_time_ledger", "measures", "room_record")
BY_HAND, ALOUD, CODES, SIGNED = "答复（手填）", "通话时宣读", "授权码（手填", "签字"


def printed(sheet: SiteSheet) -> list[str]:
    return pages(site_sheet.draw(sheet, STAMP))


@pytest.mark.parametrize("form", FORMS)
def test_every_word_can_be_printed(form: str) -> None:
    assert fonts.missing("".join(labels(CURRENT_EDITION, form)._words.values())) == ()


# Applications


def test_an_application_is_read_out_filled_in_and_signed_on_one_page() -> None:
    (page,) = printed(application())
    assert in_order(page, "延时开考授权申请", "申请延时的考场（3个）", "AF-001", ALOUD, BY_HAND, CODES, SIGNED, "主考")
    for said in (
        "YS-1101-AS-001",
        "024-22345678、13900000000",
        "延时不超过45分钟，至09:45:00",
        "第005、006、007考场因整个考点供电故障（AF-001，08:47:00发生，尚未恢复）不能按统一开考时间09:00:00开考",
        "现向省级考试机构申请延时开考，开考不晚于09:45:00",
        "全部考场通用",
        "第007考场",
    ):
        assert said in page


@pytest.mark.parametrize(
    ("tier", "whom"),
    [(Tier.CITY, "市级考试机构"), (Tier.RESPONSIBLE, "考务管理责任人"), (Tier.HEAD, "领导小组组长")],
)
def test_where_a_word_is_enough_there_is_no_place_for_a_code(tier: Tier, whom: str) -> None:
    (page,) = printed(application(replace(DELAY, tier=tier, rooms=rooms(1))))
    assert f"现向{whom}申请延时开考" in page
    assert BY_HAND in page
    assert CODES not in page
    assert "处理意见编号" not in page


def test_the_ministry_is_asked_for_a_directive_or_its_tool() -> None:
    (page,) = printed(application(replace(DELAY, tier=Tier.MINISTRY, minutes=90, causes=(POWER, LATE))))
    assert "处理意见编号" in page
    assert "延时过久，报部考试中心" in page[: page.index(ALOUD)]
    assert "延时过久" not in page[page.index(ALOUD) :]
    (page,) = printed(application(replace(EXTRA, tier=Tier.MINISTRY, minutes=75, causes=(NETWORK,)), 2))
    assert "专用工具编号" in page
    assert "现向部考试中心申请补时，每人累计75分钟（含已补的时间）" in page


def test_an_application_for_some_names_them_and_has_a_line_for_the_code_of_each() -> None:
    (page,) = printed(application(EXTRA, 2))
    for said in (
        "补时授权申请",
        "BS-1101-AS-002",
        "第005考场2名应试人员（机位001准考证号211010105001、机位002准考证号211010105002）",
        "第005考场机位012,014-016网络故障（AF-002，09:20:00发生，09:51:00恢复）",
        "考场系统管理员",
    ):
        assert said in page
    assert page.count("211010105002") == 3


def test_forty_candidates_with_rare_names_and_their_codes_take_three_pages() -> None:
    found = printed(application(EXTRA, 40))
    assert len(found) == 3
    everything = "".join(found)
    assert all(everything.count(f"211010105{n:03d}") >= 2 for n in range(1, 41))
    for said in ("𠮷田明", "䶮晓", "已清除", "等，名单见本申请", "（续）"):
        assert said in everything
    assert SIGNED in found[-1]
    assert ALOUD in found[0]


def test_a_whole_room_has_one_code() -> None:
    everything = "".join(printed(application(replace(EXTRA, whole=True), 40)))
    assert "第005考场全体应试人员因" in everything
    assert everything.count("＿＿＿＿分") == 1


def test_fifteen_rooms_have_a_code_each_and_one_for_all() -> None:
    everything = "".join(printed(application(replace(DELAY, rooms=rooms(15)))))
    assert everything.count("＿＿＿＿分") == 16
    assert "第019考场" in everything


def test_an_opaque_code_has_no_known_length() -> None:
    (page,) = printed(replace(application(), opaque=True))
    assert "授权码（手填，逐位记录并复述；本机不能核验）" in page
    assert "共20位" not in page


def test_a_reprint_says_what_came_and_leaves_nothing_to_fill_in() -> None:
    sheet = replace(application(), answers=Answers((CONSENT,), (CODE, OPAQUE), (DIRECTIVE,)))
    (page,) = pages(site_sheet.draw(sheet, replace(STAMP, copy=2, reason="changed")))
    for said in ("补印", "𠮷田明", "024-88880001", "第005考场45分09:32:0009:33:00经本机核验", "全部申请考场60分"):
        assert said in page
    for said in ("未经核验", "标注“未经核验”的授权码", "CL-2026-0001准予开考005、00610:02:0010:30:0010:04:00"):
        assert said in page
    assert BY_HAND not in page
    assert CODES not in page


# What was allowed


def test_who_said_what_by_what_means_and_to_whom() -> None:
    gone = replace(CONSENT, name=None, office="", phone="")
    own = replace(CODE, purpose=Purpose.EXTRA_TIME, subject="211010105001")
    (page,) = printed(allowed(DELAY, Answers((CONSENT, gone), (own,), (replace(DIRECTIVE, until=None),))))
    assert in_order(page, "授权与同意记录", "AF-001", "同意（2件）", "授权码（1个）", "处理意见（1件）", SIGNED)
    for said in ("SQ-1101-AS-001", "已清除", "欧阳志远", "09:08:0009:09:00", "211010105001", "不限"):
        assert said in page
    assert "未经核验" not in page
    (page,) = printed(allowed(replace(EXTRA, whole=True), Answers((), (replace(OPAQUE, subject="*"),), ())))
    assert "每人累计不超过31分钟" in page
    assert "未经核验" in page


def test_a_directive_that_calls_off_has_no_end() -> None:
    cancelled = replace(DIRECTIVE, outcome=Outcome.CANCEL, until=None)
    (page,) = printed(allowed(DELAY, Answers((), (), (cancelled,))))
    assert "CL-2026-0001取消005、00610:02:00—10:04:00" in page


# The delay record


def test_a_delay_record_tells_why_how_late_and_on_whose_word() -> None:
    (page,) = printed(DELAYS)
    assert in_order(
        page, "一、延时", "二、延时后", "三、未开考", "四、事由", "五、申请", "六、合计", "七、签字", "主考"
    )
    for said in (
        "00509:21:0521分05秒市级考试机构市级考试机构同意09:08:00AS-001",
        "00609:35:0535分05秒",
        "00509:26:0511:21:0512:06:0512:21:05",
        "007延期CL-2026-000210:10:00AS-003",
        "标注“未经核验”的授权码",
        "35分05秒",
    ):
        assert said in page
    assert "未经核验" in page[: page.index("二、延时后")]


def test_what_was_entered_only_after_the_start_is_marked() -> None:
    afterwards = tuple(replace(one, entered_late=True) for one in DELAYS.late)
    (before,), (after,) = printed(DELAYS), printed(replace(DELAYS, late=afterwards))
    assert "开考后登记" not in before
    assert "市级考试机构同意09:08:00，开考后登记AS-001" in after
    assert "09:32:00，未经核验，开" in after


def test_fifteen_late_rooms_and_none_called_off() -> None:
    verified = replace(DELAYS.applications[0], answers=Answers((CONSENT,), (), ()))
    unanswered = replace(verified, answers=Answers((), (), ()))
    late = tuple(late_line(f"{n:03d}", 1265 + n) for n in range(1, 16))
    found = printed(replace(DELAYS, late=late, off=(), applications=(verified, unanswered), ended_at=None))
    assert len(found) == 2
    assert "未开考的考场（0个）无" in found[0]
    assert "未结束" in found[0]
    assert "未经核验" not in "".join(found)
    assert all("签字" in found[-1] for _ in found)


def test_a_session_that_was_called_off_everywhere_has_no_moments() -> None:
    (page,) = printed(replace(DELAYS, late=()))
    assert "延时后的考场时刻" not in page
    assert "延时开考的考场（0个）无" in page
    assert "0分00秒" in page


@pytest.mark.parametrize(
    "sheet", [application(), application(EXTRA, 40), allowed(DELAY, Answers((CONSENT,), (CODE,), ())), DELAYS]
)
def test_same_sheet_same_bytes_and_every_page_says_whose_it_is(sheet: SiteSheet) -> None:
    pdf = site_sheet.draw(sheet, STAMP)
    assert pdf == site_sheet.draw(sheet, STAMP)
    assert all(("1101" in page and "AS-00" in page) or "1-2" in page for page in pages(pdf))
