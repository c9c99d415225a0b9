"""Between head and question: what the time, the two places and the interim copies say just now."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.station.answering import Answering
from ui.station.answer_head import LAST_SECONDS
from ui.station.shell import StationShell, clock
from ui.widgets.notice import Notice
from ui.widgets.parts import label

REMIND_AFTER = timedelta(minutes=15)
"""Between two interim copies."""


class AnswerState(QWidget):
    """Takes no room as long as all is well."""

    def __init__(self, shell: StationShell, answering: Answering) -> None:
        super().__init__()
        self._shell, self._answering = shell, answering
        self._since: datetime = shell.station.clock.wall()
        self.places, self.time = Notice(shell.look), Notice(shell.look)
        self.reminder = label("", "Cap")
        self.reminder.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        for part in (self.places, self.time, self.reminder):
            outer.addWidget(part)

    def look(self) -> None:
        """Tell what is the case."""
        self._tell_places()
        self._tell_time()
        self._remind()
        self.setHidden(all(part.isHidden() for part in (self.places, self.time, self.reminder)))

    def _tell_places(self) -> None:
        answering, say = self._answering, self._shell.say
        failing = answering.failing
        if answering.trouble is not None:
            _once(self.places, "bad", self._shell.text.trouble(answering.trouble))
        elif failing is not None:
            place, folder = failing.place.value, str(failing.folder)
            _once(self.places, "bad", say("station-place-failing", place=place, folder=folder))
        else:
            self.places.clear()

    def _tell_time(self) -> None:
        say = self._shell.say
        if self._answering.over:
            _once(self.time, "bad", say("station-over", voucher="F9", hand="F10"))
        elif self._answering.remaining() <= LAST_SECONDS:
            _once(self.time, "warn", say("station-last", minutes=LAST_SECONDS // 60))
        else:
            self.time.clear()

    def _remind(self) -> None:
        since = self._answering.last_interim_at or self._since
        due = self._shell.station.clock.wall() - since >= REMIND_AFTER
        self.reminder.setText(self._shell.say("station-interim-due", key="F8", at=clock(since)) if due else "")
        self.reminder.setVisible(due)


def _once(notice: Notice, tone: str, sentence: str) -> None:
    """Said anew only where it is something new: every second would be heard every second."""
    if notice.isHidden() or notice.accessibleName() != sentence:
        notice.tell(tone, sentence)
