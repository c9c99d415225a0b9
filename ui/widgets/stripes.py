"""The ground of what must not be mistaken for the real thing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from ui.look import Look

_STRIPE = 24


class Stripes(QWidget):
    """Slanting stripes behind whatever is laid on it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, height = self._look, self.height()
        painter.fillRect(QRectF(self.rect()), look.colour("stripe"))
        painter.setPen(look.colour("stripe2"))
        painter.setBrush(look.colour("stripe2"))
        for left in range(-height, self.width(), 2 * _STRIPE):
            corners = ((left, height), (left + height, 0), (left + height + _STRIPE, 0), (left + _STRIPE, height))
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
        painter.end()
