"""What paper must say when the machine is gone (应急纸质备份): who sits where, for how long, and who is on the way.

By ticket and seat alone: the file lies unencrypted, and names stand on the seating charts that the rooms have.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import msgspec

from app.core.extra_time_people import answering
from app.core.plan import Session
from app.core.room_state import Presence, RoomSession, Sitting
from app.core.rulebook import Rulebook
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import RoomId, SessionId
from app.core.timekeeping import authorization_opens, ends
from app.crypto.fingerprint import thumbprint
from app.views.candidates import state_of, turned_away

_MINUTE = timedelta(minutes=1)


class SeatLine(msgspec.Struct, frozen=True, gc=False):
    """One candidate; `seat` is "" while nobody knows it, `machine` is the name of the machine there.

    `state` is a CandidateState. `used`: whole minutes of answering time, None for who is not answering. `extra`:
    minutes given so far.
    """

    ticket: str
    seat: str
    machine: str
    state: str
    logged_in_at: datetime | None
    used: int | None
    extra: int


class FallbackRoom(msgspec.Struct, frozen=True):
    """One room in one session; `ends_at` counts what the whole room was given, and is the plan's before its start."""

    room: str
    name: str
    building: str
    floor: int
    started_at: datetime | None
    ends_at: datetime
    ended_at: datetime | None
    extra: int
    present: int
    absent: int
    lines: tuple[SeatLine, ...]


class OnTheWay(msgspec.Struct, frozen=True):
    """A transfer that nobody settled."""

    number: str
    ticket: str
    out_of: str
    out_at: datetime


class PackageAway(msgspec.Struct, frozen=True):
    """A standalone package that is out; `place` is "" where its machine stands at no seat of the room."""

    ticket: str
    number: int
    room: str
    place: str
    machine: str
    exported_at: datetime
    minutes_left: int
    """When it went out."""


class FallbackSession(msgspec.Struct, frozen=True):
    """One session that goes on, or the next one."""

    session: str
    subject: str
    planned_start: datetime
    planned_end: datetime
    rooms: tuple[FallbackRoom, ...]
    on_the_way: tuple[OnTheWay, ...]
    packages: tuple[PackageAway, ...]


class Fallback(msgspec.Struct, frozen=True):
    """All of it, as it stood when entry `entry` was the last one, made at `entered_at`; `head` has 16 hex digits."""

    mode: str
    exam: str
    site_code: str
    site_name: str
    machine: str
    entry: int
    head: str
    entered_at: datetime
    made_at: datetime
    ministry: str
    software_lock: bool
    sessions: tuple[FallbackSession, ...]


def fallback(site: Site, rulebook: Rulebook, now: datetime, entry: int, head: bytes, entered_at: datetime) -> Fallback:
    """Once a package is in force; `head` is that of entry `entry`."""
    if site.package is None:
        raise LookupError("no package in force")
    return Fallback(
        mode=site.mode,
        exam=site.package.exam.title,
        site_code=site.code,
        site_name=site.package.plan.name,
        machine=site.machine,
        entry=entry,
        head=head.hex()[:16],
        entered_at=entered_at,
        made_at=now,
        ministry=thumbprint(site.ministry),
        software_lock=site.lock.software,
        sessions=tuple(_session(site, session, now) for session in sessions_told(site, rulebook, now)),
    )


def sessions_told(site: Site, rulebook: Rulebook, now: datetime) -> tuple[SessionId, ...]:
    """Those that go on, from T-60 until their last room has ended and nobody is under way; before them the next one."""
    open_ones = sorted((s.plan for s in site.sessions.values() if _open(s)), key=lambda one: (one.starts_at, one.id))
    begun = tuple(plan.id for plan in open_ones if now >= authorization_opens(plan, rulebook))
    return begun or tuple(plan.id for plan in open_ones[:1])


def _open(state: SessionState) -> bool:
    rooms = any(room.in_use and not room.ended_at for room in state.rooms.values())
    way = any(one.settled is None for one in state.transfers)
    return rooms or way or any(one.live for one in state.standalone.values())


def _session(site: Site, session: SessionId, now: datetime) -> FallbackSession:
    state = site.sessions[session]
    rooms = (room for _, room in sorted(state.rooms.items()) if room.in_use)
    return FallbackSession(
        session=session,
        subject=state.plan.subject,
        planned_start=state.plan.starts_at,
        planned_end=state.plan.ends_at,
        rooms=tuple(_room(site, state.plan, room, now) for room in rooms),
        on_the_way=tuple(
            OnTheWay(one.number, one.ticket, one.out_of, one.out_at) for one in state.transfers if one.settled is None
        ),
        packages=tuple(_packages(state)),
    )


def _packages(state: SessionState) -> Iterator[PackageAway]:
    for ticket, one in sorted(state.standalone.items()):
        if out := one.live:
            left = out.remaining_seconds // 60 + out.minutes_after
            where = (out.host, out.place, out.machine)
            yield PackageAway(ticket, out.number, *where, out.exported_at, left)


def _room(site: Site, plan: Session, room: RoomSession, now: datetime) -> FallbackRoom:
    place, runs_from = site.plans[room.room], room.runs_from
    machines = {seat: one.machine for seat, one in site.machines.get(RoomId(room.room), {}).items()}
    late, used = turned_away(site, room.session), _elapsed(room, now)
    found = sorted(room.sittings.values(), key=lambda one: one.ticket)
    presence = [one.presence for one in found]

    def line(one: Sitting) -> SeatLine:
        seat = one.sits_at or one.seat or ""
        state, spent = state_of(one, late).value, None
        if used is not None and answering(one):
            spent = min(used, plan.minutes + one.extra_minutes)
        return SeatLine(one.ticket, seat, machines.get(seat, ""), state, one.logged_in_at, spent, one.extra_minutes)

    return FallbackRoom(
        room=room.room,
        name=place.name,
        building=place.building,
        floor=place.floor,
        started_at=room.started_at,
        ends_at=ends(runs_from, plan) if runs_from else plan.ends_at,
        ended_at=room.ended_at,
        extra=room.extra_minutes,
        present=presence.count(Presence.PRESENT),
        absent=presence.count(Presence.ABSENT),
        lines=tuple(line(one) for one in found),
    )


def _elapsed(room: RoomSession, now: datetime) -> int | None:
    """Minutes since the start; a room's clock never stands still, minutes given make good what was lost."""
    return max((now - room.started_at) // _MINUTE, 0) if room.started_at else None
