"""The list of violations of an exam day, sealed to the province: what was recorded, and of whom."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.core.day_export import DayFile, ExportDay
from app.core.operation import Refusal, Signer
from app.core.terms import Digest
from app.exchange import violation_entries, violation_list
from app.exchange.violation_list import ViolationList
from app.service.authorization import package_in_force, province
from app.service.console import Console
from app.service.day_files import write_and_enter
from app.service.folders import made
from app.service.sitelock import LockKey


def export(console: Console, day: date, folder: Path, *signers: Signer) -> Refusal | Path:
    """The sealed file in `folder`; a day without violations has one too.

    Raises LOCK_REMOVED, MEDIUM_FULL, FILE_MISSING, COPY_DIFFERS, and FILE_TOO_LARGE where the list is.
    """
    if no := console.foresee(ExportDay(day, DayFile.VIOLATIONS, Digest("")), *signers):
        return no
    site, package = console.site, package_in_force(console)
    lock = LockKey(console.store.lock)
    content = ViolationList(
        mode=site.mode,
        exam=package.exam.id,
        site=site.code,
        issued_at=console.clock.moment().at,
        serial=f"{day}-{console.store.journal.n}",
        day=day,
        lock_serial=lock.serial,
        violations=violation_entries.of_day(site, console.directory, day),
    )
    path = made(folder) / violation_list.name(package.exam.id, site.code, day)
    sealed = violation_list.write(content, lock, province(console).recipient)
    return write_and_enter(console, path, sealed, day, DayFile.VIOLATIONS, signers)
