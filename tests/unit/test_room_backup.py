"""A room's backup of the day, kind R: after its last session there, on a registered medium, or it does not count."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from app.core.closing import RoomEnded
from app.core.debts import room_debts
from app.core.gate import CheckName, blocking
from app.core.media import MediumNotRegistered, MediumSealed, MediumUnderSeal, MediumWasLost
from app.core.operation import SUPERVISORS, NotYetHappened
from app.core.permission import AnotherPersonNeeded, NotYourRole, NotYourRoom, SiteLockNeeded
from app.core.room_backup import (
    RecordRoomBackup,
    RoomNotUsed,
    RoomStillInUse,
    TakenTooEarly,
    may_back_up_room,
    over_at,
    rooms_used,
    safe_room_backup,
    used_that_day,
)
from app.core.room_move import RoomMoved
from app.core.safe_state import RoomBackup, RoomSource
from app.core.safekeeping import NameTaken, RecordBackup
from app.core.start import RoomStarted
from app.core.terms import IncidentNo, LockSerial, Role, RoomId, TransferNo
from tests.builders import (
    ADMIN,
    CHIEF,
    D1,
    D2,
    GUIDE,
    LAW,
    LIAONING,
    LOCK,
    NATIONAL,
    R1,
    R2,
    R9,
    ROOM_LOCK,
    SECOND,
    TAX,
    Story,
    at,
    by,
    desk,
    present,
)
from tests.unit.safe_story import BACKED_UP, DAY, OF_ROOMS, OTHER, REGISTERED, SECOND_STICK, STICK, morning_only

ASK = RecordRoomBackup("r-001", R1, DAY, RoomSource.SIGNED, ROOM_LOCK, D1, 1, 1, at("10:02"), STICK)
AFTERNOON = tuple(RoomEnded(TAX, room, at("12:11"), ADMIN) for room in (R1, R2))


def morning() -> Story:
    return morning_only(Story("ended")).given(REGISTERED)


def whole_day() -> Story:
    starts = (RoomStarted(TAX, room, at("10:40"), GUIDE) for room in (R1, R2))
    return Story("ended").given(REGISTERED, *starts)


def test_dat_08_a_rooms_backup_is_entered_once_all_is_over_there() -> None:
    story = morning().when(ASK).then(OF_ROOMS[0]).done(ASK)
    told = (R1, DAY, RoomSource.SIGNED, ROOM_LOCK, D1, 1, 1, at("10:02"))
    made = RoomBackup("r-001", *told, supervised=True, media=(STICK,))
    assert story.site.safe.room_backups == {"r-001": made}
    assert safe_room_backup(story.site, R1, DAY) == made
    assert safe_room_backup(story.site, R2, DAY) is None


def test_dat_08_a_folder_of_another_system_counts_as_much() -> None:
    folder = replace(ASK, source=RoomSource.FOLDER, lock=LockSerial(""), files=12)
    story = morning().done(folder)
    assert safe_room_backup(story.site, R1, DAY)


def test_dat_08_made_a_second_before_the_end_it_does_not_count() -> None:
    over = at("10:01")
    early = replace(ASK, taken_at=over - SECOND)
    morning().when(early).then(TakenTooEarly(R1, over - SECOND, over))
    story = morning().done(replace(ASK, taken_at=over))
    # The end is told anew, a second later than was thought: what was made before it counts no more.
    story.given(RoomEnded(LAW, R1, over + SECOND, ADMIN))
    assert safe_room_backup(story.site, R1, DAY) is None


def test_dat_08_none_is_made_at_a_time_to_come() -> None:
    soon = at("12:00") + SECOND
    morning().when(replace(ASK, taken_at=soon)).then(NotYetHappened(soon, at("12:00")))
    morning().done(replace(ASK, taken_at=at("12:00")))


def test_dat_08_while_a_session_of_the_day_is_still_to_come_there_is_none() -> None:
    story = whole_day().when(ASK).then(RoomStillInUse(R1, DAY))
    assert over_at(story.site, R1, DAY) is None
    story.given(*AFTERNOON)
    late = desk(now=at("13:00"))
    story.when(ASK, late).then(TakenTooEarly(R1, at("10:02"), at("12:11")))
    story.done(replace(ASK, taken_at=at("12:11")), late)
    assert [one.session for one in used_that_day(story.site, R1, DAY)] == [LAW, TAX]


def test_dat_08_a_room_used_in_the_morning_only_owes_that_day_all_the_same() -> None:
    story = whole_day().given(*AFTERNOON)
    rooms = story.site.sessions[TAX].rooms
    rooms[R1].sittings.clear()
    rooms[R1].started_at = None
    assert over_at(story.site, R1, DAY) == at("10:01")
    assert over_at(story.site, R2, DAY) == at("12:11")
    assert tuple(rooms_used(story.site)) == ((DAY, R1), (DAY, R2))
    law, tax = (story.site.sessions[one].rooms for one in (LAW, TAX))
    owed = [blocking(room_debts(story.site, one, LIAONING)) for one in (law[R1], law[R2], tax[R1], tax[R2])]
    assert [CheckName.ROOM_BACKUP in one for one in owed] == [True, False, False, True]
    story.done(ASK)
    assert CheckName.ROOM_BACKUP not in blocking(room_debts(story.site, law[R1], LIAONING))


@pytest.mark.parametrize("room", [R9, RoomId("")])
def test_dat_08_a_room_that_held_nothing_has_nothing_to_back_up(room: RoomId) -> None:
    morning().when(replace(ASK, room=room)).then(RoomNotUsed(room, DAY))
    tomorrow = DAY + timedelta(days=1)
    morning().when(replace(ASK, day=tomorrow)).then(RoomNotUsed(R1, tomorrow))
    assert over_at(morning().site, room, DAY) is None
    assert may_back_up_room(morning().site, R1, DAY, at("10:01")) is None


def test_dat_11_it_lies_on_a_registered_medium_or_it_is_none() -> None:
    morning().when(replace(ASK, medium=OTHER)).then(MediumNotRegistered(OTHER))
    sealed = morning().given(MediumSealed(STICK, "S-1", at("11:00")))
    sealed.when(ASK).then(MediumUnderSeal(STICK, "S-1"))


def test_dat_08_versions_are_kept_and_none_is_overwritten_by_either_kind() -> None:
    story = morning().done(ASK).when(replace(ASK, digest=D2)).then(NameTaken("r-001"))
    story.done(replace(ASK, name="r-001-2", digest=D2))
    found = safe_room_backup(story.site, R1, DAY)
    assert found
    assert found.name == "r-001-2"
    both = morning_only(Story("checked")).given(REGISTERED, BACKED_UP)
    both.when(replace(ASK, name="b")).then(NameTaken("b"))
    both.done(ASK).when(RecordBackup("r-001", LAW, D1, 1, 1, "", STICK)).then(NameTaken("r-001"))


def test_lck_04_the_rooms_own_administrator_may_and_nobody_of_another_room() -> None:
    own = present(at("12:00"), by(GUIDE, Role.ROOM_ADMIN), rules=NATIONAL)
    assert not morning().done(ASK, own).site.safe.room_backups["r-001"].supervised
    beside = present(at("12:00"), by(GUIDE, Role.ROOM_ADMIN), by(CHIEF, Role.CHIEF))
    assert morning().done(ASK, beside).site.safe.room_backups["r-001"].supervised
    morning().when(replace(ASK, room=R2), beside).then(NotYourRoom(R2, R1))
    morning().when(ASK, desk(Role.CHIEF)).then(NotYourRole(Role.CHIEF, (Role.ROOM_ADMIN, Role.SITE_ADMIN)))
    morning().when(ASK, desk(locks=())).then(SiteLockNeeded(LOCK))


def test_lck_04_where_the_rulebook_lists_it_nobody_does_it_alone() -> None:
    morning().done(ASK, desk(Role.SITE_ADMIN, rules=NATIONAL))
    morning().when(ASK, desk(Role.SITE_ADMIN)).then(AnotherPersonNeeded(tuple(sorted(SUPERVISORS))))


def test_dat_08_the_newest_that_counts_is_the_one() -> None:
    """The newer one lay on a medium that was lost."""
    again = replace(OF_ROOMS[0], name="r-001-2", medium=OTHER)
    story = morning().given(SECOND_STICK, OF_ROOMS[0], again, MediumWasLost(OTHER, at("11:00"), ADMIN))
    found = safe_room_backup(story.site, R1, DAY)
    assert found
    assert found.name == "r-001"


def test_dat_08_a_room_that_was_left_is_owed_as_well() -> None:
    """In the afternoon everyone went to another room; the morning's answers are on the machine that was left."""
    story = whole_day()
    numbers = tuple(TransferNo(f"A-{n:03}") for n in (1, 2))
    story.given(RoomMoved(TAX, R1, R9, IncidentNo("A-001"), numbers, at("11:10"), GUIDE))
    law, tax = (story.site.sessions[one].rooms[R1] for one in (LAW, TAX))
    assert (DAY, R1) in tuple(rooms_used(story.site))
    assert CheckName.ROOM_BACKUP not in blocking(room_debts(story.site, law, LIAONING))
    assert blocking(room_debts(story.site, tax, LIAONING)) == (CheckName.ROOM_BACKUP,)
    story.done(replace(ASK, taken_at=at("11:30")))
    assert blocking(room_debts(story.site, tax, LIAONING)) == ()
