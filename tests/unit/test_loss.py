"""Lost time: from when it happened to working again, by faults, resets and ways; what overlaps counts once."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.attendance import AttendanceConfirmed
from app.core.fault import FaultKind
from app.core.leaving import CandidateLeft, GaveUp
from app.core.loss import Lost, losses, room_at, union, whole_minutes
from app.core.operation import Fact
from app.core.reset import CandidateReset, ResetFailed
from app.core.room_move import RoomMoved
from app.core.room_state import Presence, ResetCause
from app.core.settlement import CancelReason, TransferCancelled
from app.core.terms import CauseNo, RoomId, Ticket, TransferNo
from app.core.transfer import TransferredIn, TransferredOut
from tests.builders import A1, A2, A3, B1, GUIDE, GUIDE_2, LAW, MINUTE, R1, R2, TAX, Story, at
from tests.unit.crowded import (
    FIRST,
    INCIDENT,
    NO_TOKEN,
    R3,
    STARTED,
    came,
    fixed,
    full,
    logged_in,
    of,
    opened,
    sent,
)
from tests.unit.time_facts import CUT, cut

NETWORK = CauseNo("AF-002")
SEAT = FaultKind.MACHINE


def at_work(*facts: Fact) -> Story:
    """A1 and A2 at their machines since 8:25, A3 in the room without one, B1 next door; the start was at 8:30."""
    people = (logged_in(A1, "001"), logged_in(A2, "002"), *came(B1, room=R2), logged_in(B1, "001", R2))
    return full(*people, *STARTED, opened(room=None), *facts)


def lost(story: Story, ticket: Ticket = A1, now: str = "9:59") -> tuple[Lost, ...]:
    state = story.site.sessions[LAW]
    return losses(story.site, state, of(story, ticket), at(now))


def stretch(since: str, until: str, cause: CauseNo | None = CUT, *, goes_on: bool = False) -> Lost:
    return Lost(at(since), at(until), cause, goes_on)


def was_reset(
    clock: str, old: str = "001", to: str = "003", ticket: Ticket = A1, cause: ResetCause = ResetCause.MACHINE
) -> CandidateReset:
    return CandidateReset(LAW, R1, ticket, cause, old, to, at(clock), GUIDE)


def taken_in(clock: str, ticket: Ticket = A3) -> TransferredIn:
    return TransferredIn(FIRST, LAW, R1, R2, ticket, at(clock), GUIDE_2, NO_TOKEN)


# A room without power


def test_tim_16_a_fault_of_the_room_costs_everyone_there_until_it_works_again() -> None:
    story = at_work(*cut(room=R1, since="9:00", until="9:31"))
    for ticket in (A1, A2, A3):
        assert lost(story, ticket) == (stretch("9:00", "9:31"),)
    assert lost(story, B1) == ()


def test_tim_16_a_fault_of_the_site_costs_every_room_also_who_logged_in_meanwhile() -> None:
    story = at_work(*cut(since="9:00", until="9:31"), logged_in(A2, "002", clock="9:05"))
    for ticket in (A1, A2, B1):
        assert lost(story, ticket) == (stretch("9:00", "9:31"),)


def test_tim_16_while_it_lasts_it_grows() -> None:
    story = at_work(*cut(room=R1, since="9:00"))
    assert lost(story, now="9:10") == (stretch("9:00", "9:10", goes_on=True),)
    assert lost(story, now="9:11:30") == (stretch("9:00", "9:11:30", goes_on=True),)
    assert lost(story, now="9:00") == ()
    assert lost(at_work(*cut(room=R1, since="9:00", until="9:10")), now="9:10") == (stretch("9:00", "9:10"),)


def test_tim_01_time_before_the_start_is_no_answering_time() -> None:
    story = at_work(*cut(room=R1, since="8:20", until="8:32"), *cut(NETWORK, R1, "8:10", "8:30"))
    assert lost(story) == (stretch("8:30", "8:32"),)
    assert lost(full(*cut(room=R1, since="8:20"))) == ()


def test_tim_16_nor_is_time_before_somebody_came() -> None:
    story = at_work(*cut(room=R1, since="8:31", until="8:36"))
    of(story, A2).entered_at = at("8:34")
    of(story, A3).entered_at = at("8:36")
    assert [lost(story, ticket) for ticket in (A1, A2, A3)] == [
        (stretch("8:31", "8:36"),),
        (stretch("8:34", "8:36"),),
        (),
    ]


def test_tim_11_nor_after_they_left_or_gave_up() -> None:
    power = cut(room=R1, since="9:00", until="9:31")
    left = CandidateLeft(LAW, R1, A1, None, at("9:20"), GUIDE)
    gave_up = GaveUp(LAW, R1, A2, at("9:10"), GUIDE)
    story = at_work(*power, left, gave_up)
    assert (lost(story, A1), lost(story, A2)) == ((stretch("9:00", "9:20"),), (stretch("9:00", "9:10"),))


def test_tim_11_an_absentee_loses_nothing() -> None:
    story = fixed(*came(A1), *STARTED, AttendanceConfirmed(LAW, R1, (), (A2, A3), at("8:40"), GUIDE))
    story.given(*cut(room=R1, since="8:50", until="8:55"))
    assert (lost(story, A1), lost(story, A2)) == ((stretch("8:50", "8:55"),), ())
    of(story, A1).presence = Presence.AWAITED
    assert lost(story, A1) == ()


def test_tim_16_two_faults_at_once_are_two_stretches_and_one_loss() -> None:
    story = at_work(*cut(room=R1, since="9:00", until="9:10"), *cut(NETWORK, None, "9:05", "9:12"))
    found = lost(story)
    assert found == (stretch("9:00", "9:10"), stretch("9:05", "9:12", NETWORK))
    assert union((one.since, one.until) for one in found) == 12 * MINUTE


def test_rst_01_a_part_that_is_changed_stops_nobody_else() -> None:
    story = at_work(*cut(room=R1, since="9:00", until="9:05", kind=FaultKind.PERIPHERAL))
    assert lost(story) == ()


def test_tim_16_what_failed_in_another_session_costs_nothing_here() -> None:
    """It was over before this start."""
    story = at_work(*cut(room=R1, since="7:00", until="8:00", session=TAX))
    assert lost(story) == ()


# A seat


def test_tim_16_a_fault_of_a_seat_costs_who_sits_there() -> None:
    story = at_work(*cut(room=R1, since="9:00", until="9:06", seats=("001", "003"), kind=SEAT))
    assert (lost(story, A1), lost(story, A2)) == ((stretch("9:00", "9:06"),), ())


def test_tim_16_who_has_not_logged_in_is_at_the_own_seat() -> None:
    story = full(*STARTED, *cut(room=R1, since="9:00", until="9:06", seats=("002",), kind=SEAT))
    assert (lost(story, A1), lost(story, A2), lost(story, A3)) == ((), (stretch("9:00", "9:06"),), ())


def test_rst_02_with_another_machine_it_ends_at_the_login_there() -> None:
    """The machine itself stays broken."""
    story = at_work(*cut(room=R1, since="8:40", seats=("001",), kind=SEAT), was_reset("8:41"))
    assert lost(story, now="8:44") == (
        stretch("8:40", "8:44", goes_on=True),
        stretch("8:41", "8:44", None, goes_on=True),
    )
    story.given(logged_in(A1, "003", clock="8:46"))
    assert lost(story) == (stretch("8:40", "8:46"), stretch("8:41", "8:46", None))


def test_rst_02_the_fault_that_a_reset_reports_is_the_loss_of_who_was_reset() -> None:
    """Both happened in the same minute."""
    story = at_work(*cut(room=R1, since="8:41", seats=("001",), kind=SEAT), was_reset("8:41"))
    story.given(logged_in(A1, "003", clock="8:46"))
    assert lost(story) == (stretch("8:41", "8:46"), stretch("8:41", "8:46", None))


def test_rst_02_logged_in_at_once_nothing_was_lost() -> None:
    assert lost(at_work(was_reset("8:41"), logged_in(A1, "003", clock="8:41"))) == ()


def test_rst_02_a_second_reset_does_not_wipe_the_first_nor_stretch_it() -> None:
    story = at_work(*cut(room=R1, since="8:40", seats=("001",), kind=SEAT), was_reset("8:41"))
    story.given(logged_in(A1, "003", clock="8:46"))
    story.given(was_reset("9:30", "003", "003", cause=ResetCause.CLOUD), logged_in(A1, "003", clock="9:33"))
    found = lost(story)
    assert found == (
        stretch("8:40", "8:46"),
        stretch("8:41", "8:46", None),
        stretch("9:30", "9:33", None),
    )
    assert union((one.since, one.until) for one in found) == 9 * MINUTE


def test_rst_02_who_sits_there_afterwards_did_not_lose_it() -> None:
    """A2 comes to the seat that A1 lost; it works again by then. The seat that A1 was given fails too."""
    story = at_work(*cut(room=R1, since="8:40", until="8:50", seats=("001",), kind=SEAT))
    story.given(was_reset("8:41"), logged_in(A1, "003", clock="8:46"))
    story.given(was_reset("9:00", "002", "001", A2), logged_in(A2, "001", clock="9:02"))
    assert lost(story, A2) == (stretch("9:00", "9:02", None),)
    story.given(*cut(NETWORK, R1, "9:10", "9:14", seats=("003",), kind=SEAT))
    assert lost(story, A1)[-1] == stretch("9:10", "9:14", NETWORK)
    assert len(lost(story, A2)) == 1


def test_rst_02_a_reset_that_failed_goes_on() -> None:
    story = at_work(was_reset("8:41"), ResetFailed(LAW, R1, A1, at("8:45"), GUIDE))
    assert lost(story, now="8:50") == (stretch("8:41", "8:50", None, goes_on=True),)


# From one room to another (OVB-13)


def test_ovb_13_a_way_counts_from_leaving_to_the_login() -> None:
    story = at_work(sent(clock="8:50"))
    assert lost(story, A3, "8:53") == (stretch("8:50", "8:53", None, goes_on=True),)
    story.given(taken_in("8:58"))
    assert lost(story, A3) == (stretch("8:50", "8:58", None),)
    story.given(logged_in(A3, "002", R2, "9:00"))
    assert lost(story, A3) == (stretch("8:50", "9:00", None),)


def test_ovb_13_a_later_login_does_not_stretch_the_way() -> None:
    story = at_work(sent(clock="8:50"), taken_in("8:58"), logged_in(A3, "002", R2, "9:00"))
    again = CandidateReset(LAW, R2, A3, ResetCause.CLOUD, "002", "002", at("9:30"), GUIDE)
    story.given(again, logged_in(A3, "002", R2, "9:33"))
    assert lost(story, A3) == (stretch("8:50", "9:00", None), stretch("9:30", "9:33", None))


def test_j_19_a_way_on_an_incident_has_its_cause() -> None:
    way = TransferredOut(FIRST, LAW, R1, A3, at("8:50"), GUIDE, INCIDENT, NO_TOKEN)
    assert lost(at_work(way, taken_in("8:58")), A3) == (stretch("8:50", "8:58", CauseNo(INCIDENT)),)


def test_h6_a_way_that_was_called_back_is_no_loss_that_is_known() -> None:
    back = TransferCancelled(FIRST, LAW, R1, A3, CancelReason.SEAT_CAME_FREE, at("8:55"), GUIDE)
    assert lost(at_work(sent(clock="8:50"), back), A3) == ()


def test_ovb_13_what_happened_in_the_room_they_had_left_or_had_not_reached_costs_nothing() -> None:
    story = at_work(sent(clock="8:50"), taken_in("8:58"), logged_in(A3, "002", R2, "8:58"))
    story.given(*cut(room=R1, since="9:00", until="9:05"), *cut(NETWORK, R2, "8:40", "8:45"))
    assert lost(story, A3) == (stretch("8:50", "8:58", None),)


def test_ovb_13_who_left_a_dark_room_works_again_at_the_login_elsewhere() -> None:
    power = cut(room=R1, since="8:45")
    story = at_work(*power, sent(clock="8:50"), taken_in("8:55"), logged_in(A3, "002", R2, "8:58"))
    assert lost(story, A3) == (stretch("8:45", "8:58"), stretch("8:50", "8:58", None))
    assert lost(story, A1)[0].goes_on


def test_j_50_a_move_of_the_room_counts_from_leaving_it() -> None:
    numbers = tuple(TransferNo(f"A-{n:03}") for n in (1, 2, 3))
    went = RoomMoved(LAW, R1, R3, INCIDENT, numbers, at("9:05"), GUIDE)
    story = fixed(*came(A1, A2), logged_in(A1, "001"), *STARTED, opened(room=R1), *cut(room=R1, since="9:00"), went)
    story.given(logged_in(A1, "001", R3, "9:12"))
    assert lost(story) == (stretch("9:00", "9:12"), stretch("9:05", "9:12", CauseNo(INCIDENT)))


@pytest.mark.parametrize(("clock", "room"), [("8:49", R1), ("8:50", R1), ("8:57:59", R1), ("8:58", R2), ("9:30", R2)])
def test_ovb_13_until_they_are_taken_in_they_belong_to_the_first_room(clock: str, room: RoomId) -> None:
    story = at_work(sent(clock="8:50"), taken_in("8:58"))
    assert room_at(story.site.sessions[LAW], of(story, A3), at(clock)) == room
    assert room_at(at_work(sent(clock="8:50")).site.sessions[LAW], of(story, A3), at("9:30")) == R1


# Adding up


def times(*minutes: tuple[int, int]) -> list[tuple[datetime, datetime]]:
    return [(at("9:00") + since * MINUTE, at("9:00") + until * MINUTE) for since, until in minutes]


@pytest.mark.parametrize(
    ("stretches", "minutes"),
    [
        ((), 0),
        (((0, 5),), 5),
        (((0, 5), (5, 9)), 9),
        (((0, 5), (6, 9)), 8),
        (((0, 10), (2, 3)), 10),
        (((4, 6), (0, 5)), 6),
        (((0, 5), (0, 5)), 5),
        (((0, 2), (1, 4), (3, 6), (10, 11)), 7),
    ],
)
def test_tim_16_the_union_of_stretches_and_not_their_sum(stretches: tuple[tuple[int, int], ...], minutes: int) -> None:
    assert union(times(*stretches)) == minutes * MINUTE


STRETCHES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: (min(pair), max(pair))))


@given(STRETCHES)
def test_tim_16_each_minute_counts_once(stretches: list[tuple[int, int]]) -> None:
    minutes = {minute for since, until in stretches for minute in range(since, until)}
    assert union(times(*stretches)) == len(minutes) * MINUTE


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 0), (1, 1), (59, 1), (60, 1), (61, 2), (1800, 30), (1801, 31)])
def test_tim_11_begun_minutes_count_whole(seconds: int, minutes: int) -> None:
    assert whole_minutes(timedelta(seconds=seconds)) == minutes
