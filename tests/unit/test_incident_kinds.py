"""The lists of incidents: how grave each kind is by the text, and whom the site must tell under which rules (I2)."""

from __future__ import annotations

import pytest

from app.core.incident_kinds import (
    BY_TEXT,
    GROUPS,
    Hop,
    IncidentGroup,
    IncidentKind,
    Severity,
    first_report_minutes,
    route,
)
from app.core.rulebook import Rulebook
from tests.builders import LIAONING, MONGOLIA, NATIONAL, SENIOR, ZHEJIANG

AT_ONCE = (LIAONING, SENIOR, NATIONAL, MONGOLIA)


def test_inc_01_every_kind_stands_in_one_group() -> None:
    by_group = {group: {kind for kind in IncidentKind if GROUPS[kind] is group} for group in IncidentGroup}
    assert by_group == {
        IncidentGroup.SERIOUS_PROBLEMS: {f"I-0{n}" for n in range(1, 8)},
        IncidentGroup.MAJOR: {f"I-1{n}" for n in range(1, 9)},
        IncidentGroup.GENERAL: {f"I-2{n}" for n in range(1, 7)},
        IncidentGroup.SITE: {f"I-4{n}" for n in range(1, 7)},
        IncidentGroup.CONSOLE: {f"R-0{n}" for n in range(1, 9)},
    }


@pytest.mark.parametrize("kind", IncidentKind)
def test_inc_04_how_grave_it_is_by_the_text(kind: IncidentKind) -> None:
    """The six of 000 and the major ones of 004; of ours what stops an exam or loses its answers."""
    ours = {"I-41", "I-42", "I-45", "R-02", "R-04", "R-06"}
    grave = kind.startswith(("I-0", "I-1")) or kind in ours
    assert BY_TEXT[kind] is (Severity.MAJOR if grave else Severity.GENERAL)


def test_j_35_disorder_in_two_rooms_or_more_is_major() -> None:
    assert BY_TEXT[IncidentKind.ROOMS_IN_DISORDER] is Severity.MAJOR


def test_inc_05_under_004_staff_tell_the_chief_then_patrol_then_the_leading_group() -> None:
    assert route(Severity.MAJOR, ZHEJIANG) == (Hop.CHIEF, Hop.PATROL, Hop.LEADING_GROUP)
    assert route(Severity.GENERAL, ZHEJIANG) == (Hop.CHIEF, Hop.LEADING_GROUP)


@pytest.mark.parametrize("rules", AT_ONCE, ids=lambda rules: rules.id)
def test_inc_01_elsewhere_the_site_tells_the_exam_area_and_not_past_it(rules: Rulebook) -> None:
    assert route(Severity.MAJOR, rules) == (Hop.CHIEF, Hop.EXAM_AREA)
    assert route(Severity.GENERAL, rules) == ()


def test_inc_02_ten_minutes_by_the_text_or_by_our_reading() -> None:
    assert {rules.first_report.value for rules in AT_ONCE} == {0}
    assert ZHEJIANG.first_report.value == 10
    assert {first_report_minutes(rules) for rules in (*AT_ONCE, ZHEJIANG)} == {10}
