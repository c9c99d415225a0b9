"""One small practice site for the tests with the window: 3 rooms of 6, two sessions, everything quick.

`site` is a window on it in Chinese at 1366 x 768 with nobody signed in; `open_screen` makes others.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.rehearsal.ground import FOUNDED, Ground
from app.rehearsal.province import Size
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.lock_tries import LockTries
from app.service.sitelock import worked
from app.service.unlock import unlock
from app.settings import Settings
from devices.locks.folders import SoftwareReader
from devices.locks.software import SoftwareLock
from tests.gui.scenes import Scenes
from tests.gui.screen import TOOLS, Screen, put_away, settle
from tests.journeys.day import means
from tests.stores import PIN, Place, arrange
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.opening import Opening
from ui.widgets import scanner

OpenScreen = Callable[..., Screen]
DayOf = Callable[[Path], Console]
SIZE = Size("liaoning-2021-senior", 2, 16, 1)


@pytest.fixture(autouse=True)
def hands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hands are as fast as scanners here: their Enter counts at once."""
    monkeypatch.setattr(scanner, "LINE_ENDS", 0)


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


def opening_of(console: Console, folder: Path) -> Opening:
    reader, tries = SoftwareReader(folder / "locks"), LockTries(folder / "settings")
    return Opening(console, folder / "settings", folder, TOOLS, None, reader, tries)


@pytest.fixture
def open_screen(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenScreen]:
    """Call it with a console, and settings or a size that differ."""
    opened: list[Screen] = []

    def make(console: Console, settings: Settings | None = None, size: tuple[int, int] = (1366, 768)) -> Screen:
        clock = console.clock
        assert isinstance(clock, DrivenClock)
        bridge = Bridge(console, settings or Settings())
        window = MainWindow(opening_of(console, tmp_path), bridge)
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


@pytest.fixture(scope="session")
def agency(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """A site of 2 rooms enrolled with an agency that has issued its package; nothing was taken in, the store is closed.

    Tests work on copies of its folder (`day_of`); its province goes on answering.
    """
    ground = Ground.lay(tmp_path_factory.mktemp("agency") / "day", SIZE, means(), DrivenClock(FOUNDED))
    ground.province.package(ground.out / "agency")
    ground.console.store.close()
    return ground


@pytest.fixture(scope="session")
def prepared(agency: Ground, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of its folder after the day before: package, timestamps, scan, exam authorization."""
    folder = tmp_path_factory.mktemp("prepared") / "day"
    shutil.copytree(agency.out, folder)
    ground = Ground.take_up(folder, means(), DrivenClock(agency.clock.moment().at))
    ground.before()
    ground.console.store.close()
    return folder


@pytest.fixture
def day_of(agency: Ground, tmp_path: Path) -> Iterator[DayOf]:
    """The console of a copy of such a folder, in `tmp_path / "day"`."""
    opened: list[Console] = []

    def make(folder: Path) -> Console:
        shutil.copytree(folder, tmp_path / "day")
        lock = worked(SoftwareLock.open(tmp_path / "day" / "locks" / "site", PIN))
        opened.append(unlock(tmp_path / "day" / "store", lock, DrivenClock(agency.clock.moment().at)))
        return opened[-1]

    yield make
    for console in opened:
        console.store.abandon()


@pytest.fixture(scope="session")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scenes]:
    """An exam under way on eight rooms, for tests that only look: nothing may be entered in it."""
    made = Scenes.prepare(tmp_path_factory.mktemp("scenes") / "day")
    made.underway()
    yield made
    made.day.console.store.abandon()
