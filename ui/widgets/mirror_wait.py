"""A gate waits for the mirror: wait until it caught up and ask again, or go on without it for a reason (DAT-16)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.mirror import MirrorBehind
from app.core.safe_state import WaiverReason
from ui.shell import Shell
from ui.widgets.parts import Form, button, choice, flow, label


class MirrorWait(QWidget):
    """Nothing happens by itself: once the mirror caught up, it says so."""

    given_up = Signal()
    chosen = Signal(object)
    """Go on without it, for this WaiverReason."""

    def __init__(self, shell: Shell, refusal: MirrorBehind) -> None:
        super().__init__()
        self._shell = shell
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        self.said = label(shell.text.refusal(refusal))
        outer.addWidget(self.said)
        site = shell.bridge.site
        documents = site.package.rulebook.documents if site.package else ()
        outer.addWidget(label(shell.text.basis(refusal, documents), "Cap"))
        self.reason = choice([(one, shell.word(one)) for one in WaiverReason])
        fields = Form()
        fields.setContentsMargins(0, 0, 0, 0)
        fields.field(shell.say("mirror-reason"), self.reason)
        self._fields = QWidget()
        self._fields.setLayout(fields)
        outer.addWidget(self._fields)
        self.wait = button(shell.look, shell.say("mirror-wait"), self._wait, "hourglass", "primary")
        self.go_on = button(shell.look, shell.say("mirror-go-on"), self._go_on, "alert-triangle", "danger")
        outer.addWidget(flow(self.wait, self.go_on))
        shell.bridge.mirror.moved.connect(self._moved)

    def start(self) -> None:
        self.wait.setFocus()

    def _moved(self) -> None:
        """Said where somebody waits for it."""
        mirror = self._shell.bridge.site.safe.mirror
        if self._shell.bridge.mirror.lag or (mirror and mirror.out):
            return
        self.said.setText(self._shell.say("mirror-caught-up"))
        self._fields.hide()
        self.go_on.hide()
        self.wait.hide()

    def _wait(self) -> None:
        """The form steps back to the sentence alone, which changes once the mirror caught up."""
        self._fields.hide()
        self.go_on.hide()
        self.wait.setEnabled(False)
        self._shell.bridge.mirror.look()

    def _go_on(self) -> None:
        self.chosen.emit(self.reason.currentData())
