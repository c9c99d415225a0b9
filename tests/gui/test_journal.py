"""The journal page: newest first, found by anything that stands in it, and proved from the disk."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.core.fault import FaultKind, ReportFault
from app.core.start import RecordStarts, RoomStart
from app.core.terms import PersonId
from app.views.entry_group import EntryGroup
from tests.conftest import LogWatch
from tests.gui.screen import MORNING_SESSION, ROOM, Screen, settle, texts
from tests.raw import raw
from tests.stores import EVE, Place
from ui.models.entries import COLUMNS, EntryColumn
from ui.pages import journal as journal_page
from ui.pages.journal import JournalPage
from ui.shell import PageName
from ui.widgets.full_stop import StopPage

FAULT = ReportFault(FaultKind.POWER, None, None, (), EVE, PersonId("A01"))


def opened(site: Screen) -> JournalPage:
    page = site.go(PageName.JOURNAL)
    assert isinstance(page, JournalPage)
    return page


def column(page: JournalPage, wanted: EntryColumn) -> list[str]:
    at = COLUMNS.index(wanted)
    return [str(page.model.index(row, at).data()) for row in range(page.model.rowCount())]


def click(made: QAbstractButton) -> None:
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)


def test_what_is_new_comes_on_top_and_the_choice_stays(site: Screen) -> None:
    page = opened(site)
    count = site.console.store.journal.n
    assert column(page, EntryColumn.NUMBER) == [str(n) for n in range(count, 0, -1)]
    page.view.selectRow(1)
    settle()
    before = texts(page.detail)
    site.do(FAULT)
    site.look_again()
    assert page.model.newest == count + 1
    assert column(page, EntryColumn.SENTENCE)[0] == site.shell.text.fact(site.last())
    assert [index.row() for index in page.view.selectionModel().selectedRows()] == [2]
    assert texts(page.detail) == before


def test_an_entry_says_who_signed_as_what(site: Screen) -> None:
    site.do(FAULT)
    page = opened(site)
    said = texts(page.detail)
    assert site.shell.text.fact(site.last()) in said
    assert site.shell.text.meaning(type(site.last())) in said
    for person, role in (("A01 A", "role-site-admin"), ("O01 O", "role-exam-office")):
        assert site.shell.say("journal-signer", who=person, role=site.shell.say(role)) in said
    assert column(page, EntryColumn.SIGNERS)[0] == site.shell.say("list-separator").join(("A01 A", "O01 O"))
    head = site.console.store.journal.head.hex()
    assert f"{head[:4]} {head[4:8]} {head[8:12]} {head[12:16]}" in said


def test_what_was_typed_late_is_said(site: Screen) -> None:
    site.released()
    at = site.site.sessions[MORNING_SESSION].plan.starts_at
    site.at(at + timedelta(minutes=12))
    site.do(RecordStarts(MORNING_SESSION, (RoomStart(ROOM, at),), PersonId("A01")))
    page = opened(site)
    assert site.shell.say("journal-gap", minutes=12) in texts(page.detail)
    page.view.selectRow(1)
    settle()
    assert site.shell.say("journal-gap", minutes=12) not in texts(page.detail)


def test_lines_are_found_by_group_room_and_words(site: Screen) -> None:
    site.do(FAULT)
    page = opened(site)
    every = page.model.rowCount()
    page.group.setCurrentIndex(page.group.findData(EntryGroup.INCIDENT))
    page.group.activated.emit(page.group.currentIndex())
    assert column(page, EntryColumn.SENTENCE) == [site.shell.text.fact(site.last())]
    click(page.reset)
    assert page.model.rowCount() == every
    page.room.setCurrentIndex(page.room.findData(ROOM))
    page.room.activated.emit(page.room.currentIndex())
    assert len(column(page, EntryColumn.NUMBER)) == 2, "arranged in two sessions"
    click(page.reset)
    page.text.setFocus()
    site.keys("a01")
    assert column(page, EntryColumn.NUMBER) == [str(every)]


def test_older_entries_are_read_when_wanted(site: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_page, "BLOCK", 3)
    last = site.console.store.journal.n
    page = opened(site)
    assert column(page, EntryColumn.NUMBER) == [str(n) for n in range(last, last - 3, -1)]
    click(page.more)
    assert page.model.oldest == last - 5
    assert column(page, EntryColumn.NUMBER) == [str(n) for n in range(last, last - 6, -1)]


def test_a_search_goes_on_through_older_entries(site: Screen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_page, "BLOCK", 2)
    page = opened(site)
    page.text.setText("1")
    qtbot.waitUntil(lambda: page.model.oldest == 1)
    assert column(page, EntryColumn.NUMBER)[-1] == "1"
    assert not page.more.isVisible()


def test_the_whole_journal_is_proved(site: Screen, qtbot: QtBot) -> None:
    page = opened(site)
    with qtbot.waitSignal(page.proof.ended):
        click(page.verify)
    journal = site.console.store.journal
    said = texts(page.proof.result)
    assert str(journal.n) in said
    assert journal.head.hex()[:4] in said
    assert page.verify.isEnabled()
    assert not page.proof.bar.isVisible()


def test_proving_can_be_given_up(site: Screen) -> None:
    page = opened(site)
    click(page.verify)
    click(page.proof.cancel)
    assert not page.proof.under_way
    assert site.shell.say("journal-verify-stopped", entries=0) in texts(page.proof.result)


def test_a_changed_entry_stops_the_desk(site: Screen, store_place: Place, qtbot: QtBot, log_watch: LogWatch) -> None:
    log_watch.expected.append("chain-broken")
    page = opened(site)
    with raw(store_place.store / "site.db", site.console.store.keys.store) as db:
        db.execute("UPDATE journal SET stamp = CAST(stamp || x'00' AS BLOB) WHERE n = 3")
    with qtbot.waitSignal(site.bridge.stopped):
        click(page.verify)
    assert isinstance(site.window.centralWidget(), StopPage)


@pytest.mark.parametrize("width", [1024, 1366])
def test_it_fits(site: Screen, width: int) -> None:
    page = opened(site)
    site.window.resize(width, 640)
    assert page.minimumSizeHint().width() < 900
    assert page.view.isColumnHidden(COLUMNS.index(EntryColumn.HEAD)) == (width == 1024)
