"""Proving the whole journal from the disk, while the desk stays usable."""

from __future__ import annotations

from collections.abc import Generator

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.service import logbook
from app.trouble import Trouble
from ui.pages.journal_entry import fours
from ui.shell import Shell
from ui.widgets.notice import Notice
from ui.widgets.parts import button, label, row

HEAD_SHOWN = 16


class Proof(QWidget):
    """Out of sight until it is begun. `ended` comes with every end: proved, given up, or trouble."""

    ended = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._steps: Generator[int, None, None] | None = None
        self._proved = 0
        # A child of this widget: it falls silent together with a page that is thrown away.
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._step)
        self.result = Notice(shell.look)
        self._said = label("", "Sub")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(shell.say("journal-verify"))
        self.cancel = button(shell.look, shell.say("journal-verify-cancel"), self._give_up, "x")
        self._under_way = QWidget()
        held = QVBoxLayout(self._under_way)
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(self._said)
        laid = row(self.bar, self.cancel, gap=12)
        laid.setStretch(0, 1)
        held.addLayout(laid)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._under_way)
        outer.addWidget(self.result)
        self._under_way.hide()
        self.hide()

    @property
    def under_way(self) -> bool:
        return self._steps is not None

    def begin(self) -> None:
        self.result.clear()
        self._steps, self._proved = logbook.verify_steps(self._shell.bridge.console), 0
        self._show_progress()
        self._under_way.show()
        self.show()
        self.cancel.setFocus()
        self._turn.start()

    def _step(self) -> None:
        if self._steps is None:
            return
        try:
            self._proved = next(self._steps)
        except StopIteration:
            self._done()
        except Trouble as trouble:
            self._end()
            self.hide()
            self._shell.bridge.tell(trouble)
        else:
            self._show_progress()
            self._turn.start()

    def _show_progress(self) -> None:
        total = self._shell.bridge.console.store.journal.n
        self.bar.setRange(0, total)
        self.bar.setValue(min(self._proved, total))
        self._said.setText(self._shell.say("journal-verifying", done=self._proved, total=total))

    def _done(self) -> None:
        self._end()
        head = self._shell.bridge.console.store.journal.head.hex()[:HEAD_SHOWN]
        shell = self._shell
        sentence = shell.say("journal-verified", entries=self._proved, head=fours(head))
        self.result.tell("ok", sentence, (shell.say("journal-verified-close"), self.hide))

    def _give_up(self) -> None:
        self._end()
        self.result.tell("idle", self._shell.say("journal-verify-stopped", entries=self._proved))

    def _end(self) -> None:
        self._turn.stop()
        self._steps = None
        self._under_way.hide()
        self.ended.emit()
