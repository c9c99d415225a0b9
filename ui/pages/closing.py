"""结束考试: what keeps each room from ending, the end commands, and the check of the answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from app.core.closing import CheckAnswers, EndRooms
from app.core.gate import CheckName
from app.core.ledger import Count
from app.core.operation import Fact
from app.core.session_state import SessionState
from app.core.terms import RoomId, SessionId
from app.core.timekeeping import closure_ends
from app.service.gates import at_gate
from app.views.board import OVER, Board, RoomCard, RoomState
from ui.models.boards import board_now
from ui.models.cards import LOOKS
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.page import Page
from ui.shell import PageName, Place, Shell, clock
from ui.widgets.moment import MomentField
from ui.widgets.notice import Notice
from ui.widgets.parts import Form, button, card, flow, label, line
from ui.widgets.person import PersonField

SETTLED_ON: dict[CheckName, PageName] = {
    CheckName.ATTENDANCE: PageName.REPORTS,
    CheckName.PENDING_TRANSFER: PageName.ROOM,
    CheckName.RESULT: PageName.REPORTS,
    CheckName.RESULT_DIFFERS: PageName.REPORTS,
    CheckName.ANSWERS: PageName.ROOM,
    CheckName.LEDGER: PageName.ROOM,
}
"""Where each open item is settled."""


class ClosingPage(Page):
    name = PageName.CLOSING
    rail = True

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._board: Board | None = None
        say = shell.say
        self.head()
        self._empty = label(say("closing-nothing"), "Sub")
        self.outer.addWidget(self._empty)
        self._frame, inside = card(margins=(0, 0, 0, 0))
        headers = [say(name) for name in ("closing-room", "closing-state", "closing-closure", "closing-open")]
        self.model = LinesModel(shell, headers)
        self.table = LinesView(self.model, say("closing-rooms"), wide=(3,), several=True)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._count)
        inside.addWidget(self.table)
        self.outer.addWidget(self._frame, 1)
        self._steps, ends = card()
        self._when = QWidget()
        fields = Form(columns=2)
        fields.setContentsMargins(0, 0, 0, 0)
        self._when.setLayout(fields)
        self.moment, self.person = MomentField(shell), PersonField(shell)
        fields.field(say("closing-ended-at"), self.moment)
        fields.field(say("closing-who"), self.person)
        ends.addWidget(self._when)
        self.end = button(shell.look, say("closing-end", count=0), self._end, "flag")
        self.settle = button(shell.look, say("closing-settle"), self._settle_first, "arrow-right")
        self._said = label("", "Cap")
        self.check = button(shell.look, say("closing-check"), self._check_answers, "list-check")
        ends.addWidget(flow(self.end, self.settle, self.check))
        ends.addWidget(self._said)
        self._checked = Notice(shell.look)
        ends.addWidget(self._checked)
        ends.addWidget(line())
        self.sums = (label(""), label(""))
        for shown in self.sums:
            ends.addWidget(shown)
        self.outer.addWidget(self._steps)
        self.first = self.table
        self.moment.changed.connect(self._count)
        shell.bridge.ticked.connect(self._tick)

    def go(self, place: Place) -> None:
        self.refresh()
        row = next((n for n, line in enumerate(self.model.lines) if line.key == place.room), None)
        if row is not None:
            self.table.selectRow(row)

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        self._board = shown = board_now(self.shell.bridge)
        for part in (self._frame, self._steps):
            part.setVisible(shown is not None)
        self._empty.setVisible(shown is None)
        if shown is None:
            return
        cards = self._cards
        ended = sum(one.state in OVER for one in cards)
        self.sub.tell(self.shell.say("closing-sub", ended=ended, rooms=len(cards)))
        self.model.show_lines([self._line(one) for one in cards])
        self._count()
        self._sum(shown.total, all_ended=ended == len(cards))

    @property
    def _session(self) -> SessionId | None:
        return self._board.session if self._board else None

    @property
    def _state(self) -> SessionState | None:
        return self.shell.bridge.site.sessions[self._board.session] if self._board else None

    @property
    def _cards(self) -> tuple[RoomCard, ...]:
        """The rooms that hold somebody in this session."""
        cards = self._board.cards if self._board else ()
        return tuple(one for one in cards if one.state is not RoomState.NOBODY)

    def _line(self, one: RoomCard) -> Line:
        shell = self.shell
        icon, tone = LOOKS[one.state]
        closes = self._closure(one)
        return Line(
            one.plan.id,
            (
                Cell(shell.say("room-name", room=one.plan.id)),
                Cell(shell.word(one.state), tone, icon),
                Cell(clock(closes) or shell.say("blank"), "text2"),
                self._left(one),
            ),
        )

    def _left(self, one: RoomCard) -> Cell:
        """All that is open; red only what could be settled by now."""
        shell = self.shell
        if one.state is RoomState.ENDED:
            return Cell(shell.say("closing-room-ended"), "ok", "check")
        if one.state is RoomState.CALLED_OFF:
            return Cell(shell.say("closing-room-called-off"), "text2", "ban")
        if one.started_at is None:
            return Cell(shell.say("closing-not-started"), "idle")
        if not one.blockers:
            return Cell(shell.say("closing-ready"), "ok", "check")
        said = shell.say("closing-blockers", blockers=one.blockers)
        said = said[:1].upper() + said[1:]
        return Cell(said, "bad" if one.due else "text2", "alert-triangle" if one.due else "")

    def _ready(self) -> tuple[RoomId, ...]:
        """What the button ends: the chosen rooms, otherwise all that may end at the time in the field."""
        if chosen := self.table.chosen_keys():
            return tuple(RoomId(str(room)) for room in chosen)
        at = self.moment.value()
        closures = ((one, self._closure(one)) for one in self._cards if one.state not in OVER)
        return tuple(
            one.plan.id
            for one, closes in closures
            if closes is not None and not one.blockers and (at is None or closes <= at)
        )

    def _closure(self, one: RoomCard) -> datetime | None:
        """When closure ends in a room; None before its start."""
        here = self._state.rooms.get(one.plan.id) if self._state else None
        if self._state is None or here is None or here.runs_from is None:
            return None
        return closure_ends(here.runs_from, self._state.plan, self.shell.bridge.rulebook)

    def _count(self) -> None:
        say, chosen = self.shell.say, len(self.table.chosen_keys())
        count = len(self._ready())
        self.end.setText(say("closing-end-chosen", count=chosen) if chosen else say("closing-end", count=count))
        self.end.setAccessibleName(self.end.text())
        open_rooms = [one for one in self._cards if one.blockers and one.state not in OVER]
        self.settle.setVisible(bool(open_rooms))
        self.end.lead(self.shell.look, "flag", leads=bool(count or chosen or not open_rooms))
        self.settle.lead(self.shell.look, "arrow-right", leads=not (count or chosen))
        over = bool(self._cards) and all(one.state in OVER for one in self._cards)
        for part in (self._when, self.end, self._said):
            part.setVisible(not over)
        self._said.setText(say("closing-chosen") if chosen else say("closing-all", open=len(open_rooms)))

    def _end(self) -> None:
        rooms, at, session = self._ready(), self.moment.value(), self._session
        console = self.shell.bridge.console
        if at is None:
            self.moment.complain()
        elif not rooms:
            self._said.setText(self.shell.say("closing-none-ready"))
            self.table.setFocus()
        elif session is not None:
            operation = EndRooms(session, rooms, at, self.person.value())
            said = self.shell.say("closing-ended", count=len(rooms))
            self.asking.ask(lambda *signers: at_gate(console, operation, *signers), said, self._after_end)

    def _after_end(self, _: object) -> None:
        self.table.clearSelection()
        self.moment.follow()
        self.refresh()
        (self.table if self.end.isVisible() else self.check).setFocus()

    def _sum(self, total: Count, *, all_ended: bool) -> None:
        shell, state = self.shell, self._state
        people = shell.say(
            "closing-people",
            arranged=total.arranged,
            taken_in=total.transferred_in,
            out=total.transferred_out,
            present=total.present,
            absent=total.absent,
            awaited=total.awaited + total.pending,
            fits="yes" if total.attendance_balances else "no",
        )
        answers = shell.say(
            "closing-answers",
            collected=total.collected,
            written_off=total.written_off,
            never=total.never_logged_in,
            present=total.present,
            fits="yes" if total.answers_balance else "no",
            missing=total.present - total.collected - total.written_off - total.never_logged_in,
        )
        for shown, said in zip(self.sums, (people, answers), strict=True):
            if shown.text() != said:
                shown.setText(said)
        checked = state.checked_at if state else None
        self.check.setVisible(not checked)
        self.check.lead(self.shell.look, "list-check", leads=all_ended)
        if checked:
            there = shell.say("go-there", page=shell.say("page-safekeeping"))
            said = shell.say("closing-checked", time=clock(checked))
            self._checked.tell("ok", said, (there, self._to_safekeeping))
        else:
            self._checked.clear()

    def _check_answers(self) -> None:
        session, console = self._session, self.shell.bridge.console
        if session is not None:
            operation = CheckAnswers(session)
            said = self.shell.say("closing-check-done")
            self.asking.ask(
                lambda *signers: at_gate(console, operation, *signers), said, lambda _: self._to_safekeeping()
            )

    def _to_safekeeping(self) -> None:
        self.shell.go(Place(PageName.SAFEKEEPING, self._session))

    def _settle_first(self) -> None:
        """The chosen room, otherwise the first that holds the session up."""
        chosen = [
            key for key in self.table.chosen_keys() if any(one.plan.id == key and one.blockers for one in self._cards)
        ]
        waiting = [one.plan.id for one in sorted(self._cards, key=lambda one: not one.due) if one.blockers]
        for room in (chosen or waiting)[:1]:
            self._open(room)

    def _open(self, room: object) -> None:
        """To where its first open item is settled."""
        found = next((one for one in self._cards if one.plan.id == room), None)
        if found is None or found.state in OVER:
            return
        first = next(iter(found.due or found.blockers), None)
        page = PageName.REPORTS if found.started_at is None else PageName.ROOM
        if first is not None:
            page = SETTLED_ON[first]
        self.shell.go(Place(page, self._session, found.plan.id))

    def _tick(self) -> None:
        """Closures end without any fact."""
        if self.isVisible() and self.shell.bridge.now.second % 5 == 0:
            self.refresh()
