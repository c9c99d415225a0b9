"""Site time confirmed (核对考点时间): two persons read an outside clock after every start of the machine."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.clock import TimeFarOff
from app.core.operation import Refusal, Signer
from app.service import site_time
from app.service.clock import DrivenClock, Moment
from ui.shell import Shell, clock
from ui.widgets.asking import Asking
from ui.widgets.moment import typed_time
from ui.widgets.parts import Form, button, flow, label
from ui.widgets.scanner import ScanField
from ui.widgets.tick import Tick


class ConfirmTime(QWidget):
    """Asked for at the moment when the outside clock shows what was typed; signing may take longer."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self.day, self.time = ScanField(), ScanField()
        fields = Form(columns=2)
        fields.field(shell.say("clock-outside-day"), self.day)
        fields.field(shell.say("clock-outside-time"), self.time)
        self.confirm = button(shell.look, shell.say("clock-confirm"), self._confirm, "check", "primary")
        self.again = Tick(shell.look, shell.say("clock-confirm-again"))
        self.again.hide()
        self._said = label("", "Bad")
        self._said.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addWidget(label(shell.say("clock-confirm-how"), "Sub"))
        outer.addLayout(fields)
        outer.addWidget(self._said)
        outer.addWidget(self.again)
        outer.addWidget(flow(self.confirm))
        self.time.returnPressed.connect(self._confirm)
        self.day.returnPressed.connect(self.time.setFocus)
        self.setHidden(isinstance(shell.bridge.console.clock, DrivenClock))

    def propose(self, at: datetime) -> None:
        """The day as the machine has it; the time is read off the outside clock."""
        if not self.day.text():
            self.day.setText(at.date().isoformat())

    def _confirm(self) -> None:
        shell, console = self._shell, self._shell.bridge.console
        read_at: Moment = console.clock.moment()
        outside = _typed(self.day.text(), self.time.text(), read_at)
        self._said.setHidden(outside is not None)
        if outside is None:
            self._said.setText(shell.say("clock-outside-wrong"))
            self.time.setFocus()
            return

        far = self.again.isVisible() and self.again.on

        def confirm(*signers: Signer) -> Refusal | None:
            refusal = site_time.confirm(console, outside, read_at, *signers, far=far)
            self.again.setVisible(far or isinstance(refusal, TimeFarOff))
            return refusal

        self._asking.ask(confirm, shell.say("clock-confirmed", time=clock(outside)), lambda _: self._done())

    def _done(self) -> None:
        self.time.clear()
        self.again.clear()
        self.again.hide()


def _typed(day: str, at: str, read_at: Moment) -> datetime | None:
    """None where either is not what it should be."""
    time = typed_time(at)
    try:
        return datetime.combine(date.fromisoformat(day.strip()), time, read_at.at.tzinfo) if time else None
    except ValueError:
        return None
