"""What one room reports during a session: its counts, signed by its lock, small enough for one QR code (CLK-21)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from itertools import pairwise
from typing import Annotated

import msgspec

from app.core.terms import PersonId, RoomId, SessionId, Ticket
from app.exchange.room_result import Expected, RoomDocument, expect_room, refuse_doubled
from app.exchange.signed import Kind, PublicKey, SigningKey, claimed, expect_times, sign, verify
from app.trouble import Code, Trouble

SUFFIX = ".examsite-report"
_Number = Annotated[int, msgspec.Meta(ge=1, le=(1 << 63) - 1)]
_Count = Annotated[int, msgspec.Meta(ge=0)]
_Time = Annotated[datetime, msgspec.Meta(tz=True)]


class ChangeKind(StrEnum):
    """What a room says of one candidate."""

    ENTERED = "entered"
    SEATED = "seated"
    LOGGED_IN = "logged_in"


class StatusChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One candidate, by its own time; `detail` is the document shown at the door, or the seat."""

    ticket: Ticket
    kind: ChangeKind
    detail: str
    at: _Time


class RoomReportDocument(RoomDocument, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the room signs: `number` counts its reports of this session from 1, `at` is when it counted.

    `started_at` is None before the start command, `absent_tickets` is None before the roll, `free_seats` where the
    room does not say. With `changes`, in order of time, it is the room's status file; in a QR code there is no room
    for them.
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
    free_seats: _Count | None = None
    changes: tuple[StatusChange, ...] = ()


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
    started = () if report.started_at is None else (report.started_at,)
    expect_times(Kind.REPORT, report.at, *started, *(change.at for change in report.changes))
    if report.absent_tickets is not None:
        refuse_doubled(report.absent_tickets, Kind.REPORT)
        if len(report.absent_tickets) != report.absent:
            raise Trouble(Code.CONTENT_UNFIT, file=Kind.REPORT, line=0, problem="absent, absent_tickets")
    for line, (before, change) in enumerate(pairwise((None, *report.changes)), 1):
        if change and (change.at > report.at or (before and change.at < before.at)):
            raise Trouble(Code.CONTENT_UNFIT, file=Kind.REPORT, line=line, problem="at")
    return report
