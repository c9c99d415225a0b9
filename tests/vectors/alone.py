"""One candidate's standalone exam from request to return: what its vectors are made of."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

from app.core.terms import ExamId, SiteCode
from app.exchange import standalone, standalone_return
from app.exchange.paper import Answer, AnswerSheet, Option, Paper, Question, QuestionKind, Section
from app.exchange.signed import PublicKey
from app.exchange.standalone import AloneManifest, Content, Keys, Person
from app.exchange.standalone_return import Issued, ReturnDocument
from app.exchange.station_request import StationRequest
from tests.vectors.keys import PROVINCE_AGE, SESSION_AGE, SITE_AGE, SITE_LOCK, STATION, STATION_AGE
from tests.vectors.sample import AT, EXAM, LOCK, MODE, ROOM, SESSION, SITE, A, digest

MACHINE, NUMBER = "PC-07", 1
NONCE = sha256(b"nonce").hexdigest()
VOUCHER_KEY = sha256(b"voucher key").hexdigest()
CODE, ID_NUMBER = bytes(range(10)), "11010519491231002X"
KEYS = Keys(CODE, ID_NUMBER)

REQUEST = StationRequest(
    mode=MODE,
    exam=ExamId(""),
    site=SiteCode(""),
    issued_at=AT,
    serial="Q-1",
    machine=MACHINE,
    recipient=str(STATION_AGE.to_public()),
    key=STATION.public.jwk,
    program="0.7",
)

CHOICES = (Option("A", "the first"), Option("B", "the second"), Option("C", "the third"))
QUESTIONS = (
    Question("1", QuestionKind.SINGLE, "Which one?", 10, CHOICES),
    Question("2", QuestionKind.MULTIPLE, "Which ones?", 20, CHOICES),
    Question("3", QuestionKind.TRUE_FALSE, "Is it so?", 10),
    Question("4", QuestionKind.TEXT, "Why?", 100),
)
PAPER = Paper(
    EXAM, SESSION, "Sample", True, (Section("First part", QUESTIONS[:3]), Section("Second part", QUESTIONS[3:]))
)
ANSWERS = (
    Answer("1", ("B",), "", AT),
    Answer("2", ("A", "C"), "", AT),
    Answer("3", ("T",), "", AT),
    Answer("4", (), "Because.", AT),
)
SO_FAR = AnswerSheet(EXAM, SESSION, A, ANSWERS[:2])
SHEET = AnswerSheet(EXAM, SESSION, A, ANSWERS)
PERSON = Person("Sample One", VOUCHER_KEY)
CONTENT = Content(PERSON, PAPER)

SEALED_CONTENT = standalone.seal_content(CONTENT, KEYS, NONCE, A)
MANIFEST = AloneManifest(
    mode=MODE,
    exam=EXAM,
    site=SITE,
    issued_at=AT,
    serial="D-1",
    session=SESSION,
    room=ROOM,
    ticket=A,
    number=NUMBER,
    seat="001",
    machine=MACHINE,
    station=STATION.public.thumbprint,
    subject="sample subject",
    remaining_seconds=2400,
    closure_seconds=600,
    nonce=NONCE,
    lock_serial=LOCK,
    lock=SITE_LOCK.public.jwk,
    recipient=str(SITE_AGE.to_public()),
    province=str(PROVINCE_AGE.to_public()),
    rescue=str(SESSION_AGE.to_public()),
    content=digest(SEALED_CONTENT),
)
PACKAGE = digest(b"the package's file")

SEALED_ANSWERS = standalone_return.seal_answers(SHEET, [PROVINCE_AGE.to_public()])
RETURN = ReturnDocument(
    mode=MODE,
    exam=EXAM,
    site=SITE,
    issued_at=AT + timedelta(hours=1),
    serial="110105001-1-1-1-1",
    session=SESSION,
    ticket=A,
    number=NUMBER,
    nonce=NONCE,
    package=PACKAGE,
    machine=MACHINE,
    final=True,
    opened_at=AT,
    closed_at=AT + timedelta(hours=1),
    used_seconds=3540,
    open_seconds=3600,
    granted_minutes=20,
    questions=4,
    answered=4,
    resumed=1,
    answers=digest(SEALED_ANSWERS),
)


def issued(key: PublicKey = STATION.public) -> Issued:
    """As the site's register has the package."""
    return Issued(MODE, EXAM, SITE, SESSION, A, NUMBER, NONCE, PACKAGE, MACHINE, key)
