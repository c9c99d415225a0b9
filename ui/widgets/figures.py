"""A row of figures in one card: what the whole session looks like."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look, rounded
from ui.widgets.flow import Flow
from ui.widgets.parts import card, empty


class Figure(QWidget):
    """A caption over a large number, with a coloured mark."""

    def __init__(self, look: Look, name: str, number: int, tone: str) -> None:
        super().__init__()
        self._look = look
        self.tell(name, number, tone)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def tell(self, name: str, number: int, tone: str) -> None:
        self._name, self._number, self._tone = name, number, tone
        self.setAccessibleName(f"{name} {number}")
        # A number grown by a digit asks for more room; anything else only for paint.
        if self.sizeHint().width() > self.width():
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        name = QFontMetrics(self._look.font(12)).horizontalAdvance(self._name)
        number = QFontMetrics(self._look.font(22, bold=True)).horizontalAdvance(str(self._number))
        return QSize(max(name, number, 52) + 24, 46)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, middle = QPainter(self), Qt.AlignmentFlag.AlignVCenter
        mark = "border2" if self._tone == "text" else self._tone
        rounded(painter, QRectF(0, 5, 3, self.height() - 10), 1.5, self._look.colour(mark))
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.colour("text2"))
        painter.drawText(QRectF(12, 1, self.width() - 12, 18), middle, self._name)
        painter.setFont(self._look.font(22, bold=True))
        painter.setPen(self._look.colour(self._tone))
        painter.drawText(QRectF(12, 17, self.width() - 12, 28), middle, str(self._number))
        painter.end()


class FigureRow(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[tuple[str, int, str], ...] = ()
        self._figures: list[Figure] = []
        frame, inside = card(across=True, margins=(16, 7, 16, 7))
        held = QWidget()
        self._row = Flow(8, held)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        held.setSizePolicy(policy)
        inside.addWidget(held, 1)
        outer = Flow(0, self)
        frame.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        outer.addWidget(frame)
        self.setSizePolicy(policy)

    def show_figures(self, figures: Sequence[tuple[str, int, str]]) -> None:
        """Name, number and tone each."""
        if len(figures) != len(self._figures):
            empty(self._row)
            self._shown = ()
            self._figures = [Figure(self._look, *figure) for figure in figures]
            for shown in self._figures:
                self._row.addWidget(shown)
        for shown, figure, before in zip(self._figures, figures, self._shown or figures, strict=True):
            if figure != before:
                shown.tell(*figure)
        self._shown = tuple(figures)
