"""The backups of one session: what each holds, who stood by, on which media it lies, and how far its bundle is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.safe_state import Backup
from app.views.safe import UploadState, upload_state
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.safe_size import sized
from ui.shell import Shell, hour
from ui.widgets.parts import card, label

UPLOADS: dict[UploadState, tuple[str, str]] = {
    UploadState.NOT_DUE: ("circle-dashed", "idle"),
    UploadState.READY: ("cloud-upload", "warn"),
    UploadState.FAILED: ("alert-triangle", "bad"),
    UploadState.SENT: ("hourglass", "warn"),
    UploadState.GIVEN: ("transfer-out", "warn"),
    UploadState.RECEIVED: ("hourglass", "warn"),
    UploadState.UPLOADED: ("hourglass", "warn"),
    UploadState.MISMATCHED: ("alert-triangle", "bad"),
    UploadState.CONFIRMED: ("circle-check", "ok"),
}
_COLUMNS = (
    "safekeeping-column-name",
    "safekeeping-column-size",
    "safekeeping-column-entries",
    "safekeeping-column-digest",
    "safekeeping-column-supervised",
    "safekeeping-column-media",
    "safekeeping-column-upload",
)
_MOST_LINES = 6


class BackupList(QWidget):
    """Hidden while there are none."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        say = shell.say
        self._shell = shell
        self.table = LinesView(LinesModel(shell, [say(name) for name in _COLUMNS]), say("safekeeping-backups"), (0,))
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.course = label("", "Cap")
        frame, held = card(margins=(0, 4, 0, 8))
        held.addWidget(self.table)
        told = QVBoxLayout()
        told.setContentsMargins(16, 0, 16, 0)
        told.addWidget(self.course)
        held.addLayout(told)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def tell(self, backups: Sequence[Backup], shown: Backup | None) -> None:
        """`shown`: the one whose attempts and ways are told below the table."""
        self.setVisible(bool(backups))
        self.table.lines.show_lines([self._line(one) for one in backups])
        self.table.fit_height(1, _MOST_LINES)
        told = self._told(shown) if shown else ""
        self.course.setText(told)
        self.course.setVisible(bool(told))

    def chosen(self) -> str | None:
        """The name of the chosen one."""
        keys = self.table.chosen_keys()
        return str(keys[0]) if keys else None

    def _line(self, one: Backup) -> Line:
        say, state = self._shell.say, upload_state(one)
        alone = Cell(say("safekeeping-alone"), "warn", "alert-triangle")
        icon, tone = UPLOADS[state]
        return Line(
            one.name,
            (
                Cell(Path(one.name).stem, full=one.name),
                Cell(sized(self._shell, one.size)),
                Cell(say("safekeeping-entries", entries=one.entries)),
                Cell(one.digest[:8], full=one.digest),
                Cell(say("safekeeping-supervised"), "ok", "user-check") if one.supervised else alone,
                self._media(one),
                Cell(self._shell.word(state), tone, icon, full=one.receipt),
            ),
        )

    def _media(self, one: Backup) -> Cell:
        register = self._shell.bridge.site.safe.media
        labels = [register[serial].label for serial in one.media if not register[serial].lost_at]
        if not labels:
            return Cell(self._shell.say("safekeeping-here-alone"), "bad", "alert-triangle")
        return Cell(self._shell.say("safekeeping-list", things=tuple(labels)), "ok", "device-floppy")

    def _told(self, one: Backup) -> str:
        """Attempts and the steps at the city agency, in their order."""
        say, shell = self._shell.say, self._shell
        told = [
            say(
                "safekeeping-attempt-numbered" if attempt.reference else "safekeeping-attempt",
                time=hour(attempt.at),
                result=attempt.result,
                reference=attempt.reference,
            )
            for attempt in one.attempts
        ]
        if one.city:
            told.append(say("safekeeping-city-number", number=one.city.handover))
            told += [
                say("safekeeping-city-step", step=shell.word(step), time=hour(at))
                for step, at in one.city.steps.items()
            ]
        if one.mismatched:
            told.append(say("safekeeping-mismatched", serial=one.mismatched))
        return "\n".join(told)
