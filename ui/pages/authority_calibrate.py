"""校时: what the calibration site showed for one lock."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.calibration import RecordCalibration
from app.core.terms import LockSerial
from ui.pages.authority_today import TodayField
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import Form, button, flow, label
from ui.widgets.scanner import ScanField

_SECONDS = re.compile(r"[+-]?[0-9]{1,5}")
_PRACTICE = "0"
"""What the calibration site of a practice day shows."""


class CalibrateForm(QWidget):
    """`settled` comes once it is entered."""

    settled = Signal()

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._serial: LockSerial | None = None
        say = shell.say
        self.offset, self.at = ScanField(), TodayField(shell)
        self.offset.returnPressed.connect(self.enter)
        self.at.edit.returnPressed.connect(self.enter)
        fields = Form(columns=2)
        fields.field(say("authority-offset"), self.offset)
        fields.field(say("authority-calibrated-at"), self.at)
        self._said = label(say("authority-offset-wrong"), "Bad")
        self.send = button(shell.look, say("authority-calibrate"), self.enter, "clock", "weak")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addLayout(fields)
        outer.addWidget(self._said)
        outer.addWidget(label(say("authority-offset-how"), "Cap"))
        outer.addWidget(flow(self.send))
        self._said.hide()
        self.offset.textEdited.connect(lambda _: self._said.hide())
        self.setFocusProxy(self.offset)

    def show_lock(self, serial: LockSerial) -> None:
        if serial != self._serial:
            self._serial = serial
            self.reset()

    def reset(self) -> None:
        self.offset.setText(_PRACTICE if self._shell.opening.practice is not None else "")
        self.offset.selectAll()
        self._said.hide()
        self.at.follow()

    @property
    def touched(self) -> bool:
        """Somebody is at it."""
        return self.offset.isModified() or self.at.edit.isModified()

    def enter(self) -> None:
        typed = unicodedata.normalize("NFKC", self.offset.text()).strip()
        at = self.at.value()
        if not _SECONDS.fullmatch(typed):
            self._said.show()
            self.offset.setFocus()
            self.offset.selectAll()
        elif at is None:
            self.at.complain()
        elif self._serial is not None:
            self._asking.submit(
                RecordCalibration(self._serial, at, int(typed)),
                self._shell.say("authority-calibrated-toast", serial=self._serial),
                lambda _: self._entered(),
            )

    def _entered(self) -> None:
        self.reset()
        self.settled.emit()
