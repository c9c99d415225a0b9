"""The gate of a room: every check in the order of the text, each in the one state it has (DAT-01, DAT-02, H4, H9)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.closing import AnswersWrittenOff, EndRooms, RoomBlockers, RoomsNotReady
from app.core.collection import AnswersConfirmed
from app.core.end_phase import ViolationsConfirmed
from app.core.fault import FaultKind, FaultReported, FaultRestored
from app.core.gate import Check, CheckName, CheckState, blocking
from app.core.operation import Fact
from app.core.room_gate import blockers, room_gate
from app.core.room_move import RoomMoved
from app.core.room_report import RoomReported
from app.core.room_result import RoomResultKept
from app.core.room_state import Answers, CalledOff, Presence, Transfer
from app.core.standalone_consent import ConsentRatified
from app.core.terms import ClauseId, Digest, FaultNo, Ticket, TransferNo
from tests.builders import A1, A2, A3, ADMIN, B1, CHIEF, D1, GUIDE, LAW, R1, R2, R9, ROOM_LOCK, TAX, Story, at
from tests.unit.alone_story import (
    LOST,
    LOST_ANSWERS,
    came_back,
    consented,
    gate,
    morning,
    of,
    open_in,
    out,
    room,
    went_out,
)

BEFORE_END = (
    CheckName.STANDALONE,
    CheckName.BY_HAND,
    CheckName.ATTENDANCE,
    CheckName.VIOLATIONS,
    CheckName.VIOLATIONS_SIGNED,
    CheckName.SUBMITTED,
    CheckName.ANSWERS,
    CheckName.RESULT_DIFFERS,
    CheckName.PENDING_TRANSFER,
    CheckName.DISPUTED,
    CheckName.LEDGER,
    CheckName.RATIFIED,
    CheckName.FAULTS,
    CheckName.ENDED_EARLY,
)
LOOKED = ViolationsConfirmed(LAW, R1, at("10:00"), GUIDE)
COLLECTED = AnswersConfirmed(LAW, R1, (A2, A3), (), (), at("10:00"), GUIDE)
END = EndRooms(LAW, (R1,), at("10:01"), ADMIN)


def alone_is_open(*tickets: Ticket) -> Check:
    return Check(CheckName.STANDALONE, CheckState.OPEN, ClauseId("SAL-05"), tickets=tickets)


def test_dat_01_in_the_order_of_the_text() -> None:
    for story in (Story("confirmed"), out(), Story("ended")):
        assert tuple(one.name for one in room_gate(story.site, room(story))) == BEFORE_END


def test_dat_01_a_plain_room_at_its_end() -> None:
    states = {name: one.state for name, one in gate(Story("reported")).items()}
    off = {
        CheckName.STANDALONE,
        CheckName.VIOLATIONS_SIGNED,
        CheckName.PENDING_TRANSFER,
        CheckName.DISPUTED,
    }
    assert states == {name: CheckState.OFF if name in off else CheckState.OK for name in BEFORE_END}


@pytest.mark.parametrize("state", CheckState)
def test_dat_01_only_what_is_open_or_unknown_holds_up(state: CheckState) -> None:
    one = Check(CheckName.FAULTS, state, ClauseId("FLT-01"))
    assert one.blocks is (state in {CheckState.OPEN, CheckState.UNKNOWN})
    assert blocking((one,)) == ((CheckName.FAULTS,) if one.blocks else ())


def test_dat_01_nothing_is_asked_of_a_room_that_was_left_or_called_off() -> None:
    moved = RoomMoved(LAW, R1, R9, LOST, tuple(TransferNo(f"A-00{n}") for n in (1, 2, 3)), at("9:10"), GUIDE)
    story = out(moved)
    assert room_gate(story.site, room(story)) == ()
    there = blockers(story.site, room(story, R9))
    assert there[0] is CheckName.STANDALONE
    story = out()
    room(story).called_off = CalledOff.CANCELLED
    assert room_gate(story.site, room(story)) == ()


# Roll, answers, transfers, faults


@pytest.mark.parametrize(("counted", "state"), [("10:00", CheckState.OK), ("10:00:01", CheckState.OPEN)])
def test_clk_13_a_newer_count_of_the_room_says_more_than_what_was_told(counted: str, state: CheckState) -> None:
    """One is logged in still and has not handed in."""
    report = RoomReported(LAW, R1, 1, 2, 1, 2, 1, at(counted), GUIDE, Digest(""), None)
    told = AnswersConfirmed(LAW, R1, (A1, A2), (), (), at("10:00"), GUIDE)
    found = gate(Story("confirmed").given(told, report))[CheckName.SUBMITTED]
    assert (found.state, found.count) == (state, int(state is CheckState.OPEN))
    kept = RoomResultKept(LAW, R1, D1, 1, ROOM_LOCK, (A1, A2), (), ())
    assert gate(Story("confirmed").given(told, report, kept))[CheckName.SUBMITTED].state is CheckState.OK


def test_dat_01_the_roll() -> None:
    story = Story("reported")
    of(story, A3).presence = Presence.AWAITED
    assert gate(story)[CheckName.ATTENDANCE].tickets == (A3,)
    assert gate(Story("started"))[CheckName.ATTENDANCE].tickets == (A1, A2, A3)
    story = Story("reported")
    room(story).attendance_confirmed_at = None
    assert (gate(story)[CheckName.ATTENDANCE].state, gate(story)[CheckName.ATTENDANCE].tickets) == (CheckState.OPEN, ())


def test_dat_02_answers_are_unknown_until_they_are_told_and_then_named() -> None:
    story = Story("confirmed")
    assert gate(story)[CheckName.ANSWERS].state is CheckState.UNKNOWN
    story.given(AnswersConfirmed(LAW, R1, (A1,), (), (), at("10:00"), GUIDE))
    assert gate(story)[CheckName.ANSWERS] == Check(
        CheckName.ANSWERS, CheckState.OPEN, ClauseId("DAT-02"), tickets=(A2,), count=1
    )
    story.given(AnswersConfirmed(LAW, R1, (A1,), (), (A2,), at("10:01"), GUIDE))
    assert gate(story)[CheckName.ANSWERS].state is CheckState.OK
    assert gate(story)[CheckName.BY_HAND].tickets == (A2,)


def test_ovb_10_transfers_are_asked_for_where_there_may_be_some() -> None:
    overbooked = Story("reported")
    package = overbooked.site.package
    assert package
    rooms = tuple(replace(one, overbook_percent=10) for one in package.plan.rooms)
    overbooked.site.package = replace(package, plan=replace(package.plan, rooms=rooms))
    assert gate(overbooked)[CheckName.PENDING_TRANSFER].state is CheckState.OK
    fixed = Story("reported")
    fixed.site.sessions[LAW].transfers.append(Transfer(TransferNo("A-001"), A3, R1, at("8:20")))
    of(fixed, A1).presence, of(fixed, A2).claimed_by = Presence.PENDING, R2
    assert gate(fixed)[CheckName.PENDING_TRANSFER].tickets == (A1,)
    assert gate(fixed)[CheckName.DISPUTED].tickets == (A2,)
    fixed.site.package = None
    assert gate(fixed)[CheckName.DISPUTED].tickets == (A2,)


def test_ovb_14_nobody_is_lost() -> None:
    story = Story("reported")
    room(story).arranged += 1
    assert open_in(story) == (CheckName.LEDGER,)


def test_flt_01_a_fault_still_open_is_looked_at_and_passed() -> None:
    here = FaultReported(FaultNo("AF-1"), FaultKind.POWER, LAW, R1, (), at("9:00"), GUIDE)
    site = replace(here, number=FaultNo("AF-2"), room=None, session=None)
    others: tuple[Fact, ...] = (
        replace(here, number=FaultNo("AF-3"), room=R2),
        replace(here, number=FaultNo("AF-4"), session=TAX),
        replace(here, number=FaultNo("AF-5")),
        FaultRestored(FaultNo("AF-5"), at("9:30")),
    )
    story = Story("reported").given(*others)
    assert gate(story)[CheckName.FAULTS].state is CheckState.OK
    story.given(here, site)
    found = gate(story)[CheckName.FAULTS]
    assert (found.state, found.count, found.blocks) == (CheckState.WARNING, 2, False)
    story.done(END)


def test_sal_02_a_consent_by_telephone_is_signed_before_the_end() -> None:
    story = out(consented(by_phone=True), came_back(), COLLECTED, LOOKED)
    assert gate(story)[CheckName.RATIFIED].tickets == (A1,)
    assert gate(story)[CheckName.RATIFIED].hard is False
    story.given(ConsentRatified(LAW, A1, CHIEF, at("9:30")))
    assert open_in(story) == ()


# Rooms and sessions by themselves (DAT-01)


def test_dat_01_one_room_never_blocks_another_nor_a_session_the_next() -> None:
    both = EndRooms(LAW, (R1, R2), at("10:01"), ADMIN)
    story = Story("reported")
    of(story, B1).by_hand, of(story, B1).answers = True, Answers.OPEN
    answer = story.when(both).answer
    assert answer == RoomsNotReady(LAW, (RoomBlockers(R2, (CheckName.BY_HAND,)),))
    story.done(END)
    assert room(story).ended_at == at("10:01")


def test_sal_05_only_the_room_where_the_candidate_is_waits_for_the_package() -> None:
    """Also where the machine stands in another room."""
    story = morning(consented()).given(replace(went_out(), host=R2, place="010"))
    assert CheckName.STANDALONE in open_in(story)
    assert CheckName.STANDALONE not in blockers(story.site, room(story, R2))


def test_sal_05_answers_of_somebody_written_off_in_the_room_are_no_standalone_answers() -> None:
    story = Story("confirmed").given(LOST_ANSWERS, AnswersWrittenOff(LAW, R1, A1, LOST))
    assert gate(story)[CheckName.STANDALONE].state is CheckState.OFF
