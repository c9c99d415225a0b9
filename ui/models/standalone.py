"""Everyone on the way to a standalone exam, or in one, as a narrow list: who, how far, where, and until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.core.terms import SessionId, Ticket
from app.views.standalone import AloneRow, AloneState
from ui.look import rounded
from ui.shell import Shell
from ui.widgets.pill import draw_pill, pill_width

Index = QModelIndex | QPersistentModelIndex
_INVALID = QModelIndex()
HEIGHT = 76
LOOKS: dict[AloneState, tuple[str, str]] = {
    AloneState.DOUBTFUL: ("alert-triangle", "bad"),
    AloneState.OVER: ("clock-exclamation", "bad"),
    AloneState.LOGIN: ("login", "warn"),
    AloneState.PACKAGE: ("archive", "warn"),
    AloneState.CONSENT: ("user-question", "warn"),
    AloneState.ANSWERING: ("player-play", "primary"),
    AloneState.BACK: ("circle-check", "ok"),
    AloneState.LOST: ("ban", "bad"),
    AloneState.IN_ROOM: ("arrow-back-up", "idle"),
}


@dataclass(frozen=True, slots=True)
class AloneLine:
    """One row in words; `due` says that the third line presses."""

    row: AloneRow
    who: str
    where: str
    then: str
    due: bool

    @property
    def key(self) -> tuple[SessionId, Ticket]:
        return self.row.session, self.row.ticket


class AloneLines(QAbstractListModel):
    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.lines: tuple[AloneLine, ...] = ()

    def show_lines(self, lines: Sequence[AloneLine]) -> None:
        """Lines stay where they are as long as the people are the same."""
        if [one.key for one in lines] != [one.key for one in self.lines]:
            self.beginResetModel()
            self.lines = tuple(lines)
            self.endResetModel()
            return
        before, self.lines = self.lines, tuple(lines)
        for row, (old, new) in enumerate(zip(before, self.lines, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, key: tuple[SessionId, Ticket]) -> int | None:
        return next((row for row, one in enumerate(self.lines) if one.key == key), None)

    def rowCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{one.who} {self._shell.word(one.row.state)}\n{one.where}\n{one.then}"
        return None


class AloneView(QListView):
    """One candidate is chosen at a time: `picked` says that it is another one; Enter `opened` the card."""

    picked = Signal()
    opened = Signal()

    def __init__(self, shell: Shell, model: AloneLines) -> None:
        super().__init__()
        self.lines = model
        self.setModel(model)
        self.setItemDelegate(_Brush(shell, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(shell.say("standalone-people"))
        self.selectionModel().currentChanged.connect(lambda index, _: self.picked.emit() if index.isValid() else None)
        self.activated.connect(lambda _: self.opened.emit())

    def key(self) -> tuple[SessionId, Ticket] | None:
        index = self.currentIndex()
        return self.lines.lines[index.row()].key if index.isValid() else None

    def choose(self, key: tuple[SessionId, Ticket]) -> None:
        row = self.lines.row_of(key)
        if row is not None and row != self.currentIndex().row():
            self.setCurrentIndex(self.lines.index(row))


class _Brush(QStyledItemDelegate):
    def __init__(self, shell: Shell, view: AloneView) -> None:
        super().__init__(view)
        self._shell, self._view = shell, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: AloneLine = index.data(Qt.ItemDataRole.UserRole)
        look = self._shell.look
        painter.save()
        frame = QRectF(option.rect).adjusted(4, 2, -4, -2)  # type: ignore[attr-defined]  # Qt's fields are untyped
        state = option.state  # type: ignore[attr-defined]
        selected, hover = bool(state & QStyle.StateFlag.State_Selected), bool(state & QStyle.StateFlag.State_MouseOver)
        if selected or hover:
            edge = look.colour("primary") if selected and self._view.hasFocus() else None
            rounded(painter, frame, 6, look.colour("primary_weak" if selected else "surface2"), edge)
        inner = frame.adjusted(10, 5, -8, -5)
        icon, tone = LOOKS[one.row.state]
        word = self._shell.word(one.row.state)
        width = min(pill_width(look, word), inner.width() * 0.5)
        draw_pill(painter, look, QPointF(inner.right() - width, inner.y()), icon, word, tone, width=width)
        painter.setFont(look.font(14, bold=True))
        painter.setPen(look.colour("text"))
        _cut(painter, QRectF(inner.x(), inner.y(), inner.width() - width - 6, 22), one.who)
        painter.setFont(look.font(12))
        painter.setPen(look.colour("text2"))
        _cut(painter, QRectF(inner.x(), inner.y() + 24, inner.width(), 18), one.where)
        left = inner.x()
        if one.due:
            painter.drawPixmap(QPointF(left, inner.y() + 46), look.pixmap("bell", "warn", 14))
            left += 18
            painter.setPen(look.colour("warn"))
        _cut(painter, QRectF(left, inner.y() + 44, inner.right() - left, 18), one.then)
        painter.restore()


def _cut(painter: QPainter, where: QRectF, text: str) -> None:
    metrics = QFontMetrics(painter.font())
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(where.width()) + 1)
    painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, cut)
