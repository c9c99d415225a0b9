"""What a room counted: taken when it fits and is newer than what is here."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from app.core.attendance import RoomHasEnded
from app.core.closing import RoomEnded
from app.core.end_state import RoomReport
from app.core.operation import NotYetHappened, PersonUnknown
from app.core.room_open import RoomNotReleased
from app.core.room_report import CountsDoNotFit, FreeSeatsDoNotFit, ReportOutdated, RoomReported, TakeRoomReport
from app.core.room_state import RoomSession
from app.core.start import NobodyArranged
from app.core.terms import Digest, SessionId
from tests.builders import D1, D2, GUIDE, LAW, R1, R2, R9, SECOND, STRANGER, TAX, Story, at, desk
from tests.unit.crowded import morning

TYPED = Digest("")
WHEN = at("9:00")
TOLD = TakeRoomReport(LAW, R1, 1, 2, 1, 2, 1, WHEN, GUIDE, D1)
BY_HAND = replace(TOLD, number=0, document=TYPED)


def room(story: Story) -> RoomSession:
    return story.site.sessions[LAW].rooms[R1]


def test_a_report_stands_with_its_document() -> None:
    story = Story("started").when(TOLD).then(RoomReported(LAW, R1, 1, 2, 1, 2, 1, WHEN, GUIDE, D1)).done(TOLD)
    assert room(story).report == RoomReport(1, 2, 1, 2, 1, WHEN, GUIDE, D1)
    assert D1 in story.site.blobs
    assert story.site.sessions[LAW].rooms[R2].report is None


def test_one_typed_in_cites_no_document() -> None:
    story = Story("released").done(BY_HAND)
    assert room(story).report == RoomReport(0, 2, 1, 2, 1, WHEN, GUIDE, TYPED)
    assert TYPED not in story.site.blobs


def test_the_same_report_again_is_no_news_in_whatever_bytes() -> None:
    story = Story("started").done(TOLD).when(TOLD).then().when(replace(TOLD, document=D2)).then()
    story.done(replace(BY_HAND, submitted=2)).when(replace(BY_HAND, submitted=2)).then()


def test_the_same_report_again_is_no_news_after_the_end_either() -> None:
    story = Story("reported").done(TOLD).given(RoomEnded(LAW, R1, at("10:01"), GUIDE))
    story.when(TOLD).then().when(replace(TOLD, number=2)).then(RoomHasEnded(LAW, R1, at("10:01")))


@pytest.mark.parametrize(
    "counts",
    [
        {"present": 3, "absent": 1},
        {"absent": 2},
        {"logged_in": 3},
        {"submitted": 3},
        {"present": -1, "logged_in": -1, "submitted": -1},
        {"absent": -1},
        {"logged_in": -1, "submitted": -1},
        {"submitted": -1},
    ],
)
def test_counts_that_do_not_fit_are_told(counts: dict[str, int]) -> None:
    asked = replace(TOLD, **counts)
    no = CountsDoNotFit(LAW, R1, 3, asked.present, asked.absent, asked.logged_in, asked.submitted)
    Story("started").when(asked).then(no)


@pytest.mark.parametrize("counts", [(3, 0, 3, 3), (0, 3, 0, 0), (0, 0, 0, 0), (2, 1, 0, 0)])
def test_counts_may_reach_their_bounds(counts: tuple[int, int, int, int]) -> None:
    present, absent, logged_in, submitted = counts
    asked = replace(TOLD, present=present, absent=absent, logged_in=logged_in, submitted=submitted)
    Story("started").done(asked)


@pytest.mark.parametrize(
    ("change", "last_number"),
    [
        ({"number": 2, "happened_at": WHEN - SECOND}, 1),
        ({"number": 1, "happened_at": WHEN + SECOND}, 1),
        ({"number": 1, "submitted": 2}, 1),
        ({"number": 0, "document": TYPED, "happened_at": WHEN - SECOND}, 1),
    ],
)
def test_a_report_that_is_not_newer_is_outdated(change: dict[str, Any], last_number: int) -> None:
    asked = replace(TOLD, **change)
    no = ReportOutdated(LAW, R1, asked.number, last_number, asked.happened_at, WHEN)
    Story("started").done(TOLD).when(asked).then(no)


def test_numbers_rise_and_may_leave_some_out() -> None:
    story = Story("started").done(TOLD).done(replace(TOLD, number=4, submitted=2))
    story.when(replace(TOLD, number=3)).then(ReportOutdated(LAW, R1, 3, 4, WHEN, WHEN))


def test_one_typed_in_between_does_not_let_an_old_document_in() -> None:
    story = Story("started").done(replace(TOLD, number=3)).done(replace(BY_HAND, happened_at=at("9:10")))
    late = replace(TOLD, number=3, happened_at=at("9:20"))
    story.when(late).then(ReportOutdated(LAW, R1, 3, 3, at("9:20"), at("9:10"))).done(replace(late, number=4))


def test_a_report_is_of_a_room_that_was_released() -> None:
    Story("authorized").when(TOLD).then(RoomNotReleased(LAW, R1))
    Story("released").when(replace(TOLD, session=TAX)).then(RoomNotReleased(TAX, R1))
    Story("released").when(replace(TOLD, room=R9)).then(NobodyArranged(LAW, (R9,)))
    nowhere = SessionId("9-9")
    Story("released").when(replace(TOLD, session=nowhere)).then(NobodyArranged(nowhere, (R1,)))


def test_a_report_happened_and_someone_made_it() -> None:
    Story("started").when(TOLD, desk(now=WHEN - SECOND)).then(NotYetHappened(WHEN, WHEN - SECOND))
    Story("started").when(replace(TOLD, reported_by=STRANGER)).then(PersonUnknown(STRANGER))


def test_after_the_end_the_figures_stand() -> None:
    Story("ended").when(TOLD).then(RoomHasEnded(LAW, R1, at("10:01")))


# Free seats (OVB-15)


@pytest.mark.parametrize("free_seats", [38, 39, 40])
def test_ovb_15_a_room_may_say_how_many_seats_are_free(free_seats: int) -> None:
    asked = replace(TOLD, free_seats=free_seats)
    story = Story("started").when(asked).then(RoomReported(LAW, R1, 1, 2, 1, 2, 1, WHEN, GUIDE, D1, free_seats))
    report = room(story.done(asked)).report
    assert report
    assert report.free_seats == free_seats
    story.when(asked).then()
    story.when(replace(asked, free_seats=None)).then(ReportOutdated(LAW, R1, 1, 1, WHEN, WHEN))


@pytest.mark.parametrize("free_seats", [-1, 0, 37, 41])
def test_ovb_15_a_room_is_not_told_full_while_it_has_seats(free_seats: int) -> None:
    """Two are present on forty seats: a room that says "full" first says which seats are out of order."""
    Story("started").when(replace(TOLD, free_seats=free_seats)).then(FreeSeatsDoNotFit(LAW, R1, free_seats, 38))


def test_ovb_15_spare_seats_are_counted_with_them() -> None:
    """Whether they serve, the room knows better than the desk."""
    asked = replace(TOLD, submitted=0, logged_in=0, absent=0, present=0)
    morning().done(replace(asked, free_seats=3)).when(replace(asked, number=2, free_seats=4)).then(
        FreeSeatsDoNotFit(LAW, R1, 4, 2)
    )


def test_ovb_15_a_later_report_that_says_nothing_of_seats_stands_too() -> None:
    story = Story("started").done(replace(TOLD, free_seats=39)).done(replace(TOLD, number=2))
    report = room(story).report
    assert report
    assert report.free_seats is None
