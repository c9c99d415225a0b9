"""Transfers between rooms (调出、调入): out of a full room, into one with a free seat (OVB-07, OVB-08, H6)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from app.core.about_candidate import AboutCandidate
from app.core.attendance import RoomHasEnded
from app.core.incident import open_incident
from app.core.on_standalone import on_standalone
from app.core.operation import (
    CHIEF,
    OFFICE,
    ROOM,
    Decision,
    Demand,
    Desk,
    Fact,
    Refusal,
    Refused,
    untold,
)
from app.core.places import faulty, places_left
from app.core.room_open import unreleased
from app.core.room_state import Presence, RoomSession, SettledAs, Sitting, Transfer
from app.core.seating import LeftAlready, LoggedInAlready, NoFreeSeat
from app.core.site import Site
from app.core.start import NobodyArranged
from app.core.terms import ClauseId, Digest, IncidentNo, PersonId, RoomId, SessionId, Ticket, TransferNo

NO_TOKEN = Digest("")


class TransferOut(AboutCandidate, frozen=True):
    """Send one who came to a full room on to another (调出). `token` is the room's own document, "" when told.

    In a site with fixed seats only the chief allows it, on an open incident (J-19).
    """

    happened_at: datetime
    reported_by: PersonId
    incident: IncidentNo | None = None
    token: Digest = NO_TOKEN

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (CHIEF,)) if self.incident else Demand(ROOM)

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        if self.token and self.token in site.blobs:
            return TokenUsed(self.ticket)
        if no := untold(self.happened_at, self.reported_by, desk) or self._not_out(site, room, sitting):
            return no
        number = TransferNo(f"{desk.machine}-{len(site.sessions[self.session].transfers) + 1:03d}")
        at, by = self.happened_at, self.reported_by
        return (TransferredOut(number, self.session, room.room, self.ticket, at, by, self.incident, self.token),)

    def _not_out(self, site: Site, room: RoomSession, sitting: Sitting) -> Refusal | None:
        overbooked = site.package is not None and site.package.plan.overbooked
        if not overbooked and self.incident is None:
            return SiteNotOverbooked(self.session)
        if self.incident and (no := open_incident(site, self.incident, self.session, room.room)):
            return no
        return self._not_free_to_go(room, sitting) or self._not_full(site, room, sitting)

    def _not_free_to_go(self, room: RoomSession, sitting: Sitting) -> Refusal | None:
        if no := unreleased(room):
            return no
        if room.ended_at:
            return RoomHasEnded(self.session, room.room, room.ended_at)
        if sitting.presence is not Presence.PRESENT:
            return NotHereToGo(self.ticket, sitting.presence)
        if no := on_standalone(sitting):
            return no
        # Who came with a whole room has a login there, and none here.
        if sitting.logged_in_at and (sitting.sits_at or sitting.reset or not room.moved_from):
            return LoggedInAlready(self.ticket, sitting.sits_at or sitting.seat or "")
        if sitting.left_at:
            return LeftAlready(self.ticket, sitting.left_at)
        came = sitting.in_room_since
        if came and self.happened_at < came:
            return OutBeforeIn(self.ticket, self.happened_at, came)
        return None

    def _not_full(self, site: Site, room: RoomSession, sitting: Sitting) -> Refusal | None:
        if places_left(site, room) >= 0:
            return RoomNotFull(self.session, room.room, places_left(site, room))
        if sitting.seat and sitting.seat not in faulty(site, room.room):
            return HasASeat(self.ticket, sitting.seat)
        return None


class TransferredOut(Fact, frozen=True):
    """A candidate is on the way from a full room to another one."""

    number: TransferNo
    session: SessionId
    room: RoomId
    ticket: Ticket
    at: datetime
    reported_by: PersonId
    incident: IncidentNo | None
    token: Digest

    def apply(self, site: Site) -> None:
        state = site.sessions[self.session]
        sitting = state.rooms[self.room].sittings[self.ticket]
        sitting.presence, sitting.seat = Presence.PENDING, None
        state.rooms[self.room].doubt(self.ticket)
        state.transfers.append(Transfer(self.number, self.ticket, self.room, self.at, self.incident))
        if self.token:
            site.blobs.add(self.token)


class TransferIn(AboutCandidate, frozen=True):
    """Take one who was transferred out into this room (调入): once, by one room, where a seat is free."""

    room: RoomId
    happened_at: datetime
    reported_by: PersonId
    token: Digest = NO_TOKEN

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(ROOM)

    def of_room(self, site: Site) -> RoomId | None:
        return self.room

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        if self.token and self.token in site.blobs:
            return TokenUsed(self.ticket)
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        transfer = site.sessions[self.session].open_transfer(self.ticket)
        if transfer is None:
            return self._not_on_the_way(site, sitting)
        if no := self._no_place(site, room):
            return no
        if self.happened_at < transfer.out_at:
            return InBeforeOut(self.ticket, self.happened_at, transfer.out_at)
        at, by = self.happened_at, self.reported_by
        return (TransferredIn(transfer.number, self.session, room.room, self.room, self.ticket, at, by, self.token),)

    def _no_place(self, site: Site, origin: RoomSession) -> Refusal | None:
        room = site.room(self.session, self.room)
        if room is None:
            return NobodyArranged(self.session, (self.room,))
        if room is origin:
            return BackInOwnRoom(self.ticket, self.room)
        if no := unreleased(room):
            return no
        if room.ended_at:
            return RoomHasEnded(self.session, self.room, room.ended_at)
        return NoFreeSeat(self.session, self.room) if places_left(site, room) <= 0 else None

    def _not_on_the_way(self, site: Site, sitting: Sitting) -> Refusal | Refused:
        """A second room that claims somebody is remembered: the chief decides who of the two is right (OVB-15).

        Also where the desk holds that nobody took them in: called back, settled as stayed, or as gone.
        """
        state = site.sessions[self.session]
        if not state.ways_alone(self.ticket) or sitting.room == self.room:
            return NeverTransferredOut(self.ticket, sitting.room)
        refusal = TakenInElsewhere(self.ticket, sitting.room)
        if self.room not in state.rooms or self.room in (sitting.claimed_by, *sitting.disclaimed):
            return refusal
        at, by = self.happened_at, self.reported_by
        return Refused(
            refusal,
            (TransferDisputed(self.session, self.ticket, sitting.room, self.room, at, by, self.token),),
        )


class TransferredIn(Fact, frozen=True):
    """A candidate who was on the way sits in this room from now on."""

    number: TransferNo
    session: SessionId
    origin: RoomId
    room: RoomId
    ticket: Ticket
    at: datetime
    reported_by: PersonId
    token: Digest

    def apply(self, site: Site) -> None:
        state = site.sessions[self.session]
        sitting = state.take_over(self.ticket, self.origin, self.room)
        sitting.presence, sitting.in_room_since = Presence.PRESENT, self.at
        state.transfer(self.number).close(SettledAs.TAKEN_IN, self.at, self.room, self.reported_by)
        if self.token:
            site.blobs.add(self.token)


class TransferDisputed(Fact, frozen=True):
    """A second room says that it took in somebody who is in `origin`; answers checked before are so no longer."""

    session: SessionId
    ticket: Ticket
    origin: RoomId
    room: RoomId
    at: datetime
    reported_by: PersonId
    token: Digest

    def apply(self, site: Site) -> None:
        state = site.sessions[self.session]
        state.rooms[self.origin].sittings[self.ticket].claimed_by = self.room
        site.unsettle(state.plan.id)
        if self.token:
            site.blobs.add(self.token)


class SiteNotOverbooked(Refusal, frozen=True):
    """Transfers are for overbooked sites; elsewhere spare machine, reset and standalone exam come first."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-07")
    session: SessionId


class RoomNotFull(Refusal, frozen=True):
    """Present equal to seats is full, not overflowing."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-07")
    session: SessionId
    room: RoomId
    left: int


class NotHereToGo(Refusal, frozen=True):
    """Only who was let in at this room's door is sent on."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-07")
    ticket: Ticket
    presence: Presence


class HasASeat(Refusal, frozen=True):
    """Who has a seat keeps it; who came later goes."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-07")
    ticket: Ticket
    seat: str


class NeverTransferredOut(Refusal, frozen=True):
    """No room takes in whom no room sent."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-08")
    ticket: Ticket
    room: RoomId


class TakenInElsewhere(Refusal, frozen=True):
    """The first room that took somebody in keeps them; the second one is noted."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-08")
    ticket: Ticket
    room: RoomId


class BackInOwnRoom(Refusal, frozen=True):
    """Going back is no transfer: the one that is open is cancelled."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-08")
    ticket: Ticket
    room: RoomId


class OutBeforeIn(Refusal, frozen=True):
    """Nobody is sent on before they came."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-07")
    ticket: Ticket
    at: datetime
    came_at: datetime


class InBeforeOut(Refusal, frozen=True):
    """Nobody arrives before they left."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-08")
    ticket: Ticket
    at: datetime
    out_at: datetime


class TokenUsed(Refusal, frozen=True):
    """This room's transfer document has been taken in already."""

    clause: ClassVar[ClauseId] = ClauseId("OVB-15")
    ticket: Ticket
