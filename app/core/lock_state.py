"""What the state holds of locks, of the seal, and of steps under supervision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.core.plan import RegisteredLock
from app.core.terms import IncidentNo, LockSerial, PersonId, RoomId, SupervisionNo


@dataclass(frozen=True, slots=True)
class Calibration:
    """The newest calibration of an invigilation lock: when, and by how many seconds this machine was ahead of it."""

    at: datetime
    offset_seconds: int
    supervision: SupervisionNo


@dataclass(slots=True)
class LockState:
    """One lock of the register with its custody and use; `holder` is None while nobody has it."""

    registered: RegisteredLock
    holder: PersonId | None = None
    lost_at: datetime | None = None
    calibration: Calibration | None = None
    in_use: RoomId | None = None
    """The room that it was taken into use for; it stays with the room, whatever machine it is in."""
    used_since: datetime | None = None
    references: frozenset[str] = frozenset()
    """Every registration reference that it was named under: only one not among them brings it back."""


class SupervisedKind(StrEnum):
    """Which of the steps that are done only under supervision (LCK-03)."""

    RECEIPT = "receipt"
    """Authorizations fetched over the VPN and taken in."""
    LOCKS = "locks"
    """Invigilation locks calibrated, and taken into use at the site machine."""


class Outcome(StrEnum):
    """How a supervised step ended."""

    DONE = "done"
    LAPSED = "lapsed"
    GIVEN_UP = "given_up"


@dataclass(slots=True)
class Supervision:
    """One step or sitting under supervision; open while `closed_at` is None."""

    number: SupervisionNo
    kind: SupervisedKind
    operator: PersonId
    supervisor: PersonId
    opened_at: datetime
    closes_by: datetime
    device: LockSerial
    """The VPN key used, "" where none was."""
    closed_at: datetime | None = None
    outcome: Outcome | None = None


class SealPlace(StrEnum):
    """Where sealed equipment is kept."""

    SECURE_ROOM = "secure_room"
    EXAM_OFFICE = "exam_office"
    MACHINE_ROOM = "machine_room"


@dataclass(slots=True)
class Seal:
    """The seal on the equipment that holds the exam authorization."""

    number: str
    place: SealPlace
    sealed_at: datetime
    opened_at: datetime | None = None
    broken: IncidentNo | None = None
    """The incident that a wrong, broken or missing seal opened; until the chief decides, nothing goes on."""

    def opened_on(self, day: date) -> bool:
        """Opened on this day after a night under seal, or by the chief's decision."""
        overnight = self.sealed_at.date() < day or self.broken is not None
        return self.opened_at is not None and self.opened_at.date() == day and overnight
