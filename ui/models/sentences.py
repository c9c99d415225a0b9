"""Entries of the journal as whole sentences, each under its time and number; worded when they come into sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.views.journal import Line
from ui.look import rounded
from ui.shell import Shell

Index = QModelIndex | QPersistentModelIndex
_INVALID = QModelIndex()
_SIDE, _TOP, _HEAD = 14, 7, 20
_MOST = 100_000
"""Pixels: higher than any sentence."""
_BATCH = 40


Head = Callable[[Line], str]


class Sentences(QAbstractListModel):
    def __init__(self, shell: Shell, head: Head) -> None:
        """`head` words the time and the number of an entry."""
        super().__init__()
        self._shell, self.head = shell, head
        self.entries: tuple[Line, ...] = ()
        self._said: dict[int, str] = {}

    def show_entries(self, entries: Sequence[Line]) -> None:
        """What is added at the end leaves the rest where it is."""
        numbers, before = [one.n for one in entries], [one.n for one in self.entries]
        if before and numbers[: len(before)] == before:
            if len(numbers) > len(before):
                self.beginInsertRows(QModelIndex(), len(before), len(numbers) - 1)
                self.entries = tuple(entries)
                self.endInsertRows()
            return
        self.beginResetModel()
        self.entries = tuple(entries)
        self._said.clear()
        self.endResetModel()

    def said(self, entry: Line) -> str:
        if entry.n not in self._said:
            self._said[entry.n] = self._shell.text.fact(entry.fact)
        return self._said[entry.n]

    def rowCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self.head(entry)} {self.said(entry)}"
        return None


class SentenceView(QListView):
    """Enter and double click `opened` an entry by its number."""

    opened = Signal(int)

    def __init__(self, shell: Shell, name: str, head: Head) -> None:
        super().__init__()
        self.sentences = Sentences(shell, head)
        self.setModel(self.sentences)
        self.setItemDelegate(_Brush(shell, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        # Hundreds of sentences are not measured before the first one is shown.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setAccessibleName(name)
        self.activated.connect(lambda _: self.open())

    @property
    def number(self) -> int | None:
        """Of the chosen entry."""
        index = self.currentIndex()
        return self.sentences.entries[index.row()].n if index.isValid() else None

    def open(self) -> None:
        if (number := self.number) is not None:
            self.opened.emit(number)

    def show_entries(self, entries: Sequence[Line]) -> None:
        """The choice stays as long as it is among them, otherwise it is the first one."""
        chosen = self.number
        self.sentences.show_entries(entries)
        rows = [row for row, one in enumerate(self.sentences.entries) if one.n == chosen]
        if entries:
            self.setCurrentIndex(self.sentences.index(rows[0] if rows else 0))


class _Brush(QStyledItemDelegate):
    def __init__(self, shell: Shell, view: SentenceView) -> None:
        super().__init__(view)
        self._look, self._view = shell.look, view
        self._font = shell.look.font(13)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Line = index.data(Qt.ItemDataRole.UserRole)
        # Beside the bar whether it is there or not: it comes and goes with the heights.
        bar = self._view.verticalScrollBar().sizeHint().width()
        wide = max(self._view.width() - bar - 2 * _SIDE, 80)
        box = QRect(0, 0, wide, _MOST)
        said = self._view.sentences.said(entry)
        high = QFontMetrics(self._font).boundingRect(box, int(Qt.TextFlag.TextWordWrap), said).height()
        return QSize(80, high + _HEAD + 2 * _TOP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Line = index.data(Qt.ItemDataRole.UserRole)
        look, said = self._look, self._view.sentences
        painter.save()
        frame = QRectF(option.rect).adjusted(4, 1, -4, -1)  # type: ignore[attr-defined]  # Qt's fields are untyped
        state = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            edge = look.colour("primary") if self._view.hasFocus() else None
            rounded(painter, frame, 6, look.colour("primary_weak"), edge)
        inner = QRectF(option.rect).adjusted(_SIDE, _TOP, -_SIDE, -_TOP)  # type: ignore[attr-defined]
        painter.setFont(look.font(12))
        painter.setPen(look.colour("text2"))
        painter.drawText(
            QRectF(inner.x(), inner.y(), inner.width(), 16), int(Qt.AlignmentFlag.AlignLeft), said.head(entry)
        )
        painter.setFont(self._font)
        painter.setPen(look.colour("text"))
        below = inner.adjusted(0, _HEAD, 0, 0)
        painter.drawText(below, int(Qt.TextFlag.TextWordWrap), said.said(entry))
        painter.restore()
