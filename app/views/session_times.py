"""The moments of one session as they are planned, for papers that are made before it."""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from app.core.plan import Session
from app.core.rulebook import Rulebook
from app.core.site import Package, Site
from app.core.terms import RoomId, SessionId
from app.core.timekeeping import (
    authorization_opens,
    closure_ends,
    entry_closes,
    entry_rule,
    reminder,
    room_ready,
)


class SessionTimes(msgspec.Struct, frozen=True):
    """One session by its plan. `entry_minutes` is 0 where entry closes with the start; `last_entry` still comes in.

    `leaves_at` is the end of the closure: the planned end where nobody may leave before.
    """

    session: str
    subject: str
    authorized_at: datetime
    opens_at: datetime
    starts_at: datetime
    entry_minutes: int
    last_entry: datetime
    leaves_at: datetime
    reminder_minutes: int
    reminded_at: datetime
    ends_at: datetime

    @property
    def leaves_early(self) -> bool:
        """Whether the closure ends before the exam does."""
        return self.leaves_at < self.ends_at


class PlacedRoom(msgspec.Struct, frozen=True):
    """One room of the plan; `candidates` are those arranged into it, 0 on a paper that counts none."""

    room: str
    name: str
    building: str
    floor: int
    seats: int
    machines: int
    candidates: int


def session_times(plan: Session, rulebook: Rulebook) -> SessionTimes:
    start = plan.starts_at
    return SessionTimes(
        session=plan.id,
        subject=plan.subject,
        authorized_at=authorization_opens(plan, rulebook),
        opens_at=room_ready(plan, rulebook),
        starts_at=start,
        entry_minutes=entry_rule(plan, rulebook).value,
        last_entry=entry_closes(start, plan, rulebook),
        leaves_at=closure_ends(start, plan, rulebook),
        reminder_minutes=rulebook.reminder_before_end.value,
        reminded_at=reminder(start, plan, rulebook),
        ends_at=plan.ends_at,
    )


def package_of(site: Site) -> Package:
    """Once a package is in force."""
    if site.package is None:
        raise LookupError("no package in force")
    return site.package


def days(site: Site) -> tuple[date, ...]:
    """The exam days, in order."""
    return tuple(sorted({state.plan.starts_at.date() for state in site.sessions.values()}))


def sessions_on(site: Site, day: date) -> tuple[SessionId, ...]:
    """In order of time."""
    held = (state.plan for state in site.sessions.values() if state.plan.starts_at.date() == day)
    return tuple(plan.id for plan in sorted(held, key=lambda plan: (plan.starts_at, plan.id)))


def arranged_rooms(site: Site, *sessions: SessionId) -> tuple[PlacedRoom, ...]:
    """Rooms into which somebody is arranged in one of these sessions, with how many at most in one; by number."""
    most: dict[RoomId, int] = {}
    for session in sessions:
        for number, room in site.sessions[session].rooms.items():
            most[number] = max(most.get(number, 0), room.arranged)
    return tuple(placed(site, number, count) for number, count in sorted(most.items()) if count)


def placed(site: Site, number: RoomId, candidates: int = 0) -> PlacedRoom:
    plan = site.plans[number]
    return PlacedRoom(number, plan.name, plan.building, plan.floor, plan.seats, plan.machines, candidates)
