"""The consent to extra time, where the rulebook lets somebody decide instead of giving codes (TIM-17)."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.directory import Speaker
from app.core.operation import Signer
from app.core.rulebook import Tier
from app.core.time_state import Application, Means
from app.service.delays import consent
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.moment import MomentField
from ui.widgets.parts import Form, button, choice, entry, flow, label
from ui.widgets.person import PersonField


class ConsentForm(QWidget):
    """Who decided, how and when; one decision covers every application that is shown."""

    recorded = Signal()

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._asked: tuple[Application, ...] = ()
        self._tier = Tier.RESPONSIBLE
        say = shell.say
        self.name, self.office, self.phone = entry(), entry(), entry()
        self.means = choice([(one, shell.word(one)) for one in Means])
        self.given_at, self.told_to = MomentField(shell), PersonField(shell)
        self._wrong = label(say("extra-time-consent-who"), "Bad")
        self._wrong.hide()
        self.do = button(shell.look, say("extra-time-consent"), self._record, "check", "primary")
        form = Form(columns=2)
        form.field(say("extra-time-consent-name"), self.name)
        form.field(say("extra-time-consent-office"), self.office)
        form.field(say("extra-time-consent-phone"), self.phone)
        form.field(say("extra-time-consent-means"), self.means)
        form.field(say("extra-time-given-at"), self.given_at)
        form.field(say("extra-time-heard-by"), self.told_to)
        self.name.returnPressed.connect(self.office.setFocus)
        self.office.returnPressed.connect(self.phone.setFocus)
        self.phone.returnPressed.connect(self.do.setFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(form)
        outer.addWidget(self._wrong)
        outer.addWidget(flow(self.do))
        self.hide()

    def show_asked(self, asked: tuple[Application, ...], tier: Tier) -> None:
        """() hides it."""
        self._asked, self._tier = asked, tier
        self.setVisible(bool(asked))
        self.do.setText(self._shell.say("extra-time-consent-do", tier=tier.value))
        self.do.setAccessibleName(self.do.text())

    def _record(self) -> None:
        at, console = self.given_at.value(), self._shell.bridge.console
        speaker = Speaker(self.name.text().strip(), self.office.text().strip(), self.phone.text().strip())
        self._wrong.setVisible(not (speaker.name and speaker.office))
        if not speaker.name or not speaker.office:
            (self.office if speaker.name else self.name).setFocus()
            return
        if at is None:
            self.given_at.complain()
            return
        means, told_to, tier = Means(self.means.currentData()), self.told_to.value(), self._tier
        left = deque(one.number for one in self._asked)

        def record(*signers: Signer) -> object:
            while left:
                if no := consent(console, left[0], tier, means, speaker, at, told_to, *signers):
                    return no
                left.popleft()
            return None

        self._asking.ask(record, self._shell.say("extra-time-consented", name=speaker.name), self._recorded)

    def _recorded(self, _: object) -> None:
        self.given_at.follow()
        self.recorded.emit()
