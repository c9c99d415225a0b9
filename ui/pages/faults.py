"""故障: what is broken where, who is on the way, and the machines; also the page of a technician."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget

from app.core.operation import Fact
from app.core.terms import Role, RoomId
from ui.page import Page
from ui.pages.fault_list import FaultList
from ui.pages.fault_machines import MachineList
from ui.pages.fault_rooms import RoomEquipment
from ui.shell import PageName, Place, Shell
from ui.widgets.segments import Segments

FAULTS, MACHINES, ROOMS = "faults", "machines", "rooms"


class FaultsPage(Page):
    name = PageName.FAULTS

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.parts = Segments(shell.say("faults-parts"))
        self.parts.picked.connect(self._pick)
        self.head("", self.parts)
        self.list, self.machines = FaultList(shell, self.asking), MachineList(shell, self.asking)
        self.rooms = RoomEquipment(shell, self.asking)
        self.list.moving.connect(self._to_equipment)
        self._held: dict[str, FaultList | MachineList | RoomEquipment] = {
            FAULTS: self.list,
            MACHINES: self.machines,
            ROOMS: self.rooms,
        }
        self._part = FAULTS
        self.stack = QStackedWidget()
        for part in self._held.values():
            self.stack.addWidget(part)
        self.outer.addWidget(self.stack, 1)
        shell.bridge.ticked.connect(self._tick)
        shell.bridge.desk_changed.connect(self._desk_changed)
        self._offer()

    @property
    def mends_only(self) -> bool:
        """A technician is at the desk, who has no exam powers."""
        operator = self.shell.bridge.operator
        return operator is not None and operator.role is Role.TECHNICIAN

    def go(self, place: Place) -> None:
        if place.paper == MACHINES:
            self._pick(MACHINES)
        elif place.room is not None:
            self._pick(FAULTS)
            self.list.show_room(place.room)
        self.refresh()
        self._held[self._part].start()

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        self.list.exam_steps = not self.mends_only
        every = self.list.refresh()
        late = sum(one.late for one in every)
        rules = self.shell.bridge.rulebook
        minutes = rules.fault_alarm_minutes.value
        self.sub.tell(self.shell.say("faults-sub", open=len(every), late=late, minutes=minutes))
        if self._part == MACHINES:
            self.machines.refresh()
        elif self._part == ROOMS:
            self.rooms.refresh()

    def _offer(self) -> None:
        """Swapping machines, spare seats and moving rooms belong to those who run the exam."""
        say = self.shell.say
        parts = [(FAULTS, say("faults-part-faults")), (MACHINES, say("faults-part-machines"))]
        if not self.mends_only:
            parts.append((ROOMS, say("faults-part-rooms")))
        if self._part not in dict(parts):
            self._part = FAULTS
        self.parts.offer(parts, self._part)
        self.stack.setCurrentWidget(self._held[self._part])
        self.first = self._held[self._part].first

    def _pick(self, part: object) -> None:
        if isinstance(part, str) and part in self._held:
            self.asking.clear()
            self._part = part
            self._offer()
            self.refresh()

    def _to_equipment(self, room: str) -> None:
        self._pick(ROOMS)
        self.rooms.show_room(RoomId(room))
        self.rooms.move_room.setFocus()

    def _desk_changed(self) -> None:
        self._offer()
        if self.isVisible():
            self.refresh()

    def _tick(self) -> None:
        """Minutes pass, and alarms come, without any fact."""
        if self.isVisible() and self.shell.bridge.now.second % 5 == 0:
            self.refresh()
