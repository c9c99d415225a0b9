"""One person, or several at once: what was entered about them, and what can be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.avoidance import DeclareAvoidance
from app.core.delegation import EndDelegation
from app.core.operation import Refusal, Signer
from app.core.staffing import ADMINS, EXTERNAL
from app.core.terms import PersonId, Role
from app.service import people
from app.trouble import Code, Trouble
from app.views.staffing import BARS, PersonRow, StaffItem
from ui.pages.people_forms import (
    AgreementForm,
    DeclarationForm,
    DelegationForm,
    QualificationForm,
    RecoveryForm,
    StepForm,
    TrainingForm,
)
from ui.shell import Shell, hour
from ui.widgets.asking import Asking
from ui.widgets.in_place import InPlace
from ui.widgets.parts import Button, Facts, button, empty, flow, label

_TYPED = frozenset({Code.RECOVERY_WRONG, Code.PIN_UNFIT})
MadeForm = Callable[[Shell, PersonRow], StepForm]


class PersonCard(QWidget):
    """`done`: a step was taken or given up, and the focus may go back to the list."""

    done = Signal()

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._rows: tuple[PersonRow, ...] = ()
        self._form: InPlace | None = None
        say, look = shell.say, shell.look
        self.title, self.items = label("", "H2"), label("", "Bad")
        self.facts = Facts()
        self.declare_none = button(look, say("people-declare-none"), self._declare_none, "check")
        self.qualify = self._opens("people-qualify", QualificationForm, "clipboard-check")
        self.agree = self._opens("people-agree", AgreementForm, "file-text")
        self.train = button(look, say("people-train"), self._open_training, "book")
        self.declare = self._opens("people-declare-some", DeclarationForm, "users")
        self.delegate = self._opens("people-delegate", DelegationForm, "arrows-exchange")
        self.end_delegation = button(look, say("people-end-delegation"), self._end_delegation, "x")
        self.recover = button(look, say("people-recover"), self._recover, "key")
        self._buttons = (
            self.declare_none,
            self.qualify,
            self.agree,
            self.train,
            self.declare,
            self.delegate,
            self.end_delegation,
            self.recover,
        )
        self._actions = flow(*self._buttons)
        self._place = QVBoxLayout()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 8, 0)
        outer.setSpacing(10)
        for part in (self.title, self.items, self.facts, self._actions):
            outer.addWidget(part)
        outer.addLayout(self._place)
        outer.addStretch(1)

    def _opens(self, name: str, form: MadeForm, icon: str) -> Button:
        return button(self._shell.look, self._shell.text.say(name), lambda: self._open(form), icon)

    @property
    def form(self) -> InPlace | None:
        """The step under way, if any."""
        return self._form

    def begin(self) -> None:
        """To what is to be done, otherwise to whatever can be done first."""
        made = [one for one in self._buttons if one.isVisible()]
        lead = (one for one in made if one.property("kind") == "primary")
        for one in (*lead, *made)[:1]:
            one.setFocus()

    def show_rows(self, rows: tuple[PersonRow, ...]) -> None:
        """These were chosen; a form that somebody is typing in stays as long as it is about the same person."""
        if rows == self._rows:
            return
        others = [row.code for row in rows] != [row.code for row in self._rows]
        self._rows = rows
        if others:
            self._shut()
        one = rows[0] if len(rows) == 1 else None
        say = self._shell.say
        if one is None:
            self.title.setText(say("people-several", count=len(rows)) if rows else say("people-none"))
        else:
            name = f"{one.code} {one.name}".strip()
            self.title.setText(say("people-title", person=name, role=self._shell.word(one.role)))
        self._show_items(one)
        self.facts.setVisible(one is not None and self._form is None)
        self.facts.show_facts(self._facts(one) if one else ())
        self._show_actions(one)

    def _show_items(self, one: PersonRow | None) -> None:
        shell = self._shell
        said = [shell.say("people-avoids", ticket=one.avoids)] if one and one.avoids else []
        if one and one.bars and BARS & set(one.items) - {StaffItem.AVOIDS}:
            said.append(shell.say("people-bars", items=tuple(item for item in one.items if item in BARS)))
        self.items.setText("\n".join(said))
        self.items.setVisible(bool(said))

    def _facts(self, one: PersonRow) -> list[tuple[str, str]]:
        say, missing = self._shell.say, self._shell.say("people-not-yet")
        facts = [(say("people-room"), say("room-name", room=one.room) if one.room else say("people-whole-site"))]
        if one.phone:
            facts.append((say("people-phone"), one.phone))
        if one.role in ADMINS:
            for name, day in (("people-test-on", one.test_on), ("people-drill-on", one.drill_on)):
                facts.append((self._shell.text.say(name), day.isoformat() if day else missing))
        if one.relations:
            facts.append((say("people-declaration"), say("people-related", tickets=one.relations)))
        else:
            declared = say("people-unrelated") if one.declared else missing
            facts.append((say("people-declaration"), declared))
        if one.role in EXTERNAL:
            signed = one.agreement_on.isoformat() if one.agreement_on else missing
            facts.append((say("people-agreement"), signed))
        trained = one.trained_on.isoformat() if one.trained_on else missing
        facts.append((say("people-training"), trained))
        facts.append((say("sign-pin"), say("people-pin-own") if one.own_pin else say("people-pin-first")))
        if given := one.delegation:
            said = say("people-delegated", paper=given.paper, time=hour(given.until))
            facts.append((say("people-delegation"), said))
        return facts

    def _show_actions(self, one: PersonRow | None) -> None:
        """Where one thing is open, it leads."""
        rows, look = self._rows, self._shell.look
        undeclared = [row for row in rows if not row.declared]
        for_many = {StaffItem.DECLARATION, StaffItem.TRAINING}
        shared = {item for row in rows for item in row.items if one is not None or item in for_many}
        self._actions.setVisible(bool(rows) and self._form is None)
        self.declare_none.setVisible(bool(undeclared))
        self.qualify.setVisible(one is not None and one.role in ADMINS)
        self.agree.setVisible(one is not None and one.role in EXTERNAL)
        self.train.setVisible(bool(rows))
        self.declare.setVisible(one is not None)
        self.delegate.setVisible(one is not None and one.role is Role.DEPUTY)
        self.end_delegation.setVisible(one is not None and one.delegation is not None)
        self.recover.setVisible(one is not None)
        lead = next((item for item in StaffItem if item in shared), None)
        for made, icon, item in (
            (self.qualify, "clipboard-check", StaffItem.QUALIFICATION),
            (self.agree, "file-text", StaffItem.AGREEMENT),
            (self.declare_none, "check", StaffItem.DECLARATION),
            (self.train, "book", StaffItem.TRAINING),
        ):
            made.lead(look, icon, leads=item is lead)

    # What is done

    def _open(self, made: MadeForm) -> None:
        self._ask_step(made(self._shell, self._rows[0]))

    def _open_training(self) -> None:
        self._ask_step(TrainingForm(self._shell, self._rows))

    def _ask_step(self, form: StepForm) -> None:
        form.confirmed.connect(lambda operation: self._asking.submit(operation, "", lambda _: self._stands()))
        self._show_form(form)

    def _show_form(self, form: InPlace) -> None:
        self._shut()
        self._form = form
        form.given_up.connect(self._give_up)
        self._place.addWidget(form)
        self._actions.hide()
        self.facts.hide()
        form.show()
        form.start()

    def _stands(self) -> None:
        self._shell.bridge.say(self._shell.say("people-entered"))
        self._give_up()

    def _give_up(self) -> None:
        """Nobody is asked to sign any more for what is no longer wanted."""
        self._shut()
        self._asking.clear()
        self.done.emit()

    def _shut(self) -> None:
        if self._form is not None:
            self._form = None
            empty(self._place)
            self._actions.setVisible(bool(self._rows))
            self.facts.setVisible(len(self._rows) == 1)

    def _declare_none(self) -> None:
        """Each of them has handed in the paper, and it says: no relatives."""
        console = self._shell.bridge.console
        codes = tuple(row.code for row in self._rows if not row.declared)

        def declare(*signers: Signer) -> Refusal | None:
            answers = (console.submit(DeclareAvoidance(code, ()), *signers) for code in codes)
            return next((answer for answer in answers if answer), None)

        self._asking.ask(declare, self._shell.say("people-declared", count=len(codes)), lambda _: self.done.emit())

    def _end_delegation(self) -> None:
        self._asking.submit(EndDelegation(), self._shell.say("people-entered"), lambda _: self.done.emit())

    def _recover(self) -> None:
        form = RecoveryForm(self._shell, self._rows[0])
        form.confirmed.connect(lambda: self._ask_recovery(form, self._rows[0].code))
        self._show_form(form)

    def _ask_recovery(self, form: RecoveryForm, person: PersonId) -> None:
        """Two others sign first; what was typed wrongly is then said where it was typed."""
        console, phrases, pin = self._shell.bridge.console, form.passphrases, form.new.text()

        def recover(*signers: Signer) -> Refusal | Trouble | None:
            try:
                return people.recover_pin(console, person, phrases, pin, *signers)
            except Trouble as trouble:
                if trouble.code in _TYPED:
                    return trouble
                raise

        def answered(answer: object) -> None:
            if not isinstance(answer, Trouble):
                self._stands()
            elif self._form is form:
                form.refuse(answer)

        self._asking.ask(recover, then=answered)
