"""What a practice room counts while its session runs: the same people come whenever it is asked."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from app.core.places import usable
from app.core.plan import Session
from app.core.room_state import Presence, RoomSession
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.terms import ExamId, LockSerial, PersonId, RoomId, Ticket
from app.core.timekeeping import closure_ends, ends, entry_closes, room_ready
from app.exchange.room_report import RoomReportDocument
from app.rehearsal.rooms import comes


def counted(
    site: Site, room: RoomSession, rules: Rulebook, lock: LockSerial, exam: ExamId, at: datetime
) -> RoomReportDocument:
    """The room's next report: what the desk has entered of it, and for the rest what will turn out."""
    session = site.sessions[room.session].plan
    starts = room.started_at or _start_command(session, room.room)
    started = room.started_at is not None or bool(room.release and starts <= at)
    turned_away = {one.ticket for one in site.late if one.session == session.id}
    absent = tuple(sorted(ticket for ticket in room.sittings if _stays_away(ticket, room, turned_away)))
    gone = {ticket for ticket, here in room.sittings.items() if here.presence is Presence.PENDING}
    coming = sorted(room.sittings.keys() - gone - set(absent))
    called = started and (room.attendance_confirmed_at is not None or entry_closes(starts, session, rules) < at)
    present = len(coming) if started else _arrived(coming, room, _share(at, room_ready(session, rules), starts))
    number = room.last_report_number + 1
    return RoomReportDocument(
        mode=site.mode,
        exam=exam,
        site=site.code,
        issued_at=at,
        serial=f"{session.id}-{room.room}-M{number}",
        session=session.id,
        room=room.room,
        lock=lock,
        number=number,
        started_at=starts if started else None,
        present=present,
        absent=len(absent) if called else 0,
        logged_in=present,
        submitted=int(present * _share(at, closure_ends(starts, session, rules), ends(starts, session))),
        absent_tickets=absent if called else None,
        at=at,
        reported_by=PersonId(f"R{room.room}"),
        free_seats=max(len(usable(site, room.room)) - present, 0),
    )


def _start_command(session: Session, room: RoomId) -> datetime:
    """Every room gives its own, some seconds after the unified start."""
    return session.starts_at + timedelta(seconds=Random(f"{session.id} {room}").randrange(9))  # noqa: S311


def _stays_away(ticket: Ticket, room: RoomSession, turned_away: set[Ticket]) -> bool:
    presence = room.sittings[ticket].presence
    if presence is not Presence.AWAITED:
        return presence is Presence.ABSENT
    return ticket in turned_away or not comes(room.session, ticket)


def _arrived(coming: list[Ticket], room: RoomSession, share: float) -> int:
    """Before the start they come in one after the other; whoever the desk has checked in is there."""
    by_now = set(coming[: int(len(coming) * share)])
    return len(by_now | {ticket for ticket in coming if room.sittings[ticket].presence is Presence.PRESENT})


def _share(at: datetime, begins: datetime, over: datetime) -> float:
    """How much of a span has gone by, 0 to 1."""
    if at >= over:
        return 1.0
    return max((at - begins) / (over - begins), 0.0)
