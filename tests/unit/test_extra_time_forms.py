"""What a reader finds on ledgers of extra time, and on room records of late starts and minutes."""

from __future__ import annotations

from msgspec.structs import replace

from app.views.extra_time_sheet import ExtraTimeLedger
from app.views.room_record import NoteLine
from reports import room_record, working_paper
from tests.unit.paper import MINUTE, RECORD, STAMP, START, pages
from tests.unit.time_paper import (
    END,
    FIRST,
    LEDGER,
    OPAQUE_GRANT,
    TOOL,
    WHOLE,
    in_order,
    person,
)


def ledger(content: ExtraTimeLedger = LEDGER) -> list[str]:
    return pages(working_paper.draw(content, {}, STAMP))


# The ledger


def test_a_ledger_has_every_line_and_the_sum_of_everybody() -> None:
    (page,) = ledger()
    assert in_order(
        page, "一、补时登记（3笔", "二、各应试人员", "三、事由", "四、合计", "五、签字", "监考人员（一）", "主考"
    )
    for said in (
        "BJ-1101-1-2-005",
        "12:31:05（全考场补时31分）",
        "10:10:00撤回：",
        "AB-00131分（累计31）；AB-0027分（累计38）",
        "012211010105012𠮷田明未补0",
    ):
        assert said in page
    assert in_order(page, "全考场38人，不含2", "人：211010105012、", "211010105017")


def test_what_was_taken_back_is_ruled_out() -> None:
    struck = working_paper.draw(LEDGER, {}, STAMP)
    standing = replace(LEDGER, grants=tuple(replace(one, taken_back_at=None) for one in LEDGER.grants))
    assert len(struck) > len(working_paper.draw(standing, {}, STAMP))


def test_a_long_ledger_names_tool_and_unchecked_codes_and_keeps_its_signatures_together() -> None:
    many = tuple(f"211010105{n:03d}" for n in range(20, 30))
    grants = (
        replace(WHOLE, without=many),
        replace(WHOLE, lost_in="009", without=()),
        replace(TOOL, tickets=many, people=10),
        OPAQUE_GRANT,
    )
    people = tuple(person(n, FIRST) for n in range(1, 41))
    found = ledger(replace(LEDGER, grants=grants, people=people, ended_at=None, minutes=0))
    everything = "".join(found)
    assert len(found) == 2
    for said in ("BJ-2026/17", "见下表", "第009考场", "未经核验", "未结束", "不变", "䶮晓"):
        assert said in everything
    assert in_order(found[-1], "四、合计", "标注“未经核验”", "五、签字", "主考")


def test_a_ledger_before_any_start_is_still_a_sheet() -> None:
    (page,) = ledger(replace(LEDGER, started_at=None, ends_at=None, people=()))
    assert "未开考" in page
    assert "各应试人员累计（0人）无" in page


# The room record


def test_the_room_record_tells_of_delay_and_minutes() -> None:
    notes = (
        NoteLine(
            START + 21 * MINUTE, "started_late", "", "", outcome="late_city", seconds=1265, causes=("AF-001",),
            asked=("AS-001",), until=END + 21 * MINUTE,
        ),
        NoteLine(
            START + 56 * MINUTE, "extra_room", "", "", outcome="extra_province", minutes=31, causes=("AF-002",),
            asked=("AS-002",), until=END + 52 * MINUTE, people=38,
        ),
        NoteLine(
            START + 57 * MINUTE, "extra", "211010105003", "𠮷田明", outcome="extra_on_the_spot", minutes=7,
            causes=("AF-003",),
        ),
    )  # fmt: skip
    text = "".join(pages(room_record.draw(replace(RECORD, notes=notes), STAMP)))
    for said in (
        "晚21分05秒",
        "市级考试机构同意AS-001",
        "结束时间改为12:21:00",
        "38人",
        "31分钟",
        "结束时间改为12:52:00",
    ):
        assert said in text
    assert "211010105003𠮷田明7分钟，监考人员直接操作，事由AF-003" in text
    assert "开考后登记" not in text
    afterwards = (replace(notes[0], entered_late=True), *notes[1:])
    text = "".join(pages(room_record.draw(replace(RECORD, notes=afterwards), STAMP)))
    assert text.count("开考后登记，事由AF-001，结束时间改为12:21:00") == 1


def test_the_same_ledger_is_the_same_bytes() -> None:
    assert working_paper.draw(LEDGER, {}, STAMP) == working_paper.draw(LEDGER, {}, STAMP)
