"""What every page is: a title, the place where it asks, and when it looks again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.operation import Fact
from ui.shell import PageName, Place, Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import Elided, flow, row


class Page(QWidget):
    """Made when it is first gone to. `rail` pages stand beside the rail; the others carry the now bar above.

    A page out of sight does not work: it looks again when it is shown.
    """

    name: PageName
    rail = False

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.setObjectName("Page")
        self.asking = Asking(shell)
        self.first: QWidget = self
        """Gets the focus when someone comes to this page."""
        self._stale = True
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(20, 14, 20, 14)
        self.outer.setSpacing(10)
        shell.bridge.changed.connect(self._changed)
        shell.bridge.session_changed.connect(self._session_changed)

    def head(self, sub: str = "", *actions: QWidget) -> None:
        """Title, subtitle and actions; the asking area comes right below."""
        self.title = Elided(self.shell.say(f"page-{self.name}"), "H1")
        self.sub = Elided(sub, "Sub")
        top = row(self.title, self.sub, gap=12)
        top.setStretch(1, 1)
        if actions:
            held = flow(*actions)
            top.addWidget(held)
        self.outer.addLayout(top)
        self.outer.addWidget(self.asking)

    def go(self, place: Place) -> None:
        """Someone comes here for something: a room, a candidate, a clause."""

    def scanned(self, code: str) -> bool:
        """A code came from a scanner; whether this page could use it."""
        return False

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        """Show what is. `facts` are new since the last time; none means: look at everything."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """A no, and a form to sign, belong to the moment: whoever comes back asks again."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.asking.clear()

    def _changed(self, facts: tuple[Fact, ...]) -> None:
        if self.isVisible():
            self.refresh(facts)
        else:
            self._stale = True

    def _session_changed(self) -> None:
        self.asking.clear()
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
