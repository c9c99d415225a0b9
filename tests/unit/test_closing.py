"""Results kept, both sums balanced, rooms ended, answers checked."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.attendance import AttendanceConfirmed, RoomHasEnded, RoomNotStarted
from app.core.authorization import UnknownSession
from app.core.closing import (
    AnswersChecked,
    CheckAnswers,
    EndedBeforeChecked,
    EndRooms,
    RoomBlockers,
    RoomEnded,
    RoomsNotReady,
)
from app.core.collection import AnswersConfirmed, CollectedByHand
from app.core.correction import CorrectAttendance, CorrectionReason
from app.core.end_phase import ViolationsConfirmed
from app.core.end_state import ResultReason, RoomResult
from app.core.gate import CheckName
from app.core.leaving import ClosureNotOver
from app.core.operation import Fact, NotYetHappened
from app.core.room_gate import blockers
from app.core.room_result import (
    Outcome,
    ResultDifference,
    ResultLine,
    ResultReasonNeeded,
    RoomResultKept,
    TakeRoomResult,
)
from app.core.room_state import Answers, Presence, Transfer
from app.core.rulebook import Rulebook
from app.core.terms import RoomId, SessionId, Ticket, TransferNo
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
    LIAONING,
    NATIONAL,
    R1,
    R2,
    R9,
    ROOM_LOCK,
    SECOND,
    STAGES,
    Story,
    at,
    desk,
    digest,
)

SUBMITTED, NEVER, ABSENT, _ = Outcome
GOOD = ((A1, SUBMITTED), (A2, NEVER), (A3, ABSENT))
NO_SESSION = SessionId("9-9")


def result(
    *lines: tuple[Ticket, Outcome], room: RoomId = R1, file: str = "one", why: ResultReason | None = None
) -> TakeRoomResult:
    return TakeRoomResult(LAW, room, digest(file), ROOM_LOCK, tuple(ResultLine(*line) for line in lines), why)


AGAIN = ResultReason.COLLECTED_AGAIN
ROLL = AttendanceConfirmed(LAW, R1, (A1, A2), (A3,), at("8:40"), GUIDE)
VIOLATIONS = ViolationsConfirmed(LAW, R1, at("9:58"), GUIDE)


def end(*rooms: RoomId, clock: str = "10:01") -> EndRooms:
    return EndRooms(LAW, rooms, at(clock), ADMIN)


CORRECTED = CorrectAttendance(LAW, A3, True, CorrectionReason.MISHEARD, at("9:00"), GUIDE)


def kept(story: Story) -> RoomResultKept:
    assert isinstance(story.answer, tuple)
    fact = story.answer[0]
    assert isinstance(fact, RoomResultKept)
    return fact


# The result


def test_a_result_that_agrees_counts_the_answers() -> None:
    story = Story("confirmed").when(result(*GOOD))
    story.then(RoomResultKept(LAW, R1, D1, 1, ROOM_LOCK, (A1,), (A2,), ()))
    room = story.done(result(*GOOD)).site.sessions[LAW].rooms[R1]
    assert [room.sittings[one].answers for one in (A1, A2, A3)] == ["collected", "never_logged_in", "open"]
    assert D1 in story.site.blobs


@pytest.mark.parametrize(
    ("lines", "difference"),
    [
        (((A1, ABSENT), *GOOD[1:]), ResultDifference(A1, "present", "absent")),
        (GOOD[1:], ResultDifference(A1, "present", "")),
        ((*GOOD[:2], (A3, SUBMITTED)), ResultDifference(A3, "absent", "submitted")),
        ((*GOOD[:2], (A3, NEVER)), ResultDifference(A3, "absent", "never_logged_in")),
        (GOOD[:2], ResultDifference(A3, "absent", "")),
        ((*GOOD, (B1, SUBMITTED)), ResultDifference(B1, "", "submitted")),
        ((*GOOD, (B1, ABSENT)), ResultDifference(B1, "", "absent")),
    ],
)
def test_what_differs_is_kept_and_named_and_counts_for_nothing(
    lines: tuple[tuple[Ticket, Outcome], ...], difference: ResultDifference
) -> None:
    story = Story("confirmed").when(result(*lines))
    assert kept(story).differences == (difference,)
    assert difference.ticket not in kept(story).collected + kept(story).never_logged_in
    room = story.done(result(*lines)).site.sessions[LAW].rooms[R1]
    assert room.result
    assert room.result.differences == (difference.ticket,)
    assert CheckName.RESULT_DIFFERS in blockers(story.site, room)


def test_a_result_before_the_roll_agrees_with_nobody_awaited() -> None:
    assert kept(Story("started").when(result(*GOOD))).differences == tuple(
        ResultDifference(ticket, "awaited", said) for ticket, said in GOOD
    )


def test_another_result_is_a_new_version_and_takes_back_what_the_last_one_counted() -> None:
    second = result(*GOOD[1:], file="two", why=ResultReason.FIRST_INCOMPLETE)
    story = Story("confirmed").given(VIOLATIONS).done(result(*GOOD)).when(second)
    assert (kept(story).version, kept(story).digest) == (2, D2)
    room = story.done(second).site.sessions[LAW].rooms[R1]
    assert room.sittings[A1].answers is Answers.OPEN
    assert blockers(story.site, room) == (CheckName.ANSWERS, CheckName.RESULT_DIFFERS)
    assert kept(story.when(result(*GOOD, why=AGAIN))).version == 3


@pytest.mark.parametrize("why", ResultReason)
def test_dat_03_a_second_result_says_why_it_comes(why: ResultReason) -> None:
    story = Story("confirmed").done(result(*GOOD, why=why))
    assert story.site.sessions[LAW].rooms[R1].result == RoomResult(D1, 1, (), reason=None)
    story.when(result(*GOOD, file="two")).then(ResultReasonNeeded(LAW, R1, 2))
    assert kept(story.when(result(*GOOD, file="two", why=why))).reason is why
    story.done(result(*GOOD, file="two", why=why)).done(CORRECTED).done(result(*GOOD, file="two"))
    found = story.site.sessions[LAW].rooms[R1].result
    assert found
    assert (found.version, found.reason) == (2, why)


def test_the_same_result_again_changes_nothing_not_even_the_check() -> None:
    Story("checked").when(result(*GOOD)).then()


def test_a_new_result_voids_the_check_of_the_answers() -> None:
    story = Story("checked").done(result(*GOOD, file="two", why=AGAIN))
    assert story.site.sessions[LAW].checked_at is None
    story.when(CheckAnswers(LAW)).then(AnswersChecked(LAW, at("12:00")))


def test_a_late_result_that_differs_keeps_an_ended_session_from_being_checked() -> None:
    story = Story("ended").done(result(*GOOD[1:], file="two", why=AGAIN))
    waiting = RoomBlockers(R1, (CheckName.ANSWERS, CheckName.RESULT_DIFFERS))
    story.when(CheckAnswers(LAW)).then(RoomsNotReady(LAW, (waiting,)))
    story.done(result(*GOOD, why=AGAIN)).done(CheckAnswers(LAW))


def test_dat_04_without_its_result_a_room_that_ended_is_not_checked() -> None:
    story = Story("ended")
    story.site.sessions[LAW].rooms[R1].result = None
    story.site.sessions[LAW].rooms[R1].answers_confirmed_at = at("9:59")
    story.when(CheckAnswers(LAW)).then(RoomsNotReady(LAW, (RoomBlockers(R1, (CheckName.RESULT,)),)))


def test_no_result_from_a_room_that_did_not_start() -> None:
    Story("released").when(result(*GOOD)).then(RoomNotStarted(LAW, R1))
    Story("started").when(result(*GOOD, room=R9)).then(RoomNotStarted(LAW, R9))


# The end


def test_rooms_with_nothing_open_end() -> None:
    story = Story("reported").when(end(R1, R2, R1))
    story.then(*(RoomEnded(LAW, room, at("10:01"), ADMIN) for room in (R1, R2)))
    assert story.done(end(R1)).site.sessions[LAW].rooms[R1].ended_at == at("10:01")


def test_one_room_does_not_wait_for_another() -> None:
    Story("confirmed").given(VIOLATIONS).done(result(*GOOD)).done(end(R1))


@pytest.mark.parametrize(
    ("rules", "opens"), [(LIAONING, "9:45"), (NATIONAL, "10:00")], ids=["fifteen minutes early", "at the end"]
)
def test_no_room_ends_before_its_closure(rules: Rulebook, opens: str) -> None:
    here = desk(rules=rules)
    looked = replace(VIOLATIONS, at=at(opens))
    just = EndRooms(LAW, (R1,), at(opens) - SECOND, ADMIN)
    Story("confirmed").given(looked).done(result(*GOOD)).when(just, here).then(ClosureNotOver(LAW, R1, at(opens)))
    Story("confirmed").given(looked).done(result(*GOOD)).done(end(R1, clock=opens), here)


def test_each_rooms_closure_is_its_own() -> None:
    story = Story("confirmed").given(replace(VIOLATIONS, at=at("9:45")))
    story.when(end(R1, R2, clock="9:45")).then(ClosureNotOver(LAW, R2, at("9:45:20")))


def test_refused_ends() -> None:
    Story("reported").when(replace(end(R1), session=NO_SESSION)).then(UnknownSession(NO_SESSION))
    now = at("10:00:59")
    Story("reported").when(end(R1), desk(now=now)).then(NotYetHappened(at("10:01"), now))
    Story("reported").when(end(R1, R9)).then(RoomNotStarted(LAW, R9))
    Story("released").when(end(R1)).then(RoomNotStarted(LAW, R1))
    Story("ended").when(end(R2, R1)).then(RoomHasEnded(LAW, R2, at("10:01")))


def test_dat_01_no_room_ends_before_the_last_thing_that_was_looked_at() -> None:
    """It would have ended without the gate: that is told as such."""
    story = Story("reported")
    just = end(R1, clock="9:59:59")
    story.when(just).then(EndedBeforeChecked(LAW, R1, at("9:59:59"), at("10:00")))
    story.done(end(R1, clock="10:00"))


@pytest.mark.parametrize(
    "last",
    [
        replace(ROLL, at=at("10:03")),
        replace(VIOLATIONS, at=at("10:03")),
        AnswersConfirmed(LAW, R1, (A1,), (A2,), (), at("10:03"), GUIDE),
        CollectedByHand(LAW, R1, A2, at("10:03"), GUIDE),
    ],
    ids=["roll", "violations", "answers", "by hand"],
)
def test_dat_01_that_is_roll_violations_answers_and_what_came_by_hand(last: Fact) -> None:
    told = AnswersConfirmed(LAW, R1, (A1,), (A2,), (), at("9:50"), GUIDE)
    story = Story("confirmed").given(replace(VIOLATIONS, at=at("9:50")), told, last)
    story.when(end(R1, clock="10:02")).then(EndedBeforeChecked(LAW, R1, at("10:02"), at("10:03")))
    story.done(end(R1, clock="10:03"))


def test_every_open_item_of_every_room_is_named_and_no_room_ends() -> None:
    story = Story("started").given(STAGES["confirmed"][1]).when(end(R1, R2))
    told = (CheckName.VIOLATIONS, CheckName.SUBMITTED, CheckName.ANSWERS)
    first = RoomBlockers(R1, (CheckName.ATTENDANCE, *told))
    second = RoomBlockers(R2, told)
    story.then(RoomsNotReady(LAW, (first, second)))


def test_an_unsettled_transfer_and_a_lost_candidate_block() -> None:
    site = Story("reported").site
    room = site.sessions[LAW].rooms[R1]
    assert blockers(site, room) == ()
    room.sittings[A1].presence = Presence.PENDING
    site.sessions[LAW].transfers.append(Transfer(TransferNo("A-001"), A1, R1, at("8:20")))
    assert blockers(site, room) == (CheckName.PENDING_TRANSFER,)
    del room.sittings[A1]
    assert blockers(site, room) == (CheckName.LEDGER,)


def test_someone_awaited_after_the_roll_blocks() -> None:
    site = Story("reported").site
    room = site.sessions[LAW].rooms[R1]
    room.sittings[A3].presence = Presence.AWAITED
    assert blockers(site, room) == (CheckName.ATTENDANCE,)
