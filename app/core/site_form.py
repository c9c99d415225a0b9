"""Forms of the whole site (section E), and what each is about."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from app.core.operation import Refusal
from app.core.terms import ClauseId


class SiteForm(StrEnum):
    """By their number in the list of forms (section E), or R where it is ours; each has a subject of its own kind."""

    VIOLATION = "E02"
    """Its subject is the number of the violation."""
    TRANSFERS = "E03"
    """Its subject is a session."""
    NOTICES = "E06"
    """Site sign, timetable, where the rooms are, what candidates must know; its subject is a day, "2021-10-30"."""
    HANDOVER = "E07"
    """Its subject is the number of the hand-over."""
    BACKUPS = "E08"
    """Its subject is a session."""
    DELAY_APPLICATION = "E09"
    """Its subject is the number of the application, as it is of the next."""
    EXTRA_TIME_APPLICATION = "E10"
    STANDALONE = "E11"
    """Its subject is session and ticket, as in "1-1-210100001001": one of a candidate, and a room may have several."""
    SUPERVISION = "E12"
    """Its subject is the number of the supervision."""
    SEAL = "E13"
    """Its subject counts the sealings from "1"."""
    CUSTODY = "E14"
    """Its subject is a day."""
    VERIFICATION = "E15"
    """Its subject is the edition of the package."""
    HARDWARE = "E16"
    """Its subject is the exam, as is that of the next."""
    READINESS = "E17"
    DRAW = "E18"
    """Its subject is a day."""
    STAFF = "E19"
    """Staff with training, test and drill; its subject is the exam."""
    AVOIDANCE = "E20"
    """Its subject is the exam."""
    INCIDENT_REPORT = "E21"
    """Its subject is incident and report, as in "A-001-2"."""
    EVIDENCE = "E22"
    """Its subject is a session."""
    CLEANUP = "E23"
    """Its subject is the exam."""
    PAPER_LEDGER = "E24"
    """Filled in by hand, as the next two; its subject is a session."""
    PREPARATION = "E25"
    SKILL_ROOM_TABLE = "E26"
    SCRATCH_PAPER = "E28"
    """Its subject is a session."""
    CONTACTS = "E29"
    """Its subject is the exam."""
    AUTHORITIES = "R04"
    """What was allowed on an application; its subject is the number of that."""
    DELAYS = "R05"
    """Its subject is a session."""
    VIOLATION_BLANKS = "R08"
    """Numbered blanks of the sheets of violations; their subject is session and room, as in "1-1-001"."""
    BRIEFING = "R09"
    """Its subject is a session, as is that of the next."""
    ANNOUNCEMENTS = "R10"
    DAY_SUMMARY = "R11"
    """Its subject is a day, as is that of the next."""
    EXCEPTIONS = "R12"
    READINESS_REPORT = "R13"
    """The go or no-go of an exam day; its subject is the day."""
    ROOM_CLOSING = "R14"
    """Rooms closed before the days and opened again; its subject is the exam."""
    AWAITING = "R15"
    """The machine sealed to await cleaning, with its custodian; its subject is the exam."""


SESSION_FORMS = frozenset({SiteForm.TRANSFERS, SiteForm.DELAYS})
"""One sheet a session at most, made when all of its rooms have ended."""
APPLICATION_FORMS = frozenset({SiteForm.DELAY_APPLICATION, SiteForm.EXTRA_TIME_APPLICATION, SiteForm.AUTHORITIES})
"""Printed as soon as there is something to say, and anew when an answer came."""
TIME_FORMS = (
    SiteForm.DELAY_APPLICATION,
    SiteForm.EXTRA_TIME_APPLICATION,
    SiteForm.AUTHORITIES,
    SiteForm.DELAYS,
)
STEP_FORMS = (SiteForm.SUPERVISION, SiteForm.SEAL, SiteForm.CUSTODY)
"""Of locks and sealed equipment: signed by those who took part in each step."""
FROM_JOURNAL = frozenset(
    {
        SiteForm.SUPERVISION,
        SiteForm.SEAL,
        SiteForm.CUSTODY,
        SiteForm.EXCEPTIONS,
        SiteForm.BACKUPS,
        SiteForm.HARDWARE,
        SiteForm.DRAW,
        SiteForm.STAFF,
        SiteForm.READINESS_REPORT,
        SiteForm.ROOM_CLOSING,
        SiteForm.CLEANUP,
        SiteForm.AWAITING,
    }
)
"""The state does not hold what these tell: the journal is read for them."""
OF_EXAM = frozenset(
    {
        SiteForm.HARDWARE,
        SiteForm.READINESS,
        SiteForm.STAFF,
        SiteForm.AVOIDANCE,
        SiteForm.CLEANUP,
        SiteForm.CONTACTS,
        SiteForm.ROOM_CLOSING,
        SiteForm.AWAITING,
    }
)
"""One sheet an exam."""
OF_SESSION = frozenset(
    {
        SiteForm.PAPER_LEDGER,
        SiteForm.PREPARATION,
        SiteForm.SKILL_ROOM_TABLE,
        SiteForm.BRIEFING,
        SiteForm.ANNOUNCEMENTS,
        SiteForm.SCRATCH_PAPER,
        SiteForm.BACKUPS,
        SiteForm.EVIDENCE,
    }
)
"""One sheet a session."""
OF_DAY = frozenset(
    {SiteForm.NOTICES, SiteForm.DRAW, SiteForm.DAY_SUMMARY, SiteForm.EXCEPTIONS, SiteForm.READINESS_REPORT}
)
"""One sheet an exam day."""


def day_of(subject: str) -> date | None:
    """The day that a subject names, written as "2021-10-30"."""
    try:
        return date.fromisoformat(subject) if len(subject) == len("2021-10-30") else None
    except ValueError:
        return None


class NothingToPrint(Refusal, frozen=True):
    """Nothing of the kind happened here; the subject asked for is not repeated, it may be anything."""

    clause: ClassVar[ClauseId] = ClauseId("REC-15")
    form: SiteForm
