"""The lock register (考务锁、监考锁登记): which locks serve this exam, as the province signed it (LCK-01)."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from app.core.terms import LockSerial, RoomId


class RegisteredAs(StrEnum):
    """What a lock is registered for."""

    SITE = "site"
    INVIGILATION = "invigilation"


class RegisteredLock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One registered lock; `jwk` is its public key as JWK text, `room` the room of an invigilation lock."""

    serial: LockSerial
    kind: RegisteredAs
    jwk: str
    software: bool
    room: RoomId | None = None


def lock_of_room(locks: tuple[RegisteredLock, ...], room: RoomId) -> RegisteredLock | None:
    """The invigilation lock registered for a room."""
    return next((lock for lock in locks if lock.kind is RegisteredAs.INVIGILATION and lock.room == room), None)
