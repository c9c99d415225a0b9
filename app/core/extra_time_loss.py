"""The loss behind extra time (事由与耽误时间): whether it can be made good, and whether minutes go beyond it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

import msgspec

from app.core.attendance import RoomHasEnded
from app.core.cause import began, unfounded
from app.core.delay import MinutesUnfit
from app.core.leaving import NotStartedYet
from app.core.loss import union, whole_minutes
from app.core.operation import Desk, Refusal, untold
from app.core.room_state import Sitting
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.start import NobodyArranged
from app.core.terms import CauseNo, ClauseId, PersonId, RoomId, SessionId, Ticket
from app.core.time_state import LossCause

LONGEST = 8 * 60
"""Minutes of one grant."""


class Loss(msgspec.Struct, frozen=True):
    """What happened, as it was told: by what, on which fault or incident, from when to when nobody could work."""

    cause: LossCause
    causes: tuple[CauseNo, ...]
    since: datetime
    until: datetime
    told_by: PersonId


def goes_on_in(state: SessionState, room: RoomId) -> RoomId:
    """The room itself, or the one in which its people went on."""
    while moved := state.rooms[room].moved_to:
        room = moved
    return room


def no_loss(state: SessionState, number: RoomId, minutes: int, loss: Loss, site: Site, desk: Desk) -> Refusal | None:
    """Why no minutes can be given for this loss in this room, whoever would get them."""
    room = state.rooms.get(number)
    if room is None:
        return NobodyArranged(state.plan.id, (number,))
    if room.started_at is None:
        return NotStartedYet(state.plan.id, number)
    here = state.rooms[goes_on_in(state, number)]
    if here.ended_at:
        return RoomHasEnded(state.plan.id, here.room, here.ended_at)
    if not 1 <= minutes <= LONGEST:
        return MinutesUnfit(minutes, LONGEST)
    if loss.cause is LossCause.CANDIDATE:
        return CausedByCandidate(state.plan.id)
    if no := untold(loss.until, loss.told_by, desk) or unfounded(site, state.plan.id, (number,), loss.causes):
        return no
    if loss.since >= loss.until:
        return NothingLost(loss.since, loss.until)
    if loss.until <= room.started_at:
        return LostBeforeStart(state.plan.id, number, room.started_at)
    happened = began(site, loss.causes)
    return LostBeforeCause(loss.since, happened) if loss.since < happened else None


def more_than_lost(state: SessionState, people: Iterable[Sitting], minutes: int, loss: Loss) -> Refusal | None:
    """Whether the sum of somebody is more than all that was lost, what overlaps counted once (TIM-11, TIM-16)."""
    people = tuple(people)
    before: dict[Ticket, list[tuple[datetime, datetime]]] = {one.ticket: [] for one in people}
    for given in state.extra_time:
        if not given.taken_back_at:
            for ticket in given.tickets:
                if ticket in before:
                    before[ticket].append((given.lost_from, given.lost_until))
    for one in people:
        started = state.rooms[one.room].started_at or loss.since
        stretches = [*before[one.ticket], (max(loss.since, started), loss.until)]
        lost = whole_minutes(union(stretches))
        if one.extra_minutes + minutes > lost:
            return MoreThanLost(one.ticket, one.extra_minutes + minutes, lost)
    return None


class CausedByCandidate(Refusal, frozen=True):
    """What candidates cause themselves is not made good; a violation may have to be recorded."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-11")
    session: SessionId


class NothingLost(Refusal, frozen=True):
    """Lost time ends after it began."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-16")
    since: datetime
    until: datetime


class LostBeforeStart(Refusal, frozen=True):
    """Before its start a room loses no answering time: that is a delay."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-11")
    session: SessionId
    room: RoomId
    started_at: datetime


class LostBeforeCause(Refusal, frozen=True):
    """Nothing was lost before its cause happened."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-16")
    since: datetime
    happened_at: datetime


class MoreThanLost(Refusal, frozen=True):
    """The sum of this candidate would be more than all that was lost; once more, is it meant so?"""

    clause: ClassVar[ClauseId] = ClauseId("TIM-11")
    ticket: Ticket
    total: int
    lost: int
