"""What codes and decisions allow one candidate: for whom they were given, wherever they sit afterwards."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.core.extra_time import AuthorityMissing, Short
from app.core.extra_time_ceiling import ceiling, covered
from app.core.incident import IncidentClosed
from app.core.operation import Fact
from app.core.room_move import MoveRoom
from app.core.rulebook import Tier
from app.core.terms import ApplicationNo, CauseNo, Ticket
from app.core.time_state import LossCause
from app.core.transfer import TransferredIn
from app.crypto.codes import Purpose
from tests.builders import A1, A2, A3, B1, B2, B3, GUIDE, LAW, R1, R2, TAX, Story, at
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
    standby_lock,
)
from tests.unit.time_facts import (
    CUT,
    HEAD,
    PROVINCE,
    RESPONSIBLE,
    agreed,
    applied,
    asked_for,
    code_in,
    cut,
    give,
    here,
    lost,
    own_code,
    room_code,
    running,
    was_given,
)

SECOND = ApplicationNo("AS-002")
LATER = CauseNo("AF-002")
NOW = here("9:32")


def most(story: Story, ticket: Ticket = A1, tier: Tier = PROVINCE) -> int:
    return ceiling(story.site, story.site.sessions[LAW], of(story, ticket), tier)


def test_tim_13_without_an_authority_nothing_is_allowed() -> None:
    assert most(running()) == 0
    assert most(running(asked_for(31))) == 0
    assert most(running(asked_for(31), agreed("9:31", HEAD))) == 0


def test_j_05_of_several_codes_the_highest_counts_and_not_their_sum() -> None:
    assert most(running(asked_for(31), room_code(20), room_code(25), room_code(5))) == 25
    second = (replace(asked_for(40, A1), number=SECOND), own_code(40, number=SECOND))
    story = running(asked_for(31), room_code(20), *second)
    assert (most(story), most(story, A2)) == (40, 20)


def test_tim_13_a_code_for_several_is_given_one_by_one() -> None:
    story = running(asked_for(31, A1, A2), own_code(31, A1))
    assert (most(story, A1), most(story, A2)) == (31, 0)
    story.when(give(31, A2), NOW).then(AuthorityMissing(LAW, (Short(A2, 0, 31, 0),)))
    story.done(give(31, A1), NOW)


def test_tim_06_another_rooms_or_sessions_code_is_not_this_ones() -> None:
    """Hostile: sixty minutes for the own room with the code of the next one, both real."""
    other = running(*cut(LATER), replace(asked_for(60, room=R2), causes=(LATER,)), room_code(60, R2))
    assert (most(other, A1), most(other, B1)) == (0, 60)
    other.when(give(31), NOW).then(AuthorityMissing(LAW, (Short(A1, 0, 31, 0), Short(A2, 0, 31, 0))))
    elsewhere = running(asked_for(60), room_code(60))
    elsewhere.site.applications[ApplicationNo("AS-001")].session = TAX
    assert most(elsewhere) == 0


def test_tim_06_a_code_for_a_delay_is_no_extra_time() -> None:
    assert most(running(applied(60), code_in(Purpose.DELAY, R1, 60), code_in(Purpose.DELAY_SITE, "*", 60))) == 0


@pytest.mark.parametrize(
    ("consent", "tier", "allowed"),
    [
        (RESPONSIBLE, RESPONSIBLE, 40),
        (RESPONSIBLE, HEAD, 0),
        (HEAD, RESPONSIBLE, 40),
        (HEAD, HEAD, 40),
        (HEAD, PROVINCE, 0),
    ],
)
def test_tim_17_who_decides_decides_on_the_sum_asked_for(consent: Tier, tier: Tier, allowed: int) -> None:
    story = running(asked_for(40), agreed("9:31", consent))
    assert most(story, tier=tier) == allowed
    assert most(running(asked_for(40, A2), agreed("9:31", consent)), tier=tier) == 0


# Whom a room's code is for (formats: everyone who sat there when the loss happened, kept after a move)


def crowded(*facts: Fact) -> Story:
    """Everybody at work, both rooms running; A3 stands in the first without a seat."""
    people = (*came(B1, B2, B3, room=R2), logged_in(A1, "001"), logged_in(A2, "002"))
    return full(*people, *STARTED, opened(room=None), *facts)


def moved(ticket: Ticket, clock: str, origin: str = R1, room: str = R2) -> tuple[Fact, ...]:
    """Sent and taken in at the same minute."""
    left, into = (R1, R2) if (origin, room) == (R1, R2) else (R2, R1)
    return (
        sent(ticket, clock, left),
        TransferredIn(FIRST, LAW, left, into, ticket, at(clock), GUIDE, NO_TOKEN),
    )


POWER = cut(room=R1, since="9:00", until="9:31")
ROOM = (*POWER, asked_for(31), room_code(31))


def test_formats_a_rooms_code_is_kept_after_a_transfer() -> None:
    story = crowded(*ROOM, *moved(A3, "9:40"))
    assert of(story, A3).room == R2
    assert most(story, A3) == 31
    story.done(give(31, A3), here("9:45"))


def test_formats_a_rooms_code_is_kept_after_a_move_of_the_whole_room() -> None:
    story = fixed(*came(A1, A2), *STARTED, *ROOM, opened(room=R1), *standby_lock(at("7:00")))
    story.done(MoveRoom(LAW, R1, R3, INCIDENT, at("9:35"), GUIDE), here("9:36"))
    assert (of(story, A1).room, most(story)) == (R3, 31)
    story.done(give(31), here("9:40"))
    rooms = story.site.sessions[LAW].rooms
    assert (rooms[R3].extra_minutes, rooms[R1].extra_minutes) == (31, 0)


def test_formats_not_for_somebody_who_came_into_the_room_later() -> None:
    """Hostile: a small fault afterwards, and the code of the great one."""
    later = cut(LATER, R1, "9:45", "10:05")
    story = crowded(*ROOM, *moved(B1, "9:40", R2, R1), *later)
    assert (of(story, B1).room, most(story, B1), most(story, A1)) == (R1, 0, 31)
    small = lost("9:45", "10:05", LATER)
    story.when(give(20, B1, loss=small), here("10:06")).then(AuthorityMissing(LAW, (Short(B1, 0, 20, 0),)))
    story.done(give(20, A1, loss=small), here("10:06"))


def test_formats_nor_for_somebody_who_left_it_before() -> None:
    """Hostile: minutes given there earlier are no ticket to what the room is allowed afterwards."""
    way = was_given(10, A3, loss=lost("8:40", "8:50", CauseNo(INCIDENT), cause=LossCause.MOVE))
    here_too = cut(LATER, R2, "9:00", "9:20")
    story = crowded(*moved(A3, "8:50"), way, *ROOM, *here_too)
    assert most(story, A3) == 0
    story.when(give(20, A3, room=R2, loss=lost("9:00", "9:20", LATER)), NOW).then(
        AuthorityMissing(LAW, (Short(A3, 10, 30, 0),))
    )


def test_formats_who_was_taken_in_while_it_was_dark_sat_there_too() -> None:
    story = crowded(*ROOM, *moved(B1, "9:10", R2, R1))
    assert most(story, B1) == 31


def test_formats_who_came_to_the_exam_after_it_was_mended_did_not() -> None:
    story = running(asked_for(31), room_code(31))
    of(story, A1).entered_at = at("9:31:01")
    of(story, A2).entered_at = at("9:31")
    assert (most(story, A1), most(story, A2)) == (0, 31)


def test_tim_16_of_several_causes_one_is_enough() -> None:
    """The second one happened before A3 came to the room, or the first; one of both they sat through."""
    later = cut(LATER, R1, "9:45", "10:05")
    both = replace(asked_for(40), causes=(CUT, LATER))
    story = crowded(*POWER, *later, both, room_code(40), *moved(B1, "9:40", R2, R1))
    assert most(story, B1) == 40
    asked = story.site.applications[ApplicationNo("AS-001")]
    assert covered(story.site, story.site.sessions[LAW], of(story, B2), asked) is False


def test_tim_16_an_incident_counts_by_when_it_happened() -> None:
    """When it is closed is office work, and nobody came to sit through it by then."""
    asked = replace(asked_for(20), causes=(CauseNo(INCIDENT),))
    story = crowded(asked, room_code(20), IncidentClosed(INCIDENT, at("9:50")), *moved(B1, "9:40", R2, R1))
    assert (most(story, A1), most(story, B1)) == (20, 0)


# Whatever is asked in whatever order

STEP = st.tuples(st.sampled_from(["one", "other", "room", "code", "own"]), st.integers(1, 25))


@given(st.lists(STEP, max_size=14))
def test_tim_15_the_sum_is_what_was_given_and_never_more_than_was_allowed(steps: list[tuple[str, int]]) -> None:
    story = running(asked_for(60), replace(asked_for(60, A1), number=SECOND))
    sums, codes = {A1: 0, A2: 0}, {A1: 0, A2: 0}
    for what, minutes in steps:
        if what in ("code", "own"):
            for ticket in (A1, A2) if what == "code" else (A1,):
                codes[ticket] = max(codes[ticket], minutes * 2)
            number = ApplicationNo("AS-001") if what == "code" else SECOND
            story.given(room_code(minutes * 2) if what == "code" else own_code(minutes * 2, number=number))
            continue
        who = {"one": (A1,), "other": (A2,), "room": (A1, A2)}[what]
        ask = give(minutes, *(() if what == "room" else who), knowingly=True)
        fits = all(sums[one] + minutes <= max(10, min(codes[one], 60)) for one in who)
        answer = story.when(ask, NOW).answer
        assert isinstance(answer, tuple) is fits
        if isinstance(answer, tuple):
            story.given(*answer)
            sums.update({one: sums[one] + minutes for one in who})
    assert {ticket: of(story, ticket).extra_minutes for ticket in sums} == sums
    state = story.site.sessions[LAW]
    assert state.rooms[R1].extra_minutes == sum(line.minutes for line in state.extra_time if line.moved)
    assert len({line.number for line in state.extra_time}) == len(state.extra_time)
