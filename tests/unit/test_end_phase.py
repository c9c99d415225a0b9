"""At the end of a room: violations confirmed, scratch paper back, an end without the gate (CLK-16, DAT-01)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.attendance import RoomHasEnded, RoomNotStarted
from app.core.authorization import StartAuthorized
from app.core.closing import EndRooms, RoomsNotReady, last_told
from app.core.collection import AnswersConfirmed
from app.core.end_phase import (
    ConfirmViolations,
    CountScratchPaper,
    EndReportedAlready,
    NothingHoldsUp,
    ReportUngatedEnd,
    ScratchPaperCounted,
    SheetsDoNotFit,
    SheetsMissing,
    UngatedEndReported,
    ViolationsConfirmed,
)
from app.core.end_state import ScratchNote, ScratchPaper
from app.core.gate import CheckName, CheckState
from app.core.incident import IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.leaving import ClosureNotOver
from app.core.operation import NotYetHappened, PersonUnknown
from app.core.permission import NotYourRole, NotYourRoom
from app.core.room_gate import blockers, room_gate
from app.core.room_open import RoomCalledOff
from app.core.room_state import CalledOff
from app.core.start import EarlierSessionOpen, RecordStarts, RoomsReleased, RoomStart, RoomStarted, unfinished
from app.core.terms import IncidentNo, Role, RoomId, SessionId
from tests.builders import (
    A1,
    A2,
    ADMIN,
    D1,
    GUIDE,
    GUIDE_2,
    LAW,
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
from tests.unit.alone_story import room
from tests.unit.conduct_story import RECORDED, SIGNED, outdates
from tests.unit.conduct_story import TOLD as SAID

WHEN = at("9:58")
TOLD = AnswersConfirmed(LAW, R1, (A1,), (A2,), (), at("9:50"), GUIDE)


def confirms(*rooms: RoomId) -> ConfirmViolations:
    return ConfirmViolations(LAW, rooms or (R1,), WHEN, GUIDE)


def confirmed(number: RoomId = R1) -> ViolationsConfirmed:
    return ViolationsConfirmed(LAW, number, WHEN, GUIDE)


# Violations (DAT-01)


def test_dat_01_a_room_says_that_its_violations_are_all_recorded() -> None:
    story = Story("confirmed").given(TOLD)
    assert blockers(story.site, room(story)) == (CheckName.VIOLATIONS,)
    story.when(confirms()).then(confirmed()).done(confirms())
    assert room(story).violations_confirmed_at == WHEN
    assert blockers(story.site, room(story)) == ()
    story.when(confirms()).then()


def test_dat_01_rooms_without_open_items_are_confirmed_together() -> None:
    both = confirms(R1, R2, R1)
    Story("confirmed").when(both).then(confirmed(R1), confirmed(R2))
    Story("confirmed").given(confirmed(R2)).when(both).then(confirmed(R1))
    Story("confirmed").when(confirms(R1, R9)).then(RoomNotStarted(LAW, R9))
    assert both.of_room(Story().site) is None
    assert confirms(R2).of_room(Story().site) == R2


def test_dat_01_confirmed_before_it_was_recorded_is_confirmed_no_more() -> None:
    """Recorded after the confirmation, whenever it was done."""
    story = Story("confirmed").given(TOLD).done(confirms()).given(RECORDED)
    assert room(story).violations_confirmed_at is None
    assert blockers(story.site, room(story)) == (CheckName.VIOLATIONS, CheckName.VIOLATIONS_SIGNED)
    story.done(confirms()).given(SAID, SIGNED)
    assert blockers(story.site, room(story)) == ()


def test_dat_01_of_one_room_its_own_people_of_several_the_site_administrator() -> None:
    own, other = present(at("10:00"), by(GUIDE, Role.ROOM_ADMIN)), present(at("10:00"), by(GUIDE_2, Role.ROOM_ADMIN))
    Story("confirmed").done(confirms(), own)
    Story("confirmed").when(confirms(), other).then(NotYourRoom(R1, R2))
    Story("confirmed").when(confirms(R1, R2), own).then(NotYourRole(Role.ROOM_ADMIN, (Role.SITE_ADMIN,)))


def test_dat_01_only_in_a_room_that_sits() -> None:
    Story("released").when(confirms()).then(RoomNotStarted(LAW, R1))
    Story("confirmed").when(replace(confirms(), session=SessionId("9-9"))).then(RoomNotStarted(SessionId("9-9"), R1))
    Story("ended").when(confirms()).then(RoomHasEnded(LAW, R1, at("10:01")))
    off = Story("confirmed")
    room(off).called_off = CalledOff.CANCELLED
    off.when(confirms()).then(RoomCalledOff(LAW, R1, CalledOff.CANCELLED))
    Story("confirmed").when(confirms(), desk(now=WHEN - SECOND)).then(NotYetHappened(WHEN, WHEN - SECOND))
    Story("confirmed").when(replace(confirms(), reported_by=STRANGER)).then(PersonUnknown(STRANGER))


def test_dat_01_not_before_somebody_may_leave() -> None:
    """Until then a violation may still happen."""
    before = replace(confirms(), happened_at=at("9:45") - SECOND)
    Story("confirmed").when(before).then(ClosureNotOver(LAW, R1, at("9:45")))
    Story("confirmed").done(replace(confirms(), happened_at=at("9:45")))


# Scratch paper (CLK-16)


def counts(out: int = 6, back: int = 6, note: ScratchNote | None = None) -> CountScratchPaper:
    return CountScratchPaper(LAW, R1, out, back, note, WHEN, GUIDE)


def counted(out: int = 6, back: int = 6, note: ScratchNote | None = None) -> ScratchPaperCounted:
    return ScratchPaperCounted(LAW, R1, out, back, note, WHEN, GUIDE)


def test_clk_16_as_many_sheets_come_back_as_went_out() -> None:
    story = Story("confirmed").when(counts()).then(counted()).done(counts())
    assert room(story).scratch == ScratchPaper(6, 6, None, WHEN)
    story.when(counts()).then()
    story.done(counts(7, 7))
    assert room(story).scratch == ScratchPaper(7, 7, None, WHEN)


def test_clk_16_none_at_all_is_a_count() -> None:
    Story("confirmed").when(counts(0, 0)).then(counted(0, 0))


def test_rec_01_the_same_count_at_another_time_changes_no_record() -> None:
    story = Story("ended").given(counted())
    assert not outdates(story, replace(counted(), at=at("10:20")))
    assert outdates(story, counted(7, 7))


@pytest.mark.parametrize("note", ScratchNote)
def test_clk_16_fewer_back_needs_its_note(note: ScratchNote) -> None:
    Story("confirmed").when(counts(6, 5)).then(SheetsMissing(LAW, R1, 1))
    Story("confirmed").when(counts(6, 5, note)).then(counted(6, 5, note))
    Story("confirmed").when(counts(6, 6, note)).then(counted(6, 6))


@pytest.mark.parametrize(("out", "back"), [(6, 7), (6, -1), (-1, -1), (0, 1)])
def test_clk_16_no_more_back_than_out_and_none_below_none(out: int, back: int) -> None:
    Story("confirmed").when(counts(out, back, ScratchNote.TORN)).then(SheetsDoNotFit(LAW, R1, out, back))


def test_clk_16_also_after_the_end_and_nowhere_without_a_start() -> None:
    Story("ended").when(counts()).then(counted())
    Story("released").when(counts()).then(RoomNotStarted(LAW, R1))
    Story("confirmed").when(replace(counts(), room=R9)).then(RoomNotStarted(LAW, R9))
    Story("confirmed").when(counts(), desk(now=WHEN - SECOND)).then(NotYetHappened(WHEN, WHEN - SECOND))
    Story("confirmed").when(replace(counts(), reported_by=STRANGER)).then(PersonUnknown(STRANGER))
    off = Story("confirmed")
    room(off).called_off = CalledOff.CANCELLED
    off.when(counts()).then(RoomCalledOff(LAW, R1, CalledOff.CANCELLED))


# An end without the gate (DAT-01)

FIRST = IncidentNo("A-001")
UNGATED = ReportUngatedEnd(LAW, R1, at("10:01"), GUIDE)
REPORTED = UngatedEndReported(LAW, R1, FIRST, at("10:01"), GUIDE)
R_08 = IncidentOpened(FIRST, IncidentKind.ENDED_UNCHECKED, LAW, R1, at("10:01"), GUIDE)


def test_dat_01_a_room_that_ended_before_the_gate_is_an_incident() -> None:
    story = Story("confirmed").when(UNGATED).then(REPORTED, R_08).done(UNGATED)
    assert (room(story).end_reported_at, room(story).ended_at) == (at("10:01"), None)
    assert story.site.incidents[FIRST].kind == IncidentKind.ENDED_UNCHECKED
    early = next(one for one in room_gate(story.site, room(story)) if one.name is CheckName.ENDED_EARLY)
    assert (early.state, early.hard, early.blocks) == (CheckState.WARNING, False, False)
    story.when(UNGATED).then(EndReportedAlready(LAW, R1, at("10:01")))


def test_dat_01_what_is_open_there_stays_open_and_is_settled_afterwards() -> None:
    story = Story("confirmed").done(UNGATED)
    end = EndRooms(LAW, (R1,), at("10:01"), ADMIN)
    assert isinstance(story.when(end).answer, RoomsNotReady)
    story.given(TOLD, confirmed()).done(end)
    assert room(story).ended_at == at("10:01")


def test_dat_01_where_nothing_is_open_it_is_entered_as_an_end() -> None:
    Story("reported").when(UNGATED).then(NothingHoldsUp(LAW, R1))


def test_dat_01_checked_after_the_room_had_ended_is_no_gate_that_it_passed() -> None:
    story = Story("reported")
    told = last_told(story.site, room(story))
    story.when(replace(UNGATED, ended_at=told)).then(NothingHoldsUp(LAW, R1))
    before = told - SECOND
    story.when(replace(UNGATED, ended_at=before)).then(replace(REPORTED, at=before), replace(R_08, happened_at=before))


def test_dat_01_told_of_a_room_that_sat() -> None:
    Story("released").when(UNGATED).then(RoomNotStarted(LAW, R1))
    Story("ended").when(UNGATED).then(RoomHasEnded(LAW, R1, at("10:01")))
    before = replace(UNGATED, ended_at=at("8:30") - SECOND)
    Story("confirmed").when(before).then(RoomNotStarted(LAW, R1))
    Story("confirmed").when(UNGATED, desk(now=at("10:00"))).then(NotYetHappened(at("10:01"), at("10:00")))
    Story("confirmed").when(replace(UNGATED, reported_by=STRANGER)).then(PersonUnknown(STRANGER))


def test_dat_01_the_next_session_starts_there_and_does_not_wait() -> None:
    """Not before the time at which the room ended; and one whose end nobody told still holds the next one up."""
    ready = (
        StartAuthorized(TAX, "S-2", D1, 0),
        RoomsReleased(TAX, (R1, R2), "1-2-S"),
    )
    start = RecordStarts(TAX, (RoomStart(R1, at("10:40")),), GUIDE)
    story = Story("confirmed").given(*ready)
    story.when(start).then(EarlierSessionOpen(R1, LAW))
    story.done(UNGATED).when(start).then(RoomStarted(TAX, R1, at("10:40"), GUIDE))
    state = story.site.sessions[TAX]
    assert unfinished(state.rooms[R1], at("10:01"), state, story.site) is None
    assert unfinished(state.rooms[R1], at("10:01") - SECOND, state, story.site) == LAW
