"""Sheets of the site on the page of records, of one form or of many: which there are, and what each needs next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.core.fault import FaultRestored
from app.core.incident import IncidentClosed
from app.core.operation import Fact, Refusal, Signer
from app.core.records import RecordCameOut, RecordKept, ReprintReason
from app.core.signing import PaperSigned, ScanAttached
from app.core.site_form import STEP_FORMS, TIME_FORMS, SiteForm
from app.core.site_sheet import SiteSheetCameOut, SiteSheetKept
from app.core.terms import SessionId
from app.service import site_sheets
from app.service.records import Copy
from app.views.papers import PaperState
from app.views.sheet_session import is_of
from app.views.site_papers import ON_SHEETS, SheetPaper
from ui.pages.record_sheets import NOTES, Key, Sheet
from ui.pages.record_titles import sheet_title, short_title, whose
from ui.shell import KeepingPart, PageName, Place, Shell

PREPARED = (
    SiteForm.NOTICES,
    SiteForm.VERIFICATION,
    SiteForm.STAFF,
    SiteForm.AVOIDANCE,
    SiteForm.CONTACTS,
    SiteForm.BRIEFING,
    SiteForm.ANNOUNCEMENTS,
    SiteForm.VIOLATION_BLANKS,
    SiteForm.HARDWARE,
    SiteForm.READINESS,
    SiteForm.DRAW,
    SiteForm.ROOM_CLOSING,
    SiteForm.READINESS_REPORT,
    SiteForm.PAPER_LEDGER,
    SiteForm.PREPARATION,
    SiteForm.SKILL_ROOM_TABLE,
)
CONDUCT = (SiteForm.VIOLATION, SiteForm.INCIDENT_REPORT, SiteForm.EVIDENCE)
AFTERWARDS = (
    SiteForm.SCRATCH_PAPER,
    SiteForm.EXCEPTIONS,
    SiteForm.DAY_SUMMARY,
    SiteForm.BACKUPS,
    SiteForm.HANDOVER,
    SiteForm.AWAITING,
    SiteForm.CLEANUP,
)
_ANEW = (SiteSheetKept, SiteSheetCameOut, PaperSigned, ScanAttached)
"""They tell how far one sheet is, and change nothing that any sheet says."""
ON_PAPER = (*_ANEW, RecordKept, RecordCameOut)
"""And of papers of rooms."""
_BY_HAND = (
    SiteForm.PAPER_LEDGER,
    SiteForm.PREPARATION,
    SiteForm.SKILL_ROOM_TABLE,
    SiteForm.AVOIDANCE,
)
_IN_USE = (SiteForm.CONTACTS, SiteForm.BRIEFING, SiteForm.ANNOUNCEMENTS)
_FIRST: Mapping[SiteForm, str] = {
    SiteForm.TRANSFERS: "records-note-transfers",
    SiteForm.STANDALONE: "records-note-standalone",
    SiteForm.NOTICES: "records-note-post",
    SiteForm.VIOLATION_BLANKS: "records-note-blanks",
    **dict.fromkeys(TIME_FORMS, "records-note-time"),
    **dict.fromkeys(_BY_HAND, "records-note-by-hand"),
    **dict.fromkeys(_IN_USE, "records-note-in-use"),
}
"""What a sheet needs that was never printed, where it is not the signatures of those named on it."""
_CHANGED: Mapping[SiteForm, str] = {
    **dict.fromkeys(TIME_FORMS, "records-note-time-changed"),
    **dict.fromkeys((*_BY_HAND, *_IN_USE, SiteForm.NOTICES), "records-note-in-use-changed"),
}


@dataclass(frozen=True, slots=True)
class _Draft:
    """Why there is only a draft, and where it becomes a sheet."""

    note: str
    finish: str
    page: PageName
    part: str = ""


_DRAFTS: Mapping[SiteForm, _Draft] = {
    SiteForm.SUPERVISION: _Draft("records-note-going-on", "records-end-supervision", PageName.AUTHORITY),
    SiteForm.TRANSFERS: _Draft("records-note-transfers-open", "records-see-transfers", PageName.TRANSFERS),
    SiteForm.STANDALONE: _Draft("records-note-standalone-open", "records-see-standalone", PageName.STANDALONE),
    SiteForm.READINESS_REPORT: _Draft("records-note-board-open", "records-see-board", PageName.READINESS),
    SiteForm.CLEANUP: _Draft(
        "records-note-cleanup-open", "records-see-receipts", PageName.SAFEKEEPING, KeepingPart.CLEANING
    ),
}
_ROOMS_OPEN = _Draft("records-note-rooms-open", "records-close", PageName.CLOSING)


@dataclass(frozen=True, slots=True)
class Listed:
    """One list of sheets. `of_session`: only those of the session that is shown, of its day, and of none.

    `minds`: whether a fact may change what they say; where one of them is told by the journal that is read anew.
    """

    forms: tuple[SiteForm, ...]
    table: str
    column: str
    nothing: str
    minds: Callable[[Fact], bool]
    of_session: bool = False


def _in_session(fact: Fact) -> bool:
    return bool(getattr(fact, "session", None))


def _on_time(fact: Fact) -> bool:
    """Of a session, on an application, or the end of a cause."""
    ended = isinstance(fact, FaultRestored | IncidentClosed)
    return ended or _in_session(fact) or bool(getattr(fact, "application", None))


TIME = Listed(TIME_FORMS, "records-time", "records-column-sheet", "records-no-time", _on_time)
STEPS = Listed(
    STEP_FORMS,
    "records-site",
    "records-column-sheet",
    "records-no-sheets",
    lambda fact: isinstance(fact, ON_SHEETS),
)
TRANSFERS = Listed(
    (SiteForm.TRANSFERS,), "site-form-e03", "records-column-session", "records-no-transfers", _in_session
)
STANDALONE = Listed(
    (SiteForm.STANDALONE,), "site-form-e11", "records-column-candidate", "records-no-standalone", _in_session
)
BEFORE = Listed(
    PREPARED,
    "records-before",
    "records-column-sheet",
    "records-nothing",
    lambda fact: not hasattr(fact, "ticket"),
    of_session=True,
)
CASES = Listed(
    CONDUCT, "records-conduct", "records-column-sheet", "records-no-conduct", lambda _: True, of_session=True
)
AFTER = Listed(AFTERWARDS, "records-after", "records-column-sheet", "records-nothing", lambda _: True, of_session=True)
EVERY = (BEFORE, TIME, STANDALONE, TRANSFERS, CASES, AFTER, STEPS)


class FormSheets:
    """All sheets of some forms of the site."""

    def __init__(self, shell: Shell, listed: Listed) -> None:
        say = shell.say
        self._shell, self._listed = shell, listed
        self._session: SessionId | None = None
        self.held: dict[Key, Sheet] = {}
        self.table, self.column, self.nothing = say(listed.table), say(listed.column), say(listed.nothing)

    def look(self, facts: Sequence[Fact]) -> bool:
        """A sheet of which only a copy is new is looked at alone."""
        before, self._session = self._session, self._shell.bridge.session
        others = [fact for fact in facts if not isinstance(fact, _ANEW)]
        if not facts or before != self._session or any(map(self._listed.minds, others)):
            every = self._listed.forms if self._session or not self._listed.of_session else ()
            found = site_sheets.papers(self._shell.bridge.console, every, self._wanted)
            self.held = {sheet.key: sheet for sheet in map(self._sheet, found)}
            return True
        keys = {(str(fact.form), fact.subject) for fact in facts if isinstance(fact, _ANEW)}.intersection(self.held)
        if not keys:
            return False
        forms = [form for form in self._listed.forms if any(key[0] == form for key in keys)]
        console = self._shell.bridge.console
        for paper in site_sheets.papers(console, forms, lambda form, subject: (form, subject) in keys):
            sheet = self._sheet(paper)
            self.held[sheet.key] = sheet
        return True

    def _wanted(self, form: SiteForm, subject: str) -> bool:
        if self._session is None or not self._listed.of_session:
            return True
        return is_of(self._shell.bridge.site, self._session, form, subject)

    def _sheet(self, paper: SheetPaper) -> Sheet:
        if len(self._listed.forms) == 1:
            title = short_title(self._shell, paper.form, paper.subject)
        else:
            title = sheet_title(self._shell, paper.form, paper.subject, paper.sheet)
        return Sheet((paper.form, paper.subject), title, paper.state, paper.content, paper.copies)

    def note(self, sheet: Sheet) -> str | None:
        form = SiteForm(sheet.key[0])
        if sheet.state is PaperState.TO_PRINT:
            return _FIRST.get(form, NOTES[PaperState.TO_PRINT])
        if sheet.state is PaperState.SUPERSEDED:
            return _CHANGED.get(form, NOTES[PaperState.SUPERSEDED])
        return NOTES.get(sheet.state)

    def draft(self, sheet: Sheet) -> str:
        return self._shell.say(_draft(sheet).note)

    def finish(self, sheet: Sheet) -> str:
        return self._shell.say(_draft(sheet).finish)

    def place(self, sheet: Sheet) -> Place:
        form, subject = sheet.key
        session = whose(subject)[0] if form == SiteForm.STANDALONE else SessionId(subject)
        known = session in self._shell.bridge.site.sessions
        draft = _draft(sheet)
        return Place(draft.page, session if known else None, paper=draft.part)

    def print(self, sheet: Sheet, reason: ReprintReason | None, *signers: Signer) -> Refusal | bytes:
        console, draw = self._shell.bridge.console, self._shell.opening.tools.draw_sheet
        return site_sheets.print_sheet(console, *_form(sheet), draw, *signers, reason=reason)

    def preview(self, sheet: Sheet) -> bytes | None:
        console, draw = self._shell.bridge.console, self._shell.opening.tools.draw_sheet
        return site_sheets.preview_sheet(console, *_form(sheet), draw)

    def copies(self, sheet: Sheet) -> Sequence[Copy]:
        return self._shell.bridge.site.sheet_copies(*_form(sheet))


def _draft(sheet: Sheet) -> _Draft:
    return _DRAFTS.get(SiteForm(sheet.key[0]), _ROOMS_OPEN)


def _form(sheet: Sheet) -> tuple[SiteForm, str]:
    form, subject = sheet.key
    return SiteForm(form), subject
