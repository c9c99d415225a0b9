"""Printed papers that the desk has before it: of the session shown, to be signed, and ready to be handed over."""

from __future__ import annotations

import pytest

from app.core.records import ROOM_RECORD
from app.core.site_form import SiteForm
from app.core.site_sheet import SiteSheetCameOut, SiteSheetKept
from app.core.terms import SessionId
from app.core.violation_sheets import ViolationSheetsIssued
from app.views.handing_over import media_here, papers_ready, pieces_here
from app.views.sheet_session import is_of
from app.views.to_sign import outdated, printed
from tests.builders import D1, D2, LAW, LIAONING, R1, TAX, Story, at
from tests.unit.conduct_people import STAFFED
from tests.unit.conduct_story import RECORDED, taken
from tests.unit.safe_story import BACKED_UP
from tests.unit.test_handover import DONE, KEPT, MEDIUM, OUT, SIGNED, STICK

CUSTODY = (
    SiteSheetKept(SiteForm.CUSTODY, "2021-10-30", 1, D1, D2, None),
    SiteSheetCameOut(SiteForm.CUSTODY, "2021-10-30", 1, came_out=True),
)


def test_signed_papers_go_as_a_rule_and_steps_of_locks_where_somebody_wants_it() -> None:
    story = Story("ended").given(KEPT, OUT, *CUSTODY)
    assert [(one.form, usual) for one, usual in papers_ready(story.site, LIAONING)] == [(SiteForm.CUSTODY, False)]
    story.given(SIGNED)
    ready = papers_ready(story.site, LIAONING)
    assert [(one.form, usual) for one, usual in ready] == [(ROOM_RECORD, True), (SiteForm.CUSTODY, False)]
    here = story.site.room(LAW, R1)
    assert here is not None
    here.copies_before = 1
    assert [one.form for one, _ in papers_ready(story.site, LIAONING)] == [SiteForm.CUSTODY]


def test_what_was_handed_over_is_not_offered_again_but_a_medium_may_come_back() -> None:
    story = Story("checked").given(RECORDED, taken(), KEPT, OUT, SIGNED, MEDIUM)
    assert [one.tag for one in pieces_here(story.site)] == [taken().tag]
    assert media_here(story.site) == ((STICK, False),)
    story.given(BACKED_UP)
    assert media_here(story.site) == ((STICK, True),)
    story.given(DONE)
    assert not papers_ready(story.site, LIAONING)
    assert not pieces_here(story.site)
    assert media_here(story.site) == ()
    story.given(MEDIUM)
    # What lay on it is not believed until it is read back.
    assert media_here(story.site) == ((STICK, False),)


def test_printed_papers_are_listed_signed_or_not() -> None:
    story = Story("ended").given(KEPT, OUT)
    (waits,) = printed(story.site, STAFFED, LIAONING)
    assert waits.copy.signed_at is None
    story.given(SIGNED)
    (done,) = printed(story.site, STAFFED, LIAONING)
    assert done.copy.signed_at == at("10:20")
    assert not outdated(story.site, done.copy)
    here = story.site.room(LAW, R1)
    assert here is not None
    here.copies_before = 1
    assert outdated(story.site, done.copy)


@pytest.mark.parametrize(
    ("form", "subject", "sessions"),
    [
        (SiteForm.BRIEFING, LAW, (LAW,)),
        (SiteForm.NOTICES, "2021-10-30", (LAW, TAX)),
        (SiteForm.NOTICES, "2021-10-29", ()),
        (SiteForm.VIOLATION_BLANKS, f"{LAW}-{R1}", (LAW,)),
        (SiteForm.VIOLATION_BLANKS, f"{TAX}-{R1}", ()),
        (SiteForm.VIOLATION, RECORDED.number, (LAW,)),
        (SiteForm.VIOLATION, "AV-999", ()),
        (SiteForm.INCIDENT_REPORT, "A-999-1", ()),
        (SiteForm.CONTACTS, "exam", (LAW, TAX)),
        (SiteForm.HANDOVER, "AH-001", (LAW, TAX)),
    ],
)
def test_a_sheet_is_looked_for_with_its_session(form: SiteForm, subject: str, sessions: tuple[SessionId, ...]) -> None:
    story = Story("ended").given(RECORDED, ViolationSheetsIssued(LAW, R1, 2))
    assert tuple(one for one in (LAW, TAX) if is_of(story.site, one, form, subject)) == sessions
