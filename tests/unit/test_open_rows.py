"""What a journal comes to in rows: every moment, person and typed word where it belongs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.authority.open_rows import EXTRA_TIME, FAULTS, INCIDENTS, ROOMS, SESSIONS, TRANSFERS, Rows
from app.core.directory import Directory
from app.core.free_text import FreeText, TextPart
from app.core.incident_kinds import Hop, Severity
from app.core.incident_state import (
    Fault,
    Followed,
    Graded,
    Incident,
    IncidentNote,
    IncidentReport,
    NoteKind,
    ReportKind,
    ReportMeans,
)
from app.core.room_state import Presence, RoomSession, SettledAs, Sitting, Transfer
from app.core.rulebook import Tier
from app.core.safe_state import Backup
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.terms import CauseNo, FaultNo, GrantNo, IncidentNo, Role, Ticket, TransferNo
from app.core.time_state import ExtraTime, LossCause
from app.text import text
from app.word_ids import word_id
from tests.builders import A1, A2, GUIDE, LAW, R1, R2, at, candidate, digest, session, staff

NOTE, TOLD = digest("note"), digest("told")
PEOPLE = Directory(
    {A1: candidate(A1, "甲", "210101199001010001", R1, LAW)},
    {GUIDE: staff(GUIDE, "Guide", Role.INVIGILATOR)},
    texts={
        NOTE: FreeText(((TextPart.FACTS, "=Power cut "),)),
        TOLD: FreeText(((TextPart.CONTENT, "Power cut"), (TextPart.TOLD_TO, "Duty desk"))),
    },
)


@pytest.fixture
def rows() -> Rows:
    state = SessionState(session())
    room = state.rooms[R1] = RoomSession(LAW, R1, arranged=2, started_at=at("9:00"))
    room.sittings = {
        A1: Sitting(A1, LAW, R1, R1, "001", Presence.PRESENT),
        A2: Sitting(A2, LAW, R1, R1, None, Presence.PENDING),
    }
    state.rooms[R2] = RoomSession(LAW, R2)
    taken = Transfer(TransferNo("T-1"), A1, R1, at("8:50"))
    taken.close(SettledAs.TAKEN_IN, at("8:55"), R2, GUIDE)
    state.transfers = [taken, Transfer(TransferNo("T-2"), A2, R1, at("8:51"))]
    given = ExtraTime(
        *(GrantNo("AB-1"), R1, None, (A1, A2), 5, Tier.ON_THE_SPOT, LossCause.FAULT, (CauseNo("AF-1"),)),
        *(at("9:00"), at("9:05"), at("9:06"), GUIDE),
    )
    back = replace(given, number=GrantNo("AB-2"), moved=R1, tickets=(), taken_back_at=at("9:30"), taken_back_for="typo")
    state.extra_time = [given, back]
    site = Site(sessions={LAW: state})
    incident = Incident(IncidentNo("A-1"), "I-16", LAW, R1, at("9:10"), at("9:40"), at("9:11"))
    incident.grades = [Graded(Severity.GENERAL, at("9:12"), GUIDE, NOTE)]
    incident.notes = [IncidentNote(NoteKind.FACTS, at("9:12"), GUIDE, NOTE)]
    report = (1, ReportKind.FIRST, Hop.CHIEF, ReportMeans.PHONE, at("9:13"), GUIDE, TOLD, False)
    incident.reports = [IncidentReport(*report)]
    incident.followed = [Followed(GUIDE, at("9:14"))]
    incident.filed_at = at("9:50")
    site.incidents = {incident.number: incident}
    site.faults = {FaultNo("AF-1"): Fault(FaultNo("AF-1"), "power", LAW, None, ("001", "002"), at("9:00"), at("9:05"))}
    for n, serial in enumerate(("r-1", "")):
        site.safe.backups[str(n)] = Backup(str(n), LAW, digest(str(n)), 1, 1, "", supervised=True, receipt=serial)
    return Rows(site, PEOPLE, lambda one: text("zh-CN").say(word_id(one)))


def told(columns: tuple[str, ...], row: object) -> dict[str, str]:
    assert isinstance(row, tuple)
    return {name: str(cell) for name, cell in zip(columns, row, strict=True)}


def test_transfers_open_and_settled(rows: Rows) -> None:
    settled, waits = (told(TRANSFERS, row) for row in rows.transfers())
    assert (settled["name"], settled["into"], settled["settled_said"], settled["told_by"]) == (
        "甲",
        R2,
        "已调入",
        "Guide",
    )
    assert (waits["name"], waits["into"], waits["settled"], waits["settled_said"], waits["told_by"]) == ("",) * 5


def test_an_incident_with_what_was_typed(rows: Rows) -> None:
    (one,) = (told(INCIDENTS, row) for row in rows.incidents())
    assert (one["kind"], one["kind_said"], one["severity"]) == ("I-16", "应试人员危重疾病或疑似流行性疾病", "general")
    assert (one["follower"], one["over_at"], one["closed_at"]) == ("Guide", str(at("9:40")), str(at("9:50")))
    assert one["log"] == f"{at('9:12')} facts =Power cut"
    assert one["reports"] == f"{at('9:13')} first chief phone Power cut / Duty desk"


def test_once_erased_the_numbers_stay(rows: Rows) -> None:
    rows = replace(rows, people=Directory())
    (one,) = (told(INCIDENTS, row) for row in rows.incidents())
    assert (one["follower"], one["log"]) == (GUIDE, f"{at('9:12')} facts ")
    person = next(iter(rows.candidates({})))
    assert person[4:8] == (A1, "", "", "")


def test_extra_time_line_by_candidate(rows: Rows) -> None:
    found = [told(EXTRA_TIME, row) for row in rows.extra_time()]
    assert [(one["number"], one["ticket"], one["moved_room"], one["taken_back_for"]) for one in found] == [
        ("AB-1", A1, "", ""),
        ("AB-1", A2, "", ""),
        ("AB-2", Ticket(""), R1, "typo"),
    ]


def test_sessions_rooms_and_faults(rows: Rows) -> None:
    (one,) = (told(SESSIONS, row) for row in rows.sessions())
    assert (one["rooms"], one["present"], one["pending"], one["backups"], one["receipt"]) == ("1", "1", "1", "2", "r-1")
    first, second = (told(ROOMS, row) for row in rows.rooms())
    assert (first["name"], first["present"], first["started_at"], second["started_at"]) == (
        "",
        "1",
        str(at("9:00")),
        "",
    )
    (fault,) = (told(FAULTS, row) for row in rows.faults())
    assert (fault["kind"], fault["seats"], fault["room"]) == ("power", "001 002", "")
