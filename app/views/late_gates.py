"""Gates of the day that were passed late (关口逾期): what the next step waits for, done after its time (section D).

What is late and holds up nothing is no exception; a start in delay stands on an authority and has a kind of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from app.core.authorization import StartAuthorized
from app.core.closing import AnswersChecked
from app.core.debts import due_at
from app.core.duty import DutyDrawn
from app.core.operation import Fact
from app.core.plan import Session
from app.core.rulebook import Rulebook
from app.core.safekeeping import BackupVerified
from app.core.site import Site
from app.core.start import RoomsReleased
from app.core.terms import SessionId
from app.core.timekeeping import authorization_opens, room_ready

_MINUTE = timedelta(minutes=1)
"""Times are kept to the minute here: nobody presses a button at the second."""


def _authorized(site: Site, rulebook: Rulebook, fact: StartAuthorized) -> datetime:
    return room_ready(site.sessions[fact.session].plan, rulebook)


def _released(site: Site, rulebook: Rulebook, fact: RoomsReleased) -> datetime | None:
    """A standby room is released when it is needed."""
    rooms = site.sessions[fact.session].rooms
    planned = any(rooms[room].arranged for room in fact.rooms)
    return room_ready(site.sessions[fact.session].plan, rulebook) if planned else None


def _drawn(site: Site, rulebook: Rulebook, fact: DutyDrawn) -> datetime | None:
    """Drawn anew, it is an exception already."""
    plans: list[Session] = [one.plan for one in site.sessions.values() if one.plan.starts_at.date() == fact.day]
    first = min(plans, key=lambda plan: plan.starts_at, default=None)
    return authorization_opens(first, rulebook) if first and fact.number == 1 else None


def _due(site: Site, rulebook: Rulebook, fact: AnswersChecked | BackupVerified) -> datetime:
    return due_at(site, SessionId(fact.session), rulebook)


GATES: Mapping[type[Fact], Callable[[Site, Rulebook, Any], datetime | None]] = {
    StartAuthorized: _authorized,
    RoomsReleased: _released,
    DutyDrawn: _drawn,
    AnswersChecked: _due,
    BackupVerified: _due,
}
"""By when each was to be done; None where nothing says so."""


def late_gate(site: Site, rulebook: Rulebook, fact: Fact, at: datetime) -> bool:
    """Whether this entry, made at that moment, passed a gate late."""
    gate = GATES.get(type(fact))
    by = gate(site, rulebook, fact) if gate else None
    return by is not None and at >= by + _MINUTE
