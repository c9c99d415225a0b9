"""Everything that is due in one go: before the day, and of the session that is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.views import due_papers
from app.views.due_papers import Due
from ui.pages.record_papers import due_sheet, sheets_of
from ui.pages.record_printing import Wanted
from ui.shell import Shell
from ui.widgets.parts import button


class Everything(QObject):
    """Two buttons; each is there while it has something to print."""

    wanted = Signal(object)
    """A sequence of Wanted, in the order of printing."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.before = button(shell.look, "", self._print_before, "printer")
        self.session = button(shell.look, "", self._print_session, "printer")
        self.buttons = (self.before, self.session)

    def count(self, *, idle: bool) -> None:
        """Of what was never printed; a changed sheet is looked at before it is printed again."""
        say = self._shell.say
        before, session = self._before(), self._of_session()
        shown = (
            (self.before, say("records-print-before", count=len(before)), bool(before)),
            # Before the first session of the day both would be the same.
            (self.session, say("records-print-session", count=len(session)), bool(session) and session != before),
        )
        for one, text, there in shown:
            one.setText(text)
            one.setAccessibleName(text)
            one.setVisible(there)
            one.setEnabled(idle)

    def hide(self) -> None:
        """Something else is looked at."""
        for one in self.buttons:
            one.hide()

    def rest(self) -> None:
        """Something is being printed."""
        for one in self.buttons:
            one.setEnabled(False)

    def _before(self) -> tuple[Due, ...]:
        return due_papers.before_the_day(self._shell.bridge.site)

    def _of_session(self) -> tuple[Due, ...]:
        bridge = self._shell.bridge
        return due_papers.of_session(bridge.site, bridge.session) if bridge.session else ()

    def _print_before(self) -> None:
        self._print(self._before())

    def _print_session(self) -> None:
        self._print(self._of_session())

    def _print(self, due: Sequence[Due]) -> None:
        kinds = {form: sheets_of(self._shell, form) for form in {one.form for one in due}}
        self.wanted.emit([Wanted(kinds[one.form], due_sheet(self._shell, one)) for one in due])
