"""Sheets of the whole site: what may be kept of them, numbered, and with a reason from the second copy on."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from app.core.arrangement import PackageMissing
from app.core.lock_state import SupervisedKind
from app.core.paper_state import SheetCopy
from app.core.permission import NotYourRole
from app.core.records import CopyNumberTaken, ReprintReason, ReprintReasonNeeded, ReprintReasonWrong
from app.core.sheet_open import StepNotEnded
from app.core.site_form import NothingToPrint, SiteForm
from app.core.site_sheet import ConfirmSiteSheet, KeepSiteSheet, NoSuchSheet, SiteSheetCameOut, SiteSheetKept
from app.core.supervision import SupervisionOpened
from app.core.terms import LockSerial, Role, SupervisionNo
from app.views.papers import PaperState
from app.views.site_papers import sheet_paper
from tests.builders import ADMIN, CHIEF, D1, D2, MINUTE, Story, at, desk
from tests.unit.site_paper import CUSTODY

STEP = KeepSiteSheet(SiteForm.SUPERVISION, "A-001", 1, D1, D2)
SEAL = KeepSiteSheet(SiteForm.SEAL, "1", 1, D1, D2)
DAY = KeepSiteSheet(SiteForm.CUSTODY, "2021-10-30", 1, D1, D2)
AGAIN = replace(DAY, copy=2, reason=ReprintReason.LOST)
OPEN = SupervisionOpened(
    SupervisionNo("A-009"), SupervisedKind.RECEIPT, ADMIN, CHIEF, at("11:00"), at("11:00") + 30 * MINUTE, LockSerial("")
)


@pytest.mark.parametrize("ask", [STEP, SEAL, DAY])
def test_the_first_copy_needs_no_reason(ask: KeepSiteSheet) -> None:
    story = Story("opened").when(ask).then(SiteSheetKept(ask.form, ask.subject, 1, D1, D2, None)).done(ask)
    assert story.site.sheet_copies(ask.form, ask.subject) == (SheetCopy(ask.form, ask.subject, 1, D1, D2),)
    assert D2 in story.site.blobs
    assert story.site.records == []


def test_from_the_second_copy_on_why() -> None:
    story = Story("opened").done(DAY)
    story.when(replace(AGAIN, reason=None)).then(ReprintReasonNeeded(2))
    story.when(replace(AGAIN, content=D2)).then(ReprintReasonWrong(2, "yes"))
    story.when(replace(AGAIN, reason=ReprintReason.CHANGED)).then(ReprintReasonWrong(2, "no"))
    story.done(AGAIN).done(replace(AGAIN, copy=3, content=D2, reason=ReprintReason.CHANGED))
    assert [one.copy for one in story.site.sheet_copies(DAY.form, DAY.subject)] == [1, 2, 3]


@pytest.mark.parametrize("copy", [0, 1, 3])
def test_copies_are_numbered_one_by_one(copy: int) -> None:
    Story("opened").done(DAY).when(replace(AGAIN, copy=copy)).then(CopyNumberTaken(copy, 2))


def test_each_form_and_subject_counts_its_own() -> None:
    story = Story("opened").done(DAY).done(replace(DAY, subject="2021-10-31")).done(STEP).done(SEAL).done(AGAIN)
    assert len(story.site.sheets) == 5
    assert len(story.site.sheet_copies(SiteForm.CUSTODY, "2021-10-30")) == 2


@pytest.mark.parametrize(
    ("form", "subject"),
    [
        (SiteForm.SUPERVISION, "A-099"),
        (SiteForm.SUPERVISION, ""),
        (SiteForm.SEAL, "0"),
        (SiteForm.SEAL, "F-001"),
        (SiteForm.SEAL, "1000"),
        (SiteForm.CUSTODY, ""),
        (SiteForm.CUSTODY, "Zhou Li"),
        (SiteForm.CUSTODY, "2021-10-30\n"),
    ],
)
def test_nothing_but_what_happened_is_printed(form: SiteForm, subject: str) -> None:
    Story("opened").when(replace(DAY, form=form, subject=subject)).then(NothingToPrint(form))


def test_no_seal_no_seal_sheet() -> None:
    Story("packaged").when(SEAL).then(NothingToPrint(SiteForm.SEAL))


@pytest.mark.parametrize("ask", [STEP, SEAL, DAY])
def test_first_a_package(ask: KeepSiteSheet) -> None:
    Story("enrolled").when(ask).then(PackageMissing())


def test_an_open_supervision_has_a_draft_only() -> None:
    story = Story("opened").given(OPEN)
    story.when(replace(STEP, subject="A-009")).then(StepNotEnded(OPEN.number))
    assert sheet_paper(story.site, STEP.form, "A-009", CUSTODY, D1).state is PaperState.DRAFT


def test_sealed_equipment_keeps_no_sheet_from_being_printed() -> None:
    story = Story("prepared")
    assert story.site.sealed
    story.done(SEAL).done(ConfirmSiteSheet(SiteForm.SEAL, "1", 1, came_out=True))


def test_the_site_administrator_keeps_sheets() -> None:
    other = desk(Role.EXAM_OFFICE, Role.CHIEF)
    for ask in (DAY, ConfirmSiteSheet(SiteForm.CUSTODY, "2021-10-30", 1, came_out=True)):
        assert isinstance(Story("opened").when(ask, other).answer, NotYourRole)


JAMMED = ConfirmSiteSheet(SiteForm.CUSTODY, "2021-10-30", 1, came_out=False)
WHOLE = replace(JAMMED, came_out=True)


def test_whether_the_paper_came_out_is_said_of_one_copy() -> None:
    story = Story("opened").done(DAY).done(AGAIN).done(SEAL)
    story.when(replace(WHOLE, copy=2)).then(SiteSheetCameOut(DAY.form, DAY.subject, 2, came_out=True))
    story.done(replace(WHOLE, copy=2))
    assert [copy.came_out for copy in story.site.sheets] == [None, True, None]


def test_a_jam_may_be_found_later() -> None:
    story = Story("opened").done(DAY).done(WHOLE).when(WHOLE).then()
    story.done(JAMMED).when(JAMMED).then()
    assert [copy.came_out for copy in story.site.sheets] == [False]


@pytest.mark.parametrize("field", [{"copy": 2}, {"copy": 0}, {"subject": "2021-10-31"}, {"form": SiteForm.SEAL}])
def test_only_a_kept_copy_comes_out(field: dict[str, Any]) -> None:
    asked = replace(WHOLE, **field)
    Story("opened").done(DAY).when(asked).then(NoSuchSheet(asked.form, asked.copy))


def test_a_sheet_goes_to_paper_and_may_be_overtaken() -> None:
    def state(content: str = D1) -> PaperState:
        return sheet_paper(story.site, DAY.form, DAY.subject, CUSTODY, type(D1)(content)).state

    story = Story("opened")
    assert state() is PaperState.TO_PRINT
    story.done(DAY)
    assert state() is PaperState.SENT
    assert state(D2) is PaperState.SUPERSEDED
    story.done(JAMMED)
    assert state() is PaperState.NOT_OUT
    story.done(WHOLE)
    assert state() is PaperState.PRINTED
    assert sheet_paper(story.site, DAY.form, DAY.subject, CUSTODY, D1).copies == tuple(story.site.sheets)
