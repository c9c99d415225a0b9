"""Sheets of what follows the exam, by form: hand-over, backups, cleanup, the day in numbers."""

from __future__ import annotations

from app.core.cleaning import CleaningAwaited
from app.core.day_figures import sessions_of
from app.core.directory import Directory
from app.core.site import Site
from app.core.site_form import day_of
from app.core.terms import SessionId
from app.views.awaiting_sheet import AwaitingSheet, awaiting_sheet
from app.views.backup_sheet import BackupSheet, backup_sheet
from app.views.cleanup_sheet import CleanupSheet, cleanup_sheet
from app.views.day_summary import DaySummary, day_summary
from app.views.site_sheet import History


def backed_up(site: Site, *_: object) -> tuple[SessionId, ...]:
    """Sessions with a backup."""
    made = {one.session for one in site.safe.backups.values()}
    return tuple(session for session in site.sessions if session in made)


def backups(site: Site, people: Directory, subject: str, history: History) -> BackupSheet | None:
    return backup_sheet(site, people, SessionId(subject), history)


def exam_id(site: Site, *_: object) -> tuple[str, ...]:
    """The exam of the package in force."""
    return (site.package.exam.id,) if site.package else ()


def cleanup(site: Site, people: Directory, subject: str, history: History) -> CleanupSheet | None:
    package = site.package
    return cleanup_sheet(site, package, people, history) if package and package.exam.id == subject else None


def awaited(site: Site, _people: Directory, history: History) -> tuple[str, ...]:
    """The exam, where its machine was ever sealed to await cleaning."""
    return exam_id(site) if any(isinstance(line.fact, CleaningAwaited) for line in history) else ()


def awaiting(site: Site, people: Directory, subject: str, history: History) -> AwaitingSheet | None:
    return awaiting_sheet(site, people, history) if subject in exam_id(site) else None


def summary(site: Site, _people: Directory, subject: str, _: History) -> DaySummary | None:
    day = day_of(subject)
    return day_summary(site, day) if day and sessions_of(site, day) else None
