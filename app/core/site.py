"""The state of the site: what replaying the journal gives. It holds; it does not decide."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import msgspec

from app.core.duty_state import Duty
from app.core.hardware_state import MachineState
from app.core.incident_state import Fault, Incident
from app.core.lock_state import LockState, Seal, SupervisedKind, Supervision
from app.core.on_record import stands_on
from app.core.paper_state import Contact, Copy, Handover, RecordCopy, SheetCopy, SheetVoidReason
from app.core.person_state import Delegation, PersonState
from app.core.plan import Exam, RegisteredLock, Room, SitePlan
from app.core.readiness_items import ReadinessItem
from app.core.readiness_state import BoardSigned, ClosedRoom, Looked, RoomTest, TestKind
from app.core.room_state import LateArrival, RoomSession, Sitting
from app.core.rulebook import Rulebook
from app.core.safe_state import Safekeeping
from app.core.session_state import SessionState
from app.core.terms import (
    ApplicationNo,
    Digest,
    FaultNo,
    HandoverNo,
    IncidentNo,
    LockSerial,
    Mode,
    PersonId,
    RoomId,
    SessionId,
    SiteCode,
    SupervisionNo,
    Ticket,
    ViolationNo,
)
from app.core.time_state import Application
from app.core.violation_state import Violation


class Source(StrEnum):
    """The three places where the arrangement timestamp must be the same (ARR-01)."""

    ISSUED = "issued"
    PLATFORM = "platform"
    CALIBRATION = "calibration"


@dataclass(frozen=True, slots=True)
class TimestampReading:
    """What one place showed. `normalised` says that full-width signs or outer spaces were put right."""

    text: str
    normalised: bool


class Package(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An exam package as the site knows it: `digest` is that of the file, which is not kept."""

    edition: int
    digest: Digest
    exam: Exam
    plan: SitePlan
    rulebook: Rulebook
    roster: Digest
    staff: Digest
    members: Digest
    """The list of all members with the blobs that hold them."""
    locks: tuple[RegisteredLock, ...]
    recovery: Digest | None = None
    """The verifiers of the two sealed passphrases, a personal blob; None in packages of before."""


@dataclass(frozen=True, slots=True)
class SiteLock:
    """The site lock of this store: its serial, its public key as JWK text, and whether it is only software."""

    serial: LockSerial
    key: str
    software: bool


class SeatMachine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which machine stands at a seat, and where its cable ends; `address` and `port` are "" where nobody said."""

    seat: str
    machine: str
    address: str
    port: str


@dataclass(frozen=True, slots=True)
class SiteTime:
    """Site time as two persons confirmed it: `at`, when the boot-time clock of `boot` stood at `up` (ns)."""

    at: datetime
    boot: str
    up: int


NO_SITE = SiteCode("")
NOBODY = PersonId("")
NO_LOCK = SiteLock(LockSerial(""), "", software=True)


@dataclass(slots=True)
class Site:
    """Changed only by `Fact.apply`."""

    mode: Mode = Mode.PRACTICE
    code: SiteCode = NO_SITE
    ministry: str = ""
    """The ministry's key, JWK text; its thumbprint stands on every form."""
    appointment: str = ""
    """The province's appointment, JWS text."""
    lock: SiteLock = NO_LOCK
    machine: str = "A"
    """The name of this machine in every number it gives out; one that takes up the day has the next letter."""
    package: Package | None = None
    desk: PersonId = NOBODY
    """Who is on duty at this console."""
    timestamps: dict[Source, TimestampReading] = field(default_factory=dict)
    scan_passed: bool | None = None
    exam_authorization: str = ""
    exam_document: Digest | None = None
    """The blob with the exam authorization in force."""
    sealed_room_test: bool | None = None
    """The result of the last one; None before the first."""
    accepted_at: datetime | None = None
    accepted_without: tuple[RoomId, ...] = ()
    """Rooms that the acceptance left out."""
    seal: Seal | None = None
    register: int = 0
    """The highest number of a lock register of this exam; that of the package counts as 0."""
    locks: dict[LockSerial, LockState] = field(default_factory=dict)
    lock_out: bool = False
    """The site lock was noticed to be out."""
    supervisions: dict[SupervisionNo, Supervision] = field(default_factory=dict)
    people: dict[PersonId, PersonState] = field(default_factory=dict)
    delegation: Delegation | None = None
    time: SiteTime | None = None
    sessions: dict[SessionId, SessionState] = field(default_factory=dict)
    plans: dict[RoomId, Room] = field(default_factory=dict)
    late: list[LateArrival] = field(default_factory=list)
    incidents: dict[IncidentNo, Incident] = field(default_factory=dict)
    faults: dict[FaultNo, Fault] = field(default_factory=dict)
    violations: dict[ViolationNo, Violation] = field(default_factory=dict)
    voided_sheets: dict[str, SheetVoidReason] = field(default_factory=dict)
    """Paper sheets of violations that were spoiled or lost, by number."""
    contacts: dict[Contact, Digest] = field(default_factory=dict)
    """Whom to call, by the personal blob with name and telephone."""
    handovers: dict[HandoverNo, Handover] = field(default_factory=dict)
    applications: dict[ApplicationNo, Application] = field(default_factory=dict)
    code_tries: list[datetime] = field(default_factory=list)
    """When a code that does not hold was typed in."""
    spares: dict[RoomId, frozenset[str]] = field(default_factory=dict)
    """Spare seats in service, by room."""
    machines: dict[RoomId, dict[str, SeatMachine]] = field(default_factory=dict)
    """The exam machines as listed, by room and seat."""
    probe_rounds: dict[str, datetime] = field(default_factory=dict)
    """Marks under which machines were probed, and since when; only the newest one is taken in."""
    hardware: dict[str, MachineState] = field(default_factory=dict)
    """The machines that were looked at, by their names."""
    readiness: dict[tuple[ReadinessItem, RoomId | None], Looked] = field(default_factory=dict)
    """What was seen to before the day, by item and room; None for the site."""
    room_tests: dict[tuple[TestKind, RoomId], RoomTest] = field(default_factory=dict)
    """The last result of each room: an earlier one says nothing any more."""
    closed_rooms: dict[RoomId, ClosedRoom] = field(default_factory=dict)
    """Rooms closed before the day, those opened again too."""
    duty: dict[date, Duty] = field(default_factory=dict)
    drawn_before: dict[date, int] = field(default_factory=dict)
    """The last number of a day's draws under earlier editions of the package."""
    """Who invigilates where, by exam day."""
    unavailable: frozenset[PersonId] = frozenset()
    """People of the staff list who are not drawn: they are not there, or must not."""
    board: BoardSigned | None = None
    """The go or no-go that the chief signed last."""
    invigilation: dict[RoomId, str] = field(default_factory=dict)
    """The invigilation machines as far as they were swapped, by room."""
    records: list[RecordCopy] = field(default_factory=list)
    sheets: list[SheetCopy] = field(default_factory=list)
    safe: Safekeeping = field(default_factory=Safekeeping)
    closed_days: dict[date, datetime] = field(default_factory=dict)
    """Exam days that were closed, and when."""
    exported: dict[tuple[date, str], Digest] = field(default_factory=dict)
    """Files of a day that the province has, as far as they still say what is recorded here."""
    blobs: set[Digest] = field(default_factory=set)
    """Every blob that a fact cites."""
    texts: set[Digest] = field(default_factory=set)
    """Those of them that keep free text."""

    def room(self, session: SessionId, room: RoomId) -> RoomSession | None:
        """None when no candidate was arranged into that room in that session and none was taken in."""
        state = self.sessions.get(session)
        return state.rooms.get(room) if state else None

    def sitting(self, session: SessionId, ticket: Ticket) -> Sitting | None:
        """The candidate's sitting wherever it now is; None when not arranged in this session."""
        state = self.sessions.get(session)
        if state is None:
            return None
        return next((room.sittings[ticket] for room in state.rooms.values() if ticket in room.sittings), None)

    def person(self, person: PersonId) -> PersonState:
        """What was entered of someone; empty for someone of whom nothing was, and then not kept."""
        return self.people.get(person) or PersonState()

    def supervision(self, kind: SupervisedKind) -> Supervision | None:
        """The open step of this kind; there is one at most."""
        return next((one for one in self.supervisions.values() if one.kind is kind and not one.closed_at), None)

    @property
    def sealed(self) -> bool:
        """Only looking and unsealing are open (LCK-06)."""
        return self.seal is not None and self.seal.opened_at is None

    def unsettle(self, session: SessionId, *rooms: RoomId) -> None:
        """Answers changed: they are checked anew, the day is not closed, and the records of `rooms` are out of date."""
        self.sessions[session].checked_at = None
        self.reopen(session)
        for room in rooms:
            self.outdate(session, room)

    def reopen(self, session: SessionId) -> None:
        """What its day was closed with has changed."""
        self.closed_days.pop(self.sessions[session].plan.starts_at.date(), None)
        self.rewrite(session)

    def rewrite(self, session: SessionId | None) -> None:
        """What was written for the province of this session's day, or of any, says something else by now."""
        day = self.sessions[session].plan.starts_at.date() if session else None
        self.exported = {one: digest for one, digest in self.exported.items() if day and one[0] != day}

    def outdate(self, session: SessionId, room: RoomId) -> None:
        """What the room's record (E01) says has changed: no copy made so far is the one to sign."""
        self.rewrite(session)
        self.sessions[session].rooms[room].copies_before = len(self.copies("E01", session, room))

    def outdate_by(self, thing: Incident | Fault | Violation) -> None:
        """The same of every record on which this stands."""
        self.rewrite(thing.session)
        # A replay asks this thousands of times: records of other sessions and rooms never tell of it.
        states = (self.sessions[thing.session],) if thing.session else self.sessions.values()
        for room in (room for state in states for room in state.rooms.values()):
            if thing.room in (None, room.room, room.moved_from) and stands_on(thing, room):
                self.outdate(room.session, room.room)

    def copies(self, form: str, session: SessionId, room: RoomId) -> tuple[RecordCopy, ...]:
        """Every copy of one record so far, oldest first."""
        return tuple(c for c in self.records if (c.form, c.session, c.room) == (form, session, room))

    def sheet_copies(self, form: str, subject: str) -> tuple[SheetCopy, ...]:
        """Every copy of one sheet of the site so far, oldest first."""
        return tuple(c for c in self.sheets if (c.form, c.subject) == (form, subject))

    def disturb(self, room: RoomId | None, at: datetime) -> None:
        """Somebody was at the machines of a closed room: it is looked at and closed anew (RDY-11)."""
        closed = self.closed_rooms.get(room) if room else None
        # Entered in hindsight it counts as well.
        if room and closed and closed.at < at and (closed.opened_at is None or at < closed.opened_at):
            self.closed_rooms[room] = replace(closed, disturbed_at=max(at, closed.disturbed_at or at))

    def keep_texts(self, *kept: Digest) -> None:
        """Facts cite these personal blobs."""
        self.texts.update(kept)
        self.blobs.update(kept)

    @property
    def every_copy(self) -> tuple[Copy, ...]:
        """Of sheets of rooms and of the site."""
        return (*self.records, *self.sheets)

    def papers(self, form: str, subject: str) -> tuple[Copy, ...]:
        """Every copy of one sheet, of a room or of the site, oldest first; no form is both."""
        return tuple(one for one in self.every_copy if (one.form, one.subject) == (form, subject))

    def put_paper(self, form: str, subject: str, copy: int, **changed: Any) -> None:
        """This copy with these fields changed."""
        said = (form, subject, copy)
        self.records = [
            replace(one, **changed) if (one.form, one.subject, one.copy) == said else one for one in self.records
        ]
        self.sheets = [
            replace(one, **changed) if (one.form, one.subject, one.copy) == said else one for one in self.sheets
        ]
