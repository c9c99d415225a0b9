"""What counts as an exception (例外), kind by kind: the list is a reading, no text has one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from enum import StrEnum
from typing import Any

from app.core.authorization import AuthorizationRejected
from app.core.board_signing import BoardWasSigned
from app.core.city_way import CityStepTold
from app.core.cleaning import CleaningAwaited
from app.core.clock import SystemClockMoved
from app.core.closing import AnswersWrittenOff
from app.core.code_entry import CodeEntered, WrongCodeTyped
from app.core.collection import CollectedByHand, RoomResultEntered
from app.core.consent import ConsentGiven
from app.core.correction import AttendanceCorrected
from app.core.custody import LockReportedLost
from app.core.damaged_result import DamagedResultCame
from app.core.desk import DeskTaken
from app.core.duty import DrawNumbered
from app.core.duty_change import DutyReplaced
from app.core.end_phase import ScratchPaperCounted, UngatedEndReported
from app.core.evidence import EvidenceMoved
from app.core.extra_time_request import ExtraTimeTakenBack
from app.core.fault import FaultRestored, HelpSent
from app.core.handover import HandedOver
from app.core.identity import AdmittedOn, HeldAdmitted
from app.core.incident import IncidentClosed, IncidentOpened
from app.core.incident_course import IncidentFollowed, IncidentGraded
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
from app.core.records import RecordKept, ReprintReason
from app.core.replacement import SiteLockReplaced
from app.core.resume import DayResumed
from app.core.room_backup import RoomBackupVerified
from app.core.room_closing import RoomsOpened
from app.core.room_move import RoomMoved, StandbyRoomOpened
from app.core.room_result import RoomResultKept
from app.core.safekeeping import BackupVerified
from app.core.sealed_room_test import SiteAccepted
from app.core.sealing import SealFoundBroken
from app.core.seating import SeatGiven
from app.core.settlement import DisputeDecided, TransferSettled
from app.core.signing import PaperSigned, ScanAttached
from app.core.site_form import APPLICATION_FORMS, SiteForm
from app.core.site_sheet import SiteSheetKept
from app.core.standalone_consent import StandaloneConsented
from app.core.standalone_return import ReturnDecided, StandaloneReturned
from app.core.start import SecondStartReported, StartNotCovered, StartWasLate
from app.core.supervision import SupervisionClosed
from app.core.training import StaffTrained
from app.core.transfer import TransferredOut
from app.core.upload import ReceiptMismatched
from app.core.violation import ViolationCorrected
from app.core.violation_sheets import ViolationSheetVoided
from app.core.violation_state import KeptAt
from app.core.violation_void import ViolationWithdrawn

LATE_ENTRY = timedelta(minutes=10)
"""Told to the desk later than that after it happened: a reading, the texts name no number."""


class ExceptionKind(StrEnum):
    """What kind of exception; each is one line for the chief to sign, and those to look at first stand first."""

    START_DOUBTED = "start_doubted"
    """A start that nothing covered, or reported a second time."""
    LET_IN_AFTERWARDS = "let_in_afterwards"
    """An entry in time, told to the desk only after the door had closed."""
    ENDED_UNCHECKED = "ended_unchecked"
    LET_STAND = "let_stand"
    """The chief let a check stand open."""
    GO_ALL_THE_SAME = "go_all_the_same"
    """The chief signed a go while gates stood open."""
    WRITTEN_OFF = "written_off"
    ANSWERS_DOUBTED = "answers_doubted"
    """A damaged, second or doubtful file of answers, or the chief's choice among them."""
    DISPUTE = "dispute"
    """Two rooms had the same person, or nobody said in time what became of somebody."""
    REPORTED_LATE = "reported_late"
    HOP_SKIPPED = "hop_skipped"
    REGRADED = "regraded"
    """An incident taken for graver or less grave than the texts take it."""
    VIOLATION_CHANGED = "violation_changed"
    EVIDENCE_RETURNED = "evidence_returned"
    SIGNED_AGAIN = "signed_again"
    """Other names, or another scan, in place of those before."""
    FOUND_LATE = "found_late"
    """An incident said to be found long after it happened: its report is counted from there."""
    UNSUPERVISED = "unsupervised"
    """A backup that nobody supervised, or a supervised step that ran out of its time."""
    LOCKS = "locks"
    """The site lock out, replaced, a lock lost, a seal broken."""
    RESUMED = "resumed"
    """Another machine took up the day."""
    MIRROR = "mirror"
    """The mirror stopped, or steps went on although it was behind."""
    MEDIUM_LOST = "medium_lost"
    RECEIPT_DIFFERS = "receipt_differs"
    """A receipt that names other bytes than were made here."""
    ROOM_OPENED = "room_opened"
    """A closed room opened before its exam day, or found with a seal that was not intact."""
    WRONG_PROOF = "wrong_proof"
    """PINs wrong so often that one had to wait, wrong codes, authorizations that did not hold, a PIN recovered."""
    LATE_GATE = "late_gate"
    """A step that the next one waits for, done after its time."""
    STARTED_LATE = "started_late"
    ADMITTED = "admitted"
    """Let in by the chief without all that the door asks for."""
    LEFT_EARLY = "left_early"
    TRANSFER_ALLOWED = "transfer_allowed"
    """In a site with fixed seats."""
    SEAT_REDRAWN = "seat_redrawn"
    ACCEPTED_WITHOUT = "accepted_without"
    TRAINED_LATE = "trained_late"
    DUTY_CHANGED = "duty_changed"
    """Rooms of invigilators drawn anew or beyond the rule, or somebody put in for somebody."""
    ROOM_CHANGED = "room_changed"
    """Another invigilation machine, a standby room opened, a whole room moved."""
    CORRECTED = "corrected"
    """A roll put right, extra time taken back."""
    BY_HAND = "by_hand"
    """Answers or a result that came by hand."""
    CONSENT_BY_PHONE = "consent_by_phone"
    SHEET_VOID = "sheet_void"
    SCRATCH_SHORT = "scratch_short"
    REPRINTED = "reprinted"
    RECEIVER_UNCHECKED = "receiver_unchecked"
    """Things given out without a look at the receivers' cards."""
    DESK_TAKEN = "desk_taken"
    """The desk changed hands without the one before."""
    TERM_GREW = "term_grew"
    """Something grave on the record of a room that had left the site: the province is told to keep it for longer."""
    CLEANING_AWAITED = "cleaning_awaited"
    """The exam ended with receipts missing."""
    CLOCK = "clock"
    ENTERED_LATE = "entered_late"


FIRST = frozenset(list(ExceptionKind)[: list(ExceptionKind).index(ExceptionKind.STARTED_LATE)])
"""To look at first: they bear on who may answer, on what counts, and on whether the record can be believed."""

_PRINTED_ANEW = APPLICATION_FORMS | {
    SiteForm.CONTACTS,
    SiteForm.NOTICES,
    SiteForm.BRIEFING,
    SiteForm.ANNOUNCEMENTS,
}
"""Printed again in the ordinary course, when an answer came or something on them changed."""


def _always(_: Any) -> bool:
    return True


def _again(fact: SiteSheetKept) -> bool:
    # Its own reprint would supersede this very sheet, for ever.
    anew = fact.reason is ReprintReason.CHANGED and fact.form in _PRINTED_ANEW
    return fact.copy > 1 and fact.form is not SiteForm.EXCEPTIONS and not anew


RULES: Mapping[type[Fact], tuple[ExceptionKind, Callable[[Any], bool]]] = {
    SecondStartReported: (ExceptionKind.START_DOUBTED, _always),
    StartNotCovered: (ExceptionKind.START_DOUBTED, _always),
    UngatedEndReported: (ExceptionKind.ENDED_UNCHECKED, _always),
    CheckOverridden: (ExceptionKind.LET_STAND, _always),
    BoardWasSigned: (ExceptionKind.GO_ALL_THE_SAME, lambda fact: fact.decision is Go.GO and bool(fact.open)),
    AnswersWrittenOff: (ExceptionKind.WRITTEN_OFF, _always),
    DamagedResultCame: (ExceptionKind.ANSWERS_DOUBTED, _always),
    RoomResultKept: (ExceptionKind.ANSWERS_DOUBTED, lambda fact: fact.version > 1 or bool(fact.differences)),
    StandaloneReturned: (ExceptionKind.ANSWERS_DOUBTED, lambda fact: bool(fact.flaws)),
    ReturnDecided: (ExceptionKind.ANSWERS_DOUBTED, _always),
    DisputeDecided: (ExceptionKind.DISPUTE, _always),
    TransferSettled: (ExceptionKind.DISPUTE, lambda fact: fact.late),
    IncidentReported: (ExceptionKind.REPORTED_LATE, lambda fact: fact.late),
    HopSkipped: (ExceptionKind.HOP_SKIPPED, _always),
    IncidentGraded: (ExceptionKind.REGRADED, _always),
    ViolationCorrected: (ExceptionKind.VIOLATION_CHANGED, _always),
    ViolationWithdrawn: (ExceptionKind.VIOLATION_CHANGED, _always),
    EvidenceMoved: (ExceptionKind.EVIDENCE_RETURNED, lambda fact: fact.to is KeptAt.OWNER),
    PaperSigned: (ExceptionKind.SIGNED_AGAIN, lambda fact: fact.again),
    ScanAttached: (ExceptionKind.SIGNED_AGAIN, lambda fact: fact.again),
    IncidentOpened: (
        ExceptionKind.FOUND_LATE,
        lambda fact: fact.found_at is not None and fact.found_at - fact.happened_at > LATE_ENTRY,
    ),
    BackupVerified: (ExceptionKind.UNSUPERVISED, lambda fact: not fact.supervised),
    RoomBackupVerified: (ExceptionKind.UNSUPERVISED, lambda fact: not fact.supervised),
    SupervisionClosed: (ExceptionKind.UNSUPERVISED, lambda fact: fact.outcome is Outcome.LAPSED),
    SiteLockOut: (ExceptionKind.LOCKS, _always),
    SiteLockReplaced: (ExceptionKind.LOCKS, _always),
    LockReportedLost: (ExceptionKind.LOCKS, _always),
    SealFoundBroken: (ExceptionKind.LOCKS, _always),
    DayResumed: (ExceptionKind.RESUMED, _always),
    MirrorOut: (ExceptionKind.MIRROR, _always),
    WentOnWithoutMirror: (ExceptionKind.MIRROR, _always),
    MediumWasLost: (ExceptionKind.MEDIUM_LOST, _always),
    ReceiptMismatched: (ExceptionKind.RECEIPT_DIFFERS, _always),
    RoomsOpened: (ExceptionKind.ROOM_OPENED, lambda fact: not fact.intact or fact.reason is not None),
    WrongCodeTyped: (ExceptionKind.WRONG_PROOF, _always),
    AuthorizationRejected: (ExceptionKind.WRONG_PROOF, _always),
    PinRecovered: (ExceptionKind.WRONG_PROOF, _always),
    StartWasLate: (ExceptionKind.STARTED_LATE, _always),
    HeldAdmitted: (ExceptionKind.ADMITTED, lambda fact: fact.ground is AdmittedOn.CHIEF),
    # Who was led out has a record of their own, and nobody leaves for a cause of theirs where a session is called off.
    CandidateLeft: (ExceptionKind.LEFT_EARLY, lambda fact: fact.cause is LeaveCause.ILLNESS),
    TransferredOut: (ExceptionKind.TRANSFER_ALLOWED, lambda fact: fact.incident is not None),
    SeatGiven: (ExceptionKind.SEAT_REDRAWN, lambda fact: fact.redraw is not None),
    SiteAccepted: (ExceptionKind.ACCEPTED_WITHOUT, lambda fact: bool(fact.without)),
    StaffTrained: (ExceptionKind.TRAINED_LATE, lambda fact: fact.late),
    DrawNumbered: (ExceptionKind.DUTY_CHANGED, lambda fact: fact.numbered.number > 1 or fact.numbered.beyond),
    DutyReplaced: (ExceptionKind.DUTY_CHANGED, _always),
    MachineSwapped: (ExceptionKind.ROOM_CHANGED, _always),
    StandbyRoomOpened: (ExceptionKind.ROOM_CHANGED, _always),
    RoomMoved: (ExceptionKind.ROOM_CHANGED, _always),
    AttendanceCorrected: (ExceptionKind.CORRECTED, _always),
    ExtraTimeTakenBack: (ExceptionKind.CORRECTED, _always),
    CollectedByHand: (ExceptionKind.BY_HAND, _always),
    RoomResultEntered: (ExceptionKind.BY_HAND, _always),
    StandaloneConsented: (ExceptionKind.CONSENT_BY_PHONE, lambda fact: fact.by_phone),
    ViolationSheetVoided: (ExceptionKind.SHEET_VOID, _always),
    ScratchPaperCounted: (ExceptionKind.SCRATCH_SHORT, lambda fact: fact.returned < fact.handed_out),
    RecordKept: (ExceptionKind.REPRINTED, lambda fact: fact.copy > 1),
    SiteSheetKept: (ExceptionKind.REPRINTED, _again),
    HandedOver: (ExceptionKind.RECEIVER_UNCHECKED, lambda fact: not fact.cards_checked),
    DeskTaken: (ExceptionKind.DESK_TAKEN, lambda fact: bool(fact.before) and not fact.handed_over),
    CleaningAwaited: (ExceptionKind.CLEANING_AWAITED, _always),
    SystemClockMoved: (ExceptionKind.CLOCK, _always),
}
"""What the fact alone tells; the rest hangs on other entries (see `exceptions`)."""

TOLD = (ConsentGiven, CodeEntered, FaultRestored, HelpSent, IncidentClosed, IncidentFollowed, CityStepTold)
"""Somebody told the desk when it happened, as with everything that names who reported it."""


def kind_of(fact: Fact) -> ExceptionKind | None:
    """As far as the fact alone tells it."""
    rule = RULES.get(type(fact))
    return rule[0] if rule and rule[1](fact) else None
