"""Papers that a room works with are kept before the start; the transfer sheet waits until everything is settled."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.closing import RoomEnded, RoomsStillOpen
from app.core.records import (
    KeepRecord,
    RecordKept,
    ReprintReason,
    ReprintReasonNeeded,
    RoomForm,
    SlipsNotPrepared,
)
from app.core.room_move import StandbyRoomOpened
from app.core.room_state import SettledAs
from app.core.settlement import CancelReason, Found, TransferCancelled, TransferSettled
from app.core.sheet_open import TransfersUnsettled, transfer_sheet_due
from app.core.site_form import NothingToPrint, SiteForm
from app.core.site_sheet import KeepSiteSheet, SiteSheetKept
from app.core.slips import SlipsPrepared
from app.core.start import NobodyArranged
from app.core.terms import IncidentNo, SessionId
from app.core.transfer import NO_TOKEN, TransferDisputed, TransferredOut
from app.views.due_papers import Due, before_the_day, of_session
from tests.builders import A1, D1, D2, GUIDE, LAW, R1, R2, R9, TAX, Story, at
from tests.unit.transfers import NUMBER, back, out, over, overbooked, taken

CHART = KeepRecord(RoomForm.CHART, LAW, R1, 1, D1, D2)
SLIPS = replace(CHART, form=RoomForm.SLIPS)
SHEET = KeepSiteSheet(SiteForm.TRANSFERS, LAW, 1, D1, D2)


@pytest.mark.parametrize("form", [RoomForm.CHART, RoomForm.DOOR_LIST])
@pytest.mark.parametrize("stage", ["packaged", "started", "ended"])
def test_a_working_paper_is_kept_from_the_arrangement_on(stage: str, form: RoomForm) -> None:
    asked = replace(CHART, form=form)
    story = Story(stage).when(asked).then(RecordKept(form, LAW, R1, 1, D1, D2, None)).done(asked)
    again = replace(asked, copy=2)
    story.when(again).then(ReprintReasonNeeded(2))
    story.done(replace(again, reason=ReprintReason.DAMAGED))
    assert [copy.copy for copy in story.site.copies(form, LAW, R1)] == [1, 2]


def test_no_paper_of_a_room_that_nobody_is_expected_in() -> None:
    Story("packaged").when(replace(CHART, room=R9)).then(NobodyArranged(LAW, (R9,)))
    Story("packaged").when(replace(CHART, session=SessionId("9-9"))).then(NobodyArranged(SessionId("9-9"), (R1,)))


def test_slips_are_printed_once_their_order_is_drawn() -> None:
    story = overbooked().when(SLIPS).then(SlipsNotPrepared(LAW, R1))
    story.given(SlipsPrepared(LAW, R1, ("003", "001"))).done(SLIPS)
    story.when(replace(SLIPS, room=R2)).then(SlipsNotPrepared(LAW, R2))


def test_a_transfer_sheet_is_kept_once_every_room_ended_and_everybody_is_settled() -> None:
    over(taken()).when(SHEET).then(SiteSheetKept(SiteForm.TRANSFERS, LAW, 1, D1, D2, None))


def test_an_overbooked_site_without_overflow_prints_a_nil_sheet() -> None:
    assert transfer_sheet_due(overbooked().site, LAW)
    over(overbooked()).done(SHEET)


def test_while_one_is_pending_there_is_no_sheet() -> None:
    over(out()).when(SHEET).then(TransfersUnsettled(LAW, 1, 0))
    story = out().when(SHEET).then(TransfersUnsettled(LAW, 1, 0))
    story.given(back()).when(SHEET).then(RoomsStillOpen(LAW, (R1, R2)))


def test_while_one_is_disputed_there_is_no_sheet() -> None:
    story = over(taken().given(TransferDisputed(LAW, A1, R2, R1, at("8:30"), GUIDE, NO_TOKEN)))
    story.when(SHEET).then(TransfersUnsettled(LAW, 0, 1))


def test_before_the_last_room_ended_it_is_a_draft() -> None:
    story = taken().given(RoomEnded(LAW, R1, at("10:01"), GUIDE))
    story.when(SHEET).then(RoomsStillOpen(LAW, (R2,)))


def test_a_standby_room_that_nobody_needed_holds_nothing_up() -> None:
    over(taken().given(StandbyRoomOpened(LAW, R9, IncidentNo("A-001"), at("8:20")))).done(SHEET)


def test_a_normal_site_owes_a_sheet_only_where_somebody_changed_rooms() -> None:
    story = Story("ended")
    assert not transfer_sheet_due(story.site, LAW)
    story.when(SHEET).then(NothingToPrint(SiteForm.TRANSFERS))
    story.given(TransferredOut(NUMBER, LAW, R1, A1, at("8:20"), GUIDE, IncidentNo("A-001"), NO_TOKEN))
    story.given(TransferCancelled(NUMBER, LAW, R1, A1, CancelReason.SEAT_CAME_FREE, at("8:21"), GUIDE))
    over(story).done(SHEET)


def test_no_sheet_of_a_session_that_is_not() -> None:
    assert not transfer_sheet_due(overbooked().site, SessionId("9-9"))
    overbooked().when(replace(SHEET, subject="9-9")).then(NothingToPrint(SiteForm.TRANSFERS))


def test_a_change_after_the_sheet_supersedes_it() -> None:
    story = over(taken()).done(SHEET)
    story.when(replace(SHEET, copy=2, content=D2)).then(ReprintReasonNeeded(2))
    story.done(replace(SHEET, copy=2, content=D2, reason=ReprintReason.CHANGED))


def test_who_went_away_is_settled_too() -> None:
    gone = TransferSettled(NUMBER, LAW, R1, A1, SettledAs.LEFT, None, Found.INVIGILATORS, at("8:50"), GUIDE, False)
    over(out().given(gone)).done(SHEET)


# Everything that is due in one go


def names(due: tuple[Due, ...]) -> list[str]:
    return [f"{one.form} {one.session} {one.room or '-'}" for one in due]


def test_before_the_day_all_papers_of_a_room_come_together() -> None:
    story = overbooked().given(SlipsPrepared(LAW, R2, ("001",)))
    assert names(before_the_day(story.site)) == [
        "E06 1-1 -",
        "R09 1-1 -",
        "R10 1-1 -",
        "E04 1-1 001",
        "E05 1-1 001",
        "E04 1-1 002",
        "E05 1-1 002",
        "R02 1-1 002",
        "R09 1-2 -",
        "R10 1-2 -",
        "E04 1-2 001",
        "E05 1-2 001",
        "E04 1-2 002",
        "E05 1-2 002",
    ]
    story.given(RecordKept(RoomForm.CHART, LAW, R1, 1, D1, D2, None))
    assert names(before_the_day(story.site))[3] == "E05 1-1 001"


def test_of_a_session_what_is_not_printed_yet_and_no_more() -> None:
    story = Story("ended")
    assert names(of_session(story.site, LAW)) == ["E01 1-1 001", "E01 1-1 002"]
    assert names(of_session(story.site, TAX))[:4] == ["R09 1-2 -", "R10 1-2 -", "E04 1-2 001", "E05 1-2 001"]
    story.given(RecordKept(RoomForm.RECORD, LAW, R1, 1, D1, D2, None))
    assert names(of_session(story.site, LAW)) == ["E01 1-1 002"]


def test_of_a_session_the_transfer_sheet_when_it_may_be_printed() -> None:
    assert "E03 1-1 -" not in names(of_session(taken().site, LAW))
    story = over(taken())
    assert names(of_session(story.site, LAW))[-1] == "E03 1-1 -"
    story.done(SHEET)
    assert "E03 1-1 -" not in names(of_session(story.site, LAW))
