"""What a room needs now, what is offered for one candidate, and how people name candidates and seats."""

from __future__ import annotations

import pytest

from app.core.attendance import AttendanceConfirmed
from app.core.identity import HeldAtDoor
from app.core.impersonation import SecondCheckDone
from app.core.leaving import CandidateLeft, GaveUp
from app.core.reset import ResetFailed
from app.core.room_state import HoldCause
from app.core.seating import TicketSeat
from app.core.slips import SlipsPrepared
from app.core.terms import Ticket
from app.views.named import pairs_of, tickets_of
from app.views.room_needs import (
    Act,
    Need,
    NeedKind,
    logged_in,
    may_leave,
    needs,
    offered,
    session_before,
    to_log_in,
    without_seats,
)
from tests.builders import A1, A2, A3, B1, GUIDE, LAW, LIAONING, R1, R2, TAX, Story, at
from tests.unit import crowded
from tests.unit.crowded import STARTED, came, fixed, full, morning, seated, sent, taken
from tests.unit.people_facts import reset, suspected


def needed(story: Story) -> tuple[Need, ...]:
    return needs(story.site, story.site.sessions[LAW].rooms[R1])


def acts(story: Story, ticket: Ticket | None, *, fault: bool = False) -> tuple[list[Act], list[Act]]:
    room = story.site.sessions[LAW].rooms[R1]
    found = offered(story.site, room, room.sittings.get(ticket or Ticket("")), seat=True, fault=fault)
    return list(found.now), list(found.further)


def test_before_anyone_comes_nothing_is_needed() -> None:
    assert needed(morning()) == ()


def test_who_is_in_without_a_seat_gets_one_or_is_sent_on() -> None:
    """OVB-05, OVB-07."""
    assert needed(morning(*came(A1))) == (Need(NeedKind.NO_SEAT, (A1,)),)
    assert needed(full()) == (Need(NeedKind.OVERFLOW, (A3,)),)
    assert needed(full(sent())) == ()


def test_whatever_must_be_seen_to_comes_first_and_the_rest_after_it() -> None:
    held = HeldAtDoor(LAW, R1, A3, HoldCause.NO_TICKET, at("8:12"), GUIDE)
    story = morning(*came(A1, A2), seated(A1, "001"), seated(A2, "002"), held, *STARTED)
    kinds = [need.kind for need in needed(story)]
    assert kinds == [NeedKind.HELD, NeedKind.LOGIN, NeedKind.SECOND_CHECK]
    story.given(*suspected(A3), crowded.logged_in(A1, "001"), reset(A1, "001", "001"))
    story.given(crowded.logged_in(A2, "003"), SecondCheckDone(LAW, R1, at("8:50"), GUIDE))
    assert needed(story) == (
        Need(NeedKind.SUSPECTED, (A3,)),
        Need(NeedKind.RESET, (A1,)),
        Need(NeedKind.ELSEWHERE, (A2,)),
        Need(NeedKind.LOGIN, (A1,)),
    )


def test_who_gave_up_is_kept_in_sight_until_they_leave() -> None:
    """CLK-11."""
    story = full(*STARTED, SecondCheckDone(LAW, R1, at("8:50"), GUIDE), sent())
    story.given(crowded.logged_in(A1, "001"), crowded.logged_in(A2, "002"), GaveUp(LAW, R1, A1, at("8:40"), GUIDE))
    assert needed(story) == (Need(NeedKind.GAVE_UP, (A1,)),)
    story.given(CandidateLeft(LAW, R1, A1, None, at("9:50"), GUIDE))
    assert needed(story) == ()


def test_a_room_that_is_over_needs_nothing() -> None:
    story = full(*STARTED)
    story.site.sessions[LAW].rooms[R1].ended_at = at("10:00")
    assert needed(story) == ()


def test_who_is_to_log_in_and_who_sits_at_a_machine() -> None:
    story = full(crowded.logged_in(A1, "001"))
    room = story.site.sessions[LAW].rooms[R1]
    assert [one.ticket for one in to_log_in(room)] == [A2]
    assert [one.ticket for one in logged_in(room)] == [A1]
    story.given(reset(A1, "001", "001"))
    assert [one.ticket for one in to_log_in(room)] == [A1, A2]
    assert logged_in(room) == []


def test_the_closure_ends_counted_from_the_start_of_the_room() -> None:
    story = full()
    room = story.site.sessions[LAW].rooms[R1]
    assert may_leave(story.site, LIAONING, room) is None
    story.given(*STARTED)
    assert may_leave(story.site, LIAONING, room) == at("9:45")


def test_rooms_without_seats_and_the_session_before() -> None:
    story = morning()
    assert without_seats(story.site, LAW) == [R1, R2]
    story.given(SlipsPrepared(LAW, R1, ("001", "002")), *came(B1, room=R2), seated(B1, "001", room=R2))
    assert without_seats(story.site, LAW) == []
    assert session_before(story.site, TAX) == LAW
    assert session_before(story.site, LAW) is None


def test_the_next_step_comes_first() -> None:
    story = morning()
    assert acts(story, A1)[0] == [Act.ADMIT]
    story.given(*came(A1))
    assert acts(story, A1)[0] == [Act.DRAW]
    story.given(seated(A1, "001"))
    assert acts(story, A1)[0] == [Act.LOGIN]
    story.given(crowded.logged_in(A1, "001"))
    assert acts(story, A1)[0] == [Act.RESET]
    story.given(reset(A1, "001", "002"))
    assert acts(story, A1, fault=True)[0] == [Act.LOGIN, Act.RESET_FAILED, Act.RESTORE]
    story.given(crowded.logged_in(A1, "002", clock="8:50"), GaveUp(LAW, R1, A1, at("9:00"), GUIDE))
    assert acts(story, A1)[0] == [Act.LEAVE]
    story.given(CandidateLeft(LAW, R1, A1, None, at("9:50"), GUIDE))
    assert acts(story, A1)[0] == []
    assert acts(full(), A3)[0] == [Act.TRANSFER_OUT]
    assert acts(full(sent()), A3)[0] == [Act.TAKE_IN]
    assert acts(morning(SlipsPrepared(LAW, R1, ("001",)), *came(A1)), A1)[0] == [Act.TELL_SEAT]


def test_after_a_failed_reset_comes_another_one_then_the_standalone_exam() -> None:
    """RST-04."""
    failed = ResetFailed(LAW, R1, A1, at("8:55"), GUIDE)
    story = morning(*came(A1), seated(A1, "001"), crowded.logged_in(A1, "001"), reset(A1, "001", "002"), failed)
    assert acts(story, A1)[0] == [Act.RESET, Act.STANDALONE, Act.LOGIN]
    story.site.sessions[LAW].rooms[R1].sittings[A1].standalone = True
    assert acts(story, A1)[0] == [Act.STANDALONE]


def test_nothing_stands_twice_and_seats_are_drawn_only_where_they_are_not_fixed() -> None:
    """ARR-10; whoever was transferred has no fixed seat in the other room."""
    now, further = acts(fixed(*came(A1)), A1)
    assert now == [Act.LOGIN]
    assert set(further) == {
        Act.RESET,
        Act.GIVE_UP,
        Act.LEAVE,
        Act.TRANSFER_OUT,
        Act.VIOLATION,
        Act.SUSPECT,
        Act.CORRECT,
        Act.WRITE_OFF,
        Act.STANDALONE,
        Act.FAULT,
    }
    now, further = acts(full(), A3)
    assert Act.REDRAW in further
    assert not set(now) & set(further)
    story = full(sent(), taken())
    other = story.site.sessions[LAW].rooms[R2]
    assert offered(story.site, other, other.sittings[A3], seat=False, fault=False).now == (Act.DRAW,)


def test_an_empty_seat_an_absentee_and_a_suspect_have_their_own_steps() -> None:
    story = fixed(AttendanceConfirmed(LAW, R1, (A2,), (A1,), at("8:40"), GUIDE), *suspected(A3))
    assert acts(story, None, fault=True) == ([Act.RESTORE, Act.FAULT], [])
    assert acts(story, A1) == ([Act.CORRECT], [Act.FAULT])
    assert acts(story, A3) == ([Act.ADMIT], [Act.FAULT])
    assert acts(fixed(), A3) == ([Act.ADMIT], [Act.SUSPECT, Act.FAULT])


@pytest.mark.parametrize(
    ("text", "named", "strange"),
    [
        ("", (), ()),
        ("1, 003", (A1, A3), ()),
        (f"{A2}；２", (A2,), ()),
        ("009 x 0001", (), ("009", "X", "0001")),
    ],
)
def test_candidates_are_named_by_ticket_or_last_three_digits(
    text: str, named: tuple[Ticket, ...], strange: tuple[str, ...]
) -> None:
    assert tickets_of(text, morning().site.sessions[LAW].rooms[R1]) == (named, strange)


def test_the_same_last_three_digits_are_told_apart_by_the_whole_ticket() -> None:
    """OVB-12."""
    room = full(sent(), taken()).site.sessions[LAW].rooms[R2]
    assert tickets_of("003", room) == ((), ("003",))
    assert tickets_of(A3, room) == ((A3,), ())


@pytest.mark.parametrize(
    ("text", "pairs", "strange"),
    [
        ("001 2", (TicketSeat(A1, "002"),), ()),
        (f"{A1}\n2\n{A2}=1", (TicketSeat(A1, "002"), TicketSeat(A2, "001")), ()),
        ("001 2 002", (TicketSeat(A1, "002"),), ("002",)),
        ("001 9 003 1-2", (), ("001 9", "003 1-2")),
        ("", (), ()),
    ],
)
def test_candidates_and_seats_by_turns(text: str, pairs: tuple[TicketSeat, ...], strange: tuple[str, ...]) -> None:
    story = morning()
    assert pairs_of(text, story.site.sessions[LAW].rooms[R1], story.site.plans[R1]) == (pairs, strange)
