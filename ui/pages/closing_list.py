"""The rooms of a session on their way to the end, and what is done for many of them at once."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.closing import CheckAnswers, EndRooms
from app.core.end_phase import ConfirmViolations
from app.core.terms import RoomId, SessionId
from app.service.collecting import confirm_collected
from app.service.gates import at_gate
from app.views.closing import (
    ClosingRoom,
    EndState,
    RoomOrder,
    all_over,
    as_counted,
    in_order,
    may_end,
    without_violations,
)
from ui.models.cards import LOOKS
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.closing_words import END_LOOKS, LOW_ROW, items
from ui.shell import PageName, Place, Shell, clock
from ui.widgets.asking import Asking
from ui.widgets.moment import MomentField
from ui.widgets.notice import Notice
from ui.widgets.parts import Form, button, card, choice, flow, label
from ui.widgets.person import PersonField

_COLUMNS = ("closing-room", "closing-state", "closing-closure", "closing-open")
_NOTES = ("closing-all-end", "closing-all-violations", "closing-all-collected")
"""What is said beside the next step, in the order of the buttons."""
_SEVERAL = 2
"""From so many chosen rooms on, only those are meant."""


class ClosingList(QWidget):
    """`picked` comes when another room is looked at, `entered` when somebody goes on to what is open there.

    `order` has its place in the head of the page.
    """

    picked = Signal()
    entered = Signal()
    done = Signal()
    """A step for many rooms stands."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._session: SessionId | None = None
        self._rooms: tuple[ClosingRoom, ...] = ()
        self._lines: dict[ClosingRoom, Line] = {}
        """What stands there: most rooms are as they were."""
        self._quiet = False
        say, look = shell.say, shell.look
        self.order = choice([(one, shell.word(one)) for one in RoomOrder])
        self.order.setAccessibleName(say("closing-order"))
        self.order.setMinimumContentsLength(10)
        self.order.currentIndexChanged.connect(lambda _: self._fill())
        self.model = LinesModel(shell, [say(name) for name in _COLUMNS])
        self.table = LinesView(self.model, say("closing-rooms"), wide=(3,), several=True)
        self.table.verticalHeader().setDefaultSectionSize(LOW_ROW)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(lambda _: self.entered.emit())
        frame, inside = card(margins=(0, 4, 0, 0))
        inside.addWidget(self.table, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(frame, 1)
        steps, ends = card(margins=(14, 8, 14, 10))
        ends.setSpacing(8)
        self._told = QWidget()
        fields = Form(columns=2)
        fields.setContentsMargins(0, 0, 0, 0)
        self._told.setLayout(fields)
        self.moment, self.person = MomentField(shell), PersonField(shell)
        fields.field(say("closing-when"), self.moment)
        fields.field(say("closing-who"), self.person)
        self.end = button(look, say("closing-end", count=0), self._end, "flag")
        self.violations = button(look, say("closing-violations", count=0), self._confirm_violations, "list-check")
        self.collected = button(look, say("closing-collected", count=0), self._confirm_collected, "archive")
        self.check = button(look, say("closing-check"), self._check, "list-check")
        self.said = label("", "Cap")
        self.checked = Notice(look)
        ends.addWidget(self._told)
        ends.addWidget(flow(self.end, self.violations, self.collected, self.check))
        ends.addWidget(self.said)
        ends.addWidget(self.checked)
        outer.addWidget(steps)
        self.first = self.table
        self.moment.changed.connect(self.count)

    @property
    def room(self) -> ClosingRoom | None:
        """The one that is looked at: the current one of those chosen."""
        chosen = self.table.chosen_keys()
        current = self.table.currentIndex().row()
        key = self.model.lines[current].key if 0 <= current < len(self.model.lines) else None
        if key not in chosen:
            key = chosen[0] if chosen else None
        return next((one for one in self._rooms if one.room == key), None)

    @property
    def leads(self) -> bool:
        """Something can be done for many at once: that is the next step, and nothing beside it."""
        return any(one.property("kind") == "primary" for one in self._buttons)

    @property
    def _buttons(self) -> tuple[QWidget, ...]:
        return (self.end, self.violations, self.collected, self.check)

    def look(self, session: SessionId, rooms: tuple[ClosingRoom, ...]) -> None:
        if session != self._session:
            self.table.clearSelection()
        self._session, self._rooms = session, rooms
        self._fill()

    def quiet(self, on: bool) -> None:
        """While a form stands beside it, its step is the next one."""
        self._quiet = on
        self.count()

    def choose(self, room: RoomId) -> None:
        """Look at this one."""
        number = next((n for n, one in enumerate(self.model.lines) if one.key == room), None)
        if number is not None:
            self.table.selectRow(number)
            # Only what is laid out can be scrolled to.
            QTimer.singleShot(0, self.table, lambda: self.table.scrollTo(self.table.currentIndex()))

    def _fill(self) -> None:
        """The same rooms stay chosen, wherever they stand now."""
        chosen, looked_at = self.table.chosen_keys(), self.room
        rooms = in_order(self._rooms, RoomOrder(self.order.currentData()))
        with QSignalBlocker(self.table):
            self._lines = {one: self._lines.get(one) or self._line(one) for one in rooms}
            self.model.show_lines(list(self._lines.values()))
        if chosen != self.table.chosen_keys():
            self._select(chosen, looked_at)
        if rooms and not self.table.chosen_keys():
            waiting = (one.room for one in in_order(rooms, RoomOrder.DUE) if one.end is not EndState.ENDED)
            self.choose(next(waiting, rooms[0].room))
        self.count()

    def _select(self, keys: tuple[object, ...], looked_at: ClosingRoom | None) -> None:
        """These lines are chosen again after they moved."""
        chosen, flag = self.table.selectionModel(), QItemSelectionModel.SelectionFlag
        with QSignalBlocker(self.table):
            chosen.clearSelection()
            for number, shown in enumerate(self.model.lines):
                index = self.model.index(number, 0)
                if shown.key in keys:
                    chosen.select(index, flag.Select | flag.Rows)
                if looked_at is not None and shown.key == looked_at.room:
                    chosen.setCurrentIndex(index, flag.NoUpdate)

    def _line(self, one: ClosingRoom) -> Line:
        say = self._shell.say
        icon, tone = LOOKS[one.state]
        name, blank = say("room-name", room=one.room), say("blank")
        closes = Cell(clock(one.closes) or blank, "text2")
        return Line(one.room, (Cell(name), Cell(self._shell.word(one.state), tone, icon), closes, self._left(one)))

    def _left(self, one: ClosingRoom) -> Cell:
        """All that is open; red only what could be settled by now."""
        shell, found = self._shell, one.open
        icon, tone = END_LOOKS[one.end]
        if one.end is EndState.OPEN:
            said = shell.say("closing-left", count=len(found), items=items(shell, found))
            return Cell(said, tone, icon) if one.due else Cell(said, "text2")
        if one.end is EndState.ENDED and found:
            return Cell(shell.say("closing-owes", count=len(found), items=items(shell, found)), "warn", icon)
        return Cell(shell.word(one.end), tone, icon)

    def _scope(self) -> tuple[ClosingRoom, ...]:
        """The chosen rooms where somebody chose several, otherwise all."""
        chosen = self.table.chosen_keys()
        return tuple(one for one in self._rooms if one.room in chosen) if len(chosen) >= _SEVERAL else self._rooms

    def _to_end(self) -> tuple[RoomId, ...]:
        """Whoever chose rooms is told what is open there; otherwise those that may end at the time in the field."""
        if len(self.table.chosen_keys()) >= _SEVERAL:
            return tuple(one.room for one in self._scope())
        return may_end(self._rooms, self.moment.value())

    def _counted(self) -> tuple[tuple[RoomId, int], ...]:
        site = self._shell.bridge.site
        return as_counted(site, self._session, self._scope()) if self._session else ()

    def _chosen(self) -> None:
        self.count()
        self.picked.emit()

    def count(self) -> None:
        """What the buttons would do now, and which of them is next."""
        say, look, chosen = self._shell.say, self._shell.look, len(self.table.chosen_keys())
        several, over = chosen >= _SEVERAL, all_over(self._rooms)
        ending, told, counted = self._to_end(), without_violations(self._scope()), self._counted()
        self.end.setText(say("closing-end-chosen", count=chosen) if several else say("closing-end", count=len(ending)))
        self.violations.setText(say("closing-violations", count=len(told)))
        self.collected.setText(say("closing-collected", count=len(counted)))
        for made in (self.end, self.violations, self.collected):
            made.setAccessibleName(made.text())
        state = self._shell.bridge.site.sessions[self._session] if self._session else None
        checked = state.checked_at if state else None
        self._told.setVisible(not over)
        self.end.setVisible(not over)
        self.violations.setVisible(bool(told))
        self.collected.setVisible(bool(counted))
        self.check.setVisible(over and not checked)
        able = (bool(ending), bool(told), bool(counted), over and not checked)
        first = next((n for n, can in enumerate(able) if can), None)
        icons = ("flag", "list-check", "archive", "list-check")
        for n, made in enumerate((self.end, self.violations, self.collected, self.check)):
            made.lead(look, icons[n], leads=n == first and not self._quiet)
        note = say("closing-all-over") if over else say(_NOTES[first] if first is not None else "closing-all-none")
        self.said.setText(say("closing-chosen", count=chosen) if several else note)
        self._tell_checked(clock(checked))

    def _tell_checked(self, at: str) -> None:
        if not at:
            self.checked.clear()
        elif self.checked.isHidden():
            say = self._shell.say
            there = say("go-there", page=say("page-safekeeping"))
            self.checked.tell("ok", say("closing-checked", time=at), (there, self._to_safekeeping))

    def _end(self) -> None:
        rooms, at, session = self._to_end(), self.moment.value(), self._session
        console = self._shell.bridge.console
        if at is None:
            self.moment.complain()
        elif not rooms:
            self.said.setText(self._shell.say("closing-none-ready"))
            self.table.setFocus()
        elif session is not None:
            operation = EndRooms(session, rooms, at, self.person.value())
            said = self._shell.say("closing-ended", count=len(rooms))
            self._asking.ask(lambda *signers: at_gate(console, operation, *signers), said, self._done)

    def _confirm_violations(self) -> None:
        rooms, at, session = without_violations(self._scope()), self.moment.value(), self._session
        if at is None:
            self.moment.complain()
        elif session is not None:
            operation = ConfirmViolations(session, rooms, at, self.person.value())
            self._asking.submit(operation, self._shell.say("closing-violations-said", count=len(rooms)), self._done)

    def _confirm_collected(self) -> None:
        counted, at, session = self._counted(), self.moment.value(), self._session
        console, who = self._shell.bridge.console, self.person.value()
        if at is None:
            self.moment.complain()
        elif session is not None:
            said = self._shell.say("closing-collected-said", count=len(counted))
            self._asking.ask(
                lambda *signers: confirm_collected(console, session, counted, at, who, *signers), said, self._done
            )

    def _check(self) -> None:
        if self._session is not None:
            self.check_answers(self._session)

    def check_answers(self, session: SessionId) -> None:
        """Two persons; then the backup comes."""
        shell, operation = self._shell, CheckAnswers(session)
        console, there = shell.bridge.console, Place(PageName.SAFEKEEPING, session)
        self._asking.ask(
            lambda *signers: at_gate(console, operation, *signers),
            shell.say("closing-check-done"),
            lambda _: shell.go(there),
        )

    def _to_safekeeping(self) -> None:
        self._shell.go(Place(PageName.SAFEKEEPING, self._session))

    def _done(self, _: object) -> None:
        """On to what comes next for many, or back to the rooms."""
        if len(self.table.chosen_keys()) >= _SEVERAL:
            self.table.clearSelection()
        self.moment.follow()
        self.done.emit()
        following = (one for one in self._buttons if one.property("kind") == "primary" and not one.isHidden())
        next(following, self.table).setFocus()
