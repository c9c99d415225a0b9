"""Pictures of every page: `python -m tests.gui.gallery OUT [--page NAME]`, or `--readme` for the four of the READMEs.

Each page at three sizes, in both looks and both languages, with an exam under way; of the pages where it matters also
before the start authorization and after the end, delays and extra time with a power cut, and the end with standalone
exams, violations, incidents and papers to sign. A picture is named
scene-page-language-look-width.png; of a page in segments each is taken, with its number behind the page's name.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.settings import Settings
from tests.gui.ending import Ending
from tests.gui.scenes import FIRST, Scenes, awaited
from tests.gui.screen import settle
from ui.main_window import MainWindow
from ui.pages.authority import AuthorityPage
from ui.pages.clock import ClockPage
from ui.pages.closing import ClosingPage
from ui.pages.conduct import ConductPage
from ui.pages.delays import DelaysPage
from ui.pages.duty import DutyPage
from ui.pages.faults import FaultsPage
from ui.pages.hardware import HardwarePage
from ui.pages.people import PeoplePage
from ui.pages.readiness import ReadinessPage
from ui.pages.records import RecordsPage
from ui.pages.safekeeping import SafekeepingPage
from ui.shell import PageName, Place

SIZES = ((1024, 640), (1366, 768), (1920, 1080))
LOOKS: tuple[Literal["light", "dark"], ...] = ("light", "dark")
TONGUES: tuple[Literal["zh-CN", "en"], ...] = ("zh-CN", "en")
DAWN = (PageName.OVERVIEW, PageName.ROOM, PageName.REPORTS, PageName.AUTHORITY, PageName.CLOSING, PageName.RECORDS)
ENDING = (
    PageName.STANDALONE,
    PageName.CONDUCT,
    PageName.CLOSING,
    PageName.OVERVIEW,
    PageName.RECORDS,
    PageName.SAFEKEEPING,
    PageName.EXCEPTIONS,
)
DONE = (
    PageName.OVERVIEW,
    PageName.ROOM,
    PageName.CANDIDATES,
    PageName.REPORTS,
    PageName.CLOSING,
    PageName.RECORDS,
    PageName.SAFEKEEPING,
    PageName.JOURNAL,
    PageName.CLOCK,
)
README: dict[str, tuple[tuple[PageName, Literal["light", "dark"]], ...]] = {
    "exam": ((PageName.OVERVIEW, "light"), (PageName.ROOM, "dark")),
    "done": ((PageName.RECORDS, "light"),),
}
COLOURS = 128
PATIENCE = 200
"""Turns of 25 ms that a sheet may take to be drawn."""


def show(window: MainWindow, scenes: Scenes, page: PageName) -> None:
    """Go there and wait until all of it is drawn; the preview of a sheet comes from another thread."""
    window.go(scenes.place(page))
    _drawn(window)


def _drawn(window: MainWindow) -> None:
    settle()
    shown = window.page
    if isinstance(shown, RecordsPage) and shown.sheet is not None:
        for _ in range(PATIENCE):
            if shown.preview.pages.count:
                break
            QTest.qWait(25)
    settle()


def pictures(scenes: Scenes, scene: str, pages: Sequence[PageName], out: Path) -> Iterator[Path]:
    for language, look, (width, height) in product(TONGUES, LOOKS, SIZES):
        with scenes.window(Settings(language=language, theme=look), (width, height)) as window:
            for page in pages:
                show(window, scenes, page)
                for part in parts(window):
                    path = out / f"{scene}-{page}{part}-{language}-{look}-{width}.png"
                    window.grab().save(str(path))
                    yield path


def parts(window: MainWindow) -> Iterator[str]:
    """Every segment of the page in sight, one after the other, as a suffix of its name; "" for a page without."""
    shown = window.page
    match shown:
        case AuthorityPage() | ReadinessPage() | RecordsPage():
            segments = shown.segments
        case ClockPage() | ClosingPage() | DelaysPage() | DutyPage() | FaultsPage() | HardwarePage():
            segments = shown.parts
        case PeoplePage() | SafekeepingPage():
            segments = shown.parts
        case ConductPage():
            segments = shown.halves
        case _:
            yield ""
            return
    for number, choice in enumerate(segments.findChildren(QPushButton), 1):
        if isinstance(shown, RecordsPage) and not choice.isChecked():
            shown.preview.clear()
        choice.click()
        _drawn(window)
        yield f"-{number}"


def readme(scenes: Scenes, scene: str, out: Path) -> Iterator[Path]:
    """In few colours, since they travel with every clone."""
    for page, look in README.get(scene, ()):
        with scenes.window(Settings(theme=look), (1366, 768)) as window:
            show(window, scenes, page)
            yield _kept(window, out / f"{page}.png")
    if scene == "exam":
        with scenes.window(Settings(), (1366, 768)) as window:
            waiting = next(who for room in scenes.state.rooms.values() if not room.started_at for who in awaited(room))
            window.go(Place(PageName.CANDIDATES, FIRST, ticket=waiting))
            settle()
            yield _kept(window, out / f"{PageName.CANDIDATES}.png")


def _kept(window: MainWindow, path: Path) -> Path:
    window.grab().save(str(path))
    with Image.open(path) as whole:
        few = whole.convert("RGB").quantize(COLOURS)
    few.save(path, optimize=True)
    return path


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.gui.gallery", description="Pictures of every page.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--page", action="append", choices=list(PageName), metavar="NAME", help=", ".join(PageName))
    parser.add_argument("--readme", action="store_true", help="the four pictures of the READMEs")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    wanted = frozenset(options.page or PageName)
    with TemporaryDirectory() as folder:
        scenes = Scenes.prepare(Path(folder) / "day")
        for scene, pages, onward in (
            ("dawn", DAWN, scenes.underway),
            ("exam", tuple(PageName), scenes.done),
            ("done", DONE, None),
        ):
            made = (
                readme(scenes, scene, options.out)
                if options.readme
                else pictures(scenes, scene, [page for page in pages if page in wanted], options.out)
            )
            for path in made:
                sys.stdout.write(f"{path}\n")
            if onward is not None:
                onward()
        scenes.day.console.store.close()
        if not options.readme and PageName.DELAYS in wanted:
            scenes = Scenes.prepare(Path(folder) / "troubled")
            scenes.troubled()
            for path in pictures(scenes, "trouble", (PageName.DELAYS,), options.out):
                sys.stdout.write(f"{path}\n")
            scenes.day.console.store.close()
        if not options.readme and wanted & frozenset(ENDING):
            ending = Ending.prepare(Path(folder) / "ending")
            ending.ending()
            for path in pictures(ending, "ending", [page for page in ENDING if page in wanted], options.out):
                sys.stdout.write(f"{path}\n")
            ending.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
