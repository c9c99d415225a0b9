"""Start authorizations of a batch received in one supervised step, each checked by one person from T-60 (LCK-07)."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.core.arrangement import PackageMissing
from app.core.authorization import (
    AcceptanceMissing,
    AlreadyAuthorized,
    CheckStartAuthorization,
    ExamAuthorizationMissing,
    ExamAuthorized,
    NothingBrought,
    ReceiveStartAuthorizations,
    SealNotOpened,
    SeveralBatches,
    StartAuthorizationMissing,
    StartAuthorizationReceived,
    StartAuthorized,
    StartDocument,
    TooEarlyToAuthorize,
    UnknownSession,
)
from app.core.lock_state import Outcome, SealPlace, SupervisedKind
from app.core.operation import Fact
from app.core.permission import EquipmentSealed
from app.core.plan import Session
from app.core.sealed_room_test import SealedRoomTested, SiteAccepted
from app.core.sealing import EquipmentUnsealed, EquipmentWasSealed
from app.core.session_state import Received
from app.core.site import Source
from app.core.supervision import (
    OpenSupervision,
    SupervisionClosed,
    SupervisionNeeded,
)
from app.core.terms import Role, SessionId, SupervisionNo
from app.core.timestamp import ScanChecked, ScanMissing, TimestampRecorded, TimestampsDiffer, TimestampsIncomplete
from tests.builders import (
    D1,
    D2,
    GUIDE,
    LAW,
    LIAONING,
    NATIONAL,
    R1,
    SEAL,
    SECOND,
    STAGES,
    TAX,
    Story,
    alone,
    at,
    desk,
    session,
    taken_in,
)

TIMES, SCAN, EXAM = STAGES["prepared"][:2], STAGES["prepared"][2], ExamAuthorized("E-1", D1)
RECEIPT = OpenSupervision(SupervisedKind.RECEIPT)
ACCEPTED = (SealedRoomTested(True, at("16:00", 29), GUIDE), SiteAccepted(at("17:00", 29)))
LAW_PAPER, TAX_PAPER = StartDocument(LAW, "S-1", D1), StartDocument(TAX, "S-2", D2)
BATCH = ReceiveStartAuthorizations((LAW_PAPER, TAX_PAPER))
RECEIVED = (StartAuthorizationReceived(LAW, "S-1", D1), StartAuthorizationReceived(TAX, "S-2", D2))
CHECK, CHECK_TAX = CheckStartAuthorization(LAW), CheckStartAuthorization(TAX)
OPENS = at("7:30")


def done(number: int, now: datetime) -> SupervisionClosed:
    return SupervisionClosed(SupervisionNo(f"A-{number:03}"), Outcome.DONE, now)


def watched(story: Story, now: datetime) -> Story:
    """The chief signs for a receipt."""
    return story.done(RECEIPT, desk(now=now))


def given_all(*facts: Fact) -> Story:
    return Story("packaged").given(*TIMES, SCAN, *facts)


# Start authorizations received


def test_lck_07_one_receipt_brings_all_of_a_batch_and_ends() -> None:
    story = watched(Story("opened"), OPENS).when(BATCH, alone(OPENS)).then(*RECEIVED, done(3, OPENS))
    site = story.done(BATCH, alone(OPENS)).site
    assert site.sessions[LAW].received == Received("S-1", D1)
    assert site.sessions[TAX].received == Received("S-2", D2)
    assert not site.sessions[LAW].start_authorization
    assert {D1, D2} <= site.blobs
    assert site.supervision(SupervisedKind.RECEIPT) is None


def test_lck_07_a_receipt_serves_once() -> None:
    story = watched(Story("opened"), OPENS).done(ReceiveStartAuthorizations((LAW_PAPER,)), alone(OPENS))
    ask = ReceiveStartAuthorizations((TAX_PAPER,))
    story.when(ask, alone(OPENS)).then(SupervisionNeeded(SupervisedKind.RECEIPT))


def test_lck_07_before_the_first_t_minus_60_of_the_batch_it_is_refused() -> None:
    """[reading] not before its time; 9:40 belongs to the second session, and its paper may come with the first."""
    early = OPENS - SECOND
    story = watched(Story("opened"), early)
    story.when(BATCH, alone(early)).then(TooEarlyToAuthorize(LAW, OPENS))
    story.when(ReceiveStartAuthorizations((TAX_PAPER,)), alone(early)).then(TooEarlyToAuthorize(TAX, OPENS))
    story.done(ReceiveStartAuthorizations((TAX_PAPER,)), alone(OPENS))


def two_batches() -> Story:
    """The second session belongs to the afternoon."""
    afternoon = Session(TAX, 2, "tax", at("14:00"), 90)
    facts = taken_in(1, LIAONING, session(), afternoon)
    return Story("enrolled").given(*facts, *TIMES, SCAN, EXAM)


def test_lck_07_two_batches_do_not_come_in_one_receipt() -> None:
    now = at("13:00")
    story = watched(two_batches(), now).when(BATCH, alone(now)).then(SeveralBatches((LAW, TAX)))
    story.done(ReceiveStartAuthorizations((TAX_PAPER,)), alone(now))


def test_lck_07_the_afternoon_is_not_opened_by_the_morning() -> None:
    ask = ReceiveStartAuthorizations((TAX_PAPER,))
    watched(two_batches(), OPENS).when(ask, alone(OPENS)).then(TooEarlyToAuthorize(TAX, at("13:00")))


def test_all_of_a_receipt_or_none() -> None:
    strange = SessionId("9-9")
    story = watched(Story("opened"), OPENS)
    story.when(ReceiveStartAuthorizations((LAW_PAPER, StartDocument(strange, "S", D1))), alone(OPENS))
    story.then(UnknownSession(strange))
    story.when(ReceiveStartAuthorizations(()), alone(OPENS)).then(NothingBrought())
    Story("enrolled").when(BATCH, alone(OPENS)).then(PackageMissing())


def test_lck_07_one_start_authorization_a_session() -> None:
    other = StartDocument(LAW, "S-9", D2)
    story = watched(Story("opened"), OPENS)
    story.when(ReceiveStartAuthorizations((LAW_PAPER, other)), alone(OPENS)).then(AlreadyAuthorized(LAW, "S-1"))
    story.when(ReceiveStartAuthorizations((LAW_PAPER, LAW_PAPER)), alone(OPENS)).then(RECEIVED[0], done(3, OPENS))
    checked = watched(Story("authorized"), OPENS)
    checked.when(ReceiveStartAuthorizations((other,)), alone(OPENS)).then(AlreadyAuthorized(LAW, "S-1"))
    checked.when(BATCH, alone(OPENS)).then(RECEIVED[1], done(4, OPENS))


def test_until_it_is_checked_another_one_replaces_it() -> None:
    story = watched(Story("opened"), OPENS).done(BATCH, alone(OPENS))
    watched(story, OPENS).done(ReceiveStartAuthorizations((StartDocument(LAW, "S-9", D2),)), alone(OPENS))
    story.done(CHECK, alone(OPENS))
    assert story.site.sessions[LAW].start_authorization == "S-9"


# Start authorizations checked


def received() -> Story:
    return watched(Story("opened"), OPENS).done(BATCH, alone(OPENS))


@pytest.mark.parametrize(
    ("now", "late"), [(OPENS, 0), (at("7:30:59"), 0), (at("7:31"), 1), (at("8:30"), 60), (at("9:00:01"), 90)]
)
def test_lck_07_from_t_minus_60_one_person_checks_and_lateness_is_noted(now: datetime, late: int) -> None:
    story = received().when(CHECK, desk(Role.SITE_ADMIN, now=now, locks=()))
    story.then(StartAuthorized(LAW, "S-1", D1, late))
    assert story.done(CHECK, alone(now)).site.sessions[LAW].start_authorization == "S-1"
    story.when(CHECK, alone(now)).then()


@pytest.mark.parametrize("now", [OPENS - SECOND, at("7:00")])
def test_lck_07_before_t_minus_60_it_is_not_checked(now: datetime) -> None:
    received().when(CHECK, alone(now)).then(TooEarlyToAuthorize(LAW, OPENS))


def test_lck_07_the_second_session_does_not_wait_for_the_first() -> None:
    """J-07: at 9:40 rooms still write the first."""
    story = received().done(CHECK, alone(OPENS))
    story.given(*STAGES["released"], *STAGES["started"])
    story.when(CHECK_TAX, alone(at("9:39:59"))).then(TooEarlyToAuthorize(TAX, at("9:40")))
    site = story.done(CHECK_TAX, alone(at("9:40"))).site
    assert site.sessions[TAX].start_authorization == "S-2"
    assert site.sessions[LAW].start_authorization == "S-1"
    assert D2 in site.blobs
    running = site.sessions[LAW].rooms[R1]
    assert (bool(running.started_at), running.ended_at) == (True, None)


def test_lck_07_the_authorization_of_one_session_does_not_open_another() -> None:
    story = watched(Story("opened"), OPENS).done(ReceiveStartAuthorizations((LAW_PAPER,)), alone(OPENS))
    story.done(CHECK, alone(OPENS)).when(CHECK_TAX, alone(at("9:40"))).then(StartAuthorizationMissing(TAX))


def test_nothing_to_check_before_package_and_receipt() -> None:
    Story("enrolled").when(CHECK, alone(OPENS)).then(PackageMissing())
    strange = SessionId("9-9")
    Story("opened").when(CheckStartAuthorization(strange), alone(OPENS)).then(UnknownSession(strange))
    Story("opened").when(CHECK, alone(OPENS)).then(StartAuthorizationMissing(LAW))


def test_each_gate_before_the_start_in_its_order() -> None:
    story = Story("packaged").given(*RECEIVED)
    story.when(CHECK, alone(OPENS)).then(TimestampsIncomplete((Source.PLATFORM, Source.CALIBRATION)))
    story.given(TIMES[0], TimestampRecorded(Source.CALIBRATION, "x", normalised=False))
    story.when(CHECK, alone(OPENS)).then(TimestampsDiffer((Source.CALIBRATION,), ("x",)))
    story.given(TIMES[1]).when(CHECK, alone(OPENS)).then(ScanMissing())
    story.given(ScanChecked(passed=False)).when(CHECK, alone(OPENS)).then(ScanMissing())
    story.given(SCAN).when(CHECK, alone(OPENS)).then(ExamAuthorizationMissing())
    story.given(EXAM).when(CHECK, alone(OPENS)).then(AcceptanceMissing())
    story.given(*ACCEPTED).when(CHECK, alone(OPENS)).then(SealNotOpened(at("7:30").date()))
    story.given(EquipmentWasSealed(SEAL, SealPlace.EXAM_OFFICE, at("18:00", 29)))
    story.when(CHECK, alone(OPENS)).then(EquipmentSealed())
    story.given(EquipmentUnsealed(at("7:00"), None)).when(CHECK, alone(OPENS)).then(StartAuthorized(LAW, "S-1", D1, 0))


def test_lck_06_the_seal_opened_yesterday_does_not_open_today() -> None:
    """J-08: every night it is sealed again; who left it open over night does not start."""
    story = given_all(EXAM, *ACCEPTED, *RECEIVED)
    story.given(
        EquipmentWasSealed(SEAL, SealPlace.SECURE_ROOM, at("7:00", 29)), EquipmentUnsealed(at("8:00", 29), None)
    )
    story.when(CHECK, alone(OPENS)).then(SealNotOpened(at("7:30").date()))
    story.when(CHECK, desk(Role.SITE_ADMIN, now=OPENS, rules=NATIONAL)).then(StartAuthorized(LAW, "S-1", D1, 0))


def test_a_newer_edition_forgets_what_was_received() -> None:
    story = received().given(*taken_in(2))
    story.given(*TIMES, SCAN, EXAM).when(CHECK, alone(OPENS)).then(StartAuthorizationMissing(LAW))


def test_lck_05_after_a_newer_edition_on_the_morning_the_site_is_accepted_anew() -> None:
    """The equipment was opened today already; the test and the acceptance fell with the older edition."""
    story = Story("opened").given(*taken_in(2), *TIMES, SCAN, EXAM, *RECEIVED)
    story.when(CHECK, alone(OPENS)).then(AcceptanceMissing())
    story.given(*ACCEPTED).done(CHECK, alone(OPENS))
