"""What rooms owe this desk: start, roll, counts and result, by room and by now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from app.core.gate import CheckName
from app.core.terms import RoomId
from app.views.board import RoomCard, RoomState


class ReportKind(StrEnum):
    """What a room reports, in the order of the day."""

    START = "start"
    ROLL = "roll"
    COUNTS = "counts"
    RESULT = "result"


_OWED = {
    ReportKind.ROLL: frozenset({CheckName.ATTENDANCE}),
    ReportKind.RESULT: frozenset({CheckName.ANSWERS, CheckName.RESULT_DIFFERS}),
}
NOT_STARTED = frozenset({RoomState.RELEASED, RoomState.ADMITTING})
"""Released, and waiting for the start command."""


def owed(card: RoomCard, starts_at: datetime, now: datetime) -> tuple[ReportKind, ...]:
    """What should be in by now; `starts_at` is the unified start.

    Counts are owed by a room that fell silent, until its result is due: that says all of it.
    """
    result = bool(_OWED[ReportKind.RESULT].intersection(card.due)) or CheckName.RESULT in card.debts
    found = {
        ReportKind.START: card.state in NOT_STARTED and now >= starts_at,
        ReportKind.ROLL: bool(_OWED[ReportKind.ROLL].intersection(card.due)),
        ReportKind.COUNTS: card.stale and not result,
        ReportKind.RESULT: result,
    }
    return tuple(kind for kind in ReportKind if found[kind])


def next_owing(
    cards: Iterable[RoomCard], kind: ReportKind, after: RoomId | None, starts_at: datetime, now: datetime
) -> RoomId | None:
    """The room to ask next: the first behind `after` that owes this, otherwise the first of all."""
    rooms = [card.plan.id for card in cards if kind in owed(card, starts_at, now)]
    behind = (room for room in rooms if after is not None and room > after)
    return next(behind, rooms[0] if rooms else None)


def most_owed(cards: Iterable[RoomCard], starts_at: datetime, now: datetime) -> ReportKind | None:
    """The earliest kind of the day that any room owes."""
    found = {kind for card in cards for kind in owed(card, starts_at, now)}
    return next((kind for kind in ReportKind if kind in found), None)
