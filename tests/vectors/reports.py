"""Vectors of the room report, beyond those of every signed document."""

from __future__ import annotations

from datetime import timedelta

import msgspec
from msgspec.structs import replace

from app.core.terms import LockSerial, RoomId, SessionId
from app.exchange.room_report import ChangeKind, RoomReportDocument, StatusChange
from app.exchange.signed import Kind
from app.trouble import Code
from tests.vectors.bench import signed_as, token, vector
from tests.vectors.keys import ROOM_LOCK
from tests.vectors.sample import AT, REPORT, A, C

CHANGES = (
    StatusChange(A, ChangeKind.ENTERED, "ID", AT - timedelta(minutes=9)),
    StatusChange(A, ChangeKind.SEATED, "007", AT - timedelta(minutes=9)),
    StatusChange(A, ChangeKind.LOGGED_IN, "007", AT),
)


def report(document: RoomReportDocument) -> bytes:
    return signed_as(Kind.REPORT, document, ROOM_LOCK)


def with_text(old: bytes, new: bytes) -> bytes:
    whole = msgspec.json.encode(REPORT)
    if old not in whole:
        raise ValueError(old)
    return token(Kind.REPORT, whole.replace(old, new), ROOM_LOCK)


@vector("report")
def before_the_roll() -> bytes:
    """Not started, and no roll taken."""
    return report(replace(REPORT, started_at=None, absent_tickets=None))


@vector("report")
def with_changes() -> bytes:
    """A status file: one came in, was seated and logged in."""
    return report(replace(REPORT, free_seats=3, changes=CHANGES))


@vector("report", Code.CONTENT_UNFIT)
def changes_out_of_order() -> bytes:
    """The login stands before the entry."""
    return report(replace(REPORT, changes=CHANGES[::-1]))


@vector("report", Code.CONTENT_UNFIT)
def change_after_the_report() -> bytes:
    """Something that had not happened when the room counted."""
    return report(replace(REPORT, changes=(replace(CHANGES[0], at=AT + timedelta(seconds=1)),)))


@vector("report", Code.CONTENT_UNFIT)
def change_unknown() -> bytes:
    """A kind of change that there is not."""
    return with_text(
        b'"changes":[]', b'"changes":[{"ticket":"1","kind":"gone","detail":"","at":"2026-06-19T01:00:00Z"}]'
    )


@vector("report", Code.SESSION_WRONG)
def wrong_session() -> bytes:
    """Of another session."""
    return report(replace(REPORT, session=SessionId("1-2")))


@vector("report", Code.ROOM_WRONG)
def wrong_room() -> bytes:
    """Of another room."""
    return report(replace(REPORT, room=RoomId("002")))


@vector("report", Code.ROOM_WRONG)
def wrong_lock() -> bytes:
    """Names another lock than the one that signed."""
    return report(replace(REPORT, lock=LockSerial("ROOM-2")))


@vector("report", Code.MEMBER_DOUBLED)
def ticket_doubled() -> bytes:
    """One absent candidate stands twice."""
    return report(replace(REPORT, absent=2, absent_tickets=(C, C)))


@vector("report", Code.CONTENT_UNFIT)
def absent_differs() -> bytes:
    """Two absent, and one named."""
    return report(replace(REPORT, absent=2))


@vector("report", Code.CONTENT_UNFIT)
def number_zero() -> bytes:
    """The first report has number 1."""
    return with_text(b'"number":1', b'"number":0')


@vector("report", Code.CONTENT_UNFIT)
def count_negative() -> bytes:
    """One less than nobody has submitted."""
    return with_text(b'"submitted":1', b'"submitted":-1')


@vector("report", Code.CONTENT_UNFIT)
def time_without_zone() -> bytes:
    """`at` does not say in which zone."""
    return with_text(b'"at":"2026-06-19T01:00:00Z"', b'"at":"2026-06-19T01:00:00"')


@vector("report", Code.CONTENT_UNFIT)
def last_year() -> bytes:
    """`at` lies in the year 9999, which is already over in some zones."""
    return report(replace(REPORT, at=REPORT.at.replace(year=9999)))
