"""Closing an exam day: every debt paid, the chief beside (DAT-01, DAT-07)."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from app.core.closing import AnswersChecked, RoomEnded
from app.core.collection import RoomResultEntered
from app.core.day_close import CloseDay, DayClosed, DayNotReady, NoExamThatDay, OpenDebt, day_debts
from app.core.end_phase import ScratchPaperCounted
from app.core.gate import CheckName
from app.core.operation import Fact
from app.core.permission import AnotherPersonNeeded, NotYourRole
from app.core.records import ROOM_RECORD, RecordCameOut, RecordKept, RecordSigned, ReprintReason
from app.core.room_state import CalledOff
from app.core.terms import Role, RoomId, SessionId
from tests.builders import ADMIN, B1, B2, B3, D1, D2, GUIDE, LAW, LIAONING, R1, R2, TAX, Story, at, desk
from tests.unit.safe_story import BACKED_UP, OF_ROOMS, REGISTERED

DAY = at("8:30").date()
WHOLE_SESSION = RoomId("")
PAID: dict[CheckName, tuple[Fact, ...]] = {
    CheckName.SCRATCH_PAPER: tuple(ScratchPaperCounted(LAW, room, 0, 0, None, at("10:05"), GUIDE) for room in (R1, R2)),
    CheckName.RECORD_PRINTED: tuple(
        fact
        for room in (R1, R2)
        for fact in (
            RecordKept(ROOM_RECORD, LAW, room, 1, D1, D2, None),
            RecordCameOut(ROOM_RECORD, LAW, room, 1, came_out=True),
        )
    ),
    CheckName.RECORD_SIGNED: tuple(RecordSigned(ROOM_RECORD, LAW, room, 1, at("10:20")) for room in (R1, R2)),
    CheckName.ENDED: tuple(RoomEnded(LAW, room, at("10:01"), ADMIN) for room in (R1, R2)),
    CheckName.CHECKED: (AnswersChecked(LAW, at("10:10")),),
    CheckName.BACKUP: (BACKED_UP,),
    CheckName.ROOM_BACKUP: OF_ROOMS,
}


def evening(but: CheckName | None = None, *, tax: bool = False) -> Story:
    """Everything is done but this; the second session is not held unless said otherwise."""
    story = Story("reported").given(REGISTERED)
    for name, facts in PAID.items():
        if name is not but:
            story.given(*facts)
    if not tax:
        for room in story.site.sessions[TAX].rooms.values():
            room.called_off = CalledOff.POSTPONED
    return story


def test_dat_07_a_day_with_nothing_open_is_closed() -> None:
    story = evening().when(CloseDay(DAY)).then(DayClosed(DAY, at("12:00"))).done(CloseDay(DAY))
    assert story.site.closed_days == {DAY: at("12:00")}
    story.when(CloseDay(DAY)).then()


def test_dat_07_the_chief_signs_beside() -> None:
    evening().when(CloseDay(DAY), desk(Role.SITE_ADMIN, Role.EXAM_OFFICE)).then(AnotherPersonNeeded((Role.CHIEF,)))
    evening().when(CloseDay(DAY), desk(Role.CHIEF, Role.SITE_ADMIN)).then(NotYourRole(Role.CHIEF, (Role.SITE_ADMIN,)))


@pytest.mark.parametrize(
    "name", [CheckName.RECORD_SIGNED, CheckName.SCRATCH_PAPER, CheckName.BACKUP, CheckName.ROOM_BACKUP]
)
def test_dat_07_each_debt_by_itself_keeps_it_open(name: CheckName) -> None:
    places = (WHOLE_SESSION,) if name is CheckName.BACKUP else (R1, R2)
    found = tuple(OpenDebt(LAW, place, (name,)) for place in places)
    evening(name).when(CloseDay(DAY)).then(DayNotReady(DAY, found))


def test_dat_07_a_record_that_was_not_printed_is_not_signed_either() -> None:
    both = (CheckName.RECORD_PRINTED, CheckName.RECORD_SIGNED)
    found = tuple(OpenDebt(LAW, room, both) for room in (R1, R2))
    evening(CheckName.RECORD_PRINTED).when(CloseDay(DAY)).then(DayNotReady(DAY, found))


def test_dat_04_without_the_check_no_backup_holds() -> None:
    found = OpenDebt(LAW, WHOLE_SESSION, (CheckName.CHECKED, CheckName.BACKUP))
    evening(CheckName.CHECKED).when(CloseDay(DAY)).then(DayNotReady(DAY, (found,)))


def test_dat_07_a_result_is_owed_by_its_room() -> None:
    story = evening()
    story.site.sessions[LAW].rooms[R2].result = None
    story.when(CloseDay(DAY)).then(DayNotReady(DAY, (OpenDebt(LAW, R2, (CheckName.RESULT,)),)))
    story.given(RoomResultEntered(LAW, R2, 1, (B1, B2, B3), (), at("10:30"), GUIDE))
    anew = replace(BACKED_UP, name="c")
    # That it was typed in stands on the record.
    again = (CheckName.RECORD_PRINTED, CheckName.RECORD_SIGNED)
    story.given(*PAID[CheckName.CHECKED], anew).when(CloseDay(DAY)).then(DayNotReady(DAY, (OpenDebt(LAW, R2, again),)))
    story.given(RecordKept(ROOM_RECORD, LAW, R2, 2, D1, D1, ReprintReason.CHANGED))
    story.given(
        RecordCameOut(ROOM_RECORD, LAW, R2, 2, came_out=True), RecordSigned(ROOM_RECORD, LAW, R2, 2, at("10:40"))
    )
    story.done(CloseDay(DAY))


def test_dat_07_rooms_that_have_not_ended_hold_the_day_open() -> None:
    found = (OpenDebt(LAW, WHOLE_SESSION, (CheckName.ENDED,)),)
    evening(CheckName.ENDED).when(CloseDay(DAY)).then(DayNotReady(DAY, found))


def test_dat_07_every_session_of_the_day_counts_in_order_of_time() -> None:
    story = evening(CheckName.BACKUP, tax=True)
    first = OpenDebt(LAW, WHOLE_SESSION, (CheckName.BACKUP,))
    second = OpenDebt(TAX, WHOLE_SESSION, (CheckName.ENDED, CheckName.CHECKED, CheckName.BACKUP))
    story.when(CloseDay(DAY)).then(DayNotReady(DAY, (first, second)))
    plan = story.site.sessions[TAX].plan
    story.site.sessions[TAX].plan = replace(plan, starts_at=at("8:00"))
    # Now the first one is the last of the day, with which the rooms owe their backups.
    found = [(one.session, one.room) for one in day_debts(story.site, DAY, LIAONING)]
    assert found == [(TAX, WHOLE_SESSION), (LAW, WHOLE_SESSION), (LAW, R1), (LAW, R2)]


def test_dat_07_another_day_does_not_wait_for_this_one() -> None:
    story = evening(tax=True)
    plan = story.site.sessions[TAX].plan
    story.site.sessions[TAX].plan = replace(plan, starts_at=at("8:30", 31))
    story.done(CloseDay(DAY))
    tomorrow = date(2021, 10, 31)
    assert isinstance(story.when(CloseDay(tomorrow)).answer, DayNotReady)


def test_dat_04_what_changes_afterwards_opens_a_closed_day() -> None:
    story = evening().done(CloseDay(DAY))
    again = RoomResultEntered(LAW, R2, 2, (B1, B2), (B3,), at("12:30"), GUIDE)
    story.given(again)
    assert story.site.closed_days == {}
    whole = OpenDebt(LAW, WHOLE_SESSION, (CheckName.CHECKED, CheckName.BACKUP))
    paper = OpenDebt(LAW, R2, (CheckName.RECORD_PRINTED, CheckName.RECORD_SIGNED))
    story.when(CloseDay(DAY)).then(DayNotReady(DAY, (whole, paper)))


def test_dat_07_only_a_day_on_which_the_exam_is_held() -> None:
    never = date(2021, 10, 29)
    evening().when(CloseDay(never)).then(NoExamThatDay(never))
    bare = Story("enrolled")
    bare.when(CloseDay(DAY)).then(NoExamThatDay(DAY))
    empty = evening()
    for session in (LAW, TAX):
        empty.site.sessions[SessionId(session)].rooms.clear()
    empty.when(CloseDay(DAY)).then(NoExamThatDay(DAY))
