"""A sentence in a coloured frame: what is the case, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from ui.look import Look
from ui.widgets.parts import button, empty, flow, label

ICONS = {
    "ok": "circle-check",
    "warn": "alert-triangle",
    "bad": "alert-triangle",
    "primary": "info-circle",
    "idle": "info-circle",
}


class Notice(QFrame):
    """Hidden until it has something to say. `tone` is ok, warn, bad, primary or idle."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("Notice")
        outer = QHBoxLayout(self)
        outer.setContentsMargins(12, 8, 12, 8)
        outer.setSpacing(10)
        self._icon = QLabel()
        outer.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self.inside = QVBoxLayout()
        self.inside.setSpacing(6)
        outer.addLayout(self.inside, 1)
        self.hide()

    def tone(self, tone: str) -> None:
        self._icon.setPixmap(self._look.pixmap(ICONS[tone], tone, 18))
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)

    def tell(self, tone: str, sentence: str, *actions: tuple[str, Callable[[], object]], note: str = "") -> None:
        """A sentence, a smaller note under it, and links for what to do."""
        empty(self.inside)
        self.tone(tone)
        said = label(sentence)
        self.inside.addWidget(said)
        if note:
            self.inside.addWidget(label(note, "Cap"))
        if actions:
            self.inside.addWidget(flow(*(button(self._look, text, does, kind="link") for text, does in actions), gap=4))
        self.setAccessibleName(sentence)
        self.show()

    def clear(self) -> None:
        empty(self.inside)
        self.hide()
