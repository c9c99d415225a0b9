"""Violations, graded incidents and rooms that moved, as the room record tells them; old records stay as they were."""

from __future__ import annotations

import hashlib

import pytest
from msgspec.structs import replace

from app.core.directory import Directory
from app.core.entry import LateRefused
from app.core.fault import FaultKind, FaultReported
from app.core.free_text import NO_TEXT
from app.core.incident_course import IncidentGraded
from app.core.incident_kinds import Severity
from app.core.operation import Fact
from app.core.room_move import RoomMoved
from app.core.terms import FaultNo, Ticket, TransferNo
from app.core.violation_state import Found
from app.service.records import digest_of
from app.views.room_record import EventLine, RoomRecord
from app.views.sheets import room_record
from reports import room_record as record_form
from tests.builders import CHIEF, GUIDE, LAW, R1, R2, R9, Story, at
from tests.unit.conduct_paper import (
    CORRECTED,
    KNOWN,
    LED_OUT,
    OPENED,
    REFUSED,
    SHOUTED,
    SIGNED,
    TOLD,
    WITHDRAWN,
    caught,
)
from tests.unit.conduct_story import FIRST, NUMBER, SHEET
from tests.unit.paper import RECORD, STAMP, pages
from tests.unit.time_paper import in_order

SIGNATURES = ("监考人员（一）", "监考人员（二）", "主考")


def record(story: Story, people: Directory = KNOWN, room: str = R1) -> RoomRecord:
    return room_record(story.site, people, LAW, R9 if room == R9 else R1)


def printed(record: RoomRecord) -> str:
    return "".join(pages(record_form.draw(record, STAMP)))


def test_a_record_without_violations_is_what_it_was_before_they_stood_on_it() -> None:
    assert digest_of(RECORD).startswith("0e1bfd9aaa747c47")
    assert hashlib.sha256(record_form.draw(RECORD, STAMP)).hexdigest().startswith("8c8d51555625c2ac")


def test_a_violation_is_a_line_between_incidents_and_totals() -> None:
    text = printed(record(caught(TOLD, SIGNED, OPENED)))
    assert in_order(text, "五、异常与故障（1件）", "六、违纪情况（1件", "七、合计", "八、签字", *SIGNATURES)
    assert "建议类别供考试机构认定参考" in text
    assert "停电或设备故障（一般）" in text
    for said in ("AV-001单号", "08:57:00本人", "严重违"):
        assert said in text


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ((), "未告知"),
        ((TOLD,), "08:55:00已告知"),
        ((TOLD, SIGNED), "08:57:00本人"),
        ((TOLD, REFUSED), "08:57:00拒签"),
        ((TOLD, REFUSED, *LED_OUT), "09:10:00带离"),
    ],
)
def test_how_it_was_told_and_signed(facts: tuple[Fact, ...], said: str) -> None:
    assert said in printed(record(caught(*facts)))


def test_found_later_put_right_and_withdrawn() -> None:
    story = caught(TOLD, SIGNED, CORRECTED, OPENED, SHOUTED, WITHDRAWN)
    first, second = record(story).violations
    assert (first.number, first.corrections, first.withdrawn_at) == (FIRST, 1, None)
    assert (second.ticket, second.name, second.withdrawn_at) == ("", "", at("10:40"))
    text = printed(record(story))
    assert "（更正1次）" in text
    assert "误记，10:40:00" in text
    account = replace(story.site.violations[FIRST].now, found=Found.EXPERTS)
    story.site.violations[FIRST].versions.append(account)
    assert "考后发现" in printed(record(story))


def test_long_words_are_cut_and_erased_ones_named() -> None:
    (line,) = record(caught()).violations
    long = replace(line, act="甲\n" * 200, handling="乙" * 61, sheet="")
    text = printed(replace(RECORD, violations=(long,)))
    assert "……" in text
    assert text.count("甲") <= 60
    assert text.count("乙") == 60
    assert SHEET not in text
    assert "已清除" in printed(record(caught(), Directory()))


def test_many_violations_leave_totals_and_signatures_together() -> None:
    (line,) = record(caught(TOLD, SIGNED)).violations
    lines = tuple(replace(line, number=f"AV-{n:03d}") for n in range(1, 41))
    found = pages(record_form.draw(replace(RECORD, violations=lines), STAMP))
    assert all(one.number in "".join(found) for one in lines)
    for said in ("合计（单位", "监考人员（一）", "主考"):
        assert said in found[-1]


def test_how_grave_an_incident_is_stands_on_the_record() -> None:
    graver = IncidentGraded(NUMBER, Severity.MAJOR, NO_TEXT.kept, at("9:10"), CHIEF)
    fault = FaultReported(FaultNo("AF-001"), FaultKind.NETWORK, LAW, R1, (), at("9:15"), GUIDE)
    first, second = record(Story("confirmed").given(OPENED, graver, fault)).events
    assert (first.severity, second.severity) == (Severity.MAJOR, "")
    assert "停电或设备故障（重大）" in printed(replace(RECORD, events=(first,)))


def test_a_room_that_moved_brings_along_what_was_there() -> None:
    late = LateRefused(LAW, R1, Ticket("210100009998"), at("8:36"), GUIDE)
    fault = FaultReported(FaultNo("AF-001"), FaultKind.MACHINE, LAW, R1, ("012",), at("8:45"), GUIDE)
    story = caught(late, fault)
    story.site.plans[R9] = replace(story.site.plans[R2], id=R9, standby=True)
    numbers = tuple(TransferNo(f"A-00{n}") for n in (1, 2, 3))
    story.given(OPENED, RoomMoved(LAW, R1, R9, NUMBER, numbers, at("9:20"), GUIDE))
    moved = record(story, room=R9)
    assert [one.number for one in moved.violations] == [FIRST]
    assert [one.ticket for one in moved.late] == ["210100009998"]
    assert [(one.number, one.room) for one in moved.events] == [("AF-001", R1), (NUMBER, R1)]
    text = printed(moved)
    assert "第001考场机位" in text
    assert "第001考场09:00:00" in text


def test_a_skill_exam_has_a_table_of_that_name() -> None:
    line = EventLine("A-001", "I-23", RECORD.room, "", RECORD.planned_start, None, Severity.GENERAL)
    found = pages(record_form.draw(replace(RECORD, level="skill", events=(line,) * 40), STAMP))
    assert "考场情况记录表" in found[0]
    assert "考场情况记录表（续）第05考场" in found[1]
    assert "考场情况记录单" not in "".join(found)
