"""Beside a list of the faults page: what is chosen there, or a form until it is done or given up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui.pages.room_form import StepForm
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import card, label, scrolled

WIDTH = 340


class FaultForm(StepForm):
    """A step's form with fields of its own, and a place to say what is wrong with them."""

    def __init__(self, shell: Shell, title: str, note: str = "") -> None:
        super().__init__(shell, title, note)
        self._wrong = label("", "Bad")
        self._wrong.hide()

    def field(self, text: str, widget: QWidget) -> None:
        self._field(text, widget)

    def finish(self, text: str, *, danger: bool = False) -> None:
        self.add(self._wrong)
        super().finish(text, danger=danger)

    def complain(self, sentence: str, where: QWidget) -> None:
        """Say it, and go there; "" takes it back."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        if sentence:
            where.setFocus()


class Side(QStackedWidget):
    """`left` comes with Escape, and after a step: back to the list. `opened` says whether a form stands here now."""

    left = Signal()
    opened = Signal(bool)

    def __init__(self, asking: Asking, content: QWidget) -> None:
        super().__init__()
        self._asking = asking
        self.form: StepForm | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.addWidget(scrolled(content))

    def minimumSizeHint(self) -> QSize:
        """So that no button is cut, in any language."""
        least = super().minimumSizeHint()
        return QSize(max(WIDTH, least.width()), least.height())

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), super().sizeHint().height())

    def take(self, form: StepForm, confirmed: Callable[[], object]) -> None:
        """In the place of what is chosen."""
        self._asking.clear()
        self.drop()
        form.confirmed.connect(confirmed)
        form.given_up.connect(self.back)
        frame, inside = card()
        inside.addWidget(form)
        around = QWidget()
        top = QVBoxLayout(around)
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(frame)
        top.addStretch(1)
        held = scrolled(around)
        self.form = form
        self.addWidget(held)
        self.setCurrentWidget(held)
        self.opened.emit(True)
        form.start()

    def drop(self) -> None:
        if self.form is None:
            return
        self.form = None
        held = self.widget(1)
        self.removeWidget(held)
        held.deleteLater()
        self.opened.emit(False)

    def back(self) -> None:
        """The step is done, or given up."""
        self._asking.clear()
        self.drop()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back()
        else:
            super().keyPressEvent(event)
