"""The list of faults: open ones first, the longest at the top, then what was restored today."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.leaving import suspended
from app.core.terms import FaultNo, RoomId
from app.views.faults import FaultRow, FaultStep, closed_today, open_faults, standing_still
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.fault_card import FaultCard, place_of, short_place, state_of
from ui.pages.fault_forms import FaultSteps, room_choice
from ui.pages.fault_side import Side
from ui.shell import PageName, Place, Shell, hour
from ui.widgets.asking import Asking
from ui.widgets.notice import Notice
from ui.widgets.parts import button, card, label, row

COLUMNS = ("faults-column-state", "faults-column-place", "faults-column-kind", "faults-column-people", "faults-helper")


class FaultList(QWidget):
    """`exam_steps`: whether the one at the desk does more than mend. `moving` carries a room that may have to move."""

    moving = Signal(str)

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell = shell
        self._rows: dict[FaultNo, FaultRow] = {}
        self._number: FaultNo | None = None
        self.exam_steps = True
        say, look = shell.say, shell.look
        self.room = room_choice(shell, say("faults-all-rooms"))
        self.room.setAccessibleName(say("faults-filter"))
        self.room.currentIndexChanged.connect(lambda _: self.refresh())
        self.report = button(look, say("faults-report"), self._report, "plus", "primary")
        self._standing = Notice(look)
        model = LinesModel(shell, [say(column) for column in COLUMNS])
        self.table = LinesView(model, say("faults-list"), wide=(2,))
        self.first = self.table
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: self._enter())
        self._none = label(say("faults-none"), "Sub")
        self.send = button(look, say("faults-send-short"), lambda: self._with(self._steps.send_help), "user-check")
        self.restore = button(look, say("faults-restore-short"), lambda: self._with(self._steps.restore), "check")
        self.to_room = button(look, say("faults-to-room"), self._to_room, "arrow-right")
        self.to_move = button(look, say("faults-to-move"), self._to_move, "arrow-right")
        self.fault = FaultCard(shell, self.send, self.restore, self.to_room, self.to_move)
        self.side = Side(asking, self.fault)
        self.side.left.connect(self._back)
        self.side.opened.connect(lambda form: self.report.lead(look, "plus", leads=not form))
        self._steps = FaultSteps(shell, asking, self.side)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addLayout(row(self.room, None, self.report))
        left.addWidget(self._standing)
        frame, inside = card(margins=(0, 4, 0, 4))
        inside.addWidget(self._none)
        inside.addWidget(self.table, 1)
        self._none.setContentsMargins(14, 8, 14, 8)
        left.addWidget(frame, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addLayout(left, 1)
        across.addWidget(self.side)

    def show_room(self, room: RoomId | None) -> None:
        self.room.setCurrentIndex(max(self.room.findData(room), 0))

    def refresh(self) -> tuple[FaultRow, ...]:
        """The open ones of the whole site, whatever the list is narrowed to."""
        bridge = self._shell.bridge
        site, rules, now, only = bridge.site, bridge.rulebook, bridge.now, self.room.currentData()
        every = open_faults(site, rules, now)
        shown = open_faults(site, rules, now, only) if only else every
        done = closed_today(site, rules, now, only)
        self._rows = {one.number: one for one in (*shown, *done)}
        before = [line.key for line in self.table.lines.lines]
        self.table.lines.show_lines([self._line(one) for one in self._rows.values()])
        if before != list(self._rows):
            if self._number not in self._rows:
                self._number = next(iter(self._rows), None)
            self._select()
        self._none.setVisible(not self._rows)
        self._show_standing()
        self._show_fault()
        return every

    def start(self) -> None:
        (self.table if self._rows else self.report).setFocus()

    def _select(self) -> None:
        if self._number is not None:
            self.table.setCurrentIndex(self.table.lines.index(list(self._rows).index(self._number), 0))

    def _choose(self) -> None:
        keys = self.table.chosen_keys()
        if keys and isinstance(keys[0], str):
            self._number = FaultNo(keys[0])
        self._show_fault()

    def _show_fault(self) -> None:
        chosen = self._rows.get(self._number) if self._number else None
        self.fault.show_fault(chosen)
        way = self.exam_steps and chosen is not None and chosen.room is not None
        step = chosen.next_step if way and chosen else None
        self.to_room.setVisible(step in (FaultStep.RESET, FaultStep.CHANGE))
        self.to_move.setVisible(step is FaultStep.MOVE_ROOM)
        self.side.updateGeometry()

    def _show_standing(self) -> None:
        bridge, session = self._shell.bridge, self._shell.bridge.session
        rooms = [one.room for one in standing_still(bridge.site, session)] if session else []
        if not rooms:
            self._standing.clear()
            return
        faults = tuple(sorted({number for room in rooms if (number := suspended(bridge.site, room))}))
        said = self._shell.say("faults-standing", rooms=tuple(rooms), count=len(rooms), faults=faults)
        if self._standing.isHidden() or self._standing.accessibleName() != said:
            self._standing.tell("bad", said)

    def _line(self, one: FaultRow) -> Line:
        shell, staff = self._shell, self._shell.bridge.console.directory
        icon, said, tone = state_of(shell, one)
        ink = "text2" if one.closed_at else "text"
        helper = shell.say("blank")
        if one.helper and not one.closed_at:
            helper = shell.say("faults-helper-short", person=staff.staff_name(one.helper), time=hour(one.sent_at))
        people = str(one.concerned.total) if not one.closed_at else shell.say("blank")
        cells = (
            Cell(said, tone, icon),
            Cell(short_place(shell, one), ink, full=place_of(shell, one)),
            Cell(shell.word(one.kind), ink),
            Cell(people, ink),
            Cell(helper, ink if one.helper or one.closed_at else "warn"),
        )
        return Line(one.number, cells)

    def _with(self, step: Callable[[FaultRow], None]) -> None:
        chosen = self._rows.get(self._number) if self._number else None
        if chosen is not None:
            step(chosen)

    def _enter(self) -> None:
        """From the list to what can be done."""
        (self.send if self.send.isVisible() else self.table).setFocus()

    def _report(self) -> None:
        self._steps.report(self.room.currentData())

    def _back(self) -> None:
        self.refresh()
        self.start()

    def _to_move(self) -> None:
        chosen = self._rows.get(self._number) if self._number else None
        if chosen is not None and chosen.room is not None:
            self.moving.emit(chosen.room)

    def _to_room(self) -> None:
        chosen = self._rows.get(self._number) if self._number else None
        if chosen is not None:
            self._shell.go(Place(PageName.ROOM, chosen.session, chosen.room))
