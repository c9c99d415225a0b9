"""Rooms released, then started by their own time; no start before its time, none twice, none late unasked."""

from __future__ import annotations

from datetime import datetime

import pytest
from msgspec.structs import replace

from app.core.authorization import StartAuthorized, UnknownSession
from app.core.closing import RoomEnded
from app.core.entry import CheckIn
from app.core.incident import IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.operation import NotYetHappened, PersonUnknown, Refused
from app.core.room_open import RoomCalledOff, RoomNotReleased
from app.core.room_state import CalledOff
from app.core.rulebook import Rulebook, Tier
from app.core.start import (
    AlreadyStarted,
    EarlierSessionOpen,
    NobodyArranged,
    RecordStarts,
    ReleaseRooms,
    RoomsReleased,
    RoomStart,
    RoomStarted,
    SecondStartReported,
    StartBeforeTime,
    StartNotAuthorized,
    StartWasLate,
)
from app.core.terms import ApplicationNo, IncidentNo, RoomId, SessionId
from app.crypto.codes import Purpose
from tests.builders import (
    A3,
    ADMIN,
    D1,
    GUIDE,
    ID_CARD,
    LAW,
    LIAONING,
    NATIONAL,
    R1,
    R2,
    R9,
    SECOND,
    STRANGER,
    TAX,
    Story,
    at,
    desk,
)
from tests.unit.time_facts import agreed, applied, code_in, cut, not_covered

START = at("8:30")


def starts(*rooms: tuple[RoomId, datetime], session: SessionId = LAW) -> RecordStarts:
    return RecordStarts(session, tuple(RoomStart(room, when) for room, when in rooms), GUIDE)


# Release


def test_rooms_are_released_once_and_each_release_names_its_room() -> None:
    ask = ReleaseRooms(LAW, (R2, R1, R2), "X")
    story = Story("authorized").when(ask).then(RoomsReleased(LAW, (R2, R1), "X")).done(ask)
    assert [story.site.sessions[LAW].rooms[room].release for room in (R1, R2)] == ["X-001", "X-002"]
    story.when(ReleaseRooms(LAW, (R1, R2), "Y")).then()


def test_only_rooms_not_yet_released_are_released() -> None:
    story = Story("authorized").done(ReleaseRooms(LAW, (R1,), "X"))
    story.when(ReleaseRooms(LAW, (R1, R2), "Y")).then(RoomsReleased(LAW, (R2,), "Y"))


def test_refused_releases() -> None:
    strange = SessionId("9-9")
    Story("authorized").when(ReleaseRooms(strange, (R1,), "X")).then(UnknownSession(strange))
    Story("opened").when(ReleaseRooms(LAW, (R1,), "X")).then(StartNotAuthorized(LAW))
    Story("authorized").when(ReleaseRooms(TAX, (R1,), "X")).then(StartNotAuthorized(TAX))
    Story("authorized").when(ReleaseRooms(LAW, (R1, R9), "X")).then(NobodyArranged(LAW, (R9,)))


# Start


def test_rooms_start_by_their_own_time() -> None:
    ask = starts((R1, START), (R2, START + 59 * SECOND))
    story = Story("released").when(ask)
    story.then(RoomStarted(LAW, R1, START, GUIDE), RoomStarted(LAW, R2, START + 59 * SECOND, GUIDE))
    rooms = story.done(ask).site.sessions[LAW].rooms
    assert (rooms[R1].started_at, rooms[R2].started_at) == (START, START + 59 * SECOND)


def test_a_start_may_be_reported_late_but_not_before_it_happened() -> None:
    Story("released").done(starts((R1, START)), desk(now=START))
    Story("released").done(starts((R1, START)), desk(now=at("11:00")))
    early = desk(now=START - SECOND)
    Story("released").when(starts((R1, START)), early).then(NotYetHappened(START, START - SECOND))


def test_a_start_one_second_early_does_not_count_and_opens_an_incident() -> None:
    when = START - SECOND
    number = IncidentNo("A-001")
    fact = IncidentOpened(number, IncidentKind.EARLY_START, LAW, R1, when, GUIDE)
    story = Story("released").when(starts((R1, when))).refused(StartBeforeTime(LAW, R1, when, START), fact)
    story.given(fact)
    assert story.site.incidents[number].kind == IncidentKind.EARLY_START
    assert story.site.sessions[LAW].rooms[R1].started_at is None
    story.done(starts((R1, START)))


def test_an_early_start_is_noted_of_a_room_that_has_no_release_too() -> None:
    when = START - SECOND
    fact = IncidentOpened(IncidentNo("A-001"), IncidentKind.EARLY_START, LAW, R1, when, GUIDE)
    Story("authorized").when(starts((R1, when))).refused(StartBeforeTime(LAW, R1, when, START), fact)
    Story("authorized").when(starts((R1, START))).then(RoomNotReleased(LAW, R1))


def test_the_first_start_stands_and_another_time_is_noted() -> None:
    no, again = AlreadyStarted(LAW, R1, START), START + 20 * SECOND
    fact = SecondStartReported(LAW, R1, again, GUIDE)
    story = Story("started").when(starts((R1, again))).refused(no, fact)
    assert story.given(fact).site.sessions[LAW].rooms[R1].started_at == START
    story.when(starts((R1, START))).then(no)


def test_a_second_start_is_noted_only_as_told_by_someone_known_and_after_it_happened() -> None:
    again = START + 20 * SECOND
    report = starts((R1, again))
    Story("started").when(report, desk(now=START)).then(NotYetHappened(again, START))
    Story("started").when(replace(report, reported_by=STRANGER)).then(PersonUnknown(STRANGER))


@pytest.mark.parametrize("again", [START, START + SECOND])
def test_one_report_does_not_start_a_room_twice(again: datetime) -> None:
    Story("released").when(starts((R1, START), (R1, again))).then(AlreadyStarted(LAW, R1, START))


def test_all_starts_of_a_report_or_none() -> None:
    when = START + 5 * SECOND
    Story("released").when(starts((R1, when), (R9, when))).then(NobodyArranged(LAW, (R9,)))
    released = Story("authorized").done(ReleaseRooms(LAW, (R1,), "X"))
    released.when(starts((R1, when), (R2, when))).then(RoomNotReleased(LAW, R2))
    strange = SessionId("9-9")
    Story("released").when(starts((R1, when), session=strange)).then(UnknownSession(strange))


@pytest.mark.parametrize(
    ("rules", "clock", "tier", "clause"),
    [
        (LIAONING, "8:31:00", Tier.CITY, "TIM-02"),
        (LIAONING, "9:00:00", Tier.CITY, "TIM-02"),
        (LIAONING, "9:00:01", Tier.PROVINCE, "TIM-03"),
        (LIAONING, "9:30:00", Tier.PROVINCE, "TIM-03"),
        (LIAONING, "9:30:01", Tier.MINISTRY, "TIM-04"),
        (NATIONAL, "8:31:00", Tier.MINISTRY, "TIM-09"),
    ],
)
def test_a_late_start_names_the_authority_it_needs_and_on_which_clause(
    rules: Rulebook, clock: str, tier: Tier, clause: str
) -> None:
    no, trace = not_covered(clock, tier, clause)
    Story("released").when(starts((R1, at(clock))), desk(rules=rules)).refused(no, trace)
    assert no.basis == clause


def test_a_late_start_that_nobody_allowed_is_noted_and_does_not_count() -> None:
    no, trace = not_covered("9:00", Tier.CITY, "TIM-02")
    ask = starts((R2, START), (R1, at("9:00")))
    story = Story("released").when(ask).refused(no, trace).given(trace)
    state = story.site.sessions[LAW]
    assert (state.rooms[R1].started_at, state.rooms[R2].started_at, state.late_starts) == (None, None, {})
    story.done(starts((R2, START))).when(starts((R1, at("9:00")))).refused(no, trace)


# Two sessions of a half day


def second_released(stage: str) -> Story:
    return Story(stage).given(StartAuthorized(TAX, "S-2", D1, 0), RoomsReleased(TAX, (R1, R2), "X"))


def test_a_room_first_ends_the_session_before() -> None:
    ask = starts((R1, at("10:40")), session=TAX)
    story = second_released("started").when(ask).then(EarlierSessionOpen(R1, LAW))
    story.given(RoomEnded(LAW, R1, at("10:40:01"), ADMIN)).when(ask).then(EarlierSessionOpen(R1, LAW))
    story.given(RoomEnded(LAW, R1, at("10:40"), ADMIN))
    story.when(ask).then(RoomStarted(TAX, R1, at("10:40"), GUIDE))
    story.when(starts((R2, at("10:40")), session=TAX)).then(EarlierSessionOpen(R2, LAW))


def test_a_room_that_never_started_the_first_session_starts_the_second() -> None:
    story = second_released("released").done(starts((R1, at("10:40")), session=TAX))
    story.done(starts((R1, START)))


def test_tim_08_a_second_session_that_the_first_pushed_back_needs_an_authority_of_its_own() -> None:
    """d over 40 minutes in the first, so the second cannot start at 10:40 either."""
    first = (*cut(), applied(60, R1), replace(agreed("8:55"), authority=Tier.HEAD))
    story = second_released("released").given(*first, code_in(Purpose.DELAY, R1, 45))
    story.done(starts((R1, at("9:15"))), desk(now=at("11:30")))
    story.given(RoomEnded(LAW, R1, at("10:45"), ADMIN))
    ask = starts((R1, at("10:45")), session=TAX)
    story.when(ask, desk(now=at("11:30"))).refused(*not_covered("10:45", Tier.CITY, "TIM-02", session=TAX))
    second = ApplicationNo("AS-002")
    story.given(replace(applied(20), number=second, session=TAX), agreed("10:40", number=second))
    story.when(ask, desk(now=at("11:30"))).then(
        RoomStarted(TAX, R1, at("10:45"), GUIDE),
        StartWasLate(TAX, R1, 300, Tier.CITY, Tier.CITY, second, entered_late=False),
    )


@pytest.mark.parametrize("seconds", [0, 59])
def test_tim_01_a_start_on_time_is_not_recorded_as_late_whatever_was_agreed(seconds: int) -> None:
    story = Story("released").given(*cut(), applied(), agreed("8:25"))
    ask = starts((R1, START + seconds * SECOND))
    story.when(ask).then(RoomStarted(LAW, R1, START + seconds * SECOND, GUIDE)).done(ask)
    assert story.site.sessions[LAW].late_starts == {}


def test_tim_07_a_late_start_counts_from_itself_and_cuts_nothing() -> None:
    story = Story("released").given(*cut(), applied(), agreed("8:25")).done(starts((R1, at("8:58:20"))))
    room = story.site.sessions[LAW].rooms[R1]
    assert (room.started_at, room.runs_from, room.door_from) == (at("8:58:20"),) * 3
    story.when(CheckIn(LAW, A3, ID_CARD, at("9:03:20"), GUIDE))
    assert isinstance(story.answer, tuple)
    assert isinstance(story.when(CheckIn(LAW, A3, ID_CARD, at("9:03:21"), GUIDE)).answer, Refused)


def test_lck_14_the_first_late_start_stands_too() -> None:
    story = Story("released").given(*cut(), applied(), agreed("8:25")).done(starts((R1, at("8:40"))))
    again = starts((R1, at("8:50")))
    story.when(again).refused(AlreadyStarted(LAW, R1, at("8:40")), SecondStartReported(LAW, R1, at("8:50"), GUIDE))


@pytest.mark.parametrize("off", CalledOff)
def test_tim_04_a_room_that_was_called_off_is_neither_released_nor_started(off: CalledOff) -> None:
    story = Story("released")
    story.site.sessions[LAW].rooms[R1].called_off = off
    story.when(starts((R2, START), (R1, START))).then(RoomCalledOff(LAW, R1, off))
    story.when(ReleaseRooms(LAW, (R2, R1), "X")).then(RoomCalledOff(LAW, R1, off))
    early = starts((R1, START - SECOND))
    story.when(early).then(RoomCalledOff(LAW, R1, off))
    story.done(starts((R2, START)))
