"""Nobody fits what was typed: said, with the session in which somebody does."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from app.core.terms import SessionId
from app.views.find import find
from ui.shell import Shell
from ui.widgets.notice import Notice


class Missed(Notice):
    """`go` carries the session in which whoever was looked for is arranged."""

    go = Signal(str)

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.look)
        self._shell = shell

    def look(self, text: str) -> None:
        """Nobody here; perhaps in another session."""
        say, bridge = self._shell.say, self._shell.bridge
        for session in bridge.site.sessions:
            there = find(bridge.site, bridge.console.directory, session, text)
            if there and session != bridge.session:
                named = self._shell.session(session)
                sentence = say("candidates-elsewhere", session=named, room=there[0].sitting.room)
                way = (say("candidates-go-session", session=named), partial(self._go, session))
                self.tell("warn", sentence, way)
                return
        self.tell("warn", say("candidates-nobody"))

    def _go(self, session: SessionId) -> None:
        self.go.emit(session)
