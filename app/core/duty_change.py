"""Who is not there for duty, and who is put in for whom (替换监考人员): with a reason and the chief's name (STF-06)."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from app.core.avoidance import NotOnTheList
from app.core.duty import codes_of, in_force
from app.core.duty_state import AbsenceReason, Post, Round
from app.core.operation import CHIEF, OFFICE, SUPERVISORS, Decision, Demand, Desk, Fact, Operation, Refusal, untold
from app.core.site import Site
from app.core.staffing import MustAvoid, StaffMember, avoids, related_in
from app.core.terms import ClauseId, PersonId, Role, RoomId
from app.core.training import untrained

_AWAY = frozenset({AbsenceReason.ABSENT, AbsenceReason.ILL, AbsenceReason.AVOIDANCE})


class SetUnavailable(Operation, frozen=True):
    """Say that people cannot be drawn, or with no reason that they can after all."""

    people: tuple[PersonId, ...]
    reason: AbsenceReason | None
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        # Who leaves or comes onto the list changes the draw: never one person's word.
        return Demand(OFFICE, (SUPERVISORS,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        people = tuple(dict.fromkeys(self.people))
        if strange := next((one for one in people if one not in desk.directory.staff), None):
            return NotOnTheList(strange)
        day = desk.now.date()
        if posted := next((one for one in people if _busy(site, day, one)), None):
            return OnDutyNow(posted)
        new = tuple(one for one in people if (one in site.unavailable) is (self.reason is None))
        return (AvailabilitySet(new, self.reason, self.happened_at, self.reported_by),) if new else ()


def _busy(site: Site, day: date, person: PersonId) -> bool:
    return in_force(site, day) is not None and bool(_rooms_of(site, day, person))


class AvailabilitySet(Fact, frozen=True):
    """People are not drawn, for this reason, or are again (None)."""

    people: tuple[PersonId, ...]
    reason: AbsenceReason | None
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        site.unavailable = site.unavailable | set(self.people) if self.reason else site.unavailable - set(self.people)


class ReplaceOnDuty(Operation, frozen=True):
    """Put somebody in for somebody who was drawn, in the room or the rooms that these had."""

    day: date
    out: PersonId
    put_in: PersonId
    reason: AbsenceReason
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (CHIEF,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        if self.day < desk.now.date():
            return DutyOver(self.day)
        staff = desk.directory.staff
        if not in_force(site, self.day) or not (held := _rooms_of(site, self.day, self.out)):
            return NotOnDuty(self.out)
        member = staff.get(self.put_in)
        if member is None:
            return NotOnTheList(self.put_in)
        if no := self._unfit(site, desk, member, held):
            return no
        return (DutyReplaced(self.day, self.out, self.put_in, held, self.reason, self.happened_at, self.reported_by),)

    def _unfit(self, site: Site, desk: Desk, member: StaffMember, rooms: tuple[RoomId, ...]) -> Refusal | None:
        duty, roves = site.duty[self.day], any(one.person == self.out for one in site.duty[self.day].rounds)
        admin = desk.rulebook.admins_may_invigilate.value and (member.role, member.room) == (Role.ROOM_ADMIN, rooms[0])
        if member.role is not (Role.ROVING if roves else Role.INVIGILATOR) and not (admin and not roves):
            return WrongForDuty(member.code, member.role)
        on_duty = [*(one.person for one in duty.posts), *(one.person for one in duty.rounds)]
        codes = codes_of(desk.directory)[member.code]
        if not site.unavailable.isdisjoint(codes) or not set(codes).isdisjoint(on_duty):
            return NotFree(member.code)
        if all(untrained(site, code) for code in codes):
            return NotTrained(member.code)
        for code in codes:
            whole = desk.rulebook.avoidance_whole_exam.value or code in desk.directory.sits
            if whole and (ticket := avoids(site, desk, code)):
                return MustAvoid(member.code, ticket)
            for room in rooms:
                if ticket := related_in(site, desk, code, room):
                    return MustAvoid(member.code, ticket)
        if roves:
            return None
        left = [one for one in (*duty.in_room(rooms[0]), member.code) if one != self.out]
        known = sum(found.skill for one in left if (found := desk.directory.staff.get(one)))
        return SkillLost(rooms[0]) if known < desk.rulebook.skilled_per_room.value else None


def _rooms_of(site: Site, day: date, person: PersonId) -> tuple[RoomId, ...]:
    duty = site.duty[day]
    if room := duty.room(person):
        return (room,)
    return next((one.rooms for one in duty.rounds if one.person == person), ())


class DutyReplaced(Fact, frozen=True):
    """Somebody serves in place of somebody else."""

    day: date
    out: PersonId
    put_in: PersonId
    rooms: tuple[RoomId, ...]
    reason: AbsenceReason
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        duty = site.duty[self.day]
        duty.former += tuple(Post(self.out, room) for room in self.rooms)
        duty.posts = tuple(Post(self.put_in, one.room) if one.person == self.out else one for one in duty.posts)
        duty.rounds = tuple(Round(self.put_in, one.rooms) if one.person == self.out else one for one in duty.rounds)
        if self.reason in _AWAY:
            site.unavailable |= {self.out}


class DutyOver(Refusal, frozen=True):
    """That day is over: who served stands in the journal."""

    clause: ClassVar[ClauseId] = ClauseId("STF-06")
    day: date


class OnDutyNow(Refusal, frozen=True):
    """Who was drawn is replaced, not struck off."""

    clause: ClassVar[ClauseId] = ClauseId("STF-06")
    person: PersonId


class NotOnDuty(Refusal, frozen=True):
    """Nobody drew a room for this person on that day."""

    clause: ClassVar[ClauseId] = ClauseId("STF-06")
    person: PersonId


class WrongForDuty(Refusal, frozen=True):
    """Only invigilators serve for invigilators, and who roves for who roves."""

    clause: ClassVar[ClauseId] = ClauseId("STF-03")
    person: PersonId
    role: Role


class NotFree(Refusal, frozen=True):
    """Serves elsewhere already, or is not there."""

    clause: ClassVar[ClauseId] = ClauseId("STF-06")
    person: PersonId


class NotTrained(Refusal, frozen=True):
    """Nobody entered that this person was trained."""

    clause: ClassVar[ClauseId] = ClauseId("STF-08")
    person: PersonId


class SkillLost(Refusal, frozen=True):
    """Then nobody in the room would know computers."""

    clause: ClassVar[ClauseId] = ClauseId("STF-03")
    room: RoomId
