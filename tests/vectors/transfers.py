"""Vectors of the transfer token, beyond those of every signed document."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from app.core.terms import LockSerial, RoomId, SessionId
from app.exchange.signed import Kind
from app.exchange.transfer_token import LARGEST, Direction, TransferToken
from app.trouble import Code
from tests.vectors.bench import signed_as, token, vector
from tests.vectors.keys import ROOM_LOCK
from tests.vectors.sample import TAKEN_IN, TRANSFER


def transfer(document: TransferToken) -> bytes:
    return signed_as(Kind.TRANSFER, document, ROOM_LOCK)


def with_text(old: bytes, new: bytes) -> bytes:
    whole = msgspec.json.encode(TRANSFER)
    if old not in whole:
        raise ValueError(old)
    return token(Kind.TRANSFER, whole.replace(old, new), ROOM_LOCK)


@vector("transfer")
def taken_in() -> bytes:
    """The other room speaks."""
    return transfer(TAKEN_IN)


@vector("transfer", Code.SESSION_WRONG)
def wrong_session() -> bytes:
    """Of another session."""
    return transfer(replace(TRANSFER, session=SessionId("1-2")))


@vector("transfer", Code.ROOM_WRONG)
def wrong_room() -> bytes:
    """Of another room."""
    return transfer(replace(TRANSFER, room=RoomId("002"), origin=RoomId("002")))


@vector("transfer", Code.ROOM_WRONG)
def wrong_lock() -> bytes:
    """Names another lock than the one that signed."""
    return transfer(replace(TRANSFER, lock=LockSerial("ROOM-2")))


@vector("transfer", Code.CONTENT_UNFIT)
def out_of_another_room() -> bytes:
    """A room says that it sent somebody out of another room."""
    return transfer(replace(TRANSFER, origin=RoomId("002")))


@vector("transfer", Code.CONTENT_UNFIT)
def in_from_the_same_room() -> bytes:
    """A room says that it took somebody in who came from itself."""
    return transfer(replace(TRANSFER, direction=Direction.IN))


@vector("transfer", Code.CONTENT_UNFIT)
def direction_unknown() -> bytes:
    """Neither out nor in."""
    return with_text(b'"direction":"out"', b'"direction":"back"')


@vector("transfer", Code.CONTENT_UNFIT)
def time_without_zone() -> bytes:
    """`at` does not say in which zone."""
    return with_text(b'"at":"2026-06-19T01:00:00Z"', b'"at":"2026-06-19T01:00:00"')


@vector("transfer", Code.FILE_TOO_LARGE)
def too_large() -> bytes:
    """More than any square holds."""
    return transfer(replace(TRANSFER, serial="T" * LARGEST))


@vector("transfer", Code.CONTENT_UNFIT)
def last_year() -> bytes:
    """`at` lies in the year 9999, which is already over in some zones."""
    return transfer(replace(TRANSFER, at=TRANSFER.at.replace(year=9999)))
