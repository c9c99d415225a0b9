"""Numbered blanks of 考场违纪情况记录单: given out to rooms, and struck where they were spoiled (VIO-03)."""

from __future__ import annotations

from app.core.paper_state import SheetVoidReason
from app.core.terms import RoomId, SessionId
from app.core.violation_sheets import MOST, IssueViolationSheets, VoidViolationSheet
from app.views.violations import blanks
from ui.pages.fault_side import FaultForm
from ui.shell import Shell

_USUAL = 2
"""Blanks that are proposed for a room."""


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
