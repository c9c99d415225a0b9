"""Files of the exam day for the provincial agency: the summary in numbers, and the list of violations."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.day_export import DayFile
from app.core.operation import Refusal
from app.service import day_summary, violation_list
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import button, card, flow, label

Export = Callable[..., Refusal | Path]
"""Takes the console, the day, a folder, and the signers."""


class DayFiles(QWidget):
    """Of the day of the session that is shown; `folder` says where to."""

    def __init__(self, shell: Shell, asking: Asking, folder: Callable[[], Path]) -> None:
        super().__init__()
        say, look = shell.say, shell.look
        self._shell, self._asking, self._folder = shell, asking, folder
        self.summary = button(look, say("safekeeping-summary"), lambda: self._write(day_summary.export), "file-text")
        self.violations = button(
            look, say("safekeeping-violations"), lambda: self._write(violation_list.export), "file-text"
        )
        frame, inside = card()
        inside.addWidget(label(say("safekeeping-day-files"), "Strong"))
        inside.addWidget(label(say("safekeeping-day-files-note"), "Cap"))
        self.told = label("", "Cap")
        inside.addWidget(flow(self.summary, self.violations))
        inside.addWidget(self.told)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def refresh(self) -> None:
        """Which of them the province has, as far as they still hold."""
        state, site = self._shell.bridge.state, self._shell.bridge.site
        day = state.plan.starts_at.date() if state else None
        have = [what for what in DayFile if (day, what) in site.exported]
        missing = tuple(what for what in DayFile if what not in have)
        say = self._shell.say
        self.told.setText(say("safekeeping-files-missing", files=missing) if missing else say("safekeeping-files-have"))

    def _write(self, export: Export) -> None:
        state, folder = self._shell.bridge.state, self._folder()
        console = self._shell.bridge.console
        if state is not None:
            day = state.plan.starts_at.date()
            self._asking.ask(lambda *signers: export(console, day, folder, *signers), then=self._written)

    def _written(self, path: object) -> None:
        self._shell.bridge.say(self._shell.say("safekeeping-exported", path=str(path)))
        self.refresh()
