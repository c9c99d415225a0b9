"""A confirmed attendance entry is put right, with its reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.correction import CorrectAttendance, CorrectionReason
from app.core.room_state import Presence, Sitting
from ui.shell import Shell
from ui.widgets.moment import MomentField
from ui.widgets.parts import Form, button, choice, flow, label
from ui.widgets.person import PersonField

_EITHER = (CorrectionReason.MISHEARD, CorrectionReason.WRONG_TICKET)
REASONS = {
    True: (*_EITHER, CorrectionReason.FOUND_IN_ROOM),
    False: (*_EITHER, CorrectionReason.NEVER_CAME),
}
"""What can be the reason for "present after all", and for "absent after all"."""


class CorrectionForm(QWidget):
    """`corrected` carries the operation, `left` comes with Escape or cancel."""

    corrected = Signal(object)
    left = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._sitting: Sitting | None = None
        self.title = label("", "H2")
        self.reason = choice(())
        self.reason.setPlaceholderText(shell.say("candidates-choose"))
        self.at, self.by = MomentField(shell), PersonField(shell)
        self.said = label(shell.say("candidates-first-reason"), "Bad")
        self.send = button(shell.look, "", self._send, "check", "weak")
        cancel = button(shell.look, shell.say("cancel"), self.left.emit)
        form = Form()
        form.field(shell.say("candidates-reason"), self.reason)
        form.field(shell.say("candidates-found-at"), self.at)
        form.field(shell.say("candidates-by"), self.by)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.title)
        inside.addLayout(form)
        inside.addWidget(self.said)
        inside.addWidget(flow(self.send, cancel))

    def open(self, sitting: Sitting) -> None:
        """Afresh for this candidate: the entry is turned round."""
        self._sitting = sitting
        present = self._present
        words = ("candidates-to-present", "candidates-to-absent")
        said = self._shell.say(words[0]) if present else self._shell.say(words[1])
        self.title.setText(said)
        self.send.setText(said)
        self.send.setAccessibleName(said)
        self.reason.clear()
        for reason in REASONS[present]:
            self.reason.addItem(self._shell.word(reason), reason)
        self.reason.setCurrentIndex(-1)
        self.said.hide()
        self.at.follow()
        self.by.show_room(sitting.room)
        self.show()
        self.reason.setFocus()

    @property
    def _present(self) -> bool:
        """Whether the entry becomes "present"."""
        return self._sitting is not None and self._sitting.presence is Presence.ABSENT

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _send(self) -> None:
        at, reason, here = self.at.value(), self.reason.currentData(), self._sitting
        self.said.setVisible(reason is None)
        if reason is None:
            self.reason.setFocus()
        elif at is None:
            self.at.complain()
        elif here:
            why = CorrectionReason(reason)
            self.corrected.emit(CorrectAttendance(here.session, here.ticket, self._present, why, at, self.by.value()))
