"""结束考试: room by room what is looked at before its end, the end commands, what follows, and the close of the day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget

from app.core.gate import Check, CheckName
from app.core.operation import Fact
from app.core.terms import RoomId, SessionId
from app.views.board import OVER
from app.views.closing import ClosingRoom, ClosingStep, EndState, closing_rooms
from app.views.closing_owed import DebtRow, next_owing, owed
from app.views.step import StepKind
from ui.models.boards import board_now
from ui.page import Page
from ui.pages.closing_debts import DebtList
from ui.pages.closing_forms import EndForm
from ui.pages.closing_gate import GateCard, Shown
from ui.pages.closing_list import ClosingList
from ui.pages.closing_steps import ClosingSteps
from ui.pages.fault_side import Side
from ui.shell import PageName, Place, Shell
from ui.widgets.parts import label
from ui.widgets.segments import Segments

_OWED = frozenset({StepKind.SCRATCH, StepKind.CLOSE_DAY})
"""Steps of what follows the end."""


class Part(StrEnum):
    """Before a room's end command everything is looked at; what follows holds nobody up."""

    GATE = "gate"
    DEBTS = "debts"


class ClosingPage(Page):
    """One room never waits for another: whatever is open in one stands beside the list, which goes on."""

    name = PageName.CLOSING

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        say = shell.say
        self.parts = Segments(say("closing-parts"))
        self.parts.picked.connect(lambda part: self.turn(Part(part)))
        self.list, self.debts = ClosingList(shell, self.asking), DebtList(shell, self.asking)
        self.head("", self.list.order, self.parts)
        self._empty = label(say("closing-nothing"), "Sub")
        self.outer.addWidget(self._empty)
        self.gate = GateCard(shell, say("closing-choose"))
        self._stack = QStackedWidget()
        for one in (self.list, self.debts):
            self._stack.addWidget(one)
            one.picked.connect(self._pick)
            one.entered.connect(self.gate.start_work)
        self.list.done.connect(self.refresh)
        self.side = Side(self.asking, self.gate)
        self.side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.side.left.connect(self._back)
        self.side.opened.connect(self.list.quiet)
        self.side.opened.connect(lambda _: self._look())
        self._steps = ClosingSteps(shell, self.asking, self.side, self._settled)
        self.gate.asked.connect(self._do)
        self.gate.ending.connect(lambda: self._end(gated=True))
        self.gate.ungated.connect(lambda: self._end(gated=False))
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self._stack, 3)
        across.addWidget(self.side, 2)
        self.outer.addLayout(across, 1)
        self.first = self.list.first
        self._part = Part.GATE
        self._rooms: tuple[ClosingRoom, ...] = ()
        self._rows: tuple[DebtRow, ...] = ()
        self._doing: tuple[ClosingStep, CheckName, SessionId, RoomId] | None = None
        shell.bridge.ticked.connect(self._tick)

    def turn(self, part: Part) -> None:
        """Show this half."""
        self.asking.clear()
        self.side.drop()
        self._part = part
        self.list.order.setVisible(part is Part.GATE)
        self._stack.setCurrentWidget(self.debts if part is Part.DEBTS else self.list)
        self.first = self.debts.first if part is Part.DEBTS else self.list.first
        self.refresh()

    def go(self, place: Place) -> None:
        """To a room, to the form for a result without a file or an end without the gate, or to the close of the day."""
        if place.room is None and place.step is None:
            # Whoever only looked elsewhere finds what they left.
            self.refresh()
            return
        ended_at = self._end_told()
        self.turn(Part.DEBTS if place.step in _OWED else Part.GATE)
        session = self.shell.bridge.session
        if place.room is not None and session is not None:
            self.list.choose(place.room)
            here = self.shell.bridge.site.room(session, place.room)
            if place.step is StepKind.RESULTS and here is not None and here.started_at:
                self._steps.enter_result(here)
            elif place.step is StepKind.END and here is not None and here.started_at and not here.ended_at:
                self._steps.end(here, gated=False, at=ended_at)

    def _end_told(self) -> datetime | None:
        """The time that somebody has just given for an end."""
        form = self.side.form
        when = form.when if isinstance(form, EndForm) else None
        return (when or self.list.moment).value()

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        bridge, session = self.shell.bridge, self.shell.bridge.session
        shown = board_now(bridge)
        for part in (self._stack, self.side, self.parts):
            part.setVisible(shown is not None)
        self._empty.setVisible(shown is None)
        if shown is None or session is None:
            return
        self._rooms = closing_rooms(bridge.site, bridge.rulebook, session, shown.cards, bridge.now)
        self._rows = owed(bridge.site, bridge.rulebook, session, bridge.now)
        if self._part is Part.GATE:
            self.list.look(session, self._rooms)
        else:
            self.debts.look(session, self._rows)
        self._tell()
        self._look()

    def _tell(self) -> None:
        say = self.shell.say
        count = sum(len(one.open) for one in self._rows if not one.going_on)
        parts = ((Part.GATE, say("closing-part-gate")), (Part.DEBTS, say("closing-part-debts", count=count)))
        self.parts.offer(parts, self._part)
        if self._part is Part.DEBTS:
            late = sum(len(one.open) for one in self._rows if one.late and not one.going_on)
            self.sub.tell(say("closing-debts-sub", open=count, late=late))
            return
        rooms = self._rooms
        ended = sum(one.state in OVER for one in rooms)
        ready = sum(one.end is EndState.READY for one in rooms)
        waiting = sum(one.end is EndState.OPEN and bool(one.due) for one in rooms)
        self.sub.tell(say("closing-sub", ended=ended, rooms=len(rooms), ready=ready, open=waiting))

    def _look(self) -> None:
        """What is chosen at the left stands at the right, unless a form does."""
        session, shown = self.shell.bridge.session, None
        if self._part is Part.GATE:
            room = self.list.room
            shown = Shown.of_room(session, room) if room is not None and session is not None else None
        elif (row := self.debts.row) is not None:
            shown = Shown.of_debts(row)
        busy = self._part is Part.GATE and self.list.leads
        self.gate.look(shown, leads=not busy and self.side.form is None)

    def _pick(self) -> None:
        """Whoever goes on to another room has left what they were typing for this one."""
        before = self.gate.shown
        self._look()
        after = self.gate.shown
        if before and after and (before.session, before.room) != (after.session, after.room):
            self.asking.clear()
            self.side.drop()

    def _do(self, step: object, check: object) -> None:
        shown = self.gate.shown
        if shown is None or not isinstance(step, ClosingStep) or not isinstance(check, Check):
            return
        self._doing = step, check.name, shown.session, shown.room
        if step is ClosingStep.CHECK:
            self.list.check_answers(shown.session)
        else:
            self._steps.do(step, check, shown.session, shown.room)

    def _end(self, *, gated: bool) -> None:
        shown, site = self.gate.shown, self.shell.bridge.site
        here = site.room(shown.session, RoomId(shown.room)) if shown else None
        if here is not None:
            self._steps.end(here, gated=gated)

    def _back(self) -> None:
        """The form is done, or given up: on to what is next here, otherwise to the rooms."""
        self.refresh()
        self.gate.start_work()

    def _settled(self) -> None:
        """Of all that is owed, the next room comes that owes the same."""
        if self._part is not Part.DEBTS or self._doing is None:
            return
        step, name, session, room = self._doing
        row = next_owing(self.shell.bridge.site, self._rows, (session, room), name, step)
        if row is not None:
            self.debts.choose(row.session, row.room)
            self.gate.turn_to(name)
            self.gate.start_work()

    def _tick(self) -> None:
        """Closures end, and debts fall due, without any fact."""
        if self.isVisible() and self.shell.bridge.now.second % 5 == 0:
            self.refresh()
