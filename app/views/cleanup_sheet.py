"""What stands on the cleanup certificate (清除证明): the centre has every session, so that data may go (DAT-10)."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime

import msgspec

from app.core.safekeeping import since_check
from app.core.session_state import SessionState
from app.core.site import Site
from app.views.site_sheet import SiteSheet, sheet_head


class CleanupLine(msgspec.Struct, frozen=True):
    """One session. `backup` is the newest receipted one, else the newest, "" without any; `receipt` is "" without one.

    `current`: that backup was made after the answers were last checked.
    """

    session: str
    subject: str
    planned_start: datetime
    checked_at: datetime | None
    backups: int
    backup: str
    digest: str
    receipt: str
    current: bool


class RoomDay(msgspec.Struct, frozen=True):
    """How many rooms were used that day: each has a backup of its own, which this console does not see."""

    day: date
    rooms: int


class CleanupSheet(SiteSheet, frozen=True):
    """The exam as a whole; `handovers` are the numbers of what was handed over."""

    exam_id: str
    sessions: tuple[CleanupLine, ...]
    days: tuple[RoomDay, ...]
    handovers: tuple[str, ...]

    @property
    def missing(self) -> int:
        """Sessions whose newest backup the centre has not confirmed."""
        return sum(not (one.receipt and one.current) for one in self.sessions)


def cleanup_sheet(site: Site, exam: str) -> CleanupSheet:
    """`exam` is that of the package in force."""
    every = sorted(site.sessions.values(), key=lambda one: one.plan.starts_at)
    held = [one for one in every if any(room.in_use for room in one.rooms.values())]
    used = {(one.plan.starts_at.date(), room.room) for one in held for room in one.rooms.values() if room.in_use}
    days = Counter(day for day, _ in used)
    return CleanupSheet(
        head=sheet_head(site),
        exam_id=exam,
        sessions=tuple(_line(site, one) for one in held),
        days=tuple(RoomDay(day, rooms) for day, rooms in sorted(days.items())),
        handovers=tuple(site.handovers),
    )


def _line(site: Site, state: SessionState) -> CleanupLine:
    made = [one for one in site.safe.backups.values() if one.session == state.plan.id]
    shown = next((one for one in reversed(made) if one.receipt), made[-1] if made else None)
    return CleanupLine(
        session=state.plan.id,
        subject=state.plan.subject,
        planned_start=state.plan.starts_at,
        checked_at=state.checked_at,
        backups=len(made),
        backup=shown.name if shown else "",
        digest=shown.digest if shown else "",
        receipt=shown.receipt if shown else "",
        current=shown in since_check(site, state.plan.id),
    )
