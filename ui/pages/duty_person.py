"""Somebody of the duty list, a room or a draw: what is known, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.duty_change import SetUnavailable
from app.core.operation import Operation
from app.core.terms import Role, RoomId
from app.views.duty import DutyBar, DutyStanding, PersonDuty, RoomDuty
from ui.pages.duty_forms import AwayForm, ReplaceForm
from ui.pages.duty_lines import admin_said, called, person_said, room_said, state_cell
from ui.pages.standalone_parts import SteadyFacts
from ui.shell import PageName, Place, Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import button, empty, flow, label


class _Steps(QWidget):
    """Facts and buttons, in whose place a form comes. `done`: a step was taken or given up."""

    done = Signal()

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self.form: AwayForm | ReplaceForm | None = None
        self.title, self.facts = label("", "H2"), SteadyFacts()
        self._actions: QWidget = QWidget()
        self._place = QVBoxLayout()
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 8, 0)
        self._outer.setSpacing(10)
        self._outer.addWidget(self.title)
        self._outer.addWidget(self.facts)

    def _offer(self, *actions: QWidget) -> None:
        self._actions = flow(*actions)
        self._outer.addWidget(self._actions)
        self._outer.addLayout(self._place)
        self._outer.addStretch(1)

    def open(self, form: AwayForm | ReplaceForm) -> None:
        self.shut()
        self.form = form
        form.confirmed.connect(lambda: self._ask(form.operation()))
        form.given_up.connect(self._give_up)
        self._place.addWidget(form)
        for part in (self.title, self.facts, self._actions):
            part.hide()
        form.show()
        form.start()

    def _ask(self, operation: Operation) -> None:
        self._asking.submit(operation, self._shell.say("duty-entered"), lambda _: self._give_up())

    def _give_up(self) -> None:
        self.shut()
        self._asking.clear()
        self.done.emit()

    def shut(self) -> None:
        if self.form is not None:
            self.form = None
            empty(self._place)
            for part in (self.title, self.facts, self._actions):
                part.show()


class PeopleDutyCard(_Steps):
    """One of them, or several at once."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, asking)
        self._rows: tuple[PersonDuty, ...] = ()
        self._day, self._drawn = date.min, False
        say, look = shell.say, shell.look
        self.replace = button(look, say("duty-replace"), self._replace, "arrows-exchange")
        self.away = button(look, say("duty-away"), self._away, "user-off")
        self.back = button(look, say("duty-back"), self._back, "user-check")
        self.train = button(look, say("duty-to-training"), lambda: shell.go(Place(PageName.PEOPLE)), "book")
        self._offer(self.replace, self.away, self.back, self.train)

    def look(self, day: date, rows: tuple[PersonDuty, ...], *, drawn: bool) -> None:
        """A form stays as long as it is about the same people."""
        if (day, drawn, rows) == (self._day, self._drawn, self._rows):
            return
        if day != self._day or [row.code for row in rows] != [row.code for row in self._rows]:
            self.shut()
        self._day, self._drawn, self._rows = day, drawn, rows
        shell, one = self._shell, rows[0] if len(rows) == 1 else None
        if one:
            name = called(one.code, one.name)
            self.title.setText(shell.say("people-title", person=name, role=shell.word(one.role)))
        else:
            self.title.setText(shell.say("people-several", count=len(rows)) if rows else shell.say("duty-choose"))
        self.facts.show_facts(self._facts(one) if one else ())
        on_duty = one is not None and bool(one.rooms)
        self.replace.setVisible(on_duty)
        self.replace.lead(shell.look, "arrows-exchange", leads=one is not None and one.standing is DutyStanding.MISSING)
        gone = [row for row in rows if row.bar is DutyBar.UNAVAILABLE]
        self.away.setVisible(bool(rows) and not gone and not any(row.rooms for row in rows))
        self.back.setVisible(bool(gone) and len(gone) == len(rows))
        self.train.setVisible(any(row.bar is DutyBar.UNTRAINED for row in rows))

    def begin(self) -> None:
        """To the first thing that can be done."""
        for one in (self.replace, self.away, self.back, self.train):
            if one.isVisible():
                one.setFocus()
                return

    def _facts(self, one: PersonDuty) -> list[tuple[str, str]]:
        shell = self._shell
        say = shell.say
        facts = [(say("duty-state"), state_cell(shell, one, drawn=self._drawn).text)]
        if one.role is Role.INVIGILATOR:
            facts.append((say("duty-column-skill"), say("duty-skilled") if one.skill else say("duty-unskilled")))
        trained = one.trained_on.isoformat() if one.trained_on else say("people-not-yet")
        facts.append((say("people-training"), trained))
        if one.shuns:
            facts.append((say("duty-shunned"), _rooms(shell, one.shuns)))
        if one.left:
            facts.append((say("duty-left"), _rooms(shell, one.left)))
        return facts

    def _replace(self) -> None:
        self.open(ReplaceForm(self._shell, self._day, self._rows[0]))

    def _away(self) -> None:
        self.open(AwayForm(self._shell, self._rows))

    def _back(self) -> None:
        """Whoever enters it says so: they stand here."""
        console, codes = self._shell.bridge.console, tuple(row.code for row in self._rows)
        at, said = self._shell.bridge.now, self._shell.say("duty-entered")
        self._asking.ask(
            lambda *signers: console.submit(SetUnavailable(codes, None, at, signers[0].id), *signers),
            said,
            lambda _: self.done.emit(),
        )


class RoomDutyCard(_Steps):
    """Who serves there; each of them can be replaced."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, asking)
        self._row: RoomDuty | None = None
        self._day = date.min
        self._buttons = QWidget()
        self._held = QVBoxLayout(self._buttons)
        self._held.setContentsMargins(0, 0, 0, 0)
        self._offer(self._buttons)

    def look(self, day: date, row: RoomDuty | None, *, named: bool) -> None:
        if (day, row) == (self._day, self._row):
            return
        if day != self._day or row is None or self._row is None or row.room.id != self._row.room.id:
            self.shut()
        self._day, self._row = day, row
        shell = self._shell
        if row is None:
            self.title.setText(shell.say("duty-choose"))
            self.facts.show_facts(())
        else:
            plan = row.room
            where = shell.say("duty-room-title", room=plan.id, building=plan.building, floor=plan.floor)
            self.title.setText(where)
            self.facts.show_facts(self._facts(row, named=named))
        empty(self._held)
        people = (*row.serving, *row.roving) if row else ()
        self._buttons.setVisible(bool(people))
        for one in people:
            said = shell.say("duty-replace-one", person=called(one.code, one.name))
            made = button(shell.look, said, partial(self._replace, one), "arrows-exchange")
            made.lead(shell.look, "arrows-exchange", leads=one.standing is DutyStanding.MISSING)
            self._held.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)

    def begin(self) -> None:
        made = self._held.itemAt(0)
        if made is not None:
            made.widget().setFocus()

    def _facts(self, row: RoomDuty, *, named: bool) -> list[tuple[str, str]]:
        shell = self._shell
        say = shell.say
        facts = []
        for name, people in (
            (say("duty-column-serving"), [person_said(shell, one, whole=True) for one in row.serving]),
            (say("duty-column-admin"), [admin_said(one, named=named) for one in row.admins]),
            (say("duty-column-roving"), [person_said(shell, one, whole=True) for one in row.roving]),
        ):
            facts.append((name, "\n".join(people) or say("blank")))
        if row.left:
            facts.append((say("duty-put-out"), say("list-separator").join(row.left)))
        return facts

    def _replace(self, one: PersonDuty) -> None:
        self.open(ReplaceForm(self._shell, self._day, one))


def _rooms(shell: Shell, rooms: Sequence[RoomId]) -> str:
    return shell.say("list-separator").join(room_said(shell, room) for room in rooms)
