"""A day with violations, an incident and its reports, told in words as they are typed, for what is printed of it."""

from __future__ import annotations

import dataclasses
from datetime import datetime

from msgspec.structs import replace

from app.core.evidence import EvidenceMoved, EvidenceTaken, PoliceNoted
from app.core.free_text import FreeText, TextPart
from app.core.incident import IncidentClosed, IncidentOpened
from app.core.incident_course import IncidentFollowed, IncidentNoted, RoomEvacuated, RoomReturned
from app.core.incident_kinds import Hop, IncidentKind
from app.core.incident_report import IncidentReported
from app.core.incident_state import NoteKind, ReportKind, ReportMeans
from app.core.leaving import CandidateLeft, LeaveCause
from app.core.operation import Fact
from app.core.removal import CandidateRemoved
from app.core.terms import Digest, ViolationNo
from app.core.violation import ViolationCorrected, ViolationRecorded
from app.core.violation_kinds import ViolationKind
from app.core.violation_sheets import ViolationSheetsIssued
from app.core.violation_signing import CandidateTold, SigningRefused, ViolationSigned
from app.core.violation_state import Account, EvidenceKind, Found, KeptAt, WaitingPlace
from app.core.violation_void import ViolationWithdrawn
from tests.builders import A1, CHIEF, GUIDE, LAW, R1, Story, at, digest
from tests.unit.conduct_story import FIRST, NUMBER, PEOPLE, ROVING, SHEET, WITNESSES

SECOND, THIRD = ViolationNo("AV-002"), ViolationNo("AV-003")
FILE = Digest("1a2b3c4d5e6f7081" * 4)


def said(name: str, **parts: str) -> FreeText:
    return FreeText(tuple((TextPart(part), text) for part, text in parts.items()), digest(f"text {name}"))


ACT = said(
    "act",
    act="开考后 20 分钟，该应试人员将自带的存储设备插入考试机前面板，经提醒仍未拔出。\n监考人员到场时指示灯闪烁。",
    handling="当场制止，拔出设备并暂存；继续考试至结束。",
    place="机位 001",
)
ANEW = said("anew", act="将自带的存储设备插入考试机，经提醒后拔出。", handling="当场制止，设备暂存。", place="机位 001")
WHY = said("why", reason="现场录像显示经提醒后已拔出。", basis="考场录像 08:48 至 08:53，见证据清单。")
REFUSAL = said("refusal", refusal="本人看过记录后说不认可，不签字，要求复核录像。", damage="撕毁了记录单的第二联。")
STICK = said("stick", item="黑色存储设备一个，外壳有“32”字样，没有编号")
VIDEO = said("video", item="考场录像，08:45 至 08:55")
POLICE = said("police", station="中山路派出所", officer="周建民", receipt="ZSL-2021-1030-7", item="存储设备一个，封装")
OUTSIDER = said(
    "outsider", act="在考场门外高声喧哗，拍打考场门。", handling="流动监考劝离。", person="男，约四十岁，身穿灰色外套"
)
NOTE_1 = said("n1", facts="北楼 3 层停电，考场照明和考试机全部断电，应试人员 38 人。")
NOTE_2 = said("n2", action="考场系统管理员切换备用电源，失败；电工 09:06 到场。")
TOLD_1 = said("r1", content="北楼 3 层停电，第 001 考场中断，正在抢修。\n没有人员受伤。", told_to="欧阳志远 考区主任")
TOLD_2 = said("r2", content="09:20 恢复供电，应试人员继续考试，按规定申请补时。", told_to="欧阳志远 考区主任")
FINAL = said(
    "final",
    cause="楼层配电箱跳闸。",
    course="09:00 停电，09:03 报告，09:06 电工到场，09:20 恢复。",
    result="应试人员继续考试，补时 20 分钟，作答数据没有丢失。",
    effect="没有负面影响。",
    lessons="考前检查配电箱负荷。",
)
TEXTS = (ACT, ANEW, WHY, REFUSAL, STICK, VIDEO, POLICE, OUTSIDER, NOTE_1, NOTE_2, TOLD_1, TOLD_2, FINAL)
KNOWN = dataclasses.replace(PEOPLE, texts={one.kept: one for one in TEXTS})

ACCOUNT = Account(
    ViolationKind.OWN_DEVICE, at("8:50"), Found.IN_EXAM, at("8:51"), SHEET, ACT.kept, reminded_at=at("8:48")
)
RECORDED = ViolationRecorded(FIRST, LAW, R1, A1, ACCOUNT, None, GUIDE)
TOLD, SIGNED = CandidateTold(FIRST, at("8:55"), GUIDE), ViolationSigned(FIRST, at("8:57"), GUIDE)
REFUSED = SigningRefused(FIRST, WITNESSES, REFUSAL.kept, at("8:57"), GUIDE)
TAKEN = EvidenceTaken(FIRST, "AV-001-1", EvidenceKind.THING, STICK.kept, "", at("8:52"), GUIDE)
FILMED = EvidenceTaken(FIRST, "AV-001-2", EvidenceKind.VIDEO, VIDEO.kept, FILE, at("8:58"), GUIDE)
MOVED = EvidenceMoved(FIRST, "AV-001-1", KeptAt.EXAM_OFFICE, at("9:40"), GUIDE)
GIVEN_BACK = EvidenceMoved(FIRST, "AV-001-1", KeptAt.OWNER, at("9:50"), GUIDE)
TO_AGENCY = EvidenceMoved(FIRST, "AV-001-2", KeptAt.AGENCY, at("11:30"), GUIDE)
LED_OUT = (
    CandidateLeft(LAW, R1, A1, LeaveCause.REMOVED, at("9:10"), GUIDE),
    CandidateRemoved(FIRST, A1, WITNESSES, ROVING, WaitingPlace.EXAM_OFFICE, at("9:10"), GUIDE),
)
CALLED = PoliceNoted(FIRST, POLICE.kept, at("9:20"), GUIDE)
CORRECTED = ViolationCorrected(FIRST, replace(ACCOUNT, text=ANEW.kept), WHY.kept, None, at("10:30"))
SHOUTED = ViolationRecorded(
    SECOND,
    LAW,
    R1,
    None,
    Account(ViolationKind.PUBLIC_ORDER, at("9:12"), Found.IN_EXAM, at("9:12"), "", OUTSIDER.kept),
    NUMBER,
    GUIDE,
)
WITHDRAWN = ViolationWithdrawn(SECOND, WHY.kept, at("10:40"))
BLANKS = ViolationSheetsIssued(LAW, R1, 3)


OPENED = IncidentOpened(NUMBER, IncidentKind.POWER, LAW, R1, at("9:00"), GUIDE, at("9:01"))
NOTED = IncidentNoted(NUMBER, NoteKind.FACTS, NOTE_1.kept, at("9:02"), GUIDE)
TRIED = IncidentNoted(NUMBER, NoteKind.ACTION, NOTE_2.kept, at("9:07"), CHIEF)
FOLLOWED = IncidentFollowed(NUMBER, CHIEF, at("9:02"))
LEFT = RoomEvacuated(NUMBER, LAW, R1, 38, at("9:02"), GUIDE)
BACK = RoomReturned(NUMBER, R1, at("9:19"), GUIDE)
OVER = IncidentClosed(NUMBER, at("9:21"))


def reported(
    count: int, kind: ReportKind, text: FreeText, when: datetime, hop: Hop = Hop.EXAM_AREA, *, late: bool = False
) -> IncidentReported:
    means = ReportMeans.WRITTEN if kind is ReportKind.FINAL else ReportMeans.PHONE
    return IncidentReported(NUMBER, count, kind, hop, means, text.kept, late, when, GUIDE)


FIRST_REPORT = reported(1, ReportKind.FIRST, TOLD_1, at("9:03"))
STAGE_REPORT = reported(2, ReportKind.STAGE, TOLD_2, at("9:22"))
FINAL_REPORT = reported(3, ReportKind.FINAL, FINAL, at("10:30"))
BEFORE_FIRST = (OPENED, NOTED, FOLLOWED, LEFT)
REPORTED = (*BEFORE_FIRST, FIRST_REPORT, TRIED, BACK, OVER, STAGE_REPORT, FINAL_REPORT)


def caught(*facts: Fact, stage: str = "confirmed") -> Story:
    return Story(stage).given(RECORDED, *facts)
