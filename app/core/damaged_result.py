"""Answers that came damaged (作答数据损坏): noted with an incident, and collected anew (DAT-02)."""

from __future__ import annotations

from datetime import datetime

from app.core.attendance import RoomNotStarted
from app.core.incident import IncidentOpened, next_incident
from app.core.incident_kinds import IncidentKind
from app.core.operation import Decision, Demand, Desk, Fact, Operation
from app.core.site import Site
from app.core.terms import Digest, Role, RoomId, SessionId, Ticket

_BRING = frozenset({Role.SITE_ADMIN, Role.ROOM_ADMIN})
"""Who may bring a room's result, or a return."""


class NoteDamagedResult(Operation, frozen=True):
    """Note that a result or a return came damaged, and its incident: it is collected anew (DAT-02).

    `file` is the digest of the bytes as they came, `ticket` whose answers do not verify, "" for the whole file.
    """

    session: SessionId
    room: RoomId
    file: Digest
    ticket: Ticket

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(_BRING)

    def decide(self, site: Site, desk: Desk) -> Decision:
        room = site.room(self.session, self.room)
        if room is None or room.started_at is None:
            return RoomNotStarted(self.session, self.room)
        if self.file in room.damaged:
            return ()
        fact = DamagedResultCame(self.session, self.room, self.file, self.ticket, desk.now)
        kind = IncidentKind.ANSWERS_DAMAGED
        known = (one for one in site.incidents.values() if (one.session, one.room) == (self.session, self.room))
        if any(one.kind == kind and not one.closed_at for one in known):
            return (fact,)
        number = next_incident(site, desk)
        return (fact, IncidentOpened(number, kind, self.session, self.room, desk.now, desk.operator.id))


class DamagedResultCame(Fact, frozen=True):
    """A file of answers could not be verified."""

    session: SessionId
    room: RoomId
    file: Digest
    ticket: Ticket
    at: datetime

    def apply(self, site: Site) -> None:
        site.sessions[self.session].rooms[self.room].damaged += (self.file,)
        site.outdate(self.session, self.room)
