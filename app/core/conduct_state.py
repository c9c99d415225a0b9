"""What the state holds of violations and incidents (违纪、异常): versions, signatures, evidence, reports (H11)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

import msgspec

from app.core.incident_kinds import BY_TEXT, Hop, IncidentKind, Severity
from app.core.terms import Digest, IncidentNo, PersonId, RoomId, SessionId, Ticket, ViolationNo
from app.core.violation_kinds import CATEGORIES, Category, ViolationKind


class Found(StrEnum):
    """When a violation was found (VIO-08)."""

    IN_EXAM = "in_exam"
    INVESTIGATION = "investigation"
    """Afterwards, as the next."""
    EXPERTS = "experts"


class Account(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One version of what is recorded; `text` is the personal blob with act, handling, place and person.

    `sheet`: the number of the paper sheet, "" while none is named (VIO-03). `happened_at`: of the act.
    """

    kind: ViolationKind
    happened_at: datetime
    found: Found
    found_at: datetime
    sheet: str
    text: Digest
    reminded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RefusedToSign:
    """Two invigilators of the room sign instead (VIO-02)."""

    at: datetime
    witnesses: tuple[PersonId, PersonId]
    text: Digest


class WaitingPlace(StrEnum):
    """Where somebody who was led out waits, apart from the candidates (VIO-09)."""

    EXAM_OFFICE = "exam_office"
    WAITING_ROOM = "waiting_room"
    POLICE = "police"


@dataclass(frozen=True, slots=True)
class Removed:
    at: datetime
    witnesses: tuple[PersonId, PersonId]
    roving: PersonId
    place: WaitingPlace


class EvidenceKind(StrEnum):
    """VIO-10."""

    DOCUMENT = "document"
    THING = "thing"
    VIDEO = "video"
    AUDIO = "audio"
    DATA = "data"
    STATEMENT = "statement"


class KeptAt(StrEnum):
    """Where a piece lies."""

    ROOM = "room"
    EXAM_OFFICE = "exam_office"
    POLICE = "police"
    OWNER = "owner"
    """Given back."""
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece, by its tag; `digest` is that of a file, "" of a thing; `moves` go from the first keeper on."""

    tag: str
    kind: EvidenceKind
    text: Digest
    digest: str
    at: datetime
    moves: tuple[tuple[KeptAt, datetime], ...]

    @property
    def place(self) -> KeptAt:
        return self.moves[-1][0]


@dataclass(frozen=True, slots=True)
class Police:
    """Station, officer, receipt and what was handed over stand in the text (VIO-07)."""

    at: datetime
    text: Digest


@dataclass(slots=True)
class Violation:
    """`ticket` is None for somebody who is no candidate here."""

    number: ViolationNo
    session: SessionId
    room: RoomId
    ticket: Ticket | None
    versions: list[Account]
    told_at: datetime | None = None
    signed_at: datetime | None = None
    refused: RefusedToSign | None = None
    removed: Removed | None = None
    police: Police | None = None
    corrections: list[Correction] = field(default_factory=list)
    """One for each version after the first."""
    evidence: list[Evidence] = field(default_factory=list)
    incident: IncidentNo | None = None
    withdrawn: Correction | None = None
    """Recorded by mistake; it stays on the lists, struck out."""

    def move(self, tags: Collection[str], to: KeptAt, at: datetime) -> None:
        """Those of its pieces that bear one of these tags lie elsewhere from then on."""
        self.evidence = [
            replace(one, moves=(*one.moves, (to, at))) if one.tag in tags else one for one in self.evidence
        ]

    @property
    def now(self) -> Account:
        return self.versions[-1]

    @property
    def category(self) -> Category:
        return CATEGORIES[self.now.kind]

    @property
    def closed(self) -> bool:
        """Signed, refused before two, or led out before two; who is no longer there is told by the agency (VIO-08)."""
        gone = self.now.found is not Found.IN_EXAM
        return gone or bool(self.signed_at or self.refused or self.removed)

    @property
    def complete(self) -> bool:
        """With its paper sheet named and one way of signing taken (VIO-01..03), or withdrawn."""
        return self.withdrawn is not None or (bool(self.now.sheet) and self.closed)


@dataclass(frozen=True, slots=True)
class Correction:
    """Why a record was put right, and on what new evidence (VIO-17)."""

    at: datetime
    text: Digest


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
