"""Puts the forms of an incident into the place of its card, and asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.core.incident_course import FileIncident
from app.core.incident_state import Incident
from app.core.operation import Operation, Refusal, Signer
from app.core.paper_state import Contact
from app.core.terms import IncidentNo, RoomId
from app.service import free_text
from app.service.outlook import NOBODY_YET, blocked
from ui.pages.fault_side import Side
from ui.pages.incident_contacts import ContactForm
from ui.pages.incident_forms import (
    FollowForm,
    GradeForm,
    NoteForm,
    ReportForm,
    SettleForm,
    SkipForm,
)
from ui.pages.incident_leaving import BackForm, LeaveForm
from ui.pages.incident_open import OpenForm
from ui.shell import Shell
from ui.widgets.asking import Asking


class IncidentSteps:
    """`opened` is called with the number of an incident that was just opened."""

    def __init__(self, shell: Shell, asking: Asking, side: Side, opened: Callable[[IncidentNo], object]) -> None:
        self._shell, self._asking, self._side, self._opened = shell, asking, side, opened

    def open(self, room: RoomId | None) -> None:
        form = OpenForm(self._shell, room)

        def done(_: object) -> None:
            newest = list(self._shell.bridge.site.incidents)[-1]
            self._side.back()
            self._opened(newest)

        def confirmed() -> None:
            if (step := form.operation()) is not None:
                self._asking.submit(step, self._shell.say("incident-opened", kind=step.kind), done)

        self._side.take(form, confirmed)

    def report(self, one: Incident) -> None:
        form = ReportForm(self._shell, one)

        def confirmed() -> None:
            step = form.operation()
            self._enter(step, self._shell.say("incident-reported", number=one.number, hop=step.hop))

        self._side.take(form, confirmed)

    def note(self, one: Incident) -> None:
        form = NoteForm(self._shell, one)
        said = self._shell.say("incident-noted", number=one.number)
        self._side.take(form, lambda: self._enter(form.operation(), said))

    def grade(self, one: Incident) -> None:
        form = GradeForm(self._shell, one)

        def confirmed() -> None:
            said = self._shell.say("incident-graded", number=one.number, severity=form.to)
            self._with_chief(form.operation(), lambda step: self._enter(step, said))

        self._side.take(form, confirmed)

    def follow(self, one: Incident) -> None:
        form = FollowForm(self._shell, one)

        def confirmed() -> None:
            step = form.operation()
            name = self._shell.bridge.console.directory.staff_name(step.person)
            self._submit(step, self._shell.say("incident-followed", number=one.number, person=name))

        self._side.take(form, confirmed)

    def skip(self, one: Incident) -> None:
        form = SkipForm(self._shell, one)

        def confirmed() -> None:
            step = form.operation()
            said = self._shell.say("incident-skipped", number=one.number, hop=step.hop)
            self._with_chief(step, lambda step: self._submit(step, said))

        self._side.take(form, confirmed)

    def leave(self, one: Incident) -> None:
        form = LeaveForm(self._shell, one)

        def confirmed() -> None:
            if steps := form.operations():
                rooms = tuple(step.room for step in steps)
                self._submit_all(steps, self._shell.say("incident-left", rooms=rooms))

        self._side.take(form, confirmed)

    def back(self, one: Incident) -> None:
        form = BackForm(self._shell, one)

        def confirmed() -> None:
            steps = form.operations()
            rooms = tuple(step.room for step in steps)
            self._submit_all(steps, self._shell.say("incident-back", rooms=rooms))

        self._side.take(form, confirmed)

    def settle(self, one: Incident) -> None:
        form = SettleForm(self._shell, one)
        said = self._shell.say("incident-settled", number=one.number)
        self._side.take(form, lambda: self._submit(form.operation(), said))

    def file(self, one: Incident) -> None:
        self._asking.submit(FileIncident(one.number), self._shell.say("incident-filed", number=one.number))

    def contacts(self, chosen: Contact | None = None) -> None:
        form = ContactForm(self._shell, chosen)

        def confirmed() -> None:
            step = form.operation()
            said = self._shell.say("incident-contact-said", contact=step.contact)
            self._enter(step, said, lambda _: form.go_on())

        self._side.take(form, confirmed)

    def _with_chief(self, step: Operation, ask: Callable[[Operation], object]) -> None:
        """The chief is asked for nothing that cannot be."""
        bridge = self._shell.bridge
        if no := blocked(bridge.console, step, bridge.operator or NOBODY_YET):
            self._asking.refuse(no)
        else:
            ask(step)

    def _submit(self, operation: Operation, said: str) -> None:
        self._asking.submit(operation, said, lambda _: self._side.back())

    def _submit_all(self, steps: Sequence[Operation], said: str) -> None:
        """One after the other, up to the first no: each room is a record of its own."""
        console = self._shell.bridge.console

        def every(*signers: Signer) -> Refusal | None:
            return next((no for step in steps if (no := console.submit(step, *signers))), None)

        self._asking.ask(every, said, lambda _: self._side.back())

    def _enter(self, operation: Operation, said: str, then: Callable[[object], object] | None = None) -> None:
        """What somebody typed is sealed before the journal cites it."""
        console = self._shell.bridge.console
        after = then or (lambda _: self._side.back())
        self._asking.ask(lambda *signers: free_text.submit(console, operation, *signers), said, after)
