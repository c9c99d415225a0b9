"""The rail (考试日流程): what to do now and the steps of every live session, beside the exam-day pages."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.views import agenda
from app.views.agenda import Lane, Step, StepState
from ui.look import rounded
from ui.shell import PageName, Place, Shell, hour
from ui.widgets.now_bar import ICONS, SHOWN, TONES, how_far, lanes, place_of, since, title, when
from ui.widgets.parts import Elided, button, card, empty, flow, label, line, row, scrolled
from ui.widgets.pill import Pill
from ui.widgets.signals_due import SignalsDue

INDENT, REST = 34, 30
"""Left of a name, and what a step is higher than its name."""
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
WIDE, MIDDLE, NARROW = 320, 276, 248


class Rail(QFrame):
    """Two lanes where two sessions are live; the first thing in each is what to do now."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._shown: tuple[object, ...] = ()
        frame, inside = card(margins=(14, 12, 8, 8))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        inside.addWidget(label(shell.say("rail-title"), "H2"))
        self._body = QWidget()
        self._lanes = QVBoxLayout(self._body)
        self._lanes.setContentsMargins(0, 0, 6, 0)
        self._lanes.setSpacing(8)
        self._signals = SignalsDue(shell)
        inside.addWidget(self._signals)
        inside.addWidget(scrolled(self._body, shell.say("rail-title")), 1)
        self.fit(MIDDLE)
        shell.bridge.changed.connect(self.refresh)
        shell.bridge.session_changed.connect(self.refresh)
        shell.bridge.ticked.connect(self.refresh)
        self.refresh()

    def fit(self, width: int) -> None:
        self.setFixedWidth(width)

    def refresh(self, _facts: object = ()) -> None:
        self._signals.refresh()
        every = lanes(self._shell)
        chosen = self._shell.bridge.session
        # The session looked at comes first; a third one is left to its tab.
        shown = (*self._complete(), *sorted(every, key=lambda lane: lane.session != chosen)[:SHOWN])
        state = tuple((lane.session, lane.steps) for lane in shown)
        if state == self._shown:
            return
        self._shown = state
        empty(self._lanes)
        # What to do now in every lane stands above the first time line: both are in sight in the gap.
        for lane in shown:
            self._head(lane)
        for lane in shown:
            if len(shown) > 1:
                self._lanes.addWidget(line())
                self._lanes.addWidget(Elided(title(self._shell, lane), "Strong"))
            self._lanes.addWidget(Steps(self._shell, lane))
        if not shown:
            self._lanes.addWidget(label(self._shell.say("rail-all-done"), "Sub"))
        self._lanes.addStretch(1)

    def _complete(self) -> tuple[Lane, ...]:
        """The session looked at, once nothing of it is left to do: it is no longer among those that want something."""
        bridge = self._shell.bridge
        if bridge.session is None:
            return ()
        times = bridge.console.actual.of(bridge.session)
        lane = agenda.lane(bridge.site, bridge.rulebook, bridge.session, bridge.now, times)
        return (lane,) if lane.complete else ()

    def _head(self, lane: Lane) -> None:
        shell = self._shell
        done = sum(step.state is StepState.DONE for step in lane.steps)
        count = label(shell.say("rail-done-of", done=done, total=len(lane.steps)), "Cap", wrap=False)
        head = row(Elided(title(shell, lane), "Strong"), count)
        head.setStretch(0, 1)
        self._lanes.addLayout(head)
        step = lane.current
        if step is None:
            self._lanes.addWidget(label(shell.say("rail-complete"), "Sub"))
        else:
            self._lanes.addWidget(self._now(lane, step))

    def _now(self, lane: Lane, step: Step) -> QWidget:
        shell = self._shell
        frame, inside = card(margins=(12, 10, 12, 10))
        inside.setSpacing(5)
        frame.setObjectName("Notice")
        tone = TONES[step.state]
        frame.setProperty("tone", tone)
        word = shell.say("rail-next") if step.state is StepState.AHEAD else shell.word(step.state)
        inside.addWidget(
            flow(Pill(shell.look, ICONS[step.state], word, tone), label(when(shell, step), "Cap", wrap=False))
        )
        inside.addWidget(label(shell.word(step.kind), "H2"))
        who = shell.say("rail-who", roles=step.roles)
        if far := how_far(shell, step):
            who = f"{far} · {who}"
        inside.addWidget(label(who, "Cap"))
        if step.waits_for:
            inside.addWidget(label(shell.say("rail-waits", step=shell.word(step.waits_for)), "Cap"))
        go = button(shell.look, shell.say("rail-go"), lambda: shell.go(place_of(lane, step)), "arrow-right")
        go.setAccessibleDescription(shell.word(step.kind))
        why = Place(PageName.RULEBOOK, clause=step.clause)
        clause = button(shell.look, shell.say("rail-clause"), lambda: shell.go(why), kind="link")
        clause.setAccessibleDescription(shell.word(step.kind))
        inside.addWidget(flow(go, clause))
        return frame


class Steps(QWidget):
    """The time line of one lane, painted; long names take a second line."""

    def __init__(self, shell: Shell, lane: Lane) -> None:
        super().__init__()
        self._shell, self._lane = shell, lane
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        said = [f"{shell.word(step.kind)} {shell.word(step.state)}" for step in lane.steps]
        self.setAccessibleName("; ".join(said))
        self.setToolTip("\n".join(said))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(self._height(step, width) for step in self._lane.steps)

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0
        for number, step in enumerate(self._lane.steps):
            height = self._height(step, self.width())
            self._step(painter, number, step, QRect(0, top, self.width(), height))
            top += height
        painter.end()

    def _height(self, step: Step, width: int) -> int:
        return self._name_height(step, width) + REST

    def _name_height(self, step: Step, width: int) -> int:
        metrics = QFontMetrics(self._shell.look.font(13, bold=step == self._lane.current))
        room = QRect(0, 0, width - INDENT, 400)
        return max(metrics.boundingRect(room, int(WRAPPED), self._shell.word(step.kind)).height(), 18)

    def _step(self, painter: QPainter, number: int, step: Step, place: QRect) -> None:
        look, shell, top = self._shell.look, self._shell, place.y()
        done, current = step.state is StepState.DONE, step == self._lane.current
        if number < len(self._lane.steps) - 1:
            painter.setPen(QPen(look.colour("ok" if done else "border2"), 2))
            painter.drawLine(QPointF(13, top + 27), QPointF(13, top + place.height() + 2))
        self._mark(painter, number, step, QRectF(2, top + 3, 22, 22))
        tone = TONES[step.state]
        painter.setFont(look.font(13, bold=current))
        painter.setPen(look.colour(tone if current else "text"))
        height = self._name_height(step, place.width())
        name = QRectF(INDENT, top + 4, place.width() - INDENT, height)
        painter.drawText(name, int(WRAPPED), shell.word(step.kind))
        painter.setFont(look.font(12))
        painter.setPen(look.colour("text2"))
        actual = shell.say("rail-done-at", time=hour(step.done_at)) if step.done_at else shell.word(step.state)
        notes = [since(step), actual]
        if step.total > 1:
            notes.append(shell.say("rail-done-of", done=step.done, total=step.total))
        said = " · ".join(note for note in notes if note)
        cut = QFontMetrics(painter.font()).elidedText(said, Qt.TextElideMode.ElideRight, place.width() - INDENT)
        small = QRectF(INDENT, top + 4 + height, place.width() - INDENT, 18)
        painter.drawText(small, Qt.AlignmentFlag.AlignVCenter, cut)

    def _mark(self, painter: QPainter, number: int, step: Step, circle: QRectF) -> None:
        """What can be done, or should have been, is filled; what is ahead is a ring."""
        look, tone = self._shell.look, TONES[step.state]
        if step.state is StepState.DONE:
            rounded(painter, circle, 11, look.colour("ok"))
            painter.drawPixmap(circle.topLeft() + QPointF(4, 4), look.pixmap("check", "surface", 14))
            return
        ready = step.state in (StepState.NOW, StepState.LATE)
        rounded(painter, circle, 11, look.colour(tone if ready else "surface"), look.colour(tone), 2)
        painter.setFont(look.font(12, bold=True))
        painter.setPen(look.colour("surface" if ready else "text2"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(number + 1))
