"""Seats at the desk: who comes in draws one at once, and what is drawn for whole rooms beforehand (OVB-05)."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.core.entry import CheckIn
from app.core.identity import AdmitHeld
from app.core.kept_seats import KeepSeats
from app.core.operation import Refusal, Signer
from app.core.places import faulty, listed, places_left
from app.core.seating import DrawSeat, NoFreeSeat, RedrawReason, SeatOutOfOrder
from app.core.slips import PrepareSlips
from app.core.terms import PersonId, RoomId, SessionId, Ticket
from app.service.console import Console


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody who is in now: with which seat, and why without one. `slips`: the room hands out its next slip."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    reported_by: PersonId
    seat: str | None
    slips: bool
    no: Refusal | None

    @property
    def full(self) -> bool:
        """Whoever came is transferred out (OVB-07)."""
        return isinstance(self.no, NoFreeSeat)


def arrive(console: Console, came: CheckIn | AdmitHeld, *signers: Signer) -> Arrival | Refusal:
    """Let somebody in and, where seats are drawn at the desk, draw one: two operations, of which the first stands."""
    if no := console.submit(came, *signers):
        return no
    site, session, ticket = console.site, came.session, came.ticket
    room = next(one for one in site.sessions[session].rooms.values() if ticket in one.sittings)
    sitting, slips = room.sittings[ticket], bool(room.slips)
    drawn = site.package is not None and site.package.plan.overbooked
    why: Refusal | None = None
    if sitting.seat in faulty(site, room.room):
        why = SeatOutOfOrder(room.room, sitting.seat or "")
    elif drawn and not sitting.seat and not slips:
        why = draw(console, session, ticket, None, came.happened_at, came.reported_by, *signers)
    elif drawn and not sitting.seat and places_left(site, room) < 0:
        why = NoFreeSeat(session, room.room)
    return Arrival(session, room.room, ticket, came.reported_by, sitting.seat, slips, why)


def draw(
    console: Console,
    session: SessionId,
    ticket: Ticket,
    redraw: RedrawReason | None,
    at: datetime,
    by: PersonId,
    *signers: Signer,
) -> Refusal | None:
    """Draw a seat by the system's random source; `redraw` says why another one than before."""
    sitting = console.site.sitting(session, ticket)
    order = shuffled(console, sitting.room) if sitting else ()
    return console.submit(DrawSeat(session, ticket, order, redraw, at, by), *signers)


def prepare_slips(console: Console, session: SessionId, rooms: Sequence[RoomId], *signers: Signer) -> Refusal | None:
    """One operation a room; those before the first no stand."""
    for room in rooms:
        order = shuffled(console, room)
        if no := console.submit(PrepareSlips(session, room, order), *signers):
            return no
    return None


def keep_seats(
    console: Console, session: SessionId, rooms: Sequence[RoomId], before: SessionId, *signers: Signer
) -> Refusal | None:
    """One operation a room, as for slips."""
    for room in rooms:
        if no := console.submit(KeepSeats(session, room, before), *signers):
            return no
    return None


def shuffled(console: Console, room: RoomId) -> tuple[str, ...]:
    """Every seat of a room in random order; () where there is no such room, which the operation refuses."""
    plan = console.site.plans.get(room)
    seats = listed(plan) if plan else ()
    return tuple(secrets.SystemRandom().sample(seats, len(seats)))
