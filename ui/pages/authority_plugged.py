"""What is plugged in at this machine, looked at once a second, each lock judged before anybody is asked for a PIN."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.core.plan import RegisteredAs
from app.core.terms import LockSerial
from app.service import locks
from app.service.locks import PluggedIn
from app.trouble import Trouble
from ui.shell import Shell


class Plugged(QObject):
    """One look at a time, on the lane of the tokens. `seen` holds what the last one found."""

    looked = Signal()

    def __init__(self, shell: Shell, kind: RegisteredAs) -> None:
        super().__init__()
        self._shell, self._kind = shell, kind
        self._looking = False
        self.seen: tuple[PluggedIn, ...] = ()

    def look(self) -> None:
        if self._looking:
            return
        console, reader, kind = self._shell.bridge.console, self._shell.opening.locks, self._kind
        self._looking = True
        job = self._shell.bridge.tokens.send(lambda _: locks.plugged_in(console, reader, kind))
        job.finished.connect(self._found)
        job.failed.connect(self._failed)
        job.cancelled.connect(self._over)

    def of(self, serial: LockSerial) -> PluggedIn | None:
        return next((one for one in self.seen if one.serial == serial), None)

    def _over(self) -> None:
        self._looking = False

    def _found(self, found: tuple[PluggedIn, ...]) -> None:
        """The site lock of this store stays where it is, and is no mistake."""
        self._looking = False
        own = self._shell.bridge.site.lock.serial
        self.seen = tuple(one for one in found if (one.serial, one.kind) != (own, RegisteredAs.SITE))
        self.looked.emit()

    def _failed(self, error: BaseException) -> None:
        self._looking = False
        if not isinstance(error, Trouble):
            raise error
        self._shell.bridge.tell(error)
