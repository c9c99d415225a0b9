"""签署: what the chief decided over the board, whether it still holds, and the form in which it is decided."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.board_signing import BoardState, SignBoard
from app.core.free_text import TextPart
from app.core.operation import CHIEF, Refusal, Signer
from app.core.permission import AnotherPersonNeeded, acts_as
from app.core.readiness_state import BoardSigned, Go
from app.service import free_text
from app.service.outlook import blocked
from app.views.readiness import GoBoard
from ui.pages.fault_side import FaultForm
from ui.pages.own_words import OwnWords
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import Elided, button, flow, label, row
from ui.widgets.pill import Pill

_LINES = 2
_STATES = {
    BoardState.UNSIGNED: ("circle-dashed", "idle"),
    BoardState.SIGNED: ("circle-check", "ok"),
    BoardState.CHANGED: ("history", "warn"),
}


class SignedPart(QWidget):
    """Who decided what and when; `asked` comes from whoever wants to decide."""

    asked = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._title = Elided(shell.say("readiness-signed-title"), "H2")
        self._pill = Pill(shell.look, "circle-dashed", "", "idle")
        self._who, self._reason, self._then = label("", ""), label("", "Sub"), label("", "Cap")
        self.sign = button(shell.look, shell.say("readiness-sign"), self.asked.emit, "writing-sign", "primary")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        head = row(self._title, self._pill)
        head.setStretch(0, 1)
        outer.addLayout(head)
        for part in (self._who, self._reason, self._then, flow(self.sign)):
            outer.addWidget(part)
        outer.addStretch(1)

    def look(self, board: GoBoard) -> None:
        shell, signed = self._shell, self._shell.bridge.site.board
        icon, tone = _STATES[board.state]
        if board.state is BoardState.SIGNED and signed and signed.decision is Go.NO_GO:
            icon, tone = "ban", "bad"
        self._pill.tell(icon, shell.word(board.state), tone)
        self._who.setVisible(signed is not None)
        self._reason.setVisible(bool(signed and signed.reason))
        if signed:
            self._told(signed)
        self._then.setText(shell.say("readiness-signed-then", state=_choice(board.state), open=board.open))
        self.sign.lead(shell.look, "writing-sign", leads=board.state is not BoardState.SIGNED)
        self.sign.setEnabled(board.day is not None)

    def _told(self, signed: BoardSigned) -> None:
        say, people = self._shell.say, self._shell.bridge.console.directory
        name = people.staff_name(signed.by)
        self._who.setText(
            say(
                "readiness-signed",
                person=name,
                at=signed.at,
                day=signed.day,
                decision=signed.decision,
                open=len(signed.open),
            )
        )
        said = people.said(signed.reason, TextPart.REASON)
        self._reason.setText(say("readiness-signed-reason", reason=said) if said else say("readiness-signed-erased"))


def _choice(state: BoardState) -> str:
    """What the sentence chooses by."""
    return {BoardState.UNSIGNED: "unsigned", BoardState.SIGNED: "signed", BoardState.CHANGED: "changed"}[state]


class SignForm(FaultForm):
    """Go or no-go, and why where something stands open."""

    def __init__(self, shell: Shell, board: GoBoard) -> None:
        say = shell.say
        note = say("readiness-sign-open", count=board.open) if board.open else say("readiness-sign-clear")
        super().__init__(shell, say("readiness-sign-title", day=str(board.day)), note)
        self._open = board.open
        self.ask_what(say("readiness-decision"), [(one, shell.word(one)) for one in Go])
        self.what.setPlaceholderText(say("readiness-choose"))
        self.what.setCurrentIndex(-1)
        self.words = OwnWords(self)
        self.reason = self.words.ask(TextPart.REASON, say("readiness-reason"), say("readiness-reason-hint"))
        # The board stays in sight above it, on low screens too.
        self.reason.setFixedHeight(self.reason.fontMetrics().lineSpacing() * _LINES + 14)
        self.finish(say("readiness-sign"))
        self.what.currentIndexChanged.connect(lambda _: self._turn())
        self._turn()

    def operation(self) -> SignBoard | None:
        """None where nothing was decided yet."""
        decision = self.what.currentData()
        if decision is None:
            self.complain(self._shell.say("readiness-choose-first"), self.what)
            return None
        self.complain("", self.what)
        return SignBoard(Go(decision), self.words.value())

    def _turn(self) -> None:
        """With nothing open a go needs no reason, and none is kept."""
        self._fields.show_field(self.reason, on=bool(self._open) or self.what.currentData() == Go.NO_GO)


def ask_chief(shell: Shell, asking: Asking, operation: SignBoard, then: Callable[[], object]) -> None:
    """The decision is the chief's: who sits at the desk opens the form, and the chief signs in it."""
    console = shell.bridge.console

    def by_chief(*signers: Signer) -> Refusal | None:
        site, now = console.site, shell.bridge.now
        chief = next((one for one in signers if acts_as(one, CHIEF, site, now)), None)
        if chief is None:
            return blocked(console, operation, signers[0]) or AnotherPersonNeeded(tuple(sorted(CHIEF)))
        return free_text.submit(console, operation, chief, *(one for one in signers if one is not chief))

    asking.ask(by_chief, shell.say("readiness-signed-said"), lambda _: then())
