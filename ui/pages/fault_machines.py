"""The list of exam machines: looked up by seat, name or address, and taken from a file room by room."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.core.terms import RoomId
from app.service import machine_list
from app.service.machine_list import Encoding, MachineFile, RowFlaw
from app.trouble import Trouble
from app.views.faults import Placed, find_machines
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.fault_forms import room_choice
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.notice import Notice
from ui.widgets.parts import button, card, flow, label
from ui.widgets.search_field import SearchField

FLAWS = {
    RowFlaw.NOT_TEXT: "faults-row-not-text",
    RowFlaw.NO_SUCH_SEAT: "faults-row-no-such-seat",
    RowFlaw.SEAT_TWICE: "faults-row-seat-twice",
    RowFlaw.NO_MACHINE: "faults-row-no-machine",
    RowFlaw.SIGNS: "faults-row-signs",
    RowFlaw.COLUMNS: "faults-row-columns",
    RowFlaw.EMPTY: "faults-row-empty",
}
ENCODINGS = {
    Encoding.UTF8: "faults-encoding-utf8",
    Encoding.UTF8_MARKED: "faults-encoding-marked",
    Encoding.GBK: "faults-encoding-gbk",
}
COLUMNS = (
    "faults-room",
    "faults-column-seat",
    "faults-machine",
    "faults-column-address",
    "faults-column-port",
    "faults-column-state",
)
BAD_COLUMNS = ("faults-column-line", "faults-column-why", "faults-column-there")
BAD_SHOWN = 6


class MachineList(QWidget):
    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        say, look = shell.say, shell.look
        self.room = room_choice(shell, say("faults-all-rooms"))
        self.room.setAccessibleName(say("faults-filter"))
        self.room.currentIndexChanged.connect(lambda _: self._other_room())
        self.search = SearchField(say("faults-find-machine"), say("faults-find-machine"))
        self.search.setAccessibleName(say("faults-find-machine"))
        self.search.setMinimumWidth(240)
        self.first = self.search
        self.search.textChanged.connect(lambda _: self.refresh())
        self.search.down.connect(self._to_table)
        self.choose = button(look, say("faults-list-choose"), self._choose, "file-import", "primary")
        self.outcome = Notice(look)
        bad_model = LinesModel(shell, [say(column) for column in BAD_COLUMNS])
        self.bad = LinesView(bad_model, say("faults-list-bad"), wide=(1, 2))
        self._bad_card, bad_inside = card(margins=(0, 0, 0, 0))
        bad_inside.addWidget(self.bad)
        self._bad_card.hide()
        model = LinesModel(shell, [say(column) for column in COLUMNS])
        self.table = LinesView(model, say("faults-part-machines"), wide=(2, 3, 4))
        self._none = label("", "Sub")
        self._none.setContentsMargins(14, 8, 14, 8)
        frame, inside = card(margins=(0, 4, 0, 4))
        inside.addWidget(self._none)
        inside.addWidget(self.table, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(flow(self.room, self.search, self.choose))
        outer.addWidget(self.outcome)
        outer.addWidget(self._bad_card)
        outer.addWidget(frame, 1)

    def start(self) -> None:
        self.search.setFocus()

    def _to_table(self) -> None:
        self.table.setFocus()

    def refresh(self) -> None:
        shell, site = self._shell, self._shell.bridge.site
        found = find_machines(site, self.search.text(), self.room.currentData())
        self.table.lines.show_lines([self._line(one) for one in found])
        self._none.setVisible(not found)
        listed = any(site.machines.get(room) for room in (self.room.currentData(),) if room) or (
            self.room.currentData() is None and any(site.machines.values())
        )
        self._none.setText(shell.say("faults-machines-not-found") if listed else shell.say("faults-machines-none"))

    def take(self, path: Path) -> None:
        """Read a file for the room that is chosen, and say what it holds; nothing is entered yet."""
        room, shell = self.room.currentData(), self._shell
        self._asking.clear()
        try:
            found = machine_list.read(path, shell.bridge.site.plans[room])
        except Trouble as trouble:
            self.outcome.tell("bad", shell.text.trouble(trouble))
            return
        name = ENCODINGS.get(found.encoding) if found.encoding else None
        encoding = shell.say(name) if name else shell.say("blank")
        self.bad.lines.show_lines([_fault_line(shell, n, found) for n in range(len(found.faults))])
        self._bad_card.setVisible(bool(found.faults))
        if found.faults:
            self.bad.fit_height(1, BAD_SHOWN)
            count = len(found.faults)
            self.outcome.tell("bad", shell.say("faults-list-unfit", file=found.name, encoding=encoding, count=count))
            return
        before = len(shell.bridge.site.machines.get(room, {}))
        count = len(found.machines)
        said = shell.say("faults-list-fits", file=found.name, encoding=encoding, count=count, room=room, before=before)
        self.outcome.tell("primary", said, (shell.say("faults-list-take"), lambda: self._enter(room, found)))

    def _enter(self, room: RoomId, found: MachineFile) -> None:
        console = self._shell.bridge.console
        said = self._shell.say("faults-list-taken", room=room, count=len(found.machines))
        self._asking.ask(
            lambda *signers: machine_list.take(console, room, found, *signers), said, lambda _: self._taken()
        )

    def _taken(self) -> None:
        self.outcome.clear()
        self.refresh()
        self.search.setFocus()

    def _choose(self) -> None:
        if self.room.currentData() is None:
            self.outcome.tell("warn", self._shell.say("faults-list-which-room"))
            self.room.setFocus()
            return
        say = self._shell.say
        dialog = QFileDialog(self, say("faults-list-choose"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(f"{say('faults-part-machines')} (*{machine_list.SUFFIX})")
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _other_room(self) -> None:
        """What was read was read for another room."""
        self.outcome.clear()
        self._bad_card.hide()
        self.refresh()

    def _line(self, one: Placed) -> Line:
        say, blank = self._shell.say, self._shell.say("blank")
        state = Cell(say("faults-machine-down"), "bad", "alert-triangle")
        if not one.down:
            state = Cell(say("faults-machine-fine"), "ok", "check")
        machine = one.machine
        cells = (
            Cell(one.room),
            Cell(machine.seat),
            Cell(machine.machine),
            Cell(machine.address or blank, "text2"),
            Cell(machine.port or blank, "text2"),
            state,
        )
        return Line((one.room, machine.seat), cells)


def _fault_line(shell: Shell, number: int, found: MachineFile) -> Line:
    fault = found.faults[number]
    where = str(fault.line) if fault.line else shell.say("faults-row-whole")
    return Line(number, (Cell(where), Cell(shell.say(FLAWS[fault.flaw]), "bad", "alert-triangle"), Cell(fault.text)))
