"""Standalone answers at the gate of the room: back, decided on or written off, and no way round (SAL-05, H9)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.closing import EndedBeforeChecked, EndRooms, RoomBlockers, RoomsNotReady, WriteOff
from app.core.collection import AnswersConfirmed
from app.core.end_phase import ViolationsConfirmed
from app.core.end_state import ResultReason
from app.core.gate import Check, CheckName, CheckState
from app.core.permission import NotYourRole
from app.core.room_result import Outcome, ResultDifference, ResultLine, RoomResultKept, TakeRoomResult
from app.core.room_state import Answers
from app.core.standalone_course import StandaloneWithdrawn
from app.core.standalone_return import DecideReturn
from app.core.standalone_state import PackageEnd, ReturnFlaw, VoidReason
from app.core.terms import ClauseId, Role, Ticket
from tests.builders import A1, A2, A3, ADMIN, D1, D2, GUIDE, LAW, R1, ROOM_LOCK, Story, at, desk
from tests.unit.alone_story import (
    BACK_2,
    LOST,
    LOST_ANSWERS,
    SECOND_OUT,
    came_back,
    comes_back,
    consented,
    gate,
    goes_out,
    now,
    of,
    open_in,
    out,
    package_of,
    room,
    went_on,
    went_out,
)

LOOKED = ViolationsConfirmed(LAW, R1, at("10:00"), GUIDE)

COLLECTED = AnswersConfirmed(LAW, R1, (A2, A3), (), (), at("10:00"), GUIDE)

END = EndRooms(LAW, (R1,), at("10:01"), ADMIN)


def alone_is_open(*tickets: Ticket) -> Check:
    return Check(CheckName.STANDALONE, CheckState.OPEN, ClauseId("SAL-05"), tickets=tickets)


# Standalone answers (SAL-05)


def test_sal_05_while_a_package_is_out_the_room_does_not_end() -> None:
    story = out(COLLECTED, LOOKED)
    assert gate(story)[CheckName.STANDALONE] == alone_is_open(A1)
    story.when(END).then(RoomsNotReady(LAW, (RoomBlockers(R1, (CheckName.STANDALONE,)),)))
    story.done(comes_back(), now("10:01")).done(END)


def test_sal_05_nor_while_the_chief_has_not_decided() -> None:
    story = out(SECOND_OUT, replace(came_back(), flaws=(ReturnFlaw.VOIDED,)), COLLECTED, LOOKED)
    story.given(came_back(2, BACK_2))
    assert package_of(story).counted == BACK_2
    assert open_in(story) == (CheckName.STANDALONE,)
    story.done(DecideReturn(LAW, A1, BACK_2)).done(END)


def test_sal_05_several_are_named() -> None:
    story = out(consented(A2), went_out(ticket=A2, place="021", machine="J-21"))
    assert gate(story)[CheckName.STANDALONE] == alone_is_open(A1, A2)
    story.given(came_back(ticket=A2))
    assert gate(story)[CheckName.STANDALONE] == alone_is_open(A1)


def test_sal_05_h9_lost_with_the_chiefs_record() -> None:
    """The machine died with the answers; nobody else may say so."""
    story = out(COLLECTED, LOOKED, LOST_ANSWERS)
    ask = WriteOff(LAW, A1, LOST)
    story.when(ask, desk(Role.SITE_ADMIN, Role.EXAM_OFFICE)).then(NotYourRole(Role.SITE_ADMIN, (Role.CHIEF,)))
    story.when(ask, desk(Role.EXAM_OFFICE, Role.CHIEF)).then(NotYourRole(Role.EXAM_OFFICE, (Role.CHIEF,)))
    story.done(ask, desk(Role.CHIEF, Role.SITE_ADMIN))
    package = package_of(story).package(1)
    assert package
    assert (package.ended, package_of(story).live, room(story).stations) == (PackageEnd.LOST, None, {})
    assert open_in(story) == ()
    story.done(END)


def test_sal_05_withdrawn_it_is_the_room_that_collects() -> None:
    story = out(StandaloneWithdrawn(LAW, R1, A1, at("9:05"), GUIDE), LOOKED)
    assert gate(story)[CheckName.STANDALONE].state is CheckState.OFF
    story.given(COLLECTED)
    assert gate(story)[CheckName.ANSWERS].tickets == (A1,)


# Attacks: out of the gate with a package out


def test_sal_05_a_package_is_neither_withdrawn_nor_replaced_out_of_the_gate() -> None:
    """Void is a package, and not the duty to bring answers back."""
    story = out(went_on(), COLLECTED, LOOKED)
    again = goes_out(2, place="021", machine="J-21", issued_at=at("9:59"))
    story.done(replace(again, voids=VoidReason.STATION_FAILED), now("9:59"))
    assert CheckName.STANDALONE in open_in(story)
    assert isinstance(story.when(END).answer, RoomsNotReady)


def test_sal_05_a_room_that_says_it_has_the_answers_does_not_have_them() -> None:
    lines = tuple(ResultLine(one, Outcome.SUBMITTED) for one in (A1, A2, A3))
    story = out(LOOKED).done(TakeRoomResult(LAW, R1, D1, ROOM_LOCK, lines))
    assert open_in(story) == (CheckName.STANDALONE, CheckName.RESULT_DIFFERS)
    assert gate(story)[CheckName.RESULT_DIFFERS].tickets == (A1,)


@pytest.mark.parametrize(
    ("outcome", "differs"),
    [
        (Outcome.STANDALONE, False),
        (Outcome.NEVER_LOGGED_IN, False),
        (None, False),
        (Outcome.SUBMITTED, True),
        (Outcome.ABSENT, True),
    ],
)
def test_dat_03_what_a_room_says_of_somebody_who_went_on_alone(outcome: Outcome | None, *, differs: bool) -> None:
    said = [ResultLine(A2, Outcome.SUBMITTED), ResultLine(A3, Outcome.SUBMITTED)]
    said += [ResultLine(A1, outcome)] if outcome else []
    story = out(came_back(), LOOKED).done(TakeRoomResult(LAW, R1, D1, ROOM_LOCK, tuple(said)))
    assert open_in(story) == ((CheckName.RESULT_DIFFERS,) if differs else ())
    assert of(story).answers is Answers.COLLECTED
    found = room(story).result
    assert found
    assert found.differences == ((A1,) if differs else ())


def test_dat_03_somebody_who_did_not_go_on_alone_is_not_called_so() -> None:
    lines = (ResultLine(A1, Outcome.SUBMITTED), ResultLine(A2, Outcome.STANDALONE), ResultLine(A3, Outcome.ABSENT))
    story = Story("confirmed").when(TakeRoomResult(LAW, R1, D1, ROOM_LOCK, lines))
    difference = ResultDifference(A2, "present", "standalone")
    story.then(RoomResultKept(LAW, R1, D1, 1, ROOM_LOCK, (A1,), (), (difference,)))


def test_dat_03_a_second_result_leaves_what_came_back_alone() -> None:
    lines = (ResultLine(A2, Outcome.SUBMITTED), ResultLine(A3, Outcome.SUBMITTED))
    story = out(came_back(), LOOKED).done(TakeRoomResult(LAW, R1, D1, ROOM_LOCK, lines))
    story.done(TakeRoomResult(LAW, R1, D2, ROOM_LOCK, lines, ResultReason.WRONG_FILE))
    assert open_in(story) == ()


def test_sal_05_a_room_ends_after_its_last_return_was_handed_in() -> None:
    story = out(COLLECTED, LOOKED, replace(came_back(), closed_at=at("10:02")))
    story.when(END).then(EndedBeforeChecked(LAW, R1, at("10:01"), at("10:02")))
    copy = replace(came_back(file=BACK_2, final=False), closed_at=at("10:05"))
    story.given(copy).done(replace(END, ended_at=at("10:02")))
