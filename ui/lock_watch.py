"""Is the site lock still in? Looked at once a second in the lane of the tokens, and sooner on a hint from the bus."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.service import locks
from app.trouble import Trouble
from devices.presence import Presence
from devices.protocols import Lock, LockFault

if TYPE_CHECKING:
    from ui.bridge import Bridge

HINT_MS = 300


class LockWatch(QObject):
    """`fault` says why the site lock does not answer, None while it does; the bridge tells when that changes."""

    def __init__(self, bridge: Bridge, usb_changed: Callable[[], bool] | None) -> None:
        """`usb_changed`: something was plugged or pulled; only a reason to look sooner."""
        super().__init__(bridge)
        self._bridge, self._usb_changed = bridge, usb_changed
        self.fault: LockFault | None = None
        self._looking = self._hinting = False
        self._hint = QTimer(self, interval=HINT_MS)
        self._hint.timeout.connect(self._ask_hint)
        if usb_changed:
            self._hint.start()

    def look(self) -> None:
        """Asks the lock, unless it is still being asked."""
        bridge = self._bridge
        if self._looking or bridge.console.stopped:
            return
        self._looking, lock = True, bridge.console.store.lock
        job = bridge.tokens.send(lambda _: Presence().look(lock))
        job.finished.connect(lambda fault: self._looked(lock, fault))

    def answers(self) -> None:
        """It was put back just now."""
        self._show(None)

    def stop(self) -> None:
        self._hint.stop()

    def _looked(self, lock: Lock, fault: LockFault | None) -> None:
        self._looking = False
        bridge = self._bridge
        # Meanwhile it may have been put in again: what was asked of the handle before counts no more.
        if bridge.console.stopped or lock is not bridge.console.store.lock:
            return
        try:
            locks.note_presence(bridge.console, fault)
        except Trouble as trouble:
            bridge.tell(trouble)
        self._show(fault)

    def _show(self, fault: LockFault | None) -> None:
        if fault is not self.fault:
            self.fault = fault
            self._bridge.lock_changed.emit()

    def _ask_hint(self) -> None:
        if self._usb_changed is None or self._hinting:
            return
        self._hinting, changed = True, self._usb_changed
        job = self._bridge.tokens.send(lambda _: changed())
        job.finished.connect(self._hinted)

    def _hinted(self, changed: object) -> None:
        self._hinting = False
        if changed:
            self.look()
            self._bridge.usb_changed.emit()
