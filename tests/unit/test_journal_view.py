"""Finding lines of the journal."""

from __future__ import annotations

from datetime import datetime
from typing import get_type_hints

import pytest
from msgspec import structs

from app.core.calibration import LockCalibrated, LockTakenIntoUse
from app.core.city_way import BundlesGiven, CityStepTold
from app.core.code_entry import Answer, CodeEntered, WrongCodeTyped
from app.core.consent import ConsentGiven
from app.core.custody import LockIssued, LockReportedLost, LockReturned
from app.core.delay import DelayAppliedFor
from app.core.delegation import ChiefDelegated
from app.core.directive import DirectiveTaken
from app.core.extra_time import ExtraTimeGiven
from app.core.extra_time_loss import Loss
from app.core.extra_time_request import ExtraTimeTakenBack, TakeBackReason
from app.core.fault import FaultKind, FaultReported, FaultRestored, HelpSent
from app.core.incident import IncidentClosed, IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.lock_state import SupervisedKind
from app.core.machines import SpareServed
from app.core.operation import Fact
from app.core.room_backup import RoomBackupVerified
from app.core.room_move import RoomMoved
from app.core.room_state import SettledAs
from app.core.rulebook import Tier
from app.core.safe_state import CityStep, RoomSource, UploadResult
from app.core.safekeeping import BackupCopied, BackupVerified
from app.core.settlement import Found, TransferSettled
from app.core.standalone_consent import ConsentRatified
from app.core.standalone_course import InterimCopyMade, VoucherIssued
from app.core.start import RoomsReleased, RoomStarted
from app.core.supervision import SupervisionOpened
from app.core.terms import (
    ApplicationNo,
    CauseNo,
    FaultNo,
    GrantNo,
    HandoverNo,
    IncidentNo,
    LockSerial,
    MediumSerial,
    Role,
    RoomId,
    SessionId,
    SupervisionNo,
    Ticket,
    TransferNo,
)
from app.core.time_state import LossCause, Means, Outcome
from app.core.transfer import NO_TOKEN, TransferredIn
from app.core.upload import BundleExported, ReceiptMismatched, UploadAttempted, UploadConfirmed
from app.crypto.codes import Purpose
from app.journal.kinds import KINDS
from app.text import text
from app.views.entry_group import GROUPS, EntryGroup
from app.views.fact_place import place
from app.views.journal import Line, Wanted, chosen, happened_at
from tests.builders import (
    A1,
    ADMIN,
    B3,
    CHIEF,
    D1,
    D2,
    DEPUTY,
    ENROLLED,
    GUIDE,
    LAW,
    LOCK,
    R1,
    R2,
    ROOM_LOCK,
    ROOM_LOCK_2,
    TAX,
    Story,
    at,
)
from tests.unit.alone_story import after_reset, consented, went_on, went_out

INCIDENT = IncidentOpened(IncidentNo("A-001"), IncidentKind.POWER, LAW, R2, at("9:00"), GUIDE)
OUTAGE = FaultReported(FaultNo("AF-001"), FaultKind.POWER, None, None, (), at("9:00"), GUIDE)
SEAT_OUT = FaultReported(FaultNo("AF-002"), FaultKind.MACHINE, LAW, R2, ("007",), at("9:05"), GUIDE)
NUMBER = TransferNo("A-001")
SETTLED = TransferSettled(
    NUMBER, LAW, R1, A1, SettledAs.STAYED, None, Found.INVIGILATORS, at("9:40"), GUIDE, late=False
)
BACKUP = BackupVerified("B-1", LAW, D1, 1, 2, "00", supervised=True)
STICK = MediumSerial("U-1")
ROOM_BACKUP = RoomBackupVerified(
    "R-1", R1, at("9:00").date(), RoomSource.SIGNED, ROOM_LOCK, D1, 1, 1, at("10:20"), True, STICK
)
GIVEN_ONE = BundlesGiven(HandoverNo("AY-001"), ("B-1",), at("12:00"))
GIVEN_BOTH = structs.replace(GIVEN_ONE, backups=("B-1", "B-2"))
FACTS: tuple[Fact, ...] = (
    ENROLLED,
    RoomsReleased(LAW, (R1, R2), "1-1-S"),
    RoomStarted(LAW, R1, at("8:30"), GUIDE),
    INCIDENT,
    IncidentClosed(IncidentNo("A-001"), at("9:30")),
    OUTAGE,
    FaultRestored(FaultNo("AF-001"), at("9:10")),
    BACKUP,
    UploadConfirmed("B-1", "R-1", D2),
)
ASKED, CAUSES = ApplicationNo("AS-001"), (CauseNo("AF-001"),)
APPLIED = DelayAppliedFor(ASKED, LAW, (R1, R2), 45, Tier.PROVINCE, CAUSES, at("9:04"))
CODE = CodeEntered(ASKED, Purpose.DELAY, "002", 45, at("9:05"), at("9:07"), GUIDE, verified=True)
AGREED = ConsentGiven(ASKED, Tier.CITY, Means.PHONE, D1, at("9:05"), at("9:07"), GUIDE)
DECIDED = DirectiveTaken(ASKED, Outcome.START, "B-7", D1, (R2,), at("10:01"), None, at("10:03"))
GIVEN = ExtraTimeGiven(
    GrantNo("AB-001"),
    LAW,
    R1,
    R2,
    (A1,),
    5,
    Tier.ON_THE_SPOT,
    Loss(LossCause.FAULT, CAUSES, at("9:10"), at("9:15"), GUIDE),
    at("9:20"),
)
SITE = Story("packaged").given(INCIDENT, OUTAGE, SEAT_OUT, BACKUP, APPLIED, GIVEN).site
OUT = structs.replace(went_out(), host=R2)
ALONE = after_reset(consented(), OUT).site
COPY = InterimCopyMade(LAW, A1, 1, at("9:15"), GUIDE)
LINES = tuple(
    Line(n, at("9:00"), f"{n:x}" * 16, "x/1", ((ADMIN, Role.SITE_ADMIN),), fact) for n, fact in enumerate(FACTS, 1)
)


def numbers(wanted: Wanted) -> list[int]:
    return [line.n for line in chosen(LINES, wanted, SITE, text("en").fact)]


def test_every_kind_belongs_to_one_group() -> None:
    assert set(GROUPS) == set(KINDS)
    assert set(GROUPS.values()) == set(EntryGroup)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        (Wanted(session=LAW), [2, 3, 4, 5, 8, 9]),
        (Wanted(session=TAX), []),
        (Wanted(room=R1), [2, 3]),
        (Wanted(room=R2), [2, 4, 5]),
        (Wanted(session=LAW, room=R1), [2, 3]),
        (Wanted(session=TAX, room=R1), []),
        (Wanted(group=EntryGroup.INCIDENT), [4, 5, 6, 7]),
        (Wanted(room=R2, group=EntryGroup.INCIDENT), [4, 5]),
        (Wanted(group=EntryGroup.RECORD), []),
        (Wanted(text="  "), [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        (Wanted(text="MENDED"), [7]),
        (Wanted(text="ａ-001"), [4, 5]),
        (Wanted(text="6"), [6]),
        (Wanted(text="3333"), [3]),
        (Wanted(text=ADMIN), [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        (Wanted(room=R2, text="over"), [5]),
        (Wanted(text="nothing of the kind"), []),
    ],
)
def test_what_is_asked_for_is_found(wanted: Wanted, found: list[int]) -> None:
    assert numbers(wanted) == found


def test_the_order_given_stays() -> None:
    reverse = chosen(reversed(LINES), Wanted(room=R2), SITE, text().fact)
    assert [line.n for line in reverse] == [5, 4, 2]


@pytest.mark.parametrize(
    ("fact", "session", "rooms"),
    [
        (ENROLLED, None, ()),
        (FACTS[1], LAW, (R1, R2)),
        (FACTS[4], LAW, (R2,)),
        (FACTS[6], None, ()),
        (FACTS[8], LAW, ()),
        (IncidentClosed(IncidentNo("A-009"), at("9:30")), None, ()),
        (LockIssued(ROOM_LOCK, GUIDE), None, (R1,)),
        (LockCalibrated(ROOM_LOCK_2, at("7:00"), 3, SupervisionNo("A-001")), None, (R2,)),
        (LockTakenIntoUse(ROOM_LOCK_2, R1, GUIDE, SupervisionNo("A-001"), at("7:10")), None, (R1,)),
        (LockReturned(LOCK), None, ()),
        (HelpSent(FaultNo("AF-002"), GUIDE, at("9:10")), LAW, (R2,)),
        (TransferredIn(NUMBER, LAW, R1, R2, A1, at("8:20"), GUIDE, NO_TOKEN), LAW, (R1, R2)),
        (SETTLED, LAW, (R1,)),
        (structs.replace(SETTLED, outcome=SettledAs.SAT_ELSEWHERE, into=R2), LAW, (R1, R2)),
        (RoomMoved(LAW, R1, R2, IncidentNo("A-001"), (NUMBER,), at("9:20"), GUIDE), LAW, (R1, R2)),
        (SpareServed(R2, ("101",), in_service=True, at=at("8:00"), reported_by=GUIDE), None, (R2,)),
        (LockReportedLost(LockSerial("JK-9"), at("7:00"), GUIDE), None, ()),
        (APPLIED, LAW, (R1, R2)),
        (AGREED, LAW, (R1, R2)),
        (CODE, LAW, (R2,)),
        (structs.replace(CODE, purpose=Purpose.DELAY_SITE, subject="*"), LAW, (R1, R2)),
        (WrongCodeTyped(ASKED, Purpose.DELAY, "001", Answer.MISTYPED, at("9:06")), LAW, (R1,)),
        (DECIDED, LAW, (R2,)),
        (structs.replace(AGREED, application=ApplicationNo("AS-009")), None, ()),
        (GIVEN, LAW, (R1, R2)),
        (ExtraTimeTakenBack(LAW, GrantNo("AB-001"), TakeBackReason.MISTYPED, at("9:30")), LAW, (R1, R2)),
        (ExtraTimeTakenBack(LAW, GrantNo("AB-009"), TakeBackReason.MISTYPED, at("9:30")), LAW, ()),
        (ExtraTimeTakenBack(SessionId("9-9"), GrantNo("AB-001"), TakeBackReason.MISTYPED, at("9:30")), "9-9", ()),
    ],
)
def test_where_a_fact_belongs(fact: Fact, session: SessionId | None, rooms: tuple[RoomId, ...]) -> None:
    assert place(fact, SITE) == (session, rooms)


@pytest.mark.parametrize(
    ("fact", "session", "rooms"),
    [
        (BackupCopied("B-1", STICK), LAW, ()),
        (BackupCopied("R-1", STICK), None, (R1,)),
        (BackupCopied("B-9", STICK), None, ()),
        (ROOM_BACKUP, None, (R1,)),
        (BundleExported("B-1", at("11:00")), LAW, ()),
        (UploadAttempted("B-2", UploadResult.SENT, "", at("11:05")), TAX, ()),
        (ReceiptMismatched("B-1", "R-2", D2), LAW, ()),
        (GIVEN_BOTH, None, ()),
        (GIVEN_ONE, LAW, ()),
        (CityStepTold(GIVEN_ONE.handover, CityStep.RECEIVED, at("13:00"), GUIDE), LAW, ()),
    ],
)
def test_backups_and_their_bundles_are_looked_for_under_what_they_hold(
    fact: Fact, session: SessionId | None, rooms: tuple[RoomId, ...]
) -> None:
    story = Story("packaged").given(BACKUP, structs.replace(BACKUP, name="B-2", session=TAX), ROOM_BACKUP)
    given = (fact,) if isinstance(fact, BundlesGiven) else (GIVEN_ONE,)
    assert place(fact, story.given(*given).site) == (session, rooms)


@pytest.mark.parametrize(
    ("fact", "rooms"),
    [
        (consented(), (R1,)),
        (ConsentRatified(LAW, A1, CHIEF, at("9:30")), (R1,)),
        (OUT, (R1, R2)),
        (went_on(), (R1, R2)),
        (COPY, (R1, R2)),
        (VoucherIssued(LAW, A1, 1, 4, at("9:20")), (R1, R2)),
        (structs.replace(COPY, number=2), (R1,)),
        (structs.replace(COPY, ticket=B3), (R2,)),
        (structs.replace(COPY, ticket=Ticket("99999999")), ()),
    ],
)
def test_a_standalone_exam_is_looked_for_in_both_rooms(fact: Fact, rooms: tuple[RoomId, ...]) -> None:
    assert place(fact, ALONE) == (LAW, rooms)


def test_facts_of_a_room_know_when_it_happened() -> None:
    assert [happened_at(fact) for fact in FACTS] == [
        None,
        None,
        at("8:30"),
        at("9:00"),
        at("9:30"),
        at("9:00"),
        at("9:10"),
        None,
        None,
    ]


def test_what_goes_on_for_a_time_happened_at_its_beginning() -> None:
    opened = SupervisionOpened(
        SupervisionNo("A-001"), SupervisedKind.LOCKS, ADMIN, CHIEF, at("7:00"), at("9:00"), LockSerial("")
    )
    delegated = ChiefDelegated(CHIEF, DEPUTY, "W-1", at("8:00"), at("18:00"))
    assert [happened_at(opened), happened_at(delegated)] == [at("7:00"), at("8:00")]


def test_what_was_said_outside_happened_when_it_was_said() -> None:
    assert [happened_at(fact) for fact in (AGREED, CODE, DECIDED)] == [at("9:05"), at("9:05"), at("10:01")]


def test_every_time_in_a_fact_is_known_as_when_it_happened() -> None:
    """A new kind with a time under another name would be shown as if it had none."""
    timed = [kind for kind in KINDS if datetime in get_type_hints(kind).values()]
    assert timed
    known = {"at", "issued_at", "happened_at", "came_at", "taken_at", "opened_at", "closed_at", "restored_at", "since"}
    assert all(known & set(kind.__struct_fields__) for kind in timed)
