"""启用: a calibrated lock, plugged in, proves itself with its PIN, is bound to its room and leaves with somebody."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.calibration import TakeIntoUse
from app.core.terms import LockSerial, RoomId
from app.service import locks
from devices.protocols import Lock
from ui.pages.authority_pin import LockPin
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import button, choice, flow
from ui.widgets.person import PersonField


class UseForm(QWidget):
    """`settled` comes once it is entered."""

    settled = Signal()

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._wanted: TakeIntoUse | None = None
        self._serial: LockSerial | None = None
        say = shell.say
        self.room, self.holder = choice(()), PersonField(shell)
        self.pin = LockPin(shell, (say("authority-room"), self.room), (say("authority-holder"), self.holder))
        self.send = button(shell.look, say("authority-use"), self.enter, "check", "weak")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addWidget(self.pin)
        outer.addWidget(flow(self.send))
        self.pin.wanted.connect(self.enter)
        self.pin.opened.connect(self._prove)
        self.pin.changed.connect(lambda: self.send.setEnabled(self.pin.ready))
        self.room.currentIndexChanged.connect(lambda _: self._propose())
        self.setFocusProxy(self.pin)

    @property
    def touched(self) -> bool:
        """Somebody is at it."""
        return self.pin.pin.isModified() or not self.pin.ready

    def show_lock(self, serial: LockSerial, room: RoomId | None, free: tuple[RoomId, ...]) -> None:
        """`room` is the lock's own; a spare one is offered the rooms that are `free`."""
        offered = (room,) if room else free
        if (serial, offered) == (self._serial, self._rooms):
            return
        self._serial = serial
        self.room.clear()
        for one in offered:
            self.room.addItem(self._shell.say("room-name", room=one), one)
        self.room.setEnabled(len(offered) > 1)
        self._propose()
        self.pin.show_lock(serial)
        self.send.setEnabled(self.pin.ready)

    @property
    def _rooms(self) -> tuple[object, ...]:
        return tuple(self.room.itemData(number) for number in range(self.room.count()))

    def _propose(self) -> None:
        room = self.room.currentData()
        self.holder.show_room(RoomId(room) if isinstance(room, str) else None)

    def enter(self) -> None:
        """What would be refused anyway is refused before the PIN is tried."""
        room = self.room.currentData()
        if self._serial is None or not isinstance(room, str) or not self.pin.ready:
            return
        wanted = TakeIntoUse(self._serial, RoomId(room), self.holder.value())
        console, proved = self._shell.bridge.console, frozenset({wanted.serial})
        self._asking.ask(
            lambda *signers: console.foresee(wanted, *signers, locks=proved), then=lambda _: self._open(wanted)
        )

    def _open(self, wanted: TakeIntoUse) -> None:
        self._wanted = wanted
        self.pin.open()

    def _prove(self, lock: Lock) -> None:
        console, wanted = self._shell.bridge.console, self._wanted
        try:
            if wanted is not None and wanted.serial == lock.serial:
                self._asking.ask(
                    lambda *signers: locks.take_into_use(console, lock, wanted.room, wanted.holder, *signers),
                    self._shell.say("authority-used-toast", serial=wanted.serial, room=wanted.room),
                    lambda _: self.settled.emit(),
                )
        finally:
            lock.close()
