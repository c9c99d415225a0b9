"""从纸质记录补录: the rooms whose paper waits, the way to each step's page, and the confirmation by two persons."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.core.resume import DayResumed, PaperEntered
from app.core.terms import MediumSerial, PersonId, RoomId
from app.service import later_entries, logbook
from app.trouble import Code, Trouble
from tests.gui.screen import MORNING_SESSION, SECOND_SESSION, Screen, settle, texts
from ui.page import Page
from ui.pages.resumed_part import ResumedPart
from ui.shell import PageName

ONE, TWO = RoomId("001"), RoomId("002")


def part(site: Screen) -> ResumedPart:
    """On a page of its own kind, as the safekeeping page places it."""
    page = site.go(PageName.SAFEKEEPING)
    assert isinstance(page, Page)
    made = ResumedPart(site.shell, page.asking)
    page.outer.addWidget(made, 1)
    made.refresh()
    made.show()
    settle()
    return made


def resumed(site: Screen) -> None:
    """This machine took up the day, as the journal would have it."""
    now = site.clock.moment().at
    DayResumed("B", MediumSerial("U-1"), 31, now, 4, now).apply(site.site)


@pytest.fixture
def shown(site: Screen) -> ResumedPart:
    site.started()
    site.sign_in()
    resumed(site)
    return part(site)


def pick(shown: ResumedPart, *rows: int) -> None:
    shown.table.clearSelection()
    for row in rows:
        flags = shown.table.selectionModel().SelectionFlag
        shown.table.selectionModel().select(shown.table.lines.index(row, 0), flags.Select | flags.Rows)
    settle()


def confirm(site: Screen, shown: ResumedPart) -> None:
    assert shown.form is not None
    shown.form.confirm.click()
    settle()
    site.keys("O01\n000000\n")
    settle()


def test_a_machine_that_took_over_from_none_says_so(site: Screen) -> None:
    shown = part(site)
    assert "没有接替过" in texts(shown.note)
    assert not shown._due.isVisible()
    assert not shown.choose.isVisible()
    assert shown.first is shown.choose


def test_it_tells_from_which_entry_it_went_on_and_what_waits(shown: ResumedPart) -> None:
    said = texts(shown.note)
    assert "本机（B）" in said
    assert "原考点机（A）" in said
    assert "镜像到第 31 条" in said
    assert "锁上记到第 35 条，少 4 条" in said
    assert [line.cells[1].text for line in shown.table.lines.lines] == ["001", "002", "003"]
    assert shown.first is shown.table
    assert shown.table.lines.lines[0].cells[2].text.endswith("开考")


@pytest.mark.parametrize(
    ("step", "page"),
    [
        ("登录", PageName.ROOM),
        ("故障", PageName.FAULTS),
        ("缺考核对", PageName.REPORTS),
        ("结束考试", PageName.CLOSING),
    ],
)
def test_each_step_leads_to_its_page_and_room(site: Screen, shown: ResumedPart, step: str, page: PageName) -> None:
    pick(shown, 1)
    assert "第 002 考场" in shown._said.text()
    way = next(one for one in shown._ways.findChildren(QPushButton) if one.text().startswith(step))
    way.click()
    settle()
    assert site.page.name is page


def test_two_persons_confirm_rooms_as_typed_in(site: Screen, shown: ResumedPart) -> None:
    pick(shown, 0, 1)
    assert "选择一个考场" in shown._said.text()
    shown.confirm.click()
    confirm(site, shown)
    assert [type(one) for one in site.facts()[-2:]] == [PaperEntered, PaperEntered]
    last = site.last()
    assert isinstance(last, PaperEntered)
    assert (last.session, last.room, last.nothing) == (MORNING_SESSION, TWO, False)
    assert site.signers_of_last() == ["A01", "O01"]
    assert [line.cells[1].text for line in shown.table.lines.lines] == ["003"]
    assert shown.form is None


def test_where_nothing_happened_that_is_said(site: Screen, shown: ResumedPart) -> None:
    site.site.safe.paper_due.intersection_update({(MORNING_SESSION, ONE)})
    shown.refresh()
    pick(shown, 0)
    shown.nothing.click()
    assert shown.form is not None
    assert shown.first is shown.form.first
    confirm(site, shown)
    last = site.last()
    assert isinstance(last, PaperEntered)
    assert last.nothing
    assert not shown._due.isVisible()
    assert "都已补录" in texts(shown.note)


def test_rooms_of_one_session_are_confirmed_at_a_time(site: Screen, shown: ResumedPart) -> None:
    site.site.safe.paper_due.add((SECOND_SESSION, ONE))
    shown.refresh()
    assert shown.table.lines.lines[3].cells[2].text == "未开考"
    pick(shown, 0, 3)
    shown.confirm.click()
    assert "一个场次" in site.asked()
    assert shown.form is None
    shown.table.clearSelection()
    shown.confirm.click()
    settle()
    assert "先选择考场" in site.asked()


def test_a_room_that_ended_is_told_as_ended(site: Screen, shown: ResumedPart) -> None:
    site.site.sessions[MORNING_SESSION].rooms[ONE].ended_at = site.clock.moment().at
    shown.refresh()
    assert shown.table.lines.lines[0].cells[2].text.endswith("结束")


def test_what_the_machine_before_entered_later_is_listed(
    site: Screen, shown: ResumedPart, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    shown.choose.click()
    assert shown.choose.isEnabled()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    lines = logbook.lines(site.console, 2, 3)
    monkeypatch.setattr(later_entries, "later_lines", lambda *_: lines)
    shown.choose.click()
    qtbot.waitUntil(shown.later.isVisible)
    assert [line.key for line in shown.later.lines.lines] == [one.n for one in lines]
    assert site.shell.text.fact(lines[0].fact) == shown.later.lines.lines[0].cells[2].text
    assert "登记了 2 条" in shown.found.text()
    monkeypatch.setattr(later_entries, "later_lines", lambda *_: ())
    shown.choose.click()
    qtbot.waitUntil(lambda: not shown.later.isVisible())
    assert "没有登记" in shown.found.text()


def test_a_damaged_store_of_the_other_machine_stops_nothing_here(
    site: Screen, shown: ResumedPart, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object) -> None:
        raise Trouble(Code.CHAIN_BROKEN, entry=7)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    monkeypatch.setattr(later_entries, "later_lines", broken)
    shown.choose.click()
    qtbot.waitUntil(shown.choose.isEnabled)
    assert "7" in site.asked()
    assert not site.console.stopped


def test_the_proposed_person_is_of_the_room(site: Screen, shown: ResumedPart) -> None:
    pick(shown, 0)
    shown.confirm.click()
    assert shown.form is not None
    assert shown.form.by() == PersonId("A01")
