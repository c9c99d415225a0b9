"""Each room's own clock: from its start to its end, and what is different there."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.terms import RoomId
from app.views.moments import DeadlineKind
from app.views.session_clock import RoomClock, SessionClock
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.shell import PageName, Place, Shell, clock, hour
from ui.widgets.notice import Notice

KINDS = (
    DeadlineKind.START,
    DeadlineKind.ENTRY_CLOSES,
    DeadlineKind.CLOSURE_ENDS,
    DeadlineKind.REMINDER,
    DeadlineKind.END,
)
HEADERS = ("clock-room-start", "clock-room-entry", "clock-room-closure", "clock-room-reminder", "clock-room-end")


class RoomClocks(QWidget):
    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        say = shell.say
        self.media = Notice(shell.look)
        model = LinesModel(shell, [say("clock-room"), *(say(header) for header in HEADERS), say("clock-room-note")])
        self.table = LinesView(model, say("clock-rooms"), wide=(len(KINDS) + 1,))
        self.table.opened.connect(self._open)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(self.media)
        outer.addWidget(self.table, 1)

    def show_clock(self, shown: SessionClock) -> None:
        if not shown.media:
            self.media.clear()
        elif self.media.isHidden():
            self.media.tell("idle", self._shell.say("clock-media"))
        self.table.lines.show_lines([self._line(room) for room in shown.rooms])

    def _line(self, room: RoomClock) -> Line:
        times = {moment.kind: moment.at for moment in room.moments}
        following = room.following.kind if room.following else None
        cells = [Cell(room.room)]
        for kind in KINDS:
            if kind is following:
                cells.append(Cell(brief(times.get(kind)), "primary"))
            else:
                planned = room.started_at is None
                cells.append(Cell(brief(times.get(kind)), "text2" if planned or room.ended_at else "text"))
        note = " · ".join(notes(self._shell, room))
        tone = "bad" if room.fault else "warn" if room.late is not None or room.reminder_due else "text2"
        cells.append(Cell(note or self._shell.say("blank"), tone))
        return Line(room.room, tuple(cells))

    def _open(self, room: object) -> None:
        if isinstance(room, str):
            self._shell.go(Place(PageName.ROOM, self._shell.bridge.session, RoomId(room)))


def brief(at: datetime | None) -> str:
    """Without seconds where there are none."""
    return clock(at) if at and at.second else hour(at)


def notes(shell: Shell, room: RoomClock) -> tuple[str, ...]:
    """What is different in this room, the gravest first."""
    say, found = shell.say, []
    if room.ended_at:
        return (say("clock-room-ended", time=clock(room.ended_at)),)
    if room.fault:
        found.append(say("clock-room-stands", fault=room.fault))
    if room.late is not None:
        minutes = int(room.late.total_seconds()) // 60
        if room.started_at:
            found.append(say("clock-room-late", minutes=minutes))
        else:
            found.append(say("clock-room-unstarted", minutes=minutes))
    if room.reminder_due:
        found.append(say("clock-room-remind"))
    elif room.reminded_at:
        found.append(say("clock-room-reminded", time=hour(room.reminded_at)))
    if room.held:
        until = room.held[0].until
        if until is None:
            found.append(say("clock-room-held", count=len(room.held)))
        else:
            found.append(say("clock-room-held-until", count=len(room.held), time=brief(until)))
    return tuple(found)
