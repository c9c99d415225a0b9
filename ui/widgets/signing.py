"""Signing in place: code and PIN, under the step that asks for it, within a time limit."""

from __future__ import annotations

import math
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer, Signal

from app.trouble import Code, Trouble
from ui.shell import Shell
from ui.widgets.in_place import InPlace
from ui.widgets.parts import entry, label

ADMIN, OFFICE, CHIEF, PIN = "A01", "O01", "C01", "000000"
"""Every practice day has these people, and nothing to protect from them."""
LIMIT_SECONDS = 120
"""A second person who signs later than this signs for something nobody is looking at any more."""


class Signing(InPlace):
    """Asks one person for code and PIN. `signed` carries the Signer; giving up also comes when time is up."""

    signed = Signal(object)

    def __init__(self, shell: Shell, title: str, *, code: str = "", fixed: bool = True, limited: bool = False) -> None:
        super().__init__(shell, title)
        self._waits_until: datetime | None = None
        self.code, self.pin = entry(), entry(secret=True)
        self.code.setText(code)
        self.code.setEnabled(not (code and fixed))
        self._left = LIMIT_SECONDS
        self._clock = label("", "Cap")
        fields = ((shell.say("sign-code"), self.code), (shell.say("sign-pin"), self.pin))
        self.ask(shell.say("sign-confirm"), *fields, beside=(self._clock,))
        if shell.opening.practice is not None:
            self.hint(shell.say("sign-practice", admin=ADMIN, office=OFFICE, chief=CHIEF, pin=PIN))
        # The wait is that person's: another one need not wait.
        self.code.textEdited.connect(self._wait_is_over)
        shell.bridge.ticked.connect(self._show_wait)
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._count)
        if limited:
            self._timer.start()
            self._show_left()

    def start(self) -> None:
        (self.pin if self.code.text() else self.code).setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why this signature does not count, and ask again."""
        self.complain(sentence)
        self.pin.clear()
        (self.code if self.code.isEnabled() else self.pin).setFocus()

    def _confirm(self) -> None:
        if self._waits_until:
            return
        bridge = self._shell.bridge
        answer = bridge.sign(self.code.text(), self.pin.text())
        self.pin.clear()
        if not isinstance(answer, Trouble):
            self.signed.emit(answer)
            return
        self.refuse(self._shell.text.trouble(answer))
        seconds = answer.facts.get("seconds")
        if answer.code is Code.PIN_WAITS and isinstance(seconds, int):
            self._waits_until = bridge.now + timedelta(seconds=seconds)
            self.confirm.setEnabled(False)
            # A PIN typed on meanwhile must not stand in the field that everybody reads.
            self.pin.setFocus()

    def _show_wait(self) -> None:
        """How long still, second by second."""
        if self._waits_until is None:
            return
        left = math.ceil((self._waits_until - self._shell.bridge.now).total_seconds())
        if left > 0:
            self.complain(self._shell.say("trouble-pin-waits", seconds=left))
        else:
            self._wait_is_over()

    def _wait_is_over(self) -> None:
        if self._waits_until:
            self._waits_until = None
            self.confirm.setEnabled(True)
            self.complain("")

    def _count(self) -> None:
        self._left -= 1
        self._show_left()
        if self._left <= 0:
            self._timer.stop()
            self.given_up.emit()

    def _show_left(self) -> None:
        self._clock.setText(self._shell.say("sign-left", seconds=self._left))
