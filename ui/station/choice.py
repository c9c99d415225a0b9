"""One choice under a question: a letter, its text over as many lines as it needs, and whether it is chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from ui.look import Look, rounded

_PAD, _GAP, _LEAST = 12, 14, 46
_FORWARD, _BACK = (Qt.Key.Key_Down, Qt.Key.Key_Right), (Qt.Key.Key_Up, Qt.Key.Key_Left)
_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextExpandTabs


class Choice(QCheckBox):
    """Painted by hand, so that the type can be as large as wanted; round where only `one` of them can be chosen.

    `stepped` comes with an arrow key: 1 for the next choice, -1 for the one before.
    """

    stepped = Signal(int)

    def __init__(self, look: Look, key: str, badge: str, text: str, pixels: int, *, one: bool) -> None:
        super().__init__()
        self.key, self._badge, self._one = key, badge, one
        self._look, self._said, self._pixels = look, text, pixels
        self.setAccessibleName(f"{badge} {text}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - self._left() - _PAD, 1), 1_000_000)
        high = QFontMetrics(self._look.font(self._pixels)).boundingRect(room, _WRAP, self._said).height()
        return max(high + 2 * _PAD, self._side() + 2 * _PAD, _LEAST)

    def sizeHint(self) -> QSize:
        width = max(self.width(), 200)
        return QSize(200, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _LEAST)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses as the space bar does; the arrows only move."""
        step = (event.key() in _FORWARD) - (event.key() in _BACK)
        if step:
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        ground = "primary_weak" if self.isChecked() else "surface2" if self.underMouse() else "surface"
        edge = "primary" if self.isChecked() or self.hasFocus() else "border2"
        width = 2.5 if self.hasFocus() else 1.5 if self.isChecked() else 1.0
        rounded(painter, QRectF(self.rect()), 8, look.colour(ground), look.colour(edge), width)
        mark = QRectF(_PAD, _PAD - 2, self._side(), self._side())
        self._mark(painter, mark)
        painter.setFont(look.font(self._pixels))
        painter.setPen(look.colour("text"))
        room = QRect(self._left(), _PAD, self.width() - self._left() - _PAD, self.height() - 2 * _PAD)
        painter.drawText(room, int(_WRAP | Qt.AlignmentFlag.AlignVCenter), self._said)
        painter.end()

    def _mark(self, painter: QPainter, mark: QRectF) -> None:
        """The letter in its shape, filled where it is chosen."""
        look, chosen = self._look, self.isChecked()
        fill, ink = ("primary", "on_primary") if chosen else ("surface2", "text2")
        rounded(
            painter,
            mark,
            self._side() / 2 if self._one else 5,
            look.colour(fill),
            look.colour("primary" if chosen else "border2"),
            1.5,
        )
        painter.setFont(look.font(self._pixels, bold=True))
        painter.setPen(look.colour(ink))
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, self._badge)
        if chosen:
            tick = look.pixmap("circle-check", "primary", 18)
            painter.drawPixmap(QPointF(mark.right() - 7, mark.bottom() - 9), tick)

    def _side(self) -> int:
        return self._pixels + 10

    def _left(self) -> int:
        return _PAD + self._side() + _GAP
