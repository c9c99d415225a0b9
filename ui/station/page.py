"""What every step is: its place among the steps, what to do now and who does it, and where a no is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from app.trouble import Trouble
from ui.look import rounded
from ui.station.shell import Stage, StationShell, Step
from ui.widgets.notice import Notice
from ui.widgets.parts import card, label, row, scrolled
from ui.widgets.sight import Sight

Made = TypeVar("Made")
_NAMES = {
    Step.REGISTER: "station-step-register",
    Step.TAKE: "station-step-take",
    Step.UNLOCK: "station-step-unlock",
    Step.ANSWER: "station-step-answer",
    Step.HANDED: "station-step-hand-in",
}
_WIDEST = 860


class StepBar(QWidget):
    """The five steps side by side, the present one filled."""

    def __init__(self, shell: StationShell, step: Step) -> None:
        super().__init__()
        self._look, self._step = shell.look, step
        self._words = [shell.say(_NAMES[one]) for one in Step]
        self.setAccessibleName(
            shell.say("station-step", number=int(step), count=len(Step), name=self._words[int(step) - 1])
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(480, 34)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        wide = self.width() / len(self._words)
        for number, words in enumerate(self._words, 1):
            box = QRectF((number - 1) * wide, 2, wide - 6, self.height() - 4)
            here, done = number == self._step, number < self._step
            ground, ink = ("primary", "on_primary") if here else ("ok_weak", "ok") if done else ("idle_weak", "idle")
            rounded(painter, box, 6, look.colour(ground))
            painter.setFont(look.font(14, bold=here))
            painter.setPen(look.colour(ink))
            said = QFontMetrics(painter.font()).elidedText(
                f"{number}  {words}", Qt.TextElideMode.ElideRight, int(box.width()) - 12
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, said)
        painter.end()


class StepPage(QWidget):
    """`first` gets the focus. A page that shows time is told every second."""

    step: Step

    def __init__(self, shell: StationShell) -> None:
        super().__init__()
        self.shell = shell
        self.setObjectName("Page")
        self.first: QWidget = self
        self.notice = Notice(shell.look)
        self._sight = Sight(self)

    def head(self) -> QWidget:
        """What stands at the top of the window beside its menu."""
        return StepBar(self.shell, self.step)

    def offered(self) -> list[QAction]:
        """What this step adds to the menu."""
        return []

    def tick(self) -> None:
        """A second has passed."""

    def scanned(self, code: str) -> None:
        """A code came from a scanner while no field was in use."""

    def leave(self) -> None:
        """Keep what is not kept yet: this page goes."""

    def may_close(self) -> bool:
        """Whether the window may close now; where not, the page asks."""
        return True

    def stage(self, stage: Stage) -> Stage:
        """Where to stand when everything is built anew."""
        return stage

    def body(self, title: str, who: str) -> QBoxLayout:
        """One card in the middle: the title, and who does what is to be done. What follows goes below."""
        frame, inside = card(margins=(28, 16, 28, 18))
        inside.setSpacing(10)
        frame.setMaximumWidth(_WIDEST)
        inside.addWidget(label(title, "H1"))
        inside.addWidget(label(who, "Sub"))
        inside.addWidget(self.notice)
        inner = QWidget()
        held = QVBoxLayout(inner)
        held.setContentsMargins(24, 8, 24, 10)
        middle = row(None, frame, None, gap=0)
        middle.setStretch(1, 1000)
        held.addLayout(middle)
        held.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner, title))
        return inside

    def attempt(self, action: Callable[[], Made]) -> Made | None:
        """What came of it; None where the world said no, which is then said at the top."""
        self.notice.clear()
        try:
            return action()
        except Trouble as trouble:
            self.refuse(self.shell.text.trouble(trouble))
            return None

    def refuse(self, sentence: str) -> None:
        self.notice.tell("bad", sentence)
        self._sight.bring(self.notice)

    def told(self, sentence: str, note: str = "") -> None:
        self.notice.tell("ok", sentence, note=note)
        self._sight.bring(self.notice)

    def folder(self, title: str) -> Path | None:
        """Where to write, as somebody chose it."""
        chosen = QFileDialog.getExistingDirectory(self, title)
        return Path(chosen) if chosen else None
