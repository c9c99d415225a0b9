"""Signing in place: code and PIN, under the step that asks for it, within a time limit."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.trouble import Trouble
from ui.shell import Shell
from ui.widgets.parts import Form, button, entry, flow, label

ADMIN, OFFICE, CHIEF, PIN = "A01", "O01", "C01", "000000"
"""Every practice day has these people, and nothing to protect from them."""
LIMIT_SECONDS = 120
"""A second person who signs later than this signs for something nobody is looking at any more."""


class Signing(QWidget):
    """Asks one person for code and PIN. `signed` carries the Signer, `given_up` comes on cancel, or when time is up."""

    signed = Signal(object)
    given_up = Signal()

    def __init__(self, shell: Shell, title: str, *, code: str = "", fixed: bool = True, limited: bool = False) -> None:
        super().__init__()
        self._shell = shell
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addWidget(label(title, "Strong"))
        self.code, self.pin = entry(), entry(secret=True)
        self.code.setText(code)
        self.code.setEnabled(not (code and fixed))
        fields = Form(columns=2)
        fields.field(shell.say("sign-code"), self.code)
        fields.field(shell.say("sign-pin"), self.pin)
        side = QHBoxLayout()
        side.addLayout(fields, 3)
        side.addStretch(2)
        outer.addLayout(side)
        self._said = QLabel()
        self._said.setObjectName("Bad")
        self._said.setWordWrap(True)
        self._said.hide()
        outer.addWidget(self._said)
        self._left = LIMIT_SECONDS
        self._clock = label("", "Cap")
        confirm = button(shell.look, shell.say("sign-confirm"), self._confirm, "check", "primary")
        cancel = button(shell.look, shell.say("cancel"), self.given_up.emit)
        outer.addWidget(flow(confirm, cancel, self._clock))
        if shell.opening.practice is not None:
            hint = shell.say("sign-practice", admin=ADMIN, office=OFFICE, chief=CHIEF, pin=PIN)
            outer.addWidget(label(hint, "Cap"))
        self.code.returnPressed.connect(self.pin.setFocus)
        self.pin.returnPressed.connect(self._confirm)
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._count)
        if limited:
            self._timer.start()
            self._show_left()

    def start(self) -> None:
        (self.pin if self.code.text() else self.code).setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why this signature does not count, and ask again."""
        self._said.setText(sentence)
        self._said.show()
        self.pin.clear()
        (self.code if self.code.isEnabled() else self.pin).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _confirm(self) -> None:
        answer = self._shell.bridge.sign(self.code.text(), self.pin.text())
        self.pin.clear()
        if isinstance(answer, Trouble):
            self.refuse(self._shell.text.trouble(answer))
        else:
            self.signed.emit(answer)

    def _count(self) -> None:
        self._left -= 1
        self._show_left()
        if self._left <= 0:
            self._timer.stop()
            self.given_up.emit()

    def _show_left(self) -> None:
        self._clock.setText(self._shell.say("sign-left", seconds=self._left))
