"""Who reported it: one of the people on the staff list, by code."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox

from app.core.staffing import StaffMember, room_of_person
from app.core.terms import PersonId, Role, RoomId
from ui.shell import Shell

_SPEAKS = (Role.ROOM_ADMIN, Role.INVIGILATOR)
"""Who speaks for a room, the first before the second."""


class PersonField(QComboBox):
    """Stands at whoever speaks for the room, otherwise at the operator, until somebody chooses another."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._room: RoomId | None = None
        self._chosen = False
        self._offered: tuple[object, ...] = ()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.activated.connect(self._choose)
        self.currentTextChanged.connect(self.setToolTip)
        shell.bridge.desk_changed.connect(self._offer)
        self._offer()

    def value(self) -> PersonId:
        """The code; "" while there is nobody to choose."""
        person = self.currentData()
        return PersonId(person) if isinstance(person, str) else PersonId("")

    def show_room(self, room: RoomId | None) -> None:
        """The people of this room come first, and one of them is proposed; None or "" for nobody's."""
        if room != self._room:
            self._room, self._chosen = room, False
            self._offer()

    def showEvent(self, event: QShowEvent) -> None:
        self._offer()
        super().showEvent(event)

    def _choose(self) -> None:
        self._chosen = True

    def _offer(self) -> None:
        """Anew only when the people are others, so that an open list stays open."""
        staff, operator = self._shell.bridge.console.directory.staff, self._shell.bridge.operator
        people = sorted(staff.values(), key=lambda one: (not self._serves(one), one.code))
        offered = (self._room, operator.id if operator else None, *people)
        if offered == self._offered:
            return
        before = self.value() if self._chosen else None
        self._offered = offered
        self.clear()
        for one in people:
            role = self._shell.word(one.role)
            self.addItem(self._shell.say("person-line", code=one.code, name=one.name, role=role), one.code)
        if operator and operator.id not in staff:
            self.addItem(
                self._shell.say("person-bare", code=operator.id, role=self._shell.word(operator.role)), operator.id
            )
        self._chosen = before is not None and self.findData(before) >= 0
        proposed = before if self._chosen else self._proposed(people)
        self.setCurrentIndex(max(self.findData(proposed), 0) if self.count() else -1)

    def _serves(self, one: StaffMember) -> bool:
        """In the room, by the draw of today where there was one."""
        bridge = self._shell.bridge
        # Those in reserve are of room "": they speak for nobody's room no more than anybody else.
        return bool(self._room) and room_of_person(bridge.site, one, bridge.now.date()) == self._room

    def _proposed(self, people: list[StaffMember]) -> PersonId | None:
        here = [one for one in people if self._serves(one) and one.role in _SPEAKS]
        if here:
            return min(here, key=lambda one: (_SPEAKS.index(one.role), one.code)).code
        return self._shell.bridge.operator.id if self._shell.bridge.operator else None
