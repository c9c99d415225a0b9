"""What several benches stand on: a practice site with its package, and timing that takes the best of some runs."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from app.authority import issue, keys, sample
from app.authority.folder import PHOTOS
from app.core.terms import Mode, SiteCode
from app.exchange import enrolment
from app.service.clock import BEIJING, DrivenClock
from app.service.console import Console
from app.service.enrolment import enrol
from devices.locks.software import SoftwareLock
from devices.protocols import LockKind

BEFORE = datetime(2021, 10, 29, 14, tzinfo=BEIJING)


def best(run: Callable[[], object], times: int = 5) -> float:
    """Seconds of the fastest run: the least disturbed one says most about the work itself."""
    seconds = []
    for _ in range(times):
        begun = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - begun)
    return min(seconds)


def lock(folder: Path) -> SoftwareLock:
    return SoftwareLock.create(folder, "KW-000001", LockKind.SITE, "000000", memory_kib=8192)


def enrolled_with_package(folder: Path, candidates: int, rooms: int) -> tuple[Console, Path]:
    """An enrolled practice site and a package without photos, not yet imported."""
    agency = keys.init(folder / "agency", Mode.PRACTICE, "bench", "practice", BEFORE)
    sample.write(folder / "input", "liaoning-2021-intermediate", rooms, candidates, 1, Mode.PRACTICE)
    without_photos(folder / "input")
    enrolled = enrol(folder / "store", agency.trust, SiteCode("210101"), lock(folder / "lock"), DrivenClock(BEFORE))
    request = enrolment.read(enrolled.request)
    issued = issue.issue(agency, folder / "input", request, folder, edition=1, at=BEFORE)
    if issued.path is None:
        raise AssertionError(issued.faults[:3])
    return enrolled.console, issued.path


def without_photos(folder: Path) -> None:
    roster = folder / "roster.csv"
    head, *lines = roster.read_text(encoding="utf-8-sig").splitlines()
    blank = [line.rsplit(",", 1)[0] + "," for line in lines]
    roster.write_text("\n".join([head, *blank]) + "\n", encoding="utf-8")
    for photo in (folder / PHOTOS).iterdir():
        photo.unlink()
