"""The composition root: the one place that picks locks, forms and fonts, and puts the parts together.

Read in only when a command needs it, so that a window can stand before it.
"""

from __future__ import annotations

from pathlib import Path

from app.command_line import progress
from app.core.terms import Mode, SiteCode
from app.date_guard import note
from app.exchange import agefile, enrolment, keyfile, outbox, strict
from app.exchange.backup import SUFFIX as BACKUP
from app.exchange.trust import Trust
from app.paths import data_folder
from app.rehearsal.day import Day
from app.rehearsal.ground import PIN, Means
from app.rehearsal.practice import PracticeDay
from app.rehearsal.province import Size
from app.rehearsal.summary import Summary
from app.service import verify as proof
from app.service.clock import SystemClock
from app.service.console import Console
from app.service.enrolment import Enrolled, enrol
from app.service.sitelock import LockKey, worked
from app.service.store import Store
from app.service.unlock import unlock
from app.trouble import Code, Trouble
from devices.locks.software import SoftwareLock
from devices.protocols import LockKind
from reports import fonts, room_record, room_release
from ui.opening import Opening, Practice, Tools

PRACTICE_MEMORY_KIB = 8192
"""Practice PINs are published: stretching them protects nothing and would only cost time."""
FOLDERS = ("backups", "records", "releases")


def _practice_lock(folder: Path, serial: str, kind: LockKind, pin: str) -> SoftwareLock:
    return SoftwareLock.create(folder, serial, kind, pin, memory_kib=PRACTICE_MEMORY_KIB)


def means() -> Means:
    return Means(_practice_lock, SoftwareLock.open, room_record.draw, room_release.draw, fonts.missing, progress())


def rehearse(out: Path, size: Size) -> Summary:
    return Day(out, size, means()).run()


def new_practice(folder: Path, size: Size) -> Opening:
    """A practice day an hour before its first session; raises STORE_EXISTS for a folder in use."""
    day = PracticeDay.prepare(folder, size, means())
    return _opening(day.console, folder, day)


def opened(folder: Path) -> Opening:
    """A practice folder, or a store that was only enrolled, as it was left.

    Raises STORE_MISSING, SOFTWARE_LOCK_REFUSED for a real exam, and everything that a store says when it is opened.
    """
    key_file = folder / "store" / keyfile.NAME
    if not key_file.exists():
        raise Trouble(Code.STORE_MISSING, file=folder.name)
    if keyfile.read(outbox.read_bytes(key_file, 1 << 16)).mode is Mode.REAL:
        raise Trouble(Code.SOFTWARE_LOCK_REFUSED)
    if (folder / "agency").exists():
        day = PracticeDay.open(folder, means())
        return _opening(day.console, folder, day)
    lock = worked(SoftwareLock.open(folder / "locks" / "site", PIN))
    return _opening(unlock(folder / "store", lock, SystemClock()), folder, None)


def _opening(console: Console, data: Path, practice: Practice | None) -> Opening:
    home, site = data_folder(), console.site
    if site.mode is Mode.REAL:
        note(home, {state.plan.starts_at.date() for state in site.sessions.values()})
    for name in FOLDERS:
        (data / name).mkdir(exist_ok=True)
    return Opening(console, home, data, Tools(room_record.draw, room_release.draw, fonts.missing), practice)


def enroll(site: str, trust: Path, out: Path) -> tuple[Enrolled, Path]:
    """A new store with a practice lock beside it, and the request for the agency."""
    trusted = strict.decode(outbox.read_bytes(trust, 1 << 16), Trust, trust.name)
    if trusted.mode is Mode.REAL:
        # Tokens come with the locks; until then nobody is led to hold a real exam on a key file.
        raise Trouble(Code.SOFTWARE_LOCK_REFUSED)
    if not enrolment.SITE_CODE.fullmatch(site):
        raise Trouble(Code.SITE_CODE_WRONG, found=site[:20])
    if (out / "locks" / "site").exists() or (out / "store").exists():
        raise Trouble(Code.STORE_EXISTS, file=out.name)
    lock = _practice_lock(out / "locks" / "site", f"SITE-{site}", LockKind.SITE, PIN)
    enrolled = enrol(out / "store", trusted, SiteCode(site), lock, SystemClock())
    enrolled.console.store.close()
    path = out / f"{site}{enrolment.SUFFIX}"
    outbox.write_bytes(path, enrolled.request)
    return enrolled, path


def verify_store(folder: Path, lock_folder: Path | None) -> proof.Proof:
    """A practice lock lies in the folder `locks` beside its store, and its PIN is published."""
    if not (folder / keyfile.NAME).exists():
        raise Trouble(Code.STORE_MISSING, file=folder.name)
    lock = worked(SoftwareLock.open(lock_folder or folder.parent / "locks" / "site", PIN))
    store = Store(folder, lock)
    try:
        return proof.store_file(store, proof.marks_beside(folder.parent / "backups", LockKey(lock).public))
    finally:
        store.abandon()


def verify_backup(path: Path, identity: Path | None) -> proof.Proof:
    """A practice backup finds its province's identity beside it."""
    if not path.name.endswith(BACKUP):
        raise Trouble(Code.KIND_WRONG, expected=BACKUP, found=path.suffix)
    key = identity or path.parent.parent / "agency" / "province.agekey"
    known = identity is not None or key.exists()
    identities = [agefile.identity(outbox.read_bytes(key, 4096).decode())] if known else []
    return proof.backup_file(path, identities)
