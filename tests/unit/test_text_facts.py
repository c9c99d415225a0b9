"""What happened, in one sentence."""

from __future__ import annotations

from app.core.attendance import AttendanceConfirmed
from app.core.authorization import StartAuthorized
from app.core.desk import DeskTaken
from app.core.fault import FaultKind, FaultReported
from app.core.operation import Fact
from app.core.start import RoomsReleased
from app.core.terms import FaultNo, PersonId, Role, Ticket
from app.text import LANGUAGES, fact_id, rule_id, text
from tests.builders import A1, D1, GUIDE, LAW, R1, R2, at, taken_in


def said(fact: Fact) -> tuple[str, ...]:
    return tuple(text(language).fact(fact) for language in LANGUAGES)


def test_ids() -> None:
    assert fact_id(AttendanceConfirmed) == "fact-attendance-confirmed"
    assert rule_id("on_time_tolerance_seconds") == "rule-on-time-tolerance-seconds"


def test_a_long_list_is_counted() -> None:
    many = tuple(Ticket(f"2101{n:08}") for n in range(40))
    chinese, english = said(AttendanceConfirmed(LAW, R1, (A1,), many, at("8:40"), GUIDE))
    assert chinese.startswith("第 1 批次第 1 场第 001 考场于 2021-10-30 08:40:00 核对实考人数：")
    assert chinese.endswith("：登记缺考 40 人，核对时补记实考 1 人，报告人 R001。")
    assert "40 absent, 1 found present" in english


def test_rooms_are_named() -> None:
    assert said(RoomsReleased(LAW, (R1, R2), "S"))[0] == "第 1 批次第 1 场放行考场 2 个：001、002；放行编号 S。"


def test_a_package_says_what_it_brings() -> None:
    assert said(taken_in()[0])[1].startswith(
        "Exam data edition 1 were imported: Economics, sessions: 2, rooms: 2, registered locks: 2, rulebook: "
    )


def test_what_is_not_there_is_left_out() -> None:
    whole_site = FaultReported(FaultNo("AF-001"), FaultKind.POWER, None, None, "", at("9:00"), GUIDE)
    chinese, english = said(whole_site)
    assert chinese == (
        "登记故障 AF-001：供电故障，不属于某一场次，不限于某一考场，发生于 2021-10-30 09:00:00，报告人 R001。"
    )
    assert english == (
        "Fault AF-001 was reported: power, in no session in particular, in no room in particular, "
        "at 2021-10-30 09:00:00, reported by R001."
    )
    one_seat = FaultReported(FaultNo("AF-001"), FaultKind.POWER, LAW, R1, "007", at("9:00"), GUIDE)
    assert "第 1 批次第 1 场，第 001 考场，007 号机位，" in said(one_seat)[0]


def test_a_first_desk_has_nobody_before() -> None:
    first = DeskTaken(PersonId("W1"), Role.SITE_ADMIN, PersonId(""), handed_over=False)
    assert said(first)[0] == "考点系统管理员 W1 开始值守本机，此前无人值守。"
    second = DeskTaken(PersonId("W2"), Role.SITE_ADMIN, PersonId("W1"), handed_over=True)
    assert "此前由 W1 值守，已当面交班。" in said(second)[0]


def test_minutes_late_are_counted() -> None:
    assert (
        said(StartAuthorized(LAW, "S-1", D1, 0))[1] == "The start authorization S-1 of batch 1, session 1 was taken in."
    )
    assert said(StartAuthorized(LAW, "S-1", D1, 1))[1].endswith(", 1 minute after the earliest time.")
