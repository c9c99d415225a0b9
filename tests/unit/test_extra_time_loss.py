"""The loss behind extra time: stated with its cause, after the start, and never more than was lost."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.delay import MinutesUnfit
from app.core.extra_time import AuthorityMissing, GrantExtraTime, Short
from app.core.extra_time_loss import (
    LONGEST,
    CausedByCandidate,
    Loss,
    LostAfterCause,
    LostAfterEnd,
    LostBeforeCause,
    LostBeforeStart,
    MoreThanLost,
    NothingLost,
)
from app.core.extra_time_people import SatElsewhere
from app.core.extra_time_request import RecordToolTime
from app.core.incident import IncidentClosed
from app.core.leaving import NotStartedYet
from app.core.operation import NotYetHappened, PersonUnknown
from app.core.room_move import RoomMoved
from app.core.start import NobodyArranged
from app.core.terms import CauseNo, TransferNo
from app.core.time_state import LossCause
from tests.builders import A1, A2, ADMIN, GUIDE, LAW, R1, R2, R9, SECOND, STRANGER, Story, at
from tests.unit.crowded import INCIDENT, R3, STARTED, came, fixed, of, opened
from tests.unit.time_facts import CUT, asked_for, cut, give, here, lost, room_code, running, was_given

NOW = here("9:32")
NETWORK = CauseNo("AF-002")


def tool(loss: Loss, minutes: int = 61, room: str = R1) -> RecordToolTime:
    return RecordToolTime(LAW, R1 if room == R1 else R9, (A1,), minutes, "BJ-1", loss, knowingly=True)


# By what (TIM-11)


@pytest.mark.parametrize("cause", sorted(set(LossCause) - {LossCause.CANDIDATE}))
def test_tim_11_what_the_candidate_did_not_cause_is_made_good(cause: LossCause) -> None:
    running().done(give(5, A1, loss=lost(cause=cause)), NOW)


def test_tim_11_what_the_candidate_caused_is_not_by_nobodys_leave() -> None:
    loss = lost(cause=LossCause.CANDIDATE)
    story = running(asked_for(60), room_code(60))
    for ask in (give(5, A1, loss=loss), give(5, loss=loss), give(5, A1, loss=loss, knowingly=True), tool(loss)):
        story.when(ask, NOW).then(CausedByCandidate(LAW))


# Minutes


@pytest.mark.parametrize("minutes", [-10, -1, 0, LONGEST + 1])
def test_section_l_minutes_that_are_none(minutes: int) -> None:
    running().when(give(minutes, A1), NOW).then(MinutesUnfit(minutes, LONGEST))
    running().when(tool(lost(), minutes), NOW).then(MinutesUnfit(minutes, LONGEST))


# In which room (TIM-11)


def test_tim_11_before_the_start_a_room_is_delayed_instead() -> None:
    story = Story("released").given(*cut())
    story.when(give(5, A1, loss=lost("8:40", "8:50")), NOW).then(NotStartedYet(LAW, R1))
    running().when(give(5, A1, room=R9), NOW).then(NobodyArranged(LAW, (R9,)))
    running().when(tool(lost(), room=R9), NOW).then(NobodyArranged(LAW, (R9,)))


@pytest.mark.parametrize(("until", "counts"), [("8:29:59", False), ("8:30", False), ("8:30:01", True)])
def test_tim_01_what_was_lost_before_the_start_is_a_delay(until: str, counts: bool) -> None:
    story = running(*cut(NETWORK, R1, "8:20", "8:35"))
    story.when(give(1, A1, loss=lost("8:20", until, NETWORK)), NOW)
    if counts:
        assert isinstance(story.answer, tuple)
    else:
        story.then(LostBeforeStart(LAW, R1, at("8:30")))


# From when to when (TIM-16)


def test_tim_16_lost_time_ends_after_it_began() -> None:
    for since, until in (("9:10", "9:10"), ("9:11", "9:10")):
        running().when(give(1, A1, loss=lost(since, until)), NOW).then(NothingLost(at(since), at(until)))
    running().done(give(1, A1, loss=lost("9:10", "9:10:01")), NOW)


def test_tim_16_it_is_over_when_it_is_entered_and_somebody_known_told_it() -> None:
    """Hostile: minutes in advance, for a loss that is still to come."""
    ahead = at("9:32") + SECOND
    story = running().when(give(1, A1, loss=replace(lost(), until=ahead)), NOW)
    story.then(NotYetHappened(ahead, at("9:32")))
    story.when(give(1, A1, loss=replace(lost(), told_by=STRANGER)), NOW).then(PersonUnknown(STRANGER))
    story.done(give(1, A1, loss=replace(lost(), told_by=ADMIN)), NOW)


def test_tim_16_nothing_was_lost_before_its_cause() -> None:
    early = lost("8:59:59", "9:31")
    running().when(give(5, A1, loss=early), NOW).then(LostBeforeCause(early.since, at("9:00")))
    running().when(tool(early), NOW).then(LostBeforeCause(early.since, at("9:00")))
    running().done(give(5, A1, loss=lost("9:00", "9:31")), NOW)


def test_tim_16_of_several_causes_the_first_begins_it() -> None:
    story = running(*cut(NETWORK, R1, "8:50", "8:55"))
    story.done(give(5, A1, loss=lost("8:50", "9:31", CUT, NETWORK)), NOW)
    story.when(give(5, A1, loss=lost("8:49", "9:31", CUT, NETWORK)), NOW)
    story.then(LostBeforeCause(at("8:49"), at("8:50")))


def test_tim_16_nor_when_every_fault_behind_it_was_long_mended() -> None:
    """Hostile: a fault of the early morning founds minutes at nine."""
    old = cut(NETWORK, R1, "7:00", "7:10")
    story = running(*old)
    story.when(give(5, A1, loss=lost("9:00", "9:10", NETWORK)), NOW).then(LostAfterCause(at("9:00"), at("7:10")))
    story.when(tool(lost("9:00", "9:10", NETWORK)), NOW).then(LostAfterCause(at("9:00"), at("7:10")))
    story.when(give(5, A1, loss=lost("9:31", "9:32")), NOW).then(LostAfterCause(at("9:31"), at("9:31")))
    story.done(give(1, A1, loss=lost("9:30:59", "9:32")), NOW)
    story.done(give(1, A1, loss=lost("9:00", "9:10", NETWORK, CUT)), NOW)


def test_tim_16_an_incident_has_no_such_end() -> None:
    story = running(opened(room=R1), IncidentClosed(INCIDENT, at("8:45")))
    loss = lost("9:00", "9:05", CauseNo(INCIDENT), cause=LossCause.DISTURBANCE)
    story.done(give(5, A1, loss=loss), NOW)


# Not after the end (TIM-16): the first room is over at 10:00, and with minutes for all of it that much later


@pytest.mark.parametrize(("since", "lost_some"), [("9:59:59", True), ("10:00", False), ("10:20", False)])
def test_tim_16_no_answering_time_is_lost_after_the_end_of_the_room(since: str, lost_some: bool) -> None:
    """Hostile: the time is over, nobody handed in yet, and a cut of ten minutes lets everybody write on."""
    now, loss = here("10:40"), lost(since, "10:30", NETWORK)
    story = running(*cut(NETWORK, R1, since, "10:30"))
    for ask in (give(10, loss=loss), give(10, A1, loss=loss), tool(loss)):
        story.when(ask, now)
        if lost_some:
            assert isinstance(story.answer, tuple)
        else:
            story.then(LostAfterEnd(at(since), at("10:00")))


def test_tim_16_minutes_of_the_whole_room_move_that_end_too() -> None:
    now, story = here("10:40"), running(*cut(NETWORK, R1, "10:09", "10:30"), was_given(10, A1, A2, moved=R1))
    for since, over in (("10:09:59", False), ("10:10", True)):
        story.when(give(1, loss=lost(since, "10:30", NETWORK), knowingly=True), now)
        if over:
            story.then(LostAfterEnd(at(since), at("10:10")))
        else:
            story.then(AuthorityMissing(LAW, (Short(A1, 10, 11, 0), Short(A2, 10, 11, 0))))


def test_tim_16_of_one_candidate_it_is_their_own_end() -> None:
    now, story = here("10:40"), running(*cut(NETWORK, R1, "10:04", "10:30"), was_given(5, A1))
    late = lost("10:04", "10:30", NETWORK)
    story.done(give(5, A1, loss=late), now)
    story.when(give(5, A2, loss=late), now).then(LostAfterEnd(at("10:04"), at("10:00")))
    story.when(give(5, loss=late), now).then(LostAfterEnd(at("10:04"), at("10:00")))
    beyond = lost("10:05", "10:30", NETWORK)
    again = running(*cut(NETWORK, R1, "10:04", "10:30"), was_given(5, A1))
    again.when(give(5, A1, loss=beyond), now).then(LostAfterEnd(at("10:05"), at("10:05")))


def test_tim_16_who_came_in_after_it_lost_nothing() -> None:
    story = running()
    of(story, A1).entered_at = at("9:31")
    of(story, A2).entered_at = at("9:30:59")
    story.when(give(5, A1), NOW).then(SatElsewhere(LAW, A1, R1))
    story.when(give(5), NOW).then(was_given(5, A2, moved=R1))


# More than was lost (TIM-11)


@pytest.mark.parametrize(("until", "minutes", "most"), [("9:05", 5, 5), ("9:05:01", 6, 6), ("9:00:01", 1, 1)])
def test_tim_11_begun_minutes_count_whole_and_one_more_is_asked_again(until: str, minutes: int, most: int) -> None:
    loss = lost("9:00", until)
    running().done(give(minutes, A1, loss=loss), NOW)
    too_many = give(minutes + 1, A1, loss=loss)
    running().when(too_many, NOW).then(MoreThanLost(A1, minutes + 1, most))
    running().done(replace(too_many, knowingly=True), NOW)


def test_tim_16_overlapping_losses_count_once() -> None:
    story = running(*cut(NETWORK, R1, "9:05", "9:12"), asked_for(31), room_code(31))
    story.done(give(10, A1, loss=lost("9:00", "9:10")), NOW)
    second = give(7, A1, loss=lost("9:05", "9:12", NETWORK))
    story.when(second, NOW).then(MoreThanLost(A1, 17, 12))
    story.done(replace(second, minutes=2), NOW)
    assert of(story, A1).extra_minutes == 12


def test_tim_16_losses_one_after_the_other_add_up_and_so_do_those_that_touch() -> None:
    story = running(*cut(NETWORK, R1, "9:05", "9:10"))
    story.done(give(5, A1, loss=lost("9:00", "9:05")), NOW)
    story.done(give(5, A1, loss=lost("9:05", "9:10", NETWORK)), NOW)
    assert of(story, A1).extra_minutes == 10


def test_tim_11_the_same_loss_is_not_made_good_twice() -> None:
    story = running().done(give(5, A1, loss=lost("9:00", "9:05")), NOW)
    story.when(give(5, A1, loss=lost("9:00", "9:05")), NOW).then(MoreThanLost(A1, 10, 5))
    story.when(give(5, A2, loss=lost("9:00", "9:05")), NOW)
    assert isinstance(story.answer, tuple)


def test_tim_11_nor_where_it_began_before_the_start() -> None:
    """Hostile: what lay before the start was a delay, and does not make room for a second time."""
    story = running(*cut(NETWORK, R1, "8:20", "8:35"))
    loss = lost("8:20", "8:35", NETWORK)
    story.when(give(6, A1, loss=loss), NOW).then(MoreThanLost(A1, 6, 5))
    story.done(give(5, A1, loss=loss), NOW)
    story.when(give(1, A1, loss=loss), NOW).then(MoreThanLost(A1, 6, 5))


def test_tim_11_what_was_taken_back_does_not_count_as_lost_or_given() -> None:
    story = running(was_given(5, A1, loss=lost("9:00", "9:20")))
    line = story.site.sessions[LAW].extra_time[0]
    line.taken_back_at = at("9:31")
    of(story, A1).extra_minutes = 0
    story.when(give(6, A1, loss=lost("9:00", "9:05")), NOW).then(MoreThanLost(A1, 6, 5))
    story.done(give(5, A1, loss=lost("9:00", "9:05")), NOW)


def test_tim_11_the_first_one_who_would_have_too_much_is_named() -> None:
    story = running(was_given(4, A2, loss=lost("9:00", "9:04")))
    story.when(give(5, loss=lost("9:00", "9:08")), NOW).then(MoreThanLost(A2, 9, 8))


# A room that moved (J-50)


def test_j_50_what_was_lost_in_the_old_room_moves_the_end_of_the_new_one() -> None:
    numbers = tuple(TransferNo(f"A-{n:03}") for n in (1, 2, 3))
    went = RoomMoved(LAW, R1, R3, INCIDENT, numbers, at("9:10"), GUIDE)
    story = fixed(*came(A1, A2), *STARTED, opened(room=R1), *cut(room=R1, since="9:00"), went)
    story.when(give(10, loss=lost("9:00", "9:10")), NOW)
    story.then(was_given(10, moved=R3, loss=lost("9:00", "9:10"))).done(give(10, loss=lost("9:00", "9:10")), NOW)
    rooms = story.site.sessions[LAW].rooms
    assert (rooms[R3].extra_minutes, rooms[R1].extra_minutes) == (10, 0)


def test_j_50_what_was_given_before_goes_along() -> None:
    numbers = tuple(TransferNo(f"A-{n:03}") for n in (1, 2, 3))
    story = fixed(*came(A1, A2), *STARTED, opened(room=R1), *cut(room=R1, since="8:31", until="8:36"))
    story.done(give(5, loss=lost("8:31", "8:36")), here("8:40"))
    story.given(RoomMoved(LAW, R1, R3, INCIDENT, numbers, at("9:10"), GUIDE))
    room = story.site.sessions[LAW].rooms[R3]
    assert (room.extra_minutes, room.door_minutes, room.started_at) == (5, 5, at("8:30"))


def test_the_loss_of_the_second_room_is_of_the_second_room() -> None:
    story = running(*cut(NETWORK, R2, "9:00", "9:10"))
    ask = GrantExtraTime(LAW, R2, (), (), 10, lost("9:00", "9:10", NETWORK))
    answer = story.when(ask, NOW).answer
    assert isinstance(answer, tuple)
