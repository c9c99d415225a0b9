"""备份、上传: how far the data of each session are on their way to the centre."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.core.safe_state import Backup
from app.core.safekeeping import since_check
from app.core.site import Site
from app.core.terms import SessionId


class SafeState(StrEnum):
    """UNCHECKED: two persons have not yet checked the answers, or what they checked has changed since."""

    UNCHECKED = "unchecked"
    TO_BACK_UP = "to_back_up"
    TO_UPLOAD = "to_upload"
    RECEIPTED = "receipted"


@dataclass(frozen=True, slots=True)
class Kept:
    """One session; `backups` from the newest on."""

    session: SessionId
    state: SafeState
    checked_at: datetime | None
    backups: tuple[Backup, ...]

    def since(self, entry: int) -> int:
        """How many entries up to this one the newest backup lacks, its own entry aside; 0 where there is none."""
        return max(entry - self.backups[0].entries - 1, 0) if self.backups else 0


def kept(site: Site, session: SessionId) -> Kept:
    """`session` is one of the package in force."""
    checked_at = site.sessions[session].checked_at
    backups = tuple(one for one in reversed(site.safe.backups.values()) if one.session == session)
    if checked_at is None:
        state = SafeState.UNCHECKED
    elif not (fresh := since_check(site, session)):
        state = SafeState.TO_BACK_UP
    else:
        state = SafeState.RECEIPTED if any(one.receipt for one in fresh) else SafeState.TO_UPLOAD
    return Kept(session, state, checked_at, backups)
