"""Every sheet of the site as a whole, by what it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.views.application_sheet import ApplicationSheet, AuthoritySheet
from app.views.awaiting_sheet import AwaitingSheet
from app.views.backup_sheet import BackupSheet
from app.views.cleanup_sheet import CleanupSheet
from app.views.contact_sheet import ContactSheet
from app.views.custody_sheet import CustodySheet
from app.views.day_summary import DaySummary
from app.views.delay_sheet import DelaySheet
from app.views.duty_sheet import DutySheet
from app.views.evidence_sheet import EvidenceSheet
from app.views.exceptions_sheet import ExceptionsSheet
from app.views.hand_sheet import HandSheet
from app.views.handover_sheet import HandoverSheet
from app.views.hardware_sheet import HardwareSheet
from app.views.incident_sheet import IncidentReportSheet
from app.views.notice_sheet import NoticeSheet
from app.views.readiness_report import ReadinessReport
from app.views.readiness_sheet import ReadinessSheet
from app.views.room_closing_sheet import RoomClosingSheet
from app.views.scratch_sheet import ScratchSheet
from app.views.seal_sheet import SealSheet
from app.views.session_sheet import AnnouncementSheet, BriefingSheet
from app.views.site_sheet import SiteSheet
from app.views.staff_sheet import AvoidanceSheet, StaffSheet
from app.views.stamp import Stamp
from app.views.standalone_sheet import StandaloneSheet, StandaloneSlip
from app.views.supervision_sheet import SupervisionSheet
from app.views.transfer_sheet import TransferSheet
from app.views.verification_sheet import VerificationSheet
from app.views.violation_blanks import ViolationBlanks
from app.views.violation_sheet import ViolationSheet
from reports import (
    application,
    authorities,
    awaiting,
    backups,
    cleanup,
    contacts,
    custody,
    day_summary,
    delay_record,
    duty,
    evidence,
    exceptions,
    hand_form,
    handover,
    hardware,
    incident_report,
    notices,
    readiness,
    readiness_report,
    room_closing,
    scratch_paper,
    seal,
    session_sheets,
    staff,
    standalone,
    standalone_slip,
    supervision,
    transfer_sheet,
    verification,
    violation,
    violation_blanks,
)

DRAWN: Mapping[type[SiteSheet], Callable[[Any, Stamp], bytes]] = {
    ApplicationSheet: application.draw,
    AuthoritySheet: authorities.draw,
    AwaitingSheet: awaiting.draw,
    BackupSheet: backups.draw,
    CleanupSheet: cleanup.draw,
    CustodySheet: custody.draw,
    DaySummary: day_summary.draw,
    DelaySheet: delay_record.draw,
    ExceptionsSheet: exceptions.draw,
    HandoverSheet: handover.draw,
    SealSheet: seal.draw,
    StandaloneSheet: standalone.draw,
    StandaloneSlip: standalone_slip.draw,
    SupervisionSheet: supervision.draw,
    TransferSheet: transfer_sheet.draw,
    VerificationSheet: verification.draw,
    EvidenceSheet: evidence.draw,
    IncidentReportSheet: incident_report.draw,
    ScratchSheet: scratch_paper.draw,
    ViolationBlanks: violation_blanks.draw,
    ViolationSheet: violation.draw,
    AvoidanceSheet: staff.draw_avoidance,
    StaffSheet: staff.draw_staff,
    AnnouncementSheet: session_sheets.draw_announcements,
    BriefingSheet: session_sheets.draw_briefing,
    NoticeSheet: notices.draw,
    HandSheet: hand_form.draw,
    ContactSheet: contacts.draw,
    DutySheet: duty.draw,
    HardwareSheet: hardware.draw,
    ReadinessReport: readiness_report.draw,
    ReadinessSheet: readiness.draw,
    RoomClosingSheet: room_closing.draw,
}


def draw(sheet: SiteSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    return DRAWN[type(sheet)](sheet, stamp)
