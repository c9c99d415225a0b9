"""Rooms, roster and staff from tables: every bad row is named at once, and nothing is mended on the way."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from app.authority.faults import Fault, FaultKind
from app.authority.roster import ROOM_COLUMNS, ROSTER_COLUMNS, STAFF_COLUMNS, Arranged, Tables, arrange
from app.authority.tables import Column, Table, parse
from app.core.arrangement_rules import PlanFaultKind
from app.core.plan import Allotment, Candidate, Exam, Room, Session
from app.core.staffing import StaffMember
from app.core.terms import Digest, ExamId, PersonId, Role, RoomId, SessionId, Ticket

CHINA = timezone(timedelta(hours=8))
EXAM = Exam(
    ExamId("e"),
    "t",
    "l",
    "r",
    "chain",
    tuple(
        Session(SessionId(name), int(name[0]), "s", datetime(2021, 10, 30, hour, tzinfo=CHINA), 90)
        for name, hour in (("1-1", 8), ("1-2", 10), ("2-1", 14))
    ),
)
ROOM = "001,机房一,信息楼,1,30,2,32,0,0,0"
OVERBOOKED = "001,机房一,信息楼,1,30,2,32,0,0,30"
LINE = "2121011001007,王小明,居民身份证,11010519491231002X,1-1,001,007,"
STAFF = "C01,李䶮,chief,,000-00000001,0"


def table(name: str, columns: tuple[Column, ...], lines: tuple[str, ...]) -> Table:
    header = ",".join(column.name for column in columns if not column.optional)
    return parse("\n".join((header, *lines)).encode(), f"{name}.csv", columns)


def read(
    *roster: str,
    rooms: tuple[str, ...] = (ROOM,),
    staff: tuple[str, ...] = (STAFF,),
    photos: tuple[str, ...] = (),
) -> Arranged:
    tables = Tables(
        table("rooms", ROOM_COLUMNS, rooms),
        table("roster", ROSTER_COLUMNS, roster),
        table("staff", STAFF_COLUMNS, staff),
        {name: Digest("00" * 32) for name in photos},
    )
    return arrange(EXAM, tables, 30)


def line(place: int, **said: str) -> str:
    cells = {
        "ticket": f"212101100{place:04}",
        "name": f"人{place}",
        "id_type": "t",
        "id_number": f"E{place}",
        "session": "1-1",
        "room": "001",
        "seat": f"{place:03}"[-3:],
        "photo": "",
    }
    return ",".join((cells | said).values())


def found(arranged: Arranged) -> list[tuple[str, int, str, FaultKind, str]]:
    return [(one.source, one.row, one.column, one.kind, one.value) for one in arranged.faults]


def roster_fault(row: int, column: str, kind: FaultKind, value: str = "") -> tuple[str, int, str, FaultKind, str]:
    return "roster.csv", row, column, kind, value


def test_a_good_set_of_tables_becomes_the_plan() -> None:
    second = LINE.replace("1-1", "1-2")
    arranged = read(LINE + "a.jpg", second + "a.jpg", photos=("a.jpg",))
    assert (arranged.faults, arranged.notes) == ((), ())
    assert arranged.rooms == (Room(RoomId("001"), "机房一", "信息楼", 1, 30, 2, 32, False, False, 0),)
    places = tuple(Allotment(SessionId(name), RoomId("001"), "007") for name in ("1-1", "1-2"))
    assert arranged.candidates == (
        Candidate(Ticket("2121011001007"), "王小明", "居民身份证", "11010519491231002X", places, Digest("00" * 32)),
    )
    assert arranged.staff == (StaffMember(PersonId("C01"), "李䶮", Role.CHIEF, None, "000-00000001", False),)


def test_flags_rooms_of_staff_and_basements() -> None:
    room = "B1,机房,,-1,30,0,30,yes,TRUE,0"
    arranged = read(line(1, room="B1"), rooms=(room,), staff=("I1,张,invigilator,B1,,1",))
    assert arranged.faults == ()
    assert (arranged.rooms[0].floor, arranged.rooms[0].cloud, arranged.rooms[0].standby) == (-1, True, True)
    assert (arranged.staff[0].room, arranged.staff[0].skill) == ("B1", True)


def test_blanks_are_all_named() -> None:
    arranged = read(",,,,,,,", " ,x,,,,,,", rooms=(",,,,,,,,,x",), staff=(",,,,,x",))
    assert [(one.source, one.row, one.column) for one in arranged.faults if one.kind is FaultKind.BLANK] == [
        ("rooms.csv", 2, column)
        for column in ("room", "name", "floor", "seats", "spare_seats", "machines", "cloud", "standby")
    ] + [("roster.csv", 3, column) for column in ("ticket", "session", "room", "id_type", "id_number", "seat")] + [
        ("staff.csv", 2, column) for column in ("code", "name", "role")
    ]  # a wholly empty line is none


@pytest.mark.parametrize("value", ["-1", "1.5", "x", "1e3", "٣٠", "1234567"])
def test_not_a_number(value: str) -> None:
    arranged = read(line(1), rooms=(ROOM, f"002,机房,,1,{value},0,0,0,0,0"))
    assert found(arranged) == [("rooms.csv", 3, "seats", FaultKind.NOT_A_NUMBER, value)]


def test_not_a_flag() -> None:
    arranged = read(line(1), rooms=(ROOM, "002,机房,,1,30,0,0,2,0,0"), staff=("C01,李,chief,,,maybe",))
    assert found(arranged) == [
        ("rooms.csv", 3, "cloud", FaultKind.NOT_A_FLAG, "2"),
        ("staff.csv", 2, "skill", FaultKind.NOT_A_FLAG, "maybe"),
    ]


def test_unknown_session_room_and_role() -> None:
    arranged = read(line(1, session="9-9"), line(2, room="1"), staff=("C01,李,boss,,,0", "I01,张,invigilator,002,,0"))
    assert found(arranged) == [
        roster_fault(2, "session", FaultKind.UNKNOWN_SESSION, "9-9"),
        roster_fault(3, "room", FaultKind.UNKNOWN_ROOM, "1"),
        ("staff.csv", 2, "role", FaultKind.UNKNOWN_ROLE, "boss"),
        ("staff.csv", 3, "room", FaultKind.UNKNOWN_ROOM, "002"),
    ]


def test_a_room_whose_own_row_is_bad_is_not_unknown_as_well() -> None:
    arranged = read(line(1), rooms=(ROOM.replace(",30,", ",many,"),), staff=("I01,张,invigilator,001,,0",))
    assert found(arranged) == [("rooms.csv", 2, "seats", FaultKind.NOT_A_NUMBER, "many")]


def test_rooms_that_cannot_be_read_do_not_make_every_row_bad() -> None:
    tables = Tables(
        parse(b"room\n001", "rooms.csv", ROOM_COLUMNS),
        table("roster", ROSTER_COLUMNS, (line(1),)),
        table("staff", STAFF_COLUMNS, ("I01,张,invigilator,001,,0",)),
        {},
    )
    assert {one.kind for one in arrange(EXAM, tables, 30).faults} == {FaultKind.MISSING_COLUMN}


def test_rooms_and_staff_codes_stand_once() -> None:
    arranged = read(line(1), rooms=(ROOM, ROOM), staff=(STAFF, STAFF))
    assert found(arranged) == [
        ("rooms.csv", 3, "room", FaultKind.DOUBLED_ID, "001"),
        ("staff.csv", 3, "code", FaultKind.DOUBLED_ID, "C01"),
    ]


def test_a_candidate_twice_in_a_session_is_named_by_every_later_row() -> None:
    ticket = "2121011000001"
    assert found(read(line(1), line(1, room="001"), line(1))) == [
        roster_fault(3, "ticket", FaultKind.DOUBLED_CANDIDATE_IN_SESSION, ticket),
        roster_fault(4, "ticket", FaultKind.DOUBLED_CANDIDATE_IN_SESSION, ticket),
    ]
    assert found(read(line(1), line(2, id_number="E1"))) == [
        roster_fault(3, "ticket", FaultKind.DOUBLED_CANDIDATE_IN_SESSION, ticket)
    ]


@pytest.mark.parametrize("column", ["name", "id_type", "id_number", "photo"])
def test_one_ticket_is_one_person(column: str) -> None:
    said = {column: "other.jpg"}
    arranged = read(line(1), line(1, session="1-2", **said), photos=("other.jpg",) if column == "photo" else ())
    assert found(arranged) == [roster_fault(3, column, FaultKind.DIFFERING_PERSON, "other.jpg")]


def test_a_blank_name_is_named_once_and_does_not_differ() -> None:
    arranged = read(line(1, name=""), line(1, session="1-2"))
    assert found(arranged) == [roster_fault(2, "name", FaultKind.BLANK)]


def test_malformed_tickets_are_named_in_each_of_their_rows() -> None:
    arranged = read(line(1, ticket="12-001"), line(1, ticket="12-001", session="1-2"), line(2))
    assert found(arranged) == [
        roster_fault(2, "ticket", FaultKind.TICKET_MALFORMED, "12-001"),
        roster_fault(3, "ticket", FaultKind.TICKET_MALFORMED, "12-001"),
    ]


def test_seats_of_a_normal_site() -> None:
    arranged = read(
        line(1), line(2, seat="001"), line(3, seat=""), line(31), line(1001, session="1-1"), line(7, seat="7")
    )
    assert found(arranged) == [
        roster_fault(3, "seat", FaultKind.SEAT_NOT_SEQUENCE, "001"),
        roster_fault(3, "seat", FaultKind.SEAT_TAKEN, "2121011000001"),
        roster_fault(4, "seat", FaultKind.BLANK),
        roster_fault(5, "seat", FaultKind.SEAT_OUTSIDE_ROOM, "031"),
        roster_fault(6, "ticket", FaultKind.SEQUENCE_DOUBLED_IN_ROOM, "2121011000001"),
        roster_fault(7, "seat", FaultKind.SEAT_NOT_SEQUENCE, "7"),
    ]


def test_an_overfull_room_is_named_with_its_session() -> None:
    everyone = [line(place, seat="") for place in range(1, 41)]
    assert found(read(*everyone, rooms=(OVERBOOKED,))) == [
        ("rooms.csv", 2, "seats", FaultKind.ROOM_OVERFULL, "1-1 40/39")
    ]
    assert found(read(*everyone[:39], rooms=(OVERBOOKED,))) == []


def test_a_room_over_the_national_ratio() -> None:
    assert found(read(line(1, seat=""), rooms=(ROOM.replace("001", "000"), OVERBOOKED.replace(",30", ",31")))) == [
        ("rooms.csv", 3, "overbook_percent", FaultKind.OVER_NATIONAL_RATIO, "31")
    ]


def test_seats_of_an_overbooked_site_are_dropped_with_a_note() -> None:
    arranged = read(line(1), line(2, seat=""), rooms=(OVERBOOKED,))
    assert arranged.faults == ()
    assert arranged.notes == (Fault("roster.csv", 2, "seat", FaultKind.SEATS_GIVEN_IN_OVERBOOKED_SITE, "001"),)
    assert [one.allotments[0].seat for one in arranged.candidates] == [None, None]


def test_photos_nobody_has_and_photos_of_nobody() -> None:
    arranged = read(line(1, photo="1.jpg"), line(2, photo="2.jpg"), line(3), photos=("1.jpg", "9.jpg"))
    assert found(arranged) == [
        roster_fault(3, "photo", FaultKind.PHOTO_UNKNOWN, "2.jpg"),
        ("photos", 0, "photo", FaultKind.PHOTO_UNKNOWN, "9.jpg"),
    ]


def test_a_wrong_id_checksum_is_noted_once_a_person() -> None:
    wrong = {"id_number": "110105194912310021"}
    arranged = read(line(1, **wrong), line(1, session="1-2", **wrong))
    assert arranged.faults == ()
    assert arranged.notes == (Fault("roster.csv", 2, "id_number", FaultKind.ID_CHECKSUM, wrong["id_number"]),)


def test_two_batches_are_noted() -> None:
    arranged = read(line(1), line(1, session="1-2"), line(1, session="2-1"), line(2, session="2-1"))
    assert arranged.faults == ()
    assert arranged.notes == (Fault("roster.csv", 4, "session", FaultKind.TWO_BATCHES, "2-1"),)


def test_only_the_second_session_of_a_batch_is_as_good() -> None:
    arranged = read(line(1, session="1-2"))
    assert (arranged.faults, arranged.notes) == ((), ())
    assert [place.session for place in arranged.candidates[0].allotments] == ["1-2"]


def test_faults_of_the_schedule_stand_with_the_exam() -> None:
    starts_at = datetime(2021, 10, 30, 9, tzinfo=CHINA)
    sessions = (
        *EXAM.sessions,
        Session(SessionId("3-1"), 3, "s", starts_at, 90),
        Session(SessionId("4-1"), 4, "s", starts_at, 0),
    )
    exam = Exam(ExamId("e"), "t", "l", "r", "chain", sessions)
    tables = Tables(
        table("rooms", ROOM_COLUMNS, (ROOM,)),
        table("roster", ROSTER_COLUMNS, (line(1), line(2, session="3-1"), line(1, session="3-1"))),
        table("staff", STAFF_COLUMNS, (STAFF,)),
        {},
    )
    assert found(arrange(exam, tables, 30)) == [
        roster_fault(4, "ticket", FaultKind.DOUBLED_CANDIDATE_IN_SESSION, "1-1"),
        ("exam", 0, "sessions", FaultKind.SESSION_TIMES, "4-1"),
        ("exam", 0, "sessions", FaultKind.SESSIONS_OVERLAP, "1-1 3-1 001"),
    ]


def test_empty_tables_are_no_arrangement() -> None:
    arranged = read(rooms=(), staff=(), photos=("1.jpg",))
    assert found(arranged) == [(f"{name}.csv", 0, "", FaultKind.BLANK, "") for name in ("rooms", "roster", "staff")]


def test_what_the_tables_found_stands_with_the_rest_in_order() -> None:
    arranged = read(line(1, session=""), line(2, name="\u200b张"), line(3, ticket="２１２１０１１０００００３"))
    assert found(arranged) == [
        roster_fault(2, "session", FaultKind.BLANK),
        roster_fault(3, "name", FaultKind.UNPRINTABLE, ascii("\u200b张")),
    ]
    assert [(one.row, one.kind) for one in arranged.notes] == [(4, FaultKind.FULL_WIDTH)]
    assert arranged.candidates[2].ticket == "2121011000003"


def test_every_rule_of_the_arrangement_has_its_kind_here() -> None:
    assert {kind.value for kind in PlanFaultKind} <= {kind.value for kind in FaultKind}


def with_more(*staff: str, roster: tuple[str, ...] = (LINE,)) -> Arranged:
    header = ",".join(column.name for column in STAFF_COLUMNS)
    more = parse("\n".join((header, *staff)).encode(), "staff.csv", STAFF_COLUMNS)
    tables = Tables(table("rooms", ROOM_COLUMNS, (ROOM,)), table("roster", ROSTER_COLUMNS, roster), more, {})
    return arrange(EXAM, tables, 30)


def test_staff_may_bring_id_number_and_the_days_of_test_and_drill() -> None:
    read = with_more("A01,n,site_admin,,,1,11010119800101001x,2021-09-30,2021-10-08", "C01,n,chief,,,0,,,")
    assert (read.faults, read.notes) == ((), ())
    one, other = read.staff
    assert (one.id_number, one.test_on, one.drill_on) == ("11010119800101001x", date(2021, 9, 30), date(2021, 10, 8))
    assert (other.id_number, other.test_on, other.drill_on) == ("", None, None)


@pytest.mark.parametrize("day", ["2021-13-01", "2021-02-29", "20210930", "30.9.2021", "2021-W01-1", "x"])
def test_a_day_that_is_none_is_named_by_row_and_column(day: str) -> None:
    read = with_more("C01,n,chief,,,0,,,", f"A01,n,site_admin,,,1,,2021-09-30,{day}")
    assert read.faults == (Fault("staff.csv", 3, "drill_on", FaultKind.NOT_A_DATE, day),)


def test_stf_12_staff_who_sit_the_exam_are_noted_whatever_the_case_of_the_x() -> None:
    read = with_more("A01,n,site_admin,,,1,11010519491231002x,,")
    assert read.faults == ()
    assert read.notes == (Fault("staff.csv", 2, "id_number", FaultKind.STAFF_IS_CANDIDATE, "2121011001007"),)
