"""How far records are on their way to paper, and data on their way to the centre."""

from __future__ import annotations

from msgspec.structs import replace

from app.core.records import ROOM_RECORD, ConfirmPrinted, KeepRecord
from app.core.safekeeping import CopyBackup, RecordBackup
from app.core.upload import ExportBundle, TakeReceipt
from app.views.papers import PaperState, paper
from app.views.safe import SafeState, kept
from tests.builders import D1, D2, LAW, R1, R9, Story
from tests.unit.safe_story import REGISTERED, STICK

KEEP = KeepRecord(ROOM_RECORD, LAW, R1, 1, D1, D2)
OUT = ConfirmPrinted(ROOM_RECORD, LAW, R1, 1, came_out=True)
BACKUP = RecordBackup("b-1", LAW, D1, 1000, 40, "head")


def test_a_record_goes_from_draft_to_paper() -> None:
    assert paper(Story("reported").site, LAW, R1, D1).state is PaperState.DRAFT
    assert paper(Story("ended").site, LAW, R9, D1).state is PaperState.DRAFT
    story = Story("ended")
    found = paper(story.site, LAW, R1, D1)
    assert (found.state, found.copies, found.content) == (PaperState.TO_PRINT, (), D1)
    story.done(KEEP)
    found = paper(story.site, LAW, R1, D1)
    assert (found.state, found.copies[-1]) == (PaperState.SENT, story.site.records[-1])
    assert paper(story.done(replace(OUT, came_out=False)).site, LAW, R1, D1).state is PaperState.NOT_OUT
    assert paper(story.done(OUT).site, LAW, R1, D1).state is PaperState.PRINTED


def test_a_copy_that_says_something_else_no_longer_holds() -> None:
    assert paper(Story("ended").done(KEEP).done(OUT).site, LAW, R1, D2).state is PaperState.SUPERSEDED


def test_data_go_from_the_check_to_the_receipt() -> None:
    assert kept(Story("ended").site, LAW).state is SafeState.UNCHECKED
    story = Story("checked")
    assert kept(story.site, LAW).state is SafeState.TO_BACK_UP
    assert kept(story.site, LAW).since(99) == 0
    story.done(BACKUP).done(replace(BACKUP, name="b-2", entries=50))
    found = kept(story.site, LAW)
    assert (found.state, [one.name for one in found.backups]) == (SafeState.TO_CARRY, ["b-2", "b-1"])
    assert [found.since(entry) for entry in (50, 51, 55)] == [0, 0, 4]
    story.given(REGISTERED).done(CopyBackup("b-2", D1, STICK))
    assert kept(story.site, LAW).state is SafeState.TO_BUNDLE
    assert kept(story.done(ExportBundle("b-2", D1)).site, LAW).state is SafeState.TO_UPLOAD
    assert kept(story.done(TakeReceipt("Q-1", "b-1", D1, D2)).site, LAW).state is SafeState.RECEIPTED
