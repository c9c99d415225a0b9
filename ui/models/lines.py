"""A plain table of words: lines with a key each, cells with a tone and an icon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.shell import Shell
from ui.style import ROW

Index = QModelIndex | QPersistentModelIndex
_INVALID = QModelIndex()
WIDEST = 184
"""Pixels of a column that is as wide as its cells."""
_MEASURED = 4096
"""Texts of which a view remembers the size."""


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    tone: str = "text"
    icon: str = ""
    full: str = ""
    """The whole sentence where `text` is only its beginning."""


@dataclass(frozen=True, slots=True)
class Line:
    """`key` says what it is about; unique in its table."""

    key: object
    cells: tuple[Cell, ...]


class LinesModel(QAbstractTableModel):
    def __init__(self, shell: Shell, headers: Sequence[str]) -> None:
        super().__init__()
        self._look, self._headers = shell.look, tuple(headers)
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Lines stay where they are as long as they are about the same things."""
        if [line.key for line in lines] != [line.key for line in self.lines]:
            self.beginResetModel()
            self.lines = tuple(lines)
            self.endResetModel()
            return
        before, self.lines = self.lines, tuple(lines)
        for number, (old, new) in enumerate(zip(before, self.lines, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(number, 0), self.index(number, len(self._headers) - 1))

    def rowCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.lines[index.row()].cells[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.ToolTipRole:
                return cell.full or cell.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._headers[index.column()]} {cell.full or cell.text}"
            case Qt.ItemDataRole.ForegroundRole:
                return self._look.colour(cell.tone)
            case Qt.ItemDataRole.DecorationRole if cell.icon:
                return self._look.icon(cell.icon, cell.tone, 16)
            case Qt.ItemDataRole.UserRole:
                return self.lines[index.row()].key
            case _:
                return None


class _Roomy(QStyledItemDelegate):
    """The frame around the focused cell takes its width from the text, which was measured without it.

    However long its words, no column crowds out the wide ones. A text is measured once: Qt asks for every cell again
    whenever the page comes back.
    """

    def __init__(self, view: LinesView) -> None:
        super().__init__(view)
        self._view = view
        self._sizes: dict[tuple[str, bool], QSize] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell = self._view.lines.lines[index.row()].cells[index.column()]
        key = (cell.text, bool(cell.icon))
        if key not in self._sizes:
            if len(self._sizes) > _MEASURED:
                self._sizes.clear()
            wanted = super().sizeHint(option, index) + QSize(8, 0)
            self._sizes[key] = wanted.boundedTo(QSize(WIDEST, wanted.height()))
        return self._sizes[key]


class LinesView(QTableView):
    """Whole lines are chosen; Enter and double click open one, and Tab goes on to what comes after the table."""

    opened = Signal(object)
    chosen = Signal()

    def __init__(self, model: LinesModel, name: str, wide: Sequence[int], *, several: bool = False) -> None:
        """`wide` columns share the width that the others leave."""
        super().__init__()
        self.lines = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Roomy(self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        for column in range(model.columnCount()):
            stretches = QHeaderView.ResizeMode.Stretch if column in wide else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, stretches)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(Qt.ItemDataRole.UserRole)))
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())

    def chosen_keys(self) -> tuple[object, ...]:
        """The keys of the chosen lines, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.lines.lines[row].key for row in rows)

    def fit_height(self, least: int, most: int) -> None:
        """High enough for its lines, within bounds, so that a form holds it without a scroll area of its own."""
        shown = min(max(len(self.lines.lines), least), most)
        lines = shown * self.verticalHeader().defaultSectionSize()
        slides = self.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAsNeeded
        # The bar lies over the last line otherwise.
        below = self.horizontalScrollBar().sizeHint().height() if slides else 0
        self.setFixedHeight(lines + self.horizontalHeader().sizeHint().height() + 2 + below)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End lead to the first line and the last one: there are no cells to go through."""
        if action is QAbstractItemView.CursorAction.MoveHome:
            return self.lines.index(0, 0)
        if action is QAbstractItemView.CursorAction.MoveEnd:
            return self.lines.index(len(self.lines.lines) - 1, 0)
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().data(Qt.ItemDataRole.UserRole))
            return
        super().keyPressEvent(event)


def choose_again(view: LinesView, kept: tuple[object, ...], place: int) -> None:
    """The same ones, wherever they stand now; where they went, whoever has come into their place."""
    rows = [number for number, line in enumerate(view.lines.lines) if line.key in kept]
    if not rows and view.lines.lines:
        rows = [min(max(place, 0), len(view.lines.lines) - 1)]
    if rows:
        view.selectRow(rows[0])
    for row in rows[1:]:
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        view.selectionModel().select(view.lines.index(row, 0), flags)
