"""A practice store at the end of its day, all that cleaning asks for done, with a mirror on a stick of its own."""

from __future__ import annotations

from pathlib import Path

from app.core.day_close import DayClosed
from app.core.media import MediumRegistered
from app.core.mirror import BeginMirror
from app.core.operation import Fact
from app.core.room_backup import RoomBackupVerified
from app.core.safe_state import RoomSource
from app.core.safekeeping import BackupVerified
from app.core.terms import Digest, LockSerial, MediumSerial, PersonId, SessionId
from app.core.upload import UploadConfirmed
from app.service import people
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.mirror import Mirroring
from app.service.unlock import unlock
from devices.media import FolderMedia
from tests.journeys.killed import PracticeDay
from tests.stores import ADMIN, EVE, MORNING, OFFICER, PIN, Place, arrange

SESSION = SessionId("1-1")
STICK, MIRROR = MediumSerial("U-1"), MediumSerial("U-2")
OWN_PIN = "830417"
D1 = Digest("1" * 64)


def given(console: Console, *facts: Fact) -> None:
    """These facts stand, whatever the rules would say."""
    moment = console.clock.moment()
    console._record(facts, console._desk(BeginMirror(MIRROR), (ADMIN, OFFICER), moment), moment)


def opened(place: Place) -> Console:
    """At the end of the day, with its sticks; a beginning of a cleaning is brought to its end."""
    console = unlock(place.store, place.lock(), DrivenClock(EVE))
    console.clock = DrivenClock(console.last_entry or EVE)
    console.media = FolderMedia(place.folder / "media")
    return console


def evening_of(folder: Path, *, mirror: bool = True) -> Place:
    """Closed; what a machine has of exam data beside its store lies there too."""
    place = Place(folder)
    console = place.enrol().console
    arrange(console)
    console.store.close()
    clock = DrivenClock(EVE)
    console = unlock(place.store, place.lock(), clock)
    day = PracticeDay(console, clock, lambda *_: None)
    day.run()
    for name in ("backups", "records", "media/U-1", "media/U-2"):
        (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / name / "left").write_bytes(b"exam data")
    console.media = FolderMedia(folder / "media")
    assert people.change_pin(console, people.sign_with_pin(console, "A01", PIN), OWN_PIN) is None
    receipt = console.store.blobs.put(b"receipt")
    rooms = console.site.sessions[SESSION].rooms.values()
    given(
        console,
        *(MediumRegistered(one, one, PersonId("A01"), read=True) for one in (STICK, MIRROR)),
        BackupVerified("b", SESSION, D1, 1, 1, "", supervised=True, medium=STICK),
        UploadConfirmed("b", "Q-1", receipt),
        *(
            RoomBackupVerified(
                f"r-{room.room}",
                room.room,
                MORNING.date(),
                RoomSource.SIGNED,
                LockSerial("JK"),
                D1,
                1,
                1,
                room.ended_at or MORNING,
                supervised=True,
                medium=STICK,
            )
            for room in rooms
        ),
        DayClosed(MORNING.date(), clock.moment().at),
    )
    if mirror:
        assert console.submit(BeginMirror(MIRROR), ADMIN, OFFICER) is None
        mirroring = Mirroring(console)
        mirroring.run()
        assert not mirroring.behind
        mirroring.close()
    console.store.close()
    return place
