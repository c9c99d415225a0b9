"""A window on a day that is over, with two sticks in, at a part of 备份、上传与移交."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from PySide6.QtCore import SignalInstance
from pytestqt.qtbot import QtBot

from tests.gui.screen import Screen, settle
from tests.stores import Place
from tests.unit.day_over import opened
from ui.pages.safe_part import SafePart
from ui.pages.safekeeping import SafekeepingPage
from ui.shell import KeepingPart, PageName

OpenScreen = Callable[..., Screen]


@contextmanager
def evening(whole: Place, tmp_path: Path, open_screen: OpenScreen) -> Iterator[Screen]:
    """The answers were checked, and A01 is at the desk."""
    with opened(whole, tmp_path / "site") as console:
        screen = open_screen(console)
        screen.sign_in()
        yield screen


def part(screen: Screen, which: KeepingPart) -> SafePart:
    found = cast("SafekeepingPage", screen.go(PageName.SAFEKEEPING))
    found.turn(which)
    settle()
    return cast("SafePart", found.shown(which))


def second(screen: Screen) -> None:
    """The exam office signs where the page asks for another person."""
    assert "PIN" in screen.asked()
    screen.keys("O01\n000000\n")
    screen.look_again()


def second_and_wait(qtbot: QtBot, screen: Screen, ended: SignalInstance) -> Path | None:
    """And what was begun comes to its end: the path of what counts."""
    with qtbot.waitSignal(ended) as heard:
        second(screen)
    screen.look_again()
    path = heard.args[0] if heard.args else None
    assert path is None or isinstance(path, Path)
    return path
