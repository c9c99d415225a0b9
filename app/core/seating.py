"""Seats at random (随机安排机位): drawn at the desk, by slips, or in the room; kept for a second session."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

import msgspec

from app.core.about_candidate import AboutCandidate, NotInThisSession
from app.core.attendance import RoomHasEnded
from app.core.operation import ROOM, SUPERVISORS, Decision, Demand, Desk, Fact, Operation, Refusal, untold
from app.core.places import faulty, free, listed, usable
from app.core.room_open import unreleased
from app.core.room_state import Presence, RoomSession, Sitting
from app.core.site import Site
from app.core.start import NobodyArranged
from app.core.terms import ClauseId, PersonId, RoomId, SessionId, Ticket


class SeatMeans(StrEnum):
    """How a seat came to a candidate."""

    DRAWN = "drawn"
    """At this desk, by the system's random source."""
    SLIP = "slip"
    """By a slip of the list that was drawn and printed before."""
    IN_ROOM = "in_room"
    """By the invigilators, as the room told it."""
    KEPT = "kept"
    """The seat of the session before (J-48)."""


class RedrawReason(StrEnum):
    """Why a seat is drawn a second time (OVB-05)."""

    SEAT_FAULTY = "seat_faulty"
    NEIGHBOURS = "neighbours"
    """Relatives or acquaintances side by side."""


class DrawSeat(AboutCandidate, frozen=True):
    """Give one candidate a random free seat; `order` is every seat of the room, shuffled by the system's source."""

    order: tuple[str, ...]
    redraw: RedrawReason | None
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        sitting = site.sitting(self.session, self.ticket)
        again = self.redraw and sitting and sitting.redrawn
        return Demand(ROOM, (SUPERVISORS,)) if again else Demand(ROOM)

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk) or unseatable(room, sitting):
            return no
        if sorted(self.order) != sorted(listed(site.plans[room.room])):
            return NotEverySeat(room.room)
        if room.slips:
            return SlipsGivenOut(room.session, room.room)
        if no := _no_redraw(site, sitting, self.redraw):
            return no
        open_seats = frozenset(free(site, room))
        seat = next((seat for seat in self.order if seat in open_seats), None)
        if seat is None:
            return NoFreeSeat(room.session, room.room)
        means = SeatMeans.DRAWN
        return (_given(sitting, seat, means, self.redraw, self.happened_at, self.reported_by),)


class TicketSeat(msgspec.Struct, frozen=True):
    """One candidate and a seat."""

    ticket: Ticket
    seat: str


class RecordSeats(Operation, frozen=True):
    """Enter the seats that a room gave, by slips or by its own draw, all of them or none (OVB-05).

    Another seat than the one drawn before, named by the room itself, wants a supervisor, as does a second redraw.
    """

    session: SessionId
    room: RoomId
    seats: tuple[TicketSeat, ...]
    redraw: RedrawReason | None
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM, (SUPERVISORS,)) if self.redraw else Demand(ROOM)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        found = named(site, self.session, self.room, self.seats)
        if isinstance(found, Refusal):
            return found
        room, pairs = found
        facts = []
        for sitting, seat in pairs:
            if no := _no_redraw(site, sitting, self.redraw) or unfit_seat(site, room, seat):
                return no
            means = SeatMeans.SLIP if seat in room.slips else SeatMeans.IN_ROOM
            facts.append(_given(sitting, seat, means, self.redraw, self.happened_at, self.reported_by))
        return tuple(facts)


def named(
    site: Site, session: SessionId, number: RoomId, pairs: tuple[TicketSeat, ...]
) -> tuple[RoomSession, tuple[tuple[Sitting, str], ...]] | Refusal:
    """The room and who is meant with which seat, each of them in that room and named once; or why not."""
    room = site.room(session, number)
    if room is None:
        return NobodyArranged(session, (number,))
    if len({one.ticket for one in pairs}) < len(pairs) or len({one.seat for one in pairs}) < len(pairs):
        return NamedTwice(number)
    found = []
    for one in pairs:
        sitting = room.sittings.get(one.ticket)
        if sitting is None:
            return NotInThisSession(session, one.ticket)
        if no := unseatable(room, sitting):
            return no
        found.append((sitting, one.seat))
    return room, tuple(found)


def unseatable(room: RoomSession, sitting: Sitting) -> Refusal | None:
    """Why nobody is given a seat there, or this candidate none."""
    if no := unreleased(room):
        return no
    if room.ended_at:
        return RoomHasEnded(room.session, room.room, room.ended_at)
    if sitting.presence is not Presence.PRESENT:
        return NotInTheRoom(sitting.ticket, sitting.presence)
    return LeftAlready(sitting.ticket, sitting.left_at) if sitting.left_at else None


def _no_redraw(site: Site, sitting: Sitting, reason: RedrawReason | None) -> Refusal | None:
    if not sitting.seat:
        return None
    if sitting.logged_in_at:
        return LoggedInAlready(sitting.ticket, sitting.sits_at or sitting.seat)
    broken = sitting.seat in faulty(site, sitting.room)
    if reason is RedrawReason.SEAT_FAULTY:
        return None if broken else SeatNotFaulty(sitting.seat)
    if site.package and not site.package.plan.overbooked and sitting.origin == sitting.room:
        return SeatIsFixed(sitting.ticket, sitting.seat)
    return SeatGivenAlready(sitting.ticket, sitting.seat) if reason is None else None


def unfit_seat(site: Site, room: RoomSession, seat: str) -> Refusal | None:
    """Why nobody can be placed at this seat now."""
    if seat not in listed(site.plans[room.room]):
        return NoSuchSeat(room.room, seat)
    if seat not in usable(site, room.room):
        return SeatOutOfOrder(room.room, seat)
    if seat not in free(site, room):
        return SeatTaken(room.room, seat)
    return None


def _given(
    sitting: Sitting, seat: str, means: SeatMeans, reason: RedrawReason | None, at: datetime, by: PersonId
) -> SeatGiven:
    # A reason given for a first seat says nothing.
    why = reason if sitting.seat else None
    return SeatGiven(sitting.session, sitting.room, sitting.ticket, seat, means, why, at, by)


class SeatGiven(Fact, frozen=True):
    """A candidate has a seat; `redraw` says why the one before was given up."""

    session: SessionId
    room: RoomId
    ticket: Ticket
    seat: str
    means: SeatMeans
    redraw: RedrawReason | None
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        sitting = site.sessions[self.session].rooms[self.room].sittings[self.ticket]
        sitting.seat = self.seat
        sitting.redrawn += self.redraw is not None


class NotEverySeat(Refusal, frozen=True):
    """A draw is made among all seats of the room, so that nobody chooses."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-05")
    room: RoomId


class SlipsGivenOut(Refusal, frozen=True):
    """This room hands out its slips; what they say is entered, and nothing is drawn at the desk."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-05")
    session: SessionId
    room: RoomId


class NoFreeSeat(Refusal, frozen=True):
    """The room is full: who comes now is transferred out."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-07")
    session: SessionId
    room: RoomId


class LeftAlready(Refusal, frozen=True):
    """This candidate has left."""

    clause: ClassVar[ClauseId] = ClauseId("CLK-10")
    ticket: Ticket
    left_at: datetime


class NotInTheRoom(Refusal, frozen=True):
    """Only who came in is given a seat or logs in."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-05")
    ticket: Ticket
    presence: Presence


class SeatGivenAlready(Refusal, frozen=True):
    """A seat is drawn again only for a reason."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-05")
    ticket: Ticket
    seat: str


class SeatIsFixed(Refusal, frozen=True):
    """Here the last three digits of the ticket are the seat; another one comes with a fault of it, or a reset."""

    clause: ClassVar[ClauseId] = ClauseId("ARR-10")
    ticket: Ticket
    seat: str


class SeatsAreFixed(Refusal, frozen=True):
    """Seats are drawn and kept only in an overbooked site."""

    clause: ClassVar[ClauseId] = ClauseId("ARR-10")
    session: SessionId


class LoggedInAlready(Refusal, frozen=True):
    """Who has logged in changes the seat by a reset, and the room not at all."""

    clause: ClassVar[ClauseId] = ClauseId("RST-02")
    ticket: Ticket
    seat: str


class SeatNotFaulty(Refusal, frozen=True):
    """No fault of this seat is open."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-05")
    seat: str


class NoSuchSeat(Refusal, frozen=True):
    """The room has no seat of this number."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-05")
    room: RoomId
    seat: str


class SeatOutOfOrder(Refusal, frozen=True):
    """The seat has an open fault, or is a spare one that is not in service."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-05")
    room: RoomId
    seat: str


class SeatTaken(Refusal, frozen=True):
    """Somebody sits there or is to."""

    clause: ClassVar[ClauseId] = ClauseId("RST-02")
    room: RoomId
    seat: str


class NamedTwice(Refusal, frozen=True):
    """One candidate or one seat stands twice in what was entered."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-05")
    room: RoomId
