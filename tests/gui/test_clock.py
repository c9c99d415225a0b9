"""The clock page: open to everyone, and honest about where the time comes from."""

from __future__ import annotations

from datetime import timedelta

from app.service.clock import DrivenClock
from app.service.console import Console
from app.views.moments import MomentState
from devices.protocols import LockFault
from tests.gui.conftest import OpenScreen
from tests.gui.screen import MORNING_SESSION, Screen, texts
from tests.stores import Place
from ui.pages.clock import ClockPage
from ui.shell import PageName, clock


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
