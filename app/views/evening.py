"""After the day's last session: rooms backed up, locks back, the day closed, overnight under seal again (J-08)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.core.debts import due_at
from app.core.lock_state import LockState
from app.core.plan import Session
from app.core.room_backup import rooms_used, safe_room_backup
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.views.step import Measure, StepKind


def evening(site: Site, rulebook: Rulebook, plan: Session) -> Iterator[Measure]:
    """Nothing where a later session is held that day."""
    held = [state.plan for state in site.sessions.values() if state.rooms]
    today = plan.starts_at.date()
    if any(other.starts_at.date() == today and other.starts_at > plan.starts_at for other in held):
        return
    rooms = [room for day, room in rooms_used(site) if day == today]
    if rooms:
        safe = sum(safe_room_backup(site, room, today) is not None for room in rooms)
        due = due_at(site, plan.id, rulebook)
        yield Measure(StepKind.ROOM_BACKUP, safe, len(rooms), by=due, gate=StepKind.END)
    out = [state for state in site.locks.values() if _served(state, today)]
    if out:
        back = sum(state.holder is None for state in out)
        yield Measure(StepKind.RETURN_LOCKS, back, len(out), gate=StepKind.END)
    yield Measure(StepKind.CLOSE_DAY, int(today in site.closed_days), 1, gate=StepKind.SIGN)
    if rulebook.sealing.value and any(other.starts_at.date() > today for other in held):
        seal = site.seal
        sealed = seal is not None and seal.sealed_at > plan.ends_at
        yield Measure(StepKind.SEAL_AGAIN, int(sealed), 1, gate=StepKind.END)


def _served(state: LockState, today: date) -> bool:
    """Calibrated today, and in use for a room or still in somebody's hands: also one that a spare replaced."""
    calibrated = state.calibration is not None and state.calibration.at.date() == today
    return calibrated and bool(state.used_since or state.holder)
