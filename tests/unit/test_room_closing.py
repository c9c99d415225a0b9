"""Closed rooms: sealed by two the day before, opened on the day or for a reason, closed anew after anyone was in."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.core.arrangement import PackageMissing
from app.core.hardware import CheckMachines
from app.core.hardware_items import MachineKind
from app.core.incident import NoSuchPlace
from app.core.operation import SECOND_PERSON, NotYetHappened, PersonUnknown
from app.core.permission import AnotherPersonNeeded, NotYourRole, NotYourRoom
from app.core.room_closing import (
    CloseRooms,
    DoorSealUnfit,
    DoorSealUsed,
    LaterClosingKnown,
    OpeningNeedsReason,
    OpeningReason,
    OpenRooms,
    RoomClosedAlready,
    RoomNotClosed,
    RoomsClosed,
    RoomSeal,
    RoomsOpened,
)
from app.core.terms import Role, RoomId, SessionId
from tests.builders import (
    ADMIN,
    CHIEF,
    GUIDE,
    LAW,
    MINUTE,
    R1,
    R2,
    R9,
    SECOND,
    STRANGER,
    TAX,
    Story,
    alone,
    at,
    by,
    present,
)
from tests.unit.checked_machines import check

EVE, MORNING = at("16:00", 29), at("7:00")
NOW = at("18:00", 29)
PAIR = (by(ADMIN, Role.SITE_ADMIN), by(CHIEF, Role.CHIEF))
TWO, TODAY = present(NOW, *PAIR), present(at("9:00"), *PAIR)
BOTH = (RoomSeal(R1, "F-0001"), RoomSeal(R2, "F-0002"))
SECOND_MISSING = AnotherPersonNeeded(tuple(sorted(SECOND_PERSON)))


def shut(*seals: RoomSeal, when: datetime = EVE) -> CloseRooms:
    return CloseRooms(seals, when, GUIDE)


def opened(
    *rooms: RoomId, when: datetime = MORNING, reason: OpeningReason | None = None, intact: bool = True
) -> OpenRooms:
    return OpenRooms(rooms, intact, reason, when, GUIDE)


def closed() -> Story:
    return Story("packaged").done(shut(*BOTH), TWO)


def touched(room: RoomId, when: datetime) -> CheckMachines:
    return CheckMachines((check(MachineKind.EXAM, f"PC-{room}", room, mouse="yes"),), "", when, GUIDE)


def test_rdy_11_rooms_are_closed_under_a_seal_each_by_two_persons() -> None:
    story = Story("packaged").when(shut(*BOTH), alone(NOW)).then(SECOND_MISSING)
    story.when(shut(*BOTH), TWO).then(RoomsClosed(BOTH, EVE, GUIDE)).done(shut(*BOTH), TWO)
    one = story.site.closed_rooms[R1]
    assert (one.seal, one.at, one.shut, one.disturbed, one.last_at) == ("F-0001", EVE, True, False, EVE)
    story.when(shut(), TWO).then()


@pytest.mark.parametrize("seal", ["", "f-1", "-F1", "F 1", "F" * 21, "F-1\n"])
def test_rdy_11_a_seal_has_a_number(seal: str) -> None:
    Story("packaged").when(shut(RoomSeal(R1, seal)), TWO).then(DoorSealUnfit(R1))
    Story("packaged").when(shut(RoomSeal(R1, "F" * 20)), TWO).then(RoomsClosed((RoomSeal(R1, "F" * 20),), EVE, GUIDE))


def test_rdy_11_a_seal_serves_once() -> None:
    Story("packaged").when(shut(BOTH[0], RoomSeal(R2, "F-0001")), TWO).then(DoorSealUsed("F-0001"))
    Story("packaged").when(shut(BOTH[0], RoomSeal(R1, "F-0003")), TWO).then(DoorSealUnfit(R1))
    story = closed().done(opened(R1, when=NOW, reason=OpeningReason.TEST), TWO)
    story.when(shut(BOTH[0], when=NOW), TWO).then(DoorSealUsed("F-0001"))
    story.done(shut(RoomSeal(R1, "F-0003"), when=NOW), TWO)
    # Nor when its room has long had another.
    story.done(opened(R2, when=NOW, reason=OpeningReason.TEST), TWO)
    for seal in ("F-0001", "F-0002", "F-0003"):
        story.when(shut(RoomSeal(R2, seal), when=NOW), TWO).then(DoorSealUsed(seal))
    story.done(shut(RoomSeal(R2, "F-0004"), when=NOW), TWO)
    assert story.site.closed_rooms[R2].former == {"F-0002"}


def test_rdy_11_a_room_is_closed_once_until_someone_was_in() -> None:
    again = RoomSeal(R1, "F-0003")
    story = closed().when(shut(again, when=NOW), TWO).then(RoomClosedAlready(R1, "F-0001"))
    story.done(touched(R1, EVE + 5 * MINUTE), TWO).done(touched(R1, EVE + MINUTE), TWO)
    one = story.site.closed_rooms[R1]
    assert (one.disturbed, one.disturbed_at, one.shut) == (True, EVE + 5 * MINUTE, True)
    # In hindsight it cannot have been closed before that.
    story.when(shut(again, when=EVE + 4 * MINUTE), TWO).then(LaterClosingKnown(R1, EVE + 5 * MINUTE))
    story.done(shut(again, when=EVE + 5 * MINUTE), TWO)
    one = story.site.closed_rooms[R1]
    assert (one.seal, one.disturbed, one.at) == ("F-0003", False, EVE + 5 * MINUTE)


def test_rdy_11_what_was_done_before_it_was_closed_disturbs_nothing() -> None:
    story = closed().done(touched(R1, EVE), TWO).done(touched(R1, EVE - MINUTE), TWO)
    assert not story.site.closed_rooms[R1].disturbed
    story.done(opened(R1, when=NOW, reason=OpeningReason.REPAIR), TWO).done(touched(R1, NOW), TWO)
    assert not story.site.closed_rooms[R1].disturbed


def test_closing_is_told_by_someone_known_after_it_happened_of_a_room_that_is_there() -> None:
    early = present(EVE - SECOND, *PAIR)
    Story("packaged").when(shut(*BOTH), early).then(NotYetHappened(EVE, early.now))
    Story("packaged").when(CloseRooms(BOTH, EVE, STRANGER), TWO).then(PersonUnknown(STRANGER))
    Story("packaged").when(shut(RoomSeal(R9, "F-1")), TWO).then(NoSuchPlace(SessionId(""), R9))
    Story("enrolled").when(shut(*BOTH), TWO).then(PackageMissing())


def test_rdy_11_on_the_exam_day_rooms_are_opened_as_they_are() -> None:
    story = closed().when(opened(R1, R2, R1), alone(TODAY.now))
    story.then(RoomsOpened((R1, R2), True, None, MORNING, GUIDE)).done(opened(R1, R2), alone(TODAY.now))
    one = story.site.closed_rooms[R1]
    assert (one.seal, one.at, one.shut, one.opened_at, one.last_at) == ("F-0001", EVE, False, MORNING, MORNING)
    story.when(opened(R1), alone(TODAY.now)).then(RoomNotClosed(R1))
    story.when(opened(), alone(TODAY.now)).then()


def test_rdy_11_a_broken_or_wrong_seal_is_seen_by_two() -> None:
    broken = opened(R1, intact=False)
    story = closed().when(broken, alone(TODAY.now)).then(SECOND_MISSING)
    story.when(broken, TODAY).then(RoomsOpened((R1,), False, None, MORNING, GUIDE))


def test_rdy_11_before_its_day_a_room_is_opened_for_a_reason_and_by_two() -> None:
    story = closed().when(opened(R1, when=NOW), TWO).then(OpeningNeedsReason())
    why = opened(R1, when=NOW, reason=OpeningReason.EMERGENCY)
    story.when(why, alone(NOW)).then(SECOND_MISSING)
    story.when(why, TWO).then(RoomsOpened((R1,), True, OpeningReason.EMERGENCY, NOW, GUIDE)).done(why, TWO)
    # Closing it in hindsight would undo that.
    late = shut(RoomSeal(R1, "F-0003"), when=NOW - MINUTE)
    story.when(late, TWO).then(LaterClosingKnown(R1, NOW))
    # Without a session that sits here there is no exam day.
    bare = closed()
    for session in (LAW, TAX):
        bare.site.sessions[session].rooms.clear()
    bare.when(opened(R1), TODAY).then(OpeningNeedsReason())


def test_rdy_11_only_a_room_that_was_closed_then_is_opened() -> None:
    Story("packaged").when(opened(R1), TODAY).then(RoomNotClosed(R1))
    closed().when(opened(R1, R9), TODAY).then(RoomNotClosed(R9))
    closed().when(opened(R1, when=EVE - SECOND, reason=OpeningReason.TEST), TWO).then(RoomNotClosed(R1))
    closed().done(opened(R1, when=EVE, reason=OpeningReason.TEST), TWO)
    strange = OpenRooms((R1,), True, None, MORNING, STRANGER)
    closed().when(strange, TODAY).then(PersonUnknown(STRANGER))


def test_g_10_who_serves_one_room_closes_and_opens_that_room() -> None:
    pair = (by(GUIDE, Role.ROOM_ADMIN), by(CHIEF, Role.CHIEF))
    eve, today = present(NOW, *pair), present(TODAY.now, *pair)
    roles = NotYourRole(Role.ROOM_ADMIN, (Role.SITE_ADMIN, Role.TECHNICIAN))
    story = Story("packaged").when(shut(*BOTH), eve).then(roles)
    story.when(shut(BOTH[1]), eve).then(NotYourRoom(R2, R1))
    story.done(shut(BOTH[0]), eve).done(shut(BOTH[1]), TWO)
    story.when(opened(R1, R2), today).then(roles)
    story.when(opened(R2), today).then(NotYourRoom(R2, R1))
    story.done(opened(R1), today)
