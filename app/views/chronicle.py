"""Which entries of the journal sheets are made from whose words the state does not hold: a few of many."""

from __future__ import annotations

from datetime import datetime

from app.core.arrangement import PackageTakenIn
from app.core.authorization import ExamAuthorized, StartAuthorizationReceived
from app.core.board_signing import BoardWasSigned
from app.core.calibration import LockCalibrated, LockTakenIntoUse
from app.core.cleaning import DataCleaned
from app.core.custody import LockHandedOver, LockIssued, LockReportedLost, LockReturned
from app.core.duty import DrawNumbered, DutyDrawn
from app.core.duty_change import AvailabilitySet, DutyReplaced
from app.core.hardware import MachineChecked, MachinesRemoved
from app.core.locks import LockRegisterTaken
from app.core.operation import Fact
from app.core.readiness import ItemSeenTo
from app.core.replacement import SiteLockReplaced
from app.core.room_backup import RoomBackupVerified
from app.core.room_closing import RoomsClosed, RoomsOpened
from app.core.room_test import RoomsTested
from app.core.safekeeping import BackupCopied, BackupVerified
from app.core.sealed_room_test import SealedRoomTested, SiteAccepted
from app.core.sealing import EquipmentUnsealed, EquipmentWasSealed, SealDecided, SealFoundBroken
from app.core.supervision import SupervisionClosed, SupervisionOpened
from app.core.training import StaffTrained
from app.core.upload import UploadConfirmed
from app.views.exceptions import bears

_TOLD = frozenset(
    {
        # Custody of locks
        PackageTakenIn,
        LockRegisterTaken,
        SiteLockReplaced,
        LockIssued,
        LockHandedOver,
        LockReturned,
        LockReportedLost,
        # Supervised steps
        SupervisionOpened,
        SupervisionClosed,
        LockCalibrated,
        LockTakenIntoUse,
        ExamAuthorized,
        StartAuthorizationReceived,
        # Seals
        EquipmentWasSealed,
        EquipmentUnsealed,
        SealFoundBroken,
        SealDecided,
        # Backups, cleaning
        BackupVerified,
        BackupCopied,
        RoomBackupVerified,
        UploadConfirmed,
        DataCleaned,
        # Before the day: machines, tests, closed rooms, training, the draw, the signed board
        MachineChecked,
        MachinesRemoved,
        ItemSeenTo,
        RoomsTested,
        SealedRoomTested,
        SiteAccepted,
        RoomsClosed,
        RoomsOpened,
        StaffTrained,
        AvailabilitySet,
        DrawNumbered,
        DutyDrawn,
        DutyReplaced,
        BoardWasSigned,
    }
)


def on_sheets(fact: Fact, at: datetime) -> bool:
    """Whether a sheet may tell of it; `at` is when the entry was made. `site_form.FROM_JOURNAL` names the sheets."""
    return type(fact) in _TOLD or bears(fact, at)
