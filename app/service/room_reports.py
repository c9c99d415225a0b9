"""Reports of rooms as they reach the desk, by stick, scan or paste: checked, kept as they came, and entered."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from app.core.attendance import ConfirmAttendance, NotOfThisRoom
from app.core.entry import CheckIn
from app.core.login import RecordLogins
from app.core.operation import Operation, Refusal, Signer
from app.core.room_report import TakeRoomReport
from app.core.room_state import Presence, RoomSession
from app.core.seating import RecordSeats, TicketSeat
from app.core.start import RecordStarts, RoomStart
from app.core.terms import Digest, Ticket
from app.exchange import room_report
from app.exchange.room_report import ChangeKind, RoomReportDocument
from app.exchange.signed import Kind
from app.service.clock import BEIJING
from app.service.console import Console
from app.service.rooms import distrusted, registered


def take_report(console: Console, token: bytes, *signers: Signer) -> Refusal | None:
    """Enter what is new in a room's report: who came, start, seats, counts, roll; the first refusal ends it.

    What stood before that refusal stands. Raises every fault of signed documents, and SIGNER_UNKNOWN for a room
    without a registered lock.
    """
    session, room = room_report.claimed_room(token)
    report = _in_beijing(room_report.read(token, *registered(console, session, room, Kind.REPORT)))
    if no := distrusted(console, room):
        return no
    document = console.store.blobs.put(token.strip())
    if strange := _strangers(console, report):
        return NotOfThisRoom(room, strange)
    for operation in _news(report, document, console.site.room(session, room)):
        if refusal := console.submit(operation, *signers):
            return refusal
    return None


def _in_beijing(report: RoomReportDocument) -> RoomReportDocument:
    """A room may write its times in any zone; what stands in the journal is shown as it stands there."""
    started = report.started_at.astimezone(BEIJING) if report.started_at else None
    changes = tuple(replace(one, at=one.at.astimezone(BEIJING)) for one in report.changes)
    return replace(report, at=report.at.astimezone(BEIJING), started_at=started, changes=changes)


def _strangers(console: Console, report: RoomReportDocument) -> tuple[Ticket, ...]:
    """Tickets that never belonged to this room: a room speaks of its own people only."""
    state = console.site.sessions.get(report.session)
    here = state.rooms.get(report.room) if state else None
    if state is None or here is None:
        return ()
    sent_on = {one.ticket for one in state.transfers if one.out_of == report.room}
    return tuple(one.ticket for one in report.changes if one.ticket not in here.sittings and one.ticket not in sent_on)


def _news(report: RoomReportDocument, document: Digest, room: RoomSession | None) -> Iterator[Operation]:
    session, number, by = report.session, report.room, report.reported_by
    if report.started_at and not (room and room.started_at):
        yield RecordStarts(session, (RoomStart(number, report.started_at),), by)
    # After the start, so that the door shuts for whoever came too late.
    yield from _changes(report, room)
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
        report.free_seats,
    )
    if report.absent_tickets is not None and not (room and room.attendance_confirmed_at):
        yield ConfirmAttendance(session, number, report.absent_tickets, report.at, by)


def _changes(report: RoomReportDocument, room: RoomSession | None) -> Iterator[Operation]:
    """What the desk does not know yet, one by one: each has its own time, by which the rules judge it.

    Who went on to another room since is that room's to tell of.
    """
    session, number, by = report.session, report.room, report.reported_by
    for change in report.changes:
        sitting = room.sittings.get(change.ticket) if room else None
        if sitting is None:
            continue
        seat = (TicketSeat(change.ticket, change.detail),)
        match change.kind:
            case ChangeKind.ENTERED if sitting.presence is Presence.AWAITED:
                yield CheckIn(session, change.ticket, change.detail, change.at, by)
            case ChangeKind.SEATED if sitting.seat is None:
                yield RecordSeats(session, number, seat, None, change.at, by)
            case ChangeKind.LOGGED_IN if sitting.sits_at != change.detail:
                yield RecordLogins(session, number, seat, change.at, by)
            case _:
                pass
