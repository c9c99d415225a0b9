"""When it happened: a time of day that follows the site's clock until somebody types another."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.shell import Shell, clock
from ui.widgets.parts import button, label, row
from ui.widgets.scanner import ScanField

_TYPED = re.compile(r"(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2}))?|(\d{1,2})(\d{2})|(\d{1,2})(\d{2})(\d{2})")


class MomentField(QWidget):
    """`changed` comes when the value is another because of a person, not with every second."""

    changed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._fixed: datetime | None = None
        self._typed = False
        self.edit = ScanField()
        self.edit.setPlaceholderText(shell.say("moment-form"))
        self.edit.textEdited.connect(self._edited)
        self.edit.editingFinished.connect(self._finished)
        self.now = button(shell.look, shell.say("moment-now"), self.follow, "clock")
        self._said = label("", "Cap")
        self._said.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2)
        line = row(self.edit, self.now, gap=6)
        line.setStretch(0, 1)
        outer.addLayout(line)
        outer.addWidget(self._said)
        self.setFocusProxy(self.edit)
        shell.bridge.ticked.connect(self._tick)
        shell.bridge.session_changed.connect(self._show)
        self._show()

    def value(self) -> datetime | None:
        """The time on the day of the session, in whole seconds; None where what stands there is no time."""
        if not self._typed:
            return self._fixed or self._shell.bridge.now
        at = typed_time(self.edit.text())
        return datetime.combine(self._day, at, self._shell.bridge.now.tzinfo) if at is not None else None

    def follow(self) -> None:
        """The present time, from now on."""
        self.propose(None)

    def propose(self, at: datetime | None) -> None:
        """Show this moment instead of the present one until somebody types; None for the present one."""
        self._fixed, self._typed = at, False
        self._show()
        self.changed.emit()

    def complain(self) -> None:
        """Go to the field and say how a time is written, where what stands there is none."""
        if self.value() is None:
            self._hint(self.edit.text(), late=True)
        self.edit.setFocus()
        self.edit.selectAll()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)
        self.now.setAccessibleName(self._shell.say("moment-now-for", field=name))

    @property
    def _day(self) -> date:
        state = self._shell.bridge.state
        return (state.plan.starts_at if state else self._shell.bridge.now).date()

    def _edited(self, text: str) -> None:
        self._typed = True
        self._hint(text, late=False)
        self.changed.emit()

    def _finished(self) -> None:
        """What was understood is shown as it will be recorded."""
        if self._typed:
            self._hint(self.edit.text(), late=True)
            self.edit.setText(clock(self.value()) or self.edit.text())

    def _hint(self, text: str, *, late: bool) -> None:
        """What is wrong with it; while somebody is still typing, only once it can no longer become a time."""
        wrong = typed_time(text) is None and (late or not re.fullmatch(r"[\d:.]{0,8}", _plain(text)))
        other_day = self._day != self._shell.bridge.now.date()
        said = self._shell.say("moment-wrong") if wrong else ""
        if not wrong and other_day:
            said = self._shell.say("moment-day", day=self._day.isoformat())
        self._said.setObjectName("Bad" if wrong else "Cap")
        self._said.style().unpolish(self._said)
        self._said.style().polish(self._said)
        self._said.setText(said)
        self._said.setVisible(bool(said))

    def _tick(self) -> None:
        if not self._typed and self._fixed is None and self.isVisible():
            self._show()

    def _show(self) -> None:
        if self._typed:
            self._hint(self.edit.text(), late=False)
            return
        self._said.hide()
        shown = clock(self.value())
        if shown != self.edit.text():
            self.edit.setText(shown)
            if self.edit.hasFocus():
                self.edit.selectAll()


def typed_time(text: str) -> time | None:
    """9:05, 09:05:30, 905 or 090530, with any kind of digits and colons; None for anything else."""
    found = _TYPED.fullmatch(_plain(text))
    if found is None:
        return None
    hour, minute, second = ([int(part) for part in found.groups() if part is not None] + [0])[:3]
    return time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()
