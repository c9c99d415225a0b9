"""The smallest site that has one of everything: what the vectors are made of before something is broken in them."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import get_args, get_origin

from msgspec.structs import fields, replace

from app.core.plan import Allotment, Candidate, Exam, RegisteredAs, RegisteredLock, Room, Session, SitePlan
from app.core.room_result import Outcome
from app.core.rulebook import Rule, Rulebook, Standing
from app.core.terms import (
    ClauseId,
    Digest,
    ExamId,
    LockSerial,
    Mode,
    PersonId,
    Role,
    RoomId,
    SessionId,
    SiteCode,
    Ticket,
)
from app.core.time_state import Outcome as Decided
from app.exchange import exam_package, keyfile, strict
from app.exchange.agefile import seal
from app.exchange.authorization import ExamAuthorization, StartAuthorization
from app.exchange.backup import BackupManifest, JournalLine
from app.exchange.directive import MinistryDirective
from app.exchange.enrolment import SiteRequest
from app.exchange.exam_package import ExamFile, Manifest, Recovery, RootIndex, StaffEntry
from app.exchange.lock_paper import LockPaper
from app.exchange.lock_register import LockRegister
from app.exchange.receipt import Receipt
from app.exchange.replacement import Grant, Replacement
from app.exchange.room_release import ReleasedCandidate, RoomRelease
from app.exchange.room_report import RoomReportDocument
from app.exchange.room_result import Expected, RoomResultDocument, RoomResultLine
from app.exchange.signed import Kind, sign
from app.exchange.transfer_token import Direction, TransferToken
from app.exchange.trust import Appointment, Trust
from app.journal.chain import GENESIS, link
from tests.vectors.keys import (
    MINISTRY,
    NEW_LOCK,
    NEW_LOCK_AGE,
    PERSONAL_KEY,
    PROVINCE,
    PROVINCE_AGE,
    ROOM_LOCK,
    SHARE,
    SITE_AGE,
    SITE_LOCK,
    STORE_KEY,
)

Members = tuple[tuple[str, bytes], ...]

AT = datetime(2026, 6, 19, 1, 0, tzinfo=UTC)
MODE, EXAM, SITE = Mode.PRACTICE, ExamId("sample"), SiteCode("110105")
SESSION, ROOM, EDITION = SessionId("1-1"), RoomId("001"), 2
LOCK, LOCK_OF_ROOM = LockSerial("SITE-1"), LockSerial("ROOM-1")
A, B, C = Ticket("110105001"), Ticket("110105002"), Ticket("110105003")
PHOTO = b"\xff\xd8 no real face \xff\xd9"


def digest(content: bytes) -> Digest:
    return Digest(sha256(content).hexdigest())


APPOINTMENT = Appointment(
    mode=MODE,
    province="sample province",
    jwk=PROVINCE.public.jwk,
    recipient=str(PROVINCE_AGE.to_public()),
    issued_at=AT,
    serial="P-1",
)
APPOINTED = sign(Kind.APPOINTMENT, APPOINTMENT, MINISTRY)
TRUST = Trust(MODE, MINISTRY.public.jwk, APPOINTED.decode())
REQUEST = SiteRequest(
    mode=MODE,
    exam=ExamId(""),
    site=SITE,
    issued_at=AT,
    serial="R-1",
    lock_serial=LOCK,
    lock=SITE_LOCK.public.jwk,
    software_lock=True,
    recipient=str(SITE_AGE.to_public()),
    machine="A",
)
LOCK_PAPER = LockPaper(
    mode=MODE,
    exam=ExamId(""),
    site=SITE,
    issued_at=AT,
    serial="K-1",
    lock_serial=LOCK_OF_ROOM,
    kind="invigilation",
    lock=ROOM_LOCK.public.jwk,
    software_lock=True,
    hardware="",
)
EXAM_AUTHORIZATION = ExamAuthorization(mode=MODE, exam=EXAM, site=SITE, issued_at=AT, serial="E-1", edition=EDITION)
START_AUTHORIZATION = StartAuthorization(
    mode=MODE, exam=EXAM, site=SITE, issued_at=AT, serial="S-1", session=SESSION, edition=EDITION, paper_key="c2FtcGxl"
)
RELEASE = RoomRelease(
    mode=MODE,
    exam=EXAM,
    site=SITE,
    issued_at=AT,
    serial="L-1",
    session=SESSION,
    room=ROOM,
    subject="sample subject",
    starts_at=AT,
    minutes=90,
    timestamp="2026-06-01 10:00:00",
    edition=EDITION,
    start_authorization="S-1",
    lock=LOCK_OF_ROOM,
    candidates=(ReleasedCandidate(A, "Sample One", "001"),),
)
DIRECTIVE = MinistryDirective(
    mode=MODE,
    exam=EXAM,
    site=SITE,
    issued_at=AT,
    serial="M-1",
    session=SESSION,
    rooms=(ROOM,),
    outcome=Decided.START,
    until=AT + timedelta(hours=1),
)
RECEIPT = Receipt(
    mode=MODE,
    exam=EXAM,
    site=SITE,
    issued_at=AT,
    serial="C-1",
    backup="sample-110105-S-1-1-1.examsite-backup",
    digest=digest(b"backup"),
    size=6,
    entries=2,
    head="ab" * 32,
    received_at=AT,
)

PLAN = SitePlan(
    SITE, "Sample School", "1 Sample Street", ("000",), "2026-06-01 10:00:00", (Room(ROOM, "Lab", "North", 1, 3),)
)
SITTINGS = Exam(EXAM, "Sample", "middle", "machine-generic", "chain", (Session(SESSION, 1, "sample", AT, 90),))


EXAMPLES: dict[object, object] = {int: 1, bool: True, tuple[str, ...]: ("x",)}


def _rules() -> Rulebook:
    """Numbers of no rulebook, so that no change of one changes a vector."""
    head = {"id": "machine-generic", "title": "", "standing": Standing.TEMPLATE, "documents": ()}
    rules = {
        one.name: Rule(EXAMPLES[get_args(one.type)[0]], ClauseId("X")) if get_origin(one.type) is Rule else None
        for one in fields(Rulebook)
        if one.name not in head and one.required
    }
    return Rulebook(**head, **rules)  # type: ignore[arg-type]


RULES = _rules()
CANDIDATES = (
    Candidate(A, "Sample One", "other", "X1", (Allotment(SESSION, ROOM, "001"),), digest(PHOTO)),
    Candidate(B, "Sample Two", "other", "X2", (Allotment(SESSION, ROOM, "002"),)),
)
STAFF = (StaffEntry(PersonId("S1"), "Sample Admin", Role.SITE_ADMIN, verifier="$argon2id$sample"),)
LOCKS = (
    RegisteredLock(LOCK, RegisteredAs.SITE, SITE_LOCK.public.jwk, software=True),
    RegisteredLock(LOCK_OF_ROOM, RegisteredAs.INVIGILATION, ROOM_LOCK.public.jwk, software=True, room=ROOM),
)
MEMBERS: Members = (
    ("exam.json", strict.encode(ExamFile(SITTINGS, RULES))),
    ("site.json", strict.encode(PLAN)),
    ("roster.ndjson", exam_package.roster_lines(CANDIDATES)),
    ("staff.ndjson", exam_package.roster_lines(STAFF)),
    ("locks.json", strict.encode(LOCKS)),
    ("code_roots.json", strict.encode(RootIndex((("delay", SESSION, ROOM),)))),
    ("code_roots.bin", bytes(range(10))),
    ("papers/1-1.age", b"sealed elsewhere"),
    (f"photos/{digest(PHOTO)}.jpg", PHOTO),
)
MANIFEST = Manifest(
    mode=MODE,
    exam=EXAM,
    site=SITE,
    issued_at=AT,
    serial="sample-110105-2",
    edition=EDITION,
    members=exam_package.listed(MEMBERS),
)

ANSWERS = b"sealed to the province"
EXPECTED = Expected(MODE, EXAM, SITE, SESSION, ROOM, LOCK_OF_ROOM)
RESULT = RoomResultDocument(
    mode=MODE,
    exam=EXAM,
    site=SITE,
    issued_at=AT,
    serial="1-1-001-1",
    session=SESSION,
    room=ROOM,
    lock=LOCK_OF_ROOM,
    lines=(
        RoomResultLine(A, Outcome.SUBMITTED, AT, digest(ANSWERS)),
        RoomResultLine(B, Outcome.ABSENT),
        RoomResultLine(C, Outcome.NEVER_LOGGED_IN),
    ),
)
REPORT = RoomReportDocument(
    mode=MODE,
    exam=EXAM,
    site=SITE,
    issued_at=AT,
    serial="1-1-001-R1",
    session=SESSION,
    room=ROOM,
    lock=LOCK_OF_ROOM,
    number=1,
    started_at=AT,
    present=2,
    absent=1,
    logged_in=2,
    submitted=1,
    absent_tickets=(C,),
    at=AT,
    reported_by=PersonId("S1"),
)

TRANSFER = TransferToken(
    mode=MODE,
    exam=EXAM,
    site=SITE,
    issued_at=AT,
    serial="1-1-001-T1",
    session=SESSION,
    room=ROOM,
    lock=LOCK_OF_ROOM,
    direction=Direction.OUT,
    ticket=C,
    origin=ROOM,
    at=AT,
    reported_by=PersonId("S1"),
)
TAKEN_IN = replace(TRANSFER, serial="1-1-001-T2", direction=Direction.IN, origin=RoomId("002"))

KEYS = keyfile.create(
    SHARE, STORE_KEY, PERSONAL_KEY, mode=MODE, site=SITE, lock=LOCK, province=PROVINCE_AGE.to_public()
)

VPN_KEY = RegisteredLock(LockSerial("VPN-1"), RegisteredAs.VPN_KEY, "", software=False)
REGISTER = LockRegister(
    mode=MODE, exam=EXAM, site=SITE, issued_at=AT, serial="sample-L3", number=3, locks=(*LOCKS, VPN_KEY)
)
NEW_SERIAL = LockSerial("SITE-2")
REPLACEMENT = Replacement(
    mode=MODE,
    exam=ExamId(""),
    site=SITE,
    issued_at=AT,
    serial="N-1",
    lock_serial=NEW_SERIAL,
    lock=NEW_LOCK.public.jwk,
    software_lock=True,
    hardware="",
    old_serial=LOCK,
    epoch=1,
    recipient=str(NEW_LOCK_AGE.to_public()),
    keys=base64.b64encode(strict.encode(KEYS)).decode(),
)
GRANT = Grant(
    mode=MODE,
    exam=EXAM,
    site=SITE,
    issued_at=AT,
    serial="G-1",
    lock_serial=NEW_SERIAL,
    lock=NEW_LOCK.public.jwk,
    old_serial=LOCK,
    epoch=2,
    share=base64.b64encode(seal(SHARE, [NEW_LOCK_AGE.to_public()])).decode(),
    number=4,
    locks=(
        replace(LOCKS[0], revoked=True),
        RegisteredLock(NEW_SERIAL, RegisteredAs.SITE, NEW_LOCK.public.jwk, software=True),
    ),
    entries=2,
    head="ab" * 32,
)
RECOVERY = Recovery(("$argon2id$one", "$argon2id$other"))


def chained(*bodies: str) -> tuple[JournalLine, ...]:
    """Entries with their heads, as the journal makes them."""
    lines: list[JournalLine] = []
    head = GENESIS
    for n, body in enumerate(bodies, 1):
        head = link(head, n, b"{}", body.encode())
        lines.append(JournalLine(n, head.hex(), "{}", body))
    return tuple(lines)


LINES = chained("first", "second")
BLOB, RECORD = b"a blob", b"%PDF sample"
SIDECAR = BackupManifest(
    mode=MODE,
    exam=EXAM,
    site=SITE,
    issued_at=AT,
    serial="1-1-1",
    name="sample-110105-S-1-1-1.examsite-backup",
    kind="S",
    session=SESSION,
    digest=digest(b"backup"),
    size=6,
    entries=len(LINES),
    head=LINES[-1].head,
    blobs=1,
    records=1,
    lock_serial=LOCK,
    lock=SITE_LOCK.public.jwk,
)
