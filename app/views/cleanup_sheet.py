"""What stands on the cleanup certificate (清除证明): what made it lawful, what went, what stays until when (DAT-10)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

import msgspec

from app.core.cleaning import DataCleaned, lacks
from app.core.directory import Directory
from app.core.room_backup import rooms_used, safe_room_backup
from app.core.safe_state import RoomBackup
from app.core.safekeeping import since_check
from app.core.session_state import SessionState
from app.core.site import Package, Site
from app.core.terms import MediumSerial, RoomId
from app.views.retention import Retention, retention
from app.views.site_sheet import History, Signatory, SiteSheet, sheet_head, signatories


class CleanupLine(msgspec.Struct, frozen=True):
    """One session. `backup` is the newest receipted one, else the newest, "" without any; `receipt` is "" without one.

    `current`: that backup was made after the answers were last checked. `media`: labels of those that carry it.
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
    media: tuple[str, ...] = ()


class RoomLine(msgspec.Struct, frozen=True):
    """One room's day with the backup that counts; `backup` is "" where none does."""

    day: date
    room: str
    backup: str
    digest: str
    media: tuple[str, ...]


class LackLine(msgspec.Struct, frozen=True):
    """What is missing before the data may be cleaned."""

    what: str
    session: str
    room: str
    day: date


class CleanupSheet(SiteSheet, frozen=True):
    """The exam as a whole; `cleaned_at` is None on a draft, `ended_at` until the erasing came to its end.

    `handovers` are the numbers of what was handed over, `not_handed` the labels of media with backups that were not;
    `mirrors` are labels of media on which a mirror was not erased, lost and given ones too.
    """

    exam_id: str
    cleaned_at: datetime | None
    ended_at: datetime | None
    by: tuple[Signatory, ...]
    sessions: tuple[CleanupLine, ...]
    rooms: tuple[RoomLine, ...]
    lacks: tuple[LackLine, ...]
    handovers: tuple[str, ...]
    not_handed: tuple[str, ...]
    mirrors: tuple[str, ...]
    retention: Retention


def cleanup_sheet(site: Site, package: Package, people: Directory, history: History) -> CleanupSheet:
    """`package` is the one in force."""
    every = sorted(site.sessions.values(), key=lambda one: one.plan.starts_at)
    held = [one for one in every if any(room.in_use for room in one.rooms.values())]
    cleaned = site.safe.cleaned
    signed = next((line for line in history if isinstance(line.fact, DataCleaned)), None)
    return CleanupSheet(
        head=sheet_head(site),
        exam_id=package.exam.id,
        cleaned_at=cleaned.at if cleaned else None,
        ended_at=cleaned.ended_at if cleaned else None,
        by=signatories(people, signed.signers) if signed else (),
        sessions=tuple(_line(site, one) for one in held),
        rooms=tuple(_room(site, room, day) for day, room in rooms_used(site)),
        lacks=() if cleaned else tuple(LackLine(one.what, one.session, one.room, one.day) for one in lacks(site)),
        handovers=tuple(site.handovers),
        not_handed=_not_handed(site),
        mirrors=_labels(site, sorted(site.safe.mirrored)) if cleaned else (),
        retention=retention(site, package.rulebook),
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
        media=_labels(site, shown.media) if shown else (),
    )


def _room(site: Site, room: RoomId, day: date) -> RoomLine:
    made: RoomBackup | None = safe_room_backup(site, room, day)
    return RoomLine(
        day,
        room,
        made.name if made else "",
        made.digest if made else "",
        _labels(site, made.media) if made else (),
    )


def _not_handed(site: Site) -> tuple[str, ...]:
    """Media that carry a backup and are still here; a lost one is told where its backups are."""
    carried = [one.media for one in site.safe.backups.values()]
    carried += [one.media for one in site.safe.room_backups.values()]
    carrying = {medium for media in carried for medium in media}
    here = (one for one in carrying if not (site.safe.media[one].handed_over or site.safe.media[one].lost_at))
    return _labels(site, sorted(here))


def _labels(site: Site, media: Iterable[MediumSerial]) -> tuple[str, ...]:
    return tuple(site.safe.media[one].label for one in media)
