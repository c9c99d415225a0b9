"""Release of rooms (放行) and their start commands (开考指令)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import chain
from typing import ClassVar

import msgspec

from app.core.authorization import UnknownSession
from app.core.calibration import RoomsWithoutLock, lock_in_use, rooms_without_lock
from app.core.delay_authority import allowed
from app.core.incident import IncidentOpened, next_incident
from app.core.incident_kinds import IncidentKind
from app.core.locks import unfit
from app.core.operation import OFFICE, Decision, Demand, Desk, Fact, Operation, Refusal, Refused, untold
from app.core.plan import RegisteredAs
from app.core.room_open import RoomNotReleased, not_here
from app.core.room_state import RoomSession
from app.core.rulebook import Rulebook, Tier
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import ApplicationNo, ClauseId, PersonId, RoomId, SessionId
from app.core.time_state import LateStart
from app.core.timekeeping import delay_clause, delay_tier


class ReleaseRooms(Operation, frozen=True):
    """Let rooms download this session's data; `serial` is printed on each release."""

    session: SessionId
    rooms: tuple[RoomId, ...]
    serial: str

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        state = site.sessions.get(self.session)
        if state is None:
            return UnknownSession(self.session)
        if not state.start_authorization:
            return StartNotAuthorized(self.session)
        if strange := tuple(room for room in self.rooms if room not in state.rooms):
            return NobodyArranged(self.session, strange)
        if no := next((no for room in self.rooms if (no := not_here(state.rooms[room]))), None):
            return no
        fresh = tuple(room for room in dict.fromkeys(self.rooms) if not state.rooms[room].release)
        if without := rooms_without_lock(site, fresh, desk.now, desk.rulebook):
            return RoomsWithoutLock(self.session, without)
        return (RoomsReleased(self.session, fresh, self.serial),) if fresh else ()


class RoomsReleased(Fact, frozen=True):
    """These rooms may take their data and let people in."""

    session: SessionId
    rooms: tuple[RoomId, ...]
    serial: str

    def apply(self, site: Site) -> None:
        for room in self.rooms:
            site.sessions[self.session].rooms[room].release = f"{self.serial}-{room}"


class RoomStart(msgspec.Struct, frozen=True):
    """When one room gave its start command."""

    room: RoomId
    at: datetime


class RecordStarts(Operation, frozen=True):
    """Record the start commands that rooms gave, all of them or none."""

    session: SessionId
    starts: tuple[RoomStart, ...]
    reported_by: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        state = site.sessions.get(self.session)
        if state is None:
            return UnknownSession(self.session)
        first: dict[RoomId, RoomStart] = {}
        for start in self.starts:
            if no := _why_not(start, state, site, desk, self.reported_by):
                return self._remembered(no, start, site, desk)
            if first.setdefault(start.room, start) is not start:
                return AlreadyStarted(self.session, start.room, first[start.room].at)
        return tuple(chain.from_iterable(self._started(start, site, desk) for start in self.starts))

    def _started(self, start: RoomStart, site: Site, desk: Desk) -> Iterator[Fact]:
        yield RoomStarted(self.session, start.room, start.at, self.reported_by)
        found = allowed(site, self.session, start.room, start.at, desk.rulebook)
        late = start.at - site.sessions[self.session].plan.starts_at
        tier = delay_tier(late, desk.rulebook)
        if tier is not Tier.ON_TIME and found:
            seconds = late // timedelta(seconds=1)
            entered_late = found.entered_at > start.at
            yield StartWasLate(
                self.session, start.room, seconds, tier, found.tier, found.application, entered_late=entered_late
            )

    def _remembered(self, no: Refusal, start: RoomStart, site: Site, desk: Desk) -> Decision:
        """A start before its time, a second one, and one that nobody allowed are noted although they do not count."""
        if isinstance(no, StartBeforeTime):
            number = next_incident(site, desk)
            fact = IncidentOpened(
                number, IncidentKind.EARLY_START, self.session, start.room, start.at, self.reported_by
            )
            return Refused(no, (fact,))
        if isinstance(no, AlreadyStarted) and no.started_at != start.at:
            return Refused(no, (SecondStartReported(self.session, start.room, start.at, self.reported_by),))
        if isinstance(no, DelayNotAllowed):
            return Refused(no, (StartNotCovered(self.session, start.room, start.at, no.tier, self.reported_by),))
        return no


def _why_not(start: RoomStart, state: SessionState, site: Site, desk: Desk, reported_by: PersonId) -> Refusal | None:
    room = state.rooms.get(start.room)
    if room is None:
        return NobodyArranged(state.plan.id, (start.room,))
    if no := untold(start.at, reported_by, desk):
        return no
    if no := not_here(room):
        return no
    if room.started_at:
        return AlreadyStarted(room.session, room.room, room.started_at)
    if start.at < state.plan.starts_at:
        return StartBeforeTime(room.session, room.room, start.at, state.plan.starts_at)
    if not room.release:
        return RoomNotReleased(room.session, room.room)
    if no := _lock_gone(room, start.at, site, desk.rulebook):
        return no
    if earlier := unfinished(room, start.at, state, site):
        return EarlierSessionOpen(room.room, earlier)
    tier = delay_tier(start.at - state.plan.starts_at, desk.rulebook)
    if tier is not Tier.ON_TIME and not allowed(site, room.session, room.room, start.at, desk.rulebook):
        return DelayNotAllowed(room.session, room.room, tier, start.at, delay_clause(tier, desk.rulebook))
    return None


def _lock_gone(room: RoomSession, at: datetime, site: Site, rulebook: Rulebook) -> Refusal | None:
    """What became of the lock since the release; what happened to it after the start changes nothing (LCK-12)."""
    serial = lock_in_use(site, room.room)
    if serial:
        return unfit(site, serial, RegisteredAs.INVIGILATION, at)
    return RoomsWithoutLock(room.session, (room.room,)) if rulebook.room_locks.value else None


def unfinished(room: RoomSession, at: datetime, state: SessionState, site: Site) -> SessionId | None:
    """A session of this room that began before and had not ended there by then: it gates entry and start (J-07)."""
    for other in site.sessions.values():
        same = other.rooms.get(room.room)
        if same is None or same.started_at is None or other.plan.starts_at >= state.plan.starts_at:
            continue
        over = same.ended_at or same.end_reported_at
        if over is None or over > at:
            return other.plan.id
    return None


class RoomStarted(Fact, frozen=True):
    """A room's start command, by its own time."""

    session: SessionId
    room: RoomId
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        site.sessions[self.session].rooms[self.room].started_at = self.at


class StartWasLate(Fact, frozen=True):
    """The room started so many seconds late: `tier` is what that asks for, `by` who allowed it.

    `entered_late`: the desk noted what allowed it only after the start.
    """

    session: SessionId
    room: RoomId
    seconds: int
    tier: Tier
    by: Tier
    application: ApplicationNo
    entered_late: bool

    def apply(self, site: Site) -> None:
        late = LateStart(self.room, self.seconds, self.tier, self.by, self.application, self.entered_late)
        site.sessions[self.session].late_starts[self.room] = late


class StartNotCovered(Fact, frozen=True):
    """A room was reported as started so late that it needed `tier`, and nothing that was entered allowed it."""

    session: SessionId
    room: RoomId
    at: datetime
    tier: Tier
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        """Kept for the record only."""


class SecondStartReported(Fact, frozen=True):
    """A room was reported as started once more; the first start stands."""

    session: SessionId
    room: RoomId
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        """Kept for the record only."""


class StartNotAuthorized(Refusal, frozen=True):
    """No room before the start authorization."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-07")
    session: SessionId


class NobodyArranged(Refusal, frozen=True):
    """These rooms hold nobody in this session."""

    clause: ClassVar[ClauseId] = ClauseId("ARR-05")
    session: SessionId
    rooms: tuple[RoomId, ...]


class AlreadyStarted(Refusal, frozen=True):
    """The first start stands."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-14")
    session: SessionId
    room: RoomId
    started_at: datetime


class StartBeforeTime(Refusal, frozen=True):
    """Before the unified start there is no valid start."""

    clause: ClassVar[ClauseId] = ClauseId("LCK-14")
    session: SessionId
    room: RoomId
    at: datetime
    starts_at: datetime


class EarlierSessionOpen(Refusal, frozen=True):
    """The room first ends the session before."""

    clause: ClassVar[ClauseId] = ClauseId("ARR-07")
    room: RoomId
    open: SessionId


class DelayNotAllowed(Refusal, frozen=True):
    """So late a start needs the authority of `tier` first."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-02")
    session: SessionId
    room: RoomId
    tier: Tier
    at: datetime
    rule: ClauseId

    @property
    def basis(self) -> ClauseId:
        return self.rule
