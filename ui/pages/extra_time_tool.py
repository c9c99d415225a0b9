"""Minutes given with the ministry's own tool: only recorded here, by their reference (TIM-14)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.shell import Shell
from ui.widgets.parts import Form, button, flow, label
from ui.widgets.scanner import ScanField


class ToolPanel(QWidget):
    """Whom, how many minutes and why stand above; `wanted` carries the reference."""

    wanted = Signal(str)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        say = shell.say
        self.reference = ScanField()
        self.reference.returnPressed.connect(self._record)
        self._wrong = label(say("extra-time-reference-needed"), "Bad")
        self._wrong.hide()
        self.do = button(shell.look, say("extra-time-tool-do"), self._record, "tool")
        form = Form()
        form.field(say("extra-time-reference"), self.reference)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(label(say("extra-time-tool"), "Strong"))
        outer.addWidget(label(say("extra-time-tool-note"), "Cap"))
        outer.addLayout(form)
        outer.addWidget(self._wrong)
        outer.addWidget(flow(self.do))
        self.hide()

    def _record(self) -> None:
        reference = self.reference.text().strip()
        self._wrong.setVisible(not reference)
        if reference:
            self.wanted.emit(reference)
        else:
            self.reference.setFocus()
