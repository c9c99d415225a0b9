"""The rail (考试日流程): what to do now and the steps of every live session, beside the exam-day pages."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.views.agenda import Lane, Step, StepState
from ui.look import rounded
from ui.shell import PageName, Place, Shell, hour
from ui.widgets.now_bar import ICONS, SHOWN, TONES, lanes, place_of, title, when
from ui.widgets.parts import Elided, button, card, empty, flow, label, line, row, scrolled
from ui.widgets.pill import Pill

STEP = 46
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
        area = scrolled(self._body)
        self._body.setObjectName("Clear")
        area.viewport().setObjectName("Clear")
        inside.addWidget(area, 1)
        self.fit(MIDDLE)
        shell.bridge.changed.connect(self.refresh)
        shell.bridge.session_changed.connect(self.refresh)
        shell.bridge.ticked.connect(self.refresh)
        self.refresh()

    def fit(self, width: int) -> None:
        self.setFixedWidth(width)

    def refresh(self, _facts: object = ()) -> None:
        every = lanes(self._shell)
        chosen = self._shell.bridge.session
        # The session looked at comes first; a third one is left to its tab.
        shown = tuple(sorted(every, key=lambda lane: lane.session != chosen))[:SHOWN]
        state = tuple((lane.session, lane.steps) for lane in shown)
        if state == self._shown:
            return
        self._shown = state
        empty(self._lanes)
        for number, lane in enumerate(shown):
            if number:
                self._lanes.addWidget(line())
            self._lane(lane)
        if not shown:
            self._lanes.addWidget(label(self._shell.say("rail-all-done"), "Sub"))
        self._lanes.addStretch(1)

    def _lane(self, lane: Lane) -> None:
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
        self._lanes.addWidget(Steps(shell, lane))

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
        if step.total > 1:
            who = f"{shell.say('rail-done-of', done=step.done, total=step.total)} · {who}"
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
    """The time line of one lane, painted."""

    def __init__(self, shell: Shell, lane: Lane) -> None:
        super().__init__()
        self._shell, self._lane = shell, lane
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said = "; ".join(f"{shell.word(step.kind)} {shell.word(step.state)}" for step in lane.steps)
        self.setAccessibleName(said)
        self.setToolTip("\n".join(said.split("; ")))

    def sizeHint(self) -> QSize:
        return QSize(200, STEP * len(self._lane.steps))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, STEP * len(self._lane.steps))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, step in enumerate(self._lane.steps):
            self._step(painter, number, step, last=number == len(self._lane.steps) - 1)
        painter.end()

    def _step(self, painter: QPainter, number: int, step: Step, *, last: bool) -> None:
        look, shell = self._shell.look, self._shell
        top = number * STEP
        circle = QRectF(2, top + 3, 22, 22)
        done, current = step.state is StepState.DONE, step == self._lane.current
        if not last:
            painter.setPen(QPen(look.colour("ok" if done else "border2"), 2))
            painter.drawLine(QPointF(13, top + 27), QPointF(13, top + STEP + 2))
        tone = TONES[step.state]
        if done:
            rounded(painter, circle, 11, look.colour("ok"))
            painter.drawPixmap(QPointF(6, top + 7), look.pixmap("check", "surface", 14))
        else:
            # What can be done, or should have been, is filled; what is ahead is a ring.
            ready = step.state in (StepState.NOW, StepState.LATE)
            rounded(painter, circle, 11, look.colour(tone if ready else "surface"), look.colour(tone), 2)
            painter.setFont(look.font(12, bold=True))
            painter.setPen(look.colour("surface" if ready else "text2"))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(number + 1))
        time = hour(step.since)
        painter.setFont(look.font(12))
        room = QFontMetrics(painter.font()).horizontalAdvance(time) + 6 if time else 0
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(look.colour(tone if current else "text2"))
        painter.drawText(QRectF(0, top + 3, self.width(), 22), middle | Qt.AlignmentFlag.AlignRight, time)
        painter.setFont(look.font(13, bold=current))
        painter.setPen(look.colour(tone if current else "text"))
        width = self.width() - 34 - room
        name = QFontMetrics(painter.font()).elidedText(shell.word(step.kind), Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(34, top + 3, width, 22), middle, name)
        painter.setFont(look.font(12))
        painter.setPen(look.colour("text2"))
        notes = [shell.word(step.state)]
        if step.total > 1:
            notes.append(shell.say("rail-done-of", done=step.done, total=step.total))
        small = QFontMetrics(painter.font()).elidedText(
            " · ".join(notes), Qt.TextElideMode.ElideRight, self.width() - 34
        )
        painter.drawText(QRectF(34, top + 23, self.width() - 34, 18), middle, small)
