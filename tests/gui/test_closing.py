"""The closing page: what is open, the end of rooms in bulk, and the check by two persons."""

from __future__ import annotations

from datetime import timedelta
from typing import cast

import pytest
from PySide6.QtCore import Qt

from app.core.attendance import ConfirmAttendance
from app.core.closing import AnswersChecked, EndRooms, RoomEnded
from app.core.room_result import Outcome, ResultLine, TakeRoomResult
from app.core.terms import LockSerial, PersonId, RoomId
from app.core.timekeeping import closure_ends, entry_closes
from tests.gui.screen import DOCUMENT, MORNING_SESSION, Screen, settle
from tests.stores import MORNING
from ui.main_window import MainWindow
from ui.pages.closing import ClosingPage
from ui.shell import PageName, Place, clock

ONE, TWO, THREE = (RoomId(f"00{n}") for n in (1, 2, 3))
OVER = MORNING + timedelta(minutes=95)
A01 = PersonId("A01")


def ready(site: Screen, *numbers: RoomId) -> ClosingPage:
    """Started, over, and in these rooms everything is in: nobody was absent."""
    site.started()
    site.at(OVER)
    state = site.site.sessions[MORNING_SESSION]
    at = entry_closes(MORNING, state.plan, site.console.rulebook) + timedelta(seconds=1)
    for number in numbers:
        site.do(ConfirmAttendance(MORNING_SESSION, number, (), at, A01))
        lines = tuple(ResultLine(ticket, Outcome.SUBMITTED) for ticket in state.rooms[number].sittings)
        site.do(TakeRoomResult(MORNING_SESSION, number, DOCUMENT, LockSerial("JK"), lines))
    site.sign_in()
    return cast("ClosingPage", site.go(PageName.CLOSING))


def ended(site: Screen) -> list[RoomId]:
    return [fact.room for fact in site.facts() if isinstance(fact, RoomEnded)]


@pytest.fixture
def went(site: Screen, monkeypatch: pytest.MonkeyPatch) -> list[Place]:
    """Where the page sends people; it stays itself."""
    places: list[Place] = []
    whole = MainWindow.go

    def go(window: MainWindow, place: Place) -> None:
        places.append(place)
        if place.page is PageName.CLOSING:
            whole(window, place)

    monkeypatch.setattr(MainWindow, "go", go)
    site.window.build()
    places.clear()
    return places


def test_what_is_open_stands_in_words(site: Screen) -> None:
    page = ready(site, ONE)
    left = [line.cells[3] for line in page.model.lines]
    assert left[0].tone == "ok"
    assert (left[1].text, left[1].tone) == ("缺考登记未核对、考场结果未取回", "bad")
    closes = closure_ends(MORNING, site.site.sessions[MORNING_SESSION].plan, site.console.rulebook)
    assert page.model.lines[0].cells[2].text == clock(closes)


def test_one_click_ends_every_room_that_is_ready(site: Screen) -> None:
    page = ready(site, ONE, THREE)
    assert page.end.text() == "登记 2 个考场结束"
    page.end.click()
    assert ended(site) == [ONE, THREE]
    assert site.toast() == "已登记 2 个考场结束"
    assert max(mark.n for mark in site.console.store.marks()) == site.console.store.journal.n
    settle()
    assert "已结束 2 / 3" in page.sub.full


def test_only_the_chosen_rooms_end(site: Screen) -> None:
    page = ready(site, ONE, TWO, THREE)
    page.table.setFocus()
    page.table.selectRow(1)
    assert page.end.text() == "登记选中的 1 个考场结束"
    page.end.click()
    assert ended(site) == [TWO]


def test_a_chosen_room_that_is_not_ready_is_refused_with_what_is_open(site: Screen) -> None:
    page = ready(site, ONE)
    page.table.selectRow(1)
    page.end.click()
    settle()
    assert "第 002 考场" in site.asked()
    assert "考场结果未取回" in site.asked()
    assert ended(site) == []


def test_before_closure_is_over_no_room_is_offered(site: Screen) -> None:
    page = ready(site, ONE)
    page.moment.edit.setFocus()
    page.moment.edit.selectAll()
    site.keys("083100")
    assert page.end.text() == "登记考场结束"
    page.end.click()
    assert "没有可以结束的考场" in page._said.text()
    page.moment.edit.setFocus()
    page.moment.edit.selectAll()
    site.keys("99")
    page.end.click()
    assert site.focus() is page.moment.edit
    assert ended(site) == []


@pytest.mark.parametrize("by", ["enter", "button"])
def test_open_items_are_settled_where_they_belong(site: Screen, went: list[Place], by: str) -> None:
    page = ready(site, ONE)
    if by == "enter":
        page.table.setFocus()
        page.table.selectRow(1)
        site.press(Qt.Key.Key_Return)
    else:
        page.settle.click()
    assert went[-1] == Place(PageName.REPORTS, MORNING_SESSION, TWO)


def test_a_lost_answer_leads_to_the_room(site: Screen, went: list[Place]) -> None:
    page = ready(site)
    state = site.site.sessions[MORNING_SESSION]
    here, at = state.rooms[ONE], MORNING + timedelta(minutes=30)
    site.do(ConfirmAttendance(MORNING_SESSION, ONE, (), at, A01))
    lines = tuple(ResultLine(ticket, Outcome.SUBMITTED) for ticket in here.sittings)
    site.do(TakeRoomResult(MORNING_SESSION, ONE, DOCUMENT, LockSerial("JK"), lines))
    here.transferred_out = 1
    page.refresh()
    page.table.opened.emit(ONE)
    assert went[-1] == Place(PageName.ROOM, MORNING_SESSION, ONE)
    assert "不符" in page.sums[0].text()


def test_the_sums_can_be_followed(site: Screen) -> None:
    page = ready(site, ONE, TWO, THREE)
    assert page.sums[0].text() == "人员：编排 18 ＋ 调入 0 － 调出 0 ＝ 实考 18 ＋ 缺考 0 ＋ 未核对 0，相符"
    assert page.sums[1].text() == "作答数据：已回收 18 ＋ 已核销 0 ＋ 未登录 0 ＝ 实考 18，相符"


def test_two_persons_check_the_answers_and_go_on_to_safekeeping(site: Screen, went: list[Place]) -> None:
    page = ready(site, ONE, TWO, THREE)
    site.do(EndRooms(MORNING_SESSION, (ONE, TWO, THREE), OVER, A01))
    site.look_again()
    assert not page.end.isVisible()
    assert page.check.property("kind") == "primary"
    page.check.click()
    site.keys("O01\n000000\n")
    fact = site.last()
    assert isinstance(fact, AnswersChecked)
    assert site.signers_of_last() == ["A01", "O01"]
    assert went[-1] == Place(PageName.SAFEKEEPING, MORNING_SESSION)
    site.look_again()
    assert not page.check.isVisible()


def test_the_check_waits_for_the_last_room(site: Screen) -> None:
    page = ready(site, ONE)
    page.check.click()
    settle()
    assert "002" in site.asked()
    assert site.site.sessions[MORNING_SESSION].checked_at is None


def test_the_room_that_is_meant_is_chosen(site: Screen) -> None:
    ready(site, ONE)
    page = cast("ClosingPage", site.go(PageName.CLOSING, session=MORNING_SESSION, room=THREE))
    assert page.table.chosen_keys() == (THREE,)
    page.table.opened.emit("009")
    assert site.page is page
