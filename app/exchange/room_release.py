"""The release of one room for one session, signed by the site lock, for the room's stick."""

from __future__ import annotations

from datetime import datetime

import msgspec

from app.core.terms import ExamId, LockSerial, Mode, RoomId, SessionId, SiteCode, Ticket
from app.exchange.signed import Document, Kind, PublicKey, SigningKey, expect, sign, verify

SUFFIX = ".examsite-release"


class ReleasedCandidate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Someone to be let in; `seat` is None in an overbooked site."""

    ticket: Ticket
    name: str
    seat: str | None


class RoomRelease(Document, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`lock` is the invigilation lock registered for the room, "" where none is."""

    session: SessionId
    room: RoomId
    subject: str
    starts_at: datetime
    minutes: int
    timestamp: str
    edition: int
    start_authorization: str
    lock: LockSerial
    candidates: tuple[ReleasedCandidate, ...]


def write(release: RoomRelease, site_lock: SigningKey) -> bytes:
    return sign(Kind.RELEASE, release, site_lock)


def read(token: bytes, site_lock: PublicKey, mode: Mode, site: SiteCode, exam: ExamId) -> RoomRelease:
    """As the room reads it; raises every fault of signed documents."""
    release = verify(token, Kind.RELEASE, RoomRelease, site_lock)
    expect(release, mode=mode, site=site, exam=exam)
    return release
