"""Kinds of entries of what happens in rooms and to candidates, by what they are about."""

from __future__ import annotations

from app.core.attendance import AttendanceConfirmed
from app.core.closing import AnswersChecked, AnswersWrittenOff, RoomEnded
from app.core.code_entry import CodeEntered, WrongCodeTyped
from app.core.collection import AnswersConfirmed, CollectedByHand, RoomResultEntered
from app.core.consent import ConsentGiven
from app.core.correction import AttendanceCorrected
from app.core.damaged_result import DamagedResultCame
from app.core.day_close import DayClosed
from app.core.delay import DelayAppliedFor
from app.core.directive import DirectiveTaken
from app.core.end_phase import ScratchPaperCounted, UngatedEndReported, ViolationsConfirmed
from app.core.entry import CheckedIn, LateRefused
from app.core.evidence import EvidenceMoved, EvidenceTaken, PoliceNoted
from app.core.extra_time import ExtraTimeGiven
from app.core.extra_time_request import ExtraTimeAppliedFor, ExtraTimeTakenBack
from app.core.fault import FaultReported, FaultRestored, HelpSent
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
from app.core.login import LoggedIn
from app.core.machine_swap import MachineSwapped
from app.core.machines import MachinesListed, SpareServed
from app.core.override import CheckOverridden
from app.core.removal import CandidateRemoved
from app.core.reset import CandidateReset, ResetFailed
from app.core.room_move import RoomMoved, StandbyRoomOpened
from app.core.room_report import RoomReported
from app.core.room_result import RoomResultKept
from app.core.seating import SeatGiven
from app.core.settlement import DisputeDecided, TransferCancelled, TransferSettled
from app.core.signals import BellRung, RoomReminded
from app.core.slips import SlipsPrepared
from app.core.standalone import StandaloneExported
from app.core.standalone_consent import ConsentRatified, StandaloneConsented
from app.core.standalone_course import InterimCopyMade, StandaloneLoggedIn, StandaloneWithdrawn, VoucherIssued
from app.core.standalone_return import ReturnDecided, StandaloneReturned
from app.core.start import RoomsReleased, RoomStarted, SecondStartReported, StartNotCovered, StartWasLate
from app.core.transfer import TransferDisputed, TransferredIn, TransferredOut
from app.core.violation import ViolationCorrected, ViolationRecorded
from app.core.violation_sheets import ViolationSheetsIssued, ViolationSheetVoided
from app.core.violation_signing import CandidateTold, SigningRefused, ViolationSigned
from app.core.violation_void import ViolationWithdrawn

START = (
    RoomsReleased,
    RoomStarted,
    SecondStartReported,
    BellRung,
    RoomReminded,
)
TIME = (
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
)
ATTENDANCE = (
    CheckedIn,
    LateRefused,
    AttendanceConfirmed,
    AttendanceCorrected,
    GaveUp,
    CandidateLeft,
)
IDENTITY = (
    HeldAtDoor,
    HeldAdmitted,
    HeldRefused,
    ImpostorSuspected,
    ImpostorStepNoted,
    SuspicionCleared,
    SecondCheckDone,
)
SEAT = (
    SeatGiven,
    SlipsPrepared,
    LoggedIn,
    CandidateReset,
    ResetFailed,
    SpareServed,
)
TRANSFER = (
    TransferredOut,
    TransferredIn,
    TransferCancelled,
    TransferDisputed,
    TransferSettled,
    DisputeDecided,
    RoomKept,
    StandbyRoomOpened,
    RoomMoved,
)
VIOLATION = (
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
)
INCIDENT = (
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
)
STANDALONE = (
    StandaloneConsented,
    ConsentRatified,
    StandaloneExported,
    StandaloneWithdrawn,
    StandaloneLoggedIn,
    InterimCopyMade,
    VoucherIssued,
    StandaloneReturned,
    ReturnDecided,
)
RESULT = (
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
)
