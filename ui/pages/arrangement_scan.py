"""The confirmation sheet: its code against the package in force."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.timestamp import CheckScan
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.notice import Notice
from ui.widgets.parts import Form, button, flow, label
from ui.widgets.scanner import ScanField
from ui.widgets.step_card import StepCard, promote
from ui.widgets.tick import Tick

SHEET = "EXAMSITE1:ARR"
"""What every code of a confirmation sheet begins with."""
_ICON = "qrcode"


class ScanCard(StepCard):
    """The scanner's Enter checks at once; what was typed instead wants another person."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, shell.say("arrangement-scan"))
        self._asking = asking
        self.body.addWidget(label(shell.say("arrangement-scan-how"), "Sub"))
        self.code = ScanField()
        fields = Form()
        fields.field(shell.say("arrangement-code"), self.code)
        self.body.addLayout(fields)
        self.typed = Tick(shell.look, shell.say("arrangement-typed"))
        self.body.addWidget(self.typed)
        self.button = button(shell.look, shell.say("arrangement-check"), self._check, _ICON, "weak")
        actions = [self.button]
        if shell.opening.practice is not None:
            actions.append(button(shell.look, shell.say("arrangement-practice-sheet"), self._practice, "file-text"))
        self.body.addWidget(flow(*actions))
        self.result = Notice(shell.look)
        self.body.addWidget(self.result)
        self.first: QWidget = self.code
        self.code.returnPressed.connect(self._check)
        self.typed.passed.connect(self._check)

    def promote(self, *, on: bool) -> None:
        promote(self._shell.look, self.button, _ICON, on=on)

    def refresh(self) -> None:
        site, say = self._shell.bridge.site, self._shell.say
        there = site.package is not None
        for part in (self.code, self.typed, self.button):
            part.setEnabled(there)
        if site.scan_passed is None:
            self.result.clear()
        elif site.scan_passed:
            self.result.tell("ok", say("arrangement-scan-passed"))
        else:
            self.result.tell("bad", say("arrangement-scan-failed"))

    def check(self, code: str, *, typed: bool = False) -> None:
        """Hold a code against the package; the field is empty again once it passed."""
        self._asking.submit(CheckScan(code, typed), self._shell.say("arrangement-scan-passed"), lambda _: self._clear())

    def _check(self) -> None:
        self.check(self.code.text(), typed=self.typed.on)

    def _practice(self) -> None:
        practice = self._shell.opening.practice
        if practice is not None and self._shell.bridge.site.package is not None:
            self.check(practice.confirmation_code())

    def _clear(self) -> None:
        self.code.clear()
        self.typed.clear()
        self.settled.emit()
