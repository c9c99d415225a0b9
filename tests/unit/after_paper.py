"""Samples of the sheets of what follows the exam."""

from __future__ import annotations

from datetime import timedelta

from app.core.day_figures import Figures, added
from app.core.retention import Kept
from app.core.terms import SessionId
from app.views.awaiting_sheet import AwaitedLine, AwaitingSheet
from app.views.backup_sheet import AttemptLine, BackupLine, BackupSheet, CarrierLine, CityLine, RoomBackupLine
from app.views.cleanup_sheet import CleanupLine, CleanupSheet, RoomLine
from app.views.day_summary import DaySummary, SessionFigures
from app.views.handover_sheet import CarriedLine, HandoverSheet, MediumLine, PaperLine, PieceLine
from app.views.retention import GrownTerm, Retention, TermGroup
from app.views.site_sheet import Signatory
from tests.unit.paper import MINUTE, START
from tests.unit.site_paper import HEAD

EVENING = START + timedelta(hours=9)
ONE, OTHER, THIRD = "0123456789abcdef" * 4, "fedcba9876543210" * 4, "00112233aabbccdd" * 4

HANDED = HandoverSheet(
    head=HEAD,
    number="AH-001",
    at=EVENING,
    givers=("李建国", "王秀兰"),
    receivers=("㐂𠮷田明", "周立"),
    office="市人事考试中心考务科",
    escorts=("周立", "冯远"),
    cards_checked=True,
    papers=(
        PaperLine("E01", "1-1-001", 1, ONE),
        PaperLine("E01", "1-1-002", 2, OTHER),
        PaperLine("E02", "AV-001", 1, THIRD),
        PaperLine("E03", "1-1", 1, ONE),
    ),
    media=(
        MediumLine(
            "AA00000000000489",
            "U-01",
            "F-0101",
            (
                CarriedLine("S", "1-1", START.date(), "jj2026-1101-S-1-1-2.examsite-backup", THIRD),
                CarriedLine("R", "001", START.date(), "jj2026-1101-R-001-20260619-1.examsite-backup", ONE),
            ),
        ),
        MediumLine("AA00000000000490", "U-02"),
    ),
    evidence=(
        PieceLine("AV-001-1", "thing", "黑色手机一部，背面有裂痕\n屏幕朝下放在抽屉内", ""),
        PieceLine("AV-001-2", "video", None, OTHER),
    ),
)
STICK = CarrierLine("U-01", "李建国", "F-0101", "AH-001", None)
BACKUPS = BackupSheet(
    head=HEAD,
    session="1-1",
    subject="经济基础知识",
    backups=(
        BackupLine("jj2026-1101-S-1-1-1.examsite-backup", 18234567, ONE, 1210, OTHER, EVENING, "李建国", "王秀兰"),
        BackupLine(
            "jj2026-1101-S-1-1-2.examsite-backup",
            18300001,
            THIRD,
            1302,
            ONE,
            EVENING + 30 * MINUTE,
            "㐂𠮷田明",
            "",
            "jj2026-1101-S-1-1-2.examsite-backup-00112233",
            EVENING + 60 * MINUTE,
            media=(STICK, CarrierLine("U-02", "王秀兰", "", "", EVENING)),
            bundled_at=EVENING + 31 * MINUTE,
            attempts=(
                AttemptLine("network_failed", "", EVENING + 35 * MINUTE),
                AttemptLine("sent", "T-2026/0619", EVENING + 40 * MINUTE),
            ),
            city=(CityLine("AH-001", "given", EVENING + 50 * MINUTE),),
            mismatched=True,
        ),
    ),
    rooms=(
        RoomBackupLine(
            "001", "jj2026-1101-R-001-20260619-1.examsite-backup", "signed", 1234567, ONE, EVENING, True, (STICK,)
        ),
        RoomBackupLine("002", "jj2026-1101-R-002-20260619-1.examsite-backup", "folder", 99, OTHER, EVENING, False, ()),
    ),
)
TERMS = Retention(
    None,
    (
        TermGroup(
            Kept.ROUTINE, 6, "publication", None, None, "REC-05", tuple(("1-1", f"{n:03}") for n in range(2, 31))
        ),
        TermGroup(
            Kept.SERIOUS, 24, "publication", None, None, "REC-06", (("1-1", "001"), ("1-1", "031"), ("1-2", "004"))
        ),
        TermGroup(Kept.ELECTRONIC, 60, "publication", None, None, "REC-07", ()),
        TermGroup(
            Kept.VIDEO,
            6,
            "exam_end",
            START.date(),
            START.date().replace(month=12),
            "REC-08",
            (("", "001"), ("", "002")),
        ),
    ),
    (GrownTerm("1-1", "031", "AH-001", EVENING, EVENING + 90 * MINUTE, ("AV-007", "A-003")),),
)
CLEANUP = CleanupSheet(
    head=HEAD,
    exam_id="jj2026",
    cleaned_at=EVENING + 120 * MINUTE,
    ended_at=EVENING + 121 * MINUTE,
    by=(Signatory("李建国", "site_admin"), Signatory("王秀兰", "exam_office")),
    sessions=(
        CleanupLine(
            "1-1", "经济基础知识", START, EVENING, 2, BACKUPS.backups[1].name, THIRD, "C-0017", True, ("U-01", "U-02")
        ),
        CleanupLine("1-2", "工商管理", START, EVENING, 1, BACKUPS.backups[0].name, ONE, "C-0018", True, ("U-01",)),
    ),
    rooms=tuple(RoomLine(START.date(), one.room, one.name, one.digest, ("U-01",)) for one in BACKUPS.rooms),
    lacks=(),
    handovers=("AH-001",),
    not_handed=("U-02",),
    mirrors=("U-03",),
    retention=TERMS,
)
AWAITING = AwaitingSheet(
    head=HEAD,
    exam_id="jj2026",
    seal="F-0102",
    place="secure_room",
    at=EVENING + 120 * MINUTE,
    custodian="周立",
    by=CLEANUP.by,
    sessions=(
        AwaitedLine("1-1", "经济基础知识", BACKUPS.backups[1].name, THIRD, ("U-01",), EVENING + 40 * MINUTE),
        AwaitedLine("1-2", "工商管理", BACKUPS.backups[0].name, ONE, (), None),
    ),
)
MORNING = Figures(
    arranged=600,
    transferred_in=3,
    transferred_out=3,
    present=570,
    absent=30,
    collected=568,
    written_off=1,
    never_logged_in=1,
    rooms=15,
    late_refused=4,
    late_starts=2,
    extra_time=41,
    resets=3,
    standalone=1,
    violations_subject=1,
    violations_serious=1,
    incidents_major=1,
    incidents_general=2,
    faults=6,
)
NOON = Figures(arranged=590, present=560, absent=30, collected=560, rooms=15, faults=1)
ELSEWHERE = Figures(incidents_general=1, faults=1)
SUMMARY = DaySummary(
    head=HEAD,
    day=START.date(),
    sessions=(
        SessionFigures(SessionId("1-1"), "经济基础知识", START, START + 92 * MINUTE, EVENING, MORNING),
        SessionFigures(SessionId("1-2"), "工商管理", START + 130 * MINUTE, START + 221 * MINUTE, EVENING, NOON),
    ),
    elsewhere=ELSEWHERE,
    total=added((MORNING, NOON, ELSEWHERE)),
)
