"""The practice agency: made for one practice site, with a sample of candidates and locks for its rooms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from app.authority import authorize, codes_given, directives, issue, keys, receive, sample
from app.authority.findings import Finding
from app.authority.folder import read_exam, read_header
from app.authority.keys import Agency
from app.authority.reconcile import reconcile
from app.core.plan import Exam, RegisteredAs, RegisteredLock, Room
from app.core.terms import ApplicationNo, LockSerial, Mode, RoomId, SessionId, SiteCode
from app.core.time_state import Outcome
from app.core.timestamp import scan_payload
from app.crypto.codes import Purpose, Subject
from app.exchange import enrolment, outbox, strict
from app.exchange.enrolment import SiteRequest
from app.exchange.signed import p256_jwk
from app.exchange.trust import Trust
from app.service.clock import Clock
from app.trouble import Code, Trouble
from devices.protocols import Lock

PASSPHRASE = "practice"  # noqa: S105 - published, like every practice PIN
EDITION = 1
_INPUT = "input"
_LONGEST_REQUEST = 1 << 16


@dataclass(frozen=True, slots=True)
class Size:
    """What is rehearsed."""

    exam: str
    rooms: int
    candidates: int
    seed: int
    overbook: int = 0
    """Per cent; above 0 the site is overbooked and has one standby room besides."""
    power_cut: bool = False
    """Three rooms of the first session stand still for 31 minutes."""
    broken_machines: bool = False
    """Three machines of one room break, and two candidates go on with standalone packages."""
    conduct: bool = False
    """Three violations and an incident; every form is printed and signed."""
    preparation: bool = False
    """From a week before: lists, machines, tests, closed rooms, the draw, the signed board."""


class PracticeProvince:
    """Everything that comes from outside the site on an exam day."""

    def __init__(self, folder: Path, agency: Agency, clock: Clock) -> None:
        self._folder, self._agency, self._clock = folder, agency, clock
        self._input = folder / _INPUT
        self.exam: Exam = read_exam(self._input / "exam.toml")
        self.header = read_header(self._input / "site.toml")
        self._request: SiteRequest | None = None

    @classmethod
    def make(cls, folder: Path, size: Size, clock: Clock) -> PracticeProvince:
        """New keys and a sample site; raises STORE_EXISTS."""
        agency = keys.init(folder, Mode.PRACTICE, "practice province", PASSPHRASE, clock.moment().at)
        sample.write(folder / _INPUT, size.exam, size.rooms, size.candidates, size.seed, Mode.PRACTICE, size.overbook)
        return cls(folder, agency, clock)

    @classmethod
    def open(cls, folder: Path, clock: Clock) -> PracticeProvince:
        """The same agency on another day of practice; raises FILE_MISSING, WRONG_PASSPHRASE."""
        province = cls(folder, keys.load(folder, PASSPHRASE), clock)
        province._request = enrolment.read(outbox.read_bytes(province._request_file, _LONGEST_REQUEST))
        return province

    @property
    def _request_file(self) -> Path:
        return self._folder / f"{self.site}{enrolment.SUFFIX}"

    @property
    def _now(self) -> datetime:
        return self._clock.moment().at

    @property
    def trust(self) -> Trust:
        return self._agency.trust

    @property
    def site(self) -> SiteCode:
        return SiteCode(self.header.code)

    @property
    def request(self) -> SiteRequest:
        if self._request is None:
            raise LookupError("not enrolled")
        return self._request

    def enrol(self, request: bytes) -> None:
        self._request = enrolment.read(request)
        outbox.write_bytes(self._request_file, request)

    def register(self, locks: dict[RoomId, Lock]) -> None:
        """Invigilation locks, one a room."""
        entries = tuple(
            RegisteredLock(LockSerial(lock.serial), RegisteredAs(lock.kind), p256_jwk(lock.point), lock.software, room)
            for room, lock in locks.items()
        )
        (self._input / "locks.json").write_bytes(strict.encode(entries))

    def package(self, out: Path) -> Path:
        """Raises ARRANGEMENT_UNFIT where the sample breaks a rule."""
        issued = issue.issue(self._agency, self._input, self.request, out, edition=EDITION, at=self._now)
        if issued.path is None:
            raise Trouble(Code.ARRANGEMENT_UNFIT, count=len(issued.faults))
        return issued.path

    def confirmation_sheet(self, rooms: tuple[Room, ...]) -> str:
        """The code on the site's confirmation sheet."""
        return scan_payload(self.exam, self.header.plan(rooms), EDITION)

    def exam_authorization(self) -> bytes:
        return authorize.exam(self._agency, self.request, self.exam.id, EDITION, self._now)

    def start_authorization(self, session: SessionId) -> bytes:
        return authorize.start(self._agency, self.request, self.exam.id, EDITION, session, self._now)

    def code(self, purpose: Purpose, session: SessionId, subject: str, minutes: int, asked: ApplicationNo) -> str:
        """As it is read out over the telephone, once it stands in the province's ledger."""
        whom = Subject(purpose, self.exam.id, self.site, session, subject)
        return codes_given.give(self._agency, whom, minutes, self.header.name, asked, self._agency.name, self._now)

    def directive(self, session: SessionId, rooms: tuple[RoomId, ...]) -> bytes:
        """These rooms may start within the hour; the practice agency holds the ministry's key too."""
        until = self._now + timedelta(hours=1)
        decided = directives.Decided(self.exam.id, session, rooms, Outcome.START, until)
        return directives.direct(self._agency, self.request, decided, self._now)[1]

    def reconcile(self, backup: Path) -> tuple[Finding, ...]:
        """What in a backup does not agree with what was given."""
        return reconcile(self._agency, self.request, backup)

    def receive(self, backup: Path) -> bytes:
        return receive.receive(self._agency, self.request, backup, self._now)
