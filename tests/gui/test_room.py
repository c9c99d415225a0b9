"""The room page: seats, people and times."""

from datetime import timedelta
from typing import Literal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.core.entry import CheckIn
from app.core.start import ReleaseRooms
from app.core.terms import RoomId
from app.service.console import Console
from app.settings import Settings
from app.text import Text
from app.views.board import RoomState
from app.views.candidates import CandidateColumn, CandidateState
from app.views.room_needs import Act
from tests.gui.conftest import OpenScreen
from tests.gui.room_page import ADMIN, SECOND, act, broken, cell, document, links_of, present, room, ticket
from tests.gui.screen import MORNING_SESSION, ROOM, SECOND_SESSION, Screen, settle, texts
from ui.models.roll import COLUMNS
from ui.models.seats import columns
from ui.pages.room import NARROW
from ui.widgets.parts import Button


@pytest.mark.parametrize(
    ("seats", "width", "across"), [(6, 900, 6), (30, 900, 7), (30, 520, 6), (100, 900, 10), (40, 640, 8)]
)
def test_a_room_is_a_little_wider_than_deep_as_far_as_there_is_width(seats: int, width: int, across: int) -> None:
    assert columns(seats, width) == across


def test_without_a_package_there_is_no_room(bare_console: Console, open_screen: OpenScreen) -> None:
    site = open_screen(bare_console)
    page = room(site)
    assert site.shell.say("room-nothing") in texts(page)
    assert not page.map.isVisible()


def test_seats_say_who_sits_there_and_in_which_state(site: Screen) -> None:
    present(site)
    broken(site)
    page = room(site, session=MORNING_SESSION, room=ROOM)
    said = cell(page, "001")
    assert "C00001" in said
    assert site.shell.word(CandidateState.PRESENT) in said
    assert site.shell.say("room-fault-open") in cell(page, "002")
    assert site.shell.say("room-fault-open") not in said


def test_counts_stand_over_the_map(site: Screen) -> None:
    present(site)
    page = room(site, session=MORNING_SESSION, room=ROOM)
    shown = {state: pill.accessibleName() for state, pill in page.legend.pills.items() if pill.isVisible()}
    assert shown.keys() == {CandidateState.PRESENT, CandidateState.AWAITED}
    assert shown[CandidateState.AWAITED].endswith("5")
    assert not page.legend.faulty.isVisible()
    assert not page.legend.empty.isVisible()


def test_what_happens_meanwhile_is_shown_and_the_choice_stays(site: Screen) -> None:
    site.released()
    page = room(site, session=MORNING_SESSION, room=ROOM, ticket=ticket(3))
    before = page.map.currentIndex()
    site.do(CheckIn(MORNING_SESSION, ticket(3), document(site), site.clock.moment().at, ADMIN))
    site.look_again()
    assert page.map.currentIndex() == before
    assert site.shell.word(CandidateState.PRESENT) in texts(page.panel) + page.panel.seat.pill.accessibleName()
    assert not act(page, Act.ADMIT).isVisible()
    assert act(page, Act.LOGIN).isVisible()
    assert not act(page, Act.CORRECT).isVisible()


def test_a_ticket_leads_to_its_room_and_seat(site: Screen) -> None:
    other = sorted(site.site.sessions[MORNING_SESSION].rooms[SECOND].sittings)[3]
    page = room(site, session=MORNING_SESSION, ticket=other)
    assert page.choice.box.currentData() == SECOND
    chosen = page.seats.cell(page.map.currentIndex())
    assert chosen is not None
    assert chosen.ticket == other
    assert other in texts(page.panel)


def test_arrows_move_between_seats_and_enter_goes_to_what_can_be_done(site: Screen) -> None:
    site.released()
    page = room(site, session=MORNING_SESSION, room=ROOM)
    assert site.focus() is page.map
    page.map.setCurrentIndex(page.seats.find("001", None))
    site.press(Qt.Key.Key_Right)
    chosen = page.seats.cell(page.map.currentIndex())
    assert chosen is not None
    assert chosen.seat == "002"
    assert chosen.ticket is not None
    assert chosen.ticket in texts(page.panel)
    site.press(Qt.Key.Key_Return)
    assert site.focus() is act(page, Act.ADMIT)
    site.press(Qt.Key.Key_Escape)
    assert site.focus() is page.map


def test_digits_of_a_scanner_do_not_move_the_choice(site: Screen) -> None:
    page = room(site, session=MORNING_SESSION, room=ROOM)
    page.map.setCurrentIndex(page.seats.find("002", None))
    QTest.keyClicks(page.map, "005")
    assert page.map.currentIndex() == page.seats.find("002", None)


def test_the_list_shows_the_same_people_and_the_same_choice(site: Screen) -> None:
    present(site)
    page = room(site, session=MORNING_SESSION, room=ROOM, ticket=ticket(1))
    page.ways.picked.emit("list")
    assert page.list.isVisible()
    assert page.list.currentIndex().row() == 0
    assert page.roll.rowCount() == 6
    entered = page.roll.index(0, COLUMNS.index(CandidateColumn.ENTERED_AT)).data()
    assert entered == site.clock.moment().at.strftime("%H:%M:%S")
    page.list.setFocus()
    site.press(Qt.Key.Key_Down)
    assert ticket(2) in texts(page.panel)
    page.ways.picked.emit("map")
    chosen = page.seats.cell(page.map.currentIndex())
    assert chosen is not None
    assert chosen.ticket == ticket(2)


def test_rooms_are_gone_through_one_by_one(site: Screen) -> None:
    page = room(site, session=MORNING_SESSION, room=ROOM)
    assert not page.choice.before.isEnabled()
    page.choice.after.click()
    assert page.choice.box.currentData() == SECOND
    assert page.choice.before.isEnabled()
    page.choice.box.setCurrentIndex(2)
    page.choice.box.activated.emit(2)
    assert not page.choice.after.isEnabled()


def test_a_room_shows_its_state_and_its_times(site: Screen) -> None:
    site.started()
    page = room(site, session=MORNING_SESSION, room=ROOM)
    assert page.times.pill.accessibleName() == site.shell.word(RoomState.RUNNING)
    plan = site.site.sessions[MORNING_SESSION].plan
    assert plan.ends_at.strftime("%H:%M:%S") in page.times.said.text()
    assert plan.starts_at.strftime("%H:%M:%S") in page.times.said.text()


def test_the_time_of_a_room_runs_out_without_anybody_asking(site: Screen) -> None:
    site.started()
    page = room(site, session=MORNING_SESSION, room=ROOM)
    site.at(site.site.sessions[MORNING_SESSION].plan.ends_at)
    assert page.times.pill.accessibleName() == site.shell.word(RoomState.COLLECTING)


def test_the_other_live_session_is_one_click_away(site: Screen) -> None:
    site.started()
    plan = site.site.sessions[SECOND_SESSION].plan
    site.at(max(site.clock.moment().at, plan.starts_at - timedelta(minutes=50)))
    page = room(site, session=MORNING_SESSION, room=ROOM)
    assert SECOND_SESSION in site.bridge.live
    links = links_of(page.times)
    assert [site.shell.session(SECOND_SESSION) in link.text() for link in links] == [True]
    links[0].click()
    assert site.bridge.session == SECOND_SESSION


def test_a_narrow_page_has_the_panel_below(site: Screen) -> None:
    page = room(site, session=MORNING_SESSION, room=ROOM)
    assert page.panel.x() > page.map.mapTo(page, page.map.rect().topRight()).x()
    page.resize(NARROW - 1, 600)
    page.outer.activate()
    assert page.panel.y() > page.times.y()
    assert page.panel.x() < 100


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_everything_fits_the_smallest_window(
    console: Console, open_screen: OpenScreen, language: Literal["zh-CN", "en"]
) -> None:
    site = open_screen(console, Settings(language=language, theme="dark"), (1024, 640))
    present(site)
    broken(site)
    page = room(site, session=MORNING_SESSION, ticket=ticket(1))
    assert page.minimumSizeHint().width() < 900
    for one in [one for one in page.panel.findChildren(Button) if one.isVisible()]:
        assert one.width() >= one.sizeHint().width()
    assert site.window.width() == 1024
    site.window.grab()
    page.ways.picked.emit("list")
    site.window.grab()


def test_words_twice_as_long_are_not_cut(
    console: Console, open_screen: OpenScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    once = Text.say
    monkeypatch.setattr(Text, "say", lambda self, name, /, **facts: " ".join([once(self, name, **facts)] * 2))
    site = open_screen(console, Settings(language="en"), (1024, 640))
    present(site)
    broken(site)
    page = room(site, session=MORNING_SESSION, ticket=ticket(1))
    for one in [one for one in page.findChildren(Button) if one.isVisible()]:
        assert one.width() >= one.sizeHint().width(), one.text()
        assert one.mapTo(page, one.rect().bottomRight()).x() <= page.width(), one.text()
    assert page.minimumSizeHint().width() < 900
    act(page, Act.FAULT).click()
    settle()
    assert page.minimumSizeHint().width() < 900


def test_a_room_that_is_gone_gives_way_to_the_first(site: Screen) -> None:
    site.authorized()
    site.do(ReleaseRooms(MORNING_SESSION, (ROOM,), "release-1"))
    page = room(site, session=MORNING_SESSION, room=RoomId("999"))
    assert page.choice.box.currentData() == ROOM


def test_after_erasure_seats_and_states_remain(site: Screen) -> None:
    present(site)
    site.console.meet((), ())
    page = room(site, session=MORNING_SESSION, room=ROOM, ticket=ticket(1))
    erased = site.shell.say("candidates-erased")
    assert erased in cell(page, "001")
    assert page.roll.index(0, COLUMNS.index(CandidateColumn.NAME)).data() == erased
    assert erased in texts(page.panel)
    assert ticket(1) in texts(page.panel)


def test_a_broken_seat_is_marked_in_the_list_too(site: Screen) -> None:
    site.released()
    broken(site)
    page = room(site, session=MORNING_SESSION, room=ROOM)
    marks = [page.roll.index(n, 0).data(Qt.ItemDataRole.DecorationRole) is not None for n in range(3)]
    assert marks == [False, True, False]
