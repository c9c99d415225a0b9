"""A violation told and signed (告知、签字): by the candidate, or by two invigilators where they will not (VIO-02)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from app.core.conduct_state import RefusedToSign, Violation
from app.core.free_text import FreeText, TextPart, unfit
from app.core.operation import Decision, Demand, Desk, Fact, Operation, Refusal, untold
from app.core.site import Site
from app.core.terms import ClauseId, Digest, PersonId, Role, RoomId, ViolationNo
from app.core.violation import AT_WORK, NoSuchViolation, room_of


class AboutViolation(Operation, frozen=True):
    """What is entered of one recorded violation at a time of its own; `answer` decides."""

    number: ViolationNo
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(AT_WORK)

    def of_room(self, site: Site) -> RoomId | None:
        return room_of(site, self.number)

    def decide(self, site: Site, desk: Desk) -> Decision:
        violation = site.violations.get(self.number)
        if violation is None:
            return NoSuchViolation(self.number)
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        if self.happened_at < violation.now.happened_at:
            return BeforeTheAct(self.number, violation.now.happened_at)
        return self.answer(site, desk, violation)

    def answer(self, site: Site, desk: Desk, violation: Violation) -> Decision:
        raise NotImplementedError


class TellCandidate(AboutViolation, frozen=True):
    """What is recorded was told to the person."""

    def answer(self, site: Site, desk: Desk, violation: Violation) -> Decision:
        if violation.told_at:
            return ()
        return (CandidateTold(self.number, self.happened_at, self.reported_by),)


class CandidateTold(Fact, frozen=True):
    """A person heard what is recorded of them."""

    number: ViolationNo
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        violation = site.violations[self.number]
        violation.told_at = self.at
        site.outdate(violation.session, violation.room)


class CandidateSigns(AboutViolation, frozen=True):
    """The person signed the paper sheet."""

    def answer(self, site: Site, desk: Desk, violation: Violation) -> Decision:
        if no := _unready(violation):
            return no
        if violation.signed_at:
            return ()
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
        site.outdate(violation.session, violation.room)


class RefuseToSign(AboutViolation, frozen=True):
    """The person will not sign: two invigilators of the room write that down and sign. DAMAGE: of evidence."""

    witnesses: tuple[PersonId, PersonId]
    text: FreeText

    def answer(self, site: Site, desk: Desk, violation: Violation) -> Decision:
        if no := _unready(violation) or unfit(self.text, (TextPart.REFUSAL,), (TextPart.DAMAGE,)):
            return no
        if violation.signed_at:
            return SignedAndRefused(self.number)
        if no := not_two_of_the_room(site, desk, violation, self.witnesses):
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
        site.texts.add(self.text)
        site.outdate(violation.session, violation.room)


def not_two_of_the_room(
    site: Site, desk: Desk, violation: Violation, witnesses: tuple[PersonId, PersonId]
) -> Refusal | None:
    """Why these are not two different invigilators of that room (VIO-02, VIO-09)."""
    first, second = witnesses
    if desk.directory.same(first, second):
        return TwoInvigilators(violation.number, violation.room)
    room = site.sessions[violation.session].rooms[violation.room]
    for person in witnesses:
        member = desk.directory.staff.get(person)
        if member is None or member.role is not Role.INVIGILATOR or member.room not in (room.room, room.moved_from):
            return NotInvigilatorThere(person, violation.room)
    return None


def _unready(violation: Violation) -> Refusal | None:
    return None if violation.told_at else NotToldYet(violation.number)


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
