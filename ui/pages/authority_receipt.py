"""接收授权: one supervised receipt, in which everything that was brought is taken in together or not at all."""

from __future__ import annotations

from app.core.lock_state import SupervisedKind
from app.core.plan import RegisteredAs
from app.core.terms import SupervisionNo
from app.service import authorization
from ui.pages.authority_brought import BroughtList
from ui.pages.authority_supervised import SupervisedCard
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import Form, choice


class ReceiptCard(SupervisedCard):
    """What was brought belongs to one receipt: with its time, it is over."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        say = shell.say
        super().__init__(shell, asking, SupervisedKind.RECEIPT, say("authority-receipt"), say("authority-receipt-how"))
        self.name(say("authority-receipt-begin"), say("authority-receipt-done"), say("authority-receipt-give-up"))
        self.key = choice(())
        self._keys: tuple[str, ...] = ()
        fields = Form(columns=2)
        fields.field(say("authority-vpn-key"), self.key)
        self.first_fields.addLayout(fields)
        self.list = BroughtList(shell, asking)
        self.fields.addWidget(self.list)
        self._of: SupervisionNo | None = None
        self.list.changed.connect(self._lead)
        self.list.added.connect(self._brought)
        self.begun.connect(self._begun)

    def refresh(self) -> None:
        """Whatever was brought under another receipt, or is out of its time, is thrown away."""
        number = self.step.number if self.step and self.open else None
        if number != self._of:
            self._of = number
            self.list.clear()
        self._offer()
        super().refresh()
        self.list.refresh()
        self._lead()

    @property
    def _asks_before(self) -> bool:
        return bool(self._keys)

    def device(self) -> str:
        return str(self.key.currentData() or "")

    def scanned(self, code: str) -> None:
        """Into the open receipt; without one it is said that there has to be one first."""
        if self.open:
            self.list.bring_text(code)
        else:
            self._asking.tell("warn", self._shell.say("authority-receipt-first"))
            self.begin.setFocus()

    def finish(self) -> None:
        console, brought = self._shell.bridge.console, self.list.brought
        self._asking.ask(
            lambda *signers: authorization.take(console, brought, *signers),
            self._shell.say("authority-received"),
            lambda _: self.ended.emit(),
        )

    def _begun(self) -> None:
        self.refresh()
        self.list.first.setFocus()

    def _brought(self) -> None:
        """Whoever pastes or scans goes on doing so; otherwise what follows is the end of the receipt."""
        if not self.list.text.hasFocus():
            self.done.setFocus()

    def _lead(self) -> None:
        self.promote(begin=not self.open and self._leads, done=bool(self.list.brought))

    @property
    def _leads(self) -> bool:
        """Whether there is anything left to receive."""
        site = self._shell.bridge.site
        missing = [s for s in site.sessions.values() if s.rooms and not (s.received or s.start_authorization)]
        return site.package is not None and (not site.exam_authorization or bool(missing))

    def _offer(self) -> None:
        """Registered VPN keys, where there are any."""
        site, say = self._shell.bridge.site, self._shell.say
        keys = tuple(
            sorted(serial for serial, state in site.locks.items() if state.registered.kind is RegisteredAs.VPN_KEY)
        )
        if keys != self._keys:
            self._keys = keys
            self.key.clear()
            self.key.addItem(say("authority-vpn-none"), "")
            for serial in keys:
                self.key.addItem(serial, serial)
