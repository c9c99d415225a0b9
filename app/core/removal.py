"""Leading somebody out (终止考试、带离考场): two invigilators, a roving one, and a place to wait apart (VIO-09)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from app.core.attendance import RoomHasEnded
from app.core.leaving import CandidateLeft, LeaveCause
from app.core.operation import Decision, Desk, Fact, Refusal
from app.core.room_state import Presence
from app.core.seating import LeftAlready, NotInTheRoom
from app.core.site import Site
from app.core.terms import ClauseId, PersonId, Role, Ticket, ViolationNo
from app.core.violation_signing import AboutViolation, TwoInvigilators, not_two_of_the_room
from app.core.violation_state import Removed, Violation, WaitingPlace


class RemoveCandidate(AboutViolation, frozen=True):
    """End a candidate's exam for disorder; what was answered so far is kept and counted."""

    witnesses: tuple[PersonId, PersonId]
    roving: PersonId
    place: WaitingPlace

    def answer(self, site: Site, desk: Desk, violation: Violation) -> Decision:
        if violation.ticket is None:
            return NobodyToRemove(self.number)
        sitting = site.sitting(violation.session, violation.ticket)
        if sitting is None or sitting.presence is not Presence.PRESENT:
            return NotInTheRoom(violation.ticket, sitting.presence if sitting else Presence.ABSENT)
        room = site.sessions[violation.session].rooms[sitting.room]
        if room.ended_at:
            return RoomHasEnded(violation.session, room.room, room.ended_at)
        if sitting.left_at:
            return LeftAlready(violation.ticket, sitting.left_at)
        if no := not_two_of_the_room(site, desk, self.number, room, self.witnesses):
            return no
        member = desk.directory.staff.get(self.roving)
        if member is None or member.role is not Role.ROVING:
            return NotRoving(self.roving)
        if any(desk.directory.same(self.roving, one) for one in self.witnesses):
            return TwoInvigilators(self.number, room.room)
        at, by = self.happened_at, self.reported_by
        return (
            CandidateLeft(violation.session, room.room, violation.ticket, LeaveCause.REMOVED, at, by),
            CandidateRemoved(self.number, violation.ticket, self.witnesses, self.roving, self.place, at, by),
        )


class CandidateRemoved(Fact, frozen=True):
    """A candidate was led out."""

    number: ViolationNo
    ticket: Ticket
    witnesses: tuple[PersonId, PersonId]
    roving: PersonId
    place: WaitingPlace
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        violation = site.violations[self.number]
        violation.removed = Removed(self.at, self.witnesses, self.roving, self.place)
        site.outdate_by(violation)


class NobodyToRemove(Refusal, frozen=True):
    """Who is no candidate has no exam that could be ended."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-09")
    number: ViolationNo


class NotRoving(Refusal, frozen=True):
    """A roving invigilator leads them out."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-09")
    person: PersonId
