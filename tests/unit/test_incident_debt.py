"""A day is not closed over a grave incident that somebody on its way has not heard of (INC-01)."""

from __future__ import annotations

import pytest

from app.core.debts import session_debts
from app.core.gate import CheckName, blocking
from app.core.incident import IncidentOpened
from app.core.incident_kinds import Hop, IncidentKind
from app.core.incident_report import IncidentReported
from app.core.incident_state import ReportKind, ReportMeans
from app.core.terms import SessionId
from tests.builders import D1, GUIDE, LAW, LIAONING, MINUTE, TAX, Story, at
from tests.unit.alone_story import LOST


def opened(session: SessionId | None, day: int = 30, kind: IncidentKind = IncidentKind.EXAM_ORDER) -> IncidentOpened:
    return IncidentOpened(LOST, kind, session, None, at("9:00", day), GUIDE)


def owing(story: Story) -> list[SessionId]:
    found = {session: blocking(session_debts(story.site, session, LIAONING)) for session in (LAW, TAX)}
    return [session for session, names in found.items() if CheckName.INCIDENTS in names]


@pytest.mark.parametrize(
    ("fact", "place"),
    [
        (opened(LAW), LAW),
        (opened(TAX), TAX),
        (opened(None), LAW),
        (opened(None, 29), LAW),
        (opened(None, 31), TAX),
    ],
)
def test_inc_01_it_is_owed_until_everybody_on_the_way_heard(fact: IncidentOpened, place: SessionId) -> None:
    story = Story("confirmed").given(fact)
    for count, hop in enumerate((Hop.CHIEF, Hop.EXAM_AREA), 1):
        assert owing(story) == [place]
        told = fact.happened_at + MINUTE
        story.given(
            IncidentReported(
                LOST, count, ReportKind.FIRST, hop, ReportMeans.PHONE, D1, late=False, at=told, reported_by=GUIDE
            )
        )
    assert owing(story) == []


def test_inc_01_what_is_only_recorded_is_owed_to_nobody() -> None:
    assert owing(Story("confirmed").given(opened(LAW, kind=IncidentKind.POWER))) == []
