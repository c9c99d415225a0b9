"""The forms of the people page: one step each, in the place of the person's card until it is done or given up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum
from itertools import pairwise
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.agreement import RecordAgreement
from app.core.avoidance import DeclareAvoidance
from app.core.delegation import DelegateChief
from app.core.operation import Operation
from app.core.person_state import DrillTopic
from app.core.qualification import RecordQualification
from app.core.terms import Ticket
from app.core.training import RecordTraining, TrainingTopic, last_day
from app.service import people
from app.trouble import Trouble
from app.views.staffing import PersonRow
from ui.shell import Shell, hour
from ui.widgets.day import DayField
from ui.widgets.in_place import InPlace
from ui.widgets.moment import typed_time
from ui.widgets.parts import entry, label
from ui.widgets.scanner import LIST
from ui.widgets.tick import Tick

PRACTICE_PASSPHRASES = ("AAAAA-AAAAA-AAAAA-AAAAA", "BBBBB-BBBBB-BBBBB-BBBBB")
"""Every practice day has these two, and nothing to protect by them."""
_BETWEEN = re.compile(r"[^0-9A-Za-z]+")
Topic = TypeVar("Topic", bound=Enum)


class Ticks(QWidget, Generic[Topic]):
    """Topics to be ticked one by one; Enter ticks one and goes on to the next."""

    def __init__(self, shell: Shell, topics: Iterable[Topic]) -> None:
        super().__init__()
        ticks = {topic: Tick(shell.look, shell.word(topic)) for topic in topics}
        self.boxes = {topic: tick.box for topic, tick in ticks.items()}
        listed = QVBoxLayout(self)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(0)
        for tick in ticks.values():
            listed.addWidget(tick)
        for tick, later in pairwise(ticks.values()):
            tick.passed.connect(later.setFocus)

    def start(self) -> None:
        next(iter(self.boxes.values())).setFocus()

    def ticked(self) -> tuple[Topic, ...]:
        return tuple(topic for topic, box in self.boxes.items() if box.isChecked())


class StepForm(InPlace):
    """`confirmed` carries the operation, once all that was typed can be read."""

    confirmed = Signal(object)

    def __init__(self, shell: Shell, row: PersonRow, title: str) -> None:
        super().__init__(shell, title)
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
        super().__init__(shell, row, shell.say("people-qualify-title", person=row.name or row.code))
        self.test, self.drill = DayField(shell, row.test_on), DayField(shell, row.drill_on)
        self.first = self.test
        self.topics = Ticks(shell, DrillTopic)
        self.add(label(shell.say("people-topics"), "Cap"))
        self.add(self.topics)
        days = ((shell.say("people-test-on"), self.test), (shell.say("people-drill-on"), self.drill))
        self.ask(shell.say("people-qualify"), *days, whole=True)

    def start(self) -> None:
        self.topics.start()

    def operation(self) -> Operation | None:
        test = self._day(self.test)
        drill = self._day(self.drill) if test else None
        if test is None or drill is None:
            return None
        return RecordQualification(self._row.code, test, drill, self.topics.ticked())


class TrainingForm(StepForm):
    """When these people were trained, and in which topics (STF-08); one of them, or many at once."""

    def __init__(self, shell: Shell, rows: tuple[PersonRow, ...]) -> None:
        one = rows[0]
        name = shell.say("people-train-title", person=one.name or one.code)
        super().__init__(shell, one, name if len(rows) == 1 else shell.say("people-train-many", count=len(rows)))
        self._people = tuple(row.code for row in rows)
        bridge = shell.bridge
        self.on = DayField(shell, bridge.now.date())
        self.first = self.on
        self.topics = Ticks(shell, TrainingTopic)
        self.add(label(shell.say("people-train-topics"), "Cap"))
        self.add(self.topics)
        self.ask(shell.say("people-train"), (shell.say("people-trained-day"), self.on), columns=1, whole=True)
        if limit := last_day(bridge.site, bridge.rulebook):
            self.hint(shell.say("people-train-limit", day=limit))

    def start(self) -> None:
        self.topics.start()

    def operation(self) -> Operation | None:
        day = self._day(self.on)
        return None if day is None else RecordTraining(self._people, day, self.topics.ticked())


class DeclarationForm(StepForm):
    """The relatives among the candidates by their tickets (STF-12)."""

    def __init__(self, shell: Shell, row: PersonRow) -> None:
        super().__init__(shell, row, shell.say("people-declare-title", person=row.name or row.code))
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
        super().__init__(shell, row, shell.say("people-agree-title", person=row.name or row.code))
        self.signed_on = DayField(shell, row.agreement_on or shell.bridge.now.date())
        self.first = self.signed_on
        self.ask(shell.say("people-agree"), (shell.say("people-signed-on"), self.signed_on), columns=1, whole=True)

    def operation(self) -> Operation | None:
        day = self._day(self.signed_on)
        return None if day is None else RecordAgreement(self._row.code, day)


class DelegationForm(StepForm):
    """The number of the written paper, and until when today (STF-01)."""

    def __init__(self, shell: Shell, row: PersonRow) -> None:
        super().__init__(shell, row, shell.say("people-delegate-title", person=row.name or row.code))
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
