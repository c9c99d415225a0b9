"""Vectors of the room result."""

from __future__ import annotations

import tarfile
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from app.core.room_result import Outcome
from app.core.terms import ExamId, LockSerial, Mode, RoomId, SessionId, SiteCode
from app.exchange.agefile import seal
from app.exchange.room_result import RoomResultDocument, RoomResultLine
from app.exchange.signed import Kind, SigningKey
from app.trouble import Code
from tests.vectors.bench import (
    END,
    badly_signed,
    entry,
    flipped,
    pack,
    sealed,
    signed_as,
    tar,
    token,
    vector,
    with_unknown,
)
from tests.vectors.keys import ROOM_LOCK, SITE_AGE, SITE_LOCK, STRANGER_AGE
from tests.vectors.sample import ANSWERS, AT, RESULT, A, B, C, digest

Answers = Sequence[tuple[str, bytes]]
GIVEN: Answers = ((f"answers/{A}.age", ANSWERS),)


def with_result(jws: bytes, answers: Answers = GIVEN) -> bytes:
    return sealed(tar(("result.jws", jws), *answers))


def result(document: RoomResultDocument, answers: Answers = GIVEN, key: SigningKey = ROOM_LOCK) -> bytes:
    return with_result(signed_as(Kind.RESULT, document, key), answers)


def lines(*changed: RoomResultLine) -> RoomResultDocument:
    return replace(RESULT, lines=changed)


@vector("result")
def good() -> bytes:
    """As the program writes it."""
    return result(RESULT)


@vector("result", Code.FILE_DAMAGED)
def empty() -> bytes:
    """No byte at all."""
    return b""


@vector("result", Code.FILE_NOT_FOR_US)
def other_recipient() -> bytes:
    """Sealed to another site."""
    return sealed(tar(("result.jws", signed_as(Kind.RESULT, RESULT, ROOM_LOCK)), *GIVEN), STRANGER_AGE)


@vector("result", Code.FILE_DAMAGED)
def age_truncated() -> bytes:
    """The last byte is missing."""
    return good()[:-1]


@vector("result", Code.FILE_DAMAGED)
def age_flipped() -> bytes:
    """A bit of the sealed content changed."""
    return flipped(good(), -50)


@vector("result", Code.FILE_DAMAGED)
def tar_truncated() -> bytes:
    """The archive ends without the blocks that say so."""
    return sealed(tar(("result.jws", signed_as(Kind.RESULT, RESULT, ROOM_LOCK)), *GIVEN)[: -len(END)])


@vector("result", Code.MEMBER_MISSING)
def nothing_inside() -> bytes:
    """An archive without members."""
    return sealed(END)


@vector("result", Code.MEMBER_STRANGE)
def answers_first() -> bytes:
    """The signed result does not stand first."""
    return sealed(tar(*GIVEN, ("result.jws", signed_as(Kind.RESULT, RESULT, ROOM_LOCK))))


@vector("result", Code.MEMBER_STRANGE)
def member_unknown() -> bytes:
    """Answers under a name that is no ticket."""
    return result(RESULT, [*GIVEN, ("answers/all.age", b"x")])


@vector("result", Code.MEMBER_STRANGE)
def member_link() -> bytes:
    """Answers that are a link."""
    jws = signed_as(Kind.RESULT, RESULT, ROOM_LOCK)
    return sealed(entry("result.jws", jws) + entry(GIVEN[0][0], kind=tarfile.SYMTYPE) + END)


@vector("result", Code.MEMBER_DOUBLED)
def member_doubled() -> bytes:
    """One candidate's answers twice."""
    return result(RESULT, [*GIVEN, *GIVEN])


@vector("result", Code.FILE_TOO_LARGE)
def member_too_large() -> bytes:
    """The header of the signed result promises a byte more than it may have."""
    return sealed(entry("result.jws", size=(1 << 20) + 1) + END)


@vector("result", Code.SIGNER_UNKNOWN)
def other_lock() -> bytes:
    """Signed by the site lock instead of the room's."""
    return result(RESULT, key=SITE_LOCK)


@vector("result", Code.SIGNATURE_BAD)
def bad_signature() -> bytes:
    """First bit of the signature changed."""
    return with_result(badly_signed(signed_as(Kind.RESULT, RESULT, ROOM_LOCK)))


@vector("result", Code.KIND_WRONG)
def wrong_kind() -> bytes:
    """The content signed as a release."""
    return with_result(signed_as(Kind.RELEASE, RESULT, ROOM_LOCK))


@vector("result", Code.CONTENT_UNFIT)
def unknown_field() -> bytes:
    """A field that nobody knows."""
    return with_result(token(Kind.RESULT, with_unknown(RESULT), ROOM_LOCK))


@vector("result", Code.FIELD_DOUBLED)
def doubled_field() -> bytes:
    """`room` stands twice."""
    payload = msgspec.json.encode(RESULT).replace(b'"room":"001"', b'"room":"002","room":"001"')
    return with_result(token(Kind.RESULT, payload, ROOM_LOCK))


@vector("result", Code.CONTENT_UNFIT)
def unknown_outcome() -> bytes:
    """An outcome that there is not."""
    return with_result(token(Kind.RESULT, msgspec.json.encode(RESULT).replace(b"absent", b"asleep"), ROOM_LOCK))


@vector("result", Code.MODE_WRONG)
def wrong_mode() -> bytes:
    """Of a real exam."""
    return result(replace(RESULT, mode=Mode.REAL))


@vector("result", Code.SITE_WRONG)
def wrong_site() -> bytes:
    """Of another site."""
    return result(replace(RESULT, site=SiteCode("110106")))


@vector("result", Code.EXAM_WRONG)
def wrong_exam() -> bytes:
    """Of another exam."""
    return result(replace(RESULT, exam=ExamId("another")))


@vector("result", Code.SESSION_WRONG)
def wrong_session() -> bytes:
    """Of another session."""
    return result(replace(RESULT, session=SessionId("1-2")))


@vector("result", Code.ROOM_WRONG)
def wrong_room() -> bytes:
    """Of another room."""
    return result(replace(RESULT, room=RoomId("002")))


@vector("result", Code.ROOM_WRONG)
def wrong_lock() -> bytes:
    """Names another lock than the one that signed."""
    return result(replace(RESULT, lock=LockSerial("ROOM-2")))


@vector("result", Code.MEMBER_DOUBLED)
def ticket_doubled() -> bytes:
    """One candidate stands twice."""
    return result(lines(*RESULT.lines, RoomResultLine(B, Outcome.NEVER_LOGGED_IN)))


@vector("result", Code.MEMBER_MISSING)
def answers_missing() -> bytes:
    """The answers of one who submitted are not there."""
    return result(RESULT, [])


@vector("result", Code.MEMBER_STRANGE)
def answers_strange() -> bytes:
    """Answers of a candidate for whom none are stated."""
    return result(RESULT, [*GIVEN, (f"answers/{C}.age", b"x")])


@vector("result", Code.MEMBER_DIFFERS)
def answers_differ() -> bytes:
    """Other answers than the signed digest says."""
    return result(RESULT, [(GIVEN[0][0], flipped(ANSWERS, 0))])


@vector("result", Code.MEMBER_MISSING)
def submitted_nothing() -> bytes:
    """Submitted, without a digest of answers."""
    return result(lines(RoomResultLine(A, Outcome.SUBMITTED, AT)), [])


@vector("result", Code.MEMBER_MISSING)
def absent_with_answers() -> bytes:
    """Absent, with answers."""
    return result(lines(RoomResultLine(A, Outcome.ABSENT, None, digest(ANSWERS))))


@vector("result", Code.FILE_DAMAGED)
def zstd_trailing() -> bytes:
    """Something stands after the packing."""
    plain = pack(tar(("result.jws", signed_as(Kind.RESULT, RESULT, ROOM_LOCK)), *GIVEN))
    return seal(plain + b"surprise", [SITE_AGE.to_public()])
