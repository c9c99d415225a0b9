"""Choosing an own PIN in place: instead of the one that came sealed on paper, or of the present one."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.core.operation import Refusal, Signer
from app.core.terms import PersonId
from app.service.people import SHORTEST_PIN
from app.trouble import Trouble
from ui.shell import Shell
from ui.widgets.in_place import InPlace
from ui.widgets.parts import entry


class OwnPin(InPlace):
    """`chosen` carries the Signer, who has signed with the new PIN.

    `signer`: who signed with the first PIN just now; None asks `person` for the present PIN too.
    """

    chosen = Signal(object)

    def __init__(self, shell: Shell, person: PersonId, signer: Signer | None = None) -> None:
        name = shell.bridge.console.directory.staff_name(person)
        title = shell.say("own-pin-first", person=name) if signer else shell.say("own-pin-title", person=name)
        super().__init__(shell, title)
        self._person, self._signer = person, signer
        names = ("own-pin-present", "own-pin-new", "own-pin-again")
        asked = names[1:] if signer else names
        self._fields = {name: entry(secret=True) for name in asked}
        fields = ((shell.text.say(name), field) for name, field in self._fields.items())
        self.ask(shell.say("own-pin-confirm"), *fields, columns=len(asked), whole=signer is None)
        self.hint(shell.say("own-pin-rules", signs=SHORTEST_PIN))

    def start(self) -> None:
        next(iter(self._fields.values())).setFocus()

    def refuse(self, sentence: str) -> None:
        self.complain(sentence)
        for field in self._fields.values():
            field.clear()
        self.start()

    def _confirm(self) -> None:
        say, text, bridge = self._shell.say, self._shell.text, self._shell.bridge
        *present, new, again = (field.text() for field in self._fields.values())
        if new != again:
            self.refuse(say("own-pin-differ"))
            return
        signer = self._signer or bridge.sign(self._person, present[0])
        answer = signer if isinstance(signer, Trouble) else bridge.choose_pin(signer, new)
        if isinstance(answer, Trouble):
            self.refuse(text.trouble(answer))
        elif isinstance(answer, Refusal):
            self.refuse(text.refusal(answer))
        else:
            self.chosen.emit(answer)
