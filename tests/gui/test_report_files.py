"""Files and scans on the page of room reports: each taken by itself, and what differs afterwards."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.correction import CorrectAttendance, CorrectionReason
from app.core.end_state import ResultReason
from app.core.incident_kinds import IncidentKind
from app.core.room_result import RoomResultKept
from app.core.room_state import Presence
from app.core.terms import RoomId
from app.service.console import Console
from app.views.reports import ReportKind
from tests.gui.reports_page import (
    A01,
    ONE,
    OVER,
    THREE,
    TWO,
    asked_on,
    at_the_end,
    closed,
    opened,
    room,
    said_on,
    tickets,
)
from tests.gui.screen import MORNING_SESSION, Screen, settle, texts
from tests.roomside import report, report_file, result, result_file, room_locks
from tests.stores import MORNING, arrange
from ui.pages.reports import ReportsPage
from ui.shell import PageName


@pytest.fixture
def console(bare_console: Console) -> Console:
    """The rooms have locks, so that they can sign what they bring."""
    arrange(bare_console, rooms=3, seats=6, sessions=2, room_locks=room_locks(3))
    return bare_console


@pytest.fixture
def page(site: Screen) -> ReportsPage:
    """On it, signed in, right after the unified start; nothing recorded yet."""
    site.released()
    site.at(MORNING + timedelta(seconds=40))
    site.sign_in()
    return opened(site)


def brought(site: Screen, folder: Path, absent: int = 1) -> list[Path]:
    return [
        result_file(folder, MORNING_SESSION, number, result(site.console, MORNING_SESSION, number, OVER, gone))
        for number in (ONE, TWO, THREE)
        for gone in [tickets(site, number)[-absent:] if absent else []]
    ]


def taken(site: Screen) -> list[RoomId]:
    return [fact.room for fact in site.facts() if isinstance(fact, RoomResultKept)]


def test_many_results_are_dropped_at_once_and_one_bad_does_not_stop_the_rest(
    site: Screen, tmp_path: Path, qtbot: QtBot
) -> None:
    page = at_the_end(site)
    assert page.kind is ReportKind.RESULT
    paths = brought(site, tmp_path)
    paths[1].write_bytes(b"cut short")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action = Qt.DropAction.CopyAction
    event = QDropEvent(QPointF(), action, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    page.files.dropEvent(event)
    qtbot.waitUntil(lambda: len(page.files.model.lines) == 3)
    assert taken(site) == [ONE, THREE]
    assert [line.cells[2].tone for line in page.files.model.lines] == ["ok", "bad", "ok"]
    assert "已收取 2 个，未采用 1 个" in said_on(site)
    page.files.table.selectRow(1)
    assert "已损坏" in said_on(site)
    assert page.view.room() == TWO


def test_files_wait_until_somebody_signed(site: Screen, tmp_path: Path, qtbot: QtBot) -> None:
    page = at_the_end(site)
    site.bridge.leave_desk()
    page.files.take(brought(site, tmp_path))
    assert "人员代码" in asked_on(site)
    assert "还有 3 个文件待收取" in page.files._left.text()
    site.keys("A01\n000000\n")
    qtbot.waitUntil(lambda: taken(site) == [ONE, TWO, THREE])


def test_the_rest_can_be_called_off(site: Screen, tmp_path: Path) -> None:
    page = at_the_end(site)
    page.files.take(brought(site, tmp_path))
    page.files._stop.click()
    settle()
    assert taken(site) == [ONE]


def test_what_differs_is_shown_and_compared_again_after_its_correction(
    site: Screen, tmp_path: Path, qtbot: QtBot
) -> None:
    page = at_the_end(site)
    page.files.take(brought(site, tmp_path, absent=0))
    qtbot.waitUntil(lambda: len(page.files.model.lines) == 3)
    page.view.choose(ONE)
    odd = tickets(site)[-1]
    (line,) = page.files.differences.model.lines
    assert (line.key, line.cells[2].text, line.cells[3].text) == (odd, "缺考", "交卷成功")
    page.files.differences.table.opened.emit(odd)
    assert site.page.name is PageName.CANDIDATES
    site.do(CorrectAttendance(MORNING_SESSION, odd, True, CorrectionReason.FOUND_IN_ROOM, OVER, A01))
    site.go(PageName.REPORTS, room=ONE)
    assert page.files.differences.model.lines[0].cells[3].tone == "ok"

    page.files.differences.again.click()

    kept = room(site).result
    assert kept is not None
    assert kept.differences == ()
    assert room(site).sittings[odd].presence is Presence.PRESENT
    assert "与本机登记一致" in said_on(site)


def test_a_second_result_says_why_it_comes_and_a_damaged_one_is_an_incident(
    site: Screen, tmp_path: Path, qtbot: QtBot
) -> None:
    page = at_the_end(site)
    page.files.take(brought(site, tmp_path))
    qtbot.waitUntil(lambda: len(page.files.model.lines) == 3)
    again, damaged = (
        result_file(tmp_path, MORNING_SESSION, number, result(site.console, MORNING_SESSION, number, OVER, (), 2), 2)
        for number in (ONE, TWO)
    )
    damaged.write_bytes(damaged.read_bytes()[:-1])
    page.files.take((again, damaged))
    qtbot.waitUntil(lambda: len(page.files.model.lines) == 4)
    assert "第 2 份" in texts(page.files.second)
    assert "已登记为异常，由第 002 考场重新回收" in page.files.model.lines[0].cells[2].text
    assert [one.kind for one in site.site.incidents.values()] == [IncidentKind.ANSWERS_DAMAGED]
    assert not page.files.second.take.isEnabled()
    site.press(Qt.Key.Key_Down)
    page.files.second.take.click()
    kept = room(site).result
    assert kept is not None
    assert (kept.version, kept.reason) == (2, ResultReason.COLLECTED_AGAIN)
    assert page.files.second.isHidden()

    third = result(site.console, MORNING_SESSION, ONE, OVER, (), 3)
    page.files.take((result_file(tmp_path, MORNING_SESSION, ONE, third, 4),))
    page.files.second._leave()
    assert taken(site).count(ONE) == 2
    assert page.files.model.lines[0].cells[2].tone == "bad"


def test_a_scanned_report_is_taken_wherever_one_is_on_the_page(site: Screen, page: ReportsPage) -> None:
    assert not page.scanned("2101000001")
    site.at(closed(site))
    absent = tickets(site)[:1]
    site.window._scanned(report(site.console, MORNING_SESSION, ONE, closed(site), absent).decode())
    assert page.kind is ReportKind.RESULT
    assert room(site).started_at == MORNING
    assert room(site).attendance_confirmed_at == closed(site)
    assert page.files.model.lines[0].cells[0].text == "扫描"


def test_a_pasted_report_and_its_refusal(site: Screen, page: ReportsPage, tmp_path: Path) -> None:
    page._pick(ReportKind.RESULT)
    page.files.scan.setFocus()
    QApplication.clipboard().setText(report(site.console, MORNING_SESSION, ONE, OVER, None).decode())
    page.files.scan.paste()
    site.press(Qt.Key.Key_Return)
    assert asked_on(site)
    assert page.files.model.lines[0].cells[2].tone == "bad"
    path = report_file(
        tmp_path, MORNING_SESSION, ONE, report(site.console, MORNING_SESSION, ONE, MORNING, None, number=2), 2
    )
    page.files.take([path])
    assert page.files.model.lines[0].cells[2].tone == "ok"
