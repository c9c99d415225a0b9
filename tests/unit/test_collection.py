"""What a room tells of its answers before its end: collected and verified, by count (CLK-13, DAT-01 to DAT-03)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.about_candidate import NotInThisSession
from app.core.attendance import AttendanceConfirmed, RoomHasEnded, RoomNotStarted
from app.core.closing import AnswersChecked, AnswersWrittenOff, RoomEnded
from app.core.collection import (
    AnswersConfirmed,
    CollectByHand,
    CollectedByHand,
    ConfirmCollected,
    CountDiffers,
    EnterRoomResult,
    LoggedInAfterAll,
    NothingByHand,
    NotToCollect,
    ResultTellsIt,
    RollFirst,
    RoomResultEntered,
    to_collect,
)
from app.core.correction import AttendanceCorrected, CorrectionReason
from app.core.damaged_result import DamagedResultCame, NoteDamagedResult
from app.core.gate import CheckName
from app.core.incident import IncidentClosed, IncidentKind, IncidentOpened
from app.core.leaving import ClosureNotOver
from app.core.login import LoggedIn
from app.core.operation import SECOND_PERSON, Fact, NotYetHappened, PersonUnknown
from app.core.override import CheckOverridden
from app.core.permission import AnotherPersonNeeded
from app.core.room_gate import blockers
from app.core.room_move import MoveRoom, ResultIsIn, RoomMoved
from app.core.room_open import RoomCalledOff, RoomMovedAway
from app.core.room_result import ResultReasonNeeded, TakeRoomResult
from app.core.room_state import Answers, CalledOff, OverrideReason, ResultReason, RoomResult
from app.core.terms import Digest, IncidentNo, Role, RoomId, Ticket, TransferNo
from tests.builders import (
    A1,
    A2,
    A3,
    ADMIN,
    B1,
    D1,
    D2,
    GUIDE,
    LAW,
    NATIONAL,
    NOBODY,
    R1,
    R9,
    ROOM_LOCK,
    SECOND,
    STRANGER,
    Story,
    at,
    desk,
)
from tests.unit.alone_story import LOST, LOST_ANSWERS, came_back, of, out, room

WHEN = at("10:00")
NONE: tuple[Ticket, ...] = ()


def tells(count: int = 1, never: tuple[Ticket, ...] = (A2,), by_hand: tuple[Ticket, ...] = ()) -> ConfirmCollected:
    return ConfirmCollected(LAW, R1, count, never, by_hand, WHEN, GUIDE)


def told(
    collected: tuple[Ticket, ...] = (A1,), never: tuple[Ticket, ...] = (A2,), by_hand: tuple[Ticket, ...] = ()
) -> AnswersConfirmed:
    return AnswersConfirmed(LAW, R1, collected, never, by_hand, WHEN, GUIDE)


def enters(count: int = 1, never: tuple[Ticket, ...] = (A2,)) -> EnterRoomResult:
    return EnterRoomResult(LAW, R1, count, never, WHEN, GUIDE)


def entered(version: int = 1) -> RoomResultEntered:
    return RoomResultEntered(LAW, R1, version, (A1,), (A2,), WHEN, GUIDE)


def answers(story: Story) -> list[Answers]:
    return [of(story, one).answers for one in (A1, A2, A3)]


BY_HAND = CollectByHand(LAW, A2, at("10:05"), GUIDE)
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


def test_dat_02_nobody_moves_on_from_a_room_that_has_told() -> None:
    story = Story("confirmed").given(told(), IncidentOpened(LOST, IncidentKind.POWER, LAW, R1, at("9:00"), GUIDE))
    story.when(MoveRoom(LAW, R1, R9, LOST, at("10:02"), GUIDE)).then(ResultIsIn(LAW, R1))


# A result typed in (DAT-03)


def test_dat_03_counts_and_exceptions_before_two_persons() -> None:
    alone = AnotherPersonNeeded(tuple(sorted(SECOND_PERSON)))
    story = Story("confirmed").when(enters(), desk(Role.SITE_ADMIN)).then(alone)
    story.when(enters()).then(entered()).done(enters())
    assert room(story).result == RoomResult(Digest(""), 1, (), by_hand=True)
    assert answers(story) == [Answers.COLLECTED, Answers.NEVER_LOGGED_IN, Answers.OPEN]
    assert blockers(story.site, room(story)) == (CheckName.VIOLATIONS,)
    story.when(tells()).then(ResultTellsIt(LAW, R1))


def test_dat_03_typed_in_it_has_to_be_right() -> None:
    Story("confirmed").when(enters(2)).then(CountDiffers(LAW, R1, 2, 1))
    Story("started").when(enters()).then(RollFirst(LAW, R1))
    Story("confirmed").when(enters(1, (A3,))).then(NotToCollect(LAW, R1, (A3,)))


def test_dat_03_what_is_still_to_come_by_hand_comes_first() -> None:
    story = Story("confirmed").given(told((A1,), NONE, (A2,)))
    story.when(enters(1, NONE)).then(CountDiffers(LAW, R1, 1, 2))
    story.done(BY_HAND).done(enters(2, NONE))


def test_dat_03_a_second_one_says_why_and_the_same_is_none() -> None:
    story = Story("confirmed").given(entered()).when(enters()).then()
    story.when(enters(2, NONE)).then(ResultReasonNeeded(LAW, R1, 2))
    why = ResultReason.FIRST_INCOMPLETE
    again = RoomResultEntered(LAW, R1, 2, (A1, A2), NONE, WHEN, GUIDE, why)
    story.when(replace(enters(2, NONE), reason=why)).then(again).given(again).when(enters(2, NONE)).then()
    first = Story("confirmed").when(replace(enters(), reason=why))
    first.then(entered())


def test_dat_03_after_the_end_too_and_it_voids_the_check() -> None:
    story = Story("confirmed").given(told(), RoomEnded(LAW, R1, at("10:01"), ADMIN), AnswersChecked(LAW, at("10:02")))
    story.done(enters())
    assert story.site.sessions[LAW].checked_at is None


def test_dat_03_a_signed_result_is_not_typed_over_but_takes_the_place_of_a_typed_one() -> None:
    Story("reported").when(enters()).then(ResultTellsIt(LAW, R1))
    story = Story("confirmed").given(entered())
    take = TakeRoomResult(LAW, R1, D1, ROOM_LOCK, ())
    story.when(take).then(ResultReasonNeeded(LAW, R1, 2))
    story.done(replace(take, reason=ResultReason.WRONG_FILE))
    assert room(story).result
    assert room(story).result.by_hand is False


def test_dat_03_typed_anew_after_a_change_it_lets_nothing_stand() -> None:
    passed = CheckOverridden(LAW, R1, CheckName.RESULT_DIFFERS, OverrideReason.SEEN_IN_ROOM, at("10:02"))
    corrected = AttendanceCorrected(LAW, R1, A3, True, CorrectionReason.MISHEARD, at("10:01"), GUIDE)
    story = Story("confirmed").given(entered(), corrected, passed)
    story.when(enters(2)).then(ResultReasonNeeded(LAW, R1, 2))
    story.done(replace(enters(2), reason=ResultReason.FIRST_INCOMPLETE))
    assert room(story).result == RoomResult(Digest(""), 2, (), True, ResultReason.FIRST_INCOMPLETE)
    assert room(story).overridden == {}


# Damaged (DAT-02)


def damaged(file: Digest = D2, where: RoomId = R1, ticket: str = "") -> NoteDamagedResult:
    return NoteDamagedResult(LAW, where, file, Ticket(ticket))


FIRST = IncidentNo("A-001")
R_07 = IncidentOpened(FIRST, IncidentKind.ANSWERS_DAMAGED, LAW, R1, at("12:00"), ADMIN)


def came(file: Digest = D2, ticket: str = "") -> DamagedResultCame:
    return DamagedResultCame(LAW, R1, file, Ticket(ticket), at("12:00"))


def test_dat_02_a_damaged_file_is_an_incident_and_is_kept_in_mind() -> None:
    story = Story("confirmed").when(damaged()).then(came(), R_07).done(damaged())
    assert room(story).damaged == (D2,)
    assert (room(story).result, answers(story)) == (None, [Answers.OPEN] * 3)
    story.when(damaged()).then()


@pytest.mark.parametrize("ticket", ["", A1])
def test_dat_02_one_incident_holds_all_damaged_files_while_it_is_open(ticket: str) -> None:
    story = Story("confirmed").done(damaged()).when(damaged(D1, ticket=ticket)).then(came(D1, ticket))
    story.given(IncidentClosed(FIRST, at("11:00")))
    second = replace(R_07, number=IncidentNo("A-002"))
    story.when(damaged(D1)).then(came(D1), second)
    other: tuple[Fact, ...] = (replace(R_07, kind=IncidentKind.POWER),)
    Story("confirmed").given(*other).when(damaged()).then(came(), second)


def test_dat_02_nothing_comes_from_a_room_that_did_not_start() -> None:
    Story("released").when(damaged()).then(RoomNotStarted(LAW, R1))
    Story("confirmed").when(damaged(where=R9)).then(RoomNotStarted(LAW, R9))
