"""Whom the operations ask for that keep data safe: media, backups, uploads, mirror, the spare machine, cleaning."""

from __future__ import annotations

from msgspec.structs import replace

from app.core.city_way import GiveToCity, NoteCityStep
from app.core.cleaning import AwaitCleaning, CleanData
from app.core.erasing import NoteErased
from app.core.free_text import NO_TEXT
from app.core.handover import HandOver
from app.core.lock_state import SealPlace
from app.core.media import RegisterMedium, ReportMediumLost, SealMedium, TryMedium
from app.core.mirror import BeginMirror, GoOnWithoutMirror, NoteDrill, NoteMirrorBack, NoteMirrorOut
from app.core.operation import OFFICE, SECOND_PERSON, SUPERVISORS, Demand, Operation
from app.core.resume import ConfirmPaperEntered, ResumeDay
from app.core.retention import NotePublication, NoteVideo
from app.core.room_backup import RecordRoomBackup
from app.core.safe_state import CityStep, MirrorReason, RoomSource, UploadResult, VideoOf, WaiverReason
from app.core.safekeeping import CopyBackup, RecordBackup
from app.core.terms import HandoverNo, MediumSerial, Role
from app.core.upload import ExportBundle, NoteAttempt, TakeReceipt
from tests.builders import ADMIN, D1, LAW, OFFICER, R1, ROOM_LOCK, at

NOW, DAY = at("8:30"), at("8:30").date()
MEDIUM = MediumSerial("U-1")
REGISTER = RegisterMedium(MEDIUM, "U-1", ADMIN, read=True)
GIVEN = HandOver((ADMIN, OFFICER), NO_TEXT, (), (MEDIUM,), (), True, NOW)
ROOM_BACKUP = RecordRoomBackup("r", R1, DAY, RoomSource.SIGNED, ROOM_LOCK, D1, 1, 1, NOW, MEDIUM)
ITSELF = Demand(frozenset(), unsigned=True)

SAFE: list[tuple[Operation, Demand, frozenset[Role] | None]] = [
    (REGISTER, Demand(OFFICE), None),
    (replace(REGISTER, read=False), Demand(OFFICE, (SUPERVISORS,)), None),
    (TryMedium(MEDIUM, "exfat", 2, 1, 1, None, virus_checked=True), Demand(OFFICE), None),
    (SealMedium(MEDIUM, "F-1"), Demand(OFFICE, (SECOND_PERSON,)), None),
    (ReportMediumLost(MEDIUM, NOW, ADMIN), Demand(OFFICE), None),
    (RecordBackup("b", LAW, D1, 1, 1, ""), Demand(OFFICE, site_lock=True), SUPERVISORS),
    (ROOM_BACKUP, Demand(OFFICE | {Role.ROOM_ADMIN}, site_lock=True), SUPERVISORS),
    (CopyBackup("b", D1, MEDIUM), Demand(OFFICE), SUPERVISORS),
    (ExportBundle("b", D1), Demand(OFFICE, site_lock=True), SUPERVISORS),
    (NoteAttempt("b", UploadResult.SENT, "", NOW), Demand(OFFICE), None),
    (GiveToCity(GIVEN, ("b",)), Demand(OFFICE | {Role.EXAM_OFFICE}, persons=(ADMIN, OFFICER)), None),
    (NoteCityStep(HandoverNo("AH-001"), CityStep.RECEIVED, NOW, ADMIN), Demand(OFFICE), None),
    (TakeReceipt("Q", "b", D1, D1), Demand(OFFICE, site_lock=True), None),
    (BeginMirror(MEDIUM), Demand(OFFICE, site_lock=True), None),
    (NoteMirrorOut(MirrorReason.MEDIUM_GONE), ITSELF, None),
    (NoteMirrorBack(MEDIUM), ITSELF, None),
    (NoteDrill(MEDIUM, 1, 0), Demand(OFFICE), None),
    (GoOnWithoutMirror(WaiverReason.TIME_PRESSES), Demand(OFFICE, (SUPERVISORS,)), None),
    (ResumeDay(MEDIUM, 1, NOW, 1), Demand(OFFICE, site_lock=True), None),
    (ConfirmPaperEntered(LAW, (R1,), True, NOW, ADMIN), Demand(OFFICE, (SUPERVISORS,)), None),
    (CleanData(D1), Demand(OFFICE, (SUPERVISORS,), site_lock=True), None),
    (
        AwaitCleaning("F-1", SealPlace.SECURE_ROOM, ADMIN),
        Demand(OFFICE, (SUPERVISORS,), persons=(ADMIN,)),
        None,
    ),
    (NoteErased((MEDIUM,)), ITSELF, None),
    (NotePublication(DAY), Demand(OFFICE), None),
    (NoteVideo(VideoOf.ROOM, R1, "NVR-1", at("8:00"), NOW, evidence=False), Demand(OFFICE), None),
]
"""Operation, whom it asks for, and who verifies where the rulebook lists it."""
