"""Whom the operations ask for that are about violations, incidents, signed papers and handing over."""

from __future__ import annotations

from app.core.contact import EnterContact
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
from app.core.operation import CHIEF, OFFICE, ROOM, SECOND_PERSON, Demand, Operation
from app.core.paper_state import Contact, PaperRef, SheetVoidReason
from app.core.removal import RemoveCandidate
from app.core.signing import AttachScan, SignPapers
from app.core.terms import Digest, IncidentNo, Role, ViolationNo
from app.core.violation import CorrectViolation, RecordViolation
from app.core.violation_kinds import ViolationKind
from app.core.violation_sheets import IssueViolationSheets, VoidViolationSheet
from app.core.violation_signing import CandidateSigns, RefuseToSign, TellCandidate
from app.core.violation_state import Account, EvidenceKind, Found, KeptAt, WaitingPlace
from app.core.violation_void import WithdrawViolation
from tests.builders import A1, ADMIN, D1, GUIDE, LAW, OFFICER, R1, at

NOW, NUMBER, FIRST = at("8:30"), ViolationNo("AV-001"), IncidentNo("A-001")
ACT = Account(ViolationKind.OWN_DEVICE, NOW, Found.IN_EXAM, NOW, "", Digest(""))
ABOUT, TWO = (NUMBER, NOW, ADMIN), (GUIDE, ADMIN)
SEEN = Demand(ROOM | {Role.ROVING, Role.CHIEF, Role.DEPUTY, Role.EXAM_OFFICE})
HEARD = Demand(SEEN.roles | {Role.RESIDENT})
REPORT = ReportIncident(FIRST, ReportKind.FIRST, Hop.CHIEF, ReportMeans.ORAL, NOW, ADMIN, NO_TEXT)

CONDUCT: list[tuple[Operation, Demand, frozenset[Role] | None]] = [
    (IssueViolationSheets(LAW, (R1,), 1), Demand(OFFICE), None),
    (VoidViolationSheet("1-1-001-01", SheetVoidReason.LOST), Demand(ROOM), None),
    (RecordViolation(LAW, R1, A1, ACT, NO_TEXT, ADMIN), SEEN, None),
    (TellCandidate(*ABOUT), SEEN, None),
    (CandidateSigns(*ABOUT), SEEN, None),
    (RefuseToSign(*ABOUT, TWO, NO_TEXT), SEEN, None),
    (RemoveCandidate(*ABOUT, TWO, OFFICER, WaitingPlace.EXAM_OFFICE), SEEN, None),
    (TakeEvidence(*ABOUT, EvidenceKind.THING, NO_TEXT, ""), SEEN, None),
    (MoveEvidence(*ABOUT, "AV-001-1", KeptAt.EXAM_OFFICE), Demand(SEEN.roles, (SECOND_PERSON,)), None),
    (NotePolice(*ABOUT, NO_TEXT), SEEN, None),
    (CorrectViolation(NUMBER, ACT, NO_TEXT, NO_TEXT), Demand(SEEN.roles, (CHIEF,)), None),
    (WithdrawViolation(NUMBER, NO_TEXT), Demand(SEEN.roles, (CHIEF,)), None),
    (REPORT, HEARD, None),
    (SkipHop(FIRST, Hop.PATROL, SkipReason.NOT_ON_SITE), HEARD, None),
    (SkipHop(FIRST, Hop.PATROL, SkipReason.TOLD_ABOVE), Demand(HEARD.roles, (CHIEF,)), None),
    (NoteIncident(FIRST, NoteKind.FACTS, NOW, ADMIN, NO_TEXT), HEARD, None),
    (GradeIncident(FIRST, Severity.MAJOR), Demand(OFFICE, (CHIEF,)), None),
    (FollowIncident(FIRST, ADMIN), Demand(OFFICE | CHIEF), None),
    (RecordEvacuation(FIRST, LAW, R1, 0, NOW, ADMIN), HEARD, None),
    (RecordReturn(FIRST, R1, NOW, ADMIN), HEARD, None),
    (FileIncident(FIRST), Demand(OFFICE | CHIEF), None),
    (SignPapers(()), Demand(OFFICE), None),
    (AttachScan(PaperRef("E01", "1-1-001", 1), D1, 1, 1), Demand(OFFICE), None),
    (
        HandOver((ADMIN, OFFICER), NO_TEXT, (), (), (), True, NOW),
        Demand(OFFICE | {Role.EXAM_OFFICE}, persons=(ADMIN, OFFICER)),
        None,
    ),
    (EnterContact(Contact.DUTY, NO_TEXT), Demand(OFFICE), None),
]
"""Operation, whom it asks for, and who verifies where the rulebook lists it."""
