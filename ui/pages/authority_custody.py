"""领用、移交、归还、遗失: who has a lock, and what happens when nobody knows."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.custody import HandOverLock, IssueLock, ReportLockLost, ReturnLocks
from app.core.lock_state import LockState
from app.core.operation import Operation
from app.core.terms import LockSerial
from ui.pages.authority_today import TodayField
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import Button, Form, button, flow, label
from ui.widgets.person import PersonField
from ui.widgets.segments import Segments


class Change(StrEnum):
    """What happens to the custody of a lock; each value is the id of its word."""

    ISSUE = "authority-issue"
    HAND_OVER = "authority-hand-over"
    RETURN = "authority-return"
    LOST = "authority-lost"


class CustodyForms(QWidget):
    """One form at a time, for the locks that are chosen; `settled` comes once it is entered."""

    settled = Signal()

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._locks: tuple[LockState, ...] = ()
        say = shell.say
        self.change = Change.ISSUE
        self.segments = Segments(say("authority-custody"))
        self.segments.picked.connect(self._pick)
        self.chosen = label("", "Sub")
        self.taker, self.next = PersonField(shell), PersonField(shell)
        self.lost_at, self.told_by = TodayField(shell), PersonField(shell)
        self.issue = button(shell.look, say("authority-issue-do"), self._issue, "user-check", "primary")
        self.hand_over = button(
            shell.look, say("authority-hand-over-do"), self._hand_over, "arrows-exchange", "primary"
        )
        self.give_back = button(shell.look, say("authority-return-do"), self._return, "archive", "primary")
        self.lost = button(shell.look, say("authority-lost-do"), self._lost, "alert-triangle", "danger")
        self._areas = {
            Change.ISSUE: self._area("authority-issue-how", self.issue, ("authority-taker", self.taker)),
            Change.HAND_OVER: self._area("authority-hand-over-how", self.hand_over, ("authority-next", self.next)),
            Change.RETURN: self._area("authority-return-how", self.give_back),
            Change.LOST: self._area(
                "authority-lost-how",
                self.lost,
                ("authority-lost-at", self.lost_at),
                ("authority-told-by", self.told_by),
            ),
        }
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(self.segments)
        outer.addWidget(self.chosen)
        for area in self._areas.values():
            outer.addWidget(area)
        self._turn(Change.ISSUE)

    def show_locks(self, locks: Sequence[LockState]) -> None:
        """What is chosen; the form that fits is proposed when that changes."""
        chosen, say = tuple(locks), self._shell.say
        before, self._locks = self._locks, chosen
        serials = tuple(state.registered.serial for state in chosen)
        self.chosen.setText(say("authority-chosen", serials=serials) if serials else say("authority-choose"))
        if [id(state) for state in before] != [id(state) for state in chosen] and chosen:
            out = all(state.holder for state in chosen)
            self._turn(Change.RETURN if out else Change.ISSUE)
        self._enable()

    def _area(self, how: str, send: Button, *fields: tuple[str, QWidget]) -> QWidget:
        made = QWidget()
        inside = QVBoxLayout(made)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(label(self._shell.say(how), "Cap"))
        form = Form(columns=2)
        for name, widget in fields:
            form.field(self._shell.say(name), widget)
        inside.addLayout(form)
        inside.addWidget(flow(send))
        return made

    def _pick(self, change: object) -> None:
        if isinstance(change, Change):
            self._turn(change)

    def _turn(self, change: Change) -> None:
        self.change = change
        self.segments.offer([(one, self._shell.say(one.value)) for one in Change], self.change)
        for one, area in self._areas.items():
            area.setVisible(one is change)

    def _enable(self) -> None:
        """One lock at a time is handed to somebody; many come back at once."""
        for send in (self.issue, self.hand_over, self.lost):
            send.setEnabled(len(self._locks) == 1)
        self.give_back.setEnabled(bool(self._locks))

    def _one(self) -> LockSerial:
        return self._locks[0].registered.serial

    def _issue(self) -> None:
        to = self.taker.value()
        self._ask(IssueLock(self._one(), to), "authority-issued")

    def _hand_over(self) -> None:
        to = self.next.value()
        self._ask(HandOverLock(self._one(), to), "authority-handed-over")

    def _return(self) -> None:
        self._ask(ReturnLocks(tuple(state.registered.serial for state in self._locks)), "authority-returned")

    def _lost(self) -> None:
        at = self.lost_at.value()
        if at is None:
            self.lost_at.complain()
        else:
            self._ask(ReportLockLost(self._one(), at, self.told_by.value()), "authority-lost-done")

    def _ask(self, operation: Operation, said: str) -> None:
        serials = tuple(state.registered.serial for state in self._locks)
        self._asking.submit(operation, self._shell.say(said, serials=serials), lambda _: self.settled.emit())
