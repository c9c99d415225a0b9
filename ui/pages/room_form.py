"""The forms of the room page: one step each, in the place of the panel until it is done or given up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from app.core.terms import PersonId, RoomId
from ui.shell import Shell
from ui.widgets.moment import MomentField
from ui.widgets.parts import Form, button, choice, flow, label
from ui.widgets.person import PersonField
from ui.widgets.scanner import LIST, ScanField

_LINES, _AROUND = 5, 14


class StepForm(QWidget):
    """What, when and who, as far as the step asks. `confirmed` comes only with a time that can be read.

    `columns`: fields side by side, where the form is as wide as a page.
    """

    confirmed = Signal()
    given_up = Signal()

    def __init__(self, shell: Shell, title: str, note: str = "", *, columns: int = 1) -> None:
        super().__init__()
        self._shell = shell
        self.when: MomentField | None = None
        self.who: PersonField | None = None
        self.first: QWidget = self
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(10)
        self._outer.addWidget(label(title, "H2"))
        if note:
            self._outer.addWidget(label(note, "Cap"))
        self._fields = Form(columns=columns)
        self._outer.addLayout(self._fields)
        self._said = label("", "Bad")
        self._said.hide()
        self._outer.addWidget(self._said)

    def ask_what(self, text: str, options: Sequence[tuple[object, str]], chosen: object = None) -> None:
        self.what = self.ask_choice(text, options)
        if chosen is not None:
            self.what.setCurrentIndex(self.what.findData(chosen))

    def ask_choice(self, text: str, options: Sequence[tuple[object, str]]) -> QComboBox:
        """One of a few, besides `what`."""
        made = choice(options)
        made.setMinimumContentsLength(10)
        self._field(text, made)
        return made

    def ask_when(self, text: str) -> None:
        self.when = MomentField(self._shell)
        self.when.edit.returnPressed.connect(self._confirm)
        self._field(text, self.when)

    def ask_who(self, text: str, room: RoomId | None) -> None:
        self.who = PersonField(self._shell)
        self.who.show_room(room)
        self._field(text, self.who)

    def ask_text(self, text: str, hint: str = "", value: str = "") -> ScanField:
        """One line to type or to scan into."""
        made = ScanField(LIST)
        made.setPlaceholderText(hint)
        made.setText(value)
        made.returnPressed.connect(self._confirm)
        self._field(text, made)
        return made

    def ask_lines(self, text: str, hint: str) -> QPlainTextEdit:
        """Several lines; Tab leaves it."""
        made = QPlainTextEdit()
        made.setPlaceholderText(hint)
        made.setTabChangesFocus(True)
        made.setFixedHeight(made.fontMetrics().lineSpacing() * _LINES + _AROUND)
        self._field(text, made, wide=True)
        return made

    def wrong(self, sentence: str, where: QWidget) -> None:
        """What keeps it from being confirmed, and the field that is meant."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        where.setFocus()

    def add(self, widget: QWidget) -> None:
        """Something between the fields and the buttons."""
        self._outer.addWidget(widget)

    def finish(self, text: str, *, danger: bool = False) -> None:
        """The buttons, which end the form."""
        self.confirm = button(self._shell.look, text, self._confirm, "check", "danger" if danger else "primary")
        cancel = button(self._shell.look, self._shell.say("cancel"), self.given_up.emit)
        self._outer.addWidget(flow(self.confirm, cancel))
        self._outer.addStretch(1)

    def at(self) -> datetime:
        """When it happened. Only after `confirmed`, and where the form asks for it."""
        value = self.when.value() if self.when else None
        if value is None:
            raise ValueError(value)
        return value

    def by(self) -> PersonId:
        """Who reported it; "" where the form does not ask."""
        return self.who.value() if self.who else PersonId("")

    def start(self) -> None:
        self.first.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _field(self, text: str, widget: QWidget, *, wide: bool = False) -> None:
        self._fields.field(text, widget, wide=wide)
        if self.first is self:
            self.first = widget

    def _confirm(self) -> None:
        if self.when is not None and self.when.value() is None:
            self.when.complain()
        else:
            self.confirmed.emit()
