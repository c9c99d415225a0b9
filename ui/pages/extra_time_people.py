"""The people of one room: who lost how much, and to whom minutes are to be given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.terms import RoomId, SessionId, Ticket
from app.views.extra_time import ExtraTimeRoom
from app.views.find import find
from app.views.giving_people import Person, people_in, ticked_first
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.clock_rooms import brief
from ui.pages.delay_words import length
from ui.pages.extra_time_words import name_of, need, stretch
from ui.shell import Shell, clock
from ui.widgets.notice import Notice
from ui.widgets.parts import card, label, row
from ui.widgets.scanner import ScanField
from ui.widgets.segments import Segments

_COLUMNS = (
    "extra-time-gets",
    "extra-time-seat",
    "extra-time-ticket",
    "extra-time-name",
    "extra-time-lost",
    "extra-time-given",
    "extra-time-needs",
    "extra-time-ends",
)
_TICKET, _ENDS, _NARROW = 2, 7, 760
_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Whom:
    """For whom minutes are meant. `tickets` is () for the whole room, less those `without`."""

    session: SessionId
    room: RoomId
    whole: bool
    tickets: tuple[Ticket, ...]
    without: tuple[Ticket, ...]

    @property
    def anybody(self) -> bool:
        return self.whole or bool(self.tickets)


class PeopleCard(QWidget):
    """Space ticks whoever is chosen, Enter goes on to the minutes. For the whole room, who is not ticked is excepted.

    `turned`: other people are meant than before. `elsewhere` carries the ticket of somebody of another room.
    """

    changed = Signal()
    turned = Signal()
    opened = Signal()
    elsewhere = Signal(str)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._people: tuple[Person, ...] = ()
        self._lines: dict[tuple[Person, bool, bool], Line] = {}
        self._of: tuple[SessionId, RoomId] | None = None
        self._ticked: frozenset[Ticket] = frozenset()
        self._picked: bool | None = None
        """Whether somebody chose the whole room or not; None follows the proposal."""
        self._touched = False
        self._room: ExtraTimeRoom | None = None
        say = shell.say
        self.segments = Segments(say("extra-time-for"))
        self.segments.picked.connect(self.turn)
        self.field = ScanField()
        self.field.setAccessibleName(say("extra-time-field"))
        self.field.setPlaceholderText(say("extra-time-field-hint"))
        self.field.returnPressed.connect(self._entered)
        self.said = Notice(shell.look)
        self._proposal = label("", "Strong")
        self._count, self._loss = label("", "Cap"), label("", "Cap")
        self._head = label("", "H2", wrap=False)
        model = LinesModel(shell, [say(name) for name in _COLUMNS])
        self.table = LinesView(model, say("extra-time-people-list"), wide=(6,), several=True)
        self.table.chosen.connect(self._tell_loss)
        self.table.opened.connect(lambda _: self._open())
        self.table.clicked.connect(lambda index: self._toggle() if index.column() == 0 else None)
        self.table.installEventFilter(self)
        frame, inside = card()
        head = row(self._head, self.field, self.segments, gap=12)
        head.setStretch(1, 1)
        inside.addLayout(head)
        for part in (self.said, self._proposal, self.table, self._loss, self._count):
            inside.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    # What is chosen

    @property
    def whole(self) -> bool:
        """Whether the whole room is meant."""
        proposed = self._room is not None and self._room.proposal is not None
        return proposed if self._picked is None else self._picked

    @property
    def tickets(self) -> tuple[Ticket, ...]:
        """Those ticked, in the order of the list."""
        return tuple(one.loser.ticket for one in self._people if one.loser.ticket in self._ticked)

    @property
    def without(self) -> tuple[Ticket, ...]:
        """Who answers and is not ticked."""
        return tuple(
            one.loser.ticket for one in self._people if one.loser.answering and one.loser.ticket not in self._ticked
        )

    def turn(self, whole: object) -> None:
        """To the whole room, or to single candidates."""
        self._picked, self._touched = bool(whole), False
        self._show()
        self.turned.emit()
        self.changed.emit()

    def follow(self) -> None:
        """What the console proposes is chosen again."""
        self._picked, self._touched = None, False
        self.field.clear()
        self.said.clear()

    def pick(self, *tickets: Ticket) -> bool:
        """Whether these are people of this room: then they alone are chosen."""
        here = {one.loser.ticket for one in self._people}
        if not here.issuperset(tickets):
            return False
        self._picked, self._touched, self._ticked = False, True, frozenset(tickets)
        self._show()
        self._select(tickets)
        self.changed.emit()
        return True

    def look(self, session: SessionId, room: ExtraTimeRoom) -> None:
        """What somebody ticked stays as long as it is the same room."""
        if self._of != (session, room.room):
            self._of = (session, room.room)
            self.follow()
        self._room = room
        self._people = people_in(self._shell.bridge.site, self._shell.bridge.rulebook, session, room)
        self._show()

    def _show(self) -> None:
        room = self._room
        if room is None:
            return
        say, whole = self._shell.say, self.whole
        if self._touched:
            self._ticked &= {one.loser.ticket for one in self._people if one.loser.answering}
        else:
            self._ticked = ticked_first(room, self._people, whole=whole)
        self._head.setText(say("room-name", room=room.room))
        self.segments.offer(((True, say("extra-time-whole")), (False, say("extra-time-single"))), whole)
        self._proposal.setVisible(room.proposal is not None)
        if found := room.proposal:
            on = say("extra-time-proposal-on") if found.goes_on else ""
            without = len(found.without)
            said = say("extra-time-proposal", minutes=found.minutes, people=found.people, without=without)
            self._proposal.setText(f"{said}{on}")
        # Words cost more than figures: who stands as before keeps the line.
        keys = [(one, one.loser.ticket in self._ticked, whole) for one in self._people]
        self._lines = {key: self._lines.get(key) or self._line(key[0]) for key in keys}
        self.table.lines.show_lines(list(self._lines.values()))
        self.table.setVisible(bool(self._people))
        self.table.fit_height(1, 5)
        if self._people and not self.table.chosen_keys():
            self._select(self.tickets[:1] or (self._people[0].loser.ticket,))
        gets, out = len(self._ticked), len(self.without)
        self._count.setText(
            say("extra-time-ticked-room", count=gets, without=out) if whole else say("extra-time-ticked", count=gets)
        )
        self._tell_loss()

    def _line(self, one: Person) -> Line:
        say, loser = self._shell.say, one.loser
        ticked = loser.ticket in self._ticked
        out = say("extra-time-out") if self.whole else say("extra-time-not")
        gets = Cell(say("extra-time-in"), "primary", "circle-check") if ticked else Cell(out, "text2", "circle-dashed")
        ink = "text" if loser.answering else "text2"
        name = name_of(self._shell, loser.ticket)
        tone = "bad" if loser.goes_on and loser.answering else ink
        cells = (
            gets,
            Cell(loser.seat or say("blank"), ink),
            Cell(loser.ticket, ink),
            Cell(name, ink, full=f"{loser.ticket} {name}"),
            Cell(length(loser.lost) if loser.lost else say("blank"), tone, full=self._stretches(one)),
            Cell(say("extra-time-given-of", given=loser.given, proposed=loser.proposed), ink),
            self._need(one),
            Cell(brief(loser.ends_at) or say("blank"), "extra" if loser.given else ink, full=clock(loser.ends_at)),
        )
        return Line(loser.ticket, cells)

    def _need(self, one: Person) -> Cell:
        say = self._shell.say
        if not one.loser.answering:
            return Cell(say("extra-time-need-gone"), "text2", "ban")
        if one.allowance is None:
            done = bool(one.loser.lost or one.loser.given)
            return Cell(say("extra-time-need-done"), "ok", "check") if done else Cell(say("extra-time-unhurt"), "text2")
        icon, said, tone = need(self._shell, one.allowance)
        return Cell(said, tone, icon)

    def _stretches(self, one: Person) -> str:
        return " · ".join(stretch(self._shell, lost) for lost in one.loser.stretches) or self._shell.say("blank")

    def _tell_loss(self) -> None:
        """Of the line that has the cursor, or the first: when it happened and since when they work again."""
        keys = self.table.chosen_keys()
        at_hand = (one for one in self._people if not keys or one.loser.ticket == keys[0])
        chosen = next(at_hand, None)
        self._loss.setVisible(bool(chosen and chosen.loser.stretches))
        if chosen and chosen.loser.stretches:
            ticket, stretches = chosen.loser.ticket, self._stretches(chosen)
            name = name_of(self._shell, ticket)
            self._loss.setText(self._shell.say("extra-time-loss-of", ticket=ticket, name=name, stretches=stretches))

    # Choosing

    def _select(self, tickets: Sequence[Ticket]) -> None:
        places = {one.loser.ticket: number for number, one in enumerate(self._people)}
        if tickets and tickets[0] in places:
            self.table.selectRow(places[tickets[0]])

    def _toggle(self) -> None:
        """All chosen lines alike: what the first of them was not."""
        answering = {one.loser.ticket for one in self._people if one.loser.answering}
        keys = [Ticket(str(key)) for key in self.table.chosen_keys() if key in answering]
        if not keys:
            return
        whole = self.whole
        self._picked, self._touched = whole, True
        self._ticked = self._ticked - set(keys) if keys[0] in self._ticked else self._ticked | set(keys)
        self._show()
        self.changed.emit()

    def _open(self) -> None:
        """Enter takes the chosen line where nobody is ticked yet."""
        if not self.whole and not self._ticked:
            self._toggle()
        self.opened.emit()

    def _entered(self) -> None:
        self.take(self.field.text())

    def take(self, text: str) -> bool:
        """Whether this names one candidate of the session, who is then the one that minutes are for."""
        bridge, say, text = self._shell.bridge, self._shell.say, text.strip()
        if not text or self._of is None:
            return False
        found = find(bridge.site, bridge.console.directory, self._of[0], text)
        here = [one for one in found if self._room and one.sitting.room == self._room.room]
        # Three digits are those of a ticket, and stand once in every room.
        fitting = here if len(text) == _DIGITS and len(here) == 1 else found
        if len(fitting) != 1:
            name = "extra-time-nobody" if not fitting else "extra-time-several"
            self.said.tell("warn", say(name, text=text, count=len(fitting)))
            return False
        self.said.clear()
        self.field.clear()
        ticket = fitting[0].sitting.ticket
        self.turned.emit()
        if not self.pick(ticket):
            self.elsewhere.emit(ticket)
        else:
            self.opened.emit()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the name stands for the ticket, which its tooltip tells; what is needed says more."""
        super().resizeEvent(event)
        for column in (_TICKET, _ENDS):
            self.table.setColumnHidden(column, self.width() < _NARROW)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space ticks."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            self._toggle()
            return True
        return super().eventFilter(watched, event)
