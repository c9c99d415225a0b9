"""A room's backup of the day (考场当日备份), kind R: the invigilation end's data after its last session (DAT-08)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import ClassVar

from app.core.media import unfit_to_carry
from app.core.operation import OFFICE, Decision, Demand, Desk, Fact, NotYetHappened, Operation, Refusal, office
from app.core.room_state import RoomSession
from app.core.safe_state import RoomBackup, RoomSource
from app.core.safekeeping import NameTaken, name_taken, watched
from app.core.site import Site
from app.core.terms import ClauseId, Digest, LockSerial, MediumSerial, Role, RoomId


def used_that_day(site: Site, room: RoomId, day: date) -> tuple[RoomSession, ...]:
    """The sessions of that day in which the room was in use, in order of time."""
    held = [one for one in site.sessions.values() if one.plan.starts_at.date() == day]
    held.sort(key=lambda one: one.plan.starts_at)
    found = (state.rooms.get(room) for state in held)
    return tuple(one for one in found if one is not None and one.in_use)


def over_at(site: Site, room: RoomId, day: date) -> datetime | None:
    """When the room's last session of that day ended; None while one goes on, or where it was not used."""
    ends = [one.ended_at for one in used_that_day(site, room, day)]
    told = [end for end in ends if end]
    return max(told) if ends and len(told) == len(ends) else None


def rooms_used(site: Site) -> Iterator[tuple[date, RoomId]]:
    """Every room on every day on which it was in use, in order."""
    found = {
        (state.plan.starts_at.date(), room.room)
        for state in site.sessions.values()
        for room in state.rooms.values()
        if room.in_use
    }
    yield from sorted(found)


def safe_room_backup(site: Site, room: RoomId, day: date) -> RoomBackup | None:
    """The newest backup of this room's day that was made after all was over and lies on a registered medium."""
    over = over_at(site, room, day)
    made = (one for one in reversed(site.safe.room_backups.values()) if (one.room, one.day) == (room, day))
    return next((one for one in made if over and one.taken_at >= over and site.safe.held(one.media)), None)


def may_back_up_room(site: Site, room: RoomId, day: date, taken_at: datetime) -> Refusal | None:
    """Asked before anything is copied."""
    used = used_that_day(site, room, day)
    if not used:
        return RoomNotUsed(room, day)
    over = over_at(site, room, day)
    if over is None:
        return RoomStillInUse(room, day)
    return TakenTooEarly(room, taken_at, over) if taken_at < over else None


class RecordRoomBackup(Operation, frozen=True):
    """Enter a room's backup that was copied, read back and found equal; `taken_at`: when the room side made it."""

    name: str
    room: RoomId
    day: date
    source: RoomSource
    lock: LockSerial
    digest: Digest
    size: int
    files: int
    taken_at: datetime
    medium: MediumSerial

    def demand(self, site: Site, desk: Desk) -> Demand:
        asked = office(self, desk, site_lock=True)
        return Demand(OFFICE | {Role.ROOM_ADMIN}, asked.seconds, site_lock=True)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if self.taken_at > desk.now:
            return NotYetHappened(self.taken_at, desk.now)
        if no := may_back_up_room(site, self.room, self.day, self.taken_at) or unfit_to_carry(site, self.medium):
            return no
        if name_taken(site, self.name):
            return NameTaken(self.name)
        told = (self.source, self.lock, self.digest, self.size, self.files, self.taken_at)
        return (RoomBackupVerified(self.name, self.room, self.day, *told, watched(desk), self.medium),)


class RoomBackupVerified(Fact, frozen=True):
    """A room's backup of the day was read back; versions are kept, none is overwritten."""

    name: str
    room: RoomId
    day: date
    source: RoomSource
    lock: LockSerial
    digest: Digest
    size: int
    files: int
    taken_at: datetime
    supervised: bool
    medium: MediumSerial

    def apply(self, site: Site) -> None:
        site.safe.room_backups[self.name] = RoomBackup(
            self.name,
            self.room,
            self.day,
            self.source,
            self.lock,
            self.digest,
            self.size,
            self.files,
            self.taken_at,
            self.supervised,
            (self.medium,),
        )


class RoomNotUsed(Refusal, frozen=True):
    """The room held no session that day."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-08")
    room: RoomId
    day: date


class RoomStillInUse(Refusal, frozen=True):
    """A session of the day goes on or is still to come there."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-08")
    room: RoomId
    day: date


class TakenTooEarly(Refusal, frozen=True):
    """It was made before the room's last session was over, and does not count."""

    clause: ClassVar[ClauseId] = ClauseId("DAT-08")
    room: RoomId
    taken_at: datetime
    over_at: datetime
