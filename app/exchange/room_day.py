"""What the room side says of its own file of the day, signed by the room's lock; the file itself stays unread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

import msgspec

from app.core.terms import Digest, ExamId, LockSerial, Mode, RoomId, SessionId, SiteCode
from app.exchange.signed import Document, Kind, PublicKey, SigningKey, expect, expect_times, sign, verify
from app.trouble import Code, Trouble

SUFFIX = ".examsite-room-day"
SIDECAR = ".jws"
_Digest = Annotated[Digest, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]


class RoomDayDocument(Document, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`sessions`: those of the day that the room held, whose answers the file contains; `made_at` by its own clock."""

    room: RoomId
    day: date
    sessions: tuple[SessionId, ...]
    lock: LockSerial
    name: str
    digest: _Digest
    size: Annotated[int, msgspec.Meta(ge=0)]
    made_at: Annotated[datetime, msgspec.Meta(tz=True)]


@dataclass(frozen=True, slots=True)
class Expected:
    """What it must speak of to be taken."""

    mode: Mode
    exam: ExamId
    site: SiteCode
    room: RoomId
    day: date
    sessions: frozenset[SessionId]
    lock: LockSerial


def name(site: SiteCode, room: RoomId, day: date) -> str:
    return f"{site}-{room}-{day}{SUFFIX}"


def write(document: RoomDayDocument, lock: SigningKey) -> bytes:
    return sign(Kind.ROOM_DAY, document, lock)


def read(token: bytes, expected: Expected, lock: PublicKey) -> RoomDayDocument:
    """Raises every fault of signed documents, and where it is of another room, another day or other sessions."""
    document = verify(token, Kind.ROOM_DAY, RoomDayDocument, lock)
    expect(document, mode=expected.mode, site=expected.site, exam=expected.exam)
    if (document.room, document.lock) != (expected.room, expected.lock):
        raise Trouble(Code.ROOM_WRONG, expected=expected.room, found=document.room)
    if document.day != expected.day:
        raise Trouble(Code.DAY_WRONG, expected=str(expected.day), found=str(document.day))
    if frozenset(document.sessions) != expected.sessions or len(document.sessions) != len(expected.sessions):
        raise Trouble(Code.SESSION_WRONG, expected=_listed(expected.sessions), found=_listed(document.sessions))
    expect_times(Kind.ROOM_DAY, document.made_at)
    return document


def _listed(sessions: frozenset[SessionId] | tuple[SessionId, ...]) -> str:
    return ", ".join(sorted(sessions))[:80]
