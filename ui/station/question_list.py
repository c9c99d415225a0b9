"""The questions of a paper in a list: number, answered or open, and the flag of whoever wants to look again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.station.answering import Answering
from app.text import Text
from ui.look import Look, rounded

Index = QModelIndex | QPersistentModelIndex
_INVALID = QModelIndex()
_HIGH, _HEAD = 40, 34
_STEPS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End})


@dataclass(frozen=True, slots=True)
class Row:
    """A question, or the head of a section where `question` is ""."""

    question: str
    title: str
    answered: bool = False
    marked: bool = False


def rows_of(answering: Answering) -> list[Row]:
    """Sections and their questions, in the order of the paper."""
    rows, number = [], 0
    for section in answering.sections:
        rows.append(Row("", section.title))
        for question in section.questions:
            number += 1
            given = answering.given(question.id)
            rows.append(Row(question.id, str(number), not given.blank, given.marked))
    return rows


class Questions(QAbstractListModel):
    """All rows of one paper; only what is answered and marked changes."""

    def __init__(self, text: Text, rows: Sequence[Row]) -> None:
        super().__init__()
        self._text, self.rows = text, list(rows)
        self._places = {row.question: place for place, row in enumerate(rows) if row.question}

    def place(self, question: str) -> int:
        return self._places[question]

    def tell(self, question: str, *, answered: bool, marked: bool) -> None:
        """What is the case with this question now."""
        place = self._places[question]
        row = Row(question, self.rows[place].title, answered, marked)
        if row != self.rows[place]:
            self.rows[place] = row
            self.dataChanged.emit(self.index(place), self.index(place))

    def rowCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A section's head is read and passed over."""
        on = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return on if self.rows[index.row()].question else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self.said(row)
            case _:
                return None

    def said(self, row: Row) -> str:
        """The whole row in words."""
        if not row.question:
            return row.title
        parts = [row.title, self.state(row)]
        return ", ".join((*parts, self._text.say("station-marked")) if row.marked else parts)

    def state(self, row: Row) -> str:
        return self._text.say("station-answered") if row.answered else self._text.say("station-open")


class _Painter(QStyledItemDelegate):
    def __init__(self, look: Look, model: Questions) -> None:
        super().__init__()
        self._look, self._model = look, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, _HIGH if self._model.rows[index.row()].question else _HEAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, look = self._model.rows[index.row()], self._look
        # The stubs know no members of an option.
        rect, state = QRectF(option.rect), option.state  # type: ignore[attr-defined]
        painter.save()
        if row.question:
            self._question(painter, rect, row, state)
        else:
            painter.setFont(look.font(13, bold=True))
            painter.setPen(look.colour("text2"))
            said = QFontMetrics(painter.font()).elidedText(
                row.title, Qt.TextElideMode.ElideRight, int(rect.width()) - 16
            )
            painter.drawText(rect.adjusted(8, 4, -8, 0), int(Qt.AlignmentFlag.AlignVCenter), said)
        painter.restore()

    def _question(self, painter: QPainter, rect: QRectF, row: Row, state: QStyle.StateFlag) -> None:
        look, middle = self._look, Qt.AlignmentFlag.AlignVCenter
        box = rect.adjusted(2, 2, -2, -2)
        here = bool(state & QStyle.StateFlag.State_Selected)
        held = bool(state & QStyle.StateFlag.State_HasFocus)
        if here:
            rounded(painter, box, 6, look.colour("primary_weak"), look.colour("primary"), 2.5 if held else 1)
        painter.setFont(look.font(16, bold=True))
        painter.setPen(look.colour("text"))
        painter.drawText(box.adjusted(10, 0, 0, 0), int(middle), row.title)
        ink, icon = ("ok", "circle-check") if row.answered else ("text3", "circle-dashed")
        top = box.center().y() - 9
        left = box.left() + 52
        painter.drawPixmap(int(left), int(top), look.pixmap(icon, ink, 18))
        painter.setFont(look.font(14))
        painter.setPen(look.colour("ok" if row.answered else "text2"))
        room = QRectF(left + 24, box.top(), box.width() - (left - box.left()) - 24 - 30, box.height())
        said = QFontMetrics(painter.font()).elidedText(
            self._model.state(row), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, int(middle), said)
        if row.marked:
            painter.drawPixmap(int(box.right()) - 26, int(top), look.pixmap("flag", "warn", 18))


class QuestionList(QListView):
    """`chosen` carries the question that one went to; `entered` says that one wants to answer it."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, look: Look, text: Text, model: Questions) -> None:
        super().__init__()
        self._model, self._painter = model, _Painter(look, model)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(text.say("station-questions"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._moved)
        self.clicked.connect(lambda _index: self.entered.emit())

    def show_question(self, question: str) -> None:
        """Move to it without saying so."""
        index = self._model.index(self._model.place(question))
        if index != self.currentIndex():
            self.selectionModel().blockSignals(True)
            self.setCurrentIndex(index)
            self.selectionModel().blockSignals(False)
            self.viewport().update()
        self.scrollTo(index)

    def _moved(self, now: Index, before: Index) -> None:
        if now.isValid() and self._model.rows[now.row()].question:
            self.chosen.emit(self._model.rows[now.row()].question)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """It moves by the arrows alone: letters and digits answer the question that is shown."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.entered.emit()
        elif event.key() in _STEPS:
            super().keyPressEvent(event)
        else:
            event.ignore()
