"""The forms for rooms: a test of many at once, closing them under seals, and opening them again."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from app.core.operation import Operation
from app.core.readiness_state import TestKind
from app.core.room_closing import CloseRooms, OpeningReason, OpenRooms, RoomSeal
from app.core.room_test import RecordRoomTest, TestedRoom
from app.core.terms import RoomId
from app.views.room_tests import DoorStand, RoomReady, numbers_in, rooms_in, seals_by_prefix, seals_in_row
from ui.pages.readiness_form import SeenForm
from ui.shell import Shell
from ui.widgets.parts import label

_SHOWN = 3
"""So many seals are shown as they will be entered."""


class RoomStepForm(SeenForm):
    """`said` is the toast once it stands."""

    said = ""

    def operation(self) -> Operation | None:
        """None where something is missing: that is said at its field."""
        raise NotImplementedError


class TestForm(RoomStepForm):
    """All of these rooms passed with all their seats, but those that are named."""

    __test__ = False

    def __init__(self, shell: Shell, kind: TestKind, rows: Sequence[RoomReady]) -> None:
        say = shell.say
        note = say("readiness-test-note") if kind is TestKind.SIMULATED else say("readiness-full-note")
        super().__init__(shell, shell.word(kind), note)
        self._kind, self._seats = kind, {one.room: one.seats for one in rows}
        used = [one.room for one in rows if one.in_use]
        failed = [one.room for one in rows if one.untested and one.simulated] if kind is TestKind.SIMULATED else []
        # After a first round it is those that failed that are tested again.
        some = failed or (used if len(used) < len(rows) else [])
        self.rooms = self.ask_rooms([one.room for one in rows], some)
        self.failed = self.ask_text(say("readiness-test-failed"), say("readiness-rooms-hint"))
        self.seats = self.ask_text(say("readiness-test-seats"), say("readiness-test-seats-hint"))
        self.ask_seen(say("readiness-test-at"), say("readiness-told-by"))
        self.finish(say("readiness-test-do"))

    def operation(self) -> RecordRoomTest | None:
        say, rooms = self._shell.say, self.chosen_rooms(self.rooms)
        if rooms is None:
            return None
        failed, strange = rooms_in(self.failed.text(), rooms)
        if strange:
            self.complain(say("readiness-test-strange", word=strange), self.failed)
            return None
        seats, strange = numbers_in(self.seats.text(), rooms)
        if strange:
            self.complain(say("readiness-test-seats-strange", word=strange), self.seats)
            return None
        self.complain("", self.seats)
        tested = tuple(TestedRoom(room, room not in failed, seats.get(room, self._seats[room])) for room in rooms)
        self.said = say("readiness-test-said", kind=self._kind, count=len(tested), failed=len(failed))
        return RecordRoomTest(self._kind, tested, self.at(), self.by())


class SealBy(StrEnum):
    """How the seals are told; each value is the id of its word."""

    PREFIX = "readiness-seal-prefix"
    ROW = "readiness-seal-row"


class CloseForm(RoomStepForm):
    """Each room under a seal of its own."""

    def __init__(self, shell: Shell, rows: Sequence[RoomReady]) -> None:
        say = shell.say
        super().__init__(shell, say("readiness-close-title"), say("readiness-close-note"))
        never = [one.room for one in rows if one.in_use and one.door is DoorStand.NEVER]
        again = [one.room for one in rows if one.door is DoorStand.DISTURBED]
        proposed = never or again
        self.rooms = self.ask_rooms([one.room for one in rows], proposed if len(proposed) < len(rows) else [])
        self.ask_what(say("readiness-seal-by"), [(one, say(one.value)) for one in SealBy])
        self.seals = self.ask_text(say("readiness-seals"), say("readiness-seals-hint"))
        self._preview = label("", "Cap")
        self.add(self._preview)
        self.ask_seen(say("readiness-closed-at"), say("readiness-closed-by"))
        self.finish(say("readiness-do-close"))
        self.seals.textChanged.connect(lambda _: self._show())
        self.what.currentIndexChanged.connect(lambda _: self._show())
        for changed in (self.rooms.typed.textChanged, self.rooms.scope.currentIndexChanged):
            changed.connect(lambda _: self._show())
        self._show()

    def operation(self) -> CloseRooms | None:
        rooms = self.chosen_rooms(self.rooms)
        if rooms is None:
            return None
        seals = self._told(rooms)
        if seals is None:
            self.complain(self._shell.say("readiness-seals-wrong", count=len(rooms)), self.seals)
            return None
        self.complain("", self.seals)
        self.said = self._shell.say("readiness-close-said", count=len(seals))
        return CloseRooms(seals, self.at(), self.by())

    def _told(self, rooms: Sequence[RoomId]) -> tuple[RoomSeal, ...] | None:
        typed = self.seals.text()
        if self.what.currentData() == SealBy.ROW:
            return seals_in_row(typed, rooms)
        return seals_by_prefix(typed, rooms) if typed.strip() else None

    def _show(self) -> None:
        """As they will be entered: the person holds them against the doors."""
        rooms = self.rooms.rooms() or ()
        seals = self._told(rooms) if rooms else None
        say = self._shell.say
        if not seals:
            self._preview.setText(say("readiness-seals-each", count=len(rooms)))
            return
        first = say("list-separator").join(
            say("readiness-seal-of", room=one.room, seal=one.seal) for one in seals[:_SHOWN]
        )
        self._preview.setText(say("readiness-seals-preview", first=first, count=len(seals)))


class OpenForm(RoomStepForm):
    """Whether the seals were whole, and why before the exam day."""

    def __init__(self, shell: Shell, rows: Sequence[RoomReady]) -> None:
        say = shell.say
        super().__init__(shell, say("readiness-open-title"), say("readiness-open-note"))
        self.rooms = self.ask_rooms([one.room for one in rows])
        self.ask_what(
            say("readiness-intact"), [(True, say("readiness-intact-yes")), (False, say("readiness-intact-no"))]
        )
        self.what.setPlaceholderText(say("readiness-choose"))
        self.what.setCurrentIndex(-1)
        reasons = [(None, say("readiness-opening-none")), *((one, shell.word(one)) for one in OpeningReason)]
        self.why = self.ask_choice(say("readiness-opening-reason"), reasons)
        self.ask_seen(say("readiness-opened-at"), say("readiness-opened-by"))
        self.finish(say("readiness-do-open"), danger=True)

    def operation(self) -> OpenRooms | None:
        rooms, intact = self.chosen_rooms(self.rooms), self.what.currentData()
        if rooms is None:
            return None
        if not isinstance(intact, bool):
            self.complain(self._shell.say("readiness-intact-first"), self.what)
            return None
        self.complain("", self.what)
        reason = self.why.currentData()
        self.said = self._shell.say("readiness-open-said", count=len(rooms))
        return OpenRooms(rooms, intact, OpeningReason(reason) if reason else None, self.at(), self.by())
