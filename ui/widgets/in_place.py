"""A small form in place, under the step that asks for it: a title, fields, what is wrong, and two buttons."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.shell import Shell
from ui.widgets.parts import Button, Form, button, flow, label


class InPlace(QWidget):
    """`given_up` comes on cancel and on Escape."""

    given_up = Signal()

    def __init__(self, shell: Shell, title: str) -> None:
        super().__init__()
        self._shell = shell
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(6)
        self._outer.addWidget(label(title, "Strong"))
        self._said = QLabel()
        self._said.setObjectName("Bad")
        self._said.setWordWrap(True)
        self._said.hide()

    def ask(
        self,
        confirm: str,
        *fields: tuple[str, QWidget],
        beside: tuple[QWidget, ...] = (),
        columns: int = 2,
        whole: bool = False,
    ) -> None:
        """The fields with their labels, and the buttons; Enter goes from field to field, and in the last one acts.

        `whole`: the fields take the whole width, as in a narrow place.
        """
        form = Form(columns=columns)
        for name, field in fields:
            form.field(name, field)
        side = QHBoxLayout()
        side.addLayout(form, 3)
        if not whole:
            side.addStretch(2)
        self._outer.addLayout(side)
        self._outer.addWidget(self._said)
        self.confirm: Button = button(self._shell.look, confirm, self._confirm, "check", "primary")
        cancel = button(self._shell.look, self._shell.say("cancel"), self.given_up.emit)
        self._outer.addWidget(flow(self.confirm, cancel, *beside))
        edits = [field for _, field in fields if isinstance(field, QLineEdit)]
        for field, later in pairwise(edits):
            field.returnPressed.connect(later.setFocus)
        edits[-1].returnPressed.connect(self._confirm)

    def add(self, widget: QWidget) -> None:
        """Something between what stands there and what comes."""
        self._outer.addWidget(widget)

    def hint(self, text: str) -> None:
        self._outer.addWidget(label(text, "Cap"))

    def complain(self, sentence: str) -> None:
        """Say what is wrong; "" for nothing any more."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def start(self) -> None:
        """The first field gets the focus."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _confirm(self) -> None:
        raise NotImplementedError
