"""Giving up and leaving: nobody goes before the closure of the room ends, unless the chief consents to a cause."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.about_candidate import NotInThisSession
from app.core.attendance import RoomHasEnded
from app.core.closing import RoomEnded
from app.core.fault import FaultKind, FaultReported, FaultRestored
from app.core.leaving import (
    CandidateLeft,
    ClosureNotOver,
    GaveUp,
    GiveUp,
    LeaveCause,
    NotStartedYet,
    RecordLeaving,
    RemovalIsRecorded,
    RoomSuspended,
    suspended,
)
from app.core.operation import Fact, NotYetHappened, PersonUnknown
from app.core.permission import AnotherPersonNeeded
from app.core.plan import Session
from app.core.room_open import RoomNotReleased
from app.core.room_state import Presence
from app.core.rulebook import Rulebook
from app.core.seating import LeftAlready, NotInTheRoom
from app.core.start import RoomStarted
from app.core.terms import FaultNo, Role, RoomId
from tests.builders import (
    A1,
    A2,
    GUIDE,
    LAW,
    LIAONING,
    MINUTE,
    MONGOLIA,
    NATIONAL,
    NOBODY,
    R1,
    R2,
    SECOND,
    SENIOR,
    STRANGER,
    TAX,
    ZHEJIANG,
    Story,
    at,
    desk,
    session,
    taken_in,
)
from tests.unit.crowded import FAULT, STARTED, broken, came, morning, of, room, sent

UP = GiveUp(LAW, A1, at("8:50"), GUIDE)
OPENS = at("9:45")
"""The start at 8:30 and 90 minutes less the 15 of these rules."""
LEAVE = RecordLeaving(LAW, A1, None, OPENS, GUIDE)
EARLY = replace(LEAVE, happened_at=at("8:50"))
ILL = replace(EARLY, cause=LeaveCause.ILLNESS)


def inside(*facts: Fact) -> Story:
    return morning(*came(A1, A2), *STARTED, *facts)


def left(ask: RecordLeaving) -> CandidateLeft:
    return CandidateLeft(LAW, R1, A1, ask.cause, ask.happened_at, GUIDE)


# Giving up (CLK-11)


def test_clk_11_who_gives_up_is_marked_and_stays() -> None:
    story = inside().when(UP).then(GaveUp(LAW, R1, A1, at("8:50"), GUIDE)).done(UP)
    assert (of(story, A1).gave_up_at, of(story, A1).left_at) == (at("8:50"), None)
    story.when(replace(UP, happened_at=at("9:00"))).then()
    story.when(EARLY).then(ClosureNotOver(LAW, R1, OPENS))
    story.done(LEAVE)
    assert of(story, A1).left_at == OPENS


def test_clk_11_who_gives_up_after_the_closure_goes_at_once() -> None:
    story = inside().done(replace(UP, happened_at=OPENS)).done(LEAVE)
    story.when(UP).then(LeftAlready(A1, OPENS))


def test_clk_11_only_who_is_in_an_open_room_gives_up() -> None:
    morning().when(UP).then(NotInTheRoom(A1, Presence.AWAITED))
    inside(sent(A1)).when(UP).then(NotInTheRoom(A1, Presence.PENDING))
    inside(RoomEnded(LAW, R1, at("10:00"), GUIDE)).when(UP).then(RoomHasEnded(LAW, R1, at("10:00")))
    story = inside()
    room(story).release = ""
    story.when(UP).then(RoomNotReleased(LAW, R1))
    morning(*came(A1)).done(replace(UP, happened_at=at("8:20")))


# Leaving, by CLK-10


def test_clk_10_from_the_second_at_which_the_closure_ends() -> None:
    early = replace(LEAVE, happened_at=OPENS - SECOND)
    story = inside().when(early).then(ClosureNotOver(LAW, R1, OPENS))
    story.when(LEAVE).then(left(LEAVE)).done(LEAVE)
    story.when(LEAVE).then(LeftAlready(A1, OPENS))


def test_clk_10_it_counts_from_the_rooms_own_start() -> None:
    story = morning(*came(A1), RoomStarted(LAW, R1, at("8:50"), GUIDE))
    story.when(LEAVE).then(ClosureNotOver(LAW, R1, at("10:05")))


# Section L, row "Closure": minutes of the exam, and when one may go
CLOSURES = [
    (NATIONAL, session(120), 120),
    (LIAONING, session(120), 105),
    (NATIONAL, session(121), 120),
    (NATIONAL, session(180), 120),
    (SENIOR, session(180), 120),
    (LIAONING, session(90), 75),
    (LIAONING, session(180, media=True), 180),
    (LIAONING, session(90, paper=True), 90),
    (MONGOLIA, session(135), 120),
    (ZHEJIANG, session(90), 30),
]


@pytest.mark.parametrize(("rules", "plan", "minutes"), CLOSURES, ids=lambda value: getattr(value, "id", None))
def test_section_l_closure(rules: Rulebook, plan: Session, minutes: int) -> None:
    story = Story("enrolled").given(*taken_in(1, rules, plan), *came(A1), RoomStarted(LAW, R1, at("8:30"), GUIDE))
    opens, here = at("8:30") + minutes * MINUTE, desk(now=at("23:00"), rules=rules)
    story.when(replace(LEAVE, happened_at=opens - SECOND), here).then(ClosureNotOver(LAW, R1, opens))
    story.done(replace(LEAVE, happened_at=opens), here)


@pytest.mark.parametrize("cause", [LeaveCause.ILLNESS, LeaveCause.CANCELLED])
def test_clk_10_earlier_only_for_a_cause_that_the_chief_consents_to(cause: LeaveCause) -> None:
    """Naming a cause alone opens no door."""
    ask = replace(ILL, cause=cause)
    needed = AnotherPersonNeeded((Role.CHIEF,))
    for here in (desk(Role.SITE_ADMIN), desk(Role.SITE_ADMIN, Role.EXAM_OFFICE), desk(Role.SITE_ADMIN, Role.DEPUTY)):
        inside().when(ask, here).then(needed)
    inside().when(ask).then(left(ask))


def test_vio_09_led_out_is_somebody_with_the_record_of_a_violation_alone() -> None:
    """Before the closure ends and after, with the chief too."""
    for clock in ("8:50", "9:50"):
        ask = replace(ILL, cause=LeaveCause.REMOVED, happened_at=at(clock))
        inside().when(ask).then(RemovalIsRecorded(A1))
    waiting = morning(*came(A1)).when(replace(ILL, cause=LeaveCause.REMOVED, happened_at=at("8:20")))
    waiting.then(RemovalIsRecorded(A1))


def test_clk_11_before_the_start_only_for_a_cause() -> None:
    """A session that is cancelled never starts; the chief lets people go."""
    waiting, early = morning(*came(A1)), at("8:20")
    waiting.when(replace(EARLY, happened_at=early)).then(NotStartedYet(LAW, R1))
    waiting.done(replace(ILL, cause=LeaveCause.CANCELLED, happened_at=early))


def test_clk_10_only_who_is_in_a_room_that_has_not_ended_leaves_it() -> None:
    for ask in (LEAVE, ILL):
        morning(*STARTED).when(ask).then(NotInTheRoom(A1, Presence.AWAITED))
        inside(RoomEnded(LAW, R1, at("10:00"), GUIDE)).when(ask).then(RoomHasEnded(LAW, R1, at("10:00")))
        inside(left(ILL)).when(ask).then(LeftAlready(A1, at("8:50")))


# While the room stands still (CLK-11)


@pytest.mark.parametrize("where", [R1, None])
def test_clk_11_while_a_fault_stops_the_room_nobody_leaves(where: RoomId | None) -> None:
    story = inside(broken(room=where)).when(LEAVE).then(RoomSuspended(R1, FAULT))
    assert suspended(story.site, R1, LAW) == FAULT
    story.done(ILL)
    story = inside(broken(room=where), FaultRestored(FAULT, at("8:40")))
    assert suspended(story.site, R1, LAW) is None
    story.done(LEAVE)


def test_clk_11_a_fault_of_some_seats_or_of_another_room_stops_nobody() -> None:
    for fault in (broken("001"), broken(room=R2)):
        inside(fault).done(LEAVE)


def test_clk_11_a_failed_part_or_a_fault_of_another_session_stops_nobody() -> None:
    for fault in (broken(kind=FaultKind.PERIPHERAL), replace(broken(), session=TAX)):
        inside(fault).done(LEAVE)
    story = inside(replace(broken(), session=TAX))
    assert (suspended(story.site, R1), suspended(story.site, R1, LAW)) == (FAULT, None)
    inside(replace(broken(), session=None)).when(LEAVE).then(RoomSuspended(R1, FAULT))


def test_clk_11_who_gave_up_goes_once_the_closure_is_over_whatever_the_others_wait_for() -> None:
    story = inside(broken()).done(UP).when(EARLY).then(ClosureNotOver(LAW, R1, OPENS))
    story.done(LEAVE).when(replace(LEAVE, ticket=A2)).then(RoomSuspended(R1, FAULT))


def test_clk_11_the_first_open_fault_is_named() -> None:
    second = FaultReported(FaultNo("AF-002"), FaultKind.POWER, LAW, R1, (), at("8:40"), GUIDE)
    story = inside(second, broken())
    assert suspended(story.site, R1, LAW) == FAULT


@pytest.mark.parametrize("ask", [UP, LEAVE])
def test_it_happened_and_someone_told_it(ask: GiveUp | RecordLeaving) -> None:
    when = ask.happened_at
    inside().when(ask, desk(now=when - SECOND)).then(NotYetHappened(when, when - SECOND))
    inside().when(replace(ask, reported_by=STRANGER)).then(PersonUnknown(STRANGER))
    inside().when(replace(ask, ticket=NOBODY)).then(NotInThisSession(LAW, NOBODY))
