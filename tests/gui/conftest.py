"""One small practice site for the tests with the window: 3 rooms of 6, two sessions, everything quick.

`site` is a window on it in Chinese at 1366 x 768 with nobody signed in; `open_screen` makes others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.service.clock import DrivenClock
from app.service.console import Console
from app.settings import Settings
from tests.gui.screen import TOOLS, Screen, put_away, settle
from tests.stores import EVE, Place, arrange
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.opening import Opening

OpenScreen = Callable[..., Screen]


@pytest.fixture
def store_place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
def bare_console(store_place: Place) -> Iterator[Console]:
    """Enrolled, and nothing taken in yet."""
    console = store_place.enrol().console
    yield console
    console.store.abandon()


@pytest.fixture
def console(bare_console: Console) -> Console:
    arrange(bare_console, rooms=3, seats=6, sessions=2)
    return bare_console


@pytest.fixture
def open_screen(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenScreen]:
    """Call it with a console, and settings or a size that differ."""
    opened: list[Screen] = []

    def make(console: Console, settings: Settings | None = None, size: tuple[int, int] = (1366, 768)) -> Screen:
        clock = console.clock
        assert isinstance(clock, DrivenClock)
        clock.advance(max(EVE, clock.moment().at))
        bridge = Bridge(console, settings or Settings())
        window = MainWindow(Opening(console, tmp_path / "settings", tmp_path, TOOLS, None), bridge)
        screen = Screen(console, clock, bridge, window)
        opened.append(screen)
        screen.take_events()
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        settle()
        return screen

    yield make
    for screen in opened:
        put_away(screen.bridge, screen.window)


@pytest.fixture
def site(console: Console, open_screen: OpenScreen) -> Screen:
    return open_screen(console)


@pytest.fixture
def bridge(site: Screen) -> Bridge:
    return site.bridge


@pytest.fixture
def window(site: Screen) -> MainWindow:
    return site.window
