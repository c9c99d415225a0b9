"""Beside the map: the seat that was chosen, the room, and the form of a step while one is taken."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.core.room_state import RoomSession
from app.views.seats import SeatCell
from ui.pages.room_card import RoomCard
from ui.pages.room_form import StepForm
from ui.pages.room_leaving import LeavingSteps
from ui.pages.room_logins import LoginSteps
from ui.pages.room_seat_card import Doing, SeatCard
from ui.pages.room_seats import SeatSteps
from ui.pages.room_steps import Steps, Where
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import card, scrolled

WIDTH = 280
_AROUND = 48
"""Margins of a card and its scroll bar."""


class RoomPanel(QStackedWidget):
    """`left` comes with Escape and after a step: back to the map. `unfolded`: other buttons show than before."""

    left = Signal()
    unfolded = Signal()

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._asking = asking
        self._where: Where | None = None
        given = (shell, asking, self._take_form, self._back)
        self.steps = Steps(*given)
        self.doing = doing = Doing(self.steps, SeatSteps(*given), LoginSteps(*given), LeavingSteps(*given))
        self.form: StepForm | None = None
        self.seat, self.room = SeatCard(shell, asking, doing), RoomCard(shell, asking, doing)
        for part in (self.seat, self.room):
            part.offers.unfolded.connect(self.unfolded)
        inner = QWidget()
        held = QVBoxLayout(inner)
        held.setContentsMargins(0, 0, 0, 0)
        held.setSpacing(10)
        for part in (self.seat, self.room):
            frame, inside = card()
            inside.addWidget(part)
            held.addWidget(frame)
        held.addStretch(1)
        self.addWidget(scrolled(inner))

    def show_room(self, where: Where, cell: SeatCell | None, room: RoomSession | None) -> None:
        """Another room takes an open form away."""
        if where != self._where:
            self._where = where
            self._drop_form()
        self.seat.show_seat(where, cell, room)
        self.room.show_room(where, room)

    def wanted_width(self) -> int:
        """So that no button is cut, in any language."""
        shown = (*self.seat.offers.shown, *self.room.buttons)
        return max(WIDTH, *(one.sizeHint().width() + _AROUND for one in shown))

    def start(self) -> None:
        """To the first thing that can be done with the seat."""
        if self.form is not None:
            self.form.start()
        else:
            (self.seat.offers.first() or self.room.incident).setFocus()

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
