"""延时与补时: rooms that start late, and minutes made good; who may allow them, on what clause, and what it entails."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtWidgets import QPushButton, QStackedWidget

from app.core.operation import Fact
from ui.page import Page
from ui.pages.delay_board import DelayBoard
from ui.pages.extra_time_board import ExtraTimeBoard
from ui.shell import PageName, Place, Shell
from ui.widgets.parts import label
from ui.widgets.segments import Segments


class Part(StrEnum):
    """Before the start a room is late, after it minutes are lost: two measures, never mixed."""

    DELAYS = "delays"
    EXTRA_TIME = "extra_time"


class DelaysPage(Page):
    name = PageName.DELAYS
    rail = True

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.parts = Segments(shell.say("delays-parts"))
        self.head("", self.parts)
        self._none = label(shell.say("delays-none"), "Sub")
        self.outer.addWidget(self._none)
        self.board, self.extra = DelayBoard(shell, self.asking), ExtraTimeBoard(shell, self.asking)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.board)
        self._stack.addWidget(self.extra)
        self.outer.addWidget(self._stack, 1)
        self._part = Part.DELAYS
        self.parts.picked.connect(lambda part: self.turn(Part(part)))
        shell.bridge.ticked.connect(self._tick)

    def turn(self, part: Part) -> None:
        """Show this half."""
        self._part = part
        self.asking.clear()
        self.refresh()

    def go(self, place: Place) -> None:
        """To a room or candidate: delays before its start, extra time after."""
        session = self.shell.bridge.session
        room = self.shell.bridge.site.room(session, place.room) if session and place.room else None
        started = bool(place.ticket or (room and room.started_at))
        self.turn(Part.EXTRA_TIME if started else Part.DELAYS if place.room else self._part)
        if started:
            self.extra.choose(place.room, place.ticket)
        elif place.room:
            self.board.choose(place.room)

    def scanned(self, code: str) -> bool:
        """What the half in sight can use."""
        return (self.board if self._part is Part.DELAYS else self.extra).scanned(code)

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        session, say = self.shell.bridge.session, self.shell.say
        self._none.setVisible(session is None)
        self._stack.setVisible(session is not None)
        self.parts.offer(
            ((Part.DELAYS, say("delays-part-delays")), (Part.EXTRA_TIME, say("delays-part-extra"))), self._part
        )
        if session is None:
            return
        shown = self.board if self._part is Part.DELAYS else self.extra
        self._stack.setCurrentWidget(shown)
        shown.look(session)
        self.sub.tell(shown.summary())
        # Where nothing is to be done, the choice between the halves is all there is.
        halves = self.parts.findChildren(QPushButton)
        self.first = shown.first if shown.first.isVisibleTo(shown) else halves[0]

    def _tick(self) -> None:
        """Delays grow by the second without any fact."""
        session = self.shell.bridge.session
        if self.isVisible() and session is not None:
            shown = self.board if self._part is Part.DELAYS else self.extra
            shown.tick(session)
            self.sub.tell(shown.summary())
