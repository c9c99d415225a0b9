"""A second result of a room: why it comes, asked for one file after the other while the first ones stand."""

from __future__ import annotations

from collections import deque
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.end_state import ResultReason
from app.core.room_result import ResultReasonNeeded
from app.service.room_files import Brought
from ui.shell import Shell
from ui.widgets.parts import Form, button, card, choice, flow, label


class SecondResult(QWidget):
    """`wanted` carries a file and the reason that was chosen, `left` what came of one that is not taken."""

    wanted = Signal(object, object)
    left = Signal(object)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._waiting: deque[tuple[Path, Brought, ResultReasonNeeded]] = deque()
        say, look = shell.say, shell.look
        frame, inside = card(margins=(14, 10, 14, 12))
        self._said = label("", "Strong")
        inside.addWidget(self._said)
        inside.addWidget(label(say("reports-second-note"), "Cap"))
        fields = Form()
        self.why = choice([(None, say("reports-second-choose")), *((one, shell.word(one)) for one in ResultReason)])
        self.why.setMinimumContentsLength(10)
        self.why.currentIndexChanged.connect(self._chosen)
        fields.field(say("reports-second-why"), self.why)
        inside.addLayout(fields)
        self.take = button(look, say("reports-second-take"), self._take, "check")
        inside.addWidget(flow(self.take, button(look, say("reports-second-leave"), self._leave, "x")))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.hide()

    def ask(self, path: Path, brought: Brought, needed: ResultReasonNeeded) -> None:
        """It waits here; other files go on."""
        self._waiting.append((path, brought, needed))
        self._show()

    def taken(self) -> None:
        """The first of them is settled."""
        if self._waiting:
            self._waiting.popleft()
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._waiting))
        self.why.setCurrentIndex(0)
        self._chosen()
        if self._waiting:
            path, _, needed = self._waiting[0]
            said = self._shell.say("reports-second", room=needed.room, version=needed.version, file=path.name)
            self._said.setText(said)
            self.why.setFocus()

    def _chosen(self) -> None:
        self.take.setEnabled(self.why.currentData() is not None)

    def _take(self) -> None:
        if self._waiting:
            self.wanted.emit(self._waiting[0][0], ResultReason(self.why.currentData()))

    def _leave(self) -> None:
        if self._waiting:
            brought = self._waiting[0][1]
            self.taken()
            self.left.emit(brought)
