"""考前准备: go or no-go, what the site sees to, tests and closing of rooms, and the course of it all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget

from app.core.go_no_go import Cell
from app.core.operation import Fact
from app.views.readiness_list import ItemFilter
from app.views.step import StepKind
from ui.page import Page
from ui.pages.readiness_board import BoardPart
from ui.pages.readiness_items import ItemsPart
from ui.pages.readiness_tests import TestsPart
from ui.pages.readiness_ways import HERE, ITEMS, Segment, way
from ui.pages.runbook_part import RunbookPart
from ui.shell import PageName, Place, Shell
from ui.widgets.segments import Segments

Part = BoardPart | ItemsPart | TestsPart | RunbookPart

_STEPS = {
    StepKind.BOARD: Segment.BOARD,
    StepKind.WEEK_ITEMS: Segment.ITEMS,
    StepKind.EVE_ITEMS: Segment.ITEMS,
    StepKind.SIMULATED_TEST: Segment.TESTS,
    StepKind.CLOSE_ROOMS: Segment.TESTS,
}
_FILTERS = {StepKind.WEEK_ITEMS: ItemFilter.WEEK, StepKind.EVE_ITEMS: ItemFilter.EVE}


class ReadinessPage(Page):
    name = PageName.READINESS

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.segments = Segments(shell.say("readiness-parts"))
        self.segments.picked.connect(self._pick)
        self.head("", self.segments)
        self.stack = QStackedWidget()
        self.outer.addWidget(self.stack, 1)
        self._parts: dict[Segment, Part] = {}
        self.segment = Segment.BOARD
        self._minute = -1
        self._show_segment()
        shell.bridge.ticked.connect(self._tick)

    @property
    def part(self) -> Part:
        """Made when it is first gone to."""
        if self.segment not in self._parts:
            made = self._made()
            self._parts[self.segment] = made
            self.stack.addWidget(made)
        return self._parts[self.segment]

    def go(self, place: Place) -> None:
        """To the part in which a step is done; for a room to the part that is shown, where it tells of rooms."""
        if place.step in _STEPS:
            self.turn(_STEPS[place.step])
        elif place.room is not None and not isinstance(self.part, TestsPart):
            self.turn(Segment.BOARD)
        part = self.part
        if isinstance(part, ItemsPart) and place.step in _FILTERS:
            part.show_only(_FILTERS[place.step])
        elif place.room is not None and isinstance(part, BoardPart):
            part.show_place(place.room)
        elif place.room is not None and isinstance(part, TestsPart):
            part.show_room(place.room)
        self.first.setFocus()

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        bridge = self.shell.bridge
        self.part.refresh(facts)
        days = [state.plan.starts_at.date() for state in bridge.site.sessions.values() if state.rooms]
        left = (min(days) - bridge.now.date()).days if days else None
        if left is None:
            self.sub.tell(self.shell.say("readiness-no-day"))
        else:
            self.sub.tell(self.shell.say("readiness-sub", day=min(days), left=max(left, 0)))

    def turn(self, segment: Segment) -> None:
        if segment is not self.segment:
            self.asking.clear()
            self.segment = segment
            self._show_segment()
            self.refresh()

    def _made(self) -> Part:
        match self.segment:
            case Segment.BOARD:
                board = BoardPart(self.shell, self.asking)
                board.wanted.connect(self._settle)
                return board
            case Segment.ITEMS:
                return ItemsPart(self.shell, self.asking)
            case Segment.TESTS:
                return TestsPart(self.shell, self.asking)
            case Segment.RUNBOOK:
                return RunbookPart(self.shell)

    def _show_segment(self) -> None:
        self.segments.offer([(one, self.shell.say(one.value)) for one in Segment], self.segment)
        part = self.part
        self.stack.setCurrentWidget(part)
        self.first = getattr(part, "first", part)

    def _pick(self, segment: object) -> None:
        if isinstance(segment, Segment):
            self.turn(segment)
            self.first.setFocus()

    def _settle(self, cell: object) -> None:
        """To where this is settled: in another part of this page, or on another page."""
        if not isinstance(cell, Cell) or cell.cause is None:
            return
        if place := way(cell, self.shell.bridge.session):
            self.shell.go(place)
            return
        self.turn(HERE[cell.cause])
        part = self.part
        if isinstance(part, ItemsPart):
            part.show_item(ITEMS.get(cell.cause), cell.room)
        elif isinstance(part, TestsPart):
            part.show_room(cell.room)
        self.first.setFocus()

    def _tick(self) -> None:
        """What holds for hours or for a day runs out without any fact."""
        minute = self.shell.bridge.now.minute
        if self.isVisible() and minute != self._minute:
            self._minute = minute
            if isinstance(self.part, BoardPart):
                self.part.tick()
