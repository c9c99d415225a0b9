"""What can be done with one sheet, as far as it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.core.records import ReprintReason
from app.views.papers import PaperState
from ui.pages.record_sheets import Sheet, Sheets
from ui.shell import Shell
from ui.widgets.parts import button, choice, flow, label

_KEPT = frozenset({PaperState.SENT, PaperState.NOT_OUT, PaperState.PRINTED})
_AGAIN = (ReprintReason.LOST, ReprintReason.DAMAGED, ReprintReason.MISPRINTED)


class RecordSteps(QWidget):
    """Only what fits the state of the sheet is offered."""

    wanted = Signal(object)
    """A new copy, with its ReprintReason or None."""
    resent = Signal()
    told = Signal(bool)
    """Whether the paper of the last copy came out."""
    finishing = Signal()
    """To where a draft becomes a sheet."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._sheet: Sheet | None = None
        say, look = shell.say, shell.look
        self._note, self._copies = label(""), label("", "Cap")
        self.finish = button(look, "", self.finishing.emit, "arrow-right")
        self.print = button(look, say("records-print"), lambda: self.wanted.emit(None), "printer", "weak")
        self.print_changed = button(
            look, say("records-print-changed"), lambda: self.wanted.emit(ReprintReason.CHANGED), "printer", "weak"
        )
        self.came_out = button(look, say("records-came-out"), lambda: self.told.emit(True), "check", "weak")
        self.not_out = button(look, say("records-not-out"), lambda: self.told.emit(False), "x")
        self.resend = button(look, say("records-resend"), self.resent.emit, "printer")
        self.reason = choice([(None, say("records-why")), *((why, shell.word(why)) for why in _AGAIN)])
        self.reason.setAccessibleName(say("records-why"))
        self.reprint = button(look, say("records-reprint"), lambda: self.wanted.emit(self.reason.currentData()), "plus")
        self.reason.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(14, 10, 14, 12)
        outer.setSpacing(8)
        outer.addWidget(self._note)
        first = (self.finish, self.print, self.print_changed, self.came_out, self.not_out, self.resend)
        outer.addWidget(flow(*first, self.reason, self.reprint))
        outer.addWidget(self._copies)
        self.hide()

    @property
    def first(self) -> QWidget:
        """What Enter on a line of the list leads to."""
        steps = (self.finish, self.print, self.print_changed, self.came_out, self.reason)
        return next((one for one in steps if one.isVisibleTo(self)), self.reason)

    def show_sheet(self, sheets: Sheets, sheet: Sheet | None) -> None:
        """A reason that was being chosen stays while the sheet and its copies are the same."""
        before, self._sheet = self._sheet, sheet
        self.setVisible(sheet is not None)
        if sheet is None or sheet == before:
            return
        if before is None or (sheet.key, sheet.copies) != (before.key, before.copies):
            self.reason.setCurrentIndex(0)
        state, say = sheet.state, self._shell.say
        note, finish = sheets.note(sheet), sheets.finish(sheet)
        self._note.setText(say(note, copy=len(sheet.copies)) if note else sheets.draft(sheet))
        self.finish.setText(finish)
        self.finish.setAccessibleName(finish)
        shown: tuple[tuple[QWidget, bool], ...] = (
            (self.finish, state is PaperState.DRAFT),
            (self.print, state is PaperState.TO_PRINT),
            (self.print_changed, state is PaperState.SUPERSEDED),
            (self.came_out, state in {PaperState.SENT, PaperState.NOT_OUT}),
            (self.not_out, state is PaperState.SENT),
            (self.resend, state in {PaperState.SENT, PaperState.NOT_OUT}),
            (self.reason, state in _KEPT),
            (self.reprint, state in _KEPT),
        )
        for made, on in shown:
            made.setVisible(on)
        outcome = {None: say("records-copy-sent"), True: say("records-copy-out"), False: say("records-copy-not-out")}
        lines = [say("records-copy", copy=one.copy, outcome=outcome[one.came_out]) for one in sheet.copies]
        self._copies.setText(" · ".join(lines))
        self._copies.setVisible(len(lines) > 1)
