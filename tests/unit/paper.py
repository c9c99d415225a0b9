"""Samples of what is printed, and what a reader finds on the pages."""

from __future__ import annotations

import subprocess
from datetime import datetime, timedelta, timezone

import msgspec

from app.core.terms import Mode
from app.views.room_record import AbsenceLine, AnswersLine, EventLine, LateLine, RoomRecord
from app.views.room_release import CandidateLine, ReleaseSheet
from app.views.stamp import Stamp

START = datetime(2026, 6, 19, 9, 0, tzinfo=timezone(timedelta(hours=8)))
MINUTE = timedelta(minutes=1)

STAMP = Stamp(
    form="room_record",
    edition="2026-11",
    copy=1,
    reason="",
    event_time=START + 184 * MINUTE,
    printed_at=START + 190 * MINUTE,
    printed_by="李建国",
    entry=1234,
    head="1a2b3c4d5e6f7081" * 4,
    record="9f8e7d6c5b4a3921" * 4,
)

RECORD = RoomRecord(
    mode=Mode.REAL,
    exam="2026年度经济专业技术资格考试",
    level="senior",
    rulebook="cpta-003",
    site_code="1101",
    site_name="市第三中学",
    session="1-2",
    subject="工商管理",
    room="05",
    room_name="305机房",
    building="信息楼",
    floor=3,
    planned_start=START,
    planned_end=START + 180 * MINUTE,
    started_at=START + timedelta(seconds=5),
    ended_at=START + timedelta(minutes=180, seconds=5),
    arranged=40,
    transferred_in=3,
    transferred_out=2,
    present=39,
    absent=2,
    collected=37,
    written_off=1,
    never_logged_in=1,
    absences=(
        AbsenceLine("007", "110105000007", "𠮷田明", "012X", START + 6 * MINUTE),
        AbsenceLine("012", "110105000012", None, "3550", START + 7 * MINUTE),
    ),
    late=(LateLine("110105000031", "䶮晓", START + timedelta(minutes=5, seconds=1)),),
    lost=(
        AnswersLine("110105000021", "𠮷安", "written_off", "A-001"),
        AnswersLine("110105000022", None, "never_logged_in", ""),
    ),
    events=(
        EventLine("K1-0001", "network", "05", "012", START + 20 * MINUTE, START + 26 * MINUTE),
        EventLine("K1-0002", "odd-kind", "05", "", START + 30 * MINUTE, None),
    ),
    notes=(),
    spares="",
    signers=("invigilator", "invigilator", "room_admin", "chief"),
    timestamp="20260601153012",
    ministry="3F2A91C077DE4B10",
    software_lock=False,
)

RELEASE = ReleaseSheet(
    mode=Mode.REAL,
    exam=RECORD.exam,
    site_code=RECORD.site_code,
    site_name=RECORD.site_name,
    session=RECORD.session,
    subject=RECORD.subject,
    room=RECORD.room,
    room_name=RECORD.room_name,
    building=RECORD.building,
    floor=RECORD.floor,
    planned_start=START,
    minutes=180,
    late_entry_minutes=5,
    timestamp=RECORD.timestamp,
    lock_serial="JK-4711",
    serial="1-2-05",
    overbooked=False,
    candidates=tuple(CandidateLine(f"{n:03d}", f"{n:03d}", f"110105{n:06d}", f"应试{n}") for n in range(1, 101)),
    ministry=RECORD.ministry,
    software_lock=False,
)


def absent(count: int) -> RoomRecord:
    """The record with so many absentees."""
    lines = (AbsenceLine(f"{n:03d}", f"1101050{n:05d}", "欧阳娜娜", "0000", START + 6 * MINUTE) for n in range(count))
    return msgspec.structs.replace(RECORD, absences=tuple(lines))


def pages(pdf: bytes) -> list[str]:
    """The text of each page, blanks left out: a reader does not see how it was cut."""
    text = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
    return ["".join(page.split()) for page in text.split("\f")[:-1]]
