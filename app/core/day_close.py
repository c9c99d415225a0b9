"""Closing the day (结束当日考试): the one gate for which debts are hard (DAT-01, DAT-07)."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

import msgspec

from app.core.debts import room_debts, session_debts
from app.core.gate import CheckName, blocking
from app.core.operation import CHIEF, OFFICE, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.terms import ClauseId, RoomId, SessionId


class OpenDebt(msgspec.Struct, frozen=True):
    """What is open of one room, or of the session as a whole where `room` is ""."""

    session: SessionId
    room: RoomId
    checks: tuple[CheckName, ...]


def day_debts(site: Site, day: date, rulebook: Rulebook) -> tuple[OpenDebt, ...]:
    """Everything that keeps this day from being closed, in order of time and rooms."""
    found = []
    for session, state in sorted(site.sessions.items(), key=lambda one: one[1].plan.starts_at):
        if state.plan.starts_at.date() != day:
            continue
        found.append(OpenDebt(session, RoomId(""), blocking(session_debts(site, session, rulebook))))
        for number, room in sorted(state.rooms.items()):
            found.append(OpenDebt(session, number, blocking(room_debts(site, room, rulebook))))
    return tuple(one for one in found if one.checks)


class CloseDay(Operation, frozen=True):
    """Close an exam day: the chief signs beside the administrator."""

    mirrored: ClassVar[bool] = True
    day: date

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (CHIEF,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        held = [one for one in site.sessions.values() if one.rooms and one.plan.starts_at.date() == self.day]
        if not held:
            return NoExamThatDay(self.day)
        if found := day_debts(site, self.day, desk.rulebook):
            return DayNotReady(self.day, found)
        return () if self.day in site.closed_days else (DayClosed(self.day, desk.now),)


class DayClosed(Fact, frozen=True):
    """An exam day is closed."""

    day: date
    at: datetime

    def apply(self, site: Site) -> None:
        site.closed_days[self.day] = self.at


class NoExamThatDay(Refusal, frozen=True):
    """No session of this exam is held that day."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-07")
    day: date


class DayNotReady(Refusal, frozen=True):
    """This is still open."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-07")
    day: date
    open: tuple[OpenDebt, ...]
