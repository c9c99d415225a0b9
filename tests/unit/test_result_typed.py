"""A result typed in by two persons, and files that came damaged (DAT-02, DAT-03)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.attendance import RoomNotStarted
from app.core.closing import AnswersChecked, RoomEnded
from app.core.collection import (
    CountDiffers,
    NotToCollect,
    ResultTellsIt,
    RollFirst,
    RoomResultEntered,
)
from app.core.correction import AttendanceCorrected, CorrectionReason
from app.core.damaged_result import DamagedResultCame, NoteDamagedResult
from app.core.end_state import OverrideReason, ResultReason, RoomResult
from app.core.gate import CheckName
from app.core.incident import IncidentClosed, IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.operation import SECOND_PERSON, Fact
from app.core.override import CheckOverridden
from app.core.permission import AnotherPersonNeeded
from app.core.room_gate import blockers
from app.core.room_result import ResultReasonNeeded, TakeRoomResult
from app.core.room_state import Answers
from app.core.terms import Digest, IncidentNo, Role, RoomId, Ticket
from tests.builders import (
    A1,
    A2,
    A3,
    ADMIN,
    D1,
    D2,
    GUIDE,
    LAW,
    R1,
    R9,
    ROOM_LOCK,
    Story,
    at,
    desk,
)
from tests.unit.alone_story import room
from tests.unit.told_answers import BY_HAND, NONE, WHEN, answers, entered, enters, tells, told

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
    found = room(story).result
    assert found
    assert found.by_hand is False


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
