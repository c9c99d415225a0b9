"""The answering station's window: from the request to the slip, and what comes between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.core.terms import Mode
from app.crypto.fingerprint import thumbprint
from app.exchange import standalone_return
from app.exchange.signed import Ed25519Key
from app.exchange.standalone_return import open_answers
from app.settings import Settings
from app.station.machine import Package
from app.text import LANGUAGES
from app.trouble import Code
from tests.gui.fitting import faults
from tests.gui.keyboard import choose, focused, press, tab_to, type_text
from tests.gui.screen import settle, texts
from tests.gui.station_desk import CODE, ID_NUMBER, TICKET, StationDesk, window_of
from tests.gui.test_fits import doubling
from ui.station.answer import AnswerPage
from ui.station.choice import Choice
from ui.station.handed import HandedPage
from ui.station.question import QuestionView
from ui.station.shell import Stage, Step, grouped
from ui.station.stages import begin
from ui.station.take import TakePage
from ui.station.unlock import UnlockPage
from ui.station.window import StationWindow
from ui.widgets.notice import Notice

__all__ = ["doubling"]

Show = Callable[..., StationWindow]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[StationDesk]:
    made = StationDesk(tmp_path)
    yield made
    made.station.close()


@pytest.fixture
def show(desk: StationDesk, qtbot: QtBot) -> Iterator[Show]:
    """Call it with settings or a size that differ; the window stands and is active."""
    shown: list[StationWindow] = []

    def make(settings: Settings | None = None, size: tuple[int, int] = (1024, 640)) -> StationWindow:
        window = window_of(desk, settings)
        shown.append(window)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        settle()
        return window

    yield make
    for window in shown:
        # As if somebody had closed it, whatever it would ask
        window.go(Stage(Step.TAKE))
        window.close()
        window.deleteLater()
    settle()


@pytest.fixture
def stick(desk: StationDesk, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Whoever is asked for a folder or a package names the stick."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(desk.stick))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(max(desk.stick.glob("*.examsite-alone"))), ""))
    return desk.stick


def answer_page(window: StationWindow) -> AnswerPage:
    assert isinstance(window.page, AnswerPage)
    return window.page


def opened(window: StationWindow, desk: StationDesk, number: int = 1, closure: int = 30) -> AnswerPage:
    """A package taken in and unlocked."""
    return unlock(window, desk.station.take(desk.package(number, closure=closure)))


def unlock(window: StationWindow, package: Package) -> AnswerPage:
    window.go(Stage(Step.UNLOCK, package))
    return unlocked(window)


def unlocked(window: StationWindow) -> AnswerPage:
    assert isinstance(window.page, UnlockPage)
    window.page.code.put(CODE)
    window.page.ticket.setText(TICKET)
    window.page.id_number.setText(ID_NUMBER)
    window.page.unlock()
    settle()
    return answer_page(window)


def said(window: StationWindow, name: str, **facts: object) -> str:
    return window.shell.text.say(name, **facts)


def came_in(window: StationWindow, desk: StationDesk) -> AnswerPage:
    """With keys alone: registered, taken in, checked, unlocked."""
    press(window, "Return")
    (request,) = desk.stick.iterdir()
    assert request.name == "KS-003-12.examsite-station"
    desk.package(request=request.read_bytes())
    press(window, "Return")
    choose(window, said(window, "station-take-choose"))
    assert focused().accessibleName() == said(window, "station-check-right")
    press(window, "Return")
    for text in (CODE, TICKET, ID_NUMBER):
        type_text(window, text)
        press(window, "Return")
    return answer_page(window)


def test_from_the_request_to_the_slip_by_keyboard_alone(desk: StationDesk, show: Show, stick: Path) -> None:
    window = show()
    page = came_in(window, desk)
    given = page.answering.given
    # A letter, a number, arrows and the space bar; the next question by a key, marked by another
    press(window, "B")
    assert given("s1").chosen == ("B",)
    assert page.head_of_page.said == said(window, "station-saved", at="09:00:00")
    press(window, "PgDown", "F6", "1", "Down", "Down", "Space")
    assert (given("s2").chosen, given("s2").marked) == (("C",), True)
    press(window, "Ctrl+Right", "A", "A")
    assert given("s3").blank
    press(window, "PgUp", "PgUp")
    assert page.question.id == "s1"
    # Several, true or false, a text with the letters that choose elsewhere
    page.list.setFocus()
    press(window, *["Down"] * 8)
    assert page.question.id == "m1"
    press(window, "D", "A", "PgDown", "PgDown", "2")
    assert (given("m1").chosen, given("t1").chosen) == (("A", "D"), ("F",))
    press(window, "PgDown")
    type_text(window, "abc 1")
    assert given("w1").blank
    # The calculator keeps what is typed there
    press(window, "F7", "1", ".", "5", "*", "2", "Return")
    assert page.calculator is not None
    assert page.calculator.result.text() == "3"
    assert given("w1").text == "abc 1"
    press(window, "Escape")
    assert isinstance(focused(), QPlainTextEdit)
    # An interim copy; handing in is not possible yet
    press(window, "F8", "F10")
    assert sorted(path.suffix for path in stick.iterdir())[1] == ".examsite-interim"
    assert page.sheet is not None
    assert focused().accessibleName() == said(window, "station-go-on")
    assert not button(window, "station-hand-in-yes").isEnabled()
    # Later it is, and takes two decisions: Enter alone goes on answering
    desk.later(minutes=31)
    window.tick()
    choose(window, said(window, "station-hand-in-yes"))
    assert focused().accessibleName() == said(window, "station-go-on")
    choose(window, said(window, "station-hand-in-really"))
    assert isinstance(window.page, HandedPage)
    # The return and its slip are on the stick, and the return holds the answers
    choose(window, said(window, "station-handed-write"))
    (path,) = stick.glob("*.examsite-return")
    assert path.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    sealed = standalone_return.answers_of(path.read_bytes(), [desk.site], path.name)
    sheet = open_answers(sealed, desk.province, path.name)
    assert {one.question: one.chosen or one.text for one in sheet.answers if not one.blank} == {
        "s1": ("B",),
        "s2": ("C",),
        "m1": ("A", "D"),
        "t1": ("F",),
        "w1": "abc 1",
    }
    # Nothing is asked any more
    window.close()
    assert not window.isVisible()


def button(window: StationWindow, name: str) -> QPushButton:
    wanted = said(window, name)
    return next(one for one in window.findChildren(QPushButton) if one.accessibleName() == wanted and one.isVisible())


def test_after_a_kill_it_goes_on_where_it_was(desk: StationDesk, show: Show, qtbot: QtBot) -> None:
    page = opened(show(), desk)
    press(page.window(), "C", "F6")
    page.go_to("w2")
    type_text(page.window(), "half a sent")
    # When there was a pause, and the program is gone
    qtbot.waitUntil(lambda: page.answering.given("w2").text == "half a sent")
    # And starts anew
    desk.station.close()
    desk.later(minutes=5)
    desk.take_up()
    again = show()
    assert isinstance(again.page, UnlockPage)
    page = unlocked(again)
    # Then every answer is there, and the time went on
    assert page.answering.given("s1").chosen == ("C",)
    assert page.answering.given("w2").text == "half a sent"
    assert page.answering.remaining() == 85 * 60
    assert said(again, "station-resumed") == page.notice.accessibleName()
    assert isinstance(page.view, QuestionView)
    assert page.view.chosen == ("C",)


def test_what_does_not_fit_is_refused_by_name(desk: StationDesk, show: Show, tmp_path: Path) -> None:
    window = show()
    window.go(Stage(Step.TAKE))
    own, told = desk.package().read_bytes(), {}

    def take(name: str, path: Path) -> None:
        """As if somebody had chosen it; what is said stands in `told`."""
        assert isinstance(window.page, TakePage)
        window.page.take(path)
        told[name] = window.page.notice.accessibleName()

    # Cut short, altered
    for name, content in (("cut", own[:-40]), ("altered", own[:200] + b"!" + own[201:])):
        (desk.stick / name).write_bytes(content)
        take(name, desk.stick / name)
    # For another machine, of a real exam
    for name, mode in (("other", Mode.PRACTICE), ("real", Mode.REAL)):
        (tmp_path / name).mkdir()
        elsewhere = StationDesk(tmp_path / name, mode)
        take(name, elsewhere.package() if name == "other" else elsewhere.package(of=desk.station))
        elsewhere.station.close()
    assert not desk.station.held
    # An older number
    take("newer", desk.package(2))
    window.go(Stage(Step.TAKE))
    take("older", desk.package(1))
    assert told.pop("newer") == ""
    assert all(told.values())
    assert len({*told.values()}) == 5


def test_packages_of_another_lock_come_last_and_are_warned_of(desk: StationDesk, show: Show) -> None:
    # Given a package that was unlocked here, and a stranger's for the same candidate under a lock of their own
    window = show()
    own = opened(window, desk).package
    site, desk.lock = desk.lock, Ed25519Key.generate()
    stranger = desk.station.take(desk.package(9))
    # Then the window begins with the own one, though the other is newer
    assert begin(desk.station) == Stage(Step.UNLOCK, desk.station.held[0])
    # And the list shows it first, with both fingerprints and a warning, as does the page that checks a package
    locks = [thumbprint(one.public.jwk) for one in (site, desk.lock)]
    for stage in (Stage(Step.TAKE), Stage(Step.TAKE, stranger)):
        window.go(stage)
        settle()
        (warning,) = [one for one in window.page.findChildren(Notice) if one.isVisible()]
        assert warning.accessibleName() == said(window, "station-two-locks", count=2)
        assert [grouped(lock) in texts(warning) for lock in locks] == [True, True]
    window.go(Stage(Step.TAKE))
    settle()
    shown = texts(window.page)
    assert shown.index(said(window, "station-number-value", number=1)) < shown.index(
        said(window, "station-number-value", number=9)
    )
    assert (own.lock, stranger.lock) == tuple(locks)
    assert not faults(window)


def test_of_two_locks_none_is_begun_with_before_one_was_used(desk: StationDesk) -> None:
    desk.station.take(desk.package())
    assert begin(desk.station).package == desk.station.held[0]
    desk.lock = Ed25519Key.generate()
    desk.station.take(desk.package(2))
    assert begin(desk.station) == Stage(Step.TAKE)


def test_what_does_not_open_it_is_refused_where_it_was_typed(desk: StationDesk, show: Show) -> None:
    window = show()
    window.go(Stage(Step.UNLOCK, desk.station.take(desk.package())))
    page = window.page
    assert isinstance(page, UnlockPage)
    page.code.put("00000")
    assert page.code.edit.accessibleDescription() == said(window, "code-field-again", groups=("1",))
    page.code.put(CODE)
    page.ticket.setText(TICKET)
    page.id_number.setText("210101199003070022")
    page.unlock()
    name = f"trouble-{Code.UNLOCK_WRONG.value}"
    assert page.notice.accessibleName() == window.shell.text.say(name, package=f"{TICKET}-1-1-1")
    # A scanned ticket goes where nothing stands yet
    page.ticket.clear()
    page.scanned(TICKET)
    assert page.ticket.text() == TICKET


def write_into(page: AnswerPage, text: str) -> None:
    assert page.view is not None
    assert page.view.writing is not None
    page.view.writing.setPlainText(text)


def test_at_zero_it_is_read_only_until_a_voucher_gives_more(desk: StationDesk, show: Show) -> None:
    window = show()
    page = opened(window, desk)
    press(window, "A")
    desk.later(minutes=76)
    window.tick()
    assert page.head_of_page.left.property("last") == "true"
    assert page.state.time.accessibleName() == said(window, "station-last", minutes=15)
    # What is being written in the last second is kept
    page.show_question("w1")
    write_into(page, "in time")
    desk.later(minutes=13, seconds=59)
    window.tick()
    desk.later(seconds=1)
    window.tick()
    assert page.answering.over
    assert page.answering.given("w1").text == "in time"
    assert page.state.time.accessibleName() == said(window, "station-over", voucher="F9", hand="F10")
    press(window, "PgUp")
    page.show_question("s1")
    press(window, "B")
    assert page.answering.given("s1").chosen == ("A",)
    assert not any(one.isEnabled() for one in window.findChildren(Choice) if one.isVisible())
    # A voucher of another package gives nothing; the own one opens the answers again
    press(window, "F9")
    type_text(window, desk.voucher(10, number=2))
    press(window, "Return")
    assert page.answering.over
    press(window, "Escape", "F9")
    type_text(window, desk.voucher(10))
    press(window, "Return")
    assert page.answering.remaining() == 600
    assert page.notice.accessibleName() == said(window, "station-voucher-given", minutes=10)
    press(window, "B")
    assert page.answering.given("s1").chosen == ("B",)


def test_after_handing_in_nothing_changes_any_more(desk: StationDesk, show: Show, stick: Path) -> None:
    window = show()
    page = opened(window, desk, closure=0)
    press(window, "A", "F10", "Escape")
    assert page.sheet is None
    # Closing while one answers asks, and tells how it goes on
    window.close()
    assert window.isVisible()
    assert focused().accessibleName() == said(window, "station-go-on")
    press(window, "Return", "F10")
    choose(window, said(window, "station-hand-in-yes"))
    choose(window, said(window, "station-hand-in-really"))
    digest = desk.station.held[-1].returned
    # The list offers the return again without a code, and unlocking leads to the slip only
    window.go(Stage(Step.TAKE))
    choose(window, said(window, "station-held-copy", ticket=TICKET))
    assert len(list(stick.glob("*.examsite-return"))) == 1
    choose(window, said(window, "station-held-slip", ticket=TICKET))
    assert isinstance(window.page, UnlockPage)
    window.page.code.put(CODE)
    window.page.ticket.setText(TICKET)
    window.page.id_number.setText(ID_NUMBER)
    window.page.unlock()
    assert isinstance(window.page, HandedPage)
    assert desk.station.held[-1].returned == digest


def test_a_place_that_fails_is_said_loudly_and_the_other_goes_on(desk: StationDesk, show: Show) -> None:
    window = show()
    page = opened(window, desk)
    # When the second place takes nothing any more
    desk.second.rename(desk.folder / "pulled")
    desk.second.write_text("no folder")
    press(window, "A")
    # Then the answer is kept, and the banner says which place and what to do
    assert page.answering.given("s1").chosen == ("A",)
    assert page.state.places.accessibleName() == said(
        window, "station-place-failing", place="second", folder=str(desk.second)
    )
    # As it does for who registers a machine in this state
    desk.station.close()
    desk.take_up()
    told = said(window, "station-place-bad", place="second", folder=str(desk.second))
    again = show()
    again.go(Stage(Step.REGISTER))
    assert told in [notice.accessibleName() for notice in again.page.findChildren(Notice)]
    page = unlock(again, desk.station.held[-1])
    # And goes once the place is back
    desk.second.unlink()
    (desk.folder / "pulled").rename(desk.second)
    press(again, "B")
    assert page.state.places.isHidden()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("doubling")
def test_everything_fits_and_is_named_with_every_text_twice_as_long(
    desk: StationDesk, show: Show, language: Literal["zh-CN", "en"]
) -> None:
    window = show(Settings(language=language))
    found: list[str] = []

    def look(place: str) -> None:
        settle()
        found.extend(f"{place}: {fault}" for fault in faults(window))
        least = window.minimumSizeHint()
        if (window.width(), window.height()) != (1024, 640) or least.width() > 1024 or least.height() > 640:
            found.append(f"{place}: wants {least.toTuple()}")

    look("register")
    window.go(Stage(Step.TAKE))
    look("take")
    package = desk.station.take(desk.package())
    window.go(Stage(Step.TAKE, package))
    look("check")
    page = unlock(window, package)
    for question in ("s1", "m1", "t1", "w1"):
        page.show_question(question)
        look(question)
    page.calculate()
    look("calculator")
    page.calculate()
    for place in (page.hand_in, page.voucher, window.close):
        place()
        look(place.__name__)
    desk.later(minutes=91)
    window.tick()
    look("over")
    page.answering.hand_in()
    window.go(Stage(Step.HANDED, package, page.answering))
    look("handed")
    assert not found, "\n".join(found)
    # Everything that Tab meets says what it is
    met = tab_to(window, said(window, "station-handed-write"))
    names = []
    while met not in names:
        names.append(met)
        press(window, "Tab")
        met = focused()
    assert all(one.accessibleName() for one in names)
