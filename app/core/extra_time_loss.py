"""The loss behind extra time (事由与耽误时间): whether it can be made good, and whether minutes go beyond it."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

import msgspec

from app.core.cause import began, cause_of, unfounded
from app.core.delay import MinutesUnfit
from app.core.incident_state import Fault
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
    return _at_another_time(site, loss)


def _at_another_time(site: Site, loss: Loss) -> Refusal | None:
    """Time is lost after its cause began, and not first when the fault is long mended."""
    happened = began(site, loss.causes)
    if loss.since < happened:
        return LostBeforeCause(loss.since, happened)
    mended = [
        cause.closed_at if isinstance(cause, Fault) else None
        for number in loss.causes
        if (cause := cause_of(site, number))
    ]
    over = [at for at in mended if at is not None and at <= loss.since]
    return LostAfterCause(loss.since, max(over)) if len(over) == len(mended) else None


def more_than_lost(
    state: SessionState, room: RoomId, people: tuple[Sitting, ...], minutes: int, loss: Loss
) -> Refusal | None:
    """Whether the sum of somebody is more than all that was lost, what overlaps counted once (TIM-11, TIM-16)."""
    before: dict[Ticket, list[tuple[datetime, datetime]]] = {one.ticket: [] for one in people}
    for given in state.extra_time:
        if not given.taken_back_at:
            for ticket in given.tickets:
                if ticket in before:
                    before[ticket].append(_answering(state, given.room, given.lost_from, given.lost_until))
    for one in people:
        lost = whole_minutes(union([*before[one.ticket], _answering(state, room, loss.since, loss.until)]))
        if one.extra_minutes + minutes > lost:
            return MoreThanLost(one.ticket, one.extra_minutes + minutes, lost)
    return None


def _answering(state: SessionState, room: RoomId, since: datetime, until: datetime) -> tuple[datetime, datetime]:
    """A stretch of lost time without what lies before the start of the room in which it was lost."""
    started = state.rooms[room].started_at or since
    return max(since, started), max(until, started)


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


class LostAfterCause(Refusal, frozen=True):
    """All of it happened after the last of these faults was mended: something else must have caused it."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-16")
    since: datetime
    closed_at: datetime


class LostAfterEnd(Refusal, frozen=True):
    """When this began the answering time was over."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-16")
    since: datetime
    ends_at: datetime


class MoreThanLost(Refusal, frozen=True):
    """The sum of this candidate would be more than all that was lost; once more, is it meant so?"""

    clause: ClassVar[ClauseId] = ClauseId("TIM-11")
    ticket: Ticket
    total: int
    lost: int
