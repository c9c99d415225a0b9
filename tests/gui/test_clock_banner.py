"""A console that was restarted says on every page that its time has to be confirmed first."""

from __future__ import annotations

from app.core.permission import SiteTimeUnconfirmed
from app.service.clock import Machine, SiteClock
from tests.gui.screen import Screen, settle, texts
from tests.stores import EVE
from ui.shell import PageName
from ui.widgets.banner import ClockBanner


def banner(site: Screen) -> ClockBanner:
    found = site.window.findChild(ClockBanner)
    assert isinstance(found, ClockBanner)
    return found


def restarted(site: Screen) -> SiteClock:
    made = SiteClock(Machine(lambda: EVE, lambda: 0, "another boot"))
    site.console.clock = made
    site.bridge.tick()
    settle()
    return made


def test_a_confirmed_time_needs_no_word(site: Screen) -> None:
    site.bridge.tick()
    assert not banner(site).isVisible()


def test_an_unconfirmed_time_is_said_before_anything_is_refused_and_leads_to_the_clock(site: Screen) -> None:
    restarted(site)
    said = site.shell.text.refusal(SiteTimeUnconfirmed())
    assert said in texts(banner(site))
    site.go(PageName.ROOM)
    assert said in texts(banner(site))
    site.go(PageName.CLOCK)
    assert not banner(site).isVisible()


def test_it_goes_once_the_time_is_confirmed(site: Screen) -> None:
    clock = restarted(site)
    assert banner(site).isVisible()
    clock.confirmed = True
    site.bridge.tick()
    assert not banner(site).isVisible()
