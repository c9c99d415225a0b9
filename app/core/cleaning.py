"""Cleaning (清除数据): only when the centre has every session and every backup is safe; no override (DAT-10)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

import msgspec

from app.core.lock_state import SealPlace
from app.core.operation import (
    OFFICE,
    SUPERVISORS,
    Decision,
    Demand,
    Desk,
    Fact,
    Operation,
    PersonUnknown,
    Refusal,
)
from app.core.room_backup import rooms_used, safe_room_backup
from app.core.safe_state import AwaitingCleaning, Cleaned
from app.core.safekeeping import safe_since_check, since_check
from app.core.sealing import EquipmentWasSealed, number_wrong
from app.core.site import Site
from app.core.terms import ClauseId, Digest, PersonId, RoomId, SessionId


class Lacking(StrEnum):
    """What keeps data from being cleaned."""

    DAY_OPEN = "day_open"
    RECEIPT = "receipt"
    SESSION_BACKUP = "session_backup"
    ROOM_BACKUP = "room_backup"


class Lack(msgspec.Struct, frozen=True):
    """Of one session, or of one room's day; `session` and `room` are "" where it is not about one."""

    what: Lacking
    session: SessionId
    room: RoomId
    day: date


def lacks(site: Site) -> tuple[Lack, ...]:
    """Everything that is missing, in order of days and rooms; () where data may be cleaned."""
    used = tuple(rooms_used(site))
    nobody, none = RoomId(""), SessionId("")
    days = sorted({day for day, _ in used} - site.closed_days.keys())
    found = [Lack(Lacking.DAY_OPEN, none, nobody, day) for day in days]
    held = [one for one in site.sessions.values() if any(room.in_use for room in one.rooms.values())]
    for state in sorted(held, key=lambda one: one.plan.starts_at):
        session, day = state.plan.id, state.plan.starts_at.date()
        if not safe_since_check(site, session):
            found.append(Lack(Lacking.SESSION_BACKUP, session, nobody, day))
        if not any(one.receipt for one in since_check(site, session)):
            found.append(Lack(Lacking.RECEIPT, session, nobody, day))
    found += [Lack(Lacking.ROOM_BACKUP, none, room, day) for day, room in used if not safe_room_backup(site, room, day)]
    return tuple(found)


def nothing_held(site: Site) -> bool:
    """No room was ever in use: there is nothing to be cleaned."""
    return next(rooms_used(site), None) is None


class CleanData(Operation, frozen=True):
    """Erase the personal data and the exam's payload; journal, forms and ledgers stay until retention ends (REC-10).

    `staff`: the blob of who may still sign here afterwards.
    """

    staff: Digest

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (SUPERVISORS,), site_lock=True)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if nothing_held(site):
            return NothingToClean()
        if found := lacks(site):
            return CleaningWaits(found)
        return (DataCleaned(self.staff, desk.now),)


class DataCleaned(Fact, frozen=True):
    """From here on the console erases what the law does not want kept here; begun once, it is brought to its end."""

    staff: Digest
    at: datetime

    def apply(self, site: Site) -> None:
        site.safe.cleaned, site.safe.awaiting = Cleaned(self.at, self.staff), None
        # What is erased must not be copied once more.
        site.safe.mirror = None
        site.blobs.add(self.staff)


class AwaitCleaning(Operation, frozen=True):
    """End the exam lawfully without every receipt: the machine is sealed and given into somebody's keeping (DAT-10)."""

    number: str
    place: SealPlace
    custodian: PersonId

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (SUPERVISORS,), persons=(self.custodian,))

    def decide(self, site: Site, desk: Desk) -> Decision:
        if self.custodian not in desk.directory.staff:
            return PersonUnknown(self.custodian)
        if nothing_held(site):
            return NothingToClean()
        found = lacks(site)
        if not found:
            return NothingAwaited()
        if other := tuple(one for one in found if one.what is not Lacking.RECEIPT):
            return CleaningWaits(other)
        if no := number_wrong(self.number):
            return no
        # Every room has ended, and how the site was accepted no longer matters: this seal is the end, not a beginning.
        sealed = EquipmentWasSealed(self.number, self.place, desk.now)
        sessions = tuple(one.session for one in found)
        return (sealed, CleaningAwaited(self.custodian, self.number, desk.now, sessions))


class CleaningAwaited(Fact, frozen=True):
    """The sealed machine waits with its custodian for the receipts of these sessions."""

    custodian: PersonId
    seal: str
    at: datetime
    sessions: tuple[SessionId, ...]

    def apply(self, site: Site) -> None:
        site.safe.awaiting = AwaitingCleaning(self.custodian, self.seal, self.at, self.sessions)


class CleaningWaits(Refusal, frozen=True):
    """This is missing; nothing and nobody passes it."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-10")
    lacks: tuple[Lack, ...]


class NothingToClean(Refusal, frozen=True):
    """No session was held here."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-10")


class NothingAwaited(Refusal, frozen=True):
    """Every receipt is in: the data are cleaned, not put under seal."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-10")
