"""Sheets of standalone exams on the page of records: one for each candidate and session."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.operation import Fact, Refusal, Signer
from app.core.records import ReprintReason
from app.core.site_form import SiteForm
from app.core.site_sheet import SiteSheetCameOut, SiteSheetKept
from app.core.terms import SessionId
from app.service import site_sheets
from app.service.records import Copy
from app.views.papers import PaperState
from app.views.site_papers import SheetPaper
from ui.pages.record_sheets import NOTES, Key, Sheet
from ui.shell import PageName, Place, Shell

_NOTES = {**NOTES, PaperState.TO_PRINT: "records-note-standalone"}


class StandaloneSheets:
    """单机考试同意与作答包记录: a draft until the answers are back."""

    notes = _NOTES

    def __init__(self, shell: Shell) -> None:
        say = shell.say
        self._shell = shell
        self.held: dict[Key, Sheet] = {}
        self.table, self.column = shell.word(SiteForm.STANDALONE), say("records-column-candidate")
        self.nothing, self.finish = say("records-no-standalone"), say("records-see-standalone")

    def look(self, facts: Sequence[Fact]) -> bool:
        """It changes with whatever happens in a session, and with its own copies."""
        own = (SiteSheetKept, SiteSheetCameOut)
        if facts and not any(isinstance(one, own) or getattr(one, "session", None) for one in facts):
            return False
        found = map(self._sheet, site_sheets.papers(self._shell.bridge.console, (SiteForm.STANDALONE,)))
        self.held = {sheet.key: sheet for sheet in found}
        return True

    def _sheet(self, paper: SheetPaper) -> Sheet:
        session, ticket = _whose(paper.subject)
        title = self._shell.say("records-of-standalone", ticket=ticket, session=session)
        return Sheet((paper.form, paper.subject), title, paper.state, paper.content, paper.copies)

    def draft(self, sheet: Sheet) -> str:
        return self._shell.say("records-note-standalone-open")

    def place(self, sheet: Sheet) -> Place:
        return Place(PageName.STANDALONE, _whose(sheet.key[1])[0])

    def print(self, sheet: Sheet, reason: ReprintReason | None, *signers: Signer) -> Refusal | bytes:
        console, draw = self._shell.bridge.console, self._shell.opening.tools.draw_sheet
        return site_sheets.print_sheet(console, SiteForm.STANDALONE, sheet.key[1], draw, *signers, reason=reason)

    def preview(self, sheet: Sheet) -> bytes | None:
        console, draw = self._shell.bridge.console, self._shell.opening.tools.draw_sheet
        return site_sheets.preview_sheet(console, SiteForm.STANDALONE, sheet.key[1], draw)

    def copies(self, sheet: Sheet) -> Sequence[Copy]:
        return self._shell.bridge.site.sheet_copies(*sheet.key)


def _whose(subject: str) -> tuple[SessionId, str]:
    session, _, ticket = subject.rpartition("-")
    return SessionId(session), ticket
