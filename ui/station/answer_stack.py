"""In the middle of the paper: the question, or what comes in its place for a moment."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from ui.station.question import QuestionView
from ui.station.sheets import Sheet

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DIGITS = "123456789"


class AnswerStack(QStackedWidget):
    """`covered` says whether a sheet lies over the question now; `done` comes when somebody is done with it."""

    covered = Signal(bool)
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view: QuestionView | None = None
        self.sheet: Sheet | None = None

    def turn_to(self, view: QuestionView) -> None:
        """The one before goes."""
        old, self.view = self.view, view
        self.addWidget(view)
        self.setCurrentWidget(view)
        if old is not None:
            self.removeWidget(old)
            old.deleteLater()

    def open_sheet(self, sheet: Sheet) -> None:
        """Over the question, and over no other sheet."""
        self.close_sheet()
        self.sheet = sheet
        sheet.done.connect(self.done)
        self.addWidget(sheet)
        self.setCurrentWidget(sheet)
        self.covered.emit(True)
        sheet.first.setFocus()

    def close_sheet(self) -> None:
        """The question is in sight again."""
        if self.sheet is not None:
            sheet, self.sheet = self.sheet, None
            self.removeWidget(sheet)
            sheet.deleteLater()
            if self.view is not None:
                self.setCurrentWidget(self.view)
            self.covered.emit(False)

    def pick(self, key: str) -> bool:
        """Choose by a letter or a digit; False where it chooses nothing here."""
        if self.sheet is not None or self.view is None or len(key) != 1:
            return False
        if key in _DIGITS:
            self.view.pick(_DIGITS.index(key))
            return True
        if key not in _LETTERS:
            return False
        letters = [choice.key for choice in self.view.choices]
        # True and false are called A and B too.
        self.view.pick(letters.index(key) if key in letters else _LETTERS.index(key))
        return True
