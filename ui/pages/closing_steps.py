"""What is done about one check: gone to, told in a form beside the rooms, or asked at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from app.core.end_phase import ConfirmViolations
from app.core.end_state import OverrideReason
from app.core.gate import Check
from app.core.operation import Operation
from app.core.override import OverrideCheck
from app.core.room_state import RoomSession
from app.core.terms import RoomId, SessionId
from app.service.gates import at_gate
from app.views.closing import ClosingStep
from ui.pages.closing_forms import CollectForm, EndForm, HandForm, ScratchForm
from ui.pages.closing_words import place_of
from ui.pages.fault_side import FaultForm, Side
from ui.shell import Shell
from ui.widgets.asking import Asking


class ClosingSteps:
    """Puts the forms into the side, and asks; `settled` is called once a form's step stands and it is gone."""

    def __init__(self, shell: Shell, asking: Asking, side: Side, settled: Callable[[], None]) -> None:
        self._shell, self._asking, self._side, self._settled = shell, asking, side, settled

    def do(self, step: ClosingStep, check: Check, session: SessionId, room: RoomId) -> None:
        """Everything but the check of the answers, which is no room's; that one the list asks."""
        here = self._shell.bridge.site.room(session, room) if room else None
        if step is ClosingStep.GO or here is None:
            self._shell.go(place_of(check, session, room))
            return
        match step:
            case ClosingStep.COLLECT:
                self._collect(here, by_voice=True)
            case ClosingStep.ENTER_RESULT:
                self.enter_result(here)
            case ClosingStep.BY_HAND:
                self._by_hand(here, check)
            case ClosingStep.VIOLATIONS:
                self._violations(here)
            case ClosingStep.SCRATCH_PAPER:
                self._scratch(here)
            case ClosingStep.OVERRIDE:
                self._override(here, check)

    def enter_result(self, here: RoomSession) -> None:
        self._collect(here, by_voice=False)

    def end(self, here: RoomSession, *, gated: bool, at: datetime | None = None) -> None:
        """The end of one room, or that it ended without the gate; `at` is proposed for the present time."""
        form, say = EndForm(self._shell, here, gated=gated), self._shell.say
        form.propose(at)
        said = say("closing-done-end", room=here.room) if gated else say("closing-done-ungated", room=here.room)
        self._side.take(form, lambda: self._submit(form.operation(), said))

    def _collect(self, here: RoomSession, *, by_voice: bool) -> None:
        form, say = CollectForm(self._shell, here, by_voice=by_voice), self._shell.say
        said = say("closing-done-collect", room=here.room) if by_voice else say("closing-done-result", room=here.room)
        self._side.take(form, lambda: self._submit(form.operation(), said))

    def _by_hand(self, here: RoomSession, check: Check) -> None:
        form = HandForm(self._shell, here, check)
        self._side.take(form, lambda: self._submit(form.operation(), self._shell.say("closing-done-hand")))

    def _violations(self, here: RoomSession) -> None:
        say = self._shell.say
        title = say("closing-form-violations", room=here.room)
        form = FaultForm(self._shell, title, say("closing-form-violations-note"))
        form.ask_when(say("closing-when"))
        form.ask_who(say("closing-who"), here.room)
        form.finish(say("closing-form-violations-confirm"))

        def confirmed() -> None:
            operation = ConfirmViolations(here.session, (here.room,), form.at(), form.by())
            self._submit(operation, say("closing-done-violations", room=here.room))

        self._side.take(form, confirmed)

    def _scratch(self, here: RoomSession) -> None:
        form = ScratchForm(self._shell, here)
        said = self._shell.say("closing-done-scratch", room=here.room)
        self._side.take(form, lambda: self._submit(form.operation(), said))

    def _override(self, here: RoomSession, check: Check) -> None:
        shell, say = self._shell, self._shell.say
        title = say("closing-form-override", room=here.room, item=shell.word(check.name))
        form = FaultForm(shell, title, say("closing-form-override-note"))
        reasons = [(None, say("closing-form-override-choose")), *((one, shell.word(one)) for one in OverrideReason)]
        form.ask_what(say("closing-form-override-why"), reasons)
        form.finish(say("closing-form-override-confirm"))

        def confirmed() -> None:
            reason = form.what.currentData()
            if reason is None:
                form.complain(say("closing-form-override-choose"), form.what)
                return
            operation = OverrideCheck(here.session, here.room, check.name, OverrideReason(reason))
            self._submit(operation, say("closing-done-override", room=here.room))

        self._side.take(form, confirmed)

    def _submit(self, operation: Operation | None, said: str) -> None:
        console = self._shell.bridge.console
        if operation is not None:
            self._asking.ask(lambda *signers: at_gate(console, operation, *signers), said, lambda _: self._done())

    def _done(self) -> None:
        self._side.back()
        self._settled()
