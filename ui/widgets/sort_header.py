"""A table header that sorts by click and by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.look import Look

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ACTS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SortHeader(QHeaderView):
    """Tab comes here, left and right choose a column, Space or Enter sorts by it and then turns the order round."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look, self._at = look, 0
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in _ACTS:
            up = self.sortIndicatorSection() == self._at and self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            self.setSortIndicator(self._at, Qt.SortOrder.DescendingOrder if up else Qt.SortOrder.AscendingOrder)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.isSectionHidden(self._at):
            self._step(1)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if self.hasFocus() and logicalIndex == self._at:
            painter.setPen(QPen(self._look.colour("primary"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _step(self, by: int) -> None:
        seen = [n for n in range(self.count()) if not self.isSectionHidden(n)]
        place = seen.index(self._at) + by if self._at in seen else 0
        self._at = seen[max(0, min(place, len(seen) - 1))]
        self.viewport().update()
