"""The people of one room as a list, in the order of the map; each line is the cell of somebody."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from app.views.candidates import CandidateColumn, CandidateState
from app.views.seats import SeatCell
from ui.models.candidates import StateBrush, column_name, hint, said
from ui.shell import Shell
from ui.style import ROW
from ui.widgets.pill import pill_width

Index = QModelIndex | QPersistentModelIndex
_INVALID = QModelIndex()
_TEXT_ROLES = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole})
COLUMNS = (
    CandidateColumn.SEAT,
    CandidateColumn.DRAWN,
    CandidateColumn.SEQUENCE,
    CandidateColumn.NAME,
    CandidateColumn.TICKET,
    CandidateColumn.ENTERED_AT,
    CandidateColumn.STATE,
)
_NAME, _STATE = COLUMNS.index(CandidateColumn.NAME), COLUMNS.index(CandidateColumn.STATE)
_SIDES, _STATE_MOST = 28, 190
_GIVES_WAY = (CandidateColumn.SEQUENCE, CandidateColumn.ENTERED_AT, CandidateColumn.DRAWN)


class RollModel(QAbstractTableModel):
    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._heads = [column_name(shell, column) for column in COLUMNS]
        self.rows: tuple[SeatCell, ...] = ()

    def show_rows(self, rows: Sequence[SeatCell]) -> None:
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

    def row_at(self, index: Index) -> SeatCell | None:
        return self.rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self._heads[section] if orientation is Qt.Orientation.Horizontal and role in _TEXT_ROLES else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column, shell = self.rows[index.row()], COLUMNS[index.column()], self._shell
        if row.who is None:
            return None
        if role == Qt.ItemDataRole.UserRole:
            return row.who
        marked = row.fault or row.who.elsewhere
        if role == Qt.ItemDataRole.DecorationRole and column is CandidateColumn.SEAT and marked:
            return shell.look.pixmap("alert-triangle", "bad", 14)
        if role == Qt.ItemDataRole.DisplayRole:
            moved = column is CandidateColumn.TICKET and row.who.transferred
            return shell.say("room-moved-in", ticket=row.who.ticket) if moved else said(shell, row.who, column)
        return hint(shell, row.who, column) if role in _TEXT_ROLES else None


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
        samples = {
            CandidateColumn.TICKET: shell.say("room-moved-in", ticket="0" * 13),
            CandidateColumn.ENTERED_AT: "00:00:00",
        }
        for number, column in enumerate(COLUMNS):
            head.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
            width = max(measure(samples.get(column, "00000")), min(measure(column_name(shell, column)), 110)) + _SIDES
            self.setColumnWidth(number, width)
        longest = int(max(pill_width(shell.look, shell.word(s)) for s in CandidateState)) + 20
        self.setColumnWidth(_STATE, min(longest, _STATE_MOST))
        self._drawn = False
        self._widths = {column: self.columnWidth(number) for number, column in enumerate(COLUMNS)}
        head.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        self._fit()
        self.setItemDelegateForColumn(_STATE, StateBrush(shell, self))
        self.doubleClicked.connect(lambda _: self.entered.emit())

    def show_drawn(self, *, drawn: bool) -> None:
        """Seats are drawn only in an overbooked site."""
        if drawn is not self._drawn:
            self._drawn = drawn
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """Where it is narrow, what stands in other columns too, or in the panel, is hidden."""
        hidden = set() if self._drawn else {CandidateColumn.DRAWN}
        over = sum(width for column, width in self._widths.items() if column not in hidden) - self.viewport().width()
        for column in _GIVES_WAY:
            if over > 0 and column not in hidden:
                hidden.add(column)
                over -= self._widths[column]
        for number, column in enumerate(COLUMNS):
            self.setColumnHidden(number, column in hidden)

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
