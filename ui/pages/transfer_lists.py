"""Every room by its seats, and the transfers that are settled."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.room_state import Transfer
from app.core.terms import RoomId, SessionId
from app.views.overflow import Fill, RoomPlaces, room_places
from app.views.transfers import Places, settled
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.shell import PageName, Place, Shell, hour
from ui.widgets.parts import card, label

_ROOMS = (
    "transfers-room",
    "transfers-present",
    "transfers-awaited",
    "transfers-places",
    "transfers-went",
    "transfers-came",
    "transfers-forecast",
)
_SETTLED = (
    "transfers-number",
    "transfers-ticket",
    "transfers-name",
    "transfers-from",
    "transfers-out-at",
    "transfers-outcome",
    "transfers-settled-at",
)


class RoomsCard(QWidget):
    """Enter opens a room."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._session: SessionId | None = None
        self.shown: tuple[RoomPlaces, ...] = ()
        self._lines: dict[RoomPlaces, Line] = {}
        frame, inside = card(margins=(0, 12, 0, 4))
        head = label(shell.say("transfers-rooms"), "H2")
        head.setContentsMargins(16, 0, 16, 0)
        inside.addWidget(head)
        self.model = LinesModel(shell, [shell.say(name) for name in _ROOMS])
        self.table = LinesView(self.model, shell.say("transfers-rooms"), wide=(6,))
        self.table.opened.connect(self._open)
        inside.addWidget(self.table)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def look(self, session: SessionId, left: Places) -> None:
        bridge = self._shell.bridge
        self._session = session
        self.shown = room_places(bridge.site, bridge.rulebook, session, bridge.now, left)
        # Words cost more than figures: a room of which nothing changed keeps its line.
        self._lines = {one: self._lines.get(one) or self._line(one) for one in self.shown}
        self.model.show_lines(list(self._lines.values()))
        self.table.fit_height(1, 40)

    def _open(self, room: object) -> None:
        if isinstance(room, str):
            self._shell.go(Place(PageName.ROOM, self._session, RoomId(room)))

    def _line(self, one: RoomPlaces) -> Line:
        say = self._shell.say
        name = say("transfers-room-line", room=one.plan.id, building=one.plan.building, floor=one.plan.floor)
        went = say("transfers-went-count", out=one.out, pending=one.pending)
        cells = (
            Cell(name),
            Cell(f"{one.present} / {one.usable}"),
            _count(one.awaited),
            self._places(one),
            Cell(f"{one.out} + {one.pending}", "warn", full=went) if one.pending else _count(one.out),
            _count(one.incoming),
            self._forecast(one),
        )
        return Line(one.plan.id, cells)

    def _places(self, one: RoomPlaces) -> Cell:
        word = self._shell.word(one.fill)
        match one.fill:
            case Fill.FREE:
                return Cell(str(one.places), "ok", full=f"{word} {one.places}")
            case Fill.FULL:
                return Cell(word, "warn", "ban")
            case Fill.OVERFLOWING:
                return Cell(self._shell.say("card-overflow", count=-one.places), "bad", "alert-triangle")
            case Fill.CLOSED:
                return Cell(word, "text2")

    def _forecast(self, one: RoomPlaces) -> Cell:
        say = self._shell.say
        if one.forecast is None:
            return Cell("")
        at, over = one.forecast.full_at, one.forecast.overflow
        if one.places <= 0:
            return Cell(say("transfers-forecast-all", count=over), "bad")
        if at is None:
            return Cell(say("transfers-forecast-all", count=over), "text2")
        return Cell(say("transfers-forecast-at", time=hour(at), count=over), "warn")


class SettledCard(QWidget):
    """Hidden while there is none."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        frame, inside = card(margins=(0, 12, 0, 4))
        self._head = label("", "H2")
        self._head.setContentsMargins(16, 0, 16, 0)
        inside.addWidget(self._head)
        self.model = LinesModel(shell, [shell.say(name) for name in _SETTLED])
        self.table = LinesView(self.model, shell.say("transfers-settled"), wide=(5,))
        inside.addWidget(self.table)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def look(self, session: SessionId) -> None:
        found = settled(self._shell.bridge.site.sessions[session])
        self.setVisible(bool(found))
        self._head.setText(self._shell.say("transfers-settled-count", count=len(found)))
        self.model.show_lines([self._line(one) for one in found])
        self.table.fit_height(1, 12)

    def _line(self, one: Transfer) -> Line:
        shell = self._shell
        name = shell.bridge.console.directory.name(one.ticket) or shell.say("blank")
        outcome = shell.word(one.settled) if one.settled else ""
        if one.into:
            outcome = shell.say("transfers-outcome-in", outcome=outcome, room=one.into)
        if one.late:
            outcome = shell.say("transfers-outcome-late", outcome=outcome)
        cells = (
            Cell(one.number, "text2"),
            Cell(one.ticket),
            Cell(name),
            Cell(one.out_of, "text2"),
            Cell(hour(one.out_at), "text2"),
            Cell(outcome, "warn" if one.late else "text", "alert-triangle" if one.late else ""),
            Cell(hour(one.settled_at), "text2"),
        )
        return Line(one.number, cells)


def _count(number: int) -> Cell:
    """Nobody is nothing to look at."""
    return Cell(str(number) if number else "", "text")
