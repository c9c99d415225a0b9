"""What comes back from an answering station: answers sealed to the province, signed by the station, age to the site."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated

import msgspec

from app.core.terms import Digest, ExamId, Mode, SessionId, SiteCode, Ticket
from app.crypto.standalone import LONGEST_VOUCHER
from app.exchange import archive, paper, strict
from app.exchange.agefile import Identity, Recipient, decrypting, seal, unseal
from app.exchange.paper import LONGEST_PAPER, AnswerSheet, SessionNo, TicketNo
from app.exchange.signed import Document, Kind, PublicKey, SigningKey, claimed, expect, expect_times, sign, verify
from app.exchange.standalone import Hex32, Number
from app.exchange.station_request import Machine, Moment
from app.trouble import Code, Trouble

SUFFIX, INTERIM = ".examsite-return", ".examsite-interim"
LONGEST = 128 << 20
_MEMBERS = {"return.jws": 1 << 16, "answers.age": LONGEST_PAPER}

_Count = Annotated[int, msgspec.Meta(ge=0)]


class ReturnDocument(Document, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the station signs; times by its own clock, seconds by one that nobody can set.

    `used_seconds` run from the first opening to the last answer, `open_seconds` to `closed_at`: where the two times do
    not lie as far apart, the machine was stopped or its clock moved.
    `package` is the digest of the package's file, `answers` that of answers.age. An interim copy is not `final`.
    `granted_minutes`: what vouchers gave in all. `resumed`: how often the station was started anew meanwhile.
    """

    issued_at: Moment
    session: SessionNo
    ticket: TicketNo
    number: Number
    nonce: Hex32
    package: Digest
    machine: Machine
    final: bool
    opened_at: Moment
    closed_at: Moment
    used_seconds: _Count
    open_seconds: _Count
    granted_minutes: Annotated[int, msgspec.Meta(ge=0, le=LONGEST_VOUCHER)]
    questions: _Count
    answered: _Count
    resumed: _Count
    answers: Digest


@dataclass(frozen=True, slots=True)
class Issued:
    """The package that a return must answer, as the site made it."""

    mode: Mode
    exam: ExamId
    site: SiteCode
    session: SessionId
    ticket: Ticket
    number: int
    nonce: str
    package: Digest
    machine: str
    key: PublicKey
    """The station's, from its request."""


@dataclass(frozen=True, slots=True)
class Returned:
    """A return that was proved; `digest` is that of the file."""

    document: ReturnDocument
    digest: Digest


def seal_answers(sheet: AnswerSheet, to: Sequence[Recipient]) -> bytes:
    """answers.age: nobody but the province reads it; an interim copy can be handed on under the paper key."""
    return seal(strict.encode(sheet), to)


def open_answers(sealed: bytes, identity: Identity, name: str) -> AnswerSheet:
    """For whom it was sealed to; raises FILE_NOT_FOR_US, FILE_DAMAGED and what answers can say."""
    return paper.read_answers(unseal(sealed, [identity], name), name)


def write(document: ReturnDocument, answers: bytes, station: SigningKey, site: Recipient) -> bytes:
    plain = io.BytesIO()
    archive.write(plain, [("return.jws", sign(Kind.RETURN, document, station)), ("answers.age", answers)])
    return seal(plain.getvalue(), [site])


def read(
    sealed: bytes, identities: Sequence[Identity], name: str, issued: Callable[[ReturnDocument], Issued]
) -> Returned:
    """A return, held against the package that it names; `issued` finds that, or raises.

    Raises SESSION_WRONG, TICKET_WRONG, PACKAGE_WRONG, MACHINE_WRONG, SIGNER_UNKNOWN, and what files can say.
    """
    token, answers = _members(sealed, identities, name)
    expected = issued(claimed(token, Kind.RETURN, ReturnDocument))
    document = verify(token, Kind.RETURN, ReturnDocument, expected.key)
    expect(document, mode=expected.mode, site=expected.site, exam=expected.exam)
    expect_times(Kind.RETURN, document.issued_at, document.opened_at, document.closed_at)
    if document.answered > document.questions:
        raise Trouble(Code.CONTENT_UNFIT, file=Kind.RETURN, line=0, problem="answered")
    if document.used_seconds > document.open_seconds:
        raise Trouble(Code.CONTENT_UNFIT, file=Kind.RETURN, line=0, problem="used_seconds")
    if document.session != expected.session:
        raise Trouble(Code.SESSION_WRONG, expected=expected.session, found=document.session)
    if document.ticket != expected.ticket:
        raise Trouble(Code.TICKET_WRONG, expected=expected.ticket, found=document.ticket)
    if document.machine != expected.machine:
        raise Trouble(Code.MACHINE_WRONG, expected=expected.machine, found=document.machine)
    told = (document.number, document.nonce, document.package)
    if told != (expected.number, expected.nonce, expected.package):
        raise Trouble(Code.PACKAGE_WRONG, expected=expected.number, found=document.number)
    _expect_named(document, answers, name)
    return Returned(document, Digest(hashlib.sha256(sealed).hexdigest()))


def answers_of(sealed: bytes, identities: Sequence[Identity], name: str) -> bytes:
    """The sealed answers of a return that was proved before."""
    return _members(sealed, identities, name)[1]


def claims(sealed: bytes, identities: Sequence[Identity], name: str) -> tuple[ReturnDocument, bytes]:
    """What a return says of itself, its signature unproved, and the sealed answers that it names.

    Raises MEMBER_DIFFERS where it names others, and what files and documents can say.
    """
    token, answers = _members(sealed, identities, name)
    document = claimed(token, Kind.RETURN, ReturnDocument)
    _expect_named(document, answers, name)
    return document, answers


def _expect_named(document: ReturnDocument, answers: bytes, name: str) -> None:
    if hashlib.sha256(answers).hexdigest() != document.answers:
        raise Trouble(Code.MEMBER_DIFFERS, file=name, member="answers.age")


def _members(sealed: bytes, identities: Sequence[Identity], name: str) -> tuple[bytes, bytes]:
    found: dict[str, bytes] = {}
    with decrypting(io.BytesIO(sealed), identities, name) as plain:
        found.update(archive.read(plain, lambda member: _MEMBERS.get(member, 0), name))
    for member in _MEMBERS:
        if member not in found:
            raise Trouble(Code.MEMBER_MISSING, file=name, member=member)
    return found["return.jws"], found["answers.age"]
