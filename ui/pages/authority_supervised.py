"""A step under supervision (监督操作) on its page: beginning it, the time left, and its end."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.lock_state import SupervisedKind, Supervision
from app.core.supervision import CloseSupervision, OpenSupervision, window
from app.core.terms import LockSerial
from ui.shell import Shell, clock
from ui.widgets.asking import Asking
from ui.widgets.parts import button, flow, label
from ui.widgets.step_card import StepCard, promote

_SHORT = timedelta(minutes=5)
"""From here on the time left is red."""
_BEGIN, _DONE = "users", "check"


class SupervisedCard(StepCard):
    """`before` is shown until it is begun, `inside` while it is open and in its time.

    `begun` and `ended` come after the entry that says so.
    """

    begun = Signal()
    ended = Signal()

    def __init__(self, shell: Shell, asking: Asking, kind: SupervisedKind, title: str, how: str) -> None:
        super().__init__(shell, title)
        self._asking, self._kind = asking, kind
        self._how = label(how, "Sub")
        self._under = label("", "Sub")
        self._over = label(shell.say("authority-lapsed-how"), "Bad")
        self.before, self.inside = QWidget(), QWidget()
        for part in (self._how, self._under, self._over, self.before, self.inside):
            self.body.addWidget(part)
        self.first_fields, self.fields = QVBoxLayout(self.before), QVBoxLayout(self.inside)
        for laid in (self.first_fields, self.fields):
            laid.setContentsMargins(0, 0, 0, 0)
            laid.setSpacing(10)
        self.begin = button(shell.look, "", self._begin, _BEGIN, "weak")
        self.done = button(shell.look, "", self.finish, _DONE, "weak")
        self.give_up = button(shell.look, "", self._give_up, "x")
        self.body.addWidget(flow(self.begin, self.done, self.give_up))

    def name(self, begin: str, done: str, give_up: str) -> None:
        """What the three buttons are called."""
        for shown, text in ((self.begin, begin), (self.done, done), (self.give_up, give_up)):
            shown.setText(text)
            shown.setAccessibleName(text)

    @property
    def step(self) -> Supervision | None:
        """The open one, also when its time is over."""
        return self._shell.bridge.site.supervision(self._kind)

    @property
    def open(self) -> bool:
        """Begun, and in its time."""
        step = self.step
        return step is not None and self._shell.bridge.now <= step.closes_by

    def promote(self, *, begin: bool, done: bool) -> None:
        """Under seal nothing is begun: what leads then stands elsewhere."""
        promote(self._shell.look, self.begin, _BEGIN, on=begin and not self._shell.bridge.site.sealed)
        promote(self._shell.look, self.done, _DONE, on=done)

    def refresh(self) -> None:
        step, opened = self.step, self.open
        lapsed = step is not None and not opened
        self.begin.setEnabled(self._shell.bridge.site.package is not None)
        for part, shown in (
            (self._how, step is None),
            (self._under, opened),
            (self._over, lapsed),
            (self.before, not opened and self._asks_before),
            (self.inside, opened and self.fields.count() > 0),
            (self.begin, not opened),
            (self.done, opened),
            (self.give_up, opened),
        ):
            part.setVisible(shown)
        if step is None:
            minutes = int(window(self._kind, self._shell.bridge.rulebook).total_seconds() // 60)
            self.tell("circle-dashed", self._shell.say("authority-not-begun", minutes=minutes), "idle")
        elif lapsed:
            self.tell("clock-exclamation", self._shell.say("authority-lapsed", time=clock(step.closes_by)), "bad")
        else:
            self._show_open(step)

    @property
    def _asks_before(self) -> bool:
        """Whether anything is to be chosen before it is begun."""
        return False

    def device(self) -> str:
        """The VPN key that is used for it, "" for none."""
        return ""

    def finish(self) -> None:
        """It is done: the supervisor signs once more."""
        if step := self.step:
            closing = CloseSupervision(step.number, done=True)
            self._asking.submit(closing, self._shell.say("authority-sitting-done"), lambda _: self.ended.emit())

    def _begin(self) -> None:
        opening = OpenSupervision(self._kind, LockSerial(self.device()))
        self._asking.submit(opening, then=lambda _: self.begun.emit())

    def _give_up(self) -> None:
        if step := self.step:
            closing = CloseSupervision(step.number, done=False)
            self._asking.submit(closing, self._shell.say("authority-given-up"), lambda _: self.ended.emit())

    def _show_open(self, step: Supervision) -> None:
        shell = self._shell
        name = shell.bridge.console.directory.staff_name
        left = step.closes_by - shell.bridge.now
        minutes, seconds = divmod(int(left.total_seconds()), 60)
        said = shell.say("authority-left", time=f"{minutes:02d}:{seconds:02d}")
        self.tell("hourglass", said, "bad" if left < _SHORT else "primary")
        under = shell.say(
            "authority-under",
            number=step.number,
            operator=name(step.operator),
            supervisor=name(step.supervisor),
            time=clock(step.closes_by),
        )
        if under != self._under.text():
            self._under.setText(under)
