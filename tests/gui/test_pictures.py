"""The main pages look as they did.

Baselines lie in tests/gui/pictures. Where a page is meant to look otherwise, renew them and look at each of them before
they are committed:

    EXAMSITE_PICTURES=renew python -m pytest tests/gui/test_pictures.py

`tests/gui/pictures.py` says what is compared and how far pictures may differ.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image, ImageFilter
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QPushButton, QWidget

from app.settings import Settings
from app.views.step import StepKind
from tests.gui.ending import Ending
from tests.gui.gallery import show
from tests.gui.pictures import ALLOWED, beside, difference, grabbed, save
from tests.gui.scenes import FIRST, Scenes
from tests.gui.screen import settle
from ui.look import Look
from ui.main_window import MainWindow
from ui.models.entries import EntryColumn
from ui.pages.closing import ClosingPage
from ui.pages.conduct import ConductPage, Half
from ui.pages.delays import DelaysPage, Part
from ui.pages.journal import JournalPage
from ui.pages.record_segments import Segment
from ui.pages.records import RecordsPage
from ui.shell import PageName, Place

BASELINES = Path(__file__).parent / "pictures"
RENEW = os.environ.get("EXAMSITE_PICTURES") == "renew"
DAY = Settings(language="zh-CN", theme="light")
NIGHT = Settings(language="en", theme="dark")
MIDDLE, SMALL = (1366, 768), (1024, 640)


@dataclass(frozen=True, slots=True)
class Shot:
    page: PageName
    settings: Settings = DAY
    size: tuple[int, int] = MIDDLE
    part: Part | Half | Segment | None = None
    """A part of the page, where it has some; another one than the first needs to be named."""
    scene: str = ""
    """Before the page's name, where another scene has the page too."""

    @property
    def name(self) -> str:
        scene = f"{self.scene}-" if self.scene else ""
        return f"{scene}{self.part or self.page}-{self.settings.language}-{self.settings.theme}-{self.size[0]}"


SHOTS = (
    *(
        Shot(page)
        for page in (
            PageName.OVERVIEW,
            PageName.ROOM,
            PageName.CANDIDATES,
            PageName.REPORTS,
            PageName.RECORDS,
            PageName.AUTHORITY,
            PageName.JOURNAL,
            PageName.PEOPLE,
            PageName.TRANSFERS,
            PageName.FAULTS,
        )
    ),
    Shot(PageName.OVERVIEW, NIGHT, SMALL),
    Shot(PageName.CANDIDATES, NIGHT, SMALL),
)
TROUBLE = (
    Shot(PageName.DELAYS, part=Part.DELAYS),
    Shot(PageName.DELAYS, part=Part.EXTRA_TIME),
    Shot(PageName.READINESS, size=SMALL),
    Shot(PageName.HARDWARE, NIGHT, SMALL),
    Shot(PageName.DUTY, size=SMALL),
)


ENDING = (
    Shot(PageName.STANDALONE),
    Shot(PageName.CLOSING, scene="ending"),
    Shot(PageName.CONDUCT, part=Half.VIOLATIONS),
    Shot(PageName.CONDUCT, NIGHT, SMALL, part=Half.INCIDENTS),
    Shot(PageName.RECORDS, part=Segment.TO_SIGN),
    Shot(PageName.EXCEPTIONS, NIGHT, SMALL),
)


@pytest.fixture(autouse=True)
def drawn_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without hinting and coloured edges, which are settings of the machine's desktop."""
    plain = Look.font

    def font(look: Look, pixels: int, *, bold: bool = False) -> QFont:
        made = QFont(plain(look, pixels, bold=bold))
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        made.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
        return made

    monkeypatch.setattr(Look, "font", font)


def taken(scenes: Scenes, window: MainWindow, shot: Shot) -> Image.Image:
    show(window, scenes, shot.page)
    match window.page, shot.part:
        case DelaysPage() as page, Part() as part:
            page.turn(part)
            page.first.setFocus()
        case ConductPage() as page, Half() as half:
            page.turn(half)
            page.first.setFocus()
        case RecordsPage() as page, Segment.TO_SIGN:
            page.go(Place(PageName.RECORDS, FIRST, step=StepKind.SIGN))
            page.folder.every.click()
    settle()
    return grabbed(window, tuple(random_by_nature(window)))


def random_by_nature(window: MainWindow) -> list[QRect]:
    """Keys are others every time, and so are heads of the journal and the squares on paper."""
    page = window.page
    if isinstance(page, RecordsPage) and not page.signing:
        return [_on(window, page.preview.pages)]
    if isinstance(page, JournalPage):
        view = page.view
        head = list(EntryColumn).index(EntryColumn.HEAD)
        left, width = view.columnViewportPosition(head), view.columnWidth(head)
        column = QRect(view.viewport().mapTo(window, QPoint(left, 0)), view.viewport().size())
        column.setWidth(width)
        return [column, _on(window, page.detail)]
    return []


def _on(window: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_pages_look_as_they_did(scenes: Scenes, shot: Shot, tmp_path: Path) -> None:
    compare(scenes, shot, tmp_path)


@pytest.fixture(scope="module")
def troubled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scenes]:
    made = Scenes.prepare(tmp_path_factory.mktemp("troubled") / "day")
    made.troubled()
    made.checked()
    yield made
    made.day.console.store.abandon()


@pytest.mark.parametrize("shot", TROUBLE, ids=lambda shot: shot.name)
def test_what_is_seldom_looked_at_looks_as_it_did(troubled: Scenes, shot: Shot, tmp_path: Path) -> None:
    compare(troubled, shot, tmp_path)


@pytest.fixture(scope="module")
def ending(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ending]:
    made = Ending.prepare(tmp_path_factory.mktemp("ending") / "day")
    made.ending()
    yield made
    made.close()


@pytest.mark.parametrize("shot", ENDING, ids=lambda shot: shot.name)
def test_the_end_looks_as_it_did(ending: Ending, shot: Shot, tmp_path: Path) -> None:
    compare(ending, shot, tmp_path)


def compare(scenes: Scenes, shot: Shot, tmp_path: Path) -> None:
    with scenes.window(shot.settings, shot.size) as window:
        actual = taken(scenes, window, shot)
    path = BASELINES / f"{shot.name}.png"
    if RENEW:
        save(actual, path)
    with Image.open(path) as file:
        expected = file.convert("RGB")
    found = difference(expected, actual)
    if not found.same:
        beside(expected, actual, found).save(tmp_path / path.name)
    told = f"expected, actual and where they differ: {tmp_path / path.name}"
    assert found.same, f"{found.blocks} blocks differ, {ALLOWED} may; {told}"


def test_baselines_are_small_and_each_belongs_to_a_test() -> None:
    files = sorted(BASELINES.iterdir())
    assert {file.stem for file in files} == {shot.name for shot in (*SHOTS, *TROUBLE, *ENDING)}
    assert sum(file.stat().st_size for file in files) < 600_000


# The comparer


@pytest.fixture
def closing(scenes: Scenes) -> Iterator[ClosingPage]:
    with scenes.window(DAY, MIDDLE) as window:
        show(window, scenes, PageName.CLOSING)
        assert isinstance(window.page, ClosingPage)
        yield window.page


def test_a_missing_button_is_seen(closing: ClosingPage) -> None:
    """The smallest of the page, its place left empty."""
    window = closing.window()
    before = grabbed(window)
    shown = [one for one in closing.findChildren(QPushButton) if one.isVisible()]
    smallest = min(shown, key=lambda one: one.width())
    policy = smallest.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    smallest.setSizePolicy(policy)
    smallest.hide()
    settle()
    assert not difference(before, grabbed(window)).same


def test_a_missing_column_is_seen(closing: ClosingPage) -> None:
    window = closing.window()
    before = grabbed(window)
    closing.list.table.setColumnHidden(2, True)
    settle()
    assert not difference(before, grabbed(window)).same


def test_another_size_is_seen(closing: ClosingPage) -> None:
    whole = grabbed(closing.window())
    assert not difference(whole, whole.crop((0, 0, whole.width - 1, whole.height))).same


def test_softer_strokes_are_not(closing: ClosingPage) -> None:
    before = grabbed(closing.window())
    assert difference(before, before.filter(ImageFilter.GaussianBlur(0.5))).same
