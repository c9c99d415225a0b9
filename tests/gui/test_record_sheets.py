"""Sheets of the whole site on their way to paper: custody, supervision and seals, beside the records of rooms."""

from __future__ import annotations

from collections.abc import Callable, Collection

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.core.custody import HandOverLock, IssueLock, ReturnLocks
from app.core.fault import FaultKind, ReportFault
from app.core.lock_state import SupervisedKind
from app.core.records import ReprintReason
from app.core.site_form import SiteForm
from app.core.site_sheet import SiteSheetCameOut, SiteSheetKept
from app.core.supervision import CloseSupervision, OpenSupervision
from app.core.terms import Digest, PersonId, RoomId
from app.service import site_sheets
from app.service.console import Console
from app.views.papers import PaperState
from app.views.seal_sheet import SealSheet
from app.views.site_papers import SheetPaper
from app.views.site_sheet import SiteSheet
from tests.gui.record_page import (
    DAY_SHEET,
    LOCK,
    TODAY,
    copies,
    locked_site,
    page,
    printed,
    segment,
    sheets,
    site,
    states,
    supervised,
    titles,
)
from tests.gui.screen import MORNING_SESSION, Screen, texts
from tests.stores import ADMIN, OFFICER
from tests.unit import site_paper
from ui.pages.record_segments import Segment
from ui.pages.records import RecordsPage
from ui.shell import PageName

__all__ = ["locked_site", "sheets", "site"]


def test_a_sheet_is_printed_with_the_keyboard_and_somebody_says_that_it_came_out(site: Screen, qtbot: QtBot) -> None:
    site.do(IssueLock(LOCK, OFFICER.id))
    shown = page(site, None)
    assert segment(shown) is Segment.ROOMS
    # Given nobody at the desk, when one goes to the other segment and on to the list
    other = shown.segments.findChildren(QPushButton)[-1]
    other.setFocus()
    site.keys(" ")
    assert segment(shown) is Segment.SITE
    site.keys("\t\t")
    assert site.focus() is shown.list
    assert titles(shown) == [f"{TODAY} 领用移交归还"]
    site.keys("\n")
    assert site.focus() is shown.steps.print
    site.keys(" ")
    with qtbot.waitSignal(shown.run.ended):
        site.keys("A01\n000000\n")
    site.look_again()
    # Then the copy is kept, the file says the same, and the row asks
    (copy,) = copies(site)
    assert isinstance(site.last(), SiteSheetKept)
    path = shown.where.folder / f"E14-{TODAY}-1.pdf"
    assert path.read_bytes() == site.console.store.blobs.get(copy.file)
    assert states(shown) == [PaperState.SENT]
    assert site.focus() is shown.list
    site.keys("\n")
    assert site.focus() is shown.steps.came_out
    site.keys(" ")
    site.look_again()
    assert site.last() == SiteSheetCameOut(*DAY_SHEET, 1, came_out=True)
    assert states(shown) == [PaperState.PRINTED]
    assert f"{TODAY} 领用移交归还，第 1 份印出" in site.toast()
    assert site.focus() is shown.list
    qtbot.waitUntil(lambda: "留存的第 1 份" in shown.preview.caption.full)


def test_what_did_not_come_out_is_sent_again_without_a_new_copy(
    site: Screen, sheets: RecordsPage, qtbot: QtBot
) -> None:
    printed(qtbot, site, sheets, sheets.steps.print.click)
    sheets.steps.not_out.click()
    site.look_again()
    assert site.last() == SiteSheetCameOut(*DAY_SHEET, 1, came_out=False)
    assert states(sheets) == [PaperState.NOT_OUT]
    path = sheets.where.folder / f"E14-{TODAY}-1.pdf"
    path.unlink()
    assert printed(qtbot, site, sheets, sheets.steps.resend.click) == 1
    assert path.exists()
    assert len(copies(site)) == 1


def test_one_more_copy_asks_why(site: Screen, sheets: RecordsPage, qtbot: QtBot) -> None:
    printed(qtbot, site, sheets, sheets.steps.print.click)
    sheets.steps.reprint.click()
    assert "原因" in site.asked()
    assert len(copies(site)) == 1
    sheets.steps.reason.setCurrentIndex(sheets.steps.reason.findData(ReprintReason.DAMAGED))
    assert printed(qtbot, site, sheets, sheets.steps.reprint.click) == 1
    last = site.last()
    assert isinstance(last, SiteSheetKept)
    assert (last.copy, last.reason) == (2, ReprintReason.DAMAGED)
    assert not site.asked()


def test_another_hand_over_puts_the_sheet_back_on_the_list(site: Screen, sheets: RecordsPage, qtbot: QtBot) -> None:
    printed(qtbot, site, sheets, sheets.steps.print.click)
    site.do(HandOverLock(LOCK, ADMIN.id))
    site.look_again()
    assert states(sheets) == [PaperState.SUPERSEDED]
    assert "第 1 份之后内容有变化" in texts(sheets.steps)
    qtbot.waitUntil(lambda: "草稿" in sheets.preview.caption.full)
    assert printed(qtbot, site, sheets, sheets.steps.print_changed.click) == 1
    last = site.last()
    assert isinstance(last, SiteSheetKept)
    assert (last.copy, last.reason) == (2, ReprintReason.CHANGED)
    assert states(sheets) == [PaperState.SENT]


def test_all_that_wait_are_printed_and_confirmed_at_once(site: Screen, sheets: RecordsPage, qtbot: QtBot) -> None:
    numbers = [supervised(site), supervised(site)]
    site.look_again()
    assert titles(sheets)[:2] == [f"{number} 监考锁校时与启用 10-29 14:00" for number in numbers]
    assert printed(qtbot, site, sheets, sheets.print_all.click) == 3
    assert states(sheets) == [PaperState.SENT] * 3
    assert not sheets.print_all.isEnabled()
    sheets.all_out.click()
    site.look_again()
    assert [type(fact) for fact in site.facts()[-3:]] == [SiteSheetCameOut] * 3
    assert states(sheets) == [PaperState.PRINTED] * 3
    assert sheets.sub.full == "已印出 3 / 3"


def test_a_supervision_that_goes_on_is_a_draft_and_leads_to_where_it_is_ended(site: Screen, qtbot: QtBot) -> None:
    site.do(OpenSupervision(SupervisedKind.LOCKS))
    site.sign_in()
    shown = page(site, SiteForm.SUPERVISION)
    assert states(shown) == [PaperState.DRAFT]
    assert "监督操作还没有结束" in texts(shown.steps)
    assert not shown.print_all.isEnabled()
    qtbot.waitUntil(lambda: shown.preview.pages.count == 1)
    site.keys("\n")
    assert site.focus() is shown.steps.finish
    site.keys("\n")
    assert site.page.name is PageName.AUTHORITY
    # When it was ended, the sheet waits
    site.do(CloseSupervision(next(iter(site.site.supervisions)), done=False))
    site.look_again()
    site.go(PageName.RECORDS)
    assert segment(shown) is Segment.SITE
    assert states(shown) == [PaperState.TO_PRINT]


def test_what_is_chosen_stays_when_another_sheet_comes(site: Screen, sheets: RecordsPage) -> None:
    supervised(site)
    site.look_again()
    assert len(titles(sheets)) == 2
    assert sheets.list.chosen_keys() == (DAY_SHEET,)


def test_a_place_leads_to_the_newest_sheet_of_its_form_and_back_to_rooms(site: Screen, sheets: RecordsPage) -> None:
    supervised(site)
    newest = supervised(site)
    page(site, SiteForm.SUPERVISION)
    assert sheets.list.chosen_keys() == ((SiteForm.SUPERVISION, newest),)
    # Of a form without any sheet the list only comes into sight.
    page(site, SiteForm.SEAL)
    assert sheets.list.chosen_keys() == ((SiteForm.SUPERVISION, newest),)
    site.go(PageName.RECORDS, session=MORNING_SESSION, room=RoomId("002"))
    assert segment(sheets) is Segment.ROOMS
    assert sheets.list.chosen_keys() == ((MORNING_SESSION, "002"),)


def test_before_anything_happened_the_page_says_so(site: Screen) -> None:
    shown = page(site)
    assert "还没有登记监督操作、封存或锁的领用" in texts(shown)
    assert not shown.print_all.isEnabled()
    assert not shown.list.isVisible()
    assert site.focus() is shown.where
    # When somebody is given a lock, the list is there
    site.do(IssueLock(LOCK, OFFICER.id))
    site.look_again()
    assert states(shown) == [PaperState.TO_PRINT]
    assert shown.list.isVisible()


def test_a_sheet_is_called_by_what_it_is_about(site: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    said: dict[SiteSheet, str] = {
        site_paper.CUSTODY: f"{site_paper.CUSTODY.day} 领用移交归还",
        site_paper.RECEIPT: f"A-003 接收授权 {site_paper.DAWN:%m-%d %H:%M}",
        site_paper.SITTING: f"A-002 监考锁校时与启用 {site_paper.DAWN:%m-%d %H:%M}",
        site_paper.SEALED: "第 1 次封存，封条 FT-0012345",
        SealSheet(site_paper.HEAD, 2): "第 2 次，没有封条",
    }
    papers = [
        SheetPaper(SiteForm.SEAL, str(n), sheet, PaperState.TO_PRINT, Digest("00" * 32), ())
        for n, sheet in enumerate(said, 7)
    ]
    monkeypatch.setattr(site_sheets, "papers", lambda *_: papers)
    assert titles(page(site)) == list(said.values())


def test_what_no_sheet_speaks_of_does_not_have_the_journal_read(
    site: Screen, sheets: RecordsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.look_again()
    read: list[int] = []
    whole = site_sheets.papers

    def papers(
        console: Console, forms: Collection[SiteForm], wanted: Callable[[SiteForm, str], bool]
    ) -> tuple[SheetPaper, ...]:
        read.append(console.store.journal.n)
        return whole(console, forms, wanted)

    monkeypatch.setattr(site_sheets, "papers", papers)
    now = site.clock.moment().at
    site.do(ReportFault(FaultKind.MACHINE, MORNING_SESSION, RoomId("001"), ("002",), now, PersonId("A01")))
    site.look_again()
    assert not read
    site.do(ReturnLocks((LOCK,)))
    site.look_again()
    assert len(read) == 1
