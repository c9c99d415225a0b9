"""A violation told and signed (告知、签字): by the candidate, or by two invigilators where they will not (VIO-02)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from app.core.free_text import FreeText, TextPart, unfit
from app.core.leaving import LeaveCause
from app.core.operation import Decision, Demand, Desk, Fact, Operation, Refusal, untold
from app.core.room_state import RoomSession
from app.core.seating import LeftAlready
from app.core.site import Site
from app.core.staffing import room_of_person, served_in
from app.core.terms import ClauseId, Digest, PersonId, Role, RoomId, ViolationNo
from app.core.violation import AT_WORK, NoSuchViolation, room_of, standing
from app.core.violation_state import RefusedToSign, Violation


class AboutViolation(Operation, frozen=True):
    """What is entered of one recorded violation at a time of its own; `answer` decides."""

    withdrawn_too: ClassVar[bool] = False
    """Also of a record that counts no more."""
    number: ViolationNo
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(AT_WORK)

    def of_room(self, site: Site) -> RoomId | None:
        return room_of(site, self.number)

    def decide(self, site: Site, desk: Desk) -> Decision:
        violation = site.violations.get(self.number) if self.withdrawn_too else standing(site, self.number)
        if violation is None:
            return NoSuchViolation(self.number)
        if isinstance(violation, Refusal):
            return violation
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        if self.happened_at < violation.now.happened_at:
            return BeforeTheAct(self.number, violation.now.happened_at)
        return self.answer(site, desk, violation)

    def answer(self, site: Site, desk: Desk, violation: Violation) -> Decision:
        raise NotImplementedError

    def not_told(self, violation: Violation) -> Refusal | None:
        told = violation.told_at
        return NotToldYet(self.number) if told is None or self.happened_at < told else None

    def gone(self, site: Site, violation: Violation) -> Refusal | None:
        """Nobody is told anything, nor signs, after they left; who was led out waits where they can be asked."""
        sitting = site.sitting(violation.session, violation.ticket) if violation.ticket else None
        if sitting is None or sitting.left_at is None or sitting.left_for == LeaveCause.REMOVED:
            return None
        left = sitting.left_at < self.happened_at
        return LeftAlready(sitting.ticket, sitting.left_at) if left else None


class TellCandidate(AboutViolation, frozen=True):
    """What is recorded was told to the person."""

    def answer(self, site: Site, desk: Desk, violation: Violation) -> Decision:
        if self.happened_at < violation.now.found_at:
            return BeforeTheAct(self.number, violation.now.found_at)
        if violation.told_at:
            return ()
        if no := self.gone(site, violation):
            return no
        return (CandidateTold(self.number, self.happened_at, self.reported_by),)


class CandidateTold(Fact, frozen=True):
    """A person heard what is recorded of them."""

    number: ViolationNo
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        violation = site.violations[self.number]
        violation.told_at = self.at
        site.outdate_by(violation)


class CandidateSigns(AboutViolation, frozen=True):
    """The person signed the paper sheet."""

    def answer(self, site: Site, desk: Desk, violation: Violation) -> Decision:
        if no := self.not_told(violation):
            return no
        if violation.signed_at:
            return ()
        if no := self.gone(site, violation):
            return no
        if violation.refused:
            return SignedAndRefused(self.number)
        return (ViolationSigned(self.number, self.happened_at, self.reported_by),)


class ViolationSigned(Fact, frozen=True):
    """The person signed."""

    number: ViolationNo
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        violation = site.violations[self.number]
        violation.signed_at = self.at
        site.outdate_by(violation)


class RefuseToSign(AboutViolation, frozen=True):
    """The person will not sign: two invigilators of the room write that down and sign. DAMAGE: of evidence."""

    witnesses: tuple[PersonId, PersonId]
    text: FreeText

    def answer(self, site: Site, desk: Desk, violation: Violation) -> Decision:
        if no := self.not_told(violation) or unfit(self.text, (TextPart.REFUSAL,), (TextPart.DAMAGE,)):
            return no
        if violation.signed_at:
            return SignedAndRefused(self.number)
        room = site.sessions[violation.session].rooms[violation.room]
        if no := not_two_of_the_room(site, desk, self.number, room, self.witnesses):
            return no
        if violation.refused:
            return ()
        return (SigningRefused(self.number, self.witnesses, self.text.kept, self.happened_at, self.reported_by),)


class SigningRefused(Fact, frozen=True):
    """The person would not sign; two invigilators did."""

    number: ViolationNo
    witnesses: tuple[PersonId, PersonId]
    text: Digest
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        violation = site.violations[self.number]
        violation.refused = RefusedToSign(self.at, self.witnesses, self.text)
        site.keep_texts(self.text)
        site.outdate_by(violation)


def not_two_of_the_room(
    site: Site, desk: Desk, number: ViolationNo, room: RoomSession, witnesses: tuple[PersonId, PersonId]
) -> Refusal | None:
    """Why these are not two different invigilators of that room (VIO-02, VIO-09)."""
    first, second = witnesses
    if desk.directory.same(first, second):
        return TwoInvigilators(number, room.room)
    # Who has no room of their own saw nothing in this one.
    rooms, day = {room.room, room.moved_from} - {None}, site.sessions[room.session].plan.starts_at.date()
    for person in witnesses:
        member = desk.directory.staff.get(person)
        if (
            member is None
            or member.role is not Role.INVIGILATOR
            or room_of_person(site, member, day) is None
            or not served_in(site, member, day, rooms)
        ):
            return NotInvigilatorThere(person, room.room)
    return None


class BeforeTheAct(Refusal, frozen=True):
    """Nothing follows an act before it."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-01")
    number: ViolationNo
    happened_at: datetime


class NotToldYet(Refusal, frozen=True):
    """First the person hears what is recorded."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-01")
    number: ViolationNo


class SignedAndRefused(Refusal, frozen=True):
    """Signed, or refused: never both."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-02")
    number: ViolationNo


class TwoInvigilators(Refusal, frozen=True):
    """Two different ones."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-02")
    number: ViolationNo
    room: RoomId


class NotInvigilatorThere(Refusal, frozen=True):
    """Invigilators of this room alone saw it."""

    clause: ClassVar[ClauseId] = ClauseId("VIO-02")
    person: PersonId
    room: RoomId
