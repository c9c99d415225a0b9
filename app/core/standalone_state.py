"""What the state holds of a candidate's standalone exam (单机考试): consents, packages, and what came back (H9)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.core.terms import CauseNo, Digest, IncidentNo, MediumSerial, PersonId, RoomId, Ticket


class Ground(StrEnum):
    """Why neither a reset nor another machine lets somebody go on (SAL-01)."""

    RESET_FAILED = "reset_failed"
    ROOM_DOWN = "room_down"
    """Network, power or server of the room failed: no machine there helps."""
    NO_MACHINE = "no_machine"
    """No working machine is left to go on at."""


class Custody(StrEnum):
    """Whose package it is: made here, or another system's that is only kept and passed on."""

    OURS = "ours"
    REGISTERED = "registered"


class VoidReason(StrEnum):
    """Why a package was made void (SAL-03)."""

    STATION_FAILED = "station_failed"
    MEDIUM_FAILED = "medium_failed"
    WRONG_STATION = "wrong_station"
    BACK_TO_ROOM = "back_to_room"
    """The candidate goes on at an exam machine after all."""


class PackageEnd(StrEnum):
    """What became of a package; None while it is out."""

    VOID = "void"
    COUNTED = "counted"
    LOST = "lost"


class ReturnFlaw(StrEnum):
    """What speaks against a return; the chief decides (SAL-05)."""

    SECOND = "second"
    """Another return of this candidate and session is here."""
    VOIDED = "voided"
    """Its package was made void."""
    OLDER = "older"
    """Opened before the package was exported, by the station's clock."""
    AHEAD = "ahead"
    """Closed at a time that is still to come."""
    TOO_LONG = "too_long"
    """More answering time than package and vouchers gave."""
    WRITTEN_OFF = "written_off"
    """These answers were written off before."""
    EARLY = "early"
    """Handed in before the closure of the room ended."""
    CLOCK = "clock"
    """The station's two clocks do not agree: the machine was stopped, or its time was changed."""
    LOGIN = "login"
    """Opened at another time than the login that was noted here."""


@dataclass(slots=True)
class StandaloneConsent:
    """The chief's consent; one given by telephone waits for the chief's own signature until `ratified_at`."""

    ground: Ground
    causes: tuple[CauseNo, ...]
    by: PersonId
    given_at: datetime
    at: datetime
    by_phone: bool
    reported_by: PersonId
    ratified_at: datetime | None = None
    used: bool = False
    """Its package was withdrawn: going on alone once more needs another one."""

    @property
    def waits(self) -> bool:
        return self.by_phone and self.ratified_at is None


@dataclass(frozen=True, slots=True)
class Voucher:
    """Minutes in all since the export."""

    minutes: int
    at: datetime


@dataclass(slots=True)
class StandalonePackage:
    """One package; `host` and `place` are where its machine stands, `place` "" where it is no seat of that room.

    `file` is the blob of the file as it went out. `nonce` and `key` (the station's, as JWK text) prove a return; both
    "" for another system's package. `extra_minutes` is the candidate's sum when it was exported. `secret` is the
    personal blob with unlock code and voucher key, "" for another system's.
    """

    number: int
    custody: Custody
    host: RoomId
    place: str
    machine: str
    watched_by: PersonId
    medium: MediumSerial
    file: Digest
    exported_at: datetime
    remaining_seconds: int
    extra_minutes: int
    nonce: str
    key: str
    secret: str
    login_at: datetime | None = None
    vouchers: list[Voucher] = field(default_factory=list)
    copies: list[datetime] = field(default_factory=list)
    """When an interim copy was made (SAL-06)."""
    ended: PackageEnd | None = None
    so_far: Digest = Digest("")  # noqa: RUF009 - a name for a text
    """The file of the answers that it went on from; "" for none."""
    voided_for: VoidReason | None = None
    """None where another return of the candidate counts, too."""

    @property
    def minutes_after(self) -> int:
        """What vouchers gave in all."""
        return max((one.minutes for one in self.vouchers), default=0)


@dataclass(slots=True)
class StandaloneReturn:
    """What came back of package `number`; an interim copy is not `final`. Times are the station's."""

    number: int
    file: Digest
    final: bool
    opened_at: datetime
    closed_at: datetime
    used_seconds: int
    questions: int
    answered: int
    at: datetime
    flaws: tuple[ReturnFlaw, ...]
    decided_at: datetime | None = None
    decided_on: IncidentNo | None = None
    """The incident on which an interim copy counts."""

    @property
    def open(self) -> bool:
        """The chief has not yet said whether it counts."""
        return bool(self.flaws) and self.decided_at is None


@dataclass(slots=True)
class Standalone:
    """Everything of one candidate in one session; `counted` is the file of the return that counts."""

    ticket: Ticket
    consents: list[StandaloneConsent] = field(default_factory=list)
    packages: list[StandalonePackage] = field(default_factory=list)
    returns: list[StandaloneReturn] = field(default_factory=list)
    counted: Digest | None = None

    @property
    def consent(self) -> StandaloneConsent | None:
        """The newest one, while it holds."""
        return self.consents[-1] if self.consents and not self.consents[-1].used else None

    @property
    def waiting(self) -> StandaloneConsent | None:
        """The first consent by telephone that is not signed."""
        return next((one for one in self.consents if one.waits), None)

    @property
    def live(self) -> StandalonePackage | None:
        """The package that is out; there is one at most."""
        last = self.packages[-1] if self.packages else None
        return last if last and last.ended is None else None

    @property
    def undecided(self) -> bool:
        return any(one.open for one in self.returns)

    def package(self, number: int) -> StandalonePackage | None:
        return self.packages[number - 1] if 0 < number <= len(self.packages) else None
