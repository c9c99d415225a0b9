"""备份、上传: how far the data of each session, and of each room's day, are on their way to where they are safe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.core.room_backup import over_at, rooms_used, safe_room_backup
from app.core.safe_state import Backup, CityStep, RoomBackup, UploadResult
from app.core.safekeeping import safe_since_check, since_check
from app.core.site import Site
from app.core.terms import RoomId, SessionId


class SafeState(StrEnum):
    """What comes next. UNCHECKED: two persons have not checked the answers, or what they checked has changed since."""

    UNCHECKED = "unchecked"
    TO_BACK_UP = "to_back_up"
    TO_CARRY = "to_carry"
    """Backed up on this machine alone, or on a medium that was lost."""
    TO_BUNDLE = "to_bundle"
    TO_UPLOAD = "to_upload"
    RECEIPTED = "receipted"


class UploadState(StrEnum):
    """How far the bundle is; the receipt alone confirms (H10)."""

    NOT_DUE = "not_due"
    READY = "ready"
    FAILED = "failed"
    SENT = "sent"
    GIVEN = "given"
    RECEIVED = "received"
    UPLOADED = "uploaded"
    """From the city agency, as it said."""
    MISMATCHED = "mismatched"
    CONFIRMED = "confirmed"


_CITY = {
    CityStep.GIVEN: UploadState.GIVEN,
    CityStep.RECEIVED: UploadState.RECEIVED,
    CityStep.UPLOADED: UploadState.UPLOADED,
}


@dataclass(frozen=True, slots=True)
class Kept:
    """One session; `backups` from the newest on."""

    session: SessionId
    state: SafeState
    upload: UploadState
    checked_at: datetime | None
    backups: tuple[Backup, ...]

    def since(self, entry: int) -> int:
        """How many entries up to this one the newest backup lacks, its own and its bundle's aside; 0 without any."""
        if not self.backups:
            return 0
        newest = self.backups[0]
        return max(entry - newest.entries - (2 if newest.bundled_at else 1), 0)


def kept(site: Site, session: SessionId) -> Kept:
    """`session` is one of the package in force."""
    backups = tuple(one for one in reversed(site.safe.backups.values()) if one.session == session)
    fresh = since_check(site, session)
    shown = sent(fresh)
    upload = upload_state(shown) if shown else UploadState.NOT_DUE
    return Kept(session, _next(site, session, fresh), upload, site.sessions[session].checked_at, backups)


def _next(site: Site, session: SessionId, fresh: Sequence[Backup]) -> SafeState:
    if site.sessions[session].checked_at is None:
        return SafeState.UNCHECKED
    if not fresh:
        return SafeState.TO_BACK_UP
    if not safe_since_check(site, session):
        return SafeState.TO_CARRY
    if any(one.receipt for one in fresh):
        return SafeState.RECEIPTED
    return SafeState.TO_UPLOAD if any(one.bundled_at for one in fresh) else SafeState.TO_BUNDLE


def sent(fresh: Sequence[Backup]) -> Backup | None:
    """The backup whose upload counts: the receipted one, else the newest that was bundled, else the newest."""
    newest = tuple(reversed(fresh))
    found = next((one for one in newest if one.receipt), None) or next((one for one in newest if one.bundled_at), None)
    return found or next(iter(newest), None)


def upload_state(one: Backup) -> UploadState:
    """Of one backup."""
    if one.receipt:
        return UploadState.CONFIRMED
    if one.mismatched:
        return UploadState.MISMATCHED
    if one.bundled_at is None:
        return UploadState.NOT_DUE
    if one.city:
        return _CITY[one.city.step]
    if not one.attempts:
        return UploadState.READY
    return UploadState.SENT if one.attempts[-1].result is UploadResult.SENT else UploadState.FAILED


class RoomSafe(StrEnum):
    """How far a room's backup of the day is."""

    GOING_ON = "going_on"
    DUE = "due"
    LACKING = "lacking"
    """One was made, and does not count: too early, or its medium was lost."""
    SAFE = "safe"


@dataclass(frozen=True, slots=True)
class RoomKept:
    """One room's day; `backup` is the one that counts, else the newest."""

    room: RoomId
    day: date
    state: RoomSafe
    over_at: datetime | None
    backup: RoomBackup | None


def rooms_kept(site: Site, day: date) -> tuple[RoomKept, ...]:
    """Every room that was in use that day."""
    return tuple(_room(site, room, day) for of, room in rooms_used(site) if of == day)


def _room(site: Site, room: RoomId, day: date) -> RoomKept:
    over, safe = over_at(site, room, day), safe_room_backup(site, room, day)
    made = [one for one in site.safe.room_backups.values() if (one.room, one.day) == (room, day)]
    if safe:
        state = RoomSafe.SAFE
    elif over is None:
        state = RoomSafe.GOING_ON
    else:
        state = RoomSafe.LACKING if made else RoomSafe.DUE
    return RoomKept(room, day, state, over, safe or (made[-1] if made else None))
