"""Kinds of entries that the exam office makes of the site as a whole, by what they are about."""

from __future__ import annotations

from app.core.agreement import AgreementSigned
from app.core.arrangement import PackageTakenIn, RoomArranged
from app.core.authorization import AuthorizationRejected, ExamAuthorized, StartAuthorizationReceived, StartAuthorized
from app.core.avoidance import AvoidanceDeclared
from app.core.board_signing import BoardWasSigned
from app.core.calibration import LockCalibrated, LockTakenIntoUse
from app.core.city_way import BundlesGiven, CityStepTold
from app.core.cleaning import CleaningAwaited, DataCleaned
from app.core.clock import SiteTimeConfirmed, SystemClockMoved
from app.core.contact import ContactEntered
from app.core.custody import LockHandedOver, LockIssued, LockReportedLost, LockReturned
from app.core.day_export import DayExported
from app.core.delegation import ChiefDelegated, DelegationEnded
from app.core.desk import DeskLeft, DeskTaken
from app.core.duty import DrawNumbered, DutyDrawn
from app.core.duty_change import AvailabilitySet, DutyReplaced
from app.core.enrolment import SiteEnrolled
from app.core.erasing import DataErased
from app.core.handover import HandedOver
from app.core.hardware import MachineChecked, MachinesRemoved, ProbeRoundBegun
from app.core.locks import LockRegisterTaken, SiteLockBack, SiteLockOut
from app.core.media import MediumRegistered, MediumSealed, MediumTried, MediumWasLost
from app.core.mirror import MirrorBack, MirrorBegun, MirrorDrilled, MirrorOut, WentOnWithoutMirror
from app.core.pin import PinChanged, PinRecovered, RightPinGiven, WrongPinGiven
from app.core.qualification import Qualified
from app.core.readiness import ItemSeenTo
from app.core.records import RecordCameOut, RecordKept, RecordSigned
from app.core.replacement import SiteLockReplaced
from app.core.resume import DayResumed, PaperEntered
from app.core.retention import ResultsPublished, VideoNoted
from app.core.room_backup import RoomBackupVerified
from app.core.room_closing import RoomsClosed, RoomsOpened
from app.core.room_test import RoomsTested
from app.core.safekeeping import BackupCopied, BackupVerified
from app.core.sealed_room_test import SealedRoomTested, SiteAccepted
from app.core.sealing import EquipmentUnsealed, EquipmentWasSealed, SealDecided, SealFoundBroken
from app.core.signing import PaperSigned, ScanAttached
from app.core.site_sheet import SiteSheetCameOut, SiteSheetKept
from app.core.supervision import SupervisionClosed, SupervisionOpened
from app.core.timestamp import ScanChecked, TimestampRecorded
from app.core.training import StaffTrained
from app.core.upload import BundleExported, ReceiptMismatched, UploadAttempted, UploadConfirmed

ARRANGEMENT = (
    SiteEnrolled,
    PackageTakenIn,
    RoomArranged,
    TimestampRecorded,
    ScanChecked,
)
AUTHORIZATION = (
    SupervisionOpened,
    SupervisionClosed,
    ExamAuthorized,
    StartAuthorizationReceived,
    StartAuthorized,
    AuthorizationRejected,
)
LOCKS = (
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
)
SEALING = (
    SealedRoomTested,
    SiteAccepted,
    EquipmentWasSealed,
    EquipmentUnsealed,
    SealFoundBroken,
    SealDecided,
)
READINESS = (
    ProbeRoundBegun,
    MachineChecked,
    MachinesRemoved,
    ItemSeenTo,
    RoomsTested,
    RoomsClosed,
    RoomsOpened,
    BoardWasSigned,
)
DUTY = (
    DrawNumbered,
    DutyDrawn,
    AvailabilitySet,
    DutyReplaced,
)
PEOPLE = (
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
)
RECORD = (
    RecordKept,
    RecordCameOut,
    RecordSigned,
    SiteSheetKept,
    SiteSheetCameOut,
    PaperSigned,
    ScanAttached,
)
SAFEKEEPING = (
    MediumRegistered,
    MediumTried,
    MediumSealed,
    MediumWasLost,
    BackupVerified,
    BackupCopied,
    RoomBackupVerified,
    BundleExported,
    UploadAttempted,
    BundlesGiven,
    CityStepTold,
    UploadConfirmed,
    ReceiptMismatched,
    MirrorBegun,
    MirrorOut,
    MirrorBack,
    MirrorDrilled,
    WentOnWithoutMirror,
    DayResumed,
    PaperEntered,
    DataCleaned,
    DataErased,
    CleaningAwaited,
    ResultsPublished,
    VideoNoted,
    HandedOver,
    DayExported,
)
DESK = (
    DeskTaken,
    DeskLeft,
    ContactEntered,
    SiteTimeConfirmed,
    SystemClockMoved,
)
