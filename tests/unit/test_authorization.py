"""Exam authorization the day before, start authorization from T-60: two things, never merged."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.core.arrangement import PackageMissing
from app.core.authorization import (
    AlreadyAuthorized,
    ExamAuthorizationMissing,
    ExamAuthorized,
    StartAuthorized,
    TakeExamAuthorization,
    TakeStartAuthorization,
    TooEarlyToAuthorize,
    UnknownSession,
)
from app.core.site import Source
from app.core.terms import SessionId
from app.core.timestamp import ScanChecked, ScanMissing, TimestampRecorded, TimestampsDiffer, TimestampsIncomplete
from tests.builders import D1, D2, LAW, SECOND, STAGES, TAX, Story, at, desk

TIMES, SCAN, EXAM = STAGES["prepared"][:2], STAGES["prepared"][2], STAGES["prepared"][3]
ASK = TakeStartAuthorization(LAW, "S-1", D1)
OPENS = at("7:30")


def test_the_exam_is_authorized_after_the_data_came_and_not_before() -> None:
    ask = TakeExamAuthorization("E-1", D1)
    Story("enrolled").when(ask).then(PackageMissing())
    site = Story("packaged").when(ask).then(ExamAuthorized("E-1", D1)).done(ask).site
    assert site.exam_authorization == "E-1"
    assert D1 in site.blobs


def test_the_same_again_changes_nothing_and_another_supersedes() -> None:
    Story("prepared").when(TakeExamAuthorization("E-1", D2)).then()
    story = Story("prepared").when(TakeExamAuthorization("E-2", D2)).then(ExamAuthorized("E-2", D2))
    assert story.done(TakeExamAuthorization("E-2", D2)).site.exam_authorization == "E-2"


@pytest.mark.parametrize(
    ("now", "late"), [(OPENS, 0), (at("7:30:59"), 0), (at("7:31"), 1), (at("8:30"), 60), (at("9:00:01"), 90)]
)
def test_from_t_minus_60_the_start_is_authorized_and_lateness_noted(now: datetime, late: int) -> None:
    Story("prepared").when(ASK, desk(now=now)).then(StartAuthorized(LAW, "S-1", D1, late))


@pytest.mark.parametrize("now", [OPENS - SECOND, at("23:59", day=29)])
def test_before_t_minus_60_it_is_refused(now: datetime) -> None:
    Story("prepared").when(ASK, desk(now=now)).then(TooEarlyToAuthorize(LAW, OPENS))


def test_the_second_session_does_not_wait_for_the_first() -> None:
    ask = TakeStartAuthorization(TAX, "S-2", D2)
    Story("started").when(ask, desk(now=at("9:39:59"))).then(TooEarlyToAuthorize(TAX, at("9:40")))
    site = Story("started").done(ask, desk(now=at("9:40"))).site
    assert site.sessions[TAX].start_authorization == "S-2"
    assert site.sessions[LAW].start_authorization == "S-1"
    assert D2 in site.blobs


def test_one_start_authorization_a_session() -> None:
    Story("authorized").when(ASK).then()
    Story("authorized").when(TakeStartAuthorization(LAW, "S-9", D1)).then(AlreadyAuthorized(LAW, "S-1"))


def test_no_start_without_package_or_for_a_session_it_does_not_hold() -> None:
    Story("enrolled").when(ASK).then(PackageMissing())
    strange = SessionId("9-9")
    Story("prepared").when(TakeStartAuthorization(strange, "S", D1)).then(UnknownSession(strange))


def test_each_gate_before_the_start_in_its_order() -> None:
    story = Story("packaged").when(ASK).then(TimestampsIncomplete((Source.PLATFORM, Source.CALIBRATION)))
    story.given(TIMES[0], TimestampRecorded(Source.CALIBRATION, "x", normalised=False))
    story.when(ASK).then(TimestampsDiffer((Source.CALIBRATION,), ("x",)))
    story.given(TIMES[1]).when(ASK).then(ScanMissing())
    story.given(ScanChecked(passed=False)).when(ASK).then(ScanMissing())
    story.given(SCAN).when(ASK).then(ExamAuthorizationMissing())
    story.given(EXAM).when(ASK).then(StartAuthorized(LAW, "S-1", D1, 270))
