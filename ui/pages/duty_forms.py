"""The forms of the duty page: drawing anew, putting somebody in, and taking people off the list."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QComboBox

from app.core.duty_change import ReplaceOnDuty, SetUnavailable
from app.core.duty_state import AbsenceReason, RedrawReason
from app.core.terms import PersonId
from app.views.duty import PersonDuty, substitutes
from ui.pages.duty_lines import called
from ui.pages.room_form import StepForm
from ui.shell import Shell
from ui.widgets.parts import button, flow, label
from ui.widgets.tick import Tick


class RedrawForm(StepForm):
    """Why rooms are drawn anew, which the chief signs. `few`: why there are too few to rove, "" where not."""

    def __init__(self, shell: Shell, number: int, few: str) -> None:
        note = shell.say("duty-redraw-note", number=number)
        super().__init__(shell, shell.say("duty-redraw-title", number=number + 1), note, columns=2)
        self.ask_what(shell.say("duty-redraw-reason"), [(one, shell.word(one)) for one in RedrawReason])
        self.beyond = Tick(shell.look, shell.say("duty-beyond"))
        if few:
            self.add(label(few, "Bad"))
            self.add(self.beyond)
        self.finish(shell.say("duty-redraw-confirm"), danger=True)

    def reason(self) -> RedrawReason:
        # A combo box gives back plain text for whatever is a text.
        return RedrawReason(self.what.currentData())


class _ReasonForm(StepForm):
    """Why somebody does not serve, since when, and who said so."""

    def _ask_reason(self) -> None:
        shell = self._shell
        self.ask_what(shell.say("duty-reason"), [(one, shell.word(one)) for one in AbsenceReason])

    def reason(self) -> AbsenceReason:
        return AbsenceReason(self.what.currentData())


class AwayForm(_ReasonForm):
    """People who cannot be drawn."""

    def __init__(self, shell: Shell, rows: tuple[PersonDuty, ...]) -> None:
        one = rows[0]
        said = called(one.code, one.name) if len(rows) == 1 else shell.say("duty-so-many", count=len(rows))
        super().__init__(shell, shell.say("duty-away-title", person=said))
        self._people = tuple(row.code for row in rows)
        self._ask_reason()
        self.ask_when(shell.say("duty-when"))
        self.ask_who(shell.say("duty-who"), None)
        self.finish(shell.say("duty-away"))

    def operation(self) -> SetUnavailable:
        return SetUnavailable(self._people, self.reason(), self.at(), self.by())


class ReplaceForm(_ReasonForm):
    """Who is put in: only those who may serve there are offered. Without any there is nothing to confirm."""

    def __init__(self, shell: Shell, day: date, row: PersonDuty) -> None:
        where = shell.say("list-separator").join(row.rooms)
        title = shell.say("duty-replace-title", person=called(row.code, row.name), rooms=where)
        bridge = shell.bridge
        people = bridge.console.directory
        offered = substitutes(bridge.site, people, bridge.rulebook, bridge.now, day, row.code)
        super().__init__(shell, title, "" if offered else shell.say("duty-nobody-fits"))
        self._day, self._out = day, row.code
        self.put_in: QComboBox | None = None
        if not offered:
            back = button(shell.look, shell.say("cancel"), self.given_up.emit)
            self.add(flow(back))
            self.first = back
            return
        named = bool(row.name)
        lines = []
        for one in offered:
            said = called(one.code, one.name if named else "")
            lines.append((one.code, shell.say("duty-marked", person=said) if one.skill else said))
        self.put_in = self.ask_choice(shell.say("duty-put-in"), lines)
        self._ask_reason()
        self.ask_when(shell.say("duty-when"))
        self.ask_who(shell.say("duty-who"), row.rooms[0])
        self.finish(shell.say("duty-replace-confirm"))

    def operation(self) -> ReplaceOnDuty:
        """Only after `confirmed`."""
        if self.put_in is None:
            raise ValueError(self._out)
        put_in = PersonId(self.put_in.currentData())
        return ReplaceOnDuty(self._day, self._out, put_in, self.reason(), self.at(), self.by())
