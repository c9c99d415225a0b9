"""Everything about one machine: each item with its value, what is asked for, who looked at it, and when."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.core.hardware_items import HardwareItem, MachineKind
from app.core.hardware_verdict import JudgedItem, JudgedMachine
from app.core.program_needs import NEEDS
from app.views.hardware import MachineRow, program_needs, worst_first
from ui.models.cases import HEIGHT, CaseLine, CaseView
from ui.pages.hardware_words import MACHINE_LOOKS, item_pill, required_words, value_words
from ui.pages.source_words import place_in
from ui.shell import PageName, Place, Shell
from ui.widgets.notice import Notice
from ui.widgets.parts import Facts, button, flow, label
from ui.widgets.pill import Pill

_BESIDES = (
    HardwareItem.MEMORY_SEEN_MIB,
    HardwareItem.HARDWARE_ADDRESS,
    HardwareItem.BOOTED_AT,
    HardwareItem.KEYBOARD,
    HardwareItem.MOUSE,
    HardwareItem.SCREEN,
)
"""Shown where they were read, also where nothing asks for them."""
LEAST = 360
"""Pixels: how somebody looked, when and by what clause fit into a line."""
_NEED_IDS = {
    HardwareItem.SYSTEM: "hardware-need-system",
    HardwareItem.MEMORY_MIB: "hardware-need-memory",
    HardwareItem.FREE_DISK_MIB: "hardware-need-disk",
    HardwareItem.DISPLAY: "hardware-need-display",
}


class MachineCard(QWidget):
    """`checking` and `removing` come when that is to be done with the machine that is shown."""

    checking = Signal()
    removing = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        say, look = shell.say, shell.look
        self.row: MachineRow | None = None
        self._title = label("", "H2")
        self._pill = Pill(look, "circle-dashed", "", "idle")
        self._where = label("", "Sub")
        self._facts = Facts()
        self.notice, self.program = Notice(look), Notice(look)
        self.items = CaseView(shell, say("hardware-items"))
        self.items.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.items.opened.connect(self._to_clause)
        self.items.picked.connect(self._follow)
        self.check = button(look, say("hardware-check"), self.checking.emit, "clipboard-check")
        self.remove = button(look, say("hardware-remove"), self.removing.emit, "x", "danger")
        self._does = flow(self.check, self.remove)
        self.setMinimumWidth(LEAST)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(self._title)
        outer.addWidget(self._pill)
        outer.addWidget(self._where)
        outer.addWidget(self.notice)
        outer.addWidget(self.program)
        outer.addWidget(self._does)
        outer.addWidget(self.items)
        outer.addWidget(self._facts)
        outer.addStretch(1)
        self.show_row(None)

    def show_row(self, row: MachineRow | None) -> None:
        """None for no machine at all."""
        shell, say = self._shell, self._shell.say
        if row is not None and row == self.row:
            return
        self.row = row
        looked = row.judged if row else None
        for part in (self._pill, self._where, self._does):
            part.setVisible(row is not None)
        for part in (self.items, self._facts, self.remove):
            part.setVisible(looked is not None)
        self.notice.clear()
        self.program.clear()
        if row is None:
            self._title.setText(say("hardware-none-chosen"))
            return
        icon, tone = MACHINE_LOOKS[row.verdict]
        self._title.setText(row.name)
        self._pill.tell(icon, shell.word(row.verdict), tone)
        self._where.setText(self._place(row))
        if looked is None:
            self.notice.tell("idle", say("hardware-nobody-looked-yet"))
            return
        self._warn(looked)
        self._facts.show_facts(self._besides(looked))
        self.items.show_lines([self._line(row.kind, one) for one in worst_first(looked)], self.items.key())
        self.items.setFixedHeight(len(looked.items) * HEIGHT + 2)

    def _place(self, row: MachineRow) -> str:
        say, shell, place = self._shell.say, self._shell, row.place
        parts = [shell.word(row.kind)]
        if row.room is not None:
            parts.append(say("room-name", room=row.room))
        elif row.kind is MachineKind.INVIGILATION:
            parts.append(say("hardware-spare-machine"))
        if place is not None:
            seat = say("hardware-spare-seat", seat=place.seat) if row.spare else place.seat
            parts.append(say("hardware-at-seat", seat=seat))
        parts += [part for part in (row.address, place.port if place else "") if part]
        return say("hardware-between").join(parts)

    def _besides(self, judged: JudgedMachine) -> list[tuple[str, str]]:
        asked, items = {one.requirement.item for one in judged.items}, judged.machine.items
        return [
            (self._shell.word(item), value_words(self._shell, item, items[item].value))
            for item in _BESIDES
            if item in items and item not in asked
        ]

    def _warn(self, judged: JudgedMachine) -> None:
        shell, say = self._shell, self._shell.say
        if judged.clashes:
            self.notice.tell("bad", say("hardware-clash-what", machines=judged.clashes[:8]))
        elif any(one.raised for one in judged.items):
            most = shell.bridge.rulebook.recommended_above.value
            self.notice.tell("primary", say("hardware-raised-why", most=most))
        fit = program_needs(judged, shell.bridge.rulebook)
        if fit.unmet:
            needs = say("hardware-need-separator").join(self._need(item) for item in fit.unmet)
            said = say("hardware-not-this-program", needs=needs)
            if not fit.serves:
                said = say("hardware-nor-this-program", needs=needs)
            self.program.tell("warn", said, note=say("hardware-what-to-do"))

    def _need(self, item: HardwareItem) -> str:
        values = self._shell.say("hardware-or").join(value_words(self._shell, item, value) for value in NEEDS[item])
        return self._shell.say(_NEED_IDS[item], value=values)

    def _line(self, kind: MachineKind, one: JudgedItem) -> CaseLine:
        shell, say, state, item = self._shell, self._shell.say, one.state, one.requirement.item
        source = place_in(shell, one.requirement.source)
        if state is None:
            value, how = say("hardware-unknown"), source
        else:
            value, who = value_words(shell, item, state.value), shell.bridge.console.directory.staff_name(state.by)
            if (read := one.measured or state.measured) not in ("", state.value):
                value = say("hardware-value-read", value=value, read=value_words(shell, item, read))
            at = state.at.strftime("%m-%d %H:%M")
            how = say("hardware-how", how=state.source, who=who, at=at, source=source)
        where = say("hardware-value-and-asked", value=value, asked=required_words(shell, one))
        return CaseLine(one.requirement.id, shell.word(item), item_pill(shell, kind, one), where, how)

    def _follow(self) -> None:
        """The list is as long as its items: what scrolls is the card."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea) and self.items.hasFocus():
            line = self.items.visualRect(self.items.currentIndex())
            at = self.items.mapTo(area.widget(), line.center())
            area.ensureVisible(at.x(), at.y(), 0, HEIGHT)

    def _to_clause(self) -> None:
        found = self.row.judged.items if self.row and self.row.judged else ()
        for one in found:
            if one.requirement.id == self.items.key():
                self._shell.go(Place(PageName.RULEBOOK, clause=one.requirement.clause))
