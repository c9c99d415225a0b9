"""The consent to extra time, where the rulebook lets somebody decide instead of giving codes (TIM-17)."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.operation import Signer
from app.core.rulebook import Tier
from app.core.time_state import Application
from app.service.delays import consent
from ui.pages.spoken_for import SpokenFor
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import button, flow


class ConsentForm(QWidget):
    """One decision covers every application that is shown."""

    recorded = Signal()

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._asked: tuple[Application, ...] = ()
        self._tier = Tier.RESPONSIBLE
        self._of: object = None
        self.do = button(shell.look, shell.say("consent-do"), self._record, "check", "primary")
        self.spoken = SpokenFor(shell, self.do)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.spoken)
        outer.addWidget(flow(self.do))
        self.hide()

    def show_asked(self, asked: tuple[Application, ...], tier: Tier) -> None:
        """() hides it; what somebody is typing stays as long as it is about the same."""
        self._asked, self._tier = asked, tier
        self.setVisible(bool(asked))
        of = (tuple(one.number for one in asked), tier)
        if asked and of != self._of:
            self._of = of
            self.spoken.remember(tier)
            self.do.setText(self._shell.say("extra-time-consent-do", tier=tier.value))
            self.do.setAccessibleName(self.do.text())

    def _record(self) -> None:
        agreed, console, tier = self.spoken.value(), self._shell.bridge.console, self._tier
        if agreed is None:
            return
        left = deque(one.number for one in self._asked)
        given = (tier, agreed.means, agreed.speaker, agreed.at, agreed.told_to)

        def record(*signers: Signer) -> object:
            while left:
                if no := consent(console, left[0], *given, *signers):
                    return no
                left.popleft()
            return None

        self._asking.ask(record, self._shell.say("consent-done"), lambda _: self.recorded.emit())
