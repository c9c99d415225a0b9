"""Bells of the exam office, and the reminder of each room by its own end."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.attendance import RoomHasEnded, RoomNotStarted
from app.core.authorization import UnknownSession
from app.core.closing import RoomEnded
from app.core.operation import NotYetHappened, PersonUnknown
from app.core.permission import NotYourRole, NotYourRoom
from app.core.session_state import Bell
from app.core.signals import (
    BellRung,
    RecordBell,
    RecordReminder,
    RemindedTooEarly,
    RoomReminded,
    RungAlready,
)
from app.core.start import RoomStarted
from app.core.terms import Role, SessionId
from tests.builders import (
    GUIDE,
    GUIDE_2,
    LAW,
    OFFICER,
    R1,
    R2,
    R9,
    SECOND,
    STRANGER,
    TAX,
    Story,
    at,
    by,
    desk,
    present,
)

STRANGE = SessionId("9-9")
RING = RecordBell(LAW, Bell.START, at("8:30"), GUIDE)
DUE, DUE_2 = at("9:45"), at("9:45:20")
"""The second room started 20 seconds later."""
REMIND = RecordReminder(LAW, (R1, R2), at("9:46"), GUIDE)


# The bells of CLK-19


@pytest.mark.parametrize("bell", Bell)
def test_clk_19_each_bell_is_noted_once_a_session(bell: Bell) -> None:
    ask = replace(RING, bell=bell)
    story = Story("released").when(ask).then(BellRung(LAW, bell, at("8:30"), GUIDE)).done(ask)
    assert story.site.sessions[LAW].bells == {bell: at("8:30")}
    story.when(replace(ask, happened_at=at("8:31"))).then(RungAlready(LAW, bell, at("8:30")))
    story.done(replace(ask, session=TAX))


def test_clk_19_it_rings_for_the_unified_start_whichever_rooms_are_late() -> None:
    Story("packaged").done(RING)


def test_clk_19_the_exam_office_rings_and_no_room() -> None:
    Story("released").done(RING, present(at("12:00"), by(OFFICER, Role.EXAM_OFFICE)))
    no = NotYourRole(Role.ROOM_ADMIN, (Role.EXAM_OFFICE, Role.SITE_ADMIN))
    Story("released").when(RING, present(at("12:00"), by(GUIDE, Role.ROOM_ADMIN))).then(no)


def test_clk_19_it_rang_in_a_session_and_someone_told_it() -> None:
    Story("released").when(replace(RING, session=STRANGE)).then(UnknownSession(STRANGE))
    early = at("8:30") - SECOND
    Story("released").when(RING, desk(now=early)).then(NotYetHappened(at("8:30"), early))
    Story("released").when(replace(RING, reported_by=STRANGER)).then(PersonUnknown(STRANGER))


# The reminders of CLK-12


def test_clk_12_each_room_is_reminded_once() -> None:
    both = (RoomReminded(LAW, R1, at("9:46"), GUIDE), RoomReminded(LAW, R2, at("9:46"), GUIDE))
    story = Story("started").when(REMIND).then(*both).done(replace(REMIND, rooms=(R1, R1)))
    assert story.site.sessions[LAW].rooms[R1].reminded_at == at("9:46")
    assert story.site.sessions[LAW].rooms[R2].reminded_at is None
    story.when(REMIND).then(both[1])
    story.done(REMIND).when(REMIND).then()


def test_clk_12_not_before_fifteen_minutes_before_the_rooms_own_end() -> None:
    early = replace(REMIND, happened_at=DUE - SECOND)
    Story("started").when(early).then(RemindedTooEarly(LAW, R1, DUE))
    Story("started").when(replace(REMIND, happened_at=DUE)).then(RemindedTooEarly(LAW, R2, DUE_2))
    Story("started").done(replace(REMIND, happened_at=DUE_2))
    late = Story("released").given(RoomStarted(LAW, R1, at("8:50"), GUIDE))
    late.when(replace(REMIND, rooms=(R1,))).then(RemindedTooEarly(LAW, R1, at("10:05")))


def test_clk_12_in_rooms_that_are_at_work() -> None:
    Story("released").when(REMIND).then(RoomNotStarted(LAW, R1))
    Story("started").when(replace(REMIND, rooms=(R1, R9))).then(RoomNotStarted(LAW, R9))
    ended = Story("started").given(RoomEnded(LAW, R2, at("10:00"), GUIDE))
    ended.when(REMIND).then(RoomHasEnded(LAW, R2, at("10:00")))


def test_clk_12_a_room_reminds_itself() -> None:
    one = replace(REMIND, rooms=(R1,))
    Story("started").done(one, present(at("12:00"), by(GUIDE, Role.ROOM_ADMIN)))
    other = present(at("12:00"), by(GUIDE_2, Role.ROOM_ADMIN))
    for ask in (one, replace(one, rooms=(R1, R1))):
        Story("started").when(ask, other).then(NotYourRoom(R1, R2))


def test_sec_02_who_serves_one_room_reminds_no_other_by_naming_several() -> None:
    guide = present(at("12:00"), by(GUIDE, Role.ROOM_ADMIN))
    for rooms in ((R1, R2), ()):
        ask = replace(REMIND, rooms=rooms)
        Story("started").when(ask, guide).then(NotYourRole(Role.ROOM_ADMIN, (Role.SITE_ADMIN,)))


def test_clk_12_it_happened_in_a_session_and_someone_told_it() -> None:
    Story("started").when(replace(REMIND, session=STRANGE)).then(UnknownSession(STRANGE))
    Story("started").when(REMIND, desk(now=at("9:45"))).then(NotYetHappened(at("9:46"), at("9:45")))
    Story("started").when(replace(REMIND, reported_by=STRANGER)).then(PersonUnknown(STRANGER))
