"""The agency's register of locks: kept beside the tables of a site, brought by the package or by a newer document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from app.authority.folder import SiteHeader, read_rooms
from app.authority.keys import Agency
from app.core.plan import RegisteredAs, RegisteredLock
from app.core.terms import ExamId, LockSerial, Mode, RoomId, SiteCode
from app.exchange import lock_register, outbox, strict
from app.exchange.enrolment import SiteRequest
from app.exchange.lock_paper import LockPaper
from app.exchange.lock_register import LockRegister
from app.trouble import Code, Trouble

FILE = "locks.json"
_LONGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Terms:
    """What a registration says beside the lock: its reference, and between which moments the lock serves."""

    reference: str = ""
    since: datetime | None = None
    until: datetime | None = None


def registered(folder: Path) -> tuple[RegisteredLock, ...]:
    """The register in the site's input folder, () before the first lock; raises what `sound` says of it."""
    path = folder / FILE
    if not path.exists():
        return ()
    text = outbox.read_bytes(path, _LONGEST)
    return lock_register.sound(strict.decode(text, tuple[RegisteredLock, ...], FILE), FILE)


def register(folder: Path, *entries: RegisteredLock) -> tuple[RegisteredLock, ...]:
    """Enter locks, each in place of what stood under its number before; the whole register as it then stands.

    Raises MEMBER_DOUBLED, CONTENT_UNFIT or FIELD_DOUBLED, and keeps nothing then.
    """
    kept = {lock.serial: lock for lock in registered(folder)}
    serials = [lock.serial for lock in entries]
    if len(set(serials)) != len(serials):
        raise Trouble(Code.MEMBER_DOUBLED, file=FILE, member=max(serials, key=serials.count))
    locks = lock_register.sound(tuple((kept | {lock.serial: lock for lock in entries}).values()), FILE)
    outbox.write_bytes(folder / FILE, strict.encode(locks))
    return locks


def introduced(paper: LockPaper, agency: Agency, header: SiteHeader, terms: Terms) -> RegisteredLock:
    """The entry of a lock that introduced itself, for this site or for none in particular.

    Raises MODE_WRONG, SITE_WRONG or SOFTWARE_LOCK_REFUSED.
    """
    if paper.mode is not agency.mode:
        raise Trouble(Code.MODE_WRONG, expected=agency.mode, found=paper.mode)
    if paper.site and paper.site != header.code:
        raise Trouble(Code.SITE_WRONG, expected=header.code, found=paper.site)
    if paper.mode is Mode.REAL and paper.software_lock:
        raise Trouble(Code.SOFTWARE_LOCK_REFUSED)
    kind = RegisteredAs(paper.kind)
    return _under(RegisteredLock(LockSerial(paper.lock_serial), kind, paper.lock, paper.software_lock), terms)


def vpn_key(serial: str, terms: Terms) -> RegisteredLock:
    """The entry of a VPN key, which has no key that we know and introduces itself to nobody."""
    return _under(RegisteredLock(LockSerial(serial), RegisteredAs.VPN_KEY, "", software=False), terms)


def _under(lock: RegisteredLock, terms: Terms) -> RegisteredLock:
    return replace(lock, reference=terms.reference, since=terms.since, until=terms.until)


def changed(
    folder: Path, new: Sequence[RegisteredLock], rooms: Mapping[str, str], revoked: Iterable[str]
) -> tuple[RegisteredLock, ...]:
    """What `register` is then told: new locks, and those of the register that get another room or are revoked.

    A room of "" makes a lock spare; a revoked lock gives its room up. Raises MEMBER_MISSING for a lock or a room that
    there is not, MEMBER_STRANGE for a room given to anything but an invigilation lock.
    """
    before = {lock.serial: lock for lock in registered(folder)}
    entries = [replace(lock, room=_room_before(before, lock)) for lock in new]
    touched: dict[str, RegisteredLock] = {lock.serial: lock for lock in entries}
    if len(touched) != len(entries):
        serials = [lock.serial for lock in entries]
        raise Trouble(Code.MEMBER_DOUBLED, file=FILE, member=max(serials, key=serials.count))

    def known(serial: str) -> RegisteredLock:
        lock = touched.get(serial) or before.get(LockSerial(serial))
        if lock is None:
            raise Trouble(Code.MEMBER_MISSING, file=FILE, member=serial)
        return lock

    there = read_rooms(folder) if any(rooms.values()) else frozenset()
    for serial, room in rooms.items():
        if room and room not in there:
            raise Trouble(Code.MEMBER_MISSING, file="rooms", member=room)
        if known(serial).kind is not RegisteredAs.INVIGILATION:
            raise Trouble(Code.MEMBER_STRANGE, file=FILE, member=f"{serial}={room}")
        touched[serial] = replace(known(serial), room=RoomId(room) if room else None)
    for serial in revoked:
        touched[serial] = replace(known(serial), revoked=True, room=None)
    return tuple(touched.values())


def _room_before(before: Mapping[LockSerial, RegisteredLock], lock: RegisteredLock) -> RoomId | None:
    """A lock that is registered anew keeps its room."""
    return before[lock.serial].room if lock.serial in before else None


def whole(folder: Path, request: SiteRequest) -> tuple[RegisteredLock, ...]:
    """The register with the site lock that the site was enrolled with, unless the register itself speaks of it."""
    locks = registered(folder)
    serial = LockSerial(request.lock_serial)
    if any(lock.serial == serial for lock in locks):
        return locks
    own = RegisteredLock(serial, RegisteredAs.SITE, request.lock, request.software_lock)
    return lock_register.sound((own, *locks), FILE)


def issue(
    agency: Agency, folder: Path, request: SiteRequest, exam: ExamId, out: Path, at: datetime
) -> tuple[Path, LockRegister]:
    """A signed register for a site that has its package already, in `out`, under the next number."""
    number = next_number(agency, exam, request.site)
    document = LockRegister(
        mode=agency.mode,
        exam=exam,
        site=request.site,
        issued_at=at,
        serial=f"{exam}-{request.site}-L{number}",
        number=number,
        locks=whole(folder, request),
    )
    path = out / f"{exam}-{request.site}-{number}{lock_register.SUFFIX}"
    outbox.write_bytes(path, lock_register.write(document, agency.province))
    return path, document


def next_number(agency: Agency, exam: ExamId, site: SiteCode, of: str = "register") -> int:
    """One more than the highest given out for this exam and site; what is told here is not told again."""
    path = agency.folder / f"{exam}-{site}.{of}"
    number = 1 + (strict.decode(outbox.read_bytes(path, 64), int, path.name) if path.exists() else 0)
    outbox.write_bytes(path, strict.encode(number))
    return number
