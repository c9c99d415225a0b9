"""More minutes than were lost: it is said, and asked once more (TIM-11)."""

from __future__ import annotations

from collections.abc import Callable

from app.core.extra_time_loss import MoreThanLost
from ui.pages.extra_time_words import named
from ui.shell import Shell
from ui.widgets.notice import Notice
from ui.widgets.parts import Button


class Sure(Notice):
    """Stands as long as it is about the same people and minutes."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.look)
        self._shell = shell
        self._about: object = None

    def ask(self, more: MoreThanLost, about: object, does: Callable[[], object]) -> None:
        """The yes has the focus: another Enter gives them."""
        say, self._about = self._shell.say, about
        who = named(self._shell, (more.ticket,))
        said = say("extra-time-sure", who=who, total=more.total, lost=more.lost)
        self.tell("warn", said, (say("extra-time-sure-do"), does))
        self.findChildren(Button)[-1].setFocus()

    def stay(self, about: object) -> None:
        """Gone where something else is meant now."""
        if about != self._about:
            self.clear()
