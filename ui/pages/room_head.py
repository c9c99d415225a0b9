"""The head of the room page: which room, where it is in its day, and how many stand where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.core.plan import Session
from app.core.room_state import RoomSession
from app.core.terms import RoomId, SessionId
from app.core.timekeeping import closure_ends, ends, entry_closes
from app.views.board import room_state
from app.views.candidates import CandidateState
from app.views.seats import SeatCell
from app.views.session_clock import RoomClock, room_clock
from ui.models.candidates import LOOKS
from ui.models.cards import LOOKS as ROOM_LOOKS
from ui.pages.clock_rooms import brief, notes
from ui.shell import PageName, Place, Shell, clock
from ui.widgets.flow import Flow
from ui.widgets.parts import Elided, button, choice, empty, label, row
from ui.widgets.pill import Pill


class RoomChoice(QWidget):
    """The rooms of the session; `chosen` carries one of them."""

    chosen = Signal(str)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._rooms: list[RoomId] = []
        self.before = button(shell.look, shell.say("room-previous"), lambda: self._step(-1))
        self.box = choice(())
        self.box.setMinimumContentsLength(28)
        self.box.setAccessibleName(shell.say("room-choice"))
        self.box.activated.connect(lambda number: self.chosen.emit(self._rooms[number]))
        self.after = button(shell.look, shell.say("room-next"), lambda: self._step(1))
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(row(self.before, self.box, self.after, gap=6))

    def offer(self, rooms: list[RoomId], chosen: RoomId) -> None:
        """The list is only made anew when the rooms are others."""
        if rooms != self._rooms:
            self._rooms = rooms
            self.box.clear()
            for number in rooms:
                self.box.addItem(self._line(number), number)
        self.box.setCurrentIndex(rooms.index(chosen))
        self.box.setToolTip(self.box.currentText())
        self.before.setEnabled(chosen != rooms[0])
        self.after.setEnabled(chosen != rooms[-1])

    def _line(self, number: RoomId) -> str:
        plan = self._shell.bridge.site.plans[number]
        return " · ".join(
            part for part in (self._shell.say("room-name", room=number), plan.building, plan.name) if part
        )

    def _step(self, by: int) -> None:
        self.chosen.emit(self._rooms[self.box.currentIndex() + by])


class RoomTimes(QWidget):
    """State and times of the room, and where it is in the other session that is live."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._also: list[tuple[SessionId, str]] = []
        self.pill = Pill(shell.look, "circle-dashed", "", "idle")
        self.said, self.following, self.notes = label("", "Sub"), Elided("", "Strong"), Elided("", "Bad")
        self._others = QVBoxLayout()
        self._others.setSpacing(0)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.said)
        second = row(self.following, self.notes, gap=14)
        second.setStretch(1, 1)
        texts.addLayout(second)
        held = QWidget()
        held.setLayout(texts)
        texts.setContentsMargins(0, 0, 0, 0)
        inside = row(self.pill, held)
        inside.setStretch(1, 1)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(self._others)
        self.setLayout(inside)

    def show_room(self, room: RoomSession, plan: Session) -> None:
        shell, bridge = self._shell, self._shell.bridge
        state = room_state(room, plan, bridge.now)
        self.pill.tell(ROOM_LOOKS[state][0], shell.word(room.called_off or state), ROOM_LOOKS[state][1])
        self.said.setText(self._times(room, plan))
        if room.called_off:
            self.following.hide()
            self.notes.hide()
        else:
            self._show_clock(room_clock(bridge.site, bridge.rulebook, room, bridge.now))
        also = []
        for other in bridge.live:
            held = bridge.site.sessions[other]
            if other != plan.id and room.room in held.rooms:
                where = room_state(held.rooms[room.room], held.plan, bridge.now)
                also.append((other, shell.say("card-also", session=shell.session(other), state=where)))
        if also != self._also:
            self._also = also
            empty(self._others)
            for other, text in also:
                does = partial(shell.go, Place(PageName.ROOM, other, room.room))
                self._others.addWidget(button(shell.look, text, does, kind="link"))

    def _show_clock(self, shown: RoomClock) -> None:
        """What comes next here, and what is different from the unified times."""
        say, following = self._shell.say, shown.following
        self.following.setVisible(following is not None)
        if following is not None:
            minutes = max(int((following.at - self._shell.bridge.now).total_seconds() + 59) // 60, 0)
            what = self._shell.word(following.kind)
            self.following.tell(say("clock-room-next", what=what, time=brief(following.at), minutes=minutes))
        found = () if shown.ended_at else notes(self._shell, shown)
        self.notes.setVisible(bool(found))
        self.notes.tell(" · ".join(found))
        grave = shown.fault or shown.late is not None or shown.reminder_due
        name = "Bad" if grave else "Sub"
        if self.notes.objectName() != name:
            self.notes.setObjectName(name)
            self.notes.style().unpolish(self.notes)
            self.notes.style().polish(self.notes)

    def _times(self, room: RoomSession, plan: Session) -> str:
        say, started = self._shell.say, room.started_at
        rules = self._shell.bridge.rulebook
        if started is None:
            return say("room-times-plan", start=clock(plan.starts_at), end=clock(plan.ends_at))
        said = say(
            "room-times",
            start=clock(started),
            entry=clock(entry_closes(room.door_from or started, plan, rules)),
            closure=clock(closure_ends(room.runs_from or started, plan, rules)),
            end=clock(ends(room.runs_from or started, plan)),
        )
        if room.extra_minutes:
            said = f"{said} · {say('room-times-extra', minutes=room.extra_minutes)}"
        if room.moved_to:
            return f"{said} · {say('card-moved', room=room.moved_to)}"
        return f"{said} · {say('room-times-over', time=clock(room.ended_at))}" if room.ended_at else said


class Legend(QWidget):
    """How many stand in each state: icon, word and number."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._row = Flow(6, self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.pills = {state: Pill(shell.look, *LOOKS[state][:1], "", LOOKS[state][1]) for state in CandidateState}
        self.empty = Pill(shell.look, "armchair", "", "idle")
        self.faulty = Pill(shell.look, "alert-triangle", "", "bad")
        for pill in (*self.pills.values(), self.empty, self.faulty):
            self._row.addWidget(pill)

    def show_cells(self, cells: Sequence[SeatCell]) -> None:
        counts = Counter(cell.state for cell in cells)
        for state, pill in self.pills.items():
            self._tell(pill, LOOKS[state][0], self._shell.word(state), counts[state], LOOKS[state][1])
        self._tell(self.empty, "armchair", self._shell.say("room-empty"), counts[None], "idle")
        faulty = sum(cell.fault for cell in cells)
        self._tell(self.faulty, "alert-triangle", self._shell.say("room-fault-open"), faulty, "bad")

    def _tell(self, pill: Pill, icon: str, word: str, count: int, tone: str) -> None:
        pill.setVisible(bool(count))
        if count:
            pill.tell(icon, self._shell.say("room-count", what=word, count=count), tone)
