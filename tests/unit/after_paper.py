"""Samples of the sheets of what follows the exam."""

from __future__ import annotations

from datetime import timedelta

from app.core.day_figures import Figures, added
from app.core.terms import SessionId
from app.views.backup_sheet import BackupLine, BackupSheet
from app.views.cleanup_sheet import CleanupLine, CleanupSheet, RoomDay
from app.views.day_summary import DaySummary, SessionFigures
from app.views.handover_sheet import HandoverSheet, MediumLine, PaperLine, PieceLine
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
    cards_checked=True,
    papers=(
        PaperLine("E01", "1-1-001", 1, ONE),
        PaperLine("E01", "1-1-002", 2, OTHER),
        PaperLine("E02", "AV-001", 1, THIRD),
        PaperLine("E03", "1-1", 1, ONE),
    ),
    media=(MediumLine("AA00000000000489", "U-01"), MediumLine("AA00000000000490", "U-02")),
    evidence=(
        PieceLine("AV-001-1", "thing", "黑色手机一部，背面有裂痕\n屏幕朝下放在抽屉内", ""),
        PieceLine("AV-001-2", "video", None, OTHER),
    ),
)
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
        ),
    ),
)
CLEANUP = CleanupSheet(
    head=HEAD,
    exam_id="jj2026",
    sessions=(
        CleanupLine("1-1", "经济基础知识", START, EVENING, 2, BACKUPS.backups[1].name, THIRD, "C-0017", current=True),
        CleanupLine("1-2", "工商管理", START, EVENING, 1, BACKUPS.backups[0].name, ONE, "C-0018", current=True),
    ),
    days=(RoomDay(START.date(), 15),),
    handovers=("AH-001",),
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
