"""What goes onto the forms is what the state says at that moment."""

from __future__ import annotations

import pytest
from msgspec.structs import asdict, replace

from app.core.directory import Directory
from app.core.entry import LateRefused
from app.core.fault import FaultKind, FaultReported, FaultRestored
from app.core.incident import IncidentClosed, IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.locks import LockRegisterTaken
from app.core.rulebook import Rulebook
from app.core.terms import FaultNo, IncidentNo, Mode
from app.crypto.fingerprint import thumbprint
from app.views.room_record import AbsenceLine, AnswersLine, EventLine, LateLine
from app.views.room_release import CandidateLine
from app.views.sheets import release_sheet, room_record
from tests.builders import (
    A1,
    A2,
    A3,
    D1,
    GUIDE,
    LAW,
    LIAONING,
    LOCK_KEY,
    LOCKS,
    MONGOLIA,
    PEOPLE,
    R1,
    R2,
    ROOM_LOCK,
    STAMP,
    TAX,
    ZHEJIANG,
    Story,
    at,
    session,
    taken_in,
)

COMMON = {
    "mode": Mode.REAL,
    "exam": "Economics",
    "site_code": "2101",
    "site_name": "School",
    "session": LAW,
    "subject": "law",
    "room": R1,
    "room_name": "Lab 1",
    "building": "North",
    "floor": 3,
    "planned_start": at("8:30"),
    "timestamp": STAMP,
    "ministry": thumbprint(LOCK_KEY),
    "software_lock": False,
}


def test_the_room_record_of_a_plain_morning() -> None:
    assert asdict(room_record(Story("ended").site, PEOPLE, LAW, R1)) == COMMON | {
        "level": "intermediate",
        "rulebook": LIAONING.title,
        "planned_end": at("10:00"),
        "started_at": at("8:30"),
        "ended_at": at("10:01"),
        "arranged": 3,
        "transferred_in": 0,
        "transferred_out": 0,
        "present": 2,
        "absent": 1,
        "collected": 1,
        "written_off": 0,
        "never_logged_in": 1,
        "absences": (AbsenceLine("003", A3, "欧阳娜", "0003", at("8:40")),),
        "late": (),
        "lost": (AnswersLine(A2, "Ｌｉ Ming", "never_logged_in", ""),),
        "events": (),
        "notes": (),
        "spares": "",
        "signers": LIAONING.record_signers.value,
        "standalone": (),
        "checks": (),
        "violations_at": at("10:00"),
        "by_hand": False,
        "scratch": None,
        "violations": (),
    }


def test_a_draft_before_anything_happened() -> None:
    record = room_record(Story("packaged").site, PEOPLE, LAW, R1)
    assert (record.started_at, record.ended_at, record.present, record.absences) == (None, None, 0, ())


def test_only_this_rooms_late_arrivals_of_this_session() -> None:
    came = at("8:36")
    story = Story("started").given(
        LateRefused(LAW, R1, A1, came, GUIDE),
        LateRefused(LAW, R2, A2, came, GUIDE),
        LateRefused(TAX, R1, A3, came, GUIDE),
    )
    assert room_record(story.site, PEOPLE, LAW, R1).late == (LateLine(A1, "王\uf9f4", came),)


def incident(number: int, clock: str, session: object = LAW, room: object = R1) -> IncidentOpened:
    opened = IncidentOpened(IncidentNo(f"A-00{number}"), IncidentKind.POWER, LAW, R1, at(clock), GUIDE)
    values = asdict(opened) | {"session": session, "room": room}
    return IncidentOpened(**values)


def test_events_of_the_room_and_of_the_site_in_order_of_time() -> None:
    story = Story("started").given(
        incident(1, "9:30"),
        incident(2, "9:00", room=None),
        incident(3, "9:10", room=R2),
        incident(4, "9:10", session=TAX),
        IncidentClosed(IncidentNo("A-002"), at("9:05")),
        FaultReported(FaultNo("AF-001"), FaultKind.MACHINE, LAW, R1, ("012",), at("9:15"), GUIDE),
    )
    assert room_record(story.site, PEOPLE, LAW, R1).events == (
        EventLine("A-002", "I-23", "", "", at("9:00"), at("9:05"), "general"),
        EventLine("AF-001", "machine", R1, "012", at("9:15"), None),
        EventLine("A-001", "I-23", R1, "", at("9:30"), None, "general"),
    )


@pytest.mark.parametrize(
    ("stage", "clock", "until", "stands"),
    [
        ("released", "8:20", "", False),
        ("started", "8:20", "8:29:59", False),
        ("started", "8:20", "8:30", True),
        ("started", "8:20", "", True),
        ("started", "11:00", "", True),
        ("ended", "8:20", "8:29:59", False),
        ("ended", "8:20", "11:00", True),
        ("ended", "10:01", "", True),
        ("ended", "10:01:01", "", False),
    ],
)
def test_what_struck_the_whole_site_stands_on_the_record_of_a_room_that_was_at_it(
    stage: str, clock: str, until: str, stands: bool
) -> None:
    number, fault = IncidentNo("A-001"), FaultNo("AF-001")
    over = at(until) if until else None
    story = Story(stage).given(
        incident(1, clock, session=None, room=None),
        incident(2, clock, session=None, room=R2),
        incident(3, clock, session=None),
        FaultReported(fault, FaultKind.NETWORK, None, None, (), at(clock), GUIDE),
    )
    if over:
        story.given(*(IncidentClosed(IncidentNo(f"A-00{n}"), over) for n in (1, 2, 3)), FaultRestored(fault, over))
    lines = (
        EventLine(number, "I-23", "", "", at(clock), over, "general"),
        EventLine("A-003", "I-23", R1, "", at(clock), over, "general"),
        EventLine(fault, "network", "", "", at(clock), over),
    )
    assert room_record(story.site, PEOPLE, LAW, R1).events == (lines if stands else ())


def test_after_erasure_the_record_keeps_its_numbers() -> None:
    record = room_record(Story("ended").site, Directory(), LAW, R1)
    assert record.absences == (AbsenceLine("003", A3, None, "", at("8:40")),)


def test_the_release_of_a_room() -> None:
    assert asdict(release_sheet(Story("released").site, PEOPLE, LAW, R1)) == COMMON | {
        "minutes": 90,
        "late_entry_minutes": 5,
        "lock_serial": ROOM_LOCK,
        "serial": "1-1-S-001",
        "overbooked": False,
        "candidates": (
            CandidateLine("001", "001", A1, "王\uf9f4"),
            CandidateLine("002", "002", A2, "Ｌｉ Ming"),
            CandidateLine("003", "003", A3, "欧阳娜"),
        ),
    }


def test_a_room_without_a_registered_lock_shows_none() -> None:
    spare = replace(LOCKS[1], room=None)
    site = Story("packaged").given(LockRegisterTaken(1, (LOCKS[0], spare, LOCKS[2]), D1)).site
    assert release_sheet(site, PEOPLE, LAW, R1).lock_serial == ROOM_LOCK
    assert release_sheet(site, PEOPLE, LAW, R2).lock_serial == ""


def test_an_overbooked_site_shows_no_seats() -> None:
    story = Story("enrolled").given(*taken_in(overbook=30))
    for sitting in story.site.sessions[LAW].rooms[R1].sittings.values():
        sitting.seat = None
    sheet = release_sheet(story.site, Directory(), LAW, R1)
    assert sheet.overbooked
    assert sheet.candidates[0] == CandidateLine("", "001", A1, None)


@pytest.mark.parametrize(
    ("rules", "media", "minutes"),
    [(LIAONING, False, 5), (MONGOLIA, False, 5), (LIAONING, True, 0), (ZHEJIANG, False, 30), (ZHEJIANG, True, 30)],
)
def test_the_release_says_the_number_of_the_rule(rules: Rulebook, media: bool, minutes: int) -> None:
    story = Story("enrolled").given(*taken_in(1, rules, session(media=media)))
    assert release_sheet(story.site, PEOPLE, LAW, R1).late_entry_minutes == minutes


def test_no_sheet_without_a_package() -> None:
    site = Story("packaged").site
    site.package = None
    for sheet in (room_record, release_sheet):
        with pytest.raises(LookupError, match="no package"):
            sheet(site, PEOPLE, LAW, R1)
