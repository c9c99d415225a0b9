"""What each kind of journal entry is about."""

from __future__ import annotations

from enum import StrEnum

from app.core.agreement import AgreementSigned
from app.core.arrangement import PackageTakenIn, RoomArranged
from app.core.attendance import AttendanceConfirmed
from app.core.authorization import (
    AuthorizationRejected,
    ExamAuthorized,
    StartAuthorizationReceived,
    StartAuthorized,
)
from app.core.avoidance import AvoidanceDeclared
from app.core.board_signing import BoardWasSigned
from app.core.calibration import LockCalibrated, LockTakenIntoUse
from app.core.clock import SiteTimeConfirmed, SystemClockMoved
from app.core.closing import AnswersChecked, AnswersWrittenOff, RoomEnded
from app.core.code_entry import CodeEntered, WrongCodeTyped
from app.core.collection import AnswersConfirmed, CollectedByHand, RoomResultEntered
from app.core.consent import ConsentGiven
from app.core.contact import ContactEntered
from app.core.correction import AttendanceCorrected
from app.core.custody import LockHandedOver, LockIssued, LockReportedLost, LockReturned
from app.core.damaged_result import DamagedResultCame
from app.core.day_close import DayClosed
from app.core.day_export import DayExported
from app.core.delay import DelayAppliedFor
from app.core.delegation import ChiefDelegated, DelegationEnded
from app.core.desk import DeskLeft, DeskTaken
from app.core.directive import DirectiveTaken
from app.core.duty import DrawNumbered, DutyDrawn
from app.core.duty_change import AvailabilitySet, DutyReplaced
from app.core.end_phase import ScratchPaperCounted, UngatedEndReported, ViolationsConfirmed
from app.core.enrolment import SiteEnrolled
from app.core.entry import CheckedIn, LateRefused
from app.core.evidence import EvidenceMoved, EvidenceTaken, PoliceNoted
from app.core.extra_time import ExtraTimeGiven
from app.core.extra_time_request import ExtraTimeAppliedFor, ExtraTimeTakenBack
from app.core.fault import FaultReported, FaultRestored, HelpSent
from app.core.handover import HandedOver
from app.core.hardware import MachineChecked, MachinesRemoved, ProbeRoundBegun
from app.core.identity import HeldAdmitted, HeldAtDoor, HeldRefused
from app.core.impersonation import ImpostorStepNoted, ImpostorSuspected, SecondCheckDone, SuspicionCleared
from app.core.incident import IncidentClosed, IncidentOpened
from app.core.incident_course import (
    IncidentFiled,
    IncidentFollowed,
    IncidentGraded,
    IncidentNoted,
    RoomEvacuated,
    RoomReturned,
)
from app.core.incident_report import HopSkipped, IncidentReported
from app.core.kept_seats import RoomKept
from app.core.leaving import CandidateLeft, GaveUp
from app.core.locks import LockRegisterTaken, SiteLockBack, SiteLockOut
from app.core.login import LoggedIn
from app.core.machine_swap import MachineSwapped
from app.core.machines import MachinesListed, SpareServed
from app.core.media import MediumRegistered
from app.core.operation import Fact
from app.core.override import CheckOverridden
from app.core.pin import PinChanged, PinRecovered, RightPinGiven, WrongPinGiven
from app.core.qualification import Qualified
from app.core.readiness import ItemSeenTo
from app.core.records import RecordCameOut, RecordKept, RecordSigned
from app.core.removal import CandidateRemoved
from app.core.replacement import SiteLockReplaced
from app.core.reset import CandidateReset, ResetFailed
from app.core.room_closing import RoomsClosed, RoomsOpened
from app.core.room_move import RoomMoved, StandbyRoomOpened
from app.core.room_report import RoomReported
from app.core.room_result import RoomResultKept
from app.core.room_test import RoomsTested
from app.core.safekeeping import BackupVerified
from app.core.sealed_room_test import SealedRoomTested, SiteAccepted
from app.core.sealing import EquipmentUnsealed, EquipmentWasSealed, SealDecided, SealFoundBroken
from app.core.seating import SeatGiven
from app.core.settlement import DisputeDecided, TransferCancelled, TransferSettled
from app.core.signals import BellRung, RoomReminded
from app.core.signing import PaperSigned, ScanAttached
from app.core.site_sheet import SiteSheetCameOut, SiteSheetKept
from app.core.slips import SlipsPrepared
from app.core.standalone import StandaloneExported
from app.core.standalone_consent import ConsentRatified, StandaloneConsented
from app.core.standalone_course import InterimCopyMade, StandaloneLoggedIn, StandaloneWithdrawn, VoucherIssued
from app.core.standalone_return import ReturnDecided, StandaloneReturned
from app.core.start import RoomsReleased, RoomStarted, SecondStartReported, StartNotCovered, StartWasLate
from app.core.supervision import SupervisionClosed, SupervisionOpened
from app.core.timestamp import ScanChecked, TimestampRecorded
from app.core.training import StaffTrained
from app.core.transfer import TransferDisputed, TransferredIn, TransferredOut
from app.core.upload import UploadConfirmed
from app.core.violation import ViolationCorrected, ViolationRecorded
from app.core.violation_sheets import ViolationSheetsIssued, ViolationSheetVoided
from app.core.violation_signing import CandidateTold, SigningRefused, ViolationSigned
from app.core.violation_void import ViolationWithdrawn


class EntryGroup(StrEnum):
    """What an entry is about, for choosing."""

    ARRANGEMENT = "arrangement"
    AUTHORIZATION = "authorization"
    LOCKS = "locks"
    SEALING = "sealing"
    READINESS = "readiness"
    PEOPLE = "people"
    DUTY = "duty"
    START = "start"
    TIME = "time"
    ATTENDANCE = "attendance"
    IDENTITY = "identity"
    SEAT = "seat"
    TRANSFER = "transfer"
    VIOLATION = "violation"
    INCIDENT = "incident"
    STANDALONE = "standalone"
    RESULT = "result"
    RECORD = "record"
    SAFEKEEPING = "safekeeping"
    DESK = "desk"


GROUPS: dict[type[Fact], EntryGroup] = {
    kind: group
    for group, kinds in (
        (
            EntryGroup.ARRANGEMENT,
            (SiteEnrolled, PackageTakenIn, RoomArranged, TimestampRecorded, ScanChecked),
        ),
        (
            EntryGroup.AUTHORIZATION,
            (
                SupervisionOpened,
                SupervisionClosed,
                ExamAuthorized,
                StartAuthorizationReceived,
                StartAuthorized,
                AuthorizationRejected,
            ),
        ),
        (
            EntryGroup.LOCKS,
            (
                LockRegisterTaken,
                SiteLockReplaced,
                SiteLockOut,
                SiteLockBack,
                LockIssued,
                LockHandedOver,
                LockReturned,
                LockReportedLost,
                LockCalibrated,
                LockTakenIntoUse,
            ),
        ),
        (
            EntryGroup.SEALING,
            (SealedRoomTested, SiteAccepted, EquipmentWasSealed, EquipmentUnsealed, SealFoundBroken, SealDecided),
        ),
        (
            EntryGroup.READINESS,
            (
                ProbeRoundBegun,
                MachineChecked,
                MachinesRemoved,
                ItemSeenTo,
                RoomsTested,
                RoomsClosed,
                RoomsOpened,
                BoardWasSigned,
            ),
        ),
        (EntryGroup.DUTY, (DrawNumbered, DutyDrawn, AvailabilitySet, DutyReplaced)),
        (
            EntryGroup.PEOPLE,
            (
                Qualified,
                StaffTrained,
                AvoidanceDeclared,
                AgreementSigned,
                ChiefDelegated,
                DelegationEnded,
                WrongPinGiven,
                RightPinGiven,
                PinChanged,
                PinRecovered,
            ),
        ),
        (EntryGroup.START, (RoomsReleased, RoomStarted, SecondStartReported, BellRung, RoomReminded)),
        (
            EntryGroup.TIME,
            (
                DelayAppliedFor,
                ConsentGiven,
                CodeEntered,
                WrongCodeTyped,
                DirectiveTaken,
                StartWasLate,
                StartNotCovered,
                ExtraTimeAppliedFor,
                ExtraTimeGiven,
                ExtraTimeTakenBack,
            ),
        ),
        (
            EntryGroup.ATTENDANCE,
            (CheckedIn, LateRefused, AttendanceConfirmed, AttendanceCorrected, GaveUp, CandidateLeft),
        ),
        (
            EntryGroup.IDENTITY,
            (
                HeldAtDoor,
                HeldAdmitted,
                HeldRefused,
                ImpostorSuspected,
                ImpostorStepNoted,
                SuspicionCleared,
                SecondCheckDone,
            ),
        ),
        (EntryGroup.SEAT, (SeatGiven, SlipsPrepared, LoggedIn, CandidateReset, ResetFailed, SpareServed)),
        (
            EntryGroup.TRANSFER,
            (
                TransferredOut,
                TransferredIn,
                TransferCancelled,
                TransferDisputed,
                TransferSettled,
                DisputeDecided,
                RoomKept,
                StandbyRoomOpened,
                RoomMoved,
            ),
        ),
        (
            EntryGroup.VIOLATION,
            (
                ViolationSheetsIssued,
                ViolationSheetVoided,
                ViolationRecorded,
                ViolationCorrected,
                ViolationWithdrawn,
                CandidateTold,
                ViolationSigned,
                SigningRefused,
                CandidateRemoved,
                EvidenceTaken,
                EvidenceMoved,
                PoliceNoted,
            ),
        ),
        (
            EntryGroup.INCIDENT,
            (
                IncidentOpened,
                IncidentReported,
                HopSkipped,
                IncidentNoted,
                IncidentGraded,
                IncidentFollowed,
                RoomEvacuated,
                RoomReturned,
                IncidentClosed,
                IncidentFiled,
                FaultReported,
                FaultRestored,
                HelpSent,
                MachinesListed,
                MachineSwapped,
            ),
        ),
        (
            EntryGroup.STANDALONE,
            (
                StandaloneConsented,
                ConsentRatified,
                StandaloneExported,
                StandaloneWithdrawn,
                StandaloneLoggedIn,
                InterimCopyMade,
                VoucherIssued,
                StandaloneReturned,
                ReturnDecided,
            ),
        ),
        (
            EntryGroup.RESULT,
            (
                RoomReported,
                AnswersConfirmed,
                CollectedByHand,
                RoomResultKept,
                RoomResultEntered,
                DamagedResultCame,
                AnswersWrittenOff,
                ViolationsConfirmed,
                CheckOverridden,
                UngatedEndReported,
                RoomEnded,
                ScratchPaperCounted,
                AnswersChecked,
                DayClosed,
            ),
        ),
        (
            EntryGroup.RECORD,
            (RecordKept, RecordCameOut, RecordSigned, SiteSheetKept, SiteSheetCameOut, PaperSigned, ScanAttached),
        ),
        (EntryGroup.SAFEKEEPING, (MediumRegistered, BackupVerified, UploadConfirmed, HandedOver, DayExported)),
        (EntryGroup.DESK, (DeskTaken, DeskLeft, ContactEntered, SiteTimeConfirmed, SystemClockMoved)),
    )
    for kind in kinds
}
"""The one group of every kind of fact."""
