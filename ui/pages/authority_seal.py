"""封存与启封: the seal on the equipment, reading it again, and what the chief decides where it is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.core.lock_state import SealPlace
from app.core.operation import Operation
from app.core.sealing import DecideOnSeal, SealDecision, SealEquipment, UnsealEquipment, UnsealReason
from ui.pages.authority_notice import SteadyNotice
from ui.shell import Shell, clock
from ui.widgets.asking import Asking
from ui.widgets.parts import Facts, Form, button, choice, flow, label
from ui.widgets.scanner import ScanField
from ui.widgets.step_card import StepCard, promote

_SEAL, _UNSEAL, _DECIDE = "archive", "lock-open", "check"


class Standing(StrEnum):
    """What the seal is at this moment; each value is the id of its word."""

    NONE = "authority-seal-none"
    SEALED = "authority-seal-on"
    BROKEN = "authority-seal-broken"
    OPENED = "authority-seal-opened"


_LOOKS = {
    Standing.NONE: ("circle-dashed", "idle"),
    Standing.SEALED: ("archive", "primary"),
    Standing.BROKEN: ("alert-triangle", "bad"),
    Standing.OPENED: ("lock-open", "ok"),
}


class _Fields(QWidget):
    """A sentence and the fields that it is about; `inside` takes what follows them."""

    def __init__(self, how: str, fields: Sequence[tuple[str, QWidget]]) -> None:
        super().__init__()
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(0, 0, 0, 0)
        self.inside.setSpacing(8)
        self.inside.addWidget(label(how, "Sub"))
        form = Form(columns=2)
        for name, widget in fields:
            form.field(name, widget)
        self.inside.addLayout(form)


class SealCard(StepCard):
    """`settled` comes after every entry. One form at a time: what can be done now."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, shell.say("authority-seal"))
        self._asking = asking
        say = shell.say
        self.facts = Facts()
        self.note = SteadyNotice(shell.look)
        self._shown: list[tuple[str, str]] | None = None
        self.body.addWidget(self.facts)
        self.body.addWidget(self.note)
        self.number, self.place = ScanField(), self._choice([(one, shell.word(one)) for one in SealPlace])
        self.seal = button(shell.look, say("authority-seal-do"), self._put_on, _SEAL, "weak")
        self.number.returnPressed.connect(self._put_on)
        self.sealing = self._form(
            "authority-seal-how", ("authority-seal-number", self.number), ("authority-seal-place", self.place)
        )
        self.sealing.inside.addWidget(flow(self.seal))
        self.read = ScanField()
        self.intact = self._choice([(True, say("authority-intact-yes")), (False, say("authority-intact-no"))])
        self.reason = self._choice([(one, shell.word(one)) for one in UnsealReason])
        self.unseal = button(shell.look, say("authority-unseal-do"), self._take_off, _UNSEAL, "weak")
        self.read.returnPressed.connect(self._take_off)
        self.opening = self._form(
            "authority-unseal-how",
            ("authority-seal-read", self.read),
            ("authority-intact", self.intact),
        )
        self.why = self._form("authority-unseal-why", ("authority-unseal-reason", self.reason))
        self.opening.inside.addWidget(self.why)
        self.hint = label("", "Cap")
        self.opening.inside.addWidget(self.hint)
        self.opening.inside.addWidget(flow(self.unseal))
        self.decision = self._choice([(one, shell.word(one)) for one in SealDecision])
        self.decide = button(shell.look, say("authority-decide-do"), self._decide, _DECIDE, "weak")
        self.deciding = self._form("authority-decide-how", ("authority-decision", self.decision))
        self.deciding.inside.addWidget(flow(self.decide))
        self._said = label(say("authority-choose-first"), "Bad")
        self._said.hide()
        for part in (self._said, self.sealing, self.opening, self.deciding):
            self.body.addWidget(part)

    @property
    def standing(self) -> Standing:
        seal = self._shell.bridge.site.seal
        if seal is None:
            return Standing.NONE
        if seal.opened_at:
            return Standing.OPENED
        return Standing.BROKEN if seal.broken else Standing.SEALED

    @property
    def _exam_today(self) -> bool:
        bridge = self._shell.bridge
        return any(state.plan.starts_at.date() == bridge.now.date() for state in bridge.site.sessions.values())

    @property
    def _never_opened_today(self) -> bool:
        """An exam day on which nothing was taken out of a seal: the chief may let the equipment be used."""
        seal, now = self._shell.bridge.site.seal, self._shell.bridge.now
        opened = seal.opened_at if seal else None
        return (
            self._exam_today
            and self.standing in (Standing.NONE, Standing.OPENED)
            and (opened is None or opened.date() != now.date())
        )

    @property
    def first(self) -> QWidget:
        fields = {Standing.SEALED: self.read, Standing.BROKEN: self.decision}
        return fields.get(self.standing, self.number)

    def refresh(self, *, leads: bool) -> None:
        shell, standing = self._shell, self.standing
        icon, tone = _LOOKS[standing]
        self.tell(icon, shell.say(standing.value), tone)
        self._show_facts()
        seal = shell.bridge.site.seal
        wanted = shell.bridge.rulebook.sealing.value and self._never_opened_today
        if standing is Standing.BROKEN and seal and seal.broken:
            self.note.keep("bad", shell.say("authority-seal-waits", incident=seal.broken))
        elif wanted:
            self.note.keep("warn", shell.say("authority-never-opened"))
        else:
            self.note.clear()
        self.sealing.setVisible(standing in (Standing.NONE, Standing.OPENED))
        self.opening.setVisible(standing is Standing.SEALED)
        self.deciding.setVisible(standing is Standing.BROKEN or wanted)
        self.why.setVisible(not self._exam_today)
        practice = shell.opening.practice is not None and seal is not None
        self.hint.setVisible(practice)
        if practice and seal:
            self.hint.setText(shell.say("authority-practice-seal", number=seal.number))
        promote(shell.look, self.seal, _SEAL, on=leads and standing is Standing.NONE and not wanted)
        promote(shell.look, self.unseal, _UNSEAL, on=standing is Standing.SEALED)
        promote(shell.look, self.decide, _DECIDE, on=standing is Standing.BROKEN or wanted)

    def _show_facts(self) -> None:
        """While it is on, its number is read off the seal and not off the screen."""
        seal, say = self._shell.bridge.site.seal, self._shell.say
        facts: list[tuple[str, str]] = []
        if seal is not None:
            facts = [
                (say("authority-seal-place"), self._shell.word(seal.place)),
                (say("authority-sealed-at"), f"{seal.sealed_at:%Y-%m-%d} {clock(seal.sealed_at)}"),
            ]
            if seal.opened_at:
                facts.insert(0, (say("authority-seal-number"), seal.number or say("blank")))
                facts.append((say("authority-opened-at"), f"{seal.opened_at:%Y-%m-%d} {clock(seal.opened_at)}"))
        if facts != self._shown:
            self._shown = facts
            self.facts.show_facts(facts)
        self.facts.setVisible(bool(facts))

    def _choice(self, options: Sequence[tuple[object, str]]) -> QComboBox:
        """Nothing is chosen until somebody chooses."""
        made = choice(options)
        made.setPlaceholderText(self._shell.say("authority-choose-one"))
        made.setCurrentIndex(-1)
        return made

    def _form(self, how: str, *fields: tuple[str, QWidget]) -> _Fields:
        return _Fields(self._shell.say(how), [(self._shell.say(name), widget) for name, widget in fields])

    def _chosen(self, *fields: QComboBox) -> bool:
        """Whether each was chosen; otherwise the first that was not is pointed at."""
        missing = next((one for one in fields if one.currentIndex() < 0), None)
        self._said.setVisible(missing is not None)
        if missing is not None:
            missing.setFocus()
        return missing is None

    def _put_on(self) -> None:
        if self._chosen(self.place):
            operation = SealEquipment(self.number.text().strip(), SealPlace(self.place.currentData()))
            self._ask(operation, "authority-sealed")

    def _take_off(self) -> None:
        reasons = () if self._exam_today else (self.reason,)
        if self._chosen(self.intact, *reasons):
            reason = UnsealReason(self.reason.currentData()) if reasons else None
            operation = UnsealEquipment(self.read.text().strip(), bool(self.intact.currentData()), reason)
            self._ask(operation, "authority-unsealed")

    def _decide(self) -> None:
        if self._chosen(self.decision):
            self._ask(DecideOnSeal(SealDecision(self.decision.currentData())), "authority-decided")

    def _ask(self, operation: Operation, said: str) -> None:
        self._asking.submit(operation, self._shell.say(said), lambda _: self._entered())

    def _entered(self) -> None:
        for field in (self.number, self.read):
            field.clear()
        for one in (self.place, self.intact, self.reason, self.decision):
            one.setCurrentIndex(-1)
        self.settled.emit()
