"""What an exam day comes to (考试日小结): the sums of the room records, and how often what else happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Annotated

import msgspec

from app.core.incident_kinds import Severity
from app.core.ledger import session_count
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import SessionId
from app.core.violation_kinds import ViolationLevel

_Count = Annotated[int, msgspec.Meta(ge=0)]


class Figures(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Of one session, or of a day: first what a room record counts, in its order.

    `unsettled` is who is neither present nor absent, as where a room was called off. `rooms` that were used,
    `called_off` by the ministry, `late_starts` of rooms; `late_refused`, `extra_time` and `standalone` count people,
    `resets` how often. Violations go by the level that the text suggests, or were withdrawn; incidents
    go by how grave they are.
    """

    arranged: _Count = 0
    transferred_in: _Count = 0
    transferred_out: _Count = 0
    present: _Count = 0
    absent: _Count = 0
    collected: _Count = 0
    written_off: _Count = 0
    never_logged_in: _Count = 0
    unsettled: _Count = 0
    rooms: _Count = 0
    called_off: _Count = 0
    late_refused: _Count = 0
    late_starts: _Count = 0
    extra_time: _Count = 0
    resets: _Count = 0
    standalone: _Count = 0
    violations_subject: _Count = 0
    violations_serious: _Count = 0
    violations_very_serious: _Count = 0
    violations_police: _Count = 0
    violations_record: _Count = 0
    violations_withdrawn: _Count = 0
    incidents_major: _Count = 0
    incidents_general: _Count = 0
    faults: _Count = 0


def sessions_of(site: Site, day: date) -> tuple[SessionState, ...]:
    """Sessions held that day, in order of time."""
    held = [one for one in site.sessions.values() if one.rooms and one.plan.starts_at.date() == day]
    return tuple(sorted(held, key=lambda one: one.plan.starts_at))


def of_session(site: Site, state: SessionState) -> Figures:
    """Of one session."""
    people = [one for room in state.rooms.values() for one in room.sittings.values()]
    ledger = asdict(session_count(state))
    unsettled = ledger.pop("awaited") + ledger.pop("pending")
    recorded = [one for one in site.violations.values() if one.session == state.plan.id]
    levels = Counter(one.category.level for one in recorded if not one.withdrawn)
    return Figures(
        **ledger,
        unsettled=unsettled,
        rooms=sum(room.in_use for room in state.rooms.values()),
        called_off=sum(room.called_off is not None for room in state.rooms.values()),
        late_refused=sum(late.session == state.plan.id for late in site.late),
        late_starts=len(state.late_starts),
        extra_time=sum(one.extra_minutes > 0 for one in people),
        resets=sum(one.resets for one in people),
        standalone=sum(bool(one.packages) for one in state.standalone.values()),
        **{f"violations_{level}": levels[level] for level in ViolationLevel},
        violations_withdrawn=sum(one.withdrawn is not None for one in recorded),
        **_events(site, state.plan.id, None),
    )


def of_no_session(site: Site, day: date) -> Figures:
    """Incidents and faults of that day that belong to no session."""
    return Figures(**_events(site, None, day))


def _events(site: Site, session: SessionId | None, day: date | None) -> dict[str, int]:
    incidents = [one for one in site.incidents.values() if one.session == session]
    faults = [one for one in site.faults.values() if one.session == session]
    grave = Counter(one.severity for one in incidents if day in (None, one.happened_at.date()))
    return {
        **{f"incidents_{severity}": grave[severity] for severity in Severity},
        "faults": sum(day in (None, one.happened_at.date()) for one in faults),
    }


def added(several: Iterable[Figures]) -> Figures:
    """Field by field."""
    every = tuple(several)
    return Figures(**{name: sum(getattr(one, name) for one in every) for name in Figures.__struct_fields__})
