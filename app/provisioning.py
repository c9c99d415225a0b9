"""Locks put to work: which readers look for them, the site lock of a store, and new locks made and introduced."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app import settings
from app.core.operation import Refusal, Signer
from app.core.terms import ExamId, Mode, SiteCode
from app.crypto.fingerprint import thumbprint
from app.exchange import lock_paper, outbox
from app.exchange import replacement as replacement_file
from app.exchange.keyfile import KeyFile
from app.exchange.lock_paper import LockPaper
from app.exchange.signed import LONGEST, p256_jwk
from app.paths import data_folder
from app.rehearsal.ground import PIN
from app.service import locks, people, replacement
from app.service.clock import SiteClock
from app.service.console import Console
from app.service.lock_tries import LockTries
from app.service.sitelock import LockKey, worked
from app.trouble import Code, Trouble
from devices.locks.folders import SoftwareReader
from devices.locks.tokens import Pkcs11Reader
from devices.protocols import Lock, LockFault, LockKind, LockReader, SeenLock

NOWHERE = Path()
LOCKS = "locks"
"""Beside a practice store: one folder for each software lock."""
PRACTICE_MEMORY_KIB = 8192
"""Practice PINs are published: stretching them protects nothing and would only cost time."""


def locks_at(folder: Path, modules: Sequence[Path] = ()) -> LockReader:
    """Software locks, where the folder of a practice holds them; otherwise tokens, through these PKCS#11 modules."""
    if folder != NOWHERE and folder.exists():
        return SoftwareReader(folder, memory_kib=PRACTICE_MEMORY_KIB)
    return Pkcs11Reader(list(modules) or [Path(one) for one in settings.load(data_folder()).pkcs11_modules])


def site_lock(reader: LockReader, key_file: KeyFile, pin: str) -> Lock:
    """The lock that this store was last opened with; what is wrong with another one is said before any PIN is asked.

    Raises LOCK_REMOVED, STORE_OTHER_LOCK, LOCK_KIND_WRONG, SOFTWARE_LOCK_REFUSED, PIN_NEEDED, PIN_WAITS, WRONG_PIN.
    """
    there = reader.seen()
    seen = next((one for one in there if one.serial == key_file.lock), None)
    if seen is None:
        if others := [one.serial for one in there if one.kind is LockKind.SITE]:
            raise Trouble(Code.STORE_OTHER_LOCK, expected=key_file.lock, found=others[0])
        if there:
            raise Trouble(Code.LOCK_KIND_WRONG, expected=key_file.lock, found=there[0].serial)
        raise Trouble(Code.LOCK_REMOVED, reason=LockFault.REMOVED.value)
    if seen.kind is not LockKind.SITE:
        raise Trouble(Code.LOCK_KIND_WRONG, expected=key_file.lock, found=seen.serial)
    if key_file.mode is Mode.REAL and seen.software:
        raise Trouble(Code.SOFTWARE_LOCK_REFUSED)
    if key_file.mode is Mode.PRACTICE and isinstance(reader, SoftwareReader):
        # Published: a practice store opens without a question.
        return worked(reader.open(seen.serial, PIN))
    tries = LockTries(data_folder())
    if not pin:
        tries.ask(seen.serial)
        raise Trouble(Code.PIN_NEEDED, lock=seen.serial)
    return locks.open_lock(reader, tries, seen.serial, pin)


def asked_site_lock(reader: LockReader, key_file: KeyFile, ask: Callable[[], str]) -> Lock:
    """As `site_lock`; asks for a PIN only where it is the right lock that wants one."""
    try:
        return site_lock(reader, key_file, "")
    except Trouble as trouble:
        if trouble.code is not Code.PIN_NEEDED:
            raise
    return site_lock(reader, key_file, ask())


def token(serial: str, modules: Sequence[Path], pin: str, folder: Path = NOWHERE) -> Lock:
    """Open one lock by its serial; raises PIN_WAITS, WRONG_PIN and whatever else a lock can say."""
    reader = locks_at(folder, modules)
    try:
        return locks.open_lock(reader, LockTries(data_folder()), serial, pin)
    finally:
        reader.close()


@dataclass(frozen=True, slots=True)
class LockLine:
    """A lock that is plugged in, or a blank token with `kind` None."""

    serial: str
    kind: str | None
    software: bool
    hardware: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Made:
    """A file that goes to the agency, and the fingerprint that is confirmed aloud."""

    path: Path
    fingerprint: str


def plugged_in(modules: Sequence[Path], folder: Path | None) -> tuple[LockLine, ...]:
    """Everything that is in, blank tokens too; raises LOCK_REMOVED with its reason where a module does not work."""
    reader = locks_at(folder or NOWHERE, modules)
    try:
        lines = [_line(one) for one in reader.seen()]
        if isinstance(reader, Pkcs11Reader):
            lines += [LockLine("", None, one.software, one.hardware, "") for one in reader.tokens() if one.lock is None]
            if reader.faults and not lines:
                raise Trouble(Code.LOCK_REMOVED, reason=next(iter(reader.faults.values())).value)
        return tuple(lines)
    finally:
        reader.close()


def _line(seen: SeenLock) -> LockLine:
    fingerprint = thumbprint(p256_jwk(seen.point)) if seen.point else ""
    return LockLine(seen.serial, seen.kind.value, seen.software, seen.hardware, fingerprint)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a blank lock is to become; `hardware` tells several blank tokens apart, `fresh` clears one in service."""

    serial: str
    kind: LockKind
    mode: Mode
    hardware: str = ""
    fresh: bool = False


def provision(wanted: Wanted, pin: str, modules: Sequence[Path], folder: Path | None, out: Path) -> Made:
    """A key on the lock, and the paper with which the agency registers it; raises what a lock can say."""
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    reader = locks_at(folder or NOWHERE, modules)
    try:
        seen = worked(reader.provision(wanted.hardware, wanted.serial, wanted.kind, pin, fresh=wanted.fresh))
        lock = worked(reader.open(wanted.serial, pin))
    finally:
        reader.close()
    try:
        return _introduced(wanted, seen, LockKey(lock), out)
    finally:
        lock.close()


def _introduced(wanted: Wanted, seen: SeenLock, key: LockKey, out: Path) -> Made:
    paper = LockPaper(
        mode=wanted.mode,
        exam=ExamId(""),
        site=SiteCode(""),
        issued_at=SiteClock().moment().at,
        serial=f"{wanted.serial}-{key.public.thumbprint[:8]}",
        lock_serial=wanted.serial,
        kind=wanted.kind.value,
        lock=key.public.jwk,
        software_lock=seen.software,
        hardware=seen.hardware,
    )
    path = out / f"{wanted.serial}{lock_paper.SUFFIX}"
    outbox.write_bytes(path, lock_paper.write(paper, key))
    return Made(path, key.public.thumbprint)


def ask_replacement(data: Path, serial: str, modules: Sequence[Path], pin: str, out: Path) -> Made:
    """The request of a new site lock in the place of a lost one; raises what lock and store can say."""
    lock = token(serial, modules, pin, data / LOCKS)
    try:
        key = LockKey(lock)
        path = out / f"{serial}{replacement_file.SUFFIX}"
        outbox.write_bytes(path, replacement.ask(data / "store", lock, SiteClock().moment().at))
        return Made(path, key.public.thumbprint)
    finally:
        lock.close()


def replace_lock(
    data: Path, serial: str, modules: Sequence[Path], pin: str, grant: Path, pins: Sequence[tuple[str, str]]
) -> int | Refusal:
    """Change the lock by the province's grant, before two persons with code and PIN; how many entries stand.

    Returns the refusal where the two may not do it. Raises what grant, lock, store and PINs can say.
    """

    def sign(console: Console) -> tuple[Signer, ...]:
        if console.site.package is None:
            return (people.holder_of_lock(console),)
        return tuple(people.sign_with_pin(console, code, own) for code, own in pins)

    lock = token(serial, modules, pin, data / LOCKS)
    done = replacement.replace(data / "store", lock, outbox.read_bytes(grant, LONGEST), SiteClock(), sign)
    try:
        if isinstance(done, Refusal):
            return done
        done.store.close()
        return done.store.journal.n
    finally:
        lock.close()
