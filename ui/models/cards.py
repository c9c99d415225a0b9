"""Room cards: the model, the view that fills its width with them, and the brush that paints one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.core.terms import RoomId
from app.views.board import RoomCard, RoomState
from ui.look import rounded
from ui.shell import Shell, hour
from ui.widgets.pill import draw_pill, pill_width

Index = QModelIndex | QPersistentModelIndex
_INVALID = QModelIndex()
HEIGHT, GAP = 160, 12
FOOT_LINES = 2
_SIDES = 28
_NARROWEST, _WIDER = 204, 236
LOOKS: dict[RoomState, tuple[str, str]] = {
    RoomState.NOBODY: ("circle-dashed", "idle"),
    RoomState.WAITING: ("lock", "idle"),
    RoomState.RELEASED: ("door-enter", "primary"),
    RoomState.ADMITTING: ("door-enter", "primary"),
    RoomState.RUNNING: ("player-play", "primary"),
    RoomState.COLLECTING: ("archive", "warn"),
    RoomState.ENDED: ("circle-check", "ok"),
    RoomState.CALLED_OFF: ("ban", "warn"),
}


CAPTIONS = ("figure-present", "figure-absent", "figure-awaited", "figure-arranged")


class CardModel(QAbstractListModel):
    """The cards that are shown, in order of room."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.cards: tuple[RoomCard, ...] = ()

    def show_cards(self, cards: Sequence[RoomCard]) -> None:
        """Rows stay where they are as long as the rooms are the same."""
        same = [card.plan.id for card in cards] == [card.plan.id for card in self.cards]
        if same:
            before, self.cards = self.cards, tuple(cards)
            for row, (old, new) in enumerate(zip(before, self.cards, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(row), self.index(row))
        else:
            self.beginResetModel()
            self.cards = tuple(cards)
            self.endResetModel()

    def rowCount(self, parent: Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        card = self.cards[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return card
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            shell = self._shell
            said = shell.say(
                "card-said",
                room=card.plan.id,
                name=card.plan.name,
                state=card.state,
                arranged=card.count.arranged,
                present=card.count.present,
                absent=card.count.absent,
                awaited=card.count.awaited,
                open=card.open_items,
            )
            places = places_said(shell, card)
            return "\n".join((said, *((places[0],) if places else ()), *heard(shell, card)))
        return None


def places_said(shell: Shell, card: RoomCard) -> tuple[str, str] | None:
    """Whether one more fits in, and its tone; None where nobody asks."""
    if card.places is None:
        return None
    if card.places > 0:
        return shell.say("card-free", count=card.places), "ok"
    return (shell.say("card-overflow", count=-card.places), "bad") if card.places else (shell.say("card-full"), "warn")


def heard(shell: Shell, card: RoomCard) -> tuple[str, ...]:
    """The lines under the figures: where everyone went, who is on the way, open items, the other session of this room,
    and the last sign of the room."""
    lines = [shell.say("card-moved", room=card.moved_to)] if card.moved_to else []
    if not card.released and card.state is not RoomState.WAITING:
        lines.append(shell.say("card-unreleased"))
    if card.count.pending:
        lines.append(shell.say("card-pending", count=card.count.pending))
    if card.to_send:
        lines.append(shell.say("card-to-send", count=card.to_send))
    # Somebody on the way, or without a seat, is an open item too, and has a line of their own.
    if left := card.open_items - card.stale - bool(card.count.pending) - bool(card.to_send):
        lines.append(shell.say("card-open", count=left))
    if card.stale:
        lines.append(shell.say("card-stale", time=hour(card.heard or card.started_at)))
    # What calls for somebody stands first.
    lines += [shell.say("card-also", session=shell.session(also.session), state=also.state) for also in card.also]
    if not lines and card.heard:
        lines.append(shell.say("card-heard", time=hour(card.heard)))
    return tuple(lines)


class CardView(QListView):
    """Cards fill the row; Enter and double click open a room."""

    opened = Signal(str)

    def __init__(self, shell: Shell, model: CardModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(CardBrush(shell, self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setAccessibleName(shell.say("overview-board"))
        # Four captions side by side, in whatever language.
        small = QFontMetrics(shell.look.font(12))
        widest = max(small.horizontalAdvance(shell.say(name)) for name in CAPTIONS)
        self._needed = len(CAPTIONS) * (widest + 6) + _SIDES
        self.activated.connect(lambda index: self.opened.emit(self._room(index)))

    @staticmethod
    def _room(index: Index) -> RoomId:
        card: RoomCard = index.data(Qt.ItemDataRole.UserRole)
        return card.plan.id

    def chosen(self) -> RoomId | None:
        return self._room(self.currentIndex()) if self.currentIndex().isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self._room(self.currentIndex()))
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        width = self.width() - self.verticalScrollBar().sizeHint().width() - 2
        wanted = max(_NARROWEST if width < 1000 else _WIDER, self._needed + GAP)
        columns = max(1, width // wanted)
        self.setGridSize(QSize(width // columns, HEIGHT + GAP))
        super().resizeEvent(event)


class CardBrush(QStyledItemDelegate):
    def __init__(self, shell: Shell, view: CardView) -> None:
        super().__init__(view)
        self._shell, self._view = shell, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._view.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: RoomCard = index.data(Qt.ItemDataRole.UserRole)
        look = self._shell.look
        painter.save()
        frame = QRectF(option.rect).adjusted(0, 0, -GAP, -GAP)  # type: ignore[attr-defined]  # Qt's fields are untyped
        state = option.state  # type: ignore[attr-defined]
        focused = bool(state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        wrong = bool(card.stale or card.open_items)
        edge = "primary" if focused else "bad" if wrong else "border2" if hover else "border"
        rounded(painter, frame, 10, look.colour("surface"), look.colour(edge), 2 if focused else 1)
        inner = frame.adjusted(14, 11, -14, -8)
        self._head(painter, inner, card)
        self._bar(painter, QRectF(inner.x(), inner.y() + 48, inner.width(), 8), card)
        self._figures(painter, inner, card)
        self._foot(painter, inner, card)
        painter.restore()

    def _head(self, painter: QPainter, inner: QRectF, card: RoomCard) -> None:
        look, middle = self._shell.look, Qt.AlignmentFlag.AlignVCenter
        icon, tone = LOOKS[card.state]
        word = self._shell.word(card.state)
        name = self._shell.say("room-name", room=card.plan.id)
        taken = QFontMetrics(look.font(15, bold=True)).horizontalAdvance(name) + 8
        width = min(pill_width(look, word), max(inner.width() - taken, 60))
        at = QPointF(inner.right() - width, inner.y())
        draw_pill(painter, look, at, icon, word, tone, width=width)
        painter.setFont(look.font(15, bold=True))
        painter.setPen(look.colour("text"))
        room = inner.width() - width - 6
        name = QFontMetrics(painter.font()).elidedText(name, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QRectF(inner.x(), inner.y(), room, 22), middle, name)
        left = inner.width() - self._places(painter, inner, card)
        painter.setFont(look.font(12))
        painter.setPen(look.colour("text2"))
        where = f"{card.plan.building} {card.plan.name}".strip()
        where = QFontMetrics(painter.font()).elidedText(where, Qt.TextElideMode.ElideRight, int(left))
        painter.drawText(QRectF(inner.x(), inner.y() + 24, left, 18), middle, where)

    def _places(self, painter: QPainter, inner: QRectF, card: RoomCard) -> float:
        """Free, full or overflowing, at the right under the state; how much room that takes."""
        said = places_said(self._shell, card)
        if said is None:
            return 0
        look, (words, tone) = self._shell.look, said
        painter.setFont(look.font(12, bold=True))
        painter.setPen(look.colour(tone))
        metrics = QFontMetrics(painter.font())
        width = min(metrics.horizontalAdvance(words) + 2, inner.width() * 0.7)
        cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(width))
        place = QRectF(inner.right() - width, inner.y() + 24, width, 18)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, cut)
        return width + 8

    def _bar(self, painter: QPainter, bar: QRectF, card: RoomCard) -> None:
        look, count = self._shell.look, card.count
        everyone = max(count.present + count.absent + count.awaited + count.pending, 1)
        rounded(painter, bar, 4, look.colour("idle_weak"))
        clip = QPainterPath()
        clip.addRoundedRect(bar, 4, 4)
        painter.setClipPath(clip)
        left = bar.x()
        parts = ((count.collected, "ok"), (count.present - count.collected, "primary"), (count.absent, "warn"))
        for number, tone in parts:
            width = bar.width() * number / everyone
            if number:
                painter.fillRect(QRectF(left, bar.y(), width, bar.height()), look.colour(tone))
                painter.fillRect(QRectF(left + width - 1, bar.y(), 1, bar.height()), look.colour("surface"))
            left += width
        painter.setClipping(False)

    def _figures(self, painter: QPainter, inner: QRectF, card: RoomCard) -> None:
        shell, look, middle = self._shell, self._shell.look, Qt.AlignmentFlag.AlignVCenter
        count = card.count
        numbers = (count.present, count.absent, count.awaited, count.arranged)
        figures = [
            (shell.say(name), number, "warn" if name == "figure-absent" and number else "text")
            for name, number in zip(CAPTIONS, numbers, strict=True)
        ]
        width = inner.width() / len(figures)
        for place, (name, number, tone) in enumerate(figures):
            left = inner.x() + place * width
            painter.setFont(look.font(15, bold=True))
            painter.setPen(look.colour(tone))
            painter.drawText(QRectF(left, inner.y() + 60, width, 22), middle, str(number))
            painter.setFont(look.font(12))
            painter.setPen(look.colour("text2"))
            cut = QFontMetrics(painter.font()).elidedText(name, Qt.TextElideMode.ElideRight, int(width) - 2)
            painter.drawText(QRectF(left, inner.y() + 81, width, 17), middle, cut)

    def _foot(self, painter: QPainter, inner: QRectF, card: RoomCard) -> None:
        look = self._shell.look
        wrong = bool(card.stale or card.open_items)
        left = inner.x()
        if wrong:
            painter.drawPixmap(QPointF(left, inner.y() + 103), look.pixmap("alert-triangle", "bad", 14))
            left += 18
        painter.setFont(look.font(12, bold=wrong))
        painter.setPen(look.colour("bad" if wrong else "text2"))
        width, metrics = inner.right() - left, QFontMetrics(painter.font())
        lines = heard(self._shell, card)
        shown = (*lines[: FOOT_LINES - 1], " · ".join(lines[FOOT_LINES - 1 :]))
        for number, said in enumerate(shown):
            cut = metrics.elidedText(said, Qt.TextElideMode.ElideRight, int(width))
            place = QRectF(left, inner.y() + 101 + number * 19, width, 18)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, cut)
