"""Above the question: who answers what, what is kept, and the time left."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.station.answering import Answering
from ui.station.shell import StationShell, clock, span
from ui.widgets.parts import Elided, label
from ui.widgets.pill import Pill

LAST_SECONDS = 15 * 60
"""From here on the time left is red."""


class AnswerHead(QWidget):
    def __init__(self, shell: StationShell, answering: Answering) -> None:
        super().__init__()
        self._shell, self._answering = shell, answering
        say = shell.say
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(Elided(say("station-who", name=answering.name, ticket=answering.ticket), "Strong"))
        self._where = Elided("", "Cap")
        who.addWidget(self._where)
        self._saved = Pill(shell.look, "circle-dashed", say("station-nothing-yet"), "idle")
        self.left = label("", "Left", wrap=False)
        self._caption = label(say("station-left"), "Cap", wrap=False)
        laid = QHBoxLayout(self)
        laid.setContentsMargins(0, 0, 0, 0)
        laid.setSpacing(12)
        laid.addLayout(who, 1)
        laid.addWidget(self._saved, 0, Qt.AlignmentFlag.AlignVCenter)
        laid.addWidget(self._caption)
        laid.addWidget(self.left)
        self.tell_count()
        self.tick()

    @property
    def said(self) -> str:
        """What stands of the last answer."""
        return self._saved.accessibleName()

    def tell_count(self) -> None:
        """How many are answered now."""
        answering = self._answering
        answered, count = answering.answered, len(answering.questions)
        self._where.tell(self._shell.say("station-where", title=answering.title, answered=answered, count=count))

    def saved(self, at: datetime) -> None:
        self._saved.tell("circle-check", self._shell.say("station-saved", at=clock(at)), "ok")

    def typing(self) -> None:
        """Something is written that is not kept yet."""
        self._saved.tell("circle-dashed", self._shell.say("station-not-yet"), "idle")

    def not_saved(self) -> None:
        self._saved.tell("alert-triangle", self._shell.say("station-not-saved"), "bad")

    def tick(self) -> None:
        seconds = self._answering.remaining()
        said = span(seconds)
        last = "true" if seconds <= LAST_SECONDS else "false"
        if self.left.property("last") != last:
            self.left.setProperty("last", last)
            self.left.style().unpolish(self.left)
            self.left.style().polish(self.left)
        self.left.setText(said)
        self.left.setAccessibleName(f"{self._caption.text()} {said}")
