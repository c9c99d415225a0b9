"""State as icon, word and colour in one small shape; drawn by delegates, or standing alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look, rounded

HEIGHT = 22
_SIDE = 34.0
"""Everything in a pill but its text."""


def pill_width(look: Look, text: str) -> float:
    return QFontMetricsF(look.font(12, bold=True)).horizontalAdvance(text) + _SIDE


def draw_pill(
    painter: QPainter, look: Look, at: QPointF, icon: str, text: str, tone: str, *, width: float | None = None
) -> None:
    """`at` is the top left; a narrower `width` cuts the text with an ellipsis."""
    wanted = pill_width(look, text)
    width = min(wanted, width) if width is not None else wanted
    edge = QColor(look.colour(tone))
    edge.setAlpha(70)
    rounded(painter, QRectF(at.x(), at.y(), width, HEIGHT), 11, look.colour(f"{tone}_weak"), edge)
    painter.drawPixmap(at + QPointF(8, 4), look.pixmap(icon, tone, 14))
    painter.setFont(look.font(12, bold=True))
    painter.setPen(look.colour(tone))
    room = QRectF(at.x() + 26, at.y(), width - 30, HEIGHT)
    cut = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width() + 1)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)


class Pill(QWidget):
    def __init__(self, look: Look, icon: str, text: str, tone: str) -> None:
        super().__init__()
        self._look, self._icon, self._text, self._tone = look, icon, text, tone
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setToolTip(text)

    def tell(self, icon: str, text: str, tone: str) -> None:
        self._icon, self._text, self._tone = icon, text, tone
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(pill_width(self._look, self._text)) + 2, HEIGHT + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, HEIGHT + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_pill(painter, self._look, QPointF(0, 1), self._icon, self._text, self._tone, width=self.width())
        painter.end()
