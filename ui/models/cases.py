"""Cases as a narrow list of three lines each: which it is and how it stands, whom it concerns, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.look import rounded
from ui.shell import Shell
from ui.widgets.pill import draw_pill, pill_width

Index = QModelIndex | QPersistentModelIndex
_INVALID = QModelIndex()
HEIGHT = 76


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case in words. `pill` is icon, word and tone; `tone` that of the third line, which presses unless "text2"."""

    key: str
    title: str
    pill: tuple[str, str, str]
    where: str
    then: str
    tone: str = "text2"


class CaseLines(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[CaseLine, ...] = ()

    def show_lines(self, lines: Sequence[CaseLine]) -> None:
        """Lines stay where they are as long as the cases are the same."""
        if [one.key for one in lines] != [one.key for one in self.lines]:
            self.beginResetModel()
            self.lines = tuple(lines)
            self.endResetModel()
            return
        before, self.lines = self.lines, tuple(lines)
        for row, (old, new) in enumerate(zip(before, self.lines, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return "\n".join(part for part in (f"{one.title} {one.pill[1]}", one.where, one.then) if part)
        return None


class CaseView(QListView):
    """One case is chosen at a time: `picked` says that it is another one; Enter `opened` it."""

    picked = Signal()
    opened = Signal()

    def __init__(self, shell: Shell, name: str) -> None:
        super().__init__()
        self.lines = CaseLines()
        self.setModel(self.lines)
        self.setItemDelegate(_Brush(shell, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.selectionModel().currentChanged.connect(lambda index, _: self.picked.emit() if index.isValid() else None)
        self.activated.connect(lambda _: self.opened.emit())

    def key(self) -> str | None:
        index = self.currentIndex()
        return self.lines.lines[index.row()].key if index.isValid() else None

    def choose(self, key: str) -> None:
        row = next((row for row, one in enumerate(self.lines.lines) if one.key == key), None)
        if row is not None and row != self.currentIndex().row():
            self.setCurrentIndex(self.lines.index(row))

    def show_lines(self, lines: Sequence[CaseLine], key: str | None) -> None:
        """With this case chosen, which nobody picked: what stands beside the list is not to change."""
        self.lines.show_lines(lines)
        if key is not None:
            self.blockSignals(True)
            self.choose(key)
            self.blockSignals(False)


class _Brush(QStyledItemDelegate):
    def __init__(self, shell: Shell, view: CaseView) -> None:
        super().__init__(view)
        self._shell, self._view = shell, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: CaseLine = index.data(Qt.ItemDataRole.UserRole)
        look = self._shell.look
        painter.save()
        frame = QRectF(option.rect).adjusted(4, 2, -4, -2)  # type: ignore[attr-defined]  # Qt's fields are untyped
        state = option.state  # type: ignore[attr-defined]
        selected, hover = bool(state & QStyle.StateFlag.State_Selected), bool(state & QStyle.StateFlag.State_MouseOver)
        if selected or hover:
            edge = look.colour("primary") if selected and self._view.hasFocus() else None
            rounded(painter, frame, 6, look.colour("primary_weak" if selected else "surface2"), edge)
        inner = frame.adjusted(10, 5, -8, -5)
        icon, word, tone = one.pill
        width = min(pill_width(look, word), inner.width() * 0.55)
        draw_pill(painter, look, QPointF(inner.right() - width, inner.y()), icon, word, tone, width=width)
        painter.setFont(look.font(14, bold=True))
        painter.setPen(look.colour("text"))
        _cut(painter, QRectF(inner.x(), inner.y(), inner.width() - width - 6, 22), one.title)
        painter.setFont(look.font(12))
        painter.setPen(look.colour("text2"))
        _cut(painter, QRectF(inner.x(), inner.y() + 24, inner.width(), 18), one.where)
        left = inner.x()
        if one.tone != "text2":
            painter.drawPixmap(QPointF(left, inner.y() + 46), look.pixmap("bell", one.tone, 14))
            left += 18
            painter.setPen(look.colour(one.tone))
        _cut(painter, QRectF(left, inner.y() + 44, inner.right() - left, 18), one.then)
        painter.restore()


def _cut(painter: QPainter, where: QRectF, text: str) -> None:
    metrics = QFontMetrics(painter.font())
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(where.width()) + 1)
    painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, cut)
