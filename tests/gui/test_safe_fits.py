"""Every part and form of 备份、上传与移交 fits, also twice as long; Tab goes round it, and English stands alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Literal, cast

import pytest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from app.core.mirror import BeginMirror
from app.core.resume import DayResumed
from app.settings import Settings
from app.text import LANGUAGES
from tests.gui.fitting import faults
from tests.gui.keeping_page import part, second_and_wait
from tests.gui.keyboard import focused
from tests.gui.screen import Screen, settle
from tests.gui.test_fits import doubling
from tests.gui.test_languages import CJK, spoken
from tests.gui.test_tab_order import called, named_ones, out_of_order, round_trip, usable
from tests.stores import Place
from tests.unit.day_over import SECOND, STICK, lay, opened
from ui.pages.mirror_part import MirrorPart
from ui.pages.safe_cleaning import CleaningPart
from ui.pages.safe_media import MediaPart
from ui.pages.safe_part import SafePart
from ui.pages.safe_sessions import SessionsPart
from ui.shell import KeepingPart
from ui.tab_order import in_order

__all__ = ["doubling"]
SMALL, USUAL = (1024, 640), (1366, 768)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return lay(tmp_path_factory.mktemp("over"))


Make = Callable[[Literal["zh-CN", "en"], tuple[int, int]], Screen]


@pytest.fixture
def make(whole: Place, tmp_path: Path, open_screen: Callable[..., Screen], qtbot: QtBot) -> Iterator[Make]:
    """The evening, with a bundle out, a mirror, and a day that was taken up from one."""
    with opened(whole, tmp_path / "site") as console:

        def made(language: Literal["zh-CN", "en"], size: tuple[int, int]) -> Screen:
            screen = open_screen(console, Settings(language=language), size)
            screen.sign_in()
            sessions = cast("SessionsPart", part(screen, KeepingPart.BACKUP))
            sessions.back_up.click()
            assert second_and_wait(qtbot, screen, sessions.run.ended)
            screen.do(BeginMirror(SECOND))
            now = screen.clock.moment().at
            DayResumed("B", STICK, 31, now, 4, now).apply(screen.site)
            screen.look_again()
            return screen

        yield made


def states(screen: Screen) -> Iterator[str]:
    """Each part as it stands, then each of its forms; the name of the state."""
    for which in KeepingPart:
        shown = part(screen, which)
        yield which
        for form in forms(shown):
            form()
            settle()
            yield f"{which} {form.__name__}"
            if isinstance(shown, SafePart):
                shown.drop()
                settle()


def forms(shown: object) -> tuple[Callable[[], None], ...]:
    match shown:
        case SessionsPart():
            return (shown._ask_attempt, shown._ask_city)
        case MediaPart():
            return (shown._ask_register, shown._ask_seal, shown._ask_lost)
        case MirrorPart():
            return (shown._ask_begin,)
        case CleaningPart():
            return (shown._ask_await, shown._ask_publication, shown._ask_video)
    return ()


def cut(screen: Screen) -> list[str]:
    return [f"{state}: {fault}" for state in states(screen) for fault in faults(screen.window)]


@pytest.mark.parametrize("size", [SMALL, USUAL])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_fits(make: Make, language: Literal["zh-CN", "en"], size: tuple[int, int]) -> None:
    found = cut(make(language, size))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("doubling")
def test_every_part_fits_twice_as_long(make: Make, language: Literal["zh-CN", "en"]) -> None:
    found = cut(make(language, SMALL))
    assert not found, "\n".join(found)


def test_tab_goes_round_every_part_in_reading_order(make: Make) -> None:
    screen = make("zh-CN", USUAL)
    for state in states(screen):
        if " " not in state:
            screen.page.first.setFocus()
        assert screen.window.isAncestorOf(focused()), state
        met = round_trip(screen.window, "Tab")
        assert {called(one) for one in met} == {called(one) for one in usable(screen.window)}, state
        top = met.index(next(one for one in in_order(screen.window) if one in met))
        for area in screen.page.findChildren(QScrollArea):
            area.verticalScrollBar().setValue(0)
        stops = [one for one in (*met[top:], *met[:top]) if screen.page.isAncestorOf(one)]
        assert list(filter(None, (out_of_order(*pair, screen.page) for pair in combinations(stops, 2)))) == [], state
        assert [type(one).__name__ for one in named_ones(screen.window) if not one.accessibleName().strip()] == [], (
            state
        )


def test_english_speaks_english(make: Make) -> None:
    screen = make("en", USUAL)
    directory, package = screen.console.directory, screen.site.package
    assert package is not None
    people = [one.name for one in directory.staff.values()]
    known = [*people, *(one.subject for one in package.exam.sessions)]
    found = []
    for state in states(screen):
        for text in filter(CJK.search, spoken(screen.page)):
            rest = text
            for one in known:
                rest = rest.replace(one, "")
            if CJK.search(rest):
                found.append(f"{state}: {text}")
    assert not found, "\n".join(found)
