"""The candidates of one session as a list that is searched, filtered and sorted between two frames of the screen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

import msgspec

from app.core.directory import Directory
from app.core.room_state import Answers, Presence, Sitting
from app.core.site import Site
from app.core.terms import RoomId, SessionId, Ticket
from app.views.find import Marks, marks, plain, ranked


class CandidateState(StrEnum):
    """Where a candidate stands in one session: on the way in, at the examination, or settled."""

    AWAITED = "awaited"
    HELD = "held"
    """Waits at the door until identity is settled."""
    TURNED_BACK = "turned_back"
    """Identity was not proved; may come again while entry is open."""
    TURNED_AWAY = "turned_away"
    """Came too late; absent once the roll says so."""
    SUSPECTED = "suspected"
    """Somebody else seems to sit, or to want to, for this candidate."""
    PRESENT = "present"
    RESET_WAITS = "reset_waits"
    GAVE_UP = "gave_up"
    LEFT = "left"
    PENDING = "pending"
    ABSENT = "absent"
    COLLECTED = "collected"
    NEVER_LOGGED_IN = "never_logged_in"
    WRITTEN_OFF = "written_off"


class CandidateColumn(StrEnum):
    """What the list shows and is sorted by."""

    TICKET = "ticket"
    SEQUENCE = "sequence"
    NAME = "name"
    ID_NUMBER = "id_number"
    ROOM = "room"
    SEAT = "seat"
    DRAWN = "drawn"
    STATE = "state"
    ENTERED_AT = "entered_at"


class CandidateRow(msgspec.Struct, frozen=True, gc=False):
    """One candidate, as lists, maps and cards show them; after erasure `name` is None and `id_masked` "".

    `seat` is NO_SEAT while nobody knows where they sit: in an overbooked site before login, and from a reset to the
    next login (OVB-06). `drawn` is the seat that is theirs in an overbooked site, logged in or not. `entered_at` is
    None for who has not come, and for who was present by the roll alone. `elsewhere`: logged in at a seat that nothing
    explains (RST-03).
    """

    ticket: Ticket
    sequence: str
    name: str | None
    id_masked: str
    room: RoomId
    seat: str
    drawn: str
    state: CandidateState
    entered_at: datetime | None
    transferred: bool = False
    elsewhere: bool = False


NO_SEAT = "---"
_SETTLED = {
    Answers.COLLECTED: CandidateState.COLLECTED,
    Answers.NEVER_LOGGED_IN: CandidateState.NEVER_LOGGED_IN,
    Answers.WRITTEN_OFF: CandidateState.WRITTEN_OFF,
}
_OTHERS = {
    Presence.ABSENT: CandidateState.ABSENT,
    Presence.PENDING: CandidateState.PENDING,
}
_PLACE = {state: f"{place:02}" for place, state in enumerate(CandidateState)}


def state_of(sitting: Sitting, late: frozenset[Ticket]) -> CandidateState:
    """`late` are the tickets turned away in this session. Whatever must be seen to stands before what went well."""
    if sitting.presence is Presence.PRESENT:
        return _in_the_room(sitting)
    if sitting.presence is not Presence.AWAITED:
        return _OTHERS[sitting.presence]
    if sitting.suspicion:
        return CandidateState.SUSPECTED
    if sitting.held:
        return CandidateState.HELD
    if sitting.ticket in late:
        return CandidateState.TURNED_AWAY
    return CandidateState.TURNED_BACK if sitting.turned_back_at else CandidateState.AWAITED


def _in_the_room(sitting: Sitting) -> CandidateState:
    if sitting.answers is not Answers.OPEN:
        return _SETTLED[sitting.answers]
    if sitting.suspicion:
        return CandidateState.SUSPECTED
    if sitting.left_at:
        return CandidateState.LEFT
    if sitting.reset_waits:
        return CandidateState.RESET_WAITS
    return CandidateState.GAVE_UP if sitting.gave_up_at else CandidateState.PRESENT


def turned_away(site: Site, session: SessionId) -> frozenset[Ticket]:
    """Everyone who came too late for this session."""
    return frozenset(late.ticket for late in site.late if late.session == session)


def masked(id_number: str) -> str:
    """All but the last four signs hidden, and never less than half (SEC-01)."""
    hidden = max(len(id_number) - 4, len(id_number) // 2)
    return "\u2022" * hidden + id_number[hidden:]


def overbooked(site: Site) -> bool:
    """Whether seats are drawn here, and not bound to tickets."""
    return site.package is not None and site.package.plan.overbooked


def rows(site: Site, people: Directory, session: SessionId) -> list[CandidateRow]:
    """Everyone of this session, by ticket; a session that is not in the plan has nobody."""
    state = site.sessions.get(session)
    rooms = state.rooms.values() if state else ()
    late, drawn = turned_away(site, session), overbooked(site)
    found = [row_of(sitting, people, late, drawn=drawn) for room in rooms for sitting in room.sittings.values()]
    return sorted(found, key=lambda row: row.ticket)


def row_of(sitting: Sitting, people: Directory, late: frozenset[Ticket], *, drawn: bool) -> CandidateRow:
    """`late` as for `state_of`; `drawn` where the site is overbooked."""
    ticket = sitting.ticket
    person = people.candidates.get(ticket)
    seat = sitting.sits_at if drawn or sitting.reset_waits else sitting.sits_at or sitting.seat
    return CandidateRow(
        ticket,
        ticket[-3:],
        person.name if person else None,
        masked(person.id_number) if person else "",
        sitting.room,
        seat or NO_SEAT,
        (sitting.seat or "") if drawn else "",
        state_of(sitting, late),
        sitting.entered_at,
        sitting.room != sitting.origin,
        sitting.elsewhere,
    )


class Listing:
    """The rows of one session, with all that search and order need worked out beforehand.

    Row numbers are places in `rows` and stay the same; a new arrangement or erasure takes a new listing.
    """

    def __init__(self, site: Site, people: Directory, session: SessionId) -> None:
        self.rows = rows(site, people, session)
        self._people, self._session = people, session
        self._numbers = {row.ticket: number for number, row in enumerate(self.rows)}
        self._marks = [marks(row.ticket, people) for row in self.rows]
        keys = [_keys(row, self._marks[number]) for number, row in enumerate(self.rows)]
        self._keys = {column: [key[place] for key in keys] for place, column in enumerate(CandidateColumn)}
        self._column, self._descending = CandidateColumn.TICKET, False
        self._order: list[int] | None = None

    def row(self, ticket: Ticket) -> CandidateRow | None:
        """None for who is not of this session."""
        number = self._numbers.get(ticket)
        return None if number is None else self.rows[number]

    def filter(self, text: str = "", state: CandidateState | None = None, room: RoomId | None = None) -> list[int]:
        """Row numbers of who fits all three, in the order last asked for; with a text the best fit comes first."""
        numbers, known = self._in_order(), self.rows
        if room is not None:
            numbers = [number for number in numbers if known[number].room == room]
        if state is not None:
            numbers = [number for number in numbers if known[number].state is state]
        if not (wanted := plain(text)):
            return list(numbers)
        fitting = ranked(wanted, ((number, self._marks[number]) for number in numbers))
        return [number for _, number in sorted(fitting, key=lambda fit: fit[0])]

    def sort(self, column: CandidateColumn, *, descending: bool = False) -> None:
        """Who ties stands by ticket; who has nothing in this column stands last either way.

        Names stand by code point, since nothing here knows how they are read.
        """
        if (column, descending) != (self._column, self._descending):
            self._column, self._descending, self._order = column, descending, None

    def counts(self, room: RoomId | None = None) -> dict[CandidateState, int]:
        """How many stand in each state, in this room or in all."""
        found = dict.fromkeys(CandidateState, 0)
        for row in self.rows:
            if room is None or row.room == room:
                found[row.state] += 1
        return found

    def update(self, site: Site, tickets: Iterable[Ticket]) -> list[int]:
        """Look these up again; the numbers of the rows that are not as they were. Other sessions' tickets may be among
        them."""
        late, wanted = turned_away(site, self._session), self._numbers.keys() & set(tickets)
        drawn = overbooked(site)
        rooms = site.sessions[self._session].rooms.values() if wanted else ()
        changed = []
        for room in rooms:
            for ticket in wanted & room.sittings.keys():
                number = self._numbers[ticket]
                row = row_of(room.sittings[ticket], self._people, late, drawn=drawn)
                if row != self.rows[number]:
                    self._replace(number, row)
                    changed.append(number)
        return sorted(changed)

    def _replace(self, number: int, row: CandidateRow) -> None:
        self.rows[number] = row
        before = self._keys[self._column][number]
        for column, key in zip(CandidateColumn, _keys(row, self._marks[number]), strict=True):
            self._keys[column][number] = key
        if self._keys[self._column][number] != before:
            self._order = None

    def _in_order(self) -> list[int]:
        if self._order is None:
            keys = self._keys[self._column]
            filled = [number for number, key in enumerate(keys) if key]
            blank = [number for number, key in enumerate(keys) if not key]
            self._order = sorted(filled, key=keys.__getitem__, reverse=self._descending) + blank
        return self._order


def _keys(row: CandidateRow, known: Marks) -> tuple[str, ...]:
    """One text a column, since those compare fastest; "" where there is nothing."""
    entered = f"{int(row.entered_at.timestamp()):012}" if row.entered_at else ""
    tail, seat = row.id_masked[-4:], "" if row.seat == NO_SEAT else row.seat
    return (row.ticket, row.sequence, known.name, tail, row.room, seat, row.drawn, _PLACE[row.state], entered)
