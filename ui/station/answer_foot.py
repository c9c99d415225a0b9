"""Below the question: the next one, the one before, and what else the candidate does."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.station.shell import StationShell
from ui.widgets.parts import Button, button, flow


class AnswerFoot(QWidget):
    """`stepped` carries 1 or -1. Every button says its key."""

    stepped = Signal(int)
    marked = Signal()
    calculated = Signal()
    handed_in = Signal()

    def __init__(self, shell: StationShell, *, calculator: bool) -> None:
        super().__init__()
        self._shell = shell
        say, look = shell.say, shell.look
        self._before = button(look, "", lambda: self.stepped.emit(-1), "arrow-back-up")
        self._after = button(look, "", lambda: self.stepped.emit(1), "arrow-right", "primary")
        self._mark = button(look, "", self.marked.emit, "flag")
        hand = button(look, "", self.handed_in.emit, "check")
        _call(self._before, say("station-previous"), "PgUp")
        _call(self._after, say("station-next"), "PgDown")
        _call(hand, say("station-hand-in"), "F10")
        self.tell_mark(on=False)
        sums = [button(look, "", self.calculated.emit, "list-details")] if calculator else []
        for one in sums:
            _call(one, say("station-sum"), "F7")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(flow(self._before, self._after, self._mark, *sums, hand))
        for key, by in (("PgUp", -1), ("PgDown", 1), ("Ctrl+Left", -1), ("Ctrl+Right", 1)):
            QShortcut(QKeySequence(key), self).activated.connect(partial(self.stepped.emit, by))

    def tell_place(self, place: int, count: int) -> None:
        """Which of how many is shown, counted from 0."""
        self._before.setEnabled(place > 0)
        self._after.setEnabled(place < count - 1)

    def tell_mark(self, *, on: bool) -> None:
        """Whether the question that is shown is marked."""
        say = self._shell.say
        _call(self._mark, say("station-unmark") if on else say("station-mark"), "F6")

    def lead(self, *, on: bool) -> None:
        """The next question is the one filled button, as long as nothing else is asked."""
        self._after.lead(self._shell.look, "arrow-right", leads=on)


def _call(one: Button, words: str, key: str) -> None:
    one.setText(f"{words}  {key}")
    one.setAccessibleName(words)
