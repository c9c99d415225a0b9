"""What to do now (考试日流程): the steps of a session in order, who does each, by when, on what clause (CLK-14)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from app.core.rulebook import Rulebook
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import ClauseId, Role, SessionId
from app.core.timekeeping import (
    authorization_opens,
)
from app.views.actual import NEVER, SessionTimes
from app.views.measures import before, of_session
from app.views.step import Measure, StepKind


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
_SUPERVISED = (Role.SITE_ADMIN, Role.EXAM_OFFICE)
_DONE_BY: dict[StepKind, tuple[tuple[Role, ...], ClauseId]] = {
    StepKind.IMPORT: (_ADMIN, ClauseId("ARR-07")),
    StepKind.TIMESTAMPS: ((Role.SITE_ADMIN, Role.EXAM_OFFICE), ClauseId("ARR-01")),
    StepKind.SCAN: (_ADMIN, ClauseId("ARR-02")),
    StepKind.EXAM_AUTHORIZATION: ((Role.SITE_ADMIN, Role.EXAM_OFFICE), ClauseId("LCK-05")),
    StepKind.SEALED_ROOM_TEST: ((Role.SITE_ADMIN, Role.TECHNICIAN), ClauseId("LCK-05")),
    StepKind.ACCEPT: (_SUPERVISED, ClauseId("LCK-05")),
    StepKind.SEAL: (_SUPERVISED, ClauseId("LCK-06")),
    StepKind.UNSEAL: (_SUPERVISED, ClauseId("LCK-06")),
    StepKind.LOCKS: (_SUPERVISED, ClauseId("LCK-03")),
    StepKind.RECEIVE: (_SUPERVISED, ClauseId("LCK-03")),
    StepKind.AUTHORIZE: (_ADMIN, ClauseId("LCK-07")),
    StepKind.RELEASE: (_ADMIN, ClauseId("LCK-14")),
    StepKind.ADMIT: ((Role.INVIGILATOR,), ClauseId("CAN-01")),
    StepKind.START: ((Role.ROOM_ADMIN,), ClauseId("LCK-14")),
    StepKind.ATTENDANCE: (_ROOM, ClauseId("CAN-06")),
    StepKind.TRANSFERS: (_ROOM, ClauseId("OVB-08")),
    StepKind.SETTLE: ((Role.ROOM_ADMIN, Role.SITE_ADMIN), ClauseId("OVB-10")),
    StepKind.DELAYS: ((Role.SITE_ADMIN, Role.CHIEF), ClauseId("TIM-02")),
    StepKind.EXTRA_TIME: ((Role.INVIGILATOR, Role.SITE_ADMIN), ClauseId("TIM-11")),
    StepKind.STANDALONE: ((Role.ROOM_ADMIN, Role.SITE_ADMIN), ClauseId("SAL-05")),
    StepKind.REPORT_INCIDENT: ((Role.CHIEF, Role.SITE_ADMIN), ClauseId("INC-01")),
    StepKind.COLLECT: (_ROOM, ClauseId("DAT-01")),
    StepKind.RESULTS: ((Role.ROOM_ADMIN, Role.SITE_ADMIN), ClauseId("DAT-01")),
    StepKind.END: ((Role.ROOM_ADMIN, Role.SITE_ADMIN), ClauseId("DAT-01")),
    StepKind.CHECK: ((Role.SITE_ADMIN, Role.EXAM_OFFICE), ClauseId("DAT-04")),
    StepKind.BACKUP: ((Role.SITE_ADMIN, Role.EXAM_OFFICE), ClauseId("DAT-07")),
    StepKind.SCRATCH: ((Role.INVIGILATOR, Role.SITE_ADMIN), ClauseId("CLK-16")),
    StepKind.SIGN: ((Role.CHIEF, Role.SITE_ADMIN), ClauseId("REC-01")),
    StepKind.RECORDS: ((Role.SITE_ADMIN, Role.CHIEF), ClauseId("REC-01")),
    StepKind.RECEIPT: (_ADMIN, ClauseId("DAT-05")),
    StepKind.CLOSE_DAY: ((Role.SITE_ADMIN, Role.CHIEF), ClauseId("DAT-07")),
    StepKind.RETURN_LOCKS: (_SUPERVISED, ClauseId("LCK-02")),
    StepKind.SEAL_AGAIN: (_SUPERVISED, ClauseId("LCK-06")),
}


def preparation(site: Site, rulebook: Rulebook, now: datetime) -> Lane:
    """The day before: package, timestamps, scan, exam authorization, sealed-room test, acceptance, sealing."""
    return Lane(None, tuple(_steps(before(site, rulebook), now)))


def lane(site: Site, rulebook: Rulebook, session: SessionId, now: datetime, times: SessionTimes = NEVER) -> Lane:
    """The steps of one session of the package in force; `times` are the entry times that the state does not keep."""
    state = site.sessions[session]
    done_at = _done_at(state, times)
    steps = _steps(of_session(site, rulebook, state, now), now)
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


_WHOLE = frozenset(
    {
        StepKind.CHECK,
        StepKind.BACKUP,
        StepKind.RECEIPT,
        StepKind.RETURN_LOCKS,
        StepKind.CLOSE_DAY,
        StepKind.SEAL_AGAIN,
    }
)
"""These wait for every room; the others go room by room."""


def _steps(measures: tuple[Measure, ...], now: datetime) -> Iterator[Step]:
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
