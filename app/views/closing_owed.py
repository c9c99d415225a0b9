"""What is owed after the end (待补事项), of every session of a day, and who owes the same next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import msgspec

from app.core.debts import due_at, room_debts, session_debts
from app.core.gate import Check, CheckName
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.terms import RoomId, SessionId
from app.views.closing import ClosingStep, steps_for


class DebtRow(msgspec.Struct, frozen=True):
    """What a room, or the session as a whole where `room` is "", owes; `late` once its time is past."""

    session: SessionId
    room: RoomId
    checks: tuple[Check, ...]
    due: datetime
    late: bool

    @property
    def open(self) -> tuple[Check, ...]:
        return tuple(one for one in self.checks if one.blocks)

    @property
    def going_on(self) -> bool:
        """A session some of whose rooms have not ended."""
        return any(one.name is CheckName.ENDED for one in self.open)


def owed(site: Site, rulebook: Rulebook, session: SessionId, now: datetime) -> tuple[DebtRow, ...]:
    """All that keeps the day of this session from being closed, the earliest due first; a session before its rooms."""
    found, day = [], site.sessions[session].plan.starts_at.date()
    for number, state in site.sessions.items():
        if not state.rooms or state.plan.starts_at.date() != day:
            continue
        due = due_at(site, number, rulebook)
        found.append(DebtRow(number, RoomId(""), session_debts(site, number, rulebook), due, now > due))
        found += [
            DebtRow(number, room.room, room_debts(site, room, rulebook), due, now > due)
            for room in state.rooms.values()
        ]
    rows = (row for row in found if row.open)
    return tuple(sorted(rows, key=lambda row: (row.due, site.sessions[row.session].plan.starts_at, row.room)))


def next_owing(
    site: Site, rows: Iterable[DebtRow], done: tuple[SessionId, RoomId], name: CheckName, step: ClosingStep
) -> DebtRow | None:
    """Which room comes after this one where the same can be done; from the top again after the last."""

    def may(row: DebtRow) -> bool:
        room = site.room(row.session, row.room) if row.room else None
        owes = [one for one in row.open if one.name is name]
        return bool(room and owes and step in steps_for(room, owes[0]))

    waiting = [row for row in rows if (row.session, row.room) != done and may(row)]
    session, room = done
    starts = site.sessions[session].plan.starts_at
    later = [row for row in waiting if (site.sessions[row.session].plan.starts_at, row.room) > (starts, room)]
    return next(iter(later or waiting), None)
