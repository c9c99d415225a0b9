"""The candidates of a session as a table: ten thousand rows that are only looked up where they are seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.core.terms import Ticket
from app.views.candidates import CandidateColumn, CandidateRow, CandidateState, Listing
from ui.shell import Shell, clock
from ui.style import ROW
from ui.widgets.pill import HEIGHT, draw_pill, pill_width
from ui.widgets.sort_header import SortHeader

Index = QModelIndex | QPersistentModelIndex
_INVALID = QModelIndex()
_TEXT_ROLES = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole})
COLUMNS = tuple(CandidateColumn)
_NAME, _STATE = COLUMNS.index(CandidateColumn.NAME), COLUMNS.index(CandidateColumn.STATE)
_DOT = "\u2022"
_SAMPLES = {
    CandidateColumn.TICKET: "0" * 13,
    CandidateColumn.SEQUENCE: "000",
    CandidateColumn.ID_NUMBER: _DOT * 4 + "000X",
    CandidateColumn.ROOM: "0000",
    CandidateColumn.SEAT: "0000",
    CandidateColumn.DRAWN: "0000",
    CandidateColumn.ENTERED_AT: "00:00:00",
}
_GIVES_WAY = (
    CandidateColumn.SEQUENCE,
    CandidateColumn.ENTERED_AT,
    CandidateColumn.ID_NUMBER,
    CandidateColumn.DRAWN,
    CandidateColumn.SEAT,
)
"""What is hidden first where the table is narrow: the card beside it says all of it."""
_SIDES, _NAME_WIDTH, _HEAD, _STATE_LEAST, _STATE_ENOUGH = 32, 110, 120, 120, 176
LOOKS: dict[CandidateState, tuple[str, str]] = {
    CandidateState.AWAITED: ("circle-dashed", "idle"),
    CandidateState.HELD: ("hourglass", "warn"),
    CandidateState.TURNED_BACK: ("id", "warn"),
    CandidateState.TURNED_AWAY: ("clock-exclamation", "bad"),
    CandidateState.SUSPECTED: ("alert-triangle", "bad"),
    CandidateState.PRESENT: ("user-check", "primary"),
    CandidateState.RESET_WAITS: ("refresh", "warn"),
    CandidateState.GAVE_UP: ("flag", "warn"),
    CandidateState.LEFT: ("logout", "idle"),
    CandidateState.PENDING: ("arrows-exchange", "warn"),
    CandidateState.ABSENT: ("user-off", "warn"),
    CandidateState.COLLECTED: ("circle-check", "ok"),
    CandidateState.NEVER_LOGGED_IN: ("user-question", "warn"),
    CandidateState.WRITTEN_OFF: ("ban", "bad"),
}


def column_name(shell: Shell, column: CandidateColumn) -> str:
    """The word of a column as a heading."""
    said = shell.word(column)
    return said[:1].upper() + said[1:]


def said_number(row: CandidateRow) -> str:
    """The masked ID number, its hidden part cut to four signs however long it is; "" after erasure."""
    return _DOT * 4 + row.id_masked.replace(_DOT, "") if row.id_masked else ""


def said_name(shell: Shell, row: CandidateRow) -> str:
    return shell.say("candidates-erased") if row.name is None else row.name


def said(shell: Shell, row: CandidateRow, column: CandidateColumn) -> str:
    """What stands in a line; a room or a seat that is not as arranged says so."""
    match column:
        case CandidateColumn.NAME:
            return said_name(shell, row)
        case CandidateColumn.ID_NUMBER:
            return said_number(row)
        case CandidateColumn.STATE:
            return shell.word(row.state)
        case CandidateColumn.ENTERED_AT:
            return clock(row.entered_at)
        case CandidateColumn.ROOM if row.transferred:
            return shell.say("candidates-moved-in", room=row.room)
        case _:
            return str(getattr(row, column.value))


def hint(shell: Shell, row: CandidateRow, column: CandidateColumn) -> str:
    """The same, and in full what only a mark shows."""
    if column is CandidateColumn.SEAT and row.elsewhere:
        return shell.say("candidates-other-seat", seat=row.seat)
    return said(shell, row, column)


class CandidateModel(QAbstractTableModel):
    """Some row numbers of a listing, in the order in which they are shown."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._heads = [column_name(shell, column) for column in COLUMNS]
        self.listing: Listing | None = None
        self.numbers: Sequence[int] = ()
        self._places: dict[int, int] = {}

    def show_rows(self, listing: Listing, numbers: Sequence[int], changed: Iterable[int] = ()) -> bool:
        """Whether other rows, or another order, are shown than before; otherwise only `changed` are drawn again."""
        if listing is self.listing and numbers == self.numbers:
            for place in (self._places[number] for number in changed if number in self._places):
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(COLUMNS) - 1))
            return False
        self.beginResetModel()
        self.listing, self.numbers = listing, numbers
        self._places = {number: place for place, number in enumerate(numbers)}
        self.endResetModel()
        return True

    def row_at(self, place: int) -> CandidateRow | None:
        there = self.listing is not None and 0 <= place < len(self.numbers)
        return self.listing.rows[self.numbers[place]] if self.listing and there else None

    def place_of(self, ticket: Ticket) -> int | None:
        """In which line this candidate is shown, None where not."""
        rows = self.listing.rows if self.listing else []
        return next((place for place, number in enumerate(self.numbers) if rows[number].ticket == ticket), None)

    def rowCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self.numbers)

    def columnCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index.row())
        if row is None:
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return said(self._shell, row, column)
        if role in _TEXT_ROLES:
            return hint(self._shell, row, column)
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.DecorationRole and column is CandidateColumn.SEAT and row.elsewhere:
            return self._shell.look.pixmap("alert-triangle", "bad", 14)
        if role == Qt.ItemDataRole.FontRole and index.column() == _NAME:
            return self._shell.look.font(13)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role in _TEXT_ROLES:
            return self._heads[section]
        return None


class CandidateTable(QTableView):
    """`chosen` carries the ticket of the line one stands on, "" for none; `entered` comes with Enter or double click,
    `left` with Escape, `sorted_by` with a column and whether it descends."""

    chosen = Signal(str)
    entered = Signal()
    left = Signal()
    sorted_by = Signal(object, bool)

    def __init__(self, shell: Shell, model: CandidateModel) -> None:
        super().__init__()
        self._rows = model
        self.setModel(model)
        self.setAccessibleName(shell.say("candidates-list"))
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
        self.verticalHeader().setSectionResizeMode(self.verticalHeader().ResizeMode.Fixed)
        self.header = SortHeader(shell.look, self)
        self.setHorizontalHeader(self.header)
        self.header.setFixedHeight(ROW)
        self.header.setAccessibleName(shell.say("candidates-sort"))
        self.header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.header.sortIndicatorChanged.connect(self._sort)
        self.header.sectionClicked.connect(lambda _: self.setFocus())
        self.setItemDelegateForColumn(_STATE, StateBrush(shell, self))
        self.doubleClicked.connect(lambda _: self.entered.emit())
        self._widths = self._wanted(shell)
        self._never: frozenset[CandidateColumn] = frozenset({CandidateColumn.DRAWN})
        for place, column in enumerate(COLUMNS):
            stretch = column is CandidateColumn.NAME
            mode = self.header.ResizeMode.Stretch if stretch else self.header.ResizeMode.Fixed
            self.header.setSectionResizeMode(place, mode)
            self.setColumnWidth(place, self._widths[column])

    def _wanted(self, shell: Shell) -> dict[CandidateColumn, int]:
        measure = self.fontMetrics().horizontalAdvance
        widths = {column: measure(sample) + _SIDES for column, sample in _SAMPLES.items()}
        widths[CandidateColumn.STATE] = int(max(pill_width(shell.look, shell.word(s)) for s in CandidateState)) + 20
        widths[CandidateColumn.ROOM] = measure(shell.say("candidates-moved-in", room="000")) + _SIDES
        widths[CandidateColumn.NAME] = _NAME_WIDTH
        heads = {column: min(measure(column_name(shell, column)), _HEAD) + _SIDES for column in COLUMNS}
        return {column: max(width, heads[column]) for column, width in widths.items()}

    @property
    def order(self) -> tuple[CandidateColumn, bool]:
        """The column that is sorted by, and whether it descends."""
        descends = self.header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        return COLUMNS[self.header.sortIndicatorSection()], descends

    def show_drawn(self, *, drawn: bool) -> None:
        """Seats are drawn only in an overbooked site."""
        never = frozenset() if drawn else frozenset({CandidateColumn.DRAWN})
        if never != self._never:
            self._never = never
            self._fit()

    def stand_on(self, ticket: Ticket | None) -> None:
        """Go to this candidate's line without telling anyone; to none where it is not shown."""
        place = self._rows.place_of(ticket) if ticket else None
        before = self.blockSignals(True)
        if place is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        elif self.currentIndex().row() != place:
            self.setCurrentIndex(self._rows.index(place, 0))
        self.blockSignals(before)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = self._rows.row_at(current.row()) if current.isValid() else None
        self.chosen.emit(row.ticket if row else "")

    def keyboardSearch(self, search: str) -> None:
        """A scanner types here too: its digits must not move the line."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        hidden = set(self._never)
        wanted = self._widths[CandidateColumn.STATE]
        # Few states are as long as the longest: for that one alone no column is given up.
        enough = min(wanted, _STATE_ENOUGH)
        shown = sum(width for column, width in self._widths.items() if column not in hidden)
        over = shown - wanted + enough - self.viewport().width()
        for column in _GIVES_WAY:
            if over > 0 and column not in hidden:
                hidden.add(column)
                over -= self._widths[column]
        for place, column in enumerate(COLUMNS):
            self.setColumnHidden(place, column in hidden)
        self.setColumnWidth(_STATE, max(min(wanted, enough - over), min(wanted, _STATE_LEAST)))

    def _sort(self, section: int, order: Qt.SortOrder) -> None:
        self.sorted_by.emit(COLUMNS[section], order is Qt.SortOrder.DescendingOrder)


class StateBrush(QStyledItemDelegate):
    """The state as a pill; the ground, and what a screen reader says, stay the table's own."""

    def __init__(self, shell: Shell, parent: QTableView) -> None:
        super().__init__(parent)
        self._shell = shell

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""  # type: ignore[attr-defined]  # Qt's fields are untyped

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        row: CandidateRow = index.data(Qt.ItemDataRole.UserRole)
        icon, tone = LOOKS[row.state]
        where: QRect = option.rect  # type: ignore[attr-defined]  # Qt's fields are untyped
        at = QPointF(where.x() + 8, where.y() + (where.height() - HEIGHT) / 2)
        painter.save()
        draw_pill(painter, self._shell.look, at, icon, self._shell.word(row.state), tone, width=where.width() - 12)
        painter.restore()
