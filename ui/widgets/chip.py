"""A state in the top bar: icon, title and value; and one that leads somewhere."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look, rounded


class Chip(QWidget):
    """Icon, title and value; colour is never the only sign. Compact, it is the icon alone with a tooltip."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._icon, self._title, self._value, self._tone = look, "circle-dashed", "", "", "idle"
        self.compact = False
        self.brief = ""
        """Stands beside the icon also where there is no room for more."""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def tell(self, icon: str, title: str, value: str, tone: str) -> None:
        if (icon, title, value, tone) != (self._icon, self._title, self._value, self._tone):
            self._icon, self._title, self._value, self._tone = icon, title, value, tone
            self.setAccessibleName(f"{title} {value}")
            self.setToolTip(f"{title} {value}")
            self.updateGeometry()
            self.update()

    @property
    def wide(self) -> int:
        """What icon, title and value need side by side."""
        title = QFontMetrics(self._look.font(12)).horizontalAdvance(self._title)
        value = QFontMetrics(self._look.font(13, bold=True)).horizontalAdvance(self._value)
        return max(title, value) + 48

    def squeeze(self, *, on: bool) -> None:
        if on != self.compact:
            self.compact = on
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        if self.compact:
            return QSize(40 + self._brief_width, 44)
        return QSize(self.wide, 44)

    @property
    def _brief_width(self) -> int:
        bold = QFontMetrics(self._look.font(13, bold=True))
        return bold.horizontalAdvance(self.brief) + 4 if self.brief else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, ink = QPainter(self), self._look.colour(self._tone)
        rounded(painter, QRectF(self.rect()), 8, self._look.colour(f"{self._tone}_weak"))
        painter.drawPixmap(10, (self.height() - 20) // 2, self._look.pixmap(self._icon, self._tone, 20))
        middle = Qt.AlignmentFlag.AlignVCenter
        if self.compact:
            painter.setFont(self._look.font(13, bold=True))
            painter.setPen(ink)
            painter.drawText(QRectF(36, 0, self.width() - 38, self.height()), middle, self.brief)
        else:
            painter.setFont(self._look.font(12))
            painter.setPen(self._look.colour("text2"))
            painter.drawText(QRectF(38, 3, self.width() - 40, 19), middle, self._title)
            painter.setFont(self._look.font(13, bold=True))
            painter.setPen(ink)
            painter.drawText(QRectF(38, 21, self.width() - 40, 20), middle, self._value)
        painter.end()


class Door(Chip):
    """A chip that leads somewhere, by click, Enter or space."""

    picked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            rounded(painter, QRectF(self.rect()), 8, None, self._look.colour("primary"), 2)
            painter.end()
