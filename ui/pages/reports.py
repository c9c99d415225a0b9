"""考场报告: what rooms tell this desk by voice, on paper, by file or by QR code."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.core.operation import Fact
from app.core.terms import RoomId
from app.views.board import Board
from app.views.reports import ReportKind, most_owed, next_owing, owed
from app.views.step import StepKind
from ui.models.boards import board_now
from ui.models.report_rooms import ReportRoom, ReportRooms, ReportRoomsView
from ui.page import Page
from ui.pages.report_counts import CountsForm
from ui.pages.report_files import FilesForm
from ui.pages.report_form import ReportForm
from ui.pages.report_roll import RollForm
from ui.pages.report_start import StartForm
from ui.shell import PageName, Place, Shell
from ui.widgets.parts import card, label, row, scrolled
from ui.widgets.segments import Segments

_ASKED: dict[StepKind | None, ReportKind] = {
    StepKind.START: ReportKind.START,
    StepKind.ATTENDANCE: ReportKind.ROLL,
    StepKind.RESULTS: ReportKind.RESULT,
}
"""Whoever is sent here for a step finds its form, also before the step is due."""


class ReportsPage(Page):
    name = PageName.REPORTS
    rail = True

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._board: Board | None = None
        self.kind = ReportKind.START
        self.head()
        self.segments = Segments(shell.say("reports-kinds"))
        self.segments.picked.connect(self._pick)
        self.outer.addLayout(row(self.segments))
        self._empty = label(shell.say("reports-nothing"), "Sub")
        self.outer.addWidget(self._empty)
        self.rooms = ReportRooms(shell)
        self.view = ReportRoomsView(shell, self.rooms)
        self.view.setMinimumWidth(170)
        self.view.picked.connect(lambda _: self._look())
        self._list, inside = card(margins=(0, 4, 0, 4))
        inside.addWidget(self.view)
        self.start, self.roll = StartForm(shell, self.asking), RollForm(shell, self.asking)
        self.counts, self.files = CountsForm(shell, self.asking), FilesForm(shell, self.asking)
        self.forms: dict[ReportKind, ReportForm] = {
            ReportKind.START: self.start,
            ReportKind.ROLL: self.roll,
            ReportKind.COUNTS: self.counts,
            ReportKind.RESULT: self.files,
        }
        self._stack = QStackedWidget()
        self._areas: dict[ReportKind, QWidget] = {}
        for kind, form in self.forms.items():
            form.settled.connect(self._settled)
            self._areas[kind] = held = QWidget()
            laid = QVBoxLayout(held)
            laid.setContentsMargins(0, 0, 0, 0)
            laid.addWidget(scrolled(form), 1)
            laid.addWidget(form.foot)
            self._stack.addWidget(held)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self._list, 3)
        body.addWidget(self._stack, 5)
        self.outer.addLayout(body, 1)
        self.first = self.view
        shell.bridge.ticked.connect(self._tick)
        self._turn(ReportKind.START)

    @property
    def form(self) -> ReportForm:
        return self.forms[self.kind]

    def go(self, place: Place) -> None:
        """To a room where one is meant, and to what is owed there, or else first of all."""
        self.asking.clear()
        self.refresh()
        board, now = self._board, self.shell.bridge.now
        if board is None:
            return
        starts_at = self._starts_at(board)
        meant = [card for card in board.cards if card.plan.id == place.room]
        if kind := _ASKED.get(place.step) or most_owed(meant or board.cards, starts_at, now):
            self._turn(kind)
            room = place.room or next_owing(board.cards, kind, None, starts_at, now)
            if room is not None:
                self.view.choose(room)
        elif place.room is not None:
            self.view.choose(place.room)
        self.refresh()
        self._begin()

    def scanned(self, code: str) -> bool:
        """A signed report has three parts; anything else finds a candidate."""
        if code.count(".") != 2:
            return False
        self._turn(ReportKind.RESULT)
        self.refresh()
        self.files.scanned(code)
        return True

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        self._board = shown = board_now(self.shell.bridge)
        self._empty.setVisible(shown is None)
        if shown is None:
            self._list.hide()
            self._stack.hide()
            return
        self._stack.show()
        now, starts_at = self.shell.bridge.now, self._starts_at(shown)
        lines = [ReportRoom(card, owed(card, starts_at, now)) for card in shown.cards]
        before = self.view.room()
        self.rooms.show_rooms(lines)
        if self.view.room() is None and lines:
            known = before if before is not None and self.rooms.row_of(before) is not None else None
            self.view.choose(known or lines[0].card.plan.id)
        owing = {kind: sum(kind in line.owed for line in lines) for kind in ReportKind}
        named = [
            (kind, f"{self.shell.word(kind)} {owing[kind]}" if owing[kind] else self.shell.word(kind)) for kind in owing
        ]
        self.segments.offer(named, self.kind)
        left = sum(bool(line.owed) for line in lines)
        self.sub.tell(self.shell.say("reports-sub", rooms=len(lines), owing=left))
        self._look()

    def _starts_at(self, board: Board) -> datetime:
        return self.shell.bridge.site.sessions[board.session].plan.starts_at

    def _look(self) -> None:
        if self._board is not None:
            self.form.look(self._board, self.view.room())

    def _pick(self, kind: object) -> None:
        if isinstance(kind, ReportKind):
            self.asking.clear()
            self._turn(kind)
            self.refresh()

    def _turn(self, kind: ReportKind) -> None:
        """The list of starts has the rooms itself."""
        self.kind = kind
        self._list.setVisible(kind is not ReportKind.START)
        self._stack.setCurrentWidget(self._areas[kind])
        self.first = self.form.first

    def _settled(self) -> None:
        """On to the next room that owes the same."""
        room = self.view.room()
        self.refresh()
        board = self._board
        if board is None:
            return
        following = next_owing(board.cards, self.kind, room, self._starts_at(board), self.shell.bridge.now)
        if following is not None:
            self.view.choose(RoomId(following))
        self._begin()

    def _begin(self) -> None:
        """Where the next report begins; with the list of rooms where there is none to come."""
        first = self.form.first
        (first if first.isVisible() else self.view).setFocus()

    def _tick(self) -> None:
        """Rooms come to owe something, and fall silent, without any fact."""
        if self.isVisible() and self.shell.bridge.now.second % 5 == 0:
            self.refresh()
