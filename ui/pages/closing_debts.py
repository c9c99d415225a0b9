"""What is owed after the end, of every session of the day, and the close of the day."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.day_close import CloseDay
from app.core.ledger import session_count
from app.core.terms import RoomId, SessionId
from app.service.gates import at_gate
from app.views.closing_owed import DebtRow
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.closing_words import LOW_ROW, items
from ui.shell import Shell, clock, hour
from ui.widgets.asking import Asking
from ui.widgets.notice import Notice
from ui.widgets.parts import button, card, flow, label, line

_COLUMNS = ("closing-debt-session", "closing-debt-where", "closing-debt-open", "closing-debt-due")


class DebtList(QWidget):
    """`picked` comes when another line is looked at, `entered` when somebody goes on to what is open there."""

    picked = Signal()
    entered = Signal()

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._session: SessionId | None = None
        self._rows: tuple[DebtRow, ...] = ()
        say, look = shell.say, shell.look
        self.model = LinesModel(shell, [say(name) for name in _COLUMNS])
        self.table = LinesView(self.model, say("closing-debts"), wide=(2,))
        self.table.verticalHeader().setDefaultSectionSize(LOW_ROW)
        self.table.chosen.connect(self.picked)
        self.table.opened.connect(lambda _: self.entered.emit())
        self._none = label(say("closing-no-debts"), "Sub")
        self._none.setContentsMargins(14, 8, 14, 8)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        frame, inside = card(margins=(0, 4, 0, 0))
        inside.addWidget(self._none)
        inside.addWidget(self.table, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(frame, 1)
        foot, held = card(margins=(14, 10, 14, 12))
        self.sums = (label(""), label(""))
        for shown in self.sums:
            held.addWidget(shown)
        held.addWidget(line())
        self.close_day = button(look, say("closing-day-close"), self._close_day, "flag")
        self.said = label("", "Cap")
        self.closed = Notice(look)
        held.addWidget(flow(self.close_day))
        held.addWidget(self.said)
        held.addWidget(self.closed)
        outer.addWidget(foot)
        self.first: QWidget = self.table

    @property
    def row(self) -> DebtRow | None:
        keys = self.table.chosen_keys()
        return next((one for one in self._rows if keys and _key(one) == keys[0]), None)

    def look(self, session: SessionId, rows: tuple[DebtRow, ...]) -> None:
        before = self.table.chosen_keys()
        self._session, self._rows = session, rows
        with QSignalBlocker(self.table):
            self.model.show_lines([self._line(one) for one in rows])
            if (rows and self.table.chosen_keys() != before) or not self.table.chosen_keys():
                self.table.selectRow(next((n for n, one in enumerate(rows) if (_key(one),) == before), 0))
        self._none.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self._sum(session)
        self._tell_day(session)

    def choose(self, session: SessionId, room: RoomId) -> None:
        number = next((n for n, one in enumerate(self._rows) if _key(one) == (session, room)), None)
        if number is not None:
            self.table.selectRow(number)

    def _line(self, one: DebtRow) -> Line:
        shell = self._shell
        where = shell.say("room-name", room=one.room) if one.room else shell.say("closing-whole-session")
        left = shell.say("closing-going-on") if one.going_on else items(shell, one.open)
        tone, icon = ("bad", "alert-triangle") if one.late else ("text2", "") if one.going_on else ("warn", "hourglass")
        due = Cell(shell.say("closing-late", time=hour(one.due)), "bad", "clock-exclamation")
        if not one.late:
            due = Cell(hour(one.due), "text2")
        return Line(
            _key(one),
            (Cell(one.session, "text2", full=shell.session(one.session)), Cell(where), Cell(left, tone, icon), due),
        )

    def _sum(self, session: SessionId) -> None:
        shell = self._shell
        total = session_count(shell.bridge.site.sessions[session])
        people = shell.say(
            "closing-people",
            arranged=total.arranged,
            taken_in=total.transferred_in,
            out=total.transferred_out,
            present=total.present,
            absent=total.absent,
            awaited=total.awaited + total.pending,
            fits="yes" if total.attendance_balances else "no",
        )
        answers = shell.say(
            "closing-answers",
            collected=total.collected,
            written_off=total.written_off,
            never=total.never_logged_in,
            present=total.present,
            fits="yes" if total.answers_balance else "no",
            missing=total.present - total.collected - total.written_off - total.never_logged_in,
        )
        for shown, said in zip(self.sums, (people, answers), strict=True):
            if shown.text() != said:
                shown.setText(said)

    def _tell_day(self, session: SessionId) -> None:
        shell, site = self._shell, self._shell.bridge.site
        day = site.sessions[session].plan.starts_at.date()
        closed = site.closed_days.get(day)
        self.close_day.setVisible(closed is None)
        self.said.setVisible(closed is None)
        self.close_day.lead(shell.look, "flag", leads=not self._rows)
        said = shell.say("closing-day-note", day=day) if self._rows else shell.say("closing-day-ready", day=day)
        self.said.setText(said)
        if closed is None:
            self.closed.clear()
        elif self.closed.isHidden():
            self.closed.tell("ok", shell.say("closing-day-closed", day=day, time=clock(closed)))

    def _close_day(self) -> None:
        shell, console = self._shell, self._shell.bridge.console
        if self._session is not None:
            operation = CloseDay(shell.bridge.site.sessions[self._session].plan.starts_at.date())
            said = shell.say("closing-day-done", day=operation.day)
            self._asking.ask(lambda *signers: at_gate(console, operation, *signers), said, lambda _: self.picked.emit())


def _key(one: DebtRow) -> tuple[SessionId, RoomId]:
    return one.session, one.room
