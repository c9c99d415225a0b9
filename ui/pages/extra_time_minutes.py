"""Whole minutes: what is no such number is named while it is typed."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.extra_time_loss import LONGEST
from ui.shell import Shell
from ui.widgets.parts import label
from ui.widgets.scanner import ScanField


class MinutesField(QWidget):
    """Stands at what is proposed until somebody types. `changed` comes because of a person, and with a proposal."""

    changed = Signal()

    def __init__(self, shell: Shell, most: int = LONGEST) -> None:
        super().__init__()
        self._shell, self._most = shell, most
        self._typed = False
        self.edit = ScanField()
        self.edit.textEdited.connect(self._edited)
        self._said = label("", "Bad")
        self._said.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2)
        outer.addWidget(self.edit)
        outer.addWidget(self._said)
        self.setFocusProxy(self.edit)

    def value(self) -> int | None:
        """None where what stands there is no number of minutes that can be given."""
        text = unicodedata.normalize("NFKC", self.edit.text()).strip()
        # Digits of any script are decimal; those alone are read.
        found = int(text) if text.isascii() and text.isdecimal() and len(text) <= len(str(self._most)) else 0
        return found if 1 <= found <= self._most else None

    def propose(self, minutes: int | None) -> None:
        """Show this instead of the last proposal; what somebody typed stays."""
        text = str(minutes) if minutes else ""
        if not self._typed and text != self.edit.text():
            self.edit.setText(text)
            self._tell("")
            self.changed.emit()

    def follow(self) -> None:
        """What was typed no longer stands; the next proposal is shown."""
        self._typed = False

    def keep(self, minutes: int) -> None:
        """What is left of what somebody typed; it stays as if they had typed that."""
        self.edit.setText(str(minutes))
        self._typed = True
        self.changed.emit()

    def complain(self) -> None:
        """Go to the field and say what it takes."""
        self._check(empty=True)
        self.edit.setFocus()
        self.edit.selectAll()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def _edited(self) -> None:
        self._typed = True
        self._check(empty=False)
        self.changed.emit()

    def _check(self, *, empty: bool) -> None:
        text = self.edit.text().strip()
        wrong = self.value() is None and (empty or bool(text))
        self._tell(self._shell.say("extra-time-minutes-wrong", text=text, most=self._most) if wrong else "")

    def _tell(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        self.edit.setAccessibleDescription(sentence)
