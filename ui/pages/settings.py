"""设置: how the screen speaks and looks, when it locks, and what this program is and where it keeps what."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app import log, settings
from app.core.operation import Fact
from app.text import LANGUAGES
from app.trouble import Trouble
from app.version import version
from ui.page import Page
from ui.pages.settings_about import about
from ui.shell import PageName, Shell
from ui.widgets.parts import Facts, Form, card, label, scrolled
from ui.widgets.segments import Segments

SPOKEN = {"zh-CN": "settings-language-zh-cn", "en": "settings-language-en"}
THEMES = {"light": "settings-theme-light", "dark": "settings-theme-dark", "system": "settings-theme-system"}
IDLE = (1, 2, 3, 5, 10, 15, 30, 60)
STALE = (5, 10, 15, 20, 30, 45, 60, 90, 120, 240)
"""What is offered, in minutes, within the bounds of `Settings`; what a file says besides is offered too."""


class Choice(QComboBox):
    """Turning the wheel scrolls the page and never chooses."""

    def __init__(self, options: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        for key, text in options:
            self.addItem(text, key)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class SettingsPage(Page):
    name = PageName.SETTINGS

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.head(shell.say("settings-sub"))
        inner = QWidget()
        held = QVBoxLayout(inner)
        held.setContentsMargins(0, 0, 8, 0)
        held.setSpacing(12)
        held.addWidget(self._choices())
        held.addWidget(self._where())
        for part in about(shell):
            held.addWidget(part)
        held.addStretch(1)
        self.outer.addWidget(scrolled(inner), 1)
        self.first = self.language

    def _choices(self) -> QWidget:
        shell, held = self.shell, self.shell.bridge.settings
        self.language = Choice([(language, shell.say(SPOKEN[language])) for language in LANGUAGES])
        self.theme = Segments(shell.say("settings-theme"))
        self.idle, self.stale = self._minutes(IDLE, held.idle_minutes), self._minutes(STALE, held.stale_minutes)
        form = Form(columns=2)
        form.field(shell.say("settings-language"), self.language)
        form.field(shell.say("settings-theme"), self.theme)
        form.field(shell.say("settings-idle"), self.idle)
        form.field(shell.say("settings-stale"), self.stale)
        self._show()
        self.language.activated.connect(lambda _row: self._choose(language=self.language.currentData()))
        self.theme.picked.connect(lambda theme: self._choose(theme=theme))
        self.idle.activated.connect(lambda _row: self._choose(idle_minutes=self.idle.currentData()))
        self.stale.activated.connect(lambda _row: self._choose(stale_minutes=self.stale.currentData()))
        frame, inside = card()
        inside.addWidget(label(shell.say("settings-screen"), "H2"))
        inside.addLayout(form)
        inside.addWidget(label(shell.say("settings-hint"), "Cap"))
        return frame

    def _minutes(self, offered: Sequence[int], held: int) -> Choice:
        return Choice([(count, self.shell.say("settings-minutes", count=count)) for count in sorted({*offered, held})])

    def _where(self) -> QWidget:
        shell, opening = self.shell, self.shell.opening
        facts = Facts()
        facts.show_facts(
            (
                (shell.say("settings-version"), version()),
                (shell.say("settings-data"), str(opening.data.resolve())),
                (shell.say("settings-log"), str((opening.folder / log.NAME).resolve())),
                (shell.say("settings-crash"), str(opening.folder.resolve())),
                (shell.say("settings-file"), str((opening.folder / settings.NAME).resolve())),
            )
        )
        frame, inside = card()
        inside.addWidget(label(shell.say("settings-where"), "H2"))
        inside.addWidget(facts)
        return frame

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        """Nothing that is recorded changes what is shown here."""

    def _choose(self, **chosen: object) -> None:
        """Kept and in force at once; where it cannot be kept, what held before holds on."""
        bridge, before = self.shell.bridge, self.shell.bridge.settings
        wanted = msgspec.structs.replace(before, **chosen)
        if wanted == before:
            return
        try:
            settings.save(self.shell.opening.folder, wanted)
        except Trouble as trouble:
            bridge.tell(trouble)
            self._show()
            return
        bridge.settings = wanted
        if (wanted.language, wanted.theme) != (before.language, before.theme):
            bridge.settings_changed.emit()
        else:
            bridge.say(self.shell.say("settings-saved"))

    def _show(self) -> None:
        shell, held = self.shell, self.shell.bridge.settings
        for field, value in (
            (self.language, held.language),
            (self.idle, held.idle_minutes),
            (self.stale, held.stale_minutes),
        ):
            field.setCurrentIndex(field.findData(value))
        self.theme.offer([(theme, shell.say(name)) for theme, name in THEMES.items()], held.theme)
