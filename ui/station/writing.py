"""A written answer: what stands in the field is handed on at every pause, and whenever one leaves it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

PAUSE_MS, AT_MOST_MS = 400, 2000
"""After a pause of so many milliseconds what was typed is handed on; for those who type without one, so often."""
_LEAVING = ("PgUp", "PgDown")


class Writing(QPlainTextEdit):
    """`written` carries all that stands there, once it changed."""

    typing = Signal()
    written = Signal(str)

    def __init__(self, given: str, most: int) -> None:
        super().__init__(given)
        self._given, self._most = given, most
        self.setTabChangesFocus(True)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._longest = QTimer(self, singleShot=True, interval=AT_MOST_MS)
        for timer in (self._pause, self._longest):
            timer.timeout.connect(self.hand_on)
        self.textChanged.connect(self._changed)

    def hand_on(self) -> None:
        """What has not been handed on yet; nothing where there is none."""
        self._pause.stop()
        self._longest.stop()
        said = self.toPlainText()
        if said != self._given:
            self._given = said
            self.written.emit(said)

    def leave(self) -> None:
        """What an input method still holds belongs to it too."""
        if self.hasFocus():
            QGuiApplication.inputMethod().commit()
        self.hand_on()

    def refused(self, given: str, *, again: bool) -> None:
        """Only `given` was kept. What stands there is tried `again` a little later, or it goes."""
        self._given = given
        if again:
            self._longest.start()
        else:
            self.setPlainText(given)

    def _changed(self) -> None:
        said = self.toPlainText()
        if len(said) > self._most:
            # What is too long does not come in; the cursor stays where it was.
            cursor = self.textCursor()
            at = min(cursor.position(), self._most)
            self.blockSignals(True)
            self.setPlainText(said[: self._most])
            self.blockSignals(False)
            cursor = self.textCursor()
            cursor.setPosition(at)
            self.setTextCursor(cursor)
        if self.toPlainText() == self._given:
            return
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()
        self.typing.emit()

    def event(self, event: QEvent) -> bool:
        """The keys that lead to the next question lead there from here too."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination()).toString()
            if pressed in _LEAVING:
                event.ignore()
                return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hand_on()
