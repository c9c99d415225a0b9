"""Over the map: what the room needs now, each one press away from being seen to."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.room_state import RoomSession
from app.views.room_needs import Need, NeedKind, needs
from ui.pages.room_seat_card import Doing
from ui.pages.room_steps import Where
from ui.shell import PageName, Place, Shell
from ui.widgets.flow import Flow
from ui.widgets.parts import Button, button, empty, label

_WORDS: dict[NeedKind, tuple[str, str]] = {
    NeedKind.SUSPECTED: ("room-need-suspected", "alert-triangle"),
    NeedKind.OVERFLOW: ("room-need-overflow", "arrows-exchange"),
    NeedKind.HELD: ("room-need-held", "hourglass"),
    NeedKind.NO_SEAT: ("room-need-seat", "armchair"),
    NeedKind.RESET: ("room-need-reset", "refresh"),
    NeedKind.ELSEWHERE: ("room-need-elsewhere", "alert-triangle"),
    NeedKind.LOGIN: ("room-need-login", "login"),
    NeedKind.SECOND_CHECK: ("room-need-check", "user-check"),
    NeedKind.GAVE_UP: ("room-need-gave-up", "flag"),
}


class RoomNeeds(QWidget):
    """Hidden while nothing is needed. `chosen` carries the ticket of the first one it is about."""

    chosen = Signal(str)

    def __init__(self, shell: Shell, doing: Doing) -> None:
        super().__init__()
        self._shell, self._doing = shell, doing
        self._shown: object = None
        self._laid = Flow(2, self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.links: dict[NeedKind, Button] = {}

    def show_room(self, where: Where, room: RoomSession) -> None:
        found = needs(self._shell.bridge.site, room)
        if (where, found) == self._shown:
            return
        self._shown = (where, found)
        empty(self._laid)
        self.links = {need.kind: self._link(need, where) for need in found}
        title = label(self._shell.say("room-needs"), "Strong", wrap=False)
        self._laid.addWidget(title)
        for link in self.links.values():
            self._laid.addWidget(link)
            title.setMinimumHeight(link.minimumHeight())
        self.setVisible(bool(found))

    def _link(self, need: Need, where: Where) -> Button:
        text, icon = _WORDS[need.kind]
        said = self._shell.say(text, count=len(need.tickets))
        return button(self._shell.look, said, partial(self._see_to, need, where), icon, "link")

    def _see_to(self, need: Need, where: Where) -> None:
        if need.kind is NeedKind.LOGIN:
            self._doing.logins.login_all(where)
        elif need.kind is NeedKind.SECOND_CHECK:
            self._doing.leaving.second_check(where)
        elif need.kind in (NeedKind.HELD, NeedKind.SUSPECTED):
            self._shell.go(Place(PageName.CANDIDATES, where.session, where.room, need.tickets[0]))
        else:
            self.chosen.emit(need.tickets[0])
