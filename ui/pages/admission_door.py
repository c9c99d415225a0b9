"""At the door when not all is in order: asked to wait, let in after all or not, or suspected to be somebody else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.identity import AdmitHeld, AdmittedOn, HoldAtDoor, RefuseHeld
from app.core.impersonation import ClearSuspicion, ImpostorStep, NoteImpostorStep, SuspectImpostor
from app.core.operation import Operation
from app.core.room_state import HoldCause, Presence, Sitting
from app.views.candidates import CandidateState
from ui.pages.room_form import StepForm
from ui.shell import Shell, clock
from ui.widgets.parts import Button, Facts, button, empty, flow, label

_DONE = {
    ImpostorStep.KEPT_APART: ("candidates-kept-apart", "candidates-note-kept-apart", "users"),
    ImpostorStep.POLICE: ("candidates-police", "candidates-note-police", "shield-lock"),
}
_MAY_HOLD = frozenset({CandidateState.AWAITED, CandidateState.TURNED_BACK})
_MAY_SUSPECT = _MAY_HOLD | {
    CandidateState.HELD,
    CandidateState.PRESENT,
    CandidateState.RESET_WAITS,
    CandidateState.GAVE_UP,
    CandidateState.LEFT,
}


class Door(QWidget):
    """`asked` carries an operation and its toast, `let_in` one that lets somebody in; `opened` says that a form is."""

    asked = Signal(object, str)
    let_in = Signal(object)
    opened = Signal(bool)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._sitting: Sitting | None = None
        self._shown: tuple[object, ...] | None = None
        self._state: CandidateState | None = None
        self.form: StepForm | None = None
        self.buttons: list[Button] = []
        self._laid = QVBoxLayout(self)
        self._laid.setContentsMargins(0, 0, 0, 0)
        self._laid.setSpacing(8)

    def show_person(self, sitting: Sitting | None, state: CandidateState | None) -> None:
        """What can be done about this candidate; an open form stays while they stand where they stood."""
        suspicion = sitting.suspicion if sitting else None
        done = (suspicion.kept_apart_at, suspicion.police_at) if suspicion else None
        shown = (sitting.session, sitting.ticket, state, sitting.held, done) if sitting else None
        if shown == self._shown:
            return
        self._shown, self._sitting, self._state = shown, sitting, state
        self._lay()

    def begin(self) -> bool:
        """To the first step, where there is one that must be taken."""
        waits = self._sitting is not None and bool(self._sitting.held or self._sitting.suspicion)
        if waits and self.buttons:
            self.buttons[0].setFocus()
        return waits

    def _lay(self) -> None:
        empty(self._laid)
        self.form, self.buttons = None, []
        here, state = self._sitting, self._state
        if here is None:
            self.opened.emit(False)
            return
        if here.suspicion:
            self._lay_suspicion(here)
        elif here.held:
            self._add("candidates-let-in", "door-enter", lambda: self._let_in(here), "primary")
            self._add("candidates-refuse", "user-off", lambda: self._refuse(here))
        elif state in _MAY_HOLD:
            self._add("candidates-hold", "hourglass", lambda: self._hold(here), "link")
        if not here.suspicion and state in _MAY_SUSPECT:
            self._add("candidates-suspect", "user-question", lambda: self._suspect(here), "link")
        if self.buttons:
            self._laid.addWidget(flow(*self.buttons))
        self.opened.emit(False)

    def _lay_suspicion(self, here: Sitting) -> None:
        say, suspicion = self._shell.say, here.suspicion
        if suspicion is None:
            return
        at_door = here.presence is Presence.AWAITED
        advice = say("candidates-impostor-door") if at_door else say("candidates-impostor-room")
        self._laid.addWidget(label(advice, "Bad"))
        done = {ImpostorStep.KEPT_APART: suspicion.kept_apart_at, ImpostorStep.POLICE: suspicion.police_at}
        facts, told = Facts(), []
        for step, (name, does, icon) in _DONE.items():
            if at := done[step]:
                told.append((say(name), clock(at)))
            else:
                self._add(does, icon, self._noting(here, step))
        facts.show_facts(told)
        self._laid.addWidget(facts)
        self._add("candidates-clear", "user-check", lambda: self._clear(here))

    def _add(self, text: str, icon: str, does: Callable[[], object], kind: str = "") -> None:
        self.buttons.append(button(self._shell.look, self._shell.say(text), does, icon, kind))

    # Steps

    def _hold(self, here: Sitting) -> None:
        say = self._shell.say
        form = StepForm(self._shell, say("candidates-hold"), say("candidates-hold-note"))
        form.ask_what(say("candidates-hold-cause"), [(one, self._shell.word(one)) for one in HoldCause])

        def confirmed() -> None:
            cause = HoldCause(form.what.currentData())
            self._ask(HoldAtDoor(here.session, here.ticket, cause, form.at(), form.by()), "candidates-hold-said")

        self._open(form, here, "candidates-hold-confirm", confirmed, held=True)

    def _let_in(self, here: Sitting) -> None:
        say = self._shell.say
        form = StepForm(self._shell, say("candidates-let-in"))
        form.ask_what(say("candidates-ground"), [(one, self._shell.word(one)) for one in AdmittedOn])
        shown = form.ask_choice(say("candidates-document"), self._documents(here))

        def confirmed() -> None:
            ground = AdmittedOn(form.what.currentData())
            document = str(shown.currentData() or "")
            if ground is AdmittedOn.PROVED and not document:
                form.wrong(say("candidates-first-document"), shown)
                return
            self.let_in.emit(AdmitHeld(here.session, here.ticket, document, ground, form.at(), form.by()))

        self._open(form, here, "candidates-let-in-confirm", confirmed)

    def _documents(self, here: Sitting) -> list[tuple[object, str]]:
        """The registered kind first; none at all where the chief answers for it."""
        bridge = self._shell.bridge
        person = bridge.console.directory.candidates.get(here.ticket)
        registered = person.id_type if person else ""
        kinds = sorted(bridge.rulebook.id_types.value, key=lambda kind: kind != registered)
        return [*((kind, kind) for kind in kinds), ("", self._shell.say("candidates-no-document"))]

    def _refuse(self, here: Sitting) -> None:
        form = StepForm(self._shell, self._shell.say("candidates-refuse"), self._shell.say("candidates-refuse-note"))

        def confirmed() -> None:
            self._ask(RefuseHeld(here.session, here.ticket, form.at(), form.by()), "candidates-refuse-said")

        self._open(form, here, "candidates-refuse-confirm", confirmed)

    def _suspect(self, here: Sitting) -> None:
        say = self._shell.say
        form = StepForm(self._shell, say("candidates-suspect"), say("room-suspect-note"))

        def confirmed() -> None:
            step = SuspectImpostor(here.session, here.ticket, form.at(), form.by())
            self._ask(step, "room-suspect-said")

        self._open(form, here, "room-suspect-confirm", confirmed, danger=True)

    def _noting(self, here: Sitting, step: ImpostorStep) -> Callable[[], object]:
        def note() -> None:
            form = StepForm(self._shell, self._shell.word(step))

            def confirmed() -> None:
                noted = NoteImpostorStep(here.session, here.ticket, step, form.at(), form.by())
                self._ask(noted, "candidates-noted")

            self._open(form, here, "candidates-note-confirm", confirmed)

        return note

    def _clear(self, here: Sitting) -> None:
        """The chief signs in place; there is nothing to fill in."""
        self._ask(ClearSuspicion(here.session, here.ticket), "candidates-cleared")

    def _open(
        self,
        form: StepForm,
        here: Sitting,
        confirm: str,
        confirmed: Callable[[], object],
        *,
        danger: bool = False,
        held: bool = False,
    ) -> None:
        """In the place of the buttons; `held`: the time is that of coming to the door."""
        say = self._shell.say
        form.ask_when(say("candidates-at") if held else say("room-happened-at"))
        form.ask_who(say("candidates-by"), here.room)
        form.finish(say(confirm), danger=danger)
        form.confirmed.connect(confirmed)
        form.given_up.connect(self._close)
        empty(self._laid)
        self.form = form
        self._laid.addWidget(form)
        self.opened.emit(True)
        form.start()

    def _close(self) -> None:
        self._lay()
        if self.buttons:
            self.buttons[0].setFocus()

    def _ask(self, operation: Operation, said: str) -> None:
        ticket = self._sitting.ticket if self._sitting else ""
        self.asked.emit(operation, self._shell.say(said, ticket=ticket))
