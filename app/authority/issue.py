"""Issuing an exam package: from the agency's folder of tables to one sealed, signed file, or a list of bad rows."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec
from argon2 import PasswordHasher
from msgspec.structs import asdict, replace

from app import rulebooks
from app.authority import issued, register
from app.authority.faults import Fault
from app.authority.folder import PAPERS, PHOTOS, SiteHeader, read_exam, read_header, read_tables
from app.authority.keys import Agency
from app.authority.roster import Arranged, arrange
from app.core.plan import Exam, SitePlan
from app.core.staffing import StaffMember
from app.core.terms import Mode, PersonId, SessionId, SiteCode
from app.crypto.codes import Purpose, Subject, root
from app.exchange import exam_package, outbox, paper, strict
from app.exchange.agefile import Identity, recipient, seal, unseal
from app.exchange.enrolment import SiteRequest
from app.exchange.exam_package import ExamFile, Manifest, Recovery, RootIndex, StaffEntry
from app.trouble import Code, Trouble

PRACTICE_PIN = "000000"
PRACTICE_PASSPHRASES = ("AAAAA-AAAAA-AAAAA-AAAAA", "BBBBB-BBBBB-BBBBB-BBBBB")
_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


class PaperKeys(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The paper identities of one package by session, kept by the agency until the start authorization."""

    keys: dict[str, str]


@dataclass(frozen=True, slots=True)
class Issued:
    """The file, or why there is none: `faults` names every bad row. `notes` are for the agency's eyes."""

    path: Path | None
    faults: tuple[Fault, ...]
    notes: tuple[Fault, ...]


def issue(
    agency: Agency, folder: Path, request: SiteRequest, out: Path, *, edition: int, at: datetime, notice: str = ""
) -> Issued:
    """`notice` names the exam's notice with which a template's numbers were compared; they stay unconfirmed without.

    Raises SITE_WRONG or MODE_WRONG where folder, request and agency do not belong together.
    """
    exam, header = read_exam(folder / "exam.toml"), read_header(folder / "site.toml")
    if header.code != request.site:
        raise Trouble(Code.SITE_WRONG, expected=header.code, found=request.site)
    for mode in (header.mode, request.mode):
        if mode is not agency.mode:
            raise Trouble(Code.MODE_WRONG, expected=agency.mode, found=mode)
    if exam.rulebook not in rulebooks.all_ids():
        raise Trouble(Code.CONTENT_UNFIT, file="exam.toml", line=0, problem=exam.rulebook)
    values = rulebooks.load(exam.rulebook)
    if notice:
        values = replace(values, must_confirm=False, documents=(*values.documents, notice))
    arranged = arrange(exam, read_tables(folder), values.overbooking_percent.value)
    if arranged.faults:
        return Issued(None, arranged.faults, arranged.notes)
    name = f"{exam.id}-{header.code}-{edition}"
    written = _papers(folder, exam)
    papers = {session.id: Identity.generate() for session in exam.sessions}
    sealed = [(f"papers/{one}.age", seal(text, [papers[one].to_public()])) for one, text in written.items()]
    members = (*_members(agency, folder, request, ExamFile(exam, values), header, arranged), *sealed)
    manifest = Manifest(
        mode=agency.mode,
        exam=exam.id,
        site=request.site,
        issued_at=at,
        serial=name,
        edition=edition,
        members=exam_package.listed(members),
    )
    path = out / (name + exam_package.SUFFIX)
    digest, _ = outbox.write(
        path,
        lambda file: exam_package.write(
            file,
            manifest,
            members,
            appointment=agency.trust.appointment.encode(),
            key=agency.province,
            site=recipient(request.recipient),
        ),
    )
    # Before the papers: without their keys nobody could be authorized, so what got lost here is noticed in time.
    issued.keep(agency, name, digest, dict(members))
    kept = PaperKeys({session: str(identity) for session, identity in papers.items()})
    outbox.write_bytes(
        agency.folder / f"{name}{issued.PAPERS}", seal(strict.encode(kept), [agency.identity.to_public()])
    )
    return Issued(path, (), arranged.notes)


def paper_keys(agency: Agency, name: str) -> PaperKeys:
    """The paper identities of a package that this agency issued; raises FILE_MISSING."""
    sealed = outbox.read_bytes(agency.folder / f"{name}{issued.PAPERS}", 1 << 20)
    return strict.decode(unseal(sealed, [agency.identity], name), PaperKeys, name)


def _members(
    agency: Agency,
    folder: Path,
    request: SiteRequest,
    exam: ExamFile,
    header: SiteHeader,
    arranged: Arranged,
) -> Iterator[tuple[str, bytes]]:
    plan = header.plan(arranged.rooms)
    yield "exam.json", strict.encode(exam)
    yield "site.json", strict.encode(plan)
    yield "roster.ndjson", exam_package.roster_lines(arranged.candidates)
    hasher = _hasher(agency)
    yield "staff.ndjson", exam_package.roster_lines(_staff(agency, arranged.staff, hasher))
    yield "recovery.json", strict.encode(_recovery(agency, plan.code, hasher))
    yield register.FILE, strict.encode(register.whole(folder, request))
    subjects = tuple(_subjects(exam.exam, plan, arranged))
    yield "code_roots.json", strict.encode(RootIndex(tuple((s.purpose, s.session, s.subject) for s in subjects)))
    yield "code_roots.bin", b"".join(root(agency.master, subject) for subject in subjects)
    wanted: set[str | None] = {candidate.photo for candidate in arranged.candidates}
    for path in sorted((folder / PHOTOS).glob("*")):
        content = path.read_bytes()
        (member,) = exam_package.listed([("", content)])
        if member.sha256 in wanted:
            wanted.remove(member.sha256)
            yield f"photos/{member.sha256}.jpg", content


def _papers(folder: Path, exam: Exam) -> dict[SessionId, bytes]:
    """Those that are there. A file for no session would be missed only on the day: MEMBER_STRANGE."""
    sessions = {session.id for session in exam.sessions}
    found: dict[SessionId, bytes] = {}
    for path in sorted((folder / PAPERS).glob("*")):
        session = SessionId(path.name)
        if session not in sessions:
            raise Trouble(Code.MEMBER_STRANGE, file=PAPERS, member=path.name)
        found[session] = outbox.read_bytes(path, paper.LONGEST_PAPER)
        paper.read(found[session], exam.id, session)
    return found


def _hasher(agency: Agency) -> PasswordHasher:
    """What is published in practice anyway is not worth the time."""
    return PasswordHasher(time_cost=1, memory_cost=8192) if agency.mode is Mode.PRACTICE else PasswordHasher()


def _staff(agency: Agency, staff: Iterable[StaffMember], hasher: PasswordHasher) -> Iterator[StaffEntry]:
    """First PINs: published ones in practice; real ones go to a list that is printed, sealed and destroyed."""
    practice = agency.mode is Mode.PRACTICE
    slips: list[tuple[PersonId, str]] = []
    for member in staff:
        pin = PRACTICE_PIN if practice else f"{secrets.randbelow(10**8):08d}"
        slips.append((member.code, pin))
        yield StaffEntry(**asdict(member), verifier=hasher.hash(pin))
    if not practice:
        lines = "".join(f"{code},{pin}\n" for code, pin in slips)
        outbox.write_bytes(agency.folder / "first-pins.csv", lines.encode())


def _recovery(agency: Agency, site: SiteCode, hasher: PasswordHasher) -> Recovery:
    """Two passphrases, each sealed by itself: published in practice, else on a list like that of the first PINs."""
    one, other = PRACTICE_PASSPHRASES
    if agency.mode is Mode.REAL:
        one, other = _passphrase(), _passphrase()
        lines = f"{site},1,{one}\n{site},2,{other}\n"
        outbox.write_bytes(agency.folder / "recovery-passphrases.csv", lines.encode())
    return Recovery((hasher.hash(one), hasher.hash(other)))


def _passphrase() -> str:
    """100 random bits, in signs that are not taken for each other."""
    return "-".join("".join(secrets.choice(_SIGNS) for _ in range(5)) for _ in range(4))


def _subjects(exam: Exam, plan: SitePlan, arranged: Arranged) -> Iterator[Subject]:
    for session in exam.sessions:
        yield Subject(Purpose.DELAY_SITE, exam.id, plan.code, session.id, "*")
        for room in plan.rooms:
            yield Subject(Purpose.DELAY, exam.id, plan.code, session.id, room.id)
            yield Subject(Purpose.EXTRA_TIME_ROOM, exam.id, plan.code, session.id, room.id)
    for candidate in arranged.candidates:
        for allotment in candidate.allotments:
            yield Subject(Purpose.EXTRA_TIME, exam.id, plan.code, allotment.session, candidate.ticket)
