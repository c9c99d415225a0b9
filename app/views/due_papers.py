"""Which papers of rooms and sessions have not been printed once: before the day, and for one session."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.core.directory import Directory
from app.core.records import ROOM_RECORD, WORKING_PAPERS, RoomForm, ledger_lines
from app.core.room_state import RoomSession
from app.core.sheet_open import delays_open, standalone_open, standalone_subject, transfers_open
from app.core.site import Site
from app.core.site_form import TIME_FORMS, SiteForm
from app.core.terms import ApplicationNo, RoomId, SessionId
from app.views.conduct_papers import blanks_due, conduct_due
from app.views.prepared_forms import prepared_due
from app.views.site_papers import subjects


@dataclass(frozen=True, slots=True)
class Due:
    """`room` is None for a sheet of the site; `subject`: what it is about, where that is no whole session."""

    form: RoomForm | SiteForm
    session: SessionId
    room: RoomId | None
    subject: str = ""


def before_the_day(site: Site) -> tuple[Due, ...]:
    """What rooms work with, session by session, all papers of a room together; rooms that have started need none."""
    return tuple(due for session in site.sessions for due in _beforehand(site, session))


def of_session(site: Site, session: SessionId) -> tuple[Due, ...]:
    """What rooms work with as long as they have not started; records and ledgers once they have ended; what was
    applied for and allowed, standalone exams that are over, and the sheets of the whole session."""
    state = site.sessions[session]
    ended = [number for number, room in sorted(state.rooms.items()) if room.started_at and room.ended_at]
    records = [Due(ROOM_RECORD, session, number) for number in ended]
    ledgers = [Due(RoomForm.EXTRA_TIME, session, number) for number in ended if ledger_lines(state, number)]
    sheet = [] if _sheet_done(site, session) else [Due(SiteForm.TRANSFERS, session, None)]
    papers = _unprinted(site, [*records, *ledgers])
    working = _beforehand(site, session)
    conduct = _not_kept(site, session, conduct_due(site, session))
    return (*working, *papers, *_of_time(site, session), *_standalone(site, session), *sheet, *conduct)


def _beforehand(site: Site, session: SessionId) -> tuple[Due, ...]:
    prepared = _not_kept(site, session, prepared_due(site, session))
    blanks = _not_kept(site, session, blanks_due(site, session))
    return (*prepared, *_working(site, session), *blanks)


def _not_kept(site: Site, session: SessionId, wanted: Iterable[tuple[SiteForm, str]]) -> Iterable[Due]:
    left = ((form, subject) for form, subject in wanted if not site.sheet_copies(form, subject))
    return (Due(form, session, None, "" if subject == session else subject) for form, subject in left)


def _of_time(site: Site, session: SessionId) -> Iterable[Due]:
    # What was asked for and what was allowed on it lie one upon the other.
    asked = {str(number): place for place, number in enumerate(site.applications)}
    found = subjects(site, Directory(), TIME_FORMS)
    for form, subject in sorted(found, key=lambda one: asked.get(one[1], len(asked))):
        if site.sheet_copies(form, subject):
            continue
        if form is SiteForm.DELAYS:
            if subject == session and delays_open(site, session) is None:
                yield Due(form, session, None)
        elif site.applications[ApplicationNo(subject)].session == session:
            yield Due(form, session, None, subject)


def _standalone(site: Site, session: SessionId) -> Iterable[Due]:
    for ticket in sorted(site.sessions[session].standalone):
        form, subject = SiteForm.STANDALONE, standalone_subject(session, ticket)
        if not site.sheet_copies(form, subject) and standalone_open(site, subject) is None:
            yield Due(form, session, None, subject)


def _working(site: Site, session: SessionId) -> tuple[Due, ...]:
    rooms = sorted(site.sessions[session].rooms.items())
    wanted = [Due(form, session, number) for number, room in rooms for form in _forms(room)]
    return tuple(_unprinted(site, wanted))


def _forms(room: RoomSession) -> Iterable[RoomForm]:
    if room.started_at or room.ended_at:
        return ()
    return (form for form in WORKING_PAPERS if form is not RoomForm.SLIPS or room.slips)


def _unprinted(site: Site, wanted: Iterable[Due]) -> Iterable[Due]:
    kept = {(one.form, one.session, one.room) for one in site.records}
    return (one for one in wanted if (one.form, one.session, one.room) not in kept)


def _sheet_done(site: Site, session: SessionId) -> bool:
    """Printed once, or not to be printed yet."""
    return bool(site.sheet_copies(SiteForm.TRANSFERS, session)) or transfers_open(site, session) is not None
