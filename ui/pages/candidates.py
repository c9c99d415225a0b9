"""应试人员: find a candidate in a few keystrokes, check them in at the door, put a wrong entry right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.core.attendance import CheckIn
from app.core.correction import CorrectAttendance
from app.core.operation import Fact
from app.core.site import SessionState
from app.core.terms import RoomId, SessionId, Ticket
from app.views.candidates import CandidateColumn, Listing
from app.views.find import find
from ui.models.candidates import CandidateModel, CandidateTable, said_name
from ui.page import Page
from ui.pages.candidate_card import CandidateCard
from ui.pages.candidate_filters import Filters
from ui.shell import PageName, Place, Shell, clock
from ui.style import CONTROL
from ui.widgets.notice import Notice
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
        self._chosen: Ticket | None = None
        self.head()
        self.search = SearchField(shell.say("candidates-search"), shell.say("candidates-search-name"))
        self.search.setAccessibleName(shell.say("candidates-search-said"))
        self.search.textChanged.connect(self._typed)
        self.search.returnPressed.connect(self._enter)
        self.search.down.connect(self._to_table)
        self.by_name = QPushButton(shell.look.icon("language"), shell.say("candidates-by-name"))
        self.by_name.setCheckable(True)
        self.by_name.setAutoDefault(True)
        self.by_name.setAccessibleName(self.by_name.text())
        self.by_name.setToolTip(shell.say("candidates-by-name-said"))
        self.by_name.toggled.connect(self._write_names)
        self.filters = Filters(shell, self)
        self.filters.changed.connect(self._filter)
        self.shown = Elided("", "Cap")
        self.shown.setMinimumHeight(CONTROL)
        self.missed = Notice(shell.look)
        self.model = CandidateModel(shell)
        self.table = CandidateTable(shell, self.model)
        self.table.chosen.connect(self._stand)
        self.table.entered.connect(self._begin)
        self.table.left.connect(self._back)
        self.table.sorted_by.connect(self._sort)
        self.card = CandidateCard(shell)
        self.card.admitted.connect(self._admit)
        self.card.corrected.connect(self._correct)
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
            self._filter()
        else:
            changed = self._listing.update(bridge.site, _touched(facts, state))
            if changed:
                self._filter(changed)
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
            self._miss(text.strip())
        elif text.strip() and found == 1:
            self._begin()
        else:
            self._to_table()

    def _miss(self, text: str) -> None:
        """Nobody here; perhaps in another session."""
        say, bridge = self.shell.say, self.shell.bridge
        self.search.selectAll()
        self.search.setFocus()
        for session in bridge.site.sessions:
            there = find(bridge.site, bridge.console.directory, session, text)
            if there and session != bridge.session:
                named = self.shell.session(session)
                sentence = say("candidates-elsewhere", session=named, room=there[0].sitting.room)
                self.missed.tell("warn", sentence, (say("candidates-go-session", session=named), self._goes(session)))
                return
        self.missed.tell("warn", say("candidates-nobody"))

    def _goes(self, session: SessionId) -> Callable[[], object]:
        return lambda: self._change(session)

    def _change(self, session: SessionId) -> None:
        text = self.search.text()
        self.shell.bridge.choose(session)
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
            self.table.stand_on(ticket)
            self._show_chosen()

    def _begin(self) -> None:
        """On to the door; where there is nothing to do, the search field waits for the next one."""
        if self.card.awaits:
            self.card.admission.begin()
        else:
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

    def _admit(self, operation: CheckIn) -> None:
        shown = self.card.row
        if shown is not None:
            said = self.shell.say("candidates-admitted", name=said_name(self.shell, shown), ticket=shown.ticket)
            self.asking.submit(operation, said, lambda _: self._next())

    def _next(self) -> None:
        self.by_name.setChecked(False)
        self._back()

    def _correct(self, operation: CorrectAttendance) -> None:
        shown = self.card.row
        if shown is not None:
            said = self.shell.say("candidates-corrected", name=said_name(self.shell, shown), ticket=shown.ticket)
            self.asking.submit(operation, said, lambda _: self.search.setFocus())

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


def _touched(facts: Sequence[Fact], state: SessionState) -> set[Ticket]:
    """Whom these facts may have changed in this session; with no facts, everyone."""
    if not facts:
        return {ticket for room in state.rooms.values() for ticket in room.sittings}
    found: set[Ticket] = set()
    for fact in facts:
        if getattr(fact, "session", None) != state.plan.id:
            continue
        if isinstance(ticket := getattr(fact, "ticket", None), str):
            found.add(Ticket(ticket))
        elif here := state.rooms.get(getattr(fact, "room", RoomId(""))):
            found.update(here.sittings)
    return found
