"""Start commands as the rooms report them: all at one time, and the ones that differ."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from app.core.start import RecordStarts
from app.core.terms import RoomId
from app.service.gates import at_gate
from app.views.board import Board, RoomState
from app.views.reports import NOT_STARTED
from ui.models.starts import AT, ROOM, Index, StartLine, StartsModel, TimeEditor
from ui.pages.report_form import ToldForm
from ui.shell import Shell, clock
from ui.style import ROW
from ui.widgets.asking import Asking
from ui.widgets.notice import Notice
from ui.widgets.parts import Form, button, card, flow, label

_TRIGGER = QAbstractItemView.EditTrigger


class StartForm(ToldForm):
    """Every room that is released and has not started is ticked; its time can be typed in its line."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, asking)
        self._board: Board | None = None
        say = shell.say
        frame, inside = card()
        fields = Form(columns=2)
        fields.field(say("reports-start-time"), self.moment)
        fields.field(say("reports-who"), self.person)
        inside.addLayout(fields)
        self._hint = label("", "Cap")
        inside.addWidget(self._hint)
        self.outer.addWidget(frame)
        self._notice = Notice(shell.look)
        self.outer.addWidget(self._notice)
        self.model = StartsModel(shell)
        self.table = self._table()
        held, table_inside = card(margins=(0, 0, 0, 0))
        table_inside.addWidget(self.table)
        self.outer.addWidget(held, 1)
        self.record = button(shell.look, say("reports-start-record", count=0), self._record, "player-play", "primary")
        every = button(shell.look, say("reports-tick-all"), lambda: self.model.tick_all(on=True))
        none = button(shell.look, say("reports-tick-none"), lambda: self.model.tick_all(on=False))
        self.steps.addWidget(flow(self.record, every, none))
        self.first = self.moment.edit
        # On to the button, not past it: a room whose time differs may still be set in between.
        self.moment.edit.returnPressed.connect(self.record.setFocus)
        self.moment.changed.connect(self._refill)
        self.model.ticked.connect(self._count)
        self.model.misread.connect(lambda: self._notice.tell("bad", say("moment-wrong")))

    def look(self, board: Board, room: RoomId | None) -> None:
        self._board = board
        other = board.session != self.session
        super().look(board, room)
        if other:
            plan = self.shell.bridge.site.sessions[board.session].plan
            self._hint.setText(self.shell.say("reports-start-hint", time=clock(plan.starts_at)))
            self.moment.propose(plan.starts_at)
        self._refill()

    def _refill(self) -> None:
        if self._board is None:
            return
        shell = self.shell
        lines = tuple(
            StartLine(
                one.plan.id,
                self.name(one.plan.id),
                shell.word(one.state),
                one.state in NOT_STARTED,
                one.started_at,
            )
            for one in self._board.cards
            if one.state not in (RoomState.NOBODY, RoomState.CALLED_OFF)
        )
        self.model.show_starts(lines, self.moment.value())
        waiting = sum(one.state is RoomState.WAITING for one in self._board.cards)
        left = any(line.open for line in lines)
        self.foot.setVisible(left)
        if left:
            self._notice.clear()
        elif waiting:
            self._notice.tell("idle", shell.say("reports-start-unreleased", count=waiting))
        else:
            self._notice.tell("ok", shell.say("reports-start-done"))
        self._count()

    def _count(self) -> None:
        self.record.setText(self.shell.say("reports-start-record", count=len(self.model.starts())))
        self.record.setAccessibleName(self.record.text())

    def _record(self) -> None:
        starts, session, console = self.model.starts(), self.session, self.shell.bridge.console
        if self.moment.value() is None:
            self.moment.complain()
        elif not starts or session is None:
            self._notice.tell("idle", self.shell.say("reports-start-nothing"))
            self.table.setFocus()
        else:
            operation = RecordStarts(session, starts, self.person.value())
            self.asking.ask(
                lambda *signers: at_gate(console, operation, *signers),
                self.shell.say("reports-start-recorded", count=len(starts)),
                lambda _: self.settled.emit(),
            )

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setItemDelegate(TimeEditor(table))
        table.setAccessibleName(self.shell.say("reports-start-rooms"))
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(_TRIGGER.DoubleClicked | _TRIGGER.EditKeyPressed | _TRIGGER.AnyKeyPressed)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW)
        table.setMinimumHeight(4 * ROW)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.activated.connect(self._activated)
        return table

    def _activated(self, index: Index) -> None:
        if index.column() == AT and self.model.lines[index.row()].open:
            self.table.edit(index)
        elif index.column() != ROOM:
            self.model.toggle(index.row())
