"""Who lost how much and who may give it back: one figure for a room with its exceptions, proposed and never given."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.core.extra_time import GrantExtraTime
from app.core.extra_time_loss import Loss
from app.core.extra_time_request import ExtraTimeTakenBack, TakeBackReason
from app.core.fault import FaultKind, FaultRestored
from app.core.leaving import CandidateLeft, GaveUp, LeaveCause
from app.core.login import LoggedIn
from app.core.reset import CandidateReset
from app.core.room_move import RoomMoved, StandbyRoomOpened
from app.core.room_state import CalledOff, ResetCause
from app.core.terms import ApplicationNo, GrantNo, IncidentNo, RoomId, Ticket, TransferNo
from app.core.time_state import LossCause, Measure
from app.crypto.codes import Purpose
from app.views.extra_time import (
    ExtraTimeRoom,
    Loser,
    RoomProposal,
    extra_time,
    extra_time_room,
)
from tests.builders import (
    A1,
    A2,
    A3,
    B1,
    GUIDE,
    LAW,
    LIAONING,
    MINUTE,
    R1,
    R2,
    TAX,
    Story,
    at,
    desk,
)
from tests.unit.lost_time import (
    ASKED,
    NETWORK,
    POWER,
    SEAT,
    STANDBY,
    asks,
    code,
    everybody,
    fault,
    given_minutes,
    transferred,
)


def seen(story: Story, now: str = "10:00", room: RoomId = R1) -> ExtraTimeRoom:
    return extra_time_room(story.site, LAW, room, at(now))


def lost(story: Story, now: str = "10:00") -> dict[Ticket, int]:
    """Minutes lost in the first room."""
    return {one.ticket: one.lost // MINUTE for one in seen(story, now).losers}


def loser(story: Story, ticket: Ticket, now: str = "10:00") -> Loser:
    return next(one for one in seen(story, now).losers if one.ticket == ticket)


def proposal(story: Story, now: str = "10:00") -> RoomProposal:
    found = seen(story, now).proposal
    assert found is not None
    return found


# What was lost


def test_what_overlaps_counts_once() -> None:
    story = everybody().given(*fault(POWER, "9:00", "9:10"), *fault(NETWORK, "9:05", "9:15", kind=FaultKind.NETWORK))
    found = loser(story, A1)
    assert (found.lost, len(found.stretches), found.proposed) == (15 * MINUTE, 2, 15)
    story.given(*fault(SEAT, "9:02", "9:04", "001"))
    assert loser(story, A1).lost == 15 * MINUTE


def test_a_begun_minute_is_made_good_whole() -> None:
    assert loser(everybody().given(*fault(POWER, "9:00", "9:04:01")), A1).proposed == 5


def test_a_fault_that_is_still_open_goes_on_until_now() -> None:
    story = everybody().given(*fault(POWER, "9:00"))
    found = loser(story, A1, "9:07")
    assert (found.lost, found.goes_on, found.stretches[0].until) == (7 * MINUTE, True, at("9:07"))
    assert proposal(story, "9:07").goes_on
    story.given(FaultRestored(POWER, at("9:08")))
    assert not loser(story, A1).goes_on
    assert not proposal(story).goes_on


def test_a_cut_from_before_the_start_counts_from_the_start() -> None:
    assert lost(everybody().given(*fault(POWER, "8:20", "8:36"))) == {A1: 6, A2: 6, A3: 6}


def test_a_part_that_failed_stops_who_sits_there_and_never_a_whole_room() -> None:
    mouse = fault(SEAT, "9:00", "9:10", "001", kind=FaultKind.PERIPHERAL)
    assert lost(everybody().given(*mouse)) == {A1: 10}
    assert lost(everybody().given(*fault(POWER, "9:00", "9:10", kind=FaultKind.PERIPHERAL))) == {}


def test_a_reset_costs_the_time_until_the_next_login() -> None:
    story = everybody().given(LoggedIn(LAW, R1, A1, "001", at("8:31"), GUIDE))
    story.given(CandidateReset(LAW, R1, A1, ResetCause.PERIPHERAL, "001", "001", at("9:00"), GUIDE))
    waiting = loser(story, A1, "9:03")
    assert (waiting.lost, waiting.goes_on) == (3 * MINUTE, True)
    found = loser(story.given(LoggedIn(LAW, R1, A1, "001", at("9:04"), GUIDE)), A1)
    assert (found.lost, found.goes_on, found.proposed) == (4 * MINUTE, False, 4)
    assert list(lost(story)) == [A1]


def test_a_reset_to_another_machine_ends_the_loss_by_the_broken_one() -> None:
    story = everybody().given(LoggedIn(LAW, R1, A1, "001", at("8:31"), GUIDE), *fault(SEAT, "9:00", "", "001"))
    story.given(CandidateReset(LAW, R1, A1, ResetCause.MACHINE, "001", "040", at("9:03"), GUIDE))
    story.given(LoggedIn(LAW, R1, A1, "040", at("9:06"), GUIDE))
    found = loser(story, A1)
    assert (found.lost, found.goes_on, found.seat) == (6 * MINUTE, False, "040")


def test_the_way_to_another_room_is_lost_until_work_goes_on_there() -> None:
    story = everybody().given(*transferred("9:00", "9:08"))
    assert (loser(story, B1).lost, loser(story, B1).goes_on) == (8 * MINUTE, False)
    story = everybody().given(*transferred("9:00", "9:08", "9:11"))
    assert loser(story, B1).lost == 11 * MINUTE
    under_way = everybody().given(transferred("9:00", "9:08")[0])
    (found,) = seen(under_way, "9:05", R2).losers
    assert (found.ticket, found.lost, found.goes_on, found.answering) == (B1, 5 * MINUTE, True, False)


def test_who_left_or_gave_up_lost_no_more_after_that_and_gets_nothing() -> None:
    story = everybody().given(*fault(POWER, "9:00", "9:31"))
    story.given(
        CandidateLeft(LAW, R1, A1, LeaveCause.ILLNESS, at("9:10"), GUIDE), GaveUp(LAW, R1, A2, at("9:20"), GUIDE)
    )
    assert lost(story) == {A1: 10, A2: 20, A3: 31}
    assert [one.answering for one in seen(story).losers] == [False, False, True]
    assert seen(story).open == 1


def test_who_never_came_lost_nothing() -> None:
    story = Story("confirmed").given(*fault(POWER, "9:00", "9:31"))
    assert lost(story) == {A1: 31, A2: 31}


# One figure for the room


def test_one_figure_with_two_exceptions_and_nothing_given() -> None:
    """A3's own machine failed ten minutes before; B1 came from the other room when the power was back."""
    story = everybody().given(*fault(POWER, "9:00", "9:31"), *fault(SEAT, "8:50", "9:20", "003"))
    story.given(*transferred("9:31", "9:31"))
    found = proposal(story)
    assert (found.room, found.minutes, found.people, found.causes) == (R1, 31, 2, ("AF-001",))
    assert (found.since, found.until, found.goes_on) == (at("9:00"), at("9:31"), False)
    assert [(one.ticket, one.lost, one.proposed) for one in found.without] == [
        (A3, 41 * MINUTE, 41),
        (B1, timedelta(0), 0),
    ]
    assert all(one.answering for one in found.without)
    assert (seen(story).minutes, seen(story).ledger) == (0, ()), "people decide"


def test_the_figure_is_given_with_its_exceptions_and_nothing_is_left_to_propose() -> None:
    story = everybody().given(*fault(POWER, "9:00", "9:31"), *fault(SEAT, "8:50", "9:20", "003"))
    story.given(*transferred("9:31", "9:31"), asks(31), code(31, R1, Purpose.EXTRA_TIME_ROOM))
    found = proposal(story)
    without = tuple(one.ticket for one in found.without)
    loss = Loss(LossCause.FAULT, found.causes, found.since, found.until, GUIDE)
    story.done(GrantExtraTime(LAW, R1, (), without, found.minutes, loss), desk(now=at("9:40")))
    here = seen(story)
    assert (here.minutes, here.ends_at, here.proposal, here.open) == (31, at("10:31"), None, 1)
    assert [(one.ticket, one.given, one.proposed, one.ends_at) for one in here.losers] == [
        (A1, 31, 0, at("10:31")),
        (A2, 31, 0, at("10:31")),
        (A3, 0, 41, at("10:00")),
    ]
    assert [line.tickets for line in here.ledger] == [(A1, A2)]
    assert [one.number for one in here.applications] == [ASKED]


def test_what_was_given_before_is_taken_off() -> None:
    story = everybody().given(*fault(POWER, "9:00", "9:31"), given_minutes(10, A1, A2, A3, moved=R1))
    found = proposal(story)
    assert (found.minutes, found.people, found.without) == (21, 3, ())
    story.given(given_minutes(21, A1, number="AB-002"))
    found = proposal(story)
    assert (found.minutes, found.people, [one.ticket for one in found.without]) == (21, 2, [A1])
    story.given(given_minutes(30, A2, A3, number="AB-003"))
    assert seen(story).proposal is None
    assert [one.proposed for one in seen(story).losers] == [0, 0, 0], "more than was lost is nothing to propose"


def test_no_figure_for_the_room_where_half_or_fewer_lost_time() -> None:
    seats = fault(SEAT, "9:00", "9:10", "001")
    assert seen(everybody().given(*seats)).proposal is None
    two = everybody().given(*fault(SEAT, "9:00", "9:10", "001", "002"))
    assert proposal(two).people == 2
    three = two.given(*transferred("8:20", "8:25"))
    assert seen(three).proposal is None, "two of four"


def test_everybody_stands_at_the_seat_where_they_work_now() -> None:
    """By seat: that of the login, else the arranged one, and last who has none; those who lost nothing too."""
    story = everybody().given(*fault(POWER, "9:00", "9:31"), LoggedIn(LAW, R1, A1, "040", at("8:45"), GUIDE))
    assert [(one.ticket, one.seat) for one in seen(story).losers] == [(A2, "002"), (A3, "003"), (A1, "040")]
    story.site.sessions[LAW].rooms[R1].sittings[A2].seat = None
    assert [(one.ticket, one.seat) for one in seen(story).losers] == [(A3, "003"), (A1, "040"), (A2, "")]
    apart = everybody().given(*fault(SEAT, "9:00", "9:10", "001", "002"))
    assert [(one.ticket, one.seat) for one in proposal(apart).without] == [(A3, "003")]
    apart.given(LoggedIn(LAW, R1, A3, "040", at("8:45"), GUIDE))
    assert [(one.ticket, one.seat) for one in proposal(apart).without] == [(A3, "040")]


def test_applications_are_those_for_extra_time_of_this_room_and_session() -> None:
    story = everybody().given(*fault(POWER, "9:00", "9:31"), asks(31))
    asked = story.site.applications[ASKED]
    for n, other in enumerate(
        (
            replace(asked, measure=Measure.DELAY),
            replace(asked, session=TAX),
            replace(asked, rooms=(R2,)),
        ),
        2,
    ):
        story.site.applications[ApplicationNo(f"AS-00{n}")] = other
    assert seen(story).applications == (asked,)


def test_without_any_loss_there_is_nothing_to_say() -> None:
    here = seen(everybody())
    assert (here.losers, here.proposal, here.ledger, here.applications, here.open) == ((), None, (), (), 0)
    assert (here.started_at, here.ends_at) == (at("8:30"), at("10:00"))


# The ledger and the rooms


def test_the_ledger_of_a_room_holds_what_concerns_it_or_its_people() -> None:
    here, taken_back = given_minutes(7, A1), given_minutes(3, A2, number="AB-002")
    there = given_minutes(5, B1, number="AB-003", room=R2)
    story = everybody().given(here, taken_back, there)
    story.given(ExtraTimeTakenBack(LAW, GrantNo("AB-002"), TakeBackReason.MISTYPED, at("9:00")))
    assert [line.number for line in seen(story).ledger] == ["AB-001", "AB-002"]
    assert [line.number for line in seen(story, room=R2).ledger] == ["AB-003"]
    story.given(*transferred("9:20", "9:21"))
    assert [line.number for line in seen(story).ledger] == ["AB-001", "AB-002", "AB-003"], "it came with its candidate"
    assert [line.number for line in seen(story, room=R2).ledger] == ["AB-003"]


def test_who_got_minutes_without_a_loss_that_is_known_stands_there_too() -> None:
    found = loser(everybody().given(given_minutes(7, A1)), A1)
    assert (found.lost, found.stretches, found.given, found.proposed) == (timedelta(0), (), 7, 0)
    assert found.ends_at == at("10:07")


def test_rooms_that_run_by_number() -> None:
    story = everybody()
    rooms = extra_time(story.site, LIAONING, LAW, at("9:00"))
    assert [one.room for one in rooms] == [R1, R2]
    assert extra_time(Story("released").site, LIAONING, LAW, at("8:31")) == ()
    story.site.sessions[LAW].rooms[R2].called_off = CalledOff.CANCELLED
    assert [one.room for one in extra_time(story.site, LIAONING, LAW, at("9:00"))] == [R1]


def test_a_room_that_moved_counts_where_its_people_went_on() -> None:
    story = everybody().given(*fault(POWER, "9:00"))
    story.given(StandbyRoomOpened(LAW, STANDBY, IncidentNo("A-001"), at("9:05")))
    numbers = tuple(TransferNo(f"A-00{n}") for n in (1, 2, 3))
    story.given(RoomMoved(LAW, R1, STANDBY, IncidentNo("A-001"), numbers, at("9:10"), GUIDE))
    story.given(*(LoggedIn(LAW, STANDBY, one, f"00{n}", at("9:20"), GUIDE) for n, one in enumerate((A1, A2, A3), 1)))
    rooms = extra_time(story.site, LIAONING, LAW, at("9:30"))
    assert [one.room for one in rooms] == [R2, STANDBY]
    assert [(one.lost, one.goes_on) for one in rooms[1].losers] == [(20 * MINUTE, False)] * 3
    assert rooms[1].proposal
    assert rooms[1].proposal.minutes == 20
