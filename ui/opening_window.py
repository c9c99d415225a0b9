"""What is seen first: a small window at once, and in it what is being opened, or why it cannot be."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.text import Text


class OpeningWindow(QWidget):
    """Kept light: it must stand before the rest of the program is read in."""

    def __init__(self, text: Text, name: str = "") -> None:
        """`name`: what is opened, where it is not the console."""
        super().__init__()
        self.setObjectName("Ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(name or text.say("product-name"))
        frame = QFrame()
        frame.setObjectName("Card")
        frame.setMaximumWidth(640)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(28, 24, 28, 24)
        inside.setSpacing(12)
        title = QLabel(name or text.say("product-name"))
        title.setObjectName("H1")
        inside.addWidget(title)
        self.said = QLabel(text.say("opening-now"))
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        inside.addWidget(self.said)
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setAccessibleName(text.say("opening-pin"))
        self.pin.setPlaceholderText(text.say("opening-pin"))
        self.enter = QPushButton(text.say("opening-enter"))
        self.enter.setAccessibleName(self.enter.text())
        for part in (self.pin, self.enter):
            part.hide()
            inside.addWidget(part)
        self._waiting = QEventLoop(self)
        self.pin.returnPressed.connect(self._entered)
        self.enter.clicked.connect(self._entered)
        self.leave = QPushButton(text.say("opening-close"))
        self.leave.setAccessibleName(self.leave.text())
        self.leave.clicked.connect(self.close)
        self.leave.hide()
        inside.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeft)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(1)
        outer.addWidget(frame)
        outer.addStretch(2)

    def tell(self, sentence: str) -> None:
        """What is being done now."""
        self.said.setText(sentence)
        self.said.setAccessibleName(sentence)

    def ask_pin(self, sentence: str) -> str | None:
        """Wait for the PIN of the lock; None where the window was closed instead."""
        self.tell(sentence)
        self._show_pin(on=True)
        self.pin.setFocus()
        self._given: str | None = None
        self._waiting.exec()
        self._show_pin(on=False)
        return self._given

    def _show_pin(self, *, on: bool) -> None:
        self.pin.clear()
        for part in (self.pin, self.enter):
            part.setVisible(on)

    def _entered(self) -> None:
        if self.pin.text():
            self._given = self.pin.text()
            self._waiting.quit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._waiting.quit()
        super().closeEvent(event)

    def refuse(self, sentence: str) -> None:
        """It ends here: what is the case, and what to do."""
        self.tell(sentence)
        self.leave.show()
        self.leave.setFocus()
