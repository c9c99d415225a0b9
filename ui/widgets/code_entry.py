"""Codes as they are heard: four groups, each checked while it is typed."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.crypto.codes import GROUPS, IN_GROUP, group_ok
from app.text import Text
from ui.look import Look
from ui.widgets.notice import Notice
from ui.widgets.parts import flow, label
from ui.widgets.pill import Pill
from ui.widgets.scanner import ScanField
from ui.widgets.sight import Sight

_READ_AS = str.maketrans("OIL", "011")
_BETWEEN = ("P", "Z", "C")
"""Unicode categories of what stands between symbols: punctuation, blanks, control characters."""
_SIGNS = GROUPS * IN_GROUP


class CodeEntry(QWidget):
    """`complete` comes with Enter once all groups hold. What the answer is stands in `answer`, under the groups."""

    changed = Signal()
    complete = Signal()

    def __init__(self, look: Look, text: Text) -> None:
        super().__init__()
        self._text = text
        self.edit = ScanField()
        self.edit.setPlaceholderText(text.say("code-field-form"))
        self.edit.setObjectName("Code")
        self.edit.textEdited.connect(self._edited)
        self.edit.returnPressed.connect(self._entered)
        self._marks = [Pill(look, "circle-dashed", "", "idle") for _ in range(GROUPS)]
        self._said = label("", "Bad")
        self._said.hide()
        self.answer = Notice(look)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        for part in (self.edit, flow(*self._marks, gap=6), self._said, self.answer):
            outer.addWidget(part)
        self.setFocusProxy(self.edit)
        self.edit.installEventFilter(self)
        self._sight = Sight(self)
        self._mark()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever comes to the field sees the groups under it too."""
        if event.type() is QEvent.Type.FocusIn:
            self._sight.bring(self)
        return super().eventFilter(watched, event)

    @property
    def ready(self) -> bool:
        """Whether all four groups hold."""
        groups = self._groups
        return len(self._signs) == _SIGNS and all(group_ok(n, group) for n, group in enumerate(groups, 1))

    def value(self) -> str:
        """XXXXX-XXXXX-XXXXX-XXXXX, or as much of it as stands there."""
        return self.edit.text()

    def put(self, text: str) -> None:
        """As if somebody had typed it."""
        self.edit.setText(text)
        self._edited(text)

    def clear(self) -> None:
        self.edit.clear()
        self.answer.clear()
        self._mark()

    def renew(self) -> None:
        """Ready for the next code; what was said of the last one stays."""
        self.edit.clear()
        self._mark()

    def complain(self) -> None:
        """Go to the first group that is wrong or missing, and say so."""
        wrong = next((n for n, group in enumerate(self._groups, 1) if not group_ok(n, group)), 0)
        if not wrong:
            self._tell(self._text.say("code-field-long", count=len(self._signs)))
        elif len(self._groups[wrong - 1]) < IN_GROUP:
            self._tell(self._text.say("code-field-short", group=wrong, count=len(self._signs)))
        self.edit.setFocus()
        if wrong:
            start = (wrong - 1) * (IN_GROUP + 1)
            self.edit.setSelection(start, len(self._groups[wrong - 1]))

    @property
    def _signs(self) -> str:
        return signs(self.edit.text())

    @property
    def _groups(self) -> tuple[str, ...]:
        """Four, the last ones empty or short while somebody types; what is too long belongs to none."""
        typed = self._signs
        return tuple(typed[start : start + IN_GROUP] for start in range(0, _SIGNS, IN_GROUP))

    def _edited(self, text: str) -> None:
        """The hyphens go along, and the cursor stays behind the symbol it stood behind."""
        before = len(signs(text[: self.edit.cursorPosition()]))
        shown = _grouped(signs(text))
        if shown != text:
            self.edit.setText(shown)
            self.edit.setCursorPosition(before + max(before - 1, 0) // IN_GROUP)
        self.answer.clear()
        self._mark()
        self.changed.emit()

    def _entered(self) -> None:
        if self.ready:
            self.complete.emit()
        else:
            self.complain()

    def _mark(self) -> None:
        say, wrong = self._text.say, []
        for n, (group, mark) in enumerate(zip(self._groups, self._marks, strict=True), 1):
            if len(group) < IN_GROUP:
                mark.tell("circle-dashed", say("code-field-open", group=n, count=len(group)), "idle")
            elif group_ok(n, group):
                mark.tell("circle-check", say("code-field-right", group=n), "ok")
            else:
                wrong.append(n)
                mark.tell("alert-triangle", say("code-field-wrong", group=n), "bad")
        over = len(self._signs) > _SIGNS
        self._tell(say("code-field-long", count=len(self._signs)) if over else "")
        if wrong and not over:
            self._tell(say("code-field-again", groups=tuple(map(str, wrong))))

    def _tell(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        self.edit.setAccessibleDescription(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.edit.hasFocus():
            self._sight.bring(self)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)


def signs(text: str) -> str:
    """The symbols of a code as they are read: what stands between them is dropped, a foreign one keeps its place."""
    plain = unicodedata.normalize("NFKC", text).upper().translate(_READ_AS)
    return "".join(sign for sign in plain if unicodedata.category(sign)[0] not in _BETWEEN)


def _grouped(typed: str) -> str:
    return "-".join(typed[start : start + IN_GROUP] for start in range(0, len(typed), IN_GROUP))
