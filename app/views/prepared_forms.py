"""Sheets that are made before the exam: which there are of each form, and what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from app.core.directory import Directory
from app.core.site import Site
from app.core.site_form import OF_DAY, OF_EXAM, SiteForm, day_of
from app.core.terms import SessionId
from app.views.contact_sheet import contact_sheet
from app.views.hand_sheet import HAND_FORMS, hand_sheet
from app.views.notice_sheet import notice_sheet
from app.views.session_sheet import announcement_sheet, briefing_sheet
from app.views.session_times import days, sessions_on
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
    def content(site: Site, people: Directory, subject: str, _: History) -> SiteSheet | None:
        return make(site, people) if subject in _exams(site) else None

    return _exams, content


def _of_session(make: Callable[[Site, Directory, SessionId], SiteSheet]) -> Ways:
    def content(site: Site, people: Directory, subject: str, _: History) -> SiteSheet | None:
        return make(site, people, SessionId(subject)) if subject in site.sessions else None

    return _sessions, content


def _notices(site: Site, _: Directory, subject: str, __: History) -> SiteSheet | None:
    day = day_of(subject)
    return notice_sheet(site, day) if day and sessions_on(site, day) else None


def _verification(site: Site, _: Directory, subject: str, __: History) -> SiteSheet | None:
    return verification_sheet(site) if subject in _editions(site) else None


def _by_hand(form: SiteForm) -> Ways:
    subjects: Subjects = _exams if form in OF_EXAM else _days if form in OF_DAY else _sessions

    def content(site: Site, people: Directory, subject: str, history: History) -> SiteSheet | None:
        return hand_sheet(site, form, subject) if subject in subjects(site, people, history) else None

    return subjects, content


PREPARED: Mapping[SiteForm, Ways] = {
    SiteForm.NOTICES: (_days, _notices),
    SiteForm.VERIFICATION: (_editions, _verification),
    SiteForm.STAFF: _of_exam(staff_sheet),
    SiteForm.AVOIDANCE: _of_exam(avoidance_sheet),
    SiteForm.CONTACTS: _of_exam(contact_sheet),
    SiteForm.BRIEFING: _of_session(briefing_sheet),
    SiteForm.ANNOUNCEMENTS: _of_session(announcement_sheet),
    **{form: _by_hand(form) for form in sorted(HAND_FORMS)},
}


def prepared_due(site: Site, session: SessionId) -> Iterable[tuple[SiteForm, str]]:
    """What is used in this session and, with the first of a day, on the day; () once one of its rooms has started."""
    state = site.sessions[session]
    if any(room.started_at for room in state.rooms.values()):
        return ()
    day = state.plan.starts_at.date()
    first = [(SiteForm.NOTICES, str(day))] if sessions_on(site, day)[0] == session else []
    return (*first, (SiteForm.BRIEFING, session), (SiteForm.ANNOUNCEMENTS, session))
