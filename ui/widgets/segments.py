"""One choice of a few, as joined buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from ui.widgets.flow import Flow
from ui.widgets.parts import empty


class Segments(QWidget):
    """One choice of a few, as joined buttons. `picked` carries the key."""

    picked = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._row = Flow(0, self)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(lambda number: self.picked.emit(self._keys[number]))
        self._keys: list[object] = []

    def offer(self, choices: Sequence[tuple[object, str]], chosen: object, names: Sequence[str] = ()) -> None:
        """Keys and their texts, and fuller names where the texts are short.

        What is the same stays, so that the focus is kept while counts change.
        """
        keys = [key for key, _ in choices]
        if keys != self._keys:
            for old in self._group.buttons():
                self._group.removeButton(old)
            empty(self._row)
            self._keys = keys
            for number in range(len(keys)):
                made = QPushButton()
                made.setProperty("segment", "true" if number else "first")
                made.setCheckable(True)
                made.setAutoDefault(True)
                self._group.addButton(made, number)
                self._row.addWidget(made)
        for number, (key, text) in enumerate(choices):
            shown = self._group.button(number)
            shown.setText(text)
            shown.setAccessibleName(names[number] if names else text)
            # The chosen one is bold, and wider than its size hint knows.
            bold = QFont(shown.font())
            bold.setBold(True)
            shown.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(text) + 30)
            shown.setToolTip(names[number] if names else "")
            shown.setChecked(key == chosen)
