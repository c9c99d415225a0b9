"""The answering station's window: one step at a time, for a candidate after a fault and an invigilator beside."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from app import settings
from app.core.terms import Mode
from app.resources import RESOURCES
from app.settings import Settings
from app.station.machine import Station
from app.text import text
from app.trouble import Trouble
from ui.lanes import Lane
from ui.language import speak
from ui.look import dress, look
from ui.station.menu import Menu
from ui.station.page import StepPage
from ui.station.shell import PIXELS, Stage, StationShell, Tools
from ui.station.stages import begin, page_of
from ui.tab_order import step
from ui.widgets.parts import Button, Elided, empty, row
from ui.widgets.scanner import Scanner
from ui.widgets.stripes import Stripes
from ui.widgets.tips import show_plain

SMALLEST = (1024, 640)
_SECOND = 1000


class StationWindow(QMainWindow):
    """Built anew with every change of language or look; what is under way lies in the engine and in `stage`."""

    def __init__(self, station: Station, chosen: Settings, home: Path, tools: Tools) -> None:
        super().__init__()
        self.station, self.settings = station, chosen
        self._home, self._tools = home, tools
        self.setMinimumSize(*SMALLEST)
        self.printer = Lane("printer")
        self.stage = begin(station)
        self.scanner = Scanner()
        self.scanner.scanned.connect(self._scanned)
        self._second = QTimer(self, interval=_SECOND)
        self._second.timeout.connect(self.tick)
        self._second.start()
        self.page: StepPage
        self.menu: Menu | None = None
        self.build()

    def build(self) -> None:
        """Everything on screen, in the language and look of the settings."""
        app, chosen = QApplication.instance(), self.settings
        seen = look(chosen.theme)
        if isinstance(app, QApplication):
            dress(app, seen)
            speak(app, chosen.language)
        self.shell = StationShell(
            self.station,
            text(chosen.language),
            seen,
            PIXELS[chosen.station_type - 1],
            self._tools,
            self.printer,
            self.go,
            self.close,
        )
        say = self.shell.say
        practice = self.station.mode is Mode.PRACTICE
        names = [say("station-name"), self.station.machine]
        self.setWindowTitle(" · ".join([say("practice-banner"), *names] if practice else names))
        self.setWindowIcon(seen.icon("shield-lock", "primary", 64))
        ground = QWidget()
        ground.setObjectName("Ground")
        ground.setStyleSheet((RESOURCES / "station.qss").read_text(encoding="utf-8"))
        outer = QVBoxLayout(ground)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        if practice:
            outer.addWidget(self._stripes())
        self._head = row(gap=12)
        self._head.setContentsMargins(16, 8, 16, 6)
        outer.addLayout(self._head)
        self._held = QVBoxLayout()
        self._held.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._held, 1)
        self.setCentralWidget(ground)
        self._show()

    def _stripes(self) -> QWidget:
        stripes = Stripes(self.shell.look)
        said = Elided(self.shell.say("practice-banner"), "OnStripes")
        laid = row(said)
        laid.setContentsMargins(16, 3, 16, 3)
        stripes.setLayout(laid)
        stripes.setFixedHeight(32)
        return stripes

    def go(self, stage: Stage) -> None:
        """The next screen; what was being written is kept before."""
        self.page.leave()
        self.stage = stage
        self._show()

    def _show(self) -> None:
        for action in self.actions():
            self.removeAction(action)
        empty(self._head)
        empty(self._held)
        if self.menu is not None:
            self.menu.deleteLater()
        say = self.shell.say
        self.page = page_of(self.shell, self.stage)
        self._held.addWidget(self.page)
        self.menu = Menu(self.shell, self.settings, self, self._choose, self.page.offered())
        opens = Button(self.shell.look, f"{say('station-menu')}  F2", "settings")
        opens.setAccessibleName(say("station-menu"))
        opens.setMenu(self.menu)
        opens.setShortcut("F2")
        self._head.addWidget(self.page.head(), 1)
        self._head.addWidget(opens, 0, Qt.AlignmentFlag.AlignVCenter)
        self.page.first.setFocus()

    def _choose(self, **wanted: object) -> None:
        """Kept and in force at once; where it cannot be kept, what held before holds on."""
        before = self.settings
        chosen = msgspec.structs.replace(before, **wanted)
        if chosen == before or not 1 <= chosen.station_type <= len(PIXELS):
            return
        try:
            settings.save(self._home, chosen)
        except Trouble as trouble:
            self.page.refuse(self.shell.text.trouble(trouble))
            return
        self.settings = chosen
        # Later: what was chosen from is thrown away itself.
        QTimer.singleShot(0, self, self._rebuild)

    def _rebuild(self) -> None:
        self.page.leave()
        self.stage = self.page.stage(self.stage)
        self.build()

    def _scanned(self, code: str) -> None:
        self.page.scanned(code)

    def tick(self) -> None:
        """A second has passed: the time used is noted, and what shows time shows it."""
        if self.stage.answering is not None:
            self.stage.answering.tick()
        self.page.tick()

    def broken(self, file: Path | None) -> None:
        """After a bug: what is saved stays, and a new start goes on from it."""
        self.page.refuse(self.shell.say("station-broken", file=str(file or "-")))

    def focusNextPrevChild(self, forward: bool) -> bool:
        return step(self, forward=forward) or super().focusNextPrevChild(forward)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Installed on the application."""
        return show_plain(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.page.leave()
        if self.page.may_close():
            self._second.stop()
            self.printer.close()
            event.accept()
        else:
            event.ignore()
