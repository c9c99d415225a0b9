"""Beside the map: the seat that was chosen, what is open in the room, and what can be done about both."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.core.fault import FaultKind
from app.core.incident import IncidentKind
from app.core.room_state import Sitting
from app.views.candidates import CandidateState, masked
from app.views.seats import SeatCell
from ui.models.candidates import LOOKS
from ui.pages.room_form import StepForm
from ui.pages.room_steps import Steps, Where
from ui.shell import Shell, clock, hour
from ui.widgets.asking import Asking
from ui.widgets.parts import Button, Facts, button, card, empty, flow, label, scrolled
from ui.widgets.pill import Pill

WIDTH = 280
_AROUND = 48
"""Margins of a card and its scroll bar."""
_TAIL = 8
"""The last four of an ID number, and enough before them to see that there is more."""
_TO_ADMIT = frozenset({CandidateState.AWAITED, CandidateState.TURNED_AWAY})


class RoomPanel(QStackedWidget):
    """`left` comes with Escape and after a step: back to the map."""

    left = Signal()

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell = shell
        self._asking = asking
        self._where: Where | None = None
        self._cell: SeatCell | None = None
        self._shown: object = None
        self._open: object = None
        self._ways_out: list[Button] = []
        self.steps = Steps(shell, asking, self._take_form, self._back)
        self.form: StepForm | None = None
        inner = QWidget()
        held = QVBoxLayout(inner)
        held.setContentsMargins(0, 0, 0, 0)
        held.setSpacing(10)
        seat, self._seat = card()
        room, self._room = card()
        held.addWidget(seat)
        held.addWidget(room)
        held.addStretch(1)
        self._fill_seat_card()
        self._fill_room_card()
        self.addWidget(scrolled(inner))

    # The seat

    def _fill_seat_card(self) -> None:
        shell = self._shell
        self._title = label("", "H2", wrap=False)
        self._pill = Pill(shell.look, "circle-dashed", "", "idle")
        self._name = label("", "H2")
        self._facts = Facts()
        self._broken = label("", "Bad")
        self.admit = self._action("room-admit", "door-enter", "primary", self._to_candidate)
        self.correct = self._action("room-correct", "history", "", self._to_candidate)
        self.report = self._action("room-fault", "alert-triangle", "", self._report)
        self.restore = self._action("room-restore-seat", "check", "", self._restore)
        self.write_off = self._action("room-write-off", "ban", "danger", self._write_off)
        self._hint = label(shell.say("room-choose"), "Sub")
        self._seat.addWidget(flow(self._title, self._pill))
        for widget in (self._hint, self._name, self._facts, self._broken):
            self._seat.addWidget(widget)
        self._actions = (self.admit, self.correct, self.restore, self.report, self.write_off)
        for action in self._actions:
            self._seat.addWidget(action)

    def _action(self, text: str, icon: str, kind: str, does: Callable[[Where, SeatCell], None]) -> Button:
        def act() -> None:
            if self._where and self._cell:
                does(self._where, self._cell)

        return button(self._shell.look, self._shell.say(text), act, icon, kind)

    def _to_candidate(self, where: Where, cell: SeatCell) -> None:
        if cell.ticket:
            self.steps.go_to(where, cell.ticket)

    def _report(self, where: Where, cell: SeatCell) -> None:
        self.steps.report_fault(where, cell.seat)

    def _write_off(self, where: Where, cell: SeatCell) -> None:
        if cell.ticket:
            self.steps.write_off(where, cell.ticket)

    def _restore(self, where: Where, cell: SeatCell) -> None:
        faults = [one for one in where.faults(self._shell.bridge.site) if one.seat and int(one.seat) == int(cell.seat)]
        if faults:
            self.steps.close_fault(faults[0].number)

    def show_seat(self, cell: SeatCell | None, sitting: Sitting | None) -> None:
        """None while no seat is chosen."""
        self._cell = cell
        shown = (cell, sitting.entered_at if sitting else None)
        if shown == self._shown:
            return
        self._shown = shown
        shell, state = self._shell, cell.state if cell else None
        self._hint.setVisible(cell is None)
        title = shell.say("room-unseated") if cell else shell.say("room-seat-none")
        self._title.setText(shell.say("room-seat", seat=cell.seat) if cell and cell.seat else title)
        self._pill.setVisible(state is not None)
        if state is not None:
            icon, tone = LOOKS[state]
            self._pill.tell(icon, shell.word(state), tone)
        self._name.setVisible(cell is not None)
        self._name.setText(self._said_name(cell))
        self._facts.setVisible(bool(cell and cell.ticket))
        self._facts.show_facts(self._facts_of(cell, sitting))
        self._broken.setVisible(bool(cell and cell.fault))
        self._broken.setText(shell.say("room-fault-open"))
        self.admit.setVisible(state in _TO_ADMIT)
        self.correct.setVisible(state is not None and state not in _TO_ADMIT)
        self.restore.setVisible(bool(cell and cell.fault))
        self.report.setVisible(bool(cell and cell.seat))
        self.write_off.setVisible(state is CandidateState.PRESENT)

    def _said_name(self, cell: SeatCell | None) -> str:
        if cell is None or not cell.ticket:
            return self._shell.say("room-empty")
        return self._shell.say("room-erased") if cell.name is None else cell.name

    def _facts_of(self, cell: SeatCell | None, sitting: Sitting | None) -> list[tuple[str, str]]:
        if cell is None or cell.ticket is None:
            return []
        shell, person = self._shell, self._shell.bridge.console.directory.candidates.get(cell.ticket)
        facts: list[tuple[str, str]] = [(shell.say("room-ticket"), cell.ticket)]
        if person:
            facts.append((shell.say("room-id"), masked(person.id_number)[-_TAIL:]))
        if sitting and sitting.entered_at:
            facts.append((shell.say("room-entered"), clock(sitting.entered_at)))
        return facts

    # The room

    def _fill_room_card(self) -> None:
        shell, steps = self._shell, self.steps
        self._room.addWidget(label(shell.say("room-this"), "H2"))

        def incident() -> None:
            if self._where:
                steps.open_incident(self._where)

        def fault() -> None:
            if self._where:
                steps.report_fault(self._where, "")

        self.incident = button(shell.look, shell.say("room-incident"), incident)
        self.fault = button(shell.look, shell.say("room-fault-room"), fault)
        self._room.addWidget(flow(self.incident, self.fault))
        self._room.addWidget(label(shell.say("room-open-items"), "Cap"))
        self._items = QVBoxLayout()
        self._items.setSpacing(2)
        self._room.addLayout(self._items)

    def show_room(self, where: Where | None) -> None:
        """Another room takes an open form away; the same one only shows what is open there."""
        if where != self._where:
            self._where = where
            if self.form is not None:
                self._drop_form()
        site = self._shell.bridge.site
        faults = where.faults(site) if where else ()
        incidents = where.incidents(site) if where else ()
        shown = (where, [one.number for one in faults], [one.number for one in incidents])
        if shown == self._open:
            return
        self._open = shown
        empty(self._items)
        self._ways_out = []
        say = self._shell.say
        for fault in faults:
            place = say("room-seat", seat=fault.seat) if fault.seat else say("room-whole")
            self._item(
                say("room-fault-line", number=fault.number, place=place, kind=FaultKind(fault.kind)),
                hour(fault.happened_at),
                say("room-restore-one", number=fault.number),
                partial(self.steps.close_fault, fault.number),
            )
        for incident in incidents:
            self._item(
                say("room-incident-line", number=incident.number, kind=IncidentKind(incident.kind)),
                hour(incident.happened_at),
                say("room-settle-one", number=incident.number),
                partial(self.steps.close_incident, incident.number),
            )
        if not faults and not incidents:
            self._items.addWidget(label(say("room-nothing-open"), "Sub"))

    def _item(self, what: str, since: str, close: str, does: Callable[[], object]) -> None:
        self._items.addWidget(label(self._shell.say("room-since", what=what, time=since)))
        way_out = button(self._shell.look, close, does, kind="link")
        self._ways_out.append(way_out)
        self._items.addWidget(flow(way_out))

    # Forms

    def wanted_width(self) -> int:
        """So that no button is cut, in any language."""
        shown = (*self._actions, self.incident, self.fault, *self._ways_out)
        return max(WIDTH, *(one.sizeHint().width() + _AROUND for one in shown))

    def start(self) -> None:
        """To the first thing that can be done with the seat."""
        if self.form is not None:
            self.form.start()
            return
        first = next((action for action in self._actions if action.isVisible()), None)
        (first or self.incident).setFocus()

    def _take_form(self, form: StepForm) -> None:
        self._asking.clear()
        self._drop_form()
        frame, inside = card()
        inside.addWidget(form)
        around = QWidget()
        top = QVBoxLayout(around)
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(frame)
        top.addStretch(1)
        held = scrolled(around)
        self.form = form
        self.addWidget(held)
        self.setCurrentWidget(held)
        form.start()

    def _drop_form(self) -> None:
        if self.form is None:
            return
        self.form = None
        held = self.widget(1)
        self.removeWidget(held)
        held.deleteLater()

    def _back(self) -> None:
        self._asking.clear()
        self._drop_form()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
