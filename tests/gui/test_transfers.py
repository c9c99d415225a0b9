"""The page of transfers: out of a full room, into another one, settled near the end, and what needs a decision."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.machines import SpareServed
from app.core.room_move import StandbyRoomOpened
from app.core.room_state import Presence, SettledAs, Sitting
from app.core.settlement import DisputeDecided, Found, TransferCancelled, TransferSettled
from app.core.start import RecordStarts, RoomStart
from app.core.terms import Ticket
from app.core.transfer import TransferIn, TransferredIn, TransferredOut
from app.exchange.transfer_token import SUFFIX
from app.service.console import Console
from app.settings import Settings
from tests.crowd import A01, FIRST, ONE, STANDBY, THREE, TWO, comes, crowd, goes, tickets
from tests.gui.conftest import OpenScreen
from tests.gui.fitting import faults
from tests.gui.screen import Screen, keys, settle, texts
from tests.roomside import transfer
from tests.stores import MORNING, PIN
from ui.pages.overview import OverviewPage
from ui.pages.transfers import TransfersPage
from ui.shell import PageName
from ui.widgets.parts import Button
from ui.widgets.top_bar import TopBar


@pytest.fixture
def console(bare_console: Console) -> Console:
    """Three rooms of four seats, six people in the first."""
    crowd(bare_console, (6, 4, 4))
    return bare_console


def sitting(site: Screen, ticket: Ticket) -> Sitting:
    found = site.site.sitting(FIRST, ticket)
    assert found is not None
    return found


def overfull(site: Screen) -> list[Ticket]:
    """All six came to the first room; those two have no seat."""
    site.released(FIRST)
    site.at(MORNING - timedelta(minutes=15))
    every = tickets(site.console)
    comes(site.console, *every)
    return every[4:]


def opened(site: Screen, code: str = "A01") -> TransfersPage:
    site.look_again()
    site.sign_in(code)
    return cast("TransfersPage", site.go(PageName.TRANSFERS))


def chip(site: Screen) -> str:
    site.bridge.tick()
    settle()
    found = top(site).transfers
    return found.accessibleName() if found.isVisible() else ""


def top(site: Screen) -> TopBar:
    return cast("TopBar", site.window.findChild(TopBar))


def link(site: Screen, text: str) -> None:
    (found,) = [one for one in site.window.findChildren(Button) if one.isVisible() and text in one.text()]
    found.click()
    settle()


def test_two_are_sent_on_and_the_first_is_taken_in_with_one_digit_and_enter(site: Screen) -> None:
    first, second = overfull(site)
    page = opened(site)
    assert "溢出 2 人" in texts(page)
    assert not page.pending.busy
    # The list proposes them, the last to come first; Enter goes to the step, and acts.
    page.out.table.setFocus()
    site.press(Qt.Key.Key_Return)
    assert site.focus() is page.out.do
    site.press(Qt.Key.Key_Return)
    site.look_again()
    assert isinstance(site.last(), TransferredOut)
    assert sitting(site, second).presence is Presence.PENDING
    # By scan: one key more.
    assert page.scanned(first)
    site.press(Qt.Key.Key_Return)
    site.look_again()
    assert sitting(site, first).presence is Presence.PENDING
    assert chip(site) == "调出待调入 2 人 · 最长 0 分钟"
    # Two arrive: the first room of the list is on the floor above, the second in another building.
    site.at(MORNING - timedelta(minutes=9))
    assert chip(site) == "调出待调入 2 人 · 最长 6 分钟"
    page.refresh()
    assert [page.pending.take_in.into.itemData(n) for n in range(2)] == [TWO, THREE]
    page.pending.table.setFocus()
    site.keys("2\n")
    site.look_again()
    assert isinstance(site.last(), TransferredIn)
    assert sitting(site, second).room == THREE
    assert page.scanned(first)
    site.press(Qt.Key.Key_Return)
    site.look_again()
    assert sitting(site, first).room == TWO
    assert [line.cells[5].text for line in page.settled.model.lines] == ["已调入 · 002", "已调入 · 003"]
    assert chip(site) == ""
    # A field takes a ticket too; what does not fit is said where the finger is.
    page.out.field.setFocus()
    site.keys("C01")
    assert "有 6 人" in texts(page.out.said)
    page.out.field.clear()
    site.keys(f"{tickets(site.console)[0]}\n")
    settle()
    assert "机位" in site.asked(), "the room is not too full any more"


def test_near_the_end_they_are_pressed_and_the_room_settles_or_calls_back(
    site: Screen, tmp_path: Path, qtbot: QtBot
) -> None:
    first, second = overfull(site)
    goes(site.console, first, second)
    starts = tuple(RoomStart(room, MORNING) for room in (ONE, TWO, THREE))
    site.at(MORNING)
    site.do(RecordStarts(FIRST, starts, A01))
    site.at(MORNING + timedelta(minutes=75))
    page = opened(site)
    assert chip(site) == "调出待调入 2 人 · 临近结束"
    assert {line.cells[5].tone for line in page.pending.model.lines} == {"warn"}
    # The slip that leads them there: without a printer it is a file.
    page.pending.escort.slip.click()
    qtbot.waitUntil((tmp_path / "records" / f"{FIRST}-A-001-escort.pdf").exists)
    qtbot.waitUntil(lambda: "引导单" in site.toast())
    page.pending.turn(page.pending.call_back)
    page.pending.do.click()
    settle()
    assert "空" in site.asked(), "no seat came free"
    page.pending.turn(page.pending.settle)
    outcome = page.pending.settle.outcome
    outcome.setCurrentIndex(outcome.findData(SettledAs.SAT_ELSEWHERE))
    assert page.pending.settle.sat_in.isVisible()
    page.pending.do.click()
    site.look_again()
    fact = site.last()
    assert isinstance(fact, TransferSettled)
    assert (fact.ticket, fact.outcome, fact.into, fact.found) == (
        first,
        SettledAs.SAT_ELSEWHERE,
        TWO,
        Found.INVIGILATORS,
    )
    site.at(MORNING + timedelta(minutes=91))
    assert chip(site) == "调出待调入 1 人 · 已过结束时间"
    assert page.pending.step is page.pending.settle
    outcome.setCurrentIndex(outcome.findData(SettledAs.ABSENT))
    assert not page.pending.settle.sat_in.isVisible()
    page.pending.do.click()
    site.look_again()
    assert sitting(site, second).presence is Presence.ABSENT
    assert "逾期核实" in page.settled.model.lines[0].cells[5].text


def test_full_everywhere_spare_seats_and_a_standby_room_are_offered(site: Screen) -> None:
    first, second = overfull(site)
    comes(site.console, *tickets(site.console, TWO), *tickets(site.console, THREE))
    goes(site.console, first, second)
    page = opened(site)
    assert page.full.isVisible()
    assert not page.pending.do.isEnabled()
    link(site, "启用第 001 考场 1 个备用机位")
    site.look_again()
    assert isinstance(site.last(), SpareServed)
    assert not page.full.isVisible(), "one may go back"
    page.pending.turn(page.pending.call_back)
    page.pending.do.click()
    site.look_again()
    assert isinstance(site.last(), TransferCancelled)
    assert page.full.isVisible()
    link(site, "启用备用考场")
    keys(site.window, f"C01\n{PIN}\n")
    settle()
    site.look_again()
    assert isinstance(site.last(), StandbyRoomOpened)
    assert site.signers_of_last() == ["A01", "C01"]
    link(site, "放行已启用的第 004 考场")
    overview = cast("OverviewPage", site.page)
    assert overview.release.isVisible()
    said = overview.model.data(overview.model.index(0))
    assert "已满" in str(said)
    assert "调出待调入 1 人" in str(said)
    link(site, "放行 1 个考场")
    site.look_again()
    assert site.site.sessions[FIRST].rooms[STANDBY].release
    top(site).transfers.setFocus()
    site.press(Qt.Key.Key_Space)
    settle()
    assert site.page is page
    assert page.pending.take_in.room == STANDBY


def test_tokens_come_by_scan_paste_and_file(site: Screen, tmp_path: Path) -> None:
    first, second = overfull(site)
    page = opened(site)
    now = site.bridge.now
    site.window._scanned(transfer(site.console, FIRST, ONE, second, now).decode())
    site.look_again()
    assert isinstance(site.last(), TransferredOut)
    assert site.page is page
    coming = transfer(site.console, FIRST, TWO, second, now, ONE).decode()
    page.out.field.setFocus()
    page.out.field.setText(f" {coming} ")
    site.press(Qt.Key.Key_Return)
    site.look_again()
    assert isinstance(site.last(), TransferredIn)
    assert "调动凭证已收取" in site.toast()
    page.out.take_scan(coming)
    assert site.asked(), "used twice"
    path = tmp_path / f"out{SUFFIX}"
    path.write_bytes(transfer(site.console, FIRST, ONE, first, now)[:-4] + b"AAAA")
    page.out.take_file(path)
    assert "签名" in texts(page.out.said)
    assert sitting(site, first).presence is Presence.PRESENT
    path.write_bytes(transfer(site.console, FIRST, ONE, first, now))
    page.out.take_file(path)
    assert sitting(site, first).presence is Presence.PENDING


def test_the_chief_decides_in_which_of_two_rooms_somebody_is(site: Screen) -> None:
    first, _ = overfull(site)
    goes(site.console, first)
    site.do(TransferIn(FIRST, first, TWO, site.bridge.now, A01))
    site.refused(TransferIn(FIRST, first, THREE, site.bridge.now, A01))
    page = opened(site)
    assert "第 003 考场也报告" in texts(page.disputes)
    link(site, "在第 003 考场")
    keys(site.window, f"C01\n{PIN}\n")
    settle()
    site.look_again()
    fact = site.last()
    assert isinstance(fact, DisputeDecided)
    assert (fact.origin, fact.room) == (TWO, THREE)
    assert site.signers_of_last() == ["A01", "C01"]
    assert not page.disputes.isVisible()


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_everything_fits_while_much_is_open(console: Console, open_screen: OpenScreen, language: str) -> None:
    site = open_screen(console, Settings(language=language), (1024, 640))  # type: ignore[arg-type]
    first, _ = overfull(site)
    comes(site.console, *tickets(site.console, TWO), *tickets(site.console, THREE))
    goes(site.console, first)
    page = opened(site)
    page.pending.turn(page.pending.settle)
    site.at(MORNING + timedelta(minutes=80))
    settle()
    assert faults(site.window) == []
    assert site.window.size().toTuple() == (1024, 640)
    assert page.minimumSizeHint().width() < 640
