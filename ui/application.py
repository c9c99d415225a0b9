"""The running program with its window: one for each folder, its end, and what happens when something breaks."""

from __future__ import annotations

import hashlib
import logging
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication

from app import log, settings
from app.trouble import Trouble
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.opening import Opening

_log = logging.getLogger(__name__)
_KNOCK_MS = 500


class OneWindow(QObject):
    """The first window of a folder listens; a second start only brings it to the front."""

    knocked = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._name = "examsite-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._answer)

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
        try:
            file: Path | None = log.crash_file(self._opening.folder, error, entry)
        except OSError:
            file = None
        self._window.crashed(file)


def second_window(data: Path) -> bool:
    """Whether a window of this folder is open already; it then comes to the front."""
    application()
    return OneWindow(data).is_second()


def application() -> QApplication:
    """The one of this process."""
    there = QApplication.instance()
    return there if isinstance(there, QApplication) else QApplication(sys.argv[:1])


def run(opening: Opening) -> int:
    """Show the window until it is closed; whoever opened the store closes it afterwards."""
    app = application()
    app.setApplicationName("examsite")
    only = OneWindow(opening.data)
    bridge = Bridge(opening.console, settings.load(opening.folder))
    window = MainWindow(opening, bridge)
    only.knocked.connect(window.raise_)
    only.knocked.connect(window.activateWindow)
    only.listen()
    app.installEventFilter(window)
    app.installEventFilter(window.scanner)
    before, sys.excepthook = sys.excepthook, Breakage(window, opening)
    try:
        window.resize(1366, 768)
        window.show()
        return app.exec()
    finally:
        sys.excepthook = before
        app.removeEventFilter(window.scanner)
        app.removeEventFilter(window)
        only.close()
        bridge.close()
