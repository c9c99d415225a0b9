"""补时: where time was lost and not made good, one figure for a room with its exceptions, and who may give it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.core.terms import RoomId, SessionId, Ticket
from app.views.extra_time import ExtraTimeRoom, extra_time
from app.views.giving_people import by_need, suggested
from ui.pages.extra_time_give import GiveCard
from ui.pages.extra_time_ledger import LedgerCard
from ui.pages.extra_time_people import PeopleCard, Whom
from ui.pages.extra_time_rooms import RoomsCard
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import scrolled

_EVERY = 5
"""Seconds after which lost time that goes on is counted again."""


class ExtraTimeBoard(QWidget):
    """`look` shows a session, `tick` is called every second while it is seen."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell = shell
        self._session: SessionId | None = None
        self._room: RoomId | None = None
        self._found: tuple[ExtraTimeRoom, ...] = ()
        self.rooms, self.people = RoomsCard(shell), PeopleCard(shell)
        self.give, self.ledger = GiveCard(shell, asking), LedgerCard(shell, asking)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 6, 0)
        inside.setSpacing(10)
        for part in (self.rooms, self.people, self.give, self.ledger):
            inside.addWidget(part)
        inside.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._body = scrolled(inner)
        outer.addWidget(self._body)
        self.rooms.chosen.connect(lambda room: self.choose(RoomId(room)))
        self.rooms.opened.connect(self.people.table.setFocus)
        self.people.changed.connect(self._show_give)
        self.people.turned.connect(self.give.follow)
        self.people.opened.connect(self.give.start)
        self.people.elsewhere.connect(lambda ticket: self.choose(None, Ticket(ticket)))
        self.give.given.connect(self._given)
        self.ledger.changed.connect(self._again)
        self._see = QTimer(self, singleShot=True, interval=0)
        self._see.timeout.connect(self._follow_focus)
        self.first: QWidget = self.rooms.table

    def look(self, session: SessionId) -> None:
        """What is now; what somebody is typing or has ticked stays."""
        bridge = self._shell.bridge
        if session != self._session:
            self._session, self._room = session, None
        self._found = by_need(extra_time(bridge.site, bridge.rulebook, session, bridge.now))
        numbers = [one.room for one in self._found]
        if self._room not in numbers:
            self._room = next(iter(numbers), None)
        self.rooms.look(self._found, self._room)
        room = self._shown
        for part in (self.people, self.give):
            part.setVisible(room is not None)
        if room:
            self.people.look(session, room)
            self._show_give()
        self.ledger.look(session, room)

    def tick(self, session: SessionId) -> None:
        """Lost time grows without any fact, while somebody is not working again."""
        if self._shell.bridge.now.second % _EVERY == 0:
            self.look(session)

    def choose(self, room: RoomId | None, ticket: Ticket | None = None) -> None:
        """Open the card of a room or candidate."""
        site, session = self._shell.bridge.site, self._session
        sitting = site.sitting(session, ticket) if session and ticket else None
        self._room = sitting.room if sitting else room
        if session:
            self.look(session)
        if sitting:
            self.give.follow()
        if sitting and self.people.pick(sitting.ticket):
            self._body.ensureWidgetVisible(self.people)
            self.give.start()

    def scanned(self, code: str) -> bool:
        """A ticket or an ID card: minutes are for this candidate."""
        return self.people.take(code)

    def summary(self) -> str:
        """One line for the head of the page."""
        opened = sum(one.open for one in self._found)
        rooms = sum(bool(one.open) for one in self._found)
        lines = self._shell.bridge.site.sessions[self._session].extra_time if self._session else ()
        given = sum(not one.taken_back_at for one in lines)
        return self._shell.say("extra-time-sub", open=opened, rooms=rooms, given=given)

    @property
    def _shown(self) -> ExtraTimeRoom | None:
        return next((one for one in self._found if one.room == self._room), None)

    def _show_give(self) -> None:
        room, session, people = self._shown, self._session, self.people
        if room is None or session is None:
            return
        found = suggested(self._shell.bridge.site, session, room, people.tickets, whole=people.whole)
        self.give.look(Whom(session, room.room, people.whole, people.tickets, people.without), found)

    def _given(self, short: tuple[Ticket, ...] | None) -> None:
        """Who was served is no longer chosen; after everybody was, the next of this room are."""
        if short is None:
            self.people.follow()
        self._again()
        if short is None:
            self.people.table.setFocus()
        elif short and not self.people.whole and short != self.people.tickets:
            self.people.pick(*short)
        self._see.start()

    def _follow_focus(self) -> None:
        """What has just appeared had no place yet when it got the focus."""
        held = QApplication.focusWidget()
        if held is not None and self._body.isAncestorOf(held):
            self._body.ensureWidgetVisible(held)

    def _again(self) -> None:
        if self._session:
            self.look(self._session)
