"""Reset: another machine, or the same one mended; in two steps, one at a time."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.about_candidate import NotInThisSession
from app.core.attendance import RoomHasEnded
from app.core.closing import AnswersWrittenOff, RoomEnded
from app.core.fault import FaultKind, FaultReported
from app.core.leaving import CandidateLeft
from app.core.login import RecordLogins
from app.core.machines import SpareServed
from app.core.operation import Fact, NotYetHappened, PersonUnknown
from app.core.places import faulty, free
from app.core.reset import (
    AnotherSeatNeeded,
    CandidateReset,
    HandedIn,
    NoResetWaits,
    NoteResetFailed,
    NothingToReset,
    ResetCandidates,
    ResetFailed,
    ResetInFlight,
)
from app.core.room_open import RoomNotReleased
from app.core.room_result import RoomResultKept
from app.core.room_state import Presence, Reset, ResetCause
from app.core.seating import (
    DrawSeat,
    LeftAlready,
    LoggedInAlready,
    NamedTwice,
    NoSuchSeat,
    NotInTheRoom,
    RedrawReason,
    SeatOutOfOrder,
    SeatTaken,
)
from app.core.start import NobodyArranged
from app.core.terms import FaultNo, Ticket
from tests.builders import (
    A1,
    A2,
    A3,
    B1,
    B2,
    D1,
    GUIDE,
    LAW,
    NOBODY,
    R1,
    R2,
    R9,
    ROOM_LOCK,
    SECOND,
    STRANGER,
    Story,
    at,
    desk,
)
from tests.unit.crowded import (
    FAULT,
    INCIDENT,
    STARTED,
    broken,
    came,
    fixed,
    full,
    logged_in,
    of,
    room,
    seated,
    sits,
)

WHEN = at("8:50")
SPARE = SpareServed(R1, ("003",), in_service=True, at=at("8:45"), reported_by=GUIDE)
FAILED = NoteResetFailed(LAW, A1, at("8:55"), GUIDE)


def reset(cause: ResetCause = ResetCause.MACHINE, *pairs: tuple[Ticket, str]) -> ResetCandidates:
    return ResetCandidates(LAW, R1, sits(*(pairs or ((A1, "003"),))), cause, WHEN, GUIDE)


def was_reset(
    ticket: Ticket = A1, to: str = "003", cause: ResetCause = ResetCause.MACHINE, old: str = "001"
) -> CandidateReset:
    return CandidateReset(LAW, R1, ticket, cause, old, to, WHEN, GUIDE)


def fault(*seats: str, number: FaultNo = FAULT) -> FaultReported:
    return FaultReported(number, FaultKind.MACHINE, LAW, R1, seats, WHEN, GUIDE)


def at_work(*facts: Fact) -> Story:
    """Two at work in the first room, whose spare seat serves."""
    return full(logged_in(A1, "001"), logged_in(A2, "002"), *STARTED, SPARE, *facts)


def again(seat: str = "003", ticket: Ticket = A1) -> RecordLogins:
    return RecordLogins(LAW, R1, sits((ticket, seat)), at("8:53"), GUIDE)


# Two steps (RST-01, RST-02)


def test_rst_02_reset_then_login_at_the_new_seat() -> None:
    story = at_work().when(reset()).then(was_reset(), fault("001")).done(reset())
    sitting = of(story, A1)
    assert sitting.reset == Reset(ResetCause.MACHINE, "001", "003", WHEN)
    assert (sitting.seat, sitting.sits_at, sitting.resets, sitting.reset_waits) == ("003", "", 1, True)
    story.done(again())
    assert (sitting.sits_at, sitting.reset_waits, sitting.elsewhere) == ("003", False, False)
    assert sitting.reset.login is True


def test_ovb_06_while_it_waits_they_sit_nowhere_and_the_old_seat_is_in_the_history() -> None:
    sitting = of(at_work(was_reset()), A1)
    assert sitting.reset
    assert (sitting.sits_at, sitting.reset.seat_from) == ("", "001")


def test_rst_02_the_old_seat_is_out_of_order_when_the_machine_is_the_cause() -> None:
    story = at_work().done(reset())
    assert faulty(story.site, R1) == {"001"}
    assert free(story.site, room(story)) == ()
    for cause in set(ResetCause) - {ResetCause.MACHINE}:
        assert faulty(at_work().done(reset(cause)).site, R1) == frozenset()


def test_rst_02_a_seat_whose_fault_is_open_already_is_not_reported_twice() -> None:
    at_work(broken("001")).when(reset()).then(was_reset())


def test_rst_01_each_reset_counts() -> None:
    story = at_work().done(reset(ResetCause.CLOUD, (A1, "001"))).done(again("001"))
    story.done(reset(ResetCause.NETWORK))
    assert of(story, A1).resets == 2
    assert of(story, A1).logged_in_at == at("8:25")


# The seat to go on at


@pytest.mark.parametrize("cause", ResetCause)
def test_rst_01_the_same_seat_only_where_a_part_was_changed_or_the_cloud_failed(cause: ResetCause) -> None:
    ask = reset(cause, (A1, "001"))
    if cause in {ResetCause.PERIPHERAL, ResetCause.CLOUD}:
        at_work().when(ask).then(was_reset(to="001", cause=cause))
    else:
        at_work().when(ask).then(AnotherSeatNeeded(A1, "001", cause))


def test_rst_02_the_new_seat_is_free_and_healthy() -> None:
    at_work().when(reset(ResetCause.NETWORK, (A1, "002"))).then(SeatTaken(R1, "002"))
    at_work(broken("003")).when(reset()).then(SeatOutOfOrder(R1, "003"))
    full(logged_in(A1, "001")).when(reset()).then(SeatOutOfOrder(R1, "003"))
    at_work().when(reset(ResetCause.MACHINE, (A1, "004"))).then(NoSuchSeat(R1, "004"))
    two = reset(ResetCause.NETWORK, (A1, "003"), (A2, "001"))
    at_work().when(two).then(SeatTaken(R1, "001"))


def test_rst_02_a_seat_in_another_room_is_a_transfer_and_not_a_reset() -> None:
    at_work().when(replace(reset(), room=R2)).then(NotInThisSession(LAW, A1))
    at_work().when(reset(ResetCause.MACHINE, (B1, "003"))).then(NotInThisSession(LAW, B1))


def test_rst_02_the_reset_seat_is_kept_for_them() -> None:
    story = at_work(was_reset(), *came(A3))
    draw = DrawSeat(LAW, A3, ("001", "002", "003"), None, at("8:51"), GUIDE)
    story.when(draw).then(replace(seated(A3, "001"), at=at("8:51")))
    story.when(replace(draw, ticket=A1, redraw=RedrawReason.NEIGHBOURS)).then(LoggedInAlready(A1, "003"))


def test_rst_03_in_a_normal_site_the_old_seat_is_the_one_logged_in_at() -> None:
    story = fixed(*came(A1), logged_in(A1, "004")).done(
        ResetCandidates(LAW, R1, sits((A1, "004")), ResetCause.PERIPHERAL, WHEN, GUIDE)
    )
    assert of(story, A1).reset == Reset(ResetCause.PERIPHERAL, "004", "004", WHEN)


# Many at once (FLT-04)


def test_flt_04_a_cloud_room_is_reset_in_one_operation() -> None:
    ask = reset(ResetCause.CLOUD, (A1, "001"), (A2, "002"))
    facts = was_reset(to="001", cause=ResetCause.CLOUD), was_reset(A2, "002", ResetCause.CLOUD, "002")
    at_work().when(ask).then(*facts)


def test_rst_02_broken_machines_are_one_fault() -> None:
    story = at_work(SpareServed(R2, ("005",), in_service=True, at=at("8:45"), reported_by=GUIDE))
    story.given(*came(B1, B2, room=R2), logged_in(B1, "001", R2), logged_in(B2, "002", R2))
    ask = replace(reset(ResetCause.MACHINE, (B1, "004"), (B2, "005")), room=R2)
    answer = story.when(ask).answer
    assert isinstance(answer, tuple)
    assert answer[-1] == FaultReported(FAULT, FaultKind.MACHINE, LAW, R2, ("001", "002"), WHEN, GUIDE)


def test_all_of_them_or_none() -> None:
    at_work().when(reset(ResetCause.CLOUD, (A1, "001"), (A1, "003"))).then(NamedTwice(R1))
    at_work().when(reset(ResetCause.CLOUD, (A1, "003"), (A2, "003"))).then(NamedTwice(R1))
    at_work().when(reset(ResetCause.CLOUD, (A1, "001"), (NOBODY, "003"))).then(NotInThisSession(LAW, NOBODY))
    at_work().when(replace(reset(), seats=())).then()


# Who is reset


def test_rst_01_who_never_logged_in_needs_none() -> None:
    full(SPARE).when(reset()).then(NothingToReset(A1))


def test_rst_01_who_handed_in_or_left_is_not_reset() -> None:
    in_hand = RoomResultKept(LAW, R1, D1, 1, ROOM_LOCK, (A1,), (), ())
    at_work(in_hand).when(reset()).then(HandedIn(A1))
    at_work(AnswersWrittenOff(LAW, R1, A1, INCIDENT)).when(reset()).then(HandedIn(A1))
    left = CandidateLeft(LAW, R1, A1, None, at("8:48"), GUIDE)
    at_work(left).when(reset()).then(LeftAlready(A1, at("8:48")))


def test_rst_02_one_reset_at_a_time() -> None:
    at_work(was_reset()).when(reset(ResetCause.CLOUD, (A1, "003"))).then(ResetInFlight(A1, "003"))


def test_h4_only_who_is_in_the_room_is_reset_while_it_is_open() -> None:
    story = at_work()
    of(story, A1).presence = Presence.ABSENT
    story.when(reset()).then(NotInTheRoom(A1, Presence.ABSENT))
    at_work(RoomEnded(LAW, R1, at("10:00"), GUIDE)).when(reset()).then(RoomHasEnded(LAW, R1, at("10:00")))
    story = at_work()
    room(story).release = ""
    story.when(reset()).then(RoomNotReleased(LAW, R1))
    at_work().when(replace(reset(), room=R9)).then(NobodyArranged(LAW, (R9,)))


def test_a_reset_happened_and_someone_told_it() -> None:
    at_work().when(reset(), desk(now=WHEN - SECOND)).then(NotYetHappened(WHEN, WHEN - SECOND))
    at_work().when(replace(reset(), reported_by=STRANGER)).then(PersonUnknown(STRANGER))


# Logging in again failed (SAL-01)


def test_sal_01_it_failed_and_another_reset_may_follow() -> None:
    story = at_work(was_reset()).when(FAILED).then(ResetFailed(LAW, R1, A1, at("8:55"), GUIDE)).done(FAILED)
    sitting = of(story, A1)
    assert sitting.reset
    assert (sitting.reset.login, sitting.reset_waits) == (False, False)
    story.when(FAILED).then(NoResetWaits(A1))
    back = reset(ResetCause.PERIPHERAL, (A1, "001"))
    story.done(back)
    assert sitting.reset == Reset(ResetCause.PERIPHERAL, "003", "001", WHEN)


def test_rst_02_what_failed_is_not_a_login_later_but_the_candidate_may_still_log_in() -> None:
    story = at_work(was_reset()).done(FAILED).done(again())
    sitting = of(story, A1)
    assert sitting.sits_at == "003"
    assert sitting.reset
    assert sitting.reset.login is False


def test_rst_02_nothing_failed_where_no_reset_waits() -> None:
    at_work().when(FAILED).then(NoResetWaits(A1))
    at_work(was_reset()).done(again()).when(FAILED).then(NoResetWaits(A1))
    at_work(was_reset()).when(FAILED, desk(now=at("8:54"))).then(NotYetHappened(at("8:55"), at("8:54")))
    ended = RoomEnded(LAW, R1, at("10:00"), GUIDE)
    at_work(was_reset(), ended).when(FAILED).then(RoomHasEnded(LAW, R1, at("10:00")))
    assert of(at_work(ResetFailed(LAW, R1, A1, WHEN, GUIDE)), A1).reset is None
