"""Keyboard, mouse and display of this machine: tried here, and confirmed by a person."""

from __future__ import annotations

import platform
import re

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.hardware import NAME, CheckMachines, MachineCheck
from app.core.hardware_items import HardwareItem, MachineKind, Reading, ReadingSource
from app.views.hardware import MachineRow
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.moment import MomentField
from ui.widgets.parts import Form, button, card, choice, flow, label, scrolled
from ui.widgets.peripheral_test import PeripheralTest
from ui.widgets.person import PersonField

_ITEMS = (HardwareItem.KEYBOARD, HardwareItem.MOUSE, HardwareItem.SCREEN)
_SIGNS = re.compile(r"[^0-9A-Za-z._-]+")


class TestsPart(QWidget):
    __test__ = False
    """The name means the page's part."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        say, look = shell.say, shell.look
        self.tests = PeripheralTest(shell)
        # No test decides: a key that another system takes is no broken key.
        options = [("", say("hardware-not-said")), ("yes", say("hardware-works")), ("no", say("hardware-broken"))]
        self.judged = {item: choice(options) for item in _ITEMS}
        self.when, self.who = MomentField(shell), PersonField(shell)
        form = Form(columns=3)
        for item, box in self.judged.items():
            form.field(shell.word(item), box)
        form.field(say("hardware-looked-at"), self.when)
        form.field(say("hardware-looked-by"), self.who)
        self._machine = label("", "Cap")
        self._wrong = label("", "Bad")
        self._wrong.hide()
        self.confirm = button(look, say("hardware-tests-confirm"), self._confirm, "check", "primary")
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        tried, tried_inside = card()
        tried_inside.addWidget(self.tests)
        told, told_inside = card()
        told_inside.addWidget(label(say("hardware-tests-result"), "H2"))
        told_inside.addWidget(self._machine)
        told_inside.addLayout(form)
        told_inside.addWidget(self._wrong)
        told_inside.addWidget(flow(self.confirm))
        inside.addWidget(label(say("hardware-tests-note"), "Sub"))
        inside.addWidget(tried)
        inside.addWidget(told)
        inside.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(body), 1)
        self.name = ""
        self.first: QWidget = self.tests.begin

    def show_rows(self, rows: tuple[MachineRow, ...]) -> None:
        """Of several site machines it is the one of this machine's own name."""
        own = _SIGNS.sub("-", platform.node()).strip("-._")[:40]
        names = [row.name for row in rows if row.kind is MachineKind.SITE]
        self.name = names[0] if len(names) == 1 else own
        say = self._shell.say
        if NAME.fullmatch(self.name):
            self._machine.setText(say("hardware-tests-machine", machine=self.name))
        else:
            self._machine.setText(say("hardware-tests-no-name"))
        self.confirm.setEnabled(NAME.fullmatch(self.name) is not None)

    def _confirm(self) -> None:
        at = self.when.value()
        if at is None:
            self.when.complain()
            return
        told = {item: box.currentData() for item, box in self.judged.items() if box.currentData()}
        self._wrong.setVisible(not told)
        if not told:
            self._wrong.setText(self._shell.say("hardware-nothing-said"))
            self.judged[_ITEMS[0]].setFocus()
            return
        readings = tuple(Reading(item, value, ReadingSource.BY_HAND) for item, value in told.items())
        check = MachineCheck(MachineKind.SITE, None, self.name, readings)
        said = self._shell.say("hardware-entered", count=1)
        self._asking.submit(CheckMachines((check,), "", at, self.who.value()), said, lambda _: self._done())

    def _done(self) -> None:
        for box in self.judged.values():
            box.setCurrentIndex(0)
        self.tests.begin.setFocus()
