"""What can be recorded of somebody on the way: taken in, called back, or what became of them (OVB-08, OVB-10, H6)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.core.operation import Operation
from app.core.room_state import SettledAs
from app.core.settlement import CancelReason, CancelTransfer, Found, SettleTransfer
from app.core.terms import PersonId, RoomId
from app.core.transfer import TransferIn
from app.views.transfers import Pending, Places, Receiver, receivers
from ui.shell import Shell, hour
from ui.widgets.parts import Form, choice

_OUTCOMES = (SettledAs.STAYED, SettledAs.SAT_ELSEWHERE, SettledAs.LEFT, SettledAs.ABSENT)


class TransferStep(QWidget):
    """The fields of one step, and the operation that it becomes; `turned` when the choice is another."""

    turned = Signal()
    icon = "check"

    def __init__(self, shell: Shell, *fields: tuple[str, QComboBox]) -> None:
        super().__init__()
        self.shell = shell
        self.laid = QVBoxLayout(self)
        self.laid.setContentsMargins(0, 0, 0, 0)
        self.laid.addWidget(self.fields(*fields))

    def fields(self, *fields: tuple[str, QComboBox]) -> QWidget:
        """Side by side, each under its name."""
        held = QWidget()
        form = Form(columns=len(fields))
        form.setContentsMargins(0, 0, 0, 0)
        for name, box in fields:
            form.field(name, box)
            box.currentIndexChanged.connect(lambda _: self.turned.emit())
        held.setLayout(form)
        return held

    @property
    def ready(self) -> bool:
        return True

    def offer(self, one: Pending, left: Places, *, same: bool) -> None:
        """What can be chosen for this candidate; for the `same` one a choice that is still there stays."""

    def speaks(self, one: Pending) -> RoomId:
        """The room that reports it."""
        return one.out_of

    def action(self, one: Pending, name: str) -> str:
        """What the button says."""
        raise NotImplementedError

    def hint(self, one: Pending) -> str:
        """What is to be known beside it; "" for nothing."""
        return ""

    def done(self, one: Pending, name: str) -> str:
        raise NotImplementedError

    def operation(self, one: Pending, at: datetime, by: PersonId) -> Operation:
        raise NotImplementedError


class TakeIn(TransferStep):
    """The nearest room with a free seat stands first; the office decides."""

    icon = "transfer-in"

    def __init__(self, shell: Shell) -> None:
        self._found: tuple[Receiver, ...] = ()
        self.into = choice(())
        self.into.setPlaceholderText(shell.say("transfers-no-receiver"))
        super().__init__(shell, (shell.say("transfers-into"), self.into))

    @property
    def ready(self) -> bool:
        return self.into.count() > 0

    @property
    def room(self) -> RoomId:
        return RoomId(self.into.currentData() or "")

    def offer(self, one: Pending, left: Places, *, same: bool) -> None:
        say, found = self.shell.say, receivers(self.shell.bridge.site, one.session, one.out_of, left)
        if same and found == self._found:
            return
        self._found, options = found, []
        for number, receiver in enumerate(found, 1):
            floors = "none" if receiver.floors is None else receiver.floors
            room, places = receiver.room, receiver.places
            options.append((room, say("transfers-receiver", number=number, room=room, places=places, floors=floors)))
        _fill(self.into, options, keep=same)
        self.into.setEnabled(self.ready)

    def take_number(self, number: int) -> bool:
        """Choose the room by its place in the list, counted from 1."""
        if not 0 < number <= self.into.count():
            return False
        self.into.setCurrentIndex(number - 1)
        return True

    def speaks(self, one: Pending) -> RoomId:
        return self.room if self.ready else one.out_of

    def action(self, one: Pending, name: str) -> str:
        say = self.shell.say
        return say("transfers-take-in-do", room=self.room) if self.ready else say("transfers-take-in")

    def hint(self, one: Pending) -> str:
        return self.shell.say("transfers-take-in-hint") if self.ready else ""

    def done(self, one: Pending, name: str) -> str:
        return self.shell.say("transfers-taken-in", name=name, room=self.room)

    def operation(self, one: Pending, at: datetime, by: PersonId) -> Operation:
        return TransferIn(one.session, one.ticket, self.room, at, by)


class CallBack(TransferStep):
    icon = "arrow-back-up"

    def __init__(self, shell: Shell) -> None:
        self.reason = choice([(one, shell.word(one)) for one in CancelReason])
        super().__init__(shell, (shell.say("transfers-reason"), self.reason))

    def action(self, one: Pending, name: str) -> str:
        return self.shell.say("transfers-call-back-do", room=one.out_of)

    def done(self, one: Pending, name: str) -> str:
        return self.shell.say("transfers-called-back", name=name, room=one.out_of)

    def operation(self, one: Pending, at: datetime, by: PersonId) -> Operation:
        return CancelTransfer(one.session, one.ticket, CancelReason(self.reason.currentData()), at, by)


class Settle(TransferStep):
    """The room that sent them says what it found."""

    icon = "check"

    def __init__(self, shell: Shell) -> None:
        say = shell.say
        self.outcome = choice([(one, shell.word(one)) for one in _OUTCOMES])
        self.sat_in, self.found = choice(()), choice([(one, shell.word(one)) for one in Found])
        super().__init__(shell, (say("transfers-outcome"), self.outcome), (say("transfers-found"), self.found))
        self._where = self.fields((say("transfers-sat-in"), self.sat_in))
        self.laid.addWidget(self._where)
        self.outcome.currentIndexChanged.connect(self._room_asked)
        self._room_asked()

    def _room_asked(self) -> None:
        self._where.setVisible(self._elsewhere)

    @property
    def _elsewhere(self) -> bool:
        return bool(self.outcome.currentData() == SettledAs.SAT_ELSEWHERE)

    @property
    def ready(self) -> bool:
        return not self._elsewhere or self.sat_in.count() > 0

    def offer(self, one: Pending, left: Places, *, same: bool) -> None:
        rooms = self.shell.bridge.site.sessions[one.session].rooms
        open_ones = [n for n in sorted(rooms) if n != one.out_of and rooms[n].release and not rooms[n].ended_at]
        options = [(number, self.shell.say("room-name", room=number)) for number in open_ones]
        _fill(self.sat_in, options, keep=same)

    def action(self, one: Pending, name: str) -> str:
        return self.shell.say("transfers-settle-do")

    def hint(self, one: Pending) -> str:
        return self.shell.say("transfers-settle-by", room=one.out_of, time=hour(one.ends_at))

    def done(self, one: Pending, name: str) -> str:
        return self.shell.say("transfers-settled-one", name=name, outcome=SettledAs(self.outcome.currentData()))

    def operation(self, one: Pending, at: datetime, by: PersonId) -> Operation:
        into = RoomId(self.sat_in.currentData()) if self._elsewhere else None
        found = Found(self.found.currentData())
        return SettleTransfer(one.session, one.ticket, SettledAs(self.outcome.currentData()), into, found, at, by)


def _fill(box: QComboBox, options: Sequence[tuple[RoomId, str]], *, keep: bool) -> None:
    """Anew only where it is another list, so that an open one stays open."""
    shown = [(box.itemData(n), box.itemText(n)) for n in range(box.count())]
    if shown == list(options) and keep:
        return
    before = box.currentData() if keep else None
    box.clear()
    for key, text in options:
        box.addItem(text, key)
    box.setCurrentIndex(max(box.findData(before), 0) if options else -1)
