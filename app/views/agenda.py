"""What to do now (考试日流程): the steps of a session in order, who does each, by when, on what clause (CLK-14)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from app.core.plan import Session
from app.core.records import ROOM_RECORD
from app.core.rulebook import Rulebook
from app.core.site import RoomSession, SessionState, Site, Source
from app.core.terms import ClauseId, Role, RoomId, SessionId
from app.core.timekeeping import (
    authorization_opens,
    ends,
    entry_closes,
    room_ready,
)
from app.core.timestamp import odd_timestamp
from app.views.actual import NEVER, SessionTimes


class StepKind(StrEnum):
    """One step of the exam day, or of the day before."""

    IMPORT = "import"
    TIMESTAMPS = "timestamps"
    SCAN = "scan"
    EXAM_AUTHORIZATION = "exam_authorization"
    AUTHORIZE = "authorize"
    RELEASE = "release"
    ADMIT = "admit"
    START = "start"
    ATTENDANCE = "attendance"
    RESULTS = "results"
    END = "end"
    CHECK = "check"
    BACKUP = "backup"
    RECORDS = "records"
    RECEIPT = "receipt"


class StepState(StrEnum):
    """DONE; NOW: it can be done; LATE: it should have been done; AHEAD: its time or its gate is not there yet."""

    DONE = "done"
    NOW = "now"
    LATE = "late"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Step:
    """`done` of `total` count rooms, or people where the step is about people; `since` is when it may begin.

    `by` is None where no text sets a time. `done_at` is when the last of it was done, where that is known.
    `waits_for` is the step that must come first.
    """

    kind: StepKind
    state: StepState
    roles: tuple[Role, ...]
    clause: ClauseId
    done: int
    total: int
    since: datetime | None = None
    by: datetime | None = None
    waits_for: StepKind | None = None
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Lane:
    """The steps of one session; `session` is None for the day before."""

    session: SessionId | None
    steps: tuple[Step, ...]

    @property
    def current(self) -> Step | None:
        """What is overdue, then what has a time to be done by, then what can be done, then what comes next.

        None when all is done.
        """
        ready = [step for step in self.steps if step.state is StepState.NOW]
        late, ahead = (
            [step for step in self.steps if step.state is state] for state in (StepState.LATE, StepState.AHEAD)
        )
        return next(iter((*late, *(step for step in ready if step.by), *ready, *ahead)), None)

    @property
    def complete(self) -> bool:
        return self.current is None


_ADMIN, _ROOM = (Role.SITE_ADMIN,), (Role.ROOM_ADMIN, Role.INVIGILATOR)
_DONE_BY: dict[StepKind, tuple[tuple[Role, ...], ClauseId]] = {
    StepKind.IMPORT: (_ADMIN, ClauseId("ARR-07")),
    StepKind.TIMESTAMPS: ((Role.SITE_ADMIN, Role.EXAM_OFFICE), ClauseId("ARR-01")),
    StepKind.SCAN: (_ADMIN, ClauseId("ARR-02")),
    StepKind.EXAM_AUTHORIZATION: ((Role.SITE_ADMIN, Role.EXAM_OFFICE), ClauseId("LCK-05")),
    StepKind.AUTHORIZE: (_ADMIN, ClauseId("LCK-07")),
    StepKind.RELEASE: (_ADMIN, ClauseId("LCK-14")),
    StepKind.ADMIT: ((Role.INVIGILATOR,), ClauseId("CAN-01")),
    StepKind.START: ((Role.ROOM_ADMIN,), ClauseId("LCK-14")),
    StepKind.ATTENDANCE: (_ROOM, ClauseId("CAN-06")),
    StepKind.RESULTS: ((Role.ROOM_ADMIN, Role.SITE_ADMIN), ClauseId("DAT-01")),
    StepKind.END: ((Role.ROOM_ADMIN, Role.SITE_ADMIN), ClauseId("DAT-01")),
    StepKind.CHECK: ((Role.SITE_ADMIN, Role.EXAM_OFFICE), ClauseId("DAT-04")),
    StepKind.BACKUP: ((Role.SITE_ADMIN, Role.EXAM_OFFICE), ClauseId("DAT-07")),
    StepKind.RECORDS: ((Role.SITE_ADMIN, Role.CHIEF), ClauseId("REC-01")),
    StepKind.RECEIPT: (_ADMIN, ClauseId("DAT-05")),
}


@dataclass(frozen=True, slots=True)
class _Measure:
    """How far a step is, before anyone asks whether its time has come."""

    kind: StepKind
    done: int
    total: int
    since: datetime | None = None
    by: datetime | None = None
    gate: StepKind | None = None
    """The step that must be finished first; in a step for rooms, one room there is enough."""


def preparation(site: Site, now: datetime) -> Lane:
    """The day before: package, timestamps, scan, exam authorization."""
    stamped = len(site.timestamps.keys() & {Source.PLATFORM, Source.CALIBRATION})
    agreed = stamped == 2 and odd_timestamp(site) is None
    measures = (
        _Measure(StepKind.IMPORT, int(site.package is not None), 1),
        _Measure(StepKind.TIMESTAMPS, stamped if agreed else min(stamped, 1), 2, gate=StepKind.IMPORT),
        _Measure(StepKind.SCAN, int(site.scan_passed is True), 1, gate=StepKind.IMPORT),
        _Measure(StepKind.EXAM_AUTHORIZATION, int(bool(site.exam_authorization)), 1, gate=StepKind.IMPORT),
    )
    return Lane(None, tuple(_steps(measures, now)))


def lane(site: Site, rulebook: Rulebook, session: SessionId, now: datetime, times: SessionTimes = NEVER) -> Lane:
    """The steps of one session of the package in force; `times` are the entry times that the state does not keep."""
    state = site.sessions[session]
    done_at = _done_at(state, times)
    steps = _steps(_measures(site, rulebook, state, now), now)
    return Lane(session, tuple(replace(one, done_at=done_at.get(one.kind)) if _done(one) else one for one in steps))


def _done(step: Step) -> bool:
    return step.state is StepState.DONE


def _done_at(state: SessionState, times: SessionTimes) -> dict[StepKind, datetime | None]:
    rooms = state.rooms.values()
    return {
        StepKind.AUTHORIZE: times.start_authorized,
        StepKind.RELEASE: times.last_release,
        StepKind.START: max((room.started_at for room in rooms if room.started_at), default=None),
        StepKind.ATTENDANCE: max(
            (room.attendance_confirmed_at for room in rooms if room.attendance_confirmed_at), default=None
        ),
        StepKind.END: max((room.ended_at for room in rooms if room.ended_at), default=None),
        StepKind.CHECK: times.answers_checked,
        StepKind.BACKUP: times.backup_verified,
        StepKind.RECORDS: times.records_kept,
        StepKind.RECEIPT: times.upload_confirmed,
    }


def _measures(site: Site, rulebook: Rulebook, state: SessionState, now: datetime) -> tuple[_Measure, ...]:
    plan, rooms = state.plan, tuple(state.rooms.values())
    size = len(rooms)
    starts = [room.started_at for room in rooms if room.started_at] or [plan.starts_at]
    printed = [room for room in state.rooms if _printed(site, plan.id, room)]
    backups = [backup for backup in site.backups.values() if backup.session == plan.id]
    kind = StepKind
    return (
        (
            _Measure(
                kind.AUTHORIZE,
                int(bool(state.start_authorization)),
                1,
                authorization_opens(plan, rulebook),
                room_ready(plan, rulebook),
            ),
            _Measure(
                kind.RELEASE,
                sum(bool(room.release) for room in rooms),
                size,
                authorization_opens(plan, rulebook),
                room_ready(plan, rulebook),
                kind.AUTHORIZE,
            ),
            _Measure(
                kind.ADMIT,
                sum(_admitted(room, plan, rulebook, now) for room in rooms),
                size,
                room_ready(plan, rulebook),
                gate=kind.RELEASE,
            ),
            _Measure(
                kind.START,
                sum(room.started_at is not None for room in rooms),
                size,
                plan.starts_at,
                plan.starts_at + timedelta(seconds=rulebook.on_time_tolerance_seconds.value),
                kind.RELEASE,
            ),
            _Measure(
                kind.ATTENDANCE,
                sum(room.attendance_confirmed_at is not None for room in rooms),
                size,
                entry_closes(min(starts), plan, rulebook) + timedelta(seconds=1),
                ends(max(starts), plan),
                kind.START,
            ),
            _Measure(
                kind.RESULTS,
                sum(room.result is not None and not room.result.differences for room in rooms),
                size,
                ends(min(starts), plan),
                gate=kind.ATTENDANCE,
            ),
            _Measure(
                kind.END,
                sum(room.ended_at is not None for room in rooms),
                size,
                ends(min(starts), plan),
                gate=kind.RESULTS,
            ),
            _Measure(kind.CHECK, int(bool(state.checked_at)), 1, gate=kind.END),
            _Measure(kind.BACKUP, int(bool(backups)), 1, gate=kind.CHECK),
            _Measure(kind.RECORDS, len(printed), size, gate=kind.END),
            _Measure(kind.RECEIPT, int(any(backup.receipt for backup in backups)), 1, gate=kind.BACKUP),
        )
        if rooms
        else ()
    )


def _printed(site: Site, session: SessionId, room: RoomId) -> bool:
    """Somebody saw the newest copy come out of the printer."""
    copies = site.copies(ROOM_RECORD, session, room)
    return bool(copies) and copies[-1].came_out is True


def _admitted(room: RoomSession, plan: Session, rulebook: Rulebook, now: datetime) -> bool:
    """Entry to the room is over."""
    return room.started_at is not None and now > entry_closes(room.started_at, plan, rulebook)


_WHOLE = frozenset({StepKind.CHECK, StepKind.BACKUP, StepKind.RECEIPT})
"""These wait for every room; the others go room by room."""


def _steps(measures: tuple[_Measure, ...], now: datetime) -> Iterator[Step]:
    by_kind = {measure.kind: measure for measure in measures}
    for measure in measures:
        roles, clause = _DONE_BY[measure.kind]
        gate = by_kind.get(measure.gate) if measure.gate else None
        shut = gate is not None and (gate.done < gate.total if measure.kind in _WHOLE else not gate.done)
        early = measure.since is not None and now < measure.since
        if measure.done >= measure.total:
            state = StepState.DONE
        elif measure.by is not None and now > measure.by:
            state = StepState.LATE
        else:
            state = StepState.AHEAD if shut or early else StepState.NOW
        yield Step(
            measure.kind,
            state,
            roles,
            clause,
            measure.done,
            measure.total,
            measure.since,
            measure.by,
            measure.gate if shut else None,
        )


def live(site: Site, rulebook: Rulebook, now: datetime) -> tuple[SessionId, ...]:
    """Sessions under way, from T-60 until nothing of them is open, in order of time; before the first, the next one."""
    held = sorted((s for s in site.sessions.values() if s.rooms), key=lambda s: s.plan.starts_at)
    open_ones = [s.plan for s in held if not lane(site, rulebook, s.plan.id, now).complete]
    under_way = [plan.id for plan in open_ones if now >= authorization_opens(plan, rulebook)]
    return tuple(under_way or [plan.id for plan in open_ones[:1]])
