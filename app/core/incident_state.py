"""What the state holds of incidents and faults (异常、故障): log, severity, reports, evacuated rooms (H11)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.core.incident_kinds import BY_TEXT, Hop, IncidentKind, Severity
from app.core.terms import Digest, FaultNo, IncidentNo, PersonId, RoomId, SessionId


class ReportKind(StrEnum):
    """INC-03."""

    FIRST = "first"
    STAGE = "stage"
    FINAL = "final"


class ReportMeans(StrEnum):
    """How a report went; by word of mouth or telephone somebody heard it, who is named."""

    ORAL = "oral"
    PHONE = "phone"
    FAX = "fax"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True)
class IncidentReport:
    """One report to one level; `number` counts those of the incident."""

    number: int
    kind: ReportKind
    hop: Hop
    means: ReportMeans
    at: datetime
    reported_by: PersonId
    text: Digest
    late: bool


class NoteKind(StrEnum):
    """What a line of the log of an incident is."""

    FACTS = "facts"
    PEOPLE = "people"
    ACTION = "action"
    DECISION = "decision"
    LESSONS = "lessons"


@dataclass(frozen=True, slots=True)
class IncidentNote:
    kind: NoteKind
    at: datetime
    by: PersonId
    text: Digest


class SkipReason(StrEnum):
    """Why a level was not told (INC-05)."""

    NOT_ON_SITE = "not_on_site"
    TOLD_ABOVE = "told_above"
    """A higher level was told directly, by the chief's decision."""


@dataclass(frozen=True, slots=True)
class Graded:
    """`text` says why, "" where it rose."""

    severity: Severity
    at: datetime
    by: PersonId
    text: Digest


@dataclass(frozen=True, slots=True)
class Followed:
    """Since when somebody follows an incident (INC-03)."""

    person: PersonId
    at: datetime


@dataclass(frozen=True, slots=True)
class Evacuated:
    """One room that was left: how many people, when, and since when they are back."""

    session: SessionId
    room: RoomId
    left_at: datetime
    people: int
    back_at: datetime | None = None


@dataclass(slots=True)
class Incident:
    """`closed_at`: since when it is over (处理完毕); `filed_at`: its last report is made and it rests (结案)."""

    number: IncidentNo
    kind: str
    session: SessionId | None
    room: RoomId | None
    happened_at: datetime
    closed_at: datetime | None = None
    found_at: datetime | None = None
    """When it was found, where that was later than it happened."""
    grades: list[Graded] = field(default_factory=list)
    notes: list[IncidentNote] = field(default_factory=list)
    reports: list[IncidentReport] = field(default_factory=list)
    skipped: dict[Hop, SkipReason] = field(default_factory=dict)
    followed: list[Followed] = field(default_factory=list)
    evacuated: list[Evacuated] = field(default_factory=list)
    filed_at: datetime | None = None

    @property
    def severity(self) -> Severity:
        return self.grades[-1].severity if self.grades else BY_TEXT[IncidentKind(self.kind)]

    @property
    def follower(self) -> PersonId | None:
        """Who follows it now."""
        return self.followed[-1].person if self.followed else None

    @property
    def found(self) -> datetime:
        return self.found_at or self.happened_at

    @property
    def raised(self) -> tuple[datetime, ...]:
        """Each time it was taken for graver."""
        return tuple(one.at for one in self.grades if one.severity is Severity.MAJOR)

    @property
    def since(self) -> datetime:
        """What a report must follow to count: its finding, or the moment at which it was found to be graver."""
        return self.raised[-1] if self.raised and self.severity is Severity.MAJOR else self.found

    def told(self, hop: Hop) -> datetime | None:
        """When this level first heard of it, as grave as it is now."""
        return next((one.at for one in self.reports if one.hop is hop and one.at >= self.since), None)


@dataclass(slots=True)
class Fault:
    number: FaultNo
    kind: str
    session: SessionId | None
    room: RoomId | None
    seats: tuple[str, ...]
    """() where the whole room or site is concerned."""
    happened_at: datetime
    closed_at: datetime | None = None
    helper: PersonId | None = None
    """Who is on the way."""
    sent_at: datetime | None = None
    machine_down: bool = True
    """False where only mouse, keyboard or another part failed: the seat itself stays in use."""
