"""The page of delayed starts: power is gone in three rooms, and who allows a start is asked, heard and written down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import cast

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.code_entry import CodeEntered, EnterCode, WrongCodeTyped
from app.core.consent import ConsentGiven
from app.core.delay import ApplyForDelay, DelayAppliedFor
from app.core.directive import DirectiveTaken
from app.core.fault import FaultKind, FaultReported, ReportFault
from app.core.room_state import CalledOff
from app.core.rulebook import Rulebook, Tier
from app.core.start import RecordStarts, RoomStart
from app.core.terms import CauseNo, PersonId, RoomId
from app.core.time_state import Means, Outcome
from app.crypto.codes import Purpose, Subject, code, root
from app.exchange.directive import SUFFIX, MinistryDirective, write
from app.exchange.signed import Ed25519Key
from app.service.code_roots import CodeRoots
from app.service.console import Console
from app.service.delays import Owners
from app.settings import Settings
from app.views.delays import DelayStep
from tests.builders import NATIONAL, ZHEJIANG
from tests.gui.conftest import OpenScreen
from tests.gui.fitting import faults
from tests.gui.screen import MORNING_SESSION, Screen, keys, settle, texts
from tests.stores import MORNING, PIN, plain
from ui.pages.delay_answer import CodeForm
from ui.pages.delay_board import DelayBoard
from ui.pages.delays import DelaysPage
from ui.pages.reports import ReportsPage
from ui.shell import PageName
from ui.widgets.parts import Button

MASTER, A01 = bytes(range(32)), PersonId("A01")
ONE, TWO, THREE = RoomId("001"), RoomId("002"), RoomId("003")
ROOMS = (ONE, TWO, THREE)


@dataclass
class Province:
    """Every root, as a package brings them; and the codes that it reads out."""

    console: Console

    def __call__(self, purpose: str, session: str, subject: str) -> bytes:
        return root(MASTER, self._of(Purpose(purpose), session, subject))

    def subjects(self) -> tuple[tuple[str, str, str], ...]:
        rooms = ((Purpose.DELAY, MORNING_SESSION, room) for room in ROOMS)
        return (*rooms, (Purpose.DELAY_SITE, MORNING_SESSION, "*"), (Purpose.EXTRA_TIME_ROOM, MORNING_SESSION, ONE))

    def says(self, purpose: Purpose, subject: str, minutes: int) -> str:
        return code(MASTER, self._of(purpose, MORNING_SESSION, subject), minutes)

    def _of(self, purpose: Purpose, session: str, subject: str) -> Subject:
        package = self.console.site.package
        assert package is not None
        return Subject(purpose, package.exam.id, self.console.site.code, session, subject)


@pytest.fixture
def province(console: Console) -> Province:
    """The package of these tests has no members beyond its lists."""
    known = Province(console)
    console.directory = replace(console.directory, root=known)
    console.roots = cast("CodeRoots", known)
    return known


@pytest.fixture
def ministry(console: Console) -> Ed25519Key:
    """A ministry whose key this store trusts."""
    key = Ed25519Key.generate()
    console.site.ministry = key.public.jwk
    return key


def ruled(console: Console, rulebook: Rulebook) -> None:
    """As if the package had been signed with these rules."""
    package = console.site.package
    assert package is not None
    console.site.package = structs.replace(package, rulebook=plain(rulebook))


def dark(site: Screen, minutes: int = 4, seconds: int = 0, *, reported: bool = True) -> DelayBoard:
    """Power went in all rooms eight minutes before the start; it is so much after it now, and the page is open."""
    site.released()
    site.at(MORNING - timedelta(minutes=8))
    if reported:
        for room in ROOMS:
            site.do(ReportFault(FaultKind.POWER, MORNING_SESSION, room, (), site.bridge.now, A01))
    later(site, minutes, seconds)
    site.look_again()
    site.sign_in()
    return cast("DelaysPage", site.go(PageName.DELAYS)).board


def later(site: Screen, minutes: int, seconds: int = 0) -> None:
    """So much after the unified start."""
    site.at(MORNING + timedelta(minutes=minutes, seconds=seconds))
    settle()


def asked(site: Screen, minutes: int, rooms: tuple[RoomId, ...] = ROOMS) -> None:
    causes = tuple(CauseNo(number) for number in site.site.faults)
    site.do(ApplyForDelay(MORNING_SESSION, rooms, minutes, causes))
    site.look_again()


def column(board: DelayBoard, number: int) -> list[str]:
    return [line.cells[number].text for line in board.rooms.model.lines]


def opened(board: DelayBoard) -> DelayStep:
    """The step that stands open."""
    return board.now.form.step


def link(site: Screen, text: str) -> None:
    (found,) = [one for one in site.window.findChildren(Button) if one.isVisible() and text in one.text()]
    found.click()
    settle()


def sign(site: Screen, person: str) -> None:
    keys(site.window, f"{person}\n{PIN}\n")
    settle()


def searched(form: CodeForm, qtbot: QtBot) -> str:
    """What the lane found out about the code."""
    qtbot.waitUntil(lambda: form.code._job is None)
    settle()
    return texts(form.code.answer)


def test_a_power_cut_is_applied_for_agreed_to_and_leads_to_the_start(site: Screen) -> None:
    board = dark(site, 4, 10)
    now = board.now
    assert "3 个考场未开考，已晚 4:10" in texts(board.countdown)
    assert "还剩 25:50，之后须有授权码" in texts(board.countdown)
    assert "市级考试机构" in texts(board.countdown)
    later(site, 4, 11)
    assert "还剩 25:49" in texts(board.countdown)
    # All three are chosen, the minutes and the causes proposed: three times Enter.
    board.rooms.table.setFocus()
    site.press(Qt.Key.Key_Return)
    assert site.focus() is now.apply.minutes
    assert now.apply.minutes.text() == "30"
    site.keys("\n\n")
    site.look_again()
    fact = site.last()
    assert isinstance(fact, DelayAppliedFor)
    assert (fact.rooms, fact.minutes, fact.tier) == (ROOMS, 30, Tier.CITY)
    assert set(fact.causes) == {CauseNo(number) for number in site.site.faults}
    said = now.read.text()
    assert all(part in said for part in ("2101", "001、002、003", "08:22:00 发生", "30 分钟", fact.number))
    assert column(board, 6) == [f"{fact.number} 待答复"] * 3
    # Whoever agrees is named; the telephone may not be left out.
    later(site, 6)
    assert site.focus() is now.consent.spoken.name
    site.keys("Wang\nCity 1\n")
    now.consent.do.click()
    assert site.focus() is now.consent.spoken.phone
    site.keys("024 123\n\n\n")
    site.look_again()
    given = site.last()
    assert isinstance(given, ConsentGiven)
    assert (given.authority, given.means, given.told_to) == (Tier.CITY, Means.PHONE, A01)
    assert site.console.directory.said_by[given.said_by].phone == "024 123"
    assert "至 09:00:00 为止，还剩 24:00" in texts(now.start)
    assert "还剩 24:00，授权到 09:00:00 为止" in texts(board.countdown)
    assert "08:41:00" in texts(now.outlook)
    assert "结束信号与这些考场无关" in texts(now.outlook)
    assert site.focus() is now.start.do
    site.press(Qt.Key.Key_Return)
    settle()
    assert isinstance(site.page, ReportsPage)
    site.do(RecordStarts(MORNING_SESSION, tuple(RoomStart(room, site.bridge.now) for room in ROOMS), A01))
    site.look_again()
    site.go(PageName.DELAYS)
    assert not now.isVisible()
    assert [line.cells[1].text for line in board.done.model.lines] == ["6:00"] * 3


def test_a_misheard_group_is_told_as_it_is_typed_and_rooms_follow_each_other(site: Screen, province: Province) -> None:
    board = dark(site, 31)
    board.rooms.table.setFocus()
    site.keys("\n\n\n")
    site.look_again()
    assert site.site.applications[next(iter(site.site.applications))].minutes == 60
    form = board.now.code
    assert site.focus() is form.code.edit
    right = province.says(Purpose.DELAY, ONE, 60)
    wrong = right[:6] + ("Z" if right[6] != "Z" else "Y") + right[7:]
    site.keys(wrong.lower().replace("-", " ") + "\n")
    assert "第 2 组有误，重听这一组" in texts(form.code)
    assert not [one for one in site.facts() if isinstance(one, WrongCodeTyped)], "nothing was asked yet"
    assert form.code.edit.selectedText() == wrong[6:11]
    site.keys(right[6:11])
    assert form.code.value() == right
    site.keys("\n")
    site.look_again()
    fact = site.last()
    assert isinstance(fact, CodeEntered)
    assert (fact.subject, fact.minutes, fact.verified, fact.heard_by) == (ONE, 60, True, A01)
    assert "可开考至 09:30:00" in column(board, 6)
    # The next room; its code is good for less than was asked, which is said and holds all the same.
    assert form.whose.currentData() == TWO
    assert site.focus() is form.code.edit
    site.keys(province.says(Purpose.DELAY, TWO, 40) + "\n")
    site.look_again()
    assert "40 分钟" in texts(form.code.answer)
    assert "可开考至 09:10:00" in column(board, 6)
    # One code for all: pasted, with words around its groups.
    form.whose.setCurrentIndex(form.whose.findData("*"))
    QApplication.clipboard().setText(province.says(Purpose.DELAY_SITE, "*", 60).replace("-", " - "))
    form.code.edit.setFocus()
    form.code.edit.paste()
    site.keys("\n")
    site.look_again()
    assert column(board, 5) == ["可以开考"] * 3


def test_whose_a_code_is_otherwise_is_found_and_it_is_entered_there(
    site: Screen, province: Province, qtbot: QtBot
) -> None:
    board = dark(site, 31)
    asked(site, 45)
    form = board.now.code
    form.code.edit.setFocus()
    site.keys(province.says(Purpose.EXTRA_TIME_ROOM, ONE, 20) + "\n")
    assert isinstance(site.last(), WrongCodeTyped)
    assert "第 001 考场全考场补时" in searched(form, qtbot)
    site.keys(code(bytes(32), province._of(Purpose.DELAY, MORNING_SESSION, ONE), 20) + "\n")
    assert "不是给本考点" in searched(form, qtbot)
    site.keys(province.says(Purpose.DELAY, THREE, 45) + "\n")
    assert "第 003 考场延时开考" in searched(form, qtbot)
    link(site, "按这个考场录入")
    site.look_again()
    fact = site.last()
    assert isinstance(fact, CodeEntered)
    assert (fact.subject, fact.minutes) == (THREE, 45)
    # After five wrong ones somebody else listens too.
    number = next(iter(site.site.applications))
    for _ in range(2):
        foreign = province.says(Purpose.DELAY, THREE, 45)
        site.refused(EnterCode(number, Purpose.DELAY, ONE, foreign, site.bridge.now, A01))
    site.keys(province.says(Purpose.DELAY, ONE, 45) + "\n")
    sign(site, "O01")
    site.look_again()
    assert site.signers_of_last() == ["A01", "O01"]
    assert site.site.applications[number].codes[-1].subject == ONE


def test_nobody_looks_on_for_whose_a_code_is_once_the_page_is_left(
    site: Screen, province: Province, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, over = Event(), Event()

    def find(_: Owners, typed: str, stop: Callable[[], bool]) -> None:
        try:
            while not stop():
                begun.set()
        finally:
            over.set()

    monkeypatch.setattr(Owners, "find", find)
    board = dark(site, 31)
    asked(site, 45)
    form = board.now.code
    form.code.edit.setFocus()
    site.keys(province.says(Purpose.EXTRA_TIME_ROOM, ONE, 20) + "\n")
    assert begun.wait(5)
    assert "正在查找" in texts(form)
    # Files are written meanwhile.
    with qtbot.waitSignal(site.bridge.files.send(lambda _: None).finished):
        pass
    assert not over.is_set()
    site.go(PageName.OVERVIEW)
    assert over.wait(5)
    site.go(PageName.DELAYS)
    assert "正在查找" not in texts(form)
    assert form.code.answer.isVisible()


def test_beyond_an_hour_the_ministry_directs_and_the_chief_signs(
    site: Screen, ministry: Ed25519Key, tmp_path: Path
) -> None:
    board = dark(site, 61)
    now = board.now
    assert "部考试中心决定" in texts(board.countdown)
    assert now.apply.minutes.text() == "90"
    now.apply.do.click()
    site.look_again()
    form = now.directive
    assert site.focus() is form.text
    site.keys("a.b.c\n")
    assert "读不出" in texts(form)
    path = tmp_path / f"postponed{SUFFIX}"
    path.write_bytes(directive(site, ministry, Outcome.POSTPONE, (TWO, THREE)))
    form.take_file(path)
    settle()
    assert "延期" in texts(form)
    assert "002、003" in texts(form)
    form.do.click()
    sign(site, "C01")
    site.look_again()
    fact = site.last()
    assert isinstance(fact, DirectiveTaken)
    assert site.signers_of_last() == ["A01", "C01"]
    assert site.site.sessions[MORNING_SESSION].rooms[TWO].called_off is CalledOff.POSTPONED
    assert [line.cells[2].text for line in board.done.model.lines] == ["已延期"] * 2
    assert column(board, 0) == [ONE]
    # The other one may start, until a time that the directive names; it comes by scanner.
    site.window._scanned(directive(site, ministry, Outcome.START, (ONE,)).decode())
    settle()
    assert "10:01:00" in texts(form)
    form.do.click()
    sign(site, "C01")
    site.look_again()
    assert column(board, 6) == ["可开考至 10:01:00"]
    assert "处理意见" in board.applied.model.lines[0].cells[5].text


def directive(site: Screen, ministry: Ed25519Key, outcome: Outcome, rooms: tuple[RoomId, ...]) -> bytes:
    package, now = site.site.package, site.bridge.now
    assert package is not None
    until = now + timedelta(minutes=30) if outcome is Outcome.START else None
    content = MinistryDirective(
        mode=site.site.mode,
        site=site.site.code,
        exam=package.exam.id,
        issued_at=now,
        serial=f"M-{outcome}",
        session=MORNING_SESSION,
        rooms=rooms,
        outcome=outcome,
        until=until,
    )
    return write(content, ministry)


def test_without_tiers_every_delay_is_for_the_ministry(console: Console, open_screen: OpenScreen) -> None:
    ruled(console, NATIONAL)
    site = open_screen(console)
    board = dark(site, 2)
    assert "由部考试中心决定" in texts(board.countdown)
    assert "登记同意" not in texts(board.now.steps)
    assert "授权码" not in texts(board.now.steps)
    board.now.apply.do.click()
    site.look_again()
    fact = [one for one in site.facts() if isinstance(one, DelayAppliedFor)][-1]
    assert fact.tier is Tier.MINISTRY
    assert opened(board) is DelayStep.DIRECTIVE
    # What was reported because of the delay itself is no cause to read out.
    assert "延时过久" not in board.now.read.text()


def test_what_somebody_types_stays_while_another_becomes_responsible(console: Console, open_screen: OpenScreen) -> None:
    ruled(console, ZHEJIANG)
    site = open_screen(console)
    board = dark(site, 0, 30, reported=False)
    now = board.now
    assert not now.isVisible(), "so soon nobody has anything to do"
    later(site, 28)
    assert column(board, 5) == ["登记事由"] * 3
    assert opened(board) is DelayStep.CAUSE
    now.cause.moment.edit.setFocus()
    now.cause.moment.edit.selectAll()
    site.keys("0822\n\n")
    site.look_again()
    reported = [one for one in site.facts() if isinstance(one, FaultReported)]
    assert [one.room for one in reported] == list(ROOMS)
    assert {one.happened_at for one in reported} == {MORNING - timedelta(minutes=8)}
    # Two minutes are too few to reach anybody: whoever decides later is proposed, the nearer one can be typed.
    assert now.apply.minutes.text() == "60"
    site.keys("0")
    assert "不需要申请" in texts(now.apply)
    now.apply.minutes.selectAll()
    site.keys("30")
    assert "考务管理责任人" in texts(now.apply)
    site.keys("\n\n")
    site.look_again()
    assert opened(board) is DelayStep.CONSENT
    site.keys("Li")
    later(site, 30, 10)
    assert "评价机构负责人" in texts(board.countdown)
    assert opened(board) is DelayStep.CONSENT
    site.keys("u\n")
    assert now.consent.spoken.name.text() == "Liu"
    site.keys("Office\n1\n082959\n\n")
    site.look_again()
    assert site.asked() == ""
    given = site.last()
    assert isinstance(given, ConsentGiven)
    assert given.authority is Tier.RESPONSIBLE
    assert opened(board) is DelayStep.APPLY, "so late it is not enough"


def test_opaque_codes_are_entered_by_their_minutes_and_by_two(console: Console, open_screen: OpenScreen) -> None:
    package = console.site.package
    assert package is not None
    exam = structs.replace(package.exam, codes="opaque")
    console.site.package = structs.replace(package, exam=exam)
    site = open_screen(console)
    board = dark(site, 31)
    asked(site, 60)
    form = board.now.code
    assert not form.code.isVisible()
    assert "无法核验" in texts(form)
    form.do.click()
    assert "还没有填授权码" in texts(form)
    site.keys("LN-4711\n")
    form.do.click()
    assert "整分钟数" in texts(form)
    site.keys("45\n")
    sign(site, "O01")
    site.look_again()
    fact = site.last()
    assert isinstance(fact, CodeEntered)
    assert (fact.subject, fact.minutes, fact.text, fact.verified) == (ONE, 45, "LN-4711", False)
    assert site.signers_of_last() == ["A01", "O01"]
    assert "未经核验" in board.applied.model.lines[0].cells[5].text


def test_everything_fits_at_every_step(console: Console, open_screen: OpenScreen) -> None:
    site = open_screen(console, Settings(language="en"), (1024, 640))
    board = dark(site, 26)
    steps: list[Callable[[], object]] = [
        lambda: None,
        lambda: board.now._pick(DelayStep.CAUSE),
        lambda: asked(site, 60),
        lambda: board.now._pick(DelayStep.CODE),
        lambda: site.keys("ABCDEFGHJK\n"),
        lambda: board.now._pick(DelayStep.DIRECTIVE),
    ]
    for step in steps:
        step()
        settle()
        assert faults(site.window) == []
        assert site.window.size().toTuple() == (1024, 640)
        assert site.page.minimumSizeHint().width() < 640
