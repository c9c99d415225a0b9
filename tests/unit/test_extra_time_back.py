"""Extra time taken back: a line of the ledger is struck out, stays to be read, and may be given again."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.attendance import RoomHasEnded
from app.core.authorization import UnknownSession
from app.core.closing import RoomEnded
from app.core.extra_time_request import (
    ExtraTimeTakenBack,
    NoSuchGrant,
    TakeBackExtraTime,
    TakeBackReason,
)
from app.core.room_move import RoomMoved
from app.core.terms import GrantNo, SessionId, TransferNo
from app.core.transfer import TransferredIn
from tests.builders import (
    A1,
    A2,
    A3,
    B1,
    GUIDE,
    GUIDE_2,
    LAW,
    R1,
    R2,
    Story,
    at,
)
from tests.unit.crowded import FIRST, INCIDENT, NO_TOKEN, R3, STARTED, came, fixed, of, opened, sent
from tests.unit.time_facts import (
    GIVEN,
    PROVINCE,
    asked_for,
    cut,
    give,
    here,
    lost,
    room_code,
    running,
    was_given,
)

NOW = here("9:32")
BACK = TakeBackExtraTime(LAW, GIVEN, TakeBackReason.MISTYPED)
STRANGE = SessionId("9-9")
SECOND = GrantNo("AB-002")


@pytest.mark.parametrize("reason", TakeBackReason)
def test_tim_15_a_line_is_struck_out_and_stays_to_be_read(reason: TakeBackReason) -> None:
    ask = replace(BACK, reason=reason)
    story = running(was_given(31, moved=R1, tier=PROVINCE))
    fact = ExtraTimeTakenBack(LAW, GIVEN, reason, here("9:40").now)
    story.when(ask, here("9:40")).then(fact).done(ask, here("9:40"))
    state = story.site.sessions[LAW]
    (line,) = state.extra_time
    assert (line.minutes, line.taken_back_at, line.taken_back_for) == (31, at("9:40"), reason)
    assert (of(story, A1).extra_minutes, of(story, A2).extra_minutes) == (0, 0)
    assert state.rooms[R1].runs_from == at("8:30")


def test_tim_15_it_is_taken_back_once_and_only_what_there_is() -> None:
    story = running(was_given(5)).done(BACK, NOW).when(BACK, NOW).then(NoSuchGrant(LAW, GIVEN))
    story.when(replace(BACK, number=SECOND), NOW).then(NoSuchGrant(LAW, SECOND))
    story.when(replace(BACK, session=STRANGE), NOW).then(UnknownSession(STRANGE))


def test_tim_15_then_it_is_given_again_under_a_new_number() -> None:
    """The wrong candidate; the code that was given holds on."""
    story = running(asked_for(31), room_code(31)).done(give(31), NOW).done(BACK, NOW)
    story.when(give(31, without=(A2,)), NOW)
    story.then(was_given(31, A1, moved=R1, tier=PROVINCE, number=SECOND)).done(give(31, without=(A2,)), NOW)
    assert (of(story, A1).extra_minutes, of(story, A2).extra_minutes) == (31, 0)
    assert story.site.sessions[LAW].rooms[R1].extra_minutes == 31


def test_tim_07_the_door_goes_back_too() -> None:
    loss = lost("8:31", "8:36")
    story = Story("started").given(*came(A1, A2), *cut(room=R1, since="8:31", until="8:36"))
    story.done(give(5, loss=loss), here("8:36"))
    room = story.site.sessions[LAW].rooms[R1]
    assert (room.extra_minutes, room.door_minutes) == (5, 5)
    story.done(BACK, here("8:37"))
    assert (room.extra_minutes, room.door_minutes) == (0, 0)


def test_j_50_what_went_along_to_a_new_room_is_taken_back_there() -> None:
    numbers = tuple(TransferNo(f"A-{n:03}") for n in (1, 2, 3))
    went = RoomMoved(LAW, R1, R3, INCIDENT, numbers, at("9:10"), GUIDE)
    story = fixed(*came(A1, A2), *STARTED, opened(room=R1), *cut(room=R1, since="8:31", until="8:36"))
    story.done(give(5, loss=lost("8:31", "8:36")), here("8:40")).given(went)
    story.done(BACK, NOW)
    rooms = story.site.sessions[LAW].rooms
    assert [rooms[one].extra_minutes for one in (R1, R3)] == [0, 0]
    assert of(story, A1).extra_minutes == 0


def test_tim_15_after_the_end_nothing_is_taken_back() -> None:
    ended = RoomEnded(LAW, R1, at("10:00"), GUIDE)
    for line in (was_given(5, moved=R1), was_given(5, A1)):
        running(line, ended).when(BACK, here("10:01")).then(RoomHasEnded(LAW, R1, at("10:00")))


def crowd() -> Story:
    """A3 went from the first room to the second, and was given the minutes of the way."""
    way = lost("8:50", "8:58")
    story = fixed(*came(A1, A2, A3), *came(B1, room=R2), *STARTED, *cut(room=R1, since="8:50"))
    story.given(sent(clock="8:50"), TransferredIn(FIRST, LAW, R1, R2, A3, at("8:58"), GUIDE_2, NO_TOKEN))
    return story.given(was_given(8, A3, loss=way))


def test_tim_15_what_counts_is_where_they_are_now() -> None:
    first, second = (RoomEnded(LAW, room, at("10:00"), GUIDE) for room in (R1, R2))
    crowd().given(first).done(BACK, here("10:01"))
    crowd().given(second).when(BACK, here("10:01")).then(RoomHasEnded(LAW, R2, at("10:00")))
    more = give(1, A3, loss=lost("8:50", "8:59"))
    crowd().given(first).done(more, here("10:01"))


def test_tim_07_where_the_room_has_ended_its_end_is_not_moved_back_although_nobody_of_the_line_is_there() -> None:
    story = crowd()
    story.site.sessions[LAW].extra_time[0].moved = R1
    story.given(RoomEnded(LAW, R1, at("10:08"), GUIDE))
    story.when(BACK, here("10:09")).then(RoomHasEnded(LAW, R1, at("10:08")))


def test_tim_15_of_somebody_the_journal_no_longer_finds_the_line_is_struck_all_the_same() -> None:
    story = running(was_given(5, A1))
    del story.site.sessions[LAW].rooms[R1].sittings[A1]
    story.done(BACK, NOW)
    assert story.site.sessions[LAW].extra_time[0].taken_back_at
