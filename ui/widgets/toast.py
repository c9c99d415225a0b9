"""What succeeded, said for a few seconds below the top bar and taken away again."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui.look import Look

SECONDS = 6
_MOST = 640


class Toast(QFrame):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("Toast")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(14, 10, 16, 10)
        inside.setSpacing(8)
        mark = QLabel()
        mark.setPixmap(look.pixmap("circle-check", "surface", 18))
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        inside.addWidget(mark)
        inside.addWidget(self.text, 1)
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def tell(self, sentence: str) -> None:
        self.text.setText(sentence)
        self.setAccessibleName(sentence)
        self.place()
        self.show()
        self.raise_()
        self._timer.start()

    def place(self) -> None:
        """In the middle beside the page's title: the buttons of most steps are at the lower edge."""
        window = self._over
        wanted = self.text.fontMetrics().horizontalAdvance(self.text.text()) + 70
        width = min(wanted, _MOST, window.width() - 40)
        self.setFixedWidth(width)
        self.adjustSize()
        bar = window.findChild(QFrame, "TopBar")
        top = bar.mapTo(window, bar.rect().bottomLeft()).y() if bar else 0
        self.move((window.width() - width) // 2, top + 8)
