"""What is asked about one candidate in one session: found first, then decided (H4)."""

from __future__ import annotations

from typing import ClassVar

from app.core.operation import Decision, Desk, Operation, Refusal
from app.core.room_state import RoomSession, Sitting
from app.core.site import Site
from app.core.terms import ClauseId, RoomId, SessionId, Ticket


class AboutCandidate(Operation, frozen=True):
    """`answer` decides, given where the candidate is now; somebody who is not of this session is refused before."""

    session: SessionId
    ticket: Ticket

    def of_room(self, site: Site) -> RoomId | None:
        sitting = site.sitting(self.session, self.ticket)
        return sitting.room if sitting else None

    def decide(self, site: Site, desk: Desk) -> Decision:
        sitting = site.sitting(self.session, self.ticket)
        if sitting is None:
            return NotInThisSession(self.session, self.ticket)
        return self.answer(site, desk, site.sessions[self.session].rooms[sitting.room], sitting)

    def answer(self, site: Site, desk: Desk, room: RoomSession, sitting: Sitting) -> Decision:
        raise NotImplementedError


class NotInThisSession(Refusal, frozen=True):
    """No such ticket is arranged in this session."""

    clause: ClassVar[ClauseId] = ClauseId("ARR-07")
    session: SessionId
    ticket: Ticket
