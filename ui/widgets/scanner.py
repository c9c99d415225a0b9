"""Scanners and card readers type like keyboards, only faster: their codes are told from typing by their pace."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

FASTEST_HAND = 60
"""Milliseconds between two keys that no hand types faster for long."""
SHORTEST = 6
LINE, LIST, TOKEN = 200, 2000, 32_767
"""Signs that a field takes: a name or number, many seats or tickets, a signed document (as many as Qt takes at all)."""
LINE_ENDS = 150
"""Milliseconds after the end of a code in which another Enter is the scanner's own: some send CR and LF."""


class Scanner(QObject):
    """An event filter for the application. A field for typing keeps what is scanned while it has the focus.

    The pace is that of the keys, not of this program: a page that takes its time changes nothing.
    """

    scanned = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._code, self._signs, self._last = "", 0, 0
        self._ended: int | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(watched, QWindow):
            return False
        if not isinstance(event, QKeyEvent):
            return False
        now, enter = event.timestamp(), event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if now - self._last > FASTEST_HAND:
            self._code, self._signs = "", 0
        self._last = now
        if enter:
            return self._line_end(now)
        self._ended = None
        held = QApplication.focusWidget()
        self._signs += bool(event.text()) and (isinstance(held, ScanField) or not _typing(held))
        if _typing(held):
            self._code = ""
            return False
        space = event.key() == Qt.Key.Key_Space
        # A space inside a code must not press the button that has the focus; none begins a code.
        inside = space and bool(self._code)
        if event.text().isprintable() and (inside or not space):
            self._code += event.text()
        return inside

    def _line_end(self, now: int) -> bool:
        """Whether this Enter goes no further: it ends a code that nobody typed, or is the second end of one."""
        code, signs = self._code, self._signs
        self._code, self._signs = "", 0
        if self._ended is not None and 0 <= now - self._ended < LINE_ENDS:
            return True
        self._ended = now if signs >= SHORTEST else None
        if _typing(QApplication.focusWidget()) or len(code) < SHORTEST:
            return False
        self.scanned.emit(code)
        return True


def _typing(widget: QWidget | None) -> bool:
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, QLineEdit | QPlainTextEdit | QAbstractSpinBox)


class ScanField(QLineEdit):
    """A field for typing and scanning, past any input method: a code must arrive as it is, also while Chinese is on.

    What is pasted beyond `most` signs is cut off.
    """

    def __init__(self, most: int = LINE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(most)

    def inputMethodQuery(self, query: Qt.InputMethodQuery, *arguments: object) -> object:
        if query is Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)
