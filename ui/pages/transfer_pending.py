"""Who is on the way between two rooms, and what is recorded of them in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.terms import SessionId, Ticket
from app.views.transfers import Pending, Places, Press, pending
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.transfer_escort import EscortPrinting
from ui.pages.transfer_steps import CallBack, Settle, TakeIn, TransferStep
from ui.shell import Shell, hour
from ui.widgets.asking import Asking
from ui.widgets.moment import MomentField
from ui.widgets.parts import Form, button, card, flow, label, row
from ui.widgets.person import PersonField
from ui.widgets.segments import Segments

LOOKS = {
    Press.UNDER_WAY: ("transfer", "primary"),
    Press.NEAR_END: ("clock-exclamation", "warn"),
    Press.OVERDUE: ("alert-triangle", "bad"),
}
_COLUMNS = (
    "transfers-ticket",
    "transfers-name",
    "transfers-from",
    "transfers-out-at",
    "transfers-since",
    "transfers-state",
)


class PendingCard(QWidget):
    """The most urgent first. Enter goes from the list to the step, a digit chooses the room that takes somebody in."""

    changed = Signal()

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._pending: tuple[Pending, ...] = ()
        self._left: Places = {}
        self._lines: dict[Pending, Line] = {}
        self._of: tuple[SessionId, Ticket] | None = None
        say = shell.say
        self.do = button(shell.look, "", self._record, TakeIn.icon, "primary")
        frame, inside = card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._head, self._nobody = label("", "H2"), label(say("transfers-nobody"), "Sub")
        inside.addWidget(self._head)
        inside.addWidget(self._nobody)
        self.model = LinesModel(shell, [say(name) for name in _COLUMNS])
        self.table = LinesView(self.model, say("transfers-pending"), wide=(5,))
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: self.do.setFocus())
        self.table.installEventFilter(self)
        inside.addWidget(self.table)
        self._form = QWidget()
        inside.addWidget(self._form)
        held = QVBoxLayout(self._form)
        held.setContentsMargins(0, 0, 0, 0)
        self.segments = Segments(say("transfers-steps"))
        self.segments.picked.connect(self.turn)
        held.addLayout(row(self.segments))
        self.take_in, self.call_back, self.settle = TakeIn(shell), CallBack(shell), Settle(shell)
        self._steps: dict[TransferStep, str] = {
            self.take_in: say("transfers-take-in"),
            self.call_back: say("transfers-call-back"),
            self.settle: say("transfers-settle"),
        }
        for step in self._steps:
            step.turned.connect(self._tell)
            held.addWidget(step)
        self.moment, self.person = MomentField(shell), PersonField(shell)
        told = Form(columns=2)
        told.field(say("transfers-when"), self.moment)
        told.field(say("transfers-who"), self.person)
        held.addLayout(told)
        self.moment.edit.returnPressed.connect(self.do.setFocus)
        self._hint = label("", "Cap")
        self.escort = EscortPrinting(shell, asking, self)
        held.addWidget(flow(self.do, self.escort.slip, self.escort.where))
        held.addWidget(self._hint)
        self.step: TransferStep = self.take_in
        self.turn(self.take_in)

    @property
    def busy(self) -> bool:
        """Whether anybody is on the way."""
        return bool(self._pending)

    @property
    def pressed(self) -> bool:
        """Whether it is rather to be said of the chosen one what became of them (OVB-10)."""
        return self.chosen is not None and self.chosen.press is not Press.UNDER_WAY

    @property
    def chosen(self) -> Pending | None:
        keys = self.table.chosen_keys()
        return next((one for one in self._pending if keys and one.ticket == keys[0]), None)

    def choose(self, ticket: Ticket) -> bool:
        """Whether this candidate is on the way: then the step that takes them in is one key away."""
        row_of = {one.ticket: number for number, one in enumerate(self._pending)}
        if ticket not in row_of:
            return False
        self.table.selectRow(row_of[ticket])
        self.turn(self.take_in)
        self.do.setFocus()
        return True

    def turn(self, step: object) -> None:
        """To take in, call back or settle."""
        if isinstance(step, TransferStep):
            self.step = step
            self.segments.offer(list(self._steps.items()), step)
            for one in self._steps:
                one.setVisible(one is step)
            self.do.setIcon(self._shell.look.icon(step.icon, "on_primary"))
            self._tell()

    def look(self, session: SessionId, left: Places) -> None:
        """What is now; what somebody is choosing stays."""
        shell, bridge = self._shell, self._shell.bridge
        before, self._left = self.chosen, left
        self._pending = pending(bridge.site, bridge.rulebook, session, bridge.now)
        for shown, there in ((self._nobody, not self.busy), (self.table, self.busy), (self._form, self.busy)):
            shown.setVisible(there)
        self._head.setText(shell.say("transfers-pending-count", count=len(self._pending)))
        self._lines = {one: self._lines.get(one) or self._line(one) for one in self._pending}
        self.model.show_lines(list(self._lines.values()))
        self.table.fit_height(1, 6)
        if self.busy and self.chosen is None:
            places = [number for number, one in enumerate(self._pending) if before and one.ticket == before.ticket]
            self.table.selectRow(places[0] if places else 0)
        self._choose()

    def _line(self, one: Pending) -> Line:
        shell, (icon, tone) = self._shell, LOOKS[one.press]
        since = shell.say("transfers-minutes", count=one.minutes)
        cells = (
            Cell(one.ticket),
            Cell(self._name(one)),
            Cell(one.out_of, "text2"),
            Cell(hour(one.out_at), "text2"),
            Cell(since, "text" if one.press is Press.UNDER_WAY else tone),
            Cell(shell.word(one.press), tone, icon),
        )
        return Line(one.ticket, cells)

    def _name(self, one: Pending) -> str:
        return self._shell.bridge.console.directory.name(one.ticket) or one.ticket

    def _choose(self) -> None:
        """Another candidate begins afresh; for the same one the choice stays where it can."""
        one = self.chosen
        if one is None:
            return
        of = (one.session, one.ticket)
        same, self._of = of == self._of, of
        if not same:
            self.moment.follow()
        for step in self._steps:
            step.offer(one, self._left, same=same)
        self.escort.look(one)
        self._tell()

    def _tell(self) -> None:
        """The step in words, and whose people speak."""
        one = self.chosen
        if one is None:
            return
        action, hint = self.step.action(one, self._name(one)), self.step.hint(one)
        self.do.setText(action)
        self.do.setAccessibleName(f"{action} {self._name(one)}")
        self.do.setEnabled(self.step.ready)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.person.show_room(self.step.speaks(one))

    def _record(self) -> None:
        one, at = self.chosen, self.moment.value()
        if at is None:
            self.moment.complain()
        elif one is not None:
            operation = self.step.operation(one, at, self.person.value())
            self._asking.submit(operation, self.step.done(one, self._name(one)), lambda _: self._recorded())

    def _recorded(self) -> None:
        self._of = None
        self.changed.emit()
        self.turn(self.settle if self.pressed else self.take_in)
        if self.busy:
            self.table.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A digit in the list chooses the room that takes somebody in."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.text().isdecimal():
            self.turn(self.take_in)
            if self.take_in.take_number(int(event.text())):
                self.do.setFocus()
            return True
        return super().eventFilter(watched, event)
