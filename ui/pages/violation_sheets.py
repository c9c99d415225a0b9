"""Numbered blanks of 考场违纪情况记录单: given out to rooms, and struck where they were spoiled (VIO-03)."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtWidgets import QComboBox

from app.core.free_text import NO_TEXT, TextPart
from app.core.paper_state import SheetVoidReason
from app.core.terms import Digest, RoomId, SessionId
from app.core.violation import CorrectViolation
from app.core.violation_sheets import MOST, IssueViolationSheets, VoidViolationSheet
from app.core.violation_state import Violation
from app.views.violations import blanks
from ui.pages.fault_side import FaultForm
from ui.pages.own_words import OwnWords
from ui.shell import Shell
from ui.widgets.scanner import ScanField

NOTHING_KEPT = Digest("")
_USUAL = 2
"""Blanks that are proposed for a room."""


class SheetField(QComboBox):
    """The number on a paper sheet: typed, scanned, or one of the blanks that are left."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        typed = ScanField()
        typed.setPlaceholderText(shell.say("conduct-sheet-hint"))
        self.setEditable(True)
        self.setLineEdit(typed)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def value(self) -> str:
        return self.currentText().strip()

    def offer(self, session: SessionId, room: RoomId | None) -> None:
        """The blanks of that room which nobody used yet; what stands there stays."""
        stands = self.currentText()
        self.clear()
        if room is not None:
            self.addItems(list(blanks(self._shell.bridge.site, session, room).free))
        self.setCurrentIndex(-1)
        self.setEditText(stands)


class NameSheetForm(FaultForm):
    """Nothing but the number, which the record lacks: what was told and signed still holds (VIO-03)."""

    def __init__(self, shell: Shell, one: Violation) -> None:
        say = shell.say
        super().__init__(shell, say("conduct-name-sheet", number=one.number), say("conduct-name-sheet-note"))
        self._one = one
        self.sheet = SheetField(shell)
        self.sheet.offer(one.session, one.room)
        self.field(say("conduct-sheet"), self.sheet)
        self.why = OwnWords(self)
        self.why.ask(TextPart.REASON, say("conduct-reason"), say("conduct-name-sheet-hint"))
        self.why.ask(TextPart.BASIS, say("conduct-basis"), say("conduct-basis-hint"))
        self.finish(say("conduct-name-sheet-confirm"))

    def operation(self) -> CorrectViolation | None:
        """None while no number stands there."""
        if not self.sheet.value():
            self.complain(self._shell.say("conduct-sheet-needed"), self.sheet)
            return None
        account = replace(self._one.now, sheet=self.sheet.value(), text=NOTHING_KEPT)
        return CorrectViolation(self._one.number, account, NO_TEXT, self.why.value())


class IssueForm(FaultForm):
    """So many more for each room, for all rooms at once."""

    def __init__(self, shell: Shell, session: SessionId) -> None:
        say = shell.say
        super().__init__(shell, say("conduct-issue"), say("conduct-issue-note"))
        self._session = session
        self._rooms = tuple(sorted(shell.bridge.site.sessions[session].rooms))
        every = say("conduct-issue-all", count=len(self._rooms))
        self.room = self.ask_choice(
            say("conduct-room"), [(None, every), *((room, say("room-name", room=room)) for room in self._rooms)]
        )
        counts: list[tuple[object, str]] = [(n, say("conduct-issue-count", count=n)) for n in range(1, MOST + 1)]
        self.count = self.ask_choice(say("conduct-issue-each"), counts)
        self.count.setCurrentIndex(_USUAL - 1)
        self.finish(say("conduct-issue-confirm"))
        self.first = self.count

    def operation(self) -> IssueViolationSheets:
        room = self.room.currentData()
        return IssueViolationSheets(self._session, (room,) if room else self._rooms, self.count.currentData())


class VoidForm(FaultForm):
    """One sheet that nobody used: its number is never given out again."""

    def __init__(self, shell: Shell, session: SessionId) -> None:
        say = shell.say
        super().__init__(shell, say("conduct-void"), say("conduct-void-note"))
        free = free_sheets(shell, session)
        self.sheet = self.ask_choice(say("conduct-sheet"), [(number, number) for number in free])
        self.why = self.ask_choice(say("conduct-void-why"), [(why, shell.word(why)) for why in SheetVoidReason])
        self.finish(say("conduct-void-confirm"), danger=True)

    def operation(self) -> VoidViolationSheet:
        return VoidViolationSheet(self.sheet.currentData() or "", SheetVoidReason(self.why.currentData()))


def free_sheets(shell: Shell, session: SessionId) -> tuple[str, ...]:
    """Of all rooms of the session."""
    site = shell.bridge.site
    rooms: list[RoomId] = sorted(site.sessions[session].rooms)
    return tuple(number for room in rooms for number in blanks(site, session, room).free)
