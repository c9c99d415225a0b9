"""The ministry's directive (处理意见) about rooms that are more than an hour late: a signed document (TIM-04)."""

from __future__ import annotations

from datetime import datetime

from app.core.terms import ExamId, Mode, RoomId, SessionId, SiteCode
from app.core.time_state import Outcome
from app.exchange.signed import Document, Kind, PublicKey, SigningKey, expect, expect_times, sign, verify
from app.trouble import Code, Trouble

SUFFIX = ".examsite-directive"


class MinistryDirective(Document, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What becomes of these rooms in this session. `until`: the last second of a start, None without an end."""

    session: SessionId
    rooms: tuple[RoomId, ...]
    outcome: Outcome
    until: datetime | None = None


def write(content: MinistryDirective, ministry: SigningKey) -> bytes:
    return sign(Kind.DIRECTIVE, content, ministry)


def read(token: bytes, ministry: PublicKey, mode: Mode, site: SiteCode, exam: ExamId) -> MinistryDirective:
    """Raises every fault of signed documents, and CONTENT_UNFIT for a time that cannot be held against a start."""
    content = verify(token, Kind.DIRECTIVE, MinistryDirective, ministry)
    expect(content, mode=mode, site=site, exam=exam)
    times = [at for at in (content.issued_at, content.until) if at]
    if any(at.tzinfo is None for at in times):
        raise Trouble(Code.CONTENT_UNFIT, file=Kind.DIRECTIVE, line=0, problem="zone")
    expect_times(Kind.DIRECTIVE, *times)
    return content
