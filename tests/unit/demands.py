"""Whom every operation asks for: the one table, and what is open under seal."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.agreement import RecordAgreement
from app.core.arrangement import TakeInPackage
from app.core.attendance import ConfirmAttendance
from app.core.authorization import (
    CheckStartAuthorization,
    Flaw,
    ReceiveStartAuthorizations,
    RejectAuthorization,
    TakeExamAuthorization,
)
from app.core.avoidance import DeclareAvoidance
from app.core.board_signing import SignBoard
from app.core.calibration import RecordCalibration, TakeIntoUse
from app.core.clock import ConfirmSiteTime, NoteClockMoved
from app.core.closing import CheckAnswers, EndRooms
from app.core.code_entry import EnterCode
from app.core.consent import RecordConsent
from app.core.correction import CorrectAttendance, CorrectionReason
from app.core.custody import HandOverLock, IssueLock, ReportLockLost, ReturnLocks
from app.core.delay import ApplyForDelay
from app.core.delegation import DelegateChief, EndDelegation
from app.core.desk import LeaveDesk, TakeDesk
from app.core.directive import TakeDirective
from app.core.enrolment import EnrolSite
from app.core.entry import CheckIn
from app.core.erasing import NoteErased
from app.core.extra_time import GrantExtraTime
from app.core.extra_time_loss import Loss
from app.core.extra_time_request import ApplyForExtraTime, RecordToolTime, TakeBackExtraTime, TakeBackReason
from app.core.fault import CloseFault, FaultKind, ReportFault, SendHelp
from app.core.identity import AdmitHeld, AdmittedOn, HoldAtDoor, RefuseHeld
from app.core.impersonation import ClearSuspicion, ImpostorStep, NoteImpostorStep, RecordSecondCheck, SuspectImpostor
from app.core.incident import CloseIncident, OpenIncident
from app.core.incident_kinds import IncidentKind
from app.core.kept_seats import KeepSeats
from app.core.leaving import GiveUp, LeaveCause, RecordLeaving
from app.core.lock_state import SealPlace, SupervisedKind
from app.core.locks import LockReason, NoteLockBack, NoteLockOut, TakeLockRegister
from app.core.login import RecordLogins
from app.core.machine_swap import SwapMachine, SwapReason
from app.core.machines import ListMachines, ServeSpare
from app.core.mirror import BeginMirror, NoteDrill, NoteMirrorBack, NoteMirrorOut
from app.core.operation import (
    OFFICE,
    ROOM,
    SECOND_PERSON,
    SUPERVISORS,
    Demand,
    Operation,
)
from app.core.pin import ChangePin, NoteRightPin, NoteWrongPin, RecoverPin
from app.core.qualification import RecordQualification
from app.core.records import ConfirmPrinted, KeepRecord, RoomForm
from app.core.replacement import ReplaceSiteLock
from app.core.reset import NoteResetFailed, ResetCandidates
from app.core.resume import ResumeDay
from app.core.room_move import MoveRoom, OpenStandbyRoom
from app.core.room_report import TakeRoomReport
from app.core.room_result import TakeRoomResult
from app.core.room_state import HoldCause, ResetCause, SettledAs
from app.core.rulebook import Tier
from app.core.sealed_room_test import AcceptSite, RecordSealedRoomTest
from app.core.sealing import DecideOnSeal, SealDecision, SealEquipment, UnsealEquipment
from app.core.seating import DrawSeat, RecordSeats, RedrawReason
from app.core.session_state import Bell
from app.core.settlement import CancelReason, CancelTransfer, DecideDispute, Found, SettleTransfer
from app.core.signals import RecordBell, RecordReminder
from app.core.site import Package, Source
from app.core.site_form import SiteForm
from app.core.site_sheet import ConfirmSiteSheet, KeepSiteSheet
from app.core.slips import PrepareSlips
from app.core.start import RecordStarts, ReleaseRooms
from app.core.supervision import CloseSupervision, OpenSupervision
from app.core.terms import (
    ApplicationNo,
    Digest,
    FaultNo,
    GrantNo,
    IncidentNo,
    Mode,
    PersonId,
    Role,
    SiteCode,
    SupervisionNo,
)
from app.core.time_state import LossCause, Means, Outcome
from app.core.timestamp import CheckScan, RecordTimestamp
from app.core.transfer import TransferIn, TransferOut
from app.crypto.codes import Purpose
from tests.builders import (
    A1,
    ADMIN,
    D1,
    GUIDE,
    ID_CARD,
    LAW,
    LIAONING,
    LOCK,
    LOCKS,
    PASSED,
    R1,
    R2,
    ROOM_LOCK,
    TAX,
    at,
    exam,
    plan,
)
from tests.unit.conduct_demands import CONDUCT
from tests.unit.late_demands import LATE
from tests.unit.readiness_demands import READINESS
from tests.unit.safe_demands import SAFE

NOW = at("8:30")
NO_DOCUMENT = Digest("")
PACKAGE = TakeInPackage(Package(1, D1, exam(), plan(), LIAONING, D1, D1, D1, LOCKS), (), NOW)
CHIEF_ONLY = frozenset({Role.CHIEF})
WATCHERS = ROOM | {Role.ROVING, Role.CHIEF}
AT_WORK = ROOM | {Role.CHIEF, Role.DEPUTY, Role.EXAM_OFFICE, Role.RESIDENT, Role.ROVING}
HANDS = ROOM | {Role.TECHNICIAN}
PAPERS = OFFICE | {Role.CHIEF, Role.EXAM_OFFICE}
VOUCHERS = SUPERVISORS | OFFICE
HANDLERS = OFFICE | SUPERVISORS | {Role.ROOM_ADMIN}
RECEIPT, SITTING = SupervisedKind
NUMBER, FIRST, ASKED = SupervisionNo("A-001"), IncidentNo("A-001"), ApplicationNo("AS-001")
LOSS = Loss(LossCause.FAULT, (), NOW, NOW, ADMIN)


def asks(roles: frozenset[Role], *seconds: frozenset[Role], site_lock: bool = False) -> Demand:
    return Demand(roles, seconds, site_lock)


def of(person: PersonId, roles: frozenset[Role]) -> Demand:
    return Demand(roles, persons=(person,))


ITSELF = Demand(frozenset(), unsigned=True)
"""Noted by the console: nobody signs."""


def operations(kind: type[Operation] = Operation) -> Iterator[type[Operation]]:
    """Every operation of the program; a class that only others build on is none."""
    if kind.__module__.startswith("app.") and not kind.__subclasses__():
        yield kind
    for one in kind.__subclasses__():
        yield from operations(one)


# Operation, whom it asks for under every rulebook, and who verifies where the rulebook lists it (None: never listed).
TABLE: list[tuple[Operation, Demand, frozenset[Role] | None]] = [
    (EnrolSite(Mode.REAL, SiteCode("1"), "", "", LOCK, "", software_lock=False), asks(OFFICE), None),
    (PACKAGE, asks(OFFICE, site_lock=True), None),
    (RecordTimestamp(Source.PLATFORM, ""), asks(OFFICE), SECOND_PERSON),
    (CheckScan(""), asks(OFFICE), None),
    (TakeExamAuthorization("E", D1), asks(OFFICE, site_lock=True), None),
    (ReceiveStartAuthorizations(()), asks(OFFICE, site_lock=True), None),
    (CheckStartAuthorization(LAW), asks(OFFICE), None),
    (RejectAuthorization(Flaw.SIGNATURE, D1), asks(OFFICE), None),
    (RecordSealedRoomTest(True, NOW, ADMIN), asks(OFFICE | {Role.TECHNICIAN}), None),
    (AcceptSite(), asks(OFFICE), SUPERVISORS),
    (SealEquipment("1", SealPlace.SECURE_ROOM), asks(OFFICE), SUPERVISORS),
    (UnsealEquipment("1", intact=True), asks(OFFICE), SUPERVISORS),
    (DecideOnSeal(SealDecision.EXAMINED_AND_USED), asks(CHIEF_ONLY, VOUCHERS - CHIEF_ONLY), None),
    (TakeLockRegister(1, (), D1), asks(OFFICE, SECOND_PERSON), None),
    (ReplaceSiteLock(LOCK, "", False, 2, 1, (), D1), asks(OFFICE), None),
    (IssueLock(ROOM_LOCK, ADMIN), of(ADMIN, OFFICE | {Role.EXAM_OFFICE}), None),
    (HandOverLock(ROOM_LOCK, ADMIN), of(ADMIN, HANDLERS), None),
    (ReturnLocks(()), asks(OFFICE), SUPERVISORS),
    (ReportLockLost(ROOM_LOCK, NOW, ADMIN), asks(HANDLERS | {Role.ROVING}), None),
    (NoteLockOut(LOCK, LockReason.REMOVED), ITSELF, None),
    (NoteLockBack(LOCK), ITSELF, None),
    (OpenSupervision(RECEIPT), asks(OFFICE, SUPERVISORS, site_lock=True), None),
    (OpenSupervision(SITTING), asks(OFFICE | {Role.ROOM_ADMIN}, SUPERVISORS), None),
    (CloseSupervision(NUMBER, done=True), asks(OFFICE | SUPERVISORS), None),
    (RecordCalibration(ROOM_LOCK, NOW, 0), asks(OFFICE | {Role.ROOM_ADMIN}), None),
    (TakeIntoUse(ROOM_LOCK, R1, ADMIN), Demand(OFFICE, locks=frozenset({ROOM_LOCK})), None),
    (ReleaseRooms(LAW, (R1,), "R"), asks(OFFICE), None),
    (RecordStarts(LAW, (), ADMIN), asks(OFFICE), None),
    (CheckIn(LAW, A1, ID_CARD, NOW, ADMIN), asks(ROOM), None),
    (ConfirmAttendance(LAW, R1, (), NOW, ADMIN), asks(ROOM), None),
    (CorrectAttendance(LAW, A1, True, CorrectionReason.MISHEARD, NOW, ADMIN), asks(OFFICE), SECOND_PERSON),
    (TakeRoomReport(LAW, R1, 0, 0, 0, 0, 0, NOW, ADMIN, NO_DOCUMENT), asks(ROOM), None),
    (HoldAtDoor(LAW, A1, HoldCause.NO_TICKET, NOW, ADMIN), asks(ROOM), None),
    (AdmitHeld(LAW, A1, ID_CARD, AdmittedOn.PROVED, NOW, ADMIN), asks(ROOM), None),
    (AdmitHeld(LAW, A1, ID_CARD, AdmittedOn.CHIEF, NOW, ADMIN), asks(ROOM, CHIEF_ONLY), None),
    (RefuseHeld(LAW, A1, NOW, ADMIN), asks(ROOM), None),
    (SuspectImpostor(LAW, A1, NOW, ADMIN), asks(WATCHERS), None),
    (NoteImpostorStep(LAW, A1, ImpostorStep.POLICE, NOW, ADMIN), asks(WATCHERS), None),
    (ClearSuspicion(LAW, A1), asks(OFFICE, CHIEF_ONLY), None),
    (RecordSecondCheck(LAW, R1, NOW, ADMIN), asks(ROOM), None),
    (PrepareSlips(LAW, R1, ()), asks(OFFICE), None),
    (KeepSeats(TAX, R1, LAW), asks(OFFICE), None),
    (DrawSeat(LAW, A1, (), None, NOW, ADMIN), asks(ROOM), None),
    (RecordSeats(LAW, R1, (), None, NOW, ADMIN), asks(ROOM), None),
    (RecordSeats(LAW, R1, (), RedrawReason.NEIGHBOURS, NOW, ADMIN), asks(ROOM, SUPERVISORS), None),
    (RecordLogins(LAW, R1, (), NOW, ADMIN), asks(ROOM), None),
    (TransferOut(LAW, A1, NOW, ADMIN), asks(ROOM), None),
    (TransferOut(LAW, A1, NOW, ADMIN, FIRST), asks(OFFICE, CHIEF_ONLY), None),
    (TransferIn(LAW, A1, R2, NOW, ADMIN), asks(ROOM), None),
    (CancelTransfer(LAW, A1, CancelReason.SEAT_CAME_FREE, NOW, ADMIN), asks(ROOM), None),
    (SettleTransfer(LAW, A1, SettledAs.STAYED, None, Found.ROOM_SYSTEM, NOW, ADMIN), asks(OFFICE), None),
    (DecideDispute(LAW, A1, R2), asks(OFFICE, CHIEF_ONLY), None),
    (ResetCandidates(LAW, R1, (), ResetCause.MACHINE, NOW, ADMIN), asks(ROOM), None),
    (NoteResetFailed(LAW, A1, NOW, ADMIN), asks(ROOM), None),
    (OpenStandbyRoom(LAW, R2, FIRST), asks(OFFICE, CHIEF_ONLY), None),
    (MoveRoom(LAW, R1, R2, FIRST, NOW, ADMIN), asks(OFFICE, CHIEF_ONLY), None),
    (SwapMachine(R1, "J1", "J2", SwapReason.SLOW, True, True, NOW, ADMIN), asks(OFFICE | {Role.ROOM_ADMIN}), None),
    (
        SwapMachine(R1, "J1", "J2", SwapReason.SLOW, False, True, NOW, ADMIN),
        asks(OFFICE | {Role.ROOM_ADMIN}, SUPERVISORS),
        None,
    ),
    (ListMachines(R1, ()), asks(HANDS), None),
    (ServeSpare(R1, (), True, NOW, ADMIN), asks(ROOM), None),
    (GiveUp(LAW, A1, NOW, ADMIN), asks(ROOM), None),
    (RecordLeaving(LAW, A1, None, NOW, ADMIN), asks(ROOM), None),
    (RecordLeaving(LAW, A1, LeaveCause.ILLNESS, NOW, ADMIN), asks(ROOM, CHIEF_ONLY), None),
    (RecordBell(LAW, Bell.ENTRY, NOW, ADMIN), asks(OFFICE | {Role.EXAM_OFFICE}), None),
    (RecordReminder(LAW, (R1,), NOW, ADMIN), asks(ROOM), None),
    (RecordReminder(LAW, (R1, R2), NOW, ADMIN), asks(OFFICE), None),
    (ApplyForDelay(LAW, (R1,), 30, ()), asks(OFFICE), None),
    (RecordConsent(ASKED, Tier.CITY, Means.PHONE, D1, NOW, ADMIN), asks(OFFICE), None),
    (EnterCode(ASKED, Purpose.DELAY, R1, "", NOW, ADMIN), asks(OFFICE), None),
    (TakeDirective(ASKED, LAW, Outcome.START, "M-1", D1, (R1,), NOW, None), asks(OFFICE, CHIEF_ONLY), None),
    (ApplyForExtraTime(LAW, R1, (), 11, ()), asks(OFFICE), None),
    (GrantExtraTime(LAW, R1, (), (), 10, LOSS), asks(ROOM), None),
    (RecordToolTime(LAW, R1, (A1,), 61, "1", LOSS), asks(OFFICE, SUPERVISORS), None),
    (TakeBackExtraTime(LAW, GrantNo("AB-001"), TakeBackReason.MISTYPED), asks(OFFICE, SUPERVISORS), None),
    (TakeRoomResult(LAW, R1, D1, ROOM_LOCK, ()), asks(OFFICE), None),
    (EndRooms(LAW, (R1,), NOW, ADMIN), asks(OFFICE), None),
    (CheckAnswers(LAW), asks(OFFICE), SUPERVISORS),
    (KeepRecord(RoomForm.RECORD, LAW, R1, 1, D1, D1), asks(OFFICE), None),
    (ConfirmPrinted(RoomForm.RECORD, LAW, R1, 1, came_out=True), asks(OFFICE), None),
    (KeepSiteSheet(SiteForm.SEAL, "1", 1, D1, D1), asks(OFFICE), None),
    (ConfirmSiteSheet(SiteForm.SEAL, "1", 1, came_out=True), asks(OFFICE), None),
    (TakeDesk(), asks(frozenset(Role)), None),
    (LeaveDesk(), asks(frozenset(Role)), None),
    (OpenIncident(IncidentKind.OTHER, LAW, R1, NOW, ADMIN), asks(AT_WORK), None),
    (CloseIncident(FIRST, NOW), asks(OFFICE | CHIEF_ONLY), None),
    (ReportFault(FaultKind.POWER, LAW, R1, (), NOW, ADMIN), asks(HANDS), None),
    (SendHelp(FaultNo("AF-001"), GUIDE), asks(HANDS), None),
    (CloseFault(FaultNo("AF-001"), NOW), asks(HANDS), None),
    (RecordQualification(GUIDE, PASSED, PASSED, ()), asks(VOUCHERS, SUPERVISORS), None),
    (DeclareAvoidance(GUIDE, ()), asks(PAPERS), None),
    (RecordAgreement(GUIDE, PASSED), asks(PAPERS), None),
    (DelegateChief(ADMIN, "1", NOW), of(ADMIN, CHIEF_ONLY), None),
    (EndDelegation(), asks(CHIEF_ONLY), None),
    (NoteWrongPin(ADMIN), ITSELF, None),
    (NoteRightPin(ADMIN), ITSELF, None),
    (ChangePin(D1), asks(frozenset(Role)), None),
    (RecoverPin(GUIDE, D1), asks(VOUCHERS, SUPERVISORS), None),
    (ConfirmSiteTime(NOW, "boot", 0, NOW, NOW), asks(SECOND_PERSON, SECOND_PERSON), None),
    (NoteClockMoved(1), ITSELF, None),
    *LATE,
    *CONDUCT,
    *READINESS,
    *SAFE,
]
NOTES = {
    NoteLockOut,
    NoteLockBack,
    NoteWrongPin,
    NoteRightPin,
    NoteClockMoved,
    NoteMirrorOut,
    NoteMirrorBack,
    NoteErased,
}
ANY_TIME = NOTES | {
    TakeDesk,
    LeaveDesk,
    ChangePin,
    RecoverPin,
    ConfirmSiteTime,
    ReplaceSiteLock,
    RecordQualification,
    ResumeDay,
}
"""Also before the site time is confirmed after a restart (SEC-03)."""
WHILE_SEALED = ANY_TIME | {
    UnsealEquipment,
    DecideOnSeal,
    ReportLockLost,
    CloseSupervision,
    DelegateChief,
    EndDelegation,
    KeepSiteSheet,
    ConfirmSiteSheet,
    SignBoard,
    BeginMirror,
    NoteDrill,
}
"""Also under seal (LCK-06)."""
