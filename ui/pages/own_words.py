"""What people write in their own words, as fields of a form."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.core.free_text import LINE, LINES, PARAGRAPH, FreeText, TextPart
from ui.pages.fault_side import FaultForm
from ui.widgets.parts import entry


class OwnWords:
    """Fields of one form; several lines each, or one where the part is one. Input methods work in all of them."""

    def __init__(self, form: FaultForm) -> None:
        self._form = form
        self.fields: dict[TextPart, QLineEdit | QPlainTextEdit] = {}

    def ask(
        self, part: TextPart, text: str, hint: str = "", value: str = "", *, short: bool = False
    ) -> QLineEdit | QPlainTextEdit:
        """`short`: one line is enough here, though the part may have more."""
        made: QLineEdit | QPlainTextEdit
        if part in LINES or (short and "\n" not in value):
            made = entry(hint, most=LINE if part in LINES else PARAGRAPH)
            made.setText(value)
            self._form.field(text, made)
        else:
            made = self._form.ask_lines(text, hint)
            made.setPlainText(value)
        self.fields[part] = made
        return made

    def value(self) -> FreeText:
        """What stands there; a part in which nothing stands, or that is not shown, is left out."""
        said = {part: _said(field).strip() for part, field in self.fields.items() if not field.isHidden()}
        return FreeText(tuple((part, text) for part, text in said.items() if text))


def _said(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
