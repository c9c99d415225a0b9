"""The menu of the station's window: what the step offers, the type, language and look, and the way out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.settings import Settings
from app.text import LANGUAGES
from ui.station.shell import StationShell

SPOKEN = {"zh-CN": "settings-language-zh-cn", "en": "settings-language-en"}
THEMES = {"light": "settings-theme-light", "dark": "settings-theme-dark", "system": "settings-theme-system"}


class Menu(QMenu):
    """`choose` takes what is to be another from now on, by the name of its setting."""

    def __init__(
        self,
        shell: StationShell,
        chosen: Settings,
        window: QWidget,
        choose: Callable[..., None],
        offered: Sequence[QAction],
    ) -> None:
        super().__init__(window)
        self._shell, self._chosen, self._window, self._choose = shell, chosen, window, choose
        say = shell.say
        for action in offered:
            # Its key works only where the menu's window knows it.
            window.addAction(action)
            self.addAction(action)
        if offered:
            self.addSeparator()
        self._one(say("station-larger"), ("Ctrl++", "Ctrl+="), lambda: self._scale(1))
        self._one(say("station-smaller"), ("Ctrl+-",), lambda: self._scale(-1))
        self._one(say("station-full-screen"), ("F11",), self._full)
        self.addSeparator()
        languages = {one: say(SPOKEN[one]) for one in LANGUAGES}
        self._several(say("settings-language"), languages, chosen.language, "language")
        self._several(say("settings-theme"), {one: say(words) for one, words in THEMES.items()}, chosen.theme, "theme")
        self.addSeparator()
        self._one(say("station-close"), (), shell.close)

    def _one(self, words: str, keys: Sequence[str], does: Callable[[], object]) -> None:
        action = QAction(words, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda _checked=False: does())
        self._window.addAction(action)
        self.addAction(action)

    def _several(self, words: str, offered: dict[str, str], held: str, name: str) -> None:
        inner = self.addMenu(words)
        group = QActionGroup(self)
        for key, said in offered.items():
            action = QAction(said, self)
            action.setCheckable(True)
            action.setChecked(key == held)
            action.triggered.connect(lambda _checked=False, key=key: self._choose(**{name: key}))
            group.addAction(action)
            inner.addAction(action)

    def _scale(self, by: int) -> None:
        self._choose(station_type=self._chosen.station_type + by)

    def _full(self) -> None:
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()
