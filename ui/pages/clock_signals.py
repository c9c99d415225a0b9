"""考试信号: the bells of the exam office at their unified times, and the reminder in every room by its own end."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.session_state import Bell
from app.core.signals import RecordBell, RecordReminder
from app.views.session_clock import BellLine, BellState, SessionClock
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.shell import Shell, clock, hour
from ui.widgets.asking import Asking
from ui.widgets.moment import MomentField
from ui.widgets.notice import Notice
from ui.widgets.parts import Form, button, flow, label
from ui.widgets.person import PersonField

LOOKS: dict[BellState, tuple[str, str]] = {
    BellState.RUNG: ("check", "ok"),
    BellState.DUE: ("bell", "primary"),
    BellState.MISSED: ("clock-exclamation", "warn"),
    BellState.AHEAD: ("circle-dashed", "text2"),
}
COLUMNS = ("clock-column-bell", "clock-column-at", "clock-column-state", "clock-column-not-theirs")


class Signals(QWidget):
    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._shown: SessionClock | None = None
        say, look = shell.say, shell.look
        self.due = Notice(look)
        model = LinesModel(shell, [say(column) for column in COLUMNS])
        self.table = LinesView(model, say("clock-bells"), wide=(3,))
        self.table.chosen.connect(self._offer)
        self.moment, self.person = MomentField(shell), PersonField(shell)
        fields = Form(columns=2)
        fields.field(say("clock-rung-at"), self.moment)
        fields.field(say("clock-rung-by"), self.person)
        self.ring = button(look, "", self._ring, "bell")
        self.remind = button(look, "", self._remind, "check", "primary")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(self.due)
        outer.addLayout(fields)
        outer.addWidget(flow(self.remind, self.ring))
        outer.addWidget(self.table)
        outer.addWidget(label(say("clock-bells-note"), "Cap"))
        outer.addStretch(1)
        self.first = self.table

    def show_clock(self, shown: SessionClock) -> None:
        before, self._shown = self._shown, shown
        self.table.lines.show_lines([self._line(bell) for bell in shown.bells])
        self.table.fit_height(1, len(shown.bells))
        if before is None or before.session != shown.session or not self.table.chosen_keys():
            waiting = (BellState.DUE, BellState.MISSED, BellState.AHEAD)
            states = [one.state for one in shown.bells]
            self.table.selectRow(next((states.index(state) for state in waiting if state in states), 0))
        self._say_due(shown)
        self._offer()

    def _say_due(self, shown: SessionClock) -> None:
        say, read = self._shell.say, ""
        if rooms := shown.to_remind:
            minutes = self._shell.bridge.rulebook.reminder_before_end.value
            read = say("clock-remind-read", minutes=minutes)
            said, tone = say("clock-remind-due", count=len(rooms), rooms=rooms), "warn"
        elif bell := shown.bell_due:
            said, tone = say("clock-bell-due", bell=self._shell.word(bell.bell), time=hour(bell.at)), "primary"
        else:
            self.due.clear()
            return
        if self.due.isHidden() or self.due.accessibleName() != said:
            self.due.tell(tone, said, note=read)

    def _offer(self) -> None:
        """What can be entered now; a reminder only while a room waits for one."""
        shown, say = self._shown, self._shell.say
        if shown is None:
            return
        line = self._chosen()
        free = line is not None and line.state in (BellState.DUE, BellState.MISSED)
        self.ring.setEnabled(free)
        self.ring.setText(say("clock-ring", bell=self._shell.word(line.bell)) if line else say("clock-bells"))
        self.remind.setEnabled(bool(shown.to_remind))
        self.remind.setVisible(bool(shown.to_remind))
        self.remind.setText(say("clock-remind", count=len(shown.to_remind)))
        for made in (self.ring, self.remind):
            made.setAccessibleName(made.text())

    def _chosen(self) -> BellLine | None:
        keys = self.table.chosen_keys()
        lines = self._shown.bells if self._shown else ()
        return next((line for line in lines if line.bell in keys), None)

    def _line(self, line: BellLine) -> Line:
        say = self._shell.say
        icon, tone = LOOKS[line.state]
        said = self._shell.word(line.state)
        if line.rung_at:
            said = say("clock-rung", time=clock(line.rung_at))
        rooms = say("clock-own-time", rooms=line.not_theirs) if line.not_theirs else say("blank")
        return Line(
            line.bell,
            (
                Cell(self._shell.word(line.bell)),
                Cell(hour(line.at)),
                Cell(said, tone, icon),
                Cell(rooms, "warn" if line.not_theirs else "text2"),
            ),
        )

    def _ring(self) -> None:
        line, shown, at = self._chosen(), self._shown, self.moment.value()
        if at is None:
            self.moment.complain()
        elif line is not None and shown is not None:
            step = RecordBell(shown.session, Bell(line.bell), at, self.person.value())
            said = self._shell.say("clock-rung-said", bell=self._shell.word(line.bell))
            self._asking.submit(step, said, lambda _: self.moment.follow())

    def _remind(self) -> None:
        """All rooms whose reminder is due, in one step; each has its own entry."""
        shown, at = self._shown, self.moment.value()
        if at is None:
            self.moment.complain()
        elif shown is not None:
            rooms = shown.to_remind
            step = RecordReminder(shown.session, rooms, at, self.person.value())
            said = self._shell.say("clock-reminded", count=len(rooms))
            self._asking.submit(step, said, lambda _: self.moment.follow())
