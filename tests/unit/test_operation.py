"""Who may ask for what: one table for every operation, and nobody counts twice."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from itertools import product

import pytest
from msgspec import structs

from app.core.arrangement import TakeInPackage
from app.core.attendance import CheckIn, ConfirmAttendance
from app.core.authorization import TakeExamAuthorization, TakeStartAuthorization
from app.core.closing import CheckAnswers, EndRooms, WriteOff
from app.core.correction import CorrectAttendance, CorrectionReason
from app.core.desk import LeaveDesk, TakeDesk
from app.core.directory import Directory
from app.core.enrolment import EnrolSite
from app.core.fault import CloseFault, FaultKind, ReportFault
from app.core.incident import CloseIncident, IncidentKind, OpenIncident
from app.core.operation import (
    LOCK_HOLDER,
    OFFICE,
    ROOM,
    SECOND_PERSON,
    SUPERVISORS,
    AnotherPersonNeeded,
    Demand,
    Desk,
    Fact,
    NobodySignedIn,
    NotYourRole,
    Operation,
    PersonUnknown,
    Refusal,
    Signer,
    SiteLockNeeded,
    StaffSignsNow,
    permitted,
)
from app.core.records import ConfirmPrinted, KeepRecord
from app.core.room_report import TakeRoomReport
from app.core.room_result import TakeRoomResult
from app.core.rulebook import Rulebook
from app.core.safekeeping import RecordBackup, TakeReceipt
from app.core.site import Package, Site, Source
from app.core.start import RecordStarts, ReleaseRooms, RoomStart
from app.core.terms import Digest, FaultNo, IncidentNo, LockSerial, Mode, PersonId, Role, SiteCode
from app.core.timestamp import CheckScan, RecordTimestamp
from app.rulebooks import all_ids, clauses, load
from tests.builders import (
    A1,
    ADMIN,
    D1,
    GUIDE,
    ID_CARD,
    LAW,
    LIAONING,
    LOCK,
    LOCKS,
    R1,
    ROOM_LOCK,
    STRANGER,
    Story,
    at,
    desk,
    exam,
    plan,
    twice,
)

NOW = at("8:30")
NO_DOCUMENT = Digest("")
PACKAGE = TakeInPackage(Package(1, D1, exam(), plan(), LIAONING, D1, D1, D1, LOCKS), ())
AT_WORK = ROOM | {Role.CHIEF, Role.DEPUTY, Role.EXAM_OFFICE, Role.RESIDENT, Role.ROVING}
HANDS = ROOM | {Role.TECHNICIAN}

# Operation, who asks, who verifies where the rulebook lists it (None: never listed), site lock.
TABLE: list[tuple[Operation, frozenset[Role], frozenset[Role] | None, bool]] = [
    (EnrolSite(Mode.REAL, SiteCode("1"), "", "", LOCK, "", software_lock=False), OFFICE, None, False),
    (PACKAGE, OFFICE, None, True),
    (RecordTimestamp(Source.PLATFORM, ""), OFFICE, SECOND_PERSON, False),
    (CheckScan(""), OFFICE, None, False),
    (TakeExamAuthorization("E", D1), OFFICE, SUPERVISORS, True),
    (TakeStartAuthorization(LAW, "S", D1), OFFICE, SUPERVISORS, True),
    (ReleaseRooms(LAW, (R1,), "R"), OFFICE, None, False),
    (RecordStarts(LAW, (), ADMIN), OFFICE, None, False),
    (CheckIn(LAW, A1, ID_CARD, NOW, ADMIN), ROOM, None, False),
    (ConfirmAttendance(LAW, R1, (), NOW, ADMIN), ROOM, None, False),
    (CorrectAttendance(LAW, A1, True, CorrectionReason.MISHEARD, NOW, ADMIN), OFFICE, SECOND_PERSON, False),
    (TakeRoomReport(LAW, R1, 0, 0, 0, 0, 0, NOW, ADMIN, NO_DOCUMENT), ROOM, None, False),
    (TakeRoomResult(LAW, R1, D1, ROOM_LOCK, ()), OFFICE, None, False),
    (WriteOff(LAW, A1, IncidentNo("A-001")), frozenset({Role.CHIEF}), SECOND_PERSON, False),
    (EndRooms(LAW, (R1,), NOW, ADMIN), OFFICE, None, False),
    (CheckAnswers(LAW), OFFICE, SUPERVISORS, False),
    (KeepRecord("E01", LAW, R1, 1, D1, D1), OFFICE, None, False),
    (ConfirmPrinted("E01", LAW, R1, 1, came_out=True), OFFICE, None, False),
    (TakeDesk(), frozenset(Role), None, False),
    (LeaveDesk(), frozenset(Role), None, False),
    (RecordBackup("b", LAW, D1, 1, 1, ""), OFFICE, SUPERVISORS, True),
    (TakeReceipt("Q", "b", D1, D1), OFFICE, None, True),
    (OpenIncident(IncidentKind.OTHER, LAW, R1, NOW, ADMIN), AT_WORK, None, False),
    (CloseIncident(IncidentNo("A-001"), NOW), frozenset({Role.SITE_ADMIN, Role.CHIEF}), None, False),
    (ReportFault(FaultKind.POWER, LAW, R1, "", NOW, ADMIN), HANDS, None, False),
    (CloseFault(FaultNo("AF-001"), NOW), HANDS, None, False),
]
BOOKS = [load(name) for name in all_ids()]


def name(value: object) -> str:
    return value.id if isinstance(value, Rulebook) else type(value).__name__


def test_every_operation_stands_in_the_table() -> None:
    assert {type(row[0]) for row in TABLE} == {
        kind for kind in Operation.__subclasses__() if kind.__module__.startswith("app.")
    }


@pytest.mark.parametrize("rules", BOOKS, ids=name)
@pytest.mark.parametrize(("operation", "roles", "seconds", "lock"), TABLE, ids=name)
def test_who_asks_and_who_must_stand_by(
    operation: Operation, roles: frozenset[Role], seconds: frozenset[Role] | None, lock: bool, rules: Rulebook
) -> None:
    listed = type(operation).__name__ in rules.two_persons.value
    assert not (listed and seconds is None), "the rulebook wants two persons and the operation does not ask"
    beside = (seconds,) if listed and seconds else ()
    assert operation.demand(Site(), desk(rules=rules)) == Demand(roles, beside, lock)


@pytest.mark.parametrize("rules", BOOKS, ids=name)
def test_a_rulebook_lists_only_operations_that_exist(rules: Rulebook) -> None:
    assert set(rules.two_persons.value) <= {type(row[0]).__name__ for row in TABLE}


@pytest.mark.parametrize(("row", "role"), list(product(TABLE, Role)))
def test_only_the_named_roles_may_ask(
    row: tuple[Operation, frozenset[Role], frozenset[Role] | None, bool], role: Role
) -> None:
    operation, roles, *_ = row
    no = NotYourRole(role, tuple(sorted(roles)))
    answer = permitted(operation, Story("enrolled").site, desk(role, Role.EXAM_OFFICE))
    assert answer == (None if role in roles else no)


@pytest.mark.parametrize("rules", BOOKS, ids=name)
def test_a_scan_that_was_typed_is_verified_under_every_rulebook(rules: Rulebook) -> None:
    assert CheckScan("", typed=True).demand(Site(), desk(rules=rules)) == Demand(OFFICE, (SECOND_PERSON,))


def test_a_second_package_is_verified_the_first_is_not() -> None:
    assert PACKAGE.demand(Story("enrolled").site, desk()).seconds == ()
    assert PACKAGE.demand(Story("packaged").site, desk()).seconds == (SECOND_PERSON,)


TWO, CHECK = RecordTimestamp(Source.PLATFORM, "x"), CheckAnswers(LAW)
NEEDED = AnotherPersonNeeded(tuple(sorted(SUPERVISORS)))
OR_ANOTHER = AnotherPersonNeeded(tuple(sorted(SECOND_PERSON)))


@pytest.mark.parametrize(
    ("here", "told", "supervised"),
    [
        (desk(Role.SITE_ADMIN), OR_ANOTHER, NEEDED),
        (twice(desk(), Role.CHIEF), OR_ANOTHER, NEEDED),
        (twice(desk(), Role.SITE_ADMIN), OR_ANOTHER, NEEDED),
        (desk(Role.SITE_ADMIN, Role.SITE_ADMIN), None, NEEDED),
        (desk(Role.SITE_ADMIN, Role.INVIGILATOR), OR_ANOTHER, NEEDED),
        (desk(Role.SITE_ADMIN, Role.PATROL, Role.RESIDENT), None, None),
        *((desk(Role.SITE_ADMIN, role), None, None) for role in sorted(SUPERVISORS)),
    ],
)
def test_the_second_person_is_another_one_with_the_duty(
    here: Desk, told: Refusal | None, supervised: Refusal | None
) -> None:
    """What is only typed in twice, another site administrator may verify; what opens or closes the exam, nobody."""
    assert permitted(TWO, Site(), here) == told
    assert permitted(CHECK, Site(), here) == supervised


class _Pair(Operation, frozen=True):
    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (SUPERVISORS, SUPERVISORS))


def test_one_person_does_not_stand_by_for_two() -> None:
    one = desk(Role.SITE_ADMIN, Role.CHIEF)
    assert permitted(_Pair(), Site(), one) == NEEDED
    again = replace(one.signers[1], role=Role.EXAM_OFFICE)
    assert permitted(_Pair(), Site(), replace(one, signers=(*one.signers, again))) == NEEDED
    assert permitted(_Pair(), Site(), desk(Role.SITE_ADMIN, Role.CHIEF, Role.EXAM_OFFICE)) is None


def test_nothing_without_a_person() -> None:
    assert permitted(TWO, Site(), replace(desk(), signers=())) == NobodySignedIn()


def test_the_site_lock_is_this_stores_and_proved_now() -> None:
    asked, site = TakeReceipt("Q", "b", D1, D1), Story("enrolled").site
    assert permitted(asked, site, desk(locks=())) == SiteLockNeeded(LOCK)
    assert permitted(asked, site, desk(locks=(LockSerial("KW-2"),))) == SiteLockNeeded(LOCK)
    assert permitted(asked, site, desk(locks=(LockSerial("KW-2"), LOCK))) is None
    assert permitted(asked, Site(), desk(locks=(LOCK,))) == SiteLockNeeded(LockSerial(""))


# What was reported from a room, each with the stage of the day at which it is taken.
REPORTS: list[tuple[str, Operation]] = [
    ("released", RecordStarts(LAW, (RoomStart(R1, NOW),), ADMIN)),
    ("released", CheckIn(LAW, A1, ID_CARD, NOW, ADMIN)),
    ("started", ConfirmAttendance(LAW, R1, (), at("8:40"), ADMIN)),
    ("confirmed", CorrectAttendance(LAW, A1, False, CorrectionReason.MISHEARD, NOW, ADMIN)),
    ("started", TakeRoomReport(LAW, R1, 0, 0, 0, 0, 0, NOW, ADMIN, NO_DOCUMENT)),
    ("reported", EndRooms(LAW, (R1,), at("10:01"), ADMIN)),
    ("packaged", OpenIncident(IncidentKind.OTHER, LAW, R1, NOW, ADMIN)),
    ("packaged", ReportFault(FaultKind.POWER, LAW, R1, "", NOW, ADMIN)),
]


def test_every_report_stands_in_the_list() -> None:
    told = {type(row[0]) for row in TABLE if "reported_by" in row[0].__struct_fields__}
    assert {type(report) for _, report in REPORTS} == told


@pytest.mark.parametrize(("stage", "report"), REPORTS, ids=name)
def test_only_someone_on_the_staff_list_or_the_operator_reports(stage: str, report: Operation) -> None:
    second = PersonId("W2")
    by = {person: structs.replace(report, reported_by=person) for person in (ADMIN, GUIDE, second, STRANGER)}
    for person in (ADMIN, GUIDE):
        Story(stage).done(by[person])
    for person in (second, STRANGER):
        Story(stage).when(by[person]).then(PersonUnknown(person))
    empty = replace(desk(), directory=Directory())
    Story(stage).done(by[ADMIN], empty).when(by[GUIDE], empty).then(PersonUnknown(GUIDE))


def test_what_is_not_written_is_not_done() -> None:
    for ask in (Operation().demand, Operation().decide):
        with pytest.raises(NotImplementedError):
            ask(Site(), desk())
    with pytest.raises(NotImplementedError):
        Fact().apply(Site())


def test_every_refusal_stands_on_a_row_of_the_catalogue() -> None:
    kinds = Refusal.__subclasses__()
    assert len(kinds) > 40
    assert not {kind.__name__ for kind in kinds if kind.clause not in clauses().rows}
    assert NobodySignedIn().basis == NobodySignedIn.clause


def test_the_holder_of_the_lock_signs_only_until_the_staff_list_is_in() -> None:
    holder = Signer(LOCK_HOLDER, Role.SITE_ADMIN, "lock:KW-1")
    by_lock = dataclasses.replace(desk(Role.SITE_ADMIN), signers=(holder,))
    both = dataclasses.replace(desk(Role.SITE_ADMIN), signers=(*desk(Role.SITE_ADMIN).signers, holder))
    scan = CheckScan("")
    assert permitted(scan, Story("enrolled").site, by_lock) is None
    assert permitted(scan, Story("packaged").site, by_lock) == StaffSignsNow()
    assert permitted(scan, Story("packaged").site, both) == StaffSignsNow()
