"""What a room says of one candidate on the way between two rooms: signed by its lock, one QR code (OVB-15)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated

import msgspec

from app.core.terms import PersonId, RoomId, SessionId, Ticket
from app.exchange.room_result import Expected, RoomDocument, expect_room
from app.exchange.signed import Kind, PublicKey, SigningKey, claimed, expect_times, sign, verify
from app.trouble import Code, Trouble

SUFFIX = ".examsite-transfer"
LARGEST = 1 << 12
"""Bytes; more than one QR code holds."""
_Time = Annotated[datetime, msgspec.Meta(tz=True)]


class Direction(StrEnum):
    """Which of the two rooms speaks."""

    OUT = "out"
    """The room that sends the candidate on."""
    IN = "in"
    """The room that took the candidate in."""


class TransferToken(RoomDocument, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What one room signs: `room` is the one that speaks, `origin` the one that sent the candidate, at `at`."""

    direction: Direction
    ticket: Ticket
    origin: RoomId
    at: _Time
    reported_by: PersonId


def write(token: TransferToken, lock: SigningKey) -> bytes:
    return sign(Kind.TRANSFER, token, lock)


def claimed_room(token: bytes) -> tuple[SessionId, RoomId]:
    """Session and room as the token claims them, unverified: only to find the lock it is then checked with."""
    found = claimed(_short(token), Kind.TRANSFER, TransferToken)
    return found.session, found.room


def read(token: bytes, expected: Expected, lock: PublicKey) -> TransferToken:
    """Raises every fault of signed documents, and where the token is of another room or at odds with itself."""
    found = verify(_short(token), Kind.TRANSFER, TransferToken, lock)
    expect_room(found, expected)
    expect_times(Kind.TRANSFER, found.at)
    if (found.direction is Direction.OUT) != (found.origin == found.room):
        raise Trouble(Code.CONTENT_UNFIT, file=Kind.TRANSFER, line=0, problem="direction, origin")
    return found


def _short(token: bytes) -> bytes:
    if len(token) > LARGEST:
        raise Trouble(Code.FILE_TOO_LARGE, file=Kind.TRANSFER, limit=LARGEST)
    return token
