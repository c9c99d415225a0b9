"""What one room reports during a session: its counts, signed by its lock, small enough for one QR code (CLK-21)."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import msgspec

from app.core.terms import PersonId, RoomId, SessionId, Ticket
from app.exchange.room_result import Expected, RoomDocument, expect_room, refuse_doubled
from app.exchange.signed import Kind, PublicKey, SigningKey, claimed, sign, verify
from app.trouble import Code, Trouble

SUFFIX = ".examsite-report"
_Number = Annotated[int, msgspec.Meta(ge=1, le=(1 << 63) - 1)]
_Count = Annotated[int, msgspec.Meta(ge=0)]
_Time = Annotated[datetime, msgspec.Meta(tz=True)]


class RoomReportDocument(RoomDocument, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the room signs: `number` counts its reports of this session from 1, `at` is when it counted.

    `started_at` is None before the start command, `absent_tickets` is None before the roll.
    """

    number: _Number
    started_at: _Time | None
    present: _Count
    absent: _Count
    logged_in: _Count
    submitted: _Count
    absent_tickets: tuple[Ticket, ...] | None
    at: _Time
    reported_by: PersonId


def write(report: RoomReportDocument, lock: SigningKey) -> bytes:
    return sign(Kind.REPORT, report, lock)


def claimed_room(token: bytes) -> tuple[SessionId, RoomId]:
    """Session and room as the token claims them, unverified: only to find the lock it is then checked with."""
    report = claimed(token, Kind.REPORT, RoomReportDocument)
    return report.session, report.room


def read(token: bytes, expected: Expected, lock: PublicKey) -> RoomReportDocument:
    """Raises every fault of signed documents, and where the report is of another room or at odds with itself."""
    report = verify(token, Kind.REPORT, RoomReportDocument, lock)
    expect_room(report, expected)
    if report.absent_tickets is not None:
        refuse_doubled(report.absent_tickets, Kind.REPORT)
        if len(report.absent_tickets) != report.absent:
            raise Trouble(Code.CONTENT_UNFIT, file=Kind.REPORT, line=0, problem="absent, absent_tickets")
    return report
