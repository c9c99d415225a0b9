"""A whole practice day for tests: small, quick, and made once a test run where it may be shared."""

from __future__ import annotations

from pathlib import Path

from app.rehearsal.day import Day
from app.rehearsal.ground import Means
from app.rehearsal.province import Size
from app.rehearsal.summary import Summary
from devices.locks.software import SoftwareLock
from devices.protocols import LockKind
from reports import fonts, room_record, room_release


def make_lock(folder: Path, serial: str, kind: LockKind, pin: str) -> SoftwareLock:
    return SoftwareLock.create(folder, serial, kind, pin, memory_kib=64)


def means() -> Means:
    return Means(make_lock, SoftwareLock.open, room_record.draw, room_release.draw, fonts.missing, lambda *_: None)


def rehearse(out: Path, exam: str, rooms: int, candidates: int, seed: int = 1) -> Summary:
    return Day(out, Size(exam, rooms, candidates, seed), means()).run()
