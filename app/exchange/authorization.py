"""Exam authorization and start authorization: small signed documents that come as file, QR or paste."""

from __future__ import annotations

from app.core.terms import ExamId, Mode, SessionId, SiteCode
from app.exchange.signed import Document, Kind, PublicKey, SigningKey, expect, sign, verify

SUFFIX = ".examsite-authorization"


class ExamAuthorization(Document, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """This exam may be held at this site with this edition of the package."""

    edition: int


class StartAuthorization(Document, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """This session may start. `paper_key`: the session's paper identity, age to the site, base64; never shown."""

    session: SessionId
    edition: int
    paper_key: str


def write(content: ExamAuthorization | StartAuthorization, key: SigningKey) -> bytes:
    exam = isinstance(content, ExamAuthorization)
    return sign(Kind.EXAM_AUTHORIZATION if exam else Kind.START_AUTHORIZATION, content, key)


def read_exam(token: bytes, province: PublicKey, mode: Mode, site: SiteCode, exam: ExamId) -> ExamAuthorization:
    """Raises KIND_WRONG for a start authorization, and every fault of signed documents."""
    content = verify(token, Kind.EXAM_AUTHORIZATION, ExamAuthorization, province)
    expect(content, mode=mode, site=site, exam=exam)
    return content


def read_start(token: bytes, province: PublicKey, mode: Mode, site: SiteCode, exam: ExamId) -> StartAuthorization:
    """Raises KIND_WRONG for an exam authorization, and every fault of signed documents."""
    content = verify(token, Kind.START_AUTHORIZATION, StartAuthorization, province)
    expect(content, mode=mode, site=site, exam=exam)
    return content
