"""The forms of the people page: one step each, in the place of the person's card until it is done or given up."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.core.agreement import RecordAgreement
from app.core.avoidance import DeclareAvoidance
from app.core.delegation import DelegateChief
from app.core.operation import Operation
from app.core.person_state import DrillTopic
from app.core.qualification import RecordQualification
from app.core.terms import Ticket
from app.service import people
from app.trouble import Trouble
from app.views.staffing import PersonRow
from ui.shell import Shell, hour
from ui.widgets.day import DayField
from ui.widgets.in_place import InPlace
from ui.widgets.moment import typed_time
from ui.widgets.parts import entry, label
from ui.widgets.scanner import LIST

PRACTICE_PASSPHRASES = ("AAAAA-AAAAA-AAAAA-AAAAA", "BBBBB-BBBBB-BBBBB-BBBBB")
"""Every practice day has these two, and nothing to protect by them."""
_BETWEEN = re.compile(r"[^0-9A-Za-z]+")


class StepForm(InPlace):
    """`confirmed` carries the operation, once all that was typed can be read."""

    confirmed = Signal(object)

    def __init__(self, shell: Shell, row: PersonRow, title: str) -> None:
        """`title` is the id of a text with the person in it."""
        super().__init__(shell, shell.text.say(title, person=row.name or row.code))
        self._row = row
        self.first: QWidget = self

    def start(self) -> None:
        self.first.setFocus()

    def operation(self) -> Operation | None:
        """What is asked for; None where something cannot be read, which was said."""
        raise NotImplementedError

    def _confirm(self) -> None:
        operation = self.operation()
        if operation is not None:
            self.confirmed.emit(operation)

    def _day(self, field: DayField) -> date | None:
        day = field.value()
        if day is None:
            self.complain(self._shell.say("people-day-wrong"))
            field.setFocus()
            field.selectAll()
        return day


class QualificationForm(StepForm):
    """Test, drill, and every topic of the drill ticked one by one (STF-09)."""

    def __init__(self, shell: Shell, row: PersonRow) -> None:
        super().__init__(shell, row, "people-qualify-title")
        self.test, self.drill = DayField(shell, row.test_on), DayField(shell, row.drill_on)
        self.first = self.test
        self.topics = {topic: QCheckBox(shell.word(topic)) for topic in DrillTopic}
        self.add(label(shell.say("people-topics"), "Cap"))
        held = QWidget()
        listed = QVBoxLayout(held)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(0)
        for topic, box in self.topics.items():
            box.setAccessibleName(shell.word(topic))
            listed.addWidget(box)
        self.add(held)
        days = ((shell.say("people-test-on"), self.test), (shell.say("people-drill-on"), self.drill))
        self.ask(shell.say("people-qualify"), *days, whole=True)

    def start(self) -> None:
        next(iter(self.topics.values())).setFocus()

    def operation(self) -> Operation | None:
        test = self._day(self.test)
        drill = self._day(self.drill) if test else None
        if test is None or drill is None:
            return None
        ticked = tuple(topic for topic, box in self.topics.items() if box.isChecked())
        return RecordQualification(self._row.code, test, drill, ticked)


class DeclarationForm(StepForm):
    """The relatives among the candidates by their tickets (STF-12)."""

    def __init__(self, shell: Shell, row: PersonRow) -> None:
        super().__init__(shell, row, "people-declare-title")
        self.tickets = entry(most=LIST)
        self.tickets.setText(" ".join(row.relations))
        self.first = self.tickets
        self.ask(shell.say("people-declare"), (shell.say("people-tickets"), self.tickets), columns=1, whole=True)
        self.hint(shell.say("people-tickets-hint"))

    def operation(self) -> Operation:
        typed = unicodedata.normalize("NFKC", self.tickets.text())
        tickets = (Ticket(one) for one in _BETWEEN.split(typed) if one)
        return DeclareAvoidance(self._row.code, tuple(dict.fromkeys(tickets)))


class AgreementForm(StepForm):
    """When the confidentiality document was signed, which lies here on paper (STF-13)."""

    def __init__(self, shell: Shell, row: PersonRow) -> None:
        super().__init__(shell, row, "people-agree-title")
        self.signed_on = DayField(shell, row.agreement_on or shell.bridge.now.date())
        self.first = self.signed_on
        self.ask(shell.say("people-agree"), (shell.say("people-signed-on"), self.signed_on), columns=1, whole=True)

    def operation(self) -> Operation | None:
        day = self._day(self.signed_on)
        return None if day is None else RecordAgreement(self._row.code, day)


class DelegationForm(StepForm):
    """The number of the written paper, and until when today (STF-01)."""

    def __init__(self, shell: Shell, row: PersonRow) -> None:
        super().__init__(shell, row, "people-delegate-title")
        self.paper, self.until = entry(), entry(shell.say("people-time-form"))
        self.first = self.paper
        now = shell.bridge.now
        last = max((plan.ends_at for plan in shell.bridge.today), default=None)
        if last is not None and now < last and last.date() == now.date():
            self.until.setText(hour(last))
        fields = ((shell.say("people-paper"), self.paper), (shell.say("people-until"), self.until))
        self.ask(shell.say("people-delegate"), *fields, columns=1, whole=True)
        self.hint(shell.say("people-delegate-hint"))

    def operation(self) -> Operation | None:
        at, now = typed_time(self.until.text()), self._shell.bridge.now
        if at is None:
            self.complain(self._shell.say("people-time-wrong"))
            self.until.setFocus()
            self.until.selectAll()
            return None
        until = datetime.combine(now.date(), at, now.tzinfo)
        return DelegateChief(self._row.code, unicodedata.normalize("NFKC", self.paper.text()).strip(), until)


class RecoveryForm(InPlace):
    """Both sealed passphrases, and the new PIN, which its owner types. `confirmed`: the service may be asked."""

    confirmed = Signal()

    def __init__(self, shell: Shell, row: PersonRow) -> None:
        super().__init__(shell, shell.say("people-recover-title", person=row.name or row.code))
        self._row = row
        self.one, self.other, self.new, self.again = (entry(secret=True) for _ in range(4))
        names = ("people-passphrase-one", "people-passphrase-other", "own-pin-new", "own-pin-again")
        edits = (self.one, self.other, self.new, self.again)
        fields = [(shell.text.say(name), field) for name, field in zip(names, edits, strict=True)]
        self.add(label(shell.say("people-recover-hint"), "Cap"))
        self.ask(shell.say("people-recover"), *fields, columns=1, whole=True)
        self.hint(shell.say("own-pin-rules", signs=people.SHORTEST_PIN))
        if shell.opening.practice is not None:
            one, other = PRACTICE_PASSPHRASES
            self.hint(shell.say("people-recover-practice", one=one, other=other))

    def start(self) -> None:
        self.one.setFocus()

    @property
    def passphrases(self) -> tuple[str, str]:
        return self.one.text(), self.other.text()

    def refuse(self, trouble: Trouble) -> None:
        """What was typed does not do; nothing of it is kept on screen."""
        self.complain(self._shell.text.trouble(trouble))
        for field in (self.one, self.other, self.new, self.again):
            field.clear()
        self.one.setFocus()

    def _confirm(self) -> None:
        if self.new.text() != self.again.text():
            self.complain(self._shell.say("own-pin-differ"))
            self.new.clear()
            self.again.clear()
            self.new.setFocus()
            return
        try:
            people.check_new_pin(self._shell.bridge.console, self._row.code, self.new.text())
        except Trouble as trouble:
            self.complain(self._shell.text.trouble(trouble))
            self.new.setFocus()
            return
        self.complain("")
        self.confirmed.emit()
