"""What rooms owe the desk by now, and which is asked next."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from app.core.gate import CheckName
from app.core.ledger import Count
from app.core.plan import Room
from app.core.terms import RoomId
from app.service.clock import BEIJING
from app.views.board import RoomCard, RoomState
from app.views.reports import ReportKind, most_owed, next_owing, owed

STARTS = datetime(2021, 10, 30, 8, 30, tzinfo=BEIJING)
LATER = STARTS + timedelta(minutes=10)


def card(number: str = "001", state: RoomState = RoomState.RUNNING, *due: CheckName, stale: bool = False) -> RoomCard:
    return RoomCard(
        plan=Room(RoomId(number), number, "A", 1, 30),
        state=state,
        count=Count(),
        started_at=None,
        ends_at=None,
        heard=None,
        stale=stale,
        faults=(),
        incidents=(),
        blockers=due,
        due=due,
        debts=(),
        gap=None,
        also=(),
    )


def test_a_start_is_owed_from_the_unified_start_by_rooms_that_were_released() -> None:
    for state in (RoomState.RELEASED, RoomState.ADMITTING):
        assert owed(card("001", state), STARTS, STARTS - timedelta(seconds=1)) == ()
        assert owed(card("001", state), STARTS, STARTS) == (ReportKind.START,)
    assert owed(card("001", RoomState.WAITING), STARTS, LATER) == ()


def test_roll_counts_and_result_are_owed_once_they_are_due() -> None:
    silent = card("001", RoomState.RUNNING, CheckName.ATTENDANCE, stale=True)
    assert owed(silent, STARTS, LATER) == (ReportKind.ROLL, ReportKind.COUNTS)
    over = card("001", RoomState.COLLECTING, CheckName.ATTENDANCE, CheckName.ANSWERS, stale=True)
    assert owed(over, STARTS, LATER) == (ReportKind.ROLL, ReportKind.RESULT)
    assert owed(card("001", RoomState.COLLECTING, CheckName.RESULT_DIFFERS), STARTS, LATER) == (ReportKind.RESULT,)


def test_a_result_is_owed_also_after_the_end() -> None:
    ended = replace(card("001", RoomState.ENDED), debts=(CheckName.RESULT,))
    assert owed(ended, STARTS, LATER) == (ReportKind.RESULT,)


def test_what_is_not_due_yet_is_not_owed() -> None:
    running = replace(card(), blockers=(CheckName.ATTENDANCE, CheckName.ANSWERS))
    assert owed(running, STARTS, LATER) == ()


def test_the_next_room_is_the_one_behind_and_after_the_last_the_first() -> None:
    cards = [card(number, RoomState.RUNNING, CheckName.ATTENDANCE) for number in ("001", "003", "004")]
    cards.insert(1, card("002"))

    def after(room: str | None) -> RoomId | None:
        return next_owing(cards, ReportKind.ROLL, RoomId(room) if room else None, STARTS, LATER)

    assert [after(None), after("001"), after("004")] == ["001", "003", "001"]
    assert next_owing(cards, ReportKind.RESULT, None, STARTS, LATER) is None


def test_the_earliest_kind_of_the_day_comes_first() -> None:
    cards = [card("001", RoomState.COLLECTING, CheckName.ANSWERS), card("002", RoomState.RELEASED)]
    assert most_owed(cards, STARTS, LATER) is ReportKind.START
    assert most_owed(cards[:1], STARTS, LATER) is ReportKind.RESULT
    assert most_owed([card()], STARTS, LATER) is None
