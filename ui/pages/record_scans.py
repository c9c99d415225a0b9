"""Scans of signed papers: which paper each page is, before they are kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.core.paper_state import PaperRef
from app.core.site import Site
from app.service.scans import Page, Scanned
from app.views.paper_code import copy_of
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.fault_side import FaultForm
from ui.pages.record_titles import numbered_title
from ui.shell import Shell
from ui.widgets.notice import Notice

_MOST_LINES = 6
_TWO_ROWS = 52
"""Pixels: what tells one paper from the next stands at the end of its name, and the form is narrow."""
_FEW_PAGES = 12
"""So many pages are named one by one."""


class ScanForm(FaultForm):
    """What was found in the files, and what was not."""

    def __init__(self, shell: Shell, pages: Sequence[Page], found: tuple[Scanned, ...]) -> None:
        say = shell.say
        super().__init__(shell, say("folder-scans", count=len(found), pages=len(pages)))
        self.found = found
        headers = (say("folder-column-paper"), say("folder-column-pages"))
        self.table = LinesView(LinesModel(shell, headers), say("folder-scans-found"), wide=(0,))
        self.table.setWordWrap(True)
        self.table.verticalHeader().setDefaultSectionSize(_TWO_ROWS)
        self.table.lines.show_lines([self._line(number, one) for number, one in enumerate(found)])
        self.table.fit_height(1, _MOST_LINES)
        self.add(self.table)
        if not found:
            self.table.hide()
        self._notices = [Notice(shell.look), Notice(shell.look)]
        for notice in self._notices:
            self.add(notice)
        short = [one for one in found if not one.whole]
        if short:
            self._notices[0].tell("warn", say("folder-scans-short", count=len(short)))
        site = shell.bridge.site
        known = {(one.file, one.ref) for one in found}
        unread = [page for page in pages if not _refs(site, page) & known]
        if unread:
            named = [say("folder-scans-page", file=one.file.name, page=one.number) for one in unread[:_FEW_PAGES]]
            self._notices[1].tell("warn", say("folder-scans-unread", count=len(unread), pages=tuple(named)))
        self.finish(say("folder-scans-confirm", count=len(found)))
        self.confirm.setEnabled(bool(found))
        self.first = self.confirm if found else self.table

    def _line(self, number: int, one: Scanned) -> Line:
        say = self._shell.say
        pages = say("folder-pages", pages=one.pages, of=one.of)
        cell = Cell(pages, "ok", "circle-check") if one.whole else Cell(pages, "warn", "alert-triangle")
        title = numbered_title(self._shell, one.copy)
        return Line(number, (Cell(title, full=f"{title}\n{one.file.name}"), cell))


def _refs(site: Site, page: Page) -> set[tuple[Path, PaperRef]]:
    """Which paper a page says it is; empty where it says nothing of ours."""
    copy = copy_of(site, page.code) if page.code else None
    return {(page.file, PaperRef(copy.form, copy.subject, copy.copy))} if copy else set()
