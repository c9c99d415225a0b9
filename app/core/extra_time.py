"""Extra time (补时考试): minutes made good for a loss that the candidate did not cause (TIM-11..15)."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

import msgspec

from app.core.attendance import RoomHasEnded
from app.core.authorization import UnknownSession
from app.core.extra_time_ceiling import ceiling, room_ceiling
from app.core.extra_time_loss import Loss, LostAfterEnd, goes_on_in, more_than_lost, no_loss
from app.core.extra_time_people import people_of
from app.core.operation import OFFICE, ROOM, SUPERVISORS, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.room_state import RoomSession, Sitting
from app.core.rulebook import Tier
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import ClauseId, GrantNo, RoomId, SessionId, Ticket
from app.core.time_state import ExtraTime
from app.core.timekeeping import ends, entry_closes, extra_time_clause, extra_time_tier


def next_grant(site: Site, desk: Desk) -> GrantNo:
    """Numbers carry the machine's name, so two machines never give the same one."""
    given = (one.number for state in site.sessions.values() for one in state.extra_time)
    return GrantNo(f"{desk.machine}B-{sum(one.startswith(f'{desk.machine}B-') for one in given) + 1:03d}")


class GrantExtraTime(Operation, frozen=True):
    """Give minutes to some candidates, or to everyone who sat in `room` when time was lost there.

    `tickets` is () for the whole room, less those `without`; the minutes of a whole room move its end.
    """

    session: SessionId
    room: RoomId
    tickets: tuple[Ticket, ...]
    without: tuple[Ticket, ...]
    minutes: int
    loss: Loss
    knowingly: bool = False
    """They looked again: it is right although it is more than was lost."""

    def demand(self, site: Site, desk: Desk) -> Demand:
        state = site.sessions.get(self.session)
        people = self._people(site, state) if state and self.room in state.rooms else ()
        totals = self._totals(state, people if isinstance(people, tuple) else ()) if state else []
        beyond = any(total > 0 and extra_time_tier(total, desk.rulebook) is not Tier.ON_THE_SPOT for total in totals)
        # A door that was shut is not opened again by the room alone.
        shut = state is not None and self._moves_the_door(state, desk) and self._door_was_shut(state, desk)
        return Demand(OFFICE, (SUPERVISORS,)) if beyond or shut else Demand(ROOM)

    def decide(self, site: Site, desk: Desk) -> Decision:
        state = site.sessions.get(self.session)
        if state is None:
            return UnknownSession(self.session)
        if no := no_loss(state, self.room, self.minutes, self.loss, site, desk):
            return no
        here = state.rooms[goes_on_in(state, self.room)]
        if not self.tickets:
            if here.ended_at:
                return RoomHasEnded(self.session, here.room, here.ended_at)
            over = ends(here.runs_from, state.plan) if here.runs_from else self.loss.until
            if self.loss.since >= over:
                return LostAfterEnd(self.loss.since, over)
        people = self._people(site, state)
        if isinstance(people, Refusal):
            return people
        if no := self._not_allowed(people, site, state, desk) or self._room_not_allowed(site, state, desk):
            return no
        if not self.knowingly and (much := more_than_lost(state, self.room, people, self.minutes, self.loss)):
            return much
        moved = None if self.tickets else goes_on_in(state, self.room)
        tier = max((extra_time_tier(total, desk.rulebook) for total in self._totals(state, people)), key=_rank)
        return (
            ExtraTimeGiven(
                next_grant(site, desk),
                self.session,
                self.room,
                moved,
                tuple(one.ticket for one in people),
                self.minutes,
                tier,
                self.loss,
                desk.now,
                door=self._moves_the_door(state, desk),
            ),
        )

    def _totals(self, state: SessionState, people: tuple[Sitting, ...]) -> list[int]:
        """Every sum that somebody has to allow: each candidate's, and of a whole room its own."""
        totals = [one.extra_minutes + self.minutes for one in people]
        whole = self.room in state.rooms and not self.tickets
        return [*totals, state.rooms[goes_on_in(state, self.room)].extra_minutes + self.minutes] if whole else totals

    def _door(self, state: SessionState, desk: Desk) -> datetime | None:
        """When entry to the room of the loss is over; None before its start."""
        room = state.rooms.get(self.room)
        return entry_closes(room.door_from, state.plan, desk.rulebook) if room and room.door_from else None

    def _moves_the_door(self, state: SessionState, desk: Desk) -> bool:
        """Only where the whole room stood still while people still came in."""
        closes = self._door(state, desk)
        return closes is not None and not self.tickets and self.loss.since <= closes

    def _door_was_shut(self, state: SessionState, desk: Desk) -> bool:
        closes = self._door(state, desk)
        return closes is not None and desk.now > closes

    def _room_not_allowed(self, site: Site, state: SessionState, desk: Desk) -> Refusal | None:
        """The end of a room moves no further than somebody may allow for the room as a whole, whoever is left out."""
        if self.tickets:
            return None
        used = state.rooms[goes_on_in(state, self.room)].extra_minutes
        total = used + self.minutes
        tier = extra_time_tier(total, desk.rulebook)
        if tier is Tier.ON_THE_SPOT:
            return None
        most = 0 if tier is Tier.MINISTRY else room_ceiling(site, state, self.room, tier)
        rule = extra_time_clause(tier, desk.rulebook)
        return RoomAuthorityMissing(self.session, self.room, used, total, most, rule) if most < total else None

    def _people(self, site: Site, state: SessionState) -> tuple[Sitting, ...] | Refusal:
        return people_of(site, state, self.room, self.tickets, self.without, self.loss)

    def _not_allowed(self, people: tuple[Sitting, ...], site: Site, state: SessionState, desk: Desk) -> Refusal | None:
        """Beyond the room's own limit a code for the sum, beyond the province's only the ministry's tool."""
        short, tool = [], []
        for one in people:
            total = one.extra_minutes + self.minutes
            match extra_time_tier(total, desk.rulebook):
                case Tier.ON_THE_SPOT:
                    continue
                case Tier.MINISTRY:
                    tool.append(one.ticket)
                case tier:
                    most = ceiling(site, state, one, tier)
                    if most < total:
                        short.append(Short(one.ticket, one.extra_minutes, total, most))
        if tool:
            return ToolNeeded(self.session, tuple(tool))
        if not short:
            return None
        tier = extra_time_tier(max(one.total for one in short), desk.rulebook)
        return AuthorityMissing(self.session, tuple(short), extra_time_clause(tier, desk.rulebook))


def _rank(tier: Tier) -> int:
    return list(Tier).index(tier)


class ExtraTimeGiven(Fact, frozen=True):
    """Minutes were given. `moved` is the room whose end they move; `door`: they move the end of entry too."""

    number: GrantNo
    session: SessionId
    room: RoomId
    moved: RoomId | None
    tickets: tuple[Ticket, ...]
    minutes: int
    tier: Tier
    loss: Loss
    at: datetime
    door: bool = False
    tool: str = ""

    def apply(self, site: Site) -> None:
        state, loss = site.sessions[self.session], self.loss
        line = ExtraTime(
            self.number,
            self.room,
            self.moved,
            self.tickets,
            self.minutes,
            self.tier,
            loss.cause,
            loss.causes,
            loss.since,
            loss.until,
            self.at,
            loss.told_by,
            self.door,
            self.tool,
        )
        state.extra_time.append(line)
        add(site, state, line, self.minutes)


def add(site: Site, state: SessionState, line: ExtraTime, minutes: int) -> None:
    """Put the minutes of one line where they count; negative ones take them back."""
    for ticket in line.tickets:
        if sitting := site.sitting(state.plan.id, ticket):
            sitting.extra_minutes += minutes
    if line.moved:
        for room in _together(state, line.moved):
            room.extra_minutes += minutes
            room.door_minutes += minutes if line.door else 0
        # Where the time was lost may be a room that was left, and its record tells of it.
        site.outdate(state.plan.id, line.room)


def _together(state: SessionState, number: RoomId) -> tuple[RoomSession, ...]:
    """The room, and the one in which it went on since."""
    room = state.rooms[number]
    return (room, *_together(state, room.moved_to)) if room.moved_to else (room,)


class Short(msgspec.Struct, frozen=True):
    """Somebody whose sum needs more than is allowed: `used` before, `total` after, `most` what is allowed so far."""

    ticket: Ticket
    used: int
    total: int
    most: int


class AuthorityMissing(Refusal, frozen=True):
    """For these the sum is beyond what anyone here may give; a code, or a decision, for the sum comes first."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-13")
    session: SessionId
    people: tuple[Short, ...]
    rule: ClauseId = ClauseId("TIM-13")

    @property
    def basis(self) -> ClauseId:
        return self.rule


class RoomAuthorityMissing(Refusal, frozen=True):
    """The room's end would move further than anybody allowed for the whole room; `most` is what is allowed so far."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-13")
    session: SessionId
    room: RoomId
    used: int
    total: int
    most: int
    rule: ClauseId = ClauseId("TIM-13")

    @property
    def basis(self) -> ClauseId:
        return self.rule


class ToolNeeded(Refusal, frozen=True):
    """Beyond the province's limit minutes are given with the ministry's own tool, and only recorded here."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-14")
    session: SessionId
    tickets: tuple[Ticket, ...]
