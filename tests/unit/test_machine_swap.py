"""A spare invigilation machine goes in; the lock stays with the room (LCK-09)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.closing import RoomEnded
from app.core.incident import NoSuchPlace
from app.core.machine_swap import (
    AnotherMachineServes,
    DataNotRestored,
    MachineNameUnfit,
    MachineSwapped,
    SpareInUse,
    SwapMachine,
    SwapReason,
)
from app.core.operation import SUPERVISORS, NotYetHappened, PersonUnknown
from app.core.permission import AnotherPersonNeeded, NotYourRoom
from app.core.terms import LockSerial, Role, SessionId
from tests.builders import (
    GUIDE,
    GUIDE_2,
    LAW,
    R1,
    R2,
    R9,
    ROOM_LOCK,
    SECOND,
    STRANGER,
    TAX,
    Story,
    at,
    by,
    desk,
    present,
)

WHEN = at("8:10")
SWAP = SwapMachine(R1, "JK-01", "JK-09", SwapReason.DEFECT, True, True, WHEN, GUIDE)


def swapped(ask: SwapMachine = SWAP, lock: LockSerial = ROOM_LOCK) -> MachineSwapped:
    return MachineSwapped(
        ask.room, ask.old, ask.new, ask.reason, lock, ask.checked, ask.restored, ask.happened_at, GUIDE
    )


def test_lck_09_another_machine_serves_the_room_with_the_same_lock() -> None:
    story = Story("started").when(SWAP).then(swapped()).done(SWAP)
    assert story.site.invigilation == {R1: "JK-09"}
    assert story.site.locks[ROOM_LOCK].in_use == R1


def test_lck_09_also_before_a_lock_is_in_use_there() -> None:
    Story("packaged").when(SWAP).then(swapped(lock=LockSerial("")))


def test_lck_09_a_chain_of_swaps_says_each_time_which_machine_goes() -> None:
    story = Story("started").done(SWAP)
    story.when(replace(SWAP, new="JK-10")).then(AnotherMachineServes(R1, "JK-09"))
    story.done(replace(SWAP, old="JK-09", new="JK-01"))


def test_lck_09_a_spare_that_another_room_has_is_no_spare() -> None:
    story = Story("started").done(SWAP)
    story.when(replace(SWAP, room=R2, old="JK-02")).then(SpareInUse("JK-09", R1))
    story.when(replace(SWAP, room=R2, old="JK-09", new="JK-08")).then(SpareInUse("JK-09", R1))
    story.done(replace(SWAP, room=R2, old="JK-02", new="JK-08"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("JK-01", "JK-01"),
        ("", "JK-09"),
        ("JK-01", ""),
        ("jk-01", "JK-09"),
        ("JK-01", "-9"),
        ("JK-01", "JK 9"),
        ("JK-01", "J" * 17),
        ("JK-01", "\uff2a\uff2b-9"),
        ("JK-01", "JK-9\n"),
    ],
)
def test_lck_09_machines_have_plain_names_and_are_two(old: str, new: str) -> None:
    Story("started").when(replace(SWAP, old=old, new=new)).then(MachineNameUnfit(R1))


@pytest.mark.parametrize("name", ["A", "0", "J" * 16, "JK-01-"])
def test_lck_09_the_shortest_and_the_longest_name(name: str) -> None:
    Story("started").done(replace(SWAP, new=name))


def test_lck_09_in_a_running_session_the_data_go_onto_the_new_machine_first() -> None:
    bare = replace(SWAP, restored=False)
    Story("started").when(bare).then(DataNotRestored(R1))
    Story("released").done(bare)
    Story("ended").done(bare)
    story = Story("ended")
    story.site.sessions[TAX].rooms[R1].started_at = at("10:40")
    story.when(bare).then(DataNotRestored(R1))
    story.given(RoomEnded(TAX, R1, at("12:10"), GUIDE)).done(bare)
    del story.site.sessions[LAW].rooms[R1]
    story.done(replace(bare, old="JK-09", new="JK-08"))


def test_lck_09_a_machine_that_was_not_checked_wants_a_supervisor() -> None:
    unchecked = replace(SWAP, checked=False)
    alone = desk(Role.SITE_ADMIN)
    Story("started").done(SWAP, alone)
    Story("started").when(unchecked, alone).then(AnotherPersonNeeded(tuple(sorted(SUPERVISORS))))
    story = Story("started").when(unchecked).then(swapped(unchecked))
    assert story.site.invigilation == {}


def test_sec_02_the_rooms_own_administrator_swaps_there_and_nowhere_else() -> None:
    Story("started").done(SWAP, present(at("12:00"), by(GUIDE, Role.ROOM_ADMIN)))
    other = present(at("12:00"), by(GUIDE_2, Role.ROOM_ADMIN))
    Story("started").when(SWAP, other).then(NotYourRoom(R1, R2))


def test_a_swap_happened_in_a_room_of_the_site_and_someone_told_it() -> None:
    Story("started").when(replace(SWAP, room=R9)).then(NoSuchPlace(SessionId(""), R9))
    Story("started").when(SWAP, desk(now=WHEN - SECOND)).then(NotYetHappened(WHEN, WHEN - SECOND))
    Story("started").when(replace(SWAP, reported_by=STRANGER)).then(PersonUnknown(STRANGER))
