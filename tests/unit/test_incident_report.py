"""Reports level by level with the clock running: H11, INC-01 to INC-03, INC-05, section L, J-16."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.free_text import NO_TEXT, TextMissing, TextPart, TextUnfit
from app.core.incident import FoundBeforeItHappened, OpenIncident
from app.core.incident_course import FileIncident, IncidentGraded, ReportsOwed
from app.core.incident_kinds import Hop, IncidentKind, Severity
from app.core.incident_report import (
    FirstReportFirst,
    HopSkipped,
    IncidentFiledAlready,
    IncidentReported,
    NoSuchIncident,
    NotOverYet,
    ReportedBeforeFound,
    final_report,
    late_from,
    owed,
)
from app.core.incident_state import IncidentReport, ReportKind, ReportMeans, SkipReason
from app.core.operation import NotYetHappened, PersonUnknown
from app.core.permission import NotYourRoom
from app.core.rulebook import Rulebook
from app.core.terms import Digest, IncidentNo, Role
from tests.builders import (
    ADMIN,
    GUIDE,
    GUIDE_2,
    LAW,
    LIAONING,
    R1,
    R2,
    SECOND,
    STRANGER,
    ZHEJIANG,
    Story,
    at,
    by,
    present,
)
from tests.unit.conduct_story import (
    CONTENT,
    END,
    FILED,
    FINAL,
    NOW,
    NUMBER,
    OVER,
    WHEN,
    happened,
    here,
    opened,
    outdates,
    tells,
    the,
    words,
)

SKILL = here(rules=ZHEJIANG)
"""Under the rules with ten minutes and the patrol."""
WITH_CHIEF = here(Role.SITE_ADMIN, Role.CHIEF)
RULES = [(LIAONING, (Hop.CHIEF, Hop.EXAM_AREA)), (ZHEJIANG, (Hop.CHIEF, Hop.PATROL, Hop.LEADING_GROUP))]


def reported(hop: Hop, clock: str = "9:05", count: int = 1, *, late: bool = False) -> IncidentReported:
    means = ReportMeans.PHONE
    return IncidentReported(NUMBER, count, ReportKind.FIRST, hop, means, CONTENT.kept, late, at(clock), GUIDE)


def graded(severity: Severity, clock: str) -> IncidentGraded:
    return IncidentGraded(NUMBER, severity, Digest(""), at(clock), ADMIN)


DOWN, UP = graded(Severity.GENERAL, "9:20"), graded(Severity.MAJOR, "9:30")

# To whom (INC-01, INC-05)


@pytest.mark.parametrize(("rules", "way"), RULES, ids=lambda value: getattr(value, "id", None))
def test_inc_05_each_level_is_a_tick_with_its_time(rules: Rulebook, way: tuple[Hop, ...]) -> None:
    story, desk = happened(), here(rules=rules)
    for count, hop in enumerate(way, 1):
        assert owed(the(story), rules) == way[count - 1 :]
        story.when(tells(hop), desk).then(reported(hop, count=count)).done(tells(hop), desk)
        assert the(story).told(hop) == at("9:05")
    assert owed(the(story), rules) == ()
    first = the(story).reports[0]
    assert first == IncidentReport(
        1, ReportKind.FIRST, way[0], ReportMeans.PHONE, at("9:05"), GUIDE, CONTENT.kept, False
    )
    assert CONTENT.kept in story.site.texts & story.site.blobs


def test_inc_01_a_general_incident_is_only_recorded_where_the_rules_name_no_way() -> None:
    assert owed(the(happened(kind=IncidentKind.OTHER)), LIAONING) == ()
    assert owed(the(happened(kind=IncidentKind.OTHER)), ZHEJIANG) == (Hop.CHIEF, Hop.LEADING_GROUP)


@pytest.mark.parametrize("hop", Hop)
def test_inc_01_whoever_else_was_told_is_recorded_too(hop: Hop) -> None:
    happened().done(tells(hop))


# When (INC-02, section L, J-16)


@pytest.mark.parametrize(("rules", "way"), RULES, ids=lambda value: getattr(value, "id", None))
@pytest.mark.parametrize(("clock", "late"), [("9:00", False), ("9:10", False), ("9:10:01", True)])
def test_inc_02_ten_minutes_are_in_time_and_a_second_more_is_late(
    clock: str, late: bool, rules: Rulebook, way: tuple[Hop, ...]
) -> None:
    """Section L; J-16: of every level of the way. Late is marked, and taken all the same."""
    story, desk = happened(), here(rules=rules)
    for count, hop in enumerate(way, 1):
        assert late_from(the(story), rules) == at("9:10")
        story.when(tells(hop, clock), desk).then(reported(hop, clock, count, late=late)).done(tells(hop, clock), desk)


def test_j_16_the_second_level_hears_within_the_same_ten_minutes() -> None:
    story = happened().done(tells(Hop.CHIEF, "9:09"), SKILL)
    story.when(tells(Hop.PATROL, "9:10:01"), SKILL).then(reported(Hop.PATROL, "9:10:01", 2, late=True))


def test_inc_02_counted_from_when_it_was_found() -> None:
    story = Story("confirmed").given(opened(found_at=at("9:20")))
    assert late_from(the(story), LIAONING) == at("9:30")
    story.when(tells(Hop.CHIEF, "9:30")).then(reported(Hop.CHIEF, "9:30"))
    early = tells(Hop.CHIEF, "9:20")
    story.done(early).when(replace(early, happened_at=at("9:20") - SECOND)).then(
        ReportedBeforeFound(NUMBER, at("9:20"))
    )


def test_inc_02_found_when_it_happened_or_later() -> None:
    ask = OpenIncident(IncidentKind.POWER, LAW, R1, WHEN, GUIDE, at("9:20"))
    fact = opened(IncidentKind.POWER, found_at=at("9:20"))
    Story("confirmed").when(ask).then(fact)
    Story("confirmed").done(replace(ask, found_at=WHEN))
    before = WHEN - SECOND
    Story("confirmed").when(replace(ask, found_at=before)).then(FoundBeforeItHappened(before, WHEN))
    Story("confirmed").when(ask, here(now=at("9:19"))).then(NotYetHappened(at("9:20"), at("9:19")))


def test_inc_02_nobody_reports_what_was_not_found_yet() -> None:
    happened().when(tells(Hop.CHIEF, "8:59")).then(ReportedBeforeFound(NUMBER, WHEN))
    happened().done(tells(Hop.CHIEF, "9:00"))


def test_inc_02_a_level_that_heard_already_is_not_told_late_by_hearing_more() -> None:
    again = tells(Hop.CHIEF, "9:40")
    happened(reported(Hop.CHIEF)).when(again).then(reported(Hop.CHIEF, "9:40", 2))


def test_inc_01_after_everybody_heard_nothing_runs() -> None:
    heard = happened(reported(Hop.CHIEF), reported(Hop.EXAM_AREA, count=2))
    assert late_from(the(heard), LIAONING) == at("9:10")


# Graver, and less grave (INC-04)


def test_inc_04_graver_asks_everybody_anew_with_the_clock_from_then() -> None:
    story = happened(reported(Hop.CHIEF), reported(Hop.EXAM_AREA, count=2), DOWN, UP)
    assert owed(the(story), LIAONING) == (Hop.CHIEF, Hop.EXAM_AREA)
    assert late_from(the(story), LIAONING) == at("9:40")
    story.when(tells(Hop.CHIEF, "9:40")).then(reported(Hop.CHIEF, "9:40", 3))
    story.when(tells(Hop.CHIEF, "9:40:01")).then(reported(Hop.CHIEF, "9:40:01", 3, late=True))


def test_inc_04_what_was_general_runs_from_the_moment_at_which_it_was_found_graver() -> None:
    story = happened(UP, kind=IncidentKind.OTHER)
    assert late_from(the(story), LIAONING) == at("9:40")
    # Under 004 a general one was to be told from its finding; the patrol only now.
    assert late_from(the(story), ZHEJIANG) == late_from(the(story), ZHEJIANG, Hop.LEADING_GROUP) == at("9:10")
    assert late_from(the(story), ZHEJIANG, Hop.PATROL) == at("9:40")


def test_inc_04_grading_it_down_and_up_again_wins_nobody_time() -> None:
    story = happened(reported(Hop.CHIEF), DOWN, UP)
    assert (late_from(the(story), LIAONING, Hop.CHIEF), the(story).since) == (at("9:40"), at("9:30"))
    assert late_from(the(story), LIAONING, Hop.EXAM_AREA) == at("9:10")
    story.when(tells(Hop.EXAM_AREA, "9:31")).then(reported(Hop.EXAM_AREA, "9:31", 2, late=True))


def test_inc_04_less_grave_counts_what_was_said_before() -> None:
    story = happened(reported(Hop.CHIEF), DOWN)
    assert (owed(the(story), ZHEJIANG), the(story).since) == ((Hop.LEADING_GROUP,), WHEN)


# First, stage, final (INC-03)


def test_inc_03_a_first_report_comes_first_to_each_level() -> None:
    stage = tells(Hop.EXAM_AREA, "9:20", ReportKind.STAGE)
    happened().when(stage).then(FirstReportFirst(NUMBER))
    story = happened(reported(Hop.CHIEF)).when(stage).then(FirstReportFirst(NUMBER))
    story.given(reported(Hop.EXAM_AREA, "9:09", 2)).done(stage)
    earlier = replace(stage, happened_at=at("9:09") - SECOND)
    story.when(earlier).then(FirstReportFirst(NUMBER))
    story.done(replace(stage, happened_at=at("9:09")))
    # Since it became graver nobody heard of it as grave as it is.
    story.given(DOWN, UP).when(replace(stage, happened_at=at("9:50"))).then(FirstReportFirst(NUMBER))


def test_inc_06_a_final_report_tells_of_what_is_over() -> None:
    final = tells(Hop.CHIEF, "9:30", ReportKind.FINAL)
    happened(OVER).when(final).then(FirstReportFirst(NUMBER))
    happened(reported(Hop.CHIEF)).when(final).then(NotOverYet(NUMBER))
    story = happened(reported(Hop.CHIEF), OVER)
    story.when(replace(final, happened_at=at("9:30") - SECOND)).then(NotOverYet(NUMBER))
    assert final_report(the(story)) is None
    story.done(final).done(replace(final, hop=Hop.CHIEF, happened_at=at("9:45")))
    newest = final_report(the(story))
    assert newest
    assert (newest.number, newest.at, newest.late) == (3, at("9:45"), False)


@pytest.mark.parametrize("missing", [part for part, _ in FINAL.parts])
def test_inc_06_with_cause_course_result_and_effect(missing: TextPart) -> None:
    final = tells(Hop.CHIEF, "9:30", ReportKind.FINAL)
    story = happened(reported(Hop.CHIEF), OVER)
    text = words("final", *(part for part, _ in FINAL.parts if part is not missing))
    story.when(replace(final, text=text)).then(TextMissing(missing))
    whole = words("final", *(part for part, _ in FINAL.parts), TextPart.LESSONS)
    story.done(replace(final, text=whole))


@pytest.mark.parametrize("means", ReportMeans)
def test_inc_03_what_was_spoken_names_who_heard_it(means: ReportMeans) -> None:
    spoken = means in (ReportMeans.ORAL, ReportMeans.PHONE)
    ask = replace(tells(Hop.CHIEF), means=means, text=words("alone", TextPart.CONTENT))
    story = happened().when(ask)
    if spoken:
        story.then(TextMissing(TextPart.TOLD_TO))
    happened().done(replace(ask, text=CONTENT))
    happened().when(replace(ask, text=NO_TEXT)).then(TextMissing(TextPart.CONTENT))
    stray = words("stray", TextPart.CONTENT, TextPart.TOLD_TO, TextPart.CAUSE)
    happened().when(replace(ask, text=stray)).then(TextUnfit(TextPart.CAUSE, 600))


def test_inc_01_it_was_told_by_somebody_of_an_incident_that_goes_on() -> None:
    ask, when = tells(Hop.CHIEF), at("9:05")
    happened().when(ask, here(now=when - SECOND)).then(NotYetHappened(when, when - SECOND))
    happened().when(replace(ask, reported_by=STRANGER)).then(PersonUnknown(STRANGER))
    nothing = replace(ask, number=IncidentNo("A-009"))
    happened().when(nothing).then(NoSuchIncident(IncidentNo("A-009")))
    assert nothing.of_room(Story().site) is None
    happened(OVER, FILED).when(ask).then(IncidentFiledAlready(NUMBER, NOW))
    happened().when(ask, present(NOW, by(GUIDE_2, Role.ROOM_ADMIN))).then(NotYourRoom(R1, R2))


# Told to nobody


def test_inc_05_it_does_not_rest_before_everybody_heard_of_it() -> None:
    story = happened().done(END).when(FileIncident(NUMBER)).then(ReportsOwed(NUMBER, (Hop.CHIEF, Hop.EXAM_AREA)))
    story.done(tells(Hop.CHIEF, "9:40")).when(FileIncident(NUMBER)).then(ReportsOwed(NUMBER, (Hop.EXAM_AREA,)))


def test_rec_01_reports_stand_on_sheets_of_their_own() -> None:
    story = happened(OVER)
    skipped = HopSkipped(NUMBER, Hop.PATROL, SkipReason.NOT_ON_SITE, NOW)
    assert not outdates(story, reported(Hop.CHIEF), skipped)
