"""A site whose only session is over and checked, with two sticks in: what every test of safekeeping begins with."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from app.core.media import RegisterMedium
from app.core.operation import Operation
from app.core.room_backup import used_that_day
from app.core.terms import Digest, LockSerial, MediumSerial, PersonId, RoomId, SessionId
from app.exchange import room_day
from app.exchange.room_day import RoomDayDocument
from app.exchange.signed import SigningKey
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.keeping import Target
from app.service.unlock import unlock
from devices.media import FolderMedia
from tests.journeys.killed import PracticeDay
from tests.roomside import room_locks
from tests.stores import ADMIN, EVE, MORNING, OFFICER, Place, arrange
from tests.vectors.keys import ROOM_LOCK

SESSION, ROOM, OTHER = SessionId("1-1"), RoomId("001"), RoomId("002")
DAY = MORNING.date()
STICK, SECOND = MediumSerial("U-1"), MediumSerial("U-2")
CONTENT = b"what only the room side reads"


def lay(folder: Path) -> Place:
    """The store, closed."""
    place = Place(folder)
    console = place.enrol().console
    arrange(console, room_locks=room_locks(2))
    console.store.close()
    clock = DrivenClock(EVE)
    console = unlock(place.store, place.lock(), clock)
    PracticeDay(console, clock, lambda *_: None).run()
    console.store.close()
    return place


@contextmanager
def opened(whole: Place, folder: Path) -> Iterator[Console]:
    """A copy of it, when the answers were checked; both sticks are registered and in."""
    place = whole.copy(folder)
    console = unlock(place.store, place.lock(), DrivenClock(EVE))
    console.clock = DrivenClock(console.site.sessions[SESSION].checked_at or EVE)
    console.media = FolderMedia(folder / "media")
    for stick in (STICK, SECOND):
        (folder / "media" / stick).mkdir(parents=True)
        done(console, RegisterMedium(stick, stick, PersonId("A01"), read=True))
    try:
        yield console
    finally:
        console.store.abandon()


def done(console: Console, operation: Operation) -> None:
    assert console.submit(operation, ADMIN, OFFICER) is None


def stick(console: Console, medium: MediumSerial = STICK) -> Target:
    assert isinstance(console.media, FolderMedia)
    return Target(console.media.root / medium, medium)


def now(console: Console) -> datetime:
    return console.clock.moment().at


def statement(console: Console, room: RoomId = ROOM, **other: Any) -> RoomDayDocument:
    """What the room's lock signs of `CONTENT`."""
    site, at = console.site, now(console).replace(microsecond=0)
    assert site.package
    document = RoomDayDocument(
        mode=site.mode,
        exam=site.package.exam.id,
        site=site.code,
        issued_at=at,
        serial="1",
        room=room,
        day=DAY,
        sessions=tuple(one.session for one in used_that_day(site, room, DAY)),
        lock=LockSerial(f"JK-{room}"),
        name=room_day.name(site.code, room, DAY),
        digest=Digest(hashlib.sha256(CONTENT).hexdigest()),
        size=len(CONTENT),
        made_at=at,
    )
    return replace(document, **other)


def brought(folder: Path, document: RoomDayDocument, lock: SigningKey = ROOM_LOCK, content: bytes = CONTENT) -> Path:
    """The room's file with its sidecar, as it lies on the room's stick."""
    folder.mkdir(exist_ok=True)
    path = folder / document.name
    path.write_bytes(content)
    path.with_name(path.name + room_day.SIDECAR).write_bytes(room_day.write(document, lock))
    return path
