"""The summary of an exam day as a file for the province, and beside it the sheet that says the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.core.day_export import DayFile, ExportDay
from app.core.operation import Refusal, Signer
from app.core.site_form import SiteForm
from app.core.terms import Digest
from app.exchange import day_summary
from app.exchange.day_summary import DaySummaryFile, SessionLine
from app.service.authorization import package_in_force
from app.service.console import Console
from app.service.day_files import write_and_enter
from app.service.folders import made
from app.service.records import digest_of, kept_bytes, write_pdf
from app.service.sitelock import LockKey
from app.views.day_summary import day_summary as sheet_of


def export(console: Console, day: date, folder: Path, *signers: Signer) -> Refusal | Path:
    """The signed file in `folder`, and the newest kept copy of the sheet where it says the same.

    Raises LOCK_REMOVED, MEDIUM_FULL, FILE_MISSING or COPY_DIFFERS.
    """
    if no := console.foresee(ExportDay(day, DayFile.SUMMARY, Digest("")), *signers):
        return no
    site, package, journal = console.site, package_in_force(console), console.store.journal
    lock, sheet = LockKey(console.store.lock), sheet_of(site, day)
    summary = DaySummaryFile(
        mode=site.mode,
        exam=package.exam.id,
        site=site.code,
        issued_at=console.clock.moment().at,
        serial=f"{day}-{journal.n}",
        day=day,
        sessions=tuple(SessionLine(one.session, one.subject, one.planned_start, one.figures) for one in sheet.sessions),
        elsewhere=sheet.elsewhere,
        total=sheet.total,
        record=digest_of(sheet),
        entries=journal.n,
        head=Digest(journal.head.hex()),
        lock_serial=lock.serial,
    )
    path = made(folder) / day_summary.name(package.exam.id, site.code, day)
    done = write_and_enter(console, path, day_summary.write(summary, lock), day, DayFile.SUMMARY, signers)
    copies = site.sheet_copies(SiteForm.DAY_SUMMARY, str(day))
    if isinstance(done, Path) and copies and copies[-1].content == summary.record:
        write_pdf(kept_bytes(console, copies[-1]), folder, copies[-1])
    return done
