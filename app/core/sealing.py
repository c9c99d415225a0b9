"""Sealing and unsealing of equipment that holds the exam authorization (封存、启封), overnight again (LCK-06)."""

from __future__ import annotations

import re
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from app.core.authorization import AcceptanceMissing, ExamAuthorizationMissing
from app.core.delegation import CHIEF
from app.core.incident import IncidentOpened, next_incident
from app.core.incident_kinds import IncidentKind
from app.core.lock_state import Seal, SealPlace
from app.core.operation import SUPERVISORS, Decision, Demand, Desk, Fact, Operation, Refusal, Refused, office
from app.core.site import Site
from app.core.terms import ClauseId, IncidentNo, RoomId, SessionId

_NUMBER = re.compile(r"[0-9A-Za-z-]{1,20}")


def number_wrong(number: str) -> Refusal | None:
    """Why this is no number of a seal."""
    return None if _NUMBER.fullmatch(number) else SealNumberWrong()


class UnsealReason(StrEnum):
    """Why equipment is unsealed on a day without an exam."""

    REPAIR = "repair"
    DATA_AGAIN = "data_again"
    TEST_AGAIN = "test_again"
    RECEIPTS_AND_CLEANING = "receipts_and_cleaning"
    """What was still missing came: receipts are taken in, and the data cleaned."""


class SealEquipment(Operation, frozen=True):
    """Enter the number of the seal and where the equipment is kept; from now on only looking and unsealing are open."""

    after_cleaning: ClassVar[bool] = True
    number: str
    place: SealPlace

    def demand(self, site: Site, desk: Desk) -> Demand:
        return office(self, desk)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := number_wrong(self.number):
            return no
        if not site.exam_authorization:
            return ExamAuthorizationMissing()
        if site.accepted_at is None:
            return AcceptanceMissing()
        for session, state in sorted(site.sessions.items()):
            if running := tuple(r.room for r in state.rooms.values() if r.started_at and not r.ended_at):
                return RoomsRunning(session, running)
        return (EquipmentWasSealed(self.number, self.place, desk.now),)


class EquipmentWasSealed(Fact, frozen=True):
    """The equipment is under seal."""

    number: str
    place: SealPlace
    at: datetime

    def apply(self, site: Site) -> None:
        site.seal = Seal(self.number, self.place, self.at)


class UnsealEquipment(Operation, frozen=True):
    """Read the number off the seal and say whether it is intact; `reason` on a day without an exam."""

    after_cleaning: ClassVar[bool] = True
    while_sealed: ClassVar[bool] = True
    number: str
    intact: bool
    reason: UnsealReason | None = None

    def demand(self, site: Site, desk: Desk) -> Demand:
        listed = type(self).__name__ in desk.rulebook.two_persons.value
        return Demand(frozenset({*office(self, desk).roles}), (SUPERVISORS,) if listed or self.reason else ())

    def decide(self, site: Site, desk: Desk) -> Decision:
        seal = site.seal
        if seal is None or seal.opened_at:
            return NotSealed()
        if seal.broken:
            return ChiefDecides(seal.broken)
        exam_day = any(state.plan.starts_at.date() == desk.now.date() for state in site.sessions.values())
        if not exam_day and self.reason is None:
            return UnsealReasonNeeded()
        if self.number != seal.number or not self.intact:
            number = next_incident(site, desk)
            opened = IncidentOpened(number, IncidentKind.AUTHORITY, None, None, desk.now, desk.operator.id)
            found = SealFoundBroken(self.number if _NUMBER.fullmatch(self.number) else "", self.intact, number)
            return Refused(ChiefDecides(number), (opened, found))
        return (EquipmentUnsealed(desk.now, self.reason),)


class EquipmentUnsealed(Fact, frozen=True):
    """The seal was right and intact, and was opened."""

    at: datetime
    reason: UnsealReason | None

    def apply(self, site: Site) -> None:
        if site.seal:
            site.seal.opened_at = self.at


class SealFoundBroken(Fact, frozen=True):
    """The seal bore another number, or was not intact; `number` is what was read, "" where that was no number."""

    number: str
    intact: bool
    incident: IncidentNo

    def apply(self, site: Site) -> None:
        if site.seal:
            site.seal.broken = self.incident


class SealDecision(StrEnum):
    """What the chief decided after looking into it."""

    EXAMINED_AND_USED = "examined_and_used"
    DATA_TAKEN_AGAIN = "data_taken_again"
    EQUIPMENT_REPLACED = "equipment_replaced"


class DecideOnSeal(Operation, frozen=True):
    """The chief lets the equipment be used in spite of its seal: wrong, broken, or never put on."""

    after_cleaning: ClassVar[bool] = True
    while_sealed: ClassVar[bool] = True
    decision: SealDecision

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(CHIEF, (SUPERVISORS - CHIEF | office(self, desk).roles,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        seal = site.seal
        if seal and seal.opened_on(desk.now.date()):
            return NotSealed()
        if seal and not seal.opened_at and not seal.broken:
            return SealToBeOpened()
        if seal and seal.broken and not seal.opened_at:
            return (SealDecided(seal.broken, self.decision, desk.now),)
        number = next_incident(site, desk)
        opened = IncidentOpened(number, IncidentKind.AUTHORITY, None, None, desk.now, desk.operator.id)
        return (opened, SealDecided(number, self.decision, desk.now))


class SealDecided(Fact, frozen=True):
    """On this incident the chief let the equipment be used."""

    incident: IncidentNo
    decision: SealDecision
    at: datetime

    def apply(self, site: Site) -> None:
        before = site.seal or Seal("", SealPlace.MACHINE_ROOM, self.at)
        site.seal = Seal(before.number, before.place, before.sealed_at, self.at, self.incident)


class SealNumberWrong(Refusal, frozen=True):
    """A seal's number: letters, digits and hyphens, up to twenty."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-06")


class RoomsRunning(Refusal, frozen=True):
    """Equipment in use is not sealed."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-06")
    session: SessionId
    rooms: tuple[RoomId, ...]


class NotSealed(Refusal, frozen=True):
    """Nothing is under seal."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-06")


class UnsealReasonNeeded(Refusal, frozen=True):
    """Today is no exam day: why is it unsealed?"""

    clause: ClassVar[ClauseId] = ClauseId("LCK-06")


class ChiefDecides(Refusal, frozen=True):
    """The seal is wrong or broken: this incident waits for the chief."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-06")
    incident: IncidentNo


class SealToBeOpened(Refusal, frozen=True):
    """The seal is whole: it is opened by two persons, not decided on."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-06")
