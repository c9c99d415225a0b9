"""The runbook (考试日流程, section D) as data: what is done when, by whom, on what clause, and what paper it leaves.

The rail draws its steps from here, and so does the page that holds planned and actual times side by side.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.core.records import ROOM_RECORD
from app.core.site_form import SiteForm
from app.core.terms import ClauseId, Role
from app.views.step import StepKind


class Planned(StrEnum):
    """When a line is planned."""

    WEEK = "week"
    """Seven days before the first exam day."""
    EVE = "eve"
    DAY = "day"
    """On the exam day, before the machines are started."""
    MACHINES = "machines"
    """When the site machine is started (T-60)."""
    ROOMS = "rooms"
    """When the rooms are ready (T-30)."""
    START = "start"
    ENTRY = "entry"
    CLOSURE = "closure"
    REMINDER = "reminder"
    END = "end"
    DUE = "due"
    """By the end of the half day."""
    AS_NEEDED = "as_needed"


class ByHand(StrEnum):
    """Lines of which the console keeps nothing of its own: papers tell of them, or a readiness item."""

    LOCKS_REGISTERED = "locks_registered"
    PAPERS_STORED = "papers_stored"
    STAFF_TRAINED = "staff_trained"
    SYSTEM_INSTALLED = "system_installed"
    CANDIDATES_SEE = "candidates_see"
    ROOMS_SET_UP = "rooms_set_up"
    BRIEFING = "briefing"
    ENTRY_CLOSED = "entry_closed"
    SECOND_CHECK = "second_check"
    CLOSURE_OVER = "closure_over"
    REMINDED = "reminded"
    CANDIDATES_LEAVE = "candidates_leave"
    HANDED_OVER = "handed_over"
    CLEANED = "cleaned"


@dataclass(frozen=True, slots=True)
class RunbookLine:
    """`number` is that of section D; `what` is a step that the console follows, or what people do by themselves.

    `records`: the forms that it leaves.
    """

    number: str
    what: StepKind | ByHand
    planned: Planned
    roles: tuple[Role, ...]
    clause: ClauseId
    records: tuple[str, ...] = ()


_ADMIN, _INVIGILATOR = (Role.SITE_ADMIN,), (Role.INVIGILATOR,)
_ROOM, _ADMINS = (Role.ROOM_ADMIN, Role.INVIGILATOR), (Role.ROOM_ADMIN, Role.SITE_ADMIN)
_SUPERVISED = (Role.SITE_ADMIN, Role.EXAM_OFFICE)
_SIGNED = (Role.SITE_ADMIN, Role.CHIEF)
_CHECKERS = (Role.SITE_ADMIN, Role.TECHNICIAN)

RUNBOOK: tuple[RunbookLine, ...] = (
    RunbookLine("D03", StepKind.IMPORT, Planned.WEEK, _ADMIN, ClauseId("ARR-07"), (SiteForm.VERIFICATION,)),
    RunbookLine("D04", ByHand.LOCKS_REGISTERED, Planned.WEEK, (), ClauseId("LCK-01"), (SiteForm.CUSTODY,)),
    RunbookLine("D05", StepKind.WEEK_ITEMS, Planned.WEEK, _SIGNED, ClauseId("STF-10"), (SiteForm.READINESS,)),
    RunbookLine("D07", ByHand.STAFF_TRAINED, Planned.EVE, _SIGNED, ClauseId("STF-08"), (SiteForm.STAFF,)),
    RunbookLine("D08", ByHand.PAPERS_STORED, Planned.EVE, (), ClauseId("PAP-02"), (SiteForm.HANDOVER,)),
    RunbookLine("D09", StepKind.HARDWARE, Planned.EVE, _CHECKERS, ClauseId("RDY-01"), (SiteForm.HARDWARE,)),
    RunbookLine("D10", ByHand.SYSTEM_INSTALLED, Planned.EVE, _CHECKERS, ClauseId("LCK-13"), (SiteForm.HARDWARE,)),
    RunbookLine("D06", StepKind.SIMULATED_TEST, Planned.EVE, _CHECKERS, ClauseId("RDY-10"), (SiteForm.HARDWARE,)),
    RunbookLine("D11", StepKind.TIMESTAMPS, Planned.EVE, _SUPERVISED, ClauseId("ARR-01"), (SiteForm.VERIFICATION,)),
    RunbookLine("D11", StepKind.SCAN, Planned.EVE, _ADMIN, ClauseId("ARR-02"), (SiteForm.VERIFICATION,)),
    RunbookLine(
        "D12", StepKind.EXAM_AUTHORIZATION, Planned.EVE, _SUPERVISED, ClauseId("LCK-05"), (SiteForm.SUPERVISION,)
    ),
    RunbookLine("D13", StepKind.SEALED_ROOM_TEST, Planned.EVE, _CHECKERS, ClauseId("LCK-05"), (SiteForm.HARDWARE,)),
    RunbookLine("D13", StepKind.ACCEPT, Planned.EVE, _SUPERVISED, ClauseId("LCK-05"), (SiteForm.HARDWARE,)),
    RunbookLine("D14", StepKind.EVE_ITEMS, Planned.EVE, _SIGNED, ClauseId("RDY-14"), (SiteForm.READINESS,)),
    RunbookLine("D14", StepKind.CLOSE_ROOMS, Planned.EVE, _SUPERVISED, ClauseId("RDY-11"), (SiteForm.READINESS,)),
    RunbookLine("D14", StepKind.SEAL, Planned.EVE, _SUPERVISED, ClauseId("LCK-06"), (SiteForm.SEAL,)),
    RunbookLine("D15", ByHand.CANDIDATES_SEE, Planned.EVE, (), ClauseId("CAN-08"), (SiteForm.NOTICES,)),
    RunbookLine("D16", StepKind.DUTY, Planned.DAY, _SIGNED, ClauseId("STF-06"), (SiteForm.DRAW,)),
    RunbookLine("D16", StepKind.BOARD, Planned.START, (Role.CHIEF,), ClauseId("RDY-10"), (SiteForm.READINESS_REPORT,)),
    RunbookLine("D30", ByHand.BRIEFING, Planned.DAY, (Role.CHIEF,), ClauseId("CLK-20"), (SiteForm.BRIEFING,)),
    RunbookLine("D18", StepKind.UNSEAL, Planned.DAY, _SUPERVISED, ClauseId("LCK-06"), (SiteForm.SEAL,)),
    RunbookLine(
        "D17", StepKind.LOCKS, Planned.DAY, _SUPERVISED, ClauseId("LCK-03"), (SiteForm.SUPERVISION, SiteForm.CUSTODY)
    ),
    RunbookLine("D19", StepKind.RECEIVE, Planned.MACHINES, _SUPERVISED, ClauseId("LCK-03"), (SiteForm.SUPERVISION,)),
    RunbookLine("D19", StepKind.AUTHORIZE, Planned.MACHINES, _ADMIN, ClauseId("LCK-07")),
    RunbookLine("D20", StepKind.RELEASE, Planned.MACHINES, _ADMIN, ClauseId("LCK-14")),
    RunbookLine("D21", ByHand.ROOMS_SET_UP, Planned.ROOMS, _ROOM, ClauseId("CLK-14")),
    RunbookLine("D22", StepKind.ADMIT, Planned.ROOMS, _INVIGILATOR, ClauseId("CAN-01"), (SiteForm.ANNOUNCEMENTS,)),
    RunbookLine("D23", StepKind.TRANSFERS, Planned.AS_NEEDED, _ROOM, ClauseId("OVB-08"), (SiteForm.TRANSFERS,)),
    RunbookLine(
        "D24",
        StepKind.DELAYS,
        Planned.AS_NEEDED,
        _SIGNED,
        ClauseId("TIM-02"),
        (SiteForm.DELAY_APPLICATION, SiteForm.DELAYS),
    ),
    RunbookLine("D25", StepKind.START, Planned.START, (Role.ROOM_ADMIN,), ClauseId("LCK-14"), (ROOM_RECORD,)),
    RunbookLine("D27", ByHand.ENTRY_CLOSED, Planned.ENTRY, _INVIGILATOR, ClauseId("CLK-01"), (ROOM_RECORD,)),
    RunbookLine("D28", StepKind.ATTENDANCE, Planned.ENTRY, _ROOM, ClauseId("CAN-06"), (ROOM_RECORD,)),
    RunbookLine("D29", ByHand.SECOND_CHECK, Planned.ENTRY, _INVIGILATOR, ClauseId("CAN-04"), (ROOM_RECORD,)),
    RunbookLine(
        "D31",
        StepKind.EXTRA_TIME,
        Planned.AS_NEEDED,
        (Role.INVIGILATOR, Role.SITE_ADMIN),
        ClauseId("TIM-11"),
        (SiteForm.EXTRA_TIME_APPLICATION,),
    ),
    RunbookLine("D31", StepKind.STANDALONE, Planned.AS_NEEDED, _ADMINS, ClauseId("SAL-05"), (SiteForm.STANDALONE,)),
    RunbookLine(
        "D33",
        StepKind.REPORT_INCIDENT,
        Planned.AS_NEEDED,
        (Role.CHIEF, Role.SITE_ADMIN),
        ClauseId("INC-01"),
        (SiteForm.INCIDENT_REPORT,),
    ),
    RunbookLine("D35", ByHand.CLOSURE_OVER, Planned.CLOSURE, _ROOM, ClauseId("CLK-04")),
    RunbookLine("D36", ByHand.REMINDED, Planned.REMINDER, _INVIGILATOR, ClauseId("CLK-12")),
    RunbookLine("D37", StepKind.SETTLE, Planned.END, _ADMINS, ClauseId("OVB-10"), (SiteForm.TRANSFERS,)),
    RunbookLine("D38", StepKind.COLLECT, Planned.END, _ROOM, ClauseId("DAT-01")),
    RunbookLine("D38", StepKind.END, Planned.END, _ADMINS, ClauseId("DAT-01"), (ROOM_RECORD,)),
    RunbookLine("D39", ByHand.CANDIDATES_LEAVE, Planned.END, _INVIGILATOR, ClauseId("CLK-16")),
    RunbookLine("D40", StepKind.RESULTS, Planned.END, _ADMINS, ClauseId("DAT-01")),
    RunbookLine("D41", StepKind.CHECK, Planned.DUE, _SUPERVISED, ClauseId("DAT-04")),
    RunbookLine("D41", StepKind.BACKUP, Planned.DUE, _SUPERVISED, ClauseId("DAT-07"), (SiteForm.BACKUPS,)),
    RunbookLine(
        "D43",
        StepKind.SCRATCH,
        Planned.DUE,
        (Role.INVIGILATOR, Role.SITE_ADMIN),
        ClauseId("CLK-16"),
        (SiteForm.SCRATCH_PAPER,),
    ),
    RunbookLine("D43", StepKind.RECORDS, Planned.DUE, _SIGNED, ClauseId("REC-01"), (ROOM_RECORD,)),
    RunbookLine("D44", StepKind.SIGN, Planned.DUE, (Role.CHIEF, Role.SITE_ADMIN), ClauseId("REC-01"), (ROOM_RECORD,)),
    RunbookLine("D42", StepKind.RECEIPT, Planned.DUE, _ADMIN, ClauseId("DAT-05")),
    RunbookLine("D46", StepKind.ROOM_BACKUP, Planned.DUE, _ADMINS, ClauseId("DAT-08"), (SiteForm.BACKUPS,)),
    RunbookLine("D47", StepKind.RETURN_LOCKS, Planned.DUE, _SUPERVISED, ClauseId("LCK-02"), (SiteForm.CUSTODY,)),
    RunbookLine("D47", ByHand.HANDED_OVER, Planned.DUE, _SUPERVISED, ClauseId("PAP-02"), (SiteForm.HANDOVER,)),
    RunbookLine("D49", StepKind.CLOSE_DAY, Planned.DUE, _SIGNED, ClauseId("DAT-07"), (SiteForm.DAY_SUMMARY,)),
    RunbookLine("D49", StepKind.SEAL_AGAIN, Planned.DUE, _SUPERVISED, ClauseId("LCK-06"), (SiteForm.SEAL,)),
    RunbookLine("D48", ByHand.CLEANED, Planned.AS_NEEDED, _SUPERVISED, ClauseId("DAT-10"), (SiteForm.CLEANUP,)),
)
"""In the order in which things are done; what city and province do before and after is in no site's hands."""
LINES: Mapping[StepKind, RunbookLine] = {line.what: line for line in RUNBOOK if isinstance(line.what, StepKind)}
"""Every step of the rail has its line."""
