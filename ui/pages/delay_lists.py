"""Rooms that have not started, what was applied for them, and rooms that are settled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.rulebook import Tier
from app.core.site_form import SiteForm
from app.core.terms import RoomId, SessionId
from app.core.time_state import Application
from app.text import capital
from app.views.delays import Delays, DelayStep, LateRoom
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.delay_words import SOON, URGENT, answers, cause_long, length, office, room_names, telling
from ui.shell import PageName, Place, Shell, clock
from ui.widgets.parts import button, card, label, row

_ROOMS = (
    "delays-column-room",
    "delays-column-late",
    "delays-column-who",
    "delays-column-left",
    "delays-column-cause",
    "delays-column-step",
    "delays-column-covered",
)
_APPLIED = (
    "delays-column-number",
    "delays-column-asked-at",
    "delays-column-rooms",
    "delays-column-minutes",
    "delays-column-asked-of",
    "delays-column-came",
)
_DONE = ("delays-column-room", "delays-column-late", "delays-column-by", "delays-column-number")
LOOKS = {
    DelayStep.CAUSE: ("tool", "bad"),
    DelayStep.APPLY: ("file-text", "bad"),
    DelayStep.CONSENT: ("user-check", "warn"),
    DelayStep.CODE: ("key", "warn"),
    DelayStep.DIRECTIVE: ("hourglass", "warn"),
    DelayStep.START: ("player-play", "ok"),
    DelayStep.WAIT: ("circle-dashed", "idle"),
}
_MOST = 6
_SAID_ABOVE, _NARROW = (2, 3), 760


class RoomsTable(QWidget):
    """Several can be chosen; those with the most urgent step are, until somebody chooses others."""

    chosen = Signal()
    opened = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.rooms: tuple[LateRoom, ...] = ()
        self._lines: dict[LateRoom, Line] = {}
        self._by_hand = self._filling = False
        frame, inside = card(margins=(0, 4, 0, 4))
        self.model = LinesModel(shell, [shell.say(name) for name in _ROOMS])
        self.table = LinesView(self.model, shell.say("delays-rooms"), wide=(2, 4), several=True)
        self.table.chosen.connect(self._picked)
        self.table.opened.connect(lambda _: self.opened.emit())
        inside.addWidget(self.table)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def forget(self) -> None:
        """Another session: nobody chose anything there."""
        self._by_hand = False

    def choose(self, rooms: Sequence[RoomId]) -> None:
        """These, as if by hand."""
        self._by_hand = True
        self._select([number for number, one in enumerate(self.rooms) if one.room in rooms])

    def hold(self) -> None:
        """Somebody is at work on the chosen rooms: nothing but a hand chooses others."""
        self._by_hand = True

    def picked(self) -> tuple[LateRoom, ...]:
        keys = self.table.chosen_keys()
        return tuple(one for one in self.rooms if one.room in keys)

    def look(self, shown: Delays) -> None:
        """The most urgent first; what was chosen stays chosen."""
        before = self.table.chosen_keys()
        self.rooms = tuple(sorted(shown.waiting, key=lambda one: (URGENT.index(one.step), one.room)))
        self._filling = True
        # Words cost more than figures: within a second a room of which nothing changed keeps its line.
        self._lines = {one: self._lines.get(one) or self._line(one) for one in self.rooms}
        self.model.show_lines(list(self._lines.values()))
        self._filling = False
        kept = [number for number, one in enumerate(self.rooms) if one.room in before]
        if not self._by_hand or not kept:
            self._by_hand = False
            kept = self._proposed()
        self._select(kept)
        self.table.fit_height(1, _MOST)

    def _proposed(self) -> list[int]:
        """All that wait for the same as the first; none where none waits for anything."""
        step = self.rooms[0].step
        if step is DelayStep.WAIT:
            return []
        return [number for number, one in enumerate(self.rooms) if one.step is step]

    def _select(self, rows: list[int]) -> None:
        model, chooses = self.table.selectionModel(), QItemSelectionModel.SelectionFlag
        if {index.row() for index in model.selectedRows()} == set(rows):
            return
        self._filling = True
        model.clearSelection()
        for number in rows:
            model.select(self.model.index(number, 0), chooses.Select | chooses.Rows)
        if rows and self.table.currentIndex().row() not in rows:
            model.setCurrentIndex(self.model.index(rows[0], 0), chooses.NoUpdate)
        self._filling = False

    def _picked(self) -> None:
        if not self._filling:
            self._by_hand = True
            self.chosen.emit()

    def _line(self, one: LateRoom) -> Line:
        shell = self._shell
        say, plan = shell.say, shell.bridge.site.plans[one.room]
        late = one.delay is not None and one.tier is not Tier.ON_TIME
        icon, tone = LOOKS[one.step]
        room = say("transfers-room-line", room=one.room, building=plan.building, floor=plan.floor)
        covered = self._covered(one)
        cells = (
            Cell(one.room, full=room),
            Cell(length(one.delay) if one.delay is not None else "", "bad" if late else "text2"),
            Cell(capital(office(shell, one.tier)) if late else "", "text"),
            Cell(length(one.left) if one.left is not None else "", left_tone(one.left)),
            self._causes(one),
            Cell(shell.word(one.step), tone, icon),
            covered,
        )
        return Line(one.room, cells)

    def _causes(self, one: LateRoom) -> Cell:
        shell = self._shell
        if not one.causes:
            return Cell(shell.say("delays-no-cause-short") if one.step is DelayStep.CAUSE else "", "bad")
        told = list(telling(shell, one.causes))
        newest = shell.say("delays-cause", number=told[0].number, kind=told[0].kind) if told else one.causes[0]
        more = max(len(told) - 1, 0)
        text = shell.say("delays-causes-more", cause=newest, more=more) if more else newest
        return Cell(text, full="\n".join(cause_long(shell, number) for number in one.causes))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, what stands above the list for all of them is not said of each."""
        super().resizeEvent(event)
        for column in _SAID_ABOVE:
            self.table.setColumnHidden(column, self.width() < _NARROW)

    def _covered(self, one: LateRoom) -> Cell:
        say = self._shell.say
        if one.allowed:
            until = one.allowed.until
            text = say("delays-covered-until", time=clock(until)) if until else say("delays-covered")
            return Cell(text, "ok", full=f"{one.allowed.application} {self._shell.word(one.allowed.tier)}")
        if not one.applications:
            return Cell("")
        return Cell(say("delays-covered-asked", number=one.applications[-1]), "text2")


class AppliedCard(QWidget):
    """Every application and what came of it, the newest first. Hidden while there is none."""

    opened = Signal(object)
    """An Application."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._shown: dict[object, Application] = {}
        frame, inside = card(margins=(0, 12, 0, 4))
        head = label(shell.say("delays-applied-for"), "H2")
        head.setContentsMargins(16, 0, 16, 0)
        inside.addWidget(head)
        self.model = LinesModel(shell, [shell.say(name) for name in _APPLIED])
        self.table = LinesView(self.model, shell.say("delays-applied-for"), wide=(2, 5))
        self.table.opened.connect(lambda key: self.opened.emit(self._shown[key]))
        inside.addWidget(self.table)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, when it was asked gives way to what came of it."""
        super().resizeEvent(event)
        self.table.setColumnHidden(1, self.width() < _NARROW)

    def look(self, shown: Delays) -> None:
        self._shown = {one.number: one for one in reversed(shown.applications)}
        self.setVisible(bool(self._shown))
        self.model.show_lines([self._line(one) for one in self._shown.values()])
        self.table.fit_height(1, _MOST)

    def _line(self, one: Application) -> Line:
        shell = self._shell
        came = list(answers(shell, one))
        rooms = shell.say("delays-rooms-list", rooms=one.rooms)
        last = Cell(came[-1], full="\n".join(came)) if came else Cell(shell.say("delays-came-nothing"), "text2")
        cells = (
            Cell(one.number),
            Cell(clock(one.asked_at), "text2"),
            Cell(rooms, full=shell.say("delays-rooms-list", rooms=room_names(shell, one.rooms))),
            Cell(shell.say("delays-minutes-count", count=one.minutes)),
            Cell(capital(office(shell, one.tier))),
            last,
        )
        return Line(one.number, cells)


class DoneCard(QWidget):
    """Rooms that started late, and rooms that a directive called off. Hidden while there is none."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._session: SessionId | None = None
        frame, inside = card(margins=(0, 12, 0, 4))
        head = label(shell.say("delays-settled"), "H2")
        paper = button(shell.look, shell.say("delays-print-record"), self._print, "printer")
        top = row(head, None, paper)
        top.setContentsMargins(16, 0, 16, 0)
        inside.addLayout(top)
        self.model = LinesModel(shell, [shell.say(name) for name in _DONE])
        self.table = LinesView(self.model, shell.say("delays-settled"), wide=(2,))
        inside.addWidget(self.table)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def look(self, shown: Delays) -> None:
        shell, self._session = self._shell, shown.session
        lines = []
        for one in sorted(shown.started, key=lambda one: one.room):
            by = shell.say("delays-started-by", tier=one.by)
            late = length(timedelta(seconds=one.seconds))
            lines.append(Line(one.room, (Cell(one.room), Cell(late), Cell(by), Cell(one.application, "text2"))))
        for room, off in shown.called_off:
            number = next((one.number for one in reversed(shown.applications) if room in one.rooms), "")
            lines.append(
                Line(room, (Cell(room), Cell(""), Cell(shell.word(off), "idle", "ban"), Cell(number, "text2")))
            )
        self.setVisible(bool(lines))
        self.model.show_lines(lines)
        self.table.fit_height(1, _MOST)

    def _print(self) -> None:
        self._shell.go(Place(PageName.RECORDS, self._session, form=SiteForm.DELAYS))


def left_tone(left: timedelta | None) -> str:
    """How urgent the next limit is."""
    if left is None:
        return "text2"
    return "bad" if left < SOON else "warn" if left < 2 * SOON else "text"
