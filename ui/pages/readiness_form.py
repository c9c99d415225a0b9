"""What every form of the days before asks: in which rooms, on what day and at what time, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.terms import RoomId
from app.views.room_tests import rooms_in
from ui.pages.fault_side import FaultForm
from ui.shell import Shell
from ui.widgets.day import DayField
from ui.widgets.moment import MomentField
from ui.widgets.parts import choice, label
from ui.widgets.scanner import LIST, ScanField


class DayMoment(MomentField):
    """A time on the day that stands in the field beside; on another day than today somebody has to type it."""

    def __init__(self, shell: Shell, day: DayField) -> None:
        self._beside = day
        super().__init__(shell)
        day.editingFinished.connect(self._turned)

    @property
    def _day(self) -> date:
        return self._beside.value() or self._shell.bridge.now.date()

    def value(self) -> datetime | None:
        return super().value() if self._beside.value() is not None else None

    def complain(self) -> None:
        if self._beside.value() is None:
            self._beside.setFocus()
            self._beside.selectAll()
        else:
            super().complain()

    def _turned(self) -> None:
        other = self._day != self._shell.bridge.now.date()
        if other and not self._typed:
            # The present time of day says nothing of another day.
            self._typed = True
            self.edit.clear()
        self._show()


class Scope(StrEnum):
    """Which of several rooms; each value is the id of its word."""

    ALL_BUT = "readiness-all-but"
    ONLY = "readiness-only"


class RoomsField(QWidget):
    """All of the rooms that are offered but some, or only some."""

    def __init__(self, shell: Shell, offered: Sequence[RoomId], only: Sequence[RoomId] = ()) -> None:
        """With `only` these are proposed."""
        super().__init__()
        self._shell, self._offered = shell, tuple(offered)
        self.scope = choice([(one, shell.say(one.value)) for one in Scope])
        self.typed = ScanField(LIST)
        self.typed.setPlaceholderText(shell.say("readiness-rooms-hint"))
        if only:
            self.scope.setCurrentIndex(self.scope.findData(Scope.ONLY))
            self.typed.setText(" ".join(only))
        self._said = label("", "Cap")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        for part in (self.scope, self.typed, self._said):
            outer.addWidget(part)
        self.setFocusProxy(self.scope)
        self.scope.currentIndexChanged.connect(lambda _: self._count())
        self.typed.textChanged.connect(lambda _: self._count())
        self._count()

    def rooms(self) -> tuple[RoomId, ...] | None:
        """None where something typed is no room, or nobody said which."""
        named, strange = rooms_in(self.typed.text(), self._offered)
        if strange or (not named and self.scope.currentData() == Scope.ONLY):
            return None
        if self.scope.currentData() == Scope.ONLY:
            return tuple(room for room in self._offered if room in named)
        return tuple(room for room in self._offered if room not in named)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.scope.setAccessibleName(name)
        self.typed.setAccessibleName(self._shell.say("readiness-rooms-typed", field=name))

    def complain(self) -> None:
        self.typed.setFocus()
        self.typed.selectAll()

    def _count(self) -> None:
        say, found = self._shell.say, self.rooms()
        _, strange = rooms_in(self.typed.text(), self._offered)
        if found is not None:
            said = say("readiness-rooms-count", count=len(found), all=len(self._offered))
        else:
            said = say("readiness-rooms-strange", word=strange) if strange else say("readiness-rooms-which")
        self._said.setObjectName("Cap" if found is not None or not self.typed.text() else "Bad")
        self._said.style().unpolish(self._said)
        self._said.style().polish(self._said)
        self._said.setText(said)


class SeenForm(FaultForm):
    """A form about something that was seen, perhaps on an earlier day."""

    def ask_rooms(self, offered: Sequence[RoomId], only: Sequence[RoomId] = ()) -> RoomsField:
        made = RoomsField(self._shell, offered, only)
        self.field(self._shell.say("readiness-rooms"), made)
        made.typed.returnPressed.connect(self._confirm)
        return made

    def ask_seen(self, when: str, who: str) -> None:
        """The words for the time and for who says so."""
        self.day = DayField(self._shell, self._shell.bridge.now.date())
        self.field(self._shell.say("readiness-day"), self.day)
        self.when = DayMoment(self._shell, self.day)
        self.when.edit.returnPressed.connect(self._confirm)
        self.field(when, self.when)
        self.ask_who(who, RoomId(""))

    def chosen_rooms(self, field: RoomsField) -> tuple[RoomId, ...] | None:
        """None where none are named: the field says why, and gets the focus."""
        found = field.rooms()
        if found:
            return found
        if found is None:
            field.complain()
        else:
            self.complain(self._shell.say("readiness-rooms-none"), field.typed)
        return None
