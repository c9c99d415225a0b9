"""Violations, incidents and papers in the journal: what is said, where it is looked for, and when it happened."""

from __future__ import annotations

from datetime import datetime

import pytest
from msgspec import structs

from app.core.evidence import EvidenceMoved, EvidenceTaken
from app.core.handover import HandedOver
from app.core.incident import IncidentOpened
from app.core.incident_course import IncidentNoted, RoomEvacuated, RoomReturned
from app.core.incident_kinds import IncidentKind
from app.core.incident_state import NoteKind
from app.core.operation import Fact
from app.core.paper_state import PaperRef, SheetVoidReason, Signature
from app.core.records import ROOM_RECORD, RecordKept
from app.core.removal import CandidateRemoved
from app.core.signing import NotTheSheetToSign, PaperSigned, ScanAttached, SignatureMissing
from app.core.site_form import SiteForm
from app.core.site_sheet import SiteSheetKept
from app.core.terms import HandoverNo, IncidentNo, MediumSerial, PersonId, Role, RoomId, SessionId, ViolationNo
from app.core.violation import ViolationRecorded
from app.core.violation_sheets import ViolationSheetsIssued, ViolationSheetVoided
from app.core.violation_state import EvidenceKind, KeptAt, WaitingPlace
from app.text import text
from app.views.fact_place import place
from app.views.journal import happened_at
from tests.builders import A1, CHIEF, D1, D2, GUIDE, LAW, R1, R2, Story, at
from tests.unit.conduct_story import ACCOUNT

NUMBER, INCIDENT = ViolationNo("AV-001"), IncidentNo("A-001")
J1, J2, J3 = PersonId("J1"), PersonId("J2"), PersonId("J3")
RECORDED = ViolationRecorded(NUMBER, LAW, R2, A1, ACCOUNT, None, GUIDE)
OPENED = IncidentOpened(INCIDENT, IncidentKind.DISASTER, None, None, at("9:00"), GUIDE, at("9:05"))
LEFT = RoomEvacuated(INCIDENT, LAW, R2, 31, at("9:10"), GUIDE)
SIGNED = PaperSigned(
    ROOM_RECORD,
    "1-1-001",
    1,
    (Signature(Role.INVIGILATOR, J1, at("10:20")), Signature(Role.CHIEF, CHIEF, at("10:10"))),
)
SITE = (
    Story("ended")
    .given(RECORDED, OPENED, LEFT, ViolationSheetsIssued(LAW, R2, 3), RecordKept(ROOM_RECORD, LAW, R1, 1, D1, D2, None))
    .site
)


def said(fact: Fact) -> str:
    return text().fact(fact)


def test_a_violation_is_told_as_facts() -> None:
    assert said(RECORDED) == (
        f"登记违纪 AV-001：第 1 批次第 1 场第 002 考场准考证号 {A1}，使用自带外接设备，行为时间 2021-10-30 09:00:00，"
        "2021-10-30 09:01:00 考试中发现，考场违纪情况记录单 1-1-001-01，报告人 R001。"
    )


def test_a_missing_sheet_and_somebody_from_outside_are_said() -> None:
    outsider = structs.replace(
        RECORDED, ticket=None, account=structs.replace(ACCOUNT, sheet="", reminded_at=at("8:50")), incident=INCIDENT
    )
    assert "考场一名非本考场应试人员，" in said(outsider)
    assert "（此前于 2021-10-30 08:50:00 提醒过）" in said(outsider)
    assert "单号未填，记入异常 A-001，" in said(outsider)


def test_who_was_led_out_by_whom() -> None:
    removed = CandidateRemoved(NUMBER, A1, (J1, J2), J3, WaitingPlace.EXAM_OFFICE, at("9:20"), GUIDE)
    assert "由流动监考 J3 带离考场，在考务办公室等候，监考人员 J1、J2 记录并签字" in said(removed)


@pytest.mark.parametrize(
    ("form", "subject", "about"),
    [
        (ROOM_RECORD, "1-1-001", "考场情况记录单（第 1 批次第 1 场第 001 考场）"),
        ("R08", "1-1-001", "考场违纪情况记录单（空白）（第 1 批次第 1 场第 001 考场）"),
        (SiteForm.TRANSFERS, "1-1", "应试人员跨考场调动单（第 1 批次第 1 场）"),
        ("E11", "1-1-210100001001", "单机考试同意与作答包记录（第 1 批次第 1 场准考证号 210100001001）"),
        ("E21", "A-001-2", "突发事件报告（A-001-2）"),
        ("R11", "2021-10-30", "考试日小结（2021-10-30）"),
    ],
)
def test_a_paper_is_called_by_its_name_and_what_it_is_about(form: str, subject: str, about: str) -> None:
    assert said(PaperSigned(form, subject, 1, SIGNED.by)) == f"{about}第 1 份签字齐全，签字 2 人。"


def test_a_paper_that_was_kept_says_what_it_is_about() -> None:
    kept = SiteSheetKept(SiteForm.TRANSFERS, "1-1", 1, D1, D2, None)
    assert said(kept) == "留存应试人员跨考场调动单（第 1 批次第 1 场）第 1 份。"


def test_refusals_name_the_paper_in_the_same_way() -> None:
    nothing = text().refusal(NotTheSheetToSign("E01", "1-1-001", 0))
    assert nothing.startswith("签字的应是考场情况记录单（第 1 批次第 1 场第 001 考场）最新的一份，而本机还没有留存过。")
    assert "尚缺：监考人员、主考。" in text().refusal(SignatureMissing("E03", "1-1", (Role.INVIGILATOR, Role.CHIEF)))
    assert "尚缺：—。" in text().refusal(SignatureMissing("E29", "E-1", ()))


def test_a_hand_over_is_counted() -> None:
    papers, media = (PaperRef("E01", "1-1-001", 1),), (MediumSerial("M-1"), MediumSerial("M-2"))
    handed = HandedOver(HandoverNo("AH-001"), (J1, J2), D1, papers, media, (), True, at("11:00"))
    assert "文书 1 份、存储介质 2 个、证据 0 件" in said(handed)
    assert said(handed).endswith("已查验。")


def test_an_incident_that_was_found_later_says_so() -> None:
    assert "发生于 2021-10-30 09:00:00，发现于 2021-10-30 09:05:00" in said(OPENED)


@pytest.mark.parametrize(
    ("fact", "session", "rooms"),
    [
        (RECORDED, LAW, (R2,)),
        (EvidenceTaken(NUMBER, "AV-001-1", EvidenceKind.THING, D1, "", at("9:10"), GUIDE), LAW, (R2,)),
        (EvidenceMoved(NUMBER, "AV-001-1", KeptAt.POLICE, at("9:30"), GUIDE), LAW, (R2,)),
        (EvidenceMoved(ViolationNo("AV-009"), "AV-009-1", KeptAt.POLICE, at("9:30"), GUIDE), None, ()),
        (ViolationSheetVoided("1-1-002-02", SheetVoidReason.SPOILED), LAW, (R2,)),
        (ViolationSheetVoided("1-1-001-02", SheetVoidReason.SPOILED), None, ()),
        (IncidentNoted(INCIDENT, NoteKind.ACTION, D1, at("9:10"), GUIDE), None, ()),
        (LEFT, LAW, (R2,)),
        (RoomReturned(INCIDENT, R2, at("9:30"), GUIDE), LAW, (R2,)),
        (RoomReturned(INCIDENT, R1, at("9:30"), GUIDE), None, (R1,)),
        (RoomReturned(IncidentNo("A-009"), R1, at("9:30"), GUIDE), None, (R1,)),
        (SIGNED, LAW, (R1,)),
        (ScanAttached("E03", "1-1", 1, D1, 1, 1), None, ()),
    ],
)
def test_where_it_is_looked_for(fact: Fact, session: SessionId | None, rooms: tuple[RoomId, ...]) -> None:
    assert place(fact, SITE) == (session, rooms)


@pytest.mark.parametrize(("fact", "when"), [(RECORDED, ACCOUNT.happened_at), (SIGNED, at("10:20"))])
def test_when_it_happened(fact: Fact, when: datetime) -> None:
    assert happened_at(fact) == when
