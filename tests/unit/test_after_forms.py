"""Sheets of what follows the exam (E07, E08, E23, R11): what stands on them, and what each reader looks for."""

from __future__ import annotations

import hashlib

import pytest
from msgspec.structs import replace

from app.core.conduct_state import EvidenceKind, KeptAt
from app.core.day_figures import Figures
from app.core.directory import Directory
from app.core.free_text import TextPart
from app.core.handover import HandedOver
from app.core.media import MediumRegistered
from app.core.operation import Fact
from app.core.paper_state import PaperRef
from app.core.records import RecordKept, RoomForm
from app.core.safekeeping import BackupVerified, UploadConfirmed
from app.core.sheet_open import ReceiptsMissing, not_yet
from app.core.site_form import NothingToPrint, SiteForm
from app.core.terms import HandoverNo, MediumSerial, PersonId, Role
from app.core.violation_kinds import ViolationLevel
from app.views.backup_sheet import BackupLine, BackupSheet, backup_sheet
from app.views.cleanup_sheet import CleanupLine, CleanupSheet, RoomDay, cleanup_sheet
from app.views.handover_sheet import MediumLine, PaperLine, PieceLine, handover_sheet
from app.views.journal import Line
from app.views.site_papers import sheet_content, subjects
from app.views.site_sheet import SiteSheet
from reports import site_sheet
from reports.edition import labels
from tests.builders import ADMIN, D1, D2, LAW, OFFICER, PEOPLE, R1, R2, TAX, Story, at
from tests.unit.after_paper import BACKUPS, CLEANUP, HANDED, MORNING, SUMMARY
from tests.unit.conduct_story import FIRST, RECORDED, taken, words
from tests.unit.paper import STAMP, pages
from tests.unit.time_paper import in_order

NUMBER, FILE_DIGEST = HandoverNo("AH-001"), "0123456789abcdef" * 4
SHEETS: dict[SiteForm, SiteSheet] = {
    SiteForm.HANDOVER: HANDED,
    SiteForm.BACKUPS: BACKUPS,
    SiteForm.CLEANUP: CLEANUP,
    SiteForm.DAY_SUMMARY: SUMMARY,
}
GOLDEN = {
    SiteForm.HANDOVER: "ee5a3e710dec0101a14a4d3a57a422ded31982a65b48e55d25922e8c0d8a1ef3",
    SiteForm.BACKUPS: "2ca5c9d9b9b666bd97982df303ed07bda2667df7761a75cd474363810321e8e4",
    SiteForm.CLEANUP: "ba82130d8b0629be66ea061461fa2d92838ca7ec17f149b3116952171e239153",
    SiteForm.DAY_SUMMARY: "67269923344023f396bd9b74f0180648c70304af744d720fe10b97a52fe5b075",
}
"""Of sheets in the edition 2026-11: they are printed again to the same bytes."""


def drawn(form: SiteForm, sheet: SiteSheet) -> list[str]:
    return pages(site_sheet.draw(sheet, replace(STAMP, form=form)))


@pytest.mark.parametrize("form", SHEETS)
def test_the_same_sheet_has_the_same_bytes(form: SiteForm) -> None:
    pdf = site_sheet.draw(SHEETS[form], replace(STAMP, form=form))
    assert hashlib.sha256(pdf).hexdigest() == GOLDEN[form]


# Hand-over (PAP-02)

TEXT = words("handover", TextPart.RECEIVER_1, TextPart.RECEIVER_2, TextPart.OFFICE)
PIECE = words("piece 1", TextPart.ITEM)
KNOWN = Directory(PEOPLE.candidates, PEOPLE.staff, texts={TEXT.kept: TEXT, PIECE.kept: PIECE})
PAPERS = (PaperRef("E01", f"{LAW}-{R2}", 1), PaperRef("E01", f"{LAW}-{R1}", 1))


def handed() -> Story:
    kept = [RecordKept(RoomForm.RECORD, LAW, room, 1, content, D2, None) for room, content in ((R1, D1), (R2, D2))]
    return Story("checked").given(
        *kept,
        RECORDED,
        taken(file=FILE_DIGEST),
        MediumRegistered(MediumSerial("AA1"), "U-01", ADMIN, read=True),
        HandedOver(
            NUMBER, (ADMIN, OFFICER), TEXT.kept, PAPERS, (MediumSerial("AA1"),), (f"{FIRST}-1",), True, at("13:00")
        ),
    )


def test_what_was_handed_over_stands_by_piece() -> None:
    sheet = handover_sheet(handed().site, KNOWN, NUMBER)
    assert sheet
    assert (sheet.number, sheet.at, sheet.last_at, sheet.cards_checked) == (NUMBER, at("13:00"), at("13:00"), True)
    assert (sheet.givers, sheet.office) == (("Sun", "Li"), "office handover")
    assert sheet.receivers == ("receiver_1 handover", "receiver_2 handover")
    assert sheet.papers == (PaperLine("E01", f"{LAW}-{R1}", 1, D1), PaperLine("E01", f"{LAW}-{R2}", 1, D2))
    assert sheet.media == (MediumLine("AA1", "U-01"),)
    assert sheet.evidence == (PieceLine(f"{FIRST}-1", EvidenceKind.THING, "item piece 1", FILE_DIGEST),)


def test_where_a_piece_went_afterwards_does_not_change_the_sheet() -> None:
    story = handed()
    before = handover_sheet(story.site, KNOWN, NUMBER)
    story.site.violations[FIRST].move((f"{FIRST}-1",), KeptAt.POLICE, at("14:00"))
    assert handover_sheet(story.site, KNOWN, NUMBER) == before


def test_names_of_a_hand_over_may_be_erased() -> None:
    sheet = handover_sheet(handed().site, Directory(), NUMBER)
    assert sheet
    assert (sheet.givers, sheet.receivers, sheet.office) == ((ADMIN, OFFICER), (None, None), None)
    (page,) = drawn(SiteForm.HANDOVER, sheet)
    assert page.count("已清除") == 4


@pytest.mark.parametrize("subject", ["", "AH-002", LAW])
def test_no_sheet_of_what_was_not_handed_over(subject: str) -> None:
    site = handed().site
    assert subjects(site, KNOWN, [SiteForm.HANDOVER]) == ((SiteForm.HANDOVER, NUMBER),)
    assert sheet_content(site, KNOWN, SiteForm.HANDOVER, subject, ()) is None
    assert not_yet(site, SiteForm.HANDOVER, subject) == NothingToPrint(SiteForm.HANDOVER)


def test_the_hand_over_as_four_people_sign_it() -> None:
    (page,) = drawn(SiteForm.HANDOVER, HANDED)
    in_order(
        page,
        "试卷（数据）交接单",
        "交接编号AH-001交接时间2026-06-1918:00:00",
        "接收人工作证和身份证已查验",
        "接收单位市人事考试中心考务科",
        "一、纸质单据（4份）",
        "考场情况记录单1-1-001第1份0123456789abcdef",
        "考场违纪情况记录单AV-001第1份",
        "二、存储介质（2个）",
        "AA00000000000489U-01",
        "三、证据和暂存物品（2件）",
        "AV-001-1物品黑色手机一部，背面有裂痕屏幕朝下放在抽屉内实物",
        "AV-001-2录像已清除fedcba9876543210",
        "四、交接合计",
        "纸质单据4",
        "存储介质2",
        "证据和暂存物品2",
        "五、签字",
        "交出人李建国",
        "交出人王秀兰",
        "接收人㐂𠮷田明",
        "接收人周立",
    )


def test_a_whole_exam_goes_over_pages_and_is_signed_under_its_counts() -> None:
    papers = tuple(PaperLine("E01", f"1-{n % 4 + 1}-{n // 4:03}", 1, FILE_DIGEST) for n in range(200))
    sheet = replace(HANDED, papers=papers, cards_checked=False)
    found = drawn(SiteForm.HANDOVER, sheet)
    assert len(found) > 3
    assert "未查验" in found[0]
    in_order(found[-1], "四、交接合计", "纸质单据200", "接收人周立")
    assert sum(page.count("考场情况记录单1-") for page in found) == 200


def test_every_form_and_kind_of_evidence_has_a_name_on_the_sheet() -> None:
    said = labels(STAMP.edition, "handover")
    forms = (*RoomForm, *SiteForm)
    assert [form for form in forms if said.named("forms", form) == form] == []
    assert all(said(f"evidence.{kind}") for kind in EvidenceKind)


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
    first, second = drawn(SiteForm.BACKUPS, BACKUPS)
    in_order(
        first,
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
    in_order(second, "沿框线剪下", "作答数据备份第1批次第1场经济基础知识", "监督王秀兰", "作答数据备份", "监督无监督")


def test_a_supervisor_box_stands_there_also_where_nobody_stood_by() -> None:
    first, _ = drawn(SiteForm.BACKUPS, replace(BACKUPS, backups=BACKUPS.backups[1:]))
    assert "制作人㐂𠮷田明监督人" in first


# The certificate of DAT-10


def test_the_certificate_names_the_receipt_of_every_session() -> None:
    story = backed_up()
    sheet = cleanup_sheet(story.site, "jj2021")
    assert sheet.sessions == (
        CleanupLine(LAW, "law", at("8:30"), at("10:10"), 2, NAME, D1, "C-1", current=True),
        CleanupLine(TAX, "tax", at("10:40"), None, 1, "other", D1, "C-2", current=False),
    )
    assert (sheet.exam_id, sheet.days, sheet.missing) == ("jj2021", (RoomDay(at("8:30").date(), 2),), 1)
    assert sheet.handovers == ()
    assert not_yet(story.site, SiteForm.CLEANUP, "jj2021") in (None, ReceiptsMissing((TAX,)))


def test_sessions_without_receipt_or_backup_are_missing() -> None:
    story = Story("checked").given(MADE, AGAIN)
    one, other = cleanup_sheet(story.site, "jj2021").sessions
    assert (one.backup, one.receipt, other.backup, other.digest) == ("again", "", "", "")
    assert cleanup_sheet(story.site, "jj2021").missing == 2
    assert not_yet(story.site, SiteForm.CLEANUP, "jj2021") == ReceiptsMissing((LAW, TAX))


def test_one_certificate_an_exam() -> None:
    site = handed().site
    assert subjects(site, PEOPLE, [SiteForm.CLEANUP]) == ((SiteForm.CLEANUP, "jj2021"),)
    found = sheet_content(site, PEOPLE, SiteForm.CLEANUP, "jj2021", ())
    assert isinstance(found, CleanupSheet)
    assert (found.handovers, found.last_at) == ((NUMBER,), None)
    assert sheet_content(site, PEOPLE, SiteForm.CLEANUP, "other", ()) is None


def test_the_certificate_as_two_people_sign_it() -> None:
    (page,) = drawn(SiteForm.CLEANUP, CLEANUP)
    in_order(
        page,
        "清除证明",
        "一、作答数据上传和备份（2场）",
        "C-0017",
        "C-0018",
        "二、各考场每日备份（手填）",
        "2026-06-19：15个考场15",
        "可以清除",
        "已办移交：AH-001。",
        "保留：考点机日志",
        "考点系统管理员",
    )
    assert "不得清除" not in page


def test_what_is_missing_is_said_beside_the_signatures() -> None:
    lines = (
        replace(CLEANUP.sessions[0], receipt=""),
        replace(CLEANUP.sessions[1], current=False),
        replace(CLEANUP.sessions[0], backups=0, backup="", digest="", receipt="", checked_at=None, current=False),
    )
    (page,) = drawn(SiteForm.CLEANUP, replace(CLEANUP, sessions=lines, handovers=()))
    in_order(page, "未收到", "核对作答数据之前的备份", "还有3个场次", "不得清除", "本机没有移交的登记", "签字")
    assert "没有备份" in page
    assert "可以清除" not in page


# Day summary (R11)


def test_the_numbers_stand_in_the_order_of_the_room_record() -> None:
    (page,) = drawn(SiteForm.DAY_SUMMARY, SUMMARY)
    in_order(
        page,
        "考试日小结",
        "考试日期2026-06-19",
        "第1批次第1场经济基础知识09:00:0010:32:0018:00:00",
        "项目1-11-2不分场次合计",
        "编排（人）60059001190",
        "调入（人）3003",
        "调出（人）3003",
        "实考（人）57056001130",
        "缺考（人）3030060",
        "作答数据回收（人）56856001128",
        "核销（人）1001",
        "未登录（人）1001",
        "迟到未准入场（人）4004",
        "异常：一般（件）2013",
        "编排1190＋调入3－调出3＝1190人；实考1130＋缺考60＝1190人：相符",
        "作答数据回收1128＋核销1＋未登录1＝1130人；实考1130人：相符",
        "考点系统管理员",
    )
    assert "取消、改期" not in page
    assert "未登记" not in page


def test_what_does_not_balance_is_called_out() -> None:
    total = replace(SUMMARY.total, present=1129, unsettled=2, called_off=1, violations_withdrawn=1)
    (page,) = drawn(SiteForm.DAY_SUMMARY, replace(SUMMARY, total=total))
    assert "实考1129＋缺考60＋未登记2＝1191人：不符，相差1人" in page
    assert "实考1129人：不符，相差1人" in page
    assert "取消、改期的考场" in page
    assert "撤销的误记" in page


def test_a_day_of_many_sessions_has_tables_side_by_side_and_one_total() -> None:
    sessions = tuple(
        replace(SUMMARY.sessions[0], session=f"{n}-1", ended_at=None, checked_at=None) for n in range(1, 8)
    )
    found = drawn(SiteForm.DAY_SUMMARY, replace(SUMMARY, sessions=sessions))
    text = "".join(found)
    assert "项目1-12-13-14-15-1" in text
    assert "项目6-17-1不分场次合计" in text
    assert "未结束未核对" in text
    in_order(found[-1], "三、核对和签字", "考点系统管理员")


def test_every_figure_has_a_name_and_every_level_a_figure() -> None:
    said = labels(STAMP.edition, "day_summary")
    assert all(said(f"figures.{name}") for name in Figures.__struct_fields__)
    assert all(f"violations_{level}" in Figures.__struct_fields__ for level in ViolationLevel)


def test_four_sessions_of_a_day_fit_on_one_page() -> None:
    sessions = tuple(replace(SUMMARY.sessions[0], session=f"{n}-1") for n in range(1, 5))
    sheet = replace(SUMMARY, sessions=sessions, total=replace(MORNING, unsettled=1, called_off=1))
    assert len(drawn(SiteForm.DAY_SUMMARY, sheet)) == 1
    draft = replace(STAMP, form="R11", draft=True)
    assert len(pages(site_sheet.draw(replace(sheet, total=MORNING), draft))) == 1
