"""A practice store made in a moment: one site, a few rooms, no agency and no package file."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from argon2 import PasswordHasher
from msgspec.structs import replace

from app import rulebooks
from app.core.arrangement import TakeInPackage, room_places
from app.core.authorization import (
    CheckStartAuthorization,
    ReceiveStartAuthorizations,
    StartDocument,
    TakeExamAuthorization,
)
from app.core.lock_state import SupervisedKind
from app.core.operation import Refusal, Signer
from app.core.plan import Allotment, Candidate, Exam, RegisteredAs, RegisteredLock, Room, Session, SitePlan
from app.core.rulebook import Rulebook
from app.core.site import Package, Site, Source
from app.core.supervision import OpenSupervision
from app.core.terms import Digest, ExamId, Mode, PersonId, Role, RoomId, SessionId, SiteCode, Ticket
from app.core.timestamp import CheckScan, RecordTimestamp, scan_payload
from app.exchange import strict
from app.exchange.agefile import Identity
from app.exchange.exam_package import StaffEntry
from app.exchange.signed import Ed25519Key, Kind, sign
from app.exchange.trust import Appointment, Trust
from app.journal import codec
from app.journal.chain import Entry
from app.journal.store import Journal
from app.service import people
from app.service.clock import BEIJING, DrivenClock
from app.service.console import Console
from app.service.enrolment import Enrolled, enrol
from app.service.unlock import unlock
from devices.locks.software import SoftwareLock
from devices.protocols import LockFault, LockKind

PIN = "000000"
SERIAL = "KW-000001"
SITE = SiteCode("2101")
EVE = datetime(2021, 10, 29, 14, tzinfo=BEIJING)
MORNING = datetime(2021, 10, 30, 8, 30, tzinfo=BEIJING)
TIMESTAMP = "2021-10-25 09:30:00"
ADMIN = Signer(PersonId("A01"), Role.SITE_ADMIN, "pin:0123456789abcdef")
OFFICER = Signer(PersonId("O01"), Role.EXAM_OFFICE, "pin:fedcba9876543210")


@dataclass(frozen=True)
class Place:
    """A folder with a store and, beside it, the lock that opens it."""

    folder: Path

    @property
    def store(self) -> Path:
        return self.folder / "store"

    @property
    def lock_folder(self) -> Path:
        return self.folder / "locks" / "site"

    def make_lock(self) -> SoftwareLock:
        return SoftwareLock.create(self.lock_folder, SERIAL, LockKind.SITE, PIN, memory_kib=8)

    def lock(self) -> SoftwareLock:
        lock = SoftwareLock.open(self.lock_folder, PIN)
        assert not isinstance(lock, LockFault)
        return lock

    def enrol(self, mode: Mode = Mode.PRACTICE) -> Enrolled:
        lock = self.lock() if self.lock_folder.exists() else self.make_lock()
        return enrol(self.store, trust(mode), SITE, lock, DrivenClock(EVE))

    def open(self, at: datetime = EVE) -> Console:
        return unlock(self.store, self.lock(), DrivenClock(at))

    def copy(self, to: Path) -> Place:
        """As the files lie on the disk now, whoever has them open."""
        shutil.copytree(self.folder, to)
        return Place(to)


def trust(mode: Mode = Mode.PRACTICE) -> Trust:
    ministry, province = Ed25519Key.generate(), Ed25519Key.generate()
    recipient = str(Identity.generate().to_public())
    named = Appointment(
        mode=mode, province="P", jwk=province.public.jwk, recipient=recipient, issued_at=EVE, serial="appointment-1"
    )
    return Trust(mode, ministry.public.jwk, sign(Kind.APPOINTMENT, named, ministry).decode())


def arrange(
    console: Console,
    rooms: int = 2,
    seats: int = 5,
    sessions: int = 1,
    room_locks: tuple[RegisteredLock, ...] = (),
    *,
    full: bool = False,
    site: SiteCode = SITE,
) -> None:
    """The arrangement as a package would bring it, with its personal blobs.

    Its rules ask for no sealing, no locks in the rooms and no qualification, which have tests of their own, unless
    `full`.
    """
    exam = Exam(
        ExamId("practice-exam"),
        "Practice",
        "intermediate",
        "liaoning-2021-intermediate",
        "chain",
        tuple(
            Session(SessionId(f"1-{n + 1}"), 1, f"S{n}", MORNING + timedelta(hours=3 * n), 90) for n in range(sessions)
        ),
    )
    names = tuple(RoomId(f"{n:03d}") for n in range(1, rooms + 1))
    plan = SitePlan(
        site, "Site", "Street 1", ("000",), TIMESTAMP, tuple(Room(name, name, "A", 1, seats) for name in names)
    )
    candidates = [_candidate(exam, name, n, seat) for n, name in enumerate(names) for seat in range(1, seats + 1)]
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    staff = [
        StaffEntry(code=PersonId("A01"), name="A", role=Role.SITE_ADMIN, verifier=hasher.hash(PIN)),
        StaffEntry(code=PersonId("O01"), name="O", role=Role.EXAM_OFFICE, verifier=hasher.hash(PIN)),
        StaffEntry(code=PersonId("C01"), name="C", role=Role.CHIEF, verifier=hasher.hash(PIN)),
    ]
    keys, lock = console.store.keys, console.site.lock
    roster_text, staff_text = (b"".join(strict.encode(one) + b"\n" for one in many) for many in (candidates, staff))
    with console.store.blobs.batch() as put:
        roster, members = put(keys.seal(roster_text, bytes(12))), put(keys.seal(staff_text, bytes(11) + b"\1"))
        index = put(strict.encode({"roster.ndjson": roster, "staff.ndjson": members}))
    package = Package(
        1,
        Digest(hashlib.sha256(b"package").hexdigest()),
        exam,
        plan,
        rulebooks.load(exam.rulebook) if full else plain(rulebooks.load(exam.rulebook)),
        roster,
        members,
        index,
        (RegisteredLock(lock.serial, RegisteredAs.SITE, lock.key, software=True), *room_locks),
    )
    assert (
        console.submit(
            TakeInPackage(package, room_places(candidates), console.clock.moment().at), people.holder_of_lock(console)
        )
        is None
    )
    console.meet(candidates, staff)
    console.store.mark()


def plain(rulebook: Rulebook) -> Rulebook:
    """Without sealing, room locks and qualification."""
    off = {
        name: replace(getattr(rulebook, name), value=False) for name in ("sealing", "room_locks", "admins_qualified")
    }
    return replace(rulebook, **off)


def compare(console: Console) -> None:
    """The timestamp stands in three places, and the sheet was scanned."""
    package = console.site.package
    assert package is not None
    for source in (Source.PLATFORM, Source.CALIBRATION):
        _done(console.submit(RecordTimestamp(source, TIMESTAMP), ADMIN, OFFICER))
    _done(console.submit(CheckScan(scan_payload(package.exam, package.plan, package.edition)), ADMIN, OFFICER))


def receive_exam_authorization(console: Console) -> None:
    """As two persons would, with a document that nobody reads."""
    _done(console.submit(OpenSupervision(SupervisedKind.RECEIPT), ADMIN, OFFICER))
    _done(console.submit(TakeExamAuthorization("E-1", console.store.blobs.put(b"exam authorization")), ADMIN))


def receive_start_authorization(console: Console, session: SessionId) -> None:
    """The same for one session, checked at once."""
    _done(console.submit(OpenSupervision(SupervisedKind.RECEIPT), ADMIN, OFFICER))
    kept = console.store.blobs.put(f"start authorization {session}".encode())
    _done(console.submit(ReceiveStartAuthorizations((StartDocument(session, f"S-{session}", kept),)), ADMIN))
    _done(console.submit(CheckStartAuthorization(session), ADMIN))


def _done(refusal: Refusal | None) -> None:
    assert refusal is None, refusal


def _candidate(exam: Exam, room: RoomId, floor: int, seat: int) -> Candidate:
    number = f"{floor * 100 + seat:05d}"
    allotments = tuple(Allotment(session.id, room, f"{seat:03d}") for session in exam.sessions)
    return Candidate(Ticket(f"2101{number}"), f"C{number}", "id_card", f"21010119900101{number[-4:]}", allotments)


def entries(journal: Journal) -> list[Entry]:
    return list(journal.read())


def replayed(journal: Journal) -> Site:
    """What the stored entries alone give."""
    site = Site()
    for entry in journal.read():
        codec.decode(entry.body, entry.n).apply(site)
    return site
