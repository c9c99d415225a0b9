"""Exam authorization the day before, start authorizations on the morning: two things, never merged (LCK-05, LCK-07)."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.core.arrangement import PackageMissing
from app.core.authorization import (
    AuthorizationRejected,
    ExamAuthorized,
    Flaw,
    ReceiveStartAuthorizations,
    RejectAuthorization,
    StartAuthorizationReceived,
    StartDocument,
    TakeExamAuthorization,
)
from app.core.incident import IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.lock_state import Outcome, SupervisedKind
from app.core.operation import Fact, Operation
from app.core.permission import SiteLockNeeded
from app.core.site import Source
from app.core.supervision import (
    OpenSupervision,
    SupervisionClosed,
    SupervisionLapsed,
    SupervisionNeeded,
    SupervisorOnly,
)
from app.core.terms import IncidentNo, Role, SupervisionNo
from app.core.timestamp import ScanChecked, ScanMissing, TimestampsIncomplete
from tests.builders import (
    ADMIN,
    CHIEF,
    D1,
    D2,
    LAW,
    SECOND,
    STAGES,
    TAX,
    Story,
    alone,
    at,
    by,
    desk,
    present,
)

TIMES, SCAN, EXAM = STAGES["prepared"][:2], STAGES["prepared"][2], ExamAuthorized("E-1", D1)
RECEIPT = OpenSupervision(SupervisedKind.RECEIPT)
TAKE = TakeExamAuthorization("E-1", D1)
LAW_PAPER, TAX_PAPER = StartDocument(LAW, "S-1", D1), StartDocument(TAX, "S-2", D2)
BATCH = ReceiveStartAuthorizations((LAW_PAPER, TAX_PAPER))
RECEIVED = (StartAuthorizationReceived(LAW, "S-1", D1), StartAuthorizationReceived(TAX, "S-2", D2))
OPENS = at("7:30")


def done(number: int, now: datetime) -> SupervisionClosed:
    return SupervisionClosed(SupervisionNo(f"A-{number:03}"), Outcome.DONE, now)


def watched(story: Story, now: datetime) -> Story:
    """The chief signs for a receipt."""
    return story.done(RECEIPT, desk(now=now))


def given_all(*facts: Fact) -> Story:
    return Story("packaged").given(*TIMES, SCAN, *facts)


# The exam


def test_lck_05_the_exam_is_authorized_after_the_data_came_and_under_supervision() -> None:
    """LCK-05, LCK-03a: data, comparison, scan, then the supervisor's signature, then one person takes it in."""
    now = at("15:00", 29)
    Story("enrolled").when(TAKE, alone(now)).then(PackageMissing())
    story = Story("packaged").when(TAKE, alone(now)).then(TimestampsIncomplete((Source.PLATFORM, Source.CALIBRATION)))
    story.given(*TIMES).when(TAKE, alone(now)).then(ScanMissing())
    story.given(ScanChecked(passed=False)).when(TAKE, alone(now)).then(ScanMissing())
    story.given(SCAN).when(TAKE, alone(now)).then(SupervisionNeeded(SupervisedKind.RECEIPT))
    site = watched(story, now).when(TAKE, alone(now)).then(EXAM, done(1, now)).done(TAKE, alone(now)).site
    assert site.exam_authorization == "E-1"
    assert D1 in site.blobs
    assert site.supervision(SupervisedKind.RECEIPT) is None


def test_lck_05_a_second_one_supersedes_and_wants_its_own_supervision() -> None:
    now = at("16:00", 29)
    story = given_all(EXAM).when(TakeExamAuthorization("E-2", D2), alone(now))
    story.then(SupervisionNeeded(SupervisedKind.RECEIPT))
    watched(story, now).done(TakeExamAuthorization("E-2", D2), alone(now))
    assert story.site.exam_authorization == "E-2"


def test_the_same_exam_authorization_again_ends_the_receipt_and_changes_nothing() -> None:
    now = at("16:00", 29)
    watched(given_all(EXAM), now).when(TAKE, alone(now)).then(done(1, now))


def test_lck_03_an_authorization_is_not_taken_in_without_the_site_lock() -> None:
    no_lock = desk(Role.SITE_ADMIN, now=OPENS, locks=())
    for ask in (TAKE, BATCH):
        watched(Story("opened"), OPENS).when(ask, no_lock).then(SiteLockNeeded(Story("opened").site.lock.serial))


@pytest.mark.parametrize("ask", [TAKE, BATCH], ids=["exam", "start"])
def test_lck_03_the_supervisor_does_not_do_the_step_himself(ask: Operation) -> None:
    story = watched(Story("opened"), OPENS)
    himself = present(OPENS, by(CHIEF, Role.SITE_ADMIN))
    story.when(ask, himself).then(SupervisorOnly(SupervisionNo("A-003"), CHIEF))


# The time box


def receipt_since_half_past_seven() -> tuple[Story, datetime]:
    return watched(Story("opened"), OPENS), at("8:00")


def test_lck_10_within_thirty_minutes_to_the_second() -> None:
    story, closes_by = receipt_since_half_past_seven()
    story.when(BATCH, alone(closes_by)).then(*RECEIVED, done(3, closes_by))


def test_lck_10_one_second_later_nothing_is_kept_and_it_begins_anew() -> None:
    story, closes_by = receipt_since_half_past_seven()
    late = closes_by + SECOND
    no = SupervisionLapsed(SupervisionNo("A-003"), closes_by)
    lapsed = SupervisionClosed(SupervisionNo("A-003"), Outcome.LAPSED, late)
    for ask in (BATCH, TAKE):
        story.when(ask, alone(late)).refused(no, lapsed)
    story.given(lapsed)
    assert all(state.received is None for state in story.site.sessions.values())
    story.when(BATCH, alone(late)).then(SupervisionNeeded(SupervisedKind.RECEIPT))
    watched(story, late).done(BATCH, alone(late + 60 * SECOND))
    assert list(story.site.supervisions)[-1] == "A-004"


# What was false


@pytest.mark.parametrize("flaw", Flaw)
def test_lck_07_a_false_authorization_opens_an_incident_and_its_bytes_are_not_kept(flaw: Flaw) -> None:
    ask, here, false = RejectAuthorization(flaw, D2), alone(OPENS), D2
    number = IncidentNo("A-001")
    opened = IncidentOpened(number, IncidentKind.AUTHORITY, None, None, OPENS, ADMIN)
    site = Story("opened").when(ask, here).then(AuthorizationRejected(flaw, D2), opened).done(ask, here).site
    assert site.incidents[number].kind == IncidentKind.AUTHORITY
    assert false not in site.blobs


def test_lck_10_a_rejected_authorization_leaves_the_receipt_open() -> None:
    story = watched(Story("opened"), OPENS).done(RejectAuthorization(Flaw.SIGNATURE, D2), alone(OPENS))
    story.done(BATCH, alone(OPENS))
