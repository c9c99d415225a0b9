"""Where a step is done, and where to go on from a no."""

from __future__ import annotations

from app.core import (
    arrangement,
    attendance,
    authorization,
    closing,
    correction,
    fault,
    incident,
    records,
    safekeeping,
    start,
)
from app.core import timestamp as stamps
from app.core.operation import Refusal
from app.views.agenda import StepKind
from ui.shell import PageName

STEPS: dict[StepKind, PageName] = {
    StepKind.IMPORT: PageName.ARRANGEMENT,
    StepKind.TIMESTAMPS: PageName.ARRANGEMENT,
    StepKind.SCAN: PageName.ARRANGEMENT,
    StepKind.EXAM_AUTHORIZATION: PageName.AUTHORITY,
    StepKind.AUTHORIZE: PageName.AUTHORITY,
    StepKind.RELEASE: PageName.OVERVIEW,
    StepKind.ADMIT: PageName.CANDIDATES,
    StepKind.START: PageName.REPORTS,
    StepKind.ATTENDANCE: PageName.REPORTS,
    StepKind.RESULTS: PageName.REPORTS,
    StepKind.END: PageName.CLOSING,
    StepKind.CHECK: PageName.CLOSING,
    StepKind.BACKUP: PageName.SAFEKEEPING,
    StepKind.RECORDS: PageName.RECORDS,
    StepKind.RECEIPT: PageName.SAFEKEEPING,
}

AFTER: dict[type[Refusal], PageName] = {
    arrangement.PackageMissing: PageName.ARRANGEMENT,
    stamps.TimestampsIncomplete: PageName.ARRANGEMENT,
    stamps.TimestampsDiffer: PageName.ARRANGEMENT,
    stamps.ScanMissing: PageName.ARRANGEMENT,
    authorization.ExamAuthorizationMissing: PageName.AUTHORITY,
    start.StartNotAuthorized: PageName.AUTHORITY,
    start.RoomNotReleased: PageName.OVERVIEW,
    start.StartBeforeTime: PageName.ROOM,
    start.EarlierSessionOpen: PageName.CLOSING,
    attendance.RoomNotStarted: PageName.REPORTS,
    attendance.AlreadyConfirmed: PageName.CANDIDATES,
    attendance.NotAwaited: PageName.CANDIDATES,
    attendance.TurnedAway: PageName.REPORTS,
    attendance.LateYetPresent: PageName.CANDIDATES,
    attendance.RoomHasEnded: PageName.RECORDS,
    correction.NothingToCorrect: PageName.REPORTS,
    incident.NoOpenIncident: PageName.ROOM,
    fault.NoOpenFault: PageName.ROOM,
    closing.IncidentOfSomethingElse: PageName.ROOM,
    closing.RoomsNotReady: PageName.CLOSING,
    closing.RoomsStillOpen: PageName.CLOSING,
    records.DraftOnly: PageName.CLOSING,
    safekeeping.AnswersNotChecked: PageName.CLOSING,
}
"""The page where the next step named in the refusal's sentence is done."""
