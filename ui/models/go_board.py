"""The go or no-go as a table of painted cells: rooms down, gates across, so that arrow keys find their way."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from app.core.board_signing import BoardState
from app.core.go_no_go import Answer, Cell, Gate
from app.core.terms import RoomId
from app.text import capital
from app.views.readiness import GoBoard
from app.word_ids import word_id
from ui.look import rounded
from ui.shell import Shell

Index = QModelIndex | QPersistentModelIndex
_INVALID = QModelIndex()
_SPOKEN = frozenset({Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole})
LOOKS = {
    Answer.YES: ("circle-check", "ok"),
    Answer.NO: ("x", "bad"),
    Answer.UNKNOWN: ("help-circle", "idle"),
    Answer.STALE: ("history", "warn"),
    Answer.NOT_ASKED: ("", "text3"),
}
"""Icon and tone; what is not asked for is a dash."""
HEIGHT, GAP = 34, 4
_NARROWEST, _HEADER, _TWO_LINES = 48, 12, 40
_AROUND, _ICON = 5.0, 18.0


def cause_of(shell: Shell, cell: Cell) -> str:
    """Why it is so, in a sentence."""
    if cell.cause is None:
        return shell.say("readiness-board-asked") if cell.answer is Answer.YES else shell.say("readiness-board-not")
    return capital(shell.say(word_id(cell.cause), count=cell.count))


def place_of(shell: Shell, room: RoomId | None) -> str:
    return shell.say("room-name", room=room) if room else shell.say("readiness-site")


class GoModel(QAbstractTableModel):
    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.board = GoBoard(None, (), (), BoardState.UNSIGNED)

    def show_board(self, board: GoBoard) -> None:
        """Cells stay where they are as long as rooms and gates are the same."""
        before, self.board = self.board, board
        shape = [(one.gates, [row.room for row in one.rows]) for one in (before, board)]
        if shape[0] != shape[1]:
            # The old shape is still what the view knows.
            self.board = before
            self.beginResetModel()
            self.board = board
            self.endResetModel()
            return
        for down, (old, new) in enumerate(zip(before.rows, board.rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(down, 0), self.index(down, len(board.gates) - 1))

    def cell(self, index: Index) -> Cell | None:
        return self.board.rows[index.row()].cells[index.column()] if index.isValid() else None

    def find(self, gate: Gate, room: RoomId | None) -> QModelIndex:
        rooms = [row.room for row in self.board.rows]
        if gate in self.board.gates and room in rooms:
            return self.index(rooms.index(room), self.board.gates.index(gate))
        return _INVALID

    def rowCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self.board.rows)

    def columnCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self.board.gates)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._shell.word(self.board.gates[section])
        return self.board.rows[section].room or self._shell.say("readiness-site")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.cell(index)
        if cell is None or role not in (*_SPOKEN, Qt.ItemDataRole.UserRole):
            return None
        if role == Qt.ItemDataRole.UserRole:
            return cell
        shell = self._shell
        where = place_of(shell, cell.room)
        said = shell.say("readiness-cell", place=where, gate=cell.gate, answer=cell.answer)
        return f"{said}\n{cause_of(shell, cell)}" if cell.cause else said


class GoView(QTableView):
    """`chosen` comes with another cell, `entered` with Enter or a double click."""

    chosen = Signal()
    entered = Signal()

    def __init__(self, shell: Shell, model: GoModel) -> None:
        super().__init__()
        self.go_model = model
        self.setModel(model)
        self.setItemDelegate(_Brush(shell, self))
        self.setAccessibleName(shell.say("readiness-board"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        # The brush paints what is chosen; narrow columns have no room for the wide padding of headers.
        self.setStyleSheet(
            "QTableView { selection-background-color: transparent; } QHeaderView::section { padding: 0 3px; }"
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        down, across = self.verticalHeader(), self.horizontalHeader()
        down.setDefaultSectionSize(HEIGHT)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setHighlightSections(False)
        across.setHighlightSections(False)
        across.setFixedHeight(_TWO_LINES)
        across.setMinimumSectionSize(40)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumHeight(_TWO_LINES + 2 * HEIGHT)
        self.setCornerButtonEnabled(False)
        model.modelReset.connect(self.spread)
        self.doubleClicked.connect(lambda _: self.entered.emit())

    def cell(self) -> Cell | None:
        return self.go_model.cell(self.currentIndex())

    def choose(self, gate: Gate, room: RoomId | None) -> None:
        found = self.go_model.find(gate, room)
        if found.isValid() and found != self.currentIndex():
            self.setCurrentIndex(found)

    def spread(self) -> None:
        """All columns alike where there is room for their names; otherwise each as its name needs in two lines."""
        header, count = self.horizontalHeader(), self.go_model.columnCount()
        if not count:
            return
        needed = [self._least(column) for column in range(count)]
        alike = self.viewport().width() // count
        spare = max(self.viewport().width() - sum(needed), 0) // count
        for column, least in enumerate(needed):
            header.resizeSection(column, alike if alike >= max(needed) else least + spare)

    def _least(self, column: int) -> int:
        name = str(self.go_model.headerData(column, Qt.Orientation.Horizontal))
        metrics = self.horizontalHeader().fontMetrics()
        return max(_NARROWEST, *(metrics.horizontalAdvance(word) + _HEADER for word in name.split()))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit()

    def keyboardSearch(self, search: str) -> None:
        """A scanner types here too: its digits must not move the choice."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.spread()


class _Brush(QStyledItemDelegate):
    def __init__(self, shell: Shell, view: GoView) -> None:
        super().__init__(view)
        self._shell, self._view = shell, view
        self._words = {answer: shell.word(answer) for answer in Answer}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Cell | None = index.data(Qt.ItemDataRole.UserRole)
        if cell is None:
            return
        look = self._shell.look
        frame = QRectF(option.rect).adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2)  # type: ignore[attr-defined]  # Qt's fields are untyped
        state = option.state  # type: ignore[attr-defined]
        chosen, hover = bool(state & QStyle.StateFlag.State_Selected), bool(state & QStyle.StateFlag.State_MouseOver)
        icon, tone = LOOKS[cell.answer]
        painter.save()
        edge = "primary" if chosen or hover else ""
        width = 3 if chosen and self._view.hasFocus() else 2 if chosen else 1
        ground = look.colour(f"{tone}_weak") if icon else None
        rounded(painter, frame, 5, ground, look.colour(edge) if edge else None, width)
        painter.setFont(look.font(12, bold=cell.open))
        painter.setPen(look.colour(tone))
        if not icon:
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self._shell.say("blank"))
        else:
            self._say(painter, frame, cell, icon, tone)
        painter.restore()

    def _say(self, painter: QPainter, frame: QRectF, cell: Cell, icon: str, tone: str) -> None:
        """Icon with word and number, as much of it as there is room for."""
        word, number = self._words[cell.answer], str(cell.count) if cell.count else ""
        metrics = QFontMetricsF(painter.font())
        fits = (
            text
            for text in (f"{word} {number}".strip(), number or word, "")
            if metrics.horizontalAdvance(text) <= frame.width() - _ICON - _AROUND
        )
        text = next(fits, "")
        wide = _ICON + metrics.horizontalAdvance(text) if text else _ICON - 4
        left = frame.center().x() - wide / 2
        painter.drawPixmap(QPointF(left, frame.center().y() - 7), self._shell.look.pixmap(icon, tone, 14))
        painter.drawText(
            QRectF(left + _ICON, frame.y(), frame.width(), frame.height()), Qt.AlignmentFlag.AlignVCenter, text
        )
