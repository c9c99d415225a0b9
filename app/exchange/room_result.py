"""The result of one room in one session: signed by its lock, sealed to the site, answers sealed to the province."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec

from app.core.room_result import Outcome
from app.core.terms import Digest, ExamId, LockSerial, Mode, RoomId, SessionId, SiteCode, Ticket
from app.exchange import archive
from app.exchange.agefile import Identity, Recipient, decrypting, seal
from app.exchange.signed import Document, Kind, PublicKey, SigningKey, claimed, expect, sign, verify
from app.trouble import Code, Trouble

SUFFIX = ".examsite-room"
LONGEST_ANSWER = 64 << 20
LONGEST_RESULT = 1 << 20


class RoomResultLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One candidate; `answers` is the digest of the sealed answer bytes of someone who submitted."""

    ticket: Ticket
    outcome: Outcome
    submitted_at: datetime | None = None
    answers: Digest | None = None


class RoomDocument(Document, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every document signed by a room's lock says first."""

    session: SessionId
    room: RoomId
    lock: LockSerial


class RoomResultDocument(RoomDocument, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the room signs."""

    lines: tuple[RoomResultLine, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """What a document of a room must speak of to be taken."""

    mode: Mode
    exam: ExamId
    site: SiteCode
    session: SessionId
    room: RoomId
    lock: LockSerial


def write(result: RoomResultDocument, answers: Mapping[Ticket, bytes], lock: SigningKey, site: Recipient) -> bytes:
    """`answers` are already sealed to the province; the site never reads them."""
    plain = io.BytesIO()
    members = [(f"answers/{ticket}.age", sealed) for ticket, sealed in sorted(answers.items())]
    archive.write(plain, [("result.jws", sign(Kind.RESULT, result, lock)), *members])
    return seal(plain.getvalue(), [site])


def _allowed(name: str) -> int:
    if name == "result.jws":
        return LONGEST_RESULT
    folder, _, ticket = name.removesuffix(".age").partition("/")
    return LONGEST_ANSWER if folder == "answers" and name.endswith(".age") and ticket.isdigit() else 0


def read(
    sealed: bytes,
    identities: Sequence[Identity],
    expected: Expected,
    lock: PublicKey,
    keep: Callable[[Ticket, bytes], None] | None = None,
) -> RoomResultDocument:
    """The result, with every answer's digest checked. Raises every fault of files and signed documents.

    `keep` is given each sealed answer on the way: nothing of it counts before this has returned.
    """
    name = f"{expected.session}-{expected.room}{SUFFIX}"
    result: RoomResultDocument | None = None
    digests: dict[str, str] = {}
    with decrypting(io.BytesIO(sealed), identities, name) as plain:
        for member, content in archive.read(plain, _allowed, name):
            if result is None:
                if member != "result.jws":
                    raise Trouble(Code.MEMBER_STRANGE, file=name, member=member)
                result = _checked(content, expected, lock)
            else:
                ticket = Ticket(member.removeprefix("answers/").removesuffix(".age"))
                digests[ticket] = hashlib.sha256(content).hexdigest()
                if keep:
                    keep(ticket, content)
    if result is None:
        raise Trouble(Code.MEMBER_MISSING, file=name, member="result.jws")
    _compare(result, digests, name)
    return result


def claimed_lock(sealed: bytes, identities: Sequence[Identity], name: str) -> LockSerial:
    """Whose signature it says it bears, unproved: only to find the key that it is then read with."""
    with decrypting(io.BytesIO(sealed), identities, name) as plain:
        for member, content in archive.read(plain, _allowed, name):
            if member == "result.jws":
                return claimed(content, Kind.RESULT, RoomResultDocument).lock
    raise Trouble(Code.MEMBER_MISSING, file=name, member="result.jws")


def _checked(token: bytes, expected: Expected, lock: PublicKey) -> RoomResultDocument:
    result = verify(token, Kind.RESULT, RoomResultDocument, lock)
    expect_room(result, expected)
    refuse_doubled([line.ticket for line in result.lines], Kind.RESULT)
    return result


def expect_room(document: RoomDocument, expected: Expected) -> None:
    """Refuses another mode, site or exam, then another session, another room or lock."""
    expect(document, mode=expected.mode, site=expected.site, exam=expected.exam)
    if document.session != expected.session:
        raise Trouble(Code.SESSION_WRONG, expected=expected.session, found=document.session)
    if document.room != expected.room or document.lock != expected.lock:
        raise Trouble(Code.ROOM_WRONG, expected=expected.room, found=document.room)


def refuse_doubled(tickets: Sequence[Ticket], kind: Kind) -> None:
    """Refuses a document in which a candidate stands twice."""
    if len(set(tickets)) != len(tickets):
        twice = next(ticket for ticket in tickets if tickets.count(ticket) > 1)
        raise Trouble(Code.MEMBER_DOUBLED, file=kind, member=twice)


def _compare(result: RoomResultDocument, digests: Mapping[str, str], name: str) -> None:
    said: dict[str, str] = {line.ticket: line.answers for line in result.lines if line.answers}
    for ticket in sorted(said.keys() | digests.keys()):
        if ticket not in digests:
            raise Trouble(Code.MEMBER_MISSING, file=name, member=ticket)
        if ticket not in said:
            raise Trouble(Code.MEMBER_STRANGE, file=name, member=ticket)
        if said[ticket] != digests[ticket]:
            raise Trouble(Code.MEMBER_DIFFERS, file=name, member=ticket)
    if silent := [line.ticket for line in result.lines if (line.outcome is Outcome.SUBMITTED) != bool(line.answers)]:
        raise Trouble(Code.MEMBER_MISSING, file=name, member=silent[0])
