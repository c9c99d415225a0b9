"""What each room brings at the end of the day in practice: its own file under its lock, or a folder of what it has."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from random import Random

from app.core.room_backup import rooms_used, used_that_day
from app.core.terms import Digest, LockSerial, RoomId
from app.exchange import outbox, room_day
from app.exchange.room_day import RoomDayDocument
from app.rehearsal.ground import STICKS, Ground, Surprise
from app.service import keeping, room_backups
from app.service.keeping import Target
from app.service.room_backups import RoomBackingUp
from app.service.sitelock import LockKey


@dataclass(frozen=True, slots=True)
class RoomDays:
    """The rooms of a ground in the evening."""

    ground: Ground

    def back_up(self, day: date) -> None:
        """Every room that was used brings what it has, and it goes onto the stick."""
        for used, room in rooms_used(self.ground.console.site):
            if used == day:
                self._back_up(room, day)

    def _back_up(self, room: RoomId, day: date) -> None:
        ground = self.ground
        source, where = self.bring(room, day, ground.out / "rooms"), Target(ground.stick, STICKS[0])
        begun = room_backups.begin_room_backup(ground.console, room, day, source, where, *ground.office)
        if not isinstance(begun, RoomBackingUp):
            raise Surprise(begun)
        made = keeping.done(begun)
        if not isinstance(made, Path):
            raise Surprise(made)

    def bring(self, room: RoomId, day: date, folder: Path) -> Path:
        """Signed where rooms have locks of their own, otherwise as a folder; the bytes are the same each time."""
        name = room_day.name(self.ground.console.site.code, room, day)
        content = Random(name).randbytes(4096)  # noqa: S311 - practice repeats by its name
        if not self.ground.console.rulebook.room_locks.value:
            (folder / f"{room}-{day}").mkdir(parents=True, exist_ok=True)
            outbox.write_bytes(folder / f"{room}-{day}" / "answers.dat", content)
            return folder / f"{room}-{day}"
        at = self.ground.clock.moment().at.replace(microsecond=0)
        path = folder / name
        outbox.write_bytes(path, content)
        signed = room_day.write(self._document(room, day, name, content, at), LockKey(self.ground.locks[room]))
        outbox.write_bytes(path.with_name(name + room_day.SIDECAR), signed)
        return path

    def _document(self, room: RoomId, day: date, name: str, content: bytes, at: datetime) -> RoomDayDocument:
        site, lock = self.ground.console.site, self.ground.locks[room]
        return RoomDayDocument(
            mode=site.mode,
            exam=self.ground.province.exam.id,
            site=site.code,
            issued_at=at,
            serial=f"{room}-{day}-{at:%H%M%S}",
            room=room,
            day=day,
            sessions=tuple(one.session for one in used_that_day(site, room, day)),
            lock=LockSerial(lock.serial),
            name=name,
            digest=Digest(hashlib.sha256(content).hexdigest()),
            size=len(content),
            made_at=at,
        )
