"""What stands on the summary of an exam day (考试日小结): the sums of its room records, session by session."""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from app.core.day_figures import Figures, added, of_no_session, of_session, sessions_of
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import SessionId
from app.views.site_sheet import SiteSheet, sheet_head


class SessionFigures(msgspec.Struct, frozen=True):
    """One session; `ended_at` is when its last room ended, None where none was used."""

    session: SessionId
    subject: str
    planned_start: datetime
    ended_at: datetime | None
    checked_at: datetime | None
    figures: Figures


class DaySummary(SiteSheet, frozen=True):
    """Sessions in order of time; `elsewhere` are incidents and faults of that day that belong to none."""

    day: date
    sessions: tuple[SessionFigures, ...]
    elsewhere: Figures
    total: Figures

    @property
    def last_at(self) -> datetime | None:
        """When the last room ended."""
        return max((one.ended_at for one in self.sessions if one.ended_at), default=None)


def day_summary(site: Site, day: date) -> DaySummary:
    """Of a day on which a session is arranged."""
    sessions = tuple(_session(site, one) for one in sessions_of(site, day))
    elsewhere = of_no_session(site, day)
    total = added((*(one.figures for one in sessions), elsewhere))
    return DaySummary(sheet_head(site), day, sessions, elsewhere, total)


def _session(site: Site, state: SessionState) -> SessionFigures:
    ends = [room.ended_at for room in state.rooms.values() if room.ended_at]
    return SessionFigures(
        session=state.plan.id,
        subject=state.plan.subject,
        planned_start=state.plan.starts_at,
        ended_at=max(ends, default=None),
        checked_at=state.checked_at,
        figures=of_session(site, state),
    )
