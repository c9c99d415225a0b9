"""An exam day of the smallest site: its numbers, and one violation with everything that can be recorded of it."""

from __future__ import annotations

from datetime import timedelta

from app.core.day_figures import Figures, added
from app.core.terms import Digest, IncidentNo, ViolationNo
from app.core.violation_kinds import ViolationKind
from app.core.violation_state import EvidenceKind, Found, KeptAt, WaitingPlace
from app.exchange.day_summary import DaySummaryFile, SessionLine
from app.exchange.violation_list import (
    Corrected,
    LedOut,
    Piece,
    PoliceTold,
    RefusedBefore,
    Version,
    ViolationEntry,
    ViolationList,
)
from tests.vectors.sample import AT, EXAM, LINES, LOCK, MODE, PHOTO, ROOM, SESSION, SITE, A, digest

MINUTE = timedelta(minutes=1)
FIGURES = Figures(arranged=2, present=1, absent=1, collected=1, rooms=1, violations_serious=1, incidents_major=1)
ELSEWHERE = Figures(incidents_general=1, faults=1)
SUMMARY = DaySummaryFile(
    mode=MODE,
    exam=EXAM,
    site=SITE,
    issued_at=AT,
    serial="2026-06-19-2",
    day=AT.date(),
    sessions=(SessionLine(SESSION, "sample subject", AT, FIGURES),),
    elsewhere=ELSEWHERE,
    total=added((FIGURES, ELSEWHERE)),
    record=digest(b"sheet"),
    entries=len(LINES),
    head=Digest(LINES[-1].head),
    lock_serial=LOCK,
)

FIRST = Version(
    ViolationKind.OWN_DEVICE,
    AT,
    Found.IN_EXAM,
    AT,
    AT - MINUTE,
    "1-1-001-01",
    "A telephone rang.",
    "Taken.",
    "Seat 1",
    "",
)
ENTRY = ViolationEntry(
    number=ViolationNo("AV-001"),
    session=SESSION,
    subject="sample subject",
    room=ROOM,
    ticket=A,
    name="Sample One",
    id_type="other",
    id_number="X1",
    versions=(
        FIRST,
        Version(ViolationKind.CHEATING_TOOLS, AT, Found.EXPERTS, AT + MINUTE, None, "", None, None, "", ""),
    ),
    corrections=(Corrected(AT + MINUTE, "Looked into.", "The telephone."),),
    told_at=AT + MINUTE,
    signed_at=AT + MINUTE,
    refused=RefusedBefore(AT, ("One", "Two"), "Went away.", ""),
    removed=LedOut(AT, ("One", "Two"), "Three", WaitingPlace.EXAM_OFFICE),
    police=PoliceTold(AT, "Station", "Officer", "", ""),
    evidence=(
        Piece("AV-001-1", EvidenceKind.THING, "A telephone", "", AT, KeptAt.EXAM_OFFICE),
        Piece("AV-001-2", EvidenceKind.VIDEO, None, digest(PHOTO), AT, KeptAt.ROOM),
    ),
    incident=IncidentNo("A-001"),
    withdrawn=Corrected(AT + 2 * MINUTE, "Somebody else.", "The camera."),
    complete=True,
)
OUTSIDER = ViolationEntry(
    number=ViolationNo("AV-002"),
    session=SESSION,
    subject="sample subject",
    room=ROOM,
    ticket=None,
    name=None,
    id_type=None,
    id_number=None,
    versions=(FIRST,),
    corrections=(),
    told_at=None,
    signed_at=None,
    refused=None,
    removed=None,
    police=None,
    evidence=(),
    incident=None,
    withdrawn=None,
    complete=False,
)
LIST = ViolationList(
    mode=MODE,
    exam=EXAM,
    site=SITE,
    issued_at=AT,
    serial="2026-06-19-3",
    day=AT.date(),
    lock_serial=LOCK,
    violations=(ENTRY, OUTSIDER),
)
