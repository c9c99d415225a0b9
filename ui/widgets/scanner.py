"""Scanners and card readers type like keyboards, only faster: their codes are told from typing by their pace."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

FASTEST_HAND = 0.06
"""Seconds between two keys that no hand types faster for long."""
SHORTEST = 6


class Scanner(QObject):
    """An event filter for the application. A field for typing keeps what is scanned while it has the focus."""

    scanned = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._code, self._last = "", 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(watched, QWindow):
            return False
        if not isinstance(event, QKeyEvent):
            return False
        if _typing(QApplication.focusWidget()):
            self._code = ""
            return False
        now = time.monotonic()
        if now - self._last > FASTEST_HAND:
            self._code = ""
        self._last = now
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            code, self._code = self._code, ""
            if len(code) >= SHORTEST:
                self.scanned.emit(code)
                return True
            return False
        space = event.key() == Qt.Key.Key_Space
        # A space inside a code must not press the button that has the focus; none begins a code.
        inside = space and bool(self._code)
        if event.text().isprintable() and (inside or not space):
            self._code += event.text()
        return inside


def _typing(widget: QWidget | None) -> bool:
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, QLineEdit | QPlainTextEdit | QAbstractSpinBox)


class ScanField(QLineEdit):
    """A field for typing and scanning, past any input method: a code must arrive as it is, also while Chinese is on."""

    def inputMethodQuery(self, query: Qt.InputMethodQuery, *arguments: object) -> object:
        if query is Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)
