"""Sealed-room test (封场检测) and acceptance (验收) the day before: the last result counts (LCK-05, J-41)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from app.core.authorization import ExamAuthorizationMissing
from app.core.incident import nowhere
from app.core.operation import OFFICE, Decision, Demand, Desk, Fact, Operation, Refusal, office, untold
from app.core.room_test import SimulatedTestMissing, without_test
from app.core.site import Site
from app.core.terms import ClauseId, PersonId, Role, RoomId


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
    """The site is accepted as ready, by whoever supervises for the agency.

    `without`: rooms that are left out, since their test failed: their candidates sit elsewhere (RDY-10).
    """

    without: tuple[RoomId, ...] = ()

    def demand(self, site: Site, desk: Desk) -> Demand:
        return office(self, desk)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if not site.sealed_room_test:
            return TestMissing("no" if site.sealed_room_test is None else "failed")
        if rooms := tuple(room for room in without_test(site, desk.rulebook) if room not in self.without):
            return SimulatedTestMissing(rooms)
        left_out = tuple(sorted(set(self.without)))
        if no := next((no for room in left_out if (no := nowhere(site, None, room))), None):
            return no
        # A room that was left out and has passed since is accepted with the others.
        same = site.accepted_at is not None and left_out == site.accepted_without
        return () if same else (SiteAccepted(desk.now, left_out),)


class SiteAccepted(Fact, frozen=True):
    """The site was accepted, but for these rooms."""

    at: datetime
    without: tuple[RoomId, ...] = ()

    def apply(self, site: Site) -> None:
        site.accepted_at = self.at
        site.accepted_without = self.without


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
