"""Step 3: unlock code, ticket and ID number together open the package, for the first time or after a fault."""

from __future__ import annotations

from app.crypto.codes import Mistyped
from app.station.answering import Answering
from app.station.machine import Package, State
from ui.station.page import StepPage
from ui.station.shell import Stage, StationShell, Step
from ui.widgets.code_entry import CodeEntry
from ui.widgets.parts import Form, button, flow, label
from ui.widgets.scanner import ScanField

_WHAT = {
    State.TAKEN: "station-unlock-what",
    State.OPEN: "station-unlock-again",
    State.HANDED_IN: "station-unlock-handed-in",
}


class UnlockPage(StepPage):
    step = Step.UNLOCK

    def __init__(self, shell: StationShell, package: Package) -> None:
        super().__init__(shell)
        self._package = package
        say = shell.say
        inside = self.body(say("station-unlock"), say("station-unlock-who"))
        inside.addWidget(label(say("station-unlock-package", package=package.name, subject=package.subject), "Strong"))
        inside.addWidget(label(say(_WHAT[package.state])))
        self.code, self.ticket, self.id_number = CodeEntry(shell.look, shell.text), ScanField(), ScanField()
        form = Form()
        form.setVerticalSpacing(6)
        form.field(say("station-unlock-code"), self.code)
        form.field(say("station-ticket"), self.ticket)
        form.field(say("station-id-number"), self.id_number)
        inside.addLayout(form)
        self.open = button(shell.look, say("station-unlock-open"), self.unlock, "lock-open", "primary")
        inside.addWidget(
            flow(self.open, button(shell.look, say("station-check-other"), lambda: shell.go(Stage(Step.TAKE))))
        )
        self.code.complete.connect(self.ticket.setFocus)
        self.ticket.returnPressed.connect(self.id_number.setFocus)
        self.id_number.returnPressed.connect(self.unlock)
        self.first = self.code.edit

    def scanned(self, code: str) -> None:
        """A ticket or an ID card: into the first field that has nothing yet."""
        for field in (self.ticket, self.id_number):
            if not field.text():
                field.setText(code)
                field.setFocus()
                return

    def unlock(self) -> None:
        """With what stands in the fields; where one is empty, go there."""
        if not self.code.ready:
            self.code.complain()
            return
        for field in (self.ticket, self.id_number):
            if not field.text().strip():
                field.setFocus()
                return
        opened = self.attempt(
            lambda: self.shell.station.unlock(
                self._package, self.ticket.text(), self.code.value(), self.id_number.text()
            )
        )
        if isinstance(opened, Mistyped):
            self.code.complain()
        elif isinstance(opened, Answering):
            step = Step.ANSWER if opened.handed is None else Step.HANDED
            self.shell.go(Stage(step, self._package, opened))
