"""What comes in the place of the question for a moment: a voucher, handing in, leaving."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.crypto.codes import Mistyped
from app.station.answering import Answering
from app.trouble import Trouble
from ui.station.shell import StationShell, clock
from ui.widgets.code_entry import CodeEntry
from ui.widgets.notice import Notice
from ui.widgets.parts import Form, button, flow, label, scrolled

_NAMED = 30
"""So many questions, or runs of them, are named one by one."""


class Sheet(QWidget):
    """`done` goes back to the question, as Escape does."""

    done = Signal()

    def __init__(self, shell: StationShell, title: str) -> None:
        super().__init__()
        self.shell = shell
        self.first: QWidget = self
        inner = QWidget()
        self.inside = QVBoxLayout(inner)
        self.inside.setContentsMargins(4, 0, 8, 4)
        self.inside.setSpacing(12)
        self.inside.addWidget(label(title, "H1"))
        self.notice = Notice(shell.look)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner, title))

    def tick(self) -> None:
        """A second has passed."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed here is no answer to the question behind it."""
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        elif not event.text():
            super().keyPressEvent(event)


class VoucherSheet(Sheet):
    """`given` carries the minutes in all."""

    given = Signal(int)

    def __init__(self, shell: StationShell, answering: Answering) -> None:
        super().__init__(shell, shell.say("station-voucher"))
        say = shell.say
        self._answering = answering
        self.inside.addWidget(label(say("station-voucher-what")))
        self.code = CodeEntry(shell.look, shell.text)
        form = Form()
        form.field(say("station-voucher-code"), self.code)
        self.inside.addLayout(form)
        self.enter = button(shell.look, say("station-voucher-enter"), self._enter, "check", "primary")
        self.inside.addWidget(flow(self.enter, button(shell.look, say("station-go-on"), self.done.emit)))
        self.inside.addStretch(1)
        self.code.complete.connect(self._enter)
        self.first = self.code.edit

    def _enter(self) -> None:
        if not self.code.ready:
            self.code.complain()
            return
        try:
            minutes = self._answering.voucher(self.code.value())
        except Trouble as trouble:
            self.code.answer.tell("bad", self.shell.text.trouble(trouble))
            self.code.edit.selectAll()
            self.code.edit.setFocus()
            return
        if isinstance(minutes, Mistyped):
            self.code.complain()
        else:
            self.given.emit(minutes)


class HandInSheet(Sheet):
    """What is open is named; then it is asked for, and asked for once more."""

    wanted = Signal()
    to = Signal(str)
    """Back to this question."""

    def __init__(self, shell: StationShell, answering: Answering) -> None:
        super().__init__(shell, shell.say("station-hand-in"))
        say, look = shell.say, shell.look
        self._answering = answering
        given = [(number, one.id, answering.given(one.id)) for number, one in enumerate(answering.questions, 1)]
        blank = [(number, name) for number, name, one in given if one.blank]
        marked = [(number, name) for number, name, one in given if one.marked]
        self.inside.addWidget(label(say("station-hand-in-count", answered=answering.answered, count=len(given))))
        self._name(blank, "warn", "station-hand-in-blank")
        self._name(marked, "idle", "station-hand-in-marked")
        self._early = Notice(look)
        self.inside.addWidget(self._early)
        self._asked = label(say("station-hand-in-asked"), "Strong")
        self._sure = label(say("station-hand-in-sure"), "Strong")
        self.yes = button(look, say("station-hand-in-yes"), self._ask_again, kind="danger")
        self.really = button(look, say("station-hand-in-really"), self.wanted.emit, kind="danger")
        self.back = button(look, say("station-go-on"), self.done.emit, kind="primary")
        self.inside.addWidget(self._asked)
        self.inside.addWidget(self._sure)
        self.inside.addWidget(flow(self.back, self.yes, self.really))
        self.inside.addWidget(self.notice)
        self.inside.addStretch(1)
        self._sure.hide()
        self.really.hide()
        self.first = self.back
        self.tick()

    def _name(self, found: list[tuple[int, str]], tone: str, words: str) -> None:
        """Which questions, and the way to the first of them."""
        if not found:
            return
        say, runs = self.shell.say, _runs([number for number, _ in found])
        named = runs[:_NAMED]
        more = sum(last - first + 1 for first, last in runs[_NAMED:])
        said, name = Notice(self.shell.look), found[0][1]
        sentence = self.shell.text.say(words, questions=tuple(map(_run, named)), count=len(found), more=more)
        self.inside.addWidget(said)
        said.tell(tone, sentence, (say("station-hand-in-to", number=found[0][0]), lambda: self.to.emit(name)))

    def _ask_again(self) -> None:
        self._asked.hide()
        self.yes.hide()
        self._sure.show()
        self.really.show()
        # Whoever only pressed Enter twice goes on answering.
        self.back.setFocus()

    def tick(self) -> None:
        early = not self._answering.may_hand_in
        if early:
            at = clock(self._answering.may_hand_in_at)
            self._early.tell("primary", self.shell.say("station-hand-in-early", at=at))
        else:
            self._early.clear()
        self.yes.setEnabled(not early)


class LeaveSheet(Sheet):
    """Whoever closes the window hears what stays, and how it goes on."""

    leave = Signal()

    def __init__(self, shell: StationShell) -> None:
        super().__init__(shell, shell.say("station-leave"))
        say = shell.say
        self.inside.addWidget(label(say("station-leave-kept")))
        self.inside.addWidget(label(say("station-leave-again")))
        self.back = button(shell.look, say("station-go-on"), self.done.emit, kind="primary")
        self.close_ = button(shell.look, say("station-leave-close"), self.leave.emit, kind="danger")
        self.inside.addWidget(flow(self.back, self.close_))
        self.inside.addStretch(1)
        self.first = self.back


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Neighbours as one, by the first and the last of them."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _run(run: tuple[int, int]) -> str:
    first, last = run
    return str(first) if first == last else f"{first}\N{EN DASH}{last}"
