"""A day, typed: 2026-06-12, 2026/6/12 or 20260612."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from PySide6.QtWidgets import QLineEdit

from ui.shell import Shell
from ui.widgets.scanner import LINE

_TYPED = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{4})(\d{2})(\d{2})")


class DayField(QLineEdit):
    """What was understood is shown as it will be recorded."""

    def __init__(self, shell: Shell, day: date | None = None) -> None:
        super().__init__(day.isoformat() if day else "")
        self.setPlaceholderText(shell.say("day-form"))
        self.setMaxLength(LINE)
        self.editingFinished.connect(self._finished)

    def value(self) -> date | None:
        """None where what stands there is no day."""
        return typed_day(self.text())

    def _finished(self) -> None:
        day = self.value()
        if day is not None:
            self.setText(day.isoformat())


def typed_day(text: str) -> date | None:
    """With any kind of digits; None for anything else."""
    found = _TYPED.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups() if part is not None)
    try:
        return date(year, month, day)
    except ValueError:
        return None
