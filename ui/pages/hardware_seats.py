"""Seats of a room with machine, address and switch port, the spare ones last; the list itself comes from a file."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.hardware_items import MachineKind
from app.core.hardware_verdict import machines_in
from app.core.terms import RoomId
from app.views.hardware import MachineRow, SeatRow, seat_rows
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.faults import MACHINES
from ui.pages.hardware_words import MACHINE_LOOKS, verdict_words
from ui.shell import PageName, Place, Shell
from ui.widgets.parts import button, card, choice, flow, label
from ui.widgets.tick import Tick

COLUMNS = (
    "hardware-seat",
    "hardware-seat-is",
    "hardware-name",
    "hardware-address",
    "hardware-port",
    "hardware-verdict",
)


class SeatsPart(QWidget):
    """`opened` carries room and name of a machine that is to be shown."""

    opened = Signal(str, str)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        say, look = shell.say, shell.look
        self._rows: tuple[MachineRow, ...] = ()
        self.room = choice([])
        self.room.setAccessibleName(say("hardware-room"))
        self.room.setMinimumContentsLength(8)
        self.room.currentIndexChanged.connect(lambda _: self._fill())
        self.spare = Tick(look, say("hardware-spare-only"))
        self.spare.toggled.connect(lambda _: self._fill())
        self.to_list = button(look, say("hardware-to-list"), self._to_list, "file-import")
        self._sum = label("", "Sub")
        self.table = LinesView(LinesModel(shell, [say(one) for one in COLUMNS]), say("hardware-seats"), (2, 3, 4))
        self.table.opened.connect(self._open)
        frame, inside = card(margins=(0, 4, 0, 4))
        inside.addWidget(self.table, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(flow(self.room, self.spare, self.to_list, gap=12))
        outer.addWidget(self._sum)
        outer.addWidget(frame, 1)
        self.first: QWidget = self.room

    def show_rows(self, rows: tuple[MachineRow, ...]) -> None:
        self._rows = rows
        rooms = sorted(self._shell.bridge.site.plans)
        if [self.room.itemData(n) for n in range(self.room.count())] != rooms:
            before = self.room.currentData()
            with QSignalBlocker(self.room):
                self.room.clear()
                for room in rooms:
                    self.room.addItem(self._shell.say("room-name", room=room), room)
                self.room.setCurrentIndex(max(self.room.findData(before), 0))
        self._fill()

    def show_room(self, room: RoomId) -> None:
        self.room.setCurrentIndex(max(self.room.findData(room), 0))

    def _fill(self) -> None:
        say, site, chosen = self._shell.say, self._shell.bridge.site, self.room.currentData()
        if chosen not in site.plans:
            self._sum.setText(say("hardware-no-rooms"))
            self.table.lines.show_lines([])
            return
        room = RoomId(chosen)
        seats = seat_rows(site, room, self._rows)
        looked = sum(row.room == room and row.kind is MachineKind.EXAM and row.judged is not None for row in self._rows)
        spares = sum(one.spare for one in seats)
        listed = sum(one.row is not None for one in seats)
        self._sum.setText(
            say(
                "hardware-seats-sum",
                room=room,
                machines=machines_in(site, room),
                checked=looked,
                listed=listed,
                spare=spares,
            )
        )
        self.table.lines.show_lines([self._line(one) for one in seats if one.spare or not self.spare.on])

    def _line(self, one: SeatRow) -> Line:
        say, row = self._shell.say, one.row
        blank = Cell(say("blank"), "text2")
        spare = say("hardware-spare-serves") if one.in_service else say("hardware-spare")
        what = Cell(spare, "primary", "armchair") if one.spare else Cell(say("hardware-plain-seat"), "text2")
        if row is None or row.place is None:
            return Line(one.seat, (Cell(one.seat), what, blank, blank, blank, blank))
        icon, tone = MACHINE_LOOKS[row.verdict]
        cells = (
            Cell(one.seat),
            what,
            Cell(row.name),
            Cell(row.address or say("blank"), "text2"),
            Cell(row.place.port or say("blank"), "text2"),
            Cell(verdict_words(self._shell, row.verdict), tone, icon, full=self._shell.word(row.verdict)),
        )
        return Line(one.seat, cells)

    def _open(self, seat: object) -> None:
        room = self.room.currentData()
        for row in self._rows:
            if row.room == room and row.place is not None and row.place.seat == seat:
                self.opened.emit(room, row.name)

    def _to_list(self) -> None:
        self._shell.go(Place(PageName.FAULTS, paper=MACHINES))
