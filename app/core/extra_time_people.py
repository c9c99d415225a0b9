"""Whom minutes are for (补时对象): those named, or everyone who sat in the room when time was lost there."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from app.core.extra_time_loss import Loss, LostAfterEnd
from app.core.loss import room_at
from app.core.operation import Refusal
from app.core.room_state import Answers, Presence, Sitting
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import ClauseId, RoomId, SessionId, Ticket
from app.core.timekeeping import ends


def answering(sitting: Sitting) -> bool:
    """Whether minutes are still of use to this candidate."""
    here = sitting.presence is Presence.PRESENT and sitting.answers is Answers.OPEN
    return here and not sitting.left_at and not sitting.gave_up_at


def people_of(
    site: Site,
    state: SessionState,
    room: RoomId,
    tickets: tuple[Ticket, ...],
    without: tuple[Ticket, ...],
    loss: Loss,
) -> tuple[Sitting, ...] | Refusal:
    """Whom minutes are for: those named, or whoever sat in the room when time was lost and still answers."""
    if not tickets:
        everyone = (one for here in state.rooms.values() for one in here.sittings.values())
        there = {one.ticket: one for one in everyone if _there(state, one, room, loss)}
        # Who came into the room later may be named too: nobody gives them anything.
        known = there.keys() | state.rooms[room].sittings.keys()
        if stray := next((ticket for ticket in without if ticket not in known), None):
            return SatElsewhere(state.plan.id, stray, room)
        still = [one for ticket, one in sorted(there.items()) if answering(one) and ticket not in without]
        return tuple(still) or NobodyAnswering(state.plan.id, room)
    found = []
    for ticket in dict.fromkeys(tickets):
        sitting = site.sitting(state.plan.id, ticket)
        if sitting is None or not _there(state, sitting, room, loss):
            return SatElsewhere(state.plan.id, ticket, room)
        if not answering(sitting):
            return NotAnswering(ticket, sitting.presence, sitting.answers)
        over = over_at(state, sitting)
        if over and loss.since >= over:
            return LostAfterEnd(loss.since, over)
        found.append(sitting)
    return tuple(found)


def over_at(state: SessionState, sitting: Sitting) -> datetime | None:
    """When this candidate's own answering time is over; None before the start."""
    started = state.rooms[sitting.room].started_at
    return ends(started, state.plan) + timedelta(minutes=sitting.extra_minutes) if started else None


def _there(state: SessionState, sitting: Sitting, room: RoomId, loss: Loss) -> bool:
    came_after = sitting.entered_at is not None and sitting.entered_at >= loss.until
    return not came_after and room_at(state, sitting, loss.since) == room


class NotAnswering(Refusal, frozen=True):
    """Minutes go only to someone who is still answering."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-11")
    ticket: Ticket
    presence: Presence
    answers: Answers


class NobodyAnswering(Refusal, frozen=True):
    """Nobody who sat there is still answering."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-11")
    session: SessionId
    room: RoomId


class SatElsewhere(Refusal, frozen=True):
    """The candidate did not sit in that room when it happened."""

    clause: ClassVar[ClauseId] = ClauseId("TIM-15")
    session: SessionId
    ticket: Ticket
    room: RoomId
