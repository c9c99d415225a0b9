"""A whole practice day for tests: small, quick, and made once a test run where it may be shared."""

from __future__ import annotations

from pathlib import Path

from app.core.directory import Speaker
from app.rehearsal.day import Day
from app.rehearsal.ground import Means
from app.rehearsal.province import Size
from app.rehearsal.summary import Summary
from devices.locks.software import SoftwareLock
from devices.protocols import LockKind
from reports import fonts, room_record, room_release, site_sheet, working_paper

CITY = Speaker("C. Ity", "city agency", "0000")


def make_lock(folder: Path, serial: str, kind: LockKind, pin: str) -> SoftwareLock:
    return SoftwareLock.create(folder, serial, kind, pin, memory_kib=64)


def means() -> Means:
    drawn = (room_record.draw, room_release.draw, site_sheet.draw, working_paper.draw)
    return Means(make_lock, SoftwareLock.open, *drawn, fonts.missing, lambda *_: None, CITY, str)


def rehearse(
    out: Path, exam: str, rooms: int, candidates: int, seed: int = 1, overbook: int = 0, **happens: bool
) -> Summary:
    return Day(out, Size(exam, rooms, candidates, seed, overbook, **happens), means()).run()
