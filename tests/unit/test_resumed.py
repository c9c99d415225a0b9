"""The day taken up elsewhere: which rooms' paper waits, what it may tell, and what the machine before entered later."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.attendance import AttendanceConfirmed
from app.core.fault import FaultKind, FaultReported, ReportFault
from app.core.media import RegisterMedium
from app.core.mirror import BeginMirror
from app.core.resume import DayResumed
from app.core.site import Site
from app.core.terms import MediumSerial, PersonId, RoomId, SessionId
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.later_entries import later_lines
from app.service.mirror import Mirroring, place
from app.service.resume import resume
from app.trouble import Code, Trouble
from app.views.resumed import PaperStep, TakenUp, paper_rooms, taken_up
from devices.media import FolderMedia
from tests.builders import A1, A2, A3, GUIDE, LAW, R1, R2, TAX, Story, at
from tests.stores import ADMIN, EVE, OFFICER, Place, arrange
from tests.unit.crowded import full, sent

STICK = MediumSerial("U-1")
RESUMED = DayResumed("B", STICK, 31, at("8:44"), 4, at("8:50"))

# What the view tells


def test_without_a_resumption_there_is_nothing_to_type_in() -> None:
    assert taken_up(Site()) is None
    assert paper_rooms(Site()) == ()


def test_it_says_which_machine_went_on_from_which_entry() -> None:
    site = Story("started").given(RESUMED).site
    assert taken_up(site) == TakenUp(site.safe.resumed[-1], "A", 35)


def test_rooms_under_way_wait_in_order_and_say_what_they_have_not_told() -> None:
    site = Story("started").given(RESUMED).site
    site.safe.paper_due.add((TAX, R2))
    rooms = paper_rooms(site)
    assert [(one.session, one.room) for one in rooms] == [(LAW, R1), (LAW, R2), (TAX, R2)]
    first, _, later = rooms
    assert (first.started_at, first.ends_at, first.ended_at) == (at("8:30"), at("10:00"), None)
    assert first.steps == tuple(one for one in PaperStep if one not in (PaperStep.START, PaperStep.TRANSFERS))
    assert (later.started_at, later.ends_at) == (None, at("12:10"))
    assert PaperStep.START in later.steps


def test_what_stands_already_is_not_asked_for_again() -> None:
    site = Story("started").given(AttendanceConfirmed(LAW, R1, (A1, A2, A3), (), at("8:45"), GUIDE), RESUMED).site
    site.sessions[LAW].rooms[R1].ended_at = at("10:00")
    first = paper_rooms(site)[0]
    assert first.ended_at == at("10:00")
    assert first.steps == (
        PaperStep.SEATS,
        PaperStep.FAULTS,
        PaperStep.CONDUCT,
        PaperStep.TIME,
        PaperStep.STANDALONE,
    )


def test_in_a_crowded_site_people_may_have_changed_rooms() -> None:
    site = full(sent()).given(RESUMED).site
    assert PaperStep.TRANSFERS in paper_rooms(site)[0].steps


# What the machine before entered later


def fault(console: Console, seat: str) -> None:
    asked = ReportFault(FaultKind.MACHINE, SessionId("1-1"), RoomId("001"), (seat,), EVE, PersonId("A01"))
    assert console.submit(asked, ADMIN, OFFICER) is None


@pytest.fixture
def before(tmp_path: Path) -> Place:
    """A machine that entered two faults after its mirror ended, and another one that took up the day."""
    old, media = Place(tmp_path / "old"), tmp_path / "media"
    console = old.enrol().console
    arrange(console)
    (media / STICK).mkdir(parents=True)
    console.media = FolderMedia(media)
    for operation in (RegisterMedium(STICK, "1", PersonId("A01"), read=True), BeginMirror(STICK)):
        assert console.submit(operation, ADMIN) is None
    mirroring = Mirroring(console)
    mirroring.run()
    mirroring.close()
    mirror = place(media / STICK, console.site.code)
    fault(console, "001")
    fault(console, "002")
    console.store.abandon()
    lock, new = old.lock(), tmp_path / "new"
    new.mkdir()
    done = resume(mirror, new / "store", lock, STICK, DrivenClock(EVE), lambda _: (ADMIN, OFFICER))
    assert isinstance(done, Console)
    assert done.site.safe.resumed[-1].machine == "B"
    done.store.close()
    return old


@pytest.mark.parametrize("inside", ["", "store"])
def test_the_later_entries_of_the_other_machine_are_listed_in_order(before: Place, inside: str) -> None:
    found = later_lines(before.folder / inside, before.lock())
    assert [type(one.fact) for one in found] == [FaultReported, FaultReported]
    assert [one.fact.seats for one in found if isinstance(one.fact, FaultReported)] == [("001",), ("002",)]
    assert found[0].n + 1 == found[1].n
    assert found[0].signers[0] == (ADMIN.id, ADMIN.role)


def test_the_machine_that_keeps_the_record_has_none(before: Place) -> None:
    assert later_lines(before.folder.parent / "new", before.lock()) == ()


def test_a_folder_without_a_store_says_so(before: Place, tmp_path: Path) -> None:
    with pytest.raises(Trouble) as found:
        later_lines(tmp_path, before.lock())
    assert found.value.code is Code.STORE_MISSING
