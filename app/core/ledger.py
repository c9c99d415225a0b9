"""Conservation: nobody gets lost between the arrangement and the answers that were collected.

arranged + in - out = present + absent + awaited + pending
collected + written off + never logged in = present
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from app.core.room_state import Answers, Presence, RoomSession
from app.core.session_state import SessionState


@dataclass(frozen=True, slots=True)
class Count:
    """People in one room, or summed over several. `transferred_out` counts once taken in elsewhere or settled."""

    arranged: int = 0
    transferred_in: int = 0
    transferred_out: int = 0
    present: int = 0
    absent: int = 0
    awaited: int = 0
    pending: int = 0
    collected: int = 0
    written_off: int = 0
    never_logged_in: int = 0

    @property
    def attendance_balances(self) -> bool:
        here = self.present + self.absent + self.awaited + self.pending
        return self.arranged + self.transferred_in - self.transferred_out == here

    @property
    def answers_balance(self) -> bool:
        return self.collected + self.written_off + self.never_logged_in == self.present

    @property
    def settled(self) -> bool:
        """Nobody is still expected or between two rooms."""
        return not (self.awaited or self.pending)


def count(room: RoomSession) -> Count:
    """The room as arranged against where everybody is: two independent sides of the same sum."""
    here = room.sittings.values()
    present = [sitting for sitting in here if sitting.presence is Presence.PRESENT]
    return Count(
        arranged=room.arranged,
        transferred_in=room.transferred_in,
        transferred_out=room.transferred_out,
        present=len(present),
        absent=sum(sitting.presence is Presence.ABSENT for sitting in here),
        awaited=sum(sitting.presence is Presence.AWAITED for sitting in here),
        pending=sum(sitting.presence is Presence.PENDING for sitting in here),
        collected=sum(sitting.answers is Answers.COLLECTED for sitting in present),
        written_off=sum(sitting.answers is Answers.WRITTEN_OFF for sitting in present),
        never_logged_in=sum(sitting.answers is Answers.NEVER_LOGGED_IN for sitting in present),
    )


def total(counts: Iterable[Count]) -> Count:
    """Field by field."""
    every = tuple(counts)
    return Count(**{f.name: sum(getattr(one, f.name) for one in every) for f in fields(Count)})


def session_count(session: SessionState) -> Count:
    return total(count(room) for room in session.rooms.values())
