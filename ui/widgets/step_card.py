"""One step of several on a page: its title, its state as a pill, and what it takes to do it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.views.agenda import Step
from ui.look import Look
from ui.shell import Shell, hour
from ui.widgets.now_bar import ICONS, TONES
from ui.widgets.parts import Button, card, label
from ui.widgets.pill import Pill


class StepCard(QWidget):
    """`body` takes what belongs to the step; `settled` says that it was entered."""

    settled = Signal()

    def __init__(self, shell: Shell, title: str) -> None:
        super().__init__()
        self._shell = shell
        frame, self.body = card()
        self.title, self.pill = label(title, "H2"), Pill(shell.look, "circle-dashed", "", "idle")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def tell(self, icon: str, said: str, tone: str) -> None:
        self.pill.show()
        self.pill.tell(icon, said, tone)

    def show_step(self, step: Step) -> None:
        """In the words and colours of the rail."""
        said = self._shell.word(step.state)
        if step.since and ICONS[step.state] == "hourglass":
            said = self._shell.say("rail-at", time=hour(step.since))
        self.tell(ICONS[step.state], said, TONES[step.state])


def promote(look: Look, shown: Button, icon: str, *, on: bool) -> None:
    """The one filled button of a page moves on with its steps."""
    kind = "primary" if on else "weak"
    if shown.property("kind") != kind:
        shown.setProperty("kind", kind)
        shown.setIcon(look.icon(icon, "on_primary" if on else "primary"))
        shown.style().unpolish(shown)
        shown.style().polish(shown)
