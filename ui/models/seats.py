"""The seat map: seats as cells of a table, so that arrow keys and screen readers find their way."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, sqrt

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.views.seats import SeatCell, SeatRow
from ui.look import rounded
from ui.models.candidates import LOOKS, said_name
from ui.shell import Shell

Index = QModelIndex | QPersistentModelIndex
_INVALID = QModelIndex()
_TEXT_ROLES = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole})
FEWEST, MOST = 6, 10
HEIGHT, TALLEST, GAP = 46, 60, 6
_NARROWEST = 76
_WIDER_THAN_DEEP = 1.6


def columns(seats: int, width: int) -> int:
    """How many seats stand side by side: a room a little wider than deep, as far as `width` in pixels allows."""
    wanted = ceil(sqrt(seats * _WIDER_THAN_DEEP))
    return max(FEWEST, min(wanted, MOST, width // _NARROWEST))


def places(shell: Shell, cell: SeatCell) -> tuple[str, ...]:
    """What stands on the seat, the longest first: its number, otherwise the last three digits, or the ticket of who was
    transferred in."""
    if cell.seat or cell.who is None:
        return (cell.seat,)
    full = (cell.who.ticket,) if cell.who.transferred else ()
    said = (shell.say(name, number=cell.who.sequence) for name in ("room-sequence", "room-sequence-short"))
    return (*full, *said, cell.who.sequence)


def said(shell: Shell, cell: SeatCell) -> str:
    """One seat in a sentence."""
    words = []
    if cell.who is not None:
        words += [said_name(shell, cell.who), cell.who.ticket, shell.word(cell.who.state)]
        words += [shell.say("room-transferred")] * cell.who.transferred
        words += [shell.say("candidates-other-seat", seat=cell.who.seat)] * cell.who.elsewhere
        words += [shell.say("room-not-at-it")] * cell.waits
    else:
        words.append(shell.say("room-spare") if cell.spare else shell.say("room-empty"))
    if cell.fault:
        words.append(shell.say("room-fault-open"))
    where = shell.say("room-seat", seat=cell.seat) if cell.seat else shell.say("room-unseated")
    return shell.say("room-seat-said", seat=where, what=shell.say("list-separator").join(words))


class SeatModel(QAbstractTableModel):
    """The map as it was made; None where the last row has no seat."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.rows: tuple[SeatRow, ...] = ()

    def show_rows(self, rows: Sequence[SeatRow]) -> None:
        """Seats stay where they are as long as they are the same; then only what changed is drawn again."""
        before, after = self.rows, tuple(rows)
        if _where(before) != _where(after):
            self.beginResetModel()
            self.rows = after
            self.endResetModel()
            return
        self.rows = after
        for down, (old, new) in enumerate(zip(before, after, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(down, 0), self.index(down, len(new) - 1))

    def find(self, seat: str, ticket: str | None) -> QModelIndex:
        """The cell of this candidate, otherwise that of this seat; invalid where there is neither."""
        found = _INVALID
        for down, row in enumerate(self.rows):
            for across, cell in enumerate(row):
                if cell is not None and ticket and cell.ticket == ticket:
                    return self.index(down, across)
                if cell is not None and seat and cell.seat == seat:
                    found = self.index(down, across)
        return found

    def cell(self, index: Index) -> SeatCell | None:
        return self.rows[index.row()][index.column()] if index.isValid() else None

    def rowCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _INVALID) -> int:
        return len(self.rows[0]) if self.rows and not parent.isValid() else 0

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.cell(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.cell(index)
        if cell is None:
            return None
        if role == Qt.ItemDataRole.UserRole:
            return cell
        return said(self._shell, cell) if role in _TEXT_ROLES else None


def _where(rows: Sequence[SeatRow]) -> list[tuple[tuple[str, str | None] | None, ...]]:
    """Which seats stand where; people without a seat count as seats."""
    return [tuple((c.seat, None if c.seat else c.ticket) if c else None for c in row) for row in rows]


class SeatView(QTableView):
    """`entered` comes with Enter or double click, `fits` with another number of pixels across."""

    chosen = Signal()
    entered = Signal()
    fits = Signal(int)

    def __init__(self, shell: Shell, model: SeatModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(SeatBrush(shell, self))
        self.setAccessibleName(shell.say("room-map"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        # The brush paints what is chosen; the table would paint a second frame around it.
        self.setStyleSheet("QTableView { selection-background-color: transparent; }")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(HEIGHT + GAP)
        self.verticalHeader().setDefaultSectionSize(HEIGHT + GAP)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(2 * (HEIGHT + GAP))
        model.modelReset.connect(self._spread)
        self.doubleClicked.connect(lambda _: self.entered.emit())

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
        self._spread()
        self.fits.emit(self.viewport().width())

    def _spread(self) -> None:
        """A small room takes the height that is there."""
        each = self.viewport().height() // max(self.model().rowCount(), 1)
        self.verticalHeader().setDefaultSectionSize(min(max(each, HEIGHT + GAP), TALLEST + GAP))


class SeatBrush(QStyledItemDelegate):
    def __init__(self, shell: Shell, view: SeatView) -> None:
        super().__init__(view)
        self._shell, self._view = shell, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: SeatCell | None = index.data(Qt.ItemDataRole.UserRole)
        if cell is None:
            return
        look = self._shell.look
        frame = QRectF(option.rect).adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2)  # type: ignore[attr-defined]  # Qt's fields are untyped
        state = option.state  # type: ignore[attr-defined]
        icon, tone = LOOKS[cell.state] if cell.state else ("", "idle")
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        edge = "primary" if chosen else "bad" if cell.fault else tone if hover else "border"
        lively = cell.state and tone != "idle" and not cell.waits
        ground = look.colour(f"{tone}_weak" if lively else "surface2" if cell.spare else "surface")
        width = 3 if chosen and self._view.hasFocus() else 2 if chosen or cell.fault else 1
        painter.save()
        rounded(painter, frame, 6, ground, look.colour(edge), width)
        inner = frame.adjusted(9, 4, -8, -4)
        left = self._signs(painter, frame, self._marks(cell, icon, tone))
        painter.setFont(look.font(12, bold=True))
        painter.setPen(look.colour("text2" if tone == "idle" else tone))
        above = QRectF(inner.x(), inner.y(), left - inner.x(), 17)
        # Never cut: of a number that is no seat the last digits say whose it is.
        fits = (
            said for said in places(self._shell, cell) if painter.fontMetrics().horizontalAdvance(said) <= above.width()
        )
        self._write(painter, above, next(fits, places(self._shell, cell)[-1]))
        painter.setFont(look.font(13))
        painter.setPen(look.colour("text" if cell.who else "text3"))
        below = QRectF(inner.x(), inner.bottom() - 19, inner.width(), 19)
        self._write(painter, below, self._name(cell))
        painter.restore()

    def _name(self, cell: SeatCell) -> str:
        if cell.who is not None:
            return said_name(self._shell, cell.who)
        return self._shell.say("room-spare-short") if cell.spare else self._shell.say("room-vacant")

    def _write(self, painter: QPainter, where: QRectF, text: str) -> None:
        cut = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, where.width() + 1)
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, cut)

    def _marks(self, cell: SeatCell, icon: str, tone: str) -> list[tuple[str, str]]:
        """From the right: the state, then what is out of the ordinary."""
        marks = [(icon, tone)] if icon else []
        if cell.fault or (cell.who and cell.who.elsewhere):
            marks.append(("alert-triangle", "bad"))
        if cell.who and cell.who.transferred:
            marks.append(("arrows-exchange", "primary"))
        return marks

    def _signs(self, painter: QPainter, frame: QRectF, marks: Sequence[tuple[str, str]]) -> float:
        """Where they begin."""
        left = frame.right() - 5
        for icon, tone in marks:
            left -= 17
            painter.drawPixmap(QPointF(left, frame.y() + 5), self._shell.look.pixmap(icon, tone, 14))
        return left


class FrontDesk(QWidget):
    """Where the front of the room is."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._look, self._text = shell.look, shell.say("room-front")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        frame = QRectF(self.rect()).adjusted(GAP / 2, 0, -GAP / 2, 0)
        rounded(painter, frame, 4, self._look.colour("idle_weak"))
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.colour("idle"))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()
