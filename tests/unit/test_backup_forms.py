"""The list of backups (E08) with labels for their media, and the cleanup certificate (E23)."""

from __future__ import annotations

from msgspec.structs import replace

from app.core.cleaning import Lacking
from app.core.operation import Fact
from app.core.room_state import CalledOff
from app.core.safekeeping import BackupVerified
from app.core.sheet_open import NotCleanedYet, not_yet
from app.core.site_form import SiteForm
from app.core.terms import PersonId, Role, SessionId
from app.core.upload import UploadConfirmed
from app.views.backup_sheet import BackupLine, BackupSheet, backup_sheet
from app.views.cleanup_sheet import CleanupLine, CleanupSheet, RoomDay, cleanup_sheet
from app.views.journal import Line
from app.views.site_papers import sheet_content, subjects
from tests.builders import ADMIN, D1, D2, LAW, OFFICER, PEOPLE, TAX, Story, at
from tests.unit.after_paper import BACKUPS, CLEANUP
from tests.unit.test_after_forms import NUMBER, drawn, handed
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
    first, second = drawn(SiteForm.BACKUPS, BACKUPS)
    assert in_order(
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
    assert in_order(
        second, "沿框线剪下", "作答数据备份第1批次第1场经济基础知识", "监督王秀兰", "作答数据备份", "监督无监督"
    )


def test_a_supervisor_box_stands_there_also_where_nobody_stood_by() -> None:
    first, _ = drawn(SiteForm.BACKUPS, replace(BACKUPS, backups=BACKUPS.backups[1:]))
    assert "制作人㐂𠮷田明监督人" in first


# The certificate of DAT-10


def unreceipted(story: Story) -> tuple[SessionId, ...]:
    """What the certificate is a draft for, of the sessions that the centre has not confirmed."""
    no = not_yet(story.site, SiteForm.CLEANUP, "jj2021")
    assert isinstance(no, NotCleanedYet)
    return tuple(one.session for one in no.lacks if one.what is Lacking.RECEIPT)


def test_the_certificate_names_the_receipt_of_every_session() -> None:
    story = backed_up()
    sheet = cleanup_sheet(story.site, "jj2021")
    assert sheet.sessions == (
        CleanupLine(LAW, "law", at("8:30"), at("10:10"), 2, NAME, D1, "C-1", current=True),
        CleanupLine(TAX, "tax", at("10:40"), None, 1, "other", D1, "C-2", current=False),
    )
    assert (sheet.exam_id, sheet.days, sheet.missing) == ("jj2021", (RoomDay(at("8:30").date(), 2),), 1)
    assert sheet.handovers == ()
    assert unreceipted(story) == (TAX,)


def test_sessions_without_receipt_or_backup_are_missing() -> None:
    story = Story("checked").given(MADE, AGAIN)
    one, other = cleanup_sheet(story.site, "jj2021").sessions
    assert (one.backup, one.receipt, other.backup, other.digest) == ("again", "", "", "")
    assert cleanup_sheet(story.site, "jj2021").missing == 2
    assert unreceipted(story) == (LAW, TAX)


def test_a_session_that_was_called_off_has_nothing_to_clean() -> None:
    story = backed_up()
    for room in story.site.sessions[TAX].rooms.values():
        room.called_off = CalledOff.CANCELLED
    sheet = cleanup_sheet(story.site, "jj2021")
    assert [one.session for one in sheet.sessions] == [LAW]
    assert sheet.missing == 0
    assert unreceipted(story) == ()


def test_one_certificate_an_exam() -> None:
    site = handed().site
    assert subjects(site, PEOPLE, [SiteForm.CLEANUP]) == ((SiteForm.CLEANUP, "jj2021"),)
    found = sheet_content(site, PEOPLE, SiteForm.CLEANUP, "jj2021", ())
    assert isinstance(found, CleanupSheet)
    assert (found.handovers, found.last_at) == ((NUMBER,), None)
    assert sheet_content(site, PEOPLE, SiteForm.CLEANUP, "other", ()) is None


def test_the_certificate_as_two_people_sign_it() -> None:
    (page,) = drawn(SiteForm.CLEANUP, CLEANUP)
    assert in_order(
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
    assert in_order(page, "未收到", "核对作答数据之前", "还有3个场次", "不得清除", "本机没有移交的登记", "签字")
    assert "没有备份" in page
    assert "可以清除" not in page
