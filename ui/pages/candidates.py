"""应试人员: find a candidate in a few keystrokes, check them in at the door, put a wrong entry right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.core.correction import CorrectAttendance
from app.core.entry import CheckIn
from app.core.identity import AdmitHeld
from app.core.operation import Fact, Operation
from app.core.terms import SessionId, Ticket
from app.service import seating
from app.views.candidates import CandidateColumn, Listing, overbooked
from app.views.touched import touched
from ui.models.candidates import CandidateModel, CandidateTable, said_name
from ui.page import Page
from ui.pages.admission_waiting import Waiting
from ui.pages.candidate_card import CandidateCard
from ui.pages.candidate_filters import Filters, by_name
from ui.pages.candidate_missed import Missed
from ui.shell import PageName, Place, Shell, clock
from ui.style import CONTROL
from ui.widgets.parts import Elided, card, row
from ui.widgets.search_field import SearchField

_BESIDE_FROM, _WIDE_FROM = 900, 1100
_CARD, _CARD_WIDE = 300, 340


class CandidatesPage(Page):
    name = PageName.CANDIDATES

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._listing: Listing | None = None
        self._made_of: tuple[object, ...] = ()
        self._whole = -1  # the journal's end when every row was looked at; -1 where facts came since
        self._chosen: Ticket | None = None
        self.head()
        self.search = SearchField(shell.say("candidates-search"), shell.say("candidates-search-name"))
        self.search.setAccessibleName(shell.say("candidates-search-said"))
        self.search.textChanged.connect(self._typed)
        self.search.returnPressed.connect(self._enter)
        self.search.down.connect(self._to_table)
        self.by_name = by_name(shell)
        self.by_name.toggled.connect(self._write_names)
        self.filters = Filters(shell, self)
        self.filters.changed.connect(self._filter)
        self.shown = Elided("", "Cap")
        self.shown.setMinimumHeight(CONTROL)
        self.missed = Missed(shell)
        self.missed.go.connect(self._change)
        self.waiting = Waiting(shell)
        self.waiting.chosen.connect(self.scanned)
        self.model = CandidateModel(shell)
        self.table = CandidateTable(shell, self.model)
        self.table.chosen.connect(self._stand)
        self.table.entered.connect(self._begin)
        self.table.left.connect(self._back)
        self.table.sorted_by.connect(self._sort)
        self.card = CandidateCard(shell)
        self.card.admitted.connect(self._admit)
        self.card.corrected.connect(self._correct)
        self.card.asked.connect(self._ask)
        self.card.arrived.sent.connect(self._send_on)
        self.card.left.connect(self._back)
        self.first = self.search
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._split.setSpacing(12)
        self._split.addWidget(self._list(), 1)
        self._split.addWidget(self.card)
        self.outer.addLayout(self._split, 1)

    def _list(self) -> QWidget:
        frame, inside = card(margins=(1, 12, 1, 1))
        above = QVBoxLayout()
        above.setContentsMargins(13, 0, 13, 0)
        above.setSpacing(8)
        first = row(self.search, self.by_name, self.filters.rooms)
        first.setStretch(0, 1)
        above.addLayout(first)
        second = row(self.filters.states, self.shown)
        second.setStretch(0, 1)
        second.setAlignment(self.shown, Qt.AlignmentFlag.AlignTop)
        above.addLayout(second)
        above.addWidget(self.waiting)
        above.addWidget(self.missed)
        inside.addLayout(above)
        inside.addWidget(self.table, 1)
        QWidget.setTabOrder(self.filters.states, self.table.header)
        QWidget.setTabOrder(self.table.header, self.table)
        return frame

    # What is shown

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        bridge = self.shell.bridge
        session, state = bridge.session, bridge.state
        made_of = (bridge.site, bridge.site.package, bridge.console.directory, session)
        if session is None or state is None:
            self._listing, self._made_of = None, ()
        elif not self._listing or any(now is not then for now, then in zip(made_of, self._made_of, strict=True)):
            self._listing, self._made_of = Listing(bridge.site, bridge.console.directory, session), made_of
            column, descending = self.table.order
            self._listing.sort(column, descending=descending)
            self.filters.offer_rooms(state)
            self.table.show_drawn(drawn=overbooked(bridge.site))
            self._filter()
        elif facts or self._whole != bridge.console.store.journal.n:
            changed = self._listing.update(bridge.site, touched(facts, state))
            if changed:
                self._filter(changed)
        self._whole = -1 if facts else bridge.console.store.journal.n
        if state is not None:
            self.waiting.show_session(state)
        self._show_chosen()

    def _filter(self, changed: Sequence[int] = ()) -> None:
        """The rows that fit what is asked for; the line one stands on, and where one has scrolled to, are kept."""
        if self._listing is None:
            return
        numbers = self._listing.filter(self.search.text(), self.filters.state, self.filters.room)
        scrolled = self.table.verticalScrollBar().value()
        if self.model.show_rows(self._listing, numbers, changed):
            self.table.stand_on(self._chosen)
            self.table.verticalScrollBar().setValue(scrolled)
        everyone = len(self._listing.rows)
        self.shown.tell(self.shell.say("candidates-shown", shown=len(numbers), all=everyone))
        self.filters.count(self._listing)

    def _show_chosen(self) -> None:
        bridge, working = self.shell.bridge, self.card.admission.focused
        shown = self._listing.row(self._chosen) if self._listing and self._chosen else None
        if shown is None or bridge.session is None:
            self.card.show_person(None, None, None)
        else:
            room = bridge.site.room(bridge.session, shown.room)
            self.card.show_person(shown, room.sittings.get(shown.ticket) if room else None, room)
        if working and not self.card.awaits:
            self.search.setFocus()

    # What the user does

    def go(self, place: Place) -> None:
        self.refresh()
        if place.room:
            self.filters.only_room(place.room)
        if place.ticket:
            self._find(place.ticket)

    def scanned(self, code: str) -> bool:
        """While someone is being checked in, a card that is read is their document; every other code finds someone."""
        session = self.shell.bridge.session
        if session is None:
            return False
        form = self.card.admission
        if form.focused and self.shell.bridge.site.sitting(session, Ticket(code)) is None:
            form.read(code)
        else:
            self._find(code)
            self._enter()
        return True

    def _find(self, code: str) -> None:
        """Among everyone, whatever was filtered."""
        self.filters.everyone()
        self.search.setText(code)
        self._typed()

    def _typed(self) -> None:
        """Whoever was shown before is gone at once: the card never shows another than the one that was typed."""
        self.missed.clear()
        self.asking.clear()
        self._filter()
        only = self.model.row_at(0) if self.search.text().strip() and len(self.model.numbers) == 1 else None
        self._choose(only.ticket if only else None)

    def _enter(self) -> None:
        """Enter in the search field: on with the only one, to the list with several."""
        text = self.search.text()
        if text.strip() and not self.model.numbers and self.filters.any:
            self.filters.everyone()
            self._typed()
        found = len(self.model.numbers)
        if text.strip() and not found:
            self.search.selectAll()
            self.search.setFocus()
            self.missed.look(text.strip())
        elif text.strip() and found == 1:
            self._begin()
        else:
            self._to_table()

    def _change(self, session: str) -> None:
        text = self.search.text()
        self.shell.bridge.choose(SessionId(session))
        self._find(text)
        self._enter()

    def _to_table(self) -> None:
        if self.model.numbers:
            self.table.setFocus()
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.model.index(0, 0))

    def _stand(self, ticket: str) -> None:
        if ticket:
            self._choose(Ticket(ticket))

    def _choose(self, ticket: Ticket | None) -> None:
        if ticket != self._chosen:
            self._chosen = ticket
            if ticket:
                self.card.arrived.clear()
            self.table.stand_on(ticket)
            self._show_chosen()

    def _begin(self) -> None:
        """On to the door; where there is nothing to do, the search field waits for the next one."""
        if self.card.awaits:
            self.card.admission.begin()
        elif not self.card.door.begin():
            # It may hold the focus already, and the next scan must not be added to this one.
            self.search.selectAll()
            self.search.setFocus()
            self._tell_admitted()

    def _tell_admitted(self) -> None:
        """A second person with the same ticket must not pass unnoticed."""
        row = self.card.row
        if row is not None and row.entered_at is not None:
            name, time = said_name(self.shell, row), clock(row.entered_at)
            self.missed.tell("warn", self.shell.say("candidates-already", name=name, time=time))

    def _back(self) -> None:
        """Given up: nothing was recorded."""
        self._choose(None)
        self.search.clear()
        self.search.setFocus()

    def _admit(self, operation: CheckIn | AdmitHeld) -> None:
        """In, and with a seat where seats are drawn at the desk."""
        shown, console = self.card.row, self.shell.bridge.console
        if shown is not None:
            name = said_name(self.shell, shown)
            said = self.shell.say("candidates-admitted", name=name, ticket=shown.ticket)
            self.asking.ask(lambda *by: seating.arrive(console, operation, *by), said, partial(self._next, name))

    def _next(self, name: str, arrival: object) -> None:
        """The seat stays in sight until the next one is looked for."""
        self.by_name.setChecked(False)
        self._back()
        if isinstance(arrival, seating.Arrival):
            self.card.arrived.show_arrival(arrival, name)
            self._show_chosen()
            if arrival.full:
                self.card.arrived.send.setFocus()

    def _send_on(self, operation: Operation, said: str) -> None:
        def sent(_: object) -> None:
            self.card.arrived.sent_on()
            self.search.setFocus()

        self.asking.submit(operation, said, sent)

    def _ask(self, operation: Operation, said: str) -> None:
        self.asking.submit(operation, said, lambda _: self.search.setFocus())

    def _correct(self, operation: CorrectAttendance) -> None:
        shown = self.card.row
        if shown is not None:
            said = self.shell.say("candidates-corrected", name=said_name(self.shell, shown), ticket=shown.ticket)
            self._ask(operation, said)

    def _sort(self, column: object, descending: bool) -> None:
        if self._listing and isinstance(column, CandidateColumn):
            self._listing.sort(column, descending=descending)
            self._filter()
            self.table.scrollToTop()

    def _write_names(self, on: bool) -> None:
        self.search.write_names(on=on)
        self.search.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The card stands beside the list, or below it where there is no room."""
        width = self.width()
        if width >= _BESIDE_FROM:
            self._split.setDirection(QBoxLayout.Direction.LeftToRight)
            self.card.setFixedWidth(_CARD_WIDE if width >= _WIDE_FROM else _CARD)
        else:
            self._split.setDirection(QBoxLayout.Direction.TopToBottom)
            self.card.setMinimumWidth(0)
            self.card.setMaximumWidth(width)
        super().resizeEvent(event)
