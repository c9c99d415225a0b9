"""What the state holds of safekeeping: backups read back, the media that carry them, the mirror, uploads, the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from app.core.terms import Digest, HandoverNo, LockSerial, MediumSerial, PersonId, RoomId, SessionId

NO_MEDIUM = MediumSerial("")
"""On this machine alone, which is no safe place (DAT-07)."""


class UploadResult(StrEnum):
    """What came of one attempt to upload over VPN; a receipt alone confirms it (DAT-05)."""

    SENT = "sent"
    NETWORK_FAILED = "network_failed"
    TOO_SLOW = "too_slow"
    REFUSED = "refused"
    """The server did not take it."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """`reference`: what the server showed, "" for nothing."""

    result: UploadResult
    reference: str
    at: datetime


class CityStep(StrEnum):
    """How far a medium is that went to the city agency, which uploads from there (DAT-06); the receipt is apart."""

    GIVEN = "given"
    RECEIVED = "received"
    UPLOADED = "uploaded"


@dataclass(slots=True)
class CityWay:
    """The hand-over with which the bundle left, and since when each step was told."""

    handover: HandoverNo
    steps: dict[CityStep, datetime]

    @property
    def step(self) -> CityStep:
        """The last one."""
        return next(step for step in reversed(CityStep) if step in self.steps)


@dataclass(slots=True)
class Backup:
    """Of kind S: written and read back. `receipt` is the serial of the receipt that names it."""

    name: str
    session: SessionId
    digest: Digest
    size: int
    entries: int
    head: str
    supervised: bool
    media: tuple[MediumSerial, ...] = ()
    """Registered media on which it was read back; () while it lies on this machine alone."""
    bundled_at: datetime | None = None
    """When the bundle for the ministry's server, the same bytes, was laid out and read back."""
    attempts: list[Attempt] = field(default_factory=list)
    city: CityWay | None = None
    mismatched: str = ""
    """The serial of a receipt that names other bytes; the bundle is laid out anew."""
    receipt: str = ""
    receipt_document: Digest | None = None


class RoomSource(StrEnum):
    """What a room brings for its backup of the day."""

    SIGNED = "signed"
    """The room side's own file, signed by the room's lock."""
    FOLDER = "folder"
    """A folder of another system: copied unread, with list and digests."""


@dataclass(slots=True)
class RoomBackup:
    """Of kind R: one room's day. `taken_at`: when the room side made it; the last session must be over then."""

    name: str
    room: RoomId
    day: date
    source: RoomSource
    lock: LockSerial
    """That signed it; "" for a folder."""
    digest: Digest
    size: int
    files: int
    taken_at: datetime
    supervised: bool
    media: tuple[MediumSerial, ...]


class MediumFault(StrEnum):
    """What a trial found wrong with a medium."""

    READ_ONLY = "read_only"
    FULL = "full"
    SLOW = "slow"
    FILE_SYSTEM = "file_system"
    """Files above 4 GiB do not fit on it."""
    WRITE_FAILED = "write_failed"
    READ_BACK_FAILED = "read_back_failed"


@dataclass(frozen=True, slots=True)
class MediumTrial:
    """What a test write showed. Sizes in bytes, speed in bytes a second; `virus_checked`: as the person says."""

    at: datetime
    file_system: str
    size: int
    free: int
    speed: int
    fault: MediumFault | None
    virus_checked: bool


@dataclass(slots=True)
class Medium:
    """A registered stick or disk; `read`: its serial was read off itself, not off its label."""

    label: str
    custodian: PersonId
    read: bool
    trial: MediumTrial | None = None
    seal: str = ""
    """The number of the seal under which it waits for its hand-over."""
    handed_over: HandoverNo | None = None
    lost_at: datetime | None = None

    @property
    def told(self) -> tuple[str, PersonId, bool]:
        """As it was registered."""
        return self.label, self.custodian, self.read


class MirrorReason(StrEnum):
    """Why the mirror stopped."""

    MEDIUM_GONE = "medium_gone"
    MEDIUM_FULL = "medium_full"
    WRITE_FAILED = "write_failed"
    OTHER_MEDIUM = "other_medium"
    """Another medium, or another store's mirror, lies where it was."""
    NOT_FOLLOWED = "not_followed"
    """What lies there is not a beginning of this journal."""


class WaiverReason(StrEnum):
    """Why it goes on although the mirror is behind; a closed list, because facts hold no free text."""

    NO_OTHER_MEDIUM = "no_other_medium"
    MEDIUM_FAULTY = "medium_faulty"
    TIME_PRESSES = "time_presses"


@dataclass(frozen=True, slots=True)
class Mirror:
    """The medium that every entry also goes to. `out`: why it stopped; `waived`: why it goes on all the same."""

    medium: MediumSerial
    begun_at: datetime
    out: MirrorReason | None = None
    out_at: datetime | None = None
    waived: WaiverReason | None = None
    drilled_at: datetime | None = None
    """When it was last read back as a whole, as the spare machine would."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """The day was taken up on another machine from its mirror.

    `entries`: the last one that the mirror held, made at `reached`; `lost`: how many more the site lock remembered.
    """

    at: datetime
    machine: str
    medium: MediumSerial
    entries: int
    reached: datetime
    lost: int


class VideoOf(StrEnum):
    """What a recording shows: a room (REC-08), or where papers are kept (REC-09)."""

    ROOM = "room"
    SECRECY_ROOM = "secrecy_room"


@dataclass(frozen=True, slots=True)
class Video:
    """A recording that is kept: on which recorder, from when to when, and whether it is evidence."""

    of: VideoOf
    room: RoomId | None
    kept_on: str
    since: datetime
    until: datetime
    evidence: bool

    def same(self, other: Recording) -> bool:
        """Whether both speak of one recording."""
        mine, theirs = ((one.of, one.room, one.kept_on, one.since, one.until) for one in (self, other))
        return mine == theirs


class Recording(Protocol):
    """What tells of a recording."""

    @property
    def of(self) -> VideoOf: ...
    @property
    def room(self) -> RoomId | None: ...
    @property
    def kept_on(self) -> str: ...
    @property
    def since(self) -> datetime: ...
    @property
    def until(self) -> datetime: ...


@dataclass(frozen=True, slots=True)
class AwaitingCleaning:
    """The sealed machine waits for receipts: with whom, since when, and for which sessions (DAT-10)."""

    custodian: PersonId
    seal: str
    at: datetime
    sessions: tuple[SessionId, ...]


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The exam's data were cleaned; `staff` is the blob of who may still sign here, without numbers of theirs.

    `ended_at`: None while the erasing that it began has not come to its end.
    """

    at: datetime
    staff: Digest
    ended_at: datetime | None = None


@dataclass(slots=True)
class Safekeeping:
    """All of it."""

    backups: dict[str, Backup] = field(default_factory=dict)
    room_backups: dict[str, RoomBackup] = field(default_factory=dict)
    media: dict[MediumSerial, Medium] = field(default_factory=dict)
    mirror: Mirror | None = None
    mirrored: set[MediumSerial] = field(default_factory=set)
    """Media that ever were the mirror, as far as it was not erased there."""
    resumed: list[Resumed] = field(default_factory=list)
    paper_due: set[tuple[SessionId, RoomId]] = field(default_factory=set)
    """Rooms that went on while the machine was gone: what stands on their paper is not typed in yet."""
    gap_open: bool = False
    """Taken up, and nobody has confirmed the time since: how long the machine was gone is not known yet."""
    published: date | None = None
    """When the results were published; retention counts from there (REC-05)."""
    videos: list[Video] = field(default_factory=list)
    awaiting: AwaitingCleaning | None = None
    cleaned: Cleaned | None = None

    def gone(self, medium: MediumSerial, at: datetime) -> None:
        """A medium left the site: the mirror follows on it no longer, even where somebody keeps it in."""
        if self.mirror and self.mirror.medium == medium and not self.mirror.out:
            self.mirror = replace(self.mirror, out=MirrorReason.MEDIUM_GONE, out_at=at, waived=None)

    def held(self, media: Iterable[MediumSerial]) -> bool:
        """Whether one of these media is registered and not lost."""
        return any(one in self.media and self.media[one].lost_at is None for one in media)
