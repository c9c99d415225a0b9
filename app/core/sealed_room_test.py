"""Sealed-room test (封场检测) and acceptance (验收) the day before: the last result counts (LCK-05, J-41)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from app.core.authorization import ExamAuthorizationMissing
from app.core.operation import OFFICE, Decision, Demand, Desk, Fact, Operation, Refusal, office, untold
from app.core.site import Site
from app.core.terms import ClauseId, PersonId, Role


class RecordSealedRoomTest(Operation, frozen=True):
    """Enter a test of the closed rooms with the real data."""

    passed: bool
    happened_at: datetime
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE | {Role.TECHNICIAN})

    def decide(self, site: Site, desk: Desk) -> Decision:
        if no := untold(self.happened_at, self.reported_by, desk):
            return no
        if not site.exam_authorization:
            return ExamAuthorizationMissing()
        if self.happened_at.date() != desk.now.date():
            return TestOfAnotherDay(self.happened_at)
        return (SealedRoomTested(self.passed, self.happened_at, self.reported_by),)


class SealedRoomTested(Fact, frozen=True):
    """A test of the closed rooms was held; a failed one takes an acceptance back."""

    passed: bool
    happened_at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        site.sealed_room_test = self.passed
        if not self.passed:
            site.accepted_at = None


class AcceptSite(Operation, frozen=True):
    """The site is accepted as ready, by whoever supervises for the agency."""

    def demand(self, site: Site, desk: Desk) -> Demand:
        return office(self, desk)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if not site.sealed_room_test:
            return TestMissing("no" if site.sealed_room_test is None else "failed")
        return () if site.accepted_at else (SiteAccepted(desk.now),)


class SiteAccepted(Fact, frozen=True):
    """The site was accepted."""

    at: datetime

    def apply(self, site: Site) -> None:
        site.accepted_at = self.at


class TestOfAnotherDay(Refusal, frozen=True):
    """A test is entered on its day: an old one says nothing of the data that are in force now."""

    __test__: ClassVar[bool] = False
    clause: ClassVar[ClauseId] = ClauseId("LCK-05")
    happened_at: datetime


class TestMissing(Refusal, frozen=True):
    """First a sealed-room test that passed; `last` is "no" or "failed"."""

    __test__: ClassVar[bool] = False
    clause: ClassVar[ClauseId] = ClauseId("LCK-05")
    last: str
