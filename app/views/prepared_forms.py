"""Sheets that are made before the exam: which there are of each form, and what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from app.core.directory import Directory
from app.core.duty import in_force
from app.core.site import Site
from app.core.site_form import SiteForm, day_of
from app.core.terms import SessionId
from app.views.contact_sheet import contact_sheet
from app.views.duty_sheet import duty_sheet
from app.views.hand_sheet import HAND_FORMS, hand_sheet
from app.views.hardware_sheet import hardware_sheet
from app.views.notice_sheet import notice_sheet
from app.views.readiness_report import readiness_report
from app.views.readiness_sheet import readiness_sheet
from app.views.room_closing_sheet import room_closing_sheet
from app.views.session_sheet import announcement_sheet, briefing_sheet
from app.views.session_times import days, package_of, sessions_on
from app.views.site_sheet import History, SiteSheet
from app.views.staff_sheet import avoidance_sheet, staff_sheet
from app.views.verification_sheet import verification_sheet

Subjects = Callable[[Site, Directory, History], Iterable[str]]
Content = Callable[[Site, Directory, str, History], SiteSheet | None]
Ways = tuple[Subjects, Content]


def _exams(site: Site, *_: object) -> Iterable[str]:
    return (site.package.exam.id,) if site.package else ()


def _editions(site: Site, *_: object) -> Iterable[str]:
    return (str(site.package.edition),) if site.package else ()


def _days(site: Site, *_: object) -> Iterable[str]:
    return map(str, days(site))


def _sessions(site: Site, *_: object) -> Iterable[str]:
    return tuple(site.sessions)


def _of_exam(make: Callable[[Site, Directory], SiteSheet | None]) -> Ways:
    return _told_of_exam(lambda site, people, _: make(site, people))


def _told_of_exam(make: Callable[[Site, Directory, History], SiteSheet | None]) -> Ways:
    def content(site: Site, people: Directory, subject: str, history: History) -> SiteSheet | None:
        return make(site, people, history) if subject in _exams(site) else None

    return _exams, content


def _told_of_day(make: Callable[[Site, Directory, date, History], SiteSheet]) -> Ways:
    def content(site: Site, people: Directory, subject: str, history: History) -> SiteSheet | None:
        day = day_of(subject)
        return make(site, people, day, history) if day and sessions_on(site, day) else None

    return _days, content


def _of_session(make: Callable[[Site, Directory, SessionId], SiteSheet]) -> Ways:
    def content(site: Site, people: Directory, subject: str, _: History) -> SiteSheet | None:
        return make(site, people, SessionId(subject)) if subject in site.sessions else None

    return _sessions, content


def _verification(site: Site, _: Directory, subject: str, __: History) -> SiteSheet | None:
    return verification_sheet(site) if subject in _editions(site) else None


def _by_hand(form: SiteForm) -> Ways:
    return _of_session(lambda site, _, session: hand_sheet(site, form, session))


PREPARED: Mapping[SiteForm, Ways] = {
    SiteForm.NOTICES: _told_of_day(lambda site, _people, day, _history: notice_sheet(site, day)),
    SiteForm.VERIFICATION: (_editions, _verification),
    SiteForm.STAFF: _told_of_exam(staff_sheet),
    SiteForm.HARDWARE: _told_of_exam(hardware_sheet),
    SiteForm.READINESS: _of_exam(readiness_sheet),
    SiteForm.DRAW: _told_of_day(duty_sheet),
    SiteForm.READINESS_REPORT: _told_of_day(readiness_report),
    SiteForm.ROOM_CLOSING: _told_of_exam(room_closing_sheet),
    SiteForm.AVOIDANCE: _of_exam(avoidance_sheet),
    SiteForm.CONTACTS: _of_exam(contact_sheet),
    SiteForm.BRIEFING: _of_session(briefing_sheet),
    SiteForm.ANNOUNCEMENTS: _of_session(announcement_sheet),
    **{form: _by_hand(form) for form in sorted(HAND_FORMS)},
}


def prepared_due(site: Site, session: SessionId) -> Iterable[tuple[SiteForm, str]]:
    """What is used in this session and, with the first of a day, on the day, with the first of all, before the days.

    () once one of its rooms has started.
    """
    state = site.sessions[session]
    if any(room.started_at for room in state.rooms.values()):
        return ()
    day, here = state.plan.starts_at.date(), [(SiteForm.BRIEFING, session), (SiteForm.ANNOUNCEMENTS, session)]
    if sessions_on(site, day)[0] != session:
        return here
    early = _before_days(site) if next(iter(days(site))) == day else ()
    return (*early, *_on_day(site, day), *here)


def _before_days(site: Site) -> Iterator[tuple[SiteForm, str]]:
    """What was looked at, once the site is accepted where that is asked for; and which rooms were closed."""
    package = package_of(site)
    if site.accepted_at or not package.rulebook.sealing.value:
        if site.hardware:
            yield SiteForm.HARDWARE, package.exam.id
        if site.readiness:
            yield SiteForm.READINESS, package.exam.id
    if site.closed_rooms:
        yield SiteForm.ROOM_CLOSING, package.exam.id


def _on_day(site: Site, day: date) -> Iterator[tuple[SiteForm, str]]:
    yield SiteForm.NOTICES, str(day)
    if in_force(site, day):
        yield SiteForm.DRAW, str(day)
    if site.board and site.board.day == day:
        yield SiteForm.READINESS_REPORT, str(day)
