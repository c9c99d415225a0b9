"""What the forms of room reports have in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.room_state import RoomSession
from app.core.terms import RoomId, SessionId
from app.views.board import Board, RoomCard
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.moment import MomentField
from ui.widgets.person import PersonField
from ui.widgets.scanner import ScanField


class ReportForm(QWidget):
    """`settled` comes when a report stands, so that the page goes on to the next room."""

    settled = Signal()

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self.shell, self.asking = shell, asking
        self.first: QWidget = self
        """Where the next report begins."""
        self.session: SessionId | None = None
        self.room: RoomId | None = None
        self.foot = QWidget()
        """Stands below the form and never scrolls away: what is to be said before the step, and the step."""
        self.steps = QVBoxLayout(self.foot)
        self.steps.setContentsMargins(0, 0, 0, 0)
        self.steps.setSpacing(8)
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.outer.setSpacing(10)

    def look(self, board: Board, room: RoomId | None) -> None:
        """Show what is; what somebody is typing stays."""
        self.session, self.room = board.session, room

    @property
    def here(self) -> RoomSession | None:
        """The chosen room in the session it was chosen in."""
        return self.shell.bridge.site.room(self.session, self.room) if self.session and self.room else None

    def name(self, room: RoomId) -> str:
        return self.shell.say("room-name", room=room)


class ToldForm(ReportForm):
    """Somebody in the room said it, at some time."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, asking)
        self.moment, self.person = MomentField(shell), PersonField(shell)


def card_of(board: Board, room: RoomId | None) -> RoomCard | None:
    return next((card for card in board.cards if card.plan.id == room), None)


class NumberField(ScanField):
    """A count of people; None while it is empty."""

    def __init__(self) -> None:
        super().__init__()
        self.setValidator(QIntValidator(0, 9999, self))

    def value(self) -> int | None:
        return int(self.text()) if self.text().isdecimal() else None
