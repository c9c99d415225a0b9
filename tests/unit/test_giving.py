"""What a number of extra minutes means before anybody decides, and whom the console would choose."""

from __future__ import annotations

from app.core.extra_time_people import NobodyAnswering, NotAnswering
from app.core.leaving import GaveUp
from app.core.login import LoggedIn
from app.core.operation import Refusal
from app.core.room_move import RoomMoved
from app.core.rulebook import Tier
from app.core.terms import CauseNo, IncidentNo, RoomId, Ticket, TransferNo
from app.crypto.codes import Purpose
from app.views.extra_time import Allowance, extra_time, extra_time_room
from app.views.giving import Outlook, Wish, applied, outlook
from app.views.giving_people import Suggestion, by_need, people_in, suggested, ticked_first
from tests.builders import A1, A2, A3, B1, GUIDE, LAW, LIAONING, MINUTE, R1, R2, ZHEJIANG, Story, at
from tests.unit.lost_time import (
    ASKED,
    POWER,
    SEAT,
    STANDBY,
    asks,
    code,
    decided,
    everybody,
    fault,
    given_minutes,
    transferred,
)

CUT = fault(POWER, "9:00", "9:31")


def wish(minutes: int, *tickets: Ticket, room: RoomId = R1, without: tuple[Ticket, ...] = ()) -> Wish:
    return Wish(LAW, room, tickets, without, minutes, at("9:00"), at("9:31"))


def asked(story: Story, wanted: Wish) -> Outlook | Refusal:
    return outlook(story.site, LIAONING, wanted, at("9:32"))


def means(story: Story, wanted: Wish) -> Outlook:
    found = asked(story, wanted)
    assert isinstance(found, Outlook)
    return found


def parts(found: Outlook) -> list[tuple[RoomId, tuple[Ticket, ...], int]]:
    return [(part.room, part.tickets, part.minutes) for part in found.now]


def sums(found: Outlook) -> list[tuple[RoomId, tuple[Ticket, ...], int]]:
    return [(part.room, part.tickets, part.minutes) for part in found.asked]


# What it means


def test_ten_for_the_room_at_once_and_a_code_for_the_sum() -> None:
    found = means(everybody().given(*CUT), wish(31))
    assert (found.people, found.tiers, found.missing) == (3, ((Tier.PROVINCE, 3),), Tier.PROVINCE)
    assert (parts(found), sums(found)) == ([(R1, (), 10)], [(R1, (), 31)])
    assert found.ends_at == at("10:31")
    assert found.more_than_lost is None
    assert found.beyond == ()


def test_who_used_more_is_named_and_holds_the_room_back() -> None:
    story = everybody().given(*CUT, given_minutes(7, A2))
    found = means(story, wish(5))
    assert (found.tiers, found.beyond) == (((Tier.ON_THE_SPOT, 2), (Tier.PROVINCE, 1)), (A2,))
    assert (parts(found), sums(found)) == ([(R1, (), 3)], [(R1, (), 12)])
    # Without them the room has all of it.
    others = means(story, wish(5, without=(A2,)))
    assert (parts(others), others.asked, others.missing) == ([(R1, (), 5)], (), None)


def test_single_candidates_are_given_what_each_may_have() -> None:
    found = means(everybody().given(*CUT, given_minutes(7, A2)), wish(8, A1, A2))
    assert parts(found) == [(R1, (A1,), 8), (R1, (A2,), 3)]
    assert sums(found) == [(R1, (A2,), 15)]
    assert (found.ends_at, found.until) == (None, at("10:15"))
    assert [len(one.tickets) for one in found.alike] == [1, 1]


def test_a_code_lets_the_rest_be_given() -> None:
    story = everybody().given(*CUT, asks(31), code(31, R1, Purpose.EXTRA_TIME_ROOM))
    found = means(story, wish(31))
    assert (parts(found), found.asked, found.missing) == ([(R1, (), 31)], (), None)


def test_beyond_the_province_no_room_is_moved() -> None:
    found = means(everybody().given(*CUT), wish(65))
    assert (found.missing, found.ends_at, found.until) == (Tier.MINISTRY, None, at("11:05"))
    assert parts(found) == [(R1, (), 10)]


def test_more_than_was_lost_is_seen_before_it_is_entered() -> None:
    found = means(everybody().given(*CUT), wish(32))
    assert found.more_than_lost is not None
    assert (found.more_than_lost.total, found.more_than_lost.lost) == (32, 31)


def test_the_next_session_of_the_room_and_who_answers_on_then() -> None:
    story = everybody().given(*CUT)
    room = means(story, wish(60))
    assert room.next_room is not None
    assert (room.next_room.forced, room.next_room.tier) == (20 * MINUTE, Tier.CITY)
    assert [one.ticket for one in room.next_room.still] == [A1, A2, A3]
    single = means(story, wish(45, A1, A3))
    assert single.next_room is None
    assert [(one.ticket, one.until, one.sits_next) for one in single.still] == [
        (A1, at("10:45"), True),
        (A3, at("10:45"), False),
    ]
    assert means(story, wish(40, A1)).still == ()


def test_who_lost_it_in_another_room_is_served_from_there() -> None:
    story = everybody().given(*fault(POWER, "9:00", "9:10", room=R2), *transferred("9:20", "9:25"))
    found = means(story, wish(5, A1, B1))
    assert parts(found) == [(R1, (A1,), 5), (R2, (B1,), 5)]


def test_for_whom_nothing_can_be_given() -> None:
    gone = everybody().given(GaveUp(LAW, R1, A1, at("9:20"), GUIDE))
    assert isinstance(asked(gone, wish(5, A1)), NotAnswering)
    assert isinstance(asked(gone, wish(5, without=(A2, A3))), NobodyAnswering)


def test_an_application_serves_whoever_it_is_for_and_no_larger_sum() -> None:
    story = everybody().given(*CUT, asks(31))
    (room,) = means(story, wish(31)).asked
    (single,) = means(story, wish(20, A1)).asked
    (more,) = means(story, wish(32)).asked
    found = [applied(story.site, LAW, one) for one in (room, single, more)]
    assert [one and one.number for one in found] == [ASKED, ASKED, None]
    named = everybody().given(*CUT, asks(31, A1))
    assert applied(named.site, LAW, room) is None
    assert applied(named.site, LAW, single) is not None


def test_the_room_itself_holds_back_whom_it_would_not() -> None:
    """In turns, each time without others, the end of a room moves no further than one of them."""
    in_turn = given_minutes(7, A2, moved=R1)
    found = means(everybody().given(*CUT, in_turn), wish(8, without=(A2,)))
    assert [(one.allowance.used, one.allowance.now) for one in found.alike] == [(0, 8)]
    assert found.room == Allowance(used=7, asked=8, now=3, tier=Tier.PROVINCE, limit=10, allowed=10, ask_for=15)
    assert (parts(found), sums(found), found.missing) == ([(R1, (), 3)], [(R1, (), 15)], Tier.PROVINCE)
    # What is within the limit of the room too asks nobody; candidates by name move no room.
    within = means(everybody().given(*CUT, in_turn), wish(3, without=(A2,)))
    assert (parts(within), within.asked, within.missing) == ([(R1, (), 3)], (), None)
    named = means(everybody().given(*CUT, in_turn), wish(8, A1, A3))
    assert (named.room, parts(named), named.missing) == (None, [(R1, (A1, A3), 8)], None)


def test_what_one_was_allowed_moves_no_room() -> None:
    story = everybody().given(*CUT, asks(31, A1), code(31))
    found = means(story, wish(31, without=(A2, A3)))
    assert [(one.allowance.now, one.tickets) for one in found.alike] == [(31, (A1,))]
    assert (parts(found), sums(found), found.missing) == ([(R1, (), 10)], [(R1, (), 31)], Tier.PROVINCE)
    # Their own application is none for the room, and the room's is one for it.
    (part,) = found.asked
    assert applied(story.site, LAW, part) is None
    assert applied(everybody().given(*CUT, asks(31)).site, LAW, part) is not None


def test_a_room_that_went_on_in_another_one_is_asked_for_there() -> None:
    numbers = tuple(TransferNo(f"A-00{n}") for n in (2, 3, 4))
    went = RoomMoved(LAW, R1, STANDBY, IncidentNo("A-001"), numbers, at("9:31"), GUIDE)
    story = everybody().given(*CUT, went, given_minutes(7, A2, moved=STANDBY))
    found = means(story, wish(8, without=(A2,)))
    assert found.room is not None
    assert (found.room.used, parts(found)) == (7, [(R1, (), 3)])


def test_somebody_responsible_decides_for_the_room_as_well() -> None:
    story = everybody().given(*CUT, asks(8, tier=Tier.RESPONSIBLE))
    before = outlook(story.site, ZHEJIANG, wish(8), at("9:32"))
    assert isinstance(before, Outlook)
    assert (before.room and before.room.now, before.missing) == (0, Tier.RESPONSIBLE)
    story.given(decided(Tier.RESPONSIBLE))
    after = outlook(story.site, ZHEJIANG, wish(8), at("9:32"))
    assert isinstance(after, Outlook)
    assert (after.room and after.room.now, parts(after), after.missing) == (8, [(R1, (), 8)], None)


# Whom the console would choose


def test_the_whole_room_less_its_exceptions() -> None:
    story = everybody().given(*CUT, given_minutes(4, A3))
    room = extra_time_room(story.site, LAW, R1, at("9:32"))
    people = people_in(story.site, LIAONING, LAW, room)
    assert ticked_first(room, people, whole=True) == {A1, A2}
    proposed = suggested(story.site, LAW, room, (A1, A2), whole=True)
    assert proposed == Suggestion(R1, 31, at("9:00"), at("9:31"), room.proposal.causes if room.proposal else ())


def test_single_ones_to_whom_most_is_owed_alike_then_everybody_else() -> None:
    story = everybody().given(
        LoggedIn(LAW, R1, A1, "001", at("8:35"), GUIDE), *fault(SEAT, "9:00", "9:12", "001"), given_minutes(3, A2)
    )
    room = extra_time_room(story.site, LAW, R1, at("9:32"))
    people = people_in(story.site, LIAONING, LAW, room)
    assert [one.loser.ticket for one in people] == [A1, A2, A3]
    assert [one.allowance and one.allowance.ask_for for one in people] == [12, None, None]
    assert ticked_first(room, people, whole=False) == {A1}
    assert ticked_first(room, people, whole=True) == {A1, A2, A3}
    assert suggested(story.site, LAW, room, (A1,), whole=True) is None
    assert suggested(story.site, LAW, room, (A2, A3), whole=False) is None
    found = suggested(story.site, LAW, room, (A1, A3), whole=False)
    assert found == Suggestion(R1, 12, at("9:00"), at("9:12"), (CauseNo(SEAT),))


def test_while_it_goes_on_the_end_is_open_and_the_least_of_different_figures_is_said() -> None:
    story = everybody().given(*fault(POWER, "9:00"), given_minutes(4, A3))
    room = extra_time_room(story.site, LAW, R1, at("9:32"))
    found = suggested(story.site, LAW, room, (A1, A3), whole=False)
    assert found is not None
    assert (found.minutes, found.until, found.differ) == (28, None, True)
    whole = suggested(story.site, LAW, room, (), whole=True)
    assert whole is not None
    assert whole.until is None


def test_nobody_is_chosen_where_nothing_was_lost() -> None:
    story = everybody()
    room = extra_time_room(story.site, LAW, R1, at("9:32"))
    assert ticked_first(room, people_in(story.site, LIAONING, LAW, room), whole=False) == frozenset()


def test_rooms_with_somebody_waiting_stand_first_then_those_that_were_served() -> None:
    story = everybody().given(*fault(POWER, "9:00", "9:10", room=R2))
    rooms = extra_time(story.site, LIAONING, LAW, at("9:32"))
    assert [one.room for one in by_need(rooms)] == [R2, R1]
    served = story.given(given_minutes(10, B1, moved=R2, since="9:00", until="9:10", room=R2))
    assert [one.room for one in by_need(extra_time(served.site, LIAONING, LAW, at("9:32")))] == [R2, R1]
