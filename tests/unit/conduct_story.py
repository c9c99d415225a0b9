"""A violation in the first room at 9:00 and who may witness it; an incident at 9:00 and who hears of it."""

from __future__ import annotations

import dataclasses
from datetime import datetime

from msgspec.structs import replace

from app.core.directory import directory
from app.core.evidence import EvidenceTaken
from app.core.free_text import NO_TEXT, FreeText, TextPart
from app.core.gate import Check, CheckName
from app.core.incident import CloseIncident, IncidentClosed, IncidentOpened
from app.core.incident_course import FileIncident, IncidentFiled
from app.core.incident_kinds import Hop, IncidentKind
from app.core.incident_report import ReportIncident
from app.core.incident_state import Incident, ReportKind, ReportMeans
from app.core.operation import Desk, Fact
from app.core.records import ROOM_RECORD, RecordKept
from app.core.room_gate import room_gate
from app.core.room_state import RoomSession
from app.core.rulebook import Rulebook
from app.core.terms import Digest, IncidentNo, PersonId, Role, RoomId, SessionId, ViolationNo
from app.core.violation import CorrectViolation, RecordViolation, ViolationCorrected, ViolationRecorded
from app.core.violation_kinds import ViolationKind
from app.core.violation_signing import (
    CandidateSigns,
    CandidateTold,
    RefuseToSign,
    SigningRefused,
    TellCandidate,
    ViolationSigned,
)
from app.core.violation_state import Account, Evidence, EvidenceKind, Found, Violation
from tests.builders import (
    A1,
    CANDIDATES,
    GUIDE,
    LAW,
    LIAONING,
    R1,
    R2,
    STAFF,
    Story,
    at,
    desk,
    digest,
    staff,
)

J1, J2, J3, LOOSE, TWIN, ROVING, ROVING_TWIN = (PersonId(f"J{n}") for n in range(1, 8))
"""Two of the first room, one of the second, one of none; the first and the second of them once more."""
_TWO = "21010119800101001x", "210101198001010028"
WITNESSES = (J1, J2)
_INVIGILATORS = (
    replace(staff(J1, "Ma", Role.INVIGILATOR, R1), id_number=_TWO[0]),
    replace(staff(J2, "He", Role.INVIGILATOR, R1), id_number=_TWO[1]),
    staff(J3, "Bai", Role.INVIGILATOR, R2),
    staff(LOOSE, "Yu", Role.INVIGILATOR),
    replace(staff(TWIN, "Ma", Role.INVIGILATOR, R1), id_number=_TWO[0].upper()),
    staff(ROVING, "Ren", Role.ROVING),
    replace(staff(ROVING_TWIN, "He", Role.ROVING), id_number=_TWO[1]),
)
PEOPLE = directory(CANDIDATES, (*STAFF, *_INVIGILATORS))
ONLY_WITNESSES = directory((), _INVIGILATORS)


def here(*roles: Role, now: datetime | None = None, rules: Rulebook = LIAONING) -> Desk:
    """As `desk`, with invigilators on the staff list."""
    return dataclasses.replace(desk(*roles, now=now, rules=rules), directory=PEOPLE)


def words(name: str, *parts: TextPart) -> FreeText:
    """Something typed for each of these parts, and kept."""
    return FreeText(tuple((part, f"{part} {name}") for part in parts), digest(f"text {name}"))


# Violations

FIRST, SECOND_ONE = ViolationNo("AV-001"), ViolationNo("AV-002")
SHEET = "1-1-001-01"
TEXT = words("act", TextPart.ACT, TextPart.HANDLING)
OTHER_TEXT = words("other", TextPart.ACT, TextPart.HANDLING, TextPart.PLACE)
OUTSIDER = words("outsider", TextPart.ACT, TextPart.HANDLING, TextPart.PERSON)
WHY = words("why", TextPart.REASON, TextPart.BASIS)
REFUSAL = words("refusal", TextPart.REFUSAL)
WHEN = at("9:00")
ACT = Account(ViolationKind.OWN_DEVICE, WHEN, Found.IN_EXAM, at("9:01"), SHEET, Digest(""))
ACCOUNT = replace(ACT, text=TEXT.kept)
RECORD = RecordViolation(LAW, R1, A1, ACT, TEXT, GUIDE)
RECORDED = ViolationRecorded(FIRST, LAW, R1, A1, ACCOUNT, None, GUIDE)
TELL = TellCandidate(FIRST, at("9:05"), GUIDE)
TOLD = CandidateTold(FIRST, at("9:05"), GUIDE)
SIGN = CandidateSigns(FIRST, at("9:06"), GUIDE)
SIGNED = ViolationSigned(FIRST, at("9:06"), GUIDE)
REFUSE = RefuseToSign(FIRST, at("9:06"), GUIDE, WITNESSES, REFUSAL)
REFUSED = SigningRefused(FIRST, WITNESSES, REFUSAL.kept, at("9:06"), GUIDE)
CORRECT = CorrectViolation(FIRST, ACT, NO_TEXT, WHY)
NOW = desk().now


def corrected(account: Account, incident: IncidentNo | None = None) -> ViolationCorrected:
    return ViolationCorrected(FIRST, account, WHY.kept, incident, NOW)


def caught(*facts: Fact, stage: str = "confirmed") -> Story:
    """A violation of the first candidate is recorded."""
    return Story(stage).given(RECORDED, *facts)


def taken(tag: int = 1, file: str = "") -> EvidenceTaken:
    said = words(f"piece {tag}", TextPart.ITEM).kept
    return EvidenceTaken(FIRST, f"{FIRST}-{tag}", EvidenceKind.THING, said, file, at("9:02"), GUIDE)


def of(story: Story, number: ViolationNo = FIRST) -> Violation:
    return story.site.violations[number]


def piece(story: Story, index: int = 0) -> Evidence:
    return of(story).evidence[index]


def room(story: Story, number: RoomId = R1, session: SessionId = LAW) -> RoomSession:
    return story.site.sessions[session].rooms[number]


def gate(story: Story, number: RoomId = R1) -> dict[CheckName, Check]:
    return {one.name: one for one in room_gate(story.site, room(story, number))}


def printed(number: RoomId = R1, copy: int = 1) -> RecordKept:
    """One more copy of the record of a room."""
    return RecordKept(ROOM_RECORD, LAW, number, copy, digest(f"record {number}"), digest(f"pdf {number}"), None)


def outdates(story: Story, *facts: Fact, number: RoomId = R1) -> bool:
    """Whether these facts put the room's record out of date: its newest copy counted, and counts no more."""
    before = len(story.site.copies(ROOM_RECORD, LAW, number))
    story.given(printed(number, before + 1))
    assert room(story, number).copies_before <= before
    story.given(*facts)
    return room(story, number).copies_before == before + 1


# Incidents

NUMBER = IncidentNo("A-001")
CONTENT = words("content", TextPart.CONTENT, TextPart.TOLD_TO)
FINAL = words("final", TextPart.CAUSE, TextPart.COURSE, TextPart.RESULT, TextPart.EFFECT)


def opened(
    kind: IncidentKind = IncidentKind.DISASTER,
    room: RoomId | None = R1,
    session: SessionId | None = LAW,
    found_at: datetime | None = None,
) -> IncidentOpened:
    return IncidentOpened(NUMBER, kind, session, room, WHEN, GUIDE, found_at)


OVER = IncidentClosed(NUMBER, at("9:30"))
END = CloseIncident(NUMBER, at("9:30"))
FILE = FileIncident(NUMBER)
FILED = IncidentFiled(NUMBER, NOW)


def happened(*facts: Fact, kind: IncidentKind = IncidentKind.DISASTER) -> Story:
    """A grave incident, found when it happened."""
    return Story("confirmed").given(opened(kind), *facts)


def tells(hop: Hop, clock: str = "9:05", kind: ReportKind = ReportKind.FIRST) -> ReportIncident:
    if kind is ReportKind.FINAL:
        return ReportIncident(NUMBER, kind, hop, ReportMeans.WRITTEN, at(clock), GUIDE, FINAL)
    return ReportIncident(NUMBER, kind, hop, ReportMeans.PHONE, at(clock), GUIDE, CONTENT)


def the(story: Story) -> Incident:
    return story.site.incidents[NUMBER]
