"""Whom the operations ask for that belong to standalone exams and to the end of rooms and days."""

from __future__ import annotations

from msgspec.structs import replace

from app.core.closing import WriteOff
from app.core.collection import CollectByHand, ConfirmCollected, EnterRoomResult
from app.core.damaged_result import NoteDamagedResult
from app.core.day_close import CloseDay
from app.core.day_export import DayFile, ExportDay
from app.core.end_phase import ConfirmViolations, CountScratchPaper, ReportUngatedEnd
from app.core.end_state import OverrideReason
from app.core.gate import CheckName
from app.core.operation import CHIEF, OFFICE, ROOM, SECOND_PERSON, SUPERVISORS, Demand, Operation
from app.core.override import OverrideCheck
from app.core.standalone import ExportStandalone
from app.core.standalone_consent import ADMINS, ConsentToStandalone, RatifyConsent
from app.core.standalone_course import IssueVoucher, NoteInterimCopy, RecordStandaloneLogin, WithdrawStandalone
from app.core.standalone_return import DecideReturn, TakeStandaloneReturn
from app.core.standalone_state import Custody, Ground
from app.core.terms import IncidentNo, MediumSerial, Role
from tests.builders import A1, ADMIN, D1, D2, LAW, R1, R2, at

NOW, FIRST = at("8:30"), IncidentNo("A-001")
MEDIUM = MediumSerial("U-1")
CONSENT = ConsentToStandalone(LAW, A1, Ground.RESET_FAILED, (), ADMIN, False, True, NOW, ADMIN)
PACKAGE_OUT = ExportStandalone(LAW, A1, 1, Custody.OURS, R1, "", "", ADMIN, MEDIUM, D1, NOW, "", "", "")

LATE: list[tuple[Operation, Demand, frozenset[Role] | None]] = [
    (CONSENT, Demand(ADMINS, (CHIEF,)), None),
    (replace(CONSENT, by_phone=True), Demand(ADMINS, (SUPERVISORS,)), None),
    (RatifyConsent(LAW, A1), Demand(ADMINS | {Role.CHIEF, Role.DEPUTY}), None),
    (PACKAGE_OUT, Demand(ADMINS, site_lock=True), None),
    (replace(PACKAGE_OUT, custody=Custody.REGISTERED), Demand(ADMINS), None),
    (replace(PACKAGE_OUT, so_far=D2), Demand(ADMINS, (SUPERVISORS,), site_lock=True), None),
    (RecordStandaloneLogin(LAW, A1, NOW, ADMIN), Demand(ADMINS), None),
    (NoteInterimCopy(LAW, A1, NOW, ADMIN), Demand(ADMINS), None),
    (IssueVoucher(LAW, A1), Demand(ADMINS), None),
    (WithdrawStandalone(LAW, A1, NOW, ADMIN), Demand(ADMINS), None),
    (TakeStandaloneReturn(LAW, A1, 1, D1, True, NOW, NOW, 0, 0, 0, 0), Demand(ADMINS), None),
    (DecideReturn(LAW, A1, D1), Demand(OFFICE, (CHIEF,)), None),
    (ConfirmViolations(LAW, (R1,), NOW, ADMIN), Demand(ROOM), None),
    (ConfirmViolations(LAW, (R1, R2), NOW, ADMIN), Demand(OFFICE), None),
    (ConfirmCollected(LAW, R1, 0, (), (), NOW, ADMIN), Demand(ROOM), None),
    (CollectByHand(LAW, A1, NOW, ADMIN), Demand(ROOM), None),
    (EnterRoomResult(LAW, R1, 0, (), NOW, ADMIN), Demand(OFFICE, (SECOND_PERSON,)), None),
    (NoteDamagedResult(LAW, R1, D1, A1), Demand(ADMINS), None),
    (WriteOff(LAW, A1, FIRST), Demand(CHIEF), SECOND_PERSON),
    (OverrideCheck(LAW, R1, CheckName.SUBMITTED, OverrideReason.SEEN_IN_ROOM), Demand(OFFICE, (CHIEF,)), None),
    (ReportUngatedEnd(LAW, R1, NOW, ADMIN), Demand(OFFICE), None),
    (CountScratchPaper(LAW, R1, 0, 0, None, NOW, ADMIN), Demand(ROOM), None),
    (CloseDay(NOW.date()), Demand(OFFICE, (CHIEF,)), None),
    (ExportDay(NOW.date(), DayFile.SUMMARY, D1), Demand(OFFICE, site_lock=True), None),
]
"""Operation, whom it asks for, and who verifies where the rulebook lists it."""
