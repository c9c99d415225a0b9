"""What the state holds of what a room told, and how its end stands: counts, result, checks let stand, scratch paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.core.terms import Digest, PersonId


class ResultReason(StrEnum):
    """Why a room brings a second result (DAT-03)."""

    COLLECTED_AGAIN = "collected_again"
    FIRST_INCOMPLETE = "first_incomplete"
    WRONG_FILE = "wrong_file"


@dataclass(frozen=True, slots=True)
class RoomResult:
    """The newest room result kept; `differences` is empty when it agrees with the desk."""

    digest: Digest
    version: int
    differences: tuple[str, ...]
    by_hand: bool = False
    """Typed in by two persons; then there is no file and `digest` is ""."""
    reason: ResultReason | None = None
    """Why it replaced the one before."""


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
    free_seats: int | None = None
    """None where the room did not say."""


class OverrideReason(StrEnum):
    """Why the chief lets a check stand open; a closed list, because facts hold no free text."""

    SEEN_IN_ROOM = "seen_in_room"
    """Seen in the room itself, which the console cannot."""
    ROOM_SYSTEM_SILENT = "room_system_silent"
    """The room's system does not tell it."""
    REPORTED_ABOVE = "reported_above"
    """Reported to the agency, which handles it."""


@dataclass(frozen=True, slots=True)
class Override:
    reason: OverrideReason
    at: datetime


class ScratchNote(StrEnum):
    """Why less scratch paper came back than was handed out (CLK-16)."""

    COUNTED_WRONG = "counted_wrong"
    TORN = "torn"
    CARRIED_OUT = "carried_out"
    """Somebody took it out of the room; the violation is recorded apart."""


@dataclass(frozen=True, slots=True)
class ScratchPaper:
    """Sheets handed out and returned."""

    handed_out: int
    returned: int
    note: ScratchNote | None
    at: datetime
