"""Locks at the desk: what is plugged in and may it serve, taking into use, the site lock's going and coming."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.calibration import TakeIntoUse
from app.core.locks import LockOfOtherKey, LockReason, NoteLockBack, NoteLockOut, unfit
from app.core.operation import Refusal, Signer
from app.core.plan import RegisteredAs
from app.core.terms import LockSerial, PersonId, RoomId
from app.exchange.signed import PublicKey, p256_jwk
from app.service.console import Console
from app.service.lock_tries import LockTries
from app.service.sitelock import LockKey, worked
from app.service.store import not_superseded
from app.trouble import Code, Trouble
from devices.presence import Presence
from devices.protocols import GONE, Lock, LockFault, LockReader, SeenLock


@dataclass(frozen=True, slots=True)
class PluggedIn:
    """A lock that is in; `refusal` says why it may not serve, before anybody is asked for a PIN."""

    serial: LockSerial
    kind: RegisteredAs
    software: bool
    refusal: Refusal | None


def plugged_in(console: Console, reader: LockReader, kind: RegisteredAs | None = None) -> tuple[PluggedIn, ...]:
    """Everything that is in; with `kind`, each judged as one of that kind, otherwise as what it says it is."""
    return tuple(_judged(console, seen, kind) for seen in reader.seen())


def _judged(console: Console, seen: SeenLock, kind: RegisteredAs | None) -> PluggedIn:
    own = RegisteredAs(seen.kind)
    serial, key = LockSerial(seen.serial), PublicKey.read(p256_jwk(seen.point)).jwk if seen.point else None
    no = unfit(console.site, serial, kind or own, console.clock.moment().at, key)
    return PluggedIn(serial, own, seen.software, no or _other_kind(console, serial, own, kind))


def _other_kind(console: Console, serial: LockSerial, own: RegisteredAs, wanted: RegisteredAs | None) -> Refusal | None:
    """What a lock says of itself must be what it is registered for."""
    state = console.site.locks.get(serial)
    if state is None or state.registered.kind is own:
        return None
    return unfit(console.site, serial, own, console.clock.moment().at)


def open_lock(reader: LockReader, tries: LockTries, serial: str, pin: str) -> Lock:
    """Raises PIN_WAITS before a try that comes too soon, WRONG_PIN, and whatever else a lock can say."""
    tries.ask(serial)
    opened = reader.open(serial, pin)
    if opened is LockFault.WRONG_PIN:
        tries.wrong(serial)
    lock = worked(opened)
    tries.right(serial)
    return lock


def take_into_use(console: Console, lock: Lock, room: RoomId, holder: PersonId, *signers: Signer) -> Refusal | None:
    """A lock, open with its PIN, proves its registered key and is bound to its room; raises what a lock can say."""
    serial = LockSerial(lock.serial)
    state = console.site.locks.get(serial)
    if state and LockKey(lock).public.jwk != state.registered.jwk:
        return LockOfOtherKey(serial)
    fault = Presence().look(lock)
    worked(fault)
    return console.submit(TakeIntoUse(serial, room, holder), *signers, locks=frozenset({serial}))


def note_presence(console: Console, fault: LockFault | None) -> None:
    """Enter that the site lock went out, once; or that this very handle answers again, as one in software does."""
    serial, out = LockSerial(console.store.lock.serial), console.site.lock_out
    if fault in GONE and not out:
        console.submit(NoteLockOut(serial, LockReason(fault)))
    elif fault is None and out:
        console.submit(NoteLockBack(serial))
        console.store.mark()


def put_back(console: Console, lock: Lock) -> None:
    """The site lock is in again, open with its PIN; raises STORE_OTHER_LOCK for another one. The head is noted."""
    known = console.store.lock
    if (lock.serial, lock.point) != (known.serial, known.point):
        raise Trouble(Code.STORE_OTHER_LOCK, expected=known.serial, found=lock.serial)
    console.relock(lock)
    not_superseded(console.store)
    console.submit(NoteLockBack(LockSerial(lock.serial)))
    console.store.mark()
