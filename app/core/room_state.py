"""What the state holds of one room in one session: who sits there, what it reported, and its result."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.core.terms import Digest, PersonId, RoomId, SessionId, Ticket


class Presence(StrEnum):
    """Where a candidate is in one session, as far as this desk knows."""

    AWAITED = "awaited"
    PRESENT = "present"
    ABSENT = "absent"
    PENDING = "pending"
    """Transferred out and not yet taken in anywhere."""


class Answers(StrEnum):
    """What became of the answers of someone who was present."""

    OPEN = "open"
    COLLECTED = "collected"
    NEVER_LOGGED_IN = "never_logged_in"
    WRITTEN_OFF = "written_off"


@dataclass(slots=True)
class Sitting:
    """One candidate in one session; `origin` is the arranged room, `room` where the candidate sits now."""

    ticket: Ticket
    session: SessionId
    origin: RoomId
    room: RoomId
    seat: str | None
    presence: Presence = Presence.AWAITED
    entered_at: datetime | None = None
    marked_absent_at: datetime | None = None
    answers: Answers = Answers.OPEN
    written_off_on: str = ""
    """The incident on which lost answers were written off."""


@dataclass(frozen=True, slots=True)
class RoomResult:
    """The newest room result kept; `differences` is empty when it agrees with the desk."""

    digest: Digest
    version: int
    differences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoomReport:
    """What a room last counted, at `at`; typed in at the desk it has number 0 and no document."""

    number: int
    present: int
    absent: int
    logged_in: int
    submitted: int
    at: datetime
    reported_by: PersonId
    document: Digest


@dataclass(slots=True)
class RoomSession:
    """One room in one session."""

    session: SessionId
    room: RoomId
    arranged: int = 0
    """How many the arrangement put here; it never changes."""
    transferred_out: int = 0
    sittings: dict[Ticket, Sitting] = field(default_factory=dict)
    """Everyone who belongs here now: arranged here or taken in, less those taken in elsewhere."""
    release: str = ""
    started_at: datetime | None = None
    attendance_confirmed_at: datetime | None = None
    report: RoomReport | None = None
    last_report_number: int = 0
    """Of the reports that came as documents; one typed in later does not reset it."""
    result: RoomResult | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LateArrival:
    session: SessionId
    room: RoomId
    ticket: Ticket
    came_at: datetime
