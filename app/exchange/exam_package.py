"""The exam package (考务数据): tar.zst in age to the site, each member named by digest in a signed manifest."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, BinaryIO

import msgspec

from app.core.arrangement_rules import PlanFault, faults
from app.core.plan import Candidate, Exam, RegisteredLock, SitePlan
from app.core.rulebook import Rulebook
from app.core.staffing import StaffMember
from app.core.terms import Mode, SiteCode
from app.exchange import archive, lock_register, strict
from app.exchange.agefile import Identity, Recipient, decrypting, encrypt
from app.exchange.signed import Document, Kind, PublicKey, SigningKey, expect, sign, verify
from app.exchange.trust import Province, appointed
from app.trouble import Code, Trouble

SUFFIX = ".examsite"
PERSONAL = ("roster.ndjson", "staff.ndjson", "recovery.json", "photos/")
_LIMITS = {
    "appointment.jws": 1 << 16,
    "manifest.jws": 4 << 20,
    "exam.json": 1 << 20,
    "site.json": 1 << 20,
    "roster.ndjson": 64 << 20,
    "locks.json": 1 << 20,
    "staff.ndjson": 1 << 20,
    "recovery.json": 1 << 16,
    "code_roots.json": 16 << 20,
    "code_roots.bin": 16 << 20,
}
_REQUIRED = frozenset(_LIMITS) - {"appointment.jws", "manifest.jws", "recovery.json"}
_PHOTO = re.compile(r"photos/([0-9a-f]{64})\.jpg")
_PAPER = re.compile(r"papers/[0-9]+-[0-9]+\.age")


def personal(member: str) -> bool:
    """Whether a member is kept under the personal-data key."""
    return member.startswith(PERSONAL)


class Member(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of the manifest."""

    name: str
    size: int
    sha256: str


class Manifest(Document, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the province signs: all other members by name, size and digest."""

    edition: int
    members: tuple[Member, ...]


class ExamFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """exam.json: the exam and the numbers that hold for it, as the province signed them."""

    exam: Exam
    values: Rulebook


class StaffEntry(StaffMember, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A member of staff with the first verifier of the PIN that came sealed on paper (Argon2id, PHC text)."""

    verifier: str


class RootIndex(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whose root stands where in code_roots.bin, 10 bytes each: (purpose, session, subject)."""

    roots: tuple[tuple[str, str, str], ...]


_Verifier = Annotated[str, msgspec.Meta(pattern=r"^\$argon2id\$")]


class Recovery(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """recovery.json: verifiers (Argon2id, PHC text) of the two passphrases that came sealed on paper (SEC-08)."""

    verifiers: tuple[_Verifier, _Verifier]


@dataclass(frozen=True, slots=True)
class Contents:
    """A package that was read whole and fits together."""

    manifest: Manifest
    province: Province
    exam: Exam
    rulebook: Rulebook
    plan: SitePlan
    candidates: tuple[Candidate, ...]
    staff: tuple[StaffEntry, ...]
    locks: tuple[RegisteredLock, ...]
    recovery: tuple[str, ...] = ()
    """The verifiers of the two sealed passphrases; () in packages from before there were any."""


class Unfit(Trouble):
    """The arrangement breaks its own rules; `faults` names every row."""

    def __init__(self, found: Sequence[PlanFault]) -> None:
        super().__init__(Code.ARRANGEMENT_UNFIT, count=len(found))
        self.faults = tuple(found)


def write(
    target: BinaryIO,
    manifest: Manifest,
    members: Iterable[tuple[str, bytes]],
    *,
    appointment: bytes,
    key: SigningKey,
    site: Recipient,
) -> None:
    """`manifest.members` must describe `members` in the same order."""
    everything = [
        ("appointment.jws", appointment),
        ("manifest.jws", sign(Kind.PACKAGE, manifest, key)),
        *members,
    ]
    encrypt(archive.Packed(everything), target, [site])


def listed(members: Iterable[tuple[str, bytes]]) -> tuple[Member, ...]:
    return tuple(Member(name, len(content), hashlib.sha256(content).hexdigest()) for name, content in members)


def roster_lines(candidates: Iterable[msgspec.Struct]) -> bytes:
    """One JSON object a line, each line ended."""
    return b"".join(strict.encode(candidate) + b"\n" for candidate in candidates)


def _allowed(name: str) -> int:
    if name in _LIMITS:
        return _LIMITS[name]
    if _PHOTO.fullmatch(name):
        return 1 << 20
    return 256 << 20 if _PAPER.fullmatch(name) else 0


@dataclass(slots=True)
class _Reading:
    """What one pass over the archive has gathered."""

    mode: Mode
    site: SiteCode
    ministry: PublicKey
    keep: Callable[[str, bytes], None]
    file: str
    province: Province | None = None
    manifest: Manifest | None = None
    listed: dict[str, Member] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    small: dict[str, bytes] = field(default_factory=dict)

    def take(self, name: str, content: bytes) -> None:
        if self.province is None:
            _first(name, "appointment.jws", self.file)
            self.province = appointed(content, self.ministry, self.mode)
        elif self.manifest is None:
            _first(name, "manifest.jws", self.file)
            self.manifest = verify(content, Kind.PACKAGE, Manifest, self.province.key)
            expect(self.manifest, mode=self.mode, site=self.site)
            self.listed = _listed(self.manifest)
        else:
            self._check(name, content)
        self.keep(name, content)

    def _check(self, name: str, content: bytes) -> None:
        member = self.listed.get(name)
        if member is None:
            raise Trouble(Code.MEMBER_STRANGE, file=self.file, member=name)
        found = hashlib.sha256(content).hexdigest()
        photo = _PHOTO.fullmatch(name)
        if member.size != len(content) or member.sha256 != found or (photo and photo[1] != found):
            raise Trouble(Code.MEMBER_DIFFERS, file=self.file, member=name)
        self.seen.add(name)
        if name in _LIMITS:
            self.small[name] = content


def _listed(manifest: Manifest) -> dict[str, Member]:
    found: dict[str, Member] = {}
    for member in manifest.members:
        if found.setdefault(member.name, member) is not member:
            raise Trouble(Code.MEMBER_DOUBLED, file="manifest.jws", member=member.name[:80])
    return found


def _first(name: str, expected: str, file: str) -> None:
    if name != expected:
        raise Trouble(Code.MEMBER_MISSING, file=file, member=expected)


def read(
    source: BinaryIO,
    identities: Sequence[Identity],
    *,
    ministry: PublicKey,
    mode: Mode,
    site: SiteCode,
    keep: Callable[[str, bytes], None],
    file: str = SUFFIX,
) -> Contents:
    """Read and check a package; `keep` gets each member as soon as it is checked, and must forget it on any raise.

    `file` is the name that troubles speak of.

    Raises Unfit for an arrangement against the rules, and every fault of files and signed documents.
    """
    reading = _Reading(mode, site, ministry, keep, file)
    with decrypting(source, identities, file) as plain:
        for name, content in archive.read(plain, _allowed, file):
            reading.take(name, content)
    if reading.province is None or reading.manifest is None:
        raise Trouble(Code.MEMBER_MISSING, file=file, member="manifest.jws")
    if missing := sorted((_REQUIRED | reading.listed.keys()) - reading.seen):
        raise Trouble(Code.MEMBER_MISSING, file=file, member=missing[0])
    contents = _contents(reading.manifest, reading.province, reading.small, file)
    _photos(contents, reading.seen, file)
    expect_exam(contents, site)
    national = contents.rulebook.overbooking_percent.value
    if found := faults(contents.exam, contents.plan, contents.candidates, national):
        raise Unfit(found)
    return contents


def _contents(manifest: Manifest, province: Province, small: Mapping[str, bytes], file: str) -> Contents:
    exam = strict.decode(small["exam.json"], ExamFile, "exam.json")
    index = strict.decode(small["code_roots.json"], RootIndex, "code_roots.json")
    if len(small["code_roots.bin"]) != 10 * len(index.roots):
        raise Trouble(Code.MEMBER_DIFFERS, file=file, member="code_roots.bin")
    return Contents(
        manifest,
        province,
        exam.exam,
        exam.values,
        strict.decode(small["site.json"], SitePlan, "site.json"),
        read_roster(small["roster.ndjson"]),
        read_staff(small["staff.ndjson"]),
        _locks(small["locks.json"]),
        read_recovery(small["recovery.json"]) if "recovery.json" in small else (),
    )


def read_roster(text: bytes) -> tuple[Candidate, ...]:
    return _lines(text, Candidate, "roster.ndjson")


def read_staff(text: bytes) -> tuple[StaffEntry, ...]:
    return _lines(text, StaffEntry, "staff.ndjson")


def read_recovery(text: bytes) -> tuple[str, ...]:
    return strict.decode(text, Recovery, "recovery.json").verifiers


def _lines(text: bytes, shape: type[Any], name: str) -> tuple[Any, ...]:
    if not text.endswith(b"\n") and text:
        raise Trouble(Code.FILE_DAMAGED, file=name)
    reader = strict.Reader(shape, name)
    return tuple(reader.read(line, number) for number, line in enumerate(text.split(b"\n")[:-1], 1))


def _locks(text: bytes) -> tuple[RegisteredLock, ...]:
    return lock_register.sound(strict.decode(text, tuple[RegisteredLock, ...], "locks.json"), "locks.json")


def _photos(contents: Contents, seen: set[str], file: str) -> None:
    named = {f"photos/{candidate.photo}.jpg" for candidate in contents.candidates if candidate.photo}
    there = {name for name in seen if name.startswith("photos/")}
    if missing := sorted(named - there):
        raise Trouble(Code.MEMBER_MISSING, file=file, member=missing[0])
    if strange := sorted(there - named):
        raise Trouble(Code.MEMBER_STRANGE, file=file, member=strange[0])


def expect_exam(contents: Contents, site: SiteCode) -> None:
    """The manifest, exam.json and site.json speak of the same exam and site, and the site says where it is (ARR-04)."""
    if contents.exam.id != contents.manifest.exam:
        raise Trouble(Code.EXAM_WRONG, expected=contents.manifest.exam, found=contents.exam.id)
    if contents.plan.code != site:
        raise Trouble(Code.SITE_WRONG, expected=site, found=contents.plan.code)
    said = (contents.plan.name, contents.plan.address, contents.plan.timestamp, *contents.plan.phones[:1])
    if len(said) != 4 or not all(text.strip() for text in said):
        raise Trouble(Code.CONTENT_UNFIT, file="site.json", line=0, problem="name, address, phone, timestamp")
