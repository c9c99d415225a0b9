"""The people of one room as a list, in the order of the map."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from app.core.terms import Ticket
from app.views.candidates import CandidateColumn, CandidateState
from ui.models.candidates import StateBrush, column_name
from ui.shell import Shell, clock
from ui.style import ROW
from ui.widgets.pill import pill_width

Index = QModelIndex | QPersistentModelIndex
_INVALID = QModelIndex()
_TEXT_ROLES = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole})
COLUMNS = (
    CandidateColumn.SEAT,
    CandidateColumn.SEQUENCE,
    CandidateColumn.NAME,
    CandidateColumn.TICKET,
    CandidateColumn.ENTERED_AT,
    CandidateColumn.STATE,
)
_NAME, _STATE = COLUMNS.index(CandidateColumn.NAME), COLUMNS.index(CandidateColumn.STATE)
_SIDES = 28


class RollRow(msgspec.Struct, frozen=True):
    """One candidate of the room. `name` is None after erasure."""

    seat: str
    sequence: str
    name: str | None
    ticket: Ticket
    entered_at: datetime | None
    state: CandidateState
    fault: bool


class RollModel(QAbstractTableModel):
    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._heads = [column_name(shell, column) for column in COLUMNS]
        self.rows: tuple[RollRow, ...] = ()

    def show_rows(self, rows: Sequence[RollRow]) -> None:
        """Lines stay as long as the people are the same."""
        before, after = self.rows, tuple(rows)
        if [row.ticket for row in before] != [row.ticket for row in after]:
            self.beginResetModel()
            self.rows = after
            self.endResetModel()
            return
        self.rows = after
        for number, (old, new) in enumerate(zip(before, after, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(number, 0), self.index(number, len(COLUMNS) - 1))

    def find(self, ticket: str | None) -> QModelIndex:
        """Invalid where this candidate is not in the room."""
        return next((self.index(n, 0) for n, row in enumerate(self.rows) if row.ticket == ticket), _INVALID)

    def row_at(self, index: Index) -> RollRow | None:
        return self.rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self._heads[section] if orientation is Qt.Orientation.Horizontal and role in _TEXT_ROLES else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self.rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.DecorationRole and column is CandidateColumn.SEAT and row.fault:
            return self._shell.look.pixmap("alert-triangle", "bad", 14)
        if role not in _TEXT_ROLES:
            return None
        match column:
            case CandidateColumn.NAME:
                return self._shell.say("room-erased") if row.name is None else row.name
            case CandidateColumn.STATE:
                return self._shell.word(row.state)
            case CandidateColumn.ENTERED_AT:
                return clock(row.entered_at)
            case _:
                return str(getattr(row, column.value))


class RollView(QTableView):
    """`entered` comes with Enter or double click."""

    chosen = Signal()
    entered = Signal()

    def __init__(self, shell: Shell, model: RollModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(shell.say("room-list"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        # One at a time: nothing that could be copied as a list.
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        head = self.horizontalHeader()
        head.setFixedHeight(ROW)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        measure = self.fontMetrics().horizontalAdvance
        samples = {CandidateColumn.TICKET: "0" * 13, CandidateColumn.ENTERED_AT: "00:00:00"}
        for number, column in enumerate(COLUMNS):
            head.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
            width = max(measure(samples.get(column, "00000")), min(measure(column_name(shell, column)), 110)) + _SIDES
            self.setColumnWidth(number, width)
        head.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(_STATE, int(max(pill_width(shell.look, shell.word(s)) for s in CandidateState)) + 20)
        self.setItemDelegateForColumn(_STATE, StateBrush(shell, self))
        self.doubleClicked.connect(lambda _: self.entered.emit())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit()

    def keyboardSearch(self, search: str) -> None:
        """A scanner types here too: its digits must not move the line."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
