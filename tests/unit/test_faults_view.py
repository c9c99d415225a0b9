"""Faults as those see them who mend (RST-04, FLT-01, CLK-11): place, minutes, alarm, who is concerned, what is next."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.core.fault import FaultKind, FaultReported, FaultRestored, HelpSent
from app.core.incident import IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.leaving import GaveUp
from app.core.login import LoggedIn
from app.core.machines import MachinesListed, SpareServed
from app.core.plan import Room
from app.core.reset import CandidateReset, ResetFailed
from app.core.room_move import MoveRoom, RoomMoved, StandbyRoomOpened
from app.core.room_state import ResetCause
from app.core.site import SeatMachine
from app.core.start import RoomStarted
from app.core.terms import FaultNo, IncidentNo, RoomId, TransferNo
from app.views.faults import (
    Concerned,
    FaultRow,
    FaultStep,
    Standby,
    Standing,
    closed_today,
    coming,
    find_machines,
    lost_since,
    open_faults,
    standby_rooms,
    standing_still,
    wrong_seats,
)
from tests.builders import A1, A2, A3, ADMIN, GUIDE, LAW, LIAONING, R1, R2, R9, TAX, Story, at, desk

ONE, TWO, THREE = (FaultNo(f"AF-00{n}") for n in (1, 2, 3))
STEP = FaultStep
DESK = SeatMachine("002", "PC-002", "10.0.0.2", "SW1/2")
S1, S2, S3 = RoomId("081"), RoomId("082"), RoomId("083")


def reported(
    number: FaultNo = ONE,
    kind: FaultKind = FaultKind.MACHINE,
    room: RoomId | None = R1,
    *seats: str,
    when: str = "9:00",
) -> FaultReported:
    return FaultReported(number, kind, LAW, room, seats, at(when), GUIDE)


def here() -> Story:
    """Two are present in the first room, at 001 and 002; the third is absent."""
    return Story("confirmed")


def the_one(story: Story, now: str = "9:05") -> FaultRow:
    (row,) = open_faults(story.site, LIAONING, at(now))
    return row


def reset(ticket: str, seat: str, to: str = "030", when: str = "9:02") -> CandidateReset:
    return CandidateReset(LAW, R1, ticket, ResetCause.MACHINE, seat, to, at(when), GUIDE)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("now", "minutes", "late"), [("9:00", 0, False), ("9:10", 10, False), ("9:10:01", 10, True), ("9:30", 30, True)]
)
def test_a_fault_open_for_longer_than_allowed_raises_an_alarm(now: str, minutes: int, *, late: bool) -> None:
    row = the_one(here().given(reported(ONE, FaultKind.MACHINE, R1, "002")), now)
    assert (row.minutes, row.late) == (minutes, late)


def test_where_it_is_and_who_comes() -> None:
    story = here().given(MachinesListed(R1, (DESK, SeatMachine("003", "PC-003", "", ""))))
    story.given(reported(ONE, FaultKind.NETWORK, R1, "002", "004"), HelpSent(ONE, ADMIN, at("9:03")))
    row = the_one(story)
    assert row.machines == (DESK,), "what the list does not know is left out"
    assert (row.helper, row.sent_at) == (ADMIN, at("9:03"))
    assert the_one(here().given(reported(ONE, FaultKind.POWER, None))).machines == ()


def test_the_longest_open_comes_first_and_what_was_restored_today_below() -> None:
    story = here().given(
        reported(ONE, FaultKind.MACHINE, R1, "001", when="9:01"),
        reported(TWO, FaultKind.NETWORK, R2, when="8:50"),
        reported(THREE, FaultKind.POWER, None, when="8:40"),
    )
    rows = open_faults(story.site, LIAONING, at("9:05"))
    assert [row.number for row in rows] == [THREE, TWO, ONE]
    own = open_faults(story.site, LIAONING, at("9:05"), R1)
    assert [row.number for row in own] == [THREE, ONE], "a fault of the whole site is every room's"
    story.given(FaultRestored(TWO, at("8:58")), FaultRestored(THREE, at("9:03")))
    done = closed_today(story.site, LIAONING, at("18:00"))
    assert [(row.number, row.minutes, row.late, row.next_step) for row in done] == [
        (THREE, 23, False, None),
        (TWO, 8, False, None),
    ]
    assert [row.number for row in closed_today(story.site, LIAONING, at("18:00"), R1)] == [THREE]
    assert closed_today(story.site, LIAONING, at("8:00", 31)) == ()


def test_candidates_are_counted_by_how_far_they_are() -> None:
    story = here().given(reported(ONE, FaultKind.MACHINE, R1, "001", "002", "003"))
    assert the_one(story).concerned == Concerned(stuck=2), "the absent third is concerned by nothing"
    story.given(LoggedIn(LAW, R1, A1, "001", at("8:50"), GUIDE), reset(A1, "001"))
    assert the_one(story).concerned == Concerned(stuck=1, waiting=1)
    story.given(ResetFailed(LAW, R1, A1, at("9:03"), GUIDE), reset(A2, "002", "031"))
    assert the_one(story).concerned == Concerned(waiting=1, failed=1)
    story.given(LoggedIn(LAW, R1, A2, "031", at("9:04"), GUIDE))
    assert the_one(story).concerned == Concerned(failed=1, going_on=1)
    assert the_one(story).concerned.total == 2


def test_whoever_gave_up_or_sits_elsewhere_is_not_concerned() -> None:
    story = here().given(reported(ONE, FaultKind.MACHINE, R1, "001", "002"))
    story.given(GaveUp(LAW, R1, A1, at("9:01"), GUIDE), LoggedIn(LAW, R1, A2, "020", at("9:01"), GUIDE))
    assert the_one(story).concerned == Concerned()


def test_a_reset_of_before_the_fault_says_nothing_about_it() -> None:
    story = here().given(reset(A1, "002", "001", "8:45"), LoggedIn(LAW, R1, A1, "001", at("8:46"), GUIDE))
    story.given(reported(ONE, FaultKind.MACHINE, R1, "001", when="9:00"))
    assert the_one(story).concerned == Concerned(stuck=1)


def test_before_the_start_whoever_is_awaited_there_counts_too() -> None:
    story = Story("released").given(reported(ONE, FaultKind.MACHINE, R1, "001", "002", when="8:10"))
    assert the_one(story, "8:15").concerned == Concerned(stuck=2)
    story.given(RoomStarted(LAW, R1, at("8:30"), GUIDE))
    assert the_one(story, "8:31").concerned == Concerned()


def test_a_room_or_site_concerns_everyone_who_is_there() -> None:
    assert the_one(here().given(reported(ONE, FaultKind.POWER, R1))).concerned == Concerned(stuck=2)
    assert the_one(here().given(reported(ONE, FaultKind.POWER, None))).concerned == Concerned(stuck=5)


def test_what_stays_broken_concerns_the_next_session() -> None:
    story = Story("ended").given(reported(ONE, FaultKind.MACHINE, R1, "001", when="9:50"))
    assert the_one(story, "10:10").concerned == Concerned(stuck=1)
    everyone = Story("ended").given(reported(ONE, FaultKind.POWER, R1, when="9:50"))
    assert the_one(everyone, "10:10").concerned.total == len(story.site.sessions[TAX].rooms[R1].sittings)


def test_a_fault_where_nobody_sits_concerns_nobody() -> None:
    assert the_one(with_standby(here()).given(reported(ONE, FaultKind.POWER, S1))).concerned == Concerned()
    assert the_one(with_standby(here()).given(reported(ONE, FaultKind.POWER, None))).concerned.total == 5


@pytest.mark.parametrize(
    ("kind", "seats", "room", "steps"),
    [
        (FaultKind.MACHINE, ("001",), R1, (STEP.RESET, STEP.CHANGE, STEP.STANDALONE, STEP.EXTRA_TIME)),
        (FaultKind.NETWORK, ("001",), R1, (STEP.RESET, STEP.CHANGE, STEP.STANDALONE, STEP.EXTRA_TIME)),
        (FaultKind.PERIPHERAL, ("001",), R1, (STEP.CHANGE, STEP.RESET, STEP.STANDALONE, STEP.EXTRA_TIME)),
        (FaultKind.CLOUD, (), R1, (STEP.RESET, STEP.MOVE_ROOM, STEP.STANDALONE, STEP.EXTRA_TIME)),
        (FaultKind.MACHINE, (), R1, (STEP.CHANGE, STEP.MOVE_ROOM, STEP.STANDALONE, STEP.EXTRA_TIME)),
        (FaultKind.POWER, (), R1, (STEP.RESTORE, STEP.MOVE_ROOM, STEP.STANDALONE, STEP.EXTRA_TIME)),
        (FaultKind.POWER, (), None, (STEP.RESTORE, STEP.STANDALONE, STEP.EXTRA_TIME)),
    ],
)
def test_steps_stand_in_the_order_of_the_notice(
    kind: FaultKind, seats: tuple[str, ...], room: RoomId | None, steps: tuple[FaultStep, ...]
) -> None:
    row = the_one(here().given(reported(ONE, kind, room, *seats)))
    assert (row.steps, row.next_step) == (steps, steps[0])


def test_the_next_step_follows_what_was_done() -> None:
    story = here().given(reported(ONE, FaultKind.MACHINE, R1, "001", when="9:00"))
    assert the_one(story).next_step is STEP.RESET
    story.given(reset(A1, "001"))
    assert the_one(story).next_step is STEP.RESET, "reset, and still to log in"
    story.given(ResetFailed(LAW, R1, A1, at("9:03"), GUIDE))
    assert the_one(story).next_step is STEP.STANDALONE
    story.given(reset(A1, "001", "032", "9:04"), LoggedIn(LAW, R1, A1, "032", at("9:05"), GUIDE))
    assert the_one(story).next_step is STEP.CHANGE, "everyone goes on; the machine is left to be mended"


def test_a_room_that_does_not_come_back_is_moved() -> None:
    story = here().given(reported(ONE, FaultKind.POWER, R1))
    assert the_one(story, "9:10").next_step is STEP.RESTORE
    assert the_one(story, "9:11").next_step is STEP.MOVE_ROOM
    empty = Story("prepared").given(reported(ONE, FaultKind.POWER, None))
    assert the_one(empty, "9:20").next_step is STEP.RESTORE


def test_rooms_stand_still_with_the_fault_that_stops_them() -> None:
    story = here().given(reported(ONE, FaultKind.MACHINE, R1, "001"))
    assert standing_still(story.site, LAW) == (), "one seat stops no room"
    story.given(reported(TWO, FaultKind.POWER, R2))
    assert standing_still(story.site, LAW) == (Standing(R2, TWO),)
    story.given(reported(THREE, FaultKind.NETWORK, None), FaultRestored(TWO, at("9:05")))
    assert standing_still(story.site, LAW) == (Standing(R1, THREE), Standing(R2, THREE))
    assert standing_still(Story("ended").given(reported(ONE, FaultKind.POWER, R1)).site, LAW) == ()


def test_lost_time_counts_from_the_fault_that_stopped_the_room() -> None:
    story = here().given(reported(ONE, FaultKind.POWER, R1, when="9:07"))
    assert lost_since(story.site, R1) == at("9:07")
    assert lost_since(story.site, R2) is None


def test_wrong_seats_are_named_as_they_were_typed() -> None:
    plan = Room(R1, "Lab", "North", 3, 40, 2)
    assert wrong_seats("1-3, 43，x、40-43; 42", plan) == ("43", "x", "40-43")
    assert wrong_seats("", plan) == ()


def with_standby(story: Story) -> Story:
    for number, seats in ((S1, 10), (S2, 20), (S3, 20)):
        story.site.plans[number] = Room(number, "Spare", "North", 1, seats, 5, standby=True)
    return story


def test_standby_rooms_that_can_be_opened_the_largest_first() -> None:
    story = with_standby(here())
    assert standby_rooms(story.site, LAW) == (Standby(S2, 20), Standby(S3, 20), Standby(S1, 10))
    story.given(SpareServed(S1, ("011", "012"), True, at("9:00"), GUIDE))
    story.given(StandbyRoomOpened(LAW, S2, IncidentNo("A-001"), at("9:00")))
    assert standby_rooms(story.site, LAW) == (Standby(S3, 20), Standby(S1, 12))


def test_what_is_offered_is_what_the_move_takes() -> None:
    """A standby room that another session opened, and one where another session is going on."""
    number = IncidentNo("A-001")
    for started, ended in ((None, None), (at("8:30"), None), (at("8:30"), at("9:00"))):
        story = with_standby(here()).given(
            IncidentOpened(number, IncidentKind.ROOM_UNUSABLE, LAW, R1, at("9:00"), GUIDE),
            StandbyRoomOpened(TAX, S2, number, at("9:00")),
        )
        _set(story, started, ended)
        offered = {one.room for one in standby_rooms(story.site, LAW)}
        for room in (S1, S2, S3):
            story.when(MoveRoom(LAW, R1, room, number, at("9:05"), GUIDE), desk())
            taken = isinstance(story.answer, tuple) and isinstance(story.answer[0], RoomMoved)
            assert taken is (room in offered)


def _set(story: Story, started: datetime | None, ended: datetime | None) -> None:
    room = story.site.sessions[TAX].rooms[S2]
    room.started_at, room.ended_at = started, ended


def test_all_but_the_absent_go_on_elsewhere() -> None:
    story = with_standby(here())
    assert coming(story.site.sessions[LAW].rooms[R1]) == 2
    numbers = tuple(TransferNo(f"A-00{n}") for n in (1, 2, 3))
    story.given(RoomMoved(LAW, R1, S1, IncidentNo("A-001"), numbers, at("9:05"), GUIDE))
    assert coming(story.site.sessions[LAW].rooms[S1]) == 2
    assert A3 in story.site.sessions[LAW].rooms[S1].sittings


def test_machines_are_found_by_seat_name_or_address() -> None:
    other = SeatMachine("012", "HP-77", "10.0.2.12", "")
    story = here().given(MachinesListed(R1, (DESK,)), MachinesListed(R2, (other,)))
    story.given(reported(ONE, FaultKind.MACHINE, R1, "002"))

    def found(text: str, room: RoomId | None = None) -> list[tuple[RoomId, bool]]:
        return [(one.room, one.down) for one in find_machines(story.site, text, room)]

    assert found("") == [(R1, True), (R2, False)]
    assert found("2") == [(R1, True), (R2, False)], "seat 2, and an address with a 2 in it"
    assert found("hp-7 ") == [(R2, False)]
    assert found("10.0.2") == [(R2, False)]
    assert found("", R1) == [(R1, True)]
    assert found("nothing") == found("", R9) == []


def test_within_a_minute_a_row_stays_the_same() -> None:
    """The page shows it again only where it differs."""
    story = here().given(reported(ONE, FaultKind.MACHINE, R1, "001"))
    assert the_one(story, "9:05:10") == the_one(story, "9:05:50") != the_one(story, "9:06")
