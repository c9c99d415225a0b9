"""The answering station as a running program: its first window, its engine, its end, and what happens on a bug."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from app import log, settings
from app.settings import Settings
from app.text import text
from app.trouble import Code, Trouble
from ui.application import SIZE, OneWindow, application
from ui.look import dress, look
from ui.opening_window import OpeningWindow

if TYPE_CHECKING:
    from app.station.machine import Station
    from app.views.return_slip import ReturnSlip

Draw = Callable[["ReturnSlip"], bytes]
Put = Callable[[Path, bytes], object]
_log = logging.getLogger(__name__)


def run(home: Path, data: Path, opener: Callable[[], Station], draw: Draw, put: Put) -> int:
    """Show a window at once, take up the station, and stay until it is closed; the program's exit code.

    `home` holds the settings of this machine, `data` the station; `draw` makes the PDF of a slip, and `put` writes a
    file whole or raises Trouble. A second start only raises the first window.
    """
    app = application()
    app.setApplicationName("examsite")
    app.setQuitOnLastWindowClosed(False)
    chosen, only = settings.load(home), OneWindow(data)
    words = text(chosen.language)
    dress(app, look(chosen.theme))
    first = OpeningWindow(words, words.say("station-name"))
    first.tell(words.say("station-opening"))
    first.resize(*SIZE)
    first.show()
    app.processEvents()
    _log.info("first window shown")
    try:
        station = opener()
    except Trouble as trouble:
        if trouble.code is Code.STORE_IN_USE and only.is_second():
            return 0
        return _refused(app, first, words.trouble(trouble))
    except Exception as error:  # noqa: BLE001 - the excepthook of the time before there is a page to show it on
        _log.error("unexpected %s", type(error).__name__)
        file = _crash_file(home, error)
        return _refused(app, first, words.say("opening-failed", file=str(file or "-")))
    only.listen()
    try:
        return _stay(app, station, chosen, home, (draw, put), first, only)
    finally:
        only.close()
        station.close()


def _refused(app: QApplication, first: OpeningWindow, sentence: str) -> int:
    first.refuse(sentence)
    app.setQuitOnLastWindowClosed(True)
    app.exec()
    return 1


def _crash_file(home: Path, error: BaseException) -> Path | None:
    """None where not even that could be written."""
    try:
        return log.crash_file(home, error, 0)
    except OSError:
        return None


def _stay(
    app: QApplication,
    station: Station,
    chosen: Settings,
    home: Path,
    tools: tuple[Draw, Put],
    first: OpeningWindow,
    only: OneWindow,
) -> int:
    # Read in while the first window already stands.
    from ui.station.shell import Tools  # noqa: PLC0415
    from ui.station.window import StationWindow  # noqa: PLC0415

    window = StationWindow(station, chosen, home, Tools(*tools))
    only.knocked.connect(window.raise_)
    only.knocked.connect(window.activateWindow)
    app.installEventFilter(window)
    app.installEventFilter(window.scanner)

    def broken(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        """The excepthook: Qt brings here what a slot raised. What was saved is saved; a new start goes on from it."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, where)
            return
        if isinstance(error, Trouble):
            window.page.refuse(text(window.settings.language).trouble(error))
            return
        _log.error("unexpected %s", kind.__name__)
        window.broken(_crash_file(home, error))

    before, sys.excepthook = sys.excepthook, broken
    try:
        window.resize(*SIZE)
        window.show()
        first.close()
        _log.info("station opened")
        app.setQuitOnLastWindowClosed(True)
        return app.exec()
    finally:
        sys.excepthook = before
        app.removeEventFilter(window.scanner)
        app.removeEventFilter(window)
