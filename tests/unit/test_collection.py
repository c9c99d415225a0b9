"""What a room tells of its answers before its end: collected and verified, by count (CLK-13, DAT-01 to DAT-03)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.about_candidate import NotInThisSession
from app.core.attendance import AttendanceConfirmed, RoomHasEnded, RoomNotStarted
from app.core.closing import AnswersWrittenOff
from app.core.collection import (
    CollectedByHand,
    CountDiffers,
    LoggedInAfterAll,
    NothingByHand,
    NotToCollect,
    ResultTellsIt,
    RollFirst,
    to_collect,
)
from app.core.correction import AttendanceCorrected, CorrectionReason
from app.core.gate import CheckName
from app.core.incident import IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.leaving import ClosureNotOver
from app.core.login import LoggedIn
from app.core.operation import NotYetHappened, PersonUnknown
from app.core.room_gate import blockers
from app.core.room_move import MoveRoom, ResultIsIn, RoomMoved
from app.core.room_open import RoomCalledOff, RoomMovedAway
from app.core.room_state import Answers, CalledOff
from app.core.terms import Ticket, TransferNo
from tests.builders import (
    A1,
    A2,
    A3,
    B1,
    GUIDE,
    LAW,
    NATIONAL,
    NOBODY,
    R1,
    R9,
    SECOND,
    STRANGER,
    Story,
    at,
    desk,
)
from tests.unit.alone_story import LOST, LOST_ANSWERS, came_back, of, out, room
from tests.unit.told_answers import BY_HAND, NONE, WHEN, answers, enters, tells, told

AWAY = RoomMoved(LAW, R1, R9, LOST, tuple(TransferNo(f"A-00{n}") for n in (1, 2, 3)), at("9:10"), GUIDE)


# Told by voice (CLK-13, DAT-02)


def test_dat_02_everybody_handed_in_and_is_verified_or_never_logged_in() -> None:
    story = Story("confirmed").when(tells()).then(told()).done(tells())
    assert answers(story) == [Answers.COLLECTED, Answers.NEVER_LOGGED_IN, Answers.OPEN]
    assert room(story).answers_confirmed_at == WHEN
    assert blockers(story.site, room(story)) == (CheckName.VIOLATIONS,)


def test_clk_13_whose_submission_did_not_get_through_is_collected_by_hand() -> None:
    story = Story("confirmed").when(tells(1, NONE, (A2,))).then(told((A1,), NONE, (A2,))).done(tells(1, NONE, (A2,)))
    assert (of(story, A2).answers, of(story, A2).by_hand) == (Answers.OPEN, True)
    assert blockers(story.site, room(story)) == (CheckName.BY_HAND, CheckName.VIOLATIONS)
    story.when(BY_HAND).then(CollectedByHand(LAW, R1, A2, at("10:05"), GUIDE)).done(BY_HAND)
    assert (of(story, A2).answers, of(story, A2).by_hand) == (Answers.COLLECTED, False)
    assert blockers(story.site, room(story)) == (CheckName.VIOLATIONS,)
    story.when(BY_HAND).then(NothingByHand(A2))


def test_dat_01_nothing_by_hand_where_nothing_was_said() -> None:
    Story("confirmed").when(BY_HAND).then(NothingByHand(A2))
    Story("confirmed").when(replace(BY_HAND, ticket=NOBODY)).then(NotInThisSession(LAW, NOBODY))
    story = Story("confirmed").given(told((A1,), NONE, (A2,)))
    story.when(BY_HAND, desk(now=at("10:04"))).then(NotYetHappened(at("10:05"), at("10:04")))
    story.when(replace(BY_HAND, reported_by=STRANGER)).then(PersonUnknown(STRANGER))


def test_dat_01_what_was_to_come_by_hand_may_be_lost_too() -> None:
    story = Story("confirmed").given(told((A1,), NONE, (A2,)), LOST_ANSWERS, AnswersWrittenOff(LAW, R1, A2, LOST))
    assert of(story, A2).by_hand is False
    assert blockers(story.site, room(story)) == (CheckName.VIOLATIONS,)


@pytest.mark.parametrize("count", [0, 2, -1])
def test_dat_02_the_count_is_the_one_of_the_roll(count: int) -> None:
    Story("confirmed").when(tells(count)).then(CountDiffers(LAW, R1, count, 1))


def test_dat_01_zero_present_is_a_count_too() -> None:
    nobody = AttendanceConfirmed(LAW, R1, (), (A1, A2, A3), at("8:40"), GUIDE)
    story = Story("started").given(nobody).when(tells(0, NONE)).then(told(NONE, NONE))
    story.when(tells(1, NONE)).then(CountDiffers(LAW, R1, 1, 0))


@pytest.mark.parametrize(
    ("never", "by_hand", "odd"),
    [
        ((A3,), NONE, (A3,)),
        ((B1,), NONE, (B1,)),
        (NONE, (NOBODY, A3), (NOBODY, A3)),
        ((A2,), (A2,), (A2,)),
    ],
    ids=["absent", "of another room", "nobody and absent", "both at once"],
)
def test_dat_01_only_who_is_present_is_excepted_and_once(
    never: tuple[Ticket, ...], by_hand: tuple[Ticket, ...], odd: tuple[Ticket, ...]
) -> None:
    Story("confirmed").when(tells(1, never, by_hand)).then(NotToCollect(LAW, R1, odd))


def test_dat_01_who_logged_in_did_not_never_do_so() -> None:
    seen = LoggedIn(LAW, R1, A2, "002", at("8:35"), GUIDE)
    Story("confirmed").given(seen).when(tells()).then(LoggedInAfterAll(LAW, R1, (A2,)))
    Story("confirmed").given(seen).done(tells(1, NONE, (A2,)))


def test_dat_01_who_goes_on_alone_or_is_written_off_is_not_counted_in_the_room() -> None:
    story = out()
    assert [one.ticket for one in to_collect(room(story))] == [A2, A3]
    story.when(tells(2, (A1,))).then(NotToCollect(LAW, R1, (A1,)))
    story.when(tells(3, NONE)).then(CountDiffers(LAW, R1, 3, 2))
    story.done(tells(2, NONE))
    assert of(story).answers is Answers.OPEN
    story.given(came_back()).done(tells(2, NONE))
    assert of(story).answers is Answers.COLLECTED
    gone = Story("confirmed").given(LOST_ANSWERS, AnswersWrittenOff(LAW, R1, A2, LOST))
    gone.when(tells(2, NONE)).then(CountDiffers(LAW, R1, 2, 1))
    gone.when(tells(1, (A2,))).then(NotToCollect(LAW, R1, (A2,)))


def test_dat_02_told_once_more_it_is_put_right_but_nothing_collected_is_taken_back() -> None:
    story = Story("confirmed").given(told((A1,), NONE, (A2,)))
    story.when(tells(0, (A1,), (A2,))).then(NotToCollect(LAW, R1, (A1,)))
    story.done(tells())
    assert (of(story, A2).answers, of(story, A2).by_hand) == (Answers.NEVER_LOGGED_IN, False)


def test_dat_02_first_the_roll() -> None:
    Story("started").when(tells()).then(RollFirst(LAW, R1))


def test_clk_13_nobody_hands_in_before_the_closure_ends() -> None:
    for rules, opens in ((None, "9:45"), (NATIONAL, "10:00")):
        here = desk() if rules is None else desk(rules=rules)
        early = replace(tells(), happened_at=at(opens) - SECOND)
        Story("confirmed").when(early, here).then(ClosureNotOver(LAW, R1, at(opens)))
        Story("confirmed").done(replace(tells(), happened_at=at(opens)), here)
    before = replace(enters(), happened_at=at("9:45") - SECOND)
    Story("confirmed").when(before).then(ClosureNotOver(LAW, R1, at("9:45")))
    Story("confirmed").done(replace(enters(), happened_at=at("9:45")))


def test_dat_02_where_and_when_nothing_is_told() -> None:
    for ask in (tells(), enters()):
        Story("released").when(ask).then(RoomNotStarted(LAW, R1))
        Story("confirmed").when(replace(ask, room=R9)).then(RoomNotStarted(LAW, R9))
        Story("confirmed").when(ask, desk(now=WHEN - SECOND)).then(NotYetHappened(WHEN, WHEN - SECOND))
        Story("confirmed").when(replace(ask, reported_by=STRANGER)).then(PersonUnknown(STRANGER))
        Story("confirmed").given(AWAY).when(ask).then(RoomMovedAway(LAW, R1, R9))
        off = Story("confirmed")
        room(off).called_off = CalledOff.CANCELLED
        off.when(ask).then(RoomCalledOff(LAW, R1, CalledOff.CANCELLED))
    Story("ended").when(tells()).then(RoomHasEnded(LAW, R1, at("10:01")))
    Story("reported").when(tells()).then(ResultTellsIt(LAW, R1))


def test_dat_02_what_changes_in_the_room_has_to_be_told_again() -> None:
    """A correction of the roll, and somebody who goes on alone after all."""
    corrected = AttendanceCorrected(LAW, R1, A3, True, CorrectionReason.MISHEARD, at("10:01"), GUIDE)
    story = Story("confirmed").given(told(), corrected)
    assert room(story).answers_confirmed_at is None
    assert CheckName.ANSWERS in blockers(story.site, room(story))
    story.when(tells()).then(CountDiffers(LAW, R1, 1, 2)).done(tells(2))
    assert answers(story) == [Answers.COLLECTED, Answers.NEVER_LOGGED_IN, Answers.COLLECTED]


def test_dat_02_told_again_whom_the_room_does_not_name_has_no_answers_there() -> None:
    """A1 was counted and never came; A2 is written off, and stays so."""
    never_came = AttendanceCorrected(LAW, R1, A1, False, CorrectionReason.NEVER_CAME, at("10:01"), GUIDE)
    gone = AnswersWrittenOff(LAW, R1, A2, LOST)
    story = Story("confirmed").given(told((A1,), NONE, (A2,)), never_came, gone).done(tells(0, NONE))
    assert answers(story) == [Answers.OPEN, Answers.WRITTEN_OFF, Answers.OPEN]


def test_dat_02_nobody_moves_on_from_a_room_that_has_told() -> None:
    story = Story("confirmed").given(told(), IncidentOpened(LOST, IncidentKind.POWER, LAW, R1, at("9:00"), GUIDE))
    story.when(MoveRoom(LAW, R1, R9, LOST, at("10:02"), GUIDE)).then(ResultIsIn(LAW, R1))
