"""Reports of rooms as they reach the desk, by stick, scan or paste: checked, kept as they came, and entered."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.attendance import ConfirmAttendance
from app.core.operation import Operation, Refusal, Signer
from app.core.room_report import TakeRoomReport
from app.core.room_state import RoomSession
from app.core.start import RecordStarts, RoomStart
from app.core.terms import Digest
from app.exchange import room_report
from app.exchange.room_report import RoomReportDocument
from app.exchange.signed import Kind
from app.service.console import Console
from app.service.rooms import registered


def take_report(console: Console, token: bytes, *signers: Signer) -> Refusal | None:
    """Enter what is new in a room's report: its start, its counts, its roll; the first refusal ends it.

    What stood before that refusal stands. Raises every fault of signed documents, and SIGNER_UNKNOWN for a room
    without a registered lock.
    """
    session, room = room_report.claimed_room(token)
    report = room_report.read(token, *registered(console, session, room, Kind.REPORT))
    document = console.store.blobs.put(token.strip())
    for operation in _news(report, document, console.site.room(session, room)):
        if refusal := console.submit(operation, *signers):
            return refusal
    return None


def _news(report: RoomReportDocument, document: Digest, room: RoomSession | None) -> Iterator[Operation]:
    session, number, by = report.session, report.room, report.reported_by
    if report.started_at and not (room and room.started_at):
        yield RecordStarts(session, (RoomStart(number, report.started_at),), by)
    yield TakeRoomReport(
        session,
        number,
        report.number,
        report.present,
        report.absent,
        report.logged_in,
        report.submitted,
        report.at,
        by,
        document,
    )
    if report.absent_tickets is not None and not (room and room.attendance_confirmed_at):
        yield ConfirmAttendance(session, number, report.absent_tickets, report.at, by)
