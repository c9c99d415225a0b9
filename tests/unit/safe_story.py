"""What lies on a registered stick at the end of an exam day, and what a story of it starts from."""

from __future__ import annotations

from app.core.day_close import DayClosed
from app.core.end_phase import ScratchPaperCounted
from app.core.media import MediumRegistered
from app.core.operation import Fact
from app.core.records import ROOM_RECORD, RecordCameOut, RecordKept, RecordSigned
from app.core.room_backup import RoomBackupVerified
from app.core.room_state import CalledOff
from app.core.safe_state import RoomSource
from app.core.safekeeping import BackupVerified
from app.core.terms import LockSerial, MediumSerial, RoomId
from app.core.upload import BundleExported, UploadConfirmed
from tests.builders import ADMIN, D1, D2, GUIDE, LAW, R1, R2, ROOM_LOCK, ROOM_LOCK_2, TAX, Story, at

DAY = at("8:30").date()
STICK, OTHER = MediumSerial("U-1"), MediumSerial("U-2")
REGISTERED = MediumRegistered(STICK, "U-1", ADMIN, read=True)
SECOND_STICK = MediumRegistered(OTHER, "U-2", ADMIN, read=True)
BACKED_UP = BackupVerified("b", LAW, D1, 1, 1, "", supervised=True, medium=STICK)
BUNDLED = BundleExported("b", at("10:20"))
RECEIPTED = UploadConfirmed("b", "Q-1", D2)


def of_room(room: RoomId, lock: LockSerial) -> RoomBackupVerified:
    """The room's end is told for a minute before."""
    return RoomBackupVerified(
        f"r-{room}", room, DAY, RoomSource.SIGNED, lock, D1, 1, 1, at("10:02"), supervised=True, medium=STICK
    )


OF_ROOMS = (of_room(R1, ROOM_LOCK), of_room(R2, ROOM_LOCK_2))
PAPERS: tuple[Fact, ...] = tuple(
    fact
    for room in (R1, R2)
    for fact in (
        ScratchPaperCounted(LAW, room, 0, 0, None, at("10:05"), GUIDE),
        RecordKept(ROOM_RECORD, LAW, room, 1, D1, D2, None),
        RecordCameOut(ROOM_RECORD, LAW, room, 1, came_out=True),
        RecordSigned(ROOM_RECORD, LAW, room, 1, at("10:20")),
    )
)
CLOSED = DayClosed(DAY, at("11:30"))


def morning_only(story: Story) -> Story:
    """The second session is not held."""
    for room in story.site.sessions[TAX].rooms.values():
        room.called_off = CalledOff.POSTPONED
    return story


def evening(*facts: Fact, but: tuple[Fact, ...] = (), backup: BackupVerified = BACKED_UP) -> Story:
    """All is done that lets data be cleaned, but these; then this happens."""
    every = (REGISTERED, *PAPERS, backup, BUNDLED, RECEIPTED, *OF_ROOMS, CLOSED)
    return morning_only(Story("checked")).given(*(one for one in every if one not in but), *facts)
