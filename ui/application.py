"""The running program with its window: one for each folder, its end, and what happens when something breaks."""

from __future__ import annotations

import hashlib
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QWidget

from app import log, settings
from app.settings import Settings
from app.text import Text, text
from app.trouble import Code, Trouble
from ui.look import dress, look
from ui.opening_window import OpeningWindow

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.opening import Opening

Opener = Callable[[str], "Opening"]
"""Opens the store with the PIN of its lock, or makes a practice day, which asks for none; raises Trouble.

PIN_NEEDED says that the lock is in and fits, and no PIN was given yet.
"""
_AGAIN = frozenset({Code.PIN_NEEDED, Code.WRONG_PIN, Code.PIN_WAITS})
SIZE = (1366, 768)

_log = logging.getLogger(__name__)
_KNOCK_MS = 500


class OneWindow(QObject):
    """The first window of a folder listens; a second start only brings it to the front."""

    knocked = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._name = "examsite-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]
        self._store = folder / "store"
        self._server = QLocalServer(self)
        # Nobody else on this machine brings the window to the front.
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def stands(self) -> bool:
        """Whether another window has this folder open; it comes to the front.

        Whoever only took the name keeps nobody out: a window of ours has its store open.
        """
        if not self.is_second():
            return False
        # Read in only when somebody answered: the first window must not wait for it.
        from app.service.store import in_use  # noqa: PLC0415

        return in_use(self._store)

    def is_second(self) -> bool:
        """Knocks; where somebody answers, the other window is told to come to the front."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        there = socket.waitForConnected(_KNOCK_MS)
        if there:
            socket.disconnectFromServer()
        return there

    def listen(self) -> None:
        # A crash leaves the name behind on Linux.
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)

    def close(self) -> None:
        self._server.close()

    def _answer(self) -> None:
        self._server.nextPendingConnection().close()
        self.knocked.emit()


class Breakage(QObject):
    """What nobody expected: a crash file, and a page instead of a dead window."""

    def __init__(self, window: MainWindow, opening: Opening) -> None:
        super().__init__()
        self._window, self._opening = window, opening

    def __call__(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        """The excepthook: Qt brings here what a slot raised."""
        if isinstance(error, Trouble):
            self._window.bridge.tell(error)
            return
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, where)
            return
        _log.error("unexpected %s", kind.__name__)
        entry = self._opening.console.store.journal.n
        self._window.crashed(_crash_file(self._opening.folder, error, entry))


def application() -> QApplication:
    """The one of this process."""
    there = QApplication.instance()
    return there if isinstance(there, QApplication) else QApplication(sys.argv[:1])


def run(folder: Path, data: Path, opener: Opener, saying: str) -> int:
    """Show a window at once, open what it is about, and stay until it is closed; the program's exit code.

    `folder` holds the settings of this machine, `data` is what is opened, `saying` tells meanwhile what is being done.
    A second start only raises the first window.
    """
    app = application()
    app.setApplicationName("examsite")
    app.setQuitOnLastWindowClosed(False)
    only = OneWindow(data)
    if only.stands():
        return 0
    chosen = settings.load(folder)
    dress(app, look(chosen.theme))
    first = OpeningWindow(text(chosen.language))
    first.tell(saying)
    first.resize(*SIZE)
    first.show()
    app.processEvents()
    _log.info("first window shown")
    try:
        opening = _opened(opener, first, text(chosen.language))
    except Trouble as trouble:
        return _refused(app, first, text(chosen.language).trouble(trouble))
    except Exception as error:  # noqa: BLE001 - the excepthook of the time before there is a page to show it on
        _log.error("unexpected %s", type(error).__name__)
        file = _crash_file(folder, error, 0)
        said = text(chosen.language).say("opening-failed", file=str(file or "-"))
        return _refused(app, first, said)
    if opening is None:
        return 1
    only.listen()
    try:
        return _stay(app, opening, chosen, first, only)
    finally:
        only.close()
        opening.console.store.close()
        opening.console.store.lock.close()
        opening.locks.close()


def _opened(opener: Opener, first: OpeningWindow, words: Text) -> Opening | None:
    """None where the window was closed instead of a PIN given."""
    pin = ""
    while True:
        try:
            return opener(pin)
        except Trouble as trouble:
            if trouble.code not in _AGAIN:
                raise
            given = first.ask_pin(words.trouble(trouble))
        if given is None:
            return None
        pin = given


def _refused(app: QApplication, first: OpeningWindow, sentence: str) -> int:
    first.refuse(sentence)
    app.setQuitOnLastWindowClosed(True)
    app.exec()
    return 1


def _crash_file(folder: Path, error: BaseException, entry: int) -> Path | None:
    """None where not even that could be written."""
    try:
        return log.crash_file(folder, error, entry)
    except OSError:
        return None


def _stay(app: QApplication, opening: Opening, chosen: Settings, first: QWidget, only: OneWindow) -> int:
    # Read in while the first window already stands.
    from ui.bridge import Bridge  # noqa: PLC0415
    from ui.fallback_watch import FallbackWatch  # noqa: PLC0415
    from ui.main_window import MainWindow  # noqa: PLC0415

    bridge = Bridge(opening.console, chosen, opening.usb_changed)
    paper = FallbackWatch(bridge, opening.data, opening.tools.draw_fallback)
    window = MainWindow(opening, bridge)
    only.knocked.connect(window.raise_)
    only.knocked.connect(window.activateWindow)
    app.installEventFilter(window)
    app.installEventFilter(window.scanner)
    before, sys.excepthook = sys.excepthook, Breakage(window, opening)
    try:
        window.resize(*SIZE)
        window.show()
        first.close()
        _log.info("console opened")
        app.setQuitOnLastWindowClosed(True)
        return app.exec()
    finally:
        sys.excepthook = before
        app.removeEventFilter(window.scanner)
        app.removeEventFilter(window)
        paper.close()
        bridge.close()
