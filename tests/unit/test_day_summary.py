"""An exam day in numbers: the sums of the room records and how often what else happened; and what may be exported."""

from __future__ import annotations

import dataclasses

import pytest
from msgspec.structs import asdict, replace

from app.core.closing import RoomEnded, RoomsStillOpen
from app.core.conduct_state import Correction
from app.core.day_close import NoExamThatDay
from app.core.day_export import DayExported, DayFile, ExportDay
from app.core.day_figures import Figures, added, of_no_session, of_session, sessions_of
from app.core.entry import LateRefused
from app.core.fault import FaultKind, FaultReported
from app.core.incident import IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.permission import SiteLockNeeded
from app.core.room_state import CalledOff
from app.core.rulebook import Tier
from app.core.site_form import SiteForm
from app.core.standalone_state import Standalone
from app.core.terms import ApplicationNo, FaultNo, IncidentNo
from app.core.time_state import LateStart
from app.core.violation_kinds import ViolationKind
from app.views.day_summary import day_summary
from app.views.site_papers import sheet_content, subjects
from tests.builders import A1, A3, B1, D1, GUIDE, LAW, LOCK, PEOPLE, R1, R2, TAX, Story, alone, at, present
from tests.unit.conduct_story import FIRST, RECORDED, SECOND_ONE

DAY = at("8:30").date()
EMPTY = Figures()
EXPORT = ExportDay(DAY, DayFile.VIOLATIONS, D1)
PLAIN = {"arranged": 6, "present": 5, "absent": 1, "collected": 4, "never_logged_in": 1, "rooms": 2}
"""Of the first session of a plain morning."""


def counted(story: Story) -> dict[str, int]:
    """What is not none, of the first session."""
    found = asdict(of_session(story.site, story.site.sessions[LAW]))
    return {name: number for name, number in found.items() if number}


def test_a_plain_morning() -> None:
    story = Story("checked")
    assert counted(story) == PLAIN
    assert of_no_session(story.site, DAY) == EMPTY


def test_people_of_a_room_that_was_called_off_are_still_there() -> None:
    story = Story("authorized")
    story.site.sessions[LAW].rooms[R1].called_off = CalledOff.CANCELLED
    assert counted(story) == {"arranged": 6, "unsettled": 6, "rooms": 1, "called_off": 1}


def test_what_else_happened_is_counted_where_it_happened() -> None:
    happened = at("9:00")
    story = Story("ended").given(
        LateRefused(LAW, R1, A3, happened, GUIDE),
        FaultReported(FaultNo("AF-001"), FaultKind.PERIPHERAL, LAW, R1, ("001",), happened, GUIDE),
        FaultReported(FaultNo("AF-002"), FaultKind.POWER, None, None, (), happened, GUIDE),
        FaultReported(FaultNo("AF-003"), FaultKind.POWER, None, None, (), at("15:00", 29), GUIDE),
        IncidentOpened(IncidentNo("A-001"), IncidentKind.POWER, LAW, R1, happened, GUIDE),
        IncidentOpened(IncidentNo("A-002"), IncidentKind.IMPOSTOR, LAW, R1, happened, GUIDE),
        IncidentOpened(IncidentNo("A-003"), IncidentKind.CAMERA, None, None, happened, GUIDE),
        IncidentOpened(IncidentNo("A-004"), IncidentKind.CAMERA, TAX, R2, happened, GUIDE),
    )
    state = story.site.sessions[LAW]
    state.late_starts[R1] = LateStart(R1, 400, Tier.CITY, Tier.CITY, ApplicationNo("A-1"), entered_late=False)
    one, other = state.rooms[R1].sittings[A1], state.rooms[R2].sittings[B1]
    one.extra_minutes, other.extra_minutes, one.resets = 5, 9, 2
    state.standalone[A1] = Standalone(A1)
    assert counted(story) == PLAIN | {
        "late_refused": 1,
        "late_starts": 1,
        "extra_time": 2,
        "resets": 2,
        "incidents_major": 1,
        "incidents_general": 1,
        "faults": 1,
    }
    assert of_no_session(story.site, DAY) == Figures(incidents_general=1, faults=1)
    assert of_session(story.site, story.site.sessions[TAX]).incidents_general == 1


def test_violations_go_by_the_level_that_the_text_suggests() -> None:
    other = replace(RECORDED, number=SECOND_ONE, account=replace(RECORDED.account, kind=ViolationKind.MARKS))
    story = Story("confirmed").given(RECORDED, other)
    found = of_session(story.site, story.site.sessions[LAW])
    assert (found.violations_serious, found.violations_subject, found.violations_withdrawn) == (1, 1, 0)
    story.site.violations[FIRST].withdrawn = Correction(at("9:30"), D1)
    found = of_session(story.site, story.site.sessions[LAW])
    assert (found.violations_serious, found.violations_subject, found.violations_withdrawn) == (0, 1, 1)
    assert of_session(story.site, story.site.sessions[TAX]).violations_subject == 0


def test_sums() -> None:
    assert added(()) == EMPTY
    assert added((Figures(absent=1), Figures(absent=2, faults=1))) == Figures(absent=3, faults=1)


# The sheet


def test_the_sheet_of_a_day() -> None:
    story = Story("checked")
    sheet = day_summary(story.site, DAY)
    assert [(one.session, one.subject, one.planned_start, one.ended_at, one.checked_at) for one in sheet.sessions] == [
        (LAW, "law", at("8:30"), at("10:01"), at("10:10")),
        (TAX, "tax", at("10:40"), None, None),
    ]
    assert sheet.total == added(one.figures for one in sheet.sessions)
    assert (sheet.elsewhere, sheet.last_at) == (EMPTY, at("10:01"))
    assert sessions_of(story.site, at("8:30", 31).date()) == ()


def test_which_days_have_one() -> None:
    site = Story("packaged").site
    assert subjects(site, PEOPLE, [SiteForm.DAY_SUMMARY]) == ((SiteForm.DAY_SUMMARY, "2021-10-30"),)
    assert sheet_content(site, PEOPLE, SiteForm.DAY_SUMMARY, "2021-10-30", ()) == day_summary(site, DAY)
    assert day_summary(site, DAY).last_at is None
    for subject in ("2021-10-31", "1-1", ""):
        assert sheet_content(site, PEOPLE, SiteForm.DAY_SUMMARY, subject, ()) is None


# What leaves the site is entered (SEC-06, VIO-16)


def over() -> Story:
    """Both sessions of the day are over; nobody came to the second."""
    story = Story("checked")
    for room in (R1, R2):
        story.given(RoomEnded(TAX, room, at("12:10"), GUIDE))
    return story


def test_a_file_is_entered_with_what_it_holds() -> None:
    desk = alone(at("13:00"))
    story = over().when(EXPORT, desk).then(DayExported(DAY, DayFile.VIOLATIONS, D1, 0))
    story.given(RECORDED).when(EXPORT, desk).then(DayExported(DAY, DayFile.VIOLATIONS, D1, 1))
    before = dataclasses.replace(story.site)
    story.done(replace(EXPORT, what=DayFile.SUMMARY), desk).then(DayExported(DAY, DayFile.SUMMARY, D1, 2))
    assert story.site == before


@pytest.mark.parametrize("what", DayFile)
def test_nothing_goes_out_before_all_rooms_of_the_day_have_ended(what: DayFile) -> None:
    Story("checked").when(replace(EXPORT, what=what), alone(at("13:00"))).then(RoomsStillOpen(TAX, (R1, R2)))


def test_no_file_of_a_day_without_an_exam() -> None:
    other = at("8:30", 31).date()
    over().when(replace(EXPORT, day=other), alone(at("13:00"))).then(NoExamThatDay(other))


def test_the_site_lock_signs_and_so_must_be_in() -> None:
    out = present(at("13:00"), *alone(at("13:00")).signers, locks=())
    over().when(EXPORT, out).then(SiteLockNeeded(LOCK))
