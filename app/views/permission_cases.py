"""Every operation that there is, with neutral values: the cases of which the table of permissions is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum

from app.core.agreement import RecordAgreement
from app.core.arrangement import TakeInPackage
from app.core.attendance import CheckIn, ConfirmAttendance
from app.core.authorization import (
    CheckStartAuthorization,
    Flaw,
    ReceiveStartAuthorizations,
    RejectAuthorization,
    TakeExamAuthorization,
)
from app.core.avoidance import DeclareAvoidance
from app.core.calibration import RecordCalibration, TakeIntoUse
from app.core.clock import ConfirmSiteTime, NoteClockMoved
from app.core.closing import CheckAnswers, EndRooms, WriteOff
from app.core.correction import CorrectAttendance, CorrectionReason
from app.core.custody import HandOverLock, IssueLock, ReportLockLost, ReturnLocks
from app.core.delegation import DelegateChief, EndDelegation
from app.core.desk import LeaveDesk, TakeDesk
from app.core.enrolment import EnrolSite
from app.core.fault import CloseFault, FaultKind, ReportFault
from app.core.incident import CloseIncident, IncidentKind, OpenIncident
from app.core.lock_state import LockState, SealPlace, SupervisedKind, Supervision
from app.core.locks import LockReason, NoteLockBack, NoteLockOut, TakeLockRegister
from app.core.operation import Operation
from app.core.pin import ChangePin, NoteRightPin, NoteWrongPin, RecoverPin
from app.core.plan import Exam, RegisteredAs, RegisteredLock, SitePlan
from app.core.qualification import RecordQualification
from app.core.records import ConfirmPrinted, KeepRecord
from app.core.replacement import ReplaceSiteLock
from app.core.room_report import TakeRoomReport
from app.core.room_result import TakeRoomResult
from app.core.room_state import LateArrival
from app.core.rulebook import Rulebook
from app.core.safekeeping import RecordBackup, TakeReceipt
from app.core.sealed_room_test import AcceptSite, RecordSealedRoomTest
from app.core.sealing import DecideOnSeal, SealDecision, SealEquipment, UnsealEquipment, UnsealReason
from app.core.site import Package, Site, Source
from app.core.site_sheet import ConfirmSiteSheet, KeepSiteSheet, SiteForm
from app.core.start import RecordStarts, ReleaseRooms
from app.core.supervision import CloseSupervision, OpenSupervision
from app.core.terms import (
    Digest,
    ExamId,
    FaultNo,
    IncidentNo,
    LockSerial,
    Mode,
    PersonId,
    RoomId,
    SessionId,
    SiteCode,
    SupervisionNo,
    Ticket,
)
from app.core.timestamp import CheckScan, RecordTimestamp


class Area(StrEnum):
    """The parts of the table."""

    BEFORE = "before"
    LOCKS = "locks"
    EXAM_DAY = "exam_day"
    AFTER = "after"
    PEOPLE = "people"
    CONSOLE = "console"


class Party(StrEnum):
    """Persons whom the step itself names, whatever their roles."""

    HOLDER = "holder"
    RECEIVER = "receiver"
    SUPERVISOR = "supervisor"
    DEPUTY = "deputy"


class Case(StrEnum):
    """One case of one operation; an operation whose demand depends on something has one for each."""

    ENROL = "enrol"
    TAKE_PACKAGE = "take_package"
    TAKE_PACKAGE_AGAIN = "take_package_again"
    TIMESTAMP = "timestamp"
    SCAN = "scan"
    SCAN_TYPED = "scan_typed"
    OPEN_RECEIPT = "open_receipt"
    EXAM_AUTHORIZATION = "exam_authorization"
    SEALED_ROOM_TEST = "sealed_room_test"
    ACCEPT = "accept"
    SEAL = "seal"
    UNSEAL = "unseal"
    UNSEAL_OTHER_DAY = "unseal_other_day"
    DECIDE_ON_SEAL = "decide_on_seal"
    TAKE_REGISTER = "take_register"
    REPLACE_LOCK = "replace_lock"
    ISSUE_LOCK = "issue_lock"
    HAND_OVER_LOCK = "hand_over_lock"
    RETURN_LOCKS = "return_locks"
    LOCK_LOST = "lock_lost"
    OPEN_SITTING = "open_sitting"
    CALIBRATE = "calibrate"
    TAKE_INTO_USE = "take_into_use"
    END_SITTING = "end_sitting"
    GIVE_UP_SUPERVISION = "give_up_supervision"
    RECEIVE_STARTS = "receive_starts"
    REJECT_AUTHORIZATION = "reject_authorization"
    CHECK_START = "check_start"
    RELEASE = "release"
    CHECK_IN = "check_in"
    STARTS = "starts"
    ATTENDANCE = "attendance"
    CORRECT = "correct"
    CORRECT_TURNED_AWAY = "correct_turned_away"
    ROOM_REPORT = "room_report"
    OPEN_INCIDENT = "open_incident"
    CLOSE_INCIDENT = "close_incident"
    REPORT_FAULT = "report_fault"
    CLOSE_FAULT = "close_fault"
    ROOM_RESULT = "room_result"
    WRITE_OFF = "write_off"
    END_ROOMS = "end_rooms"
    CHECK_ANSWERS = "check_answers"
    KEEP_RECORD = "keep_record"
    PRINTED = "printed"
    KEEP_SHEET = "keep_sheet"
    SHEET_PRINTED = "sheet_printed"
    BACK_UP = "back_up"
    RECEIPT = "receipt"
    QUALIFY = "qualify"
    DECLARE = "declare"
    AGREEMENT = "agreement"
    DELEGATE = "delegate"
    END_DELEGATION = "end_delegation"
    CHANGE_PIN = "change_pin"
    RECOVER_PIN = "recover_pin"
    TAKE_DESK = "take_desk"
    LEAVE_DESK = "leave_desk"
    CONFIRM_TIME = "confirm_time"
    NOTE_CLOCK = "note_clock"
    NOTE_LOCK_OUT = "note_lock_out"
    NOTE_LOCK_BACK = "note_lock_back"
    NOTE_WRONG_PIN = "note_wrong_pin"
    NOTE_RIGHT_PIN = "note_right_pin"


# What the cases are about: any session, any candidate, any lock.
AT = datetime.combine(date.min, time(), UTC)
_SESSION, _ROOM, _FORM, _NO = SessionId("1-1"), RoomId("001"), "E01", Digest("")
_HERE, _TURNED_AWAY = Ticket("1"), Ticket("2")
_LOCK, _STEP = LockSerial("1"), SupervisionNo("1")
_SOMEBODY, ASKS = PersonId("somebody"), PersonId("operator")
_HOLDER, _RECEIVER, _SUPERVISOR, _DEPUTY = (PersonId(party) for party in Party)
Asked = tuple[tuple[Case, Operation], ...]


@dataclass(frozen=True, slots=True)
class NamedCase:
    """An operation with neutral values, and a site in which it is asked for."""

    case: Case
    area: Area
    operation: Operation
    site: Site


def cases(rulebook: Rulebook) -> tuple[NamedCase, ...]:
    """Every operation at least once, in the order of the table."""
    plan = SitePlan(SiteCode(""), "", "", (), "", ())
    package = Package(1, _NO, Exam(ExamId(""), "", "", rulebook.id, "", ()), plan, rulebook, _NO, _NO, _NO, ())
    site = _plain()
    asked: tuple[tuple[Area, Asked], ...] = (
        (Area.BEFORE, _before(package)),
        (Area.LOCKS, _locks()),
        (Area.EXAM_DAY, _exam_day()),
        (Area.AFTER, _after()),
        (Area.PEOPLE, _people()),
        (Area.CONSOLE, _console()),
    )
    found = [NamedCase(case, area, operation, site) for area, listed in asked for case, operation in listed]
    packaged, replaced = _plain(package), ReplaceSiteLock(_LOCK, "", False, 1, 1, (), _NO)
    found += [
        NamedCase(Case.TAKE_PACKAGE_AGAIN, Area.BEFORE, TakeInPackage(package, (), AT), packaged),
        NamedCase(Case.REPLACE_LOCK, Area.LOCKS, replaced, packaged),
    ]
    order = list(Case)
    return tuple(sorted(found, key=lambda one: order.index(one.case)))


def _plain(package: Package | None = None) -> Site:
    """A lock that somebody holds, a sitting that somebody supervises, a candidate who was turned away."""
    site = Site(package=package)
    site.locks[_LOCK] = LockState(RegisteredLock(_LOCK, RegisteredAs.INVIGILATION, "", software=False), _HOLDER)
    site.supervisions[_STEP] = Supervision(_STEP, SupervisedKind.LOCKS, ASKS, _SUPERVISOR, AT, AT, LockSerial(""))
    site.late.append(LateArrival(_SESSION, _ROOM, _TURNED_AWAY, AT))
    return site


def _before(package: Package) -> Asked:
    return (
        (Case.ENROL, EnrolSite(Mode.REAL, SiteCode(""), "", "", _LOCK, "", software_lock=False)),
        (Case.TAKE_PACKAGE, TakeInPackage(package, (), AT)),
        (Case.TIMESTAMP, RecordTimestamp(Source.PLATFORM, "")),
        (Case.SCAN, CheckScan("")),
        (Case.SCAN_TYPED, CheckScan("", typed=True)),
        (Case.OPEN_RECEIPT, OpenSupervision(SupervisedKind.RECEIPT)),
        (Case.EXAM_AUTHORIZATION, TakeExamAuthorization("", _NO)),
        (Case.SEALED_ROOM_TEST, RecordSealedRoomTest(True, AT, _SOMEBODY)),
        (Case.ACCEPT, AcceptSite()),
        (Case.SEAL, SealEquipment("", SealPlace.SECURE_ROOM)),
        (Case.UNSEAL, UnsealEquipment("", True)),
        (Case.UNSEAL_OTHER_DAY, UnsealEquipment("", True, UnsealReason.REPAIR)),
        (Case.DECIDE_ON_SEAL, DecideOnSeal(SealDecision.EXAMINED_AND_USED)),
    )


def _locks() -> Asked:
    return (
        (Case.TAKE_REGISTER, TakeLockRegister(1, (), _NO)),
        (Case.ISSUE_LOCK, IssueLock(_LOCK, _RECEIVER)),
        (Case.HAND_OVER_LOCK, HandOverLock(_LOCK, _RECEIVER)),
        (Case.RETURN_LOCKS, ReturnLocks((_LOCK,))),
        (Case.LOCK_LOST, ReportLockLost(_LOCK, AT, _SOMEBODY)),
        (Case.OPEN_SITTING, OpenSupervision(SupervisedKind.LOCKS)),
        (Case.CALIBRATE, RecordCalibration(_LOCK, AT, 0)),
        (Case.TAKE_INTO_USE, TakeIntoUse(_LOCK, _ROOM, _SOMEBODY)),
        (Case.END_SITTING, CloseSupervision(_STEP, done=True)),
        (Case.GIVE_UP_SUPERVISION, CloseSupervision(_STEP, done=False)),
    )


def _exam_day() -> Asked:
    corrected = CorrectAttendance(_SESSION, _HERE, True, CorrectionReason.MISHEARD, AT, _SOMEBODY)
    admitted = CorrectAttendance(_SESSION, _TURNED_AWAY, True, CorrectionReason.MISHEARD, AT, _SOMEBODY)
    return (
        (Case.RECEIVE_STARTS, ReceiveStartAuthorizations(())),
        (Case.REJECT_AUTHORIZATION, RejectAuthorization(Flaw.SIGNATURE, _NO)),
        (Case.CHECK_START, CheckStartAuthorization(_SESSION)),
        (Case.RELEASE, ReleaseRooms(_SESSION, (), "")),
        (Case.CHECK_IN, CheckIn(_SESSION, _HERE, "", AT, _SOMEBODY)),
        (Case.STARTS, RecordStarts(_SESSION, (), _SOMEBODY)),
        (Case.ATTENDANCE, ConfirmAttendance(_SESSION, _ROOM, (), AT, _SOMEBODY)),
        (Case.CORRECT, corrected),
        (Case.CORRECT_TURNED_AWAY, admitted),
        (Case.ROOM_REPORT, TakeRoomReport(_SESSION, _ROOM, 0, 0, 0, 0, 0, AT, _SOMEBODY, _NO)),
        (Case.OPEN_INCIDENT, OpenIncident(IncidentKind.OTHER, _SESSION, _ROOM, AT, _SOMEBODY)),
        (Case.CLOSE_INCIDENT, CloseIncident(IncidentNo(""), AT)),
        (Case.REPORT_FAULT, ReportFault(FaultKind.MACHINE, _SESSION, _ROOM, "", AT, _SOMEBODY)),
        (Case.CLOSE_FAULT, CloseFault(FaultNo(""), AT)),
    )


def _after() -> Asked:
    return (
        (Case.ROOM_RESULT, TakeRoomResult(_SESSION, _ROOM, _NO, _LOCK, ())),
        (Case.WRITE_OFF, WriteOff(_SESSION, _HERE, IncidentNo(""))),
        (Case.END_ROOMS, EndRooms(_SESSION, (), AT, _SOMEBODY)),
        (Case.CHECK_ANSWERS, CheckAnswers(_SESSION)),
        (Case.KEEP_RECORD, KeepRecord(_FORM, _SESSION, _ROOM, 1, _NO, _NO)),
        (Case.PRINTED, ConfirmPrinted(_FORM, _SESSION, _ROOM, 1, True)),
        (Case.KEEP_SHEET, KeepSiteSheet(SiteForm.SUPERVISION, "", 1, _NO, _NO)),
        (Case.SHEET_PRINTED, ConfirmSiteSheet(SiteForm.SUPERVISION, "", 1, True)),
        (Case.BACK_UP, RecordBackup("", _SESSION, _NO, 0, 0, "")),
        (Case.RECEIPT, TakeReceipt("", "", _NO, _NO)),
    )


def _people() -> Asked:
    return (
        (Case.QUALIFY, RecordQualification(_SOMEBODY, AT.date(), AT.date(), ())),
        (Case.DECLARE, DeclareAvoidance(_SOMEBODY, ())),
        (Case.AGREEMENT, RecordAgreement(_SOMEBODY, AT.date())),
        (Case.DELEGATE, DelegateChief(_DEPUTY, "", AT)),
        (Case.END_DELEGATION, EndDelegation()),
        (Case.CHANGE_PIN, ChangePin(_NO)),
        (Case.RECOVER_PIN, RecoverPin(_SOMEBODY, _NO)),
    )


def _console() -> Asked:
    return (
        (Case.TAKE_DESK, TakeDesk()),
        (Case.LEAVE_DESK, LeaveDesk()),
        (Case.CONFIRM_TIME, ConfirmSiteTime(AT, "", 0, AT, AT)),
        (Case.NOTE_CLOCK, NoteClockMoved(0)),
        (Case.NOTE_LOCK_OUT, NoteLockOut(_LOCK, LockReason.REMOVED)),
        (Case.NOTE_LOCK_BACK, NoteLockBack(_LOCK)),
        (Case.NOTE_WRONG_PIN, NoteWrongPin(_SOMEBODY)),
        (Case.NOTE_RIGHT_PIN, NoteRightPin(_SOMEBODY)),
    )
