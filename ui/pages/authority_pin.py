"""The PIN of a lock: opened on the lane of the tokens, with the wait that wrong ones bring."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from app.core.terms import LockSerial
from app.service import locks
from app.trouble import Code, Trouble
from devices.protocols import Lock
from ui.shell import Shell
from ui.widgets.parts import Form, entry, label
from ui.widgets.signing import PIN


class LockPin(QWidget):
    """Further fields may be given to stand beside it.

    `wanted` comes with Enter, `opened` with the open lock; whoever takes it closes it.
    """

    wanted = Signal()
    opened = Signal(object)
    changed = Signal()
    """Whether it may be asked now."""

    def __init__(self, shell: Shell, *beside: tuple[str, QWidget]) -> None:
        super().__init__()
        self._shell = shell
        self._serial: LockSerial | None = None
        self._busy = False
        self.pin = entry(secret=True)
        self.pin.returnPressed.connect(self.wanted)
        fields = Form(columns=max(len(beside) + 1, 2))
        for name, widget in ((shell.say("authority-pin"), self.pin), *beside):
            fields.field(name, widget)
        self._said = label("", "Bad")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addLayout(fields)
        outer.addWidget(self._said)
        if shell.opening.practice is not None:
            outer.addWidget(label(shell.say("authority-practice-pin", pin=PIN), "Cap"))
        self._said.hide()
        self.setFocusProxy(self.pin)
        shell.bridge.ticked.connect(self._tick)

    @property
    def ready(self) -> bool:
        """Nothing is being opened, and no wait is on."""
        return self._serial is not None and not self._busy and not self._waits

    @property
    def _waits(self) -> int:
        return self._shell.opening.tries.waits(self._serial) if self._serial else 0

    def show_lock(self, serial: LockSerial | None) -> None:
        """Which lock it is about; what was typed for another is gone."""
        if serial != self._serial:
            self._serial = serial
            self.reset()
        self._tick()

    def reset(self) -> None:
        self.pin.setText(PIN if self._shell.opening.practice is not None else "")
        self.pin.selectAll()
        self._tell("")

    def open(self) -> None:
        """With the PIN that stands there; an empty one is only pointed at."""
        serial, pin = self._serial, self.pin.text()
        if serial is None or not self.ready:
            return
        if not pin:
            self.pin.setFocus()
            return
        opening = self._shell.opening
        self._busy = True
        self.changed.emit()
        self._tell("")
        job = self._shell.bridge.tokens.send(lambda _: locks.open_lock(opening.locks, opening.tries, serial, pin))
        job.finished.connect(self._opened)
        job.failed.connect(self._failed)
        job.cancelled.connect(self._over)

    def _over(self) -> None:
        self._busy = False
        self.changed.emit()

    def _opened(self, lock: Lock) -> None:
        self._over()
        self.reset()
        self.opened.emit(lock)

    def _failed(self, error: BaseException) -> None:
        self._over()
        if not isinstance(error, Trouble):
            raise error
        self.pin.clear()
        if error.code is Code.WRONG_PIN:
            self._tell(self._shell.say("authority-wrong-pin", serial=self._serial))
        elif error.code is not Code.PIN_WAITS:
            self._tell(self._shell.text.trouble(error))
        self._tick()
        self.pin.setFocus()

    def _tell(self, said: str) -> None:
        self._said.setText(said)
        self._said.setVisible(bool(said))

    def _tick(self) -> None:
        """While a wait is on, it is counted down."""
        waits = self._waits
        waited = not self.pin.isEnabled()
        if waits:
            self._tell(self._shell.say("authority-pin-waits", seconds=waits))
        if bool(waits) == waited:
            return
        self.pin.setEnabled(not waits)
        if waited:
            self._tell("")
            # Nobody who types elsewhere meanwhile is called back.
            if self.isVisible() and not isinstance(QApplication.focusWidget(), QLineEdit):
                self.pin.setFocus()
        self.changed.emit()
