"""The field in which one looks for someone: for codes, and where it was asked for, for names."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent

from ui.widgets.scanner import ScanField


class SearchField(ScanField):
    """Past any input method as every scan field, unless somebody asked to write a name. `down` comes with that key."""

    down = Signal()

    def __init__(self, codes: str, names: str) -> None:
        super().__init__()
        self._hints = {False: codes, True: names}
        self.names = False
        self.setClearButtonEnabled(True)
        self.write_names(on=False)

    def write_names(self, *, on: bool) -> None:
        self.names = on
        self.setPlaceholderText(self._hints[on])
        QGuiApplication.inputMethod().update(Qt.InputMethodQuery.ImEnabled)

    def inputMethodQuery(self, query: Qt.InputMethodQuery, *arguments: object) -> object:
        if query is Qt.InputMethodQuery.ImEnabled and self.names:
            return True
        return super().inputMethodQuery(query, *arguments)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)
