"""What the agency arranged: exam, sessions, rooms and who sits where. Read once, never edited at the site (ARR-05)."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from app.core.terms import Digest, ExamId, LockSerial, RoomId, SessionId, SiteCode, Ticket


class Session(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One subject at one time; `media` is an audio or video exam. `id` is "<batch>-<place in it>", as in "1-2"."""

    id: SessionId
    batch: int
    subject: str
    starts_at: datetime
    minutes: int
    media: bool = False
    paper: bool = False

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)


class Exam(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An exam with its sessions in order of time. `codes` is "chain" or "opaque" (formats: authorization codes)."""

    id: ExamId
    title: str
    level: str
    rulebook: str
    codes: str
    sessions: tuple[Session, ...]


class Room(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A computer room. `spare_seats` count only once in service; `overbook_percent` is the room's own setting."""

    id: RoomId
    name: str
    building: str
    floor: int
    seats: int
    spare_seats: int = 0
    machines: int = 0
    cloud: bool = False
    standby: bool = False
    overbook_percent: int = 0


class SitePlan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The site as arranged. `timestamp` is the arrangement timestamp, exact text."""

    code: SiteCode
    name: str
    address: str
    phones: tuple[str, ...]
    timestamp: str
    rooms: tuple[Room, ...]

    @property
    def overbooked(self) -> bool:
        """One room's setting turns the whole site (OVB-02)."""
        return any(room.overbook_percent for room in self.rooms)


class Allotment(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A candidate's place in one session; `seat` is None in an overbooked site."""

    session: SessionId
    room: RoomId
    seat: str | None = None


class Candidate(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A person of the roster: personal data, never part of a fact."""

    ticket: Ticket
    name: str
    id_type: str
    id_number: str
    allotments: tuple[Allotment, ...]
    photo: Digest | None = None

    @property
    def sequence(self) -> str:
        """The last three digits (序号), zeros kept: unique in a room, not in a site."""
        return self.ticket[-3:]


class RegisteredAs(StrEnum):
    """What a lock is registered for; the VPN key is kept like one and holds no key that we know."""

    SITE = "site"
    INVIGILATION = "invigilation"
    VPN_KEY = "vpn_key"


class RegisteredLock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One lock of the register; `jwk` is its public key as JWK text, "" for a VPN key.

    `room`: the room of an invigilation lock, None for a spare one. `exam`: "" means the exam of the package.
    `reference`: of the registration; another one brings a lost lock back. It serves from `since` to `until`.
    """

    serial: LockSerial
    kind: RegisteredAs
    jwk: str
    software: bool
    room: RoomId | None = None
    exam: ExamId = ExamId("")
    reference: str = ""
    since: datetime | None = None
    until: datetime | None = None
    revoked: bool = False
