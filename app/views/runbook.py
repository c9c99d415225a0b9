"""Planned and actual time of every line of the runbook (考试日流程), of the site and room by room (section D)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.calibration import lock_in_use
from app.core.debts import due_at
from app.core.plan import Session
from app.core.readiness_state import TestKind
from app.core.records import ROOM_RECORD
from app.core.room_backup import safe_room_backup
from app.core.room_state import RoomSession
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.terms import RoomId, SessionId
from app.core.timekeeping import authorization_opens, closure_ends, ends, entry_closes, reminder, room_ready
from app.views.actual import NEVER, SessionTimes
from app.views.agenda import Lane, Step, StepState, lane, preparation
from app.views.runbook_lines import RUNBOOK, ByHand, Planned, RunbookLine
from app.views.step import StepKind

_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
_BY_DAY = frozenset({Planned.WEEK, Planned.EVE})
"""Planned for a day and no hour; these lines belong to no session."""


@dataclass(frozen=True, slots=True)
class RoomTime:
    """When one room was to do it and did; `actual` is None for not yet."""

    room: RoomId
    planned: datetime | None
    actual: datetime | None


@dataclass(frozen=True, slots=True)
class RunbookRow:
    """One line. `planned` is midnight where only the day is planned, None where nothing is.

    `state` is None for what the console does not follow, and for what was not needed. `actual`: when the last of it was
    done, as far as that is known.
    """

    line: RunbookLine
    planned: datetime | None
    actual: datetime | None
    state: StepState | None
    done: int = 0
    total: int = 0
    rooms: tuple[RoomTime, ...] = ()

    @property
    def by_day(self) -> bool:
        """Only the day is planned."""
        return self.line.planned in (*_BY_DAY, Planned.DAY)


def before_rows(site: Site, rulebook: Rulebook, now: datetime) -> tuple[RunbookRow, ...]:
    """From a week before to the evening before."""
    first = min((state.plan.starts_at for state in site.sessions.values() if state.rooms), default=None)
    midnight = first.replace(hour=0, minute=0, second=0) if first else None
    known = _by_kind(preparation(site, rulebook, now))
    found = []
    for line in RUNBOOK:
        if line.planned in _BY_DAY:
            planned = midnight - (_WEEK if line.planned is Planned.WEEK else _DAY) if midnight else None
            rooms = _room_times(site, line, planned)
            actual = _last(rooms) or _of_site(site, line)
            found.append(_row(line, planned, actual, known, rooms))
    return tuple(found)


def session_rows(
    site: Site, rulebook: Rulebook, session: SessionId, now: datetime, times: SessionTimes = NEVER
) -> tuple[RunbookRow, ...]:
    """Of one session, from the morning to the end of its half day."""
    state = site.sessions[session]
    known = _by_kind(lane(site, rulebook, session, now, times))
    found = []
    for line in RUNBOOK:
        if line.planned not in _BY_DAY and not (isinstance(line.what, StepKind) and _of_another(line.what, known)):
            planned = _planned(site, rulebook, state.plan, line.planned)
            rooms = tuple(
                RoomTime(number, _in_room(rulebook, state.plan, room, line.planned) or planned, told(site, room))
                for number, room in sorted(state.rooms.items())
                if room.in_use and (told := _ROOM.get(line.what))
            )
            step = known.get(line.what) if isinstance(line.what, StepKind) else None
            actual = _last(rooms) or (step.done_at if step else None) or _of_day(site, line, state.plan)
            found.append(_row(line, planned, actual, known, rooms))
    return tuple(found)


def _by_kind(steps: Lane) -> Mapping[StepKind, Step]:
    return {step.kind: step for step in steps.steps}


_OF_DAY = frozenset(
    {
        StepKind.DUTY,
        StepKind.BOARD,
        StepKind.ROOM_BACKUP,
        StepKind.RETURN_LOCKS,
        StepKind.CLOSE_DAY,
        StepKind.SEAL_AGAIN,
    }
)


def _of_another(kind: StepKind, known: Mapping[StepKind, Step]) -> bool:
    """Done once a day, with another session of it; or, as sealing, not asked for here at all."""
    return kind in _OF_DAY | {StepKind.UNSEAL, StepKind.LOCKS, StepKind.SCRATCH} and kind not in known


_WHOLE = frozenset({ByHand.CLEANED})
"""Once its time is known, all of it is done; of a hand-over there may be another."""


def _row(
    line: RunbookLine,
    planned: datetime | None,
    actual: datetime | None,
    known: Mapping[StepKind, Step],
    rooms: tuple[RoomTime, ...],
) -> RunbookRow:
    step = known.get(line.what) if isinstance(line.what, StepKind) else None
    if step is None:
        done = sum(room.actual is not None for room in rooms)
        whole = done == len(rooms) if rooms else line.what in _WHOLE and actual is not None
        return RunbookRow(line, planned, actual, StepState.DONE if whole else None, done, len(rooms), rooms)
    shown = actual if step.state is StepState.DONE else None
    return RunbookRow(line, planned, shown, step.state, step.done, step.total, rooms)


def _last(rooms: Iterable[RoomTime]) -> datetime | None:
    return max((room.actual for room in rooms if room.actual), default=None)


def _planned(site: Site, rulebook: Rulebook, plan: Session, when: Planned) -> datetime | None:
    starts = plan.starts_at
    match when:
        case Planned.DAY:
            return starts.replace(hour=0, minute=0, second=0)
        case Planned.MACHINES:
            return authorization_opens(plan, rulebook)
        case Planned.ROOMS:
            return room_ready(plan, rulebook)
        case Planned.START:
            return starts
        case Planned.DUE:
            return due_at(site, plan.id, rulebook) if site.sessions[plan.id].rooms else None
    return _counted(rulebook, plan, starts, starts, when)


def _counted(
    rulebook: Rulebook, plan: Session, runs_from: datetime, door_from: datetime, when: Planned
) -> datetime | None:
    match when:
        case Planned.ENTRY:
            return entry_closes(door_from, plan, rulebook)
        case Planned.CLOSURE:
            return closure_ends(runs_from, plan, rulebook)
        case Planned.REMINDER:
            return reminder(runs_from, plan, rulebook)
        case Planned.END:
            return ends(runs_from, plan)
    return None


def _in_room(rulebook: Rulebook, plan: Session, room: RoomSession, when: Planned) -> datetime | None:
    """Counted from the room's own start, once there is one."""
    if room.runs_from is None or room.door_from is None:
        return None
    return _counted(rulebook, plan, room.runs_from, room.door_from, when)


def _lock_used(site: Site, room: RoomSession) -> datetime | None:
    serial = lock_in_use(site, room.room)
    return site.locks[serial].used_since if serial else None


def _signed(site: Site, room: RoomSession) -> datetime | None:
    copies = site.copies(ROOM_RECORD, room.session, room.room)
    return copies[-1].signed_at if copies else None


def _backed_up(site: Site, room: RoomSession) -> datetime | None:
    made = safe_room_backup(site, room.room, site.sessions[room.session].plan.starts_at.date())
    return made.taken_at if made else None


_ROOM: Mapping[StepKind | ByHand, Callable[[Site, RoomSession], datetime | None]] = {
    StepKind.LOCKS: _lock_used,
    StepKind.START: lambda _, room: room.started_at,
    StepKind.ATTENDANCE: lambda _, room: room.attendance_confirmed_at,
    StepKind.COLLECT: lambda _, room: room.answers_confirmed_at,
    StepKind.END: lambda _, room: room.ended_at,
    StepKind.SIGN: _signed,
    StepKind.ROOM_BACKUP: _backed_up,
    ByHand.SECOND_CHECK: lambda _, room: room.second_check_at,
    ByHand.REMINDED: lambda _, room: room.reminded_at,
}
"""When a room did it, where the desk was told."""


def _room_times(site: Site, line: RunbookLine, planned: datetime | None) -> tuple[RoomTime, ...]:
    """Of the days before."""
    tests = {room: test.at for (kind, room), test in site.room_tests.items() if kind is TestKind.SIMULATED}
    looked = dict[RoomId, datetime]()
    for one in site.hardware.values():
        if one.room:
            looked[one.room] = max(one.checked_at, looked.get(one.room, one.checked_at))
    closed = {room: one.at for room, one in site.closed_rooms.items()}
    known = (
        {
            StepKind.SIMULATED_TEST: tests,
            StepKind.HARDWARE: looked,
            StepKind.CLOSE_ROOMS: closed,
        }.get(line.what)
        if isinstance(line.what, StepKind)
        else None
    )
    used = sorted({room for state in site.sessions.values() for room in state.rooms})
    return tuple(RoomTime(room, planned, known.get(room)) for room in used) if known is not None else ()


def _of_site(site: Site, line: RunbookLine) -> datetime | None:
    if line.what is StepKind.ACCEPT:
        return site.accepted_at
    return site.seal.sealed_at if line.what is StepKind.SEAL and site.seal else None


def _of_day(site: Site, line: RunbookLine, plan: Session) -> datetime | None:
    day = plan.starts_at.date()
    duty, cleaned = site.duty.get(day), site.safe.cleaned
    told: Mapping[StepKind | ByHand, datetime | None] = {
        StepKind.DUTY: duty.drawn_at if duty else None,
        StepKind.BOARD: site.board.at if site.board and site.board.day == day else None,
        StepKind.UNSEAL: site.seal.opened_at if site.seal else None,
        StepKind.CLOSE_DAY: site.closed_days.get(day),
        ByHand.HANDED_OVER: max((one.at for one in site.handovers.values() if one.at.date() == day), default=None),
        ByHand.CLEANED: cleaned.at if cleaned else None,
    }
    return told.get(line.what)
