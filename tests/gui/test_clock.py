"""The clock page: open to everyone, and honest about where the time comes from."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.core.clock import SiteTimeConfirmed
from app.core.permission import SiteTimeUnconfirmed
from app.core.site import Source
from app.core.timestamp import RecordTimestamp
from app.service.clock import DrivenClock, Machine, SiteClock
from app.service.console import Console
from app.views.moments import MomentState
from devices.protocols import LockFault
from tests.gui.conftest import OpenScreen
from tests.gui.screen import MORNING_SESSION, Screen, settle, texts
from tests.stores import EVE, PIN, Place, arrange
from ui.destinations import AFTER
from ui.pages.clock import ClockPage
from ui.shell import PageName, clock
from ui.widgets.signing import Signing


def opened(site: Screen) -> ClockPage:
    page = site.go(PageName.CLOCK)
    assert isinstance(page, ClockPage)
    return page


def test_nobody_and_no_lock_are_needed(site: Screen, store_place: Place) -> None:
    store_place.lock_folder.rename(store_place.folder / "away")
    assert isinstance(site.console.store.lock.read("presence"), LockFault)
    page = opened(site)
    assert site.bridge.operator is None
    assert page.time.text() == clock(site.clock.moment().at)
    assert site.shell.say("clock-from-practice") in texts(page)
    assert not page.warning.isVisible()


def test_it_runs_and_marks_what_comes_next(site: Screen) -> None:
    page = opened(site)
    start = site.site.sessions[MORNING_SESSION].plan.starts_at
    site.at(start - timedelta(minutes=2, seconds=5))
    assert page.time.text() == clock(start - timedelta(minutes=2, seconds=5))
    following = [line for line in page.day.lines.lines if line.cells[-1].icon == "arrow-right"]
    assert [line.cells[0].text for line in following] == [clock(start)]
    left = site.shell.say("clock-span-minutes", minutes=2, seconds=5)
    assert following[0].cells[-1].text == site.shell.say("clock-in", span=left)
    past = [line for line in page.day.lines.lines if line.cells[-1].text == site.shell.word(MomentState.PAST)]
    assert past == list(page.day.lines.lines[: len(past)])


def test_a_clock_behind_the_journal_is_pointed_out(site: Screen) -> None:
    page = opened(site)
    assert not page.warning.isVisible()
    behind = DrivenClock(site.clock.moment().at - timedelta(minutes=3))
    site.console.clock = behind
    site.bridge.tick()
    span = site.shell.say("clock-span-minutes", minutes=3, seconds=0)
    assert site.shell.say("clock-runs-behind", span=span) in texts(page.warning)
    behind.advance(behind.moment().at + timedelta(minutes=5))
    site.bridge.tick()
    assert not page.warning.isVisible()


def test_before_the_package_there_are_no_moments(bare_console: Console, open_screen: OpenScreen) -> None:
    site = open_screen(bare_console)
    page = opened(site)
    assert site.shell.say("clock-no-day") in texts(page)
    assert page.minimumSizeHint().width() < 900


def unconfirmed(console: Console, open_screen: OpenScreen) -> Screen:
    """On a machine that was started anew; its clocks stand still."""
    arrange(console)
    screen = open_screen(console)
    wall = EVE + timedelta(minutes=30)
    console.clock = SiteClock(Machine(lambda: wall, lambda: 60_000_000_000, "boot-2"))
    return screen


def sign(page: ClockPage, code: str) -> None:
    (form,) = (one for one in page.asking.findChildren(Signing) if one.isVisible())
    form.code.setText(code)
    form.pin.setText(PIN)
    form.pin.returnPressed.emit()
    settle()


def test_two_persons_confirm_the_time_as_it_was_when_the_button_was_pressed(
    bare_console: Console, open_screen: OpenScreen
) -> None:
    screen = unconfirmed(bare_console, open_screen)
    page = opened(screen)
    assert screen.shell.say("clock-from-machine") in texts(page)
    assert page.confirm.day.text() == EVE.date().isoformat()
    page.confirm.time.setText("14:35:10")
    page.confirm.confirm.click()
    sign(page, "A01")
    sign(page, "O01")
    outside = EVE + timedelta(minutes=35, seconds=10)
    assert screen.last() == SiteTimeConfirmed(outside, "boot-2", 60_000_000_000, 310)
    assert screen.signers_of_last() == ["A01", "O01"]
    screen.bridge.tick()
    settle()
    assert page.time.text() == "14:35:10"
    assert screen.shell.say("clock-from-confirmed") in texts(page)


def test_a_time_far_from_what_the_machine_shows_is_looked_at_again(
    bare_console: Console, open_screen: OpenScreen
) -> None:
    screen = unconfirmed(bare_console, open_screen)
    page = opened(screen)
    page.confirm.time.setText("18:05:00")
    page.confirm.confirm.click()
    sign(page, "A01")
    assert not isinstance(screen.last(), SiteTimeConfirmed)
    assert page.confirm.again.isVisible()
    page.confirm.again.box.setChecked(True)
    page.confirm.confirm.click()
    sign(page, "O01")
    confirmed = screen.last()
    assert isinstance(confirmed, SiteTimeConfirmed)
    assert confirmed.at == EVE.replace(hour=18, minute=5)
    assert not page.confirm.again.isVisible()


@pytest.mark.parametrize(("day", "time"), [("2021-10-32", "08:00"), ("", "08:00"), ("2021-10-29", "25:00")])
def test_what_is_no_time_is_said_and_asks_nobody(
    bare_console: Console, open_screen: OpenScreen, day: str, time: str
) -> None:
    screen = unconfirmed(bare_console, open_screen)
    page = opened(screen)
    before = screen.facts()
    page.confirm.day.setText(day)
    page.confirm.time.setText(time)
    page.confirm.confirm.click()
    assert screen.shell.say("clock-outside-wrong") in texts(page)
    assert screen.facts() == before
    assert screen.asked() == ""


def test_a_step_that_wants_the_time_confirmed_leads_here(bare_console: Console, open_screen: OpenScreen) -> None:
    screen = unconfirmed(bare_console, open_screen)
    assert isinstance(screen.refused(RecordTimestamp(Source.PLATFORM, "x")), SiteTimeUnconfirmed)
    assert AFTER[SiteTimeUnconfirmed] is PageName.CLOCK
