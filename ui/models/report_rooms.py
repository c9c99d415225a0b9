"""The rooms of a session as a narrow list: what each owes, and when it was last heard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.core.terms import RoomId
from app.views.board import RoomCard
from app.views.reports import ReportKind
from ui.look import rounded
from ui.models.cards import LOOKS
from ui.shell import Shell, hour
from ui.widgets.pill import draw_pill, pill_width

Index = QModelIndex | QPersistentModelIndex
_INVALID = QModelIndex()
HEIGHT = 56


@dataclass(frozen=True, slots=True)
class ReportRoom:
    """One line: the card, and what the room should have reported by now."""

    card: RoomCard
    owed: tuple[ReportKind, ...]


class ReportRooms(QAbstractListModel):
    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.rooms: tuple[ReportRoom, ...] = ()

    def show_rooms(self, rooms: Sequence[ReportRoom]) -> None:
        """Lines stay where they are as long as the rooms are the same."""
        if [one.card.plan.id for one in rooms] != [one.card.plan.id for one in self.rooms]:
            self.beginResetModel()
            self.rooms = tuple(rooms)
            self.endResetModel()
            return
        before, self.rooms = self.rooms, tuple(rooms)
        for row, (old, new) in enumerate(zip(before, self.rooms, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, room: RoomId) -> int | None:
        return next((row for row, one in enumerate(self.rooms) if one.card.plan.id == room), None)

    def rowCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self.rooms)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.rooms[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            name = self._shell.say("room-name", room=one.card.plan.id)
            return f"{name} {self._shell.word(one.card.state)}\n{under(self._shell, one)}"
        return None


def under(shell: Shell, one: ReportRoom) -> str:
    """What the room owes; where nothing, in what it differs from the desk, or when it was last heard."""
    card = one.card
    if one.owed:
        return shell.say("reports-owed", kinds=one.owed)
    if card.gap:
        return shell.say("reports-gap", present=signed(card.gap.present), absent=signed(card.gap.absent))
    return shell.say("card-heard", time=hour(card.heard)) if card.heard else shell.say("reports-nothing-heard")


def signed(difference: int) -> str:
    """With its sign, but a plain 0."""
    return f"{difference:+}" if difference else "0"


class ReportRoomsView(QListView):
    """One room is chosen at a time; `picked` carries it."""

    picked = Signal(str)

    def __init__(self, shell: Shell, model: ReportRooms) -> None:
        super().__init__()
        self.rooms = model
        self.setModel(model)
        self.setItemDelegate(_Brush(shell, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(shell.say("reports-rooms"))
        self.selectionModel().currentChanged.connect(self._current)

    def room(self) -> RoomId | None:
        index = self.currentIndex()
        return self.rooms.rooms[index.row()].card.plan.id if index.isValid() else None

    def choose(self, room: RoomId) -> None:
        row = self.rooms.row_of(room)
        if row is not None and row != self.currentIndex().row():
            self.setCurrentIndex(self.rooms.index(row))

    def _current(self, index: Index) -> None:
        if index.isValid():
            self.picked.emit(self.rooms.rooms[index.row()].card.plan.id)


class _Brush(QStyledItemDelegate):
    def __init__(self, shell: Shell, view: ReportRoomsView) -> None:
        super().__init__(view)
        self._shell, self._view = shell, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: ReportRoom = index.data(Qt.ItemDataRole.UserRole)
        look, shell = self._shell.look, self._shell
        painter.save()
        frame = QRectF(option.rect).adjusted(4, 2, -4, -2)  # type: ignore[attr-defined]  # Qt's fields are untyped
        state = option.state  # type: ignore[attr-defined]
        selected, hover = bool(state & QStyle.StateFlag.State_Selected), bool(state & QStyle.StateFlag.State_MouseOver)
        if selected or hover:
            edge = look.colour("primary") if selected and self._view.hasFocus() else None
            rounded(painter, frame, 6, look.colour("primary_weak" if selected else "surface2"), edge)
        inner = frame.adjusted(10, 5, -8, -5)
        icon, tone = LOOKS[one.card.state]
        word = shell.word(one.card.state)
        width = min(pill_width(look, word), inner.width() * 0.6)
        draw_pill(painter, look, QPointF(inner.right() - width, inner.y()), icon, word, tone, width=width)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font(14, bold=True))
        painter.setPen(look.colour("text"))
        _cut(painter, QRectF(inner.x(), inner.y(), inner.width() - width - 6, 22), one.card.plan.id, middle)
        left, warn = inner.x(), bool(one.owed or one.card.gap)
        if warn:
            ink = "bad" if one.card.stale else "warn"
            painter.drawPixmap(QPointF(left, inner.y() + 26), look.pixmap("clock-exclamation", ink, 14))
            left += 18
            painter.setPen(look.colour(ink))
        else:
            painter.setPen(look.colour("text2"))
        painter.setFont(look.font(12))
        _cut(painter, QRectF(left, inner.y() + 24, inner.right() - left, 18), under(shell, one), middle)
        painter.restore()


def _cut(painter: QPainter, where: QRectF, text: str, flags: Qt.AlignmentFlag) -> None:
    metrics = QFontMetrics(painter.font())
    painter.drawText(where, flags, metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(where.width()) + 1))
