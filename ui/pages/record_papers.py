"""Papers of rooms on the page of records, sheets of a session, and everything that is due, in one go."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.fault import FaultRestored
from app.core.incident import IncidentClosed
from app.core.operation import Fact, Refusal, Signer
from app.core.records import ROOM_RECORD, ReprintReason, RoomForm
from app.core.site_form import TIME_FORMS, SiteForm
from app.core.site_sheet import SiteSheetCameOut, SiteSheetKept
from app.core.terms import ApplicationNo, Digest, RoomId, SessionId
from app.service import site_sheets, working_papers
from app.service.records import Copy
from app.text import capital
from app.views.due_papers import Due
from app.views.papers import PaperState
from app.views.site_papers import SheetPaper
from ui.pages.record_sheets import NOTES, Key, RoomSheets, Sheet, Sheets, touched
from ui.pages.record_standalone import StandaloneSheets
from ui.shell import PageName, Place, Shell

_WORKING_NOTES = {
    **NOTES,
    PaperState.TO_PRINT: "records-note-working",
    PaperState.SUPERSEDED: "records-note-working-changed",
}
_TRANSFER_NOTES = {**NOTES, PaperState.TO_PRINT: "records-note-transfers"}
_NOTHING = {
    RoomForm.CHART: "records-nothing",
    RoomForm.DOOR_LIST: "records-nothing",
    RoomForm.SLIPS: "records-no-slips",
    RoomForm.EXTRA_TIME: "records-no-ledgers",
}
_TIME_NOTES = {**NOTES, PaperState.TO_PRINT: "records-note-time", PaperState.SUPERSEDED: "records-note-time-changed"}


class WorkingSheets:
    """考场座次表、门贴、机位签 or 补时登记表: one for each room of the session that is shown."""

    def __init__(self, shell: Shell, form: RoomForm) -> None:
        self.notes = NOTES if form is RoomForm.EXTRA_TIME else _WORKING_NOTES
        say = shell.say
        self._shell, self._form = shell, form
        self._session: SessionId | None = None
        self.held: dict[Key, Sheet] = {}
        self.table, self.column = shell.word(form), say("records-column-room")
        self.nothing, self.finish = say(_NOTHING[form]), say("records-close")

    def look(self, facts: Sequence[Fact]) -> bool:
        bridge = self._shell.bridge
        session = bridge.session
        rooms = touched(facts, session) if session == self._session else None
        if rooms is None:
            self.held = {}
        self._session = session
        if session is None:
            return rooms is None
        among = sorted(one for one in bridge.site.sessions[session].rooms if rooms is None or one in rooms)
        for room in among:
            paper = working_papers.paper_of(bridge.console, self._form, session, room)
            if paper is None:
                self.held.pop((session, room), None)
            else:
                title = self._shell.say("room-name", room=room)
                self.held[session, room] = Sheet((session, room), title, paper.state, paper.content, paper.copies)
        self.held = dict(sorted(self.held.items()))
        return bool(among) or rooms is None

    def draft(self, sheet: Sheet) -> str:
        return self._shell.say("records-note-ledger-open", sheet=sheet.title)

    def place(self, sheet: Sheet) -> Place:
        return Place(PageName.CLOSING, *_room(sheet))

    def print(self, sheet: Sheet, reason: ReprintReason | None, *signers: Signer) -> Refusal | bytes:
        console, draw = self._shell.bridge.console, self._shell.opening.tools.draw_paper
        return working_papers.print_paper(console, self._form, *_room(sheet), draw, *signers, reason=reason)

    def preview(self, sheet: Sheet) -> bytes | None:
        console, draw = self._shell.bridge.console, self._shell.opening.tools.draw_paper
        return working_papers.preview_paper(console, self._form, *_room(sheet), draw)

    def copies(self, sheet: Sheet) -> Sequence[Copy]:
        return self._shell.bridge.site.copies(self._form, *_room(sheet))


def _room(sheet: Sheet) -> tuple[SessionId, RoomId]:
    session, room = sheet.key
    return SessionId(session), RoomId(room)


class TransferSheets:
    """应试人员跨考场调动单: one for each session that owes one."""

    notes = _TRANSFER_NOTES

    def __init__(self, shell: Shell) -> None:
        say = shell.say
        self._shell = shell
        self.held: dict[Key, Sheet] = {}
        self.table, self.column = shell.word(SiteForm.TRANSFERS), say("records-column-session")
        self.nothing, self.finish = say("records-no-transfers"), say("records-see-transfers")

    def look(self, facts: Sequence[Fact]) -> bool:
        """It changes with whatever happens in a session, and with its own copies."""
        own = (SiteSheetKept, SiteSheetCameOut)
        if facts and not any(isinstance(one, own) or getattr(one, "session", None) for one in facts):
            return False
        papers = site_sheets.papers(self._shell.bridge.console, (SiteForm.TRANSFERS,))
        found = (
            Sheet(
                (paper.form, paper.subject),
                self._shell.session(SessionId(paper.subject)),
                paper.state,
                paper.content,
                paper.copies,
            )
            for paper in papers
        )
        self.held = {sheet.key: sheet for sheet in found}
        return True

    def draft(self, sheet: Sheet) -> str:
        return self._shell.say("records-note-transfers-open")

    def place(self, sheet: Sheet) -> Place:
        return Place(PageName.TRANSFERS, SessionId(sheet.key[1]))

    def print(self, sheet: Sheet, reason: ReprintReason | None, *signers: Signer) -> Refusal | bytes:
        console, draw = self._shell.bridge.console, self._shell.opening.tools.draw_sheet
        return site_sheets.print_sheet(console, SiteForm.TRANSFERS, sheet.key[1], draw, *signers, reason=reason)

    def preview(self, sheet: Sheet) -> bytes | None:
        console, draw = self._shell.bridge.console, self._shell.opening.tools.draw_sheet
        return site_sheets.preview_sheet(console, SiteForm.TRANSFERS, sheet.key[1], draw)

    def copies(self, sheet: Sheet) -> Sequence[Copy]:
        return self._shell.bridge.site.sheet_copies(SiteForm.TRANSFERS, sheet.key[1])


class TimeSheets:
    """延时与补时: applications, what was allowed on them, and the record of delayed starts of a session."""

    notes = _TIME_NOTES

    def __init__(self, shell: Shell) -> None:
        say = shell.say
        self._shell = shell
        self.held: dict[Key, Sheet] = {}
        self.table, self.column = say("records-time"), say("records-column-sheet")
        self.nothing, self.finish = say("records-no-time"), say("records-close")

    def look(self, facts: Sequence[Fact]) -> bool:
        """It changes with whatever happens in a session, on an application, to a cause, and with its own copies."""
        own = (SiteSheetKept, SiteSheetCameOut, FaultRestored, IncidentClosed)
        if facts and not any(
            isinstance(one, own) or getattr(one, "session", None) or getattr(one, "application", None) for one in facts
        ):
            return False
        found = (
            Sheet((paper.form, paper.subject), self._title(paper), paper.state, paper.content, paper.copies)
            for paper in site_sheets.papers(self._shell.bridge.console, TIME_FORMS)
        )
        self.held = {sheet.key: sheet for sheet in found}
        return True

    def _title(self, paper: SheetPaper) -> str:
        form, say = paper.form, self._shell.say
        if form is SiteForm.DELAYS:
            return capital(say("records-of-session", form=form, session=paper.subject))
        asked = self._shell.bridge.site.applications[ApplicationNo(paper.subject)]
        return capital(say("records-of-application", form=form, number=asked.number, session=asked.session))

    def draft(self, sheet: Sheet) -> str:
        return self._shell.say("records-note-delays-open")

    def place(self, sheet: Sheet) -> Place:
        return Place(PageName.CLOSING, SessionId(sheet.key[1]))

    def print(self, sheet: Sheet, reason: ReprintReason | None, *signers: Signer) -> Refusal | bytes:
        console, draw = self._shell.bridge.console, self._shell.opening.tools.draw_sheet
        return site_sheets.print_sheet(console, SiteForm(sheet.key[0]), sheet.key[1], draw, *signers, reason=reason)

    def preview(self, sheet: Sheet) -> bytes | None:
        console, draw = self._shell.bridge.console, self._shell.opening.tools.draw_sheet
        return site_sheets.preview_sheet(console, SiteForm(sheet.key[0]), sheet.key[1], draw)

    def copies(self, sheet: Sheet) -> Sequence[Copy]:
        return self._shell.bridge.site.sheet_copies(*sheet.key)


def sheets_of(shell: Shell, form: RoomForm | SiteForm) -> Sheets:
    """Where this form is printed."""
    if form is SiteForm.STANDALONE:
        return StandaloneSheets(shell)
    if isinstance(form, SiteForm):
        return TransferSheets(shell) if form is SiteForm.TRANSFERS else TimeSheets(shell)
    return RoomSheets(shell) if form is ROOM_RECORD else WorkingSheets(shell, form)


def due_sheet(shell: Shell, due: Due) -> Sheet:
    """What is on its way to its first copy: nothing is known yet of what it says."""
    where = shell.session(due.session)
    if due.room is None:
        key = (str(due.form), due.subject or str(due.session))
        whose = due.subject.removeprefix(f"{due.session}-")
        title = shell.say("records-due", form=due.form, where=f"{whose} {where}".strip())
    else:
        named = shell.say("room-name", room=due.room)
        key, title = (due.session, due.room), shell.say("records-due-room", form=due.form, room=named, where=where)
    return Sheet(key, title, PaperState.TO_PRINT, Digest(""), ())
