"""The rooms of the session: where minutes were lost, and how far they are made good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.terms import RoomId
from app.views.extra_time import ExtraTimeRoom
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.clock_rooms import brief
from ui.shell import Shell
from ui.widgets.parts import card, label

_COLUMNS = (
    "extra-time-room",
    "extra-time-state",
    "extra-time-proposed",
    "extra-time-open",
    "extra-time-given-room",
    "extra-time-ends",
)


class RoomsCard(QWidget):
    """`chosen` carries a room, `opened` says that its people are wanted."""

    chosen = Signal(str)
    opened = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._lines: dict[Figures, Line] = {}
        frame, inside = card(margins=(0, 12, 0, 4))
        self._head = label(shell.say("extra-time-rooms"), "H2")
        self._none = label(shell.say("extra-time-no-rooms"), "Sub")
        for part in (self._head, self._none):
            part.setContentsMargins(16, 0, 16, 0)
            inside.addWidget(part)
        model = LinesModel(shell, [shell.say(name) for name in _COLUMNS])
        self.table = LinesView(model, shell.say("extra-time-rooms"), wide=(1,))
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: self.opened.emit())
        inside.addWidget(self.table)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def look(self, rooms: tuple[ExtraTimeRoom, ...], chosen: RoomId | None) -> None:
        """Rooms in which somebody has minutes coming stand first."""
        self._none.setVisible(not rooms)
        self.table.setVisible(bool(rooms))
        # Words cost more than figures: a room that stands as before keeps its line.
        self._lines = {key: self._lines.get(key) or self._line(key) for key in map(_figures, rooms)}
        lines = list(self._lines.values())
        before = [line.key for line in self.table.lines.lines]
        keys = [line.key for line in lines]
        self.table.blockSignals(True)
        self.table.lines.show_lines(lines)
        if chosen in keys and (before != keys or self.table.chosen_keys() != (chosen,)):
            self.table.setCurrentIndex(self.table.lines.index(keys.index(chosen), 0))
        self.table.blockSignals(False)
        self.table.fit_height(1, 4)

    def _choose(self) -> None:
        keys = self.table.chosen_keys()
        if keys:
            self.chosen.emit(keys[0])

    def _line(self, one: Figures) -> Line:
        say = self._shell.say
        blank = Cell(say("blank"), "text2")
        text, tone, icon = one.state
        cells = (
            Cell(one.room),
            Cell(say(text), tone, icon),
            Cell(say("extra-time-minutes", count=one.proposed), "warn") if one.proposed else blank,
            Cell(say("extra-time-count", count=one.open), "warn") if one.open else blank,
            Cell(say("extra-time-minutes", count=one.minutes), "extra") if one.minutes else blank,
            Cell(brief(one.ends_at), "extra" if one.minutes else "text"),
        )
        return Line(one.room, cells)


@dataclass(frozen=True, slots=True)
class Figures:
    """What a line says. `state`: text, tone and icon."""

    room: RoomId
    state: tuple[str, str, str]
    proposed: int
    open: int
    minutes: int
    ends_at: datetime | None


def _figures(one: ExtraTimeRoom) -> Figures:
    proposed = one.proposal.minutes if one.proposal else 0
    return Figures(one.room, _state(one), proposed, one.open, one.minutes, one.ends_at)


def _state(one: ExtraTimeRoom) -> tuple[str, str, str]:
    if any(loser.goes_on and loser.answering for loser in one.losers):
        return "extra-time-state-on", "bad", "alert-triangle"
    if one.proposal:
        return "extra-time-state-room", "warn", "hourglass"
    if one.open:
        return "extra-time-state-some", "warn", "hourglass"
    if one.losers or one.ledger:
        return "extra-time-state-done", "ok", "check"
    return "extra-time-state-none", "text2", ""
