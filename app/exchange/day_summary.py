"""The summary of an exam day for the province (考试日小结), in numbers: no name, no ticket."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec

from app.core.day_figures import Figures, added
from app.core.terms import Digest, ExamId, LockSerial, Mode, SiteCode
from app.exchange.paper import SessionNo
from app.exchange.signed import Document, Kind, PublicKey, SigningKey, claimed, expect, expect_times, sign, verify
from app.exchange.station_request import Moment
from app.trouble import Code, Trouble

SUFFIX = ".examsite-summary"
Sha256 = Annotated[Digest, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]


class SessionLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One session."""

    session: SessionNo
    subject: str
    starts_at: Moment
    figures: Figures


class DaySummaryFile(Document, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the printed summary of `day` says; `record` is the digest that stands on that sheet.

    `elsewhere` are incidents and faults of no session; `total` is the sum of all. `entries` and `head` are those of the
    journal at that moment.
    """

    issued_at: Moment
    day: date
    sessions: Annotated[tuple[SessionLine, ...], msgspec.Meta(min_length=1)]
    elsewhere: Figures
    total: Figures
    record: Sha256
    entries: Annotated[int, msgspec.Meta(ge=1)]
    head: Sha256
    lock_serial: LockSerial


def name(exam: ExamId, site: SiteCode, day: date) -> str:
    return f"{exam}-{site}-{day}{SUFFIX}"


def write(summary: DaySummaryFile, site_lock: SigningKey) -> bytes:
    return sign(Kind.SUMMARY, summary, site_lock)


def claimed_site(token: bytes) -> SiteCode:
    """Whose it says it is, unproved: only to find the lock that it is then checked with."""
    return claimed(token, Kind.SUMMARY, DaySummaryFile).site


def read(token: bytes, site_lock: PublicKey, mode: Mode, site: SiteCode, exam: ExamId | None = None) -> DaySummaryFile:
    """Raises every fault of signed documents, MEMBER_DOUBLED for a session that stands twice, and CONTENT_UNFIT for a
    session of another day and for a total that is not the sum."""
    summary = verify(token, Kind.SUMMARY, DaySummaryFile, site_lock)
    expect(summary, mode=mode, site=site, exam=exam)
    expect_times(Kind.SUMMARY, summary.issued_at, *(one.starts_at for one in summary.sessions))
    sessions = [one.session for one in summary.sessions]
    if len(set(sessions)) < len(sessions):
        twice = next(one for one in sessions if sessions.count(one) > 1)
        raise Trouble(Code.MEMBER_DOUBLED, file=Kind.SUMMARY, member=twice)
    if any(one.starts_at.date() != summary.day for one in summary.sessions):
        raise Trouble(Code.CONTENT_UNFIT, file=Kind.SUMMARY, line=0, problem="day")
    if added((*(one.figures for one in summary.sessions), summary.elsewhere)) != summary.total:
        raise Trouble(Code.CONTENT_UNFIT, file=Kind.SUMMARY, line=0, problem="total")
    return summary
