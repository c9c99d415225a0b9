"""Records on their way to paper: what is kept, what is sent, what a person says came out, and what fails."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.core.fault import FaultKind, ReportFault
from app.core.paper_state import RecordCopy
from app.core.records import ROOM_RECORD, RecordCameOut, RecordKept, ReprintReason
from app.core.terms import PersonId, RoomId
from app.trouble import Code, Trouble
from app.views.papers import PaperState
from tests.gui.after import ONE, ROOMS, THREE, TWO, end, ended
from tests.gui.record_page import page, printed, states
from tests.gui.screen import MORNING_SESSION, SECOND_SESSION, Screen, texts
from ui import printing
from ui.pages.records import RecordsPage
from ui.shell import PageName


@pytest.fixture
def records(site: Screen, qtbot: QtBot) -> RecordsPage:
    """Two rooms have ended, the third has not, and A01 is at the desk."""
    ended(site, ONE, TWO)
    site.sign_in()
    shown = page(site, None)
    qtbot.waitUntil(lambda: shown.preview.pages.count == 1)
    return shown


def copies(site: Screen, room: RoomId) -> tuple[RecordCopy, ...]:
    return site.site.copies(ROOM_RECORD, MORNING_SESSION, room)


def test_the_list_says_how_far_each_record_is_and_its_sheet_stands_beside_it(
    site: Screen, records: RecordsPage, qtbot: QtBot
) -> None:
    entries = len(site.facts())
    assert states(records) == [PaperState.TO_PRINT, PaperState.TO_PRINT, PaperState.DRAFT]
    assert "草稿" in records.preview.caption.full
    # When somebody goes down the list
    records.list.setFocus()
    site.press(Qt.Key.Key_Down)
    site.press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "003" in records.preview.caption.full)
    # Then nothing counts as a copy, and an unfinished room leads to where it is ended
    assert len(site.facts()) == entries
    site.keys("\n")
    assert site.focus() is records.steps.finish
    assert not records.steps.print.isVisible()


def test_one_record_is_printed_with_the_keyboard_and_somebody_says_that_it_came_out(site: Screen, qtbot: QtBot) -> None:
    ended(site, ONE)
    shown = page(site, None)
    # Given nobody at the desk, when a record is printed from the list
    shown.list.setFocus()
    site.keys("\n")
    assert site.focus() is shown.steps.print
    site.keys(" ")
    assert "PIN" in site.asked()
    with qtbot.waitSignal(shown.run.ended):
        site.keys("A01\n000000\n")
    site.look_again()
    # Then the copy is kept, the file says the same, and the row asks
    (copy,) = copies(site, ONE)
    assert isinstance(site.last(), RecordKept)
    path = shown.where.folder / "1-1-001-1.pdf"
    assert path.read_bytes() == site.console.store.blobs.get(copy.file)
    assert str(shown.where.folder) in site.toast()
    assert states(shown)[0] is PaperState.SENT
    shown.steps.came_out.setFocus()
    site.keys(" ")
    site.look_again()
    assert site.last() == RecordCameOut(ROOM_RECORD, MORNING_SESSION, ONE, 1, came_out=True)
    assert states(shown)[0] is PaperState.PRINTED
    assert not shown.steps.came_out.isVisible()
    qtbot.waitUntil(lambda: "留存的第 1 份" in shown.preview.caption.full)


def test_what_did_not_come_out_is_sent_again_without_a_new_copy(
    site: Screen, records: RecordsPage, qtbot: QtBot
) -> None:
    printed(qtbot, site, records, records.steps.print.click)
    records.steps.not_out.click()
    site.look_again()
    assert states(records)[0] is PaperState.NOT_OUT
    (records.where.folder / "1-1-001-1.pdf").unlink()
    entries = len(site.facts())
    assert printed(qtbot, site, records, records.steps.resend.click) == 1
    assert (records.where.folder / "1-1-001-1.pdf").exists()
    assert len(site.facts()) == entries
    assert len(copies(site, ONE)) == 1


def test_one_more_copy_asks_why(site: Screen, records: RecordsPage, qtbot: QtBot) -> None:
    printed(qtbot, site, records, records.steps.print.click)
    records.steps.reprint.click()
    assert "原因" in site.asked()
    assert len(copies(site, ONE)) == 1
    records.steps.reason.setCurrentIndex(records.steps.reason.findData(ReprintReason.LOST))
    assert printed(qtbot, site, records, records.steps.reprint.click) == 1
    last = site.last()
    assert isinstance(last, RecordKept)
    assert (last.copy, last.reason) == (2, ReprintReason.LOST)


def test_a_change_after_the_copy_puts_the_record_back_on_the_list(
    site: Screen, records: RecordsPage, qtbot: QtBot
) -> None:
    printed(qtbot, site, records, records.steps.print.click)
    started = site.site.sessions[MORNING_SESSION].plan.starts_at
    site.do(ReportFault(FaultKind.MACHINE, MORNING_SESSION, ONE, ("002",), started, PersonId("A01")))
    site.look_again()
    assert states(records)[0] is PaperState.SUPERSEDED
    assert printed(qtbot, site, records, records.steps.print_changed.click) == 1
    last = site.last()
    assert isinstance(last, RecordKept)
    assert (last.copy, last.reason) == (2, ReprintReason.CHANGED)
    assert states(records)[0] is PaperState.SENT


def test_a_whole_session_is_printed_and_confirmed_at_once(site: Screen, records: RecordsPage, qtbot: QtBot) -> None:
    end(site, THREE)
    site.look_again()
    assert printed(qtbot, site, records, records.print_all.click) == 3
    assert states(records) == [PaperState.SENT] * 3
    assert not records.print_all.isEnabled()
    assert sorted(path.name for path in records.where.folder.iterdir()) == [f"1-1-{room}-1.pdf" for room in ROOMS]
    records.all_out.click()
    site.look_again()
    assert [type(fact) for fact in site.facts()[-3:]] == [RecordCameOut] * 3
    assert states(records) == [PaperState.PRINTED] * 3


def test_a_run_stops_between_two_records(site: Screen, records: RecordsPage, qtbot: QtBot) -> None:
    records.run.progressed.connect(records.working.stop.click)
    printed(qtbot, site, records, records.print_all.click)
    assert len(copies(site, ONE)) == 1
    assert not copies(site, TWO)
    assert not records.working.isVisible()
    assert records.print_all.isEnabled()


def test_nobody_at_the_desk_goes_on_once_they_signed(site: Screen, qtbot: QtBot) -> None:
    ended(site, ONE, TWO)
    shown = page(site, None)
    shown.print_all.click()
    assert not shown.run.busy
    with qtbot.waitSignal(shown.run.ended):
        site.keys("A01\n000000\n")
    site.look_again()
    assert states(shown)[:2] == [PaperState.SENT] * 2


def with_printer(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, shown: RecordsPage) -> None:
    monkeypatch.setattr(printing, "printers", lambda: ("Desk",))
    shown.where.ask_printers()
    qtbot.waitUntil(lambda: shown.where.printer == "Desk")


def test_a_printer_that_fails_is_named_and_what_was_kept_stays(
    site: Screen, records: RecordsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, expect_log: Callable[[str], None]
) -> None:
    def jams(*_: object) -> None:
        raise Trouble(Code.PRINTER_FAILED, printer="Desk")

    expect_log("printer-failed")
    with_printer(monkeypatch, qtbot, records)
    monkeypatch.setattr(printing, "print_on", jams)
    assert printed(qtbot, site, records, records.print_all.click) == 0
    assert "Desk" in site.banner()
    assert states(records) == [PaperState.SENT, PaperState.TO_PRINT, PaperState.DRAFT]
    assert not records.working.isVisible()


def test_a_printer_is_preferred_where_there_is_one_until_somebody_chooses(
    site: Screen, records: RecordsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[tuple[bytes, str]] = []
    monkeypatch.setattr(printing, "print_on", lambda pdf, name, _: sent.append((pdf, name)))
    with_printer(monkeypatch, qtbot, records)
    printed(qtbot, site, records, records.steps.print.click)
    assert sent == [(site.console.store.blobs.get(copies(site, ONE)[0].file), "Desk")]
    assert "Desk" in site.toast()
    assert not records.where.folder.exists()
    # When somebody chooses the file, later lists of printers leave it so
    records.where.setCurrentIndex(0)
    records.where.activated.emit(0)
    with qtbot.waitSignal(records.where.model().rowsInserted):
        records.where.ask_printers()
    assert records.where.printer == ""


def test_other_sessions_do_not_disturb_the_list(
    site: Screen, records: RecordsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(records.list.lines, "show_lines", lambda lines: asked.append(len(lines)))
    now = site.clock.moment().at
    site.do(ReportFault(FaultKind.MACHINE, SECOND_SESSION, ONE, ("002",), now, PersonId("A01")))
    site.look_again()
    assert not asked
    site.do(ReportFault(FaultKind.MACHINE, MORNING_SESSION, ONE, ("002",), now, PersonId("A01")))
    site.look_again()
    assert asked


def test_a_place_chooses_its_room(site: Screen, records: RecordsPage) -> None:
    site.go(PageName.RECORDS, session=MORNING_SESSION, room=TWO)
    assert records.list.chosen_keys() == ((MORNING_SESSION, TWO),)


def test_pages_are_read_nearer_and_with_the_keys(site: Screen, records: RecordsPage) -> None:
    pages: QWidget = records.preview.pages
    bars = records.preview.pages.horizontalScrollBar(), records.preview.pages.verticalScrollBar()
    assert bars[0].maximum() == 0
    records.preview.nearer.click()
    assert bars[0].maximum() > 0
    pages.setFocus()
    site.press(Qt.Key.Key_End)
    site.press(Qt.Key.Key_PageDown)
    assert bars[1].value() > 0
    records.preview.fit.click()
    assert bars[0].maximum() == 0


def test_before_there_is_a_package_the_page_says_so(bare_console: object, open_screen: Callable[..., Screen]) -> None:
    site = open_screen(bare_console)
    assert "还没有考务数据" in texts(page(site, None))
