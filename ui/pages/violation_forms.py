"""What is entered of one recorded violation: told, signed or refused, led out, with the police (VIO-02, 07, 09)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QComboBox

from app.core.evidence import NotePolice
from app.core.free_text import TextPart
from app.core.operation import Operation
from app.core.removal import RemoveCandidate
from app.core.staffing import StaffMember
from app.core.terms import PersonId, RoomId, ViolationNo
from app.core.violation_signing import CandidateSigns, RefuseToSign, TellCandidate
from app.core.violation_state import Violation, WaitingPlace
from app.core.violation_void import WithdrawViolation
from app.service import free_text
from app.views.violations import ViolationAct, ViolationRow, invigilators_of, roving
from ui.pages.fault_side import FaultForm, Side
from ui.pages.own_words import OwnWords
from ui.pages.violation_account import CorrectForm
from ui.pages.violation_evidence import EvidenceForm, MoveForm
from ui.pages.violation_sheets import NameSheetForm
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import label

Asked = Callable[[], Operation | None]


class ViolationSteps:
    """Puts the form of an act into the side, and asks."""

    def __init__(self, shell: Shell, asking: Asking, side: Side) -> None:
        self._shell, self._asking, self._side = shell, asking, side
        self._makes: dict[ViolationAct, Callable[[Violation], None]] = {
            ViolationAct.TELL: self._tell,
            ViolationAct.SIGNS: self._signs,
            ViolationAct.REFUSES: self._refuses,
            ViolationAct.NAME_SHEET: self._name_sheet,
            ViolationAct.REMOVE: self._remove,
            ViolationAct.TAKE_EVIDENCE: self._take_evidence,
            ViolationAct.MOVE_EVIDENCE: self._move_evidence,
            ViolationAct.POLICE: self._police,
            ViolationAct.CORRECT: self._correct,
            ViolationAct.WITHDRAW: self._withdraw,
        }

    def start(self, act: ViolationAct, row: ViolationRow) -> None:
        self._makes[act](self._shell.bridge.site.violations[row.number])

    def show(self, form: FaultForm, asks: Asked, said: str, then: Callable[[], object] | None = None) -> None:
        """`asks` gives the operation, None while something is missing. Free words are kept before it is asked for."""
        console = self._shell.bridge.console

        def done(_: object) -> None:
            self._side.back()
            if then:
                then()

        def confirmed() -> None:
            operation = asks()
            if operation is not None:
                self._asking.ask(lambda *signers: free_text.submit(console, operation, *signers), said, done)

        self._side.take(form, confirmed)

    def _tell(self, one: Violation) -> None:
        say = self._shell.say
        form = self._form(say("conduct-tell", number=one.number), say("conduct-tell-note"))
        self._told(form, one, say("conduct-told-at"), say("conduct-tell-confirm"))
        self.show(form, lambda: TellCandidate(*_about(form, one)), say("conduct-tell-said", number=one.number))

    def _signs(self, one: Violation) -> None:
        say = self._shell.say
        form = self._form(say("conduct-signs", number=one.number), say("conduct-signs-note"))
        self._told(form, one, say("conduct-signed-at"), say("conduct-signs-confirm"))
        self.show(form, lambda: CandidateSigns(*_about(form, one)), say("conduct-signs-said", number=one.number))

    def _refuses(self, one: Violation) -> None:
        say = self._shell.say
        form = self._form(say("conduct-refuses", number=one.number), say("conduct-refuses-note"))
        words, two = OwnWords(form), self._ask_two(form, one, one.room)
        words.ask(TextPart.REFUSAL, say("conduct-refusal"), say("conduct-refusal-hint"))
        words.ask(TextPart.DAMAGE, say("conduct-damage"), say("conduct-damage-hint"), short=True)
        self._told(form, one, say("conduct-at"), say("conduct-refuses-confirm"))
        self.show(
            form,
            lambda: RefuseToSign(*_about(form, one), (_person(two[0]), _person(two[1])), words.value()),
            say("conduct-refuses-said", number=one.number),
        )

    def _remove(self, one: Violation) -> None:
        say, shell = self._shell.say, self._shell
        form = self._form(say("conduct-remove", number=one.number), say("conduct-remove-note"))
        # Those of the room where the candidate sits now saw it.
        sitting = shell.bridge.site.sitting(one.session, one.ticket) if one.ticket else None
        two = self._ask_two(form, one, sitting.room if sitting else one.room)
        by = form.ask_choice(say("conduct-roving"), self._people(roving(shell.bridge.console.directory.staff)))
        place = form.ask_choice(say("conduct-waits"), [(where, shell.word(where)) for where in WaitingPlace])
        self._told(form, one, say("conduct-removed-at"), say("conduct-remove-confirm"), danger=True)

        def asks() -> Operation:
            witnesses, where = (_person(two[0]), _person(two[1])), WaitingPlace(place.currentData())
            return RemoveCandidate(*_about(form, one), witnesses, _person(by), where)

        self.show(form, asks, say("conduct-remove-said", number=one.number))

    def _police(self, one: Violation) -> None:
        say = self._shell.say
        form = self._form(say("conduct-police", number=one.number), say("conduct-police-note"))
        words = OwnWords(form)
        words.ask(TextPart.STATION, say("conduct-station"))
        words.ask(TextPart.OFFICER, say("conduct-officer"))
        words.ask(TextPart.RECEIPT, say("conduct-receipt"))
        words.ask(TextPart.ITEM, say("conduct-police-items"), say("conduct-police-items-hint"), short=True)
        self._told(form, one, say("conduct-at"), say("conduct-police-confirm"))
        said = say("conduct-police-said", number=one.number)
        self.show(form, lambda: NotePolice(*_about(form, one), words.value()), said)

    def _take_evidence(self, one: Violation) -> None:
        form = EvidenceForm(self._shell, one)
        self.show(form, form.operation, self._shell.say("conduct-evidence-said", number=one.number))

    def _move_evidence(self, one: Violation) -> None:
        form = MoveForm(self._shell, one)
        self.show(form, form.operation, self._shell.say("conduct-move-said", number=one.number))

    def _name_sheet(self, one: Violation) -> None:
        form = NameSheetForm(self._shell, one)
        self.show(form, form.operation, self._shell.say("conduct-correct-said", number=one.number))

    def _correct(self, one: Violation) -> None:
        form = CorrectForm(self._shell, one)
        self.show(form, form.operation, self._shell.say("conduct-correct-said", number=one.number))

    def _withdraw(self, one: Violation) -> None:
        say = self._shell.say
        form = self._form(say("conduct-withdraw", number=one.number), say("conduct-withdraw-note"))
        why = OwnWords(form)
        why.ask(TextPart.REASON, say("conduct-withdraw-reason"), say("conduct-withdraw-reason-hint"))
        why.ask(TextPart.BASIS, say("conduct-basis"), say("conduct-basis-hint"))
        form.finish(say("conduct-withdraw-confirm"), danger=True)
        said = say("conduct-withdraw-said", number=one.number)
        self.show(form, lambda: WithdrawViolation(one.number, why.value()), said)

    def _form(self, title: str, note: str) -> FaultForm:
        return FaultForm(self._shell, title, note)

    def _told(self, form: FaultForm, one: Violation, when: str, confirm: str, *, danger: bool = False) -> None:
        form.ask_when(when)
        form.ask_who(self._shell.say("conduct-reported-by"), one.room)
        form.finish(confirm, danger=danger)

    def _ask_two(self, form: FaultForm, one: Violation, room: RoomId) -> tuple[QComboBox, QComboBox]:
        """The room's own invigilators, two different ones proposed; where it has not got two, that is said."""
        say, bridge = self._shell.say, self._shell.bridge
        found = invigilators_of(bridge.site, bridge.console.directory.staff, one.session, room)
        people = self._people(found)
        first = form.ask_choice(say("conduct-witness-one"), people)
        second = form.ask_choice(say("conduct-witness-two"), people)
        second.setCurrentIndex(min(1, len(people) - 1))
        if len(people) < 2:
            form.add(label(say("conduct-witness-few", room=room), "Bad"))
        return first, second

    def _people(self, staff: Sequence[StaffMember]) -> list[tuple[object, str]]:
        """By code and name: their role stands in the field's own name."""
        return [(one.code, self._shell.say("conduct-person-line", code=one.code, name=one.name)) for one in staff]


def _about(form: FaultForm, one: Violation) -> tuple[ViolationNo, datetime, PersonId]:
    return one.number, form.at(), form.by()


def _person(field: QComboBox) -> PersonId:
    return PersonId(field.currentData() or "")
