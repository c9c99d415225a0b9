"""Which part of 备份、上传与移交 settles what a refusal names."""

from __future__ import annotations

from collections.abc import Mapping

from app.core import (
    city_way,
    cleaning,
    media,
    mirror,
    resume,
    retention,
    room_backup,
    safekeeping,
    sheet_open,
    signing,
    upload,
)
from app.core.operation import Refusal
from ui.shell import KeepingPart

_REFUSALS: Mapping[KeepingPart, tuple[type[Refusal], ...]] = {
    KeepingPart.BACKUP: (
        safekeeping.NoSuchBackup,
        safekeeping.CopyDiffers,
        upload.BackupOutdated,
        upload.BundleDiffers,
        upload.BundleMissing,
        upload.ReceiptDiffers,
        city_way.NothingForCity,
        city_way.NotGivenToCity,
        city_way.CityStepTooEarly,
    ),
    KeepingPart.ROOMS: (room_backup.RoomNotUsed, room_backup.RoomStillInUse, room_backup.TakenTooEarly),
    KeepingPart.MEDIA: (
        media.MediumNotRegistered,
        media.MediumLost,
        media.MediumGivenAway,
        media.MediumUnderSeal,
        city_way.NotOnTheseMedia,
    ),
    KeepingPart.MIRROR: (mirror.MirrorMediumUnread, mirror.MirrorBehind, mirror.MirrorNotBehind),
    KeepingPart.PAPER: (resume.NoPaperDue,),
    KeepingPart.HANDOVER: (signing.GoneAlready,),
    KeepingPart.CLEANING: (
        cleaning.CleaningWaits,
        cleaning.NothingAwaited,
        retention.PublicationUnfit,
        retention.VideoUnfit,
        sheet_open.NotCleanedYet,
    ),
}
PARTS: Mapping[type[Refusal], KeepingPart] = {kind: part for part, kinds in _REFUSALS.items() for kind in kinds}
