"""What is being done just now, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ui.shell import Shell
from ui.widgets.parts import Elided, button, row


class Working(QWidget):
    """Hidden while nothing is being done."""

    stopped = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._said, self.bar = Elided("", "Cap"), QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = button(shell.look, shell.say("working-stop"), self.stopped.emit, "x")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._said)
        words.addWidget(self.bar)
        laid = row(gap=12)
        laid.setContentsMargins(0, 0, 0, 0)
        laid.addLayout(words, 1)
        laid.addWidget(self.stop)
        self.setLayout(laid)
        self.hide()

    def tell(self, said: str, done: int = 0, total: int = 0, *, stoppable: bool = True) -> None:
        """A `total` of 0 says only that it goes on."""
        self._said.tell(said)
        self.bar.setAccessibleName(said)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.stop.setVisible(stoppable)
        self.show()
