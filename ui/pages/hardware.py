"""硬件检查: what every machine of the site must show, what it shows, and how that comes here."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtWidgets import QStackedWidget

from app.core.arrangement import PackageTakenIn
from app.core.hardware import MachineChecked, MachinesRemoved, ProbeRoundBegun
from app.core.machines import MachinesListed, SpareServed
from app.core.operation import Fact
from app.core.terms import RoomId
from app.views.hardware import MachineRow, machine_rows
from ui.page import Page
from ui.pages.hardware_list import MachinesPart
from ui.pages.hardware_probe import ProbePart
from ui.pages.hardware_seats import SeatsPart
from ui.pages.hardware_tests import TestsPart
from ui.shell import PageName, Place, Shell
from ui.widgets.segments import Segments

MACHINES, SEATS, PROBE, TESTS = "machines", "seats", "probe", "tests"
_TOUCHING = (MachineChecked, MachinesRemoved, ProbeRoundBegun, MachinesListed, SpareServed, PackageTakenIn)


class HardwarePage(Page):
    name = PageName.HARDWARE

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        say = shell.say
        self.parts = Segments(say("hardware-parts"))
        self.parts.picked.connect(self._pick)
        self.head("", self.parts)
        self._part = MACHINES
        self._rows: tuple[MachineRow, ...] = ()
        self.stack = QStackedWidget()
        self.outer.addWidget(self.stack, 1)
        self._offer()

    @cached_property
    def machines(self) -> MachinesPart:
        made = MachinesPart(self.shell, self.asking)
        self.stack.addWidget(made)
        return made

    @cached_property
    def seats(self) -> SeatsPart:
        made = SeatsPart(self.shell)
        made.opened.connect(self._show_machine)
        self.stack.addWidget(made)
        return made

    @cached_property
    def probe(self) -> ProbePart:
        made = ProbePart(self.shell, self.asking)
        self.stack.addWidget(made)
        return made

    @cached_property
    def tests(self) -> TestsPart:
        made = TestsPart(self.shell, self.asking)
        self.stack.addWidget(made)
        return made

    def go(self, place: Place) -> None:
        """To the machines of a room, or to one of them by its name."""
        if place.room is not None or place.paper:
            self._pick(MACHINES)
            self.machines.show_room(place.room, place.paper)
        self._focus()

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        if facts and not any(isinstance(fact, _TOUCHING) for fact in facts):
            return
        bridge, say = self.shell.bridge, self.shell.say
        self._rows = machine_rows(bridge.site, bridge.rulebook)
        looked = sum(row.judged is not None for row in self._rows)
        self.sub.tell(say("hardware-sub", machines=len(self._rows), checked=looked))
        self._show_part()

    def _show_part(self) -> None:
        """Only what is seen is made anew."""
        if self._part == MACHINES:
            self.machines.show_rows(self._rows)
        elif self._part == SEATS:
            self.seats.show_rows(self._rows)
        elif self._part == PROBE:
            self.probe.show_round()
        else:
            self.tests.show_rows(self._rows)

    def _offer(self) -> None:
        say = self.shell.say
        parts = [
            (MACHINES, say("hardware-part-machines")),
            (SEATS, say("hardware-part-seats")),
            (PROBE, say("hardware-part-probe")),
            (TESTS, say("hardware-part-tests")),
        ]
        self.parts.offer(parts, self._part)
        shown = self._shown()
        self.stack.setCurrentWidget(shown)
        self.first = shown.first

    def _shown(self) -> MachinesPart | SeatsPart | ProbePart | TestsPart:
        """Made when it is first gone to."""
        if self._part == MACHINES:
            return self.machines
        if self._part == SEATS:
            return self.seats
        return self.probe if self._part == PROBE else self.tests

    def _pick(self, part: object) -> None:
        if isinstance(part, str) and part in (MACHINES, SEATS, PROBE, TESTS):
            self.asking.clear()
            self._part = part
            self._offer()
            self._show_part()

    def _show_machine(self, room: str, name: str) -> None:
        self._pick(MACHINES)
        self.machines.show_room(RoomId(room), name)
        self.machines.table.setFocus()

    def _focus(self) -> None:
        self.first.setFocus()
