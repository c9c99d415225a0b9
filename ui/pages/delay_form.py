"""What the forms for delayed starts have in common, and the first of them: the fault that everything hangs on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.core.fault import FaultKind, ReportFault
from app.core.operation import Refusal, Signer
from app.core.terms import RoomId, SessionId
from app.core.time_state import Application
from app.views.delays import DelayStep, LateRoom
from ui.shell import PageName, Place, Shell
from ui.widgets.asking import Asking
from ui.widgets.moment import MomentField
from ui.widgets.parts import Button, Form, button, choice, flow, label
from ui.widgets.person import PersonField
from ui.widgets.sight import Sight


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rooms that a form is about, and the application among those that name them."""

    session: SessionId
    rooms: tuple[LateRoom, ...]
    application: Application | None

    @property
    def numbers(self) -> tuple[RoomId, ...]:
        return tuple(one.room for one in self.rooms)

    @property
    def delay(self) -> timedelta:
        """What a start now would have; none before the unified start."""
        return max((one.delay for one in self.rooms if one.delay), default=timedelta(0))


class DelayForm(QWidget):
    """`settled` comes once it stands: the next step is looked for. `do` is its button, `first` where hands begin."""

    settled = Signal()
    step: DelayStep
    icon = "check"

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self.shell, self.asking = shell, asking
        self.chosen: Chosen | None = None
        self.first: QWidget = self
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.outer.setSpacing(8)
        self.sight = Sight(self)
        self._wrong = label("", "Bad")
        self._wrong.hide()
        self.do: Button = button(shell.look, "", self.submit, self.icon, "primary")

    def look(self, chosen: Chosen, *, same: bool) -> None:
        """What is now; `same` rooms and application: what somebody is typing stays."""
        self.chosen = chosen

    def tick(self, chosen: Chosen) -> None:
        """What goes by without any fact."""
        self.chosen = chosen

    def submit(self) -> None:
        """Ask for it."""
        raise NotImplementedError

    def finish(self, text: str, *beside: QWidget) -> None:
        """What is wrong, and the buttons."""
        self.outer.addWidget(self._wrong)
        self.name(text)
        self.outer.addWidget(flow(self.do, *beside))

    def begin(self) -> None:
        """Hands and eyes go to the first field, with as much of the form as there is room for."""
        self.first.setFocus()
        if isinstance(self.first, QLineEdit):
            self.first.selectAll()
        self.sight.bring(self.do, self.first)

    def name(self, text: str) -> None:
        if text != self.do.text():
            self.do.setText(text)
            self.do.setAccessibleName(text)

    def complain(self, sentence: str, where: QWidget | None = None) -> None:
        """Say it, and go there; "" takes it back."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        if sentence and where is not None:
            where.setFocus()


class CauseForm(DelayForm):
    """A fault of the chosen rooms, or of the site; what is not so simple is reported on its own page."""

    step = DelayStep.CAUSE
    icon = "tool"

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__(shell, asking)
        say = shell.say
        self.outer.addWidget(label(say("delays-cause-first")))
        self.kind = choice([(kind, shell.word(kind)) for kind in FaultKind])
        self.kind.setCurrentIndex(self.kind.findData(FaultKind.POWER))
        self.where = choice(())
        self.moment, self.person = MomentField(shell), PersonField(shell)
        self.moment.edit.returnPressed.connect(self.do.setFocus)
        fields = Form(columns=2)
        fields.field(say("delays-cause-kind"), self.kind)
        fields.field(say("delays-cause-where"), self.where)
        fields.field(say("delays-happened-at"), self.moment)
        fields.field(say("delays-told-by"), self.person)
        self.outer.addLayout(fields)
        self.outer.addWidget(label(say("delays-happened-hint"), "Cap"))
        there = button(shell.look, say("delays-to-faults"), self._go, "arrow-right")
        self.finish(say("delays-cause-report"), there)
        self.first = self.kind

    def look(self, chosen: Chosen, *, same: bool) -> None:
        super().look(chosen, same=same)
        if not same:
            say = self.shell.say
            self.where.clear()
            self.where.addItem(say("delays-cause-rooms", rooms=chosen.numbers), "rooms")
            self.where.addItem(say("faults-whole-site"), "site")
            self.person.show_room(chosen.numbers[0])
            self.moment.follow()

    def submit(self) -> None:
        at, chosen, console = self.moment.value(), self.chosen, self.shell.bridge.console
        if at is None:
            self.moment.complain()
            return
        if chosen is None:
            return
        kind, by = FaultKind(self.kind.currentData()), self.person.value()
        rooms: tuple[RoomId | None, ...] = chosen.numbers if self.where.currentData() == "rooms" else (None,)
        steps = [ReportFault(kind, chosen.session, room, (), at, by) for room in rooms]

        def report(*signers: Signer) -> Refusal | None:
            answers = (console.submit(step, *signers) for step in steps)
            return next((no for no in answers if no is not None), None)

        self.asking.ask(report, self.shell.say("faults-reported", kind=kind), lambda _: self.settled.emit())

    def _go(self) -> None:
        if self.chosen:
            self.shell.go(Place(PageName.FAULTS, self.chosen.session, self.chosen.numbers[0]))
