"""Papers of rooms on the page of records besides their records, and everything that is due, in one go."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.operation import Fact, Refusal, Signer
from app.core.records import ROOM_RECORD, ReprintReason, RoomForm
from app.core.site_form import SiteForm
from app.core.terms import Digest, RoomId, SessionId
from app.service import working_papers
from app.service.records import Copy
from app.views.due_papers import Due
from app.views.papers import PaperState
from ui.pages.record_forms import EVERY, FormSheets
from ui.pages.record_sheets import NOTES, Key, RoomSheets, Sheet, Sheets, room_of, touched
from ui.pages.record_titles import room_title, sheet_title
from ui.shell import PageName, Place, Shell

_WORKING_NOTES = {
    **NOTES,
    PaperState.TO_PRINT: "records-note-working",
    PaperState.SUPERSEDED: "records-note-working-changed",
}
_NOTHING = {
    RoomForm.CHART: "records-nothing",
    RoomForm.DOOR_LIST: "records-nothing",
    RoomForm.SLIPS: "records-no-slips",
    RoomForm.EXTRA_TIME: "records-no-ledgers",
}


class WorkingSheets:
    """考场座次表、门贴、机位签 or 补时登记表: one for each room of the session that is shown."""

    def __init__(self, shell: Shell, form: RoomForm) -> None:
        self._notes = NOTES if form is RoomForm.EXTRA_TIME else _WORKING_NOTES
        say = shell.say
        self._shell, self._form = shell, form
        self._session: SessionId | None = None
        self.held: dict[Key, Sheet] = {}
        self.table, self.column = shell.word(form), say("records-column-room")
        self.nothing = say(_NOTHING[form])

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

    def note(self, sheet: Sheet) -> str | None:
        return self._notes.get(sheet.state)

    def draft(self, sheet: Sheet) -> str:
        return self._shell.say("records-note-ledger-open", sheet=sheet.title)

    def finish(self, sheet: Sheet) -> str:
        return self._shell.say("records-close")

    def place(self, sheet: Sheet) -> Place:
        return Place(PageName.CLOSING, *room_of(sheet))

    def print(self, sheet: Sheet, reason: ReprintReason | None, *signers: Signer) -> Refusal | bytes:
        console, draw = self._shell.bridge.console, self._shell.opening.tools.draw_paper
        return working_papers.print_paper(console, self._form, *room_of(sheet), draw, *signers, reason=reason)

    def preview(self, sheet: Sheet) -> bytes | None:
        console, draw = self._shell.bridge.console, self._shell.opening.tools.draw_paper
        return working_papers.preview_paper(console, self._form, *room_of(sheet), draw)

    def copies(self, sheet: Sheet) -> Sequence[Copy]:
        return self._shell.bridge.site.copies(self._form, *room_of(sheet))


def sheets_of(shell: Shell, form: RoomForm | SiteForm) -> Sheets:
    """Where this form is printed."""
    if isinstance(form, SiteForm):
        return FormSheets(shell, next(one for one in EVERY if form in one.forms))
    return RoomSheets(shell) if form is ROOM_RECORD else WorkingSheets(shell, form)


def due_sheet(shell: Shell, due: Due) -> Sheet:
    """What is on its way to its first copy: nothing is known yet of what it says."""
    if isinstance(due.form, SiteForm):
        subject = due.subject or str(due.session)
        key, title = (str(due.form), subject), sheet_title(shell, due.form, subject)
    else:
        room = due.room or RoomId("")
        key, title = (due.session, room), room_title(shell, due.form, due.session, room)
    return Sheet(key, title, PaperState.TO_PRINT, Digest(""), ())
