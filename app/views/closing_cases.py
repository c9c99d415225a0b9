"""The cases of standalone exams, and of what is settled at the end of rooms, sessions and days."""

from __future__ import annotations

from app.core.closing import CheckAnswers, EndRooms, WriteOff
from app.core.collection import CollectByHand, ConfirmCollected, EnterRoomResult
from app.core.damaged_result import NoteDamagedResult
from app.core.day_close import CloseDay
from app.core.day_export import DayFile, ExportDay
from app.core.end_phase import ConfirmViolations, CountScratchPaper, ReportUngatedEnd
from app.core.end_state import OverrideReason
from app.core.gate import CheckName
from app.core.override import OverrideCheck
from app.core.paper_state import PaperRef
from app.core.records import ConfirmPrinted, KeepRecord, RoomForm
from app.core.room_result import TakeRoomResult
from app.core.signing import AttachScan, SignPapers
from app.core.site_form import SiteForm
from app.core.site_sheet import ConfirmSiteSheet, KeepSiteSheet
from app.core.standalone import ExportStandalone
from app.core.standalone_consent import ConsentToStandalone, RatifyConsent
from app.core.standalone_course import IssueVoucher, NoteInterimCopy, RecordStandaloneLogin, WithdrawStandalone
from app.core.standalone_return import DecideReturn, TakeStandaloneReturn
from app.core.standalone_state import Custody, Ground
from app.core.terms import IncidentNo, LockSerial, MediumSerial, RoomId
from app.views.case_names import AT, HERE, NO_DIGEST, ROOM, SESSION, SOMEBODY, Asked, Case
from app.views.conduct_cases import HAND_OVER

_FORM = RoomForm.RECORD
_LOCK, _MEDIUM, _OTHER = LockSerial("1"), MediumSerial("1"), RoomId("002")


def standalone() -> Asked:
    """Consent, packages, and what comes back."""
    there, by_phone = (
        ConsentToStandalone(SESSION, HERE, Ground.RESET_FAILED, (), SOMEBODY, phone, True, AT, SOMEBODY)
        for phone in (False, True)
    )
    ours, registered = (
        ExportStandalone(SESSION, HERE, 1, custody, ROOM, "", "", SOMEBODY, _MEDIUM, NO_DIGEST, AT, "", "", "")
        for custody in Custody
    )
    back = TakeStandaloneReturn(SESSION, HERE, 1, NO_DIGEST, True, AT, AT, 0, 0, 0, 0)
    return (
        (Case.ALONE_CONSENT, there),
        (Case.ALONE_CONSENT_PHONE, by_phone),
        (Case.RATIFY_CONSENT, RatifyConsent(SESSION, HERE)),
        (Case.EXPORT_ALONE, ours),
        (Case.EXPORT_REGISTERED, registered),
        (Case.ALONE_LOGIN, RecordStandaloneLogin(SESSION, HERE, AT, SOMEBODY)),
        (Case.INTERIM_COPY, NoteInterimCopy(SESSION, HERE, AT, SOMEBODY)),
        (Case.TIME_VOUCHER, IssueVoucher(SESSION, HERE)),
        (Case.WITHDRAW_ALONE, WithdrawStandalone(SESSION, HERE, AT, SOMEBODY)),
        (Case.RETURN_ALONE, back),
        (Case.DECIDE_RETURN, DecideReturn(SESSION, HERE, NO_DIGEST)),
    )


def after() -> Asked:
    """The end of rooms and sessions, and what follows it."""
    return (
        (Case.VIOLATIONS, ConfirmViolations(SESSION, (ROOM,), AT, SOMEBODY)),
        (Case.VIOLATIONS_ROOMS, ConfirmViolations(SESSION, (ROOM, _OTHER), AT, SOMEBODY)),
        (Case.COLLECTED, ConfirmCollected(SESSION, ROOM, 0, (), (), AT, SOMEBODY)),
        (Case.BY_HAND, CollectByHand(SESSION, HERE, AT, SOMEBODY)),
        (Case.ROOM_RESULT, TakeRoomResult(SESSION, ROOM, NO_DIGEST, _LOCK, ())),
        (Case.RESULT_BY_HAND, EnterRoomResult(SESSION, ROOM, 0, (), AT, SOMEBODY)),
        (Case.DAMAGED, NoteDamagedResult(SESSION, ROOM, NO_DIGEST, HERE)),
        (Case.WRITE_OFF, WriteOff(SESSION, HERE, IncidentNo(""))),
        (Case.OVERRIDE, OverrideCheck(SESSION, ROOM, CheckName.SUBMITTED, OverrideReason.SEEN_IN_ROOM)),
        (Case.END_ROOMS, EndRooms(SESSION, (), AT, SOMEBODY)),
        (Case.UNGATED_END, ReportUngatedEnd(SESSION, ROOM, AT, SOMEBODY)),
        (Case.SCRATCH_PAPER, CountScratchPaper(SESSION, ROOM, 0, 0, None, AT, SOMEBODY)),
        (Case.CHECK_ANSWERS, CheckAnswers(SESSION)),
        (Case.KEEP_RECORD, KeepRecord(_FORM, SESSION, ROOM, 1, NO_DIGEST, NO_DIGEST)),
        (Case.PRINTED, ConfirmPrinted(_FORM, SESSION, ROOM, 1, True)),
        (Case.SIGNED, SignPapers(())),
        (Case.KEEP_SHEET, KeepSiteSheet(SiteForm.SUPERVISION, "", 1, NO_DIGEST, NO_DIGEST)),
        (Case.SHEET_PRINTED, ConfirmSiteSheet(SiteForm.SUPERVISION, "", 1, True)),
        (Case.ATTACH_SCAN, AttachScan(PaperRef(_FORM, "", 1), NO_DIGEST, 1, 1)),
        (Case.HAND_OVER, HAND_OVER),
        (Case.CLOSE_DAY, CloseDay(AT.date())),
        (Case.EXPORT_DAY, ExportDay(AT.date(), DayFile.VIOLATIONS, NO_DIGEST)),
    )
