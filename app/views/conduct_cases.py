"""The cases of violations and of incidents, and of giving papers and things out of the site."""

from __future__ import annotations

from app.core.evidence import MoveEvidence, NotePolice, TakeEvidence
from app.core.free_text import NO_TEXT
from app.core.handover import HandOver
from app.core.incident_course import (
    FileIncident,
    FollowIncident,
    GradeIncident,
    NoteIncident,
    RecordEvacuation,
    RecordReturn,
)
from app.core.incident_kinds import Hop, Severity
from app.core.incident_report import ReportIncident, SkipHop
from app.core.incident_state import NoteKind, ReportKind, ReportMeans, SkipReason
from app.core.paper_state import SheetVoidReason
from app.core.removal import RemoveCandidate
from app.core.terms import IncidentNo, PersonId, ViolationNo
from app.core.violation import CorrectViolation, RecordViolation
from app.core.violation_kinds import ViolationKind
from app.core.violation_sheets import IssueViolationSheets, VoidViolationSheet
from app.core.violation_signing import CandidateSigns, RefuseToSign, TellCandidate
from app.core.violation_state import Account, EvidenceKind, Found, KeptAt, WaitingPlace
from app.core.violation_void import WithdrawViolation
from app.views.case_names import AT, HERE, NO_DIGEST, ROOM, SESSION, SOMEBODY, Asked, Case, Party

_NUMBER, _INCIDENT = ViolationNo("1"), IncidentNo("1")
_ACT = Account(ViolationKind.OWN_DEVICE, AT, Found.IN_EXAM, AT, "", NO_DIGEST)
_TWO = (SOMEBODY, SOMEBODY)
HAND_OVER = HandOver((PersonId(Party.GIVER), PersonId(Party.OTHER_GIVER)), NO_TEXT, (), (), (), True, AT)


def conduct() -> Asked:
    """What candidates did, what happened, and what was done about it."""
    return (*_violations(), *_incidents())


def _violations() -> Asked:
    about = (_NUMBER, AT, SOMEBODY)
    return (
        (Case.VIOLATION_SHEETS, IssueViolationSheets(SESSION, (ROOM,), 1)),
        (Case.VOID_SHEET, VoidViolationSheet("", SheetVoidReason.SPOILED)),
        (Case.RECORD_VIOLATION, RecordViolation(SESSION, ROOM, HERE, _ACT, NO_TEXT, SOMEBODY)),
        (Case.TELL_CANDIDATE, TellCandidate(*about)),
        (Case.CANDIDATE_SIGNS, CandidateSigns(*about)),
        (Case.REFUSE_TO_SIGN, RefuseToSign(*about, _TWO, NO_TEXT)),
        (Case.REMOVE_CANDIDATE, RemoveCandidate(*about, _TWO, SOMEBODY, WaitingPlace.EXAM_OFFICE)),
        (Case.TAKE_EVIDENCE, TakeEvidence(*about, EvidenceKind.THING, NO_TEXT, "")),
        (Case.MOVE_EVIDENCE, MoveEvidence(*about, "", KeptAt.EXAM_OFFICE)),
        (Case.NOTE_POLICE, NotePolice(*about, NO_TEXT)),
        (Case.CORRECT_VIOLATION, CorrectViolation(_NUMBER, _ACT, NO_TEXT, NO_TEXT)),
        (Case.WITHDRAW_VIOLATION, WithdrawViolation(_NUMBER, NO_TEXT)),
    )


def _incidents() -> Asked:
    by_word = (ReportKind.FIRST, Hop.CHIEF, ReportMeans.ORAL)
    return (
        (Case.REPORT_INCIDENT, ReportIncident(_INCIDENT, *by_word, AT, SOMEBODY, NO_TEXT)),
        (Case.SKIP_HOP, SkipHop(_INCIDENT, Hop.PATROL, SkipReason.NOT_ON_SITE)),
        (Case.SKIP_HOP_TOLD_ABOVE, SkipHop(_INCIDENT, Hop.PATROL, SkipReason.TOLD_ABOVE)),
        (Case.NOTE_INCIDENT, NoteIncident(_INCIDENT, NoteKind.FACTS, AT, SOMEBODY, NO_TEXT)),
        (Case.GRADE_INCIDENT, GradeIncident(_INCIDENT, Severity.MAJOR)),
        (Case.FOLLOW_INCIDENT, FollowIncident(_INCIDENT, SOMEBODY)),
        (Case.EVACUATION, RecordEvacuation(_INCIDENT, SESSION, ROOM, 0, AT, SOMEBODY)),
        (Case.ROOM_BACK, RecordReturn(_INCIDENT, ROOM, AT, SOMEBODY)),
        (Case.FILE_INCIDENT, FileIncident(_INCIDENT)),
    )
