"""The other side of the door: what a room signs and brings, with one test lock for all rooms of a test site."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from app.core.plan import RegisteredAs, RegisteredLock
from app.core.room_result import Outcome
from app.core.site import Site
from app.core.terms import Digest, LockSerial, PersonId, RoomId, SessionId, Ticket
from app.exchange import room_report, room_result, transfer_token
from app.exchange.agefile import seal
from app.exchange.room_report import RoomReportDocument
from app.exchange.room_result import RoomResultDocument, RoomResultLine
from app.exchange.transfer_token import Direction, TransferToken
from app.service.console import Console
from tests.vectors.keys import PROVINCE_AGE, ROOM_LOCK

WHO = PersonId("A01")


def room_locks(rooms: int) -> tuple[RegisteredLock, ...]:
    """Registered for the rooms 001 and on."""
    return tuple(
        RegisteredLock(_serial(room), RegisteredAs.INVIGILATION, ROOM_LOCK.public.jwk, software=True, room=room)
        for room in (RoomId(f"{n:03d}") for n in range(1, rooms + 1))
    )


def _serial(room: RoomId) -> LockSerial:
    return LockSerial(f"JK-{room}")


def report(
    console: Console, session: SessionId, room: RoomId, at: datetime, absent: Iterable[Ticket] | None, number: int = 1
) -> bytes:
    """Counted at `at` by a room that started on time; `absent` is None before its roll."""
    site, gone = console.site, tuple(absent) if absent is not None else None
    here = len(site.sessions[session].rooms[room].sittings)
    document = RoomReportDocument(
        **_of(site, session, room, at, number),
        number=number,
        started_at=site.sessions[session].plan.starts_at,
        present=here - len(gone or ()),
        absent=len(gone or ()),
        logged_in=here - len(gone or ()),
        submitted=0,
        absent_tickets=gone,
        at=at,
        reported_by=WHO,
    )
    return room_report.write(document, ROOM_LOCK)


def transfer(
    console: Console, session: SessionId, room: RoomId, ticket: Ticket, at: datetime, origin: RoomId | None = None
) -> bytes:
    """Sent on by this room, or taken in by it where an `origin` is told."""
    direction = Direction.IN if origin else Direction.OUT
    document = TransferToken(
        **_of(console.site, session, room, at, 1),
        direction=direction,
        ticket=ticket,
        origin=origin or room,
        at=at,
        reported_by=WHO,
    )
    return transfer_token.write(document, ROOM_LOCK)


def result(
    console: Console, session: SessionId, room: RoomId, at: datetime, absent: Collection[Ticket] = (), number: int = 1
) -> bytes:
    """Everyone but these submitted."""
    answers = {
        ticket: seal(ticket.encode(), [PROVINCE_AGE.to_public()])
        for ticket in console.site.sessions[session].rooms[room].sittings
        if ticket not in absent
    }
    lines = [RoomResultLine(ticket, Outcome.ABSENT) for ticket in absent]
    lines += [
        RoomResultLine(ticket, Outcome.SUBMITTED, at, Digest(hashlib.sha256(sealed).hexdigest()))
        for ticket, sealed in answers.items()
    ]
    document = RoomResultDocument(**_of(console.site, session, room, at, number), lines=tuple(lines))
    return room_result.write(document, answers, ROOM_LOCK, console.store.keys.identity.to_public())


def result_file(folder: Path, session: SessionId, room: RoomId, content: bytes, number: int = 1) -> Path:
    path = folder / f"{session}-{room}-{number}{room_result.SUFFIX}"
    path.write_bytes(content)
    return path


def report_file(folder: Path, session: SessionId, room: RoomId, content: bytes, number: int = 1) -> Path:
    path = folder / f"{session}-{room}-{number}{room_report.SUFFIX}"
    path.write_bytes(content)
    return path


def _of(site: Site, session: SessionId, room: RoomId, at: datetime, number: int) -> dict[str, Any]:
    assert site.package is not None
    return {
        "mode": site.mode,
        "exam": site.package.exam.id,
        "site": site.code,
        "issued_at": at,
        "serial": f"{session}-{room}-{number}",
        "session": session,
        "room": room,
        "lock": _serial(room),
    }
