"""What a sheet is called, in lists of sheets of many forms."""

from __future__ import annotations

from datetime import datetime

from app.core.lock_state import SupervisedKind
from app.core.paper_state import Copy, RecordCopy
from app.core.sheet_open import blanks_of
from app.core.site_form import APPLICATION_FORMS, OF_EXAM, SiteForm
from app.core.terms import ApplicationNo, RoomId, SessionId, ViolationNo
from app.text import capital
from app.views.custody_sheet import CustodySheet
from app.views.seal_sheet import SealSheet
from app.views.site_sheet import SiteSheet
from app.views.supervision_sheet import SupervisionSheet
from ui.shell import Shell


def sheet_title(shell: Shell, form: SiteForm, subject: str, sheet: SiteSheet | None = None) -> str:
    """The form and what it is about; a step of locks and seals by what `sheet` tells of it, where that is at hand."""
    say, site = shell.say, shell.bridge.site
    if sheet is not None and (step := _step(shell, sheet)):
        return step
    if form in OF_EXAM:
        return shell.word(form)
    if form is SiteForm.VERIFICATION:
        return capital(say("records-of-edition", form=form, edition=subject))
    if form in APPLICATION_FORMS and (asked := site.applications.get(ApplicationNo(subject))):
        return capital(say("records-of-application", form=form, number=asked.number, session=asked.session))
    if form is SiteForm.VIOLATION and (violation := site.violations.get(ViolationNo(subject))):
        return capital(say("records-of-violation", form=form, number=subject, room=violation.room))
    if form is SiteForm.VIOLATION_BLANKS and (room := blanks_of(site, subject)):
        return capital(say("records-of-blanks", form=form, room=room.room))
    return capital(say("records-of-sheet", form=form, subject=subject))


def short_title(shell: Shell, form: SiteForm, subject: str) -> str:
    """Where all sheets of a list are of this form."""
    if form is SiteForm.STANDALONE:
        session, ticket = whose(subject)
        return shell.say("records-of-standalone", ticket=ticket, session=session)
    return shell.session(SessionId(subject))


def copy_title(shell: Shell, copy: Copy) -> str:
    """Of a sheet that was printed."""
    if isinstance(copy, RecordCopy):
        return room_title(shell, copy.form, copy.session, copy.room)
    return sheet_title(shell, SiteForm(copy.form), copy.subject)


def numbered_title(shell: Shell, copy: Copy) -> str:
    """With its number, where it is not the only one."""
    title = copy_title(shell, copy)
    return shell.say("folder-copy", sheet=title, copy=copy.copy) if copy.copy > 1 else title


def room_title(shell: Shell, form: str, session: SessionId, room: RoomId) -> str:
    """A paper of a room, apart from the list of its session."""
    say = shell.say
    named, where = say("room-name", room=room), shell.session(session)
    return capital(say("records-of-room", form=form, room=named, where=where))


def whose(subject: str) -> tuple[SessionId, str]:
    """Session and ticket of a standalone sheet."""
    session, _, ticket = subject.rpartition("-")
    return SessionId(session), ticket


def _step(shell: Shell, sheet: SiteSheet) -> str:
    """ "" for what is no such sheet."""
    say = shell.say
    match sheet:
        case CustodySheet(day=day):
            return say("records-of-custody", day=day)
        case SealSheet(count=count, number=number) if number:
            return say("records-of-seal", count=count, number=number)
        case SealSheet(count=count):
            return say("records-of-no-seal", count=count)
        case SupervisionSheet(number=number, kind=kind, opened_at=opened_at):
            said = shell.word(SupervisedKind(kind))
            return say("records-of-supervision", number=number, kind=said, at=_short(opened_at))
        case _:
            return ""


def _short(at: datetime) -> str:
    """In a column; the sheet says the year."""
    return at.strftime("%m-%d %H:%M")
