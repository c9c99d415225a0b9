"""What is typed, scanned, dropped or named by someone who means harm."""

from __future__ import annotations

import os
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QHelpEvent
from PySide6.QtNetwork import QLocalServer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.core.fault import FaultKind, ReportFault
from app.core.terms import PersonId
from app.service import people, room_files
from app.service.console import Console
from app.trouble import Code, Trouble
from tests.gui.screen import MORNING_SESSION, ROOM, SECOND_SESSION, Screen, settle, signer
from ui.application import OneWindow
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.delays import DelaysPage, Part
from ui.pages.report_files import FilesForm
from ui.shell import PageName
from ui.widgets.parts import Elided

HALF = "\ud83d"
"""Half of a character, as a broken paste or a hostile code brings it."""
MARKUP = '<img src="file:///etc/hostname"><h1>A</h1>'


@pytest.fixture
def tips(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was shown instead of what Qt would have shown."""
    shown: list[str] = []
    monkeypatch.setattr("ui.widgets.tips.QToolTip.showText", lambda _at, said, _widget: shown.append(said))
    return shown


def taken(site: Screen, widget: QWidget, at: QPoint) -> bool:
    """Whether Qt shows no tooltip of its own when the pointer rests there."""
    return site.window.eventFilter(widget, QHelpEvent(QHelpEvent.Type.ToolTip, at, widget.mapToGlobal(at)))


# Half characters


@pytest.mark.parametrize(("code", "pin"), [("A01", HALF), (HALF, HALF), ("A01", "0" * 100_000)])
def test_a_pin_that_is_no_text_is_a_wrong_one(console: Console, code: str, pin: str) -> None:
    with pytest.raises(Trouble) as caught:
        people.sign_with_pin(console, code, pin)
    assert caught.value.code is Code.WRONG_PIN


@pytest.mark.parametrize("code", [HALF, f"a.{HALF}.b", "..", "a" * 20_000_000])
def test_a_scan_that_is_no_text_is_refused_for_itself(console: Console, site: Screen, code: str) -> None:
    brought = room_files.take_scan(console, code, signer(site.bridge, "A01"))
    assert isinstance(brought.no, Trouble)


# What is pasted


def paste(site: Screen, where: QWidget, text: str) -> int:
    """Into every field there, also those of a step that is not open, each with its Enter; how many they were."""
    fields = [one for one in where.findChildren(QLineEdit) if not one.isReadOnly()]
    QApplication.clipboard().setText(text)
    for field in fields:
        field.selectAll()
        field.paste()
        field.returnPressed.emit()
        site.bridge.tick()
    settle()
    return len(fields)


@pytest.mark.parametrize("sign", ["9", "\u7532", "9 "])
def test_whatever_is_pasted_into_delays_and_extra_time_is_answered(site: Screen, sign: str) -> None:
    site.started()
    site.do(ReportFault(FaultKind.POWER, MORNING_SESSION, ROOM, (), site.bridge.now, PersonId("A01")))
    site.sign_in()
    page = cast("DelaysPage", site.go(PageName.DELAYS, session=MORNING_SESSION, room=ROOM))
    page.extra.people.turn(True)
    assert paste(site, page.extra, sign * 32_767) >= 12
    assert page.extra.give.isVisible()
    site.at(site.site.sessions[SECOND_SESSION].plan.starts_at)
    site.bridge.choose(SECOND_SESSION)
    page.turn(Part.DELAYS)
    for step in page.board.now.forms:
        page.board.now._pick(step)
        assert paste(site, page.board, sign * 32_767) >= 8
    page.turn(Part.EXTRA_TIME)


def test_so_is_what_is_pasted_into_the_roll_and_the_search_of_transfers(site: Screen) -> None:
    site.started()
    site.sign_in()
    for page in (PageName.REPORTS, PageName.TRANSFERS, PageName.CANDIDATES):
        assert paste(site, site.go(page, session=MORNING_SESSION, room=ROOM), "9" * 32_767) >= 2


# Markup


def test_a_tooltip_shows_markup_as_it_is_written(site: Screen, qtbot: QtBot, tips: list[str]) -> None:
    named = Elided(MARKUP)
    qtbot.addWidget(named)
    assert taken(site, named, QPoint(2, 2))
    assert "<img" not in tips[0]
    assert "&lt;img" in tips[0]


def test_so_does_the_tooltip_of_a_cell(site: Screen, qtbot: QtBot, tips: list[str]) -> None:
    model = LinesModel(site.shell, ("a",))
    view = LinesView(model, "a", wide=(0,))
    qtbot.addWidget(view)
    view.resize(300, 200)
    model.show_lines([Line(1, (Cell(MARKUP),))])
    view.show()
    assert taken(site, view.viewport(), view.visualRect(model.index(0, 0)).center())
    assert "<img" not in tips[0]
    assert "&lt;img" in tips[0]
    assert not taken(site, view.viewport(), QPoint(10, 190))


def test_plain_tooltips_are_left_to_qt(site: Screen, qtbot: QtBot, tips: list[str]) -> None:
    named, silent = Elided("1 & 2"), QWidget()
    for widget in (named, silent):
        qtbot.addWidget(widget)
        assert not taken(site, widget, QPoint(2, 2))
    assert tips == []


# Files


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_pipe_instead_of_a_file_does_not_hang_the_window(site: Screen, tmp_path: Path) -> None:
    pipe = tmp_path / "1-1-001-1.examsite-report"
    os.mkfifo(pipe)
    brought = room_files.take_file(site.console, pipe, signer(site.bridge, "A01"))
    assert isinstance(brought.no, Trouble)
    assert brought.no.code is Code.FILE_MISSING


def test_a_dropped_name_that_is_none_is_refused_for_itself(site: Screen) -> None:
    site.released()
    site.sign_in()
    page = site.go(PageName.REPORTS)
    (form,) = page.findChildren(FilesForm)
    mime = QMimeData()
    mime.setUrls([QUrl("file:///tmp/1-1-001-1%00.examsite-report"), QUrl("http://example.org/x.examsite-report")])
    form.dropEvent(
        QDropEvent(
            QPointF(1, 1),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    settle()
    assert [one.no is None for one in form._brought] in ([], [False])


# The name of the one window


def test_who_only_squats_on_the_name_keeps_nobody_from_opening(tmp_path: Path) -> None:
    ours, server = OneWindow(tmp_path), QLocalServer()
    assert server.listen(ours._name)
    try:
        assert ours.is_second()
        assert not ours.stands()
    finally:
        server.close()
        ours.close()


def test_a_window_that_has_the_store_open_stands(qtbot: QtBot, console: Console) -> None:
    folder = console.store.folder.parent
    first, second = OneWindow(folder), OneWindow(folder)
    try:
        assert not second.stands()
        first.listen()
        with qtbot.waitSignal(first.knocked):
            assert second.stands()
    finally:
        first.close()
        second.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights elsewhere")
def test_nobody_else_on_this_machine_knocks(tmp_path: Path) -> None:
    only = OneWindow(tmp_path)
    only.listen()
    try:
        assert Path(only._server.fullServerName()).stat().st_mode & 0o077 == 0
    finally:
        only.close()


def test_practice_is_said_in_the_title_of_the_window_too(site: Screen) -> None:
    """Task bars, pictures of the screen, and the pages that stand instead of everything show no banner."""
    assert site.shell.say("practice-banner") in site.window.windowTitle()
