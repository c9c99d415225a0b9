"""Who was let in last, with the seat in large figures; and what to do where there is none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.transfer import TransferOut
from app.service.seating import Arrival
from app.views.transfers import receivers
from ui.shell import Shell
from ui.widgets.notice import Notice
from ui.widgets.parts import button, label

_FIGURE = 56
"""Pixels: read across a desk."""


class Arrived(QWidget):
    """`sent` carries the operation that sends somebody on to another room."""

    sent = Signal(object, str)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.arrival: Arrival | None = None
        self._title = label(shell.say("candidates-in-last"), "Cap")
        self._name, self._ticket = label("", "H2"), label("", "Strong")
        self._caption, self.seat = label("", "Sub"), label("", wrap=False)
        self.seat.setStyleSheet(f"font-size: {_FIGURE}px; font-weight: 700;")
        self.note = Notice(shell.look)
        self.send = button(shell.look, shell.say("candidates-send-on"), self._send, "arrows-exchange", "primary")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        for part in (self._title, self._name, self._ticket, self._caption, self.seat, self.note, self.send):
            inside.addWidget(part)
        self.hide()

    def show_arrival(self, arrival: Arrival, name: str) -> None:
        say = self._shell.say
        self.arrival = arrival
        self._name.setText(name)
        self._ticket.setText(arrival.ticket)
        self._caption.setText(say("candidates-seat-in", room=arrival.room))
        seat = arrival.seat or ""
        self.seat.setVisible(bool(seat))
        self._caption.setVisible(bool(seat))
        self.seat.setText(seat)
        self.seat.setAccessibleName(say("room-seat", seat=seat) if seat else "")
        self.send.setVisible(arrival.full)
        if arrival.full:
            self.note.tell("bad", say("candidates-full", room=arrival.room))
        elif arrival.no is not None:
            self.note.tell("bad", self._shell.text.refusal(arrival.no))
        elif arrival.slips and not seat:
            self.note.tell("primary", say("candidates-next-slip", room=arrival.room))
        else:
            self.note.clear()
        self.show()

    def sent_on(self) -> None:
        """The candidate is on the way to another room now: the one that is suggested first (OVB-09)."""
        self.send.hide()
        arrived, site, say = self.arrival, self._shell.bridge.site, self._shell.say
        found = receivers(site, arrived.session, arrived.room) if arrived else ()
        if found:
            self.note.tell("ok", say("candidates-sent-on-to", room=found[0].room, places=found[0].places))
        else:
            self.note.tell("warn", say("candidates-sent-on"))

    def clear(self) -> None:
        self.arrival = None
        self.hide()

    def _send(self) -> None:
        arrived, bridge = self.arrival, self._shell.bridge
        if arrived is None:
            return
        by = bridge.operator.id if bridge.operator else arrived.reported_by
        step = TransferOut(arrived.session, arrived.ticket, bridge.now, by)
        self.sent.emit(step, self._shell.say("room-out-said", ticket=arrived.ticket))
