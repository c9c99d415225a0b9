"""Around extra time: applied for with its sum, recorded from the ministry's tool, taken back."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.about_candidate import NotInThisSession
from app.core.authorization import UnknownSession
from app.core.cause import NoCause
from app.core.delay import MinutesUnfit, NoAuthorityNeeded
from app.core.extra_time import ExtraTimeGiven
from app.core.extra_time_loss import LONGEST, MoreThanLost
from app.core.extra_time_people import NotAnswering, SatElsewhere
from app.core.extra_time_request import (
    ApplyForExtraTime,
    ExtraTimeAppliedFor,
    NobodyNamed,
    NoToolNeeded,
    RecordToolTime,
    ReferenceUnfit,
    TakeBackExtraTime,
    TakeBackReason,
)
from app.core.leaving import NotStartedYet
from app.core.operation import SUPERVISORS
from app.core.permission import AnotherPersonNeeded, NotYourRole
from app.core.room_state import Answers, Presence
from app.core.rulebook import Rulebook, Tier
from app.core.start import NobodyArranged
from app.core.terms import ApplicationNo, CauseNo, Digest, IncidentNo, Role, SessionId, TransferNo
from app.core.time_state import Measure
from app.core.transfer import TransferredIn, TransferredOut
from tests.builders import (
    A1,
    A2,
    A3,
    B1,
    GUIDE,
    LAW,
    LIAONING,
    MONGOLIA,
    NATIONAL,
    NOBODY,
    R1,
    R2,
    R9,
    SECOND,
    ZHEJIANG,
    Story,
    at,
    by,
    present,
)
from tests.unit.crowded import of
from tests.unit.time_facts import (
    ASKED,
    CUT,
    GIVEN,
    HEAD,
    MINISTRY,
    PROVINCE,
    RESPONSIBLE,
    applied,
    asked_for,
    cut,
    give,
    here,
    lost,
    own_code,
    running,
    was_given,
)

NOW = here("9:32")
APPLY = ApplyForExtraTime(LAW, R1, (), 31, (CUT,))
TOOL = RecordToolTime(LAW, R1, (A1,), 61, "BJ-2021/17", lost(), knowingly=True)
BACK = TakeBackExtraTime(LAW, GIVEN, TakeBackReason.MISTYPED)
STRANGE = SessionId("9-9")
LATER = CauseNo("AF-002")


# An application (TIM-13)


def test_tim_13_an_application_names_room_sum_and_cause() -> None:
    fact = ExtraTimeAppliedFor(ASKED, LAW, R1, (), 31, PROVINCE, (CUT,), at("9:32"))
    story = running().when(APPLY, NOW).then(fact).done(APPLY, NOW)
    made = story.site.applications[ASKED]
    assert (made.measure, made.rooms, made.tickets, made.minutes) == (Measure.EXTRA_TIME, (R1,), (), 31)


def test_tim_13_one_application_may_name_many_candidates_each_once() -> None:
    ask = replace(APPLY, tickets=(A2, A1, A2), causes=(CUT, CUT))
    running().when(ask, NOW).then(ExtraTimeAppliedFor(ASKED, LAW, R1, (A1, A2), 31, PROVINCE, (CUT,), at("9:32")))


def test_applications_of_both_kinds_are_numbered_together() -> None:
    story = running(applied(20)).done(APPLY, NOW)
    assert list(story.site.applications) == [ASKED, ApplicationNo("AS-002")]
    foreign = replace(applied(20), number=ApplicationNo("BS-001"))
    assert ASKED in running(foreign).done(APPLY, NOW).site.applications


@pytest.mark.parametrize(
    ("rules", "minutes", "tier"),
    [
        (LIAONING, 10, None),
        (LIAONING, 11, PROVINCE),
        (LIAONING, 60, PROVINCE),
        (LIAONING, 61, MINISTRY),
        (LIAONING, LONGEST, MINISTRY),
        (NATIONAL, 1, MINISTRY),
        (MONGOLIA, 10, MINISTRY),
        (ZHEJIANG, 1, RESPONSIBLE),
        (ZHEJIANG, 30, RESPONSIBLE),
        (ZHEJIANG, 31, HEAD),
    ],
)
def test_section_l_whom_it_is_asked_of(rules: Rulebook, minutes: int, tier: Tier | None) -> None:
    story = running().when(replace(APPLY, minutes=minutes), here("9:32", rules=rules))
    if tier:
        story.then(ExtraTimeAppliedFor(ASKED, LAW, R1, (), minutes, tier, (CUT,), at("9:32")))
    else:
        story.then(NoAuthorityNeeded(minutes, Measure.EXTRA_TIME))


def test_tim_11_refused_applications() -> None:
    for ask, no in (
        (replace(APPLY, session=STRANGE), UnknownSession(STRANGE)),
        (replace(APPLY, room=R9), NobodyArranged(LAW, (R9,))),
        (replace(APPLY, tickets=(A1, NOBODY)), NotInThisSession(LAW, NOBODY)),
        (replace(APPLY, minutes=0), MinutesUnfit(0, LONGEST)),
        (replace(APPLY, minutes=-1), MinutesUnfit(-1, LONGEST)),
        (replace(APPLY, minutes=LONGEST + 1), MinutesUnfit(LONGEST + 1, LONGEST)),
        (replace(APPLY, causes=()), NoCause(LAW)),
    ):
        running().when(ask, NOW).then(no)
    Story("released").given(*cut()).when(APPLY, NOW).then(NotStartedYet(LAW, R1))


def test_tim_15_somebody_who_went_elsewhere_can_still_be_applied_for() -> None:
    story = running()
    story.site.sessions[LAW].take_over(A1, R1, R2)
    story.done(replace(APPLY, tickets=(A1,)), NOW)


def test_tim_15_only_for_who_sat_there_when_a_cause_of_it_began_or_was_mended() -> None:
    """Hostile: a story about one room brings a code for somebody of another."""
    running().when(replace(APPLY, tickets=(A1, B1)), NOW).then(SatElsewhere(LAW, B1, R1))
    story = running(*cut(LATER, R1, "9:31", "9:32"))
    of(story, A1).entered_at, of(story, A2).entered_at = at("9:31") + SECOND, at("9:31")
    story.when(replace(APPLY, tickets=(A2, A1)), NOW).then(SatElsewhere(LAW, A1, R1))
    story.done(replace(APPLY, tickets=(A1,), causes=(CUT, LATER)), NOW).done(replace(APPLY, tickets=(A2,)), NOW)


@pytest.mark.parametrize(("settled", "sat_there"), [("9:31", True), ("9:31:01", False)])
def test_tim_15_who_came_in_before_it_was_mended_sat_there_too(settled: str, sat_there: bool) -> None:
    number = TransferNo("A-001")
    story = running(
        TransferredOut(number, LAW, R2, B1, at("8:55"), GUIDE, IncidentNo("A-001"), Digest("")),
        TransferredIn(number, LAW, R2, R1, B1, at(settled), GUIDE, Digest("")),
    )
    story.when(replace(APPLY, tickets=(B1,)), NOW)
    if sat_there:
        assert isinstance(story.answer, tuple)
    else:
        story.then(SatElsewhere(LAW, B1, R1))


# The ministry's tool (TIM-14, J-46)


def test_tim_14_minutes_of_the_tool_are_recorded_by_reference() -> None:
    fact = ExtraTimeGiven(GIVEN, LAW, R1, None, (A1,), 61, MINISTRY, lost(), at("9:32"), tool="BJ-2021/17")
    story = running().when(TOOL, NOW).then(fact).done(TOOL, NOW)
    line = story.site.sessions[LAW].extra_time[0]
    assert (line.tool, line.moved, line.tier) == ("BJ-2021/17", None, MINISTRY)
    assert of(story, A1).extra_minutes == 61
    assert story.site.sessions[LAW].rooms[R1].extra_minutes == 0


@pytest.mark.parametrize(
    ("before", "minutes", "needed"), [(0, 60, False), (0, 61, True), (60, 1, True), (59, 1, False)]
)
def test_section_l_the_tool_is_for_sums_beyond_the_provinces(before: int, minutes: int, needed: bool) -> None:
    story = running(*((was_given(before, A1, tier=PROVINCE),) if before else ()))
    story.when(replace(TOOL, minutes=minutes), NOW)
    if needed:
        assert isinstance(story.answer, tuple)
    else:
        story.then(NoToolNeeded(A1, before + minutes))


def test_tim_14_everyone_named_needs_it() -> None:
    story = running(was_given(60, A1, tier=PROVINCE))
    story.when(replace(TOOL, tickets=(A1, A2), minutes=2), NOW).then(NoToolNeeded(A2, 2))


@pytest.mark.parametrize(("rules", "recorded"), [(NATIONAL, True), (MONGOLIA, True), (ZHEJIANG, False)])
def test_tim_14_where_no_tier_is_named_every_minute_is_the_tools_and_in_004_none(
    rules: Rulebook, recorded: bool
) -> None:
    story = running().when(replace(TOOL, minutes=1), here("9:32", rules=rules))
    if recorded:
        assert isinstance(story.answer, tuple)
    else:
        story.then(NoToolNeeded(A1, 1))


@pytest.mark.parametrize("reference", ["", " ", "-1", "(1)", "王芳", "BJ 1", "A" * 41, "1\n", "a;b"])
def test_j_46_a_reference_is_a_number_and_never_a_sentence_or_a_name(reference: str) -> None:
    running().when(replace(TOOL, reference=reference), NOW).then(ReferenceUnfit(reference[:80]))


@pytest.mark.parametrize("reference", ["1", "A", "A" * 40, "BJ-2021/17_(2).a"])
def test_j_46_references_that_are_numbers(reference: str) -> None:
    running().done(replace(TOOL, reference=reference), NOW)


@pytest.mark.parametrize(
    "reference", ["21010119900101123x", "21010119900101123X", "210101199001011234", "210101900101123", "13900001111"]
)
def test_j_46_no_reference_is_somebodys_identity_or_telephone_number(reference: str) -> None:
    running().when(replace(TOOL, reference=reference), NOW).then(ReferenceUnfit(reference))
    running().done(replace(TOOL, reference=f"BJ-{reference}"[:12]), NOW)


@pytest.mark.parametrize(
    "reference", ["2101011990010112x", "21010119900101", "1390000111", "23900001111", "139000011112"]
)
def test_j_46_other_numbers_are_references(reference: str) -> None:
    running().done(replace(TOOL, reference=reference), NOW)


@pytest.mark.parametrize(("until", "much"), [("10:01", None), ("10:01:01", None), ("10:00", 60)])
def test_tim_11_minutes_of_the_tool_beyond_the_loss_are_asked_about_too(until: str, much: int | None) -> None:
    """Hostile: hours for a loss of minutes."""
    loss, now = lost("9:00", until, LATER), here("10:02")
    story = running(*cut(LATER, R1, "9:00", until))
    ask = replace(TOOL, loss=loss, knowingly=False)
    if much is None:
        story.done(ask, now)
    else:
        story.when(ask, now).then(MoreThanLost(A1, 61, much)).done(replace(ask, knowingly=True), now)


def test_tim_14_only_for_people_by_name_who_sat_there_and_still_answer() -> None:
    for tickets, no in (
        ((), NobodyNamed(LAW)),
        ((A1, B1), SatElsewhere(LAW, B1, R1)),
        ((A1, A3), NotAnswering(A3, Presence.ABSENT, Answers.OPEN)),
    ):
        running().when(replace(TOOL, tickets=tickets), NOW).then(no)
    running().when(replace(TOOL, session=STRANGE), NOW).then(UnknownSession(STRANGE))


def test_tim_14_after_the_tool_nothing_is_given_here_any_more() -> None:
    story = running(asked_for(60, A1), own_code(60)).done(TOOL, NOW)
    assert not isinstance(story.when(give(1, A1, knowingly=True), NOW).answer, tuple)
    story.done(replace(TOOL, minutes=1), NOW)
    assert of(story, A1).extra_minutes == 62


# By whom (G16, G17)


@pytest.mark.parametrize("ask", [TOOL, BACK], ids=["tool", "back"])
def test_g17_the_site_with_a_supervisor(ask: RecordToolTime | TakeBackExtraTime) -> None:
    story = running(was_given(5, A2))
    story.when(ask, here("9:32", Role.SITE_ADMIN)).then(AnotherPersonNeeded(tuple(sorted(SUPERVISORS))))
    staff = present(at("9:32"), by(GUIDE, Role.INVIGILATOR))
    story.when(ask, staff).then(NotYourRole(Role.INVIGILATOR, (Role.SITE_ADMIN,)))
    story.done(ask, NOW)


def test_g3_over_ten_minutes_the_site_applies_and_not_the_room() -> None:
    staff = present(at("9:32"), by(GUIDE, Role.ROOM_ADMIN))
    running().when(APPLY, staff).then(NotYourRole(Role.ROOM_ADMIN, (Role.SITE_ADMIN,)))
    running().done(APPLY, here("9:32", Role.SITE_ADMIN))
