"""Who waits at a door, and since when: always in sight, one press away from being settled."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy

from app.core.session_state import SessionState
from app.core.terms import Ticket
from ui.shell import Shell, hour
from ui.widgets.flow import Flow
from ui.widgets.parts import button, empty
from ui.widgets.pill import Pill


class Waiting(QFrame):
    """Hidden while nobody waits. `chosen` carries a ticket."""

    chosen = Signal(str)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._shown: object = None
        self._laid = Flow(6, self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_session(self, state: SessionState) -> None:
        """The longest first."""
        shell, people = self._shell, self._shell.bridge.console.directory
        found = sorted(
            (one.held.at, one.room, one.ticket, people.name(one.ticket) or one.ticket)
            for room in state.rooms.values()
            for one in room.sittings.values()
            if one.held
        )
        if found == self._shown:
            return
        self._shown = found
        empty(self._laid)
        self._laid.addWidget(Pill(shell.look, "hourglass", shell.say("candidates-waiting", count=len(found)), "warn"))
        for at, room, ticket, name in found:
            said = shell.say("candidates-waits", name=name, room=room, time=hour(at))
            self._laid.addWidget(button(shell.look, said, partial(self._choose, ticket), kind="link"))
        self.setVisible(bool(found))

    def _choose(self, ticket: Ticket) -> None:
        self.chosen.emit(ticket)
