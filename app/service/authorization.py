"""Authorizations as they reach the desk: verified, kept as they came, taken in under supervision, and checked."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.core.authorization import (
    CheckStartAuthorization,
    ExamAuthorizationAlone,
    Flaw,
    ReceiveStartAuthorizations,
    RejectAuthorization,
    StartDocument,
    TakeExamAuthorization,
)
from app.core.lock_state import SupervisedKind
from app.core.operation import Refusal, Signer
from app.core.site import Package
from app.core.supervision import OpenSupervision
from app.core.terms import Digest, SessionId
from app.exchange import authorization, outbox
from app.exchange.signed import LONGEST, Kind, PublicKey, peek
from app.exchange.trust import Province, appointed
from app.service.console import Console
from app.trouble import Code, Trouble

FLAWS = {
    Code.SIGNATURE_BAD: Flaw.SIGNATURE,
    Code.SIGNER_UNKNOWN: Flaw.SIGNATURE,
    Code.SITE_WRONG: Flaw.OTHER_SITE,
    Code.EXAM_WRONG: Flaw.OTHER_EXAM,
    Code.EDITION_WRONG: Flaw.OTHER_EDITION,
    Code.MODE_WRONG: Flaw.OTHER_MODE,
}
"""What makes a document a false authorization rather than an unreadable file."""


@dataclass(frozen=True, slots=True)
class Brought:
    """A verified authorization, not taken in yet; `session` is None for that of the exam."""

    token: bytes
    serial: str
    session: SessionId | None


def province(console: Console) -> Province:
    """The province that the ministry appointed for this store."""
    return appointed(console.site.appointment.encode(), PublicKey.read(console.site.ministry), console.site.mode)


def package_in_force(console: Console) -> Package:
    """Raises PACKAGE_MISSING while none was taken in."""
    if console.site.package is None:
        raise Trouble(Code.PACKAGE_MISSING)
    return console.site.package


def read(console: Console, token: bytes) -> Brought:
    """Either authorization, told apart by its own kind. Raises every fault of signed documents."""
    site, package, key = console.site, package_in_force(console), province(console).key
    if peek(token).typ == Kind.EXAM_AUTHORIZATION:
        exam = authorization.read_exam(token, key, site.mode, site.code, package.exam.id)
        _edition(exam.edition, package)
        return Brought(token, exam.serial, None)
    start = authorization.read_start(token, key, site.mode, site.code, package.exam.id)
    _edition(start.edition, package)
    return Brought(token, start.serial, start.session)


def bring(console: Console, token: bytes, *signers: Signer) -> Brought | Refusal:
    """The same at the desk: a false one is entered with its incident before it is raised (LCK-07)."""
    try:
        return read(console, token)
    except Trouble as trouble:
        if trouble.code in FLAWS:
            digest = Digest(hashlib.sha256(token).hexdigest())
            if refusal := console.submit(RejectAuthorization(FLAWS[trouble.code], digest), *signers):
                return refusal
        raise


def bring_file(console: Console, path: Path, *signers: Signer) -> Brought | Refusal:
    """The same from a file; raises FILE_MISSING or FILE_TOO_LARGE besides."""
    return bring(console, outbox.read_bytes(path, LONGEST), *signers)


def open_receipt(console: Console, *signers: Signer) -> Refusal | None:
    """A supervisor signs beside the operator, and its time begins."""
    return console.submit(OpenSupervision(SupervisedKind.RECEIPT), *signers)


def take(console: Console, brought: Sequence[Brought], *signers: Signer) -> Refusal | None:
    """Take in what was brought, all or none; the exam's authorization comes alone. It ends the receipt.

    Verified once more: a newer package may have come in since. Raises what the documents say.
    """
    brought = [read(console, one.token) for one in brought]
    exam = next((one for one in brought if one.session is None), None)
    put = console.store.blobs.put
    if exam and len(brought) > 1:
        return ExamAuthorizationAlone()
    if exam is not None:
        refusal = console.submit(TakeExamAuthorization(exam.serial, put(exam.token)), *signers)
    else:
        documents = (StartDocument(one.session, one.serial, put(one.token)) for one in brought if one.session)
        refusal = console.submit(ReceiveStartAuthorizations(tuple(documents)), *signers)
    if refusal is None:
        console.store.mark()
    return refusal


def receive(console: Console, tokens: Sequence[bytes], *signers: Signer) -> Refusal | None:
    """A whole receipt at once: opened before the supervisor, everything brought, taken in."""
    brought = [read(console, token) for token in tokens]
    return open_receipt(console, *signers) or take(console, brought, *signers)


def check(console: Console, session: SessionId, *signers: Signer) -> Refusal | None:
    """Verify what lies here for a session once more, and let its rooms be released; raises what the document says."""
    state = console.site.sessions.get(session)
    if state and state.received:
        read(console, console.store.blobs.get(state.received.document))
    refusal = console.submit(CheckStartAuthorization(session), *signers)
    if refusal is None:
        console.store.mark()
    return refusal


def _edition(edition: int, package: Package) -> None:
    if edition != package.edition:
        raise Trouble(Code.EDITION_WRONG, expected=package.edition, found=edition)
