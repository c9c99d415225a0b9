"""Around extra time (补时申请、专用工具、撤回): applied for, given with the ministry's tool, or taken back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from app.core.about_candidate import NotInThisSession
from app.core.attendance import RoomHasEnded
from app.core.authorization import UnknownSession
from app.core.cause import unfounded
from app.core.delay import MinutesUnfit, NoAuthorityNeeded, next_application
from app.core.extra_time import ExtraTimeGiven, add, next_grant
from app.core.extra_time_ceiling import sat_there
from app.core.extra_time_loss import LONGEST, Loss, goes_on_in, more_than_lost, no_loss
from app.core.extra_time_people import SatElsewhere, people_of
from app.core.leaving import NotStartedYet
from app.core.operation import OFFICE, SUPERVISORS, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.room_state import RoomSession
from app.core.rulebook import Tier
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.start import NobodyArranged
from app.core.terms import ApplicationNo, CauseNo, ClauseId, GrantNo, RoomId, SessionId, Ticket, personal
from app.core.time_state import Application, ExtraTime, Measure
from app.core.timekeeping import extra_time_tier

_REFERENCE = re.compile(r"[0-9A-Za-z][0-9A-Za-z()./_-]{0,39}")


class ApplyForExtraTime(Operation, frozen=True):
    """Ask for a sum of `minutes` in all for these candidates, or for everyone of the room where `tickets` is ()."""

    session: SessionId
    room: RoomId
    tickets: tuple[Ticket, ...]
    minutes: int
    causes: tuple[CauseNo, ...]

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        state = site.sessions.get(self.session)
        if state is None:
            return UnknownSession(self.session)
        room = state.rooms.get(self.room)
        if room is None:
            return NobodyArranged(self.session, (self.room,))
        if room.started_at is None:
            return NotStartedYet(self.session, self.room)
        if not 1 <= self.minutes <= LONGEST:
            return MinutesUnfit(self.minutes, LONGEST)
        causes = tuple(dict.fromkeys(self.causes))
        if no := unfounded(site, self.session, (self.room,), causes):
            return no
        for ticket in self.tickets:
            sitting = site.sitting(self.session, ticket)
            if sitting is None:
                return NotInThisSession(self.session, ticket)
            if not sat_there(site, state, sitting, (self.room,), causes):
                return SatElsewhere(self.session, ticket, self.room)
        tier = extra_time_tier(self.minutes, desk.rulebook)
        if tier is Tier.ON_THE_SPOT:
            return NoAuthorityNeeded(self.minutes, Measure.EXTRA_TIME)
        tickets = tuple(sorted(set(self.tickets)))
        number = next_application(site, desk)
        return (ExtraTimeAppliedFor(number, self.session, self.room, tickets, self.minutes, tier, causes, desk.now),)


class ExtraTimeAppliedFor(Fact, frozen=True):
    """Somebody is asked for a sum of extra time."""

    number: ApplicationNo
    session: SessionId
    room: RoomId
    tickets: tuple[Ticket, ...]
    minutes: int
    tier: Tier
    causes: tuple[CauseNo, ...]
    at: datetime

    def apply(self, site: Site) -> None:
        rooms, measure = (self.room,), Measure.EXTRA_TIME
        site.applications[self.number] = Application(
            self.number, measure, self.session, rooms, self.tickets, self.minutes, self.tier, self.causes, self.at
        )


class RecordToolTime(Operation, frozen=True):
    """Record minutes given with the ministry's own tool; `reference` is the number under which it was granted."""

    session: SessionId
    room: RoomId
    tickets: tuple[Ticket, ...]
    minutes: int
    reference: str
    loss: Loss
    knowingly: bool = False
    """As for minutes that are given here."""

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (SUPERVISORS,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        state = site.sessions.get(self.session)
        if state is None:
            return UnknownSession(self.session)
        if not _REFERENCE.fullmatch(self.reference) or personal(self.reference):
            return ReferenceUnfit(self.reference[:80])
        if no := no_loss(state, self.room, self.minutes, self.loss, site, desk):
            return no
        if not self.tickets:
            return NobodyNamed(self.session)
        people = people_of(site, state, self.room, self.tickets, (), self.loss)
        if isinstance(people, Refusal):
            return people
        for one in people:
            total = one.extra_minutes + self.minutes
            if extra_time_tier(total, desk.rulebook) is not Tier.MINISTRY:
                return NoToolNeeded(one.ticket, total)
        if not self.knowingly and (much := more_than_lost(state, self.room, people, self.minutes, self.loss)):
            return much
        tickets, tool = tuple(one.ticket for one in people), self.reference
        number, tier = next_grant(site, desk), Tier.MINISTRY
        return (
            ExtraTimeGiven(
                number, self.session, self.room, None, tickets, self.minutes, tier, self.loss, desk.now, tool=tool
            ),
        )


class TakeBackReason(StrEnum):
    """Why a line of the ledger does not hold."""

    MISTYPED = "mistyped"
    NOT_GIVEN = "not_given"
    """The minutes were never given in the room."""
    WRONG_CANDIDATE = "wrong_candidate"


class TakeBackExtraTime(Operation, frozen=True):
    """Strike out a line of the ledger that was entered by mistake; it stays to be read."""

    session: SessionId
    number: GrantNo
    reason: TakeBackReason

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (SUPERVISORS,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        state = site.sessions.get(self.session)
        if state is None:
            return UnknownSession(self.session)
        line = next((one for one in state.extra_time if one.number == self.number), None)
        if line is None or line.taken_back_at:
            return NoSuchGrant(self.session, self.number)
        for room in self._rooms(site, state, line):
            if room.ended_at:
                return RoomHasEnded(self.session, room.room, room.ended_at)
        return (ExtraTimeTakenBack(self.session, self.number, self.reason, desk.now),)

    def _rooms(self, site: Site, state: SessionState, line: ExtraTime) -> Iterator[RoomSession]:
        """Where the minutes of the line count now."""
        if line.moved:
            yield state.rooms[goes_on_in(state, line.moved)]
        for ticket in line.tickets:
            if sitting := site.sitting(self.session, ticket):
                yield state.rooms[sitting.room]


class ExtraTimeTakenBack(Fact, frozen=True):
    """A line of the ledger was struck out."""

    session: SessionId
    number: GrantNo
    reason: TakeBackReason
    at: datetime

    def apply(self, site: Site) -> None:
        state = site.sessions[self.session]
        line = next(one for one in state.extra_time if one.number == self.number)
        line.taken_back_at, line.taken_back_for = self.at, self.reason
        add(site, state, line, -line.minutes)


class NobodyNamed(Refusal, frozen=True):
    """With the tool minutes go to candidates by name, never to a whole room."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-14")
    session: SessionId


class NoToolNeeded(Refusal, frozen=True):
    """So much can be given here, with or without a code."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-14")
    ticket: Ticket
    total: int


class ReferenceUnfit(Refusal, frozen=True):
    """Letters, digits and - . / _ ( ), forty at most: a number, never a sentence or a name."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-14")
    reference: str


class NoSuchGrant(Refusal, frozen=True):
    """The ledger of this session has no such line that stands."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-15")
    session: SessionId
    number: GrantNo
