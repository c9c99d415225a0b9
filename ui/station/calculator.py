"""The calculator beside a question: for the mouse, and for the keys of any keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout

from app.text import Text
from ui.station.sums import OPERATIONS, Sums
from ui.widgets.parts import label

SIGNS = {"+": "+", "-": "\N{MINUS SIGN}", "*": "\N{MULTIPLICATION SIGN}", "/": "\N{DIVISION SIGN}"}
"""How an operation looks; its key is that of a keyboard."""
_LEAST = 236
_ROWS = ("789/", "456*", "123-", "0.=+")


class Calculator(QFrame):
    """One stop of the keyboard: digits, the four signs, Enter, Backspace, Delete to clear, R for the result before."""

    closed = Signal()

    def __init__(self, text: Text) -> None:
        super().__init__()
        self._text, self.sums = text, Sums()
        self.setObjectName("Card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(_LEAST)
        self.result = label("0", "Sum", wrap=False)
        self.result.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._before = label("", "Cap")
        grid = QGridLayout()
        grid.setSpacing(6)
        top = ((text.say("station-sum-clear"), "Delete"), (text.say("station-sum-back"), "Backspace"))
        for column, (words, name) in enumerate(top):
            does = self.sums.clear if name == "Delete" else self.sums.back
            grid.addWidget(self._key(words, words, does), 0, column * 2, 1, 2)
        for row, keys in enumerate(_ROWS, 1):
            for column, key in enumerate(keys):
                grid.addWidget(self._key(SIGNS.get(key, key), key, self._does(key)), row, column)
        again = text.say("station-sum-last")
        grid.addWidget(self._key(again, again, self.sums.recall), len(_ROWS) + 1, 0, 1, 4)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 10, 12, 12)
        inside.setSpacing(6)
        inside.addWidget(label(text.say("station-sum"), "Strong"))
        inside.addWidget(self.result)
        inside.addWidget(self._before)
        inside.addLayout(grid)
        inside.addStretch(1)
        self._show()

    def _key(self, words: str, name: str, does: Callable[[], None]) -> QPushButton:
        made = QPushButton(words)
        made.setAccessibleName(name)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setProperty("kind", "key")
        made.clicked.connect(lambda _checked=False: self._press(does))
        return made

    def _does(self, key: str) -> Callable[[], None]:
        if key == "=":
            return self.sums.equals
        return (lambda: self.sums.operate(key)) if key in OPERATIONS else (lambda: self.sums.sign(key))

    def _press(self, does: Callable[[], None]) -> None:
        does()
        self._show()

    def _show(self) -> None:
        sums, say = self.sums, self._text.say
        said = sums.shown or say("station-sum-none")
        self.result.setText(said)
        self.setAccessibleName(f"{say('station-sum')} {said}")
        self._before.setText(say("station-sum-before", result=sums.before))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        does = self._meant(event)
        if does is not None:
            self._press(does)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif not event.text():
            # What was typed here is no answer to the question beside it.
            super().keyPressEvent(event)

    def _meant(self, event: QKeyEvent) -> Callable[[], None] | None:
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return None
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Equal:
                return self.sums.equals
            case Qt.Key.Key_Backspace:
                return self.sums.back
            case Qt.Key.Key_Delete | Qt.Key.Key_C:
                return self.sums.clear
            case Qt.Key.Key_R:
                return self.sums.recall
        key = event.text()
        return self._does(key) if key and key in f"0123456789.{OPERATIONS}" else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._frame(on=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._frame(on=False)

    def _frame(self, *, on: bool) -> None:
        self.setProperty("focused", "true" if on else "false")
        self.style().unpolish(self)
        self.style().polish(self)
