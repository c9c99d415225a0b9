"""Rooms that start late: how late, who may allow a start now and for how long yet, and what to do next."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.rulebook import Tier
from app.core.terms import ClauseId, RoomId, SessionId, Ticket
from app.core.time_state import Application
from app.views.delays import Delays, LateRoom, delays
from ui.pages.delay_lists import AppliedCard, DoneCard, RoomsTable, left_tone
from ui.pages.delay_now import NowCard
from ui.pages.delay_words import length, office
from ui.shell import PageName, Place, Shell, clock
from ui.widgets.asking import Asking
from ui.widgets.notice import Notice
from ui.widgets.parts import button, label, row, scrolled

_TONES = {"bad": "bad", "warn": "warn", "text": "primary", "text2": "bad"}
"""Of the countdown, by how urgent the next limit is; beyond the last one it is as urgent as can be."""


class Countdown(Notice):
    """How late, who may allow a start now, and how long yet. Its parts stay, so that a second takes no focus away."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.look)
        self._shell = shell
        self._tone = ""
        self._clause: ClauseId | None = None
        self.late, self.left, self.who = label("", "H2"), label("", "H2"), label("")
        self._why = button(shell.look, shell.say("why"), self._go, kind="link")
        self.inside.addWidget(self.late)
        self.inside.addWidget(self.left)
        under = row(self.who, self._why)
        under.setStretch(0, 1)
        self.inside.addLayout(under)
        self.inside.setSpacing(2)

    def look(self, shown: Delays) -> None:
        say, late = self._shell.say, shown.late
        self.setVisible(bool(shown.waiting))
        if not shown.waiting:
            return
        one = late[0] if late else shown.waiting[0]
        self._clause = one.clause
        self._why.setVisible(bool(late))
        if not late:
            ahead = "delays-now-ahead" if one.delay is None else "delays-now-nobody"
            self._show("idle", self._before(shown), "" if one.delay is None else self._left(one), say(ahead))
            return
        held = say("delays-now-late", count=len(late), minutes=length(one.delay) if one.delay else "")
        if all(room.allowed for room in late):
            self._covered(shown, held)
        else:
            self._show(_TONES[left_tone(one.left)], held, self._left(one), self._who(one))

    def _covered(self, shown: Delays, held: str) -> None:
        """Nobody is called any more; what counts is how long it holds."""
        say = self._shell.say
        ends = [room.allowed.until for room in shown.late if room.allowed and room.allowed.until]
        if not ends:
            self._show("ok", held, "", say("delays-now-covered"))
            return
        left = min(ends) - self._shell.bridge.now
        tone = _TONES[left_tone(left)]
        said = say("delays-left-covered", left=length(left), until=clock(min(ends)))
        self._show("ok" if tone == "primary" else tone, held, said, say("delays-now-covered"))

    def _left(self, one: LateRoom) -> str:
        """Until somebody higher is needed; "" beyond the last limit."""
        say = self._shell.say
        if one.left is None or one.then is None:
            return ""
        left = length(one.left)
        match one.then:
            case Tier.PROVINCE:
                return say("delays-left-code", left=left)
            case Tier.MINISTRY:
                return say("delays-left-directive", left=left)
            case _:
                return say("delays-left-other", left=left, who=office(self._shell, one.then))

    def _who(self, one: LateRoom) -> str:
        say, who = self._shell.say, office(self._shell, one.tier)
        match one.tier:
            case Tier.PROVINCE:
                return say("delays-now-authorized", who=who)
            case Tier.MINISTRY | Tier.HEAD:
                return say("delays-now-last", who=who)
            case _:
                return say("delays-now-consent", who=who)

    def _before(self, shown: Delays) -> str:
        say, first = self._shell.say, shown.waiting[0]
        time, count = clock(shown.starts_at), len(shown.waiting)
        if first.delay is not None:
            return say("delays-now-tolerated", time=time, count=count)
        left = shown.starts_at - self._shell.bridge.now
        return say("delays-now-before", time=time, count=count, left=length(left))

    def _show(self, tone: str, late: str, left: str, who: str) -> None:
        if tone != self._tone:
            self._tone = tone
            self.tone(tone)
        self.late.setText(late)
        self.left.setText(left)
        self.left.setVisible(bool(left))
        self.who.setText(who)
        self.setAccessibleName(" ".join(part for part in (late, left, who) if part))

    def _go(self) -> None:
        self._shell.go(Place(PageName.RULEBOOK, clause=self._clause))


class DelayBoard(QWidget):
    """`look` shows a session, `tick` is called every second while it is seen."""

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell = shell
        self._shown: Delays | None = None
        self.countdown, self.rooms = Countdown(shell), RoomsTable(shell)
        self.now, self.applied, self.done = NowCard(shell, asking), AppliedCard(shell), DoneCard(shell)
        self.rooms.chosen.connect(self._choose)
        self.rooms.opened.connect(self._enter)
        self.now.settled.connect(self._look_again)
        self.applied.opened.connect(self._open)
        self._none = label("", "Sub")
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 6, 0)
        inside.setSpacing(10)
        for part in (self._none, self.rooms, self.now, self.applied, self.done):
            inside.addWidget(part)
        inside.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        # What is left of the time stays in sight.
        outer.addWidget(self.countdown)
        outer.addWidget(scrolled(inner), 1)
        self.first: QWidget = self.rooms.table

    def look(self, session: SessionId) -> None:
        """Show this session."""
        if self._shown is None or self._shown.session != session:
            self.rooms.forget()
        self._read(session)
        shown = self._shown
        if shown is None:
            return
        self._none.setVisible(not shown.waiting)
        self._none.setText(self._shell.say("delays-all-started"))
        self.rooms.setVisible(bool(shown.waiting))
        if shown.waiting:
            self.rooms.look(shown)
        self.countdown.look(shown)
        self.now.look(shown, self.rooms.picked() if shown.waiting else ())
        self.applied.look(shown)
        self.done.look(shown)
        tables = (self.rooms.table, self.applied.table, self.done.table)
        self.first = next((table for table in tables if table.isVisibleTo(self)), self.rooms.table)

    def tick(self, session: SessionId) -> None:
        """Delays grow, and what is left grows less."""
        if self._shown is None or self._shown.session != session:
            self.look(session)
            return
        if not self._shown.waiting:
            return
        self._read(session)
        shown = self._shown
        if self.now.busy:
            self.rooms.hold()
        self.rooms.look(shown)
        self.countdown.look(shown)
        self.now.tick(shown, self.rooms.picked())

    def choose(self, room: RoomId | None, ticket: Ticket | None = None) -> None:
        """Open the card of a room."""
        if room is not None:
            self.rooms.choose((room,))
            self._choose()
            self.now.begin()

    def scanned(self, code: str) -> bool:
        """A directive of the ministry."""
        return self.now.scanned(code)

    def summary(self) -> str:
        """One line for the head of the page."""
        shown, say = self._shown, self._shell.say
        if shown is None:
            return ""
        started = len(shown.started)
        return say("delays-sub", waiting=len(shown.waiting), late=len(shown.late), started=started)

    def _read(self, session: SessionId) -> None:
        bridge = self._shell.bridge
        self._shown = delays(bridge.site, bridge.rulebook, session, bridge.now)

    def _enter(self) -> None:
        self.now.begin()

    def _look_again(self) -> None:
        if self._shown is not None:
            self.look(self._shown.session)

    def _choose(self) -> None:
        if self._shown is not None:
            self.now.look(self._shown, self.rooms.picked())

    def _open(self, one: object) -> None:
        """The rooms of an application, and what is answered there."""
        if isinstance(one, Application) and self._shown is not None:
            self.rooms.choose(one.rooms)
            self.now.choose(one.number)
            self._choose()
            if self.now.isVisible():
                self.now.begin()
