"""An agency and a site of its own made in a moment: what goes from one end to the other, and back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.authority import issue, issued, replace, sample
from app.authority.issued import IssuedFile
from app.authority.keys import Agency
from app.authority.replace import Granted
from app.core.operation import Refusal, Signer
from app.core.site import Package
from app.core.terms import Mode, SiteCode
from app.exchange import enrolment
from app.exchange.agefile import Identity
from app.exchange.enrolment import SiteRequest
from app.exchange.exam_package import ExamFile
from app.exchange.signed import Ed25519Key, Kind, sign
from app.exchange.trust import Appointment, Trust
from app.service import people, replacement
from app.service.arrangement import import_package
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.enrolment import enrol
from app.service.replacement import Sign
from app.service.sitelock import LockKey
from devices.locks.software import SoftwareLock
from devices.protocols import LockKind
from tests.stores import EVE, PIN, Place

SITE = SiteCode("210101")
SECOND_LOCK, THIRD_LOCK = "KW-000002", "KW-000003"


def agency(folder: Path, mode: Mode = Mode.PRACTICE) -> Agency:
    """Without the file under its passphrase, which takes a second."""
    folder.mkdir(parents=True, exist_ok=True)
    ministry, province, own = Ed25519Key.generate(), Ed25519Key.generate(), Identity.generate()
    named = Appointment(
        mode=mode,
        province="P",
        jwk=province.public.jwk,
        recipient=str(own.to_public()),
        issued_at=EVE,
        serial="appointment-1",
    )
    trust = Trust(mode, ministry.public.jwk, sign(Kind.APPOINTMENT, named, ministry).decode())
    return Agency(folder, mode, "P", ministry, province, own, bytes(32), trust)


def vouch(of: Agency, package: Package) -> None:
    """Let the agency know a package that a test put together by itself."""
    one = IssuedFile(package.digest, ExamFile(package.exam, package.rulebook), package.plan, package.locks)
    issued.add(of, f"{package.exam.id}-{package.plan.code}-{package.edition}", one)


@dataclass(frozen=True)
class Ends:
    """The agency with its input folder, the site with its store, and the request between them."""

    agency: Agency
    input: Path
    place: Place
    request: SiteRequest

    @classmethod
    def make(cls, folder: Path, *, package: bool) -> Ends:
        """An enrolled site, with its package taken in or before that."""
        of, source, place = agency(folder / "agency"), folder / "input", Place(folder / "site")
        sample.write(source, "liaoning-2021-senior", 1, 4, 1, Mode.PRACTICE)
        enrolled = enrol(place.store, of.trust, SITE, place.make_lock(), DrivenClock(EVE))
        ends = cls(of, source, place, enrolment.read(enrolled.request))
        if package:
            path = ends.package(folder)
            done = import_package(enrolled.console, path, lambda _: (), people.holder_of_lock(enrolled.console))
            assert done.refusal is None
        enrolled.console.store.close()
        return ends

    def copied(self, place: Place) -> Ends:
        return Ends(self.agency, self.input, place, self.request)

    def package(self, out: Path, edition: int = 1) -> Path:
        issued = issue.issue(self.agency, self.input, self.request, out, edition=edition, at=EVE)
        assert issued.path, issued.faults
        return issued.path

    def new_lock(self, serial: str = SECOND_LOCK, kind: LockKind = LockKind.SITE) -> SoftwareLock:
        return SoftwareLock.create(self.place.folder / "locks" / serial, serial, kind, PIN, memory_kib=8)

    def ask(self, lock: SoftwareLock) -> bytes:
        return replacement.ask(self.place.store, lock, EVE)

    def grant(self, lock: SoftwareLock, token: bytes | None = None, reference: str = "") -> Granted:
        return replace.replace(
            self.agency,
            self.input,
            self.request,
            token or self.ask(lock),
            fingerprint=LockKey(lock).public.thumbprint,
            out=self.place.folder,
            at=EVE,
            reference=reference,
        )

    def replace(self, lock: SoftwareLock, grant: bytes, sign: Sign | None = None) -> Console | Refusal:
        return replacement.replace(self.place.store, lock, grant, DrivenClock(EVE), sign or both)


def both(console: Console) -> tuple[Signer, ...]:
    """A site administrator and the exam office, with the published PIN; before there is a staff list, the lock."""
    if console.site.package is None:
        return (people.holder_of_lock(console),)
    return tuple(people.sign_with_pin(console, code, issue.PRACTICE_PIN) for code in ("A01", "O01"))


def nobody(_console: Console) -> tuple[Signer, ...]:
    raise AssertionError("the journal says so already")
