"""Which of the candidates are listed: by state and by room."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.core.session_state import SessionState
from app.core.terms import RoomId
from app.views.candidates import CandidateState, Listing
from ui.shell import Shell
from ui.widgets.parts import choice
from ui.widgets.segments import Segments

_ALWAYS = (CandidateState.AWAITED, CandidateState.PRESENT, CandidateState.ABSENT)


def by_name(shell: Shell) -> QPushButton:
    """Turns the input method on, for a name."""
    made = QPushButton(shell.look.icon("language"), shell.say("candidates-by-name"))
    made.setCheckable(True)
    made.setAutoDefault(True)
    made.setAccessibleName(made.text())
    made.setToolTip(shell.say("candidates-by-name-said"))
    return made


class Filters(QObject):
    """`rooms` and `states` are laid out by the page. `changed` comes when a person picked another."""

    changed = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.state: CandidateState | None = None
        self.rooms = choice(())
        self.rooms.setAccessibleName(shell.say("candidates-rooms"))
        self.rooms.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.states = Segments(shell.say("candidates-states"))
        self.states.picked.connect(self._pick)

    @property
    def room(self) -> RoomId | None:
        room = self.rooms.currentData()
        return RoomId(room) if isinstance(room, str) else None

    @property
    def any(self) -> bool:
        return self.state is not None or self.room is not None

    def everyone(self) -> None:
        self.state = None
        self.rooms.setCurrentIndex(0)
        self.changed.emit()

    def only_room(self, room: RoomId) -> None:
        self.rooms.setCurrentIndex(max(self.rooms.findData(room), 0))

    def offer_rooms(self, state: SessionState) -> None:
        """The rooms of this session; the one that was picked stays where it is among them."""
        before = self.room
        self.rooms.blockSignals(True)
        self.rooms.clear()
        self.rooms.addItem(self._shell.say("candidates-all-rooms"), None)
        for room in sorted(state.rooms):
            self.rooms.addItem(self._shell.say("room-name", room=room), room)
        self.rooms.setCurrentIndex(max(self.rooms.findData(before), 0) if before else 0)
        self.rooms.blockSignals(False)

    def count(self, listing: Listing) -> None:
        """The states with their numbers; those in which nobody is are left out, but for the usual ones."""
        counts = listing.counts(self.room)
        offered: list[tuple[object, str]] = [(None, self._shell.say("candidates-everyone", count=sum(counts.values())))]
        for state, count in counts.items():
            if count or state in _ALWAYS or state is self.state:
                offered.append((state, f"{self._shell.word(state)} {count}"))
        self.states.offer(offered, self.state)

    def _pick(self, state: object) -> None:
        self.state = state if isinstance(state, CandidateState) else None
        self.changed.emit()
