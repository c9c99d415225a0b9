"""Facts that are exceptions, and the same kinds of facts where they are not."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum
from types import NoneType
from typing import Any, ClassVar, get_args, get_origin, get_type_hints

from msgspec.structs import replace

from app.core.authorization import AuthorizationRejected
from app.core.board_signing import BoardWasSigned
from app.core.cleaning import CleaningAwaited
from app.core.clock import SystemClockMoved
from app.core.closing import AnswersWrittenOff
from app.core.code_entry import WrongCodeTyped
from app.core.collection import CollectedByHand, RoomResultEntered
from app.core.correction import AttendanceCorrected
from app.core.custody import LockReportedLost
from app.core.damaged_result import DamagedResultCame
from app.core.desk import DeskTaken
from app.core.duty import DrawNumbered
from app.core.duty_change import DutyReplaced
from app.core.duty_state import Numbered
from app.core.end_phase import ScratchPaperCounted, UngatedEndReported
from app.core.evidence import EvidenceMoved
from app.core.extra_time_request import ExtraTimeTakenBack
from app.core.handover import HandedOver
from app.core.identity import AdmittedOn, HeldAdmitted
from app.core.incident import IncidentOpened
from app.core.incident_course import IncidentGraded
from app.core.incident_report import HopSkipped, IncidentReported
from app.core.leaving import CandidateLeft, LeaveCause
from app.core.lock_state import Outcome
from app.core.locks import SiteLockOut
from app.core.machine_swap import MachineSwapped
from app.core.media import MediumWasLost
from app.core.mirror import MirrorOut, WentOnWithoutMirror
from app.core.operation import Fact
from app.core.override import CheckOverridden
from app.core.pin import PinRecovered
from app.core.readiness_state import Go
from app.core.records import ROOM_RECORD, RecordKept, ReprintReason
from app.core.replacement import SiteLockReplaced
from app.core.resume import DayResumed
from app.core.room_backup import RoomBackupVerified
from app.core.room_closing import OpeningReason, RoomsOpened
from app.core.room_move import RoomMoved, StandbyRoomOpened
from app.core.room_result import RoomResultKept
from app.core.room_state import SettledAs
from app.core.safekeeping import BackupVerified
from app.core.sealed_room_test import SiteAccepted
from app.core.sealing import SealFoundBroken
from app.core.seating import RedrawReason, SeatGiven
from app.core.settlement import DisputeDecided, TransferSettled
from app.core.signing import PaperSigned, ScanAttached
from app.core.site_form import SiteForm
from app.core.site_sheet import SiteSheetKept
from app.core.standalone_consent import StandaloneConsented
from app.core.standalone_return import ReturnDecided, StandaloneReturned
from app.core.start import SecondStartReported, StartNotCovered, StartWasLate
from app.core.supervision import SupervisionClosed
from app.core.terms import IncidentNo, Role
from app.core.training import StaffTrained
from app.core.transfer import TransferredOut
from app.core.upload import ReceiptMismatched
from app.core.violation import ViolationCorrected
from app.core.violation_sheets import ViolationSheetVoided
from app.core.violation_state import KeptAt
from app.core.violation_void import ViolationWithdrawn
from app.views.exception_kinds import ExceptionKind
from app.views.journal import Line
from tests.builders import A1, ADMIN, LAW, R1, at

Kind = ExceptionKind
LOST, CHANGED = ReprintReason.LOST, ReprintReason.CHANGED


def made(kind: type[Fact], **told: object) -> Fact:
    """With every field that is not told filled in somehow."""
    hints = {name: hint for name, hint in get_type_hints(kind).items() if get_origin(hint) is not ClassVar}
    return kind(**{name: told.get(name, _some(name, hint)) for name, hint in hints.items()})


def _some(name: str, hint: Any) -> Any:
    known = {"session": LAW, "room": R1, "ticket": A1, "reported_by": ADMIN, "happened_at": at("9:00")}
    if name in known:
        return known[name]
    if NoneType in get_args(hint):
        return None
    if get_origin(hint) is tuple:
        return ()
    plain = getattr(hint, "__supertype__", hint)
    if issubclass(plain, Enum):
        return next(iter(plain))
    if plain in (str, int, bool, datetime, date):
        return {str: "1", int: 1, bool: False, datetime: at("9:00"), date: at("9:00").date()}[plain]
    inner = get_type_hints(plain)
    return plain(**{name: _some(name, hint) for name, hint in inner.items() if get_origin(hint) is not ClassVar})


def line(n: int, fact: Fact, when: datetime) -> Line:
    return Line(n, when, f"{n:016x}", "x/1", ((ADMIN, Role.SITE_ADMIN),), fact)


FIRST_DRAW = Numbered(1, "5eed", (), (), (), (), (), None, False, at("7:00"))
EXCEPTIONAL: tuple[tuple[Kind, Fact], ...] = (
    (Kind.START_DOUBTED, made(SecondStartReported)),
    (Kind.START_DOUBTED, made(StartNotCovered)),
    (Kind.ENDED_UNCHECKED, made(UngatedEndReported)),
    (Kind.LET_STAND, made(CheckOverridden)),
    (Kind.GO_ALL_THE_SAME, made(BoardWasSigned, decision=Go.GO, open=("machines/001/machines_fail",))),
    (Kind.WRITTEN_OFF, made(AnswersWrittenOff)),
    (Kind.ANSWERS_DOUBTED, made(DamagedResultCame)),
    (Kind.ANSWERS_DOUBTED, made(RoomResultKept, version=2)),
    (Kind.ANSWERS_DOUBTED, made(RoomResultKept, version=1, differences=(A1,))),
    (Kind.ANSWERS_DOUBTED, made(StandaloneReturned, flaws=("late",))),
    (Kind.ANSWERS_DOUBTED, made(ReturnDecided)),
    (Kind.DISPUTE, made(DisputeDecided)),
    (Kind.DISPUTE, made(TransferSettled, outcome=SettledAs.LEFT, late=True)),
    (Kind.REPORTED_LATE, made(IncidentReported, late=True)),
    (Kind.HOP_SKIPPED, made(HopSkipped)),
    (Kind.REGRADED, made(IncidentGraded)),
    (Kind.VIOLATION_CHANGED, made(ViolationCorrected)),
    (Kind.VIOLATION_CHANGED, made(ViolationWithdrawn)),
    (Kind.EVIDENCE_RETURNED, made(EvidenceMoved, to=KeptAt.OWNER)),
    (Kind.SIGNED_AGAIN, made(PaperSigned, again=True)),
    (Kind.SIGNED_AGAIN, made(ScanAttached, again=True)),
    (Kind.FOUND_LATE, made(IncidentOpened, happened_at=at("9:00"), found_at=at("9:11"))),
    (Kind.UNSUPERVISED, made(BackupVerified, supervised=False)),
    (Kind.UNSUPERVISED, made(RoomBackupVerified, supervised=False)),
    (Kind.UNSUPERVISED, made(SupervisionClosed, outcome=Outcome.LAPSED)),
    (Kind.LOCKS, made(SiteLockOut)),
    (Kind.LOCKS, made(SiteLockReplaced)),
    (Kind.LOCKS, made(LockReportedLost)),
    (Kind.LOCKS, made(SealFoundBroken)),
    (Kind.RESUMED, made(DayResumed)),
    (Kind.MIRROR, made(MirrorOut)),
    (Kind.MIRROR, made(WentOnWithoutMirror)),
    (Kind.MEDIUM_LOST, made(MediumWasLost)),
    (Kind.RECEIPT_DIFFERS, made(ReceiptMismatched)),
    (Kind.ROOM_OPENED, made(RoomsOpened, intact=True, reason=OpeningReason.REPAIR)),
    (Kind.ROOM_OPENED, made(RoomsOpened, intact=False)),
    (Kind.WRONG_PROOF, made(WrongCodeTyped)),
    (Kind.WRONG_PROOF, made(AuthorizationRejected)),
    (Kind.WRONG_PROOF, made(PinRecovered)),
    (Kind.STARTED_LATE, made(StartWasLate)),
    (Kind.ADMITTED, made(HeldAdmitted, ground=AdmittedOn.CHIEF)),
    (Kind.LEFT_EARLY, made(CandidateLeft, cause=LeaveCause.ILLNESS)),
    (Kind.TRANSFER_ALLOWED, made(TransferredOut, incident=IncidentNo("A-001"))),
    (Kind.SEAT_REDRAWN, made(SeatGiven, redraw=next(iter(RedrawReason)))),
    (Kind.ACCEPTED_WITHOUT, made(SiteAccepted, without=(R1,))),
    (Kind.TRAINED_LATE, made(StaffTrained, late=True)),
    (Kind.DUTY_CHANGED, made(DrawNumbered, numbered=replace(FIRST_DRAW, number=2))),
    (Kind.DUTY_CHANGED, made(DrawNumbered, numbered=replace(FIRST_DRAW, beyond=True))),
    (Kind.DUTY_CHANGED, made(DutyReplaced)),
    (Kind.ROOM_CHANGED, made(MachineSwapped)),
    (Kind.ROOM_CHANGED, made(StandbyRoomOpened)),
    (Kind.ROOM_CHANGED, made(RoomMoved)),
    (Kind.CORRECTED, made(AttendanceCorrected)),
    (Kind.CORRECTED, made(ExtraTimeTakenBack)),
    (Kind.BY_HAND, made(CollectedByHand)),
    (Kind.BY_HAND, made(RoomResultEntered)),
    (Kind.CONSENT_BY_PHONE, made(StandaloneConsented, by_phone=True)),
    (Kind.SHEET_VOID, made(ViolationSheetVoided)),
    (Kind.SCRATCH_SHORT, made(ScratchPaperCounted, handed_out=40, returned=39)),
    (Kind.REPRINTED, made(RecordKept, form=ROOM_RECORD, copy=2, reason=LOST)),
    (Kind.REPRINTED, made(SiteSheetKept, form=SiteForm.TRANSFERS, copy=2, reason=CHANGED)),
    (Kind.REPRINTED, made(SiteSheetKept, form=SiteForm.DELAY_APPLICATION, copy=2, reason=LOST)),
    (Kind.RECEIVER_UNCHECKED, made(HandedOver, cards_checked=False)),
    (Kind.DESK_TAKEN, made(DeskTaken, before="W1", handed_over=False)),
    (Kind.CLEANING_AWAITED, made(CleaningAwaited)),
    (Kind.CLOCK, made(SystemClockMoved)),
)
PLAIN: tuple[Fact, ...] = (
    made(RoomResultKept, version=1),
    made(StandaloneReturned),
    made(TransferSettled, outcome=SettledAs.LEFT, late=False),
    made(IncidentReported, late=False),
    made(BackupVerified, supervised=True),
    made(RoomBackupVerified, supervised=True),
    made(SupervisionClosed, outcome=Outcome.DONE),
    made(HeldAdmitted, ground=AdmittedOn.PROVED),
    made(CandidateLeft, cause=None),
    made(CandidateLeft, cause=LeaveCause.REMOVED),
    made(TransferredOut),
    made(BoardWasSigned, decision=Go.GO),
    made(BoardWasSigned, decision=Go.NO_GO, open=("machines/001/machines_fail",)),
    made(RoomsOpened, intact=True),
    made(SiteAccepted),
    made(StaffTrained, late=False),
    made(DrawNumbered, numbered=FIRST_DRAW),
    made(SeatGiven),
    made(StandaloneConsented, by_phone=False),
    made(ScratchPaperCounted, handed_out=40, returned=40),
    made(RecordKept, form=ROOM_RECORD, copy=1),
    made(SiteSheetKept, form=SiteForm.TRANSFERS, copy=1),
    made(SiteSheetKept, form=SiteForm.DELAY_APPLICATION, copy=2, reason=CHANGED),
    made(HandedOver, cards_checked=True),
    made(DeskTaken, before="", handed_over=False),
    made(DeskTaken, before="W1", handed_over=True),
)
