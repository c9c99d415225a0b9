"""The room board: where every room is, and what is open there."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.core.attendance import AttendanceConfirmed
from app.core.closing import RoomEnded
from app.core.entry import CheckedIn
from app.core.fault import FaultKind, FaultReported, FaultRestored
from app.core.gate import CheckName
from app.core.incident import IncidentClosed, IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.ledger import Count, session_count
from app.core.room_report import RoomReported
from app.core.start import RoomsReleased, RoomStarted
from app.core.terms import Digest, FaultNo, IncidentNo, RoomId, SessionId
from app.views.board import Also, Board, BoardGroup, Gap, RoomCard, RoomState, board, room_state
from tests.builders import A1, A2, A3, ADMIN, B1, GUIDE, LAW, LIAONING, R1, R2, SECOND, TAX, Story, at

HEARD = {(LAW, R1): at("8:59"), (LAW, R2): at("8:59")}
NOT_YET = (CheckName.VIOLATIONS, CheckName.SUBMITTED, CheckName.ANSWERS)
DEBTS = (CheckName.RESULT, CheckName.SCRATCH_PAPER, CheckName.RECORD_PRINTED, CheckName.RECORD_SIGNED)


def shown(
    story: Story,
    now: datetime,
    session: SessionId = LAW,
    heard: dict[tuple[SessionId, RoomId], datetime] | None = None,
) -> Board:
    """Both sessions are live; a room may be silent for five minutes."""
    return board(story.site, LIAONING, session, {LAW, TAX}, now, HEARD if heard is None else heard, 5)


def first(story: Story, now: datetime | None = None) -> RoomCard:
    """At nine, unless said otherwise."""
    return shown(story, now or at("9:00")).cards[0]


def report(present: int, absent: int) -> RoomReported:
    return RoomReported(LAW, R1, 0, present, absent, present, 0, at("8:59"), GUIDE, Digest(""))


def fault(number: str, room: RoomId | None, session: SessionId | None = LAW) -> FaultReported:
    return FaultReported(FaultNo(number), FaultKind.NETWORK, session, room, (), at("8:50"), GUIDE)


def incident(number: str, room: RoomId | None, session: SessionId | None = LAW) -> IncidentOpened:
    return IncidentOpened(IncidentNo(number), IncidentKind.OTHER, session, room, at("8:50"), GUIDE)


@pytest.mark.parametrize(
    ("stage", "now", "state"),
    [
        ("authorized", "8:00", RoomState.WAITING),
        ("released", "8:10", RoomState.RELEASED),
        ("started", "8:30", RoomState.RUNNING),
        ("confirmed", "9:59:59", RoomState.RUNNING),
        ("confirmed", "10:00", RoomState.COLLECTING),
        ("reported", "10:00:30", RoomState.COLLECTING),
        ("ended", "10:01", RoomState.ENDED),
    ],
)
def test_a_room_goes_from_waiting_to_ended(stage: str, now: str, state: RoomState) -> None:
    assert first(Story(stage), at(now)).state is state


def test_a_released_room_admits_from_the_first_who_comes_in() -> None:
    story = Story("released").given(CheckedIn(LAW, R2, B1, at("8:10"), GUIDE))
    assert [card.state for card in shown(story, at("8:11")).cards] == [RoomState.RELEASED, RoomState.ADMITTING]


def test_a_card_says_which_room_how_many_and_until_when() -> None:
    card = first(Story("confirmed"))
    assert (card.plan.id, card.plan.name, card.plan.building, card.plan.floor) == (R1, "Lab 1", "North", 3)
    assert card.count == Count(arranged=3, present=2, absent=1)
    assert (card.started_at, card.ends_at, card.heard) == (at("8:30"), at("10:00"), at("8:59"))
    waiting = first(Story("released"), at("8:00"))
    assert (waiting.started_at, waiting.ends_at, waiting.blockers) == (None, None, ())


def test_a_card_says_where_the_room_is_in_the_other_session() -> None:
    story = Story("confirmed").given(RoomsReleased(TAX, (R1,), "1-2-S"))
    law, tax = shown(story, at("10:05")), shown(story, at("10:05"), TAX)
    assert [card.also for card in law.cards] == [(Also(TAX, RoomState.RELEASED),), (Also(TAX, RoomState.WAITING),)]
    assert [card.also for card in tax.cards] == [(Also(LAW, RoomState.COLLECTING),)] * 2
    alone = board(story.site, LIAONING, LAW, {LAW}, at("10:05"), {}, 5)
    assert [card.also for card in alone.cards] == [(), ()]


def test_a_room_that_holds_people_only_in_the_other_session_stands_on_the_board() -> None:
    story = Story("confirmed")
    del story.site.sessions[TAX].rooms[R2]
    card = shown(story, at("10:05"), TAX).cards[1]
    assert (card.plan.id, card.state, card.count) == (R2, RoomState.NOBODY, Count())
    assert card.also == (Also(LAW, RoomState.COLLECTING),)
    assert (card.blockers, card.stale, card.open_items) == ((), False, 0)
    assert len(board(story.site, LIAONING, TAX, {TAX}, at("10:05"), {}, 5).cards) == 1
    assert room_state(None, story.site.sessions[TAX].plan, at("10:05")) is RoomState.NOBODY


def test_a_room_under_way_that_gives_no_sign_is_stale() -> None:
    started, limit = Story("started"), at("8:35")
    assert not shown(started, limit, heard={}).cards[0].stale
    assert shown(started, limit + SECOND, heard={}).cards[0].stale
    early = {(LAW, R1): at("8:05")}
    assert not shown(started, limit, heard=early).cards[0].stale
    assert shown(started, limit + SECOND, heard=early).cards[0].stale
    heard = {(LAW, R1): at("8:40")}
    assert not shown(started, at("8:45"), heard=heard).cards[0].stale
    assert shown(started, at("8:45") + SECOND, heard=heard).cards[0].stale


@pytest.mark.parametrize("stage", ["released", "ended"])
def test_before_its_start_and_after_its_end_no_room_is_stale(stage: str) -> None:
    assert not any(card.stale for card in shown(Story(stage), at("14:00"), heard={}).cards)


def test_open_faults_and_incidents_stand_on_their_room_or_on_the_site() -> None:
    story = Story("confirmed").given(
        *(fault("AF-002", R1), fault("AF-001", R1, TAX), fault("AF-003", R1), fault("AF-004", None)),
        *(incident("A-001", R1), incident("A-002", R1, TAX), incident("A-003", R1, None), incident("A-004", R1)),
        *(incident("A-005", None), incident("A-006", None, TAX)),
        FaultRestored(FaultNo("AF-003"), at("8:55")),
        IncidentClosed(IncidentNo("A-004"), at("8:55")),
    )
    seen = shown(story, at("9:00"))
    assert (seen.cards[0].faults, seen.cards[0].incidents) == (("AF-001", "AF-002"), ("A-001", "A-003"))
    assert (seen.cards[1].faults, seen.cards[1].incidents) == ((), ())
    assert (seen.faults, seen.incidents) == (("AF-004",), ("A-005",))
    assert (seen.cards[0].open_items, seen.open_items) == (4, 6)


def test_a_blocker_is_due_when_it_could_be_settled() -> None:
    started, entry_closes = Story("started"), at("8:35")
    every = (CheckName.ATTENDANCE, *NOT_YET)
    assert (first(started, entry_closes).blockers, first(started, entry_closes).due) == (every, ())
    assert first(started, entry_closes + SECOND).due == (CheckName.ATTENDANCE,)
    confirmed = Story("confirmed")
    assert (first(confirmed).blockers, first(confirmed).due) == (NOT_YET, ())
    assert first(confirmed, at("10:00")).due == NOT_YET
    assert first(Story("reported"), at("10:00")).blockers == ()


def test_after_the_end_what_is_left_is_a_debt() -> None:
    card = first(Story("confirmed").given(RoomEnded(LAW, R1, at("9:40"), ADMIN)), at("9:45"))
    assert (card.blockers, card.due, card.debts) == ((), (), DEBTS)
    assert first(Story("ended"), at("10:02")).debts == DEBTS[1:]
    assert first(Story("reported"), at("10:00")).debts == ()


@pytest.mark.parametrize(("present", "absent", "gap"), [(2, 1, None), (3, 0, Gap(1, -1)), (2, 0, Gap(0, -1))])
def test_a_report_is_held_against_the_desk(present: int, absent: int, gap: Gap | None) -> None:
    card = first(Story("confirmed").given(report(present, absent)))
    assert card.gap == gap
    assert card.open_items == bool(gap)


def test_before_the_roll_a_gap_is_shown_and_is_no_open_item() -> None:
    for stage, now in (("released", "8:20"), ("started", "8:31")):
        card = first(Story(stage).given(report(2, 0)), at(now))
        assert (card.gap, card.open_items) == (Gap(2, 0), 0)


def test_a_silent_room_is_an_open_item() -> None:
    assert [card.open_items for card in shown(Story("confirmed"), at("9:00"), heard={}).cards] == [1, 1]


def test_the_total_is_that_of_the_session() -> None:
    story = Story("reported")
    assert shown(story, at("10:00")).total == session_count(story.site.sessions[LAW])
    assert shown(story, at("10:00"), TAX).total == Count(arranged=4, awaited=4)


def test_groups() -> None:
    story = Story("released").given(
        RoomStarted(LAW, R1, at("8:30"), GUIDE), AttendanceConfirmed(LAW, R1, (A1, A2), (A3,), at("8:40"), GUIDE)
    )
    seen = shown(story, at("9:00"))

    def rooms(seen: Board, group: BoardGroup) -> list[RoomId]:
        return [card.plan.id for card in seen.group(group)]

    assert rooms(seen, BoardGroup.ALL) == [R1, R2]
    assert rooms(seen, BoardGroup.UNDER_WAY) == [R1]
    assert rooms(seen, BoardGroup.NOT_STARTED) == [R2]
    assert rooms(seen, BoardGroup.WITH_OPEN_ITEMS) == []
    assert rooms(shown(story.given(fault("AF-001", R2)), at("9:00")), BoardGroup.WITH_OPEN_ITEMS) == [R2]
    ended = shown(Story("ended"), at("10:02"))
    assert [rooms(ended, group) for group in BoardGroup] == [[R1, R2], [], [], []]


def test_a_late_room_is_judged_by_its_own_start() -> None:
    story = Story("released").given(RoomStarted(LAW, R1, at("8:45"), GUIDE))
    assert first(story, at("10:14:59")).state is RoomState.RUNNING
    assert first(story, at("10:15")).state is RoomState.COLLECTING
