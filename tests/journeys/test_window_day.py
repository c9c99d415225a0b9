"""The first session of an exam day, from the sign-in to the last record, by somebody whose mouse is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar, cast

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.core.attendance import AttendanceConfirmed
from app.core.authorization import StartAuthorizationReceived, StartAuthorized
from app.core.closing import AnswersChecked, RoomEnded
from app.core.desk import DeskTaken
from app.core.end_phase import ScratchPaperCounted, ViolationsConfirmed
from app.core.entry import CheckedIn, LateRefused
from app.core.lock_state import Outcome
from app.core.operation import Fact
from app.core.records import RecordCameOut, RecordKept
from app.core.room_result import RoomResultKept
from app.core.room_state import Presence
from app.core.safekeeping import BackupVerified
from app.core.signing import PaperSigned
from app.core.start import RoomsReleased, RoomStarted
from app.core.supervision import SupervisionClosed, SupervisionOpened
from app.core.terms import PersonId, RoomId, SessionId, Ticket
from app.core.upload import BundleExported, UploadConfirmed
from app.rehearsal.ground import PIN
from app.rehearsal.practice import PracticeDay
from app.rehearsal.province import Size
from app.service.clock import BEIJING
from app.service.lock_tries import LockTries
from app.settings import Settings
from app.views import agenda
from devices.locks.folders import SoftwareReader
from reports import escort, fallback, fonts, room_record, room_release, site_sheet, working_paper
from tests.gui.conftest import hands
from tests.gui.keyboard import choose, focused, pick, press, scan, tab_to, type_text
from tests.gui.screen import Screen, put_away, settle
from tests.journeys.day import means
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.opening import Opening, Tools
from ui.pages.records import RecordsPage
from ui.shell import PageName
from ui.widgets.nav import SHORTCUTS

__all__ = ["hands"]
SIZE = Size("liaoning-2021-senior", 2, 24, 1)
MORNING = SessionId("1-1")
ONE, TWO = RoomId("001"), RoomId("002")
PATIENCE_MS = 5000
Kind = TypeVar("Kind", bound=Fact)


class Stopped:
    """A clock that moves only with the banner's buttons."""

    def __call__(self) -> float:
        return 0.0


def at(hour: int, minute: int, second: int = 0) -> datetime:
    return datetime(2021, 6, 19, hour, minute, second, tzinfo=BEIJING)


def ticket(room: RoomId, number: int) -> Ticket:
    return Ticket(f"2121011{room}{number:03d}")


class Desk:
    """Two hands on the keyboard, and two eyes on the journal."""

    def __init__(self, day: PracticeDay, screen: Screen, qtbot: QtBot) -> None:
        self.day, self.screen, self.window = day, screen, screen.window
        self._qtbot = qtbot
        self._told = len(screen.facts())

    def say(self, name: str, **facts: object) -> str:
        return self.screen.shell.say(name, **facts)

    # Hands

    def choose(self, name: str, **facts: object) -> None:
        choose(self.window, self.say(name, **facts))

    def until(self, moment: datetime) -> None:
        """With the buttons of the practice banner, minutes last."""
        while self.day.clock.moment().at < moment:
            left, ahead = moment - self.day.clock.moment().at, self.day.next_moment()
            if ahead is not None and ahead <= moment:
                self.choose("practice-next")
            else:
                self.choose("practice-ten" if left >= timedelta(minutes=10) else "practice-minute")

    def sign(self, code: str, pin: str = PIN) -> None:
        """Into the form that has just come, which has the focus."""
        assert focused().accessibleName() == self.say("sign-code")
        type_text(self.window, code)
        press(self.window, "Return")
        assert focused().accessibleName() == self.say("sign-pin")
        type_text(self.window, pin)
        press(self.window, "Return")

    def on_with(self, page: PageName) -> None:
        """F2 leads to what is to be done now."""
        self.shown(lambda: True)
        press(self.window, "F2")
        assert self.screen.page.name is page
        self.ready()

    def over_to(self, page: PageName) -> None:
        """By the page's own key."""
        press(self.window, SHORTCUTS[page])
        assert self.screen.page.name is page
        self.ready()

    def owing(self, room: RoomId) -> None:
        """To this room in the list of what is owed, where the session itself owes nothing."""
        tab_to(self.window, self.say("closing-debts"))
        press(self.window, "Home", *["Down"] * (int(room) - 1))

    # Eyes

    def shown(self, condition: Callable[[], bool]) -> None:
        """The window has shown every fact, and this holds."""
        bridge = self.screen.bridge
        self._qtbot.waitUntil(lambda: not bridge._gather.isActive() and condition(), timeout=PATIENCE_MS)
        settle()

    def ready(self) -> None:
        """The next key goes to something on this page that is there and in use."""
        held = focused()
        assert self.screen.page.isAncestorOf(held), f"{type(held).__name__} {held.accessibleName()}"
        assert held.isVisible()
        assert held.isEnabled()
        assert held.accessibleName()

    def news(self, kind: type[Kind]) -> list[Kind]:
        """What entered the journal since the last time, all of one kind; the focus is where the work goes on."""
        fresh = self.heard()
        assert fresh, f"nothing new where {kind.__name__} should stand"
        assert {type(fact) for fact in fresh} == {kind}, fresh
        return cast("list[Kind]", fresh)

    def heard(self) -> list[Fact]:
        """Everything that entered the journal since the last time."""
        facts = self.screen.facts()
        fresh, self._told = facts[self._told :], len(facts)
        self.shown(lambda: True)
        return fresh

    def nothing_new(self) -> bool:
        return len(self.screen.facts()) == self._told

    def presence(self, who: Ticket) -> Presence:
        sitting = self.screen.site.sitting(MORNING, who)
        assert sitting is not None
        return sitting.presence


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    day = PracticeDay.prepare(tmp_path / "day", SIZE, means(), elapsed=Stopped())
    bridge = Bridge(day.console, Settings())
    tools = Tools(
        room_record.draw,
        site_sheet.draw,
        room_release.draw,
        working_paper.draw,
        escort.draw,
        fonts.missing,
        fallback.draw,
    )
    reader, tries = SoftwareReader(day.folder / "locks"), LockTries(tmp_path / "settings")
    window = MainWindow(Opening(day.console, tmp_path / "settings", day.folder, tools, day, reader, tries), bridge)
    screen = Screen(day.console, day.clock, bridge, window)
    screen.take_events()
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    settle()
    yield Desk(day, screen, qtbot)
    put_away(bridge, window)
    day.console.store.abandon()


def test_a_session_with_the_keyboard_alone(desk: Desk) -> None:
    assert desk.day.clock.moment().at == at(8, 0)
    sign_in(desk)
    authorize(desk)
    release(desk)
    admit(desk)
    start(desk)
    turn_away_a_latecomer(desk)
    call_the_roll(desk)
    take_the_results(desk)
    end_the_rooms(desk)
    check_the_answers(desk)
    back_up(desk)
    count_the_scratch_paper(desk)
    print_the_records(desk)
    have_them_signed(desk)
    take_the_receipt(desk)
    see_that_all_is_done(desk)
    lock_and_come_back(desk)
    hand_over(desk)


def sign_in(desk: Desk) -> None:
    desk.choose("desk-sign-in")
    desk.sign("A01")
    (taken,) = desk.news(DeskTaken)
    assert (taken.person, taken.handed_over) == (PersonId("A01"), False)
    desk.ready()


def authorize(desk: Desk) -> None:
    """Received under supervision, for the whole batch at once; checked by one person, for this session."""
    desk.on_with(PageName.AUTHORITY)
    desk.choose("authority-receipt-begin")
    desk.sign("O01")
    (receipt,) = desk.news(SupervisionOpened)
    assert (receipt.operator, receipt.supervisor) == (PersonId("A01"), PersonId("O01"))
    desk.ready()
    desk.choose("authority-practice")
    assert desk.nothing_new()
    desk.choose("authority-receipt-done")
    *received, closed = desk.heard()
    assert isinstance(closed, SupervisionClosed)
    assert closed.outcome is Outcome.DONE
    assert {type(one) for one in received} == {StartAuthorizationReceived}
    desk.ready()
    desk.choose("authority-check", session=desk.screen.shell.session(MORNING))
    (authorized,) = desk.news(StartAuthorized)
    assert authorized.session == MORNING
    desk.ready()


def release(desk: Desk) -> None:
    desk.on_with(PageName.OVERVIEW)
    desk.choose("overview-release-count", count=2)
    (released,) = desk.news(RoomsReleased)
    assert released.rooms == (ONE, TWO)
    desk.ready()


def admit(desk: Desk) -> None:
    """By a scan on any page, by a scan into the field that waits, and by three digits that two people share."""
    desk.until(at(8, 30))
    scan(desk.window, ticket(ONE, 1))
    assert desk.screen.page.name is PageName.CANDIDATES
    desk.ready()
    press(desk.window, "Return")
    (came,) = desk.news(CheckedIn)
    assert (came.ticket, came.at) == (ticket(ONE, 1), at(8, 30))
    desk.ready()
    assert focused().accessibleName() == desk.say("candidates-search-said")
    # The next one is scanned into the field that waits for it.
    scan(desk.window, ticket(ONE, 2))
    press(desk.window, "Return")
    assert [one.ticket for one in desk.news(CheckedIn)] == [ticket(ONE, 2)]
    # Three digits are enough to be offered the two that they fit.
    press(desk.window, "Ctrl+F")
    type_text(desk.window, "004")
    press(desk.window, "Return", "Down", "Return")
    desk.ready()
    choose(desk.window, desk.say("candidates-admit"))
    assert [one.ticket for one in desk.news(CheckedIn)] == [ticket(TWO, 4)]
    desk.ready()


def start(desk: Desk) -> None:
    desk.until(at(9, 2))
    desk.on_with(PageName.REPORTS)
    desk.choose("reports-start-record", count=2)
    assert [(one.room, one.at) for one in desk.news(RoomStarted)] == [(ONE, at(9, 0)), (TWO, at(9, 0))]
    desk.ready()


def turn_away_a_latecomer(desk: Desk) -> None:
    desk.until(at(9, 31))
    scan(desk.window, ticket(TWO, 5))
    desk.ready()
    press(desk.window, "Return")
    (late,) = desk.news(LateRefused)
    assert (late.ticket, late.came_at) == (ticket(TWO, 5), at(9, 31))
    assert desk.say("why") in desk.screen.asked()
    desk.ready()


def call_the_roll(desk: Desk) -> None:
    """One absent in the first room; in the second the latecomer, whom the list names by itself, and one more."""
    desk.on_with(PageName.REPORTS)
    assert focused().accessibleName() == desk.say("reports-roll-present")
    for present, absent, digits in (("5", "1", "6"), ("4", "2", "006 ")):
        type_text(desk.window, present)
        press(desk.window, "Return")
        type_text(desk.window, absent)
        press(desk.window, "Return")
        type_text(desk.window, digits)
        desk.choose("reports-roll-confirm")
        (confirmed,) = desk.news(AttendanceConfirmed)
        desk.ready()
        assert len(confirmed.absent) == int(absent)
    gone = [ticket(ONE, 6), ticket(TWO, 5), ticket(TWO, 6)]
    state = desk.screen.site.sessions[MORNING]
    found = [one.ticket for room in state.rooms.values() for one in room.sittings.values()]
    assert [one for one in found if desk.presence(one) is Presence.ABSENT] == gone


def take_the_results(desk: Desk) -> None:
    desk.until(at(12, 0))
    desk.on_with(PageName.CLOSING)
    desk.over_to(PageName.REPORTS)
    desk.choose("reports-practice-results")
    desk.shown(lambda: all(here.result for here in desk.screen.site.sessions[MORNING].rooms.values()))
    assert [one.room for one in desk.news(RoomResultKept)] == [ONE, TWO]
    assert not any(here.result.differences for here in desk.screen.site.sessions[MORNING].rooms.values() if here.result)
    desk.ready()


def end_the_rooms(desk: Desk) -> None:
    desk.on_with(PageName.CLOSING)
    desk.choose("closing-violations", count=2)
    assert [one.room for one in desk.news(ViolationsConfirmed)] == [ONE, TWO]
    desk.ready()
    desk.choose("closing-end", count=2)
    assert [one.room for one in desk.news(RoomEnded)] == [ONE, TWO]
    desk.ready()


def check_the_answers(desk: Desk) -> None:
    """Two persons: the same one twice is told so, and the second then signs in the same place."""
    desk.choose("closing-check")
    desk.sign("A01")
    assert desk.say("sign-same-person") in desk.screen.asked()
    assert desk.nothing_new()
    desk.ready()
    press(desk.window, "Ctrl+A")
    desk.sign("O01")
    (checked,) = desk.news(AnswersChecked)
    assert checked.session == MORNING
    assert desk.screen.signers_of_last() == ["A01", "O01"]
    assert desk.screen.page.name is PageName.SAFEKEEPING
    desk.ready()


def back_up(desk: Desk) -> None:
    desk.on_with(PageName.SAFEKEEPING)
    desk.choose("safekeeping-all")
    desk.sign("O01")
    desk.shown(lambda: bool(desk.screen.site.safe.backups))
    backup, bundle = desk.heard()
    assert isinstance(backup, BackupVerified)
    assert isinstance(bundle, BundleExported)
    assert backup.supervised
    assert (desk.day.folder / "media" / backup.medium / backup.name).exists()
    assert (desk.day.folder / "outbox" / bundle.backup).exists()
    desk.ready()


def take_the_receipt(desk: Desk) -> None:
    desk.on_with(PageName.SAFEKEEPING)
    desk.choose("safekeeping-practice-receipt")
    desk.shown(lambda: all(one.receipt for one in desk.screen.site.safe.backups.values()))
    assert len(desk.news(UploadConfirmed)) == 1
    desk.ready()


def count_the_scratch_paper(desk: Desk) -> None:
    """What the record holds is counted before it is printed; the room that owes it next comes by itself."""
    desk.on_with(PageName.CLOSING)
    desk.owing(ONE)
    for number in (ONE, TWO):
        desk.choose("closing-step-scratch-paper")
        type_text(desk.window, "12")
        press(desk.window, "Return")
        type_text(desk.window, "12")
        desk.choose("closing-form-scratch-confirm")
        (counted,) = desk.news(ScratchPaperCounted)
        assert (counted.room, counted.returned) == (number, 12)


def have_them_signed(desk: Desk) -> None:
    """Both in one sitting."""
    desk.on_with(PageName.RECORDS)
    desk.choose("folder-choose-all")
    desk.choose("folder-confirm", count=2)
    assert [one.subject.rpartition("-")[2] for one in desk.news(PaperSigned)] == [ONE, TWO]


def print_the_records(desk: Desk) -> None:
    """Into files, which every machine has; then somebody says that they have come out."""
    desk.on_with(PageName.RECORDS)
    pick(desk.window, desk.say("records-where"), desk.say("records-to-file"))
    desk.choose("records-print-all", count=2)
    page = cast("RecordsPage", desk.screen.page)
    desk.shown(lambda: len(desk.screen.site.records) == 2 and not page.run.busy)
    assert [one.room for one in desk.news(RecordKept)] == [ONE, TWO]
    assert len(list((desk.day.folder / "records").glob("*.pdf"))) == 2
    desk.ready()
    desk.choose("records-all-out", count=2)
    assert [(one.room, one.came_out) for one in desk.news(RecordCameOut)] == [(ONE, True), (TWO, True)]
    desk.ready()


def see_that_all_is_done(desk: Desk) -> None:
    site, now = desk.screen.site, desk.day.clock.moment().at
    assert agenda.lane(site, desk.screen.console.rulebook, MORNING, now).complete
    press(desk.window, "Ctrl+1")
    assert desk.screen.page.name is PageName.OVERVIEW
    desk.shown(lambda: desk.say("rail-complete") in _read(desk.window))
    desk.ready()


def lock_and_come_back(desk: Desk) -> None:
    desk.choose("desk-lock")
    assert desk.screen.bridge.locked
    desk.choose("desk-sign-in")
    assert focused().accessibleName() == desk.say("sign-pin")
    type_text(desk.window, PIN)
    press(desk.window, "Return")
    assert desk.screen.bridge.signed_in
    assert desk.nothing_new()
    desk.ready()


def hand_over(desk: Desk) -> None:
    desk.choose("desk-hand-over")
    desk.sign("A02")
    type_text(desk.window, PIN)
    press(desk.window, "Return")
    (taken,) = desk.news(DeskTaken)
    assert (taken.person, taken.before, taken.handed_over) == (PersonId("A02"), PersonId("A01"), True)
    desk.ready()


def _read(window: QWidget) -> list[str]:
    return [one.text() for one in window.findChildren(QLabel) if one.isVisible()]
