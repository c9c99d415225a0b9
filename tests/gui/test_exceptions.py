"""The page of exceptions: what gathers on it, where it leads, and how far the chief's sheet is."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from app.core.clock import NoteClockMoved
from app.core.paper_state import PaperRef, Signature
from app.core.signing import SignedPaper, SignPapers
from app.core.site_form import SiteForm
from app.core.site_sheet import ConfirmSiteSheet, KeepSiteSheet
from app.core.start import RecordStarts, RoomStart
from app.core.terms import PersonId, Role
from app.service import logbook, site_sheets
from app.service.console import Console
from app.views.entry_group import EntryGroup
from app.views.exception_kinds import ExceptionKind
from app.views.papers import PaperState
from tests.gui.after import ROOMS, ended
from tests.gui.conftest import OpenScreen
from tests.gui.screen import MORNING_SESSION, ROOM, Screen, settle, texts
from tests.stores import arrange
from ui.pages import exceptions as exceptions_page
from ui.pages import journal as journal_page
from ui.pages.exceptions import ExceptionsPage
from ui.pages.journal import JournalPage
from ui.pages.records import RecordsPage
from ui.shell import PageName, Place

CHIEF = PersonId("C01")


def click(made: QAbstractButton) -> None:
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)


def opened(site: Screen) -> ExceptionsPage:
    page = site.go(PageName.EXCEPTIONS)
    assert isinstance(page, ExceptionsPage)
    return page


def told_late(site: Screen, minutes: int = 12) -> None:
    """The start of a room, so many minutes after."""
    site.released()
    at = site.site.sessions[MORNING_SESSION].plan.starts_at
    site.at(at + timedelta(minutes=minutes))
    site.do(RecordStarts(MORNING_SESSION, (RoomStart(ROOM, at),), PersonId("A01")))


def test_a_day_without_exceptions_says_so(site: Screen) -> None:
    page = opened(site)
    assert site.shell.say("exceptions-none") in texts(page)
    assert site.shell.say("exceptions-state-draft") in texts(page)
    assert site.focus() is page.sheet
    assert not page.kinds.isVisible()


def test_what_is_told_late_comes_by_itself_and_leads_to_the_journal(
    site: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given somebody looks on, when a start is told late; then it stands there, and Enter leads to its entry."""
    monkeypatch.setattr(journal_page, "BLOCK", 3)
    page = opened(site)
    told_late(site)
    site.look_again()
    say = site.shell.say
    assert [one.title for one in page.kinds.lines.lines] == [
        say("exceptions-of", kind=site.shell.word(ExceptionKind.ENTERED_LATE), group=EntryGroup.START)
    ]
    number = page.entries.number
    assert number is not None
    assert site.shell.text.fact(site.facts()[number - 1]) in str(page.entries.currentIndex().data())
    page.kinds.setFocus()
    site.press(Qt.Key.Key_Return)
    assert site.focus() is page.entries
    site.press(Qt.Key.Key_Return)
    settle()
    journal = site.page
    assert isinstance(journal, JournalPage)
    assert journal.view.currentIndex().row() == journal.model.row_of(number)
    # An entry that is older than what was read, and left out by a search, is found all the same.
    journal.text.setText("C01")
    site.go(PageName.JOURNAL, number="2")
    assert journal.text.text() == ""
    assert journal.view.currentIndex().row() == journal.model.row_of(2)
    # Whoever comes back finds it without the journal being read a second time.
    monkeypatch.setattr(logbook, "lines", None)
    site.go(PageName.EXCEPTIONS)
    assert page.entries.number == number


def test_a_long_journal_is_read_in_parts(site: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exceptions_page, "BLOCK", 5)
    told_late(site)
    total = site.console.store.journal.n
    site.window.go(Place(PageName.EXCEPTIONS))
    page = site.page
    assert isinstance(page, ExceptionsPage)
    assert site.shell.say("exceptions-reading", done=5, total=total) in texts(page)
    assert not page.sheet.isVisible()
    for _ in range(total):
        settle()
    assert page.kinds.lines.rowCount() == 1
    assert site.focus() is page.kinds


def test_how_far_the_sheet_is_and_what_comes_next(bare_console: Console, open_screen: OpenScreen) -> None:
    """Given a day at its end; when its sheet is printed, came out, is signed, and more comes; then each is said."""
    arrange(bare_console, rooms=3, seats=6, sessions=1)
    site = open_screen(bare_console)
    ended(site, *ROOMS)
    page = opened(site)
    steps = [page.sheet.text()]
    (paper,) = site_sheets.papers(site.console, [SiteForm.EXCEPTIONS])
    file = site.console.store.blobs.put(b"the sheet")
    now = site.clock.moment().at
    signed = SignedPaper(PaperRef(SiteForm.EXCEPTIONS, paper.subject, 1), (Signature(Role.CHIEF, CHIEF, now),))
    for operation in (
        KeepSiteSheet(SiteForm.EXCEPTIONS, paper.subject, 1, paper.content, file, None),
        ConfirmSiteSheet(SiteForm.EXCEPTIONS, paper.subject, 1, came_out=True),
        SignPapers((signed,)),
    ):
        site.do(operation)
        site.look_again()
        steps.append(page.sheet.text())
    told = site.shell.say("exceptions-state-signed", copy=1, who=(site.console.directory.staff_name(CHIEF),), at=now)
    assert told in texts(page)
    site.do(NoteClockMoved(90))
    site.look_again()
    steps.append(page.sheet.text())
    say = site.shell.say
    assert steps == [
        say("exceptions-print"),
        say("exceptions-confirm"),
        say("exceptions-sign"),
        say("exceptions-see"),
        say("exceptions-print-again"),
    ]
    click(page.sheet)
    settle()
    records = site.page
    assert isinstance(records, RecordsPage)
    assert records.sheet is not None
    assert (records.sheet.key, records.sheet.state) == ((SiteForm.EXCEPTIONS, paper.subject), PaperState.SUPERSEDED)
