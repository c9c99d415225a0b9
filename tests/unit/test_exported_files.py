"""What was written for the province holds until something that it tells is entered or changed (VIO-16)."""

from __future__ import annotations

import pytest

from app.core.day_export import DayExported, DayFile
from app.core.evidence import EvidenceMoved, EvidenceTaken, PoliceNoted
from app.core.incident import IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.operation import Fact
from app.core.terms import IncidentNo, SessionId
from app.core.violation_signing import CandidateTold
from app.core.violation_state import EvidenceKind, KeptAt
from tests.builders import D1, GUIDE, LAW, Story, at
from tests.unit.conduct_story import RECORDED

DAY = at("9:00").date()
NUMBER, TAG = RECORDED.number, f"{RECORDED.number}-1"
TAKEN = EvidenceTaken(NUMBER, TAG, EvidenceKind.THING, D1, "", at("9:05"), GUIDE)
OTHER_DAY = at("9:00", 31).date()


def exported(*before: Fact) -> Story:
    story = Story("ended").given(*before)
    return story.given(*(DayExported(day, what, D1, 1) for day in (DAY, OTHER_DAY) for what in DayFile))


def opened(session: SessionId | None) -> IncidentOpened:
    return IncidentOpened(IncidentNo("A-001"), IncidentKind.OTHER, session, None, at("9:00"), GUIDE)


@pytest.mark.parametrize(
    "fact",
    [
        RECORDED,
        CandidateTold(NUMBER, at("9:10"), GUIDE),
        TAKEN,
        EvidenceMoved(NUMBER, TAG, KeptAt.EXAM_OFFICE, at("9:20"), GUIDE),
        PoliceNoted(NUMBER, D1, at("9:30"), GUIDE),
        opened(LAW),
    ],
    ids=lambda fact: type(fact).__name__,
)
def test_vio_16_what_they_tell_changed(fact: Fact) -> None:
    before = () if fact is RECORDED else (RECORDED,) if fact is TAKEN else (RECORDED, TAKEN)
    story = exported(*before)
    assert len(story.site.exported) == 4
    assert {day for day, _ in story.given(fact).site.exported} == {OTHER_DAY}


def test_vio_16_an_incident_of_no_session_may_be_of_any_day() -> None:
    assert exported().given(opened(None)).site.exported == {}
