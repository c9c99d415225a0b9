"""Everything fits, even when every text is twice as long."""

from __future__ import annotations

from typing import Literal

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.settings import Settings
from app.text import LANGUAGES, Text
from app.text import capital as plain_capital
from tests.gui.fitting import faults
from tests.gui.gallery import show
from tests.gui.scenes import Scenes
from ui.shell import PageName

SIZES = ((1024, 640), (1366, 768))


class Doubled(str):
    """A text said twice, that knows how it is said once: what stands inside another sentence is doubled with it."""

    __slots__ = ("once",)
    once: str


def _once(value: object) -> object:
    return value.once if isinstance(value, Doubled) else value


@pytest.fixture
def doubling(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything that is said is said twice."""
    plain, inside = Text.say, 0

    def say(text: Text, name: str, /, **facts: object) -> str:
        nonlocal inside
        inside += 1
        try:
            once = plain(text, name, **{key: _once(value) for key, value in facts.items()})
        finally:
            inside -= 1
        if inside:
            return once
        twice = Doubled(f"{once} {once}")
        twice.once = once
        return twice

    def capital(said: str) -> str:
        changed = plain_capital(said)
        if not isinstance(said, Doubled) or changed is said:
            return changed
        again = Doubled(changed)
        again.once = plain_capital(said.once)
        return again

    monkeypatch.setattr(Text, "say", say)
    monkeypatch.setattr("ui.shell.capital", capital)


def wrong_with(scenes: Scenes, language: Literal["zh-CN", "en"], size: tuple[int, int]) -> list[str]:
    """On every page, in one window of this size."""
    found = []
    with scenes.window(Settings(language=language), size) as window:
        for page in PageName:
            show(window, scenes, page)
            found += [f"{page}: {fault}" for fault in faults(window)]
            least, stands = window.minimumSizeHint(), (window.width(), window.height())
            if stands != size or least.width() > size[0] or least.height() > size[1]:
                found.append(f"{page}: wants {least.toTuple()}, stands {stands}")
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_fits(scenes: Scenes, language: Literal["zh-CN", "en"], size: tuple[int, int]) -> None:
    found = wrong_with(scenes, language, size)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", SIZES[:1])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("doubling")
def test_everything_fits_with_every_text_twice_as_long(
    scenes: Scenes, language: Literal["zh-CN", "en"], size: tuple[int, int]
) -> None:
    found = wrong_with(scenes, language, size)
    assert not found, "\n".join(found)


# The checks themselves


def test_what_is_cut_lies_over_another_or_sticks_out_is_found(qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(200, 100)
    cut, under, over, out = (QLabel(text, ground) for text in ("a long text", "b", "c", "d"))
    wrapped = QLabel("one two three four five six", ground)
    wrapped.setWordWrap(True)
    cut.setGeometry(0, 0, 20, 30)
    under.setGeometry(40, 0, 30, 30)
    over.setGeometry(60, 0, 30, 30)
    out.setGeometry(190, 0, 30, 30)
    wrapped.setGeometry(0, 40, 60, 20)
    ground.show()
    kinds = sorted(fault.split(":")[0] for fault in faults(ground))
    assert kinds == ["cut", "cut in height", "overlap", "sticks out"]
