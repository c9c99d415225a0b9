"""What every part of the page 备份、上传与移交 is: a column that scrolls, a side for forms, and when it looks again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.room_form import StepForm
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import card, scrolled


class SafePart(QWidget):
    """Forms stand in the place of the column until they are done or given up; what is being typed stays."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self.form: StepForm | None = None
        self._around: QWidget | None = None
        held = QWidget()
        self._column = QVBoxLayout(held)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._held = scrolled(held)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addWidget(self._held)

    @property
    def first(self) -> QWidget:
        """Gets the focus when someone comes to this part."""
        return self

    def refresh(self) -> None:
        """Show what is."""

    def take(self, form: StepForm, confirmed: Callable[[], object]) -> None:
        """A form in the place of the column."""
        self._asking.clear()
        self.drop()
        self.form = form
        form.confirmed.connect(confirmed)
        form.given_up.connect(self.drop)
        frame, inside = card()
        inside.addWidget(form)
        around = QWidget()
        top = QVBoxLayout(around)
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(frame)
        top.addStretch(1)
        self._around = scrolled(around)
        self._held.hide()
        self._outer.addWidget(self._around)
        form.start()

    def drop(self) -> None:
        """Given up, or done."""
        if self.form is None:
            return
        self._asking.clear()
        if self._around is not None:
            self._outer.removeWidget(self._around)
            self._around.deleteLater()
        self.form = self._around = None
        self._held.show()
        self.first.setFocus()

    def done(self, _: object = None) -> None:
        """What the form asked for stands."""
        self.drop()
        self.refresh()
