"""What the state holds of violations (违纪): versions, signatures, evidence, and where it lies (H12)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

import msgspec

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
    spent: list[str] = field(default_factory=list)
    """Paper sheets that it stood on before, and that were read out or signed as such: never spoiled blanks again."""

    def on_sheet(self, number: str) -> bool:
        """Whether the paper sheet of this number tells of it, or did."""
        return number in (self.now.sheet, *self.spent)

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
