"""What an arrangement must keep to (ARR-06..12, OVB-02..04), checked alike where it is issued and taken in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

import msgspec

from app.core.plan import Allotment, Candidate, Exam, Session, SitePlan
from app.core.terms import RoomId, SessionId, Ticket

SHORTEST_TICKET = 8
LONGEST_TICKET = 20
_DAY = 24 * 60 * 60
_LONGEST_SEAT = 6
_EXAM_ID = re.compile(r"[a-z0-9-]{1,60}")
_SESSION_ID = re.compile(r"[0-9]{1,3}-[0-9]{1,3}")
_ROOM_ID = re.compile(r"[A-Za-z0-9]{1,8}")
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"


class PlanFaultKind(StrEnum):
    """What can be wrong with an arrangement as a whole."""

    SESSION_TIMES = "session_times"
    """No time zone, no minutes, or past midnight (ARR-06)."""
    SESSIONS_OVERLAP = "sessions_overlap"
    """Two sessions at one time in one room (ARR-07)."""
    ID_MALFORMED = "id_malformed"
    """Ids become parts of file names: a session is "1-2", a room up to 8 letters or digits, an exam a-z, 0-9, -."""
    DOUBLED_ID = "doubled_id"
    """A session or room stands twice."""
    UNKNOWN_SESSION = "unknown_session"
    UNKNOWN_ROOM = "unknown_room"
    TICKET_MALFORMED = "ticket_malformed"
    """Not 8 to 20 plain digits (ARR-10)."""
    DOUBLED_TICKET = "doubled_ticket"
    """Two records under one ticket."""
    DOUBLED_CANDIDATE_IN_SESSION = "doubled_candidate_in_session"
    """One ticket, or one ID number, twice in a session (`value`: the ticket there before) or in another at the same
    time (`value`: that session)."""
    SEAT_TAKEN = "seat_taken"
    SEAT_NOT_SEQUENCE = "seat_not_sequence"
    """In a normal site the seat is the ticket's last three digits (ARR-10)."""
    SEAT_OUTSIDE_ROOM = "seat_outside_room"
    SEQUENCE_DOUBLED_IN_ROOM = "sequence_doubled_in_room"
    SEATS_GIVEN_IN_OVERBOOKED_SITE = "seats_given_in_overbooked_site"
    """Dropped where the arrangement is issued, so here somebody left them in (OVB-04)."""
    ROOM_OVERFULL = "room_overfull"
    """`value` is "<candidates>/<most>" (OVB-03)."""
    OVER_NATIONAL_RATIO = "over_national_ratio"
    """A room's own percentage is negative or above the national one (OVB-03)."""


class PlanFault(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One fault, named by what it concerns; `value` is the offending text or who was there before."""

    kind: PlanFaultKind
    session: SessionId | None = None
    room: RoomId | None = None
    ticket: Ticket | None = None
    value: str = ""


def most_candidates(seats: int, percent: int) -> int:
    """How many a room may be arranged for: cut down, never rounded up (OVB-03)."""
    return seats * (100 + percent) // 100


def holds(candidates: int, seats: int, percent: int) -> bool:
    return candidates * 100 <= seats * (100 + percent)


def ticket_well_formed(ticket: str) -> bool:
    return SHORTEST_TICKET <= len(ticket) <= LONGEST_TICKET and ticket.isascii() and ticket.isdigit()


def id_checksum(first_seventeen: str) -> str:
    """The eighteenth sign of a resident ID number (GB 11643, ISO 7064 MOD 11-2)."""
    return _ID_CHECKS[sum(int(sign) * weight for sign, weight in zip(first_seventeen, _ID_WEIGHTS, strict=True)) % 11]


def id_checksum_wrong(id_number: str) -> bool:
    """True only for a number shaped like a resident ID whose last sign does not fit: a warning (CAN-01)."""
    body, check = id_number[:17], id_number[17:].upper()
    if len(id_number) != 18 or not (body.isascii() and body.isdigit()) or check not in _ID_CHECKS:
        return False
    return check != id_checksum(body)


def faults(exam: Exam, site: SitePlan, candidates: Iterable[Candidate], national_percent: int) -> tuple[PlanFault, ...]:
    """Every fault, in a fixed order: schedule, rooms, candidates as given, filled rooms.

    That no site passes the national ratio follows from no room passing it.
    """
    filling = _Filling(exam, site)
    for candidate in candidates:
        filling.add(candidate)
    return (
        *_schedule_faults(exam),
        *_room_faults(site, national_percent),
        *filling.found,
        *filling.overlaps(exam),
        *filling.overfull(site),
    )


def _schedule_faults(exam: Exam) -> Iterator[PlanFault]:
    if not _EXAM_ID.fullmatch(exam.id):
        yield PlanFault(PlanFaultKind.ID_MALFORMED, value=exam.id)
    seen: set[SessionId] = set()
    for session in exam.sessions:
        if not _SESSION_ID.fullmatch(session.id):
            yield PlanFault(PlanFaultKind.ID_MALFORMED, session=session.id)
        if session.id in seen:
            yield PlanFault(PlanFaultKind.DOUBLED_ID, session=session.id)
        seen.add(session.id)
        if not _times_sound(session):
            yield PlanFault(PlanFaultKind.SESSION_TIMES, session=session.id, value=str(session.minutes))


def _times_sound(session: Session) -> bool:
    start = session.starts_at
    seconds = start.hour * 3600 + start.minute * 60 + start.second + session.minutes * 60
    return start.tzinfo is not None and session.minutes > 0 and seconds < _DAY


def _room_faults(site: SitePlan, national_percent: int) -> Iterator[PlanFault]:
    seen: set[RoomId] = set()
    for room in site.rooms:
        if not _ROOM_ID.fullmatch(room.id):
            yield PlanFault(PlanFaultKind.ID_MALFORMED, room=room.id)
        if room.id in seen:
            yield PlanFault(PlanFaultKind.DOUBLED_ID, room=room.id)
        seen.add(room.id)
        if not 0 <= room.overbook_percent <= national_percent:
            yield PlanFault(PlanFaultKind.OVER_NATIONAL_RATIO, room=room.id, value=str(room.overbook_percent))


@dataclass(slots=True)
class _Bay:
    """One room in one session while it is filled: who has which sequence and seat."""

    count: int = 0
    sequences: dict[str, Ticket] = field(default_factory=dict)
    seats: dict[str, Ticket] = field(default_factory=dict)


class _Filling:
    """Puts everyone into their rooms once, keeping counters, and notes what does not fit."""

    def __init__(self, exam: Exam, site: SitePlan) -> None:
        self.found: list[PlanFault] = []
        self._seats = {room.id: room.seats for room in site.rooms}
        self._overbooked = site.overbooked
        self._records: set[Ticket] = set()
        self._tickets: dict[SessionId, set[Ticket]] = {session.id: set() for session in exam.sessions}
        self._people: dict[SessionId, dict[str, Ticket]] = {session.id: {} for session in exam.sessions}
        self._bays: dict[SessionId, dict[RoomId, _Bay]] = {session.id: {} for session in exam.sessions}

    def add(self, candidate: Candidate) -> None:
        ticket = candidate.ticket
        if ticket in self._records:
            self.found.append(PlanFault(PlanFaultKind.DOUBLED_TICKET, ticket=ticket))
        self._records.add(ticket)
        well_formed = ticket_well_formed(ticket)
        if not well_formed:
            self.found.append(PlanFault(PlanFaultKind.TICKET_MALFORMED, ticket=ticket, value=ticket))
        person = f"{candidate.id_type}\x1f{candidate.id_number.upper()}" if candidate.id_number else ""
        for place in candidate.allotments:
            bay = self._enter(ticket, person, place)
            if bay is not None:
                bay.count += 1
                if self._overbooked:
                    self._no_seat(ticket, place)
                elif well_formed:
                    self._sit(bay, ticket, place)

    def _enter(self, ticket: Ticket, person: str, place: Allotment) -> _Bay | None:
        """The bay the candidate goes into, once per session; None where there is none."""
        tickets = self._tickets.get(place.session)
        if tickets is None:
            self._note(PlanFaultKind.UNKNOWN_SESSION, ticket, place, place.session)
            return None
        if ticket in tickets:
            self._note(PlanFaultKind.DOUBLED_CANDIDATE_IN_SESSION, ticket, place, ticket)
            return None
        tickets.add(ticket)
        if person:
            other = self._people[place.session].setdefault(person, ticket)
            if other != ticket:
                self._note(PlanFaultKind.DOUBLED_CANDIDATE_IN_SESSION, ticket, place, other)
        if place.room not in self._seats:
            self._note(PlanFaultKind.UNKNOWN_ROOM, ticket, place, place.room)
            return None
        bays = self._bays[place.session]
        bay = bays.get(place.room)
        if bay is None:
            bay = bays[place.room] = _Bay()
        return bay

    def _no_seat(self, ticket: Ticket, place: Allotment) -> None:
        if place.seat is not None:
            self._note(PlanFaultKind.SEATS_GIVEN_IN_OVERBOOKED_SITE, ticket, place, place.seat)

    def _sit(self, bay: _Bay, ticket: Ticket, place: Allotment) -> None:
        seat = place.seat
        sequence = ticket[-3:]
        before = bay.sequences.setdefault(sequence, ticket)
        if before != ticket:
            self._note(PlanFaultKind.SEQUENCE_DOUBLED_IN_ROOM, ticket, place, before)
        if seat != sequence:
            self._note(PlanFaultKind.SEAT_NOT_SEQUENCE, ticket, place, seat or "")
        if seat is None:
            return
        if seat.isascii() and seat.isdigit() and not self._inside(seat, place.room):
            self._note(PlanFaultKind.SEAT_OUTSIDE_ROOM, ticket, place, seat)
        neighbour = bay.seats.setdefault(seat, ticket)
        if neighbour not in (ticket, before):
            self._note(PlanFaultKind.SEAT_TAKEN, ticket, place, neighbour)

    def _inside(self, seat: str, room: RoomId) -> bool:
        return len(seat) <= _LONGEST_SEAT and 1 <= int(seat) <= self._seats[room]

    def overlaps(self, exam: Exam) -> Iterator[PlanFault]:
        """Two sessions at one time: no room and no candidate may be in both."""
        timed = {session.id: session for session in exam.sessions if _times_sound(session)}
        for one, two in combinations(timed.values(), 2):
            if one.starts_at < two.ends_at and two.starts_at < one.ends_at:
                for room in sorted(self._bays[one.id].keys() & self._bays[two.id].keys()):
                    yield PlanFault(PlanFaultKind.SESSIONS_OVERLAP, session=two.id, room=room, value=one.id)
                for ticket in sorted(self._tickets[one.id] & self._tickets[two.id]):
                    yield PlanFault(
                        PlanFaultKind.DOUBLED_CANDIDATE_IN_SESSION, session=two.id, ticket=ticket, value=one.id
                    )

    def overfull(self, site: SitePlan) -> Iterator[PlanFault]:
        rooms = {room.id: room for room in site.rooms}
        for session, bays in self._bays.items():
            for room in rooms.values():
                count = bays[room.id].count if room.id in bays else 0
                if not holds(count, room.seats, room.overbook_percent):
                    most = most_candidates(room.seats, room.overbook_percent)
                    yield PlanFault(PlanFaultKind.ROOM_OVERFULL, session, room.id, value=f"{count}/{most}")

    def _note(self, kind: PlanFaultKind, ticket: Ticket, place: Allotment, value: str) -> None:
        self.found.append(PlanFault(kind, place.session, place.room, ticket, value))
