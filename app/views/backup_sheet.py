"""What stands on the list of a session's backups (备份清单), and on the labels of their media (DAT-07, LCK-04)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import msgspec
from msgspec.structs import replace

from app.core.directory import Directory
from app.core.operation import SUPERVISORS
from app.core.safe_state import CityWay, RoomBackup
from app.core.safekeeping import BackupVerified
from app.core.site import Site
from app.core.terms import MediumSerial, SessionId
from app.core.upload import UploadConfirmed
from app.views.journal import Line
from app.views.site_sheet import History, SiteSheet, sheet_head


class CarrierLine(msgspec.Struct, frozen=True):
    """A medium that holds the backup; `seal` and `handover` are "" for none, `lost` since when it is gone."""

    label: str
    custodian: str
    seal: str
    handover: str
    lost: datetime | None


class AttemptLine(msgspec.Struct, frozen=True):
    """One attempt to upload it; `reference` is "" where the server showed nothing."""

    result: str
    reference: str
    at: datetime


class CityLine(msgspec.Struct, frozen=True):
    """How far the city agency had it when (DAT-06)."""

    handover: str
    step: str
    at: datetime


class BackupLine(msgspec.Struct, frozen=True):
    """One backup. `supervised_by` is "" where nobody stood by; `receipt` is "" until the centre confirmed it.

    `entries` and `head`: how far the journal inside goes. `media` is () while it lies on the site machine alone.
    `mismatched`: a receipt named other bytes.
    """

    name: str
    size: int
    digest: str
    entries: int
    head: str
    at: datetime
    made_by: str
    supervised_by: str
    receipt: str = ""
    receipted_at: datetime | None = None
    media: tuple[CarrierLine, ...] = ()
    bundled_at: datetime | None = None
    attempts: tuple[AttemptLine, ...] = ()
    city: tuple[CityLine, ...] = ()
    mismatched: bool = False

    @property
    def last_at(self) -> datetime:
        """When the last thing happened to it."""
        went = (*(one.at for one in self.attempts), *(one.at for one in self.city))
        return max(at for at in (self.at, self.receipted_at, self.bundled_at, *went) if at)


class RoomBackupLine(msgspec.Struct, frozen=True):
    """A backup of kind R of the session's day."""

    room: str
    name: str
    source: str
    size: int
    digest: str
    taken_at: datetime
    supervised: bool
    media: tuple[CarrierLine, ...]


class BackupSheet(SiteSheet, frozen=True):
    """Every backup of one session, the oldest first, and those of the rooms of its day."""

    session: str
    subject: str
    backups: tuple[BackupLine, ...]
    rooms: tuple[RoomBackupLine, ...] = ()

    @property
    def last_at(self) -> datetime | None:
        """When the last thing happened to one of them."""
        return max((one.last_at for one in self.backups), default=None)


def backup_sheet(site: Site, people: Directory, session: SessionId, history: History) -> BackupSheet | None:
    """None where none was made of this session."""
    made: dict[str, BackupLine] = {}
    for line in history:
        match line.fact:
            case BackupVerified(name, of) if of == session:
                made[name] = _line(site, people, line, line.fact)
            case UploadConfirmed(name, serial) if name in made:
                made[name] = replace(made[name], receipt=serial, receipted_at=line.at)
    if not made:
        return None
    plan = site.sessions[session].plan
    every = site.safe.room_backups.values()
    rooms = tuple(_room(site, people, one) for one in every if one.day == plan.starts_at.date())
    return BackupSheet(sheet_head(site), session, plan.subject, tuple(made.values()), rooms)


def _carriers(site: Site, people: Directory, media: Iterable[MediumSerial]) -> tuple[CarrierLine, ...]:
    found = (site.safe.media[one] for one in media)
    return tuple(
        CarrierLine(one.label, people.staff_name(one.custodian), one.seal, one.handed_over or "", one.lost_at)
        for one in found
    )


def _room(site: Site, people: Directory, one: RoomBackup) -> RoomBackupLine:
    media = _carriers(site, people, one.media)
    return RoomBackupLine(one.room, one.name, one.source, one.size, one.digest, one.taken_at, one.supervised, media)


def _city(way: CityWay) -> tuple[CityLine, ...]:
    return tuple(CityLine(way.handover, step, at) for step, at in way.steps.items())


def _line(site: Site, people: Directory, line: Line, fact: BackupVerified) -> BackupLine:
    (operator, _), *others = line.signers
    now = site.safe.backups[fact.name]
    watching = [people.staff_name(person) for person, role in others if role in SUPERVISORS]
    return BackupLine(
        name=fact.name,
        size=fact.size,
        digest=fact.digest,
        entries=fact.entries,
        head=fact.head,
        at=line.at,
        made_by=people.staff_name(operator),
        supervised_by=watching[0] if watching else "",
        media=_carriers(site, people, now.media),
        bundled_at=now.bundled_at,
        attempts=tuple(AttemptLine(one.result, one.reference, one.at) for one in now.attempts),
        city=_city(now.city) if now.city else (),
        mismatched=bool(now.mismatched),
    )
