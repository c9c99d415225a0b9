"""What the state holds of paper: copies, who signed them, scans, hand-overs, and whom to call (H13)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import msgspec

from app.core.terms import Digest, HandoverNo, MediumSerial, PersonId, Role, RoomId, SessionId


class Signature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who signed a sheet by hand, as what, and when."""

    role: Role
    person: PersonId
    at: datetime


@dataclass(frozen=True, slots=True)
class Scan:
    """The signed sheet as a picture: a personal blob, and how many pages it has of how many."""

    file: Digest
    pages: int
    of: int


@dataclass(frozen=True, slots=True)
class RecordCopy:
    """One printed copy of one record; `content` is the digest of what it says, `file` of the PDF."""

    form: str
    session: SessionId
    room: RoomId
    copy: int
    content: Digest
    file: Digest
    came_out: bool | None = None
    """Whether the paper came out whole; None while it was sent and nobody has said so."""
    signatures: tuple[Signature, ...] = ()
    signed_at: datetime | None = None
    """The last of them."""
    scan: Scan | None = None
    handed_over: HandoverNo | None = None

    @property
    def subject(self) -> str:
        """What it is about, in the way of sheets of the site."""
        return f"{self.session}-{self.room}"


@dataclass(frozen=True, slots=True)
class SheetCopy:
    """One printed copy of a sheet of the whole site; the rest as for a record."""

    form: str
    subject: str
    copy: int
    content: Digest
    file: Digest
    came_out: bool | None = None
    signatures: tuple[Signature, ...] = ()
    signed_at: datetime | None = None
    scan: Scan | None = None
    handed_over: HandoverNo | None = None


Copy = RecordCopy | SheetCopy


class PaperRef(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One copy of one sheet, of a room or of the site."""

    form: str
    subject: str
    copy: int


class SheetVoidReason(StrEnum):
    """Why a numbered blank counts no more."""

    SPOILED = "spoiled"
    LOST = "lost"


class Contact(StrEnum):
    """Whom to call (INC-12)."""

    DUTY = "duty"
    LEADING_GROUP = "leading_group"
    """Of emergencies, where the rulebook's way leads to it (004-E)."""
    EXAM_AREA = "exam_area"
    CITY = "city"
    PROVINCE = "province"
    MINISTRY = "ministry"
    TECHNICAL = "technical"
    POLICE = "police"
    MEDICAL = "medical"
    POWER = "power"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Handover:
    """Papers, media and evidence given out of the site; `text` names the two receivers and their office."""

    number: HandoverNo
    at: datetime
    givers: tuple[PersonId, PersonId]
    text: Digest
    papers: tuple[PaperRef, ...]
    media: tuple[MediumSerial, ...]
    evidence: tuple[str, ...]
    cards_checked: bool
