"""登记与保管: every lock that the province registered for this exam, in whose hands it is, and what is not back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.core.lock_state import LockState
from app.core.operation import Refusal, Signer
from app.core.plan import RegisteredAs, RegisteredLock
from app.core.site_form import SiteForm
from app.core.terms import LockSerial
from app.service import registering
from app.views import locks as views
from app.views.locks import Registered
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.authority_custody import CustodyForms
from ui.pages.authority_fingerprint import fingerprint
from ui.pages.authority_site_lock import SiteLockCard
from ui.pages.authority_work import LOOKS
from ui.shell import PageName, Place, Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import Facts, button, flow, line, row
from ui.widgets.step_card import StepCard
from ui.widgets.tick import Tick

SUFFIX = ".examsite-locks"
_LISTED = 6
"""Lines of the table before it scrolls."""


class RegisterPart(QWidget):
    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        say = shell.say
        self.site_lock = SiteLockCard(shell)
        self.card = StepCard(shell, say("authority-register"))
        self.take = button(shell.look, say("authority-register-take"), self._pick, "file-import")
        sheet = Place(PageName.RECORDS, form=SiteForm.CUSTODY)
        self.print = button(shell.look, say("authority-print-custody"), lambda: shell.go(sheet), "printer")
        self.sheets = flow(self.take, self.print)
        self.only_out = Tick(shell.look, say("authority-only-out"))
        self.only_out.toggled.connect(lambda _: self.refresh())
        headers = [
            say(name)
            for name in ("authority-lock", "authority-kind", "authority-room", "authority-keeper", "authority-state")
        ]
        self.model = LinesModel(shell, headers)
        self.table = LinesView(self.model, say("authority-register"), wide=(3, 4), several=True)
        self.table.chosen.connect(self._show)
        self.facts = Facts()
        self.forms = CustodyForms(shell, asking)
        self.forms.settled.connect(self._settled)
        self._line_above = line()
        head = row(self.sheets, self.only_out, gap=16)
        head.setStretch(1, 1)
        head.setAlignment(self.only_out, Qt.AlignmentFlag.AlignVCenter)
        self.card.body.addLayout(head)
        for part in (self.table, self.forms, self._line_above, self.facts):
            self.card.body.addWidget(part)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 8, 0)
        self._outer.setSpacing(12)
        self._outer.addWidget(self.card)
        self._outer.addWidget(self.site_lock)
        self._outer.addStretch(1)
        self._told: RegisteredLock | None = None

    @property
    def first(self) -> QWidget:
        return self.site_lock.pin if self.site_lock.asks else self.take if self.table.isHidden() else self.table

    def tick(self) -> None:
        """A lock is pulled without any fact; while it is out, it comes first."""
        self.site_lock.refresh()
        place = 0 if self.site_lock.asks else 1
        if self._outer.indexOf(self.site_lock) != place:
            self._outer.removeWidget(self.site_lock)
            self._outer.insertWidget(place, self.site_lock)

    def refresh(self) -> None:
        bridge, say = self._shell.bridge, self._shell.say
        self.tick()
        lines, out = views.register_lines(bridge.site, bridge.now), views.not_back(bridge.site)
        there = bool(bridge.site.locks)
        if not there:
            self.card.tell("circle-dashed", say("authority-no-register"), "idle")
        elif out:
            self.card.tell("user-check", say("authority-out", count=len(out)), "primary")
        else:
            self.card.tell("circle-check", say("authority-all-back"), "ok")
        shown = [one for one in lines if not self.only_out.on or one.serial in out]
        self.model.show_lines([self._line(one) for one in shown])
        self.table.fit_height(1, _LISTED)
        for part in (self.only_out, self.table, self.forms):
            part.setVisible(there)
        self.take.setEnabled(bridge.site.package is not None)
        self._show()

    def _line(self, one: Registered) -> Line:
        say, directory = self._shell.say, self._shell.bridge.console.directory
        icon, tone = LOOKS[one.stage]
        room = say("room-name", room=one.room) if one.room else say("blank")
        holder = directory.staff_name(one.holder) if one.holder else say("blank")
        return Line(
            one.serial,
            (
                Cell(one.serial),
                Cell(self._shell.word(one.kind), "text2"),
                Cell(room),
                Cell(holder, full=f"{one.holder or ''} {holder}".strip()),
                Cell(self._shell.word(one.stage), tone, icon),
            ),
        )

    def _chosen(self) -> tuple[LockState, ...]:
        locks = self._shell.bridge.site.locks
        keys = (LockSerial(str(key)) for key in self.table.chosen_keys())
        return tuple(locks[key] for key in keys if key in locks)

    def _show(self) -> None:
        chosen = self._chosen()
        self.forms.show_locks(chosen)
        registered = chosen[0].registered if len(chosen) == 1 else None
        for part in (self._line_above, self.facts):
            part.setVisible(registered is not None)
        if registered is not None and registered is not self._told:
            self.facts.show_facts(self._facts(registered))
        self._told = registered

    def _facts(self, lock: RegisteredLock) -> list[tuple[str, str]]:
        say = self._shell.say
        since = lock.since.strftime("%Y-%m-%d") if lock.since else ""
        until = lock.until.strftime("%Y-%m-%d") if lock.until else ""
        made = say("authority-software") if lock.software else say("authority-hardware")
        key = (
            []
            if lock.kind is RegisteredAs.VPN_KEY
            else [
                (say("authority-lock-made"), made),
                (say("authority-fingerprint"), fingerprint(lock.jwk)),
            ]
        )
        valid = say("authority-valid", since=since or "none", until=until or "none")
        return [(say("authority-reference"), lock.reference or say("blank")), (say("authority-validity"), valid), *key]

    def _settled(self) -> None:
        self.refresh()
        self.table.setFocus()

    def _pick(self) -> None:
        say = self._shell.say
        kinds = f"{say('authority-register-files')} (*{SUFFIX})"
        chosen, _ = QFileDialog.getOpenFileName(self, say("authority-register-take"), "", kinds)
        if chosen:
            self.take_file(Path(chosen))

    def take_file(self, path: Path) -> None:
        """A newer register: locks added, withdrawn, or registered anew."""
        console = self._shell.bridge.console

        def take(*signers: Signer) -> Refusal | None:
            return registering.take_register_file(console, path, *signers)

        self._asking.ask(take, self._shell.say("authority-register-taken"), lambda _: self.refresh())
