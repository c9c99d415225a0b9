"""Vectors of what a standalone package holds inside, once code, ticket and ID number come together."""

from __future__ import annotations

from msgspec.structs import replace

from app.core.terms import ExamId, SessionId, Ticket
from app.exchange import standalone, strict
from app.exchange.agefile import seal
from app.exchange.paper import AnswerSheet, Paper
from app.exchange.standalone import Keys, Person
from app.trouble import Code
from tests.vectors.alone import ANSWERS, CODE, ID_NUMBER, KEYS, MANIFEST, NONCE, PAPER, PERSON, SO_FAR
from tests.vectors.alone_packages import signed_by
from tests.vectors.bench import END, doubled, entry, flipped, pack, sealed, tar, vector, with_unknown
from tests.vectors.keys import STATION_AGE
from tests.vectors.sample import A, B, digest

Members = tuple[tuple[str, bytes], ...]
GOOD: Members = (("person.json", strict.encode(PERSON)), ("paper.json", strict.encode(PAPER)))


def holding(content: bytes, ticket: Ticket = A) -> bytes:
    manifest = replace(MANIFEST, content=digest(content), ticket=ticket)
    return sealed(tar(("manifest.jws", signed_by(manifest)), ("content.age", content)), STATION_AGE)


def shut(packed: bytes, keys: Keys = KEYS, nonce: str = NONCE, ticket: Ticket = A) -> bytes:
    return seal(packed, [standalone._opener(keys, nonce, ticket).to_public()])


def of(*members: tuple[str, bytes]) -> bytes:
    return holding(shut(pack(tar(*members))))


def with_paper(paper: Paper) -> bytes:
    return of(GOOD[0], ("paper.json", strict.encode(paper)))


def with_answers(sheet: AnswerSheet) -> bytes:
    return of(*GOOD, ("so-far.json", strict.encode(sheet)))


@vector("unlock")
def good() -> bytes:
    """As the program writes it."""
    return of(*GOOD)


@vector("unlock")
def going_on() -> bytes:
    """With what was answered so far."""
    return with_answers(SO_FAR)


@vector("unlock")
def taken_back() -> bytes:
    """With an answer that was taken back again."""
    return with_answers(replace(SO_FAR, answers=(replace(ANSWERS[0], chosen=()), ANSWERS[3])))


@vector("unlock", Code.UNLOCK_WRONG)
def other_code() -> bytes:
    """Closed with another unlock code."""
    return holding(shut(pack(tar(*GOOD)), Keys(flipped(CODE, 0), ID_NUMBER)))


@vector("unlock", Code.UNLOCK_WRONG)
def other_id_number() -> bytes:
    """Closed for somebody with another ID number."""
    return holding(shut(pack(tar(*GOOD)), Keys(CODE, "110105194912310038")))


@vector("unlock", Code.UNLOCK_WRONG)
def other_ticket_inside() -> bytes:
    """Closed for another ticket than the manifest's."""
    return holding(shut(pack(tar(*GOOD)), ticket=B))


@vector("unlock", Code.UNLOCK_WRONG)
def other_nonce() -> bytes:
    """Closed under the nonce of another package."""
    return holding(shut(pack(tar(*GOOD)), nonce="00" * 32))


@vector("unlock", Code.TICKET_WRONG)
def other_candidate() -> bytes:
    """Of another candidate, with the code and ID number that open it."""
    return holding(shut(pack(tar(*GOOD)), ticket=B), B)


@vector("unlock", Code.FILE_DAMAGED)
def content_truncated() -> bytes:
    """The content was signed for without its last byte."""
    return holding(shut(pack(tar(*GOOD)))[:-1])


@vector("unlock", Code.FILE_DAMAGED)
def content_not_age() -> bytes:
    """The content was signed for without its seal."""
    return holding(pack(tar(*GOOD)))


@vector("unlock", Code.FILE_DAMAGED)
def content_not_packed() -> bytes:
    """The content holds no archive."""
    return holding(shut(b"sample"))


@vector("unlock", Code.MEMBER_MISSING)
def without_person() -> bytes:
    """The paper alone."""
    return of(GOOD[1])


@vector("unlock", Code.MEMBER_MISSING)
def without_paper() -> bytes:
    """No paper."""
    return of(GOOD[0])


@vector("unlock", Code.MEMBER_STRANGE)
def member_added() -> bytes:
    """A member that nobody knows."""
    return of(*GOOD, ("so-far.json.bak", b"{}"))


@vector("unlock", Code.MEMBER_DOUBLED)
def member_doubled() -> bytes:
    """Two papers."""
    return of(*GOOD, GOOD[1])


@vector("unlock", Code.FILE_TOO_LARGE)
def person_too_large() -> bytes:
    """The person's header promises a byte more than it may have."""
    return holding(shut(pack(entry("person.json", size=(1 << 16) + 1) + END)))


@vector("unlock", Code.FILE_TOO_LARGE)
def paper_too_large() -> bytes:
    """The paper's header promises a byte more than it may have."""
    return holding(shut(pack(entry("paper.json", size=(64 << 20) + 1) + END)))


@vector("unlock", Code.CONTENT_UNFIT)
def person_unknown_field() -> bytes:
    """A field in person.json that nobody knows."""
    return of(("person.json", with_unknown(PERSON)), GOOD[1])


@vector("unlock", Code.CONTENT_UNFIT)
def voucher_key_short() -> bytes:
    """The key of vouchers lacks a byte."""
    return of(("person.json", strict.encode(Person(PERSON.name, PERSON.voucher_key[2:]))), GOOD[1])


@vector("unlock", Code.FIELD_DOUBLED)
def paper_doubled_field() -> bytes:
    """`exam` stands twice in the paper."""
    return of(GOOD[0], ("paper.json", doubled(PAPER)))


@vector("unlock", Code.EXAM_WRONG)
def paper_of_another_exam() -> bytes:
    """The paper is of another exam than the manifest."""
    return with_paper(replace(PAPER, exam=ExamId("another")))


@vector("unlock", Code.SESSION_WRONG)
def paper_of_another_session() -> bytes:
    """The paper is of another session than the manifest."""
    return with_paper(replace(PAPER, session=SessionId("1-2")))


@vector("unlock", Code.EXAM_WRONG)
def answers_of_another_exam() -> bytes:
    """Answered in another exam."""
    return with_answers(replace(SO_FAR, exam=ExamId("another")))


@vector("unlock", Code.SESSION_WRONG)
def answers_of_another_session() -> bytes:
    """Answered in another session."""
    return with_answers(replace(SO_FAR, session=SessionId("1-2")))


@vector("unlock", Code.TICKET_WRONG)
def answers_of_another_candidate() -> bytes:
    """Answered by somebody else."""
    return with_answers(replace(SO_FAR, ticket=B))


@vector("unlock", Code.CONTENT_UNFIT)
def answer_to_no_question() -> bytes:
    """An answer to a question that the paper does not ask."""
    return with_answers(replace(SO_FAR, answers=(replace(ANSWERS[0], question="5"),)))


@vector("unlock", Code.CONTENT_UNFIT)
def answer_does_not_fit() -> bytes:
    """Two choices where one may be chosen."""
    return with_answers(replace(SO_FAR, answers=(replace(ANSWERS[0], chosen=("A", "B")),)))


@vector("unlock", Code.MEMBER_DOUBLED)
def answer_doubled() -> bytes:
    """One question answered twice."""
    return with_answers(replace(SO_FAR, answers=(ANSWERS[0], ANSWERS[0])))
