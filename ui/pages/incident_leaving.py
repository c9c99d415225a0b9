"""Rooms that are left in an emergency: how many people were counted outside, room by room, and who is back (INC-09)."""

from __future__ import annotations

from datetime import datetime

from app.core.incident_course import RecordEvacuation, RecordReturn
from app.core.incident_state import Incident
from app.core.terms import PersonId, RoomId, SessionId
from app.views.incidents import may_leave, outside
from ui.pages.room_form import StepForm
from ui.shell import Shell

_PARTS = 2


class LeaveForm(StepForm):
    """A line a room, with the number of people that was counted there; a line without one says nothing yet."""

    def __init__(self, shell: Shell, one: Incident) -> None:
        say = shell.say
        super().__init__(shell, say("incident-leave-title", number=one.number), say("incident-leave-note"), columns=2)
        self._one = one
        self.counts = self.ask_lines(say("incident-leave-counts"), say("incident-leave-hint"))
        rooms = [room for _, room in self._open() if one.room in (room, None)]
        self.counts.setPlainText("\n".join(f"{room} " for room in rooms))
        self.ask_when(say("incident-left-at"))
        self.ask_who(say("incident-told-by"), one.room or RoomId(""))
        self.finish(say("incident-leave-confirm"))

    def operations(self) -> tuple[RecordEvacuation, ...]:
        """() where a line is no room under way with a number, or none has one: that is said."""
        sessions = {room: session for session, room in self._open()}
        left, at, by = {one.room for one in outside(self._one)}, self.at(), self.by()
        found = []
        for line in self.counts.toPlainText().splitlines():
            parts = line.split()
            if len(parts) < _PARTS or parts[0] in left:
                continue
            step = self._read(parts, sessions, at, by)
            if step is None:
                self.wrong(self._shell.say("incident-leave-wrong", line=line.strip()), self.counts)
                return ()
            found.append(step)
        if not found:
            self.wrong(self._shell.say("incident-leave-nobody"), self.counts)
        return tuple(found)

    def _read(
        self, parts: list[str], sessions: dict[RoomId, SessionId], at: datetime, by: PersonId
    ) -> RecordEvacuation | None:
        room, number = RoomId(parts[0]), parts[1]
        if len(parts) != _PARTS or room not in sessions or not number.isdecimal():
            return None
        return RecordEvacuation(self._one.number, sessions[room], room, int(number), at, by)

    def _open(self) -> tuple[tuple[SessionId, RoomId], ...]:
        return may_leave(self._shell.bridge.site, self._one)


class BackForm(StepForm):
    """Everybody is back in a room, or in all that were left."""

    def __init__(self, shell: Shell, one: Incident) -> None:
        say = shell.say
        super().__init__(shell, say("incident-back-title", number=one.number), columns=2)
        self._one = one
        rooms = [left.room for left in outside(one)]
        every: list[tuple[object, str]] = [(None, say("incident-back-all", count=len(rooms)))] if len(rooms) > 1 else []
        self.ask_what(say("incident-back-room"), [*every, *((room, say("room-name", room=room)) for room in rooms)])
        self.ask_when(say("incident-back-at"))
        self.ask_who(say("incident-told-by"), one.room or RoomId(""))
        self.finish(say("incident-back-confirm"))

    def operations(self) -> tuple[RecordReturn, ...]:
        chosen, at, by = self.what.currentData(), self.at(), self.by()
        rooms = [left.room for left in outside(self._one) if chosen in (left.room, None)]
        return tuple(RecordReturn(self._one.number, room, at, by) for room in rooms)
