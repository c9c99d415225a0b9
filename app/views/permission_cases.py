"""Every operation that there is, with neutral values: the cases of which the table of permissions is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from app.core.agreement import RecordAgreement
from app.core.arrangement import TakeInPackage
from app.core.authorization import (
    TakeExamAuthorization,
)
from app.core.avoidance import DeclareAvoidance
from app.core.calibration import RecordCalibration, TakeIntoUse
from app.core.clock import ConfirmSiteTime, NoteClockMoved
from app.core.code_entry import TRIES
from app.core.contact import EnterContact
from app.core.custody import HandOverLock, IssueLock, ReportLockLost, ReturnLocks
from app.core.delegation import DelegateChief, EndDelegation
from app.core.desk import LeaveDesk, TakeDesk
from app.core.enrolment import EnrolSite
from app.core.free_text import NO_TEXT
from app.core.lock_state import LockState, SealPlace, SupervisedKind, Supervision
from app.core.locks import LockReason, NoteLockBack, NoteLockOut, TakeLockRegister
from app.core.operation import Operation
from app.core.paper_state import Contact
from app.core.pin import ChangePin, NoteRightPin, NoteWrongPin, RecoverPin
from app.core.plan import Exam, RegisteredAs, RegisteredLock, Session, SitePlan
from app.core.qualification import RecordQualification
from app.core.replacement import ReplaceSiteLock
from app.core.room_state import LateArrival, Presence, RoomSession, Sitting
from app.core.rulebook import Rulebook
from app.core.sealed_room_test import AcceptSite, RecordSealedRoomTest
from app.core.sealing import DecideOnSeal, SealDecision, SealEquipment, UnsealEquipment, UnsealReason
from app.core.session_state import SessionState
from app.core.site import Package, Site, Source
from app.core.standalone_state import Ground, Standalone, StandaloneConsent
from app.core.supervision import CloseSupervision, OpenSupervision
from app.core.terms import (
    ExamId,
    LockSerial,
    Mode,
    PersonId,
    SiteCode,
    SupervisionNo,
)
from app.core.timestamp import CheckScan, RecordTimestamp
from app.views.before_cases import before_day, training
from app.views.case_names import (
    AT,
    HERE,
    NO_DIGEST,
    ROOM,
    SESSION,
    SOMEBODY,
    TURNED_AWAY,
    Area,
    Asked,
    Case,
    Party,
)
from app.views.closing_cases import after, standalone
from app.views.conduct_cases import conduct
from app.views.room_cases import A_CODE, exam_day, in_rooms, lost_time
from app.views.safe_cases import PUBLISHED, RESUMED, safe

_LOCK, _STEP = LockSerial("1"), SupervisionNo("1")
ASKS = PersonId("operator")
_HOLDER, _RECEIVER, _SUPERVISOR, _DEPUTY, _CONSENTER, *_ = (PersonId(party) for party in Party)


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
    package = Package(
        1, NO_DIGEST, Exam(ExamId(""), "", "", rulebook.id, "", ()), plan, rulebook, NO_DIGEST, NO_DIGEST, NO_DIGEST, ()
    )
    site = _plain()
    asked: tuple[tuple[Area, Asked], ...] = (
        (Area.BEFORE, (*_before(package), *before_day())),
        (Area.LOCKS, _locks()),
        (Area.EXAM_DAY, exam_day()),
        (Area.ROOMS, in_rooms()),
        (Area.TIME, lost_time()),
        (Area.STANDALONE, standalone()),
        (Area.CONDUCT, conduct()),
        (Area.AFTER, after()),
        (Area.SAFE, safe()),
        (Area.PEOPLE, _people()),
        (Area.CONSOLE, _console()),
    )
    found = [NamedCase(case, area, operation, site) for area, listed in asked for case, operation in listed]
    packaged, replaced = _plain(package), ReplaceSiteLock(_LOCK, "", False, 1, 1, (), NO_DIGEST)
    published = _plain()
    published.safe.published = AT.date() - timedelta(days=1)
    found += [
        NamedCase(Case.TAKE_PACKAGE_AGAIN, Area.BEFORE, TakeInPackage(package, (), AT), packaged),
        NamedCase(Case.REPLACE_LOCK, Area.LOCKS, replaced, packaged),
        NamedCase(Case.ENTER_CODE_AGAIN, Area.TIME, A_CODE, _plain(wrong_codes=TRIES)),
        NamedCase(Case.RESUME, Area.SAFE, RESUMED, packaged),
        NamedCase(Case.PUBLICATION_AGAIN, Area.SAFE, PUBLISHED, published),
    ]
    order = list(Case)
    return tuple(sorted(found, key=lambda one: order.index(one.case)))


def _plain(package: Package | None = None, wrong_codes: int = 0) -> Site:
    """A lock that somebody holds, a sitting that somebody supervises, one candidate who answers, one turned away.

    Who answers has a consent to a standalone exam, by telephone.
    """
    site = Site(package=package, code_tries=[AT] * wrong_codes)
    here = Sitting(HERE, SESSION, ROOM, ROOM, None, Presence.PRESENT)
    room = RoomSession(SESSION, ROOM, sittings={HERE: here})
    consent = StandaloneConsent(Ground.RESET_FAILED, (), _CONSENTER, AT, AT, by_phone=True, reported_by=SOMEBODY)
    alone = {HERE: Standalone(HERE, [consent])}
    site.sessions[SESSION] = SessionState(Session(SESSION, 1, "", AT, 0), rooms={ROOM: room}, standalone=alone)
    site.locks[_LOCK] = LockState(RegisteredLock(_LOCK, RegisteredAs.INVIGILATION, "", software=False), _HOLDER)
    site.supervisions[_STEP] = Supervision(_STEP, SupervisedKind.LOCKS, ASKS, _SUPERVISOR, AT, AT, LockSerial(""))
    site.late.append(LateArrival(SESSION, ROOM, TURNED_AWAY, AT))
    return site


def _before(package: Package) -> Asked:
    return (
        (Case.ENROL, EnrolSite(Mode.REAL, SiteCode(""), "", "", _LOCK, "", software_lock=False)),
        (Case.TAKE_PACKAGE, TakeInPackage(package, (), AT)),
        (Case.TIMESTAMP, RecordTimestamp(Source.PLATFORM, "")),
        (Case.SCAN, CheckScan("")),
        (Case.SCAN_TYPED, CheckScan("", typed=True)),
        (Case.OPEN_RECEIPT, OpenSupervision(SupervisedKind.RECEIPT)),
        (Case.EXAM_AUTHORIZATION, TakeExamAuthorization("", NO_DIGEST)),
        (Case.SEALED_ROOM_TEST, RecordSealedRoomTest(True, AT, SOMEBODY)),
        (Case.ACCEPT, AcceptSite()),
        (Case.SEAL, SealEquipment("", SealPlace.SECURE_ROOM)),
        (Case.UNSEAL, UnsealEquipment("", True)),
        (Case.UNSEAL_OTHER_DAY, UnsealEquipment("", True, UnsealReason.REPAIR)),
        (Case.DECIDE_ON_SEAL, DecideOnSeal(SealDecision.EXAMINED_AND_USED)),
    )


def _locks() -> Asked:
    return (
        (Case.TAKE_REGISTER, TakeLockRegister(1, (), NO_DIGEST)),
        (Case.ISSUE_LOCK, IssueLock(_LOCK, _RECEIVER)),
        (Case.HAND_OVER_LOCK, HandOverLock(_LOCK, _RECEIVER)),
        (Case.RETURN_LOCKS, ReturnLocks((_LOCK,))),
        (Case.LOCK_LOST, ReportLockLost(_LOCK, AT, SOMEBODY)),
        (Case.OPEN_SITTING, OpenSupervision(SupervisedKind.LOCKS)),
        (Case.CALIBRATE, RecordCalibration(_LOCK, AT, 0)),
        (Case.TAKE_INTO_USE, TakeIntoUse(_LOCK, ROOM, SOMEBODY)),
        (Case.END_SITTING, CloseSupervision(_STEP, done=True)),
        (Case.GIVE_UP_SUPERVISION, CloseSupervision(_STEP, done=False)),
    )


def _people() -> Asked:
    return (
        (Case.QUALIFY, RecordQualification(SOMEBODY, AT.date(), AT.date(), ())),
        (Case.DECLARE, DeclareAvoidance(SOMEBODY, ())),
        (Case.AGREEMENT, RecordAgreement(SOMEBODY, AT.date())),
        *training(),
        (Case.CONTACT, EnterContact(Contact.DUTY, NO_TEXT)),
        (Case.DELEGATE, DelegateChief(_DEPUTY, "", AT)),
        (Case.END_DELEGATION, EndDelegation()),
        (Case.CHANGE_PIN, ChangePin(NO_DIGEST)),
        (Case.RECOVER_PIN, RecoverPin(SOMEBODY, NO_DIGEST)),
    )


def _console() -> Asked:
    return (
        (Case.TAKE_DESK, TakeDesk()),
        (Case.LEAVE_DESK, LeaveDesk()),
        (Case.CONFIRM_TIME, ConfirmSiteTime(AT, "", 0, AT, AT)),
        (Case.NOTE_CLOCK, NoteClockMoved(0)),
        (Case.NOTE_LOCK_OUT, NoteLockOut(_LOCK, LockReason.REMOVED)),
        (Case.NOTE_LOCK_BACK, NoteLockBack(_LOCK)),
        (Case.NOTE_WRONG_PIN, NoteWrongPin(SOMEBODY)),
        (Case.NOTE_RIGHT_PIN, NoteRightPin(SOMEBODY)),
    )
