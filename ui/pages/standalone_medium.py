"""The medium that carries a package: the folder on it, and its entry in the register, made in place (DAT-11)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.terms import MediumSerial
from app.service import media
from ui.pages.standalone_parts import ask_folder
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import Elided, Form, button, choice, flow, label, row
from ui.widgets.person import PersonField
from ui.widgets.scanner import ScanField


class MediumField(QWidget):
    """A registered medium and a folder on it. A folder on an unknown one opens its registration."""

    changed = Signal()

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._folder: Path | None = None
        self._told = MediumSerial("")
        self._shown: object = None
        say, look = shell.say, shell.look
        self.pick = button(look, say("standalone-folder"), self._pick, "folder-open")
        self._path = Elided(say("standalone-folder-none"), "Mono")
        self.medium = choice(())
        self.medium.setPlaceholderText(say("standalone-no-medium"))
        self._wrong = label("", "Bad")
        self._wrong.hide()
        self.label, self.custodian = ScanField(), PersonField(shell)
        self.label.returnPressed.connect(self._register)
        self.do = button(look, say("standalone-medium-register"), self._register, "plus")
        self.new = button(look, say("standalone-medium-new"), self._new, kind="link")
        self._another = False
        self._form = QWidget()
        new = QVBoxLayout(self._form)
        new.setContentsMargins(0, 0, 0, 0)
        self._serial = label("", "Cap")
        fields = Form(columns=2)
        fields.field(say("standalone-medium-label"), self.label)
        fields.field(say("standalone-medium-custodian"), self.custodian)
        new.addWidget(self._serial)
        new.addLayout(fields)
        new.addWidget(flow(self.do))
        self._form.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        where = row(self.pick, self._path)
        where.setStretch(1, 1)
        which = Form()
        which.field(say("standalone-medium"), self.medium)
        outer.addLayout(where)
        outer.addLayout(which)
        for part in (self._wrong, flow(self.new), self._form):
            outer.addWidget(part)
        self.medium.activated.connect(lambda _: self.changed.emit())
        self.setFocusProxy(self.pick)

    def value(self) -> tuple[MediumSerial, Path] | None:
        """None where one of both is missing: that is said here."""
        serial = self.medium.currentData()
        missing = "standalone-folder-needed" if self._folder is None else "" if serial else "standalone-medium-needed"
        self._wrong.setVisible(bool(missing))
        if self._folder is None or not serial:
            self._wrong.setText(self._shell.say(missing))
            (self.pick if self._folder is None else self.label if not self._form.isHidden() else self.medium).setFocus()
            return None
        return MediumSerial(serial), self._folder

    def look(self) -> None:
        """The register as it is; what was chosen stays."""
        known = self._shell.bridge.site.safe.media
        shown = (self._folder, self._told, self._another, tuple(known.items()))
        if shown == self._shown:
            return
        self._shown = shown
        staff, chosen = self._shell.bridge.console.directory, self.medium.currentData()
        # A medium that tells its serial is that one; one that tells none goes by its label.
        fitting = [
            (serial, one)
            for serial, one in known.items()
            if self._folder is None or self._told == (serial if one.read else "")
        ]
        self.medium.clear()
        for serial, one in fitting:
            person = staff.staff_name(one.custodian)
            self.medium.addItem(self._shell.say("standalone-medium-line", label=one.label, person=person), serial)
        keys = [serial for serial, _ in fitting]
        self.medium.setCurrentIndex(keys.index(chosen) if chosen in keys else 0 if len(keys) == 1 else -1)
        unknown = self._folder is not None and self._told not in known
        asks = unknown and (bool(self._told) or not fitting or self._another)
        self.new.setVisible(unknown and not asks)
        if asks and self._form.isHidden():
            self.label.clear()
        self._form.setVisible(asks)
        self._serial.setText(self._shell.say("standalone-medium-serial", serial=self._told or "none"))

    def put(self, folder: Path) -> None:
        """This folder is meant."""
        self._folder, self._told, self._another = folder, media.medium_at(self._shell.bridge.console, folder), False
        self._path.tell(str(folder))
        self._wrong.hide()
        self.look()
        self.changed.emit()
        if not self._form.isHidden():
            self.label.setFocus()

    def _pick(self) -> None:
        ask_folder(self, self._shell, self._shell.say("standalone-folder"), self.put)

    def _new(self) -> None:
        self._another = True
        self.look()
        self.label.setFocus()

    def _register(self) -> None:
        folder, name = self._folder, self.label.text().strip()
        if folder is None:
            return
        console, custodian = self._shell.bridge.console, self.custodian.value()
        self._asking.ask(
            lambda *signers: media.register(console, folder, name, custodian, *signers),
            self._shell.say("standalone-medium-registered", label=name),
            lambda _: self._registered(name),
        )

    def _registered(self, name: str) -> None:
        self._another = False
        self.look()
        known = self._shell.bridge.site.safe.media
        serial = next((serial for serial, one in known.items() if one.label == name), None)
        self.medium.setCurrentIndex(self.medium.findData(serial))
        self.changed.emit()
