"""The register of locks (锁登记): which locks serve an exam at a site, as the province signs it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import msgspec
from msgspec.structs import replace

from app.core.plan import RegisteredAs, RegisteredLock
from app.core.terms import ExamId, Mode, SiteCode
from app.exchange.signed import Document, Kind, PublicKey, SigningKey, expect, sign, verify
from app.trouble import Code, Trouble

SUFFIX = ".examsite-locks"

Number = Annotated[int, msgspec.Meta(ge=1, le=(1 << 31) - 1)]


class LockRegister(Document, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Replaces the register before it; that of the package counts as number 0."""

    number: Number
    locks: tuple[RegisteredLock, ...]


def write(register: LockRegister, key: SigningKey) -> bytes:
    return sign(Kind.LOCKS, register, key)


def read(token: bytes, province: PublicKey, mode: Mode, site: SiteCode, exam: ExamId) -> LockRegister:
    """Raises every fault of signed documents, and what `sound` says of the locks."""
    register = verify(token, Kind.LOCKS, LockRegister, province)
    expect(register, mode=mode, site=site, exam=exam)
    return replace(register, locks=sound(register.locks, Kind.LOCKS))


def sound(locks: Sequence[RegisteredLock], file: str) -> tuple[RegisteredLock, ...]:
    """The same locks, each key in its one form, which keys are compared in.

    Raises MEMBER_DOUBLED where a number is empty or stands twice, whatever it is registered as, or a room has two
    locks; CONTENT_UNFIT or FIELD_DOUBLED for a key that is none, a VPN key that has one, a time without its zone.
    """
    serials = [lock.serial for lock in locks]
    if "" in serials or len(set(serials)) != len(serials):
        raise Trouble(Code.MEMBER_DOUBLED, file=file, member=max(serials, key=serials.count))
    rooms = [lock.room for lock in locks if lock.room]
    if len(set(rooms)) != len(rooms):
        raise Trouble(Code.MEMBER_DOUBLED, file=file, member=max(rooms, key=rooms.count))
    return tuple(_sound(lock, file) for lock in locks)


def _sound(lock: RegisteredLock, file: str) -> RegisteredLock:
    if any(moment and not moment.tzinfo for moment in (lock.since, lock.until)):
        raise Trouble(Code.CONTENT_UNFIT, file=file, line=0, problem=f"zone {lock.serial[:40]}")
    if lock.kind is not RegisteredAs.VPN_KEY:
        return replace(lock, jwk=PublicKey.read(lock.jwk).jwk)
    if lock.jwk:
        raise Trouble(Code.CONTENT_UNFIT, file=file, line=0, problem=f"key {lock.serial[:40]}")
    return lock
