"""Delayed start (延时开考): applied for with its cause, for rooms that have not started (TIM-01)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from app.core.authorization import UnknownSession
from app.core.cause import cause_of, unfounded
from app.core.incident import IncidentOpened, next_incident
from app.core.incident_kinds import IncidentKind
from app.core.incident_state import Fault
from app.core.operation import OFFICE, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.room_open import not_here
from app.core.room_state import RoomSession
from app.core.rulebook import Tier
from app.core.site import Site
from app.core.start import NobodyArranged
from app.core.terms import ApplicationNo, CauseNo, ClauseId, RoomId, SessionId
from app.core.time_state import Application, Measure
from app.core.timekeeping import delay_tier

LONGEST = 24 * 60
"""Minutes; what is longer is another day's exam."""


def next_application(site: Site, desk: Desk) -> ApplicationNo:
    """Numbers carry the machine's name, so two machines never give the same one."""
    own = sum(number.startswith(f"{desk.machine}S-") for number in site.applications)
    return ApplicationNo(f"{desk.machine}S-{own + 1:03d}")


class ApplyForDelay(Operation, frozen=True):
    """Ask that these rooms may start up to `minutes` late; one application, and one consent, may cover several."""

    session: SessionId
    rooms: tuple[RoomId, ...]
    minutes: int
    causes: tuple[CauseNo, ...]

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        state = site.sessions.get(self.session)
        if state is None:
            return UnknownSession(self.session)
        rooms = tuple(sorted(set(self.rooms)))
        if not rooms or any(room not in state.rooms for room in rooms):
            return NobodyArranged(self.session, tuple(room for room in rooms if room not in state.rooms))
        for room in rooms:
            if no := _no_delay(state.rooms[room]):
                return no
        if not 1 <= self.minutes <= LONGEST:
            return MinutesUnfit(self.minutes, LONGEST)
        causes = tuple(dict.fromkeys(self.causes))
        if no := unfounded(site, self.session, rooms, causes):
            return no
        tier = delay_tier(timedelta(minutes=self.minutes), desk.rulebook)
        if tier is Tier.ON_TIME:
            return NoAuthorityNeeded(self.minutes, Measure.DELAY)
        number = next_application(site, desk)
        opened = () if tier is not Tier.MINISTRY else self._reported(site, desk, causes)
        causes += tuple(CauseNo(fact.number) for fact in opened)
        return (*opened, DelayAppliedFor(number, self.session, rooms, self.minutes, tier, causes, desk.now))

    def _reported(self, site: Site, desk: Desk, causes: tuple[CauseNo, ...]) -> tuple[IncidentOpened, ...]:
        """What goes to the ministry is an incident, whatever failed (TIM-04)."""
        if any(not isinstance(cause_of(site, number), Fault) for number in causes):
            return ()
        number = next_incident(site, desk)
        by = desk.operator.id
        return (IncidentOpened(number, IncidentKind.DELAY_TO_MINISTRY, self.session, None, desk.now, by),)


def _no_delay(room: RoomSession) -> Refusal | None:
    if room.started_at and not room.moved_to:
        return StartedSoExtraTime(room.session, room.room, room.started_at)
    return not_here(room)


class DelayAppliedFor(Fact, frozen=True):
    """Somebody is asked for a delayed start."""

    number: ApplicationNo
    session: SessionId
    rooms: tuple[RoomId, ...]
    minutes: int
    tier: Tier
    causes: tuple[CauseNo, ...]
    at: datetime

    def apply(self, site: Site) -> None:
        site.applications[self.number] = Application(
            self.number, Measure.DELAY, self.session, self.rooms, (), self.minutes, self.tier, self.causes, self.at
        )


class StartedSoExtraTime(Refusal, frozen=True):
    """A room that has started is not delayed: what it lost is made good by extra time (TIM-01)."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-01")
    session: SessionId
    room: RoomId
    started_at: datetime


class MinutesUnfit(Refusal, frozen=True):
    """Whole minutes, one or more, and no more than `most`."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-11")
    minutes: int
    most: int


class NoAuthorityNeeded(Refusal, frozen=True):
    """So much needs nobody's consent."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-12")
    minutes: int
    measure: Measure
