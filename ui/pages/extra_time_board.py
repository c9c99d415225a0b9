"""One half of the page on delays and extra time."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.terms import RoomId, SessionId, Ticket
from ui.shell import Shell
from ui.widgets.asking import Asking


class ExtraTimeBoard(QWidget):
    """`look` shows a session, `tick` is called every second while it is seen."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self.first: QWidget = self

    def look(self, session: SessionId) -> None:
        """Show this session."""

    def tick(self, session: SessionId) -> None:
        """What goes by without any fact."""

    def choose(self, room: RoomId | None, ticket: Ticket | None = None) -> None:
        """Open the card of a room or candidate."""

    def summary(self) -> str:
        """One line for the head of the page."""
        return ""
