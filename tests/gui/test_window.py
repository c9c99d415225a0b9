"""The window's frame: pages and keys, the desk, and the second person."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.core.desk import DeskLeft, DeskTaken
from app.core.operation import Operation, Signer
from app.core.site import Source
from app.core.terms import PersonId, Role
from app.core.timestamp import RecordTimestamp, TimestampRecorded
from app.service.console import Console
from app.settings import Settings
from app.trouble import Code, Trouble
from tests.gui.conftest import OpenScreen
from tests.gui.screen import Screen, settle, signer, texts
from tests.stores import PIN, TIMESTAMP
from ui.models.cards import CardView
from ui.pages import PAGES
from ui.shell import PageName
from ui.widgets.nav import SHORTCUTS
from ui.widgets.signing import LIMIT_SECONDS, Signing

STAMP = RecordTimestamp(Source.PLATFORM, TIMESTAMP)
"""A step that wants a second person."""


def ask(site: Screen, operation: Operation = STAMP, said: str = "") -> None:
    site.page.asking.submit(operation, said)
    settle()


def form(site: Screen) -> Signing:
    (found,) = [one for one in site.window.findChildren(Signing) if one.isVisible()]
    return found


def forms(site: Screen) -> int:
    return sum(one.isVisible() for one in site.window.findChildren(Signing))


# Pages


def test_it_opens_on_the_overview_and_says_which_site_and_that_it_is_practice(site: Screen) -> None:
    assert site.page.name is PageName.OVERVIEW
    shown = texts(site.window)
    assert site.shell.say("practice-banner") in shown
    assert "2101" in shown
    assert site.shell.say("desk-nobody") in shown


def test_every_page_has_its_key_and_its_title(site: Screen) -> None:
    assert set(PAGES) == set(SHORTCUTS)
    for page, keys in SHORTCUTS.items():
        held, _, sign = keys.rpartition("+")
        modifiers = {"": Qt.KeyboardModifier.NoModifier, "Ctrl": Qt.KeyboardModifier.ControlModifier}
        site.press(Qt.Key[f"Key_{sign}"], modifiers.get(held, Qt.KeyboardModifier.AltModifier))
        settle()
        assert site.page.name is page
        assert site.page.isVisible()
        assert site.shell.say(f"page-{page}") in texts(site.page)


@pytest.mark.parametrize("settings", [Settings(), Settings(language="en")], ids=lambda one: one.language)
def test_every_page_fits_the_smallest_window(console: Console, open_screen: OpenScreen, settings: Settings) -> None:
    site = open_screen(console, settings, size=(1024, 640))
    for page in SHORTCUTS:
        site.go(page)
        assert (site.window.width(), site.window.height()) == (1024, 640), page
        assert site.window.centralWidget().minimumSizeHint().width() <= 1024, page


# The desk


def test_asking_with_nobody_signed_in_shows_the_form_and_goes_on_by_itself(site: Screen) -> None:
    ask(site)
    assert site.shell.say("sign-in-title") in site.asked()
    site.keys(f"A01\n{PIN}\n")
    taken = DeskTaken(PersonId("A01"), Role.SITE_ADMIN, PersonId(""), handed_over=False)
    assert site.last() == taken
    assert site.shell.say("sign-in-title") not in site.asked()
    site.keys(f"O01\n{PIN}\n")
    assert isinstance(site.last(), TimestampRecorded)
    assert site.signers_of_last() == ["A01", "O01"]
    assert site.asked() == ""


def test_a_wrong_pin_is_said_and_asked_again(site: Screen) -> None:
    ask(site)
    site.keys("A01\n999999\n")
    assert site.shell.text.trouble(Trouble(Code.WRONG_PIN)) in site.asked()
    assert site.bridge.operator is None
    assert form(site).pin.text() == ""
    site.keys(f"\n{PIN}\n")
    assert site.bridge.signed_in


def test_escape_gives_up_and_nothing_is_entered(site: Screen) -> None:
    before = len(site.facts())
    ask(site)
    site.press(Qt.Key.Key_Escape)
    assert site.asked() == ""
    assert len(site.facts()) == before


def test_a_locked_desk_keeps_the_board_in_sight_and_asks_on_the_next_step(site: Screen) -> None:
    site.sign_in()
    site.bridge.lock()
    settle()
    assert site.page.name is PageName.OVERVIEW
    board = site.page.first
    assert isinstance(board, CardView)
    assert board.isVisible()
    assert board.model().rowCount() == 3
    assert site.shell.say("desk-locked") in texts(site.window)
    ask(site)
    assert site.shell.say("sign-again") in site.asked()
    assert form(site).code.text() == "A01"
    site.keys(f"{PIN}\n")
    assert site.bridge.signed_in


def test_idle_minutes_lock_the_desk_and_a_key_puts_it_off(site: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    site.sign_in()
    now = site.bridge._touched
    later = now + site.bridge.settings.idle_minutes * 60
    monkeypatch.setattr("ui.bridge.time.monotonic", lambda: later - 1)
    site.keys("\t")
    monkeypatch.setattr("ui.bridge.time.monotonic", lambda: later + 1)
    site.bridge.tick()
    assert not site.bridge.locked
    monkeypatch.setattr("ui.bridge.time.monotonic", lambda: later * 2)
    site.bridge.tick()
    assert site.bridge.locked


def test_handing_over_is_signed_by_both(site: Screen) -> None:
    site.sign_in()
    site.window.nav.desk.emit()
    settle()
    site.keys(f"C01\n{PIN}\n")
    site.keys(f"{PIN}\n")
    assert site.last() == DeskTaken(PersonId("C01"), Role.CHIEF, PersonId("A01"), handed_over=True)
    assert site.signers_of_last() == ["C01", "A01"]
    assert site.bridge.operator == signer(site.bridge, "C01")


def test_whoever_finds_the_desk_open_does_not_sign_for_the_one_who_left(site: Screen) -> None:
    site.sign_in()
    site.window.nav.desk.emit()
    settle()
    site.keys(f"C01\n{PIN}\n")
    site.press(Qt.Key.Key_Escape)
    assert site.last() == DeskTaken(PersonId("C01"), Role.CHIEF, PersonId("A01"), handed_over=False)
    assert site.signers_of_last() == ["C01"]


def test_a_no_does_not_wait_for_whoever_comes_back(site: Screen) -> None:
    site.sign_in()
    ask(site)
    assert site.asked()
    site.go(PageName.CLOCK)
    site.go(PageName.OVERVIEW)
    assert site.asked() == ""


def test_leaving_is_recorded(site: Screen) -> None:
    site.sign_in()
    site.window.nav.leave.emit()
    assert site.last() == DeskLeft(PersonId("A01"))
    assert site.toast() == site.shell.say("desk-left")
    assert site.shell.say("desk-nobody") in texts(site.window)


# The second person


def test_the_same_person_is_no_second_one(site: Screen) -> None:
    site.sign_in()
    ask(site)
    site.keys(f"A01\n{PIN}\n")
    assert site.shell.say("sign-same-person") in site.asked()
    assert not isinstance(site.last(), TimestampRecorded)


def test_another_role_is_refused_by_name(site: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    site.sign_in()
    ask(site)
    monkeypatch.setattr(
        site.bridge, "sign", lambda code, _: Signer(PersonId(code), Role.INVIGILATOR, "pin:0123456789abcdef")
    )
    site.keys(f"J01\n{PIN}\n")
    assert site.shell.word(Role.INVIGILATOR) in site.asked()
    assert site.shell.word(Role.CHIEF) in site.asked()
    assert not isinstance(site.last(), TimestampRecorded)


def test_whoever_comes_too_late_signs_for_nothing(site: Screen) -> None:
    site.sign_in()
    ask(site)
    late = form(site)
    for _ in range(LIMIT_SECONDS - 1):
        late._count()
    assert site.shell.say("sign-left", seconds=1) in site.asked()
    late._count()
    settle()
    assert site.asked() == ""
    assert forms(site) == 0
    assert not isinstance(site.last(), TimestampRecorded)


def test_what_succeeded_is_said_for_a_while(site: Screen) -> None:
    site.sign_in()
    ask(site, STAMP, "done")
    site.keys(f"O01\n{PIN}\n")
    assert site.toast() == "done"
    site.window.toast._timer.timeout.emit()
    assert site.toast() == ""
