"""All machines with what they are worth: counted, filtered, one of them beside the table, or a form for many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.hardware import RemoveMachines
from app.core.hardware_items import MachineKind
from app.core.hardware_verdict import MachineVerdict
from app.core.terms import RoomId
from app.views.hardware import MachineRow, Wanted, by_kind, by_verdict, chosen
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.fault_side import Side
from ui.pages.hardware_card import MachineCard
from ui.pages.hardware_form import CheckForm
from ui.pages.hardware_words import MACHINE_LOOKS, first_wrong, room_words, verdict_words
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.figures import FigureRow
from ui.widgets.parts import button, card, choice, flow, label
from ui.widgets.search_field import SearchField
from ui.widgets.segments import Segments

COLUMNS = (
    "hardware-room",
    "hardware-seat",
    "hardware-name",
    "hardware-kind",
    "hardware-verdict",
    "hardware-first",
    "hardware-address",
    "hardware-port",
    "hardware-checked",
)
_WIDE, _NARROW = (5,), 1400
_IN_CARD_TOO, _SEAT, _NARROWEST = (3, 6, 7, 8), 1, 1000
"""Columns left out where it is narrow: they stand beside the table."""


class MachinesPart(QWidget):
    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        say, look = shell.say, shell.look
        self.rows: tuple[MachineRow, ...] = ()
        self._lines: dict[tuple[str, str], Line] = {}
        self.kinds = Segments(say("hardware-kinds"))
        self.kinds.picked.connect(self._pick_kind)
        self._kind: MachineKind | None = None
        self.figures = FigureRow(look)
        self.search = SearchField(say("hardware-find"), say("hardware-find"))
        self.search.setAccessibleName(say("hardware-find"))
        self.search.setMinimumWidth(200)
        self.search.textChanged.connect(lambda _: self._fill())
        self.room = choice([(None, say("hardware-every-room"))])
        self.room.setAccessibleName(say("hardware-room"))
        every = (None, say("hardware-every-verdict"))
        self.verdict = choice([every, *((one, verdict_words(shell, one)) for one in MachineVerdict)])
        self.verdict.setAccessibleName(say("hardware-verdict"))
        for box in (self.room, self.verdict):
            box.setMinimumContentsLength(7)
            box.currentIndexChanged.connect(lambda _: self._fill())
        self.enter = button(look, say("hardware-enter"), lambda: self.check(None), "clipboard-check", "primary")
        self.table = LinesView(LinesModel(shell, [say(one) for one in COLUMNS]), say("hardware-machines"), _WIDE)
        self.search.down.connect(self.table.setFocus)
        self.table.chosen.connect(self._show_chosen)
        self._none = label("", "Sub")
        self._none.setContentsMargins(14, 8, 14, 8)
        self.card = MachineCard(shell)
        self.table.opened.connect(lambda _: self.card.items.setFocus())
        self.card.checking.connect(lambda: self.check(self.card.row))
        self.card.removing.connect(self._ask_removal)
        self.side = Side(asking, self._carded())
        self.side.left.connect(self.table.setFocus)
        self._lay()
        self.first: QWidget = self.search

    def _carded(self) -> QWidget:
        shown, inside = card()
        inside.addWidget(self.card)
        around = QWidget()
        top = QVBoxLayout(around)
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(shown)
        top.addStretch(1)
        return around

    def _lay(self) -> None:
        left, held = card(margins=(0, 4, 0, 4))
        held.addWidget(self._none)
        held.addWidget(self.table, 1)
        held.addStretch()
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(left, 1)
        beside.addWidget(self.side)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(flow(self.kinds, self.search, self.room, self.verdict, self.enter))
        outer.addWidget(self.figures)
        outer.addLayout(beside, 1)

    # What is shown

    def show_rows(self, rows: tuple[MachineRow, ...]) -> None:
        """Whatever is chosen, filtered and typed stays."""
        self.rows = rows
        self._lines = {row.key: self._line(row) for row in rows}
        self._offer_rooms()
        self._fill()

    def show_room(self, room: RoomId | None, name: str = "") -> None:
        """Somebody comes for this room, or for one machine."""
        self.side.drop()
        self._kind = None
        self.verdict.setCurrentIndex(0)
        self.search.setText(name)
        self.room.setCurrentIndex(max(self.room.findData(room), 0))
        self._fill()

    def _offer_rooms(self) -> None:
        rooms = sorted({*self._shell.bridge.site.plans, *(row.room for row in self.rows if row.room)})
        if [self.room.itemData(n) for n in range(1, self.room.count())] == rooms:
            return
        before = self.room.currentData()
        with QSignalBlocker(self.room):
            while self.room.count() > 1:
                self.room.removeItem(1)
            for room in rooms:
                self.room.addItem(self._shell.say("room-name", room=room), room)
            self.room.setCurrentIndex(max(self.room.findData(before), 0))

    def _pick_kind(self, kind: object) -> None:
        self._kind = kind if isinstance(kind, MachineKind) else None
        self._fill()

    def _fill(self) -> None:
        shell, say = self._shell, self._shell.say
        room, verdict = self.room.currentData(), self.verdict.currentData()
        here = chosen(self.rows, Wanted(room=RoomId(room) if room else None))
        counts = by_kind(here)
        kinds = [(kind, say("hardware-kind-count", kind=shell.word(kind), count=n)) for kind, n in counts.items()]
        self.kinds.offer([(None, say("hardware-every-kind", count=len(here))), *kinds], self._kind)
        of_kind = chosen(here, Wanted(self._kind))
        self.figures.show_figures(
            [
                (verdict_words(shell, one), n, MACHINE_LOOKS[one][1] if n else "idle")
                for one, n in by_verdict(of_kind).items()
            ]
        )
        wanted = Wanted(verdict=MachineVerdict(verdict) if verdict else None, text=self.search.text())
        found = chosen(of_kind, wanted)
        self._show_lines(found)
        self._none.setVisible(not found)
        self.table.setVisible(bool(found))
        self._none.setText(say("hardware-not-found") if self.rows else say("hardware-none-yet"))
        self._show_chosen()

    def _show_lines(self, found: Sequence[MachineRow]) -> None:
        before = self.table.chosen_keys()
        with QSignalBlocker(self.table):
            self.table.lines.show_lines([self._lines[row.key] for row in found])
            if not before or self.table.chosen_keys() != before:
                keys: list[object] = [row.key for row in found]
                self.table.selectRow(keys.index(before[0]) if before and before[0] in keys else 0)

    def _line(self, row: MachineRow) -> Line:
        shell, say = self._shell, self._shell.say
        blank, place = say("blank"), row.place
        icon, tone = MACHINE_LOOKS[row.verdict]
        seat = blank if place is None else say("hardware-spare-seat", seat=place.seat) if row.spare else place.seat
        checked = row.checked
        who = shell.bridge.console.directory.staff_name(checked[1]) if checked else ""
        when = say("hardware-checked-by", at=checked[0].strftime("%m-%d %H:%M"), who=who) if checked else blank
        cells = (
            Cell(room_words(shell, row.kind, row.room)),
            Cell(seat),
            Cell(row.name),
            Cell(shell.word(row.kind), "text2"),
            Cell(verdict_words(shell, row.verdict), tone, icon, full=shell.word(row.verdict)),
            Cell(first_wrong(shell, row) or blank, "text2" if row.first is None and not row.unmet else "text"),
            Cell(row.address or blank, "text2"),
            Cell(place.port if place and place.port else blank, "text2"),
            Cell(when, "text2"),
        )
        return Line(row.key, cells)

    def _show_chosen(self) -> None:
        keys = self.table.chosen_keys()
        row = next((row for row in self.rows if row.key == keys[0]), None) if keys else None
        self.card.show_row(row)

    # What is entered

    def check(self, row: MachineRow | None) -> None:
        """By hand: this machine, or many at once."""
        kind = row.kind if row else self._kind or MachineKind.EXAM
        room = self.room.currentData()
        form = CheckForm(self._shell, self.rows, kind, RoomId(room) if room else None, row)

        def confirmed() -> None:
            if (step := form.operation()) is not None:
                said = self._shell.say("hardware-entered", count=len(step.checks))
                self._asking.submit(step, said, lambda _: self.side.back())

        self.side.take(form, confirmed)

    def _ask_removal(self) -> None:
        row, say = self.card.row, self._shell.say
        if row is None:
            return
        does = (say("hardware-remove-yes"), lambda: self._remove(row.name))
        self._asking.tell("warn", say("hardware-remove-ask", machine=row.name), does)

    def _remove(self, name: str) -> None:
        operator = self._shell.bridge.operator
        who = operator.id if operator else next(iter(self._shell.bridge.console.directory.staff))
        self._asking.submit(RemoveMachines((name,), who), self._shell.say("hardware-removed", machine=name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column in _IN_CARD_TOO:
            self.table.setColumnHidden(column, event.size().width() < _NARROW)
        self.table.setColumnHidden(_SEAT, event.size().width() < _NARROWEST)
