"""The composition root: the one place that picks locks, forms and fonts, and puts the parts together.

Read in only when a command needs it, so that a window can stand before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from app.command_line import progress, words
from app.core.directory import Speaker
from app.core.terms import Mode, SiteCode
from app.date_guard import note
from app.exchange import agefile, enrolment, keyfile, outbox, strict
from app.exchange.backup import SUFFIX as BACKUP
from app.exchange.keyfile import KeyFile
from app.exchange.trust import Trust
from app.paths import data_folder
from app.provisioning import LOCKS, PRACTICE_MEMORY_KIB, asked_site_lock, locks_at, site_lock, token
from app.rehearsal.day import Day
from app.rehearsal.ground import PIN, Means
from app.rehearsal.practice import PracticeDay
from app.rehearsal.province import Size
from app.rehearsal.summary import Summary
from app.service import scans
from app.service import verify as proof
from app.service.clock import SiteClock
from app.service.console import Console
from app.service.enrolment import Enrolled, enrol
from app.service.lock_tries import LockTries
from app.service.store import Store
from app.service.unlock import unlock
from app.trouble import Code, Trouble
from app.views.paper_check import Checked
from devices.locks.software import SoftwareLock
from devices.locks.tokens import Pkcs11Reader
from devices.media import FolderMedia
from devices.protocols import LockKind, LockReader
from devices.watcher import UsbWatch
from reports import escort, fallback, fonts, room_record, room_release, site_sheet, working_paper
from ui.opening import Opening, Practice, Tools

FOLDERS = ("backups", "records", "releases")


def _practice_lock(folder: Path, serial: str, kind: LockKind, pin: str) -> SoftwareLock:
    return SoftwareLock.create(folder, serial, kind, pin, memory_kib=PRACTICE_MEMORY_KIB)


def means() -> Means:
    drawn = (room_record.draw, room_release.draw, site_sheet.draw, working_paper.draw)
    say = words().say
    city = Speaker(say("practice-city-name"), say("practice-city-office"), say("practice-city-phone"))
    return Means(_practice_lock, SoftwareLock.open, *drawn, fonts.missing, progress(), city, say)


def rehearse(out: Path, size: Size) -> Summary:
    return Day(out, size, means()).run()


def new_practice(folder: Path, size: Size) -> Opening:
    """A practice day an hour before its first session; raises STORE_EXISTS for a folder in use."""
    day = PracticeDay.prepare(folder, size, means())
    return _opening(day.console, folder, day)


def opened(folder: Path, modules: Sequence[Path] = (), pin: str = "") -> Opening:
    """A practice day, or a store with its site lock, as it was left.

    Raises STORE_MISSING, PIN_NEEDED while the lock is in and no PIN was given, and everything that a lock and a store
    say when they are opened.
    """
    key_file = _key_file(folder / "store")
    if (folder / "agency").exists():
        day = PracticeDay.open(folder, means())
        return _opening(day.console, folder, day)
    reader = locks_at(folder / LOCKS, modules)
    try:
        lock = site_lock(reader, key_file, pin)
        return _opening(unlock(folder / "store", lock, SiteClock()), folder, None, reader)
    except BaseException:
        reader.close()
        raise


def _key_file(store: Path) -> KeyFile:
    if not (store / keyfile.NAME).exists():
        raise Trouble(Code.STORE_MISSING, file=store.parent.name)
    return keyfile.read(outbox.read_bytes(store / keyfile.NAME, 1 << 16))


def _opening(console: Console, data: Path, practice: Practice | None, reader: LockReader | None = None) -> Opening:
    home, site = data_folder(), console.site
    if site.mode is Mode.REAL:
        note(home, {state.plan.starts_at.date() for state in site.sessions.values()})
    for name in FOLDERS:
        (data / name).mkdir(exist_ok=True)
    if site.mode is Mode.PRACTICE:
        # A practice day's sticks are folders.
        console.media = FolderMedia(data / "media")
        (data / "media").mkdir(exist_ok=True)
    rooms = (room_record.draw, site_sheet.draw, room_release.draw, working_paper.draw)
    tools = Tools(*rooms, escort.draw, fonts.missing, fallback.draw)
    usb = UsbWatch().changed if isinstance(reader, Pkcs11Reader) else None
    return Opening(console, home, data, tools, practice, reader or locks_at(data / LOCKS), LockTries(home), usb)


def enroll(
    site: str, trust: Path, out: Path, serial: str = "", modules: Sequence[Path] = (), pin: str = ""
) -> tuple[Enrolled, Path]:
    """A new store and the request for the agency: on the token `serial`, or with a practice lock made beside it."""
    trusted = strict.decode(outbox.read_bytes(trust, 1 << 16), Trust, trust.name)
    if trusted.mode is Mode.REAL and not serial:
        raise Trouble(Code.SOFTWARE_LOCK_REFUSED)
    if not enrolment.SITE_CODE.fullmatch(site):
        raise Trouble(Code.SITE_CODE_WRONG, found=site[:20])
    if (out / "locks" / "site").exists() or (out / "store").exists():
        raise Trouble(Code.STORE_EXISTS, file=out.name)
    lock = (
        token(serial, modules, pin)
        if serial
        else _practice_lock(out / LOCKS / "site", f"SITE-{site}", LockKind.SITE, PIN)
    )
    try:
        enrolled = enrol(out / "store", trusted, SiteCode(site), lock, SiteClock())
        enrolled.console.store.close()
    finally:
        lock.close()
    path = out / f"{site}{enrolment.SUFFIX}"
    outbox.write_bytes(path, enrolled.request)
    return enrolled, path


def verify_store(
    folder: Path, lock_folder: Path | None, modules: Sequence[Path] = (), ask: Callable[[], str] = str
) -> proof.Proof:
    """A practice lock lies in the folder `locks` beside its store, and its PIN is published; a token's is asked for."""
    with _reading(folder, lock_folder, modules, ask) as store:
        places, locks = (folder.parent / "backups", *(folder.parent / "media").glob("*")), proof.site_locks(store)
        return proof.store_file(store, [mark for place in places for mark in proof.marks_beside(place, *locks)])


@contextmanager
def _reading(
    folder: Path, lock_folder: Path | None, modules: Sequence[Path], ask: Callable[[], str]
) -> Iterator[Store]:
    """The store of this folder with its lock, let go of afterwards without a further word."""
    key_file = _key_file(folder)
    reader = locks_at(lock_folder.parent if lock_folder else folder.parent / LOCKS, modules)
    try:
        lock = asked_site_lock(reader, key_file, ask)
    finally:
        reader.close()
    try:
        store = Store(folder, lock)
        try:
            yield store
        finally:
            store.abandon()
    finally:
        lock.close()


def check_papers(
    folder: Path, files: Sequence[Path], lock_folder: Path | None, modules: Sequence[Path], ask: Callable[[], str]
) -> Iterator[tuple[scans.Page, Checked | None]]:
    """Page by page what each sheet is worth; None where no code of ours could be read."""
    pages = [page for file in files for page in scans.look(file)]
    with _reading(folder, lock_folder, modules, ask) as store:
        console = Console(store, SiteClock())
        for page in pages:
            yield page, scans.check_page(console, page.code) if page.code else None


def verify_backup(path: Path, identity: Path | None) -> proof.Proof:
    """A practice backup finds its province's identity in the folder of its day."""
    if not path.name.endswith(BACKUP):
        raise Trouble(Code.KIND_WRONG, expected=BACKUP, found=path.suffix)
    beside = (one / "agency" / "province.agekey" for one in path.absolute().parents)
    key = identity or next((one for one in beside if one.exists()), None)
    identities = [agefile.identity(outbox.read_bytes(key, 4096).decode())] if key else []
    return proof.backup_file(path, identities)
