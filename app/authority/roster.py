"""Tables to the types of the plan, with every bad row named at once (ARR-07..13, OVB-02..04, STF-01)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.authority.faults import Fault, FaultKind
from app.authority.line import FLOOR, Line
from app.authority.tables import Column, Holds, Row, Table
from app.core.arrangement_rules import PlanFault, PlanFaultKind, faults, id_checksum_wrong
from app.core.plan import Allotment, Candidate, Exam, Room, SitePlan
from app.core.staffing import StaffMember
from app.core.terms import Digest, PersonId, Role, RoomId, SessionId, SiteCode, Ticket

ROOM_COLUMNS = (
    Column("room"),
    Column("name", Holds.TEXT),
    Column("building", Holds.TEXT),
    Column("floor", Holds.NUMBER),
    Column("seats", Holds.NUMBER),
    Column("spare_seats", Holds.NUMBER),
    Column("machines", Holds.NUMBER),
    Column("cloud", Holds.FLAG),
    Column("standby", Holds.FLAG),
    Column("overbook_percent", Holds.NUMBER),
)
ROSTER_COLUMNS = (
    Column("ticket"),
    Column("name", Holds.TEXT),
    Column("id_type", Holds.TEXT),
    Column("id_number"),
    Column("session"),
    Column("room"),
    Column("seat"),
    Column("photo"),
)
STAFF_COLUMNS = (
    Column("code"),
    Column("name", Holds.TEXT),
    Column("role"),
    Column("room"),
    Column("phone"),
    Column("skill", Holds.FLAG),
    Column("id_number", optional=True),
    Column("test_on", Holds.DAY, optional=True),
    Column("drill_on", Holds.DAY, optional=True),
)

_PHOTOS = "photos"  # where a fault is of no table
_EXAM = "exam"
_ROLES = {role.value: role for role in Role}
_COLUMN = {
    PlanFaultKind.UNKNOWN_SESSION: "session",
    PlanFaultKind.UNKNOWN_ROOM: "room",
    PlanFaultKind.SEAT_TAKEN: "seat",
    PlanFaultKind.SEAT_NOT_SEQUENCE: "seat",
    PlanFaultKind.SEAT_OUTSIDE_ROOM: "seat",
}
"""Where a roster fault stands; all others stand with the ticket."""


@dataclass(frozen=True, slots=True)
class Tables:
    """What the agency hands in; `photos` is file name to digest."""

    rooms: Table
    roster: Table
    staff: Table
    photos: dict[str, Digest]

    @property
    def in_order(self) -> tuple[Table, ...]:
        return self.rooms, self.roster, self.staff


@dataclass(frozen=True, slots=True)
class Arranged:
    """What the tables say. To be issued only where `faults` is empty; `notes` are shown and confirmed."""

    rooms: tuple[Room, ...]
    candidates: tuple[Candidate, ...]
    staff: tuple[StaffMember, ...]
    faults: tuple[Fault, ...]
    notes: tuple[Fault, ...]


def arrange(exam: Exam, tables: Tables, national_percent: int) -> Arranged:
    """Read everything, then hold it against the rules; faults and notes come by table and row."""
    desk = _Desk(exam, tables)
    rooms = tuple(filter(None, [desk.room(row) for row in tables.rooms.rows]))
    overbooked = any(room.overbook_percent for room in rooms)
    for row in tables.roster.rows:
        desk.roster_line(row, overbooked=overbooked)
    staff = tuple(filter(None, [desk.staff_member(row) for row in tables.staff.rows]))
    candidates = tuple(person.candidate(ticket) for ticket, person in desk.people.items())
    plan = SitePlan(SiteCode(""), "", "", (), "", rooms)  # the rules ask for rooms alone
    for found in faults(exam, plan, candidates, national_percent):
        desk.faults.extend(desk.placed(found))
    desk.faults.extend(desk.left_over())
    all_faults = [fault for table in tables.in_order for fault in table.faults] + desk.faults
    all_notes = [note for table in tables.in_order for note in table.notes] + desk.notes
    return Arranged(rooms, candidates, staff, desk.sorted(all_faults), desk.sorted(all_notes))


@dataclass(slots=True)
class _Person:
    """A candidate while the lines are gathered."""

    said: dict[str, str]
    digest: Digest | None
    places: list[Allotment] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)

    def candidate(self, ticket: Ticket) -> Candidate:
        name, id_type, id_number, _ = self.said.values()
        return Candidate(ticket, name, id_type, id_number, tuple(self.places), self.digest)


class _Desk:
    """Goes through the rows once, noting what is wrong and which row said what."""

    def __init__(self, exam: Exam, tables: Tables) -> None:
        self.faults: list[Fault] = []
        self.notes: list[Fault] = []
        self.people: dict[Ticket, _Person] = {}
        self._tables = tables
        self._batches = {session.id: session.batch for session in exam.sessions}
        self._room_rows: dict[str, int] = {}
        self._session_rows: dict[tuple[Ticket, SessionId], int] = {}
        self._staff_codes: set[str] = set()
        self._tickets: dict[str, Ticket] = {}
        """By ID number."""
        self._photos_named: set[str] = set()

    def room(self, row: Row) -> Room | None:
        line = Line(self._tables.rooms.source, row, self.faults)
        room_id = line.text("room")
        if room_id in self._room_rows:
            line.fault("room", FaultKind.DOUBLED_ID, room_id)
        elif room_id:
            self._room_rows[room_id] = row.number
        room = Room(
            id=RoomId(room_id),
            name=line.text("name"),
            building=line.optional("building"),
            floor=line.number("floor", FLOOR),
            seats=line.number("seats"),
            spare_seats=line.number("spare_seats"),
            machines=line.number("machines"),
            cloud=line.flag("cloud"),
            standby=line.flag("standby"),
            overbook_percent=line.number("overbook_percent"),
        )
        return None if line.bad else room

    def roster_line(self, row: Row, *, overbooked: bool) -> None:
        line = Line(self._tables.roster.source, row, self.faults)
        ticket, session, room = Ticket(line.text("ticket")), SessionId(line.text("session")), RoomId(line.text("room"))
        said = {column: line.text(column) for column in ("name", "id_type", "id_number")}
        said["photo"] = self._photo(line)
        seat = self._seat(line, overbooked=overbooked)
        if not ticket:
            return
        person = self._person(line, ticket, said)
        person.rows.append(row.number)
        if (ticket, session) in self._session_rows:
            line.fault("ticket", FaultKind.DOUBLED_CANDIDATE_IN_SESSION, ticket)
        elif session and room:
            self._one_batch(row, person, session)
            self._session_rows[ticket, session] = row.number
            person.places.append(Allotment(session, room, seat))

    def _photo(self, line: Line) -> str:
        photo = line.optional("photo")
        self._photos_named.add(photo)
        if photo and photo not in self._tables.photos:
            line.fault("photo", FaultKind.PHOTO_UNKNOWN, photo)
        return photo

    def _seat(self, line: Line, *, overbooked: bool) -> str | None:
        """Every seat in a normal site, none in an overbooked one (OVB-04)."""
        if not overbooked:
            return line.text("seat") or None
        if seat := line.optional("seat"):
            self._note(line.number_of_row, "seat", FaultKind.SEATS_GIVEN_IN_OVERBOOKED_SITE, seat)
        return None

    def _person(self, line: Line, ticket: Ticket, said: dict[str, str]) -> _Person:
        """The first line says who the ticket is; a later one must say the same."""
        person = self.people.get(ticket)
        if person is None:
            person = self.people[ticket] = _Person(said, self._tables.photos.get(said["photo"]))
            if id_checksum_wrong(said["id_number"]):
                self._note(line.number_of_row, "id_number", FaultKind.ID_CHECKSUM, said["id_number"])
            self._tickets.setdefault(said["id_number"].upper(), ticket)
            return person
        for column, value in said.items():
            before = person.said[column]
            told = (value and before) or column == "photo"
            if told and value != before and line.read(column):
                line.fault(column, FaultKind.DIFFERING_PERSON, value)
        return person

    def _one_batch(self, row: Row, person: _Person, session: SessionId) -> None:
        batch = self._batches.get(session)
        others = {self._batches.get(place.session) for place in person.places} - {None}
        if batch is not None and others and batch not in others:
            self._note(row.number, "session", FaultKind.TWO_BATCHES, session)

    def staff_member(self, row: Row) -> StaffMember | None:
        line = Line(self._tables.staff.source, row, self.faults)
        code, name, role, room = line.text("code"), line.text("name"), line.text("role"), line.optional("room")
        phone, skill = line.optional("phone"), line.flag("skill")
        number, test_on, drill_on = line.optional("id_number"), line.day("test_on"), line.day("drill_on")
        if code and code in self._staff_codes:
            line.fault("code", FaultKind.DOUBLED_ID, code)
        self._staff_codes.add(code)
        if role and role not in _ROLES:
            line.fault("role", FaultKind.UNKNOWN_ROLE, role)
        if room and not self._may_be_room(room):
            line.fault("room", FaultKind.UNKNOWN_ROOM, room)
        if number and (ticket := self._tickets.get(number.upper())):
            note = Fault(self._tables.staff.source, row.number, "id_number", FaultKind.STAFF_IS_CANDIDATE, ticket)
            self.notes.append(note)
        if line.bad:
            return None
        of = RoomId(room) if room else None
        return StaffMember(PersonId(code), name, _ROLES[role], of, phone, skill, number, test_on, drill_on)

    def _may_be_room(self, room: str) -> bool:
        """A room whose own row is bad is no unknown room, and with a table unread nobody can tell."""
        rooms = self._tables.rooms
        return room in self._room_rows or bool(rooms.faults and not rooms.rows)

    def placed(self, found: PlanFault) -> Iterator[Fault]:
        """The rows a fault of the arrangement stands in."""
        kind = FaultKind(found.kind.value)
        if found.ticket is not None:
            yield from self._placed_in_roster(found, found.ticket, kind)
        elif found.kind is PlanFaultKind.SESSIONS_OVERLAP:
            yield Fault(_EXAM, 0, "sessions", kind, f"{found.value} {found.session} {found.room}")
        elif found.room is None:
            yield Fault(_EXAM, 0, "sessions", kind, str(found.session))
        else:
            column = "overbook_percent" if kind is FaultKind.OVER_NATIONAL_RATIO else "seats"
            value = f"{found.session} {found.value}" if found.session else found.value
            yield Fault(self._tables.rooms.source, self._room_rows[found.room], column, kind, value)

    def _placed_in_roster(self, found: PlanFault, ticket: Ticket, kind: FaultKind) -> Iterator[Fault]:
        seatless = found.kind is PlanFaultKind.SEAT_NOT_SEQUENCE and not found.value  # named as blank already
        if seatless or (found.kind is PlanFaultKind.UNKNOWN_ROOM and self._may_be_room(found.value)):
            return
        session = found.session
        rows = self.people[ticket].rows if session is None else [self._session_rows[ticket, session]]
        for row in rows:
            yield Fault(self._tables.roster.source, row, _COLUMN.get(found.kind, "ticket"), kind, found.value)

    def left_over(self) -> Iterator[Fault]:
        """Tables with nothing in them, and photos of nobody (ARR-13)."""
        for table in self._tables.in_order:
            if not table.rows and not table.faults:
                yield Fault(table.source, 0, "", FaultKind.BLANK)
        if self._tables.roster.rows:
            for name in sorted(self._tables.photos.keys() - self._photos_named):
                yield Fault(_PHOTOS, 0, "photo", FaultKind.PHOTO_UNKNOWN, name)

    def sorted(self, found: list[Fault]) -> tuple[Fault, ...]:
        order = [table.source for table in self._tables.in_order]
        return tuple(
            sorted(found, key=lambda one: (order.index(one.source) if one.source in order else len(order), one.row))
        )

    def _note(self, row: int, column: str, kind: FaultKind, value: str) -> None:
        self.notes.append(Fault(self._tables.roster.source, row, column, kind, value))
