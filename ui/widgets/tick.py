"""A tick with a sentence that wraps; Enter ticks it and goes on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.look import Look, rounded

_SIDE = 24


class Tick(QWidget):
    """`passed` comes with Enter, once it is ticked."""

    passed = Signal()
    toggled = Signal(bool)

    def __init__(self, look: Look, sentence: str) -> None:
        super().__init__()
        self.box = _Box(look)
        self.box.setAccessibleName(sentence)
        self.box.passed.connect(self.passed)
        self.box.toggled.connect(self.toggled)
        said = _Sentence(sentence, self.box)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(said, 1)
        self.setFocusProxy(self.box)

    @property
    def on(self) -> bool:
        return self.box.isChecked()

    def clear(self) -> None:
        self.box.setChecked(False)


class _Box(QCheckBox):
    """Drawn by hand: what Fusion draws under our style sheet is hardly seen in the dark."""

    passed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(_SIDE, _SIDE)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look, on = QPainter(self), self._look, self.isChecked()
        focused = self.hasFocus()
        inner = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        if focused:
            rounded(painter, QRectF(self.rect()), 6, None, look.colour("primary"), 2)
        ground, edge = ("primary", "primary") if on else ("surface", "border2")
        rounded(painter, inner, 4, look.colour(ground), look.colour(edge), 1.5)
        if on:
            painter.drawPixmap(inner.topLeft() + QPointF(2, 2), look.pixmap("check", "on_primary", 14))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.setChecked(True)
            self.passed.emit()
        else:
            super().keyPressEvent(event)


class _Sentence(QLabel):
    """Clicked like the box beside it."""

    def __init__(self, sentence: str, box: QCheckBox) -> None:
        super().__init__(sentence)
        self._box = box
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMargin(3)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._box.setFocus()
        self._box.toggle()
        event.accept()
