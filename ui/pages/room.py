"""考场: one room's seats and people, and what is recorded of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget

from app.core.operation import Fact
from app.core.room_state import RoomSession
from app.core.session_state import SessionState
from app.core.terms import RoomId, Ticket
from app.views.candidates import overbooked
from app.views.seats import SeatCell, seat_map
from ui.models.roll import RollModel, RollView
from ui.models.seats import FrontDesk, SeatModel, SeatView, columns
from ui.page import Page
from ui.pages.room_head import Legend, RoomChoice, RoomTimes
from ui.pages.room_needs import RoomNeeds
from ui.pages.room_panel import RoomPanel
from ui.pages.room_steps import Where
from ui.shell import PageName, Place, Shell
from ui.widgets.parts import card, label, row
from ui.widgets.segments import Segments

_MAP, _LIST = "map", "list"
_ANY_WIDTH = 16777215
"""Qt's own largest size, which takes a limit away."""
NARROW = 800
"""Below this the panel stands under the map."""


class RoomPage(Page):
    name = PageName.ROOM

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._room: RoomId | None = None
        self._ticket: Ticket | None = None
        self._seat = ""
        self._showing = False
        self.choice = RoomChoice(shell)
        self.choice.chosen.connect(self._choose_room)
        self.ways = Segments(shell.say("room-ways"))
        self.ways.picked.connect(self._show_way)
        self.head("", self.choice, self.ways)
        self.times = RoomTimes(shell)
        self.outer.addWidget(self.times)
        self._nothing = label(shell.say("room-nothing"), "Sub")
        self.outer.addWidget(self._nothing)
        self.seats, self.roll = SeatModel(shell), RollModel(shell)
        self.map, self.list = SeatView(shell, self.seats), RollView(shell, self.roll)
        # Later: laying out within a layout leaves what lies over the map as wide as it was.
        self.map.fits.connect(self._fit, Qt.ConnectionType.QueuedConnection)
        self.panel = RoomPanel(shell, self.asking)
        self.panel.left.connect(self._back)
        self.panel.unfolded.connect(self._fit_panel)
        self.needs = RoomNeeds(shell, self.panel.doing)
        self.needs.chosen.connect(self._go_to)
        for view in (self.map, self.list):
            view.chosen.connect(self._choose_cell)
            view.entered.connect(self.panel.start)
        self.outer.addLayout(self._body(), 1)
        self.first = self.map
        self._show_way(_MAP)
        shell.bridge.ticked.connect(self._tick)

    def _body(self) -> QBoxLayout:
        self._left, inside = card(margins=(12, 10, 12, 10))
        self.legend = Legend(self.shell)
        inside.addWidget(self.legend)
        inside.addWidget(self.needs)
        held, over = card(margins=(0, 0, 0, 0))
        held.setObjectName("Clear")
        over.setSpacing(4)
        over.addWidget(FrontDesk(self.shell))
        over.addWidget(self.map, 1)
        self.views = QStackedWidget()
        self.views.addWidget(held)
        self.views.addWidget(self.list)
        inside.addWidget(self.views, 1)
        self._across = row(gap=12)
        self._across.addWidget(self._left, 1)
        self._across.addWidget(self.panel)
        return self._across

    # Coming here

    def go(self, place: Place) -> None:
        state = self.shell.bridge.state
        room = place.room
        if place.ticket and state:
            room = next((r.room for r in state.rooms.values() if place.ticket in r.sittings), room)
        if room is None and place.ticket is None:
            self.refresh()
            return
        self._room, self._ticket, self._seat = room, place.ticket, ""
        self.refresh()

    def _choose_room(self, room: object) -> None:
        if isinstance(room, str) and room != self._room:
            self._room, self._ticket, self._seat = RoomId(room), None, ""
            self.asking.clear()
            self.refresh()

    # What is

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        bridge = self.shell.bridge
        state, session = bridge.state, bridge.session
        there = state is not None and bool(state.rooms)
        for widget in (self._left, self.panel, self.times, self.choice, self.ways):
            widget.setVisible(there)
        self._nothing.setVisible(not there)
        if state is None or session is None or not there:
            return
        if self._room not in state.rooms:
            self._room, self._ticket, self._seat = min(state.rooms), None, ""
        room = state.rooms[self._room]
        self.choice.offer(sorted(state.rooms), self._room)
        self.times.show_room(room, state.plan)
        self._show_people(state, room)
        self.needs.show_room(Where(session, self._room), room)
        self._show_panel()
        self._fit_panel()

    def _show_people(self, state: SessionState, room: RoomSession) -> None:
        bridge = self.shell.bridge
        plan = bridge.site.plans[room.room]
        seats = max(plan.seats + plan.spare_seats, len(room.sittings))
        across = columns(seats, self.map.viewport().width())
        rows = seat_map(bridge.site, bridge.console.directory, state.plan.id, room.room, across)
        cells = [cell for line in rows for cell in line if cell is not None]
        # Choosing again what was chosen is no choice of a person's.
        self._showing = True
        self.seats.show_rows(rows)
        self.roll.show_rows(sorted((cell for cell in cells if cell.who), key=_order))
        self.list.show_drawn(drawn=overbooked(bridge.site))
        self.map.setCurrentIndex(self.seats.find(self._seat, self._ticket))
        self.list.setCurrentIndex(self.roll.find(self._ticket))
        self._showing = False
        self.legend.show_cells([cell for cell in cells if not cell.spare])

    def _show_panel(self) -> None:
        state = self.shell.bridge.state
        if state and self._room:
            where = Where(state.plan.id, self._room)
            self.panel.show_room(where, self.seats.cell(self.map.currentIndex()), state.rooms.get(self._room))

    def _tick(self) -> None:
        """A room's time runs out without any fact."""
        if self.isVisible() and self.shell.bridge.now.second % 5 == 0:
            self.refresh()

    # What is chosen

    def _choose_cell(self) -> None:
        if self._showing:
            return
        if self.views.currentIndex():
            chosen = self.roll.row_at(self.list.currentIndex())
        else:
            chosen = self.seats.cell(self.map.currentIndex())
        self._stand_on(chosen.ticket if chosen else None, chosen.seat if chosen else "")

    def _go_to(self, ticket: str) -> None:
        """Whom something that the room needs is about."""
        self._stand_on(Ticket(ticket), "")
        self.panel.start()

    def _stand_on(self, ticket: Ticket | None, seat: str) -> None:
        self._ticket, self._seat = ticket, seat
        self._showing = True
        self.map.setCurrentIndex(self.seats.find(self._seat, self._ticket))
        self.list.setCurrentIndex(self.roll.find(self._ticket))
        self._showing = False
        self._show_panel()

    def _show_way(self, way: object) -> None:
        say = self.shell.say
        self.ways.offer([(_MAP, say("room-map")), (_LIST, say("room-list"))], way)
        self.views.setCurrentIndex(1 if way == _LIST else 0)
        self.first = self.list if way == _LIST else self.map

    def _back(self) -> None:
        self.first.setFocus()

    # How wide it is

    def _fit(self, _width: int) -> None:
        if self.isVisible():
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < NARROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._across.setDirection(direction)
        self._fit_panel()
        super().resizeEvent(event)

    def _fit_panel(self) -> None:
        """Open items bring buttons of their own."""
        narrow, wanted = self.width() < NARROW, self.panel.wanted_width()
        self.panel.setMinimumWidth(0 if narrow else wanted)
        self.panel.setMaximumWidth(_ANY_WIDTH if narrow else wanted)


def _order(cell: SeatCell) -> tuple[bool, str, str]:
    """In order of seat, last who has none."""
    return (not cell.seat, cell.seat, cell.ticket or "")
