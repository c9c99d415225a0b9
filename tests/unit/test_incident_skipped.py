"""A level of the way that was not told: the patrol is away, or somebody above heard of it (INC-01, INC-05)."""

from __future__ import annotations

import pytest

from app.core.incident_course import IncidentGraded
from app.core.incident_kinds import Hop, IncidentKind, Severity
from app.core.incident_report import (
    CannotBeSkipped,
    HopSkipped,
    IncidentFiledAlready,
    IncidentReported,
    NobodyAboveTold,
    SkipHop,
    owed,
    way_above,
)
from app.core.incident_state import ReportKind, ReportMeans, SkipReason
from app.core.permission import AnotherPersonNeeded
from app.core.terms import Digest, Role
from tests.builders import (
    ADMIN,
    GUIDE,
    LIAONING,
    ZHEJIANG,
    at,
)
from tests.unit.conduct_story import (
    CONTENT,
    FILED,
    NOW,
    NUMBER,
    OVER,
    happened,
    here,
    the,
)

SKILL = here(rules=ZHEJIANG)
"""Under the rules with ten minutes and the patrol."""
WITH_CHIEF = here(Role.SITE_ADMIN, Role.CHIEF)


def reported(hop: Hop, clock: str = "9:05", count: int = 1, *, late: bool = False) -> IncidentReported:
    means = ReportMeans.PHONE
    return IncidentReported(NUMBER, count, ReportKind.FIRST, hop, means, CONTENT.kept, late, at(clock), GUIDE)


def graded(severity: Severity, clock: str) -> IncidentGraded:
    return IncidentGraded(NUMBER, severity, Digest(""), at(clock), ADMIN)


DOWN, UP = graded(Severity.GENERAL, "9:20"), graded(Severity.MAJOR, "9:30")


def skips(hop: Hop, reason: SkipReason = SkipReason.TOLD_ABOVE) -> SkipHop:
    return SkipHop(NUMBER, hop, reason)


def test_inc_05_a_patrol_that_is_not_there_is_passed_over() -> None:
    absent = skips(Hop.PATROL, SkipReason.NOT_ON_SITE)
    story = happened().when(absent, SKILL).then(HopSkipped(NUMBER, Hop.PATROL, SkipReason.NOT_ON_SITE, NOW))
    story.done(absent, here(Role.SITE_ADMIN, rules=ZHEJIANG)).when(absent, SKILL).then()
    assert owed(the(story), ZHEJIANG) == (Hop.CHIEF, Hop.LEADING_GROUP)
    # Graver: the patrol may be there by now.
    story.given(DOWN, UP)
    assert Hop.PATROL in owed(the(story), ZHEJIANG)


@pytest.mark.parametrize("hop", [Hop.CHIEF, Hop.LEADING_GROUP])
def test_inc_05_nobody_but_the_patrol_is_away(hop: Hop) -> None:
    happened().when(skips(hop, SkipReason.NOT_ON_SITE), SKILL).then(CannotBeSkipped(NUMBER, hop))


def test_inc_05_only_a_level_of_the_way_is_passed_over() -> None:
    for hop in (Hop.PATROL, Hop.CITY, Hop.MINISTRY, Hop.POLICE):
        happened().when(skips(hop), WITH_CHIEF).then(CannotBeSkipped(NUMBER, hop))
    general = happened(kind=IncidentKind.OTHER)
    general.when(skips(Hop.PATROL, SkipReason.NOT_ON_SITE), SKILL).then(CannotBeSkipped(NUMBER, Hop.PATROL))


def test_inc_01_the_exam_area_is_passed_over_only_where_somebody_above_heard_of_it() -> None:
    ask = skips(Hop.EXAM_AREA)
    happened().when(ask).then(NobodyAboveTold(NUMBER, Hop.EXAM_AREA))
    for below in (Hop.CHIEF, Hop.EXAM_AREA, Hop.POLICE):
        happened(reported(below)).when(ask).then(NobodyAboveTold(NUMBER, Hop.EXAM_AREA))
    for above in (Hop.CITY, Hop.PROVINCE, Hop.MINISTRY):
        story = happened(reported(above)).when(ask)
        story.then(HopSkipped(NUMBER, Hop.EXAM_AREA, SkipReason.TOLD_ABOVE, NOW)).done(ask)
        assert owed(the(story), LIAONING) == (Hop.CHIEF,)
    happened(reported(Hop.MINISTRY)).when(ask, here(Role.SITE_ADMIN)).then(AnotherPersonNeeded((Role.CHIEF,)))


def test_inc_01_who_was_told_before_it_became_graver_does_not_count_above() -> None:
    story = happened(reported(Hop.CITY), DOWN, UP)
    story.when(skips(Hop.EXAM_AREA)).then(NobodyAboveTold(NUMBER, Hop.EXAM_AREA))


def test_inc_01_the_levels_stand_in_their_order() -> None:
    assert way_above(Hop.PROVINCE) == (Hop.MINISTRY,)
    assert way_above(Hop.CHIEF)[:2] == (Hop.PATROL, Hop.LEADING_GROUP)


def test_inc_06_nothing_is_passed_over_once_it_rests() -> None:
    story = happened(OVER, FILED).when(skips(Hop.PATROL, SkipReason.NOT_ON_SITE), SKILL)
    story.then(IncidentFiledAlready(NUMBER, NOW))
