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
from app.views.runbook_lines import LINES
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
    pressing: bool = True


@dataclass(frozen=True, slots=True)
class Lane:
    """The steps of one session; `session` is None for the day before."""

    session: SessionId | None
    steps: tuple[Step, ...]

    @property
    def current(self) -> Step | None:
        """What is overdue, then what has a time to be done by, then what can be done, then what comes next.

        What does not press comes after what does and can be done. None when all is done.
        """
        late, ready, ahead = (
            [step for step in self.steps if step.state is state]
            for state in (StepState.LATE, StepState.NOW, StepState.AHEAD)
        )
        by_need = (*late, *(step for step in ready if step.by), *ready)
        pressing = (step for step in by_need if step.pressing)
        return next(iter((*pressing, *by_need, *ahead)), None)

    @property
    def complete(self) -> bool:
        return self.current is None

    @property
    def holds_up(self) -> bool:
        """Something of it is left that presses."""
        return any(step.pressing and step.state is not StepState.DONE for step in self.steps)


def preparation(site: Site, rulebook: Rulebook, now: datetime, *, lists: bool = True) -> Lane:
    """The days before: package, lists, machines, tests, timestamps, scan, authorization, acceptance, sealing.

    Without `lists`, the simulated test among them, only what the day itself waits for: quicker.
    """
    return Lane(None, tuple(_steps(before(site, rulebook, lists=lists), now)))


def before_first(site: Site, now: datetime) -> bool:
    """Whether the first exam day has not begun; also while nothing is arranged."""
    starts = (state.plan.starts_at for state in site.sessions.values() if state.rooms)
    first = min(starts, default=None)
    return first is None or now.date() < first.date()


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
        line = LINES[measure.kind]
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
            line.roles,
            line.clause,
            measure.done,
            measure.total,
            measure.since,
            measure.by,
            measure.gate if shut else None,
            pressing=measure.pressing,
        )


def live(site: Site, rulebook: Rulebook, now: datetime) -> tuple[SessionId, ...]:
    """Sessions under way, from T-60 until nothing of them is open, in order of time; before the first, the next one."""
    held = sorted((s for s in site.sessions.values() if s.rooms), key=lambda s: s.plan.starts_at)
    open_ones = [s.plan for s in held if not lane(site, rulebook, s.plan.id, now).complete]
    under_way = [plan.id for plan in open_ones if now >= authorization_opens(plan, rulebook)]
    return tuple(under_way or [plan.id for plan in open_ones[:1]])
