"""Sheets that are made before the exam, as they are printed: what a reader finds on the pages."""

from __future__ import annotations

import hashlib
import re

import pytest
from msgspec.structs import replace

from app.core.paper_state import Contact
from app.core.terms import Mode, Role
from app.views.session_sheet import AnnouncementSheet
from app.views.site_sheet import SiteSheet
from app.views.stamp import CURRENT_EDITION
from reports import fonts, site_sheet
from reports.edition import labels
from reports.fonts import REGULAR, Face
from reports.poster import Flow, lines
from tests.unit.paper import STAMP, pages
from tests.unit.prepared_site import (
    CONTACTS,
    LONG,
    MORNING,
    RARE,
    SPOKEN,
    VERIFIED,
    announcements,
    avoidance,
    briefing,
    notices,
    staff,
)

SAMPLES: dict[str, SiteSheet] = {
    "notices": notices(12),
    "verification": VERIFIED,
    "staff": staff(30),
    "avoidance": avoidance(30),
    "contacts": CONTACTS,
    "briefing": briefing(),
    "announcements": announcements(),
}
GOLDEN = {
    "notices": "72718d8bc0dfb61d",
    "verification": "fb8645cc9989f033",
    "staff": "be5fbfc9f03f8859",
    "avoidance": "169861765e626e13",
    "contacts": "4668ecc5c615a626",
    "briefing": "14ab3f810f9182f0",
    "announcements": "aeccfd75098e9b04",
}


def drawn(sheet: SiteSheet) -> list[str]:
    return pages(site_sheet.draw(sheet, STAMP))


def printed(sheet: SiteSheet) -> str:
    return "".join(drawn(sheet))


@pytest.mark.parametrize("form", SAMPLES)
def test_every_word_can_be_printed(form: str) -> None:
    assert fonts.missing("".join(labels(CURRENT_EDITION, form)._words.values())) == ()


@pytest.mark.parametrize("form", SAMPLES)
def test_the_bytes_of_this_edition_hold(form: str) -> None:
    assert hashlib.sha256(site_sheet.draw(SAMPLES[form], STAMP)).hexdigest()[:16] == GOLDEN[form]


def test_each_notice_has_a_page_of_its_own() -> None:
    sign, timetable, rooms, candidates, rules = drawn(SAMPLES["notices"])
    assert "市第三中学考点" in sign
    assert "2026年6月19日星期五" in sign
    assert "第1批次第1场经济基础知识08:3009:0009:0510:1510:30" in timetable
    assert "第2批次第1场日语（听力）13:3014:0014:00结束后15:00" in timetable
    assert "考场分布信息楼1层第001考场第002考场第003考场第004考场101机房" in rooms
    assert "居民身份证、社会保障卡、外国人永久居留证" in candidates
    assert "《日语（听力）》开考后，一律禁止" in candidates
    assert "开考5分钟后，一律禁止" in candidates
    assert "机位为准考证号后三位" in candidates
    assert "草稿纸由监考人员发放" in rules
    assert "《专业技术人员资格考试违纪违规行为处理规定》" in rules


def test_notices_say_nothing_that_is_for_internal_use() -> None:
    """Annexes 2 and 3 of the notice: restarting machines, marks in answers, codes, resets (SEC-07)."""
    text = printed(notices(60, overbooked=True)) + printed(notices(5))
    assert not re.search("冷、热启动|重启|重置|补时|单机|授权码|外接设备|作弊|成绩无效", text)


def test_an_overbooked_site_shows_no_seat_and_other_rules_other_words() -> None:
    text = printed(replace(notices(3, overbooked=True), national=False, scratch_paper=False, sessions=(MORNING,)))
    assert "准考证上不显示机位" in text
    assert "后三位" not in text
    assert "草稿纸" not in text
    assert "本次考试的有关规定" in text
    assert "2.开考前30分钟开始入场。3.开考5分钟后，一律禁止进入考场。" in text


def test_many_rooms_go_on_under_building_and_floor() -> None:
    found = drawn(notices(60))
    text = "".join(found)
    assert all(text.count(f"第{n:03}考场") == 1 for n in range(1, 61))
    assert "信息楼3层（续）" in found[3]
    assert "实训楼1层" in found[4]
    assert printed(notices(0)).count("考场分布") == 1
    only = replace(notices(1), rooms=(replace(notices(1).rooms[0], sessions=("1-1", "2-1")),))
    assert "101机房第1批次第1场、第2批次第1场" in printed(only)


def test_a_long_name_of_the_site_is_wrapped_and_goes_on() -> None:
    sheet = notices(1)
    name = "沈阳市皇姑区崇山中路街道职业教育中心第三实训基地"
    assert f"{name}考点" in drawn(replace(sheet, head=replace(sheet.head, site_name=name)))[0]
    far = replace(sheet, head=replace(sheet.head, site_name=name * 6, mode=Mode.PRACTICE))
    assert len(drawn(far)) > len(drawn(sheet))


def test_the_verification_names_the_odd_place() -> None:
    (page,) = drawn(VERIFIED)
    for value in ("编号HD-1101-2", "注册平台2026-06-0115:30:12", "三处编排考场时间戳一致。", "扫码校验：一致。"):
        assert value in page
    assert "考场（个）机位（个）场次（场）应试人员（人）124802488" in page
    assert "考点系统管理员复核人（考务办公室）" in page
    first, second, third = VERIFIED.readings
    odd = replace(VERIFIED, readings=(first, second, replace(third, odd=True)), scanned=False)
    assert "校时网站与其他两处不同" in printed(odd)
    assert "扫码校验：不一致" in printed(odd)
    each = replace(VERIFIED, readings=tuple(replace(one, odd=True) for one in VERIFIED.readings))
    assert printed(each).count("三处互不相同") == 4
    missing = replace(VERIFIED, readings=(first, second, replace(third, text="")), complete=False, scanned=None)
    assert "校时网站未录入——" in printed(missing)
    assert "没有录全，不能核对" in printed(missing)
    assert "扫码校验：未进行" in printed(replace(missing, overbooked=True))


def test_staff_and_declarations_of_thirty_with_rare_names() -> None:
    listed, declared = drawn(SAMPLES["staff"]), drawn(SAMPLES["avoidance"])
    for found in (listed, declared):
        text = "".join(found)
        assert all(text.count(name.replace("\ue000", "[U+E000]")) == 6 for name in RARE)
    assert "4欧阳志远考场系统管理员004—未通过2026-06-02" in listed[0]
    assert "主考副主考考点系统管理员考场系统管理员监考人员111121" in listed[-1]
    assert "方可上岗" in listed[-1]
    assert "培训人主考" in listed[-1]
    unsigned = replace(staff(10).lines[-1], agreement_on=None)
    plain = printed(replace(staff(10), lines=(unsigned,), admins_qualified=False))
    assert "未签署" in plain
    assert "网络培训考核合格并完成" not in plain
    assert "欧阳志远考场系统管理员004已申报无" in declared[0]
    assert "已申报未申报有亲属参加考试本人参加考试25531" in declared[-1]
    assert "不参加本次考试的考务工作" in printed(replace(avoidance(3), whole_exam=True))


def test_everybody_who_may_be_called_has_a_name() -> None:
    roles = labels(CURRENT_EDITION, "contacts")
    assert [one for one in (*Contact, *Role) if roles.named("roles", one) == one] == []


def test_contacts_leave_lines_to_write_in() -> None:
    (page,) = drawn(CONTACTS)
    assert "考点电话024-86901234、024-86905678" in page
    assert "考点值班电话周立024-86900001考区考试机构已清除已清除市级考试机构省级考试机构公安机关" in page
    assert "主考欧阳志远13900000001考点系统管理员𠮷田明13900000002流动监考考场系统管理员" in page
    assert "考场系统管理员䶮晓13900000003第001考场" in page
    assert "考点电话—" in printed(replace(CONTACTS, phones=()))


def test_the_briefing_goes_by_the_clock() -> None:
    text = printed(briefing())
    marks = ["08:00", "08:30", "开考前", "09:00", "停止入场：09:05:00以后", "10:15", "10:30", "结束后"]
    places = [text.index(mark, text.index("什么时间做什么")) for mark in marks]
    assert places == sorted(places)
    for value in ("内部使用", "累计不超过10分钟", "考试用具和监考锁到达", "在准考证号后三位", "周立024-86900001"):
        assert value in text
    assert "考场坐满" not in text


def test_the_briefing_of_another_rulebook_and_kind() -> None:
    text = printed(
        replace(
            briefing(SPOKEN, overbooked=True),
            on_the_spot=0,
            first_report=10,
            room_locks=False,
            scratch_paper=False,
            phones=(),
        )
    )
    for value in ("开考后到达的不准入场", "考场封闭至考试结束", "随机安排机位", "考场坐满", "自发现起10分钟内"):
        assert value in text
    assert "经同意后补时，不自行补时" in text
    assert "考点电话：没有登记" in text
    assert "草稿纸" not in text
    assert "监考锁" not in text


@pytest.mark.parametrize(
    ("sheet", "names"),
    [
        (announcements(), ["入场", "宣读考场规则", "开考", "停止入场", "考场封闭结束", "时间提醒", "考试结束"]),
        (announcements(SPOKEN), ["入场", "宣读考场规则", "开考", "时间提醒", "考试结束"]),
    ],
)
def test_announcements_are_read_in_order(sheet: AnnouncementSheet, names: list[str]) -> None:
    text = printed(sheet)
    places = [text.index(f"{number}.{name}") for number, name in enumerate(names, 1)]
    assert places == sorted(places)
    assert text.count("宣读时间") == len(names)


def test_announcements_say_the_times() -> None:
    text = printed(announcements(LONG, overbooked=True))
    for value in (
        "12:00结束，11:00以前为考场封闭期间",
        "距离考试结束还有15分钟",
        "机位由监考人员随机安排",
        "4.停止入场09:05",
    ):
        assert value in text
    spoken = printed(replace(announcements(SPOKEN), scratch_paper=False))
    assert "从现在起一律禁止进入考场" in spoken
    assert "草稿纸" not in spoken


def test_a_head_never_stands_alone_at_the_foot_of_a_page() -> None:
    head, row = lines("", Face(REGULAR, 10)), lines("", Face(REGULAR, 30))
    flow = Flow(head, head, [row, row])
    assert flow.take(head.height + row.height - 1) == ((), flow)
    strips, rest = flow.take(head.height + row.height)
    assert (list(strips), rest) == ([head, row], Flow(head, head, [row]))
