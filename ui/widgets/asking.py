"""Where a page asks the console: done, or why not, who else must sign, and where to go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.core.mirror import GoOnWithoutMirror, MirrorBehind
from app.core.operation import Operation, Refusal, Signer
from app.core.permission import AnotherPersonNeeded, FirstPinStill, NobodySignedIn, ThisPersonNeeded, acts_as
from app.core.safe_state import WaiverReason
from ui.bridge import Action, Failed
from ui.destinations import AFTER, FORM_AFTER
from ui.keeping_ways import PARTS
from ui.shell import PageName, Place, Shell
from ui.widgets.in_place import InPlace
from ui.widgets.mirror_wait import MirrorWait
from ui.widgets.notice import Notice
from ui.widgets.own_pin import OwnPin
from ui.widgets.parts import empty
from ui.widgets.signing import Signing

Then = Callable[[object], object]


@dataclass(frozen=True, slots=True)
class _Asked:
    action: Action
    then: Then | None
    said: str
    further: tuple[Signer, ...] = ()


class Asking(Notice):
    """One question at a time; the answer stands where the finger is.

    Where someone must sign first, the form comes here and the step goes on by itself once they did.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.look)
        self._shell = shell
        self._asked: _Asked | None = None
        self._back: QWidget | None = None
        self._form_shown: InPlace | MirrorWait | None = None
        shell.bridge.desk_changed.connect(self._desk_changed)

    def submit(self, operation: Operation, said: str = "", then: Then | None = None) -> None:
        """Ask for one operation; `said` is the toast and `then` what follows once it stands."""
        console = self._shell.bridge.console
        self.ask(lambda *signers: console.submit(operation, *signers), said, then)

    def ask(self, action: Action, said: str = "", then: Then | None = None) -> None:
        """`action` takes the signers and returns a Refusal or anything else; `then` is given what it returned."""
        self._try(_Asked(action, then, said))

    def sign_in(self, back: QWidget) -> None:
        """Someone takes the desk, or proves that they are still there; the focus goes `back` afterwards."""
        self._ask_operator(None)
        self._back = back

    def change_pin(self, back: QWidget) -> None:
        """Whoever is on duty chooses another PIN; the focus goes `back` afterwards."""
        shell, operator = self._shell, self._shell.bridge.operator
        if operator is None:
            return
        form = OwnPin(shell, operator.id)
        self._place(form)
        self._back = back

        def chosen(anew: Signer) -> None:
            self._take_desk(anew, None, None)
            shell.bridge.say(shell.say("own-pin-done"))

        form.chosen.connect(chosen)

    def clear(self) -> None:
        """Nothing is asked any more; whoever signed here is back where they asked."""
        self._asked = None
        held = self._form_has_focus()
        super().clear()
        if held and self._back is not None and isValid(self._back) and self._back.isVisible():
            self._back.setFocus()

    def _desk_changed(self) -> None:
        """Whoever was to sign was to sign for the one who sat here: the step is asked for afresh."""
        if self._form_shown is not None and isValid(self._form_shown) and not self._form_shown.isHidden():
            self.clear()

    def _form_has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _try(self, asked: _Asked) -> None:
        self.clear()
        answer = self._shell.bridge.attempt(asked.action, *asked.further)
        if isinstance(answer, NobodySignedIn):
            # Who signed beside, signed beside somebody who was there.
            self._ask_operator(replace(asked, further=()))
        elif isinstance(answer, AnotherPersonNeeded | ThisPersonNeeded):
            self._ask_another(asked, answer)
        elif isinstance(answer, FirstPinStill):
            self._ask_own_pin(asked, answer)
        elif isinstance(answer, MirrorBehind):
            self._ask_mirror(asked, answer)
        elif isinstance(answer, Refusal):
            self.refuse(answer)
        elif not isinstance(answer, Failed):
            if asked.said:
                self._shell.bridge.say(asked.said)
            if asked.then:
                asked.then(answer)

    def refuse(self, refusal: Refusal) -> None:
        """What is the case, the next step, the clause, and the way there."""
        shell = self._shell
        site = shell.bridge.site
        documents = site.package.rulebook.documents if site.package else ()
        actions = [(shell.say("why"), lambda: shell.go(Place(PageName.RULEBOOK, clause=refusal.basis)))]
        if page := AFTER.get(type(refusal)):
            session, room = getattr(refusal, "session", None), getattr(refusal, "room", None)
            number = str(getattr(refusal, "number", ""))
            step, part = FORM_AFTER.get(type(refusal)), PARTS.get(type(refusal), "")
            where = Place(page, session, room, step=step, paper=part, number=number)
            actions.append((shell.say("go-there", page=shell.say(f"page-{page}")), lambda: shell.go(where)))
        self.tell("bad", shell.text.refusal(refusal), *actions, note=shell.text.basis(refusal, documents))

    def _ask_operator(self, asked: _Asked | None) -> None:
        """For a step, a locked desk opens only to the one who locked it; anyone may take the desk over."""
        shell, bridge = self._shell, self._shell.bridge
        waiting = bridge.operator if bridge.locked else None
        if bridge.signed_in and bridge.operator:
            on_duty = bridge.console.directory.staff_name(bridge.operator.id)
            title = shell.say("sign-take-over", person=on_duty)
        elif waiting is None:
            title = shell.say("sign-in-title")
        else:
            title = shell.say("sign-again") if asked else shell.say("sign-again-or-over")
        form = Signing(shell, title, code=waiting.id if waiting else "", fixed=asked is not None)
        self._place(form)

        def signed(signer: Signer) -> None:
            before = bridge.operator
            if bridge.signed_in and before and before.id != signer.id:
                self._ask_leaving(signer, before)
            else:
                self._take_desk(signer, None, asked)

        form.signed.connect(signed)

    def _ask_leaving(self, coming: Signer, before: Signer) -> None:
        """Whoever hands over says so with a PIN of this moment; otherwise the desk was merely taken over."""
        shell = self._shell
        name = shell.bridge.console.directory.staff_name(before.id)
        form = Signing(shell, shell.say("sign-hand-over", person=name), code=before.id, limited=True)
        self._place(form)
        form.signed.connect(lambda leaving: self._take_desk(coming, leaving, None))
        form.given_up.connect(lambda: self._take_desk(coming, None, None))

    def _take_desk(self, coming: Signer, leaving: Signer | None, asked: _Asked | None) -> None:
        self.clear()
        answer = self._shell.bridge.take_desk(coming, leaving)
        if isinstance(answer, FirstPinStill) and answer.person == coming.id:
            form = OwnPin(self._shell, coming.id, coming)
            self._place(form)
            form.chosen.connect(lambda anew: self._take_desk(anew, leaving, asked))
        elif isinstance(answer, Refusal):
            self.refuse(answer)
        elif asked and not isinstance(answer, Failed):
            self._try(asked)

    def _ask_another(self, asked: _Asked, needed: AnotherPersonNeeded | ThisPersonNeeded) -> None:
        """Any other person in one of the roles, or one very person."""
        shell = self._shell
        if isinstance(needed, ThisPersonNeeded):
            # They stand here, and are called by their name.
            title = shell.say("sign-this-person", person=shell.bridge.console.directory.staff_name(needed.person))
            form = Signing(shell, title, code=needed.person, limited=True)
        else:
            form = Signing(shell, shell.text.refusal(needed), limited=True)
        self._place(form)
        self._asked = asked

        def signed(signer: Signer) -> None:
            operator = shell.bridge.operator
            known = {one.id for one in (operator, *asked.further) if one}
            if signer.id in known:
                form.refuse(shell.say("sign-same-person"))
            elif isinstance(needed, AnotherPersonNeeded) and not acts_as(
                signer, frozenset(needed.allowed), shell.bridge.site, shell.bridge.now
            ):
                form.refuse(shell.say("sign-other-role", role=signer.role, allowed=needed.allowed))
            else:
                self._try(replace(asked, further=(*asked.further, signer)))

        form.signed.connect(signed)

    def _ask_own_pin(self, asked: _Asked, still: FirstPinStill) -> None:
        """Whoever signed with the PIN from the sealed paper chooses an own one, and the step goes on."""
        signer = next((one for one in asked.further if one.id == still.person), None)
        if signer is None:
            self.refuse(still)
            return
        form = OwnPin(self._shell, signer.id, signer)
        self._place(form)
        self._asked = asked

        def chosen(anew: Signer) -> None:
            further = tuple(anew if one.id == anew.id else one for one in asked.further)
            self._try(replace(asked, further=further))

        form.chosen.connect(chosen)

    def _ask_mirror(self, asked: _Asked, behind: MirrorBehind) -> None:
        """Wait and ask again, or two persons let it go on; then the step is asked for by itself."""
        form, console = MirrorWait(self._shell, behind), self._shell.bridge.console
        self._place(form)

        def chosen(reason: object) -> None:
            going_on = GoOnWithoutMirror(WaiverReason(str(reason)))
            step = replace(asked, further=())
            self._try(_Asked(lambda *signers: console.submit(going_on, *signers), lambda _: self._try(step), ""))

        form.chosen.connect(chosen)

    def _place(self, form: InPlace | MirrorWait) -> None:
        if not self._form_has_focus():
            self._back = QApplication.focusWidget()
        empty(self.inside)
        self._form_shown = form
        self.tone("primary")
        self.inside.addWidget(form)
        form.given_up.connect(self.clear)
        self.show()
        form.start()
