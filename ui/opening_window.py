"""What is seen first: a small window at once, and in it what is being opened, or why it cannot be."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.text import Text


class OpeningWindow(QWidget):
    """Kept light: it must stand before the rest of the program is read in."""

    def __init__(self, text: Text) -> None:
        super().__init__()
        self.setObjectName("Ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(text.say("product-name"))
        frame = QFrame()
        frame.setObjectName("Card")
        frame.setMaximumWidth(640)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(28, 24, 28, 24)
        inside.setSpacing(12)
        title = QLabel(text.say("product-name"))
        title.setObjectName("H1")
        inside.addWidget(title)
        self.said = QLabel(text.say("opening-now"))
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        inside.addWidget(self.said)
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

    def refuse(self, sentence: str) -> None:
        """It ends here: what is the case, and what to do."""
        self.tell(sentence)
        self.leave.show()
        self.leave.setFocus()
