"""Faults (故障) as those see them who mend: where, for how long, who is on the way, and what comes next (RST-04)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.core.fault import FaultKind
from app.core.incident_state import Fault
from app.core.leaving import suspended
from app.core.places import seats_of, usable
from app.core.plan import Room
from app.core.room_state import Presence, RoomSession, Sitting
from app.core.rulebook import Rulebook
from app.core.site import SeatMachine, Site
from app.core.terms import FaultNo, PersonId, RoomId, SessionId
from app.views.transfers import standby

_MINUTE = timedelta(minutes=1)
_PART = re.compile(r"[\w.-]+")
"""Between commas of any kind and blanks."""


class FaultStep(StrEnum):
    """What is done about a fault (RST-04, 003 annex 2)."""

    RESTORE = "restore"
    RESET = "reset"
    """Reset onto another machine, and logged in there again."""
    CHANGE = "change"
    """The machine or the part is changed."""
    MOVE_ROOM = "move_room"
    STANDALONE = "standalone"
    EXTRA_TIME = "extra_time"


_STEP = FaultStep
_LAST = (_STEP.STANDALONE, _STEP.EXTRA_TIME)
_AT_SEATS: dict[FaultKind, tuple[FaultStep, ...]] = {
    FaultKind.PERIPHERAL: (_STEP.CHANGE, _STEP.RESET, *_LAST),
}
_OF_SEATS = (_STEP.RESET, _STEP.CHANGE, *_LAST)
_IN_ROOM: dict[FaultKind, tuple[FaultStep, ...]] = {
    FaultKind.CLOUD: (_STEP.RESET, _STEP.MOVE_ROOM, *_LAST),
    FaultKind.MACHINE: (_STEP.CHANGE, _STEP.MOVE_ROOM, *_LAST),
}
_OF_ROOM = (_STEP.RESTORE, _STEP.MOVE_ROOM, *_LAST)


@dataclass(frozen=True, slots=True)
class Concerned:
    """How many candidates a fault concerns: by number only, for eyes that need no names."""

    stuck: int = 0
    """Sit there, or are to, and nothing was done for them yet."""
    waiting: int = 0
    """Reset, and not logged in again."""
    failed: int = 0
    """Could not log in again after the reset."""
    going_on: int = 0
    """Go on after a reset; the time they lost is made good."""

    @property
    def total(self) -> int:
        return self.stuck + self.waiting + self.failed + self.going_on


@dataclass(frozen=True, slots=True)
class FaultRow:
    """One fault. `minutes` count whole ones until it was restored, or until now; `late`: open for longer than allowed.

    `seats` is () where the whole room is concerned, `room` None for the whole site. `steps` in the order of the
    notice; `next_step` is one of them, None once it is restored.
    """

    number: FaultNo
    kind: FaultKind
    session: SessionId | None
    room: RoomId | None
    seats: tuple[str, ...]
    happened_at: datetime
    closed_at: datetime | None
    minutes: int
    late: bool
    helper: PersonId | None
    sent_at: datetime | None
    machines: tuple[SeatMachine, ...]
    concerned: Concerned
    steps: tuple[FaultStep, ...]
    next_step: FaultStep | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A room that stands still, and the fault that stops it: nobody leaves."""

    room: RoomId
    fault: FaultNo


@dataclass(frozen=True, slots=True)
class Standby:
    """A standby room that can be opened, and how many it holds."""

    room: RoomId
    places: int


@dataclass(frozen=True, slots=True)
class Placed:
    """One machine in its place; `down`: its seat is out of order."""

    room: RoomId
    machine: SeatMachine
    down: bool


def open_faults(site: Site, rulebook: Rulebook, now: datetime, room: RoomId | None = None) -> tuple[FaultRow, ...]:
    """The longest open first. With a room: its own, and those of the whole site."""
    found = [fault for fault in _about(site, room) if not fault.closed_at]
    found.sort(key=lambda fault: (fault.happened_at, fault.number))
    return tuple(_row(site, rulebook, fault, now) for fault in found)


def closed_today(site: Site, rulebook: Rulebook, now: datetime, room: RoomId | None = None) -> tuple[FaultRow, ...]:
    """Restored today, the newest first."""
    found = [(fault.closed_at, fault) for fault in _about(site, room) if fault.closed_at]
    today = [(at, fault) for at, fault in found if at.date() == now.date()]
    today.sort(key=lambda one: (one[0], one[1].number), reverse=True)
    return tuple(_row(site, rulebook, fault, now) for _, fault in today)


def standing_still(site: Site, session: SessionId) -> tuple[Standing, ...]:
    """Rooms of this session that have not ended and cannot go on (CLK-11)."""
    rooms = (room for _, room in sorted(site.sessions[session].rooms.items()) if room.in_use and not room.ended_at)
    return tuple(Standing(room.room, fault) for room in rooms if (fault := suspended(site, room.room)))


def wrong_seats(text: str, plan: Room) -> tuple[str, ...]:
    """What of a typed list of seats the room does not have, as it was typed."""
    return tuple(part for part in _PART.findall(text) if seats_of(part, plan) is None)


def standby_rooms(site: Site, session: SessionId) -> tuple[Standby, ...]:
    """Standby rooms that do not serve this session yet and are not busy with another, the largest first."""
    found = (Standby(room, len(usable(site, room))) for room in standby(site, session))
    return tuple(sorted(found, key=lambda one: (-one.places, one.room)))


def coming(room: RoomSession) -> int:
    """How many go on elsewhere when the whole room moves."""
    return sum(one.presence is not Presence.ABSENT for one in room.sittings.values())


def lost_since(site: Site, room: RoomId) -> datetime | None:
    """From when on a room that moves lost time: the start of the fault that stops it; None where there is none."""
    number = suspended(site, room)
    return site.faults[number].happened_at if number else None


def find_machines(site: Site, text: str, room: RoomId | None = None) -> tuple[Placed, ...]:
    """Machines by seat, name or address; of one room, or of all. Without a text all of them."""
    wanted = text.strip().casefold()
    return tuple(
        Placed(number, one, seat in down)
        for number, listed in sorted(site.machines.items())
        if room in (number, None)
        for down in (_down(site, number),)
        for seat, one in sorted(listed.items())
        if _fits(wanted, one)
    )


def _fits(wanted: str, one: SeatMachine) -> bool:
    if wanted.isdecimal() and int(wanted) == int(one.seat):
        return True
    return any(wanted in text.casefold() for text in (one.machine, one.address))


def _down(site: Site, room: RoomId) -> frozenset[str]:
    return frozenset(seat for fault in _about(site, room) if not fault.closed_at for seat in fault.seats)


def _about(site: Site, room: RoomId | None) -> Iterator[Fault]:
    return (fault for fault in site.faults.values() if room is None or fault.room in (room, None))


def _row(site: Site, rulebook: Rulebook, fault: Fault, now: datetime) -> FaultRow:
    kind, open_for = FaultKind(fault.kind), (fault.closed_at or now) - fault.happened_at
    late = not fault.closed_at and open_for > rulebook.fault_alarm_minutes.value * _MINUTE
    listed = site.machines.get(fault.room, {}) if fault.room else {}
    concerned = _concerned(site, fault)
    steps = _steps(kind, fault)
    return FaultRow(
        fault.number,
        kind,
        fault.session,
        fault.room,
        fault.seats,
        fault.happened_at,
        fault.closed_at,
        open_for // _MINUTE,
        late,
        fault.helper,
        fault.sent_at,
        tuple(listed[seat] for seat in fault.seats if seat in listed),
        concerned,
        steps,
        None if fault.closed_at else _next(steps, concerned, late=late),
    )


def _steps(kind: FaultKind, fault: Fault) -> tuple[FaultStep, ...]:
    if fault.seats:
        return _AT_SEATS.get(kind, _OF_SEATS)
    found = _IN_ROOM.get(kind, _OF_ROOM)
    return found if fault.room else tuple(step for step in found if step is not _STEP.MOVE_ROOM)


def _next(steps: tuple[FaultStep, ...], concerned: Concerned, *, late: bool) -> FaultStep:
    """Whoever cannot go on comes before the machine; a whole room is not waited for without end."""
    if concerned.failed:
        return _STEP.STANDALONE
    if late and _STEP.MOVE_ROOM in steps:
        return _STEP.MOVE_ROOM
    if concerned.waiting:
        return _STEP.RESET
    if concerned.stuck:
        return steps[0]
    return _STEP.CHANGE if _STEP.CHANGE in steps else steps[0]


def _concerned(site: Site, fault: Fault) -> Concerned:
    figures = {"stuck": 0, "waiting": 0, "failed": 0, "going_on": 0}
    for room in _rooms(site, fault):
        here = {Presence.PRESENT} if room.started_at else {Presence.PRESENT, Presence.AWAITED}
        for one in room.sittings.values():
            if one.presence in here and not one.left_at and not one.gave_up_at and (where := _where(fault, one)):
                figures[where] += 1
    return Concerned(**figures)


def _rooms(site: Site, fault: Fault) -> Iterator[RoomSession]:
    """Each room in the session that the fault was told of; where that is over, in the next one held there."""
    inside = [fault.room] if fault.room else list(site.plans)
    sessions = sorted(site.sessions.values(), key=lambda one: (one.plan.id != fault.session, one.plan.starts_at))
    for number in inside:
        held = (state.rooms[number] for state in sessions if number in state.rooms)
        if room := next((room for room in held if not room.ended_at), None):
            yield room


def _where(fault: Fault, one: Sitting) -> str:
    """Into which figure somebody belongs; "" for somebody whom the fault does not concern."""
    reset = one.reset
    if reset and reset.at >= fault.happened_at and (not fault.seats or reset.seat_from in fault.seats):
        return {None: "waiting", False: "failed", True: "going_on"}[reset.login]
    return "stuck" if not fault.seats or (one.sits_at or one.seat) in fault.seats else ""
