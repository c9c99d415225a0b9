"""The room record: every field stands on it, and what is signed stands beside what is counted."""

from __future__ import annotations

import re
from datetime import UTC

import pytest
from msgspec.structs import replace

from app.core.fault import FaultKind
from app.core.incident_kinds import IncidentKind
from app.core.room_state import ResetCause, SettledAs
from app.views.room_notes import NoteKind
from app.views.room_record import LateLine, RoomRecord
from reports import room_record
from reports.edition import labels
from tests.unit.paper import RECORD, STAMP, START, absent, pages

NAMED = {
    "kinds": (*IncidentKind, *FaultKind),
    "notes": tuple(NoteKind),
    "outcomes": (*ResetCause, *(one for one in SettledAs if one is not SettledAs.MOVED_ROOM)),
}
"""A whole room that moved is a note of its own."""


def printed(record: RoomRecord) -> str:
    return "".join(pages(room_record.draw(record, STAMP)))


def test_every_field_is_printed() -> None:
    text = printed(RECORD)
    for value in (
        RECORD.exam,
        "高级",
        "cpta-003",
        "1101市第三中学",
        "第1批次第2场",
        "工商管理",
        "第05考场（305机房）",
    ):
        assert value in text
    for value in (
        "第05考场（305机房）",
        "信息楼3层",
        "2026-06-1909:00:00至12:00:00",
        "实际开考时间2026-06-1909:00:05",
        "实际结束时间2026-06-1912:00:05",
        "20260601153012",
    ):
        assert value in text
    assert "40323923711" in text
    assert "编排40＋调入3－调出2＝41人；实考39＋缺考2＝41人：相符" in text
    assert "作答数据回收37＋核销1＋未登录1＝39人；实考39人：相符" in text


def test_lists_are_printed() -> None:
    text = printed(RECORD)
    assert "007110105000007𠮷田明012X09:06:00" in text
    assert "012110105000012已清除355009:07:00" in text
    assert "110105000031䶮晓09:05:01" in text
    assert "110105000021𠮷安核销A-001" in text
    assert "110105000022已清除未登录" in text
    assert "K1-0001网络故障机位01209:20:0009:26:00" in text
    assert "K1-0002odd-kind本考场09:30:00未处理完毕" in text


def test_what_struck_the_whole_site_says_so() -> None:
    events = (replace(RECORD.events[1], room=""),)
    assert "odd-kind整个考点" in printed(replace(RECORD, events=events))


def test_empty_lists_are_closed() -> None:
    text = printed(replace(RECORD, absences=(), late=(), lost=(), events=()))
    titles = (
        "一、缺考（0人）无",
        "二、迟到未准入场（0人）无",
        "三、实考但无作答数据（0人）无",
        "四、延时、补时、调动、重置和身份核验等（0件）无",
        "五、异常与故障（0件）无",
    )
    for title in titles:
        assert title in text


def test_every_kind_of_incident_fault_and_reset_has_a_name_on_paper() -> None:
    words = labels(STAMP.edition, "room_record")
    named = {(group, kind): words.named(group, kind) for group, kinds in NAMED.items() for kind in kinds}
    assert [key for key, said in named.items() if said == key[1]] == []


def test_an_overbooked_site_has_no_seat_column() -> None:
    lines = tuple(replace(line, seat="") for line in RECORD.absences)
    text = printed(replace(RECORD, absences=lines, events=()))
    assert "机位" not in text
    assert "110105000007𠮷田明" in text


def test_sums_that_do_not_hold_are_called_out() -> None:
    text = printed(replace(RECORD, present=38, collected=40))
    assert "实考38＋缺考2＝40人：不符，相差1人" in text
    assert "＝42人；实考38人：不符，相差4人" in text


def test_a_room_that_has_not_ended() -> None:
    assert "实际结束时间未结束" in printed(replace(RECORD, ended_at=None))


def test_an_end_on_another_day_has_its_date() -> None:
    assert "2026-06-20" in printed(replace(RECORD, ended_at=START.replace(day=20)))


def test_a_room_that_never_started() -> None:
    assert "实际开考时间未开考" in printed(replace(RECORD, started_at=None, ended_at=None))


def test_another_zone_is_printed_on_the_sites_clock() -> None:
    assert "2026-06-1909:00:00" in printed(replace(RECORD, planned_start=START.astimezone(UTC)))


def test_by_hand_fields_are_there() -> None:
    text = printed(RECORD)
    assert re.search(r"草稿纸（手填）：发放＿+张，收回＿+张", text)
    assert "备注（手填" in text


@pytest.mark.parametrize("count", [0, 2, *range(9, 15), *range(24, 44), 120])
def test_totals_and_signatures_share_a_page(count: int) -> None:
    found = pages(room_record.draw(absent(count), STAMP))
    (page,) = [page for page in found if "合计（单位" in page]
    assert page is found[-1]
    for text in ("监考人员（一）", "监考人员（二）", "考场系统管理员", "主考", "作答数据回收37", "草稿纸"):
        assert text in page


def test_a_role_that_signs_once_has_no_number() -> None:
    text = printed(replace(RECORD, signers=("invigilator", "exam_office", "chief", "deputy", "patrol")))
    assert "监考人员（" not in text
    assert all(role in text for role in ("监考人员", "考务办公室", "副主考", "巡考"))


def test_many_absentees_flow_over_pages() -> None:
    record = absent(120)
    found = pages(room_record.draw(record, STAMP))
    text = "".join(found)
    assert len(found) > 3
    assert all(line.ticket in text for line in record.absences)
    for number, page in enumerate(found, 1):
        assert f"第{number}页/共{len(found)}页" in page
    for page in found[1:]:
        assert "考场情况记录单（续）第05考场第1批次第2场工商管理" in page
    for page in found[1:-1]:
        assert "一、缺考（120人）（续）机位准考证号姓名" in page


def test_a_name_no_font_has_is_spelled() -> None:
    late = (LateLine("110105000031", "赵\U00030000", START),)
    assert "赵[U+30000]" in printed(replace(RECORD, late=late))
