"""Nobody gets lost: the two sums."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.ledger import Count, count, session_count, total
from app.core.room_state import Answers, Presence, RoomSession, Sitting
from app.core.terms import RoomId
from tests.builders import A1, A2, A3, B1, LAW, R1, R2, TAX, Story

PLAIN = Count(arranged=3, present=2, absent=1, collected=1, never_logged_in=1)


def sitting(presence: Presence, answers: Answers = Answers.OPEN, origin: RoomId = R1) -> Sitting:
    return Sitting(A1, LAW, origin, R1, None, presence, answers=answers)


def test_a_plain_morning_balances_at_every_step() -> None:
    assert count(Story("packaged").site.sessions[LAW].rooms[R1]) == Count(arranged=3, awaited=3)
    assert count(Story("confirmed").site.sessions[LAW].rooms[R1]) == Count(arranged=3, present=2, absent=1)
    assert count(Story("reported").site.sessions[LAW].rooms[R1]) == PLAIN


@pytest.mark.parametrize("name", [field.name for field in fields(Count)])
def test_one_more_anywhere_is_out_of_balance(name: str) -> None:
    odd = replace(PLAIN, **{name: getattr(PLAIN, name) + 1})
    assert PLAIN.attendance_balances
    assert PLAIN.answers_balance
    assert not (odd.attendance_balances and odd.answers_balance)


def test_a_candidate_lost_from_the_room_is_missed() -> None:
    room = Story("confirmed").site.sessions[LAW].rooms[R1]
    del room.sittings[A2]
    assert not count(room).attendance_balances


def test_transfers_out_count_when_taken_in_elsewhere_or_settled() -> None:
    room = RoomSession(LAW, R1, arranged=1, sittings={A1: sitting(Presence.PENDING)})
    assert count(room) == Count(arranged=1, pending=1)
    assert count(room).attendance_balances
    gone = RoomSession(LAW, R1, arranged=1, transferred_out=1)
    taken = RoomSession(LAW, R1, transferred_in=1, sittings={A1: sitting(Presence.PRESENT, origin=R2)})
    assert count(gone).attendance_balances
    assert count(taken) == Count(transferred_in=1, present=1)
    assert total((count(gone), count(taken))) == Count(1, 1, 1, 1)
    assert total((count(gone), count(taken))).attendance_balances


@pytest.mark.parametrize(
    ("presence", "answers", "balances"),
    [
        (Presence.PRESENT, Answers.OPEN, False),
        (Presence.PRESENT, Answers.COLLECTED, True),
        (Presence.PRESENT, Answers.WRITTEN_OFF, True),
        (Presence.PRESENT, Answers.NEVER_LOGGED_IN, True),
        (Presence.ABSENT, Answers.OPEN, True),
        (Presence.ABSENT, Answers.COLLECTED, True),
    ],
)
def test_answers_of_those_present_and_only_theirs(presence: Presence, answers: Answers, balances: bool) -> None:
    room = RoomSession(LAW, R1, arranged=1, sittings={A1: sitting(presence, answers)})
    assert count(room).answers_balance is balances
    assert count(room).collected == (presence is Presence.PRESENT and answers is Answers.COLLECTED)


def test_settled_means_nobody_is_expected_or_between_rooms() -> None:
    assert PLAIN.settled
    assert not replace(PLAIN, awaited=1).settled
    assert not replace(PLAIN, pending=1).settled


def test_a_session_is_the_sum_of_its_rooms() -> None:
    state = Story("reported").site.sessions[LAW]
    assert session_count(state) == Count(arranged=6, present=5, absent=1, collected=4, never_logged_in=1)
    assert total(()) == Count()


@given(st.lists(st.builds(Count, *[st.integers(0, 99)] * len(fields(Count)))))
def test_a_total_is_field_by_field(counts: list[Count]) -> None:
    for field in fields(Count):
        assert getattr(total(counts), field.name) == sum(getattr(one, field.name) for one in counts)


def test_a_sitting_is_found_where_it_is_now() -> None:
    site = Story("packaged").site
    assert site.sitting(LAW, A3) is site.sessions[LAW].rooms[R1].sittings[A3]
    assert site.sitting(LAW, B1) is site.sessions[LAW].rooms[R2].sittings[B1]
    assert site.sitting(TAX, A3) is None
    assert Story().site.sitting(LAW, A3) is None
    assert Story().site.room(LAW, R1) is None
    assert site.room(LAW, RoomId("009")) is None
