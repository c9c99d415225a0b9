"""The extra-time half of its page: a cut of 31 minutes, 7 of 10, own doing, more than lost, taken back, the tool."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal, cast

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.core.code_entry import CodeEntered, WrongCodeTyped
from app.core.consent import ConsentGiven
from app.core.entry import CheckIn
from app.core.extra_time import ExtraTimeGiven, GrantExtraTime
from app.core.extra_time_loss import Loss
from app.core.extra_time_request import ExtraTimeAppliedFor, ExtraTimeTakenBack
from app.core.fault import CloseFault, FaultKind, ReportFault
from app.core.incident import IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.room_state import Sitting
from app.core.rulebook import Rule
from app.core.start import RecordStarts, RoomStart
from app.core.terms import CauseNo, ClauseId, PersonId, RoomId, Ticket
from app.core.time_state import LossCause
from app.core.timekeeping import ends
from app.crypto.codes import Purpose, Subject, code, root
from app.service.code_roots import CodeRoots
from app.service.console import Console
from app.settings import Settings
from tests.gui.conftest import OpenScreen
from tests.gui.fitting import faults
from tests.gui.keyboard import choose, press, tab_to
from tests.gui.screen import MORNING_SESSION, ROOM, Screen, settle, texts
from tests.stores import MORNING, PIN
from ui.pages.delays import DelaysPage, Part
from ui.pages.extra_time_board import ExtraTimeBoard
from ui.pages.faults import FaultsPage
from ui.shell import PageName
from ui.widgets.parts import Button

MASTER, A01 = bytes(range(32)), PersonId("A01")
OTHER = RoomId("002")


def of(console: Console, purpose: Purpose, session: str, subject: str) -> Subject:
    package = console.site.package
    assert package is not None
    return Subject(purpose, package.exam.id, console.site.code, session, subject)


@pytest.fixture
def console(console: Console) -> Console:
    """With a province whose codes fit."""

    known = Province(console)
    console.directory = replace(console.directory, root=known)
    # The package of these tests has no members beyond its lists.
    console.roots = cast("CodeRoots", known)
    return console


@dataclass
class Province:
    """Every root, as a package brings them."""

    console: Console

    def __call__(self, purpose: str, session: str, subject: str) -> bytes:
        return root(MASTER, of(self.console, Purpose(purpose), session, subject))

    def subjects(self) -> tuple[tuple[str, str, str], ...]:
        rooms = self.console.site.sessions[MORNING_SESSION].rooms
        return tuple((Purpose.EXTRA_TIME_ROOM, MORNING_SESSION, room) for room in rooms)


@pytest.fixture
def running(site: Screen) -> Screen:
    everybody_starts(site)
    return site


def everybody_starts(site: Screen) -> None:
    """Everyone is there, all rooms have started, and the administrator is at the desk."""
    site.released()
    site.at(MORNING - timedelta(minutes=20))
    for room in site.site.sessions[MORNING_SESSION].rooms.values():
        for ticket in room.sittings:
            document = site.console.rulebook.id_types.value[0]
            site.do(CheckIn(MORNING_SESSION, ticket, document, site.clock.moment().at, A01))
    site.at(MORNING)
    starts = tuple(RoomStart(room, MORNING) for room in sorted(site.site.sessions[MORNING_SESSION].rooms))
    site.do(RecordStarts(MORNING_SESSION, starts, A01))
    site.sign_in()


def stretch(first: int, last: int) -> tuple[datetime, datetime]:
    return MORNING + timedelta(minutes=first), MORNING + timedelta(minutes=last)


def hms(minute: int) -> str:
    return (MORNING + timedelta(minutes=minute)).strftime("%H:%M:%S")


def tickets(site: Screen, room: RoomId = ROOM) -> list[Ticket]:
    return sorted(site.site.sessions[MORNING_SESSION].rooms[room].sittings)


def sitting(site: Screen, ticket: Ticket) -> Sitting:
    found = site.site.sitting(MORNING_SESSION, ticket)
    assert found is not None
    return found


def cut(site: Screen, first: int, last: int, *seats: str, room: RoomId = ROOM) -> CauseNo:
    """Minutes after the start between which it did not work; it is one minute later now."""
    site.at(MORNING + timedelta(minutes=first, seconds=30))
    kind = FaultKind.MACHINE if seats else FaultKind.POWER
    site.do(ReportFault(kind, MORNING_SESSION, room, seats, MORNING + timedelta(minutes=first), A01))
    number = list(site.site.faults)[-1]
    site.at(MORNING + timedelta(minutes=last + 1))
    site.do(CloseFault(number, MORNING + timedelta(minutes=last)))
    return CauseNo(number)


def opened(site: Screen, room: RoomId | None = None, ticket: Ticket | None = None) -> ExtraTimeBoard:
    site.look_again()
    page = cast("DelaysPage", site.go(PageName.DELAYS, session=MORNING_SESSION, room=room, ticket=ticket))
    if room is None and ticket is None:
        page.turn(Part.EXTRA_TIME)
        page.first.setFocus()
    return page.extra


def spoken(site: Screen, purpose: Purpose, subject: str, minutes: int) -> str:
    """As the province reads it out."""
    return code(MASTER, of(site.console, purpose, MORNING_SESSION, subject), minutes)


def given(site: Screen) -> list[ExtraTimeGiven]:
    return [fact for fact in site.facts() if isinstance(fact, ExtraTimeGiven)]


def second_person(site: Screen) -> None:
    settle()
    site.keys(f"O01\n{PIN}\n")
    site.look_again()


def link(where: QWidget, text: str) -> Button:
    (found,) = [one for one in where.findChildren(Button) if one.isVisible() and text in one.text()]
    return found


def line(board: ExtraTimeBoard, ticket: Ticket) -> list[str]:
    return [cell.text for one in board.people.table.lines.lines if one.key == ticket for cell in one.cells]


def test_a_cut_of_31_minutes_is_made_good_with_keys_alone(running: Screen, qtbot: QtBot) -> None:
    """Proposed with its exception, ten at once, applied for, a code for the room, the rest given, the end moved."""
    site = running
    late = tickets(site)[5]
    number = cut(site, 10, 41)
    site.do(
        GrantExtraTime(MORNING_SESSION, ROOM, (late,), (), 4, Loss(LossCause.FAULT, (number,), *stretch(10, 41), A01))
    )
    board = opened(site)
    # Given one figure for the room, and who differs from it
    assert site.focus() is board.rooms.table
    assert "建议全考场补 31 分钟，5 人；另有 1 人不同" in texts(board.people)
    assert line(board, tickets(site)[0])[4:] == ["31:00", "0 + 31", "授权码 31 · 先给 10", "10:00"]
    assert board.people.without == (late,)
    assert f"{hms(10)} 发生，{hms(41)} 恢复作答（{number}）" in texts(board.people)
    # When Enter leads from the room to its people, to the minutes, to what can be given
    press(site.window, "Return", "Return")
    assert site.focus() is board.give.minutes.edit
    assert board.give.minutes.value() == 31
    assert "已用 0，考点可直接给到 10：现在可给 10 分钟，其余须有累计 31 分钟的授权码。" in texts(board.give.means)
    assert "10:00:00 改为 10:31:00" in texts(board.give.means)
    press(site.window, "Return", "Return")
    site.look_again()
    # Then ten minutes stand, and the rest is applied for
    assert [(one.minutes, one.moved, len(one.tickets)) for one in given(site)[1:]] == [(10, ROOM, 5)]
    assert site.focus() is board.give.apply
    press(site.window, "Return")
    site.look_again()
    asked = site.last()
    assert isinstance(asked, ExtraTimeAppliedFor)
    assert (asked.minutes, asked.tickets, asked.causes) == (31, (), (number,))
    assert f"申请编号 {asked.number}" in texts(board.give.applied)
    # The code is heard: one group wrong, then another room's, then right
    assert site.focus() is board.give.applied.code.edit
    site.keys(spoken(site, Purpose.EXTRA_TIME_ROOM, OTHER, 31) + "\n")
    site.look_again()
    assert isinstance(site.last(), WrongCodeTyped)
    qtbot.waitUntil(lambda: "第 002 考场" in texts(board.give.applied.code))
    board.give.applied.code.clear()
    site.keys(spoken(site, Purpose.EXTRA_TIME_ROOM, ROOM, 31) + "\n")
    site.look_again()
    assert isinstance(site.last(), CodeEntered)
    assert site.focus() is board.give.give
    assert board.give.give.text() == "给 21 分钟"
    press(site.window, "Return")
    second_person(site)
    # And the room goes on until 10:31
    state = site.site.sessions[MORNING_SESSION]
    assert [one.minutes for one in given(site)[1:]] == [10, 21]
    assert site.signers_of_last() == ["A01", "O01"]
    runs_from = state.rooms[ROOM].runs_from
    assert runs_from is not None
    assert ends(runs_from, state.plan) == MORNING + timedelta(minutes=121)
    assert [cell.text for cell in board.rooms.table.lines.lines[0].cells[3:]] == ["1 人", "31 分钟", "10:31"]
    # The one who differs is chosen by itself for what is left
    assert (board.people.whole, board.people.tickets, board.give.minutes.value()) == (False, (late,), 27)
    assert "结束 10:31:00 · 全考场补时 31 分钟" in texts(site.go(PageName.ROOM, session=MORNING_SESSION, room=ROOM))
    page = site.go(PageName.CANDIDATES, session=MORNING_SESSION, ticket=tickets(site)[0])
    assert "累计 31 分钟，作答到 10:31:00" in texts(page)


def test_who_used_7_of_10_is_found_by_ticket_and_gets_3_now_and_the_rest_with_a_code(running: Screen) -> None:
    site = running
    one, other = tickets(site)[2:4]
    number = cut(site, 10, 25, "003", "004")
    loss = Loss(LossCause.FAULT, (number,), *stretch(10, 25), A01)
    site.do(GrantExtraTime(MORNING_SESSION, ROOM, (one,), (), 7, loss))
    board = opened(site)
    # Given both lost 15 minutes at their seats; whoever lost most alike is chosen
    assert (board.people.whole, board.people.tickets) == (False, (one,)) or board.people.tickets == (other,)
    tab_to(site.window, "应试人员")
    site.keys(f"{one}\n")
    assert site.focus() is board.give.minutes.edit
    # When numbers of minutes are typed that are none, each is named at once
    for wrong in ("0", "-1", "1.5", "8a", "481"):
        board.give.minutes.edit.selectAll()
        site.keys(wrong)
        assert f"“{wrong}”不能用作补时分钟数" in texts(board.give), wrong
    board.give.minutes.edit.selectAll()
    site.keys("8")
    assert "已用 7，考点可直接给到 10：现在可给 3 分钟，其余须有累计 15 分钟的授权码。" in texts(board.give.means)
    # Then three at once, and five with a code for 15 in all
    press(site.window, "Return", "Return")
    site.look_again()
    assert (given(site)[-1].minutes, given(site)[-1].tickets, given(site)[-1].moved) == (3, (one,), None)
    press(site.window, "Return")
    site.look_again()
    assert cast("ExtraTimeAppliedFor", site.last()).minutes == 15
    assert f"1 名应试人员（准考证号 {one}）" in texts(board.give.applied)
    site.keys(spoken(site, Purpose.EXTRA_TIME, one, 12) + "\n")
    site.look_again()
    # A real code for fewer holds for those
    assert board.give.give.text() == "给 2 分钟"
    assert "12 分钟" in texts(board.give.applied.code)
    board.give.applied.code.edit.setFocus()
    board.give.applied.code.edit.selectAll()
    site.keys(spoken(site, Purpose.EXTRA_TIME, one, 15) + "\n")
    site.look_again()
    press(site.window, "Return")
    second_person(site)
    assert sitting(site, one).extra_minutes == 15
    assert sitting(site, other).extra_minutes == 0
    assert board.people.tickets == (other,)


def test_what_the_candidate_caused_is_refused_and_an_incident_is_offered(running: Screen) -> None:
    site = running
    one = tickets(site)[0]
    site.at(MORNING + timedelta(minutes=40))
    board = opened(site, ticket=one)
    # Given nothing was reported of this room: an incident in place
    assert site.focus() is board.give.minutes.edit
    assert "补时没有依据" in texts(board.give.loss)
    site.keys("5")
    board.give.loss.since.edit.setFocus()
    board.give.loss.since.edit.selectAll()
    site.keys("9:00")
    tab_to(site.window, "异常类别")
    choose(site.window, "登记异常")
    site.look_again()
    first = cast("IncidentOpened", site.last())
    assert (first.kind, first.room, first.happened_at) == (IncidentKind.OTHER, ROOM, MORNING + timedelta(minutes=30))
    assert board.give.loss.causes.currentData() == (first.number,)
    # When it was their own doing
    board.give.loss.cause.setFocus()
    press(site.window, "End")
    assert "应试人员自己造成的耽误不补时" in texts(board.give.loss)
    board.give.give.click()
    settle()
    # Then it is refused, and exam order is an incident
    assert given(site) == []
    assert "应试人员自身" in site.asked()
    link(board.give.loss, "登记异常").click()
    site.look_again()
    assert cast("IncidentOpened", site.last()).kind is IncidentKind.EXAM_ORDER


def test_more_than_lost_is_asked_once_more_and_a_line_is_taken_back(running: Screen) -> None:
    site = running
    number = cut(site, 10, 15)
    board = opened(site, room=ROOM)
    assert board.give.minutes.value() == 5
    board.give.start()
    site.keys("8\n\n")
    site.look_again()
    # Given nothing was given yet, and the yes has the focus
    assert given(site) == []
    assert "耽误的是 5 分钟。核对无误才按此办理。" in texts(board.give.sure)
    site.bridge.tick()
    assert site.focus().accessibleName() == "仍按此补时"
    press(site.window, "Return")
    site.look_again()
    (line_given,) = given(site)
    assert (line_given.minutes, line_given.loss.causes, len(line_given.tickets)) == (8, (number,), 6)
    # When it was a mistake
    tab_to(site.window, "撤回原因")
    choose(site.window, f"撤回这项补时 {line_given.number}")
    second_person(site)
    # Then it is struck and stays to be read, and the room ends as before
    assert isinstance(site.last(), ExtraTimeTakenBack)
    assert {one.extra_minutes for one in site.site.sessions[MORNING_SESSION].rooms[ROOM].sittings.values()} == {0}
    assert board.ledger.model.struck == {line_given.number}
    (struck,) = board.ledger.model.lines
    assert struck.cells[6].text == "已撤回"
    assert board.ledger.model.index(0, 0).data(Qt.ItemDataRole.FontRole).strikeOut()
    assert not board.ledger.back.isVisible()
    assert board.give.minutes.value() == 5


def test_beyond_the_province_the_tool_is_recorded_by_reference(running: Screen) -> None:
    site = running
    cut(site, 6, 71)
    # Given the way from the fault that was mended
    site.look_again()
    found = cast("FaultsPage", site.go(PageName.FAULTS))
    link(found, "办理补时").click()
    settle()
    board = cast("DelaysPage", site.page).extra
    assert board.give.minutes.value() == 65
    assert "累计 65 分钟超出省级权限，须用部考试中心专用工具" in texts(board.give.means)
    # When ten are given at once and the rest with the tool
    board.give.give.click()
    site.look_again()
    board.give.apply.click()
    site.look_again()
    assert not board.give.applied.code.isVisible()
    board.give.tool.reference.setFocus()
    site.keys("\n")
    assert "还没有填办理编号" in texts(board.give.tool)
    site.keys("ZY-2021/7\n")
    second_person(site)
    # Then each has 65, and the room's own end moved by ten only
    tool = given(site)[-1]
    assert (tool.tool, tool.minutes, tool.moved, len(tool.tickets)) == ("ZY-2021/7", 55, None, 6)
    assert site.site.sessions[MORNING_SESSION].rooms[ROOM].extra_minutes == 10
    assert sitting(site, tickets(site)[0]).extra_minutes == 65
    assert "专用工具 ZY-2021/7" in texts(board.ledger)


def test_where_somebody_responsible_decides_the_consent_is_entered(running: Screen) -> None:
    site = running
    package = site.site.package
    assert package is not None
    rules = {"responsible": Rule(30, ClauseId("TIM-17")), "extra_time_on_the_spot": None, "extra_time_province": None}
    site.site.package = structs.replace(package, rulebook=structs.replace(package.rulebook, **rules))
    cut(site, 10, 22)
    board = opened(site, room=ROOM)
    assert "现在不能再给，其余须考务管理责任人同意累计 12 分钟" in texts(board.give.means)
    board.give.start()
    press(site.window, "Return")
    assert site.focus() is board.give.apply
    press(site.window, "Return")
    site.look_again()
    # Who agreed is asked for: name and office are needed
    assert site.focus() is board.give.applied.consent.spoken.name
    choose(site.window, "登记考务管理责任人的同意")
    assert "填写对方姓名和单位" in texts(board.give.applied.consent)
    board.give.applied.consent.spoken.name.setFocus()
    site.keys("Li\nOffice\n123\n\n\n")
    site.look_again()
    agreed = cast("ConsentGiven", site.last())
    assert site.console.directory.said_by[agreed.said_by].office == "Office"
    assert board.give.give.text() == "给 12 分钟"
    press(site.window, "Return")
    second_person(site)
    assert given(site)[-1].minutes == 12


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_everything_fits_in_the_smallest_window(
    console: Console, open_screen: OpenScreen, language: Literal["zh-CN", "en"]
) -> None:
    site = open_screen(console, Settings(language=language), (1024, 640))
    everybody_starts(site)
    cut(site, 10, 41)
    cut(site, 42, 60, "003", room=OTHER)
    board = opened(site, room=ROOM)
    board.give.give.click()
    site.look_again()
    board.give.apply.click()
    site.look_again()
    assert board.give.applied.code.isVisible()
    assert faults(site.window) == []
    assert site.window.minimumSizeHint().width() <= 1024
