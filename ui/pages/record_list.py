"""The list of sheets of one kind: what each is about, how far it is, how many copies are kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent

from app.core.operation import Fact
from app.views.papers import PaperState
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.record_sheets import Key, Sheet, Sheets
from ui.shell import Shell
from ui.style import ROW

LOOKS: dict[PaperState, tuple[str, str]] = {
    PaperState.DRAFT: ("circle-dashed", "idle"),
    PaperState.TO_PRINT: ("printer", "primary"),
    PaperState.SENT: ("help-circle", "warn"),
    PaperState.NOT_OUT: ("alert-triangle", "bad"),
    PaperState.PRINTED: ("circle-check", "ok"),
    PaperState.SUPERSEDED: ("refresh", "warn"),
}
_FEWEST_LINES = 4


class SheetList(LinesView):
    def __init__(self, shell: Shell, sheets: Sheets) -> None:
        headers = (sheets.column, shell.say("records-column-state"), shell.say("records-column-copies"))
        super().__init__(LinesModel(shell, headers), sheets.table, wide=(0,))
        self._shell, self.sheets = shell, sheets

    def look(self, facts: Sequence[Fact]) -> bool:
        """Whether anything may be other than before. What was chosen stays; at first it is the next one to print."""
        if not self.sheets.look(facts):
            return False
        chosen, held = self.chosen_keys(), self.sheets.held
        self.lines.show_lines([self._line(sheet) for sheet in held.values()])
        if chosen and chosen[0] in held:
            self.choose(chosen[0])
        elif held:
            waiting = (key for key, sheet in held.items() if sheet.state is not PaperState.PRINTED)
            self.choose(next(waiting, next(iter(held))))
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is told below of the chosen one takes its place from the list."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    @property
    def sheet(self) -> Sheet | None:
        """The chosen one."""
        return next((self.sheets.held[key] for key in self.chosen_keys() if key in self.sheets.held), None)

    def choose(self, key: object) -> None:
        row = next((n for n, one in enumerate(self.lines.lines) if one.key == key), None)
        if row is not None and key not in self.chosen_keys():
            self.selectRow(row)

    def newest(self, form: str) -> Key | None:
        return next((key for key in reversed(self.sheets.held) if key[0] == form), None)

    def of(self, state: PaperState) -> tuple[Sheet, ...]:
        return tuple(sheet for sheet in self.sheets.held.values() if sheet.state is state)

    def _line(self, sheet: Sheet) -> Line:
        icon, tone = LOOKS[sheet.state]
        say, copies = self._shell.say, len(sheet.copies)
        return Line(
            sheet.key,
            (
                Cell(sheet.title),
                Cell(self._shell.word(sheet.state), tone, icon),
                Cell(say("records-copies", count=copies) if copies else say("blank"), "text2"),
            ),
        )

    # Gives way to the steps under it down to a few lines; only then does the whole scroll.

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _FEWEST_LINES * ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), _FEWEST_LINES * ROW)
