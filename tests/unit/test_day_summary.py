"""An exam day in numbers: the sums of the room records and how often what else happened; and what may be exported."""

from __future__ import annotations

import dataclasses

import pytest
from msgspec.structs import asdict, replace

from app.core.closing import RoomEnded, RoomsStillOpen
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
from app.core.violation_kinds import ViolationKind, ViolationLevel
from app.core.violation_state import Correction
from app.views.day_summary import DaySummary, day_summary
from app.views.site_papers import sheet_content, subjects
from reports import site_sheet
from reports.edition import labels
from tests.builders import A1, A3, B1, D1, GUIDE, LAW, LOCK, PEOPLE, R1, R2, TAX, Story, alone, at, present
from tests.unit.after_paper import MORNING, SUMMARY
from tests.unit.conduct_story import FIRST, RECORDED, SECOND_ONE
from tests.unit.paper import STAMP, pages
from tests.unit.time_paper import in_order

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


def drawn(sheet: DaySummary, *, draft: bool = False) -> list[str]:
    return pages(site_sheet.draw(sheet, replace(STAMP, form="R11", draft=draft)))


def test_the_numbers_stand_in_the_order_of_the_room_record() -> None:
    (page,) = drawn(SUMMARY)
    assert in_order(
        page,
        "考试日小结",
        "考试日期2026-06-19",
        "第1批次第1场经济基础知识09:00:0010:32:0018:00:00",
        "项目1-11-2不分场次合计",
        "编排（人）60059001190",
        "调入（人）3003",
        "调出（人）3003",
        "实考（人）57056001130",
        "缺考（人）3030060",
        "作答数据回收（人）56856001128",
        "核销（人）1001",
        "未登录（人）1001",
        "迟到未准入场（人）4004",
        "异常：一般（件）2013",
        "编排1190＋调入3－调出3＝1190人；实考1130＋缺考60＝1190人：相符",
        "作答数据回收1128＋核销1＋未登录1＝1130人；实考1130人：相符",
        "考点系统管理员",
    )
    assert "取消、改期" not in page
    assert "未登记" not in page


def test_what_does_not_balance_is_called_out() -> None:
    total = replace(SUMMARY.total, present=1129, unsettled=2, called_off=1, violations_withdrawn=1)
    (page,) = drawn(replace(SUMMARY, total=total))
    assert "实考1129＋缺考60＋未登记2＝1191人：不符，相差1人" in page
    assert "实考1129人：不符，相差1人" in page
    assert "取消、改期的考场" in page
    assert "撤销的误记" in page


def test_a_day_of_many_sessions_has_tables_side_by_side_and_one_total() -> None:
    sessions = tuple(
        replace(SUMMARY.sessions[0], session=f"{n}-1", ended_at=None, checked_at=None) for n in range(1, 8)
    )
    found = drawn(replace(SUMMARY, sessions=sessions))
    text = "".join(found)
    assert "项目1-12-13-14-15-1" in text
    assert "项目6-17-1不分场次合计" in text
    assert "未结束未核对" in text
    assert in_order(found[-1], "三、核对和签字", "考点系统管理员")


def test_every_figure_has_a_name_and_every_level_a_figure() -> None:
    said = labels(STAMP.edition, "day_summary")
    assert all(said(f"figures.{name}") for name in Figures.__struct_fields__)
    assert all(f"violations_{level}" in Figures.__struct_fields__ for level in ViolationLevel)


def test_four_sessions_of_a_day_fit_on_one_page() -> None:
    sessions = tuple(replace(SUMMARY.sessions[0], session=f"{n}-1") for n in range(1, 5))
    sheet = replace(SUMMARY, sessions=sessions, total=replace(MORNING, unsettled=1, called_off=1))
    assert len(drawn(sheet)) == 1
    assert len(drawn(replace(sheet, total=MORNING), draft=True)) == 1


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
