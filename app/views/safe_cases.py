"""The cases of media, backups, uploads, mirror, the spare machine, cleaning and retention."""

from __future__ import annotations

from app.core.city_way import GiveToCity, NoteCityStep
from app.core.cleaning import AwaitCleaning, CleanData
from app.core.erasing import NoteErased
from app.core.lock_state import SealPlace
from app.core.media import RegisterMedium, ReportMediumLost, SealMedium, TryMedium
from app.core.mirror import BeginMirror, GoOnWithoutMirror, NoteDrill, NoteMirrorBack, NoteMirrorOut
from app.core.resume import ConfirmPaperEntered, ResumeDay
from app.core.retention import NotePublication, NoteVideo
from app.core.room_backup import RecordRoomBackup
from app.core.safe_state import CityStep, MirrorReason, RoomSource, UploadResult, VideoOf, WaiverReason
from app.core.safekeeping import CopyBackup, RecordBackup
from app.core.terms import HandoverNo, LockSerial, MediumSerial, PersonId
from app.core.upload import ExportBundle, NoteAttempt, TakeReceipt
from app.views.case_names import AT, NO_DIGEST, ROOM, SESSION, SOMEBODY, Asked, Case, Party
from app.views.conduct_cases import HAND_OVER

_MEDIUM, _LOCK, _NUMBER = MediumSerial("1"), LockSerial("1"), HandoverNo("1")
_BROUGHT = (RoomSource.SIGNED, _LOCK, NO_DIGEST, 0, 0, AT, _MEDIUM)
PUBLISHED = NotePublication(AT.date())
RESUMED = ResumeDay(_MEDIUM, 0, AT, 0)


def safe() -> Asked:
    """Whatever keeps data safe until they may be cleaned, and for how long they are kept."""
    return (
        *_media(),
        *_backups(),
        (Case.BEGIN_MIRROR, BeginMirror(_MEDIUM)),
        (Case.NOTE_MIRROR_OUT, NoteMirrorOut(MirrorReason.MEDIUM_GONE)),
        (Case.NOTE_MIRROR_BACK, NoteMirrorBack(_MEDIUM)),
        (Case.NOTE_DRILL, NoteDrill(_MEDIUM, 1, 0)),
        (Case.GO_ON_WITHOUT_MIRROR, GoOnWithoutMirror(WaiverReason.TIME_PRESSES)),
        (Case.RESUME_EMPTY, RESUMED),
        (Case.PAPER_ENTERED, ConfirmPaperEntered(SESSION, (ROOM,), True, AT, SOMEBODY)),
        (Case.CLEAN, CleanData(NO_DIGEST)),
        (Case.NOTE_ERASED, NoteErased((_MEDIUM,))),
        (Case.AWAIT_CLEANING, AwaitCleaning("", SealPlace.SECURE_ROOM, PersonId(Party.CUSTODIAN))),
        (Case.PUBLICATION, PUBLISHED),
        (Case.VIDEO, NoteVideo(VideoOf.ROOM, ROOM, "", AT, AT, evidence=False)),
    )


def _media() -> Asked:
    read, typed = (RegisterMedium(_MEDIUM, "", SOMEBODY, read) for read in (True, False))
    return (
        (Case.MEDIUM_READ, read),
        (Case.MEDIUM_TYPED, typed),
        (Case.TRY_MEDIUM, TryMedium(_MEDIUM, "", 0, 0, 0, None, virus_checked=True)),
        (Case.SEAL_MEDIUM, SealMedium(_MEDIUM, "")),
        (Case.MEDIUM_LOST, ReportMediumLost(_MEDIUM, AT, SOMEBODY)),
    )


def _backups() -> Asked:
    return (
        (Case.BACK_UP, RecordBackup("", SESSION, NO_DIGEST, 0, 0, "")),
        (Case.ROOM_BACKUP, RecordRoomBackup("", ROOM, AT.date(), *_BROUGHT)),
        (Case.COPY_BACKUP, CopyBackup("", NO_DIGEST, _MEDIUM)),
        (Case.EXPORT_BUNDLE, ExportBundle("", NO_DIGEST)),
        (Case.NOTE_ATTEMPT, NoteAttempt("", UploadResult.SENT, "", AT)),
        (Case.GIVE_TO_CITY, GiveToCity(HAND_OVER, ())),
        (Case.CITY_STEP, NoteCityStep(_NUMBER, CityStep.RECEIVED, AT, SOMEBODY)),
        (Case.RECEIPT, TakeReceipt("", "", NO_DIGEST, NO_DIGEST)),
    )
