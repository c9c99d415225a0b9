"""The page of room reports: starts in bulk, rolls read back, counts, and files one after the other."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.core.attendance import ConfirmAttendance
from app.core.incident import IncidentOpened
from app.core.room_report import RoomReported
from app.core.start import ReleaseRooms, RoomStarted
from app.service.console import Console
from app.views.reports import ReportKind
from tests.gui.reports_page import (
    A01,
    ONE,
    THREE,
    TWO,
    asked_on,
    at_the_end,
    at_the_roll,
    closed,
    opened,
    room,
    said_on,
)
from tests.gui.screen import MORNING_SESSION, Screen, settle
from tests.roomside import room_locks
from tests.stores import MORNING, arrange, receive_start_authorization
from ui.models.starts import AT, ROOM
from ui.pages.reports import ReportsPage
from ui.shell import PageName, Place


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


# Starts


def test_one_click_records_the_start_of_all_rooms(site: Screen, page: ReportsPage) -> None:
    assert page.kind is ReportKind.START
    assert page.start.record.text() == "登记 3 个考场开考"
    page.start.record.click()
    assert [room(site, number).started_at for number in (ONE, TWO, THREE)] == [MORNING] * 3
    assert site.toast() == "已登记 3 个考场开考"
    assert max(mark.n for mark in site.console.store.marks()) == site.console.store.journal.n


def test_a_room_may_differ_and_one_may_wait(site: Screen, page: ReportsPage) -> None:
    model, table = page.start.model, page.start.table
    table.setFocus()
    table.setCurrentIndex(model.index(1, AT))
    site.keys("083007\n")
    settle()
    table.setCurrentIndex(model.index(2, ROOM))
    site.press(Qt.Key.Key_Space)

    page.start.record.click()

    started = [fact for fact in site.facts() if isinstance(fact, RoomStarted)]
    assert [(fact.room, fact.at) for fact in started] == [(ONE, MORNING), (TWO, MORNING + timedelta(seconds=7))]
    settle()
    assert [line.open for line in model.lines] == [False, False, True]


def test_what_is_no_time_is_said_and_the_time_before_stays(site: Screen, page: ReportsPage) -> None:
    model = page.start.model
    assert not model.setData(model.index(0, AT), "soon")
    assert "时间写成" in said_on(site)
    assert model.setData(model.index(0, AT), "08:30:09")
    assert model.setData(model.index(0, AT), "")
    assert {start.at for start in model.starts()} == {MORNING}


def test_own_times_survive_another_common_time_and_a_refresh(site: Screen, page: ReportsPage) -> None:
    page.start.model.setData(page.start.model.index(0, AT), "08:30:09")
    page.start.model.toggle(1)
    page.start.moment.edit.setFocus()
    page.start.moment.edit.selectAll()
    site.keys("083005")
    page.refresh()
    assert [(s.room, s.at.second) for s in page.start.model.starts()] == [(ONE, 9), (THREE, 5)]


def test_a_start_before_its_time_is_refused_in_place_and_remembered(site: Screen, page: ReportsPage) -> None:
    page.start.model.setData(page.start.model.index(0, AT), "08:29:59")
    page.start.record.click()
    assert "早于" in asked_on(site)
    assert isinstance(site.last(), IncidentOpened)
    assert room(site).started_at is None


def test_without_a_tick_nothing_is_asked(site: Screen, page: ReportsPage) -> None:
    page.start.model.tick_all(on=False)
    before = site.console.store.journal.n
    page.start.record.click()
    assert "还没有勾选考场" in said_on(site)
    assert site.console.store.journal.n == before
    page.start.model.tick_all(on=True)
    page.start.moment.edit.setText("")
    page.start.moment.edit.textEdited.emit("")
    page.start.record.click()
    assert site.console.store.journal.n == before
    assert site.focus() is page.start.moment.edit


def test_rooms_without_release_cannot_be_ticked(site: Screen) -> None:
    site.authorized()
    site.at(MORNING)
    site.do(ReleaseRooms(MORNING_SESSION, (ONE,), "r"))
    page = opened(site)
    model = page.start.model
    assert [line.open for line in model.lines] == [True, False, False]
    assert not model.flags(model.index(1, ROOM)) & Qt.ItemFlag.ItemIsUserCheckable
    model.toggle(1)
    assert [start.room for start in model.starts()] == [ONE]


# Counts


def test_counts_are_compared_while_typed_and_recorded(site: Screen) -> None:
    page = at_the_end(site)
    page._pick(ReportKind.COUNTS)
    page.view.choose(TWO)
    page.counts.present.setFocus()
    site.keys("4\n1\n4\n2\n2\n")
    assert "实考 -1，缺考 0" in said_on(site)
    page.counts.record.click()
    fact = site.last()
    assert isinstance(fact, RoomReported)
    assert (fact.room, fact.number, fact.present, fact.absent, fact.logged_in, fact.submitted) == (TWO, 0, 4, 1, 4, 2)
    assert (fact.free_seats, page.counts.free.text(), page.counts.present.text()) == (2, "", "")


def test_counts_must_be_complete_and_fit(site: Screen) -> None:
    page = at_the_end(site)
    page._pick(ReportKind.COUNTS)
    page.counts.record.click()
    assert "四项人数都要填写" in said_on(site)
    for field, number in zip(page.counts._fields, (5, 1, 9, 0), strict=True):
        field.setText(str(number))
    page.counts.record.click()
    assert asked_on(site)
    assert room(site).report is None


# The list


def test_rooms_say_what_they_owe(site: Screen) -> None:
    page = at_the_roll(site)
    site.do(ConfirmAttendance(MORNING_SESSION, ONE, (), closed(site), A01))
    site.look_again()
    said = [str(page.rooms.data(page.rooms.index(row))) for row in range(3)]
    assert "最近报告" in said[0]
    assert "待报：实考与缺考" in said[1]
    assert "2 个有待报事项" in page.sub.full


def test_the_page_opens_where_something_is_owed(site: Screen) -> None:
    page = at_the_end(site)
    assert page.kind is ReportKind.RESULT
    page._pick(ReportKind.COUNTS)
    site.window.go(Place(PageName.REPORTS, MORNING_SESSION, THREE))
    assert (page.kind, page.view.room()) == (ReportKind.RESULT, THREE)


def test_the_second_session_has_its_own_start(site: Screen) -> None:
    page = at_the_end(site)
    second = site.site.sessions[site.bridge.today[1].id].plan
    site.at(second.starts_at)
    receive_start_authorization(site.console, second.id)
    site.do(ReleaseRooms(second.id, (ONE,), "r"))
    site.bridge.choose(second.id)
    page._pick(ReportKind.START)
    assert {start.at for start in page.start.model.starts()} == {second.starts_at}
