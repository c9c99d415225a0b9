"""A paper for the answering station, the site that wraps it, and a machine whose clocks are set by hand."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from app.core.terms import Digest, ExamId, LockSerial, Mode, RoomId, SessionId, SiteCode, Ticket
from app.crypto import codes
from app.crypto.standalone import voucher
from app.exchange import standalone, standalone_return, station_request
from app.exchange.agefile import recipient
from app.exchange.paper import AnswerSheet, Option, Paper, Question, QuestionKind, Section
from app.exchange.signed import PublicKey
from app.exchange.standalone import AloneManifest, Content, Keys, Person
from app.exchange.standalone_return import Issued, ReturnDocument
from app.machine_clock import BEIJING, Machine
from tests.vectors.keys import PROVINCE_AGE, SESSION_AGE, SITE_AGE, SITE_LOCK

EXAM, SITE, SESSION, SECOND_SESSION = ExamId("2026-LN"), SiteCode("210105"), SessionId("1-1"), SessionId("1-2")
TICKET, OTHER = Ticket("210105001007"), Ticket("210105001008")
NAME, ID_NUMBER = "张㐂𠮷", "11010519491231002X"
CODE = codes.text(bytes(range(10)))
VOUCHER_KEY = hashlib.sha256(b"a voucher key").digest()
BEGUN = datetime(2026, 6, 19, 9, 0, 0, tzinfo=BEIJING)


def paper(session: SessionId = SESSION) -> Paper:
    """All four kinds of questions in two sections, with signs of two and of four bytes."""
    options = tuple(Option(key, f"选项 {key} ⭟𠮷") for key in "ABCD")
    choice = Section(
        "一、选择题",
        (
            Question("1", QuestionKind.SINGLE, "下列说法正确的是 𠮷", 15, options),
            Question("2", QuestionKind.MULTIPLE, "下列说法正确的有", 20, options[:3]),
        ),
    )
    rest = Section(
        "二、其他题",
        (
            Question("3", QuestionKind.TRUE_FALSE, "某公司应当确认收入。", 10),
            Question("4", QuestionKind.TEXT, "写出会计分录。", 200),
            Question("5", QuestionKind.TEXT, "说明理由。", 100),
        ),
    )
    return Paper(EXAM, session, "会计实务", calculator=True, sections=(choice, rest))


@dataclass
class Hands:
    """A machine's clocks, moved by hand."""

    at: datetime = BEGUN
    up: int = 5_000_000_000
    boot: str = "boot-1"

    def clock(self) -> Machine:
        """As a program finds it that is started now; it follows the hands."""
        return Machine(lambda: self.at, lambda: self.up, self.boot)

    def run(self, **by: float) -> None:
        """Both go on, as they do."""
        self.at += timedelta(**by)
        self.up += timedelta(**by) // timedelta(microseconds=1) * 1000

    def restart(self, *, away: timedelta = timedelta(minutes=2)) -> None:
        """The machine is switched off and on again, so much later."""
        self.at, self.up, self.boot = self.at + away, 3_000_000_000, self.boot + "'"


@dataclass
class SiteSide:
    """Makes packages for whoever asks, and reads what comes back."""

    mode: Mode = Mode.PRACTICE
    issued_at: datetime = BEGUN
    issued: dict[Digest, Issued] = field(default_factory=dict)

    def package(
        self,
        request: bytes,
        number: int = 1,
        *,
        session: SessionId = SESSION,
        ticket: Ticket = TICKET,
        minutes: int = 60,
        closure: int = 30,
        so_far: AnswerSheet | None = None,
        **other: object,
    ) -> bytes:
        """`other`: fields of the manifest that are not as they should be."""
        asked = station_request.read(request, self.mode)
        nonce = hashlib.sha256(f"{session} {ticket} {number}".encode()).hexdigest()
        person = Person(NAME, VOUCHER_KEY.hex())
        keys = Keys(bytes(range(10)), ID_NUMBER)
        content = standalone.seal_content(Content(person, paper(session), so_far), keys, nonce, ticket)
        key = PublicKey.read(asked.key)
        manifest = AloneManifest(
            mode=self.mode,
            exam=EXAM,
            site=SITE,
            issued_at=self.issued_at,
            serial=f"{ticket}-{session}-{number}",
            session=session,
            room=RoomId("001"),
            ticket=ticket,
            number=number,
            seat="007",
            machine=asked.machine,
            station=key.thumbprint,
            subject="会计实务",
            remaining_seconds=minutes * 60,
            closure_seconds=closure * 60,
            nonce=nonce,
            lock_serial=LockSerial("KW-1"),
            lock=SITE_LOCK.public.jwk,
            recipient=str(SITE_AGE.to_public()),
            province=str(PROVINCE_AGE.to_public()),
            rescue=str(SESSION_AGE.to_public()),
            content=Digest(hashlib.sha256(content).hexdigest()),
        )
        manifest = replace(manifest, **other)
        sealed = standalone.write(manifest, content, SITE_LOCK, recipient(asked.recipient))
        digest = Digest(hashlib.sha256(sealed).hexdigest())
        self.issued[digest] = Issued(self.mode, EXAM, SITE, session, ticket, number, nonce, digest, asked.machine, key)
        return sealed

    def returned(self, path: Path) -> ReturnDocument:
        """Proved as the console does."""
        identities = [SITE_AGE]
        sealed = path.read_bytes()
        found = standalone_return.read(sealed, identities, path.name, lambda told: self.issued[told.package])
        return found.document


def answers(path: Path) -> AnswerSheet:
    """What the province reads in a return or an interim copy."""
    sealed = standalone_return.answers_of(path.read_bytes(), [SITE_AGE], path.name)
    return standalone_return.open_answers(sealed, PROVINCE_AGE, path.name)


def voucher_for(minutes: int, number: int = 1) -> str:
    return voucher(VOUCHER_KEY, f"{TICKET}-{SESSION}-{number}", minutes)
