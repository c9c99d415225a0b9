"""The list of backups (E08) with labels for their media, and what a hand-over carries (E07)."""

from __future__ import annotations

from msgspec.structs import replace

from app.core.city_way import BundlesGiven
from app.core.handover import HandedOver
from app.core.media import MediumSealed, MediumWasLost
from app.core.operation import Fact
from app.core.safe_state import UploadResult
from app.core.safekeeping import BackupCopied, BackupVerified
from app.core.site_form import SiteForm
from app.core.terms import HandoverNo, PersonId, Role
from app.core.upload import UploadAttempted, UploadConfirmed
from app.views.backup_sheet import AttemptLine, BackupLine, BackupSheet, CarrierLine, CityLine, backup_sheet
from app.views.handover_sheet import handover_sheet
from app.views.journal import Line
from app.views.site_papers import sheet_content, subjects
from tests.builders import ADMIN, D1, D2, LAW, OFFICER, PEOPLE, R1, R2, TAX, Story, at
from tests.unit.after_paper import BACKUPS
from tests.unit.safe_story import BACKED_UP, BUNDLED, OF_ROOMS, OTHER, REGISTERED, SECOND_STICK, STICK
from tests.unit.test_after_forms import drawn
from tests.unit.time_paper import in_order

# The list of backups, E08

NAME = "jj2021-2101-S-1-1-1.examsite-backup"
MADE = BackupVerified(NAME, LAW, D1, 1000, 40, D2, supervised=True)
AGAIN = BackupVerified("again", LAW, D2, 1001, 41, D1, supervised=False)
BY_TWO = ((ADMIN, Role.SITE_ADMIN), (OFFICER, Role.EXAM_OFFICE))


def line(n: int, fact: Fact, clock: str, *signers: tuple[PersonId, Role]) -> Line:
    return Line(n, at(clock), "", "", signers or BY_TWO[:1], fact)


HISTORY = (
    line(1, MADE, "12:00", *BY_TWO),
    line(2, replace(MADE, name="other", session=TAX), "12:05"),
    line(3, AGAIN, "12:10", BY_TWO[0], (PersonId("W9"), Role.SITE_ADMIN)),
    line(4, UploadConfirmed(NAME, "C-1", D1), "12:30"),
    line(5, UploadConfirmed("other", "C-2", D1), "12:31"),
)


def backed_up() -> Story:
    return Story("checked").given(*(one.fact for one in HISTORY))


def test_every_backup_of_a_session_with_who_stood_by() -> None:
    sheet = backup_sheet(backed_up().site, PEOPLE, LAW, HISTORY)
    assert sheet
    assert sheet.backups == (
        BackupLine(NAME, 1000, D1, 40, D2, at("12:00"), "Sun", "Li", "C-1", at("12:30")),
        BackupLine("again", 1001, D2, 41, D1, at("12:10"), "Sun", "", "", None),
    )
    assert (sheet.session, sheet.subject, sheet.last_at) == (LAW, "law", at("12:30"))


def test_sheets_of_sessions_with_a_backup() -> None:
    site = backed_up().site
    assert subjects(site, PEOPLE, [SiteForm.BACKUPS], HISTORY) == ((SiteForm.BACKUPS, LAW), (SiteForm.BACKUPS, TAX))
    found = sheet_content(site, PEOPLE, SiteForm.BACKUPS, TAX, HISTORY)
    assert isinstance(found, BackupSheet)
    assert [one.name for one in found.backups] == ["other"]
    assert sheet_content(site, PEOPLE, SiteForm.BACKUPS, "9-9", HISTORY) is None
    assert subjects(Story("checked").site, PEOPLE, [SiteForm.BACKUPS]) == ()


def test_the_list_says_unsupervised_and_the_labels_stand_apart() -> None:
    *before, labels = drawn(SiteForm.BACKUPS, BACKUPS)
    assert in_order(
        "".join(before),
        "备份清单",
        "第1份备份",
        "备份名称jj2026-1101-S-1-1-1.examsite-backup",
        "考点机备份（S类）",
        "18,234,567字节",
        "文件摘要0123456789abcdef",
        "第1至1210条，末条摘要fedcba9876543210",
        "制作李建国2026-06-1918:00:00",
        "监督王秀兰",
        "上传回执未收到",
        "第2份备份",
        "监督无监督",
        "（2026-06-1919:00:00收到）",
        "合计",
        "备份有监督已收到上传回执",
        "211",
        "签字",
        "制作人李建国制作人㐂𠮷田明监督人王秀兰",
    )
    assert in_order(
        labels, "沿框线剪下", "作答数据备份第1批次第1场经济基础知识", "监督王秀兰", "作答数据备份", "监督无监督"
    )


def test_a_supervisor_box_stands_there_also_where_nobody_stood_by() -> None:
    found = drawn(SiteForm.BACKUPS, replace(BACKUPS, backups=BACKUPS.backups[1:]))
    assert "制作人㐂𠮷田明监督人" in "".join(found)


def test_media_attempts_and_the_citys_way_stand_by_the_backup() -> None:
    facts: tuple[Fact, ...] = (
        UploadAttempted("b", UploadResult.TOO_SLOW, "T-1", at("10:40")),
        BackupCopied("b", OTHER),
        MediumSealed(STICK, "F-9", at("11:00")),
        HandedOver(HandoverNo("AH-001"), (ADMIN, OFFICER), D1, (), (STICK,), (), True, at("11:30")),
        BundlesGiven(HandoverNo("AH-001"), ("b",), at("11:30")),
        MediumWasLost(OTHER, at("11:40"), ADMIN),
    )
    story = Story("checked").given(REGISTERED, SECOND_STICK, BACKED_UP, *OF_ROOMS, BUNDLED, *facts)
    sheet = backup_sheet(story.site, PEOPLE, LAW, (line(1, BACKED_UP, "10:15", *BY_TWO),))
    assert sheet
    (made,) = sheet.backups
    carriers = (CarrierLine("U-1", "Sun", "F-9", "AH-001", None), CarrierLine("U-2", "Sun", "", "", at("11:40")))
    assert made.media == carriers
    assert (made.bundled_at, made.attempts) == (at("10:20"), (AttemptLine("too_slow", "T-1", at("10:40")),))
    assert made.city == (CityLine("AH-001", "given", at("11:30")),)
    assert sheet.last_at == at("11:30")
    assert [(one.room, one.source, one.media) for one in sheet.rooms] == [
        (R1, "signed", carriers[:1]),
        (R2, "signed", carriers[:1]),
    ]
    handed = handover_sheet(story.site, PEOPLE, "AH-001")
    assert handed
    (stick,) = handed.media
    assert (stick.seal, [(one.kind, one.about) for one in stick.carried]) == (
        "F-9",
        [("S", LAW), ("R", R1), ("R", R2)],
    )


def test_the_way_of_a_backup_is_read_in_one_place() -> None:
    found = "".join(drawn(SiteForm.BACKUPS, BACKUPS))
    assert in_order(
        found,
        "存储介质仅在考点机上",
        "上传未导出上传包",
        "U-01（保管人李建国），封条F-0101，已移交AH-001；U-02（保管人王秀兰）",
        "上传：网络不通；",
        "已发出，等待回执，服务器显示T-2026/0619",
        "AH-001：2026-06-1918:50:00交出；收到的回执与本备份不一致",
        "当日各考场备份（R类，2份）",
        "监考锁签名",
        "原样文件夹",
    )
