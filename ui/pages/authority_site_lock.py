"""考务锁: whether it is in, why not, and putting it in again."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.locks import LockReason
from app.trouble import Trouble
from devices.protocols import GONE, Lock
from ui.pages.authority_fingerprint import fingerprint
from ui.pages.authority_pin import LockPin
from ui.shell import Shell
from ui.widgets.parts import Facts, button, flow, label
from ui.widgets.step_card import StepCard


class SiteLockCard(StepCard):
    """`asks` while it is out: then its PIN is wanted."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, shell.say("authority-site-lock"))
        say = shell.say
        self.facts = Facts()
        self.out = QWidget()
        inside = QVBoxLayout(self.out)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(label(say("authority-lock-out-how"), "Bad"))
        self.pin = LockPin(shell)
        inside.addWidget(self.pin)
        self.back = button(shell.look, say("authority-lock-back"), self.pin.open, "lock", "primary")
        inside.addWidget(flow(self.back))
        self.body.addWidget(self.out)
        self.body.addWidget(self.facts)
        self.pin.wanted.connect(self.pin.open)
        self.pin.opened.connect(self._put_back)
        self.pin.changed.connect(lambda: self.back.setEnabled(self.pin.ready))
        self._shown: tuple[tuple[str, str], ...] = ()
        shell.bridge.lock_changed.connect(self.refresh)

    @property
    def asks(self) -> bool:
        return self._shell.bridge.site.lock_out or self._shell.bridge.lock_fault in GONE

    def refresh(self) -> None:
        shell, site, fault = self._shell, self._shell.bridge.site, self._shell.bridge.lock_fault
        say = shell.say
        if not self.asks:
            self.tell("lock", say("authority-lock-in"), "ok")
        elif fault in GONE:
            self.tell("lock-open", say("authority-lock-fault", reason=LockReason(fault.value)), "bad")
        else:
            self.tell("lock-open", say("authority-lock-out"), "bad")
        self.out.setVisible(self.asks)
        if self.asks:
            self.pin.show_lock(site.lock.serial)
            self.back.setEnabled(self.pin.ready)
        facts = self._facts()
        if facts != self._shown:
            self._shown = facts
            self.facts.show_facts(facts)

    def _facts(self) -> tuple[tuple[str, str], ...]:
        say, site = self._shell.say, self._shell.bridge.site
        return (
            (say("authority-serial"), site.lock.serial),
            (say("authority-lock-made"), say("authority-software" if site.lock.software else "authority-hardware")),
            (say("authority-fingerprint"), fingerprint(site.lock.key)),
        )

    def _put_back(self, lock: Lock) -> None:
        bridge = self._shell.bridge
        try:
            bridge.put_back(lock)
        except Trouble as trouble:
            lock.close()
            bridge.tell(trouble)
            return
        bridge.say(self._shell.say("authority-lock-is-back"))
        self.refresh()
