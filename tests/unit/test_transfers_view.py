"""Who is on the way and how urgent, who can take them in, and when rooms will be full."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.closing import RoomEnded
from app.core.incident import IncidentClosed
from app.core.incident_kinds import IncidentKind
from app.core.machines import SpareServed
from app.core.operation import Fact
from app.core.plan import Room
from app.core.room_move import RoomMoved, StandbyRoomOpened
from app.core.room_report import RoomReported
from app.core.room_state import SettledAs
from app.core.settlement import Found, TransferSettled
from app.core.start import RoomsReleased, RoomStarted
from app.core.terms import Digest, RoomId, TransferNo
from app.core.transfer import TransferDisputed
from app.views.agenda import StepState, lane
from app.views.board import board
from app.views.overflow import Fill, Forecast, forecast, overflowing, room_places
from app.views.step import StepKind
from app.views.transfers import (
    Dispute,
    Press,
    disputes,
    full_everywhere,
    opened_standby,
    pending,
    receivers,
    settled,
    shortage,
    spares,
    standby,
    waiting,
)
from tests.builders import A1, A2, A3, ADMIN, B1, B2, B3, GUIDE, LAW, LIAONING, R1, R2, TAX, Story, at
from tests.unit.crowded import (
    INCIDENT,
    R3,
    STARTED,
    broken,
    came,
    fixed,
    full,
    logged_in,
    morning,
    opened,
    room,
    seated,
    sent,
    taken,
)
from tests.unit.small_rooms import TIGHT, arranged

OPENED = (opened(), StandbyRoomOpened(LAW, R3, INCIDENT, at("8:05")))


def presses(story: Story, now: str) -> list[Press]:
    return [one.press for one in pending(story.site, LIAONING, LAW, at(now))]


# On the way


def test_nobody_on_the_way_is_no_news() -> None:
    assert pending(full().site, LIAONING, LAW, at("8:21")) == ()
    assert waiting(full().site, LIAONING, [LAW, TAX], at("8:21")) is None


def test_minutes_count_from_the_way_out() -> None:
    (one,) = pending(full(sent()).site, LIAONING, LAW, at("8:32:59"))
    assert (one.ticket, one.out_of, one.out_at, one.minutes, one.session) == (A3, R1, at("8:20"), 12, LAW)


@pytest.mark.parametrize(
    ("now", "press"),
    [
        ("9:44:59", Press.UNDER_WAY),
        ("9:45", Press.NEAR_END),
        ("9:59:59", Press.NEAR_END),
        ("10:00", Press.OVERDUE),
    ],
)
def test_they_are_pressed_from_the_reminder_of_the_room_that_sent(now: str, press: Press) -> None:
    assert presses(full(sent(), *STARTED), now) == [press]
    assert presses(full(sent()), now) == [press], "before its start by the planned one"


def test_a_late_start_of_the_room_that_sent_gives_it_its_time() -> None:
    late = RoomStarted(LAW, R1, at("8:50"), GUIDE)
    assert presses(full(sent(), late), "10:00") == [Press.UNDER_WAY]
    assert presses(full(sent(), late), "10:05") == [Press.NEAR_END]


def test_the_most_urgent_stands_first_and_is_what_the_whole_site_sees() -> None:
    story = morning(*came(A1, A2, A3), *came(B1, room=R2))
    story.given(sent(A3, "8:25"), sent(B1, "8:20", R2, TransferNo("A-002")), *STARTED[1:])
    story.given(RoomStarted(LAW, R1, at("8:30"), GUIDE))
    assert [one.ticket for one in pending(story.site, LIAONING, LAW, at("8:40"))] == [B1, A3]
    story.given(RoomStarted(LAW, R2, at("8:50"), GUIDE))
    assert [one.ticket for one in pending(story.site, LIAONING, LAW, at("9:50"))] == [A3, B1]
    found = waiting(story.site, LIAONING, [LAW, TAX], at("9:50"))
    assert found is not None
    assert (found.session, found.count, found.minutes, found.press) == (LAW, 2, 90, Press.NEAR_END)


def test_settled_ones_stand_newest_first() -> None:
    story = full(sent(), taken())
    assert pending(story.site, LIAONING, LAW, at("9:50")) == ()
    (one,) = settled(story.site.sessions[LAW])
    assert (one.settled, one.into) == (SettledAs.TAKEN_IN, R2)
    left = TransferSettled(
        TransferNo("A-002"), LAW, R2, B1, SettledAs.LEFT, None, Found.INVIGILATORS, at("9:00"), GUIDE, late=False
    )
    story.given(*came(B1, room=R2), sent(B1, "8:30", R2, TransferNo("A-002")), left)
    assert [one.ticket for one in settled(story.site.sessions[LAW])] == [B1, A3]


def test_a_second_room_that_claims_somebody_is_a_dispute() -> None:
    claimed = TransferDisputed(LAW, A3, R2, R1, at("8:30"), GUIDE, Digest(""))
    assert disputes(full(sent(), taken()).site, LAW) == ()
    assert disputes(full(sent(), taken(), claimed).site, LAW) == (Dispute(A3, R2, R1),)


# Who can take them in


def houses(*rooms: Room) -> Story:
    """The first room is full; the others are released and empty but for the second's three arranged."""
    story = morning(*came(A1, A2, A3), *OPENED, rooms=(TIGHT[0], *rooms))
    return story.given(RoomsReleased(LAW, (R3,), "1-1-S"))


def test_receivers_are_near_first_then_those_with_most_places() -> None:
    second, third = TIGHT[1], TIGHT[2]
    story = houses(second, third)
    found = receivers(story.site, LAW, R1)
    assert [(one.plan.id, one.places, one.floors) for one in found] == [(R2, 4, 1), (R3, 3, 1)]
    nearer = houses(second, replace(third, floor=3))
    assert [one.plan.id for one in receivers(nearer.site, LAW, R1)] == [R3, R2]
    elsewhere = houses(replace(second, building="South", floor=3), replace(third, floor=9))
    assert [(one.plan.id, one.floors) for one in receivers(elsewhere.site, LAW, R1)] == [(R3, 6), (R2, None)]


@pytest.mark.parametrize(
    "facts",
    [
        (RoomEnded(LAW, R2, at("10:00"), GUIDE),),
        (*(seated(ticket, f"00{n}", R2) for n, ticket in enumerate((B1, B2, B3), 1)), broken("004", room=R2)),
        (RoomReported(LAW, R2, 0, 0, 0, 0, 0, at("8:20"), GUIDE, Digest(""), 0),),
    ],
    ids=["ended", "no seat", "the room says so"],
)
def test_who_has_no_place_receives_nobody(facts: tuple[Fact, ...]) -> None:
    assert receivers(full(sent(), *facts).site, LAW, R1) == ()


def test_rooms_that_are_not_released_receive_nobody() -> None:
    story = morning(*came(A1, A2, A3), *OPENED)
    assert [one.plan.id for one in receivers(story.site, LAW, R1)] == [R2]
    assert opened_standby(story.site, LAW) == (R3,)
    assert opened_standby(houses(*TIGHT[1:]).site, LAW) == ()


def test_standby_rooms_can_be_opened_that_are_not_in_use() -> None:
    assert standby(full().site, LAW) == (R3,)
    assert standby(full(*OPENED).site, LAW) == ()
    assert standby(full(*OPENED).site, TAX) == (R3,)
    busy = full(*OPENED, RoomsReleased(LAW, (R3,), "1-1-S"), RoomStarted(LAW, R3, at("8:30"), GUIDE))
    assert standby(busy.site, TAX) == ()


def test_spare_seats_can_serve_that_are_in_order() -> None:
    assert spares(full().site, LAW) == ((R1, ("003",)), (R2, ("005",)))
    served = full(SpareServed(R1, ("003",), in_service=True, at=at("8:00"), reported_by=ADMIN), broken("005", room=R2))
    assert spares(served.site, LAW) == ()
    assert spares(full(RoomEnded(LAW, R1, at("10:00"), GUIDE)).site, LAW) == ((R2, ("005",)),)


def test_full_everywhere_asks_for_a_decision() -> None:
    assert not full_everywhere(full(sent()).site, LAW)
    crowded = full(sent(), *came(B1, B2, B3, room=R2), broken("004", room=R2))
    assert full_everywhere(crowded.site, LAW)
    settled_all = full(*came(B1, B2, B3, room=R2), broken("004", room=R2))
    assert full_everywhere(settled_all.site, LAW), "one overflows and nowhere is a seat"
    nobody = morning(*came(A1, A2), *came(B1, B2, B3, room=R2), broken("004", room=R2))
    assert not full_everywhere(nobody.site, LAW)


def test_the_incident_of_too_few_seats_is_found_while_it_is_open() -> None:
    assert shortage(full().site, LAW) is None
    assert shortage(full(opened(IncidentKind.POWER)).site, LAW) is None
    assert shortage(full(opened()).site, LAW) == INCIDENT
    assert shortage(full(opened()).site, TAX) is None
    assert shortage(full(opened(IncidentKind.SEATS_SHORT)).site, LAW) == INCIDENT
    assert shortage(full(opened(), IncidentClosed(INCIDENT, at("9:00"))).site, LAW) is None


# Overflow and forecast


def test_as_many_overflow_as_have_no_seat_the_last_first() -> None:
    assert [(one.ticket, one.room) for one in overflowing(full().site, LAW)] == [(A3, R1)]
    assert overflowing(full(sent()).site, LAW) == ()
    unseated = morning(*came(A1, clock="8:12"), *came(A2, clock="8:10"), *came(A3, clock="8:11"))
    assert [one.ticket for one in overflowing(unseated.site, LAW)] == [A1]
    assert overflowing(full(RoomEnded(LAW, R1, at("10:00"), GUIDE)).site, LAW) == ()


def test_who_logged_in_stays_and_whose_seat_broke_goes() -> None:
    story = full(logged_in(A3, "001", clock="8:16"), broken("002"))
    assert [one.ticket for one in overflowing(story.site, LAW)] == [A2]


def test_where_seats_are_fixed_those_overflow_for_whom_there_are_too_few() -> None:
    story = fixed(*came(A1, A2, A3), broken("003"))
    assert [one.ticket for one in overflowing(story.site, LAW)] == [A3]
    assert overflowing(fixed(*came(A1, A2, A3)).site, LAW) == ()


def arrivals(*clocks: str) -> Story:
    story = morning()
    for ticket, clock in zip((B1, B2, B3), clocks, strict=False):
        story.given(*came(ticket, clock=clock, room=R2))
    return story


def test_the_forecast_goes_on_at_the_pace_of_the_last_ten_minutes() -> None:
    story = morning(*came(A1, clock="8:10"))
    # One in five minutes, and one place is left; two are still to come.
    assert forecast(story.site, LIAONING, room(story), at("8:15")) == Forecast(at("8:20"), 1)
    assert forecast(story.site, LIAONING, room(story), at("8:20")) == Forecast(None, 1), "nobody came lately"
    assert forecast(story.site, LIAONING, room(story), at("8:10")) == Forecast(at("8:11"), 1), "a minute at least"


def test_a_full_room_is_full_now_and_one_in_which_all_fit_has_no_forecast() -> None:
    story = morning(*came(A1, A2))
    assert forecast(story.site, LIAONING, room(story), at("8:15")) == Forecast(at("8:15"), 1)
    assert forecast(full().site, LIAONING, room(full()), at("8:15")) == Forecast(at("8:15"), 1)
    roomy = arrivals("8:10")
    assert forecast(roomy.site, LIAONING, room(roomy, R2), at("8:15")) is None
    bound = fixed(*came(A1))
    assert forecast(bound.site, LIAONING, room(bound), at("8:15")) is None


def test_once_entry_is_closed_nobody_more_comes() -> None:
    story = morning(*came(A1, clock="8:28"), *STARTED)
    assert forecast(story.site, LIAONING, room(story), at("8:35")) is not None
    assert forecast(story.site, LIAONING, room(story), at("8:35:01")) is None
    over = full(*STARTED)
    assert forecast(over.site, LIAONING, room(over), at("9:00")) == Forecast(at("9:00"), 1)


def test_each_room_by_its_seats() -> None:
    first, second = room_places(full().site, LIAONING, LAW, at("8:21"))
    assert (first.usable, first.present, first.awaited, first.places, first.fill) == (2, 3, 0, -1, Fill.OVERFLOWING)
    assert (second.usable, second.present, second.awaited, second.places, second.fill) == (4, 0, 3, 4, Fill.FREE)
    out = room_places(full(sent()).site, LIAONING, LAW, at("8:21"))[0]
    assert (out.present, out.pending, out.out, out.fill) == (2, 1, 0, Fill.FULL)
    first, second = room_places(full(sent(), taken()).site, LIAONING, LAW, at("8:25"))
    assert (first.out, second.incoming, second.places) == (1, 1, 3)
    over = full(sent(), taken(), RoomEnded(LAW, R2, at("10:00"), GUIDE))
    last = room_places(over.site, LIAONING, LAW, at("10:01"))[1]
    assert (last.fill, last.forecast) == (Fill.CLOSED, None)


# What the board and the rail say of it


def card(story: Story, number: RoomId = R1, now: str = "8:25") -> tuple[int | None, int, int, RoomId | None]:
    cards = board(story.site, LIAONING, LAW, {LAW}, at(now), {}, 500).cards
    one = next(one for one in cards if one.plan.id == number)
    return one.places, one.count.pending, one.open_items, one.moved_to


def test_a_card_says_how_many_places_are_left_while_people_come() -> None:
    assert card(Story("enrolled").given(*arranged(1, TIGHT))) == (None, 0, 0, None)
    assert card(morning()) == (2, 0, 0, None)
    assert card(full()) == (-1, 0, 1, None)
    assert card(full(sent())) == (0, 1, 1, None)
    assert card(full(sent(), taken())) == (0, 0, 0, None)
    assert card(fixed()) == (None, 0, 0, None)
    assert card(fixed(*came(A1, A2, A3), broken("003"))) == (-1, 0, 1, None)


def test_somebody_on_the_way_is_one_open_item_before_and_after_the_start() -> None:
    assert card(full(sent(), *STARTED), now="8:31") == (0, 1, 1, None)


def test_a_room_that_everybody_left_says_where_they_are() -> None:
    numbers = tuple(TransferNo(f"A-{n:03}") for n in (1, 2, 3))
    story = morning(*came(A1, A2), opened(room=R1), RoomMoved(LAW, R1, R3, INCIDENT, numbers, at("8:20"), GUIDE))
    assert card(story) == (None, 0, 1, R3)
    cards = board(story.site, LIAONING, LAW, {LAW}, at("8:25"), {}, 500).cards
    assert [one.released for one in cards] == [True, True, False]


def steps(story: Story, now: str) -> dict[StepKind, tuple[StepState, int, int]]:
    found = lane(story.site, LIAONING, LAW, at(now)).steps
    return {one.kind: (one.state, one.done, one.total) for one in found}


def test_transfers_are_a_step_while_somebody_is_on_the_way_and_to_be_settled_near_the_end() -> None:
    assert not {StepKind.TRANSFERS, StepKind.SETTLE} & steps(morning(*STARTED), "8:40").keys()
    assert steps(full(*STARTED), "8:40")[StepKind.TRANSFERS] == (StepState.NOW, 0, 1)
    story = full(sent(), *STARTED)
    assert steps(story, "8:40")[StepKind.TRANSFERS] == (StepState.NOW, 0, 1)
    assert StepKind.SETTLE not in steps(story, "8:40")
    assert steps(story, "9:45")[StepKind.SETTLE] == (StepState.NOW, 0, 1)
    assert StepKind.TRANSFERS not in steps(story, "9:45")
    assert steps(story, "10:00:01")[StepKind.SETTLE] == (StepState.LATE, 0, 1)
    assert not {StepKind.TRANSFERS, StepKind.SETTLE} & steps(full(sent(), taken(), *STARTED), "9:50").keys()
    story.given(*came(B1, room=R2), sent(B1, "8:35", R2, TransferNo("A-002")), taken(A3))
    assert steps(story, "8:40")[StepKind.TRANSFERS] == (StepState.NOW, 1, 2)


def test_a_standby_room_is_released_and_otherwise_counts_only_when_somebody_sits_there() -> None:
    story = full(*OPENED, *STARTED)
    assert steps(story, "8:40")[StepKind.RELEASE][1:] == (2, 3)
    assert steps(story, "8:40")[StepKind.START][1:] == (2, 2)
    story.given(RoomsReleased(LAW, (R3,), "1-1-S"), sent(), taken(room=R3))
    assert steps(story, "8:40")[StepKind.START][1:] == (2, 3)
    unused = full(*OPENED, *STARTED, RoomEnded(LAW, R1, at("10:01"), GUIDE), RoomEnded(LAW, R2, at("10:01"), GUIDE))
    assert steps(unused, "10:02")[StepKind.RELEASE][1:] == (2, 2)
    assert steps(unused, "10:02")[StepKind.END][1:] == (2, 2)
